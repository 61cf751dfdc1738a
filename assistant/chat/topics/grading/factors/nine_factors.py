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
_TO_ARGUE = re.compile(
    r"\b(?:which|what|only (?:have )?one|just one)\b(?! level)[^.?!]{0,12}\bfactors?\b[^.?!]{0,45}"
    r"\b(?:argu|contest|challeng|fight|attack|focus|concentrat|disput|pick|choose|"
    r"go (?:for|after)|push|start with|worth)\w*",
    re.IGNORECASE,
)
"""Asks which factor an appeal should rest on."""
_LEAST = re.compile(r"\b(?:least|lowest|smallest|fewest|lightest)\b", re.IGNORECASE)
_SECOND = re.compile(r"\b(?:second|2nd|next)\b", re.IGNORECASE)
_OF_TIME = re.compile(r"\b(?:long|time|days|months|money|pay)\b", re.IGNORECASE)


def _sure(question: Question, context: Context) -> bool:
    named = question.levels or question.decision or question.points or question.percents
    text = question.message
    if context.case is None and not named and _TO_ARGUE.search(text):
        return True
    asked = _WHY_SO_MUCH.search(text) and not _OF_TIME.search(text)
    return bool(not named and asked and factors_spoken(text))


def _answer(question: Question, context: Context) -> Answer | None:
    if context.case is None and _TO_ARGUE.search(question.message):
        return _to_argue(context)
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
        lead = _heaviest(standard, question.message)
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


def _to_argue(context: Context) -> Answer:
    """Say by what the factor to argue is chosen, while the levels that stand are not known."""
    standard = primary(context)
    steps = {
        f"Factor {f.factor}": max(b - a for a, b in pairwise([one.points or 0 for one in f.levels]))
        for f in standard.factors
    }
    most = max(steps, key=lambda name: steps[name])
    fewest = min(steps.values())
    least = listed([name for name, step in steps.items() if step == fewest])
    return Answer(
        lead=(
            "**The one whose next level the facts meet in its full intent and whose points alone "
            "bring the total to the floor of the grade sought; if several do, the one with the "
            "best evidence.** In the Primary Standard one level more adds up to "
            f"{number(steps[most])} points in {most}, and at most {number(fewest)} in {least}. "
            "OPM grades all nine, so a level that nobody disputes can go down."
        ),
        words=(
            law(
                "classifier-handbook",
                "10",
                "meet the full intent of a factor level to be credited",
                "A factor is credited with a level only when the full intent of that level is met.",
            ),
        ),
        next=("Tell me the nine levels that stand, and what one more in each makes is computed.",),
        missing=("the levels that stand",),
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


def _heaviest(standard: Standard, asked: str) -> str:
    """Say which factors can give the most points and which the fewest, what is asked for first."""
    order = sorted(standard.factors, key=lambda f: -(f.levels[-1].points or 0))
    heavy = [_most(factor) for factor in order]
    if _LEAST.search(asked):
        fewest = order[-1].levels[-1].points
        last = [_most(f) for f in order if f.levels[-1].points == fewest]
        few = ", counts" if len(last) == 1 else ", count"
        return f"**{listed(last)}{few} least.** {heavy[0]}, counts most."
    if _SECOND.search(asked):
        same = [f for f in order if f.levels[-1].points == order[1].levels[-1].points]
        come = ", comes" if len(same) == 1 else ", come equally"
        return f"**{listed([_most(f) for f in same])}{come} second.** First is {heavy[0]}."
    return f"**{heavy[0]}, counts most.** Then {listed(heavy[1:3])}. {heavy[-1]}, counts least."


def _most(factor: Factor) -> str:
    return f"Factor {factor.factor}, {factor.name} (up to {points_of(factor.levels[-1])})"


def _end(level: Level) -> str:
    return f"{level.level}{f', {points_of(level)}' if points_of(level) else ''}"


TOPIC = Topic(
    id="nine-factors",
    title="the nine factors and their names",
    answer=_answer,
    sure=_sure,
    cues=("why", "how come", "what makes", "for what reason", "factor"),
    unlike=("levels", "factors", "points"),
)
