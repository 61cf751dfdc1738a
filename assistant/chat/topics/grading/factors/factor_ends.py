"""The highest and the lowest level of a factor, and their points."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import PRIMARY, level_words, primary
from assistant.chat.answering.ladders import factor_named, levels_held, meant, named, with_points
from assistant.chat.model import Answer, Context, Question, Topic
from index.language.late import pattern

if TYPE_CHECKING:
    from core.standards.model import Standard

_HIGH = ("high", "max", "top", "most", "best", "up to", "ceiling", "last", "upper")
_LOW = ("low", "min", "least", "bottom", "start", "first", "fewest", "begin")
_END = pattern(
    r"\b(?:highest|lowest|top(?:most)?|bottom|max(?:imum)?|min(?:imum)?|uppermost)\s+"
    r"(?:possible |available |described |credited )?"
    r"(?:levels?|points?|score|rung|step|(?:factor|knowledge) level)\b"
    r"|\b(?:most|fewest|least) (?:points|you can get|i can get|one can get)\b",
    re.IGNORECASE,
)
_BEYOND = pattern(
    r"\b(?:above|below|beyond|beneath|higher than|lower than|exceed\w*|extend\w*|extension|"
    r"outside|past|fall\w*|too (?:low|high)|not described|isn't in)\b",
    re.IGNORECASE,
)
"""What asks of work that no level of the standard reaches."""


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    return bool(
        question.factors
        and not question.levels
        and not question.decision
        and _END.search(question.message)
        and not _BEYOND.search(question.message)
        and not question.first_person
    )


def _answer(question: Question, context: Context) -> Answer | None:
    if not question.has(*_HIGH, *_LOW, "how far", "greatest", "end"):
        return None
    standard = meant(question, context)
    factor = factor_named(standard, question.factors[0]) if question.factors else None
    if factor is None and question.factors:
        standard = primary(context)
        factor = factor_named(standard, question.factors[0])
    if factor is None:
        return _all(standard) if not question.factors else None
    low, high = factor.levels[0], factor.levels[-1]
    wants_low = question.has(*_LOW) and not question.has(*_HIGH)
    first, other = (low, high) if wants_low else (high, low)
    end, far = ("lowest", "highest") if wants_low else ("highest", "lowest")
    lead = (
        f"**The {end} level of {named(factor)}, is {with_points(first)}:** {first.summary} "
        f"The {far} is {with_points(other)}."
    )
    if standard.partial and standard.id != PRIMARY:
        whole = factor_named(primary(context), str(factor.factor))
        lead += levels_held(standard)
        if whole is not None:
            lead += (
                f" The Primary Standard runs from {with_points(whole.levels[0])} to "
                f"{with_points(whole.levels[-1])}."
            )
    figures = []
    if credited := context.levels.get(str(factor.factor)):
        figures.append(f"The core credits your case with Level {credited} on this factor.")
    return Answer(
        lead=lead,
        words=(level_words(standard, first),),
        figures=tuple(figures),
        next=(f"Ask what Level {first.level} requires.",),
        levels=(first.level,),
        factors=(str(factor.factor),),
    )


def _all(standard: Standard) -> Answer:
    ends = [f"{f.factor} {f.levels[0].level} to {f.levels[-1].level}" for f in standard.factors]
    return Answer(
        lead=(
            f"**It depends on the factor.** In the {standard.title} they run: "
            f"{'; '.join(ends)}.{levels_held(standard)}"
        ),
        words=tuple(level_words(standard, f.levels[-1]) for f in standard.factors[:1]),
        next=("Which factor do you mean?",),
    )


TOPIC = Topic(
    id="factor-ends",
    title="the highest and lowest level of a factor",
    asks=(
        "What is the highest level of Factor 4?",
        "What's the lowest level for Factor 2?",
        "Maximum points for Factor 5",
        "How high can Factor 3 go?",
        "What is the top level under supervisory controls?",
        "What's the most I can get for complexity?",
        "minimum points on Factor 1",
        "Is there a level above the highest one of Factor 4?",
        "highest possible knowledge level",
        "Factor 9 maximum",
        "lowest level of physical demands",
        "What is the max for scope and effect?",
        "How many points is the top of Factor 1 worth?",
        "what does Factor 6 start at",
        "What is the ceiling of Factor 2?",
        "fewest points Factor 8 can give",
        "best level on guidelines",
        "which is the highest level of knowledge required",
        "What's the upper end of Factor 7?",
        "the bottom level of Factor 3",
        "How far up does complexity go?",
        "What is the lowest credit for personal contacts?",
        "top level Factor 5?",
        "what's the maximum my employee could get under Factor 2",
        "greatest number of points under Factor 4",
        "the least a job can have for Factor 9",
        "Highest level Factor 1 and what it takes",
        "highest level of Factor 4",
        "lowest level of Factor 4",
        "highest level",
        "lowest level of a factor",
        "top of Factor 1",
        "maximum of Factor 5",
        "minimum of Factor 5",
        "what is the highest level a factor can have",
        "what is the highest knowledge level",
        "highest knowledge level there is",
        "lowest knowledge level",
        "how far does Factor 1 go",
        "how high does Factor 5 go",
        "most points under Factor 1",
        "fewest points under Factor 8",
        "least points for Factor 9",
        "maximum points for physical demands",
        "minimum points for work environment",
        "max points on guidelines",
        "where does Factor 6 begin",
        "Factor 6 starts at which level",
        "what is the best level under guidelines",
        "best level I can get on complexity",
        "top level under Factor 2",
        "upper end of Factor 7",
        "upper limit of complexity",
        "minimum credit for Factor 6",
        "lowest credit for Factor 6",
        "minimum points for Factor 9",
        "how far up does knowledge go",
        "what's the ceiling on complexity",
        "is there anything above a 5 on supervisory controls",
        "the least you can possibly get for work environment",
        "I got a 6-4, is that the top?",
        "where does the scale start for scope and effect",
        "top rung on guidelines, whats it called",
        "can't go any lower than 1-1 right?",
        "how many rungs does the purpose of contacts have",
        "I'm told I already have the max on physical demands. do I?",
        "lowest possible score, factor 9",
        "does factor 1 end at nine or ten",
        "what's the best anyone can do on personal contacts",
        "bottom of the range for independence of work",
    ),
    answer=_answer,
    sure=_sure,
    cues=("highest", "lowest", "top", "bottom", "max", "min", "most", "fewest", "least"),
    likes=("factors",),
    unlike=("levels", "points", "grades"),
)
