"""What the fields of a file format take, for annotations: days, texts and checks of one's own.

Pydantic calls what stands here; it is imported when something is first checked, not with this
module: a program that scores a plain request checks nothing that needs it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Final

from core.errors import CaseError, InputError, shown
from core.reading.text import WRITE_DAY

if TYPE_CHECKING:
    from pydantic_core import CoreSchema, PydanticCustomError


class Form:
    """Base of the dataclasses that declare a file's form: keys nobody knows are refused."""

    __slots__ = ()
    __pydantic_config__: ClassVar[Mapping[str, Any]] = {"extra": "forbid"}

    EXAMPLE: ClassVar[str] = ""
    """How it is written, for messages about what is missing."""


@dataclasses.dataclass(frozen=True, slots=True)
class Before:
    """In an annotation: what turns a value as given into what the field takes, or refuses it."""

    change: Callable[[Any], Any]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: Callable[[Any], CoreSchema]
    ) -> CoreSchema:
        """Return the field's schema with the change before it."""
        from pydantic_core import core_schema

        return core_schema.no_info_before_validator_function(self.change, handler(source))


@dataclasses.dataclass(frozen=True, slots=True)
class After:
    """In an annotation: what checks or completes a value that has the field's type.

    ``given`` is the type of the value in the file, where it is not the field's own.
    """

    check: Callable[[Any], Any]
    given: Any = None

    def __get_pydantic_core_schema__(
        self, source: Any, handler: Callable[[Any], CoreSchema]
    ) -> CoreSchema:
        """Return the field's schema with the check after it."""
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(
            self.check, handler(source if self.given is None else self.given)
        )


def refuse(
    what: str, hint: str, *, field: str = "", error: type[InputError] | None = None
) -> PydanticCustomError:
    """Return the error a validator raises.

    Args:
        what: what is wrong, as one sentence.
        hint: the remedy.
        field: the field inside the value it stands in.
        error: the branch of the error tree, where it is not the one of the whole input.
    """
    from pydantic_core import PydanticCustomError

    return PydanticCustomError(
        "remedy", "{what}", {"what": what, "hint": hint, "field": field, "error": error}
    )


_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# The Classification Act of 1949 opens the law held here; the end catches mistyped years.
_FIRST_YEAR: Final = 1949
_LAST_YEAR: Final = 2199


def read_day(value: object, where: str = "") -> date:
    """Return a calendar day given as one or as its text.

    Raises:
        CaseError: it is neither, or lies in no year that can be meant.
    """
    day: date | None = None
    if isinstance(value, date) and not isinstance(value, datetime):
        day = value
    elif isinstance(value, str) and _DAY.fullmatch(value):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            day = None
    if day is None:
        raise CaseError(f"{shown(value)} is not a date", where=where, hint=WRITE_DAY)
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise CaseError(
            f"{day.isoformat()} lies outside the years {_FIRST_YEAR} to {_LAST_YEAR}",
            where=where,
            hint="Correct the year.",
        )
    return day


def _day(value: object) -> date:
    try:
        return read_day(value)
    except CaseError as wrong:
        raise refuse(wrong.message, wrong.hint) from None


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise refuse(f"{shown(value)} is not true or false", "Write true or false.")
    return value


def _words(value: str) -> str:
    if not value.strip():
        raise refuse("the text is empty", "Write it, or leave the field out if it may be left out.")
    return value


Day = Annotated[date, Before(_day)]
"""A calendar day, written 2014-08-20 with or without quotation marks; never a time."""

Flag = Annotated[bool, Before(_flag)]
"""True or false; never a word or a number that may mean it."""

Words = Annotated[str, After(_words)]
"""A text that says something."""
