"""The highest and the lowest level of a factor, and their points."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import PRIMARY, level_words, primary
from assistant.chat.answering.named.ladders import (
    factor_named,
    levels_held,
    meant,
    named,
    with_points,
)
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
    answer=_answer,
    sure=_sure,
    cues=("highest", "lowest", "top", "bottom", "max", "min", "most", "fewest", "least"),
    likes=("factors",),
    unlike=("levels", "points", "grades"),
)
