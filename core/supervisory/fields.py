"""What the fields of a request take: grades, ranks, amounts and shares, exact as typed.

A share of 24.96 percent is not 25.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Annotated, Final

from core.errors import shown
from core.reading import Before, kind, refuse

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
_NO: Final = ("", "no", "none", "false", "not", "0")

REASONS: Final = ("support", "supervisory", "leader", "independence", "research", "no-authority")
"""Why work is left out of the workload (p. 22)."""


def words(text: str) -> str:
    """Return a name in one spelling: small letters, single blanks, no punctuation."""
    return re.sub(r"[^a-z0-9]+", " ", text[: _LONGEST + 1].casefold()).strip()


def _grade(value: object) -> int:
    """Read a General Schedule grade: 11, ``"11"``, ``"GS-11"`` or ``"GM-13"``."""
    number: int | None = None
    if isinstance(value, int) and not isinstance(value, bool):
        number = value
    elif isinstance(value, str) and len(value) <= _LONGEST:
        match = _GRADE.fullmatch(value)
        number = int(match[1]) if match else None
    if number is None or not LOWEST_GRADE <= number <= HIGHEST_GRADE:
        raise refuse(
            f"{shown(value)} is not a General Schedule grade",
            "Write one from GS-1 to GS-15; for other pay plans, the grade the work equals.",
        )
    return number


def _rank(value: object) -> int | str:
    """Read a grade, or a rank above grade 15 such as ``"SES"``, ``"EX-IV"`` or ``"O-7"``."""
    if isinstance(value, str) and len(value) <= _LONGEST and _EXECUTIVE.fullmatch(words(value)):
        return " ".join(value.split())
    try:
        return _grade(value)
    except ValueError as error:
        raise refuse(
            f"{shown(value)} is neither a grade nor a rank above grade 15",
            'Write one such as "GS-14", or "SES" for an executive or the equivalent.',
        ) from error


def _number(value: object) -> Fraction:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    # Infinity and what is not a number compare false here; both come from TOML.
    if not number or not -MOST <= value <= MOST:  # type: ignore[operator]
        raise refuse(f"{shown(value)} is not a number", "Write a plain number.")
    # A float as it was typed, without the error of binary fractions.
    return Fraction(value if isinstance(value, int) else repr(value))


def _amount(value: object) -> Fraction:
    number = _number(value)
    if number < 0:
        raise refuse(f"{shown(value)} is below zero", "Give the amount of work, or no row.")
    return number


def _percent(value: object) -> Fraction:
    number = _number(value)
    if not 0 <= number <= 100:
        raise refuse(f"{shown(value)} is not a percentage", "Write a number from 0 to 100.")
    return number


def _share(value: object) -> Fraction:
    """Read a share in percent. Below 1 it is a fraction: no base rests on under 1 percent."""
    percent = _percent(value)
    if percent == 1:
        raise refuse("a share of 1 may mean 1 percent or all", "Write 100 for all of it.")
    return percent * 100 if 0 < percent < 1 else percent


def _supervisor_level(value: object) -> int:
    if type(value) is not int or not 1 <= value <= 9:
        raise refuse(
            f"{shown(value)} is not a supervisory level",
            "Write 1 for a first level supervisor, 2 for a second level one, and so on.",
        )
    return value


def _excluded(value: object) -> str:
    """Read why work is left out: empty, a reason the guide knows, or that one was stated."""
    if isinstance(value, bool):
        return "stated" if value else ""
    if not isinstance(value, str) or words(value) in _NO:
        raise refuse(
            f"{shown(value)} does not say whether the work is left out",
            f"Write true, false or a reason: {', '.join(REASONS)}.",
        )
    return value if value in REASONS else "stated"


def _numbers(value: object) -> tuple[int, ...]:
    """Read different numbers of a printed list, in order; how many there are, the guide says."""
    if not isinstance(value, list):
        raise refuse(f"{kind(value)} is given, not a list", "Write a list: [...].")
    for number, one in enumerate(value):
        if type(one) is not int or one < 1:
            raise refuse(
                f"{shown(one)} is not a number in the list printed there",
                "Use the numbers printed, from 1.",
            )
        if one in value[:number]:
            raise refuse(f"{one} is given twice", "Name each number once.")
    return tuple(sorted(value))


Rank = int | str
"""A General Schedule grade, or the text that names a rank above grade 15."""

Grade = Annotated[int, Before(_grade)]
GivenRank = Annotated[Rank, Before(_rank)]
Amount = Annotated[Fraction, Before(_amount)]
Percent = Annotated[Fraction, Before(_percent)]
Numbers = Annotated[tuple[int, ...], Before(_numbers)]
Share = Annotated[Fraction, Before(_share)]
SupervisorLevel = Annotated[int, Before(_supervisor_level)]
Excluded = Annotated[str, Before(_excluded)]
