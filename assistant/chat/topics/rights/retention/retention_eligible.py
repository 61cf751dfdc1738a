"""Who keeps the grade and who does not."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import counted, number
from assistant.chat.answering.procedure.exclusions import takes_back
from assistant.chat.answering.procedure.keeping import decided_by_what_is_told, kept_as_told
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.chat.topics.rights.routes.grievance import TOPIC as GRIEVANCE

_REDUCTION = ("rif", "reduction in force", "52", "fifty-two")
_ENTITLED = re.compile(
    r"\b(?:am|do|can|will|would|may|are|is|get)\b.{0,25}\b(?:i|we|entitled|keep)\b", re.IGNORECASE
)


def _year() -> Words:
    return quoted_rule("retention-one-year", "5-cfr-536")


def _excluded() -> Words:
    return rule("retention-excluded", "5-cfr-536", "Is reduced in grade or pay for personal cause")


def _at_once() -> Words:
    return rule("pay-retention-at-once", "5-cfr-536", "does not meet the eligibility requirements")


_WHAT_IS_KEPT = re.compile(
    r"\bwhat (?:do|will|would|can) (?:i|we) (?:get to )?keep\b", re.IGNORECASE
)


def _sure(question: Question, context: Context) -> bool:
    """Tell whether it is asked if a grade is kept, and what is told decides it."""
    if question.levels:
        return False
    kept = _WHAT_IS_KEPT.search(question.message) and question.has(
        "cut", "lower", "downgrad", "reclass"
    )
    return bool(kept) or decided_by_what_is_told(question, context)


def _answer(question: Question, context: Context) -> Answer | None:
    if question.has("griev"):
        # What can be grieved hangs on what is kept.
        return GRIEVANCE.answer(question, context)
    if question.has("placement plan", "placement", "efforts to place"):
        # What the agency owes is not who is entitled.
        return None
    one, weeks = counted("retention-one-year"), number("retention-52-weeks")
    year, excluded, at_once = _year(), _excluded(), _at_once()
    served = quoted_rule("retention-52-weeks", "5-cfr-536")
    words = [year, served, excluded]
    told = kept_as_told(question, context)
    if told is not None:
        return told
    if takes_back(question.message, context.memory.told):
        lead = (
            "**Then that does not stand in the way: the grade is kept for "
            f"{counted('retention-period')} years if the position had stood at it, or higher, for "
            f"at least {one} year without a break** (after a reduction in force: if you served "
            f"{weeks} weeks above the lower grade). If not, pay that would fall is kept."
        )
    elif question.has("on a detail", "detailed"):
        lead = (
            "**A detail does not count against it: what counts is the position you officially "
            f"hold, and that it stood at the grade for at least {one} year before it was "
            "lowered.** A detail to higher work adds nothing to that time either."
        )
        words = [year, excluded]
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
    sure=_sure,
    cues=("keep", "kept", "retain", "retention", "save"),
    unlike=("levels", "points", "decision"),
)
