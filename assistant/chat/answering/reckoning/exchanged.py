"""A total told, and levels exchanged: what of a message names them."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from assistant.chat.reading.numbers import LEAST_TOTAL

if TYPE_CHECKING:
    from assistant.chat.model import Question

_LATER_GOES = re.compile(
    r"\b(?:instead of|rather than|in place of|in lieu of|replac(?:es|ed|ing)|not|over)\b",
    re.IGNORECASE,
)
"""Words before the level that is given up: "4-5 instead of 4-4"."""
_DOWN = re.compile(
    r"\b(?:los[et]|losing|drop\w*|cut|lower\w*|down|knock\w*|tak\w+ away|reduc\w+|minus)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"^[\s,]*(?:up |down )?(?:to|for|with|by|into|becomes?|->|=>|>)", re.IGNORECASE
)
"""What stands between a level and the one in its place: "4-4 to 4-5", "2-4 replaced by 2-5"."""


def moved(question: Question) -> tuple[tuple[str, str], ...]:
    """Return the levels given up, each with the one in its place; empty when none is paired."""
    by_factor = sorted(question.levels, key=lambda one: one.rpartition("-")[0])
    pairs = [tuple(g) for _, g in groupby(by_factor, key=lambda one: one.rpartition("-")[0])]
    if not pairs or any(len(pair) != 2 for pair in pairs):
        return ()
    return tuple(_ordered(question.message, *pair) for pair in pairs)


def _ordered(text: str, first: str, second: str) -> tuple[str, str]:
    """Return two levels of a factor as the one given up and the one in its place."""
    start, end = text.find(first), text.find(second)
    if start < 0 or end < 0:
        # Written apart ("Factor 4 at level 5"): upward, unless words say otherwise.
        low, high = sorted((first, second))
        return (high, low) if _DOWN.search(text) else (low, high)
    if start > end:
        first, second, start, end = second, first, end, start
    between = text[start + len(first) : end]
    if _LATER_GOES.search(between) and not re.search(r"replaced (?:by|with)", between):
        return second, first
    if _BETWEEN.search(between) or "replaced" in between:
        return first, second
    low, high = sorted((first, second))
    return (high, low) if _DOWN.search(text) else (low, high)


def total_of(question: Question) -> int | None:
    """Return the total of points that a message names, or None."""
    return next((points for points in question.points if points >= LEAST_TOTAL), None)
