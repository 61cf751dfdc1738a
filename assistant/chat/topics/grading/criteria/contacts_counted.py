"""How many people are met or briefed: not counted; who they are and what for is."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic
from index.language.late import pattern

_MET = pattern(
    r"\b(?:number|how many|count|more|amount) (?:of )?(?:the )?(?:people|persons|offices|contacts|"
    r"customers|clients|visitors|attendees|briefings|callers|meetings)\b.{0,40}"
    r"\b(?:brief\w*|meet|met|contact\w*|talk\w*|train\w*|present\w*|serve[ds]?|deal\w*|matter\w*|"
    r"speak\w*|help\w*)\b|\bbriefs? (?:\d+|more|many|hundreds)\b",
    re.IGNORECASE,
)
OF_STAFF = pattern(r"\b(?:supervis\w*|subordinates?|report to|staff under|manage[sd]?)\b")
_RATED = ("grade", "matter", "count", "level", "factor", "higher", "points")


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    text = question.message
    if question.levels or question.decision or question.points or OF_STAFF.search(text):
        return False
    return bool(_MET.search(text)) and question.has(*_RATED)


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return Answer(
        lead=(
            "**No: how many people are met or briefed does not count. Factor 6 looks at who "
            "they are and in what setting they are met, Factor 7 at what the contact is for.** "
            "Briefing managers to inform them is one thing; persuading those who resist, or "
            "settling what is disputed, is rated higher."
        ),
        words=(
            law(
                "introduction",
                "52",
                "what is required to make the initial contact",
                "Factor 6 rests on making the contact, the difficulty of communicating and the "
                "setting.",
            ),
            law(
                "introduction",
                "54",
                "purpose of personal contacts ranges from",
                "Factor 7 runs from exchanging facts to settling controversial matters.",
            ),
        ),
        next=("Who are they, and are they to be informed, persuaded or won over?",),
    )


TOPIC = Topic(
    id="contacts-counted",
    title="whether the number of people met counts",
    answer=_answer,
    sure=_sure,
    cues=("number", "how many", "count", "more", "amount", "brief"),
    unlike=("levels", "points", "percents", "dates", "decision"),
)
