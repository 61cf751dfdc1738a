"""What the open case's facts say on one factor, with the level of record and the level sought."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import level_of, level_words, listed, points_of, primary
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.chat.reading.pulls import facts_on, pulls
from assistant.text import escape
from core.errors import LevelError

if TYPE_CHECKING:
    from core.model import Fact

_FACTS = re.compile(
    r"\b(?:what (?:have|did) i (?:tell|told|sa(?:id|y)|give|given|state)|what (?:do|have) you "
    r"(?:know|got|noted|recorded)|"
    r"what (?:did|does|do) (?:the|my|her|his) (?:supervisor|employee|appellant) (?:say|state)|"
    r"facts?|stated|based on what|on what basis|case (?:file )?(?:says?|states?|shows?)|"
    r"evidence in|(?:evidence|proof) (?:do|does|have|has|is)|"
    r"what (?:does|do) (?:the|my|this|her|his|our) (?:case|file|papers|duties)|in (?:this|the|"
    r"my) case)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:
    return bool(
        context.evaluation
        and len(question.factors) == 1
        and question.factors[0] in context.levels
        and _FACTS.search(question.message)
        and not question.decision
        and not question.has(
            "contradict", "conflict", "argue", "decision", "what if", "pull", "speak", "against"
        )
        and not (question.levels and question.has("meet", "met"))
    )


def _answer(question: Question, context: Context) -> Answer | None:
    if context.case is None or context.opened is None or not question.factors:
        return None
    factor = question.factors[0]
    credited = context.levels.get(factor)
    if credited is None:
        return None
    try:
        record = context.opened.record.get(factor, credited)
        sought = context.opened.sought.get(factor, "")
    except LevelError:
        return None
    found = facts_on(context.case, factor)
    head = f"**Factor {factor}: Level {_worth(credited, context)} is credited"
    head += f", {_worth(record, context)} on record" if record != credited else ", as on record"
    if sought and sought != credited:
        head += f"; {_worth(sought, context)} is sought"
    head += ".** "
    if found:
        said = "; ".join(_quoted(f.text, f.source) for f in found[:3])
        head += f"The case states: {said} {_way(context, factor)}"
    else:
        duties = listed([escape(duty.title) for duty in context.case.duties]) or "none"
        head += (
            f"No fact of the case is marked for Factor {factor}; its duties are {duties}. "
            f"State what "
            "bears on it, and who says so."
        )
    return Answer(
        lead=head,
        words=_words((sought, credited), context),
        figures=_duties(context) if not found else tuple(_rest(found[3:])),
        whose="The duties your case states" if not found else "",
        next=("A person decides the level: ask *argue Level " + (sought or credited) + "*.",),
        missing=() if found else (f"facts on Factor {factor}",),
        levels=(sought or credited,),
        factors=(factor,),
    )


def _worth(level: str, context: Context) -> str:
    for standard in (context.opened.standard if context.opened else None, primary(context)):
        found = level_of(standard, level) if standard is not None else None
        if found is not None:
            points = points_of(found[1])
            return f"{level} ({points})" if points else level
    return level


def _quoted(text: str, source: str) -> str:
    return f"*{escape(text)}*" + (f" ({escape(source)})" if source else "")


def _way(context: Context, factor: str) -> str:
    if context.case is None:
        return ""
    ways = {p.way for fact in facts_on(context.case, factor) for p in pulls(fact)}
    if ways == {"up", "down"}:
        return "Their words pull both ways."
    if ways == {"up"}:
        return "Their words speak for more than little of it."
    return "Their words speak for the lower level." if ways else ""


def _words(levels: tuple[str, ...], context: Context) -> tuple[Words, ...]:
    assert context.opened is not None  # noqa: S101 - checked by the caller
    said = []
    for level in dict.fromkeys(one for one in levels if one):
        for standard in (context.opened.standard, primary(context)):
            found = level_of(standard, level)
            if found is not None:
                said.append(level_words(standard, found[1]))
                break
    return tuple(said)


def _duties(context: Context) -> tuple[str, ...]:
    assert context.case is not None  # noqa: S101 - checked by the caller
    return tuple(f"{escape(duty.title)}: {escape(duty.text)}" for duty in context.case.duties[:4])


def _rest(facts: list[Fact]) -> list[str]:
    return [f"Stated: {_quoted(f.text, f.source)}" for f in facts]


TOPIC = Topic(
    id="factor-facts",
    title="what the case's facts say about one factor",
    answer=_answer,
    needs=("case", "factors"),
    unlike=("decision",),
    sure=_sure,
)
