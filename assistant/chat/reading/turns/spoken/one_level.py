"""What is asked on of one level: would it alone do, the next one up, "no, the other one, scope".

No case is open: the level stands in what was said, and the points or the levels added up were told
before.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.reading.exact import factors_in, read
from assistant.chat.reading.turns.values import factors_of, step
from index.language.late import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.chat.model import Context, Moment, Question

Meant = tuple["Question", str]

_TOTAL, _MOVED, _DISTANCE = "levels-total", "total-moved", "next-grade"
_APART = "level-points"
MOST = 16
"""Words that a few words more on a level have at most."""
_IT = r"(?:that|this|it)(?: (?:one|level))?"
_ALONE = pattern(
    rf"\b(?:would|does|is|will|could|can|might) {_IT}(?: (?:change|jump|step|by itself|on its own|"
    r"alone|really|even|then|already|be|just))*(?: (?:alone|by itself|on its own|enough|"
    r"suffic\w+|do it|push|get|make|bring|take|move|put|lift|raise|carry)\b)|"
    rf"^\W*(?:(?:and|so|but|ok|then)\W+)*{_IT} alone\b",
    re.IGNORECASE,
)
_UP = (
    r"(?:the )?(?:next (?:one|level|step|higher(?: (?:one|level))?)(?: (?:up|higher|above))?|"
    r"(?:one|level|step)(?: (?:level|step|notch))? (?:up|higher|above)"
    r"(?: (?:that|it|this(?: one)?))?|higher (?:one|level))"
)
_NEXT_UP = pattern(rf"\b{_UP}\b(?! (?:grade|of))", re.IGNORECASE)
_LEVEL_NEEDED = pattern(
    r"^\W*(?:(?:and|so|but|ok|then)\W+)*(?:what|which|how many) (?:levels?|steps?)"
    r"(?: \w+)? (?:do|would|will|should|could|is|are|can) "
    r"(?:i need|do it|get me there|needed|i (?:still )?(?:need|lack|miss)|make (?:it|up))"
    r"|^\W*(?:(?:and|so|but|ok|then)\W+)*how (?:far|close|short)(?: \w+){0,4}"
    r" next (?:one|grade)\W*$",
    re.IGNORECASE,
)
_OTHER = pattern(
    r"^\W*(?:(?:no+|nope|wait|sorry|oh|actually|but|not that(?: one)?|wrong one|my mistake)\W+)*"
    r"(?:i (?:meant?|was asking about)\W+)?(?:not (?:that|this|it)(?: one)?\W+)?(?:but )?"
    r"(?:the other(?: one| factor)?\b|i meant?\b|wrong (?:one|factor)\b|(?:rather|instead)\b)",
    re.IGNORECASE,
)


def of_one_level(question: Question, context: Context) -> Meant | None:
    """Return the whole question that a few words on one level stand for, or None."""
    if context.evaluation is not None or question.decision or question.percents:
        return None
    for reads in (_needed, _by_itself, _next_up):
        if (meant := reads(question, context)) is not None:
            return meant
    return None


def _by_itself(question: Question, context: Context) -> Meant | None:
    """Ask what the level spoken of does to the total told: "would that alone push me to 13?"."""
    memory, text = context.memory, question.message
    spoken = memory.answer.levels if memory.answer is not None else ()
    if len(spoken) != 1 or question.levels or len(text.split()) > MOST:
        return None
    below = step(spoken[0], -1)
    if not below or not _ALONE.search(text):
        return None
    points = _told_points(context)
    if points is None:
        return None
    asked = f"I have {points:,} points and get Level {spoken[0]} instead of Level {below}, "
    return read(f"{asked}which grade is that?"), _MOVED


def _needed(question: Question, context: Context) -> Meant | None:
    """Ask how far the total told is from the next grade: "what level would I need?"."""
    text = question.message
    if context.memory.topic == _TOTAL:
        # Levels added up are changed one by one.
        return None
    if question.levels or question.points or question.grades or not _LEVEL_NEEDED.search(text):
        return None
    points = _told_points(context)
    if points is None:
        return None
    return read(f"I have {points:,} points, how far is the next grade?"), _DISTANCE


def _next_up(question: Question, context: Context) -> Meant | None:
    """Ask what the level above the one told asks beyond it: "2-4, why not the next one up?"."""
    text = question.message
    if len(question.levels) != 1 or question.grades:
        return None
    level, found = question.levels[0], _NEXT_UP.search(text)
    after = found is not None and level in text[: found.start()]
    above = step(level, 1)
    if not (after and above) or context.memory.topic == _TOTAL:
        return None
    return read(f"How does Level {above} differ from Level {level}?"), _APART


def another_factor(question: Question, context: Context) -> Meant | None:
    """Ask for the total with another factor moved in the place of the one moved last."""
    text = question.message
    if context.evaluation is not None or question.levels or not _OTHER.search(text):
        return None
    factors = tuple(dict.fromkeys((*factors_in(text), *factors_of(text))))
    before, last = _last_two(context)
    if len(factors) != 1 or before is None or last is None:
        return None
    assert before.answer is not None  # noqa: S101 - by _last_two
    assert last.answer is not None  # noqa: S101 - by _last_two
    stood = {one.rpartition("-")[0]: one for one in before.answer.levels}
    now = {one.rpartition("-")[0]: one for one in last.answer.levels}
    moved = [factor for factor in now if now[factor] != stood.get(factor)]
    if len(moved) != 1 or factors[0] not in stood or stood.keys() != now.keys():
        return None
    by = _number(now[moved[0]]) - _number(stood[moved[0]])
    level = step(stood[factors[0]], by)
    if not level:
        return None
    made = read(f"What grade is {', '.join({**stood, factors[0]: level}.values())}?")
    told = before.question
    if told is not None:
        made = replace(made, series=told.series, standards=told.standards)
    return made, _TOTAL


def _number(level: str) -> int:
    number = level.rpartition("-")[2]
    return int(number) if number.isdecimal() else ord(number)


def _last_two(context: Context) -> tuple[Moment | None, Moment | None]:
    """Return the last two turns that added levels up, the earlier first, where the last is one."""
    if context.memory.topic != _TOTAL:
        return None, None
    totals = [one for one in context.memory.turns if one.topic == _TOTAL and one.answer is not None]
    return (totals[-2], totals[-1]) if len(totals) > 1 else (None, None)


def _told_points(context: Context) -> int | None:
    """Return the total told last, or added up last, in this conversation."""
    return next(_totals(context), None)


def _totals(context: Context) -> Iterator[int]:
    last = context.memory.question
    if last is not None and last.points:
        yield last.points[-1]
    for turn in reversed(context.memory.turns):
        if turn.question is not None and turn.question.points:
            yield turn.question.points[-1]
