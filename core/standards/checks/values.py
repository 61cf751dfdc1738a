"""The kinds of values in a standard's file: what each has to be, and how a mistake is put.

Each kind checks one value by itself and says what is wrong with it and the remedy, in the words
of someone who writes such a file; the JSON schema takes the pattern from the same place.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple, TypeVar

from pydantic import BeforeValidator, Field, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from core.standards.levels import LONGEST, factor_id, normal_factor

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NAME: Final = re.compile(r"^[a-z0-9][a-z0-9-]*$")
SHA256: Final = re.compile(r"^[0-9a-f]{64}$")


class Mistake(NamedTuple):
    """What is wrong at a place inside what was looked at, and the remedy."""

    place: tuple[int | str, ...]
    what: str
    hint: str


def refuse(what: str, hint: str) -> PydanticCustomError:
    """Return the error of a value: what is wrong with it, and the remedy."""
    return PydanticCustomError("remedy", "{what}", {"what": what, "hint": hint})


def _text(value: object) -> object:
    if not isinstance(value, str) or not value.strip():
        raise refuse("must be a text that is not empty", "Write it in quotation marks.")
    return value


def _said(value: object) -> object:
    return value if value == "" else _text(value) if not isinstance(value, str) else value


def _name(value: object) -> object:
    text = _text(value)
    if not NAME.fullmatch(str(text)):
        raise refuse(
            f"is {text!r}, which cannot name a file",
            "Write small letters, digits and hyphens, such as gs-0200 or 2000-12.",
        )
    return text


def _whole(value: object) -> object:
    if not isinstance(value, int) or isinstance(value, bool):
        raise refuse(f"must be a whole number, not {value!r}", "Write digits only, such as 450.")
    return value


def _above_zero(where: str) -> BeforeValidator:
    def check(value: object) -> object:
        number = _whole(value)
        if isinstance(number, int) and number <= 0:
            raise refuse(f"is {number}, but points are above zero", f"Check the {where}.")
        return number

    return BeforeValidator(check)


def _flag(value: object) -> object:
    if not isinstance(value, bool):
        raise refuse(
            f"must be true or false, not {value!r}", "Write true or false, without quotation marks."
        )
    return value


def _day(value: object) -> object:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise refuse(
            "must be a date such as 2009-08-01, without quotation marks",
            "Write year, month and day.",
        )
    return value


def factor_number(hint: str) -> BeforeValidator:
    """Return what takes a factor's number in any spelling and gives the one it is known by."""

    def check(value: object) -> object:
        key = None if isinstance(value, bool) else normal_factor(str(value))
        if key is None:
            raise refuse(f"is {value!r}, which is not a factor's number", hint)
        return factor_id(key)

    return BeforeValidator(check)


def key_value(value: object) -> object:
    """Return a key of an aspect, which is small letters and digits."""
    text = str(_text(value))
    if not text.replace("_", "").isalnum() or text != text.lower():
        raise refuse(
            f"is {text!r}, but a key is small letters and digits",
            "Write a short key such as review or main_duty.",
        )
    return text


def sha256_value(value: object) -> object:
    """Return a sha256, which is 64 digits of base 16."""
    text = str(_text(value))
    if not SHA256.fullmatch(text):
        raise refuse(
            "must be 64 digits and letters from a to f",
            "Write the sha256 of the document's file, or import the document again.",
        )
    return text


def list_of(what: str, hint: str) -> BeforeValidator:
    """Return what takes a list of texts that say something; ``what`` they are, for messages."""

    def check(value: object) -> object:
        if not isinstance(value, list | tuple) or not all(
            isinstance(text, str) and text.strip() for text in value
        ):
            raise refuse(f"must be a list of {what}", hint)
        return value

    return BeforeValidator(check)


def _listed(value: object) -> object:
    if not isinstance(value, list | tuple):
        raise refuse(
            "must be a list of tables with at least one entry",
            "Write each entry under its own [[...]] heading.",
        )
    return value


def _some(value: object) -> object:
    return _listed(value or None)


T = TypeVar("T")
Tables = Annotated[tuple[T, ...], BeforeValidator(_listed)]
Some = Annotated[tuple[T, ...], BeforeValidator(_some), Field(json_schema_extra={"minItems": 1})]

Text = Annotated[str, BeforeValidator(_text), Field(json_schema_extra={"pattern": r"\S"})]
Said = Annotated[str, BeforeValidator(_said)]
Page = Annotated[
    Text, Field(description='The printed page, as a text: "47"; or another place in words.')
]
FurtherPage = Annotated[Said, Field(description="The last printed page, where it is another.")]
LevelName = Annotated[
    Text,
    Field(
        json_schema_extra={
            "pattern": r"^[1-9][0-9]?[A-Z]?-([0-9]{1,2}|[A-Z])$",
            "maxLength": LONGEST,
        },
        description="A level's name: factor, dash, step, such as 2-4, 4A-2 or 7-B.",
    ),
]
Own = Annotated[
    Said, Field(description='The document\'s own words; only in a file with text = "official".')
]
Name = Annotated[str, BeforeValidator(_name), Field(json_schema_extra={"pattern": NAME.pattern})]
Whole = Annotated[int, BeforeValidator(_whole)]
Points = Annotated[
    int,
    _above_zero("points against the document"),
    Field(json_schema_extra={"exclusiveMinimum": 0}),
]
CellPoints = Annotated[
    int, _above_zero("cell against the printed chart"),
    Field(json_schema_extra={"exclusiveMinimum": 0}),
]  # fmt: skip
Flag = Annotated[bool, BeforeValidator(_flag)]
Day = Annotated[date, BeforeValidator(_day)]


def one_of(value: object, allowed: Sequence[str], key: str) -> PydanticCustomError:
    """Return the error of a value that is none of the words its key takes."""
    one = "one of " if len(allowed) > 1 else ""
    return refuse(
        f"is {value!r}, but must be {one}{', '.join(allowed)}",
        f'Write it as {key} = "{allowed[0]}"' + (" or another of them." if one else "."),
    )


def refuse_all(mistakes: Iterable[Mistake]) -> None:
    """Raise the mistakes found in a value, each at its own place inside it."""
    found = [
        InitErrorDetails(type=refuse(one.what, one.hint), loc=one.place, input=None)
        for one in mistakes
    ]
    if found:
        raise ValidationError.from_exception_data("standard", found)
