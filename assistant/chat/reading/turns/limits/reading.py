"""A message on time that leans on the turn before, whichever way it does."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.limits.filing import filed_later
from assistant.chat.reading.turns.limits.missing import missing
from assistant.chat.reading.turns.limits.passing import passing
from assistant.chat.reading.turns.limits.standing import stood
from assistant.chat.reading.turns.limits.told import on_day
from assistant.text import in_words
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

_FINAL = pattern(r"\b(?:becomes?|became|is made|goes) final\b", re.IGNORECASE)


def of_time(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return a message on days or years as a whole question with its topic, or None."""
    return (
        _final(question, context)
        or missing(question, context)
        or stood(question, context)
        or passing(question, context)
        or filed_later(question, context)
    )


def _final(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return the question by when to file once what was proposed becomes final on a day told."""
    told = " ".join([*context.memory.told, question.message]).lower()
    if not question.dates or not _FINAL.search(question.message) or "propos" not in told:
        return None
    made = read("How long do I have after my grade was lowered?")
    words = f"effective {in_words(question.dates[0])}"
    return on_day(replace(made, first_person=True), words, context.today), "deadline-after-lowering"
