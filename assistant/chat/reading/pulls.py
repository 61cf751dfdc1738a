"""Which way a stated fact's words pull on a factor: towards more of what it measures, or less.

A fact says what it says; the words are only set beside each other, so that a reader sees which
statements cannot both stand and has them cleared up.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from core.model import Frozen

if TYPE_CHECKING:
    from core.model import Case, Fact

_FILE = Path(__file__).resolve().parent / "data" / "pulls.toml"
Way = Literal["up", "down"]


class _Entry(Frozen):
    factor: str
    aspect: str
    up: tuple[str, ...]
    down: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pull:
    """One way the words of a fact pull, and on what of its factor."""

    fact: Fact
    aspect: str
    way: Way


@cache
def _entries() -> tuple[_Entry, ...]:
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))["pulls"]
    return tuple(_Entry.model_validate(entry) for entry in data)


def pulls(fact: Fact) -> list[Pull]:
    """Return the ways a fact's words pull on its factor; none when no word is known."""
    text = " " + " ".join(fact.text.lower().replace("\u2019", "'").split()) + " "
    found: list[Pull] = []
    for entry in _entries():
        if entry.factor != str(fact.factor):
            continue
        up = _stands(text, entry.up)
        # "No manual" holds "manual": what has spoken for more does not speak for less as well.
        left = text
        for word in entry.up:
            left = left.replace(f" {word}", " ")
        down = _stands(left, entry.down)
        if up:
            found.append(Pull(fact, entry.aspect, "up"))
        if down:
            found.append(Pull(fact, entry.aspect, "down"))
    return found


def factor_pulled(text: str) -> str:
    """Return the one factor of whose measure a statement says there is much; else empty.

    Words for little of it ("office", "only") are too common to tell a factor by.
    """
    said = f" {' '.join(text.lower().split())} "
    found = {entry.factor for entry in _entries() if _stands(said, entry.up)}
    return found.pop() if len(found) == 1 else ""


def _stands(text: str, words: Iterable[str]) -> bool:
    return any(f" {word}" in text for word in words)


def facts_on(case: Case, factor: str) -> list[Fact]:
    """Return the facts a case states on one factor, in its order."""
    return [fact for fact in case.facts if str(fact.factor) == factor]
