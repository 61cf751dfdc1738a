"""How factors and levels are written, and one spelling for each.

People type ``2-4``, ``Level 2-4`` or paste ``2–4`` with a dash from a document; tables keep
``2-4``. Nothing here decides whether a level exists: the tables do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from core.errors import LevelError, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.model import FactorId

LONGEST: Final = 40
"""No factor or level is written longer; what is longer is not searched for one."""

# Hyphens, dashes and the minus sign in the forms that documents and keyboards give.
_DASHES: Final = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u23af\ufe58\ufe63\uff0d", "-")
)
_LEVEL: Final = re.compile(
    r"\s*(?:level\s+)?([0-9]{1,2}[A-Za-z]?)\s*-\s*([0-9]{1,2}|[A-Za-z])\s*", re.IGNORECASE
)
_FACTOR: Final = re.compile(r"\s*(?:factor\s+)?0{0,2}([1-9][0-9]?)([A-Za-z]?)\s*", re.IGNORECASE)


def one_dash(text: str) -> str:
    """Return a text with every kind of hyphen, dash and minus sign as the plain one."""
    return text.translate(_DASHES)


def normal_level(text: str) -> str | None:
    """Return a level in the one spelling (``"2-4"``), or None when it is not written as one.

    Some standards letter the levels of Factor 7 (``"7-B"``). ``"2-4.5"`` and ``"2-"`` are not
    levels; ``"9-9"`` is written as one though no standard has it.
    """
    if len(text) > LONGEST:
        return None
    match = _LEVEL.fullmatch(one_dash(text))
    if match is None:
        return None
    factor = normal_factor(match[1])
    step = match[2]
    name = str(int(step)) if step.isdecimal() else step.upper()
    return None if factor is None else f"{factor}-{name}"


def normal_factor(text: str) -> str | None:
    """Return a factor's number in the one spelling (``"1"``, ``"4A"``), or None."""
    match = _FACTOR.fullmatch(text) if len(text) <= LONGEST else None
    return None if match is None else match[1] + match[2].upper()


def factor_id(key: str) -> FactorId:
    """Return a normal factor key as a factor's number: 1 for ``"1"``, ``"4A"`` as it is."""
    return int(key) if key.isdecimal() else key


def factor_of(level: str) -> FactorId:
    """Return the factor a level belongs to: 2 for ``"2-5"``, ``"4A"`` for ``"4A-2"``.

    Raises:
        LevelError: the text is not written as a level.
    """
    normal = normal_level(level)
    if normal is None:
        raise LevelError(
            f"{shown(level)} is not a level",
            hint='Write the factor, a dash and the level, such as "2-4".',
        )
    return factor_id(normal.partition("-")[0])


def joined_levels(levels: Iterable[str]) -> str:
    """Return levels as a person lists them, neighbours as a range: ``"2-1 to 2-3, 2-5"``.

    Args:
        levels: in the one spelling, lowest first within each factor.
    """
    runs: list[list[str]] = []
    for level in levels:
        factor, _, step = level.partition("-")
        last = runs[-1][-1].partition("-") if runs else ("", "", "")
        follows = last[0] == factor and step.isdecimal() and last[2].isdecimal()
        if follows and int(step) == int(last[2]) + 1:
            runs[-1].append(level)
        else:
            runs.append([level])
    return ", ".join(f"{run[0]} to {run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs)


def unknown_level(factor: str, known: Iterable[str], level: str) -> tuple[str, str]:
    """Return the message and the hint for a level that a partial edition does not know."""
    message = f"Level {level} is not known: this edition of the standard is partial"
    hint = (
        f"The levels of Factor {factor} it knows are {', '.join(known)}. Read Level {level} in the "
        "standard itself."
    )
    return message, hint
