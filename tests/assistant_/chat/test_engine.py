"""Turns of the conversation: what is said, what it rests on, and what changes the case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.cases.edits import load_case
from assistant.chat.engine import Engine
from assistant.events import (
    ClaimVerified,
    EvaluationChanged,
    Event,
    TextDelta,
    TurnFinished,
    TurnStarted,
)
from core.errors import LevelError, QueryError, UsageError
from core.fes.grading import evaluate_levels
from index.library import Library


def turn(engine: Engine, message: str) -> list[Event]:
    return list(engine.handle(message))


def answer(events: list[Event]) -> str:
    return "".join(e.text for e in events if isinstance(e, TextDelta))


def test_a_turn_starts_ends_and_streams_what_the_reply_holds(engine: Engine) -> None:
    events = turn(engine, "What would change the grade?")
    assert isinstance(events[0], TurnStarted)
    assert isinstance(events[-1], TurnFinished)
    assert events[-1].reply.answer == answer(events).strip()
    assert sum(isinstance(e, TextDelta) for e in events) > 2


def test_both_sides_of_the_contested_level_are_quoted_word_for_word(engine: Engine) -> None:
    events = turn(engine, "Argue Level 2-5 both ways")
    claims = [e.claim for e in events if isinstance(e, ClaimVerified)]
    assert {"requires", "for", "against"} <= {c.side for c in claims}
    for claim in claims:
        assert claim.sources
        for source in claim.sources:
            passage = engine.library.passage(source.passage)
            assert source.verified
            assert passage.text[source.start : source.end] == source.quote
            assert source.place


def test_numbers_of_citations_run_from_one_without_gaps(engine: Engine) -> None:
    events = turn(engine, "Argue Levels 2-5 and 4-5 both ways")
    reply = events[-1].reply if isinstance(events[-1], TurnFinished) else None
    assert reply is not None
    assert [s.number for s in reply.sources] == list(range(1, len(reply.sources) + 1))
    shown = {int(n) for n in re.findall(r"\\\[(\d+)\\\]", reply.answer)}
    assert shown == {s.number for s in reply.sources}


def test_the_figures_are_the_cores(engine: Engine) -> None:
    assert engine.case is not None
    assert engine.evaluation is not None
    text = answer(turn(engine, "Argue Level 2-5 both ways"))
    levels = {str(f.factor): f.level for f in engine.evaluation.factors}
    other = evaluate_levels("fes-primary", {**levels, "2": "2-5"})
    assert f"{engine.evaluation.total:,}" in text
    assert f"{other.total:,}" in text
    assert other.grade in text


def test_findings_change_the_case_and_the_grade_as_the_core_says(engine: Engine) -> None:
    before = engine.evaluation
    assert before is not None
    events = turn(engine, "Level 2-5 is met because the delegation says so in writing")
    changed = [e for e in events if isinstance(e, EvaluationChanged)]
    assert len(changed) == 1
    assert changed[0].previous == before
    assert changed[0].evaluation.grade != before.grade
    assert changed[0].evaluation == engine.evaluation
    assert engine.changed
    undone = turn(engine, "undo")
    assert [e.evaluation for e in undone if isinstance(e, EvaluationChanged)] == [before]
    assert not engine.changed


def test_a_refused_criterion_keeps_the_level(engine: Engine) -> None:
    before = engine.evaluation
    turn(engine, "Level 2-5 is met")
    turn(engine, "2-5.review is not met because the chief signs every plan")
    assert engine.evaluation is not None
    assert before is not None
    assert engine.evaluation.grade == before.grade


def test_a_fact_is_kept_credits_nothing_and_is_followed_by_a_question(engine: Engine) -> None:
    assert engine.case is not None
    before, count = engine.evaluation, len(engine.case.facts)
    fact = "My supervisor reviews and approves every plan before it goes out"
    turn(engine, fact)
    assert engine.case.facts[-1].text == fact
    assert len(engine.case.facts) == count + 1
    assert engine.evaluation is not None
    assert before is not None
    assert engine.evaluation.total == before.total


def test_an_answer_to_the_question_carries_the_fact_as_evidence(engine: Engine) -> None:
    turn(engine, "undo")
    fact = "Nobody reviews the technical content of my plans before they take effect"
    events = turn(engine, fact)
    if not engine.pending_aspect:
        pytest.skip("the example already answers every criterion this fact bears on")
    aspect = engine.pending_aspect
    assert aspect in answer(events)
    turn(engine, "met")
    assert engine.case is not None
    finding = next(f for f in engine.case.findings if f.aspect == aspect)
    assert finding.answer == "met"
    assert [e.text for e in finding.evidence] == [fact]


def test_questions_leave_the_case_alone(engine: Engine) -> None:
    case = engine.case
    for question in (
        "what if Level 2-5 were credited?",
        "why would Level 2-5 be refused?",
        "should I appeal?",
        "what is my grade?",
        "my coworker does the same work as a GS-13",
    ):
        events = turn(engine, question)
        assert not any(isinstance(e, EvaluationChanged) for e in events), question
    assert engine.case == case


def test_comparing_positions_is_answered_with_the_route_there_is(engine: Engine) -> None:
    text = answer(turn(engine, "my coworker does the same work and she is a GS-13")).lower()
    assert "headquarters" in text
    assert "consistency" in text


def test_appeal_advice_states_odds_risk_and_what_is_at_stake(engine: Engine) -> None:
    text = answer(turn(engine, "should I appeal?"))
    assert "85 percent" in text
    assert "lower" in text
    assert engine.evaluation is not None
    assert f"{engine.evaluation.margin.above_floor:,}" in text


def test_an_unknown_level_names_those_there_are_and_changes_nothing(engine: Engine) -> None:
    case = engine.case
    with pytest.raises(LevelError):
        turn(engine, "I seek Level 2-9")
    assert engine.case == case


def test_empty_and_endless_messages_are_refused(engine: Engine) -> None:
    with pytest.raises(QueryError, match="empty"):
        turn(engine, "   ")
    with pytest.raises(QueryError, match="fes ingest"):
        turn(engine, "x" * 20_001)


def test_stopping_ends_the_turn_soon(engine: Engine) -> None:
    events: list[Event] = []
    for event in engine.handle("Argue Level 2-5 both ways"):
        events.append(event)
        engine.cancel()
    assert isinstance(events[-1], TurnFinished)
    assert not any(isinstance(e, ClaimVerified) for e in events)


def test_saving_keeps_everything_that_was_said(engine: Engine, tmp_path: Path) -> None:
    turn(engine, "Level 2-5 is met because the delegation says so in writing")
    with pytest.raises(UsageError):
        engine.save(None)
    path = engine.save(tmp_path / "mine.toml")
    assert load_case(path) == engine.case
    assert not engine.changed
    json_path = engine.save(tmp_path / "mine.json")
    assert load_case(json_path) == engine.case


def test_without_a_case_the_decision_asked_about_is_scored(example_library: Library) -> None:
    engine = Engine(example_library, ExtractiveArguer(), case=None)
    events = turn(engine, "why was Level 2-5 refused in C-9999-11-01?")
    last = events[-1]
    assert isinstance(last, TurnFinished)
    assert last.reply.evaluation is not None
    decision = example_library.decision("decision-C-9999-11-01")
    assert decision is not None
    assert last.reply.evaluation.total == decision.total
    assert any(c.side == "reason" for c in last.reply.claims)


def test_an_empty_library_says_what_to_do(tmp_path: Path) -> None:
    with Library.open(tmp_path / "empty") as library:
        engine = Engine(library, ExtractiveArguer(), case=None)
        text = answer(turn(engine, "what does Level 2-5 require?"))
        assert "fes ingest" in text
        assert "2-5" in text
        assert "digest" in text.lower()
        assert "fes ingest" in answer(turn(engine, "what is a major duty?"))
