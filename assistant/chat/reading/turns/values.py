"""What a message says beside the values it names: "and 2-5?" says no more, "argue 2-5" does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.reading.exact import FACTOR_NAMES

if TYPE_CHECKING:
    from assistant.chat.model import Question

SHORT_NAMES = {"knowledge": "1", "supervision": "2", "controls": "2", "guidelines": "3"}
SHORT_NAMES |= {"complexity": "4", "scope": "5", "effect": "5", "contacts": "6", "purpose": "7"}
SHORT_NAMES |= {"demands": "8", "environment": "9"}
"""Factors by one word of their names."""
_AROUND = re.compile(
    r"level 2-5|gs-12|20 percent|2,755|may 3|series 0343|511\.703|c-0080-11-02|"
    r"\b(?:factors? \w+|wage grade|general schedule|w[gls]|gs|gm)\b|[^a-z' ]",
)
"""What stands for values in a message made general."""
_FILLER = frozenset(
    [
        *("and", "or", "but", "so", "then", "also", "too", "again", "instead", "rather", "if"),
        *("same", "thing", "meant", "mean", "meaning", "asking", "asked", "said", "say"),
        *("says", "sorry"),
        *("wait", "actually", "correction", "oops", "mistake", "wrong", "no", "nope", "not"),
        *("what", "how", "about", "for", "with", "at", "in", "on", "from", "of", "to", "the", "a"),
        *("an", "is", "are", "was", "were", "be", "been", "it", "that", "this", "one", "ones"),
        *("i", "i'm", "me", "my", "we", "you", "make", "only", "just", "up", "down", "as", "well"),
        *("it's", "that's", "they're", "say"),
        *("grade", "grades", "level", "levels", "factor", "factors", "points", "percent", "series"),
        *("employee", "employees", "position", "work", "positions", "job", "jobs", "people"),
        *("were",),
        *("one's", "would", "could", "had", "has", "have", "did", "does", "do", "effective"),
    ]
)
"""Words that say nothing beside the value they stand with."""


def says_more(question: Question) -> bool:
    """Tell whether a message says more than the values it names."""
    text = question.general.lower()
    for names in FACTOR_NAMES.values():
        for name in names:
            text = text.replace(name, " ")
    return any(word not in _FILLER for word in _AROUND.sub(" ", text).split())


def factors_of(text: str) -> tuple[str, ...]:
    """Return the factors named by one word of their names: "scope", "guidelines"."""
    words = re.findall(r"[a-z]+", text.lower())
    return tuple(dict.fromkeys(SHORT_NAMES[word] for word in words if word in SHORT_NAMES))


def step(level: str, by: int) -> str:
    """Return the level some steps above or below another; empty when there can be none."""
    factor, _, number = level.rpartition("-")
    if number.isdecimal():
        moved = int(number) + by
        return f"{factor}-{moved}" if moved > 0 else ""
    letter = chr(ord(number) + by) if number else ""
    return f"{factor}-{letter}" if "A" <= letter <= "D" else ""


def one_of(listed: tuple[str, ...], now: tuple[str, ...], which: str) -> str:
    """Return the level meant by "the first", "the other" of those tried together."""
    if which in {"first", "former"}:
        return listed[0]
    if which == "other":
        return next((level for level in listed if level not in now[:1]), listed[-1])
    return listed[1] if which == "second" else listed[-1]
