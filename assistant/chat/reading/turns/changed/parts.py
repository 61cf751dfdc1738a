"""One part of a position with work of several grades: "and the 11 part?", "if it rose to 25?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.named.supervising import graded_shares
from assistant.chat.answering.reckoning.shares import told_in_part
from assistant.chat.reading.exact import read
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

_OF_SHARES = "share-of-time"
_PART = pattern(
    r"^\W*(?:(?:and|so|but|ok|what about|how about|what of|then|why not|does|is)\W+)*(?:the )?"
    r"(?:gs[- ]?)?(?P<grade>1[0-5]|[1-9])(?:'s)?(?: (?:part|bit|portion|piece|share|work|stuff|"
    r"duties|one))?(?: (?:then|too|count|counts|not count|matter))*\W*$",
    re.IGNORECASE,
)
_GOES_TO = pattern(
    r"\b(?:went|goes?|rises?|rose|grew|grows?|was|were|is|came|moved|increased|dropped|fell)"
    r"(?: (?:up|down|only|at|more like))* ?(?:to )?(?P<share>\d{1,2})\b"
    r"(?: ?%| percent)?(?! ?(?:people|employees|hours|days))",
    re.IGNORECASE,
)


def of_part(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return the question whether one kind of work among several counts, and its topic; or None."""
    before, memory = context.memory.question, context.memory
    if before is None or memory.topic != _OF_SHARES or question.levels:
        return None
    told = {grade: float(share) for grade, share in _shares(before.message)}
    named = _PART.match(question.message)
    if named is not None and (grade := int(named["grade"])) in told:
        return read(_asked(grade, told[grade])), _OF_SHARES
    new = _GOES_TO.search(question.message)
    if new is not None and len(told) == 1:
        return read(_asked(next(iter(told)), float(new["share"]))), _OF_SHARES
    return None


def _shares(text: str) -> tuple[tuple[int, float], ...]:
    one = _ONE.search(text)
    if one is not None:
        return ((int(one["grade"]), float(one["share"])),)
    return tuple((g, float(s)) for g, s in graded_shares(text) or told_in_part(text))


_ONE = re.compile(r"^Does (?P<share>[\d.]+) percent of GS-(?P<grade>\d+) work set the grade\?$")


def _asked(grade: int, share: float) -> str:
    return f"Does {share:g} percent of GS-{grade} work set the grade?"
