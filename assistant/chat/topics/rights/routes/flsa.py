"""Overtime status is another procedure: an FLSA claim."""

from __future__ import annotations

import re

from assistant.chat.answering.fields import tells_of_work
from assistant.chat.answering.kit import law
from assistant.chat.answering.procedure.overtime import GRIEVANCE, SOURCE, part_asked
from assistant.chat.model import Answer, Context, Question, Topic

_TESTS = (
    *("test", "criteria", "what makes", "what decides", "how is it decided", "why am i"),
    *("why is my", "who is", "how do they decide", "which jobs", "what jobs", "what duties"),
    "executive exempt",
)
_NAMED = re.compile(
    r"\b(?:flsa|fair labor|overtime|(?:non-?)?exempt(?:ion|ions)?|time and a half)\b", re.IGNORECASE
)
_CLAIM = re.compile(
    r"\b(?:flsa|fair labor)\b.{0,40}\bclaim|\bovertime\b.{0,12}\bclaim|"
    r"\bclaim\w*\b.{0,25}\bovertime\b"
    r"|\bnon-?exempt\b.{0,50}\b(?:pay|paid|hours|saturdays?|sundays?|weekends?)\b",
    re.IGNORECASE,
)
_CLASSIFICATION = re.compile(
    r"\b(?:grades?|classif\w+|reclass\w*|downgrad\w*|position descriptions?|pd|series|retention|"
    r"retain\w*|desk audit|points|levels?|factors?|standards?|title)\b",
    re.IGNORECASE,
)
_APPEAL = re.compile(r"\bappeal", re.IGNORECASE).search
_OTHERS_CLAIMS = re.compile(
    r"\b(?:i|we|job|duties|work|position)\b[^.?!]{0,25}\b(?:adjudicat|review|process|examin|investigat|"
    r"handl|decid|audit|settl)\w*\b[^.?!]{0,30}\bclaims\b",
    re.IGNORECASE,
)
"""Claims that are somebody's work, not his or her own."""
_YES_NO = re.compile(
    r"^\W*(?:so |and |but )?(?:can|may|could|do|does|is|am|are|will|should)\b", re.IGNORECASE
)


def _spoken(context: Context) -> bool:
    """Tell whether a claim on overtime is what the conversation is about."""
    memory = context.memory
    if memory.topic == "flsa":
        return True
    before = memory.question.message if memory.question is not None else ""
    if memory.topic == "elsewhere":
        return bool(_NAMED.search(before))
    # What was answered of something else in between, without its being named, was a claim's too.
    return memory.topic_before == "flsa" and not (_CLASSIFICATION.search(before) or _APPEAL(before))


def _sure(question: Question, context: Context) -> bool:
    """Tell whether something of a claim is asked, where a claim is named or spoken of."""
    text = question.message
    if question.decision or question.levels or _CLASSIFICATION.search(text):
        return False
    told = _CLAIM.search(text)
    if told and not question.asks and not tells_of_work(text):
        return True
    return bool(told or _spoken(context)) and part_asked(question) is not None


def _answer(question: Question, context: Context) -> Answer | None:
    if _OTHERS_CLAIMS.search(question.message):
        return None
    part = part_asked(question)
    other = _CLASSIFICATION.search(question.message) or question.has(*_TESTS)
    claim = _spoken(context) or not _APPEAL(question.message)
    if part is not None and claim and not other:
        return Answer(
            lead=part.lead,
            words=part.words,
            next=("Send the claim now, with the period, the hours and your duties.",),
        )
    head = "No: whether" if _YES_NO.search(question.message) else "Whether"
    tests = question.has(*_TESTS)
    return Answer(
        lead=(
            "**The tests of who is exempt under the Fair Labor Standards Act (FLSA) stand in "
            "5 CFR part 551, subpart B, which is not held here: see ecfr.gov.** The grade does "
            "not decide it, nor does a classification appeal: a wrong status is contested by an "
            "FLSA claim under subpart G, to your agency or to OPM, at any time."
        )
        if tests
        else (
            f"**{head} the Fair Labor Standards Act covers your job is not "
            "decided in a classification appeal, nor by the grade.** It is an FLSA claim of "
            "its own, under 5 CFR part 551, subpart G: to your agency or to OPM, not both at "
            "once; in a bargaining unit the negotiated grievance procedure instead, unless the "
            "agreement excludes it. A challenge to the exemption may be filed at any time; claims "
            "for pay have a limit."
        ),
        words=(
            law(
                SOURCE,
                "section 551.701(a)",
                "FLSA exemption status determination claims",
                "Subpart G is for claims about exemption status and FLSA pay.",
            ),
            law(
                SOURCE,
                "section 551.702(a)",
                "challenging the correctness of his or her FLSA exemption status",
                "A challenge to the exemption status may be filed at any time.",
            ),
            GRIEVANCE,
        ),
        next=(
            "Write the claim with your duties, the hours, and the period it is about.",
            "Do not wait with a pay claim: its limit runs back from the day it is filed.",
        ),
    )


TOPIC = Topic(
    id="flsa",
    title="overtime status and FLSA claims",
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
