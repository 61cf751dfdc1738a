"""Whose facts were told: a colleague's day or appointment is never counted for the reader.

"My coworker was lowered on October 4" may be asked on about for the coworker. As soon as a message
turns to the reader ("same for me?", "and mine?"), what was told of the other person is dropped.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.reading.dates import without_days
from index.language.late import pattern

if TYPE_CHECKING:
    from datetime import date

    from assistant.chat.model import Memory, Question

_PERSON = (
    r"(?:co-?workers?|colleagues?|neighbou?rs?|friends?|brother|sister|wife|husband|cousin|buddy|"
    r"pal|teammate|office ?mate|mate|guy (?:in|at|next)|lady (?:in|at|next)|someone|somebody|"
    r"another (?:employee|person|analyst|specialist))"
)
_THEIRS = pattern(rf"\b(?:my |our |the |a )?{_PERSON}\b(?:'s)?", re.IGNORECASE)
_HE = pattern(r"^\W*(?:and |but |so |ok )?(?:she|he|her|his)\b", re.IGNORECASE)
_ONESELF = pattern(
    r"\b(?:i|i'm|i've|me|mine|myself|we|us|ours)\b|\bmy (?:own|job|position|grade|pd|pay|case|"
    r"agency|downgrade|series|supervisor|boss)\b",
    re.IGNORECASE,
)
_TURNS = pattern(
    r"\bsame (?:\w+ ){0,2}(?:for|with|to|in|on) (?:me|us|mine|my case|my own)\b|"
    r"\b(?:for|about|with|and|to|then|as) (?:me|mine|us|myself|my own)\b|"
    r"^\W*(?:and |but |so |what about |how about )?(?:me|mine)\b|"
    r"\b(?:will|would|do|does|did|can|could|am|may|should|have) (?:i|we|mine|mine's)\b|\bmine\b|"
    r"\bmy (?:own|last day|deadline|time limit|limit|days|grade|job|position|pay|case|appeal)\b|"
    r"^\W*(?:and |but |so |well )*(?:i|my)\b",
    re.IGNORECASE,
)

_SENTENCE = pattern(r"(?<=[.!?;])\s+")


def of_another(text: str) -> bool:
    """Tell whether a text tells of another person and nothing of the reader."""
    said = text.replace("\u2019", "'")
    other = _THEIRS.search(said) is not None or _HE.search(said) is not None
    return other and not _ONESELF.search(_THEIRS.sub(" ", said))


def turns_to_oneself(memory: Memory, question: Question, today: date) -> None:
    """Drop what was told of another person, when a message asks or tells of the reader."""
    text = question.message.replace("\u2019", "'")
    others = [one for one in memory.told if of_another(one)]
    if not (memory.others or others) or not _TURNS.search(text) or _THEIRS.search(text):
        return
    memory.told = [one for one in memory.told if one not in others]
    memory.days = {kind: day for kind, day in memory.days.items() if kind not in memory.others}
    if memory.last_day not in memory.days:
        memory.last_day = ""
    if memory.others:
        memory.limits = ()
    before = memory.question
    if before is not None and memory.others:
        message = without_days(before.message, today)
        memory.question = replace(before, message=message, around="", dates=(), since=None)
    memory.others = ()


def without_theirs(text: str, today: date) -> str:
    """Return a text that turns to the reader without the days it tells of another.

    "My coworker was lowered on May 3. When is my last day?" asks of another day.
    """
    both = [(one, of_another(one)) for one in _SENTENCE.split(text)]
    turned = any(_TURNS.search(one) for one, other in both if not other)
    if not (turned and any(other for _, other in both)):
        return text
    left = (" ".join(without_days(one, today).split()) if other else one for one, other in both)
    return " ".join(left)
