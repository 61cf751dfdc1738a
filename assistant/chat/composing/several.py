"""Several questions of one message in one answer: what is said to each first, then the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.chat.composing.layout import shortened
from assistant.chat.model import Answer
from assistant.chat.reading.exact import read
from assistant.chat.reading.parts import alternatives
from assistant.chat.reading.turns.together import EMPTY
from assistant.text import escape

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation

_TO_UNION = re.compile(
    r"\b(?:go(?:ing)? (?:to|through)|turn to|call|contact|see) (?:the|my|our) union\b",
    re.IGNORECASE,
)
_HOW_SOON = frozenset(["right", "away", "now", "first", "directly", "instead", "once", "later"])
"""Words that name no subject beside an alternative."""
CLEAR = 0.7
"""Likeness of the nearest way of asking from which half of a question is one by itself."""
STEM = 5
"""Letters by which a word is known in its forms."""
ROOM = 640
"""Characters of all leads together, so that each question is answered on the first screen."""


def together(answered: Sequence[tuple[str, Answer]], *, full: bool) -> Answer:
    """Return the answers to several questions as one, each lead with the question it is to.

    Args:
        answered: The questions, as they stand in the message, with their answers.
        full: Whether the message may have held more questions than these.
    """
    if len({answer.lead.partition(".")[0] for _, answer in answered}) == 1:
        # One answer is to all of them.
        return answered[0][1]
    share = ROOM // len(answered)
    leads, rest = [], []
    for number, (text, answer) in enumerate(answered, start=1):
        head, tail = shortened(answer.lead, share - len(text))
        leads.append(f"**{number}. {escape(text)}** {head}")
        if tail:
            rest.append(f"**{number}.** {tail}")
    if full:
        leads.append("*If there was more in your message, ask it again by itself.*")
    answers = [answer for _, answer in answered]
    kinds = [answer.kind for answer in answers]
    last = answers[-1]
    return Answer(
        lead="\n\n".join(leads),
        kind="answer" if "answer" in kinds else kinds[0],
        words=tuple(dict.fromkeys(w for a in answers for w in a.words[:1])),
        figures=tuple(line for a in answers if not a.whose for line in a.figures[:2]),
        next=tuple(dict.fromkeys(step for a in answers for step in a.next[:1])),
        more=(*rest, *(block for a in answers for block in a.more)),
        missing=tuple(dict.fromkeys(fact for a in answers for fact in a.missing)),
        levels=last.levels,
        factors=last.factors,
        argue=last.argue,
        standard=last.standard,
    )


def either(engine: Conversation, text: str, whole: Answer) -> Answer | None:
    """Return the answers to both questions of "Should I appeal or go to the union?".

    None when there are no two, or the answer to the whole speaks of both.
    """
    both = alternatives(text)
    if both is None:
        return None
    context = engine.context()
    # What a union does about a grade, beside an appeal, is to grieve it.
    asked = [_TO_UNION.sub("file a grievance with the union", one) for one in both]
    chosen = [engine.chooser.choose(read(one, today=engine.today), context) for one in asked]
    if len({one.topic for one in chosen}) < 2 or any(c.answer.kind != "answer" for c in chosen):
        return None
    if any(one.near < CLEAR for one in chosen):
        # "Should I stay quiet?" is no question by itself: its answer would be to another.
        return None
    # Statements beside the first are named, not answered.
    lead = whole.lead.partition("\n")[0].lower()
    if all(any(word[:STEM] in lead for word in own) for own in _own_words(*both)):
        return None
    return together([(q, c.answer) for q, c in zip(both, chosen, strict=True)], full=False)


def _own_words(one: str, other: str) -> tuple[set[str], set[str]]:
    """Return the words that name the subject of each of two questions and not of the other."""
    idle = EMPTY | _HOW_SOON
    words = [set(re.findall(r"[a-z]{3,}", text.lower())) - idle for text in (one, other)]
    return words[0] - words[1], words[1] - words[0]
