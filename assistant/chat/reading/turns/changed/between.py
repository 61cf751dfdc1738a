"""What is asked of levels spoken of one after the other: which is held, how far they lie apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.reckoning.exchanged import moved, total_of
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.changed.trying import RANGES, is_on
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

_WHICH_IS_MINE = pattern(
    r"^\W*(?:(?:and|so|but|ok|then)\W+)*which (?:one |level )?(?:of (?:the (?:two|three)|them|"
    r"those|these) )?(?:is|was) (?:mine|my (?:own|level)|of record|credited|"
    r"the one i (?:have|got))\W*$|"
    r"^\W*(?:(?:and|so|but|ok|then)\W+)*which (?:one |of (?:the two|them|those) )"
    r"(?:do|did|have) i (?:have|got|get)\W*$",
    re.IGNORECASE,
)
_APART = pattern(
    r"\b(?:points?|difference|distance|gap|far)\b.{0,24}\b(?:between|from|apart)\b",
    re.IGNORECASE,
)
_FAR_APART = pattern(
    r"\b(?:points?|difference|distance|gap|far|how much)\b.{0,24}\b(?:between|apart|in between)\b|"
    r"^\W*(?:(?:and|so|ok)\W+)*(?:the |what is the |what's the )?(?:difference|gap|distance)\W*$",
    re.IGNORECASE,
)
_OF_GRADES = pattern(
    r"\b(?:from|to|between|below|above) (?:the |an? |my )?(?:(?:gs|grade)[- ]?)?\d{1,2}s?\b",
    re.IGNORECASE,
)
_FROM_MINE = pattern(
    r"\b(?:differ\w*|compar\w+|gap|(?:higher|more|better|above|beyond))\b.{0,24}\b(?:from|to|than|with|"
    r"between)\b.{0,12}\b(?:mine|(?:the (?:one|level) |what )i(?:'ve| have)(?: got)?|"
    r"my (?:own|level|present|current)\b.{0,12})\W*$",
    re.IGNORECASE,
)
_MORE_POINTS = pattern(
    r"^\W*(?:(?:and|so|but|ok|then)\W+)*how many (?:more )?points(?: more)?"
    r"(?: (?:is|would) (?:that|it)(?: be)?| more| from mine)*\W*$",
    re.IGNORECASE,
)
_BARELY = pattern(
    r"\b(?:hardly|barely|just|narrowly|by a hair)\b.{0,20}\b(?:enough|over|in|makes? it|made it)\b|"
    r"\b(?:is|are) (?:that|it|they|hardly|barely|just)\b.{0,12}\benough\b",
    re.IGNORECASE,
)
_TOTAL = pattern(r"(?P<points>\d,\d{3}|\d{3}) points, GS-(?P<grade>\d{1,2})")
_ON_WHICH = pattern(
    r"^\W*(?:(?:and|so|but|ok|then)\W+)*(?:on|by|for|against|with) (?:which|what|whose) contacts\b",
    re.IGNORECASE,
)
_OF_THAT = pattern(
    r"\b(?:that|this|it|enough|still|then|make|change[sd]?|becomes?|come|get|drop|lose|be)\b",
    re.IGNORECASE,
)
"""What asks of a total told now what the levels exchanged before make of it."""
_NEW_TOTAL = pattern(
    r"\b(?:new|now|afterwards?|then) (?:total|points)\b|\b(?:total|points)\b.{0,8}"
    r"\b(?:is|are|would be) now\b|\b(?:with|after|including) (?:that|it|them)\b",
    re.IGNORECASE,
)
"""What tells a total in which the change is already counted."""
_GOAL = pattern(
    r"\b(?:enough|reach|get (?:me|us|it|him|her)|make (?:it|me)|for|to|still) (?:to |for |an? )*"
    r"(?:be )?(?:an? )?(?:gs|grade)?[- ]?\d",
    re.IGNORECASE,
)
_AN_END = pattern(
    r"^\W*(?:(?:and|so|ok|then|but)\W+)*(?:(?:what|where|how much)(?:'s| is| are| about)? )?"
    r"(?:(?:the|its) )*(?:max(?:imum)?|min(?:imum)?|top|bottom|highest|lowest|upper|lower|"
    r"ceiling|floor|most|least)"
    r"(?: (?:end|limit|points?|total|one|then|it (?:has|takes|can have)))*\W*$",
    re.IGNORECASE,
)
"""Asks only for an end of the range just told."""
_OF_GRADE = pattern(r"\bGS-(\d{1,2})\b")
_NEAR = 3
"""Turns up to which a total is told after the levels exchanged."""
_THE_TWO = pattern(r"\b(?:they|those|these|them|the two)\b", re.IGNORECASE)
_FIRST = pattern(r"\bfirst\b|\bat the (?:start|beginning)\b", re.IGNORECASE)


def between(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return what a message asks of two levels or grades spoken of before, or None."""
    text, spoken = question.message, _spoken(context)
    for asked in (_exchanged, _grades_apart, _barely, _end):
        if (of_grades := asked(question, context)) is not None:
            return of_grades
    if question.levels or question.factors or not spoken:
        return None
    last = spoken[-1]
    factor = last.rpartition("-")[0]
    if factor == "7" and _ON_WHICH.match(text):
        return read("On which contacts is Factor 7 rated?"), "factor-meaning"
    own = context.levels.get(factor, "")
    if own and _WHICH_IS_MINE.match(text):
        return read(f"Which level do I have on Factor {factor}?"), "case-level"
    if own and own != last and _FROM_MINE.search(text):
        return read(f"What is the difference between Level {own} and Level {last}?"), ""
    if own and own != last and _MORE_POINTS.match(text):
        return read(f"How many points between Level {own} and Level {last}?"), "level-points"
    two = own and own != last and _THE_TWO.search(text) and not question.grades
    same = [one for one in spoken if one.rpartition("-")[0] == factor and one != last]
    if not same and two and _APART.search(text):
        return read(f"How many points between Level {own} and Level {last}?"), "level-points"
    if not same or question.grades or _OF_GRADES.search(text) or not _APART.search(text):
        return None
    other = same[0] if _FIRST.search(text) else same[-1]
    return read(f"How many points between Level {other} and Level {last}?"), "level-points"


