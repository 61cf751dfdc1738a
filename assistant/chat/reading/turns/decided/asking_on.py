"""What is asked on of a decision talked of for several turns.

"And what had he wanted there?" names neither the decision nor the factor; both are those of the
last turns. Whoever speaks of himself, or of another decision, has left the talk.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.argue.evidence import decision_asked
from assistant.chat.answering.named.decided.missed import ONE_MORE
from assistant.chat.answering.named.decided.particulars import (
    LANDED,
    REFUSED,
    SUMMED_UP,
    WANTED,
    asks_particular,
)
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.decided.talk import held_in_talk, speaks_of_them
from assistant.chat.reading.turns.values import factors_of
from index.language.late import pattern
from index.models import base_level

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question
    from index.models import DecisionFactor

PARTICULARS = "decision-particulars"
RULING = "decision-ruling"
LONGEST = 14
"""Words beyond which a message says for itself what it is about."""
FEW = 4
"""Words up to which a message is only the name of what it asks of."""
_IN_GENERAL = pattern(
    r"\byou\b|\b(?:can|could|may|must|should|do|does|would|will|am|are) "
    r"(?:i|we|you|my|one|people|agencies|employees|my agency)\b|\b(?:i|we|my|our|mine)\b|"
    r"\b(?:usually|normally|in general|ever|always)\b|"
    r"\b(?:other|another|more|any) (?:decisions?|cases?|appeals?)\b",
    re.IGNORECASE,
)
"""What speaks of the reader or of the rules, not of the decision."""
_OWN = pattern(r"\b(?:my|mine|our)\b", re.IGNORECASE)
_WHOLE = pattern(
    r"\b(?:to be|job|position|title|series|grade|overall|all in all|13|12|11|14)\b", re.IGNORECASE
)
_WHY_NOT = pattern(
    r"\bwhy\b.{0,12}\b(?:not\b|\w+n'?t\b|no\b|only\b|just\b)|\bwhat (?:was|were) (?:lacking|"
    r"missing|short|wanting)\b|\bwhat did (?:he|she|they) (?:lack|miss)\b|"
    r"\b(?:why|what)\b.{0,20}\b(?:refus\w*|turned down|denied|rejected)"
    r"(?: (?:it|that|him|her))?(?: (?:for|over))?\W*$",
    re.IGNORECASE,
)
_PEOPLE = pattern(
    r"\b(?:he|she|him|her|his|opm|appellant|that (?:guy|man|woman|person))\b|"
    r"^\W*(?:(?:and|so|but|ok)\W+)*(?:did|were|was|had|what did|"
    r"(?:who|when|how|where) (?:had|did|was|were)) (?:they|it|that|the|certif\w*|written)\b",
    re.IGNORECASE,
)
_REPORT = pattern(r"\b(?:compliance report|(?:has|have|had|agency) to report)\b", re.IGNORECASE)
_CARRIED_OUT = pattern(r"\b(?:t(?:ake|akes|ook|aken) effect|effective)\b", re.IGNORECASE)
"""Asks when a decision took effect."""
_PAY = pattern(
    r"\b(?:he|she|they|his|her|their|appellant\w*)\b.*\b(?:pay|paid|salary|money|paycheck|"
    r"(?:grade|pay) retention)\b|\b(?:pay|grade) retention\b.*\b(?:him|her|them)\b",
    re.IGNORECASE,
)
"""Asks what became of the pay of the appellant, who may keep the old grade for a time."""
_WORTH = pattern(
    r"\bhow many points (?:did|was|were|is|are|for|does)\b(?!.*\b(?:in all|all told|total|"
    r"altogether|together|sum|overall)\b)|\b(?:got|given|credited|instead|that)\b.{0,12}"
    r"\bpoints\b|^\W*(?:and |so )*(?:in )?points\W*$",
    re.IGNORECASE,
)
"""Asks for the points of the level that was credited on the factor talked of."""
_INQUIRY = "decision-inquiry"
_TOO = pattern(r"\b(?:too|also|as well|and)\b", re.IGNORECASE)
_DESCRIPTION = pattern(r"\b(?:pd|(?:position|job) description)\b", re.IGNORECASE)
_ASKS_OF = pattern(r"^\W*(?:and |so |but |ok )*(?:who|what|which|where|how|the)\b", re.IGNORECASE)
_APART = pattern(
    r"\bhow many (?:more |fewer )?points\b.{0,30}\b(?:other|higher|next|that) (?:one|level)\b|"
    r"\bhow many (?:more|fewer) points\b",
    re.IGNORECASE,
)
_THAT_LEVEL = pattern(
    r"^(?!.*\b(?:more|another|single|any) level).*\b(?:that|it|the other|this)\b", re.IGNORECASE
)
_BESIDE = pattern(
    r"^\W*(?:(?:and|so|then|ok|now|what about|how about|how did|what of)\W+)*(?:the )?"
    r"(?:(?P<up>next|following)(?: one| factor)?|(?:one|factor) (?:right |just )?"
    r"(?:(?P<after>after|below)|before|above)(?: (?:that|it))?|(?:previous|preceding)(?: one|"
    r" factor)?)(?: (?:go|too|then|come out))*\W*$",
    re.IGNORECASE,
)
"""Asks for the factor next to the one spoken of."""
_THEM = pattern(r"\b(?:they|them|those|these|it|that)\b", re.IGNORECASE)


def of_particulars(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return what is asked on of the decision talked of, with its topic; None otherwise."""
    text = question.message
    number = held_in_talk(question, context)
    if not number or question.decision:
        return None
    if SUMMED_UP.search(text) and not _OWN.search(text):
        return read(f"{number} summed up in a few sentences?"), PARTICULARS
    if question.first_person or len(text.split()) > LONGEST:
        return None
    if _IN_GENERAL.search(text) or question.points or question.percents:
        return None
    if question.levels:
        return _with_level(question, number, context)
    if _REPORT.search(text):
        return read(f"How long did the agency have for its compliance report in {number}?"), ""
    if _CARRIED_OUT.search(text):
        return read(f"When must {number} be carried out?"), "decision-facts"
    if (beside := _beside(text, number, context)) is not None:
        return beside
    if _PAY.search(text):
        return read(f"Could he keep the old grade for a while after {number}?"), ""
    named = question.factors or (factors_of(text) if len(text.split()) <= FEW + 2 else ())
    factor = named[0] if len(named) == 1 else ""
    spoken_of = speaks_of_them(text) or len(text.split()) <= FEW or REFUSED.search(text)
    if not (factor or spoken_of):
        return None
    spoken = factor or _factor_in_talk(context)
    record = _record(number, spoken, context)
    if _THAT_LEVEL.search(text) and ONE_MORE.search(text) and record and record.rejected:
        level = base_level(record.rejected[-1])
        return read(f"Would {level} have made a difference in {number}?"), PARTICULARS
    if record is not None and record.rejected and record.credited and _APART.search(text):
        one, other = base_level(record.credited), base_level(record.rejected[-1])
        return read(f"How many points between Level {one} and Level {other}?"), "level-points"
    if record is not None and _WORTH.search(text):
        return read(f"What did {number} decide on Factor {spoken}?"), RULING
    if WANTED.search(text):
        of_it = "" if not factor and _WHOLE.search(text) else spoken
        on = f" on Factor {of_it}" if of_it else ""
        return read(f"What had the appellant in {number} asked for{on}?"), PARTICULARS
    if record is not None and record.rejected and _WHY_NOT.search(text):
        return read(f"Why did {number} not credit Level {record.rejected[-1]}?"), ""
    if record is not None and LANDED.search(text) and not _WHOLE.search(text):
        return read(f"What did {number} decide on Factor {spoken}?"), RULING
    if factor:
        return read(f"What did {number} decide on Factor {factor}?"), RULING
    if asks_particular(text):
        return replace(question, decision=number, asks=True), PARTICULARS
    if context.memory.topic == _INQUIRY and len(text.split()) <= FEW + 2 and _TOO.search(text):
        return read(f"Did OPM interview {text.strip(' ?.!')} for {number}?"), _INQUIRY
    if _DESCRIPTION.search(text):
        return read(f"Was the position description found adequate in {number}?"), "decision-facts"
    of_work = _THEM.search(text) and _ASKS_OF.search(text) and not _WHOLE.search(text)
    if record is not None and of_work:
        made = read(f"{number} on the work, Factor {spoken}: {text}")
        return replace(made, factors=(spoken,)), PARTICULARS
    return None


