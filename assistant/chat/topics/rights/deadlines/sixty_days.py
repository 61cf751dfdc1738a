"""How long an agency may keep an appeal that is addressed to OPM."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import asked_on, ends, last_days, number, track
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.topics.rights.filing.forum_gs import TOPIC as FORUM

_FOR_OPM = re.compile(
    r"\b(?:through|via|forward\w*|pass\w*|hand\w*|addressed|meant for|for opm|send it on|sent on|"
    r"go to opm|to opm by|received)\b",
    re.IGNORECASE,
)
"""What tells that an appeal was handed in for OPM: no other one has the limit."""


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
    if question.has("both", "too", "also", "as well", "at the same time", "one to opm"):
        # Where the appeal goes is asked, not how long the agency has.
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
    if last is None and question.has(*waiting, "hasn't", "has not", "never"):
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
    asks=(
        "can my agency refuse to send my appeal to OPM",
        "may HR block my appeal from going to OPM",
        "How long may my agency sit on my appeal?",
        "I gave my appeal to HR two months ago and nothing happened",
        "Does the agency have to forward my appeal to OPM?",
        "60 days for the agency",
        "My agency hasn't answered my appeal",
        "I filed through the agency, how long before it goes to OPM?",
        "What if the agency doesn't decide in time?",
        "time limit for the agency to decide an appeal",
        "HR received my appeal on April 1, 2026. When must it go to OPM?",
        "agency keeps my appeal",
        "How many days do we have to decide an appeal addressed to OPM?",
        "must we send the appeal on to OPM",
        "appeal handed in at the agency, what then",
        "When does the agency have to pass my appeal to OPM?",
        "they won't forward my appeal",
        "My appeal has been lying at the agency for 70 days",
        "How long can HR hold an appeal meant for OPM?",
        "agency time limit for appeals through it",
        "Are we required to forward the employee's appeal?",
        "filed via agency on May 3, 2026, when do they have to act",
        "does my agency have a deadline to rule on my appeal",
        "60 days",
        "sixty days",
        "the 60 day rule",
        "how long does the agency have",
        "how long can the agency take",
        "agency sits on my appeal",
        "agency doesn't answer",
        "my agency won't forward my appeal",
        "filed through my agency, no answer",
        "gave it to HR, nothing happens",
        "HR hasn't sent my appeal to OPM",
        "when must the agency send it to OPM",
        "must the agency forward my appeal",
        "deadline for the agency to decide",
        "how many days does the agency have to decide my appeal",
        "appeal through the agency, how long",
        "agency has had my appeal since May 3",
        "do we have to forward the appeal",
        "how long may HR keep an appeal",
        "agency late with my appeal",
        "does the agency have a time limit",
        "I handed my appeal to personnel for OPM and hear nothing",
        "what time does the agency have before it must pass my appeal along",
        "can HR just keep my appeal in a drawer",
        "we received an appeal meant for OPM; how long do we have",
        "What is the agency's time for an appeal handed to it?",
        "I submitted my appeal to OPM through HR; how long can they take?",
        "does HR have to send my appeal on",
        "My agency has not passed on my appeal",
        "how long before the agency must forward an appeal",
        "by when does the agency have to act on my appeal",
        "an appeal addressed to OPM came in with us, what's our deadline",
        "agency holds back my appeal",
        "agency did nothing with my appeal",
        "time for the agency's decision on an appeal",
        "For how many days may the agency keep an appeal addressed to OPM?",
        "HR took my appeal in spring and has not passed it to OPM",
        "HR has had it since summer and hasn't passed it on",
        "I handed it to personnel and it vanished",
        "does my agency have to send it up to OPM",
        "how long can they hold on to it",
        "they're stonewalling, it's in a drawer somewhere",
        "personnel says they're still thinking about my complaint",
        "gave it to HR for forwarding, nobody's heard a thing",
        "can my office just keep it and never decide",
        "it's been ten weeks at the agency",
        "what if the agency neither decides nor forwards",
        "they refuse to mail my papers to OPM",
        "how many days before the agency's got to act on my filing",
        "HR won't budge on the appeal I turned in to them, can I go around",
        "we received an employee's appeal through us, how quick must it go out",
        "the agency hasn't answered my appeal in months, what now",
        "no word from personnel on the appeal I handed in, what can I do",
        "I gave my appeal to HR in spring and never heard back",
    ),
    answer=_answer,
    likes=("dates",),
    unlike=("levels", "points", "decision"),
)
