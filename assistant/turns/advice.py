"""Procedure: whether and how to contest, and the bar on comparing positions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.answering import Answering, answers
from assistant.compose import cite, editions, escape, margin_sentence, number
from assistant.events import ToolFinished, ToolStarted
from assistant.selection import statements
from assistant.turns.language import answer_pack, argue
from core.appeal import COMPARISON_BARRED, CONSISTENCY_ROUTE, PROCEDURE, ProcedureRule

if TYPE_CHECKING:
    from assistant.engine import Engine
    from assistant.events import Event
    from assistant.turn import Turn
    from assistant.understanding import Understanding


PROCEDURAL = ("guide", "regulation", "decision")
"""The kinds of document that speak of procedure."""
MOST_QUOTED = 3
MOST_BARRED = 2
_BARRED = re.compile(
    r"\b(?:cannot|may not|can not)\b.{0,20}\b(?:compar|use)|\bexclusive\b", re.IGNORECASE
)

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
    yield turn.say("## Whether and how to appeal")
    case, evaluation = engine.case, engine.evaluation
    if case is not None and evaluation is not None:
        yield turn.say(f"**What is at stake.** {margin_sentence(evaluation)}")
        sought = {**{str(f.factor): f.level for f in evaluation.factors}, **case.sought}
        from core.grading import evaluate_levels

        all_sought = evaluate_levels(case.standard, sought, as_of=case.as_of)
        yield turn.say(
            f"Everything you seek, credited in full, totals {number(all_sought.total)} points: "
            f"{all_sought.grade}. Margin to lose: {number(evaluation.margin.above_floor)} points "
            f"above the {evaluation.grade} floor."
        )
        if case.position_description.adequate is False:
            yield turn.say(
                "The case says that the position description is inadequate: have that settled "
                "with the agency first."
            )
    # One who asks for a single rule reads it first; one who asks for the way reads the way.
    broad = bool(_BROAD.search(understanding.message))
    if not broad:
        yield from _quote_on(engine, turn, understanding)
    yield turn.say("\n".join(f"- {rule_block(rule)}" for rule in PROCEDURE))
    yield turn.say(editions(rule.citation for rule in PROCEDURE))
    if broad:
        yield from _quote_on(engine, turn, understanding)


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
) -> Iterator[Event]:
    """Quote what the library says of the question, when it says anything."""
    yield ToolStarted("find_passages", "Looking for the official words")
    asked = words or understanding.message
    known = {a.passage.id for a in first}
    others = answers(engine.library, asked, kinds=PROCEDURAL, most=MOST_QUOTED)
    found = [*first, *(a for a in others if a.passage.id not in known)][:MOST_QUOTED]
    yield ToolFinished("find_passages", f"{len(found)} passages")
    if found:
        yield turn.say("### In the documents")
        yield from argue(engine, turn, answer_pack(engine, asked, found))
