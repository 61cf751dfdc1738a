"""What an appeal costs, and whether work time may be used for it."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import not_held, rule
from assistant.chat.answering.procedure import track
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.turns.follow_ups import follow_ups
from index.language.late import pattern

_TIME = ("time", "hours", "duty", "on the clock", "work on my appeal", "leave to", "leave for")
_PAID = (
    r"\b(?:paid|overtime|comp(?:ensatory)? time|on the clock|(?:duty|official|work) time|leave)\b"
)
_WORK_ON = pattern(
    rf"{_PAID}[^.?!]{{0,40}}\b(?:work(?:ing|ed)? on|writ\w+|prepar\w+|spen[dt]\w*|put(?:ting)? "
    r"together|typ\w+|draft\w+)\b[^.?!]{0,20}?\b(?:(?P<appeal>appeal\w*)|it|that|this|letter|"
    r"papers?|packet)\b"
    r"|\buse (?:up )?(?:my |annual |any )*leave (?:for|to)\b[^.?!]{0,20}\b(?:it|that|this|appeal)\b"
    r"|\bpaid for (?:the|this|that|her|his|their|my) time\b",
    re.IGNORECASE,
)
_HOURS = (
    "Which time at work on it counts as hours of work for overtime stands in 5 CFR 551.424, not "
    "held here either."
)
_SUBJECTS = frozenset(["appeal", "start", "wage", "representative"])


def of_work_on(question: Question, context: Context) -> bool:
    """Tell whether it is asked if the work on an appeal is paid or done in working time."""
    found = _WORK_ON.search(question.message)
    if found is None or question.decision:
        return False
    topic = context.memory.topic
    spoken = topic == TOPIC.id or follow_ups().subjects.get(topic) in _SUBJECTS
    return bool(found["appeal"]) or spoken


def _answer(question: Question, context: Context) -> Answer:
    if question.has(*_TIME) or of_work_on(question, context):
        if track(question, context) == "fws":
            return Answer(
                lead=(
                    "**Yes, a reasonable amount: a wage employee and a representative of the same "
                    "agency get reasonable time for the agency's review.** How much is the "
                    "agency's to say."
                ),
                words=(rule("fws-representative"),),
                next=("Ask your personnel office how the time is requested.",),
            )
        return not_held(
            "No rule held here gives a General Schedule employee work time to prepare an appeal, "
            "or pays the hours spent on it; ask your agency.",
            "your agency's own rules or your labor agreement, which grant official time",
            "your personnel office or your union",
            *((_HOURS,) if question.has("overtime", "comp", "paid") else ()),
        )
    return Answer(
        lead=(
            "**Nothing: the rules name no fee for an appeal.** You need no lawyer; what a "
            "representative charges is between you and that person, and a colleague, friend or "
            "relative may do it."
        ),
        words=(rule("where-gs", "5-cfr-511"), rule("representative-choice", "introduction")),
        next=("Ask *what must an appeal contain?*",),
    )


TOPIC = Topic(
    id="cost-and-time",
    title="what an appeal costs in money and work time",
    answer=_answer,
    sure=of_work_on,
    cues=("paid", "overtime", "clock", "leave", "comp", "duty time", "official time", "work time"),
    unlike=("levels", "points", "decision"),
)
