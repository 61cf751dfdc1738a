"""When the personnel action of the open case took effect, and which grade it took away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.procedure import case_action
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.dates import named_days
from assistant.chat.reading.exact import read
from assistant.text import escape, in_words

if TYPE_CHECKING:
    from datetime import date

    from core.model import Fact

_WHEN = re.compile(
    r"\b(?:when|how long ago|"
    r"what (?:day|date)|which (?:day|date)|on what|effective date|date of)\b",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"\b(?:action|downgrad\w*|lower\w*|reclassif\w*|sf[- ]?50|demot\w*|reduc\w+|cut|changed?)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:did|was|were|took|happened|effective date|dated|date of|became)\b", re.IGNORECASE
)
_BEFORE = re.compile(
    r"\bgrade\b.*\b(?:before|previous\w*|prior|earlier|formerly|used to)\b"
    r"|\b(?:before|previous|prior|former|old|earlier|original)\b.*\bgrade\b",
    re.IGNORECASE,
)
_TAKEN = re.compile(r"\b(?:took|take|taken)\b.{0,20}\b(?:away|it|grade|effect)\b", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:tell|told|notif\w+|notice|inform\w*|hear|heard|letter)\b", re.IGNORECASE)
_NOTICE = re.compile(r"\b(?:notice|notif\w+|told|letter|informed)\b", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:what|which)\b.{0,20}\b(?:hold|held|have|had|was|were)\b.{0,16}\bbefore\b", re.IGNORECASE
)
_OTHER = (
    *(
        "decision",
        "opm",
        "certificate",
        "appeal",
        "retention",
        "retain",
        "deadline",
        "how long do",
        "how long have",
        "how long is",
    ),
    *("last day", "if ", "keep", "back ", "would"),
)


def _sure(question: Question, context: Context) -> bool:
    text = question.message
    if context.case is None or question.decision or question.dates or question.has(*_OTHER):
        return False
    acted = _ACTION.search(text) or _TAKEN.search(text)
    when = _WHEN.search(text) and acted and _PAST.search(text)
    told = _asks_notice(text) and _notice(context) is not None
    before = _BEFORE.search(text) or _HELD.search(text)
    return bool(when or told or before) and case_action(context) is not None


def _asks_notice(text: str) -> bool:
    return bool(_WHEN.search(text) and _TOLD.search(text) and _PAST.search(text))


def _notice(context: Context) -> tuple[Fact, date] | None:
    """Return the fact that says when the notice came, with the day that stands after it."""
    for fact in () if context.case is None else context.case.facts:
        for said in _NOTICE.finditer(fact.text):
            after = [
                d for start, _, d in named_days(fact.text, context.today) if start > said.end()
            ]
            if after:
                return fact, after[0]
    return None


def _answer(question: Question, context: Context) -> Answer | None:
    if context.case is None:
        return None
    found = case_action(context)
    if found is None:
        if not (_WHEN.search(question.message) or _BEFORE.search(question.message)):
            return None
        return Answer(
            lead="**The case does not say: none of its facts names a personnel action and "
            "its day.** "
            "The SF-50 does, in its effective date and its from and to blocks.",
            next=("State it as a fact, such as *the SF-50 took effect on May 3*.",),
            missing=("the effective day of the personnel action", "the grade before it"),
        )
    notice = _notice(context)
    if notice is not None and _asks_notice(question.message):
        return Answer(
            lead=f"**The notice came on {in_words(notice[1])}; the action took effect on "
            f"{in_words(found[1])}.** The case states: *{escape(notice[0].text)}*",
            next=("Ask *can the lost pay be had back?* for the days that count.",),
        )
    fact, day = found
    before = _before(fact, context)
    now = context.case.current
    lead = f"**It took effect on {in_words(day)}.** "
    if before is not None:
        lead += f"**The grade before was {now.pay_plan}-{before}"
        lead += f"; it is {now.pay_plan}-{now.grade} since.** " if now.grade else ".** "
    else:
        lead += "The case does not state the grade before. "
    source = f" ({escape(fact.source)})" if fact.source else ""
    return Answer(
        lead=f"{lead}The case states: *{escape(fact.text)}*{source}",
        next=("Ask *can the lost pay be had back?* for the days that count from it.",),
    )


def _before(fact: Fact, context: Context) -> int | None:
    """Return the grade a fact, or else the case's question, names beside the one held."""
    assert context.case is not None  # noqa: S101 - checked by the caller
    held = context.case.current.grade
    for text in (fact.text, context.case.question, *(f.text for f in context.case.facts)):
        named = [grade for grade in read(text).grades if grade != held]
        if named:
            return named[0]
    return None


TOPIC = Topic(
    id="action-and-grade-before",
    title="when the case's personnel action took effect and the grade before it",
    answer=_answer,
    needs=("case",),
    unlike=("levels", "factors", "decision", "dates"),
    sure=_sure,
)
