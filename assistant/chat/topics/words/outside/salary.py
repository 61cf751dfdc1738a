"""Salaries are not in classification documents: say so, and what can be said."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import decline
from assistant.chat.answering.procedure.decided import goes_up, of_the_grade
from assistant.chat.model import Answer, Context, Question, Topic
from index.language.late import pattern

_STEP = pattern(r"\bstep (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b")
_EARNS = pattern(
    r"\b(?:what|how much) (?:does|do|would|will|is|can) (?:an? |the )?(?:gs[- ]?)?\d{1,2}s?\b"
    r"(?: \w+){0,3} (?:make|earn|pay|get paid|bring home|take home|worth)\b"
    r"|\bhow much (?:more|less|extra|better)\b.{0,20}\b(?:an?|per|each|every) "
    r"(?:year|month|week|hour|pay ?(?:period|check))\b"
    r"|\bhow much (?:money |pay |salary )?(?:does|do|would|will|can|could) (?:\w+ ){1,4}"
    r"(?:make|earn|pay|get paid)\b",
    re.IGNORECASE,
)
_IN_MONEY = pattern(
    r"\b(?:what|how much|how many)\b.*\b(?:in (?:dollars|cash|money)|dollars (?:a|per) "
    r"(?:year|month|pay period))\b",
    re.IGNORECASE,
)
_RULED = pattern(
    r"\b(?:retain\w*|retention|keep|kept|lower\w*|downgrad\w*|appeal\w*|saved|demot\w*)\b",
    re.IGNORECASE,
)

_LOSES = pattern(
    r"\b(?:do|does|will|would|can|could) (?:i|we|she|he|they|my|her|his) "
    r"(?:still (?:get|be|have|draw)|keep|lose|get less|pay (?:drop|fall|go down|shrink))\b",
    re.IGNORECASE,
)
"""Asks whether pay is kept, and for no amount of it."""
_MONEY = (
    *("pay", "paid", "salar", "earn", "make", "money", "locality", "step", "raise", "dollar"),
    *("bonus", "cost", "worth", "income", "wage"),
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether an amount of pay is asked for: what a grade and step make, and where."""
    text = question.message
    if question.levels or question.points or question.decision or _RULED.search(text):
        return False
    if _IN_MONEY.search(text):
        return True
    money = question.has(*_MONEY) and question.has("what", "how much")
    return bool(_EARNS.search(text) or (_STEP.search(text.lower()) and money))


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    text = question.message
    if of_the_grade(text):
        return None
    if goes_up(question) is False and question.has("happen", "what about", "affect", "change"):
        # What a lower grade does to pay is told by its rules, an amount of it is not.
        return None
    if not (question.has(*_MONEY) or _EARNS.search(text)) or _LOSES.search(text):
        return None
    return decline(
        "This program does not know salaries: pay tables and locality pay are published by OPM "
        "(opm.gov, Salaries & Wages).",
        "It can say which grade work earns, and what happens to grade and pay when a position "
        "is regraded.",
    )


TOPIC = Topic(
    id="salary",
    title="salaries and pay tables",
    answer=_answer,
    unlike=("levels", "points"),
    sure=_sure,
    order=30,
    cues=("what", "how much"),
)
