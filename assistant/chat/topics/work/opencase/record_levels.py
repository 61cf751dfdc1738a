"""The levels of record of the open case, with their points, the total and the grade."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import listed
from assistant.chat.answering.reckoning.arithmetic import tried
from assistant.chat.composing.layout import factor_table
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.text import number
from core.errors import LevelError

_RECORD = re.compile(
    r"\bgrade (?:does|do|did) (?:he|she|i|they|the \w+) hold\b|\blevels\b.{0,20}\badd up\b|"
    r"\b(?:on|of) (?:the )?record\b|\bas (?:it|the job|"
    r"the position) (?:is )?(?:now )?(?:rated|stands)\b"
    r"|\b(?:agency|hr|personnel|classifier)(?:'s)?\b.{0,30}\b(?:rating|levels?|evaluation|points|"
    r"credited|"
    r"gave|assigned|credit)\b|\b(?:levels?|factors?)\b.{0,30}\b(?:rated|evaluated|stand) (?:now|at "
    r"present|today|currently)\b|\bcurrent (?:factor )?(?:levels|evaluation|rating)\b",
    re.IGNORECASE,
)
_MATTER = re.compile(
    r"\b(?:levels?|factors?|points?|total|grade|rating|evaluation|record)\b", re.IGNORECASE
)
_OTHER = (
    *("sought", "seek", "ask", "claim", "want", "request", "disput", "contest", "if "),
    *("decision", "appeal record", "paper", "file", "document", "official", "access"),
)


def _sure(question: Question, context: Context) -> bool:
    return bool(
        context.evaluation
        and _RECORD.search(question.message)
        and _MATTER.search(question.message)
        and not question.factors
        and not question.has(*_OTHER)
    )


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if context.case is None or context.opened is None or context.evaluation is None:
        return None
    try:
        record = tried(context.opened, context.opened.record, ())
    except LevelError:
        return None
    levels = listed([factor.level for factor in record.factors])
    lead = (
        f"**On record: Levels {levels}, {number(record.total)} points, {record.grade}.** They "
        f"are the "
        "levels the case file states, normally the agency's evaluation."
    )
    held = context.case.current
    if held.grade is not None and f"{held.pay_plan}-{held.grade}" != record.grade:
        lead += f" The grade held is {held.pay_plan}-{held.grade}."
    if context.evaluation.total != record.total:
        lead += (
            f" With what has been found since, the core credits {number(context.evaluation.total)} "
            f"points, {context.evaluation.grade}."
        )
    return Answer(
        lead=lead,
        figures=(factor_table(record, context.case.sought),),
        next=("Ask *which levels are sought?* for what is asked beyond them.",),
    )


TOPIC = Topic(
    id="record-levels",
    title="the levels of record in the open case",
    answer=_answer,
    needs=("case",),
    unlike=("levels", "factors", "decision"),
    sure=_sure,
)
