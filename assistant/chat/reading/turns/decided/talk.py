"""Which appeal decision is talked of: the one that the last turns were about.

"What was the total?" goes on with the decision of the turn before, "what had he wanted there?"
also over a turn about something else. Whatever else speaks of one asks here, so that all mean the
same one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.argue.evidence import decision_asked
from assistant.chat.model import Moment
from index.decisions.register.facts import numbered
from index.language.late import pattern
from index.language.words import DECISION

if TYPE_CHECKING:
    from assistant.chat.model import Context, Memory, Question

IN_TALK = 4
"""Turns for which a decision stays what is talked of."""
_LISTS = frozenset({"find-decisions", "prior-decisions"})
_OF_THEM = pattern(
    r"\b(?:he|she|they|him|her|his|their|them|opm|appellant|that (?:guy|man|woman|person))\b"
    r"|^\W*(?:(?:and|so|but|ok|then|wait)\W+)*(?:in the end|before|originally|decided|why not|"
    r"how many|how long|when|where|why|by how|which levels?|"
    r"what (?:series|title|grade|was|did|about)|how about|would|was there)\b|"
    r"\b(?:one more level|the agency)\b",
    re.IGNORECASE,
)
"""What is asked of the people of a decision, or of what it found."""


def speaks_of_them(text: str) -> bool:
    """Tell whether a message asks of the people of a decision, or of what it found."""
    return _OF_THEM.search(text) is not None


def decisions_in_talk(memory: Memory) -> bool:
    """Tell whether one of the last turns was about decisions."""
    return any(map(_of_decisions, _turns(memory)))


def in_talk(question: Question, context: Context, *, leads_back: bool = False) -> str:
    """Return the number of the one decision that is talked of; empty without one.

    Args:
        question: The message; one that names another decision goes on with none.
        context: The turns before, and the library.
        leads_back: Whether the message can only be meant for a decision, so that turns about
            something else in between do not end the talk.
    """
    leads_back = leads_back or speaks_of_them(question.message)
    for turn in reversed(_turns(context.memory)):
        if _of_decisions(turn):
            found = _named(turn, context)
            if len(found) > 1:
                # Of several named none is "it".
                return ""
            if found:
                other = question.decision not in {"", found[0]}
                same = not other and _known_series(found[0], question.series)
                return found[0] if same else ""
        elif not leads_back:
            return ""
    return ""


def held_in_talk(question: Question, context: Context, *, leads_back: bool = False) -> str:
    """Return what :func:`in_talk` does where the text of the decision is held; else empty."""
    number = in_talk(question, context, leads_back=leads_back)
    return number if number and _held(number, context) else ""


def _turns(memory: Memory) -> list[Moment]:
    """Return the last turns up to the one the conversation is at, which may be gone back to."""
    if memory.question is None:
        return []
    places = [n for n, turn in enumerate(memory.turns, 1) if turn.question is memory.question]
    return memory.turns[: places[-1]][-IN_TALK:] if places else [Moment.of(memory)]


def _of_decisions(turn: Moment) -> bool:
    named = turn.question is not None and bool(turn.question.decision)
    return named or turn.topic.startswith("decision") or turn.topic in _LISTS


def _named(turn: Moment, context: Context) -> list[str]:
    """Return the decisions a turn named, in its question, else in its answer.

    Of several in an answer those that are held are meant.
    """
    if turn.question is not None and turn.question.decision:
        return [turn.question.decision]
    if turn.answer is None:
        return []
    text = "\n".join([turn.answer.lead, *turn.answer.figures])
    named = list(dict.fromkeys(found.group().upper() for found in DECISION.finditer(text)))
    return named if len(named) < 2 else [one for one in named if _held(one, context)]


def _held(number: str, context: Context) -> bool:
    library = context.library
    return library is not None and decision_asked(library, "", number=number) is not None


def _known_series(number: str, series: tuple[str, ...]) -> bool:
    """Tell whether the series named are those in which a decision's position stood or stands."""
    known = {code for entry in numbered(number) for code in entry.all_series}
    return set(series) <= known
