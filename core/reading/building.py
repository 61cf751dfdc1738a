"""Data to a model, with every mistake in it said in a plain sentence."""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    Literal,
    NamedTuple,
    TypeVar,
    get_args,
    get_origin,
)

from core.errors import CaseError, InputError, at, shown, together
from core.reading.fields import After
from core.reading.plain import UnfitError, hints, is_typed_dict, reader
from core.reading.text import kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pydantic_core import ErrorDetails, ValidationError

Model = TypeVar("Model")
_LONGEST_NAME: Final = 60


def build(
    model: type[Model], data: object, *, where: str = "", error: type[InputError] = CaseError
) -> Model:
    """Return data as a model.

    Args:
        model: a pydantic model, or a dataclass whose annotations say what its fields take. An
            ``EXAMPLE`` of it is shown where something is missing.
        data: decoded JSON or TOML.
        where: the input's name, for messages.
        error: the branch of the error tree a mistake belongs to.

    Raises:
        InputError: (as ``error``, or as what a field says of itself) fields are missing,
            unknown or wrong: all of them, a misspelt one first.
    """
    declared: Any = model
    sound = reader(declared)
    if sound is not None:
        try:
            found: Model = sound(data)
        except (UnfitError, ValueError):
            pass  # Pydantic says what is wrong with it, or reads what is only unusual.
        else:
            return found
    return _read(model, data, where, error)


def _read(model: type[Model], data: object, where: str, error: type[InputError]) -> Model:
    from pydantic import ValidationError

    declared: Any = model
    try:
        found: Model = _validate(declared)(data)
    except ValidationError as wrong:
        raise _mistakes(wrong, model, data, where, error) from wrong
    return found


@cache
def _validate(model: Any) -> Callable[[object], Any]:
    """Return what validates data: a model does so itself, a dataclass through an adapter."""
    if hasattr(model, "model_validate"):
        own: Callable[[object], Any] = model.model_validate
        return own
    from pydantic import TypeAdapter

    return TypeAdapter(model).validate_python


def near(name: str, known: Iterable[str], *, cutoff: float = 0.6) -> str:
    """Return "Did you mean ...?" when one of the names known is spelt nearly like this one."""
    from difflib import get_close_matches

    found = get_close_matches(name[:_LONGEST_NAME], list(known), n=1, cutoff=cutoff)
    return f"Did you mean {shown(found[0])}? " if found else ""


_UNKNOWN: Final = ("extra_forbidden", "unexpected_keyword_argument")
_MISSING: Final = ("missing", "missing_argument")
_OBJECT: Final = ("model_type", "model_attributes_type", "dataclass_type", "dict_type")
_LIST: Final = ("tuple_type", "list_type", "iterable_type")
_FORMS: Final = (*_OBJECT, *_LIST)
_KINDS: Final = {
    "int_type": ("a whole number", "Write a whole number."),
    "int_parsing": ("a whole number", "Write a whole number."),
    "int_from_float": ("a whole number", "Write a whole number."),
    "float_type": ("a number", "Write a number, without quotation marks."),
    "float_parsing": ("a number", "Write a number, without quotation marks."),
    "finite_number": ("a number", "Write a number."),
    "string_type": ("a text", "Write it in quotation marks."),
}
"""What a field should be and what to do, by the name pydantic gives the mistake."""

_BOUNDS: Final = {
    "greater_than_equal": ("at least", "ge"),
    "less_than_equal": ("at most", "le"),
    "greater_than": ("more than", "gt"),
    "less_than": ("less than", "lt"),
}


class _Spot(NamedTuple):
    """Where a mistake stands: the place as a person reads it, and what is declared there."""

    place: str
    name: str
    owner: Any
    declared: Any


def _mistakes(
    wrong: ValidationError, model: Any, data: object, where: str, error: type[InputError]
) -> InputError:
    found: dict[str, list[tuple[_Spot, ErrorDetails]]] = {}
    for detail in wrong.errors(include_url=False):
        spot = _spot(model, data, detail["loc"])
        place = spot.place
        if detail["type"] == "remedy" and (inner := detail["ctx"]["field"]):
            place = inner if not place or inner.startswith("[") else f"{place}.{inner}"
            place = f"{spot.place}{inner}" if inner.startswith("[") else place
        found.setdefault(place, []).append((spot, detail))
    misspelt = [one for pairs in found.values() for one in pairs if one[1]["type"] in _UNKNOWN]
    meant = {_meant(spot) for spot, _ in misspelt}
    errors: list[tuple[bool, InputError]] = []
    for place, pairs in found.items():
        spot, detail = pairs[0]
        # A misspelt field also leaves the right one missing: the misspelling is what to correct.
        if detail["type"] in _MISSING and place in meant:
            continue
        # Where a field takes one of two forms, the form that was meant says more than the other.
        if detail["type"] in _FORMS and any(_inside(other, place) for other in found):
            continue
        kinds = [_KINDS[one["type"]][0] for _, one in pairs if one["type"] in _KINDS]
        if len(kinds) > 1:
            given = shown(detail["input"])
            message = f"{given} is given, but it should be {' or '.join(dict.fromkeys(kinds))}"
            hint = "Correct the field."
        else:
            message, hint = _sentence(spot, detail)
        branch = detail.get("ctx", {}).get("error") if detail["type"] == "remedy" else None
        whole = at(where, place) if place else where
        unknown = detail["type"] in _UNKNOWN
        errors.append((not unknown, (branch or error)(message, where=whole, hint=hint)))
    return together([one for _, one in sorted(errors, key=lambda pair: pair[0])])


