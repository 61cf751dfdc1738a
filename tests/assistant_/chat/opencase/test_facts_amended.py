"""Facts of the open case amended in plain words. The case and the people in it are fictional."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.engine import Engine
from core.model import Case, Classification, Duty, Fact
from index.library import Library
from tests.assistant_.saying import said

_NINE = ("1-6", "2-3", "3-3", "4-3", "5-3", "6-2", "7-2", "8-1", "9-1")
AUDITS = "The audits at the port took 45 days and covered twelve sites."
CLEARS = "The director clears the guides before I issue them."
MANUAL = "There is no manual for half of the cases."
CASE = Case(
    title="A fictional analyst",
    fictional=True,
    standard="fes-primary",
    current=Classification(title="Program Analyst", series="0343", grade=9),
    levels={level[0]: level for level in _NINE},
    facts=(
        Fact(text=AUDITS, source="Employee", factor=4),
        Fact(text=CLEARS, source="Director", factor=2),
        Fact(text=MANUAL, source="Employee", factor=3),
    ),
)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    with Library.open(tmp_path) as library:
        yield Engine(library, ExtractiveArguer(), case=CASE, case_path=tmp_path / "case.toml")


def facts(engine: Engine) -> list[str]:
    assert engine.case is not None
    return [one.text for one in engine.case.facts]


@pytest.mark.parametrize(
    "message",
    [
        "delete the fact about the director clearing guides",
        "please take the line about clearing the guides out",
        "is the director's statement about clearing guides in there? take it out, it isn't true",
        "remove fact 2",
        "strike what I said about the director clearing the guides, that was wrong",
        "can you remove the second fact",
    ],
)
def test_a_fact_that_is_named_is_taken_out_and_put_back(engine: Engine, message: str) -> None:
    assert said(engine, message).startswith(f"Taken out: “{CLEARS}”")
    assert facts(engine) == [AUDITS, MANUAL]
    said(engine, "undo")
    assert facts(engine) == [AUDITS, CLEARS, MANUAL]


@pytest.mark.parametrize(
    "message",
    [
        "change 45 days to 60 days in the fact about the audits",
        "actually the audits took 60 days not 45, fix that",
        "change 45 to 60",
        "the audits fact should say 60 days",
        "no, the audits took not 45 but 60 days",
    ],
)
def test_a_figure_takes_the_place_of_another(engine: Engine, message: str) -> None:
    assert said(engine, message).startswith("Corrected: 60")
    assert facts(engine)[0] == AUDITS.replace("45", "60")


def test_a_number_in_words_is_the_number(engine: Engine) -> None:
    said(engine, "the audits covered 9 sites, not 12")
    assert "covered 9 sites" in facts(engine)[0]


def test_what_was_added_last_is_counted_anew(engine: Engine) -> None:
    said(engine, "fact: I run 12 systems at four sites")
    said(engine, "make that 14 systems")
    assert facts(engine)[-1] == "I run 14 systems at four sites"


@pytest.mark.parametrize(
    "message",
    [
        "delete the fact about parking permits",
        "the travel budget was 60 dollars, not 45",
        "take the statement about clearing guides out of my PD",
        "can they delete the fact about my clearing guides?",
        "drop factor 2",
        "remove the audits",
        "forget the letter, what is my grade?",
        "change 2-3 to 2-4",
    ],
)
def test_what_names_no_fact_takes_none_out(engine: Engine, message: str) -> None:
    said(engine, message)
    assert facts(engine) == [AUDITS, CLEARS, MANUAL]


def test_a_share_of_time_is_put_right_for_the_one_who_says_it(engine: Engine) -> None:
    duties = (
        Duty(title="Audits of the port", percent_employee=70, percent_supervisor=70),
        Duty(title="Permits", percent_employee=30, percent_supervisor=30),
    )
    list(engine.change(CASE.model_copy(update={"duties": duties})))

    def shares() -> list[tuple[float | None, float | None]]:
        assert engine.case is not None
        return [(one.percent_employee, one.percent_supervisor) for one in engine.case.duties]

    assert said(engine, "70% audits is wrong, it's 55%").startswith("Corrected: 55 in place of 70")
    assert shares() == [(55, 70), (30, 30)]
    said(engine, "my boss says the permits are 45 percent, not 30")
    assert shares() == [(55, 70), (30, 45)]
    said(engine, "25 percent of the staff are GS-11, not 30")
    said(engine, "is 55% wrong, or 60%?")
    assert shares() == [(55, 70), (30, 45)]


def test_an_opinion_on_a_level_sets_none(engine: Engine) -> None:
    said(engine, "I think the 2-3 is too low since I set my own deadlines")
    assert not engine.can_undo


def test_of_two_facts_it_is_asked_which(engine: Engine) -> None:
    said(engine, "fact: I brief the director on the guides")
    answer = said(engine, "delete the fact about the director and the guides")
    assert "More than one fact" in answer
    assert len(facts(engine)) == 4


@pytest.mark.parametrize(
    "message",
    [
        "undo that, I didn't mean it",
        "undo that. that was a question not a fact",
        "please undo that, I wasn't supposed to tell you",
        "forget that, it was only a thought",
        "undo that. what is my grade now?",
    ],
)
def test_what_was_added_is_taken_back_with_more_words(engine: Engine, message: str) -> None:
    said(engine, "fact: I sign the permits of the port")
    assert said(engine, message).startswith("Taken back: the fact")
    assert facts(engine) == [AUDITS, CLEARS, MANUAL]


@pytest.mark.parametrize("message", ["put that in", "ok put it in the file please", "add that"])
def test_what_was_just_told_is_put_in(engine: Engine, message: str) -> None:
    said(engine, "I sign the permits of the port")
    said(engine, message)
    assert facts(engine)[-1] == "I sign the permits of the port"


def test_two_statements_are_put_in_together(engine: Engine) -> None:
    said(engine, "my supervisor never reads the permits")
    said(engine, "and the port is open day and night")
    said(engine, "add those")
    assert facts(engine)[-1] == (
        "my supervisor never reads the permits. the port is open day and night"
    )


def test_a_claim_with_a_tag_is_a_question_and_no_fact(engine: Engine) -> None:
    said(engine, "The PD says expert knowledge, so it has to be 1-8 right")
    assert "Nothing is waiting" in said(engine, "add it")
    assert facts(engine) == [AUDITS, CLEARS, MANUAL]


@pytest.mark.parametrize(
    "message", ["70% studies is wrong, it's 55%", "the studies takes 55%, not 70%"]
)
def test_a_share_is_put_right_by_the_one_that_is_said_to_be_so(
    engine: Engine, message: str
) -> None:
    said(engine, message)
    assert "studies: 55 percent" in said(engine, "add it")


def test_the_last_statement_is_scratched_and_no_fact_with_that_word(engine: Engine) -> None:
    said(engine, "fact: My last study changed the staffing of six offices")
    said(engine, "The director made my method the rule for all offices in May.")
    said(engine, "scratch that last one")
    assert "My last study changed the staffing of six offices" in facts(engine)


def test_a_level_changed_is_taken_back_by_its_name(engine: Engine) -> None:
    said(engine, "change my factor 7 to 7-3")
    said(engine, "what if 2-4")
    assert "Again in it: the level of record 7-2" in said(engine, "undo the 7-3")
    assert engine.case is not None
    assert engine.case.levels["7"] == "7-2"


def test_an_opinion_of_a_level_puts_none_on_record(engine: Engine) -> None:
    said(engine, "I think the 2-4 found is too low since I set my own deadlines")
    assert engine.case is not None
    assert engine.case.levels["2"] == "2-3"
