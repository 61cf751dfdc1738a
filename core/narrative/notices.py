"""What a reader of a grade without points must know: open questions, findings, derivation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from core.law.rulebook import cite
from core.law.rules import Question
from core.model import Citation, Notice, Step
from core.narrative.case import CriterionResult, NarrativeCase, aspect_id
from core.narrative.guide import Guide

_INTENT: Final = Citation.model_validate(
    cite("handbook", "38", "Classifying Positions When No Standards Have Been Published")
)
_NOT_DESCRIBED: Final = Citation.model_validate(
    cite("handbook", "37", "Using Grade or Factor Levels Not Described in Published Standards")
)
_FORMATS: Final = Citation.model_validate(cite("introduction", "5", "Section III.B"))


def possible_grades(guide: Guide, result: CriterionResult) -> tuple[int | None, ...]:
    """Return the grades a criterion can come out at; None stands for below the lowest."""
    criterion = guide.criterion(result.criterion)
    by_name = {} if criterion is None else {lv.name: lv.grade for lv in criterion.levels}
    return tuple(by_name.get(name) for name in result.possible)


def point_sums(guide: Guide, results: Sequence[CriterionResult]) -> tuple[int, ...]:
    """Return the sums of points that remain possible, lowest first.

    Work that may lie below the lowest degree of a criterion has no sum with it.
    """
    sums = {0}
    for result in results:
        criterion = guide.criterion(result.criterion)
        by_name = {} if criterion is None else {lv.name: lv.points for lv in criterion.levels}
        points = {by_name.get(name) for name in result.possible} - {None}
        sums = {total + one for total in sums for one in points if one is not None}
    return tuple(sorted(sums))


def questions(guide: Guide, results: Sequence[CriterionResult]) -> tuple[Question, ...]:
    """Return the open aspects, those of the criterion that can hold the grade down first."""
    texts = {
        aspect_id(found, level, aspect): (aspect, level)
        for found in guide.criteria
        for level in found.levels
        for aspect in level.aspects
    }
    ordered = sorted(
        (found for found in results if found.open_aspects and _matters(guide, found, results)),
        key=lambda r: _lowest(guide, r),
    )
    asked = []
    for result in ordered:
        for name in result.open_aspects:
            aspect, level = texts[name]
            place = guide.cite(aspect.page or level.page).label()
            asked.append(Question(field=name, text=f"{aspect.name}: {aspect.text} ({place})"))
    return tuple(asked)


def _matters(guide: Guide, result: CriterionResult, results: Sequence[CriterionResult]) -> bool:
    """Return whether a criterion's open questions can change the grade."""
    if guide.governing == "criterion":
        return guide.governing_criterion == result.criterion
    if guide.governing != "lowest":
        return True
    grades = {found.criterion: possible_grades(guide, found) for found in results}
    ceiling = min(max(grade or 0 for grade in span) for span in grades.values())
    return min(grade or 0 for grade in grades[result.criterion]) < ceiling


def _lowest(guide: Guide, result: CriterionResult) -> int:
    if guide.governing_criterion == result.criterion:
        return -1
    grades = [0 if grade is None else grade for grade in possible_grades(guide, result)]
    return min(grades, default=0)


def findings(
    guide: Guide, results: Sequence[CriterionResult], case: NarrativeCase, *, settled: bool
) -> tuple[Notice, ...]:
    """Return what a reader must be told, beginning with what kind of guide this is."""
    found: list[Notice] = []
    first = guide.cite(guide.criteria[0].page)
    if guide.fictional:
        found.append(
            Notice(
                code="fictional-guide",
                severity="warning",
                message="This guide is made up, to show how guides without points work. It "
                "grades no real position.",
                citation=first,
            )
        )
    found += [
        Notice(
            code=note.code,
            severity=note.severity,
            message=note.text,
            citation=guide.cite(note.page, note.section),
        )
        for note in guide.notes
    ]
    reached = sorted({result.grade for result in results if result.grade is not None})
    if len(reached) > 1 and guide.governing == "lowest":
        found.append(
            Notice(
                code="criteria-differ",
                severity="note",
                message="The criteria reach different grades "
                f"({', '.join(f'{r.name}: {r.grade}' for r in results if r.grade is not None)}); "
                "the lowest governs"
                + ("." if guide.governing_page else ": the guide was not read to say otherwise."),
                citation=guide.cite(guide.governing_page) if guide.governing_page else _INTENT,
            )
        )
        found += _between(guide, reached)
    if any(result.below for result in results):
        found.append(
            Notice(
                code="below-described-grades",
                severity="warning",
                message="The work does not meet the lowest description. A grade outside the "
                "described ones is possible but unusual; weigh it against standards for similar "
                "work.",
                citation=_NOT_DESCRIBED,
            )
        )
    if settled and any(result.open_aspects for result in results):
        names = ", ".join(result.name for result in results if result.open_aspects)
        found.append(
            Notice(
                code="open-without-effect",
                severity="note",
                message=f"Open questions on {names} cannot change the grade.",
                citation=guide.cite(guide.governing_page or guide.criteria[0].page),
            )
        )
    found += _overall_outside(guide, results, case)
    return tuple(found)


