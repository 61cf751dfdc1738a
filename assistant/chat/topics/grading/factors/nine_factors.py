"""The nine factors: their numbers and names, with the points each can give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.chat.answering.kit import law, listed, points_of, primary
from assistant.chat.answering.named.ladders import meant
from assistant.chat.model import Answer, Context, Question, Topic

if TYPE_CHECKING:
    from core.standards.criteria import Level
    from core.standards.model import Standard


def _answer(question: Question, context: Context) -> Answer | None:
    if question.has("how do", "how does", "steps", "process", "add up", "not considered"):
        return None
    if question.has("most points", "maximum", "highest possible") and not question.has("factor"):
        return None
    standard = meant(question, context)
    if len(standard.factors) != 9 and "gssg" not in question.standards:
        standard = primary(context)
    names = listed([f"{f.factor} {f.name}" for f in standard.factors])
    table = [
        "| Factor | Lowest | Highest |",
        "| --- | --- | --- |",
        *(
            f"| {f.factor}, {f.name} | {_end(f.levels[0])} | {_end(f.levels[-1])} |"
            for f in standard.factors
        ),
    ]
    if "gssg" in question.standards:
        lead = f"**The supervisory guide has its own factors:** {names}."
        words = (
            law(
                "gssg",
                "8",
                "six evaluation factors designed",
                "The supervisory guide rates supervisory positions by six factors of its own.",
            ),
        )
    elif question.has("which", "them", "factor", "heaviest") and question.has(
        "count", "most", "weigh", "heaviest", "least", "matter"
    ):
        lead = _heaviest(standard)
        words = (
            law(
                "introduction",
                "42",
                "descriptions of each of the nine FES factors",
                "The Primary Standard describes nine factors, the levels of each and their points.",
            ),
        )
    else:
        lead = (
            f"**There are nine factors:** {names}. Each is credited one level with fixed points; "
            "the nine are added up, and the total gives the grade."
        )
        words = (
            law(
                "introduction",
                "42",
                "descriptions of each of the nine FES factors",
                "The Primary Standard describes nine factors, the levels of each and their points.",
            ),
        )
    return Answer(
        lead=lead,
        words=words,
        next=("Name a factor, such as *Factor 4*, to see what it measures.",),
        more=("\n".join(table),),
    )


def _heaviest(standard: Standard) -> str:
    """Say which factors can give the most points, and which the fewest."""
    order = sorted(standard.factors, key=lambda f: -(f.levels[-1].points or 0))
    most, least = order[0], order[-1]
    then = listed([f"{f.factor} {f.name} ({points_of(f.levels[-1])})" for f in order[1:3]])
    return (
        f"**Factor {most.factor}, {most.name}, counts most: up to {points_of(most.levels[-1])}.** "
        f"Then {then}. Factor {least.factor}, {least.name}, gives at most "
        f"{points_of(least.levels[-1])}."
    )


def _end(level: Level) -> str:
    return f"{level.level}{f', {points_of(level)}' if points_of(level) else ''}"


TOPIC = Topic(
    id="nine-factors",
    title="the nine factors and their names",
    answer=_answer,
    unlike=("levels", "factors", "points"),
)
