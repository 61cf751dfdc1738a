"""Procedure: whether and how to contest, and the bar on comparing positions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.argue.answering import Answering, answers
from assistant.argue.selection import statements
from assistant.chat.composing import cite, editions, escape
from assistant.chat.turns.language import answer_pack, argue
from assistant.events import ToolFinished, ToolStarted
from core.appeals.remarks import COMPARISON_BARRED, CONSISTENCY_ROUTE, FIRST_FACTS, WAGE_FACTS
from core.appeals.stakes import stakes
from core.law.rules import ProcedureRule

if TYPE_CHECKING:
    from assistant.chat.engine import Engine
    from assistant.chat.turn import Turn
    from assistant.chat.understanding import Understanding
    from assistant.events import Event
    from core.fes.grading import CaseEvaluation
    from core.fes.opened import OpenedCase


OFFICIAL = ("guide", "regulation")
"""The kinds of document that lay procedure down."""
PROCEDURAL = (*OFFICIAL, "decision")
"""The kinds of document that speak of procedure."""
MOST_QUOTED = 3
MOST_BARRED = 2
_BARRED = re.compile(
    r"\b(?:cannot|may not|can not)\b.{0,20}\b(?:compar|use)|\bexclusive\b", re.IGNORECASE
)


PARTS: tuple[tuple[str, frozenset[str]], ...] = (
    ("The odds and the risk", frozenset({"odds", "risk"})),
    ("The way", frozenset({"position-description", "forum", "time", "contents"})),
)
"""The rules of procedure by what a person decides with them, in reading order."""


_BROAD = re.compile(
    r"\b(?:should|worth|odds|chances|next|strong|"
    r"how (?:do|can|would|to)\b.{0,20}\b(?:appeal|contest))\b|"
    r"^\W*\w*\W*appeals?\W*$",
    re.IGNORECASE,
)
"""What asks for the whole way rather than for one rule of it."""


def rule_block(rule: ProcedureRule) -> str:
    """Return a rule of procedure in our words with its source."""
    return f"{escape(rule.text)} *({cite(rule.citation)})*"


def appeal(engine: Engine, turn: Turn, understanding: Understanding) -> Iterator[Event]:
    """Say what is at stake in the case, the odds, the risk and the way."""
    if _is_wage_job(engine, understanding.message):
        yield from _wage(engine, turn, understanding)
        return
    yield turn.say("## Whether and how to appeal")
    if engine.opened is not None and engine.standing is not None:
        yield turn.say("\n".join(f"- {line}" for line in _stakes(engine.opened, engine.standing)))
    # One who asks for a single rule reads it first; one who asks for the way reads the way.
    broad = bool(_BROAD.search(understanding.message))
    if not broad:
        yield from _quote_on(engine, turn, understanding)
    for heading, codes in PARTS:
        rules = [rule for rule in FIRST_FACTS if rule.code in codes]
        if rules:
            yield turn.say(f"### {heading}")
            yield turn.say("\n".join(f"- {rule_block(rule)}" for rule in rules))
    yield turn.say(editions(rule.citation for rule in FIRST_FACTS))
    if broad:
        # What a decision says of its own course does not answer how to go about an appeal.
        yield from _quote_on(engine, turn, understanding, kinds=OFFICIAL)


_WAGE = re.compile(
    r"\b(?:wage (?:grade|leader|supervisor|employee|system|job)|federal wage|prevailing rate|fws|"
    r"w[gls][- ]?\d{1,2}|blue.collar)\b",
    re.IGNORECASE,
)
_WAGE_PLANS = frozenset({"WG", "WL", "WS", "NA", "NL", "NS"})


def _is_wage_job(engine: Engine, message: str) -> bool:
    """Return whether the question is of a job in the Federal Wage System."""
    if engine.case is not None:
        return engine.case.current.pay_plan.upper() in _WAGE_PLANS
    return bool(_WAGE.search(message))


def _wage(engine: Engine, turn: Turn, understanding: Understanding) -> Iterator[Event]:
    """Say how a wage job is contested; nothing of General Schedule law is put on it."""
    yield turn.say("## Contesting the grade of a wage job")
    first, *rest = WAGE_FACTS
    head, _, text = rule_block(first).partition(":")
    yield turn.say(f"**{head}:**{text}")
    yield turn.say("\n".join(f"- {rule_block(rule)}" for rule in rest))
    yield turn.say(editions(rule.citation for rule in WAGE_FACTS))
    yield from _quote_on(engine, turn, understanding, kinds=("regulation",))


def _stakes(opened: OpenedCase, standing: CaseEvaluation) -> list[str]:
    """Say what is at stake, read from the grade held, and what to settle first."""
    case = opened.case
    at_stake = stakes(opened, standing.levels)
    lines = [f"**{line.head}** {line.text}" for line in (at_stake.lines if at_stake else ())]
    open_questions = [f"`{f.aspect}`" for f in case.findings if f.answer == "unknown"]
    first = []
    if case.position_description.adequate is False:
        first.append("with the agency, the position description, which the case calls inadequate")
    if open_questions:
        first.append(f"what is found unknown so far: {', '.join(open_questions)}")
    if first:
        lines.append(f"**To settle first:** {'; and '.join(first)}.")
    return lines


def comparison(engine: Engine, turn: Turn, understanding: Understanding) -> Iterator[Event]:
    """Say that positions are not compared with each other, and which route there is."""
    yield turn.say("## Another position's grade does not decide this one")
    yield turn.say(rule_block(COMPARISON_BARRED))
    yield turn.say(rule_block(CONSISTENCY_ROUTE))
    barred = [
        Answering(passage, tuple(told), 1.0)
        for passage in engine.library.passages(kind="decision", stance="comparison_refused")
        if passage.factor is None
        and (told := [s for s in statements(passage.text) if _BARRED.search(s.text)])
    ]
    words = "Can a position be graded by comparing its duties with another position?"
    yield from _quote_on(engine, turn, understanding, words=words, first=barred[:MOST_BARRED])


def _quote_on(
    engine: Engine,
    turn: Turn,
    understanding: Understanding,
    *,
    words: str = "",
    first: Sequence[Answering] = (),
    kinds: tuple[str, ...] = PROCEDURAL,
) -> Iterator[Event]:
    """Quote what the library says of the question, when it says anything."""
    yield ToolStarted("find_passages", "Looking for the official words")
    asked = words or understanding.message
    known = {a.passage.id for a in first}
    others = answers(engine.library, asked, kinds=kinds, most=MOST_QUOTED)
    found = [*first, *(a for a in others if a.passage.id not in known)][:MOST_QUOTED]
    yield ToolFinished("find_passages", f"{len(found)} passages")
    if found:
        yield turn.say("### In the documents")
        yield from argue(engine, turn, answer_pack(engine, asked, found))
