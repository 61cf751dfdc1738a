"""The nine factors: their numbers and names, with the points each can give."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import law, listed, points_of, primary
from assistant.chat.answering.named.ladders import meant
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.of_case import factors_spoken
from assistant.text import number

if TYPE_CHECKING:
    from core.standards.criteria import Factor, Level
    from core.standards.model import Standard

_WHY_SO_MUCH = re.compile(
    r"\b(?:why|how come|what makes|for what reason)\b(?!.*(?:\bnot\b|n't\b)).{0,48}"
    r"\b(?:weigh\w*|(?:worth|counts?|gives?|has|have|brings?|carr\w+) "
    r"(?:so|that|only|just|such|more|less|a few|next to|the (?:most|least))|"
    r"(?:only|just) (?:worth|counts?|gives?|has|brings?)|(?:big|large|small) steps?|"
    r"so (?:much|many|little|few|big))\b",
    re.IGNORECASE,
)
"""Asks why one factor has the points it has: "why is knowledge worth so much?"."""
_OF_TIME = re.compile(r"\b(?:long|time|days|months|money|pay)\b", re.IGNORECASE)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    named = question.levels or question.decision or question.points or question.percents
    text = question.message
    asked = _WHY_SO_MUCH.search(text) and not _OF_TIME.search(text)
    return bool(not named and asked and factors_spoken(text))


def _answer(question: Question, context: Context) -> Answer | None:
    if _sure(question, context) and (weight := _weight(question, context)) is not None:
        return weight
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


def _weight(question: Question, context: Context) -> Answer | None:
    """Say what a factor can give, of all that the nine can; None where it has no points alone."""
    standard = primary(context)
    known = {str(f.factor): f for f in standard.factors}
    first = min(factors_spoken(question.message), key=lambda f: _place(f, known, question.message))
    factor = known.get(first)
    if factor is None:
        return None
    points = [level.points or 0 for level in factor.levels]
    whole = sum(f.levels[-1].points or 0 for f in standard.factors)
    step = max(b - a for a, b in pairwise(points))
    return Answer(
        lead=(
            f"**By the points that its levels carry: Factor {first}, {factor.name}, gives "
            f"{number(points[0])} to {number(points[-1])} of at most {number(whole)} points, and "
            f"its largest step is {number(step)}.** That is the Primary Standard; it gives no "
            "reason for the points, and nobody may weigh the factors anew."
        ),
        words=(
            law(
                "classifier-handbook",
                "10",
                "Use only the specific point values",
                "Only the point values that the standard gives may be used.",
            ),
        ),
        next=("Ask *which factor counts most?* to see all nine.",),
        factors=(first,),
    )


def _place(factor: str, known: dict[str, Factor], text: str) -> int:
    """Return where a text speaks of a factor first; at its end where it only means it."""
    words = [f"factor {factor}"]
    words += (
        [w for w in known[factor].name.lower().split() if len(w) > 3] if factor in known else []
    )
    found = [at for word in words if (at := text.lower().find(word)) >= 0]
    return min(found, default=len(text))


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
    sure=_sure,
    cues=("why", "how come", "what makes", "for what reason"),
    unlike=("levels", "factors", "points"),
)
