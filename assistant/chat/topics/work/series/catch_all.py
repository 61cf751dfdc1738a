"""The catch-all series: last resort, and what each one is for."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, mixed_rule
from assistant.chat.model import Answer, Context, Question, Topic, Words

_SERVICES = re.compile(
    r"\b(budget|personnel|hr|human resources|staffing|travel|purchas|procurement|contract|supply|"
    r"suppl|property|facilit|management stud|management analys|payroll|records)"
)
_BUNDLE = 2
"""Management services from which they are a combination."""


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if question.series and not {"0301", "0303"} & set(question.series):
        # Another series is asked about: its own topic answers.
        return None
    administrative = mixed_rule(
        "gs0301-administrative",
        "gs-0301",
        "two-grade interval nature; and",
    )
    elsewhere = mixed_rule("gs0301-elsewhere", "gs-0301", "not classifiable in any other series")
    best = mixed_rule("gs0301-best-fit", "gs-0301", "one should choose the specialized")
    clerical = mixed_rule(
        "gs0301-clerical",
        "gs-0301",
        "classified in the Miscellaneous Clerk and Assistant Series",
    )
    if len(set(_SERVICES.findall(question.message.lower()))) >= _BUNDLE:
        return Answer(
            lead=(
                "**Probably not: a bundle of management services, such as personnel, budget and "
                "management analysis, is the work of an administrative officer, GS-0341.** GS-0301 "
                "is the last recourse, for administrative work that no other series covers. Where "
                "one of the services is paramount, its own series is to be tried first."
            ),
            words=(
                law(
                    "gs-0301",
                    "3",
                    "combination of various management services",
                    "A combination of management services goes to GS-0341.",
                ),
                elsewhere,
            ),
            next=("How much of the time does each of them take?",),
        )
    if question.has("0303", "clerk", "clerical", "one-grade", "assistant"):
        lead = (
            "**GS-0303 takes one-grade interval clerical and assistant work for which no other "
            "series exists; GS-0301 is its two-grade counterpart for administrative work.** "
            "Both are a last resort: work that another series covers does not belong there."
        )
        words: tuple[Words, ...] = (clerical, elsewhere)
    elif question.has("mix", "combination", "several", "two ", "different kinds"):
        lead = (
            "**Only in the rare case where none of the series in the mix has a qualification "
            "standard that would let you recruit.** Otherwise the paramount qualifications give "
            "the series; where several count alike, the grade-controlling work; and at equal "
            "grades any of them that is a good base for recruiting."
        )
        words = (
            law(
                "gs-0301",
                "3",
                "none of the qualification standards for the series involved",
                "0301 is for a mix only where no series involved allows adequate recruiting.",
            ),
            elsewhere,
        )
    elif question.grades:
        grade = question.grades[0]
        fits = grade in {5, 7, 9} or grade >= 11
        head = (
            f"**Yes, GS-{grade} is possible in 0301, if no other series fits the work: no series "
            "has a ceiling, and the duties set the grade.**"
            if fits
            else f"**GS-{grade} would be unusual in 0301, though not wrong: it is two-grade work, "
            "graded 5, 7, 9, 11 and then one by one.**"
        )
        lead = (
            f"{head} 0301 is the last recourse, for administrative work not classifiable in any "
            "other series, and its flysheet has no levels: the Administrative Analysis Guide or "
            "standards for similar work give the grade."
        )
        words = (elsewhere, best, administrative)
    else:
        lead = (
            "**No, not while another series fits: GS-0301 is the last recourse, for "
            "administrative two-grade interval work that is not classifiable in any other "
            "series.** New or unusual work goes to the specialized series that fits best. "
            "One-grade clerical work of that kind belongs to GS-0303, professional work to a "
            "professional series."
        )
        words = (elsewhere, best, administrative)
    return Answer(
        lead=lead,
        words=words,
        next=("Which series covers the largest or highest part of the work? Try that one first.",),
    )


TOPIC = Topic(
    id="catch-all-series",
    title="the miscellaneous series 0301 and 0303",
    answer=_answer,
    likes=("series",),
    unlike=("levels", "points", "decision", "percents"),
)
