"""What a factor measures, and how two factors differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.chat.answering.kit import listed, points_of, primary
from assistant.chat.answering.named.ladders import (
    defined,
    factor_named,
    lacking,
    meant,
    named,
    reach,
)
from assistant.chat.model import Answer, Context, Question, Topic

if TYPE_CHECKING:
    from core.standards.criteria import Factor
    from core.standards.model import Standard

_APART = {
    ("1", "3"): "Factor 1 rates the knowledge the work takes; Factor 3 the guides there are for "
    "using it and the judgment that takes. A guide limits or informs knowledge; it is not the "
    "knowledge itself.",
    ("1", "4"): "Factor 1 rates what must be known; Factor 4 how varied and intricate the work "
    "is and how hard it is to see what needs doing.",
    ("2", "3"): "Factor 2 rates how far the supervisor controls the work, by assigning and "
    "reviewing it; Factor 3 how far written and other guides settle it, and the judgment "
    "they leave.",
    ("2", "4"): "Factor 2 rates freedom from the supervisor; Factor 4 the difficulty of the work "
    "itself. Independent work can be simple, and complex work closely reviewed.",
    ("2", "6"): "Dealings with the supervisor belong to Factor 2 only; Factor 6 rates contacts "
    "outside the supervisory chain.",
    ("3", "4"): "Factor 3 rates the guides and the judgment in using them; Factor 4 the variety "
    "of the work and the difficulty of deciding what needs doing.",
    ("4", "5"): "Factor 4 rates how difficult the work is to do; Factor 5 what it is for and "
    "whom or what its result affects.",
    ("6", "7"): "Factor 6 rates who is dealt with and in what setting; Factor 7 why. Both rest "
    "on the same contacts.",
    ("8", "9"): "Factor 8 rates what the work asks of the body; Factor 9 the risks and "
    "discomforts of the surroundings.",
}
"""How pairs of factors that are often confused differ."""


def _answer(question: Question, context: Context) -> Answer | None:
    if question.has("high", "max", "top", "most", "least", "lowest", "min", "ceiling", "fewest"):
        # The ends of a factor's ladder are asked for, which another topic says first.
        return None
    if (missing := lacking(question, context)) is not None:
        return missing
    standard = meant(question, context)
    found = [f for key in question.factors if (f := factor_named(standard, key)) is not None]
    if not found:
        standard = primary(context)
        found = [f for key in question.factors if (f := factor_named(standard, key)) is not None]
    if not found:
        return None
    if len(found) > 1:
        return _two(standard, found[0], found[1])
    factor = found[0]
    figures = []
    if credited := context.levels.get(str(factor.factor)):
        figures.append(f"The core credits your case with Level {credited} on this factor.")
    ladder = [
        f"- **Level {level.level}**"
        f"{f' ({points_of(level)})' if points_of(level) else ''}: {level.summary}"
        for level in factor.levels
    ]
    runs = f"It runs from {reach(factor)}."
    lead = f"**{named(factor)}:** {factor.measures} {runs}"
    if question.has("levels", "which level", "how many level", "point"):
        steps = listed(
            [
                f"{level.level} ({points_of(level)})" if points_of(level) else level.level
                for level in factor.levels
            ]
        )
        count = len(factor.levels)
        lead = f"**{named(factor)}, has {count} levels: {steps}.** {factor.measures}"
    return Answer(
        lead=lead,
        words=(defined(standard, factor),),
        figures=tuple(figures),
        next=(f"Ask what Level {factor.levels[-1].level} requires, or say *more* for each level.",),
        more=("\n".join(ladder),),
        factors=(str(factor.factor),),
    )


def _two(standard: Standard, one: Factor, other: Factor) -> Answer:
    low, high = sorted((one, other), key=lambda f: str(f.factor))
    apart = (
        _APART.get((str(low.factor), str(high.factor)), "") if len(standard.factors) == 9 else ""
    )
    if not apart:
        apart = f"{named(low)}: {low.measures} {named(high)}: {high.measures}"
    lead = f"**{low.name} and {high.name} are rated apart.** {apart}"
    return Answer(
        lead=lead,
        words=(defined(standard, low), defined(standard, high)),
        next=(f"Name a level of either, such as {high.levels[-1].level}, to see what it takes.",),
        factors=(str(one.factor), str(other.factor)),
    )


TOPIC = Topic(
    id="factor-meaning",
    title="what a factor measures",
    answer=_answer,
    needs=("factors",),
    unlike=("levels", "points"),
)
