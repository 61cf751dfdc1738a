"""A decision held against itself: what its record outranks, and where its statements differ.

A paragraph is labelled by its words; the record is put together from the whole decision. Where
the two differ the record counts: no paragraph of a level that was refused is shown as meeting
it. Where the record itself has two answers (head and conclusion, points and total, number and
grade) the reader is told, wherever the decision is counted or quoted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.decisions.register.facts import numbered
from index.decisions.stance import cells
from index.language import structure
from index.models import (
    Decision,
    DecisionClassification,
    DecisionFactor,
    DecisionPosition,
    Passage,
    base_level,
)

_RANK = re.compile(r"-(\d)")
_NUMBER = re.compile(r"^C-(?P<series>\d{4})-(?P<grade>\d{2})-\d{2}$")


def held_to(decision: Decision, passages: Sequence[Passage]) -> list[Passage]:
    """Return a decision's passages, a finding that its record contradicts without its stance.

    A paragraph that finds a level met above the one credited, or not met at or below it, was
    read wrongly or speaks of a part of the level only; neither may stand as the finding.
    """
    return [_held(passage, *_record(decision, passage)) for passage in passages]


def _record(decision: Decision, passage: Passage) -> tuple[dict[str, DecisionFactor], set[str]]:
    """Return what is credited and refused for the kind of work that a passage speaks of."""
    factors = decision.factors_at(passage.start)
    credited = {str(f.factor): f for f in factors if f.credited}
    return credited, {base_level(level) for f in factors for level in f.rejected}


def _held(passage: Passage, credited: dict[str, DecisionFactor], refused: set[str]) -> Passage:
    if passage.level is None or passage.stance not in ("met", "credited", "not_met"):
        return passage
    level = passage.level
    if cells.is_cell(level):
        chart = credited.get("6/7")
        if chart is None:
            return passage
        stands = cells.named(f"level {chart.credited}") == (level,)
        return passage if stands == (passage.stance != "not_met") else _without(passage)
    record = credited.get(str(structure.factor_of(level)))
    above = record is not None and _rank(level) > _rank(record.credited or "")
    within = record is not None and _rank(level) <= _rank(record.credited or "")
    if passage.stance == "not_met":
        return _without(passage) if within and level not in refused else passage
    return _without(passage) if above or (level in refused and not within) else passage


def _without(passage: Passage) -> Passage:
    return passage.model_copy(update={"stance": "general"})


def _rank(level: str) -> int:
    found = _RANK.search(level)
    return int(found[1]) if found else 0


def doubts(
    decision: Decision,
    concluded: DecisionClassification,
) -> tuple[str, ...]:
    """Return what a reader must be told before relying on a decision, a sentence each.

    Args:
        decision: The record as read.
        concluded: What the conclusion in the body says was decided, apart from the head.
    """
    several = [
        f"It also decides {one.name or 'a position'} as {_said(one.decided)}{_went(one)}."
        for one in decision.positions[1:]
    ]
    apart = bool(decision.works or decision.factors or decision.criteria)
    if len({one.decided for one in decision.positions}) > 1 and not apart:
        several.append("Which level is credited to which position is for its text to say.")
    found = [*several, *_heads(decision, concluded), *_points(decision), *_numbers(decision)]
    return tuple(found)


def _went(one: DecisionPosition) -> str:
    """Return how a further position came out, as far as its grade tells."""
    told = [way for way in ("raised", "lowered", "sustained") if way in one.outcome]
    return f" ({told[0]})" if told else ""


def _said(one: DecisionClassification) -> str:
    grade = "" if one.grade is None else f"-{one.grade:02}"
    return f"{one.title}, {one.pay_plan}-{one.series}{grade}"


def _heads(decision: Decision, concluded: DecisionClassification) -> list[str]:
    head = decision.decided
    said = []
    if head.grade and concluded.grade and head.grade != concluded.grade:
        said.append(f"Its head decides grade {head.grade}, its conclusion grade {concluded.grade}.")
    if head.series and concluded.series and head.series != concluded.series:
        said.append(
            f"Its head decides series {head.series}, its conclusion series {concluded.series}."
        )
    return said


def _points(decision: Decision) -> list[str]:
    values = [f.points for f in decision.factors]
    known = [value for value in values if value is not None]
    said = []
    whole = {str(f.factor) for f in decision.factors} >= {"1", "2", "3", "4", "5", "8", "9"}
    if decision.total and whole and len(known) == len(values) and sum(known) != decision.total:
        said.append(
            f"The points of its factors add up to {sum(known):,}, but it states {decision.total:,}."
        )
    if decision.grade and decision.decided.grade and decision.grade != decision.decided.grade:
        said.append(
            f"It converts its points to grade {decision.grade} and decides grade "
            f"{decision.decided.grade}."
        )
    return said


def _numbers(decision: Decision) -> list[str]:
    number = _NUMBER.match(decision.decision_number)
    if number is None:
        return ["No decision number was found in it."] if not decision.decision_number else []
    said = []
    grade = int(number["grade"])
    decided = decision.decided
    if grade and decided.grade and grade != decided.grade:
        said.append(f"Its number is of grade {grade}, but it decides grade {decided.grade}.")
    if decided.series and number["series"] != decided.series.zfill(4):
        said.append(
            f"Its number is of series {number['series']}, but it decides series {decided.series}."
        )
    if not numbered(decision.decision_number):
        said.append(
            "The register that comes with the program does not know its number; check it against"
            " the published page."
        )
    return said
