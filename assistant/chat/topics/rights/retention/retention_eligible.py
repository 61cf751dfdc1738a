"""Who keeps the grade and who does not."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import counted, number
from assistant.chat.answering.procedure.exclusions import takes_back
from assistant.chat.answering.procedure.keeping import (
    at_once,
    decided_by_what_is_told,
    kept_as_told,
    ruled_out,
)
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.chat.topics.rights.routes.grievance import TOPIC as GRIEVANCE

_REDUCTION = ("rif", "reduction in force", "52", "fifty-two")
_ENTITLED = re.compile(
    r"\b(?:am|do|can|will|would|may|are|is|get)\b.{0,25}\b(?:i|we|entitled|keep)\b", re.IGNORECASE
)


def _year() -> Words:
    return quoted_rule("retention-one-year", "5-cfr-536")


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
    year, excluded, soon = _year(), ruled_out(), at_once()
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
        words = [soon, excluded]
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
    answer=_answer,
    sure=_sure,
    cues=("keep", "kept", "retain", "retention", "save"),
    unlike=("levels", "points", "decision"),
)
