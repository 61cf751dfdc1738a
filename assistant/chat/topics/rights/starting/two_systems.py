"""Why General Schedule and wage employees have different procedures: two sets of rules."""

from __future__ import annotations

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import number
from assistant.chat.model import Answer, Context, Question, Topic


def _sure(question: Question, context: Context) -> bool:
    """Tell whether a wage employee asks why a General Schedule employee may do otherwise."""
    other = question.pay_plan in {"GS", "GM"} and context.memory.pay_plan.startswith("W")
    return other and question.has("why", "how come", "different")


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    days = number("fws-opm-filing")
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
    id="gs-and-wage-rules",
    title="how the rules for GS and wage employees differ",
    answer=_answer,
    sure=_sure,
    cues=("why", "how come", "different"),
    likes=("pay_plan",),
    unlike=("levels", "points", "decision"),
)
