"""Salaries are not in classification documents: say so, and what can be said."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import decline
from assistant.chat.model import Answer, Context, Question, Topic
from index.language.late import pattern

_STEP = pattern(r"\bstep (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b")
_EARNS = pattern(
    r"\b(?:what|how much) (?:does|do|would|will|is|can) (?:an? |the )?(?:gs[- ]?)?\d{1,2}s?\b"
    r"(?: \w+){0,3} (?:make|earn|pay|get paid|bring home|take home|worth)\b"
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
    if not question.has(*_MONEY) or _LOSES.search(question.message):
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
    asks=(
        "How much does a GS-12 earn?",
        "What is the salary of a GS-13 in Denver?",
        "What would my pay be at the next grade?",
        "How much more money would I make as a GS-14?",
        "What is the locality pay in my city?",
        "Show me the GS pay table",
        "What step would I be at after an upgrade?",
        "What does GS-11 step 5 pay?",
        "What raise would I get?",
        "How much does this position cost in salary?",
        "What is the pay band's dollar range?",
        "Is there a bonus or a pay raise this year?",
        "What would the salary difference be for my employee?",
        "what does a 13 make in Chicago",
        "how much does a 12 make",
        "what do GS-13s make",
        "pay of a 14 in San Francisco",
        "what would I earn as a 13",
        "what is a GS-12 paid",
        "how do recruitment bonuses work for hard to fill jobs",
        "how do I set up special salary rates for my agency's engineers",
        "what would I take home as a 13 step 4",
        "how many bucks more is a 12 than an 11",
        "does a GS 9 in Atlanta make over 60k",
        "show me this year's pay scale",
        "I'm moving to San Diego, what's the locality adjustment",
        "when's the COLA hitting our checks",
        "hourly rate for a WG-10?",
        "how much would it cost my budget to have one more GS-12",
        "what's the top step of a 14 come to",
        "which step do they put you at when you go from 11 to 12",
        "the two step promotion rule, what would my new pay be",
        "starting salary for a 7",
        "is a bigger bonus likely this year",
        "annual wage for a GS-6 secretary in Seattle?",
        "what's the dollar amount between grade 8 and grade 9",
    ),
    answer=_answer,
    unlike=("levels", "points"),
    sure=_sure,
    order=30,
    cues=("what", "how much"),
)
