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
    asks=(
        "When can GS-0301 be used?",
        "Is 0301 a catch-all series?",
        "May I put a job in 0301 because it is a mix?",
        "what is the difference between 0301 and 0303",
        "miscellaneous administration series when to use",
        "Is 0301 only a last resort?",
        "Can we classify a job in GS-0301 when another series fits it?",
        "my position is 0301, is this right",
        "why am I a 0301 and not something specific",
        "program specialist in the miscellaneous series",
        "coverage of the miscellaneous administration and program series",
        "catch-all series",
        "Can a position with several functions go to 0301?",
        "we want to use 0301 for flexibility",
        "miscellaneous clerk and assistant series use",
        "what work belongs in 0303",
        "is it bad to be in a miscellaneous series",
        "general series as a way out",
        "does 0301 need two specialties",
        "when to use 0301",
        "use of 0301",
        "0301 series use",
        "can I use 0301",
        "may we use 0301",
        "may I use GS-0301",
        "is 0301 allowed",
        "can this go in 0301",
        "put a job in 0301",
        "classify in 0301",
        "job in the 0301 series when another fits",
        "0301 when another series fits",
        "last resort series",
        "series of last resort",
        "miscellaneous series",
        "catch all series",
        "no series fits",
        "no series fits my job",
        "no other series fits",
        "job does not fit any series",
        "what if no series fits",
        "0303 or 0301",
        "0301 vs 0303",
        "use of 0303",
        "miscellaneous clerk series",
        "can we place a job that is hard to define in 0301",
        "this job fits nowhere, may we use 0301",
        "a hard to define job, is 0301 fine",
        "they put everyone in 0301 because it's easy",
        "should a unique job be a 0301",
        "they dumped me in that general admin series because nobody could decide",
        "every oddball job here ends up an 0301, is that kosher",
        "when do you fall back on the miscellaneous one",
        "program folks want 0301 on everything so they can recruit anybody",
        (
            "My work touches budget, training and logistics with no main one. Is the misc "
            "series where that lands?"
        ),
        "0301 vs 0343 vs 0340, boss insists on 0301 because it's the loosest",
        "is being an 0301 a sign that they didn't look very hard for a proper occupation",
        "unclassifiable odd duties clerk, would that be 0303",
        "tests for using 0301, what has to be ruled out beforehand",
        "does 0301 demand some particular expertise or is it just leftovers",
        "one-of-a-kind job that matches no occupation at all, where do you park it",
        (
            "new supervisor: can I ask HR to switch my staff to the general administrative "
            "series so I have leeway"
        ),
        "how come half of headquarters is in the leftover series",
        "If a specific occupation covers most of the work may I still choose 0301?",
        "0303 proper for mixed clerical with no specialized line of work?",
    ),
    answer=_answer,
    likes=("series",),
    unlike=("levels", "points", "decision", "percents"),
)
