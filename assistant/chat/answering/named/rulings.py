"""A decision asked of: which one is meant, and what our statements say of a matter in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import documents

if TYPE_CHECKING:
    from assistant.chat.answering.longtail import Statements
    from assistant.chat.model import Answer, Question

RULING = "decision-ruling"
"""The topic that quotes a decision on a matter."""
IN_ITS_WORDS = "in the words below"
"""What stands in its lead where the sentences found are all there is to say."""
LEAST = 0.5
"""Likeness from which a statement of the decision asked of is about the matter."""
BESIDE = 0.9
"""Share of the nearest statement's score from which a second one is said with it."""
_OF_DECISION = ("case", "decision", "ruling", "ruled", "appellant", "appeal")
_FRAME = re.compile(
    r"\bC-\d{4}-[\d-]+|\b(?:(?:in|of|by) )?(?:that|the) (?:\d{4} )?border patrol(?: \w+)? "
    r"(?:case|decision|appeal|ruling)\b|\bopm\b|\b(?:did|was|were|does) the appellant\b",
    re.IGNORECASE,
)
"""Words that say of which decision a question is, and nothing of its matter."""


def with_decision(question: Question) -> Question:
    """Return a question with the number of the decision that it speaks of by other words."""
    if question.decision or not question.has(*_OF_DECISION):
        return question
    for key, known in documents().items():
        if known.called and question.has(*known.called):
            return replace(question, decision=key.upper())
    return question


def said_of_ruling(
    answer: Answer, question: Question, known: Statements, vector: Callable[[str], list[float]]
) -> Answer:
    """Return what our statements say of a matter in a decision, before the words found for it."""
    key = question.decision.lower()
    if key not in documents() or IN_ITS_WORDS not in answer.lead:
        return answer
    plain = " ".join(_FRAME.sub(" ", question.message).split())
    near = known.nearest(replace(question, message=plain), vector(plain), source=key)
    if not near or near[0].likeness < LEAST:
        return answer
    said = [one.said for one in near[:2] if one.score >= BESIDE * near[0].score]
    also = "".join(f" {one.text}" for one in said[1:])
    return replace(
        answer,
        lead=f"**{question.decision}: {said[0].text}**{also} *(our words for what it says)*",
        words=(*(one.words() for one in said), *answer.words[:1]),
    )
