"""What a win or a loss on a factor would bring: "and if I win scope?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.named.trials import by_word
from assistant.chat.reading.turns.changed.values import factors_of
from assistant.chat.reading.turns.trying import is_on, step, total, with_levels
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

_WIN = pattern(
    r"\b(?:if|suppose|say|but|and|what)\b.{0,12}\b(?:i|we|they|opm)?\b ?(?:only |also |then )*"
    r"(?:win|won|get|got|prevail|lose|lost|grant\w*|credit\w*|agree)\b",
    re.IGNORECASE,
)
_LOSE = pattern(r"\b(?:lose|lost)\b", re.IGNORECASE)
_FURTHER = pattern(r"^\W*(?:and|plus|then|also)\b|\b(?:as well|too|also|on top)\b", re.IGNORECASE)


def if_won(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return the question on the total when a factor is won or lost: "and if I win scope?"."""
    found, case = _WIN.search(question.message), context.case
    if found is None or case is None or question.levels or context.evaluation is None:
        return None
    trial = context.memory.trial if is_on(context.memory) else ()
    granted = by_word(question.message, context, tuple(case.sought.values()))
    if granted:
        return total(with_levels(trial if _FURTHER.search(question.message) else (), granted))
    factors = question.factors or factors_of(question.message)
    sought = tuple(case.sought[f] for f in factors if f in case.sought)
    if _LOSE.search(question.message):
        there = tuple(one for one in trial if one.rpartition("-")[0] in factors)
        if there:
            return total(tuple(one for one in trial if one not in there))
        lost = (step(context.levels.get(f) or case.levels.get(f, ""), -1) for f in factors)
        below = tuple(level for level in lost if level)
        return total(with_levels(trial, below)) if below else None
    if not sought:
        return None
    return total(with_levels(trial if _FURTHER.search(question.message) else (), sought))
