"""Read the parts of a request: each value of the right kind, each key known, or one sentence.

The sentence names the field and the remedy (:class:`core.errors.CaseError`). Numbers are kept
exact, as typed: a share of 24.96 percent is not 25.
"""

from __future__ import annotations

import difflib
import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from core.errors import CaseError, at, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

LOWEST_GRADE: Final = 1
HIGHEST_GRADE: Final = 15
MOST: Final = 10**12
"""The largest amount read as hours or dollars."""

_LONGEST: Final = 60
"""The longest name looked at; no grade, rank, key or situation is nearly as long."""

_DASH: Final = "[-\u2010-\u2015\u2212]"
_GRADE: Final = re.compile(rf"\s*(?:G[SM]\s*{_DASH}?\s*)?0?([0-9]{{1,2}})\s*", re.IGNORECASE)
_EXECUTIVE: Final = re.compile(
    r"ses|es|ex|executive|executive level|senior executive service|senior executive|"
    r"flag officer|general officer|flag or general officer|above gs 15|"
    r"(?:e[sx]|executive level)\s?(?:i{1,3}|iv|v|[1-6])|gs\s?1[678]|o\s?(?:7|8|9|10)",
)
_KINDS: Final = {dict: "an object", list: "a list", str: "a text", bool: "true or false"}

Rank = int | str
"""A General Schedule grade, or the text that names a rank above grade 15."""


def kind(value: object) -> str:
    """Return what sort of value was given, for messages."""
    return "null" if value is None else _KINDS.get(type(value), "a number")


def exact(number: float) -> Fraction:
    """Return a number as it was typed, without the error of binary fractions."""
    return Fraction(number) if isinstance(number, int) else Fraction(repr(number))


def words(text: str) -> str:
    """Return a name in one spelling: small letters, single blanks, no punctuation."""
    return re.sub(r"[^a-z0-9]+", " ", text[: _LONGEST + 1].casefold()).strip()


class Fields:
    """One object of a request. Values that are null count as not given."""

    def __init__(
        self, data: object, *, where: str, path: str, keys: tuple[str, ...], shape: str
    ) -> None:
        """Check the object and its keys.

        Args:
            data: what was given.
            where: the input's name.
            path: the object's place in the input; empty for the input itself.
            keys: the keys it may have.
            shape: an example of it, for messages.
        """
        self.where = where
        self.path = path
        self._shape = shape
        if not isinstance(data, dict):
            raise CaseError(
                f"{kind(data)} is given, but an object is needed",
                where=at(where, path) if path else where,
                hint=f"Write {shape}.",
            )
        for key in data:
            if key not in keys:
                near = difflib.get_close_matches(str(key)[:_LONGEST], keys, n=1)
                meant = f"Did you mean {near[0]!r}? " if near else ""
                raise CaseError(
                    f"{shown(key)} is not a key here",
                    where=at(where, path) if path else where,
                    hint=f"{meant}The keys are {', '.join(keys)}.",
                )
        self.data: Mapping[str, Any] = data

    def has(self, key: str) -> bool:
        """Return whether a value is given."""
        return self.data.get(key) is not None

    def place(self, key: str) -> str:
        """Return where a key stands, for messages."""
        return at(self.where, f"{self.path}.{key}" if self.path else key)

    def error(self, key: str, message: str, hint: str) -> CaseError:
        """Return an error about a key."""
        return CaseError(message, where=self.place(key), hint=hint)

    def require(self, key: str) -> Any:
        """Return a value that must be given."""
        if not self.has(key):
            raise self.error(key, f'"{key}" is missing', f"Write {self._shape}.")
        return self.data[key]

    def flag(self, key: str) -> bool | None:
        """Return true or false, or None when nothing is given."""
        value = self.data.get(key)
        if value is not None and not isinstance(value, bool):
            raise self.error(key, f"{shown(value)} is not true or false", "Write true or false.")
        return value

    def choice(self, key: str, allowed: tuple[str, ...]) -> str | None:
        """Return one of a few words, or None when nothing is given."""
        value = self.data.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or value not in allowed:
            raise self.error(key, f"{shown(value)} is not known", f"Choose {_either(allowed)}.")
        return value

    def amount(self, key: str) -> Fraction:
        """Return a required amount that is not negative, such as hours."""
        value = self.require(key)
        number = self._number(key, value)
        if number < 0:
            raise self.error(
                key, f"{shown(value)} is below zero", "Give the amount of work, or no row."
            )
        return number

    def percent(self, key: str) -> Fraction | None:
        """Return a percentage from 0 to 100, or None when nothing is given."""
        value = self.data.get(key)
        if value is None:
            return None
        number = self._number(key, value)
        if not 0 <= number <= 100:
            raise self.error(
                key, f"{shown(value)} is not a percentage", "Write a number from 0 to 100."
            )
        return number

    def _number(self, key: str, value: object) -> Fraction:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        # Infinity and what is not a number compare false here; both come from TOML.
        if not number or not -MOST <= value <= MOST:  # type: ignore[operator]
            raise self.error(key, f"{shown(value)} is not a number", "Write a plain number.")
        return exact(value)  # type: ignore[arg-type]

    def grade(self, key: str) -> int | None:
        """Return a General Schedule grade, or None when nothing is given."""
        value = self.data.get(key)
        return None if value is None else grade(value, where=self.place(key))

    def rank(self, key: str) -> Rank | None:
        """Return a grade or the name of a rank above grade 15, or None when nothing is given."""
        value = self.data.get(key)
        return None if value is None else rank(value, where=self.place(key))

    def entries(self, key: str) -> list[Any]:
        """Return a list, empty when nothing is given."""
        value = self.data.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.error(key, f"{kind(value)} is given, not a list", "Write a list: [...].")
        return value

    def numbers(self, key: str, highest: int) -> tuple[int, ...]:
        """Return different numbers from 1 to ``highest``, in order."""
        found: set[int] = set()
        for value in self.entries(key):
            if type(value) is not int or not 1 <= value <= highest:
                raise self.error(
                    key,
                    f"{shown(value)} is not a number in the list printed there",
                    f"Use the numbers from 1 to {highest}.",
                )
            if value in found:
                raise self.error(key, f"{value} is given twice", "Name each number once.")
            found.add(value)
        return tuple(sorted(found))