def _beside(text: str, number: str, context: Context) -> tuple[Question, str] | None:
    """Return what a decision said of the factor after or before the one asked for last."""
    found, before = _BESIDE.search(text), context.memory.question
    if found is None or before is None or len(before.factors) != 1 or before.levels:
        return None
    factor = str(int(before.factors[0]) + (1 if found["up"] or found["after"] else -1))
    if _record(number, factor, context) is None:
        return None
    return read(f"What did {number} decide on Factor {factor}?"), RULING


def _with_level(question: Question, number: str, context: Context) -> tuple[Question, str] | None:
    """Return what one level would have made of the decision talked of: "and with 2-5?"."""
    before = context.memory.question
    goes_on = before is not None and ONE_MORE.search(before.message) is not None
    goes_on = goes_on and len(question.message.split()) <= FEW
    if len(question.levels) != 1 or not (goes_on or ONE_MORE.search(question.message)):
        return None
    return read(f"Would {question.levels[0]} have made a difference in {number}?"), PARTICULARS


def of_people(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return what else is asked of the people of the decision talked of, with its number."""
    text = question.message
    if question.first_person or len(text.split()) > LONGEST or _IN_GENERAL.search(text):
        return None
    number = ""
    if _PEOPLE.search(text):
        number = question.decision or held_in_talk(question, context)
    if not number:
        return None
    return replace(read(f"{number}: {text}", today=context.today), asks=True, whole=True), ""


def _factor_in_talk(context: Context) -> str:
    """Return the factor that the last answer was about; empty when it was about none."""
    before, last = context.memory.question, context.memory.answer
    for found in (before, last):
        if found is not None and len(found.factors) == 1:
            return found.factors[0]
    last_named = context.memory.factors
    return last_named[0] if len(last_named) == 1 else ""


def _record(number: str, factor: str, context: Context) -> DecisionFactor | None:
    library = context.library
    decision = None if library is None else decision_asked(library, "", number=number)
    rows = () if decision is None else decision.factors
    return next((one for one in rows if str(one.factor) == factor), None)
