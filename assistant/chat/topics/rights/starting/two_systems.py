"""Why General Schedule and wage employees have different procedures: two sets of rules."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import number
from assistant.chat.model import Answer, Context, Question, Topic

_ID = "gs-and-wage-rules"
_OF_BOTH = re.compile(
    r"\b(?:we|us|each|both)\b.*\b(?:appeal|file|go|do|have|write|start|long|days?|deadlines?|time)\b"
    r"|\b(?:long|days?|deadlines?|time)\b.*\b(?:we|us|each|both)\b",
    re.IGNORECASE,
)
_MOST = 10


def _sure(question: Question, context: Context) -> bool:
    """Tell whether a wage employee asks why a General Schedule employee may do otherwise."""
    if _goes_on(question, context):
        return True
    other = question.pay_plan in {"GS", "GM"} and context.memory.pay_plan.startswith("W")
    return other and question.has("why", "how come", "different")


def _goes_on(question: Question, context: Context) -> bool:
    """Tell whether it is asked of two employees told of together, one of each system."""
    few = len(question.message.split()) <= _MOST and not question.grades
    return few and context.memory.topic == _ID and bool(_OF_BOTH.search(question.message))


def _answer(question: Question, context: Context) -> Answer:
    days = number("fws-opm-filing")
    if _goes_on(question, context):
        return Answer(
            lead=(
                "**In the General Schedule: to OPM or to the agency, at any time. In the wage job: "
                f"to the agency first, at any time, and then to OPM within {days} calendar days "
                "of receiving its decision.** Where a downgrade cost grade or pay, both file "
                f"within {number('retroactive-first-filing')} calendar days of the day it took "
                "effect, or what was lost is not made good."
            ),
            words=(
                rule("fws-agency-first", "5-cfr-532", "has issued a decision under the system"),
                quoted_rule("fws-opm-filing", "5-cfr-532"),
                quoted_rule("retroactive-first-filing", "5-cfr-511"),
            ),
            next=("On which day did the lower grade take effect, for each?",),
        )
    return Answer(
        lead=(
            "**Because two sets of rules apply: 5 CFR part 511 for the General Schedule, 5 CFR "
            "part 532 for the Federal Wage System.** A General Schedule employee may go to OPM at "
            "once, at any time; a wage employee goes to the agency first and has "
            f"{days} calendar days from receiving its decision to appeal to OPM."
        ),
        words=(
            rule("forum", "introduction"),
            rule("fws-agency-first", "5-cfr-532", "has issued a decision under the system"),
            quoted_rule("fws-opm-filing", "5-cfr-532"),
        ),
        next=("Which pay plan is on your SF-50: GS, or WG, WL or WS?",),
    )


TOPIC = Topic(
    id=_ID,
    title="how the rules for GS and wage employees differ",
    answer=_answer,
    sure=_sure,
    cues=("why", "how come", "different", "each", "both", "we ", " us", "deadline"),
    order=45,
    likes=("pay_plan",),
    unlike=("levels", "points", "decision"),
)
