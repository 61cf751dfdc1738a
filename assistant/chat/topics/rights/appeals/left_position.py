"""What becomes of an appeal when the appellant leaves the position."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import track
from assistant.chat.model import Answer, Context, Question, Topic

_NEW_JOB = re.compile(
    r"\b(?:accept\w*|took|take|taking|got|start\w*|offered|leaving for|moving to)\b[^.?!]{0,25}"
    r"\b(?:different|another|new|other) (?:job|position|agency|post)\b",
    re.IGNORECASE,
)
_OLD_ONE = re.compile(
    r"\b(?:appeal\w*|contest\w*|challeng\w+|review\w*)\b[^.?!]{0,20}\b(?:my|her|his|their|the|a) "
    r"(?:old|former|previous|prior|earlier) (?:gs-?)?(?:\d+ )?"
    r"(?:grade|job|position|post)\b(?! back)",
    re.IGNORECASE,
)
"""Asks of an appeal of what is no longer held."""
_OF_AN_APPEAL = re.compile(r"\b(?:appeal\w*|case|opm|matter|even worth)\b", re.IGNORECASE)
_SPOKEN_OF = (
    *("lowered-now", "should-appeal", "forum", "mspb", "appeal-risk", "deadline-after-lowering"),
    *("deadline-in-general", "missed-deadline", "appeal-duration", "comparison", "left-position"),
    *("how-to-file", "appeal-contents", "representative", "withdrawing", "appeal-odds"),
)


def _sure(question: Question, context: Context) -> bool:
    """Tell whether it is asked what another job means for an appeal."""
    if question.decision:
        return False
    if _OLD_ONE.search(question.message) and not question.has("before i", "while i"):
        return True
    if not _NEW_JOB.search(question.message):
        return False
    if question.has("retain", "retention", "saved", "offered me", "declin", "refus", "turn"):
        return False
    appeal = question.has("appeal") or context.memory.topic in _SPOKEN_OF
    return bool(appeal and _OF_AN_APPEAL.search(question.message))


def _answer(question: Question, context: Context) -> Answer:
    words = (
        rule("current-employee", "introduction", "no longer officially assigned to the position"),
    )
    if track(question, context) == "fws":
        words = (rule("fws-left", "5-cfr-532", "On notice that the employee has left the job"),)
    if question.has("temporary", "temp ", "detail", "acting", "loan"):
        lead = (
            "**No: a temporary assignment elsewhere does not cancel an appeal.** OPM cancels it "
            "when you are no longer officially assigned to the position, unless a retroactive "
            "benefit is possible."
        )
    elif question.has("lost pay", "lost grade", "lost money", "back pay", "wrongful", "demot"):
        lead = (
            "**No, not if you lost grade or pay by the demotion and appealed in time: then a "
            "retroactive benefit is possible, and OPM goes on.** Otherwise it cancels the appeal "
            "of someone no longer officially assigned to the position."
        )
    elif question.has("died", "dies", "death", "passed away", "deceased"):
        lead = (
            "**OPM cancels the appeal: nobody is officially assigned to the position any more, "
            "unless a retroactive benefit is possible.** The rules held here say nothing of heirs; "
            "where grade or pay was lost by the demotion, ask OPM in writing to go on."
        )
    elif _OLD_ONE.search(question.message) and not question.has("pending", "filed", "appealed"):
        lead = (
            "**No: only the position that is officially held now can be appealed, with the grade "
            "it has now, not one that was left.** Who still holds the same position, lowered "
            "since, may appeal it at any time. An appeal of a position that was left goes on only "
            "where a retroactive benefit is possible, such as pay lost by a wrongful demotion that "
            "was appealed in time."
        )
    elif question.has("former", "left", "no longer hold", "used to", "retire", "old grade") and (
        not question.has("pending", "open", "still decide", "still going", "cancel")
        and not question.has("appealed", "filed", "my appeal", "my case")
    ):
        lead = (
            "**Normally no: the right to appeal belongs to the person officially in the "
            "position.** OPM cancels the appeal of someone who has left it, unless a retroactive "
            "benefit is possible, such as pay lost by a wrongful demotion that was appealed in "
            "time."
        )
    else:
        head = "It ends: "
        if question.has("matter", "worth", "point in", "bother", "sense"):
            head = "Yes, it matters: "
        lead = (
            f"**{head}OPM cancels the appeal once you are no longer officially assigned to the "
            "position, unless a retroactive benefit is possible.** A promotion, a reassignment, a "
            "separation all count; a temporary assignment to another position does not. Until "
            "that day it goes on."
        )
    return Answer(
        lead=lead,
        words=words,
        next=(
            "If pay was lost by a downgrade, tell OPM that a retroactive benefit is at stake.",
            "The new position can be appealed once you hold it officially.",
        ),
    )


TOPIC = Topic(
    id="left-position",
    title="an appeal after leaving the position",
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
