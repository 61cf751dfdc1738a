"""A follow-up on a time limit: "is it too late?", "nobody told me", "does it even matter?".

Which limit is meant is decided by the act that was told of in this conversation, or is spoken of:
a grade that went down, or a decision of OPM's. No limit is ever counted from the day of asking,
and where nothing has been lowered or decided, none runs.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.follow_ups import follow_ups
from assistant.chat.reading.turns.limits.happened import says_kept
from assistant.chat.reading.turns.limits.told import day_of, kind_of, on_day
from assistant.chat.reading.turns.together import EMPTY
from assistant.text import in_words
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

Passing = tuple["Question", str]

MOST = 16
"""Words beyond which a message says for itself what it is about."""
_OF_LIMITS = EMPTY | frozenset(
    [
        *("appeal", "appealing", "file", "filing", "filed", "ask", "pay", "money", "lost", "back"),
        *("get", "got", "limit", "limits", "deadline", "deadlines", "days", "day", "time", "date"),
        *("15", "45", "fifteen", "forty", "five", "calendar", "today", "anymore", "already", "yet"),
        *("still", "am", "im", "i'm", "ok", "okay", "well", "oh", "hr", "opm", "tho", "though"),
        *("because", "since", "however", "never", "ever", "also", "request", "act", "claim"),
        *("case",),
        *("grade", "downgrade", "decision", "reconsider", "reconsideration", "them", "us", "was"),
        *("wasn't", "wasnt", "weren't", "didn't", "didnt", "don't", "dont", "actually", "case"),
        *("u", "ya", "right", "hmm", "wait", "agency", "office", "out", "too", "again", "think"),
    ]
)
_LATE = {
    "lowering": (
        "Is it too late to file after my grade was lowered?",
        "deadline-after-lowering",
    ),
    "decision": ("Is it too late to ask OPM to reconsider its decision?", "reconsideration"),
    "": ("Is it too late to appeal?", "deadline-in-general"),
}
_UNTOLD = ("I missed the time limit because nobody told me about it", "missed-deadline")
_MATTERS = {
    True: ("Do the 15 days matter when I keep my grade?", "deadline-after-lowering"),
    False: ("Do the 15 days matter?", "deadline-after-lowering"),
}
_DOWN = pattern(
    r"\b(?:lower|downgrad|demot|reduc|reclassif|cut|knock|drop|bump)\w*\b|\bwent (?:down|from)\b|"
    r"\btook effect\b",
    re.IGNORECASE,
)
_NOTHING_YET = pattern(
    r"\b(?:may|might|could|would|will|going to|if|when|before|suppose|not (?:yet|been)|yet|never|"
    r"nothing|propos\w+|plan\w*|want\w*|coming|soon)\b",
    re.IGNORECASE,
)
"""What is told of a lowering that has not happened."""

_STILL = pattern(
    r"\b(?:can|may|could) (?:i|we|she|he|they) still\b|"
    r"\bstill (?:have|in time|on time|time|open|got|get|appeal|file|ask|possible)\b|"
    r"^\W*(?:and |so |but )*(?:am i|are we|is it|is she|is he|was i|is that) (?:in|on) time\b",
    re.IGNORECASE,
)
"""Asks whether there still is time."""


def asks_if_still(question: Question) -> bool:
    """Tell whether it is asked if there still is time, to which yes means the contrary of late."""
    return bool(_STILL.search(question.message))


def passing(question: Question, context: Context) -> Passing | None:
    """Return what a message asks of a time limit spoken of, and its topic; None for anything else.

    A message with a day of its own is counted from that day, or held against it, elsewhere.
    """
    memory = context.memory
    exact = question.dates or question.since or question.levels or question.series
    wage = memory.pay_plan.startswith("W") or question.pay_plan.startswith("W")
    if memory.question is None or exact or question.decision or question.points or wage:
        return None
    if len(question.message.split()) > MOST:
        return None
    if _asks("late", question):
        act = _act(context)
        text, topic = _LATE[act]
        if asks_if_still(question):
            text = text.replace("Is it too late to", "Can I still")
        return _of(text, topic, act, context)
    lowered = _act(context) == "lowering"
    if lowered and _asks("untold", question):
        return _of(*_UNTOLD, "lowering", context)
    if lowered and _asks("matters", question):
        kept = any(says_kept(text) for text in [*memory.told, question.message])
        text, topic = _MATTERS[kept]
        return _of(text, topic, "" if kept else "lowering", context)
    return None


def _asks(name: str, question: Question) -> bool:
    """Tell whether a message asks one thing of a time limit, and says nothing beside it."""
    text = question.message.lower()
    left, count = follow_ups().asked[name].subn(" ", text)
    return count > 0 and set(re.findall(r"[a-z0-9']+", left)) <= _OF_LIMITS


def _act(context: Context) -> str:
    """Return what a time limit runs from here, by what was told or is spoken of; else nothing."""
    memory = context.memory
    spoken = kind_of(memory.topic) or kind_of(memory.topic_before)
    if spoken == "decision" or (not spoken and memory.last_day == "decision"):
        return "decision"
    if day_of("lowering", context) is not None:
        return "lowering"
    told = (t for t in memory.told if _DOWN.search(t) and not _NOTHING_YET.search(t))
    if next(told, None) is not None:
        return "lowering"
    return "decision" if "decision" in memory.days else ""


def _of(text: str, topic: str, act: str, context: Context) -> Passing:
    made = replace(read(text), first_person=True, asks=True)
    words = context.memory.days.get(act, "") if act else ""
    if act and not words and (day := day_of(act, context)) is not None:
        words = in_words(day)
    if act == "lowering" and words:
        words = f"effective {words}"
    filed = context.memory.days.get("filed", "")
    if words and filed:
        words = f"{words}, filed {filed}"
    return on_day(made, words, context.today), topic
