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
    asks=(
        "Why the difference between GS and WG?",
        "why are wage employees treated differently",
        "What is the difference between a GS appeal and a wage grade appeal?",
        "why can GS go to OPM directly and wage grade not",
        "how do the rules for wage grade and General Schedule differ",
        "why does a WG employee have to go to the agency first and a GS employee not",
        "different rules for blue collar and white collar",
        "compare the appeal rights of GS and FWS employees",
        "is the procedure the same for GS and WG",
        "do the same time limits apply to wage grade and GS",
        "why is it different for wage grade",
        "GS versus FWS appeals",
        "two systems of appeal, why",
        "what's different if I were GS instead of WG",
        "why are there two procedures",
        "General Schedule and prevailing rate appeals side by side",
        (
            "my brother's a mechanic for the navy and his route for this is nothing like mine, "
            "how come"
        ),
        "do blue collar folks get a worse deal on contesting grades than office people",
        "side by side: white collar rules, trades rules",
        "why must the electricians start with their own agency when we clerks may choose",
        "is there a clock for FWS but none for GS? what explains that",
        (
            "steward for a mixed unit, half trades half office. do the same rules cover both "
            "on appeals"
        ),
        "What sets a job grading appeal apart from a position classification appeal?",
        "GS/FWS appeal procedure differences, summary",
        "does it matter for filing whether you're General Schedule or federal wage",
        "Two people in my shop, one WG one GS, both want to contest. Will the steps be alike?",
        "how is it fair that trades workers get a time limit and desk workers don't",
        "if I were in a trade job would the steps for challenging be the same as for my GS job",
        "what do the regs do differently for prevailing rate people",
        "same agency, two rule books for disputes about grade?",
        "Contrast rights of a WG-10 and a GS-10 when they dispute the grade",
    ),
    answer=_answer,
    sure=_sure,
    cues=("why", "how come", "different"),
    likes=("pay_plan",),
    unlike=("levels", "points", "decision"),
)
