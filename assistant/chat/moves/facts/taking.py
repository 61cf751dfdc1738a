"""What is told is taken down on request: "put that in", "add those to my case"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.model import Answer
from assistant.chat.moves import move_of
from assistant.chat.moves.facts.stating import EXAMPLE
from assistant.chat.moves.findings import ONCE
from assistant.chat.reading.exact import read
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Question

DO_SO = (
    r"(?:do|add|record|note|include|put|turn|make|enter|log|write) "
    r"(?:it|so|that|this|them|those|these|both|all (?:of )?that)"
    r"(?: (?:down|in|too|also|please|as well))*"
    r"(?: (?:to|in|into|as|on|with)(?: (?:an?|my|the))?(?: new| own)* "
    r"(?:case|file|record|facts?|list)| to what (?:you have|is there)| an? (?:new )?case)?"
)
"""What asks to take something down, or to make a case of it."""
ADD = pattern(
    r"^\W*(?:(?:please|ok(?:ay)?|yes|then|now|and|so|can you|could you|just)[\s,]+)*"
    r"(?!(?:do|turn|make)\b)(?=\w+ (?P<what>\w+))" + DO_SO + r"(?: please)?\W*$",
    re.IGNORECASE,
)
"""Asks to take down what was told, beside a mere yes."""
_AND_SO = pattern(r"^\W*(?:(?:and|but|so|ok(?:ay)?|also|well|oh|no|wait)\b[\s,]*)+", re.IGNORECASE)
_SEVERAL = ("them", "those", "these", "both")
_MOST = 2
"""How many messages "those" is said of."""
_FEWEST = 4
"""Words from which a message tells something."""


def told_last(engine: Conversation, question: Question) -> str:
    """Return what was told in the message before, or in the two before where both are meant."""
    asked = ADD.search(question.message)
    if asked is None or not engine.recording or engine.example:
        return ""
    told: list[str] = []
    right = {one.said: one.message for one in engine.memory.changes if one.said}
    for who, message in reversed(engine.history):
        if who != "human":
            continue
        message = right.get(message, message)  # noqa: PLW2901 - as it was put right
        said = read(message, today=engine.today)
        if said.asks or len(message.split()) < _FEWEST or move_of(said) is not None:
            break
        told.insert(0, _AND_SO.sub("", message).rstrip(" .;"))
        if asked["what"].lower() not in _SEVERAL or len(told) == _MOST:
            break
    return ". ".join(told)


def nothing_offered(engine: Conversation) -> Answer:
    """Say that there is nothing to add, and how a fact is told."""
    if not engine.recording:
        return Answer(lead=ONCE, kind="clarify")
    if engine.example:
        return Answer(lead=EXAMPLE, kind="clarify")
    return Answer(
        lead="Nothing is waiting to be added. Say it as a fact: *fact: I plan my own work.*",
        kind="clarify",
    )
