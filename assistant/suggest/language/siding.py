"""On which side of a level a stated fact lies, by what its words are like.

A reading of words and no finding: it sorts what is to be weighed, so that a reader meets the facts
that go with a level apart from those that go with the level beneath.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from assistant.suggest.described import Described, cut
from assistant.suggest.joint import step
from assistant.suggest.language.hearing import hear, vectors_of

if TYPE_CHECKING:
    from core.model import Case, Fact
    from core.standards.criteria import Aspect
    from index.record.embedding import Embedder

Side = Literal["for", "against", "open"]

REACHES, FALLS_SHORT = 0.74, 0.15
"""How likely the level or a higher one must be, and how unlikely, for a fact to take a side."""
NEAR = 2
"""How many steps from the level in question a sentence by itself can tell."""


@dataclass(frozen=True, slots=True)
class Sided:
    """A fact's side, and the step of the ladder its words are most like.

    The step is 0 where the side is open, and where it lies so far from the level in question that
    one sentence cannot tell it.
    """

    side: Side
    step: int = 0


def sided(texts: Sequence[str], factor: str, level: str, embedder: Embedder) -> list[Sided]:
    """Return on which side of a level each text lies.

    Args:
        texts: what is stated of the factor, a fact each.
        factor: the factor's number.
        level: the level in question.
        embedder: makes the vectors.

    Raises:
        ModelError: the embedding model failed.
    """
    asked = step(level)
    found = []
    for text in texts:
        described = Described(tuple(cut(text, "", factor)))
        vectors = vectors_of(described, embedder)
        heard = hear(described, vectors, [factor]).get(factor)
        found.append(Sided("open") if heard is None else _side(heard.steps, asked))
    return found


def by_side(
    facts: Iterable[Fact], level: str, embedder: Embedder, *, without: Collection[str] = ()
) -> dict[Side, list[tuple[Fact, str]]]:
    """Return the facts stated of a level's factor by their side of it, the highest first.

    Each comes with the level its words are most like, empty where one sentence cannot tell it.

    Args:
        facts: the facts of a case; those of other factors are passed over.
        level: such as ``"2-5"``, or the cell of a chart.
        embedder: makes the vectors.
        without: texts to pass over, such as what is a finding's evidence already.

    Raises:
        ModelError: the embedding model failed.
    """
    factor, _, place = level.rpartition("-")
    own = [one for one in facts if str(one.factor) == factor and one.text not in without]
    found: dict[Side, list[tuple[Fact, str]]] = {"for": [], "against": [], "open": []}
    if not own:
        return found
    sides = sided([one.text for one in own], factor, level, embedder)
    for fact, one in sorted(zip(own, sides, strict=True), key=lambda two: -two[1].step):
        told = str(one.step) if place.isdecimal() else chr(ord("A") + one.step - 1)
        found[one.side].append((fact, f"{factor}-{told}" if one.step else ""))
    return found


def unweighed(
    case: Case, level: str, aspects: Iterable[Aspect], embedder: Embedder
) -> dict[Side, list[tuple[Fact, str]]]:
    """Return the facts of a case by their side of a level, those that nobody has weighed yet.

    What is a finding's evidence is left out; and where every criterion of the level is answered a
    person has weighed them all.

    Raises:
        ModelError: the embedding model failed.
    """
    answered = {one.aspect for one in case.findings}
    if all(aspect.id in answered for aspect in aspects):
        return by_side((), level, embedder)
    taken = {evidence.text for one in case.findings for evidence in one.evidence}
    return by_side(case.facts, level, embedder, without=taken)


def _side(logs: dict[int, float], asked: int) -> Sided:
    top = max(logs.values())
    weights = {place: math.exp(value - top) for place, value in logs.items()}
    reaching = sum(share for place, share in weights.items() if place >= asked)
    share = reaching / sum(weights.values())
    nearest = max(weights, key=lambda place: weights[place])
    told = nearest if abs(nearest - asked) <= NEAR else 0
    if share >= REACHES:
        return Sided("for", told)
    return Sided("against", told) if share <= FALLS_SHORT else Sided("open")
