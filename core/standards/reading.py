"""Check the file of a standard, read it as a model, and describe its form.

A file is read in one go: every mistake in it is one sentence that names the field and the
remedy. What comes with the program, and what was checked when it was kept, is read without
being checked again where only figures are wanted; see :mod:`core.standards.catalog`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Final, TypeVar, get_args

from pydantic import ValidationError

from core.errors import LevelError, StandardError, together
from core.model import FactorId, Frozen
from core.reading import near
from core.standards import catalog
from core.standards.catalog import StandardFile, parse_toml
from core.standards.criteria import TAGS, AllOf, AnyOf, Aspect, Factor, Level, part_kind
from core.standards.levels import factor_of, normal_factor, normal_level
from core.standards.model import For, Standard
from core.standards.table import table_of

Read = TypeVar("Read", bound=Frozen)

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_PARTS: Final[dict[str, type[Frozen]]] = dict(zip(TAGS, (Aspect, AllOf, AnyOf), strict=True))
_FORMS: Final[dict[str, str]] = {
    "fes": "PointsFile",
    "referral": "ReferralFile",
    "narrative": "NarrativeFile",
    "gssg": "SupervisoryFile",
}
"""What the form of a file is called in the JSON schema, by its method."""
_LONGEST: Final = 250
_MOST_SHOWN: Final = 40


def read_standard(text: str, *, where: str) -> StandardFile:
    """Read an edition from TOML text, and refuse every mistake in it by name.

    Args:
        text: the file's text.
        where: the file's name, for messages.

    Raises:
        StandardError: the text is not TOML, or anything in it is missing, misspelt, out of
            order or contradictory; each mistake names the file and the field.
    """
    raw = parse_toml(text, where=where)
    check_standard(raw, where)
    return StandardFile(table=table_of(raw), raw=raw)


def check_standard(raw: dict[str, Any], where: str) -> None:
    """Refuse the data of a file with something wrong in it.

    Raises:
        StandardError: as :func:`read_standard`.
    """
    as_model(Standard, raw, where)


def as_model(model: type[Read], raw: Mapping[str, Any], where: str) -> Read:
    """Return the data of a file as a model.

    Raises:
        StandardError: as :func:`read_standard`.
    """
    try:
        return model.model_validate(raw)
    except ValidationError as wrong:
        details = wrong.errors(include_url=False)[:_MOST_SHOWN]
        raise together([_error(detail, where, model) for detail in details]) from wrong


def _error(detail: Any, where: str, model: type[Frozen]) -> StandardError:
    """Return one mistake as pydantic gives it as a sentence."""
    place = _place(detail["loc"])
    last = next((part for part in reversed(detail["loc"]) if isinstance(part, str)), "")
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "remedy":
        what, hint = context["what"], context["hint"]
    elif kind == "missing" and last == "page":
        what = "is missing: no number stands without its printed page"
        hint = 'Add the page printed on the document, such as page = "47".'
    elif kind == "missing":
        what, hint = "is missing", f"Add {last!r} with its value."
    elif kind == "extra_forbidden":
        what = "is not a key this file may have"
        known = _keys(model, detail["loc"][:-1])
        # A key of another method is spelt rightly.
        hint = f"{'' if last in known else near(last, known)}Remove or rename it."
    elif kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", context["expected"])
        what = f"is {detail['input']!r}, but must be one of {', '.join(allowed)}"
        hint = f'Write it as {last} = "{allowed[0]}" or another of them.'
    else:
        what = "must be a table of keys and values"
        hint = "Write it as a table, such as [name] with its keys below."
    return StandardError(
        f"{_short(place) or 'the file'} {_short(what)}", where=where, hint=_short(hint)
    )


def _place(loc: tuple[int | str, ...]) -> str:
    place = ""
    for part in loc:
        if isinstance(part, int):
            place += f"[{part + 1}]"
        elif part not in TAGS:
            place += f".{part}" if place else part
    return place


def _keys(model: type[Frozen], loc: tuple[int | str, ...]) -> list[str]:
    """Return the keys of the table at a place of a model."""
    current: type[Frozen] | None = model
    for part in loc:
        if part in TAGS:
            current = _PARTS[str(part)]
        elif isinstance(part, str) and current is not None:
            named = {field.alias or name: field for name, field in current.model_fields.items()}
            current = _model_in(named[part].annotation) if part in named else None
    return [] if current is None else [one.alias or k for k, one in current.model_fields.items()]


def _model_in(declared: Any) -> type[Frozen] | None:
    if isinstance(declared, type) and issubclass(declared, Frozen):
        return declared
    return next((one for one in map(_model_in, get_args(declared)) if one is not None), None)


def _short(text: str) -> str:
    """Return text that may hold what a file says as it may stand in a message."""
    text = "".join(one if one.isprintable() else "?" for one in text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."


# --- standards held ----------------------------------------------------------------------


def standard_of(file: StandardFile) -> Standard:
    """Return an edition with its digests: made once, with the official words where it has them."""
    if file.built is None:
        built = trusting(file.raw) if file.own else Standard.model_validate(file.raw)
        if file.words is not None:
            built = with_words(built, standard_of(file.words))
        file.built = built
    return file.built


def trusting(raw: Mapping[str, Any]) -> Standard:
    """Return the data of a file that comes with the program, checking nothing again.

    A test holds it equal to what is checked.
    """
    made: Standard = _trusting(Standard, raw)
    return made.told()


def _trusting(model: type[Frozen], raw: Mapping[str, Any]) -> Any:
    values: dict[str, Any] = {}
    inner = _inner(model)
    for key, given in raw.items():
        kind = inner.get(key)
        if isinstance(given, list):
            values[key] = tuple(one if kind is None else _part(kind, one) for one in given)
        else:
            values[key] = given if kind is None else _trusting(kind, given)
    return model.model_construct(**values)


def _part(kind: type[Frozen], raw: Mapping[str, Any]) -> Any:
    return _trusting(_PARTS[part_kind(raw)] if kind is Aspect else kind, raw)


@cache
def _inner(model: type[Frozen]) -> dict[str, type[Frozen]]:
    """Return the keys of a model's tables with the models these are."""
    if model in (AllOf, AnyOf):
        return {"all_of": Aspect, "any_of": Aspect}
    named = {one.alias or name: one.annotation for name, one in model.model_fields.items()}
    found = {key: _model_in(annotation) for key, annotation in named.items()}
    return {key: one for key, one in found.items() if one is not None}


