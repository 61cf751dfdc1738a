"""The points a level is worth, and what separates two levels in points and in substance."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import level_of, level_words, listed, primary, usual_levels
from assistant.chat.answering.named.ladders import meant, named, with_points
from assistant.chat.model import Answer, Context, Question, Topic
from index.language.late import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.standards.criteria import Factor, Level
    from core.standards.model import Standard


_USUAL = pattern(
    r"\b(?:rare(?:ly)?|common(?:ly)?|(?:un)?usual(?:ly)?|(?:a)?typical(?:ly)?|normal(?:ly)?|"
    r"often|ordinary|frequent(?:ly)?|exotic)\b|\bhow many (?:\w+ )?(?:people|positions|jobs|"
    r"employees|of (?:us|them)|others) (?:\w+ ){0,2}(?:get|have|hold|are|reach|make)\b",
    re.IGNORECASE,
)
_OF_MEANING = pattern(
    r"\b(?:mean|require|say|take|review|work|dut\w+|supervis\w+|decisions?|opm|argue|refused?|"
    r"credited|met|because|why)\b",
    re.IGNORECASE,
)


_MISSING = re.compile(
    r"\b(?:missing|lacking|wanting|needed|short) (?:for|of|to (?:get|reach|meet|make))\b"
    r"|\bwhat(?:'s| is| would be)? (?:still )?(?:missing|lacking|needed)\b",
    re.IGNORECASE,
)
"""Asks what a level takes beyond the one below it."""
_APART = pattern(
    r"\b(?:(?:line|border|boundary|difference|distinction|cut-? ?off|step|jump) (?:between|from)|"
    r"differs?|differ(?:ent|ence) (?:from|to|than)|separates?|distinguish\w*|sets? apart|"
    r"tell \d\S* (?:apart )?from|(?:vs\.?|versus))\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    return _asks_usual(question) or _asks_apart(question)


def _asks_usual(question: Question) -> bool:
    """Tell whether it is asked at which grades a level is usual, or how rare it is."""
    text = question.message
    alone = len(question.levels) == 1 and not (question.decision or question.points)
    return alone and bool(_USUAL.search(text)) and not _OF_MEANING.search(text)


def _asks_apart(question: Question) -> bool:
    """Tell whether it is asked what sets two levels of one factor apart, of nobody's work."""
    if question.decision or question.grades or question.first_person or len(question.levels) != 2:
        return False
    low, high = (level.rpartition("-")[0] for level in question.levels)
    return low == high and bool(_APART.search(question.message))


def _usual(level: str) -> Answer | None:
    """Return the grades at which the Handbook's tables show a level, by kind of work."""
    from core.fes.patterns.typical_levels import grades_with, tables

    shown = [
        (table, f"{listed(grades)} in {table.kind} work")
        for table in tables()
        if (grades := grades_with(level, table.columns))
    ]
    if shown:
        told = f"The Classifier's Handbook shows Level {level} for {'; '.join(s for _, s in shown)}"
    else:
        told = f"The Classifier's Handbook shows Level {level} at no grade of its four tables"
    used = tuple(table for table, _ in shown) or tables()
    return Answer(
        lead=(
            f"**{told}.** The tables are examples and exclude no other level; nothing held counts "
            "how many positions have it."
        ),
        words=usual_levels(used),
        next=(f"Ask what Level {level} requires.",),
        levels=(level,),
    )


def _usual_of(levels: Sequence[str], grade: int) -> Answer | None:
    """Return which of two levels the Handbook's tables show at a grade, by kind of work."""
    from core.fes.patterns.typical_levels import tables

    factor = levels[0].partition("-")[0]
    columns = [(t, c) for t in tables() for c in t.columns if c.grade == grade]
    kinds: dict[str, list[str]] = {}
    for table, column in columns:
        shown = [level for level in levels if level in column.levels.get(factor, ())]
        kinds.setdefault(listed([f"Level {one}" for one in shown]), []).append(table.kind)
    told = [f"{shown or 'neither'} in {listed(of)} work" for shown, of in kinds.items()]
    if not told:
        return None
    used = tuple(table for table, _ in columns)
    return Answer(
        lead=(
            f"**At GS-{grade}: {'; '.join(told)}, by the Classifier's Handbook.** Its tables are "
            "examples and exclude no other level; the grade comes from the points of all factors."
        ),
        words=usual_levels(used),
        levels=tuple(levels),
    )


