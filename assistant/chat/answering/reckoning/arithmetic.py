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

    Without a case the levels are those of the Primary Standard, which also rates a factor that
    goes beyond what the case's standard describes.

    Raises:
        LevelError: there is no such level.
    """
    from core.fes.grading import evaluate_levels, evaluation_of

    changed = {**levels, **{other.rpartition("-")[0]: other for other in others}}
    if opened is None:
        return evaluate_levels("fes-primary", changed)
    outside = beyond(opened, others)
    # Of a digest's levels the core itself measures those it lacks.
    reaching = _reaching(opened, outside) if outside and not opened.standard.partial else opened
    return evaluation_of(reaching.rate(changed))


def beyond(opened: OpenedCase, levels: Sequence[str]) -> list[str]:
    """Return the levels that the standard of a case does not describe."""
    ladders = {str(f.factor): {one.level for one in f.levels} for f in opened.standard.factors}
    return [one for one in levels if one not in ladders.get(one.rpartition("-")[0], {one})]


def _reaching(opened: OpenedCase, levels: Sequence[str]) -> OpenedCase:
    """Return a case with the factors of some levels extended by the Primary Standard."""
    from core.fes.opened import open_case
    from core.model import Extension

    case = opened.case
    by_factor = {level.rpartition("-")[0]: level for level in levels}
    known = {str(one.factor) for one in case.extensions}
    further = [Extension(factor=f, reason="tried") for f in by_factor if f not in known]
    changed = {"extensions": (*case.extensions, *further), "sought": {**case.sought, **by_factor}}
    return open_case(case.model_copy(update=changed))


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
