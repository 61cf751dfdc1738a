"""Leave, benefits, retirement, resignation: other offices."""

from __future__ import annotations

import re

from assistant.chat.answering.fields import asks_of_grading
from assistant.chat.answering.kit import decline
from assistant.chat.model import Answer, Context, Question, Topic

_PENSION = re.compile(
    r"\b(?:pensions?|annuit\w+|fers|csrs|tsp|thrift savings|retirement (?:pay|benefits?|income|"
    r"date|"
    r"eligib\w+|calculat\w+)|high[- ](?:3|three)|fehb|fegli)\b",
    re.IGNORECASE,
)
_TAXES = re.compile(
    r"\b(?:do|file|prepare|fill (?:in|out)|help (?:me )?with) (?:my|our|his|her|the)\b.{0,16}"
    r"\b(?:tax(?:es)?|tax returns?|w-?[24]|1040)\b",
    re.IGNORECASE,
)
_KEPT = re.compile(r"\b(?:retain\w*|retention|saved|keep\w* (?:my|the) grade)\b", re.IGNORECASE)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether a pension or a benefit is asked of; a kept grade is of the field."""
    text = question.message
    if _TAXES.search(text):
        return True
    return bool(_PENSION.search(text) and not _KEPT.search(text) and not asks_of_grading(text))


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return decline(
        "This program does not know leave, benefits, retirement, overtime, taxes or resignation: "
        "your personnel office and opm.gov do.",
        "It can say what a lowered or raised grade does to the grade and pay you keep, and how "
        "to contest a classification.",
    )


TOPIC = Topic(
    id="benefits",
    title="leave, benefits, retirement and resignation",
    answer=_answer,
    sure=_sure,
    unlike=(
        "levels",
        "factors",
        "points",
        "decision",
    ),
)
