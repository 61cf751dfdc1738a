"""Which level described work is most like: physical demands, surroundings, contacts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import level_of, level_words, points_of, primary
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.work import Likeness, likenesses

if TYPE_CHECKING:
    from core.standards.criteria import Factor, Level

_ASKS_LEVEL = re.compile(
    r"\b(?:levels?|points?|factor (?:[5-9]|five|six|seven|eight|nine)|rated?|worth|credit\w*|"
    r"physical demands?|work environment|score[ds]?)\b",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"\b(?:i|we|he|she|they|my|our|employees?|staff|workers?|inspectors?|nurses?|position|job|work|"
    r"someone|person|people|incumbent|technicians?|clerks?|officers?|guards?|lift\w*|sit\w*|stand\w*|"
    r"carry\w*|climb\w*|wear\w*|contacts?|dealings?|calls?)\b",
    re.IGNORECASE,
)
_OF_FACTOR = re.compile(
    r"^\W*(?:(?:and|so|ok|then|now)\W+)*factor (?:[5-9]|five|six|seven|eight|nine)\s?[,:]\s*\w",
    re.IGNORECASE,
)
"""Work told behind the factor it is told of: "and factor 9, office"."""
_NAMES = {"8": "physical demand", "9": "environment", "6": "contact", "7": "purpose"}


def _fitting(question: Question) -> list[Likeness]:
    found = likenesses(question)
    named = [f for f in question.factors if f in _NAMES]
    if not question.factors and question.has("contact"):
        # Whom one deals with is told, or what for.
        named = ["7"] if question.has("purpose") else ["6"]
    if named:
        return [one for one in found if one.factor in named]
    # Without a factor named only what is plainest is told: the body and the surroundings.
    return [one for one in found if one.factor in {"8", "9"} and not one.level.endswith("-1")]


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    if question.levels or question.decision or question.points or question.has("decision", "opm"):
        return False
    text = question.message
    told = _WORK.search(text) or (_OF_FACTOR.match(text) and not question.has("or"))
    if not _ASKS_LEVEL.search(text) or not told or not _fitting(question):
        return False
    if question.has("can't", "cannot", "no longer", "doctor"):
        # What a person cannot do tells nothing of the work.
        return False
    # A factor of another kind named is what is asked about.
    return all(f in _NAMES for f in question.factors) and not question.has("appeal", "grade")


def _answer(question: Question, context: Context) -> Answer | None:
    found = _fitting(question)
    standard = primary(context)
    levels = [(one, at) for one in found if (at := level_of(standard, one.level)) is not None]
    if not levels:
        return None
    first, (_, level) = levels[0]
    lead = " ".join(_said(one, factor, at) for one, (factor, at) in levels[:2])
    return Answer(
        lead=f"{lead} A person decides on the full intent of the level and on how regular this is.",
        words=tuple(level_words(standard, at) for _, (_, at) in levels[:2]),
        figures=tuple(
            line for one, (factor, at) in levels[:2] for line in _beside(factor, at, context)
        ),
        whose="The levels beside it, in the Primary Standard",
        next=(
            "How often and how hard is it: every day, or now and then?",
            f"Ask *what does Level {first.level} require?* for all it asks.",
        ),
        missing=("how regular and recurring the work described is",),
        levels=(level.level,),
        factors=(first.factor,),
    )


def _said(one: Likeness, factor: Factor, level: Level) -> str:
    told = ", ".join(f"“{word}”" for word in one.said[:3])
    return (
        f"**Most like Level {level.level} ({points_of(level)}) of Factor {factor.factor}, "
        f"{factor.name}**, because of {told}: {_lower(level.summary)}"
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _beside(factor: Factor, level: Level, context: Context) -> list[str]:
    place = factor.levels.index(level)
    near = [factor.levels[n] for n in (place - 1, place + 1) if 0 <= n < len(factor.levels)]
    lines = [f"Level {at.level} ({points_of(at)}): {at.summary}" for at in near]
    credited = context.levels.get(str(factor.factor))
    if credited:
        lines.append(f"The open case has Level {credited} on this factor.")
    return lines


TOPIC = Topic(
    id="described-level",
    title="which level work you describe is most like",
    answer=_answer,
    unlike=("levels", "decision"),
    sure=_sure,
    cues=("level", "point", "factor", "rate", "worth", "credit", "demand", "environment", "score"),
)
