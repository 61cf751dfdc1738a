"""What the open case's facts say, by side: on a factor, on what a question speaks of, or in all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import listed
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.of_case import (
    SIDE_NAMES,
    factor_spoken,
    facts_named,
    of_the_case,
    side_of,
    sides_named,
)
from assistant.chat.reading.pulls import facts_on, pulls
from assistant.text import escape

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from assistant.chat.reading.of_case import Side
    from core.model import Case, Fact

_MOST_SHOWN = 4
_STATED = re.compile(
    r"\b(?:what|anything|something|which|who|whose|does|do|did|is|are)\b.{0,40}"
    r"\b(?:says?|said|saying|states?|stated|claims?|claimed|thinks?|tells?|told|wrote|written|"
    r"write|put down|"
    r"disagrees?|agrees?|speaks?|contradicts?|disputes?)\b"
    r"|\b(?:my|her|his|their|both|each|the other) sides?\b|\bsame (?:story|thing|account)\b"
    r"|\b(?:on (?:file|record)|in (?:the|my|her|this) (?:file|record|papers|case))\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:what|which|any|is there|whose|how much)\b.{0,30}\b(?:evidence|proof|facts?|backup|"
    r"support)\b.{0,20}"
    r"\b(?:do (?:i|we)|does (?:she|he|it)|have|has|got|is there|are there|on|in|for)\b"
    r"|\bwhat\b.{0,12}\b(?:backs?|supports?|proves?|shows?|speaks?)\b"
    r"|\bwhat\b.{0,30}\b(?:to back|to prove|to show for|hold against|held against|against me)\b"
    r"|\bwhat says\b",
    re.IGNORECASE,
)
_SOURCES = re.compile(r"\b(?:who|whose|where)\b.{0,20}\b(?:facts?|statements?)\b", re.IGNORECASE)
_SIDES = re.compile(
    r"\b(?:both sides|each side|(?:my|her|his) side|same (?:story|account)|who (?:dis)?agrees|"
    r"what does (?:my|the|her|his) \w+ (?:say|state|claim|think))\b",
    re.IGNORECASE,
)
_HELPS = re.compile(
    r"\b(?:which|what)\b.{0,24}\bfacts?\b.{0,30}\b(?:helps?|hurts?|matters?|strong\w*|weak\w*|"
    r"damag\w+|"
    r"best|worst|carry|count)\b",
    re.IGNORECASE,
)
_OF_DESCRIPTION = re.compile(
    r"\b(?:pd|description)\b.{0,40}\b(?:out of date|outdated|old|wrong|inaccurate|inadequate|"
    r"adequate|"
    r"accurate|right|cover\w*|mention\w*)\b",
    re.IGNORECASE,
)
_OTHER = (
    *("opm", "standard", "primary", "law", "regulation", "cfr", "decision", "decisions", "union"),
    "have to",
    *("need", "should", "must", "would", "appeal", "send", "enclose", "percent", "deadline"),
    *(
        "contradict",
        "conflict",
        "inconsisten",
        "clash",
        "pull",
        "cancel",
        "level mean",
        "missing",
        "lawyer",
        "sf-50",
        "sf50",
        "took effect",
        "guide say",
        "handbook",
    ),
)


def _sure(question: Question, context: Context) -> bool:
    text, case = question.message, context.case
    if case is None or not case.facts or not of_the_case(question, context):
        return False
    if question.has(*_OTHER) or question.dates or len(question.factors) > 1:
        return False
    if _SOURCES.search(text) or _HELPS.search(text):
        return True
    if not (_STATED.search(text) or _HELD.search(text)):
        return False
    if _OF_DESCRIPTION.search(text) and case.position_description.remarks:
        return True
    about = bool(factor_spoken(question) or facts_named(text, case))
    return about or bool(_SIDES.search(text))


def _answer(question: Question, context: Context) -> Answer | None:
    case = context.case
    if case is None or not case.facts:
        return None
    text = question.message
    if _SOURCES.search(text):
        return _who(case)
    if _HELPS.search(text):
        return _helping(case, context)
    description = case.position_description
    if _OF_DESCRIPTION.search(text) and description.remarks and not question.factors:
        says = {True: "adequate", False: "inadequate", None: "neither adequate nor inadequate"}
        return Answer(
            lead=f"**The case calls the position description {says[description.adequate]}:** "
            f"*{escape(description.remarks[:400].strip())}*",
            next=("Say *draft the correction request* for a letter to your agency.",),
        )
    factor = factor_spoken(question)
    named = facts_named(text, case)
    on_factor = facts_on(case, factor) if factor else []
    # A factor named by number is meant whole; an everyday word may stand in a single fact.
    facts = on_factor if question.factors else _both(on_factor, named)
    if not facts and not factor and not _SIDES.search(text):
        return None
    if not facts and factor:
        return _nothing(factor, context)
    facts = facts or list(case.facts)
    asked = sides_named(text)
    of_side = [fact for fact in facts if side_of(fact) in asked[:1]]
    one_side = bool(asked) and not re.search(r"\b(?:sides?|same|agrees?|disagrees?)\b", text)
    if one_side and of_side and asked[0] in {"supervisor", "description"}:
        facts = of_side
    return _told(facts, context)


def _both(on_factor: list[Fact], named: list[Fact]) -> list[Fact]:
    shared = [fact for fact in named if fact in on_factor]
    if shared and len(on_factor) > _MOST_SHOWN:
        return shared
    return on_factor or named


def _told(facts: list[Fact], context: Context) -> Answer:
    by_side: dict[Side, list[Fact]] = {}
    for fact in facts[:_MOST_SHOWN]:
        by_side.setdefault(side_of(fact), []).append(fact)
    lines = [
        f"**{SIDE_NAMES[side][:1].upper()}{SIDE_NAMES[side][1:]}:** "
        + "; ".join(_quoted(fact) for fact in said)
        for side, said in by_side.items()
    ]
    factors = list(dict.fromkeys(str(fact.factor) for fact in facts if fact.factor))
    ways = {pull.way for fact in facts for pull in pulls(fact)} if len(factors) == 1 else set()
    clash = "employee" in by_side and "supervisor" in by_side and ways == {"up", "down"}
    head = "**They do not say the same.** " if clash else ""
    lead = head + ". ".join(lines).replace("..", ".")
    if len(lead) < _LONG and len(factors) == 1:
        lead += _way(factors[0], ways, context)
    rest = [f"Factor {fact.factor}: {_quoted(fact)}" for fact in facts[_MOST_SHOWN:]]
    return Answer(
        lead=lead[:_LONGEST],
        figures=tuple(rest[:6]),
        whose="The other facts your case states",
        next=("A fact counts for what shows it: which paper, log or instruction does?",),
        factors=tuple(factors[:1]),
    )


_LONG, _LONGEST = 560, 690


def _way(factor: str, ways: AbstractSet[str], context: Context) -> str:
    level = context.levels.get(factor, "") or (
        context.case.levels.get(factor, "") if context.case is not None else ""
    )
    sought = context.case.sought.get(factor, "") if context.case is not None else ""
    stands = f" Level {level} stands" if level else ""
    stands += f", {sought} is sought" if stands and sought and sought != level else ""
    said = {
        frozenset({"up", "down"}): " By their words they pull both ways.",
        frozenset({"up"}): " By their words they speak for more.",
        frozenset({"down"}): " By their words they speak for less.",
    }.get(frozenset(ways), "")
    return f"{said}{stands}." if stands else said


def _helping(case: Case, context: Context) -> Answer:
    """Return the facts whose words speak for more, those on what is sought first, and the rest."""
    sought = {f for f, level in case.sought.items() if context.levels.get(f) != level}
    facts = sorted(case.facts, key=lambda fact: str(fact.factor) not in sought)
    up = [f for f in facts if any(p.way == "up" for p in pulls(f))]
    down = [f for f in facts if any(p.way == "down" for p in pulls(f))]
    said = [
        f"**{head}:** " + "; ".join(f"{_quoted(f)} on Factor {f.factor}" for f in found[:2])
        for head, found in (("They speak for more", up), ("They speak for less", down))
        if found
    ]
    told = ". ".join(said) or "**By their words no fact of the case speaks either way.**"
    return Answer(
        lead=f"{told}. A fact counts for what shows it, and for the level it bears on."[:_LONGEST],
        figures=tuple(f"Factor {f.factor}: {_quoted(f)}" for f in [*up[2:], *down[2:]][:6]),
        whose="The other facts your case states",
        next=("Ask *which level should I fight for?* for what each would bring.",),
    )


def _quoted(fact: Fact) -> str:
    return f"*{escape(fact.text)}*" + (f" ({escape(fact.source)})" if fact.source else "")


def _nothing(factor: str, context: Context) -> Answer:
    sought = context.case.sought.get(factor, "") if context.case is not None else ""
    asks = f" Level {sought} is sought, and nothing in the case shows it yet." if sought else ""
    return Answer(
        lead=f"**None: no fact of the case is marked for Factor {factor}.**{asks}",
        next=(f"State what bears on Factor {factor}, and who says so.",),
        missing=(f"facts on Factor {factor}",),
        factors=(factor,),
    )


def _who(case: Case) -> Answer:
    sources: dict[str, int] = {}
    for fact in case.facts:
        name = fact.source or "no source named"
        sources[name] = sources.get(name, 0) + 1
    told = [f"{escape(name)} ({count})" for name, count in sources.items()]
    count = len(case.facts)
    return Answer(
        lead=f"**The case has {count} fact{'' if count == 1 else 's'}, from: {listed(told)}.**",
        figures=tuple(_quoted(fact) for fact in case.facts[:6]),
        whose="The facts your case states",
        next=("What a person says weighs more with a paper that shows it.",),
    )


TOPIC = Topic(
    id="facts-by-side",
    title="what each side states in the open case",
    asks=(
        "who disagrees about the drafts",
        "what does my supervisor say in this case about my independence",
        "do me and my boss tell the same story in the file",
        "what evidence do I have for Level 2-5",
        "what backs up the heavy lifting in this file",
        "what proof is there on factor 4 in my case",
        "what does my side say and what does theirs",
        "is there anything in the papers about the guidelines",
        "what do they hold against me on the reviews",
        "who says that I do not work alone",
        "what does the description in the file say about supervision",
        "who stated these facts",
        "what have I got on record to prove the complexity",
        "does anything in the case speak against the level she wants",
        "what did the employee claim about her contacts here",
    ),
    answer=_answer,
    needs=("case",),
    unlike=("decision", "percents", "dates"),
    order=45,
    sure=_sure,
)
