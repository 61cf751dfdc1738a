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
    asks=(
        "What happens to my appeal if I change jobs?",
        "I'm retiring while my appeal is pending",
        "If I get promoted before OPM decides, does the appeal go on?",
        "I left that position last year, can I still appeal its grade?",
        "Can a former employee appeal?",
        "transferred to another agency, appeal still alive?",
        "Does OPM cancel an appeal when the person leaves the position?",
        "I was reassigned after I filed",
        "Can I appeal a job I no longer hold?",
        "took a new job mid appeal",
        "My employee who appealed has moved to another office; does the appeal continue?",
        "Will a temporary assignment elsewhere cancel my appeal?",
        "I resigned, what about my classification appeal",
        "does quitting end the appeal",
        "former incumbent wants the old position reviewed",
        "If I transfer while the case is at OPM, is it over?",
        "Can I still appeal a position that I left?",
        "I'm being moved to a different position next month and my appeal is open",
        "promotion during appeal",
        "Do retirees have appeal rights on their old grade?",
        "the appellant has separated, what does OPM do",
        "I got another job while my appeal is at OPM",
        "appeal and retirement",
        "if I leave the job, what becomes of the appeal",
        "what if I'm promoted while the appeal is pending",
        "appellant no longer in the position",
        "appeal of a former position",
        "I want to appeal the grade of the job I had before",
        "can I appeal my old job",
        "does the appeal survive a transfer",
        "moving to another agency during an appeal",
        "taking another position before the decision",
        "will they cancel my appeal if I leave",
        "I'm leaving federal service, is my appeal over?",
        "reassigned during the appeal",
        "position abolished while on appeal",
        "the person who appealed has retired",
        "must I still be in the job when OPM decides",
        "temporary reassignment while my appeal is pending",
        "left the position, want back the grade for that time",
        "can someone who left still win",
        "My appeal is in and I was offered a job elsewhere in the agency. Does that kill it?",
        "appellant promoted out of the position",
        "I no longer work in that job; can its grade still be reviewed?",
        "what if I retire before they rule",
        "I'll be out of that position before OPM decides",
        "What if I move to a new position during the appeal?",
        "does my appeal lapse when I transfer",
        "I appealed and then got promoted",
        "I no longer occupy the appealed position",
        "Will OPM go on with the case after I leave?",
        "retirement before the decision",
        "can an ex-employee appeal a grade",
        "the incumbent who appealed has left",
        "I changed positions, what about my pending appeal",
        "I'm taking a job at another agency; is my appeal dead?",
        "she appealed and then was promoted elsewhere",
        "I moved to another agency in the middle of it",
        "if I quit will they still decide",
        "I put in my papers and retire in May, OPM hasn't answered yet",
        "they promoted me before OPM got around to it",
        "can I fight over the job I used to have",
        "my appeal's in and I just got reassigned elsewhere",
        "I don't work there anymore but the grade was wrong the whole time",
        "what happens with a pending case when somebody transfers",
        "the appellant passed away last week, does it die with him",
        "got laid off while waiting",
        "I'm out of that job since January and only now learned it was too low",
        "my old position, is it too late since I've gone",
        "new job starts monday. do they drop my case?",
        "One of our members took a lateral after filing, is the thing still alive",
    ),
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
