"""Who keeps the grade and who does not."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import counted, months_named, number
from assistant.chat.model import Answer, Context, Question, Topic, Words

_YEAR = 12
_EXCLUDED = (
    "i asked to",
    "i asked for",
    "i requested",
    "at my request",
    "family reasons",
    "personal reasons",
    "closer to home",
    "volunteered",
    "term employee",
    "temp employee",
    "temporary employee",
    "temporary",
    "term appoint",
    "own request",
    "asked for",
    "myself",
    "performance",
    "conduct",
    "misconduct",
    "probation",
)
_PERSON = (
    "i've been",
    "i have been",
    "in the job",
    "in the position",
    "promoted",
    "hired",
    "i came",
    "i started",
    "took the job",
    "i took",
    "i got",
    "i had",
    "employee has been",
)

_REDUCTION = ("rif", "reduction in force", "52", "fifty-two")
_PAY = "The pay is then retained from the day of the reduction, if it would fall."
_KEPT = re.compile(
    r"\b(?:keep|keeps|kept|retain\w*|retention|hold|saved?|safe|protect\w*|stay\w*|remain\w*|still)\b"
    r"|\b(?:in|within|after|last|past|over|next) (?:the )?$",
    re.IGNORECASE,
)
"""What makes a stretch of time the one for which the grade is kept, or one beside it."""
_BESIDE = re.compile(r"^\W*(?:ago|later|from now|left|to go|hence)\b", re.IGNORECASE)
_BEGAN = re.compile(r"\b(?:upgrad|promot|rais|hir|start|creat|establish)", re.IGNORECASE)
_STOOD = (
    *("stood", "been", "classified", "existed", "graded", "was a", "was at", "was gs", "had the"),
    *("position was", "job was", "position had", "job had", "i had", "held"),
)

_ENTITLED = re.compile(
    r"\b(?:am|do|can|will|would|may|are|is|get)\b.{0,25}\b(?:i|we|entitled|keep)\b", re.IGNORECASE
)


def _at_grade(before: str, after: str) -> bool:
    """Tell whether a stretch of time is one for which a grade had stood."""
    return not _KEPT.search(before) and bool(not _BESIDE.match(after) or _BEGAN.search(before))


def by_time_at_grade(question: Question) -> Answer | None:
    """Return what the time for which a grade had stood means for keeping it; None when not told.

    The years for which a grade is kept ("do I keep it for two years?") are no such time. What is
    told beside the question in the same message counts.
    """
    question = replace(question, message=question.around or question.message)
    one, least = counted("retention-one-year"), number("retention-one-year") * _YEAR
    months = months_named(question, _at_grade)
    short = question.has("less than a year", "half a year", "under a year", "not even a year")
    under = short or (months is not None and months < least)
    over = months is not None and months > least and question.has(*_STOOD)
    if question.has(*_REDUCTION) or not (under or over):
        return None
    year, excluded, at_once = _year(), _excluded(), _at_once()
    if question.has(*_PERSON):
        lead = (
            "**It does not depend on how long you have been there: what counts after a "
            "reclassification is how long the position stood at that grade.** If that was at "
            f"least {one} year without a break just before the reduction, you keep the grade. "
            "If not, " + _PAY[0].lower() + _PAY[1:]
        )
    elif under:
        lead = (
            "**No, not the grade: the position must have stood at it, or higher, for at least "
            f"{one} year without a break just before the reduction.** {_PAY}"
        )
    else:
        lead = (
            f"**Yes: the position stood at the grade for at least {one} year, so you keep the "
            f"grade for {counted('retention-period')} years, unless an exclusion applies.**"
        )
    return _told(lead, (year, at_once, excluded))


def _year() -> Words:
    return rule("retention-one-year", "5-cfr-536", "for a continuous period of at least 1 year")


def _excluded() -> Words:
    return rule("retention-excluded", "5-cfr-536", "Is reduced in grade or pay for personal cause")


def _at_once() -> Words:
    return rule("pay-retention-at-once", "5-cfr-536", "does not meet the eligibility requirements")


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if question.has("placement plan", "placement", "efforts to place"):
        # What the agency owes is not who is entitled.
        return None
    one, weeks = counted("retention-one-year"), number("retention-52-weeks")
    year, excluded, at_once = _year(), _excluded(), _at_once()
    served = rule("retention-52-weeks", "5-cfr-536", "has served for at least 52 consecutive weeks")
    words = [year, served, excluded]
    by_time = by_time_at_grade(question)
    if question.has(*_EXCLUDED) and not question.has("temporary promotion"):
        lead = (
            "**No: neither grade nor pay is retained by someone on a temporary or term "
            "appointment, lowered for personal cause (conduct or performance) or at his or her "
            "own request, or returned because a supervisory probation was not completed.** A move "
            "that management brought about is not at the employee's request."
        )
        words = [excluded]
    elif question.has("not eligible", "what then"):
        lead = (
            "**Then the pay is retained instead, without a fixed end, if it was only the year at "
            f"the grade (or the {weeks} weeks) that was missing.** Someone excluded, such as on a "
            "temporary appointment or lowered for personal cause, keeps neither."
        )
        words = [at_once, excluded]
    elif question.has("voluntar", "may an agency", "grant"):
        lead = (
            "**The agency may, when it has announced a reorganization or reclassification in "
            "writing and the employee moves to a lower position on or before the day it takes "
            "effect.** The "
            f"employee must have served {weeks} weeks above the lower grade. Declining such an "
            "offer costs nothing."
        )
        words = [
            rule("retention-optional", "5-cfr-536", "Management announces a reorganization"),
            served,
        ]
    elif by_time is not None:
        return by_time
    elif question.has("automatic", "apply for"):
        # How it comes is said with what it is.
        return None
    elif question.first_person and _ENTITLED.search(question.message):
        lead = (
            "**Perhaps: after a reclassification you keep the grade for "
            f"{counted('retention-period')} years if the position had stood at it, or higher, for "
            f"at least {one} year without a break** (after a reduction in force: if you served "
            f"{weeks} weeks above the lower grade). Temporary and term appointments, a reduction "
            "for personal cause or on request, and a failed supervisory probation are excluded."
        )
    elif question.has(*_REDUCTION):
        lead = (
            f"**After a reduction in force you must have served at least {weeks} weeks in a row "
            "in covered positions above the lower grade.** After a reclassification something "
            f"else counts: that the position itself stood at the grade for at least {one} year."
        )
    else:
        lead = (
            "**After a reclassification: whoever holds a covered position that stood at the grade "
            f"or higher for at least {one} year without a break. After a reduction in force: "
            f"whoever served at least {weeks} weeks in a row above the lower grade.** Excluded "
            "are temporary and term appointments, a reduction for personal cause or on request, "
            "and a failed supervisory probation."
        )
    return _told(lead, tuple(words))


def _told(lead: str, words: tuple[Words, ...]) -> Answer:
    return Answer(
        lead=lead,
        words=words,
        next=(
            "Look up on earlier SF-50s since when the position has had that grade.",
            "Ask *what is pay retention?* if the year is not complete.",
        ),
        missing=("since when the position stood at the grade",),
    )


TOPIC = Topic(
    id="retention-eligible",
    title="who keeps the grade",
    asks=(
        "I asked for a lower grade job, do I keep my pay",
        "I took a lower grade to be closer to home, do I get save pay",
        "I went down a grade for family reasons, is my pay saved",
        "term appointment and my job is reclassified down, do I get grade retention",
        "Who qualifies for grade retention?",
        "I've been in the position only eight months. Do I get grade retention?",
        "What are the conditions for grade retention?",
        "Do temporary employees get grade retention?",
        "one year requirement for grade retention",
        "The position was at GS-12 for just six months before it was lowered",
        "Who is excluded from retained grade?",
        "Do I have to have been at the grade for a year?",
        "52 weeks rule",
        "I asked for the lower grade myself, do I keep my grade?",
        "Demoted for poor performance: grade retention?",
        "My job was upgraded ten months ago and now goes back down",
        "eligibility for grade retention",
        "not eligible for grade retention, what then",
        "Does an employee on a term appointment keep the grade?",
        "when may an agency grant grade retention voluntarily",
        "Am I eligible for retained grade after nine months in the job?",
        "requirements to keep the grade",
        "Which employees can't have grade retention?",
        "Does grade retention need a full year at the grade?",
        "Position classified at the higher grade for only 7 months",
        "Failed supervisory probation, retained grade?",
        "who gets grade retention",
        "do I qualify for grade retention",
        "am I entitled to keep the grade",
        "conditions for retained grade",
        "requirements for grade retention",
        "one year rule",
        "the position was only 8 months at this grade",
        "I was promoted nine months ago and now the job is lowered",
        "less than a year at the grade",
        "job was at the grade for 11 months",
        "how long must the position have been at the grade",
        "52 weeks",
        "temporary appointment and grade retention",
        "term employee retained grade",
        "demoted for misconduct, grade retention?",
        "I requested the demotion",
        "voluntary downgrade grade retention",
        "probation as supervisor failed",
        "who doesn't get grade retention",
        "excluded from grade retention",
        "can the agency grant grade retention",
        "no grade retention, what do I keep",
        "The job had its grade for just ten months. Will I keep the grade?",
        "Is someone on a term appointment able to retain the grade?",
        "what must be true for me to keep my grade",
        "who is shut out from retained grade",
        "When does somebody qualify for a retained grade?",
        "What must I fulfil to keep my grade?",
        "I had the grade for only seven months",
        "the upgrade of my job was just half a year ago and now it's lowered",
        "who can't keep the grade",
        "are term employees entitled to a retained grade",
        "is grade retention possible after a voluntary demotion",
        "do I need fifty-two weeks",
        "is grade retention automatic for everyone",
        "lowered for performance, do I retain the grade",
        "What are the prerequisites of grade retention?",
        "my position had been a GS-12 for only five months",
        "only been at this level since february, will they let me keep it",
        "do you need a full year before you're protected",
        "am I covered? job went down after five months",
        "term appointment, do I get to keep the grade for two years",
        "who gets shut out of saved grade",
        "asked for the demotion myself for personal reasons, do I still keep anything",
        (
            "the job was misgraded from the start and only 6 months old, does its occupant get "
            "protection"
        ),
        "does a temp promotion count toward the year you need",
        "were the 52 weeks for the person or for the position, i don't get it",
        "Which employees get to hang on to the old grade and which don't?",
        "Do WG folks get the two years too, when the job gets re-rated lower?",
        "demoted for poor performance, saved grade or no?",
        "HR says I don't meet the requirement for saved grade because I was on a detail",
        (
            "my position sat at the higher grade for eleven months and two weeks, so close, is "
            "it enough"
        ),
        "employee promoted in May, job reclassified down in November: entitled?",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
