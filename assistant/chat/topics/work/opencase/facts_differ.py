"""Which stated facts of the open case pull which way, factor by factor, and where they clash."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.pulls import Pull, facts_on, pulls
from assistant.text import escape

if TYPE_CHECKING:
    from core.model import Case

_CLASH = re.compile(
    r"\b(?:contradict\w*|conflict\w*|disagree\w*|inconsisten\w*|differ\w*|at odds|clash\w*|"
    r"do(?:n't| not) "
    r"(?:match|fit|agree|square)|oppos\w+|pull\w*|point(?:s|ing)? (?:up|down|to|toward\w*)|"
    r"speak\w* (?:for|"
    r"against)|support\w*|in favor|for and against|cut\w* against|hurt\w*|weaken\w*|"
    r"undercut\w*|undermine\w*)\b",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"\b(?:facts?|statements?|what (?:was|is|has been) (?:said|stated)|(?:case|file) (?:says|"
    r"states)|stated|"
    r"accounts?|says one thing)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:
    return bool(
        context.case is not None
        and context.case.facts
        and _CLASH.search(question.message)
        and _STATED.search(question.message)
        and not question.decision
        and not question.has("decision", "another position", "what if", "pd ")
    )


def _answer(question: Question, context: Context) -> Answer | None:
    case = context.case
    if case is None or not case.facts:
        return None
    by_factor: dict[str, list[Pull]] = {}
    for fact in case.facts:
        for pull in pulls(fact):
            by_factor.setdefault(str(fact.factor), []).append(pull)
    asked = [f for f in question.factors if f in by_factor] or list(by_factor)
    if question.factors and not set(question.factors) & set(by_factor):
        on = facts_on(case, question.factors[0])
        told = "; ".join(f"*{escape(f.text)}* ({escape(f.source or 'no source')})" for f in on[:3])
        return Answer(
            lead=f"**No stated fact pulls either way on Factor {question.factors[0]}** by its "
            f"words; "
            "a person has to read them." + (f" The case states: {told}" if told else ""),
            next=(f"Ask *what do the facts say on Factor {question.factors[0]}?*",),
            factors=question.factors[:1],
        )
    clashing = [f for f in asked if {p.way for p in by_factor[f]} == {"up", "down"}]
    if not clashing:
        if not asked:
            return Answer(lead="**By their words no stated facts contradict each other.**")
        told = " ".join(_one_way(f, by_factor[f], context) for f in asked[:3])
        return Answer(
            lead=f"**By their words no stated facts contradict each other.** {told}",
            figures=_shares(case),
            factors=tuple(asked[:1]),
        )
    first = clashing[0]
    lead = _both_ways(first, by_factor[first], context)
    if len(clashing) > 1:
        lead += f" So do the facts on Factor {', '.join(clashing[1:])}, below."
    figures = [_both_ways(f, by_factor[f], context) for f in clashing[1:]]
    figures += [_one_way(f, by_factor[f], context) for f in asked if f not in clashing]
    return Answer(
        lead=lead,
        figures=(*figures, *_shares(case)),
        whose="The other facts your case states, by their words",
        next=("Which is so, and what shows it: instructions, corrected drafts, signed reviews?",),
        missing=tuple(f"which of the facts on Factor {f} is so" for f in clashing),
        factors=(first,),
    )


def _both_ways(factor: str, found: list[Pull], context: Context) -> str:
    up = _told([p for p in found if p.way == "up"])
    down = _told([p for p in found if p.way == "down"])
    record, sought = _levels(factor, context)
    higher = f" (Level {sought} is sought)" if sought else ""
    lower = f" (Level {record} stands)" if record else ""
    return f"**Factor {factor}: the facts pull both ways.** Up{higher}: {up}. Down{lower}: {down}."


def _one_way(factor: str, found: list[Pull], context: Context) -> str:
    way = found[0].way
    record, sought = _levels(factor, context)
    to = f" towards Level {sought}" if way == "up" and sought else ""
    to = f" towards Level {record}, which stands" if way == "down" and record else to
    return f"**Factor {factor}:** {_told(found)}: {way}{to}."


def _levels(factor: str, context: Context) -> tuple[str, str]:
    sought = context.case.sought.get(factor, "") if context.case else ""
    return context.levels.get(factor, ""), sought


def _told(found: list[Pull]) -> str:
    """Return each fact once, with what of the factor it speaks of and who says it."""
    said: dict[str, list[Pull]] = {}
    for pull in found:
        said.setdefault(pull.fact.text, []).append(pull)
    lines = []
    for text, several in said.items():
        source = several[0].fact.source
        about = " and ".join(dict.fromkeys(p.aspect for p in several))
        lines.append(
            f"*{escape(text)}*" + (f" ({escape(source)}; {about})" if source else f" ({about})")
        )
    return "; ".join(lines[:3])


def _shares(case: Case) -> tuple[str, ...]:
    """Return the duties whose share of time the two sides put differently."""
    return tuple(
        f"Share of time, {escape(duty.title)}: {duty.percent_employee:g} percent by the employee, "
        f"{duty.percent_supervisor:g} by the supervisor."
        for duty in case.duties
        if duty.percent_employee is not None
        and duty.percent_supervisor is not None
        and duty.percent_employee != duty.percent_supervisor
    )


TOPIC = Topic(
    id="facts-differ",
    title="which facts of the case contradict each other",
    answer=_answer,
    needs=("case",),
    unlike=("decision", "percents"),
    sure=_sure,
)
