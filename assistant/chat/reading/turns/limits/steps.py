"""The steps of an appeal that a message tells: filed on a day, decided by the agency on another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.chat.reading.turns.limits.beside import days_beside, of_receipt
from assistant.chat.reading.turns.limits.happened import by_agency, kind_said
from index.language.late import pattern

if TYPE_CHECKING:
    from datetime import date

    from assistant.chat.model import Context, Memory, Question

_OF_A_DECISION = frozenset(
    {"reconsideration", "after-the-decision", "certificate-effective", "compliance"}
)
"""Topics on what OPM has decided."""
_BACK = 3
"""Turns to look back for one of them."""
_STATEMENT = pattern(r"(?<=[.!?;])\s+")


def filed_on(text: str, today: date) -> date | None:
    """Return the last day on which a text tells that somebody filed."""
    days = days_beside(text, today)
    filed = [one.day for one in days if one.word == "filed"]
    if not filed and len(days) == 1 and kind_said(text) == "filed":
        filed = [days[0].day]
    return filed[-1] if filed else None


def received_on(text: str, memory: Memory, today: date) -> date | None:
    """Return the day on which a text tells that the agency's decision on an appeal came."""
    said = _of_agency(text, memory)
    found = of_receipt(days_beside(said, today)) if said else None
    return None if found is None else found.day


def before_agency(text: str, memory: Memory) -> str:
    """Return a text without what it tells from the agency's decision on."""
    said = _of_agency(text, memory)
    return text[: len(text) - len(said)] if said else text


def _of_agency(text: str, memory: Memory) -> str:
    sentences = _STATEMENT.split(text)
    found = next((n for n, one in enumerate(sentences) if by_agency(one, memory, text)), None)
    return "" if found is None else " ".join(sentences[found:])


def opm_decided(question: Question, context: Context) -> bool:
    """Tell whether OPM has decided, by what is said now, was told, or was spoken of before."""
    memory = context.memory
    told = (*memory.told, question.around or question.message)
    spoken = any(turn.topic in _OF_A_DECISION for turn in memory.turns[-_BACK:])
    return "decision" in memory.days or spoken or any(kind_said(one) == "decision" for one in told)
