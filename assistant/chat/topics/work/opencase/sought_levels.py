"""What the open case asks for: the levels sought, what each would add, and the total."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import listed
from assistant.chat.answering.reckoning.arithmetic import tried
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.turns.values import factors_of
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


_MINE = re.compile(
    r"\b(?:am|are|do|did|was|were) (?:i|we|she|he|they)\b.{0,20}\b(?:ask(?:ing)?(?: for)?|"
    r"seek(?:ing)?|claim(?:ing)?|want(?:ing)?|after|request(?:ing)?)\b|\bsought\b",
    re.IGNORECASE,
)
_LONGEST = 14
"""Words beyond which a message tells more than it asks."""


def _factor(question: Question, context: Context) -> str:
    """Return the one factor on which it is asked what is sought; empty for another question."""
    text = question.message
    if context.case is None or question.levels or question.decision or question.points:
        return ""
    if not _MINE.search(text) or _OTHER.search(text) or len(text.split()) > _LONGEST:
        return ""
    named = question.factors or factors_of(text)
    return named[0] if len(named) == 1 else ""


def _on_factor(factor: str, context: Context) -> Answer | None:
    """Return what is sought on one factor, what stands there, and what it would add alone."""
    if context.opened is None or context.evaluation is None:
        return None
    stands, level = context.levels.get(factor, ""), context.opened.sought.get(factor, "")
    if not level:
        held = f"Level {stands} stands there" if stands else "no level stands there"
        return Answer(
            lead=f"**Nothing is sought on Factor {factor}: {held}.** What is sought is "
            f"{listed([f'Level {one}' for one in context.opened.sought.values()]) or 'nothing'}.",
            next=(f"Say *I seek Level {factor}-…* to put one in.",),
            levels=(stands,) if stands else (),
            factors=(factor,),
        )
    try:
        alone = tried(context.opened, context.levels, [level])
    except LevelError:
        return None
    more = alone.total - context.evaluation.total
    return Answer(
        lead=(
            f"**Level {level} is sought on Factor {factor}; {stands or 'no level'} stands.** "
            f"Credited alone it adds {number(more)} points: {number(alone.total)}, {alone.grade}."
        ),
        next=(f"Ask *does my case meet Level {level}?* for what speaks for and against it.",),
        levels=(level,),
        factors=(factor,),
    )


def _sure(question: Question, context: Context) -> bool:
    text = question.message
    if _factor(question, context):
        return True
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


def _answer(question: Question, context: Context) -> Answer | None:
    if factor := _factor(question, context):
        return _on_factor(factor, context)
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
