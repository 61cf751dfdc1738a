"""Filling in for somebody who is away does not count for the grade."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import guide_rule, mixed_rule
from assistant.chat.model import Answer, Context, Question, Topic, Words

_WHO = r"(?:colleague|co-?worker|boss|supervisor|chief|somebody|someone|she|he|they|another)"
_AWAY = re.compile(
    rf"\b(?:while|when|if|because|since|as|only)\b.{{0,16}}\b{_WHO}\b.{{0,16}}"
    r"\b(?:is|are|was|were|'s|goes|out)\b.{0,10}\b(?:out|away|sick|ill|absent|leave|vacation|off|gone)\b"
    rf"|\b{_WHO}\b.{{0,12}}\b(?:out sick|off sick|on (?:\w+ )?leave)\b"
    r"|\b(?:while|when|whenever|only) (?:the |my |our )?(?!i\b)\w+(?: \w+)? (?:is|was|are|were) "
    r"(?:out sick|on (?:\w+ )?leave|on vacation)\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\b(?:counts?|grade\w*|credit\w*|control\w*|rais\w*|higher|only|her work|his work|work)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    text = question.message
    named = question.levels or question.decision or question.percents or question.dates
    return bool(not named and _AWAY.search(text) and _COUNTS.search(text)) and not question.has(
        "appeal", "sign", "deadline", "represent", "file", "fmla"
    )


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    absence = mixed_rule("absence", "classifier-handbook", "only in the absence of another")
    never = mixed_rule("never-counts", "introduction", "carried out only in the absence of")
    boss = guide_rule("exclusion-temporary", "in the absence of another employee or is temporary")
    if question.has("supervis", "boss", "chief", "manager", "leader"):
        lead = (
            "**No: acting for a supervisor only while he or she is away does not count, "
            "neither for the grade nor as supervision.** Acting duties are not regular duties "
            "of your position; an official detail or temporary promotion is the tool for "
            "longer absences, and it ends with them."
        )
        words: tuple[Words, ...] = (absence, boss, never)
    else:
        lead = (
            "**No: what you do only while another employee is away is not considered for the "
            "grade of your position.** It can count once it is officially and regularly "
            "assigned to you as your own work."
        )
        words = (absence, never)
    return Answer(
        lead=lead,
        words=words,
        next=(
            (
                "Is it only during absences, or also when the other is there? Regular sharing "
                "is another matter."
            ),
            "For a long absence ask about an official detail or a temporary promotion.",
        ),
    )


TOPIC = Topic(
    id="absence-duties",
    title="work done while somebody is away",
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision", "percents"),
)
