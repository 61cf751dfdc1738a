"""What is told of the people supervised after a base was spoken of, put into one whole question.

"A third of it is done by contractors at GS-12" or "one of the 12s works on his own" says something
only beside the headcount told before. The headcount, the contractors told and the new statement
are asked together, so that the next turn can go on from the whole.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.answering.named.supervising import base_grade, workload
from assistant.chat.answering.named.supervisors.workforce import (
    AS_SAID as _AS,
)
from assistant.chat.answering.named.supervisors.workforce import (
    CHIEFS,
    CONTRACT,
    INDEPENDENT,
    YEAR,
    Contract,
    contract,
)
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.changed.groups import PEOPLE, headcount
from assistant.chat.reading.turns.changed.guide import in_talk
from assistant.chat.reading.turns.picking import SUPERVISORY
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

Staffed = tuple["Question", str]

BASE = "base-level"
_CORRECTS = pattern(
    r"\b(?:miscount\w*|wrong|correct\w*|sorry|oops|mistake|actually|really|rather|meant|it'?s|"
    r"it is|there are|we have|i have|make that|of them)\b",
    re.IGNORECASE,
)
_BESIDE = pattern(r"\b(?:also|another|in addition|besides|on top|as well)\b", re.IGNORECASE)
_MY_TIME = pattern(r"\bmy (?:own |duty |work )*(?:time|week|day|hours)\b", re.IGNORECASE)
_OWN_WORK = pattern(
    r"\b(?:my|his|her) own (?:\w+ )?(?:work|caseload|cases|projects)\b|"
    r"\b(?:i|he|she) (?:also |still )?(?:do|does|carry|carries|handle|handles|work|works)\b.{0,40}"
    r"\bmyself|himself|herself\b",
    re.IGNORECASE,
)
_IN_PART = pattern(r"\b(?:most(?:ly)?|plus|some|several|few|others?|rest|mix\w*)\b", re.IGNORECASE)
"""What tells that the headcount named is not the whole."""
_SCOPE = pattern(r"\bscope\b", re.IGNORECASE)
_WHICH_GRADE = pattern(
    r"^\W*(?:(?:and|so|ok|then|but)\W+)*(?:which|what) grade (?:am i|do i get|would i (?:be|get)|"
    r"is (?:that|it|mine)|does (?:that|it) (?:make|give)(?: me)?)(?: then| now)?\W*$|"
    r"^\W*(?:(?:and|so|ok|then|but)\W+)*(?:would|will|is|does) (?:my|that make my) grade "
    r"(?:be |then |now )*(?:an? )?(?:gs[\s-]*)?1[0-5](?: then| now)?\W*$",
    re.IGNORECASE,
)
_SIX = pattern(r"\b(?:factor (?:6|six)|other conditions)\b", re.IGNORECASE)
_GOES_WITH = pattern(
    r"\b(?:goes?|come|comes|fits?|belongs?|match\w*|with (?:that|it|this)|follow\w*|get)\b",
    re.IGNORECASE,
)
_CONDITIONS = pattern(r"^6-[4-6]$")
_AUTHORITY = pattern(r"^3-[2-4]$")
_SAID_BASE = pattern(r"\bbase (?:is|of|is at least) \**GS-(\d{1,2})")
MOST = 30
"""Words beyond which a message says for itself what it is about."""
BACK = 8
"""Turns to look back for a headcount."""


def staffed(question: Question, context: Context) -> Staffed | None:
    """Return the whole question a message on the people supervised stands for, or None."""
    if len(question.message.split()) > MOST or question.decision or question.series:
        return None
    if in_talk(context) != SUPERVISORY:
        return None
    return _who_counts(question, context) or _beside(question, context)


def _who_counts(question: Question, context: Context) -> Staffed | None:
    """Ask for the base with the people told before and what a message adds or corrects."""
    if question.levels or question.factors:
        return None
    text = question.message
    staff, theirs = told(context)
    if CONTRACT.search(text) and not _MY_TIME.search(text) and (more := contract(text)) is not None:
        return _whole(staff, more), BASE
    if (INDEPENDENT.search(text) and question.grades) or _of_all(text):
        return _whole(staff, theirs, text), BASE
    if CHIEFS.search(text) and not question.asks:
        return _whole(staff, theirs, text), BASE
    new = headcount(text)
    if new and staff and _BESIDE.search(text):
        return _whole(f"{staff} and {people(text)}", theirs), BASE
    whole_ = len(new) > 1 and (_CORRECTS.search(text) or not staff)
    if whole_ and not any(one["more"] for one in PEOPLE.finditer(text)):
        return _whole(f"I supervise {people(text)}", theirs), BASE
    return None


def _of_all(text: str) -> bool:
    return bool(INDEPENDENT.search(text)) and bool(
        re.search(r"\b(?:the|my|our|those) (?:gs[\s-]*)?(?:1[0-5]|[4-9])'?s\b", text, re.IGNORECASE)
    )


def people(text: str) -> str:
    """Return the headcount a message tells in words that are read again, support and all."""
    said = [
        f"{row.amount / YEAR} GS-{row.grade}{_AS.get(row.excluded, '')}"
        + (f" on a ladder to {full}" if (full := row.full_performance_grade) else "")
        for row in workload(text, least=1)
        if row.amount
    ]
    return " and ".join(said)


def told(context: Context) -> tuple[str, Contract | None]:
    """Return what was told last of the staff while the base was spoken of, and of contractors."""
    for turn in reversed(context.memory.turns[-BACK:]):
        if turn.topic != BASE or turn.question is None:
            continue
        text = turn.question.message
        first = text.partition(". ")[0].rstrip(" ?.!")
        rows = workload(first, least=1)
        if len(rows) > 1 or (rows and not _IN_PART.search(first)):
            return first, contract(text)
    return "", None


def _whole(staff: str, theirs: Contract | None, more: str = "") -> Question:
    """Return the question for the base with all that was told."""
    told_ = [staff] if staff else []
    told_ += [theirs.told] if theirs is not None else []
    told_ += [more.strip(" .?!")] if more else []
    return read(f"{'. '.join(told_)}. What is the base?")


def _beside(question: Question, context: Context) -> Staffed | None:
    """Ask what stands beside the base: own work, the level of Factor 6."""
    text = question.message
    if _OWN_WORK.search(text) and not question.levels:
        return question, "dual-work"
    upper = [one for one in question.levels if _CONDITIONS.match(one)]
    if upper == list(question.levels) and len(upper) == 1 and question.asks:
        if context.memory.topic == "special-situations":
            return None
        over = f" over a base of GS-{base}" if (base := _base(context)) else ""
        return read(f"Is Level {upper[0]} of the GSSG possible{over}?"), "level-possible"
    if question.asks and len(question.levels) == 1 and _AUTHORITY.match(question.levels[0]):
        return replace(question, standards=(SUPERVISORY,)), "supervisory-authorities"
    if _SCOPE.search(text) and not question.levels:
        return question, "supervisory-points"
    base = _base(context)
    if base and _WHICH_GRADE.match(text):
        asked = f"Which grade does a supervisor over a base of GS-{base} get at least?"
        return read(asked), "base-plus-one"
    if base and _SIX.search(text) and not question.levels and _GOES_WITH.search(text):
        asked = f"Which level of Factor 6 of the supervisory guide goes with a base of GS-{base}?"
        return read(asked), "supervisory-points"
    return None


def _base(context: Context) -> int | None:
    """Return the base found or told last."""
    for turn in reversed(context.memory.turns[-BACK:]):
        if turn.topic != BASE or turn.question is None or turn.answer is None:
            continue
        said = _SAID_BASE.search(turn.answer.lead)
        return int(said[1]) if said else base_grade(turn.question.message)
    return None
