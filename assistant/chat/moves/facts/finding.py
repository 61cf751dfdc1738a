"""Which fact of a case is meant, by words of it: "the one about approving procedures"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from assistant.chat.reading.numbers import CARDINALS, alternation, whole

if TYPE_CHECKING:
    from core.model import Fact

_T = TypeVar("_T")
NUMBER = rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?|\b(?:{alternation(CARDINALS)})\b)"
"""A number as people write it, in figures or in words."""
_COUNTED = re.compile(
    rf"(?<![\w.,-])(?P<n>{NUMBER})(?![\w.-]*\d)(?:\s+(?P<unit>[a-z]+))?", re.IGNORECASE
)
_WORD = re.compile(r"[a-z0-9]+")
_ENDINGS = ("ings", "ing", "ed", "es", "s", "e")
_FEWEST = 3
MOST, SOME = 0.6, 0.3
"""The share of the words said that a fact must hold to be the one meant, or perhaps meant."""
_COMMON = frozenset(
    [
        *("the", "and", "that", "this", "with", "for", "was", "were", "are", "has", "had", "have"),
        *("not", "but", "from", "about", "what", "said", "told", "you", "one", "ones", "fact"),
        *("facts", "line", "entry", "statement", "note", "sentence", "says", "saying", "where"),
        *("case", "file", "actually", "correction", "please", "should", "say", "read", "instead"),
        *("now", "took", "does", "did", "done", "any", "more", "there", "they", "them", "which"),
        *("fix", "correct", "change", "wrong", "sorry", "out", "can", "item", "thing", "part"),
        *("factor", "factors", "level", "levels"),
    ]
)


def stems(text: str) -> set[str]:
    """Return the telling words of a text without their endings."""
    words = _WORD.findall(text.lower().replace("'s", " "))
    return {_stem(word) for word in words if len(word) >= _FEWEST and word not in _COMMON}


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _FEWEST:
            word = word[: -len(ending)]
            break
    return f"{word[:-1]}i" if word.endswith("y") else word


def about(facts: Iterable[Fact], words: str) -> list[Fact]:
    """Return the facts that hold most of some words, at least two of three."""
    return _nearest([(f"{one.text} {one.source}", one) for one in facts], words, MOST)


def perhaps(facts: Iterable[Fact], words: str) -> list[Fact]:
    """Return the facts that hold some of the words."""
    return _nearest([(f"{one.text} {one.source}", one) for one in facts], words, SOME)


def only_said(told: Iterable[str], facts: Iterable[Fact], words: str) -> list[str]:
    """Return the statements that hold more of some words than any fact of the case."""
    stated = [(f"{one.text} {one.source}", "") for one in facts]
    near = _nearest([*((one, one) for one in told), *stated], words, MOST)
    return near if all(near) else []


def _nearest(named: Sequence[tuple[str, _T]], words: str, least: float) -> list[_T]:
    wanted = stems(words)
    found = [(len(wanted & stems(text)), one) for text, one in named]
    best = max((count for count, _ in found), default=0)
    if not best or best < least * len(wanted):
        return []
    return [one for count, one in found if count == best]


def holding(facts: Iterable[Fact], number: str, words: str, *, least: int) -> list[Fact]:
    """Return the facts that state a number, of those the nearest to some words.

    At least ``least`` of the words must stand in a fact.
    """
    wanted, stated = stems(words), [one for one in facts if places(one.text, number)]
    found = [(len(wanted & stems(f"{one.text} {one.source}")), one) for one in stated]
    best = max((count for count, _ in found), default=0)
    return [one for count, one in found if count == best and best >= least]


def places(text: str, number: str, unit: str = "") -> list[tuple[int, int]]:
    """Return where a text states a number, however written; with a unit where it counts that."""
    value, spans = whole(number), []
    for one in _COUNTED.finditer(text):
        fits = not unit or (one["unit"] and _stem(one["unit"].lower()) == _stem(unit.lower()))
        if fits and whole(one["n"]) == value:
            spans.append(one.span("n"))
    return spans


def counting(text: str, unit: str) -> list[str]:
    """Return the numbers by which a text counts a unit, as written: "12" of "12 systems"."""
    wanted = _stem(unit.lower())
    counted = _COUNTED.finditer(text)
    return [one["n"] for one in counted if one["unit"] and _stem(one["unit"].lower()) == wanted]


def first_counted(text: str) -> tuple[str, str]:
    """Return the first number of a text and what it counts; empty when it has none."""
    one = _COUNTED.search(text)
    return ("", "") if one is None else (one["n"], one["unit"] or "")


def put_in_place(text: str, old: str, new: str, unit: str = "") -> str:
    """Return a text with one number in the place of another."""
    spans: Sequence[tuple[int, int]] = places(text, old, unit) or places(text, old)
    for start, end in reversed(spans):
        text = f"{text[:start]}{new}{text[end:]}"
    return text
