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
    asks=(
        "I carry 70 pound sacks every day, which level of physical demands is that?",
        "I sit at a desk all day, what is Factor 8 worth?",
        "My job has me standing for hours, which level of Factor 8?",
        "We wear goggles and gloves around acids, which work environment level?",
        "What level of Factor 9 is working near moving machinery?",
        "How many points for lifting heavy equipment all day?",
        "Employee climbs tall ladders, how many points on physical demands",
        "Nurses exposed to infectious disease: Factor 9 level?",
        "ordinary office work, which level of work environment",
        "walking on rough ground all day, Factor 8 level and points",
        "I work in a noisy shop with ear protection, is that a higher work environment level",
        "what do I get for lifting boxes of records on physical demands",
        "the guard may be attacked, which level for the work environment",
        "bending and stooping a lot, how is that credited",
        (
            "I drive a forklift up and down a freezer all shift, where does that put me on "
            "surroundings"
        ),
        "my folks climb 60 foot towers with tool belts on",
        "I phone veterans' families all day explaining claims, what contact level is that",
        "hiking ten miles over rough ground with a chainsaw, physical demands is what?",
        "Clerk types, files, answers the phone, sits. Which rung for effort?",
        "we sit down with foreign customs officials to hash out agreements. how high does that go",
        "I just hand out forms and tell folks which window, what's the purpose of contact score",
        (
            "I decide on my own how to run each investigation and only tell the boss at the "
            "end, where does that land"
        ),
        "in the lab we use fume hoods and respirators daily, tell me the level",
        "the work is following a checklist with two or three choices, what's that in complexity",
        (
            "I interpret vague laws and come up with new methods for everyone, which guideline "
            "rung sounds like that"
        ),
        "I talk contractors out of their claims, and they get nasty. what number would that be",
        "Plain office, good light, bit of noise. Level?",
        (
            "I write the reports the whole agency relies on for flood forecasts, where on "
            "scope and effect is that closest to"
        ),
        (
            "I deal with outside lawyers all day who don't want to give in, which level of "
            "contacts is it"
        ),
        "my contacts are contractors who fight every request, what level",
        "I negotiate with company attorneys, what do my contacts earn",
    ),
    answer=_answer,
    unlike=("levels", "decision"),
    sure=_sure,
    cues=("level", "point", "factor", "rate", "worth", "credit", "demand", "environment", "score"),
)
