"""Levels, a total or a case to a grade, as :class:`core.models.Evaluation`.

The arithmetic is :mod:`core.rating`; this module gives it as models, and grades a case by
crediting its levels first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.assembly import StepPiece, evaluation_data
from core.crediting import Credited, credit_case, effective_answers
from core.derivation import EVEN_GRADE, FULL_INTENT
from core.models import Evaluation, Frozen
from core.rating import rate_levels, rate_total
from core.series import grade_interval

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from core.models import Case
    from core.rating import Rating
    from core.shapes import CheckFindingData

_UNUSUAL_GRADES = frozenset({6, 8, 10})


class CaseEvaluation(Frozen):
    """A case's evaluation, and how each of its levels was credited."""

    evaluation: Evaluation
    credits: tuple[Credited, ...]


def evaluate_levels(
    standard_id: str, levels: Mapping[str, str], as_of: date | None = None
) -> Evaluation:
    """Score one level for every factor.

    Args:
        standard_id: such as ``"fes-primary"``.
        levels: factor number as text to level, such as ``{"1": "1-7", ...}``.
        as_of: the date whose edition applies; None means the newest edition in force.

    Raises:
        StandardError: the standard is unknown or not in force on the date.
        LevelError: a factor is missing, unknown or given twice, or a level is wrong.
    """
    return Evaluation.model_validate(evaluation_data(rate_levels(standard_id, levels, as_of)))


def evaluate_total(standard_id: str, total: int, as_of: date | None = None) -> Evaluation:
    """Find the grade of a printed total. Its ``factors`` are empty.

    Raises:
        StandardError: the standard is unknown or not in force on the date.
        LevelError: the total is no whole number, is in no range, or no set of levels adds
            up to it.
    """
    return Evaluation.model_validate(evaluation_data(rate_total(standard_id, total, as_of)))


def evaluate_case(case: Case) -> CaseEvaluation:
    """Credit a level for every factor of a case, then score the levels credited.

    The derivation tells the crediting of every factor in dispute before the points. The
    fingerprint covers the levels of record and sought and the finding that counts on each
    aspect, in whatever order they were given; title, duties and evidence do not enter it.

    Raises:
        StandardError: the standard is unknown or not in force on the case's date.
        LevelError: a level of record is missing, or a level of record or sought is wrong.
    """
    credits_ = credit_case(case)
    levels = {str(credited.factor): credited.level for credited in credits_}
    rating = rate_levels(case.standard, levels, case.as_of)
    steps: list[StepPiece] = [
        ("crediting", f"Factor {credited.factor}: {credited.reason}", FULL_INTENT)
        for credited in credits_
        if credited.in_dispute
    ]
    inputs: dict[str, object] = {
        "levels": {str(credited.factor): credited.level_of_record for credited in credits_}
    }
    sought = {str(c.factor): c.sought for c in credits_ if c.sought is not None}
    if sought:
        inputs["sought"] = sought
    answers = effective_answers(case)
    if answers:
        inputs["findings"] = answers
    findings = [*_contradictions(answers, credits_), *_even_grade(case, rating)]
    if any(finding["code"] == "even-grade" for finding in findings):
        inputs["series"] = sorted({case.current.series, case.requested.series} - {""})
    data = evaluation_data(rating, before_points=steps, findings=findings, inputs=inputs)
    return CaseEvaluation(evaluation=Evaluation.model_validate(data), credits=credits_)


def _contradictions(
    answers: Mapping[str, str], credits_: tuple[Credited, ...]
) -> list[CheckFindingData]:
    """Report aspects found met on one level and not met on a lower level of the same factor."""
    found: list[CheckFindingData] = []
    for credited in credits_:
        rungs: dict[str, list[tuple[int, str]]] = {}
        for aspect in answers:
            level, _, key = aspect.partition(".")
            factor, _, number = level.partition("-")
            if factor == str(credited.factor):
                rungs.setdefault(key, []).append((int(number), aspect))
        for rung in rungs.values():
            lower = [(step, a) for step, a in rung if answers[a] == "not_met"]
            higher = [(step, a) for step, a in rung if answers[a] in ("met", "exceeded")]
            for step, aspect in sorted(lower):
                above = [a for rung_step, a in sorted(higher) if rung_step > step]
                if above:
                    message = (
                        f"{aspect} is found not met, but {above[-1]}, the same aspect of a higher "
                        "level, is found met: one of the two findings needs a second look."
                    )
                    found.append(
                        {
                            "code": "findings-contradict",
                            "severity": "warning",
                            "message": message,
                            "citation": FULL_INTENT,
                        }
                    )
    return found


def _even_grade(case: Case, rating: Rating) -> list[CheckFindingData]:
    """Note an even grade below GS-11 in a series that normally moves by two grades."""
    grade = rating.table.conversion[rating.row].grade
    if grade not in _UNUSUAL_GRADES:
        return []
    for series in dict.fromkeys([case.current.series, case.requested.series]):
        interval = grade_interval(series) if series else None
        if interval is None:
            continue
        kind = (
            "normally moves by two grades up to GS-11"
            if interval.always
            else "holds both one-grade and two-grade interval work"
        )
        message = (
            f"Series GS-{interval.series} {kind} (Introduction to the Position Classification "
            f"Standards, Appendix 1, p. {interval.page}), so {rating.grade} is very unusual in "
            "it. It is not wrong: check every factor once more, and if the levels hold, this is "
            "the grade."
        )
        return [
            {
                "code": "even-grade",
                "severity": "note",
                "message": message,
                "citation": EVEN_GRADE,
            }
        ]
    return []
