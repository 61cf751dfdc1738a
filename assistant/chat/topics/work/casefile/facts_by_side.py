"""What the open case's facts say, by side: on a factor, on what a question speaks of, or in all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import listed
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.of_case import (
    SIDE_NAMES,
    differing_shares,
    factor_spoken,
    facts_named,
    of_the_case,
    side_of,
    sides_named,
)
from assistant.chat.reading.pulls import facts_on, pulls
from assistant.text import capital, escape, number
from core.fes.charts import sides

if TYPE_CHECKING:
    from assistant.chat.reading.of_case import Side
    from core.model import Case, Fact

_MOST_SHOWN = 4
_STATED = re.compile(
    r"\b(?:what|anything|something|which|who|whose|(?:does|do|did|is|are)(?! (?:i|we|"
    r"you)\b))\b.{0,40}"
    r"\b(?:says?|said|saying|states?|stated|claims?|claimed|thinks?|tells?|told|wrote|written|"
    r"write down|put down|"
    r"disagrees?|agrees?|speaks?|contradicts?|disputes?)\b"
    r"|\b(?:my|her|his|their|both|each|the other) sides?\b|\bsame (?:story|account)\b|"
    r"\bsays? the same\b"
    r"|\b(?:on (?:file|record)|in (?:the|my|her|this) (?:file|record|papers|case))\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:what|which|any|is there|whose|how much)\b.{0,30}\b(?:evidence|proof|facts?|backup|"
    r"support)\b.{0,20}"
    r"\b(?:do (?:i|we)|does (?:she|he|it)|have|has|got|is there|are there|on|in|for)\b"
    r"|\bwhat\b.{0,12}\b(?:backs?|supports?|proves?|shows?|speaks?)\b"
    r"|\bwhat\b.{0,30}\b(?:to back|to prove|to show for|hold against|held against|against me)\b"
    r"|\b(?:is there|do (?:we|i|you) have|have (?:we|i|you)(?: got)?)\b.{0,12}\b(?:anything|"
    r"something)\b"
    r"|\bwhat (?:do|have|has) (?:we|i|you|she|he) (?:have|got|say|said)\b (?:on|about|for)\b"
    r"|\bwhat says\b",
    re.IGNORECASE,
)
_SOURCES = re.compile(r"\b(?:who|whose|where)\b.{0,20}\b(?:facts?|statements?)\b", re.IGNORECASE)
_SIDES = re.compile(
    r"\b(?:both sides|each side|(?:my|her|his) side|same (?:story|account)|who (?:dis)?agrees|"
    r"(?:where|what|how) (?:do|does|is|are)\b.{0,24}\b(?:disagree|differ|apart|at odds)|"
    r"(?:everything|all|anything) (?:that )?(?:my|the|her|his) \w+ (?:says?|said|stated?)|"
    r"what does (?:my|the|her|his) \w+ (?:say|state|claim|think))\b",
    re.IGNORECASE,
)
_HELPS = re.compile(
    r"\b(?:which|what)\b.{0,24}\bfacts?\b.{0,30}\b(?:helps?|hurts?|matters?|strong\w*|weak\w*|"
    r"damag\w+|"
    r"best|worst|carry|count)\b",
    re.IGNORECASE,
)
_USE = re.compile(
    r"\b(?:helps?|hurts?|matters?|counts?|confirm\w*|support\w*|good for|"
    r"do anything)\b",
    re.IGNORECASE,
)
"""What a stated fact is good for."""
_WHO = re.compile(
    r"^\W*(?:(?:and|so|but|ok)\W+)*who\b(?! (?:decides|signs|may|can))", re.IGNORECASE
)
_OF_DESCRIPTION = re.compile(
    r"\b(?:pd|description)\b.{0,40}\b(?:out of date|outdated|old|wrong|inaccurate|inadequate|"
    r"adequate|"
    r"accurate|right|cover\w*|mention\w*)\b",
    re.IGNORECASE,
)
_OF_LEVEL = re.compile(
    r"\bwhat (?:does|do|did) (?:the )?(?:level )?\d-\w+ (?:even |really |actually )?"
    r"(?:say|state|tell)\b",
    re.IGNORECASE,
)
"""Asks what the level itself says."""
_OTHER = (
    *(
        "opm",
        "coworker",
        "standard",
        "primary",
        "law",
        "regulation",
        "cfr",
        "decision",
        "decisions",
        "union",
    ),
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
    if _OF_LEVEL.search(text):
        return False
    if _SOURCES.search(text) or _HELPS.search(text):
        return True
    if question.levels and question.has("enough", "qualif"):
        return any(str(f.factor) in question.factors for f in facts_named(text, case, least=2))
    other = question.levels or question.has("pd", "description", "wrong")
    if _USE.search(text) and not other:
        spoken = factor_spoken(question)
        of_factor = spoken and any(str(f.factor) == spoken for f in facts_named(text, case))
        if of_factor or facts_named(text, case, least=2):
            return True
    if _WHO.search(text) and not other and facts_named(text, case, least=2):
        return True
    if not (_STATED.search(text) or _HELD.search(text) or _SIDES.search(text)):
        return False
    if _OF_DESCRIPTION.search(text) and case.position_description.remarks:
        return True
    if _SIDES.search(text):
        return True
    return bool(factor_spoken(question) or facts_named(text, case))


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
    use = [] if factor else facts_named(text, case, least=2)
    named = use or facts_named(text, case)
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
    return _told(facts, context, use=bool(use and _USE.search(text)))


def _both(on_factor: list[Fact], named: list[Fact]) -> list[Fact]:
    shared = [fact for fact in named if fact in on_factor]
    if shared and len(on_factor) > _MOST_SHOWN:
        return shared
    return on_factor or named


def _told(facts: list[Fact], context: Context, *, use: bool) -> Answer:
    by_side: dict[Side, list[Fact]] = {}
    for fact in facts[:_MOST_SHOWN]:
        by_side.setdefault(side_of(fact), []).append(fact)
    lines = [
        f"**{capital(SIDE_NAMES[side])}:** " + "; ".join(_quoted(fact) for fact in said)
        for side, said in by_side.items()
    ]
    factors = list(dict.fromkeys(str(fact.factor) for fact in facts if fact.factor))
    own, other = (
        {pull.way for fact in by_side.get(side, ()) for pull in pulls(fact)}
        for side in ("employee", "supervisor")
    )
    # Words are compared of the two sides only: alone they say too little.
    clash = len(factors) == 1 and own == {"up"} and other == {"down"}
    head = "**They do not say the same.** " if clash else ""
    if use and len(factors) == 1 and not clash:
        head = f"**It bears on Factor {factors[0]}, and gives no level by itself.** "
    lead = head + ". ".join(lines).replace("..", ".")
    if len(lead) < _LONG and len(factors) == 1:
        lead += _stands(factors[0], context)
    rest = [f"Factor {fact.factor}: {_quoted(fact)}" for fact in facts[_MOST_SHOWN:]]
    if len(factors) > 1 and context.case is not None:
        rest += [
            f"Share of time, {escape(duty.title)}: {duty.percent_employee:g} percent by the "
            f"employee, {duty.percent_supervisor:g} by the supervisor."
            for duty in differing_shares(context.case.duties)
        ]
    return Answer(
        lead=lead[:_LONGEST],
        figures=tuple(rest[:6]),
        whose="The other facts your case states",
        next=("A fact counts for what shows it: which paper, log or instruction does?",),
        factors=tuple(factors[:1]),
    )


_LONG, _LONGEST = 560, 690


def _stands(factor: str, context: Context) -> str:
    """Say which level stands on a factor and which is sought."""
    assert context.case is not None  # noqa: S101 - checked by the caller
    level = context.levels.get(factor, "") or context.case.levels.get(factor, "")
    sought = context.case.sought.get(factor, "")
    if not level:
        return ""
    if sought in {"", level}:
        return f" Level {level} stands."
    opened = context.opened
    row = sides(opened.table).get(factor) if opened is not None else None
    if opened is None or row is None or sought not in row.by_level or not context.levels:
        return f" Level {level} stands, {sought} is sought."
    alone = opened.rate({**context.levels, factor: sought}, also=[{factor: sought}])
    return (
        f" Level {level} stands, {sought} is sought: by itself that makes "
        f"{number(alone.total)} points, {alone.grade}."
    )


def _helping(case: Case, context: Context) -> Answer:
    """Return the facts on what is sought, what a paper shows before what somebody only says."""
    sought = {f for f, level in case.sought.items() if context.levels.get(f) != level}
    weight: tuple[Side, ...] = ("papers", "description", "supervisor", "employee")
    facts = [f for f in case.facts if str(f.factor) in sought or not sought]
    facts.sort(key=lambda fact: weight.index(side_of(fact)))
    if not facts:
        levels = listed([f"Level {level}" for level in case.sought.values()])
        return Answer(
            lead=f"**None: no fact of the case bears on what is sought, {levels}.**",
            next=("State what the work shows on them, and who says so.",),
        )
    told = [f"{_quoted(f)} on Factor {f.factor}" for f in facts]
    return Answer(
        lead=(
            f"**Of what is stated on the levels sought, what others show weighs most:** "
            f"{'; '.join(told[:3])}. One's own word needs a paper that shows it."
        )[:_LONGEST],
        figures=tuple(told[3:9]),
        whose="The other facts your case states on them",
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
    answer=_answer,
    needs=("case",),
    unlike=("decision", "percents", "dates"),
    order=55,
    sure=_sure,
)
