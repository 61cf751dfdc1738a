"""The core's figures for the questions an answer raises; nothing is computed here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from index.models import Decision, base_level

if TYPE_CHECKING:
    from core.fes.opened import OpenedCase
    from core.model import Evaluation


def tried(
    opened: OpenedCase | None, levels: Mapping[str, str], others: Sequence[str]
) -> Evaluation:
    """Return the core's evaluation of levels with others in their factors' places.

    Without a case the levels are those of the Primary Standard.
    """
    from core.fes.grading import evaluate_levels, evaluation_of

    changed = {**levels, **{other.rpartition("-")[0]: other for other in others}}
    if opened is None:
        return evaluate_levels("fes-primary", changed)
    return evaluation_of(opened.rate(changed))


def one_a_factor(named: Sequence[str], levels: Mapping[str, str]) -> list[str]:
    """Return one level for each factor: of several that are compared, one not credited yet."""
    found: dict[str, str] = {}
    for level in named:
        factor = level.rpartition("-")[0]
        if factor not in found or found[factor] == levels.get(factor):
            found[factor] = level
    return list(found.values())


def alternatives(
    opened: OpenedCase | None, levels: Mapping[str, str], others: Sequence[str]
) -> list[tuple[str, Evaluation]]:
    """Return the core's evaluation with each other level in its factor's place."""
    return [
        (other, tried(opened, levels, [other]))
        for other in others
        if levels.get(other.rpartition("-")[0]) != other
    ]


def decision_levels(decision: Decision) -> dict[str, str] | None:
    """Return the nine levels a decision credited, or None when it does not state all nine."""
    levels = {str(f.factor): base_level(f.credited) for f in decision.factors if f.credited}
    return levels if set(levels) == {str(n) for n in range(1, 10)} else None
