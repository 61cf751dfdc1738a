"""What a person has found on the criteria of the open case, with the evidence for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import listed
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.of_case import of_the_case
from assistant.text import capital, escape

if TYPE_CHECKING:
    from core.model import Case, Finding

_FOUND = re.compile(
    r"\bfindings?\b|\b(?:find|found|decided?|determined?|ruled|concluded?|settled|answered|"
    r"checked|looked (?:at|into))\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:what|which|who|has|have|any|anybody|anyone|did|is there|are there|was|were|show|list)\b",
    re.IGNORECASE,
)
_OTHER = (
    *("opm", "decisions", "decision", "standard", "document", "where can", "how do", "how is"),
    *("deadline", "appeal", "fact", "facts", "would", "find out", "should"),
)
_ANSWERS = {
    "met": "met",
    "not_met": "not met",
    "exceeded": "exceeded",
    "unknown": "looked into, but left open",
}


def _sure(question: Question, context: Context) -> bool:
    text = question.message
    if not of_the_case(question, context) or question.has(*_OTHER):
        return False
    if context.case is None or not (_FOUND.search(text) and _ASKED.search(text)):
        return False
    if context.case.findings and (question.levels or question.factors):
        return True
    named = bool(
        re.search(r"\bfindings?\b|\b(?:classifier|hr|anybody|anyone) ", text, re.IGNORECASE)
    )
    return named and (bool(context.case.findings) or "finding" in text.lower())


def _answer(question: Question, context: Context) -> Answer | None:
    case = context.case
    if case is None or not _FOUND.search(question.message):
        return None
    if not case.findings:
        return Answer(
            lead="**No finding is recorded in this case yet:** no criterion of a level was found "
            "met or not met, so the levels of record stand.",
            next=("Ask *what is still open?* for the criteria that wait for one.",),
        )
    found = _asked(question, case)
    about = listed([f"Level {one}" for one in question.levels])
    if not found:
        return Answer(
            lead=f"**No: on {about or 'that'} nothing has been found yet.** "
            f"Found so far: {'; '.join(_told(one, context) for one in case.findings[:3])}.",
            levels=question.levels[:1],
        )
    told = ". ".join(_told(one, context) for one in found[:3])
    level = found[0].aspect.partition(".")[0]
    credited = context.levels.get(level.rpartition("-")[0], "")
    ends = f" The core credits Level {credited}." if credited else ""
    shown = [
        f"{_name(one, context)}: *{escape(e.text)}*"
        + (f" ({escape(e.source)})" if e.source else "")
        for one in found
        for e in one.evidence
    ]
    return Answer(
        lead=f"**{capital(told)}.**{ends}",
        figures=tuple(shown[:5]),
        whose="What was named as evidence",
        next=(f"Ask *argue Level {level}* for what speaks for and against.",),
        levels=(level,),
        factors=(level.rpartition("-")[0],),
    )


def _asked(question: Question, case: Case) -> list[Finding]:
    """Return the findings on the level, the factor or the criterion named; all when none is."""
    found = list(case.findings)
    if question.levels:
        found = [f for f in found if f.aspect.partition(".")[0] in question.levels]
    elif question.factors:
        found = [f for f in found if f.aspect.partition("-")[0] in question.factors]
    # "the review part" names 2-5.review.
    named = [f for f in found if question.has(f.aspect.partition(".")[2][:6].lower() or "\x00")]
    return named or found


def _name(finding: Finding, context: Context) -> str:
    level, _, key = finding.aspect.partition(".")
    standard = None if context.opened is None else context.opened.standard
    for factor in () if standard is None else standard.factors:
        for one in factor.levels:
            for aspect in one.aspects if one.level == level else ():
                if aspect.id == finding.aspect:
                    return f"{escape(aspect.name)} ({finding.aspect})"
    return f"{level}, {escape(key)}"


def _told(finding: Finding, context: Context) -> str:
    by = f" (found by: {escape(finding.by)})" if finding.by else ""
    return f"{_name(finding, context)} is {_ANSWERS[finding.answer]}{by}"


TOPIC = Topic(
    id="findings-made",
    title="what has been found on the criteria of the open case",
    answer=_answer,
    needs=("case",),
    likes=("levels",),
    unlike=("decision",),
    order=35,
    sure=_sure,
)
