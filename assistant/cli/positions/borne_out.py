"""Stated levels held against what their own sections say, heard as `fes suggest` hears them.

The plain signs of :mod:`index.positions.review.levels` know set phrases; other words for the same
are weighed here. A doubt for a person to settle, never a level.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Final

from assistant.suggest.joint import step
from assistant.suggest.language.hearing import hear, vectors_of
from assistant.suggest.opening import of_position
from index.positions.review.findings import finding
from index.record.embedding import MiniLM

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from index.positions.model import FactorSection, PositionDescription
    from index.positions.review.findings import AdequacyFinding

FAR: Final = 0.06
"""A level is doubted where it and those beside it are together less likely than this: one step off
is what two careful readers differ by."""
ALONE: Final = {"6": 0.01, "7": 0.01, "8": 0.08, "9": 0.08}
"""On short ladders most levels lie beside one another: the level stated is held by itself."""


def borne_out(
    position: PositionDescription, told: Collection[str] = ()
) -> Iterator[AdequacyFinding]:
    """Yield the factors whose words speak for a level far from the one stated.

    Args:
        position: the description.
        told: words of sections already doubted.
    """
    if position.form == "supervisory":
        return
    described = of_position(position)
    sections = {
        str(one.factor): one
        for one in position.factors
        if one.guide == "fes" and one.level_stated and not any(part in one.text for part in told)
    }
    stated = [key for key in sections if described.of(key)]
    heard = hear(described, vectors_of(described, MiniLM()), stated) if stated else {}
    for key, hearing in heard.items():
        yield from _doubted(sections[key], key, hearing.steps)


def _doubted(
    section: FactorSection, key: str, steps: Mapping[int, float]
) -> Iterator[AdequacyFinding]:
    top = max(steps.values())
    weights = {place: exp(value - top) for place, value in steps.items()}
    whole = sum(weights.values())
    own = step(section.level_stated or "")
    near = sum(weight for place, weight in weights.items() if abs(place - own) <= 1) / whole
    likeliest = max(weights, key=lambda place: weights[place])
    if own not in weights or likeliest == own:
        return
    if near < FAR or weights[own] / whole < ALONE.get(key, 0.0):
        yield finding(
            "complement",
            "doubt",
            f"Level {section.level_stated} is stated, and the words are like those of Level "
            f"{key}-{likeliest}: read the standard's description of both.",
            quote=section.text.strip().split("\n")[0],
            place=section.place,
        )
