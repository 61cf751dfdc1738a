"""Levels, a total or a case to a grade, as :class:`core.model.Evaluation`.

The arithmetic is :mod:`core.fes.points`; this module gives it as models, and grades a case by
crediting its levels first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from core.fes.assembly import evaluation_data
from core.fes.crediting.ladder import Credited, credit_case
from core.fes.crediting.offsets import offset_notices, offset_text
from core.fes.crediting.questions import Question, next_questions
from core.fes.derivation import EXAMPLES, FULL_INTENT, OFFSET, StepPiece
from core.fes.opened import OpenedCase, open_case
from core.fes.points import Rating, rate_levels, resolve
from core.fes.review import even_grade, review
from core.model import Case, Evaluation, EvaluationData, NoticeData
from core.standards.model import Standard

_GOOD = ("met", "exceeded")


@dataclass(frozen=True)
class CaseEvaluation:
    """A case's evaluation, how each of its levels was credited, and what to ask next.

    ``data`` is the evaluation as plain data, which is all that a printed result needs.
    ``questions`` are the open questions that could change a level, the most decisive first.
    """

    data: EvaluationData
    credits: tuple[Credited, ...]
    questions: tuple[Question, ...] = ()

    @cached_property
    def evaluation(self) -> Evaluation:
        return Evaluation.model_validate(self.data)

    @property
    def levels(self) -> dict[str, str]:
        """Return the level credited for each factor the standard describes.

        The factors of a combined chart stand apart here; in ``evaluation`` they are one cell.
        """
        return {str(credited.factor): credited.level for credited in self.credits}


def evaluate_levels(
    standard_id: str, levels: Mapping[str, str], as_of: date | None = None, *, series: str = ""
) -> Evaluation:
    """Score one level for every factor.

    Args:
        standard_id: such as ``"fes-primary"``.
        levels: factor number as text to level, such as ``{"1": "1-7", ...}``.
        as_of: the date whose edition applies; None means the newest edition in force.
        series: the position's series, where it is known: what is unusual in it is then noted.

    Raises:
        StandardError: the standard is unknown or not in force on the date.
        LevelError: a factor is missing, unknown or given twice, or a level is wrong.
    """
    rating = rate_levels(standard_id, levels, as_of)
    if not series:
        return evaluation_of(rating)
    even = even_grade(rating.table.conversion[rating.row].grade, rating.grade, (series,))
    notices = () if even is None else (even,)
    return Evaluation.model_validate(evaluation_data(rating, notices=notices, series=(series,)))


def evaluation_of(rating: Rating) -> Evaluation:
    return Evaluation.model_validate(evaluation_data(rating))


def evaluate_case(case: Case) -> CaseEvaluation:
    """Open a case and evaluate it.

    Raises:
        StandardError: the standard is unknown or not in force on the case's date.
        LevelError: a level of record is missing, or a level of record or sought is wrong.
        CaseError: an offset or an extension is refused.
    """
    return evaluate_opened(open_case(case))


def evaluate_opened(opened: OpenedCase) -> CaseEvaluation:
    """Credit a level for every factor of an opened case, then score the levels credited.

    The derivation tells the crediting of every factor in dispute before the points. The
    fingerprint covers the levels of record and sought, the finding that counts on each
    aspect, and the offsets and extensions with their reasons, in whatever order they were
    given; title, duties and evidence do not enter it.

    Raises:
        LevelError: a level of record is missing, or a level of record or sought is wrong.
        CaseError: an offset is refused.
    """
    case, answers, offsets = opened.case, opened.answers, opened.offsets
    credits_ = credit_case(opened)
    levels = {str(credited.factor): credited.level for credited in credits_}
    rating = opened.rate(levels)
    steps: list[StepPiece] = [
        ("crediting", f"Factor {credited.factor}: {credited.reason}", FULL_INTENT)
        for credited in credits_
        if credited.in_dispute
    ]
    steps += [("offset", offset_text(offset), OFFSET) for offset in offsets.values()]
    notices = [
        *_contradictions(opened.standard, answers),
        *offset_notices(case.offsets, offsets),
        *opened.notices(),
        *_examples(opened.standard, credits_, answers),
    ]
    series = [one for one in (case.current.series, case.requested.series) if one]
    even = even_grade(rating.table.conversion[rating.row].grade, rating.grade, series)
    inputs = _inputs(opened, credits_)
    if even is not None:
        notices.append(even)
    if even is not None or (series and review(rating) is not None):
        inputs["series"] = sorted(set(series))
    data = evaluation_data(
        rating, before_points=steps, notices=notices, inputs=inputs, series=series
    )
    return CaseEvaluation(
        data=data,
        credits=credits_,
        questions=next_questions(opened, credits_, rating),
    )


def _inputs(opened: OpenedCase, credits_: tuple[Credited, ...]) -> dict[str, object]:
    """Return what the fingerprint of a case covers."""
    rows = zip(opened.table.factors, resolve(opened.table, opened.record), strict=True)
    inputs: dict[str, object] = {"levels": {factor.key: row.level for factor, row in rows}}
    sought = {str(c.factor): c.sought for c in credits_ if c.sought is not None}
    if sought:
        inputs["sought"] = sought
    if opened.answers:
        inputs["findings"] = dict(opened.answers)
    if opened.case.offsets:
        inputs["offsets"] = sorted(
            [one.shortfall, one.balanced_by, one.reason, one.by] for one in opened.case.offsets
        )
    return inputs


def _examples(
    standard: Standard, credits_: tuple[Credited, ...], answers: Mapping[str, str]
) -> list[NoticeData]:
    """Remind the reader, where a level was refused or lost, that examples are no thresholds."""
    refused = [
        credited
        for credited in credits_
        if any(answers.get(aspect) == "not_met" for aspect in credited.deciding)
    ]
    if not refused:
        return []
    factors = ", ".join(str(credited.factor) for credited in refused)
    message = (
        f"A level was refused or lost (Factor {factors}). Illustrations and benchmarks are "
        "examples from anywhere in a level's range, not its threshold: check that each finding "
        f"rests on the level description of the {standard.title} itself."
    )
    return [
        {
            "code": "examples-not-thresholds",
            "severity": "note",
            "message": message,
            "citation": EXAMPLES,
        }
    ]


def _contradictions(standard: Standard, answers: Mapping[str, str]) -> list[NoticeData]:
    """Report aspects found met on one level and not met on a lower level of the same factor."""
    found: list[NoticeData] = []
    for factor in standard.factors:
        rungs: dict[str, list[str]] = {}
        for level in factor.levels:
            for aspect in level.aspects:
                if aspect.id in answers:
                    rungs.setdefault(aspect.key, []).append(aspect.id)
        for rung in rungs.values():
            for index, lower in enumerate(rung):
                above = [higher for higher in rung[index + 1 :] if answers[higher] in _GOOD]
                if answers[lower] != "not_met" or not above:
                    continue
                message = (
                    f"{lower} is found not met, but {above[-1]}, the same aspect of a higher "
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
