"""Which way a stated fact's words pull on a factor: towards more of what it measures, or less.

A fact says what it says; the words are only set beside each other, so that a reader sees which
statements cannot both stand and has them cleared up.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from assistant.suggest.language.learning import WHICH, probes
from core.model import Fact, Frozen
from index.language.late import pattern

if TYPE_CHECKING:
    from core.model import Case
    from index.record.embedding import Embedder

_FILE = Path(__file__).resolve().parent / "data" / "pulls.toml"
Way = Literal["up", "down"]
UP, NAMED = 0.35, 0.3
"""How much a word for much of a factor's measure, or for the factor, weighs beside likeness."""
SPEAKS = 0.42
"""Weight below which a statement is not taken to speak of a factor."""


class _Entry(Frozen):
    factor: str
    aspect: str
    names: tuple[str, ...] = ()
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


def said_way(text: str, factor: str, low: str, high: str) -> str:
    """Say for which of two levels the words told speak; empty where they speak for both or none."""
    told = Fact(text=text, factor=factor)
    ways = {pull.way for pull in pulls(told)}
    if ways == {"up"}:
        return f" What you tell speaks for {high}, as far as words go."
    if ways == {"down"}:
        return f" What you tell speaks for {low}, as far as words go."
    return ""


def factor_pulled(text: str) -> str:
    """Return the one factor of whose measure a statement says there is much; else empty.

    Words for little of it ("office", "only") are too common to tell a factor by.
    """
    said = f" {' '.join(text.lower().split())} "
    found = {entry.factor for entry in _entries() if _stands(said, entry.up)}
    return found.pop() if len(found) == 1 else ""


def aspects_pulled(text: str) -> list[str]:
    """Return what a statement says there is much of, such as "how the work is reviewed"."""
    said = f" {' '.join(text.lower().split())} "
    return [entry.aspect for entry in _entries() if _stands(said, entry.up)]


def factor_of(text: str, embedder: Embedder) -> str:
    """Return the factor a statement about a job speaks of; empty when it speaks of none.

    What its words say and what sentences like it speak of are weighed together: "the last study
    moved staffing in all six regions" is like sentences on complexity, and its words tell of reach.
    """
    import numpy as np

    rows = np.array([list(embedder.embed_query(text))], dtype=np.float32)
    probe = probes()[WHICH]
    plain = text.lower().replace("\u2019", "'")
    said = f" {' '.join(plain.split())} "
    shares = map(float, probe.shares([text], rows)[0])
    weights = dict(zip((factor for factor, _ in probe.classes), shares, strict=True))
    for factor in weights:
        own = [entry for entry in _entries() if entry.factor == factor]
        weights[factor] += UP * any(_stands(said, entry.up) for entry in own)
        weights[factor] += NAMED * any(_stands(said, entry.names) for entry in own)
    best = max(weights, key=lambda factor: weights[factor])
    return best if weights[best] >= SPEAKS else ""


def _stands(text: str, words: Iterable[str]) -> bool:
    return any(f" {word}" in text for word in words)


def facts_on(case: Case, factor: str) -> list[Fact]:
    """Return the facts a case states on one factor, in its order."""
    return [fact for fact in case.facts if str(fact.factor) == factor]


_EARNS = pattern(
    r"^\W*(?:(?:and|so|but|then|ok|well)\W+)*(?:do|does|did|will|would|should|can|could) "
    r"(?P<what>[^?]{3,60}?) (?:get|earn|give|make|bring|mean|justify|support)(?: (?:me|us|him|"
    r"her|it))?"
    r"(?: (?:a|the))?(?: level)? \d-\d\W*$",
    re.IGNORECASE,
)
_NO_WORK = frozenset(
    word
    for line in (
        "i we it that this they these those he she you opm hr level levels factor both all and or",
        "the one a an only just alone my appeal agency boss supervisor winning grade points",
    )
    for word in line.split()
)
"""Words that name nothing of the work itself."""


def earns(text: str) -> bool:
    """Tell whether it is asked of something of the work if it earns a level.

    "Does the heat get me 9-2?" asks whether the level is met, not what it would come to.
    """
    found = _EARNS.match(text)
    if found is None or re.search(r"\d", found["what"]):
        return False
    return bool(set(re.findall(r"[a-z]+", found["what"].lower())) - _NO_WORK)
