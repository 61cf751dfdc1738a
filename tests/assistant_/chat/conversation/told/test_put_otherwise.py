"""What others hold a level to be, words of a fact put right or taken out, times put right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.cases.edits import load_case
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from assistant.settings import EXAMPLE_CASE
from index.library import Library
from tests.assistant_.saying import said


@pytest.fixture
def own(example_library: Library, chooser: Chooser) -> Engine:
    """An engine on a case of the reader's own."""
    case = load_case(EXAMPLE_CASE)
    return Engine(example_library, ExtractiveArguer(), case=case, title="mine", chooser=chooser)


@pytest.fixture
def bare(tmp_path: Path, chooser: Chooser) -> Iterator[Engine]:
    """An engine without a case, on a day that what is told is read from."""
    with Library.open(tmp_path) as library:
        engine = Engine(library, ExtractiveArguer(), case=None, chooser=chooser)
        engine.memory.today = date(2026, 11, 30)
        yield engine


@pytest.mark.parametrize(
    "told", ["they say complexity should be 4-3. then what", "HR thinks it should have 4-3 only"]
)
def test_what_others_say_of_a_level_is_not_sought(own: Engine, told: str) -> None:
    assert own.case is not None
    before = own.case.sought
    assert "Sought:" not in said(own, told)
    assert own.case.sought == before


def test_what_is_missing_as_things_are_leaves_out_what_is_on_trial(own: Engine) -> None:
    said(own, "what if 2-5")
    told = said(own, "no scrap that. as things are, what am I missing for a 12")
    assert "110 points short of GS-12" in told


def test_words_of_a_fact_are_put_right_and_the_fact_is_taken_out(own: Engine) -> None:
    said(own, "put down that I wear a respirator in the culverts, every week")
    assert "every month" in said(own, "oh hang on it's every month, not every week")
    assert own.case is not None
    assert any("every month" in one.text for one in own.case.facts)
    assert "Taken out" in said(own, "never mind, take the respirator out altogether")
    assert not any("respirator" in one.text for one in own.case.facts)


def test_words_that_no_fact_has_change_none(own: Engine) -> None:
    assert own.case is not None
    before = own.case.facts
    said(own, "it's a grievance, not an appeal")
    assert own.case.facts == before


def test_how_long_the_grade_stood_is_told_and_put_right(bare: Engine) -> None:
    said(bare, "they reclassified my position and im going from 11 to 9 in march. do i keep it")
    assert said(bare, "the position was only made an 11 eight months ago though").startswith(
        "**No, not the grade"
    )
    assert "days" not in said(bare, "so my pay just drops?").partition("\n")[0]
    told = said(bare, "wait I looked at the paper, it was fourteen months not eight")
    assert told.startswith("**Yes: the grade is kept for two years")
    told = said(bare, "and if they offer me some other 11 in the meantime and I say no thanks")
    assert "declining it ends grade retention" in told


def test_a_wage_employee_cannot_appeal_the_words_of_the_description(bare: Engine) -> None:
    told = said(bare, "WG-8 here. my job description is full of mistakes, can I appeal that?")
    assert told.startswith("**No")
    assert "description says cannot be appealed" in told
