"""What a level requires, in our words, with its points and how it differs from the one below."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import (
    as_in,
    level_of,
    level_words,
    listed,
    points_of,
    primary,
    standard_of,
)
from assistant.chat.answering.named.ladders import lacking, sent_elsewhere
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.topics.grading.factors.level_points import apart

if TYPE_CHECKING:
    from core.standards.criteria import Factor, Level
    from core.standards.model import Standard


_PLAIN = re.compile(
    r"\b(?:plain|simple|everyday|normal|layman'?s?|lay|regular|human) (?:words?|english|terms|"
    r"language|talk)\b|\bin (?:plain )?english\b|\btranslat\w+\b|\bgist of\b|\beli5\b|"
    r"\bwhat (?:does|do|would) (?:level )?[1-9][ab]?-(?:\d|[a-d])\b.{0,12}\bmean\b",
    re.IGNORECASE,
)
"""The level itself is to be said in words anybody understands."""
_JUDGED = (
    *("do i", "does my", "does the case", "met", "meets", "credit", "argue", "points", "worth"),
    *("differ", "decision", "shorter", "in two lines", "retain"),
)


_NAMED = re.compile(
    r"\b(?:level|fld?)?\s*[1-9][ab]?-(?:\d[a-c]?|[a-d])\b|\b(?:primary standard|fes|introduction|"
    r"factor(?: level)? description|factor [1-9])\b",
    re.IGNORECASE,
)
_WHAT = re.compile(r"\b(?:what'?s?|explain|describe|define|tell|show|meaning)\b", re.IGNORECASE)
_SAYS_ONLY = frozenset(
    word
    for line in (
        "what whats what's is are it that this the a an of in by under from for to about me us",
        "tell explain describe define show say says does do mean means meaning require requires",
        "ask asks please can could you exactly like and so ok level one then i know need",
    )
    for word in line.split()
)
"""Words that ask of a level only what it is, in whatever order."""


_MINE_MEETS = re.compile(
    r"^\W*(?:(?:and|so|but|ok|then)\W+)*(?:do|does|did|would|will|can|could|is|are) (?:i|we|mine|"
    r"(?:my|our|this|the) (?:job|work|position|case|pd|description))\b[^.?!]{0,30}?"
    r"\b(?:meets?|met|reach\w*|get|at|satisfy|qualify for|come up to|measure up to|deserve)\b",
    re.IGNORECASE,
)
"""Asks whether one's own work meets a level."""


def _of_own_work(question: Question, context: Context) -> bool:
    """Tell whether it is asked of one's own work, of which no case is open."""
    told = _MINE_MEETS.match(question.message) and not question.has(" if ", "because", " when ")
    return bool(told and context.case is None and len(question.levels) == 1)


def _sure(question: Question, context: Context) -> bool:
    elsewhere = set(question.standards) - {"fes-primary"}
    if len(question.levels) != 1 or question.decision or elsewhere:
        return False
    if _of_own_work(question, context) and not question.grades and not question.percents:
        return True
    rest = _NAMED.sub(" ", question.message.lower())
    if _WHAT.search(rest) and _SAYS_ONLY.issuperset(re.findall(r"[a-z']+", rest)):
        return True
    if question.standards:
        return False
    return bool(_PLAIN.search(question.message)) and not question.has(*_JUDGED)


def _answer(question: Question, context: Context) -> Answer | None:
    # A whole row of levels is to be added up.
    if not question.levels or len(question.levels) > 2:
        return None
    if (missing := lacking(question, context)) is not None:
        return missing
    elsewhere = sent_elsewhere(question)
    standard = primary(context) if elsewhere else standard_of(question, context)
    asked = as_in(standard, question.levels[0])
    found = level_of(standard, asked)
    said = ""
    if found is None:
        held = next((f for f in standard.factors if asked.startswith(f"{f.factor}-")), None)
        if held is not None and held.levels:
            names = listed([level.level for level in held.levels])
            said = (
                f" The {standard.title} held here has {names} only; this is the Primary Standard."
            )
        standard = primary(context)
        found = level_of(standard, asked)
    if found is None:
        return None
    factor, level = found
    if len(question.levels) > 1:
        other = level_of(standard, question.levels[1])
        if other is not None and other[0] is factor and other[1] is not level:
            return apart(question, standard, (level, other[1]), factor)
    told = _explained(standard, factor, level, context, said)
    if _of_own_work(question, context):
        told = replace(
            told,
            lead="**That I cannot tell: no case is open, and of your work I know nothing yet. It "
            f"must meet the full intent of the level.** {told.lead}",
            next=("State how your work is in this, or open a case with `fes chat --case FILE`.",),
        )
    return replace(told, lead=f"{elsewhere}{told.lead}") if elsewhere else told


def _explained(
    standard: Standard, factor: Factor, level: Level, context: Context, said: str
) -> Answer:
    worth = points_of(level)
    lead = (
        f"**Level {level.level}** (Factor {factor.factor}, {factor.name}"
        f"{', ' + worth if worth else ''}): {level.summary}{said}"
    )
    place = factor.levels.index(level)
    figures = []
    credited = context.levels.get(str(factor.factor))
    if credited:
        figures.append(f"The core credits your case with Level {credited} on this factor.")
    more = ["\n".join(f"- **{a.name}**: {a.text}" for a in level.aspects)]
    if place:
        below = factor.levels[place - 1]
        more.append(f"Level {below.level} below it ({points_of(below)}): {below.summary}")
    return Answer(
        lead=lead,
        words=(level_words(standard, level),) if standard.id else (),
        figures=tuple(figures),
        next=(
            f"Ask *does my case meet Level {level.level}?* or *argue Level {level.level}*.",
            "Say *more* for what it requires, point by point.",
        ),
        more=tuple(more),
        levels=(level.level,),
        factors=(str(factor.factor),),
    )


TOPIC = Topic(
    id="level-meaning",
    title="what a factor level requires",
    answer=_answer,
    sure=_sure,
    needs=("levels",),
)
