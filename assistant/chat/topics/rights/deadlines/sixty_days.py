"""How long an agency may keep an appeal that is addressed to OPM."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import asked_on, ends, last_days, number, track
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.topics.rights.filing.agency_report import of_consistency
from assistant.chat.topics.rights.filing.forum_gs import TOPIC as FORUM

_FOR_OPM = re.compile(
    r"\b(?:through|via|forward\w*|pass\w*|hand\w*|addressed|meant for|for opm|send it on|sent on|"
    r"go to opm|to opm by|received)\b",
    re.IGNORECASE,
)
"""What tells that an appeal was handed in for OPM: no other one has the limit."""


_REFUSED = re.compile(
    r"\b(?:agency|hr|headquarters|personnel|command|they|bureau|department)\b[^.?!]{0,25}"
    r"(?<!not )(?<!n't )(?<!if )\b(?:denied|turned (?:\w+ ){0,3}down|rejected|refused|"
    r"decided against|said no|ruled against)\b"
    r"|\b(?:was|been|got|were) (?:denied|turned down|rejected|refused)\b[^.?!]{0,12}\b(?:by|at) "
    r"(?:the|my|our) (?:agency|hr|headquarters|personnel|command|bureau|department)\b",
    re.IGNORECASE,
)
"""Tells that the agency has decided an appeal, against the employee."""


def _answer(question: Question, context: Context) -> Answer | None:
    if track(question, context) == "fws":
        day = rule(
            "fws-effective-decision", "5-cfr-532", "after the 60th calendar day from the date"
        )
        return Answer(
            lead="**The wage rules say only that the agency decides promptly: they set no number "
            "of days.** A decision that comes late still takes effect no later than they allow, "
            "counted from the day you filed. Until it decides, OPM cannot take the appeal.",
            words=(
                day,
                rule("fws-agency-first", "5-cfr-532", "has issued a decision under the system"),
            ),
        )
    if context.memory.topic == "consistency" and not question.has("appeal", "decide", "opm"):
        # After reviews for consistency the report on them is meant.
        return of_consistency(question, context)
    if question.has("both", "too", "also", "as well", "at the same time", "one to opm"):
        # Where the appeal goes is asked, not how long the agency has.
        return FORUM.answer(question, context)
    if _REFUSED.search(question.message) and not question.has("forward", "hand", "sent it on"):
        # The agency has decided: where it goes on is asked, not how long the agency has.
        return FORUM.answer(question, context)
    days = number("through-agency")
    last = None
    if (question.dates or question.since) and _FOR_OPM.search(question.around or question.message):
        last = last_days(
            "through-agency", question, context, "agency_appeal", "received", addressed_to_opm=True
        )
    head = f"**{days} calendar days from the day it receives the appeal.**"
    if last is not None:
        loosely = not question.dates
        head = (
            f"**The agency's {days} calendar days "
            f"{ends(last, asked_on(question, context), about=loosely)}.**"
        )
    if question.has("refuse", "block", "withhold", "stop my appeal", "say no to"):
        return Answer(
            lead=(
                f"**No: an appeal handed in for OPM must be forwarded within {days} calendar days "
                "where the agency decides against you, may not decide, or has not decided.** You "
                "need not go through it at all: write to OPM yourself, with the day you handed it "
                "in."
            ),
            words=(
                quoted_rule("through-agency", "5-cfr-511"),
                rule("forum", "5-cfr-511", "writing to the Office directly, or by forwarding"),
            ),
            next=("Send OPM a copy of what you handed in.",),
        )
    waiting = ("now what", "what now", "what can i do", "what do i do", "no answer", "silent")
    idle = ("sits on", "sit on", "sitting on", "sat on", "ignor", "stall")
    if last is None and question.has(*waiting, *idle, "hasn't", "has not", "never"):
        return Answer(
            lead=(
                "**If the appeal was meant for OPM, write to OPM yourself now, with a copy of it "
                "and the day you handed it in.** The agency has "
                f"{days} calendar days to decide it or send it on, and must forward what it has "
                "not decided in time. An appeal under the agency's own system has no such limit, "
                "and keeps you from OPM only until you go there."
            ),
            words=(
                quoted_rule("through-agency", "5-cfr-511"),
                rule("forum", "5-cfr-511", "writing to the Office directly, or by forwarding"),
            ),
            next=("Ask the agency in writing on which day it sent the appeal to OPM.",),
            missing=("the day on which the agency received the appeal",),
        )
    return Answer(
        lead=(
            f"{head} Within them it decides an appeal handed in for OPM, or sends it on: it must "
            "forward it when its decision is unfavorable, when it may not decide, or when it has "
            "not decided in time, and tell you so in writing. You may also write to OPM yourself."
        ),
        words=(
            quoted_rule("through-agency", "5-cfr-511"),
            rule("forum", "5-cfr-511", "writing to the Office directly, or by forwarding"),
        ),
        next=(
            "Ask the agency in writing on which day it sent the appeal to OPM.",
            "If it keeps it, send OPM a copy with the day you handed it in.",
        ),
        missing=() if last is not None else ("the day on which the agency received the appeal",),
    )


TOPIC = Topic(
    id="agency-sixty-days",
    title="how long the agency may keep an appeal",
    answer=_answer,
    likes=("dates",),
    unlike=("levels", "points", "decision"),
)
