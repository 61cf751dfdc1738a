"""A paragraph of a decision that is asked for by its number: its sentences, as they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.argue.evidence import decision_asked
from assistant.argue.selection import sentences
from assistant.chat.model import Answer, Context, Question, Words
from assistant.text import counted, escape
from index.language.late import pattern

if TYPE_CHECKING:
    from index.models import Passage

PARAGRAPH = pattern(r"\b(?:paragraph|para\.?|par\.)\s*(?P<number>\d{1,3})\b", re.IGNORECASE)
_ANCHOR = 8
"""Words by which a sentence is found again."""


def of_paragraph(question: Question, context: Context) -> Answer | None:
    """Return a paragraph of the decision that is named, or that it has none of the number."""
    asked, library = PARAGRAPH.search(question.message), context.library
    if asked is None or library is None or not question.decision or question.levels:
        return None
    decision = decision_asked(library, "", number=question.decision)
    if decision is None:
        return None
    name, wanted = escape(decision.told), int(asked["number"])
    held = library.passages(document=decision.document)
    found = [one for one in held if one.paragraph == wanted]
    if not found:
        last = max((one.paragraph or 0 for one in held), default=0)
        return Answer(
            lead=f"**{name} has no paragraph {wanted}: it ends with paragraph {last}.**",
            next=("Name another paragraph, or a factor of the decision.",),
        )
    said = [words for one in found for words in _sentences(one)]
    about = f", under “{escape(found[0].heading[-1])}”" if found[0].heading else ""
    return Answer(
        lead=f"**Paragraph {wanted} of {name}{about}, {counted(len(said), 'sentence')}.**",
        words=tuple(said),
        next=("Ask *and the next one?* for the paragraph after it.",),
    )


def _sentences(passage: Passage) -> list[Words]:
    return [
        Words(
            ours="In the decision's words.",
            passage=passage.id,
            anchor=" ".join(one.text.split()[:_ANCHOR]),
        )
        for one in sentences(passage.text)
    ]
