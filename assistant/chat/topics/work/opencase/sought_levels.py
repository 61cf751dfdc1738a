"""What the open case asks for: the levels sought, what each would add, and the total."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import listed
from assistant.chat.answering.reckoning.arithmetic import tried
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.text import number
from core.errors import LevelError

_SOUGHT = re.compile(
    r"\b(?:sought|being sought|in dispute|in contention|disputed|contested|being asked for|"
    r"(?:am|are|is|do|does|did)\b.{0,30}\b(?:ask(?:ing)?|seek(?:ing)?|request(?:ing)?|"
    r"claim(?:ing)?|want(?:ing)?|"
    r"contest(?:ing)?|disput(?:e|ing))(?: for)?)\b|\b(?:asks|seeks|claims|requests|wants|"
    r"disputes|contests)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:now|record|current|present|as (?:it|is)|stands?)\b.{0,16}"
    r"\b(?:vs\.?|versus|against|and|or|compared (?:to|with))\b.{0,16}"
    r"\b(?:wanted|sought|asked|requested|what (?:i|she|he) (?:want|ask|seek)\w*)\b",
    re.IGNORECASE,
)
"""The total of record set beside the one sought."""
_WHICH = re.compile(
    r"\b(?:levels?|factors?|points?|grade|exactly|total|add up|in all)\b|^\W*(?:what|"
    r"which) (?:exactly )?(?:is|am|"
    r"are|does|do)\b.*\b(?:ask|seek|sought|request|claim|want|dispute|contest)",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:enough|would (?:need|reach|suffice)|smallest|least|alone|can (?:i|we|be|she|he|"
    r"an?)|may|appealable|"
    r"could|decision|help|hurt|back|standard|evidence|documents?|facts?|wins?|won|chance|odds|"
    r"should|if|"
    r"why|argu\w+|against|opm ask|met|meets?)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:
    text = question.message
    if context.case is not None and context.case.sought and _BESIDE.search(text):
        return not (question.levels or question.factors or question.decision)
    return bool(
        context.case is not None
        and context.case.sought
        and _SOUGHT.search(text)
        and _WHICH.search(text)
        and not _OTHER.search(text)
        and not question.decision
        and not question.levels
        and not question.factors
    )


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if context.case is None or context.opened is None or context.evaluation is None:
        return None
    case, now = context.case, context.evaluation
    grade = (
        f" The grade asked for is {case.requested.pay_plan}-{case.requested.grade}."
        if case.requested.grade is not None
        else ""
    )
    try:
        sought = context.opened.sought
        if not sought:
            return Answer(
                lead=f"**No level is sought in this case.**{grade}",
                next=("Say *I seek Level 2-5* to put one in.",),
            )
        each = [
            (level, tried(context.opened, context.levels, [level])) for level in sought.values()
        ]
        whole = tried(context.opened, context.levels, tuple(sought.values()))
    except LevelError:
        return None
    told = [f"Level {level} ({e.total - now.total:+,} points)" for level, e in each]
    lead = (
        f"**Sought: {listed(told)}; with all of it {number(whole.total)} points, {whole.grade}.** "
        f"As credited it stands at {number(now.total)} points, {now.grade}.{grade}"
    )
    asked = f"{case.requested.pay_plan}-{case.requested.grade}"
    if case.requested.grade is not None and whole.grade != asked:
        lead += f" All that is sought does not give {asked}."
    if context.opened.beyond:
        lent = listed([f"Level {level}" for level in context.opened.beyond.values()])
        lead += (
            f" The points of {lent} are the Primary Standard's: the edition held here does not "
            "describe what is asked for there."
        )
    return Answer(
        lead=lead,
        figures=tuple(
            f"Level {level} in place of {context.levels.get(level.rpartition('-')[0], 'none')}: "
            f"{number(e.total)} points, {e.grade}."
            for level, e in each
        ),
        next=("Ask *what would change the grade?* for what is enough.",),
        levels=tuple(sought.values())[:1],
    )


TOPIC = Topic(
    id="sought-levels",
    title="the levels sought in the open case",
    answer=_answer,
    needs=("case",),
    unlike=("levels", "decision"),
    sure=_sure,
)