def _between(guide: Guide, reached: Sequence[int]) -> list[Notice]:
    """Say when the criteria stand on both sides of a grade the guide does not describe."""
    skipped = [g for g in range(reached[0] + 1, reached[-1]) if g not in guide.grades()]
    if not skipped:
        return []
    names = ", ".join(f"{guide.pay_plan}-{grade}" for grade in skipped)
    return [
        Notice(
            code="intermediate-grade",
            severity="note",
            message=f"The guide does not describe {names}. A borderline position can be placed "
            "there if that is the best classification; a person must decide it, and such grades "
            "are rare in two-grade interval work.",
            citation=_NOT_DESCRIBED,
        )
    ]


def _overall_outside(
    guide: Guide, results: Sequence[CriterionResult], case: NarrativeCase
) -> list[Notice]:
    if case.overall is None:
        return []
    grades = [g for result in results for g in possible_grades(guide, result) if g is not None]
    if grades and min(grades) <= case.overall.grade <= max(grades):
        return []
    return [
        Notice(
            code="overall-outside-criteria",
            severity="warning",
            message=f"The grade chosen for the whole, {case.overall.grade}, lies outside what "
            "every single criterion reaches. The reason given must carry it.",
            citation=guide.cite(guide.governing_page or guide.criteria[0].page),
        )
    ]


_GOVERNED: Final = {
    "lowest": "The guide does not say how its criteria combine, so the whole of a grade's "
    "description must be met: the criterion that reaches the lowest grade governs.",
    "whole": "The guide weighs the work as a whole.",
    "criterion": "One criterion governs.",
    "chart": "The chart combines the levels of the criteria.",
    "points": "The points of the levels are added up, and the table converts the sum.",
}

_UNREAD: Final = (
    "The guide was not read to say how its criteria combine: where they reach different grades, "
    "the work is weighed as a whole."
)


def derivation(
    guide: Guide,
    results: Sequence[CriterionResult],
    case: NarrativeCase,
    possible: Sequence[int],
    grade: str | None,
) -> tuple[Step, ...]:
    """Tell how the grade came about, each step with its source."""
    first = guide.cite(guide.criteria[0].page)
    kind = "as a whole" if guide.kind == "narrative" else "factor by factor"
    form = f"The guide has no points; it describes work {kind}."
    if guide.governing == "points":
        form = f"The guide has degrees with points of its own; it describes work {kind}."
    told: list[tuple[str, str, Citation]] = [
        ("guide", f"Graded by {guide.title}, {guide.edition}.{_accepted(guide)}", first),
        ("format", form, _FORMATS),
        ("intent", "A description is met only when the intent of all of it is.", _INTENT),
    ]
    told += [("criterion", result.reason, result.citation) for result in results]
    governed = guide.governing_text or _GOVERNED[guide.governing]
    if guide.governing == "whole" and not guide.governing_page:
        governed = _UNREAD
    told.append(("governing", governed, _governing_citation(guide, results, grade)))
    sums = point_sums(guide, results) if guide.governing == "points" else ()
    if len(sums) == 1:
        told.append(("points", _added(guide, results, sums[0]), _range_citation(guide, sums[0])))
    if case.overall is not None and guide.governing == "whole":
        told.append(
            ("overall", f"A person chose {case.overall.grade}: {case.overall.reason}", first)
        )
    if grade is not None:
        told.append(("grade", f"The grade is {grade}.", told[-1][2]))
    else:
        names = ", ".join(f"{guide.pay_plan}-{number}" for number in possible)
        remain = f"{names} remain possible" if names else "the guide gives none"
        told.append(("grade", f"The grade is not determined: {remain}.", told[-1][2]))
    return tuple(
        Step(step=number, rule=rule, text=text, citation=citation)
        for number, (rule, text, citation) in enumerate(told, 1)
    )


def _added(guide: Guide, results: Sequence[CriterionResult], total: int) -> str:
    parts = []
    for result in results:
        criterion = guide.criterion(result.criterion)
        held = () if criterion is None else criterion.levels
        points = next((one.points for one in held if one.name == result.level), None)
        parts.append(f"{result.name} {result.level}: {points}")
    return f"{'; '.join(parts)}. Together {total} points."


def _range_citation(guide: Guide, total: int) -> Citation:
    row = next((one for one in guide.ranges if one.holds(total)), None)
    return guide.cite(guide.governing_page if row is None else row.page)


def _accepted(guide: Guide) -> str:
    """Return what a person has accepted of the guide's reading, with who, when and why."""
    said = [
        f"{one.message.rstrip('.')} ({one.by}, {one.when}: {one.why.rstrip('.')})"
        for one in guide.doubts
        if one.ruling == "accepted"
    ]
    return f" Of its reading a person has accepted: {'; '.join(said)}." if said else ""


def _governing_citation(
    guide: Guide, results: Sequence[CriterionResult], grade: str | None
) -> Citation:
    """Return the chart's cell, or the page on which the guide says what governs.

    A guide that does not say falls under the rule that the whole of a description be met.
    """
    if guide.governing == "chart" and grade is not None:
        levels = {result.criterion: result.level for result in results}
        cell = next((cell for cell in guide.chart if cell.levels == levels), None)
        if cell is not None:
            return guide.cite(cell.page)
    if guide.governing_page:
        return guide.cite(guide.governing_page)
    return _FORMATS if guide.governing == "whole" else _INTENT
