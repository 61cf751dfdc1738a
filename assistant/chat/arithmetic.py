"""The core's figures for the questions an answer raises; nothing is computed here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.model import Evaluation
    from index.models import Decision


def alternatives(
    standard: str, levels: Mapping[str, str], others: Sequence[str], *, as_of: date | None
) -> list[tuple[str, Evaluation]]:
    """Return the core's evaluation with each other level in its factor's place."""
    from core.fes.grading import evaluate_levels

    found = []
    for other in others:
        factor = other.rpartition("-")[0]
        if levels.get(factor) != other:
            found.append((other, evaluate_levels(standard, {**levels, factor: other}, as_of=as_of)))
    return found


def decision_levels(decision: Decision) -> dict[str, str] | None:
    """Return the nine levels a decision credited, or None when it does not state all nine."""
    levels = {str(f.factor): f.credited for f in decision.factors if f.credited}
    return levels if set(levels) == {str(n) for n in range(1, 10)} else None