def _inside(other: str, place: str) -> bool:
    return other.startswith((f"{place}.", f"{place}[")) if place else other != place


def _meant(spot: _Spot) -> str:
    from difflib import get_close_matches

    close = get_close_matches(spot.name, list(_fields(spot.owner)), n=1)
    return spot.place[: len(spot.place) - len(spot.name)] + close[0] if close else ""


def _sentence(spot: _Spot, detail: ErrorDetails) -> tuple[str, str]:
    """Return what is wrong and the remedy, in plain words."""
    what, given = detail["type"], detail["input"]
    context = detail.get("ctx", {})
    if what == "remedy":
        return context["what"], context["hint"]
    if what in _MISSING:
        example = getattr(spot.owner, "EXAMPLE", "")
        hint = f"Write {example}." if example else f"Add {shown(spot.name)} with its value."
        return f"{shown(spot.name)} is missing", hint
    if what in _UNKNOWN:
        known = list(_fields(spot.owner))
        hint = near(spot.name, known)
        hint += f"The fields are {', '.join(known)}." if known else "Remove or rename it."
        return f"{shown(spot.name)} is not a field here", hint
    if what == "literal_error":
        words = [str(word) for word in get_args(_literal(spot.declared))]
        hint = near(given, words) if isinstance(given, str) else ""
        return (
            f"{shown(given)} is given, which is not one of the words this field takes",
            f"{hint}Write {_either([shown(word) for word in words])}.",
        )
    if what in ("bool_type", "bool_parsing"):
        return f"{shown(given)} is not true or false", "Write true or false."
    if what in _OBJECT:
        example = getattr(_model_in(spot.declared), "EXAMPLE", "")
        fields = ", ".join(_fields(_model_in(spot.declared)))
        hint = f"Write {example}." if example else f"Write [{spot.name}] with its fields"
        if not example:
            hint += f": {fields}." if fields else "."
        return f"{_told(given)} is given, but an object is needed", hint
    if what in _LIST:
        parts = _model_in(spot.declared) is not None
        how = f"[[{spot.name}]] for each one" if parts else f'a list: {spot.name} = ["..."]'
        return f"{_told(given)} is given, not a list", f"Write {how}."
    if what in _KINDS:
        should, hint = _KINDS[what]
        return f"{shown(given)} is given, but it should be {should}", hint
    if what in _BOUNDS:
        word, name = _BOUNDS[what]
        said = f"{word} {context[name]:g}"
    else:
        said = detail["msg"].removeprefix("Input should be ")
    return f"{shown(given)} is given, but it should be {said}", "Correct the field."


def _either(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else "".join(words)


def _told(given: object) -> str:
    return kind(given) if isinstance(given, dict | list | tuple) else shown(given)


def _spot(model: Any, data: object, loc: Sequence[int | str]) -> _Spot:
    """Follow a location through the data and the declaration; names of a choice are no place."""
    place, name = "", ""
    owner, declared = None, model
    current = data
    for number, part in enumerate(loc):
        if isinstance(part, int):
            if not isinstance(current, list | tuple) or part >= len(current):
                continue
            place += f"[{part + 1}]"
            current, declared = current[part], _element(declared, current)
            continue
        last = number == len(loc) - 1
        known = _model_in(declared)
        if not isinstance(current, dict) or (
            part not in current and not (last and part in _fields(known))
        ):
            continue
        plain = part.replace("-", "").replace("_", "").isalnum()
        word = part if plain and len(part) <= _LONGEST_NAME else shown(part)
        place += f".{word}" if place else word
        name, owner = part, known
        declared = _fields(known).get(part) if known is not None else _element(declared, current)
        current = current.get(part)
    return _Spot(place, name, owner, declared)


def _fields(model: Any) -> Mapping[str, Any]:
    """Return the fields of a model with what they take; none for anything else."""
    if model is None:
        return {}
    declared = hints(model)
    if is_typed_dict(model):
        return declared
    if dataclasses.is_dataclass(model):
        return {one.name: declared[one.name] for one in dataclasses.fields(model) if one.init}
    return {name: declared[name] for name in model.model_fields}


def _is_model(part: Any) -> bool:
    return isinstance(part, type) and (
        dataclasses.is_dataclass(part) or hasattr(part, "model_fields") or is_typed_dict(part)
    )


def _parts(declared: Any) -> Iterable[Any]:
    """Yield what a declaration is made of, outermost first."""
    yield declared
    if get_origin(declared) is Annotated:
        inner, *rules = get_args(declared)
        given = [rule.given for rule in rules if isinstance(rule, After) and rule.given]
        for part in given or [inner]:
            yield from _parts(part)
        return
    for part in get_args(declared):
        yield from _parts(part)


def _model_in(declared: Any) -> Any:
    return next((part for part in _parts(declared) if _is_model(part)), None)


def _literal(declared: Any) -> Any:
    return next((part for part in _parts(declared) if get_origin(part) is Literal), None)


def _element(declared: Any, holder: object) -> Any:
    """Return what the elements of a list, or the values of an object, are declared to be."""
    origins = (dict,) if isinstance(holder, dict) else (list, tuple)
    found = next((part for part in _parts(declared) if get_origin(part) in origins), None)
    return None if found is None else get_args(found)[1 if isinstance(holder, dict) else 0]
