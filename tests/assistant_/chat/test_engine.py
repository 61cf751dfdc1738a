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
from assistant.settings import EXAMPLE_CASE
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
    turn(engine, "Level 2-5 is met because the delegation says so")
    turn(engine, "2-5.review is not met because the chief signs every plan")
    assert engine.evaluation is not None
    assert before is not None
    assert engine.evaluation.grade == before.grade


FACT = "My supervisor reviews and approves every plan before it goes out"


@pytest.fixture
def own(example_library: Library) -> Engine:
    """An engine on the same case as a reader's own, which takes facts."""
    case = load_case(EXAMPLE_CASE)
    return Engine(example_library, ExtractiveArguer(), case=case, title=case.title)


@pytest.fixture
def example(example_library: Library) -> Engine:
    """An engine on the bundled example."""
    case = load_case(EXAMPLE_CASE)
    return Engine(example_library, ExtractiveArguer(), case=case, example=True, title=case.title)


def test_a_fact_is_answered_first_and_offered_and_kept_only_on_a_word(own: Engine) -> None:
    before, before_score = own.case, own.evaluation
    text = answer(turn(own, FACT))
    assert "Add this to your case?" in text
    assert own.case == before
    text = answer(turn(own, "yes, add it"))
    assert f"“{FACT}”" in text
    assert own.case is not None
    assert before is not None
    assert [f.text for f in own.case.facts if f not in before.facts] == [FACT]
    assert own.evaluation == before_score
    assert "Taken back" in answer(turn(own, "undo"))
    assert own.case == before


def test_an_offer_is_off_when_the_conversation_goes_on(own: Engine) -> None:
    before = own.case
    turn(own, FACT)
    turn(own, "what is my grade?")
    turn(own, "yes")
    assert own.case == before
    turn(own, FACT)
    assert "nothing was changed" in answer(turn(own, "no"))
    assert own.case == before


def test_the_bundled_example_never_takes_a_readers_facts(example: Engine) -> None:
    before = example.case
    assert "new case" in answer(turn(example, FACT))
    turn(example, "yes")
    assert example.case == before


def test_without_a_case_a_stated_fact_begins_one(example_library: Library) -> None:
    engine = Engine(example_library, ExtractiveArguer(), case=None)
    text = answer(turn(engine, FACT))
    assert "begin a case" in text
    assert engine.case is None
    turn(engine, "add it")
    assert engine.case is not None
    assert [f.text for f in engine.case.facts] == [FACT]
    assert engine.evaluation is None
    turn(engine, "undo")
    assert engine.case is None


def test_a_single_question_records_nothing(example_library: Library) -> None:
    case = load_case(EXAMPLE_CASE)
    engine = Engine(example_library, ExtractiveArguer(), case=case, recording=False)
    for message in (
        FACT,
        "fact: " + FACT,
        "2-5.review is met because nobody reads them",
        "I seek Level 3-5",
        "I spend 40 percent of my time on inspections",
        "save",
    ):
        text = answer(turn(engine, message))
        assert "Recorded" not in text
        assert "Added to your case" not in text
        assert engine.case == case, message


def test_three_bare_words_credit_nothing(engine: Engine) -> None:
    before = engine.case
    text = answer(turn(engine, "2-5 is met"))
    assert "credits nothing" in text
    assert engine.case == before


def test_an_answer_to_the_question_carries_the_fact_as_evidence(own: Engine) -> None:
    fact = "Under factor 2 nobody reviews the technical content of my plans"
    turn(own, f"Fact: {fact}")
    aspect = own.pending_aspect
    assert aspect.startswith("2-5.")
    turn(own, "met")
    assert own.case is not None
    finding = next(f for f in own.case.findings if f.aspect == aspect)
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


def test_appeal_advice_states_odds_risk_and_what_is_at_stake(engine: Engine) -> None:
    text = answer(turn(engine, "should I appeal?"))
    assert "85 percent" in text
    assert "lower" in text
    assert engine.evaluation is not None
    assert f"{engine.evaluation.total:,}" in text


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


def test_an_empty_library_answers_in_our_words_with_the_place_to_look_up(tmp_path: Path) -> None:
    with Library.open(tmp_path / "empty") as library:
        engine = Engine(library, ExtractiveArguer(), case=None)
        text = answer(turn(engine, "what does Level 2-5 require?"))
        assert text.startswith("**Level 2-5**")
        assert "650 points" in text
        assert "Introduction to the Position Classification Standards" in text
        assert "our words" in answer(turn(engine, "what is a major duty?")).lower()
