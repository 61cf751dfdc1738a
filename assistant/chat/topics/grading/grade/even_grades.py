"""Even grades in two-grade interval series, and what grade pattern a series has."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic, Words
from core.fes.review import UNUSUAL_GRADES
from index.language.late import pattern as late

_DEFINED = late(
    r"\b(?:what(?:'s|s| is| are| does| do)|mean\w*|defin\w+|explain|difference|vs\.?|versus)\b"
    r".{0,40}\b(?:one|two|1|2)[- ](?:(?:and|or) two[- ])?grade\b.{0,12}\b(?:interval|series|work)",
    re.IGNORECASE,
)
"""What the two kinds of series are."""


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    return bool(_DEFINED.search(question.message)) and not question.series


def _answer(question: Question, context: Context) -> Answer | None:
    if question.has(
        "high",
        "max",
        "top",
        "above",
        "stops",
        "after",
        "nonsuper",
        "limit",
        "ceil",
        "intermediate point",
    ):
        return None
    denied = question.grades and not UNUSUAL_GRADES.intersection(question.grades)
    if denied and not question.has("even", "odd", "interval", "skip", "between", "pattern"):
        # "There is no GS-12 in our series" speaks of no even grade below 11.
        return None
    from core.model import Citation
    from core.standards.series import INTERVAL_SOURCE, find_series, pattern

    even = law(
        "introduction",
        "9",
        "The use of grades GS",
        "GS-6, 8 and 10 are not prohibited in a two-grade interval series, but unusual.",
    )
    stands = law(
        "classifier-handbook",
        "12",
        "convert to an even grade, then it is the correct grade",
        "If careful checking confirms an even grade, it is the right one.",
    )
    odd = law(
        "introduction",
        "8",
        "series follow a two",
        "Two-grade interval series go GS-5, 7, 9, 11, then one grade at a time.",
    )
    if _DEFINED.search(question.message) and not (question.series or question.grades):
        return Answer(
            lead=(
                "**Two-grade interval work goes GS-5, 7, 9, 11 and then grade by grade; one-grade "
                "interval work uses every grade.** Professional and administrative series are "
                "mostly of the first kind, clerical and technical series of the second. GS-6, 8 or "
                "10 in a two-grade series is unusual, not wrong."
            ),
            words=(odd, even),
            next=("Name a series, and which kind it is is said.",),
        )
    code = question.series[0] if question.series else ""
    if not code and context.case is not None and question.first_person and context.own:
        code = context.case.current.series or ""
    if code:
        found, usual = find_series(code), pattern(code)
        said = {"one": "one-grade", "two": "two-grade", "both": "one-grade and two-grade"}
        title = f" {found.title}" if found else ""
        printed = Words(
            ours=f"Series {code} is usually {said[usual.interval]} interval work.",
            citation=Citation(document=INTERVAL_SOURCE, edition="", page=usual.page, section=""),
        )
        return Answer(
            lead=(
                f"**Series {code}{title} is {said[usual.interval]} interval work.** "
                + (
                    "Its usual grades are 5, 7, 9, 11 and then 12 to 15; an even grade below 11 "
                    "is unusual, not wrong."
                    if usual.interval != "one"
                    else "Its grades rise one at a time, so an even grade is ordinary."
                )
            ),
            words=(printed, odd, even),
        )
    return Answer(
        lead=(
            "**Yes, an even grade is possible: in a two-grade interval series GS-6, 8 or 10 is "
            "unusual, not wrong.** Such series usually go 5, 7, 9, 11 and then grade by grade to "
            "15; one-grade interval series use every grade. If the points give an even grade, the "
            "evaluation is checked with care, and then it stands."
        ),
        words=(even, stands, odd),
        next=("Name the series, and its usual grade pattern is shown.",),
    )


TOPIC = Topic(
    id="even-grades",
    title="even grades and grade intervals",
    answer=_answer,
    sure=_sure,
    cues=("grade",),
    likes=("series",),
    unlike=("levels", "percents", "dates", "decision"),
)