def grade(value: object, *, where: str) -> int:
    """Read a General Schedule grade: 11, ``"11"``, ``"GS-11"`` or ``"GM-13"``.

    Raises:
        CaseError: it is no grade from 1 to 15.
    """
    number: int | None = None
    if isinstance(value, int) and not isinstance(value, bool):
        number = value
    elif isinstance(value, str) and len(value) <= _LONGEST:
        match = _GRADE.fullmatch(value)
        number = int(match[1]) if match else None
    if number is None or not LOWEST_GRADE <= number <= HIGHEST_GRADE:
        raise CaseError(
            f"{shown(value)} is not a General Schedule grade",
            where=where,
            hint="Write one from GS-1 to GS-15; for other pay plans, the grade the work equals.",
        )
    return number


def rank(value: object, *, where: str) -> Rank:
    """Read a grade, or a rank above grade 15 such as ``"SES"``, ``"EX-IV"`` or ``"O-7"``.

    Raises:
        CaseError: it is neither.
    """
    if isinstance(value, str) and len(value) <= _LONGEST and _EXECUTIVE.fullmatch(words(value)):
        return " ".join(value.split())
    try:
        return grade(value, where=where)
    except CaseError as error:
        raise CaseError(
            f"{shown(value)} is neither a grade nor a rank above grade 15",
            where=where,
            hint='Write one such as "GS-14", or "SES" for an executive or the equivalent.',
        ) from error


def grades_text(grades: tuple[int, ...]) -> str:
    """Return the grades something may be, which follow on each other."""
    if len(grades) > 2:
        return f"GS-{grades[0]} to GS-{grades[-1]}"
    return " or ".join(f"GS-{grade}" for grade in grades)


def percent_text(share: Fraction) -> str:
    """Return a share in percent, cut and never rounded up: 24.96 reads 24.9, not 25."""
    tenths = share.numerator * 10 // share.denominator
    return f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10)


def _either(allowed: tuple[str, ...]) -> str:
    *most, last = [f'"{word}"' for word in allowed]
    return f"{', '.join(most)} or {last}"
