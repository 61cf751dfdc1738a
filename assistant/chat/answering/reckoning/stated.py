"""Points that a message states for levels and for their total, held against those of the table.

An evaluation copied out is rarely wrong in its levels and often in its sums. What it states is
named as its own figure and never counts: the total is the core's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import listed
from index.language.late import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_NUMBER = r"\d{1,2},\d{3}|\d{1,4}"
_AT_LEVEL = pattern(
    rf"\b(?P<level>[1-9]-[1-9A-D])\b\)?[ \t]*[,(:=]*[ \t]*(?:is |at |for |worth )?"
    rf"(?P<points>{_NUMBER})(?![\d%]|,\d|[ ]?-[ ]?\d)",
    re.IGNORECASE,
)
_TOTAL = pattern(
    rf"\b(?:totals?|totall?ing|sum|come[s]? to|add(?:s|ing)? up to|in all|altogether)\b\W{{0,3}}"
    rf"(?:(?:of|is|at|points|score|came to|says?)\W{{0,2}}){{0,2}}(?P<first>{_NUMBER})\b"
    rf"|=\s*(?P<second>\d,\d{{3}}|\d{{4}})\b",
    re.IGNORECASE,
)
FEWEST = 3
"""Levels with points from which a message is read as stating the points of each."""


@dataclass(frozen=True, slots=True)
class Stated:
    """The points a message states: by level, and for all of them together."""

    by_level: Mapping[str, int]
    total: int | None


def stated(message: str) -> Stated:
    """Return the points that a message states for its levels and for their total."""
    found = _TOTAL.search(message)
    total = _whole(found["first"] or found["second"]) if found is not None else None
    by_level = {
        one["level"].upper(): _whole(one["points"])
        for one in _AT_LEVEL.finditer(message)
        if _whole(one["points"]) != total
    }
    return Stated(by_level if len(by_level) >= FEWEST else {}, total)


def apart(said: Stated, points: Mapping[str, int], total: int) -> str:
    """Say which of the points stated are not those of the table; empty when all of them are."""
    levels = [
        f"Level {level} is worth {points[level]:,}, not {said.by_level[level]:,}"
        for level in said.by_level
        if level in points and said.by_level[level] != points[level]
    ]
    told = [f"{listed(levels)}."] if levels else []
    if said.total is not None and said.total != total:
        less = "less" if said.total < total else "more"
        told.append(
            f"The total of {said.total:,} that is stated is {abs(said.total - total):,} {less} "
            "than the levels come to."
        )
    return " ".join(told)


def _whole(text: str) -> int:
    return int(text.replace(",", ""))
