"""Totals close to a cutoff: reviewed with care, never rounded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import grade_at, law, range_words, span, standard_of
from assistant.chat.model import Answer, Context, Question, Topic

if TYPE_CHECKING:
    from core.standards.criteria import GradeRange

_TOTAL = re.compile(r"(?<![\w.,-])(\d{3,4})(?!\w|,\d|-)")
_LEAST = 200
"""Points below which a number is a distance and no total."""

_FEW_POINTS = re.compile(
    r"^\W*(?:(?:oh|but|and|it'?s|that'?s|just|only|a|mere|measly|lousy|come on|really|so|for)\W+)*"
    r"\d{1,2} points?\W*(?:(?:come on|only|short|seriously|really|missing|that'?s (?:all|it|"
    r"nothing)|"
    r"and|that is nothing|you'?re kidding|is nothing|that close)\W*)+$",
    re.IGNORECASE,
)
"""Makes light of a few points that are missing."""


_IS_NEAR = re.compile(
    r"^\W*(?:is|isn't|are|would)\b.{0,40}\b(?:borderline|close|near|edge|line|border|cutoff)\b",
    re.IGNORECASE,
)
"""Asks whether a total lies near a cutoff, and for no rounding."""
_HANDLED = re.compile(
    r"\b(?:what|how)\b.{0,60}\b(?:do|done|handled?|treat\w*|deal|supposed)\b", re.IGNORECASE
)
"""Asks what a classifier does about a total near a cutoff."""


def _near(total: int, row: GradeRange, above: GradeRange | None) -> str:
    """Say how near a total lies to the cutoffs below and above it, the nearer one first."""
    over = total - row.min
    if over == 0:
        told = f"Yes: {total:,} points are the lowest total of GS-{row.grade}"
        told += f", and GS-{above.grade} begins {above.min - total:,} higher" if above else ""
    elif above is None or over <= above.min - total:
        told = (
            f"{total:,} points stand {over:,} above {row.min:,}, the lowest total of GS-{row.grade}"
        )
        told += f", and {above.min - total:,} below GS-{above.grade}" if above else ""
    else:
        told = (
            f"{total:,} points stand {above.min - total:,} below {above.min:,}, where "
            f"GS-{above.grade} begins, and {over:,} above the lowest of GS-{row.grade}"
        )
    return f"**{told}.**"


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    if _FEW_POINTS.search(question.message) and not question.levels:
        return True
    totals = [int(one) for one in _TOTAL.findall(question.message)]
    named = question.levels or question.dates or question.series or question.percents
    return not named and question.has("round") and any(one > _LEAST for one in totals)


def _answer(question: Question, context: Context) -> Answer | None:
    if question.has("how far", "how many", "distance", "margin", "short by"):
        return None
    standard = standard_of(question, context)
    review = law(
        "classifier-handbook",
        "11",
        "just below or above the cutoff point",
        "A total just below or above a cutoff calls for a look at the pattern of levels and a "
        "careful review of each factor.",
    )
    indicated = law(
        "classifier-handbook",
        "12",
        "classify the position at the grade indicated by the total points",
        "After the review the position gets the grade its total points indicate.",
    )
    lead = (
        "**No, a total is never rounded up: it is the grade in whose range it lies, if only by "
        "five points.** Close to a cutoff the classifier compares the pattern of levels with "
        "usual ones and reviews every factor again; then the grade that the points give stands."
    )
    figures = []
    named = [int(one) for one in _TOTAL.findall(question.message)]
    before = context.memory.question
    spoken = before.points if before is not None and _FEW_POINTS.search(question.message) else ()
    total = next((one for one in (*question.points, *named, *spoken) if one > _LEAST), None)
    if total is None and context.evaluation is not None:
        total = context.evaluation.total
    if total is not None and standard.conversion:
        row = grade_at(standard, total)
        above = next((r for r in standard.conversion if r.min > total), None)
        if row is not None and _IS_NEAR.search(question.message):
            return Answer(
                lead=(
                    f"{_near(total, row, above)} Nothing held says how many points are close. "
                    "Near a cutoff the classifier compares the pattern of levels with usual ones "
                    "and reviews every factor again; then the grade that the points give stands."
                ),
                words=(review, indicated, range_words(standard, row)),
                next=("Which factor was the hardest to decide?",),
            )
        if row is not None and _HANDLED.search(question.message):
            return Answer(
                lead=(
                    "**Look for deviations from the usual pattern of levels and review each "
                    "factor again; then classify at the grade that the total indicates.** A total "
                    f"is never rounded: {total:,} points are GS-{row.grade}, which takes "
                    f"{span(row)}."
                ),
                words=(review, indicated, range_words(standard, row)),
                next=("Ask for the usual levels of the grade, to compare yours with them.",),
            )
        if row is not None and above is not None:
            figures.append(
                f"{total:,} points are GS-{row.grade}; GS-{above.grade} begins at {above.min:,}, "
                f"{above.min - total:,} more."
            )
            return Answer(
                lead=(
                    f"**No, a total is never rounded up: {total:,} points stay GS-{row.grade}, "
                    f"{above.min - total:,} short of the {above.min:,} from which GS-{above.grade} "
                    "begins.** Close to a cutoff the classifier compares the pattern of levels "
                    "with usual ones and reviews every factor again; then the grade that the "
                    "points give stands."
                ),
                words=(review, indicated, range_words(standard, above)),
                figures=tuple(figures),
                whose=""
                if context.case and not (question.points or named)
                else "The total you named",
                next=("Which factor was the hardest to decide?",),
            )
    return Answer(
        lead=lead,
        words=(review, indicated),
        next=("Name the total, and its distance to the next grade is counted.",),
    )


TOPIC = Topic(
    id="borderline",
    title="totals close to a cutoff",
    answer=_answer,
    sure=_sure,
    cues=("round", "point"),
    likes=("points",),
    unlike=("levels", "percents", "dates", "decision"),
)
