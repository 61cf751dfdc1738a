"""When something happened that the open case's facts tell with its day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.dates import named_days
from assistant.chat.reading.of_case import facts_named
from assistant.text import escape, in_words

if TYPE_CHECKING:
    from datetime import date

    from core.model import Fact

_WHEN = re.compile(
    r"\b(?:when|what (?:day|date)|which (?:day|date)|on what|since when|date of|how long ago)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:did|was|were|got|came|arriv\w+|reach\w*|receiv\w+|happen\w*|start\w*|began|begin|took|"
    r"sent|dated?|signed|get|come|has|have|is|are)\b",
    re.IGNORECASE,
)
_OTHER = (
    *("deadline", "last day", "must", "should", "have to", "how long do", "can i", "may i", "if "),
    *(
        "will",
        "would",
        "effective date of an",
        "retention",
        "two years",
        "run out",
        "when is",
        "opm",
    ),
    *("when do", "when does", "decision date"),
)


def _dated(question: Question, context: Context) -> list[tuple[Fact, date]]:
    """Return the facts that share telling words with a question and tell a day, with the day."""
    if context.case is None:
        return []
    found = []
    for fact in facts_named(question.message, context.case):
        days = named_days(fact.text, context.today)
        if days:
            found.append((fact, days[0][2]))
    return found


def _asks(question: Question, context: Context) -> bool:
    text = question.message
    if context.case is None or (question.first_person and not context.own):
        return False
    if question.decision or question.dates or question.levels or question.has(*_OTHER):
        return False
    return bool(_WHEN.search(text) and _PAST.search(text))


def _sure(question: Question, context: Context) -> bool:
    return _asks(question, context) and bool(_dated(question, context))


def _answer(question: Question, context: Context) -> Answer | None:
    if not _asks(question, context):
        return None
    found = _dated(question, context)
    if not found:
        return None
    (fact, when), rest = found[0], found[1:3]
    source = f" ({escape(fact.source)})" if fact.source else ""
    return Answer(
        lead=f"**{in_words(when)}.** The case states: *{escape(fact.text)}*{source}",
        figures=tuple(f"{in_words(d)}: *{escape(f.text)}*" for f, d in rest),
        whose="Other days the case tells of",
        next=("Ask *what is my deadline?* for the days that count.",),
    )


TOPIC = Topic(
    id="dates-in-case",
    title="when something told in the case happened",
    answer=_answer,
    needs=("case",),
    unlike=("levels", "points", "decision"),
    order=55,
    sure=_sure,
)