def _exchanged(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return the question what a total comes to with a level exchanged, told in two turns."""
    text, turns = question.message, [t.question for t in context.memory.turns[-_NEAR:]]
    before = [one for one in turns if one is not None]
    if question.levels or not (total := total_of(question)) or not _OF_THAT.search(text):
        return None
    pairs = next((found for one in reversed(before) if (found := moved(one))), ())
    if not pairs or any(total_of(one) for one in before) or _NEW_TOTAL.search(text):
        return None
    changes = ", ".join(f"Level {new} instead of Level {old}" for old, new in pairs)
    goal = f" Is that GS-{question.grades[-1]}?" if _GOAL.search(text) and question.grades else ""
    return read(f"{total} points and {changes}.{goal}"), "total-moved"


def _grades_apart(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return the question how far two grades lie apart that the last turns named, or None."""
    if context.memory.topic != RANGES or question.levels or not _FAR_APART.search(question.message):
        return None
    turns = (turn.question for turn in context.memory.turns[-2:])
    named = [grade for q in turns if q is not None for grade in q.grades]
    two = list(dict.fromkeys([*named, *question.grades]))[-2:]
    if len(two) < 2:
        return None
    return read(f"How many points apart are GS-{two[0]} and GS-{two[1]}?"), RANGES


def _barely(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return the question whether the total just tried is enough for its grade, or None."""
    memory = context.memory
    if not is_on(memory) or question.levels or not _BARELY.search(question.message):
        return None
    made = _TOTAL.search(memory.answer.lead if memory.answer is not None else "")
    if made is None:
        return None
    grade = question.grades[-1] if question.grades else made["grade"]
    return read(f"Is {made['points']} points enough for GS-{grade}?"), RANGES


def _end(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return the question for the range of the grade just spoken of, where an end is asked."""
    memory = context.memory
    if memory.topic != RANGES or memory.question is None or not _AN_END.match(question.message):
        return None
    made = _OF_GRADE.search(memory.answer.lead if memory.answer is not None else "")
    grades = memory.question.grades or ((int(made[1]),) if made is not None else ())
    return (read(f"What is the point range of GS-{grades[-1]}?"), RANGES) if grades else None


def _spoken(context: Context) -> list[str]:
    """Return the levels of which the turns before were, one a turn."""
    answers = (turn.answer for turn in context.memory.turns)
    return [one.levels[0] for one in answers if one is not None and len(one.levels) == 1]