def _answer(question: Question, context: Context) -> Answer | None:
    if _asks_usual(question):
        return _usual(question.levels[0])
    if len(question.levels) == 2 and question.grades and _USUAL.search(question.message):
        return _usual_of(question.levels, question.grades[-1])
    found = _found(question, context)
    if found is None or len(question.levels) > 2:
        return None
    standard, levels = found
    if len(levels) > 1 and levels[0][0].factor == levels[1][0].factor:
        return apart(question, standard, [level for _, level in levels[:2]], levels[0][0])
    factor, level = levels[0]
    if not level.points:
        return None
    place = factor.levels.index(level)
    if place and len(levels) == 1 and _MISSING.search(question.message):
        return apart(question, standard, [factor.levels[place - 1], level], factor)
    around = []
    if place:
        below = factor.levels[place - 1]
        gap = level.points - below.points
        around.append(f"Level {below.level} below it gives {below.points:,}, {gap:,} fewer")
    if place + 1 < len(factor.levels):
        above = factor.levels[place + 1]
        gap = above.points - level.points
        around.append(f"Level {above.level} above it {above.points:,}, {gap:,} more")
    wrong = [points for points in question.points if points != level.points]
    head = "No: " if wrong and level.points not in question.points else ""
    lead = (
        f"**{head}Level {level.level} is worth {level.points:,} points** ({named(factor)}). "
        f"{'; '.join(around)}."
    )
    if len(levels) > 1:
        other = levels[1][1]
        lead = (
            f"**Level {level.level}: {level.points:,} points; Level {other.level}: "
            f"{other.points:,} points.**"
        )
        if level.points == other.points:
            lead = (
                f"**The same: Level {level.level} and Level {other.level} give "
                f"{level.points:,} points each.**"
            )
    return Answer(
        lead=lead,
        words=(level_words(standard, level),),
        next=(f"Ask what Level {level.level} requires.",),
        levels=(level.level,),
        factors=(str(factor.factor),),
    )


def _found(
    question: Question, context: Context
) -> tuple[Standard, list[tuple[Factor, Level]]] | None:
    for standard in (meant(question, context), primary(context)):
        found = [pair for level in question.levels if (pair := level_of(standard, level))]
        if found and len(found) == len(question.levels):
            return standard, found
    return None


def apart(
    question: Question, standard: Standard, levels: Sequence[Level], factor: Factor
) -> Answer:
    """Return what sets two levels of a factor apart: in substance, or in points when asked so."""
    low, high = sorted(levels, key=factor.levels.index)
    gap = f"{high.points - low.points:,} points" if low.points and high.points else ""
    if gap and question.has("which") and question.has("more", "most", "higher", "better"):
        head = (
            f"**Level {high.level}: {high.points:,} points against {low.points:,} for Level "
            f"{low.level}, {gap} more.**"
        )
    elif gap and question.has("point", "pts", "worth", "gain", "how much", "value"):
        head = f"**{gap}** ({low.points:,} and {high.points:,})."
    else:
        more = f", {gap} more" if gap else ""
        head = f"**What Level {high.level} asks beyond Level {low.level}** ({named(factor)}{more}):"
    before = {aspect.name: aspect.text for aspect in low.aspects}
    steps = (
        f"- **{aspect.name}**: {aspect.text}"
        + (f" (Level {low.level}: {before[aspect.name]})" if aspect.name in before else "")
        for aspect in high.aspects
    )
    return Answer(
        lead=f"{head} {with_points(high)}: {high.summary} {with_points(low)}: {low.summary}",
        words=(level_words(standard, high), level_words(standard, low)),
        next=(f"Ask *argue Level {high.level}* to set out both readings.",),
        more=("\n".join(steps),),
        levels=(high.level, low.level),
        factors=(str(factor.factor),),
    )


TOPIC = Topic(
    id="level-points",
    title="the points a level is worth",
    answer=_answer,
    sure=_sure,
    cues=(
        *("rare", "common", "usual", "typical", "normal", "often", "ordinary", "frequent"),
        *("exotic", "how many "),
        *(
            "between",
            "line",
            "cutoff",
            "cut-off",
            "cut off",
            "step",
            "jump",
            "differ",
            "separate",
            "distinguish",
            "apart",
            "tell ",
            "vs",
            "versus",
        ),
    ),
    needs=("levels",),
    unlike=("decision",),
)
