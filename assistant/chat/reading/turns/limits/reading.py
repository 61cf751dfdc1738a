"""A message on time that leans on the turn before, whichever way it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.chat.reading.turns.limits.filing import filed_later
from assistant.chat.reading.turns.limits.passing import passing
from assistant.chat.reading.turns.limits.standing import stood

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question


def of_time(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return a message on days or years as a whole question with its topic, or None."""
    return stood(question, context) or passing(question, context) or filed_later(question, context)
