"""Even grades in two-grade interval series, and what grade pattern a series has."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic, Words
from index.language.late import pattern as late

_DEFINED = late(
    r"\b(?:what(?:'s|s| is| are| does| do)|mean\w*|defin\w+|explain|difference|vs\.?|versus)\b"
    r".{0,40}\b(?:one|two|1|2)[- ](?:(?:and|or) two[- ])?grade\b.{0,12}\b(?:interval|series|work)",
    re.IGNORECASE,
)
"""What the two kinds of series are."""
_EVEN = frozenset({6, 8, 10})
"""The grades that two-grade interval series usually leave out."""


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
    denied = question.grades and not _EVEN.intersection(question.grades)
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
    asks=(
        "can I get GS-10 in series 0301",
        "is a GS-8 normal for a secretary",
        "is a GS-10 possible in series 0343?",
        "so is a GS-10 possible?",
        "can this series have a GS-8",
        "Can my position be a GS-8 in a two-grade interval series?",
        "Is a GS-10 possible?",
        "Why is there no GS-10 in my series?",
        "What is a two-grade interval?",
        "What does one-grade interval mean?",
        "Is 0343 a two-grade interval series?",
        "Which grade interval has the 0318 series?",
        "are even grades allowed",
        "even grades in two-grade interval work",
        "The points come out at GS-10, is that allowed?",
        "the total gives an even grade",
        "Is GS-6 wrong for a specialist?",
        "Can an analyst be a GS-10?",
        "Why do grades go 5, 7, 9, 11?",
        "two grade interval vs one grade interval",
        "difference between one- and two-grade interval series",
        "which series are two-grade interval",
        "list of two-grade interval series",
        "Does my series skip grades?",
        "why skip from 9 to 11",
        "from GS-9 straight to GS-11?",
        "GS-8 in an administrative series",
        "intermediate grades",
        "must I round an even grade to an odd one",
        "may a classifier assign an even grade",
        "grade pattern of my series",
        "usual grades of series 0080",
        "is my occupation one or two grade interval",
        "odd and even grades",
        "can a GS-9 go to GS-10",
        "what's the interval for this occupation",
        "grade interval",
        "unusual grade for the series",
        "why are there no even grades",
        "why is there no GS-12 in the series",
        "is GS-12 an even grade problem",
        "total comes out at an even grade",
        "points give an even grade",
        "points come out at an even grade, is it allowed",
        "an even grade in my series",
        "even grade for an analyst",
        "even grade for a specialist",
        "GS-12 in a two-grade interval series",
        "GS-12 for an administrative position, is it unusual",
        "intermediate grades between 9 and 11",
        "intermediate grade in a two-grade series",
        "why do grades skip",
        "why does my series skip a grade",
        "do two-grade series skip grades",
        "skipping grades",
        "grade pattern",
        "normal grade pattern of a series",
        "grade pattern 5 7 9 11",
        "5, 7, 9, 11",
        "one-grade interval",
        "two-grade interval",
        "interval of series 0343",
        "which interval is my series",
        "nobody in my line of work seems to be a 10, why",
        "they skip straight from 9 to 11, is there a rule",
        "HR says my job can't be an eight. why ever not",
        "my points come out to a grade that my kind of job isn't supposed to have",
        "are odd numbers the only ones allowed",
        "who decided analysts jump two at a time",
        "the math lands on GS-6 for a specialist, is that a mistake",
        "one-step vs two-step occupations",
        "can you stop at 10 on the way up",
        "our contract specialist scored right in the ten range, what do we do with that",
        "clerks go up one by one and specialists by twos?",
        "never seen a GS-8 program analyst. forbidden?",
        "is it against some rule to land in between the usual grades",
        "they told me there's no such thing as a ten in my series and rounded me down to a nine",
        "is there even a GS-8 for analysts",
    ),
    answer=_answer,
    sure=_sure,
    cues=("grade",),
    likes=("series",),
    unlike=("levels", "percents", "dates", "decision"),
)
