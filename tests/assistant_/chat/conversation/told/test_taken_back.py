"""What was told or changed is taken back: the last of it, or what is named. All is fictional."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.engine import Engine
from core.model import Case, Classification, Fact
from index.library import Library
from tests.assistant_.saying import said

LAST = "My last survey of the depots moved twelve posts."
CASE = Case(
    title="A fictional analyst",
    fictional=True,
    standard="fes-primary",
    as_of=date(2026, 3, 20),
    current=Classification(title="Program Analyst", series="0343", grade=11),
    levels={
        level[0]: level for level in ("1-7", "2-4", "3-3", "4-4", "5-3", "6-3", "7-2", "8-1", "9-1")
    },
    sought={"3": "3-4", "5": "5-4"},
    facts=(
        Fact(text=LAST, source="Employee", factor=5),
        Fact(text="The SF-50 lowering the grade took effect on March 1, 2026.", source="SF-50"),
    ),
)


@pytest.fixture
def on_case(engine: Engine, tmp_path: Path) -> Iterator[Engine]:
    """A conversation on a case of one's own."""
    with Library.open(tmp_path) as library:
        yield Engine(
            library,
            ExtractiveArguer(),
            case=CASE,
            case_path=tmp_path / "case.toml",
            chooser=engine.chooser,
        )


@pytest.mark.parametrize(
    "message", ["scratch that last one", "take that back", "no, forget that last thing", "undo"]
)
def test_what_was_only_told_is_forgotten_and_the_case_stays(on_case: Engine, message: str) -> None:
    said(on_case, "My method was taken over by the other depots in January")
    assert "which was only told" in said(on_case, message)
    assert on_case.memory.told == []
    assert on_case.case == CASE
    assert "There is no change to take back" in said(on_case, message)
    assert on_case.case == CASE


def test_a_statement_is_taken_back_by_its_words(on_case: Engine) -> None:
    said(on_case, "I bought the scales for the depot myself in June")
    said(on_case, "My chief reads no drafts since May")
    said(on_case, "scratch that about the scales, it was somebody else")
    assert on_case.memory.told == ["My chief reads no drafts since May"]


def test_a_level_taken_back_leaves_what_came_after(on_case: Engine) -> None:
    said(on_case, "change my factor 7 to 7-3")
    said(on_case, "I seek 4-5")
    assert "the level of record 7-2" in said(on_case, "undo the 7-3")
    assert on_case.case is not None
    assert (on_case.case.levels["7"], on_case.case.sought["4"]) == ("7-2", "4-5")
    said(on_case, "undo")
    assert on_case.case == CASE
    assert "2,720 points" in said(on_case, "what if I get both 3-4 and 5-4?")


def test_what_is_taken_back_stays_out_of_what_is_tried(on_case: Engine) -> None:
    said(on_case, "change my factor 7 to 7-3")
    assert "2,790 points" in said(on_case, "what if I get both 3-4 and 5-4?")
    said(on_case, "undo the 7-3")
    assert "2,720 points" in said(on_case, "and the two without it?")


def test_a_no_before_a_taking_back_answers_no_criterion(on_case: Engine) -> None:
    said(on_case, "fact: I weigh the guards' reports without a guide")
    assert on_case.pending_aspect
    assert said(on_case, "no, scratch that about the guards").startswith("Taken back: the fact")
    assert on_case.case == CASE


def test_a_day_taken_back_gives_the_day_before_it(on_case: Engine) -> None:
    said(on_case, "that date is wrong, the SF-50 took effect on March 12")
    back = said(on_case, "sorry. the paper says the 1st after all, take that back")
    assert "took effect is March 1, 2026" in back
    assert "March 16, 2026" in said(on_case, "what is the last day to file for the lost pay?")


def test_what_was_taken_back_is_put_in_again(on_case: Engine) -> None:
    said(on_case, "I weigh the guards' reports without a guide")
    said(on_case, "add it")
    said(on_case, "undo")
    assert on_case.case == CASE
    said(on_case, "put it back")
    assert on_case.case is not None
    assert on_case.case.facts[-1].text == "I weigh the guards' reports without a guide"


@pytest.mark.parametrize(
    "message",
    [
        "can I take my appeal back?",
        "they took back my duties in May",
        "what if OPM strikes the 3-4?",
        "forget the letter, what is my grade?",
        "my boss wants to take that study back from me",
        "drop factor 3",
    ],
)
def test_what_takes_nothing_back_leaves_what_was_told(on_case: Engine, message: str) -> None:
    told = "My method was taken over by the other depots in January"
    said(on_case, told)
    said(on_case, message)
    assert told in on_case.memory.told


def test_a_correction_after_a_question_of_ours_is_no_finding(engine: Engine) -> None:
    said(engine, "what does level 2-4 require?")
    assert "finding" in said(engine, "why?")
    before = engine.case
    assert said(engine, "no, I meant factor 3").startswith("**Level 3-")
    said(engine, "why?")
    assert "time limit" in said(engine, "no, how long do I have to appeal?")
    assert engine.case == before


def test_a_factor_dropped_takes_back_nothing_told_of_another(engine: Engine) -> None:
    said(engine, "what does level 2-4 require?")
    said(engine, "no, I meant factor 3")
    assert said(engine, "drop factor 4").startswith("Dropped: Factor 4")


def test_a_fact_of_one_factor_stays_when_another_is_dropped(on_case: Engine) -> None:
    said(on_case, "My guidelines are vague and I interpret factor 3 policies for the whole sector.")
    said(on_case, "add it")
    kept = on_case.case.facts if on_case.case is not None else ()
    assert any("vague" in fact.text for fact in kept)
    assert said(on_case, "drop factor 5").startswith("Dropped: Factor 5")
    assert on_case.case is not None
    assert on_case.case.facts == kept
