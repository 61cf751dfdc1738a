"""Several questions of one message in one answer: what is said to each first, then the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.chat.model import Answer
from assistant.text import escape

_SENTENCE = re.compile(r"(?<=[.!?])(?:\*\*)?\s+(?=[A-Z*])")
ROOM = 640
"""Characters of all leads together, so that each question is answered on the first screen."""


def together(answered: Sequence[tuple[str, Answer]], *, full: bool) -> Answer:
    """Return the answers to several questions as one, each lead with the question it is to.

    Args:
        answered: The questions, as they stand in the message, with their answers.
        full: Whether the message may have held more questions than these.
    """
    if len({answer.lead for _, answer in answered}) == 1:
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


def shortened(lead: str, room: int) -> tuple[str, str]:
    """Return the first sentences of a lead that fit, at least one, and what is left of it."""
    ends = [match.end() for match in _SENTENCE.finditer(lead)]
    fits = [end for end in ends if end <= room] or ends[:1]
    if len(lead) <= room or not fits:
        return lead, ""
    head, tail = lead[: fits[-1]].rstrip(), lead[fits[-1] :]
    if head.count("**") % 2:
        head, tail = f"{head}**", f"**{tail}"
    return head, tail