_TAKEN: Final = ("text", "examples", "source", "doubts")
# A table of exclusions or a page of titles reads better as a person has stated it: these come
# from the document only where the digest says nothing.
_IF_UNSAID: Final = ("coverage", "exclusions", "titles")


def with_words(digest: Standard, official: Standard) -> Standard:
    """Return a digest with the official words of its levels, and what else the document gives.

    The digest's aspects, notes, summaries and figures stay: findings are recorded on aspects.
    """
    update: dict[str, Any] = {
        name: getattr(official, name) for name in _TAKEN if getattr(official, name)
    }
    for name in _IF_UNSAID:
        update[name] = getattr(digest, name) or getattr(official, name)
    return with_levels(digest, official.factors).model_copy(update=update)


def with_levels(digest: Standard, official: tuple[Factor, ...]) -> Standard:
    """Return a digest with the text and the pages of levels, which keep their aspects."""
    read = {
        level.level: level.model_dump(include={"text", "page", "page_end"})
        for factor in official
        for level in factor.levels
    }
    factors = [
        factor.model_copy(
            update={
                "levels": tuple(
                    one.model_copy(update=read.get(one.level, {})) for one in factor.levels
                )
            }
        )
        for factor in digest.factors
    ]
    return digest.model_copy(update={"factors": tuple(factors)})


def load_standard(standard_id: str, as_of: date | None = None) -> Standard:
    """Return the edition of a standard in force on a date, with its digests.

    Args:
        standard_id: such as ``"fes-primary"``.
        as_of: the date whose edition applies; None means the newest edition in force.

    Raises:
        StandardError: the standard is unknown (the message names those there are), no
            edition held here was in force on the date, or its file is wrong.
    """
    return standard_of(catalog.default_catalog().in_force(standard_id, as_of))


def find_factor(standard: Standard, factor: FactorId) -> Factor:
    """Return a factor of a standard by its number, given as 2 or ``"2"``.

    Raises:
        LevelError: the standard has no such factor.
    """
    key = normal_factor(str(factor))
    for candidate in standard.factors:
        if str(candidate.factor) == key:
            return candidate
    numbers = ", ".join(str(candidate.factor) for candidate in standard.factors)
    raise LevelError(
        f"{standard.title} has no Factor {factor}", where="factor", hint=f"Its factors: {numbers}."
    )


def find_level(standard: Standard, level: str) -> Level:
    """Return a level of a standard by its name, such as ``"2-5"`` or ``"Level 2-5"``.

    Raises:
        LevelError: the text is not a level, or the standard has no such level.
    """
    factor = find_factor(standard, factor_of(level))
    normal = normal_level(level)
    for candidate in factor.levels:
        if candidate.level == normal:
            return candidate
    raise LevelError(
        f"Factor {factor.factor} has no Level {normal}",
        where="level",
        hint=f"Its levels run from {factor.levels[0].level} to {factor.levels[-1].level}.",
    )


# --- the form of a file ------------------------------------------------------------------


def json_schema(*models: type[Standard]) -> dict[str, Any]:
    """Return the JSON schema of a standard's file: one form for each method of the models."""
    definitions: dict[str, Any] = {}
    forms = []
    for model in models:
        schema = model.model_json_schema()
        definitions |= schema.pop("$defs")
        for method in model.methods:
            name = _FORMS[method]
            definitions[name] = _of_method(model, schema, method)
            forms.append({"$ref": f"#/$defs/{name}"})
    return {
        "$schema": DRAFT,
        "title": "A classification standard as data, one edition a file",
        "description": "The file is TOML; this describes the data in it. A date is a text here.",
        "$defs": _plain(definitions),
        "oneOf": forms,
    }


def _of_method(model: type[Standard], schema: dict[str, Any], method: str) -> dict[str, Any]:
    """Return the schema of the files of one method: the keys it has, and those it needs."""
    marks = {
        name: mark
        for name, field in model.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, For)
    }
    strange = {name for name, mark in marks.items() if method not in mark.methods}
    needed = [name for name, mark in marks.items() if mark.needed and name not in strange]
    properties = {
        name: value for name, value in schema["properties"].items() if name not in strange
    }
    properties["method"] = {"const": method}
    return {**schema, "properties": properties, "required": [*schema["required"], *needed]}


def _plain(schema: Any) -> Any:
    """Leave out what only says that an optional key may be null: TOML has no null."""
    if isinstance(schema, list):
        return [_plain(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _plain(value) for key, value in schema.items()}
    if found.get("default", ...) is None or found.get("default") in ("", [], {}, 0):
        del found["default"]
    options = found.get("anyOf")
    if isinstance(options, list) and {"type": "null"} in options:
        rest = [one for one in options if one != {"type": "null"}]
        del found["anyOf"]
        if len(rest) == 1:
            return {**found, **rest[0]}
        found["anyOf"] = rest
    return found
