"""Sound data to a dataclass by its declaration alone, for programs that read one request.

Loading pydantic takes longer than scoring a position. What fits its declaration exactly is
therefore built here; anything else, wrong or only unusual, is left to pydantic, which says what
is wrong and converts what may be converted. Both read the one declaration, and a test holds
them together.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from functools import cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from core.reading.fields import After, Before, Form


class UnfitError(Exception):
    """Data does not fit its declaration exactly, or a declaration says more than is read here."""


@cache
def hints(model: Any) -> dict[str, Any]:
    """Return what the fields of a model or a dataclass take."""
    return get_type_hints(model, include_extras=True)


def is_typed_dict(model: Any) -> bool:
    """Return whether a declaration is an object of named keys."""
    return hasattr(model, "__required_keys__")


@cache
def reader(model: Any) -> Callable[[Any], Any] | None:
    """Return what builds a model from data that fits its declaration exactly.

    It raises UnfitError, or a validator's ValueError, for data that does not.

    Returns:
        None when the declaration holds something that only pydantic reads.
    """
    try:
        return _fit(model)
    except UnfitError:
        return None


def _fit(declared: Any) -> Callable[[Any], Any]:
    origin, parts = get_origin(declared), get_args(declared)
    if declared is Any:
        return lambda value: value
    if origin is Annotated:
        return _checked(parts[0], parts[1:])
    if origin is Literal:
        return _one_of({(type(one), one) for one in parts})
    if origin in (UnionType, Union):
        return _either([_fit(one) for one in parts if one is not NoneType])
    if origin is list or (origin is tuple and parts[1:] == (...,)):
        return _each(origin, _fit(parts[0]))
    if origin is dict and parts == (str, Any):
        return _of_type(dict)
    if is_typed_dict(declared):
        return _object(dict, hints(declared), declared.__required_keys__)
    if not isinstance(declared, type) or origin is not None:
        raise UnfitError
    if issubclass(declared, Form):
        return _form(declared)
    if dataclasses.is_dataclass(declared) or hasattr(declared, "model_fields"):
        raise UnfitError
    return _text if declared is str else _of_type(declared)


def _text(value: Any) -> Any:
    if type(value) is not str:
        raise UnfitError
    # What no encoding can write is no text.
    value.isascii() or value.encode()
    return value


def _form(form: Any) -> Callable[[Any], Any]:
    fields, taken = dataclasses.fields(form), hints(form)
    nothing = dataclasses.MISSING
    return _object(
        form,
        {one.name: taken[one.name] for one in fields},
        [one.name for one in fields if one.default is one.default_factory is nothing],
    )


def _of_type(kind: type) -> Callable[[Any], Any]:
    def same(value: Any) -> Any:
        if type(value) is not kind:
            raise UnfitError
        return value

    return same


def _one_of(known: set[tuple[type, Any]]) -> Callable[[Any], Any]:
    def literal(value: Any) -> Any:
        if type(value) not in (str, int) or (type(value), value) not in known:
            raise UnfitError
        return value

    return literal


def _either(choices: list[Callable[[Any], Any]]) -> Callable[[Any], Any]:
    if len(choices) == 1:
        return choices[0]

    def first(value: Any) -> Any:
        for choice in choices:
            try:
                return choice(value)
            except UnfitError:
                continue
        raise UnfitError

    return first


def _each(kind: type, element: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def several(value: Any) -> Any:
        # A check before it may have made a tuple of the list given.
        if type(value) not in (list, kind):
            raise UnfitError
        return kind(map(element, value))

    return several


def _object(
    make: Callable[..., Any], declared: dict[str, Any], needed: Iterable[str]
) -> Callable[[Any], Any]:
    fields = {name: _fit(one) for name, one in declared.items()}
    required = frozenset(needed)

    def whole(value: Any) -> Any:
        if type(value) is not dict or not required <= value.keys() <= fields.keys():
            raise UnfitError
        return make(**{name: fields[name](given) for name, given in value.items()})

    return whole


def _checked(inner: Any, rules: tuple[Any, ...]) -> Callable[[Any], Any]:
    found: Callable[[Any], Any] | None = None
    for rule in rules:
        if isinstance(rule, Before):
            found = _chain(rule.change, _fit(inner) if found is None else found)
        elif isinstance(rule, After):
            if found is None:
                found = _fit(inner if rule.given is None else rule.given)
            found = _chain(found, rule.check)
        else:
            raise UnfitError
    return _fit(inner) if found is None else found


def _chain(first: Callable[[Any], Any], then: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: then(first(value))
