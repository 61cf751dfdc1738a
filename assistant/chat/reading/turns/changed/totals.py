"""A total of levels that were named, of which a message changes one: "and if I drop 5 to 5-3?".

No case is open with them: the levels added up last stand in the answer that gave their total, and
the total is asked for again with the level changed, or its distance from a grade.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.reading.exact import factors_in, read
from assistant.chat.reading.parts import parts
from assistant.chat.reading.turns.changed.values import factors_of
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question
    from assistant.chat.reading.turns.remembering import Moment

Changed = tuple["Question", str]

TOTAL = "levels-total"
_RANGE = "points-range"
_DISTANCE = "next-grade"
BACK, MOST, WHOLE, FEW = 4, 14, 8, 2
"""Turns to look back for a total, words a change has at most, levels from which it is a whole, and
levels up to which a message changes some rather than naming others."""
_CHANGES = pattern(
    r"\b(?:if|drop\w*|lower\w*|rais\w+|make|made|change[ds]?|put|with|instead|bring\w*|mov\w+|bump\w*|"
    r"up|down|plus|swap|take|give|say|suppose|become\w*|goes|were|was|cut|increase\w*|reduce\w*|"
    r"rather|correction|meant?)\b|^\W*(?:and|but|no|or|ok(?:ay)?|now|what about|how about)\b",
    re.IGNORECASE,
)
_OF_LEVELS = pattern(
    r"\b(?:require\w*|mean(?:s|ing)?|say|says|describe\w*|argue|differ\w*|difference|versus|vs|"
    r"decisions?|opm|facts?|because|why|who|whose)\b|\bor \d-|\bwhat is (?:level )?\d-",
    re.IGNORECASE,
)
_STEP = pattern(
    r"\b(?P<up>up|higher|rais\w+|bump\w*|increase\w*|more)\b|"
    r"\b(?P<down>down|lower\w*|drop\w*|reduce\w*|cut|less|below)\b",
    re.IGNORECASE,
)
_ONE = pattern(r"\b(?:one|a|by one|1|another)\b(?: (?:level|step|notch))?", re.IGNORECASE)
_BARE = pattern(
    r"\b(?:bring|lower|raise|drop|move|take|bump|push|cut|put) (?:factor )?([1-9])\b(?!-)"
    r"|\bfactor ([1-9])\b",
    re.IGNORECASE,
)
_FAR = pattern(
    r"\b(?:how (?:far|many|much|close|short)|what(?:'s| is)?(?: still)?|points?)\b.{0,30}"
    r"\b(?:to|left|more|need\w*|short|missing|lack\w*|until|for|off|away|from|reach)\b",
    re.IGNORECASE,
)
_NEEDED = pattern(
    r"\bhow many (?:points|pts)\b.{0,12}\b(?:do|would|will|must|should) (?:i|we|it|they) "
    r"(?:need|have to have|take)\b",
    re.IGNORECASE,
)
_POINTS = pattern(r"\b(\d,\d{3}|\d{3,4}) points: (?:\*\*)?GS-")
_PROCEDURE = pattern(r"\b(?:days?|appeal|file|deadline|pay|months?|years?)\b", re.IGNORECASE)


def summed(question: Question, context: Context) -> Changed | None:
    """Return the question on a total named before with what a message changes of it, or None."""
    text = question.message
    if len(text.split()) > MOST or question.decision or question.percents or question.dates:
        return None
    if len(parts(text)) > 1:
        # Each of several questions is answered for itself.
        return None
    if (needed := _needed(question, context)) is not None:
        return needed
    before = _before(context)
    if before is None or before.answer is None or _PROCEDURE.search(text):
        return None
    if not question.levels and _FAR.search(text) and (total := _POINTS.search(before.answer.lead)):
        if question.factors or question.points:
            return None
        grade = f"GS-{question.grades[-1]}" if question.grades else "the next grade"
        return read(f"I have {total[1]} points, how far is {grade}?"), _DISTANCE
    levels = {one.rpartition("-")[0]: one for one in before.answer.levels}
    changed = _named(question, levels) or _stepped(question, levels)
    if not changed or question.points or question.grades:
        return None
    made = read(f"What grade is {', '.join({**levels, **changed}.values())}?")
    told = before.question
    if told is not None:
        made = replace(made, series=told.series, standards=told.standards)
    return made, TOTAL


def _before(context: Context) -> Moment | None:
    """Return the turn that added levels up last, where the conversation has not left it.

    With a case open, what is changed after another turn is changed in the case.
    """
    if context.evaluation is not None and context.memory.topic not in {TOTAL, _DISTANCE}:
        return None
    turns = context.memory.turns[-BACK:]
    found = next((one for one in reversed(turns) if one.topic == TOTAL), None)
    whole = found is not None and found.answer is not None and len(found.answer.levels) >= WHOLE
    return found if whole else None


def _named(question: Question, levels: dict[str, str]) -> dict[str, str]:
    """Return the levels a message puts in the place of those of their factors."""
    named = {one.rpartition("-")[0]: one for one in question.levels}
    if not 0 < len(question.levels) <= FEW or not named.keys() <= levels.keys():
        return {}
    if len(named) < len(question.levels):
        return {}
    text = question.message
    return named if _CHANGES.search(text) and not _OF_LEVELS.search(text) else {}


def _stepped(question: Question, levels: dict[str, str]) -> dict[str, str]:
    """Return the level a step above or below that of a factor named: "bring 7 down one"."""
    text, found = question.message, _STEP.search(question.message)
    if question.levels or found is None or not _ONE.search(text):
        return {}
    bare = _BARE.search(text)
    numbered = (bare[1] or bare[2],) if bare is not None else ()
    factors = numbered or factors_in(text) or factors_of(text)
    if len(factors) != 1 or factors[0] not in levels:
        return {}
    factor, _, number = levels[factors[0]].rpartition("-")
    if not number.isdecimal():
        return {}
    moved = int(number) + (1 if found["up"] else -1)
    return {factor: f"{factor}-{moved}"} if moved > 0 else {}


def _needed(question: Question, context: Context) -> Changed | None:
    """Ask for the points of the grade that is wanted: "how many points do I need?"."""
    case = context.case
    wanted = context.memory.wanted or (case.requested.grade if case is not None else None)
    named = question.grades or question.points or question.levels or question.factors
    if wanted is None or named or not _NEEDED.search(question.message):
        return None
    if context.evaluation is not None and context.own:
        return read(f"How many points am I short of GS-{wanted}?"), _DISTANCE
    return read(f"How many points does a GS-{wanted} take?"), _RANGE
