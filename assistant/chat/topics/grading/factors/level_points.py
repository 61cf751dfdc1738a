"""The points a level is worth, and what separates two levels in points and in substance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.chat.answering.kit import level_of, level_words, primary
from assistant.chat.answering.ladders import meant, named, with_points
from assistant.chat.model import Answer, Context, Question, Topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.standards.criteria import Factor, Level
    from core.standards.model import Standard


def _answer(question: Question, context: Context) -> Answer | None:
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
    needs=("levels",),
    unlike=("decision",),
)
