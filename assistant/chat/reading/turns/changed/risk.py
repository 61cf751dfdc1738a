"""What somebody may lose, in plain words: "could they put me at 11?", "if I do nothing?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.procedure.decided import goes_up
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.changed.guide import OF_SUPERVISORS
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

RISK, LIMIT = "appeal-risk", "deadline-after-lowering"
_IF = pattern(
    r"\b(?:could|can|might|may|would|will|if|suppose|imagine|possible|when|what happens)\b",
    re.IGNORECASE,
)
_WHAT_TO_DO = pattern(
    r"\bwhat (?:can|could|may|might|would) (?:i|we|one|you) (?:do|expect)\b", re.IGNORECASE
)
"""Asks for help with what has happened, and supposes nothing."""
_FINDS = pattern(
    r"\b(?:they|opm|hr|(?:the|a|some) (?:classifier|auditor|agency|specialist|examiner|review|"
    r"(?:desk )?audit|appeal|decision|result)|it|this|that|classifiers|someone|somebody)\b.{0,24}"
    r"\b(?:puts?|finds?|found|says?|said|decides?|rates?|grades?|places?|makes?|calls?|classif\w+|"
    r"(?:comes?|came) (?:back|out)|thinks?|rules?|cuts?|drops?|lowers?|downgrades?|leaves?|"
    r"backfires?)\b.{0,30}",
    re.IGNORECASE,
)
_DOWN_TO = pattern(
    r"\b(?:downgrad\w+|lowered|lowering|cut|dropped|(?<!turn )(?<!turned )(?<!turning )down)\b"
    r".{0,12}",
    re.IGNORECASE,
)
_ENDS = pattern(
    r"\b(?:ends?|ended|ending|winds?|wound|comes?|walks?|leaves?|left|sits?|stuck)\b.{0,24}?"
    r"\b(?=(?:with|as|at|an?)\b)",
    re.IGNORECASE,
)
"""How it may all end for the person: "could this end with me as a 10"."""
_FEARED = pattern(
    r"\b(?:instead|only|just|lower|worse|backfire|finds?|says?|decides?|comes? back)\b",
    re.IGNORECASE,
)
"""Tells a grade feared from one hoped for, where the grade held is not known."""
_END_FOR_ME = pattern(r"\b(?:ends? (?:up )?with|leaves?) (?:me|us)\b", re.IGNORECASE)
"""An end that may be feared or hoped for, as long as the grade held is not known."""
_GRADE = pattern(
    r"\b(?:at|as|to|an?|be|with|only|just|me|us|them|him|her|i'm)\s+(?:only |just |really |an? )*"
    r"(?:gs[\s-]*)?(1[0-5]|[1-9])s?\b(?![-,.]?\d|\s*(?:%|percent|points?|days?|of\b|levels?))",
    re.IGNORECASE,
)
_ELSE = pattern(
    r"\b(?:because|facts?|evidence|meets?|argue|supervise|base|contractor\w*|"
    r"(?:coworker|colleague)'?s?(?! and (?:i|me)\b)|"
    r"years?|days?|share|percent|keep|retain\w*|retention|pay|promot\w+|apply|hire\w*|again|"
    r"complain\w*|speak up|retaliat\w*|threat\w*|punish\w*)\b",
    re.IGNORECASE,
)
_NOTHING = pattern(
    r"\b(?:(?:do|doing|did) nothing|leave (?:it|things|everything) (?:alone|be|as (?:it|they) "
    r"(?:is|are))|(?:just |only )?wait(?:ing)?(?! (?:a minute|what))|sit (?:tight|still)|"
    r"let (?:it|things) (?:go|be|slide)|never (?:file|appeal)|"
    r"(?:do not|don't|dont|didn't) (?:file|appeal|act|do anything))\b",
    re.IGNORECASE,
)
_LOSES = pattern(
    r"\b(?:los[et]|losing|happens?|gone|forfeit|too late|cost|give up|miss)\b", re.IGNORECASE
)
_WHAT_LOSE = pattern(
    r"^\W*(?:(?:and|so|but|ok|then)\W+)*(?:what|do|would|could|can|will) "
    r"(?:would |could |do |can |might |will )?(?:i|we) (?:stand to |have to )?lose"
    r"(?: (?:pay|money|my pay|any pay) if (?:it|they|i)\b.{0,24}\b(?:1[0-5]|[1-9]|lower\w*|down))?"
    r"\W*$",
    re.IGNORECASE,
)
_OTHER_WAY = pattern(
    r"\b(?:go(?:es)?|rules?|decides?|comes?|turns?|swings?)\b.{0,14}\bthe other way\b"
    r"|^\W*(?:(?:and|so|but|ok|then)\W+)*(?:what if|can) (?:it|this|that) backfires?\W*$",
    re.IGNORECASE,
)
"""An end that is worse than what one has, in no more words."""
MOST = 22
"""Words beyond which a message says for itself what it is about."""


def of_risk(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return what may be lost by a lower grade, or by waiting, with the topic that says it."""
    text = question.message
    exact = question.levels or question.factors or question.decision or question.percents
    if exact or question.dates or question.since or question.series:
        return None
    if len(text.split()) > MOST or context.memory.topic in OF_SUPERVISORS:
        return None
    if _WHAT_LOSE.match(text):
        return question, RISK
    if _OTHER_WAY.search(text):
        return read("Can my appeal lower the grade I have?"), RISK
    if _NOTHING.search(text) and _LOSES.search(text):
        return read("Is there a deadline to appeal, and what do I lose if I wait?"), LIMIT
    if _ELSE.search(text) or not _IF.search(_WHAT_TO_DO.sub(" ", text)):
        return None
    found, down = _FINDS.search(text), _DOWN_TO.search(text)
    if found is not None and not _IF.search(text, 0, found.end()):
        # What was said already is no supposition.
        found = None
    if down is not None and not _IF.search(_WHAT_TO_DO.sub(" ", _sentence(text, down.start()))):
        # "They cut me to GS-11. Can I grieve it?" supposes nothing either.
        down = None
    if goes_up(question):
        return None
    told = found or down or _ENDS.search(text)
    named = _GRADE.search(text, told.start()) if told is not None else None
    if named is None:
        return None
    held = context.held.grade if context.held is not None else None
    feared = down or _FEARED.search(text)
    lower = int(named[1]) < held if held is not None else bool(feared) or either_way(text)
    return (question, RISK) if lower else None


def either_way(text: str) -> bool:
    """Tell whether a text asks of an end that may be feared or hoped for."""
    return bool(_END_FOR_ME.search(text)) and not (_FEARED.search(text) or _DOWN_TO.search(text))


def _sentence(text: str, at: int) -> str:
    """Return the sentence of a text in which a place lies."""
    start = max(text.rfind(end, 0, at) for end in ".!?") + 1
    ends = [text.find(end, at) for end in ".!?"]
    return text[start : min((end for end in ends if end >= 0), default=len(text))]
