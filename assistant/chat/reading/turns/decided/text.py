"""A message that asks on of what a decision says: a paragraph, a matter, who signed it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.named.decided.paragraphs import PARAGRAPH
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.decided.asking_on import RULING
from assistant.chat.reading.turns.decided.talk import held_in_talk
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

_NEXT = pattern(
    r"^\W*(?:(?:and|ok|then|now|so|please|show|give me|quote)\W+)*(?:the )?"
    r"(?:next|following|one after(?: (?:it|that))?)(?: (?:one|paragraph|para))?\W*$"
    r"|^\W*(?:go on|continue|read on)\W*$",
    re.IGNORECASE,
)
_BEFORE = pattern(
    r"^\W*(?:(?:and|ok|then|now|so|please|show|give me|quote)\W+)*(?:the )?"
    r"(?:(?:previous|preceding|last)(?: (?:one|paragraph|para))?|"
    r"(?:one|paragraph) (?:before|above)(?: (?:it|that))?)\W*$",
    re.IGNORECASE,
)
_SIGNED = pattern(
    r"^\W*(?:(?:and|so|ok)\W+)*who (?:signed|wrote|decided|issued|made) "
    r"(?:it|that|this|that one|the decision|the case)\b(?:,? and when)?\W*$"
    r"|^.{0,25}\b(?:judge|adjudicator|hearing officer|examiner)(?:'?s)? names?\W*$"
    r"|^\W*(?:(?:and|so|ok)\W+)*(?:what(?:'s| is| was)|who(?:'s| is| was)) (?:the )?"
    r"(?:name of the )?(?:judge|adjudicator|hearing officer|signer)\W*$",
    re.IGNORECASE,
)
_SAYS = pattern(
    r"^\W*(?:(?:and|so|ok|but)\W+)*what (?:did|does|do) "
    r"(?:it|they|opm|that one|(?:the|that) (?:decision|case|ruling)) (?:say|find|write|think|hold) "
    r"(?:about|on|of|regarding) (?P<what>\w[^?]{2,60}?)\W*$"
    r"|^\W*(?:(?:and|so|ok|but)\W+)*what about (?P<there>\w[^?]{2,60}?) "
    r"(?:in (?:it|that one|(?:the|that) (?:decision|case|ruling))|there)\W*$",
    re.IGNORECASE,
)


def of_text(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return what is asked of the text of a decision spoken of, as a whole question, or None."""
    text, memory = question.message, context.memory
    if question.decision or question.levels or memory.question is None:
        return None
    asked, said = PARAGRAPH.search(text), _SAYS.match(text)
    step = 1 if _NEXT.match(text) else -1 if _BEFORE.match(text) else 0
    here = PARAGRAPH.search(memory.question.message)
    if step and here is not None and memory.question.decision:
        return _paragraph(int(here["number"]) + step, memory.question.decision)
    signed = _SIGNED.match(text)
    if not (asked or said or signed) or question.factors or question.sections:
        return None
    number = held_in_talk(question, context, leads_back=True)
    if not number:
        return None
    if asked:
        return _paragraph(int(asked["number"]), number)
    if signed:
        return read(f"Who signed {number}?"), RULING
    assert said is not None  # noqa: S101 - one of the three was found
    return read(f"What did {number} say about {said['what'] or said['there']}?"), RULING


def _paragraph(which: int, number: str) -> tuple[Question, str]:
    return read(f"Quote paragraph {which} of {number}"), RULING
