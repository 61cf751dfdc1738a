"""Text a person wrote, TOML or JSON, to checked data: one sentence for each mistake.

Shared by what is neither a case nor a scoring request: appeals, narrative guides and band
directives with what is rated by them. The caller reads the file; nothing here touches the
disk. A key nobody knows is refused, because a typing error must not be lost.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from datetime import date, datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, NoReturn, TypeVar, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ValidationError
from pydantic_core import PydanticCustomError

from core.toml_text import toml_mistake
from core.version import VERSION

if TYPE_CHECKING:
    from core.errors import InputError

Format = Literal["json", "toml"]
Model = TypeVar("Model", bound=BaseModel)

MOST_CHARACTERS: Final = 1_000_000
"""The longest text read. The longest real directive or guide is far shorter."""

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# The Classification Act of 1949 opens the law held here; the end catches mistyped years.
_FIRST_YEAR: Final = 1949
_LAST_YEAR: Final = 2199
_SHOWN: Final = 60


def _day(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        day = value
    elif isinstance(value, str) and _DAY.fullmatch(value):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise _day_error(value) from None
    else:
        raise _day_error(value)
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise PydanticCustomError(
            "day_year",
            "{value} lies outside the years {first} to {last}",
            {"value": day.isoformat(), "first": _FIRST_YEAR, "last": _LAST_YEAR},
        )
    return day


def _day_error(value: object) -> PydanticCustomError:
    return PydanticCustomError("day", "{value} is not a date", {"value": shown(value)})


def _words(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("words", "the text is empty", {})
    return value


Day = Annotated[date, BeforeValidator(_day)]
"""A calendar day, written 2014-08-20 with or without quotation marks; never a time."""

Words = Annotated[str, AfterValidator(_words)]
"""A text that says something."""


def shown(value: object) -> str:
    """Return what a user gave as it may stand in a message: printable and not too long."""
    text = ascii(value) if isinstance(value, str) else str(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "..."


def load(text: str, *, where: str, fmt: Format, error: type[InputError]) -> dict[str, Any]:
    """Return the table a text holds.

    Args:
        text: the whole text.
        where: the input's name, for messages.
        fmt: ``"json"`` or ``"toml"``.
        error: the branch of the error tree a mistake belongs to.

    Raises:
        InputError: (as ``error``) the text is empty, too long, nested too deeply, not in its
            format, holds a key twice, or is not one object.
    """
    text = text.removeprefix("\ufeff")
    if len(text) > MOST_CHARACTERS:
        raise error(
            f"the input has {len(text):,} characters, more than the {MOST_CHARACTERS:,} allowed",
            where=where,
            hint="Give one document at a time.",
        )
    if not text or text.isspace():
        raise error("the input is empty", where=where, hint="Fill it in as the example shows.")
    try:
        data = _decode(text) if fmt == "json" else tomllib.loads(text)
    except _TwiceError as twice:
        raise error(
            f"the key {shown(str(twice))} is given twice", where=where, hint="Keep one of the two."
        ) from twice
    except json.JSONDecodeError as wrong:
        raise error(
            f"the input is not valid JSON: {wrong.msg} at line {wrong.lineno}, "
            f"column {wrong.colno}",
            where=where,
            hint="Correct that place.",
        ) from wrong
    except (tomllib.TOMLDecodeError, ValueError) as wrong:
        mistake = toml_mistake(text, str(wrong)) if fmt == "toml" else None
        if mistake is not None:
            message, field, hint = mistake
            raise error(
                message, where=f"{where}: {field}" if where else field, hint=hint
            ) from wrong
        name = fmt.upper()
        raise error(
            f"the input is not valid {name}: {wrong}", where=where, hint="Correct that place."
        ) from wrong
    except RecursionError as wrong:
        raise error(
            "the input is nested too deeply", where=where, hint="Write it as the example shows."
        ) from wrong
    if not isinstance(data, dict):
        raise error(
            "the input is not one object of names and values",
            where=where,
            hint="Write it as the example shows.",
        )
    return data


class _TwiceError(ValueError):
    """A key of a JSON object stands twice."""


def _decode(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key, value in pairs:
        if key in data:
            raise _TwiceError(key)
        data[key] = value
    return data


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number JSON allows")


def build(
    model: type[Model], data: dict[str, Any], *, where: str, error: type[InputError]
) -> Model:
    """Return data as a model.

    Raises:
        InputError: (as ``error``) a field is missing, unknown or wrong. The sentence names
            the first of them and the remedy, and counts the others.
    """
    try:
        return model.model_validate(data)
    except ValidationError as wrong:
        raise _sentence(wrong, model, where, error) from wrong


_REMEDIES: Final = {
    "int_type": "Write a whole number.",
    "int_from_float": "Write a whole number.",
    "float_type": "Write a number, without quotation marks.",
    "finite_number": "Write a number.",
    "string_type": "Write it in quotation marks.",
}
"""What to do about a value of the wrong kind, by the name pydantic gives the mistake."""


def _sentence(
    wrong: ValidationError, model: type[BaseModel], where: str, error: type[InputError]
) -> InputError:
    # A misspelt field also leaves the right one missing: the misspelling is what to correct.
    found = sorted(
        wrong.errors(include_url=False), key=lambda detail: detail["type"] != "extra_forbidden"
    )
    first = found[0]
    place = _place(first["loc"])
    last = next((part for part in reversed(first["loc"]) if isinstance(part, str)), "")
    kind, context = first["type"], first.get("ctx", {})
    if kind == "missing":
        message, hint = f"{last!r} is missing", f"Add {last!r} with its value."
    elif kind == "extra_forbidden":
        known = _known_keys(model, first["loc"][:-1])
        near = get_close_matches(last, known, n=1)
        meant = f"Did you mean {near[0]!r}? " if near else ""
        message = f"{shown(last)} is not a field here"
        hint = f"{meant}The fields are {', '.join(known)}." if known else "Remove or rename it."
    elif kind == "literal_error":
        message = f"{shown(first['input'])} is not one of the words this field takes"
        hint = f"Write one of {context['expected']}."
    elif kind == "day":
        message, hint = first["msg"], "Write year, month and day, such as 2014-08-20."
    elif kind == "day_year":
        message, hint = first["msg"], "Correct the year."
    elif kind == "remedy":
        message, hint = context["what"], context["hint"]
    elif kind == "words":
        message, hint = first["msg"], "Write it, or leave the field out if it may be left out."
    elif kind in ("bool_type", "bool_parsing"):
        message, hint = f"{shown(first['input'])} is not true or false", "Write true or false."
    else:
        said = first["msg"].removeprefix("Input should be ")
        message = f"{shown(first['input'])} is given, but it should be {said}"
        hint = _REMEDIES.get(kind, "Correct the field.")
    more = wrong.error_count() - 1
    if more:
        hint += f" {more} more {'field needs' if more == 1 else 'fields need'} correction."
    return error(
        message, where=f"{where}: {place}" if where and place else where or place, hint=hint
    )


def _place(loc: tuple[int | str, ...]) -> str:
    place = ""
    for part in loc:
        if isinstance(part, int):
            place += f"[{part + 1}]"
        else:
            name = part if part.replace("-", "").replace("_", "").isalnum() else shown(part)
            place += f".{name}" if place else name
    return place


def _known_keys(model: type[BaseModel], loc: tuple[int | str, ...]) -> tuple[str, ...]:
    """Return the fields of the model that a location inside another model leads to."""
    current: type[BaseModel] | None = model
    for part in loc:
        if isinstance(part, int) or current is None:
            continue
        field = current.model_fields.get(part)
        current = None if field is None else _model_in(field.annotation)
    return () if current is None else tuple(current.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in get_args(annotation):
        found = _model_in(part)
        if found is not None:
            return found
    return None


def refuse(what: str, hint: str) -> PydanticCustomError:
    """Return the error a validator raises: what is wrong, and the remedy, as one sentence."""
    return PydanticCustomError("remedy", "{what}", {"what": what, "hint": hint})


def fingerprint_of(kind: str, **parts: Any) -> str:
    """Return the sha256 over named parts and the program's version.

    The same parts give the same bytes whatever order mappings were typed in.

    Args:
        kind: what is fingerprinted, so that two kinds never share a fingerprint.
        parts: JSON data; dates are written as such.
    """
    everything = {"kind": kind, "program": VERSION, **parts}
    text = json.dumps(everything, sort_keys=True, separators=(",", ":"), default=_plain)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_defaults=True)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a fingerprint")
