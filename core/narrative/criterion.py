"""One criterion of a guide: from findings to the level reached, and what is still open.

A description is met when the intent of all of it is (The Classifier's Handbook, TS-107
August 1991, p. 38). The level of record stands until a finding speaks against it; above it
every significant aspect must be found met, and no level is compared before the one beneath.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.model import Answer, Frozen
from core.narrative.case import CriterionResult, NarrativeCase, aspect_id
from core.narrative.guide import Criterion, Guide, GuideLevel


class _Reading(Frozen):
    """What the findings say of one description."""

    failed: tuple[str, ...]
    open: tuple[str, ...]
    met: tuple[str, ...]


def _read(criterion: Criterion, level: GuideLevel, answers: Mapping[str, Answer]) -> _Reading:
    groups: dict[str, list[str]] = {}
    for aspect in level.aspects:
        if aspect.significant:
            name = aspect_id(criterion, level, aspect)
            # A group's name cannot hold a dot, so it never meets the id of a single aspect.
            groups.setdefault(aspect.any_of or name, []).append(name)
    failed: list[str] = []
    unanswered: list[str] = []
    met: list[str] = []
    for group in groups.values():
        good = [name for name in group if answers.get(name) in ("met", "exceeded")]
        bad = [name for name in group if answers.get(name) == "not_met"]
        if good:
            met += good
        elif len(bad) == len(group):
            failed += bad
        else:
            unanswered += [name for name in group if name not in bad]
    return _Reading(failed=tuple(failed), open=tuple(unanswered), met=tuple(met))


def rate_criterion(
    guide: Guide, criterion: Criterion, case: NarrativeCase, answers: Mapping[str, Answer]
) -> CriterionResult:
    """Return the level a criterion reaches, or the levels between which it is open."""
    names = criterion.ladder()
    readings = [_read(criterion, level, answers) for level in criterion.levels]
    record = case.levels.get(criterion.key)
    start = -1 if record is None else names.index(record)
    lost = next((index for index, found in enumerate(readings) if found.failed), None)
    # A level of record stands until a finding speaks against it; above it, all must be met.
    reached = start if lost is None or lost > start else lost - 1
    # Where a level of record is lost, the one above stands refused and the loop does not run.
    while reached + 1 < len(names) and not (
        readings[reached + 1].failed or readings[reached + 1].open
    ):
        reached += 1
    top = _top(criterion, case, answers, reached, lost)
    above = reached + 1
    # What is possible ends below the first level refused, so the next one up is open, not lost.
    stopped_open = above <= top
    possible = tuple("" if index < 0 else names[index] for index in range(reached, top + 1))
    open_aspects = readings[above].open if stopped_open else ()
    deciding: tuple[str, ...] = ()
    if above < len(names) and readings[above].failed:
        deciding = readings[above].failed
    elif reached > start:
        deciding = readings[reached].met
    settled = not stopped_open
    below = settled and reached < 0
    level = None if not settled or below else names[reached]
    described = criterion.levels[max(reached, 0)]
    return CriterionResult(
        criterion=criterion.key,
        name=criterion.name,
        level=level,
        grade=None if level is None else criterion.levels[reached].grade,
        possible=possible,
        below=below,
        deciding=deciding,
        open_aspects=open_aspects,
        reason=_reason(criterion, names, start, reached, top, deciding, open_aspects),
        citation=guide.cite(described.page, criterion.name),
    )


def _top(
    criterion: Criterion,
    case: NarrativeCase,
    answers: Mapping[str, Answer],
    reached: int,
    lost: int | None,
) -> int:
    """Return the highest level that is still possible.

    Without a level of record everything not refused is open. With one, only what somebody
    asks for is: a level sought, or one that a finding speaks of.
    """
    names = criterion.ladder()
    ceiling = len(names) - 1 if lost is None else lost - 1
    if criterion.key not in case.levels:
        return max(reached, ceiling)
    wanted = case.sought.get(criterion.key)
    goal = -1 if wanted is None else names.index(wanted)
    for index, level in enumerate(criterion.levels):
        if any(aspect_id(criterion, level, aspect) in answers for aspect in level.aspects):
            goal = max(goal, index)
    return max(reached, min(goal, ceiling))


def _reason(
    criterion: Criterion,
    names: Sequence[str],
    start: int,
    reached: int,
    top: int,
    deciding: tuple[str, ...],
    open_aspects: tuple[str, ...],
) -> str:
    here = "below the lowest description" if reached < 0 else f"level {names[reached]}"
    if open_aspects:
        ends = names[top]
        return (
            f"{criterion.name}: at least {here}, at most level {ends}; open are "
            f"{', '.join(open_aspects)}."
        )
    if (
        deciding
        and reached + 1 < len(names)
        and deciding[0].startswith(f"{criterion.key}-{names[reached + 1]}.")
    ):
        return (
            f"{criterion.name}: {here}. Level {names[reached + 1]} is not met, because of "
            f"{', '.join(deciding)}."
        )
    if deciding:
        return f"{criterion.name}: {here}, because {', '.join(deciding)} are met."
    if start >= 0:
        return f"{criterion.name}: {here}, the level of record, which no finding questions."
    return f"{criterion.name}: {here}."
