"""A message that leans on the turn before: "and the one above it?", "what about complexity?"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.chat.model import Context, Memory, Question

_ABOVE = re.compile(
    r"\b(?:one|level|grade)\s+(?:above|higher|up|after)\b|\bnext(?:\s+(?:higher|level|one)){1,2}\b|\b(?:one|a)\s+step\s+up\b|"
    r"\babove\s+(?:it|that|this)\b",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"\b(?:one|level|grade)\s+(?:below|lower|down|under|beneath|before)\b|\bnext\s+lower\b|\b(?:one|a)\s+step\s+down\b|"
    r"\b(?:below|beneath|under)\s+(?:it|that|this)\b",
    re.IGNORECASE,
)
_ELLIPSIS = re.compile(
    r"^\W*(?:and|what about|how about|and what about|same (?:for|with)|or|then)\b", re.IGNORECASE
)
_CORRECTION = re.compile(
    r"^\W*(?:no|nope|sorry|wait|not that)?\W*"
    r"(?:i (?:meant?|was asking about)|i'm asking about|rather|instead|make (?:it|that))\b",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:it|that|this|that one|this one|(?:that|this|the) level)\b", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"^\W*(?:and|but|so|or|then|if|what if|for how|until|till|by when|since when|how (?:long|many|"
    r"much)|when|who|why|where)\b|\b(?:it|its|they|them|their|that|those|this|these)\b",
    re.IGNORECASE,
)
_ON_TOP = re.compile(
    r"\b(?:on top|also|as well|too|both|in addition|plus|together|besides)\b", re.IGNORECASE
)
_EVEN_THEN = re.compile(
    r"\b(?:even (?:then|so|with (?:that|it|both))|with (?:that|both|all that)|by then|"
    r"still (?:no|not|a))\b",
    re.IGNORECASE,
)
_ONE_MORE = re.compile(
    r"\b(?:single|one|other) (?:level|step|factor)\b.*"
    r"\b(?:gap|rest|reach|make it|get (?:me )?there|enough|do it)\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^\W*(?:(?:and|or|but|so|what|how|about|if|with|at|it|were|is|only)\s+)*(\d{1,4})\W*$",
    re.IGNORECASE,
)
_GRADE = re.compile(r"\b(?:GS-?\s?)?(\d{1,2})\b(?!-)", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:went|goes|go|moved?|were|rose|rais\w+|dropp?\w*)\b.*\b(?:up|down|one|higher|lower)\b",
    re.IGNORECASE,
)
TRIED = "what-if"
"""The topic whose answers are totals of levels tried, on which the next may build."""
HIGHEST_GRADE = 15
LONGEST = 8
"""Words beyond which a message says for itself what it is about."""


def leans(question: Question) -> bool:
    """Tell whether a message says too little to be understood alone."""
    text = question.message
    return len(text.split()) <= LONGEST and bool(_ELLIPSIS.search(text) or _CORRECTION.search(text))


def points_back(question: Question) -> bool:
    """Tell whether a message may mean what was spoken of before, as it names nothing exactly."""
    named = question.factors or question.decision or question.series or question.standards
    return not named and bool(_POINTS_BACK.search(question.message))


def resolve(question: Question, context: Context) -> tuple[Question, str]:
    """Return a message with what it takes from the turn before, and the topic it goes on with.

    The topic is empty when the message is to be understood afresh.
    """
    memory = context.memory
    if memory.question is None:
        return question, ""
    short = len(question.message.split()) <= LONGEST
    built = _on_the_total(question, memory) or _bare(question, memory)
    if built is not None:
        return built, memory.topic
    if short and question.factors and not question.levels and _MOVED.search(question.message):
        return replace(question, asks=True), TRIED
    step = (1 if _ABOVE.search(question.message) else 0) - (
        1 if _BELOW.search(question.message) else 0
    )
    before = memory.question
    if short and step and before.grades and not (before.levels or question.grades):
        grade = before.grades[-1] + step
        if 1 <= grade <= HIGHEST_GRADE and not question.levels:
            return replace(before, grades=(grade,), asks=True), memory.topic
    if short and step and memory.levels and not question.levels:
        moved = _step(memory.levels[0], step)
        if moved:
            return _about(question, (moved,)), _level_topic(memory)
    if short and (_ELLIPSIS.search(question.message) or _CORRECTION.search(question.message)):
        return _going_on(question, context)
    if short and memory.levels and not question.levels and _means_level(question, memory):
        if question.grades or question.points or question.percents or question.dates:
            return question, ""
        level = memory.levels[0]
        general = _IT.sub("Level 2-5", question.general, count=1)
        return replace(_about(question, (level,)), general=general), ""
    return question, ""


def _means_level(question: Question, memory: Memory) -> bool:
    """Tell whether "it" is the level spoken of: the last answer was about one, or it says so."""
    found = _IT.search(question.message)
    if found is None:
        return False
    last = memory.answer
    return "level" in found.group() or (last is not None and bool(last.levels or last.factors))


def _on_the_total(question: Question, memory: Memory) -> Question | None:
    """Return a question on the total of the levels tried in the turn before, or None."""
    before = memory.question
    if memory.topic != TRIED or before is None or not before.levels:
        return None
    if question.levels:
        if not _ON_TOP.search(question.message):
            return None
        added = {level.rpartition("-")[0] for level in question.levels}
        kept = tuple(one for one in before.levels if one.rpartition("-")[0] not in added)
        return _about(question, (*kept, *question.levels))
    if len(question.message.split()) > LONGEST + 2:
        return None
    if _EVEN_THEN.search(question.message):
        named = _GRADE.search(question.message)
        grades = question.grades or ((int(named.group(1)),) if named else before.grades)
        return replace(_about(question, before.levels), grades=grades)
    return _about(question, before.levels) if _ONE_MORE.search(question.message) else None


def _bare(question: Question, memory: Memory) -> Question | None:
    """Return the question before with a bare number in the place of its own, or None."""
    before, found = memory.question, _BARE.search(question.message)
    if before is None or found is None or not memory.topic:
        return None
    number = int(found.group(1))
    if before.percents and number <= 100:
        return replace(before, percents=(float(number),), asks=True)
    if before.points and number > 100:
        return replace(before, points=(number,), asks=True)
    if before.grades and not before.levels and 1 <= number <= HIGHEST_GRADE:
        return replace(before, grades=(number,), asks=True)
    return None


def _level_topic(memory: Memory) -> str:
    """Return the topic to ask about another level: the same, when it is about levels."""
    answered = memory.answer
    return memory.topic if answered is not None and answered.levels and memory.topic else ""


def _going_on(question: Question, context: Context) -> tuple[Question, str]:
    """Ask the question before again with what this message names in its place."""
    memory = context.memory
    before = memory.question
    assert before is not None  # noqa: S101 - checked by the caller
    if question.levels:
        return replace(question, asks=True), memory.topic if memory.levels else ""
    if question.factors and memory.levels:
        level = _level_on(question.factors[0], context)
        if level:
            return _about(question, (level,)), memory.topic
    named = {
        slot: getattr(question, slot)
        for slot in ("grades", "points", "percents", "series", "dates", "factors", "decision")
        if getattr(question, slot)
    }
    if question.since:
        named["since"] = question.since
    if not named:
        return question, ""
    text = f"{before.message} {question.message}"
    return replace(before, message=text, asks=True, **named), memory.topic


def _level_on(factor: str, context: Context) -> str:
    """Return the level of another factor that is meant: the one sought, else the one credited."""
    if context.case is not None:
        return context.case.sought.get(factor) or context.levels.get(factor, "")
    before = context.memory.levels[0].rpartition("-")[2]
    return f"{factor}-{before}"


def _about(question: Question, levels: tuple[str, ...]) -> Question:
    factors = tuple(dict.fromkeys(level.rpartition("-")[0] for level in levels))
    return replace(question, levels=levels, factors=factors, asks=True)


def _step(level: str, step: int) -> str:
    factor, _, number = level.rpartition("-")
    if number.isdecimal():
        moved = int(number) + step
        return f"{factor}-{moved}" if moved > 0 else ""
    moved_letter = chr(ord(number) + step)
    return f"{factor}-{moved_letter}" if "A" <= moved_letter <= "D" else ""
