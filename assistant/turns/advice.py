"""Procedure: whether and how to contest, and the bar on comparing positions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.answering import answers
from assistant.compose import cite, editions, escape, margin_sentence, number
from assistant.events import ToolFinished, ToolStarted
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
    yield turn.say("\n".join(f"- {rule_block(rule)}" for rule in PROCEDURE))
    yield turn.say(editions(rule.citation for rule in PROCEDURE))
    yield from _quote_on(engine, turn, understanding)


def comparison(engine: Engine, turn: Turn, understanding: Understanding) -> Iterator[Event]:
    """Say that positions are not compared with each other, and which route there is."""
    yield turn.say("## Another position's grade does not decide this one")
    yield turn.say(rule_block(COMPARISON_BARRED))
    yield turn.say(rule_block(CONSISTENCY_ROUTE))
    yield from _quote_on(
        engine,
        turn,
        understanding,
        words="Can a position be graded by comparing its duties with another position?",
    )


def _quote_on(
    engine: Engine, turn: Turn, understanding: Understanding, *, words: str = ""
) -> Iterator[Event]:
    """Quote what the library says of the question, when it says anything."""
    yield ToolStarted("find_passages", "Looking for the official words")
    asked = words or understanding.message
    found = answers(engine.library, asked, kinds=PROCEDURAL, most=MOST_QUOTED)
    yield ToolFinished("find_passages", f"{len(found)} passages")
    if found:
        yield turn.say("### In the documents")
        yield from argue(engine, turn, answer_pack(engine, asked, found))
