"""Grading by a guide without points: findings on each criterion, and how they combine.

What was found of each criterion (:mod:`core.narrative.criterion`) combines as the guide says;
unless it says otherwise, the criterion that reaches the lowest grade governs. What the
findings leave open comes back as open, with the questions that would settle it. Nothing is
rounded to a grade, and no grade is given that the guide does not describe.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod

from core.law.rules import Question
from core.narrative.case import (
    CriterionResult,
    NarrativeCase,
    NarrativeEvaluation,
    checked_answers,
    wrong,
)
from core.narrative.criterion import rate_criterion
from core.narrative.guide import Guide, check_gradable, list_guides, load_guide, parse_guide
from core.narrative.notices import (
    derivation,
    findings,
    point_sums,
    possible_grades,
    questions,
)
from core.reading.fingerprint import fingerprint_of

__all__ = [
    "NarrativeCase",
    "NarrativeEvaluation",
    "evaluate_narrative",
    "list_guides",
    "load_guide",
    "parse_guide",
]


def evaluate_narrative(
    case: NarrativeCase, guide: Guide | None = None, *, where: str = ""
) -> NarrativeEvaluation:
    """Grade a position by a guide without points.

    Args:
        case: the levels of record and the findings.
        guide: the guide; None takes the one the case names from those held.
        where: the input's name, for messages.

    Raises:
        StandardError: there is no such guide, or none in force on the case's day.
        CaseError: the case names a criterion, level, aspect or grade the guide does not have.
    """
    guide = load_guide(case.guide, case.as_of) if guide is None else guide
    check_gradable(guide)
    answers = checked_answers(case, guide, where)
    results = tuple(rate_criterion(guide, found, case, answers) for found in guide.criteria)
    possible, missing = _combine(guide, results, case, where)
    settled = len(possible) == 1 and missing is None
    asked = () if settled else questions(guide, results)
    if missing is not None:
        asked = (*asked, missing)
    grade = f"{guide.pay_plan}-{possible[0]}" if settled else None
    return NarrativeEvaluation(
        title=case.title,
        guide=guide.id,
        guide_title=guide.title,
        edition=guide.edition_id,
        fictional_guide=guide.fictional,
        status="determined" if settled else "undetermined",
        grade=grade,
        possible=tuple(f"{guide.pay_plan}-{number}" for number in possible),
        governing=guide.governing,
        criteria=results,
        findings=findings(guide, results, case, settled=settled),
        questions=asked,
        derivation=derivation(guide, results, case, possible, grade),
        fingerprint=fingerprint_of(
            "narrative",
            guide=guide.model_dump(mode="json"),
            as_of=case.as_of,
            levels=case.levels,
            sought=case.sought,
            answers=answers,
            overall=None if case.overall is None else case.overall.grade,
        ),
    )


def _combine(
    guide: Guide, results: Sequence[CriterionResult], case: NarrativeCase, where: str
) -> tuple[tuple[int, ...], Question | None]:
    """Return the grades that remain, lowest first, and a question only a person can answer.

    No grade remains when the work lies below what the guide describes.
    """
    _check_overall(guide, case, where)
    if guide.governing == "chart":
        return _by_chart(guide, results)
    if guide.governing == "points":
        return _by_points(guide, results)
    spans = {found.criterion: possible_grades(guide, found) for found in results}
    if guide.governing == "criterion" and guide.governing_criterion is not None:
        span = spans[guide.governing_criterion]
        return tuple(grade for grade in span if grade is not None), _outside(None in span)
    if guide.governing == "whole":
        return _as_a_whole(guide, spans, case)
    # Any grade up to the lowest ceiling can be the minimum: the others can all reach it.
    spread = [[0 if grade is None else grade for grade in span] for span in spans.values()]
    ceiling = min(max(span) for span in spread)
    lowest = sorted({grade for span in spread for grade in span if grade <= ceiling})
    return tuple(grade for grade in lowest if grade), _outside(0 in lowest)


def _outside(below: bool) -> Question | None:
    if not below:
        return None
    return Question(
        field="levels",
        text="The work may lie below what the guide describes, and this program does not grade "
        "there. Is the lowest description met, or does another guide fit the work?",
    )


def _as_a_whole(
    guide: Guide, spans: Mapping[str, Sequence[int | None]], case: NarrativeCase
) -> tuple[tuple[int, ...], Question | None]:
    every = sorted({grade for span in spans.values() for grade in span if grade is not None})
    below = any(None in span for span in spans.values())
    settled = all(len(span) == 1 for span in spans.values())
    if settled and len(every) == 1 and not below:
        return tuple(every), None
    if case.overall is not None and settled:
        return (case.overall.grade,), None
    return tuple(every), Question(
        field="overall.grade",
        text=(
            "The guide weighs the work as a whole: which grade fits best, and why?"
            if guide.governing_page
            else "The guide was not read to say how its criteria combine: which grade fits the "
            "work as a whole, and why?"
        ),
    )


def _check_overall(guide: Guide, case: NarrativeCase, where: str) -> None:
    if case.overall is None:
        return
    if guide.governing != "whole":
        raise wrong(
            "overall is given, but this guide does not leave the grade to a weighing of the whole",
            where,
            "overall",
            "Leave it out; the guide combines its criteria itself.",
        )
    if case.overall.grade not in guide.grades():
        raise wrong(
            f"grade {case.overall.grade} is not described in this guide",
            where,
            "overall.grade",
            f"It describes {', '.join(map(str, guide.grades()))}.",
        )


def _by_chart(
    guide: Guide, results: Sequence[CriterionResult]
) -> tuple[tuple[int, ...], Question | None]:
    possible = {found.criterion: found.possible for found in results}
    cells = [
        cell
        for cell in guide.chart
        if all(cell.levels[key] in levels for key, levels in possible.items())
    ]
    question = None
    if len(cells) < prod(len(levels) for levels in possible.values()):
        question = Question(
            field="levels",
            text="The chart prints no grade for this combination of levels. Are the levels right?",
        )
    return tuple(sorted({cell.grade for cell in cells})), question


def _by_points(
    guide: Guide, results: Sequence[CriterionResult]
) -> tuple[tuple[int, ...], Question | None]:
    sums = point_sums(guide, results)
    grades = {row.grade for total in sums for row in guide.ranges if row.holds(total)}
    outside = [total for total in sums if not any(row.holds(total) for row in guide.ranges)]
    question = None
    if outside or not sums:
        said = f" {', '.join(map(str, outside))} points" if outside else " work below a criterion"
        question = Question(
            field="levels",
            text=f"The table prints no grade for{said}. Are the levels right?",
        )
    return tuple(sorted(grades)), question
