"""Two neighboring levels named with facts of the work: what parts them, and what the facts say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import level_of, level_words, points_of
from assistant.chat.answering.named.ladders import meant, named
from assistant.chat.answering.named.supervising import chain
from assistant.chat.model import Answer
from assistant.chat.reading.pulls import said_way
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

_OR = pattern(r"\b(?:or|vs|versus)\b", re.IGNORECASE)
_APART = pattern(
    r"\bseparat\w*|\bdistinguish\w*|\bdiffer(?:s|ence|ent)?\b|\b(?:sets?|tells?|keeps?|parts?)\b.{0,30}"
    r"\b(?:apart|from)\b",
    re.IGNORECASE,
)
"""Asks what parts two levels, whatever is told of the work."""
_IDLE = pattern(
    r"level 2-5|\b(?:or|vs|versus|is|it|that|this|the|a|factor|level|levels|which|what|one|ok|so|"
    r"and|then|now|on|for|at|would|should|be|i|we|give|credit|credited|mine|my|case)\b|[^a-z' ]",
    re.IGNORECASE,
)
_OTHER = (
    *("point", "decision", "anyone", "anybody", "opm", "seek", "fight", "ask for", "appeal"),
    *("risk", "draft", "write", "rationale", "argue"),
)
"""Words of what is asked of two levels beside which one is right."""
_SETTING = frozenset(["2-1", "2-2", "2-3"])
"""Levels that Factor 2 of the supervisory guide has, by whom one reports to."""
LEAST = 5
"""Words beside the levels from which facts of the work are told."""


def _tells_chain(text: str) -> bool:
    """Tell whether it is told who stands above a supervisor, which no other factor rates."""
    told = chain(text)
    return told is not None and (told.reaches or len(told.posts) > 1)


def weighed(question: Question, context: Context) -> Answer | None:
    """Return what parts two levels named and which one the facts told speak for, or None."""
    levels, text = question.levels, question.around or question.message
    if len(levels) != 2 or len(question.factors) != 1 or question.points or question.decision:
        return None
    if question.has(*_OTHER) or (set(levels) <= _SETTING and _tells_chain(text)):
        return None
    facts = _OR.search(text) and len(_IDLE.sub(" ", text.lower()).split()) >= LEAST
    if not facts and (context.case is None or not _APART.search(text)):
        return None
    standard, key = meant(question, context), question.factors[0]
    found = [pair for level in sorted(levels) if (pair := level_of(standard, level))]
    if len(found) != 2:
        return None
    (factor, low), (_, high) = found
    own = _IDLE.sub(" ", text)
    return Answer(
        lead=(
            f"**{high.level} if the whole of it is met, else {low.level}. {high.level} "
            f"({points_of(high)}): {high.summary}** {low.level} ({points_of(low)}): {low.summary}"
            f"{said_way(own, key, low.level, high.level)} That is {named(factor)}, by the "
            f"{standard.title}."
        ),
        words=(level_words(standard, high), level_words(standard, low)),
        next=(
            "Which fact shows each part of the higher level: a paper, a log, an instruction?",
            "Name the series, and its own standard is used where it is held.",
        ),
        levels=(high.level, low.level),
        factors=(key,),
        standard=standard.id,
    )
