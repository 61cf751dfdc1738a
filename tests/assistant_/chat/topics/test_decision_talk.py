"""A decision talked of for several turns, by pronouns and single words; the decision is made up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from assistant.chat.reading.exact import read
from index.library import Library
from tests.assistant_.saying import said
from tests.index_.lamp_documents import WordVectors

HARBOR = (
    Path(__file__).parents[3]
    / "index_"
    / "decisions"
    / "examples"
    / "c-harbor-budget-technician.txt"
)
"""C-9991-07-05: a budget technician who stays GS-7 with 1,535 points; two appeal together."""


@pytest.fixture(scope="module")
def harbor_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("harbor")
    with Library.open(home, WordVectors()) as library:
        library.ingest([HARBOR])
    return home


@pytest.fixture
def talk(harbor_home: Path, chooser: Chooser) -> Iterator[Engine]:
    """A conversation in which the ruling has just been told."""
    with Library.open(harbor_home, WordVectors()) as library:
        engine = Engine(library, ExtractiveArguer(), case=None, chooser=chooser)
        assert "GS-9991-7" in said(engine, "What did C-9991-07-05 decide?")
        yield engine


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("when did they take it in", "accepted on May 6, 2002"),
        ("and decided?", "On October 31, 2002"),
        ("how long did it take", "178 days"),
        ("what had they wanted", "Budget Technician (Harbor), GS-9991-8 was asked for"),
        ("who spoke for them", "Ned Oar"),
        ("did it raise them?", "**No: C-9991-07-05"),
        ("where did they work", "Bureau of Imaginary Customs"),
        ("how did the agency see it", "The agency had it at Budget Technician (Harbor)"),
        ("which levels were refused", "Level 1-6 (credited 1-5)"),
        ("complexity?", "credited Level 4-2"),
        ("summarize it in two sentences", "left Budget Technician (Harbor), GS-9991-7 as it was"),
        ("in plain words, what happened there?", "GS-9991-7 as it was"),
        ("cite the paragraph on factor 4", "credited Level 4-2"),
        ("what have decisions refused it for?", "Level 1-6 (credited 1-5)"),
        ("name of the appellant?", "C-9991-07-05"),
        ("who appealed it?", "C-9991-07-05"),
    ],
)
def test_a_particular_is_told_of_the_decision_talked_of(
    talk: Engine, asked: str, told: str
) -> None:
    assert told in said(talk, asked)


def test_the_factor_spoken_of_stays(talk: Engine) -> None:
    said(talk, "knowledge?")
    assert "Level 1-6 was sought on Factor 1" in said(talk, "which one did they ask for")
    assert "credited Level 1-5" in said(talk, "and got?")
    assert "tells it of Factor 1" in said(talk, "what did they do there")


def test_the_factor_beside_the_one_told_is_told(talk: Engine) -> None:
    assert "on Factor 4" in said(talk, "complexity?")
    assert "on Factor 5" in said(talk, "and the one after that?")
    assert "on Factor 4" in said(talk, "and the one before?")


def test_what_is_not_in_the_decision_is_said_to_be_missing(talk: Engine) -> None:
    said(talk, "complexity?")
    assert "names no level that the appellant sought on Factor 4" in said(
        talk, "and what had they wanted there?"
    )


def test_what_a_level_more_would_have_made_is_reckoned(talk: Engine) -> None:
    told = said(talk, "would it have helped with 2-4?")
    assert "1,710 points, GS-8" in told
    assert "For your case" not in told
    assert "with 4-3 1,610 points, GS-8" in said(talk, "what would it have taken, one more level?")


@pytest.mark.parametrize(
    "asked",
    [
        "how long do I have to appeal?",
        "can I cite it?",
        "what is my grade?",
    ],
)
def test_what_is_asked_of_oneself_leaves_the_decision(talk: Engine, asked: str) -> None:
    assert "C-9991-07-05 " not in said(talk, asked).partition("###")[0]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("and what had they wanted there?", "Budget Technician (Harbor), GS-9991-8 was asked for"),
        ("quote paragraph 1 of the decision", "C-9991-07-05"),
        ("who signed it?", "C-9991-07-05"),
    ],
)
def test_all_that_speaks_of_a_decision_means_the_same_after_another_turn(
    talk: Engine, asked: str, told: str
) -> None:
    said(talk, "how long do I have to appeal?")
    assert told in said(talk, asked)


def test_what_names_another_decision_does_not_go_on_with_the_one_talked_of(talk: Engine) -> None:
    assert "C-9991-07-05" not in said(talk, "and the total in C-0080-11-02?")


def test_the_points_of_the_level_credited_and_not_the_total(talk: Engine) -> None:
    told = said(talk, "complexity?")
    assert "Level 4-2" in told
    assert "Level 4-2 for 75 points" in said(talk, "how many points was that")
    assert "1,535" in said(talk, "and the total points?")


def test_whether_pay_was_kept_is_not_whether_the_grade_was(talk: Engine) -> None:
    assert not said(talk, "did they at least keep their pay").startswith("**Yes: C-9991-07-05")


@pytest.mark.parametrize("asked", ["who else had this problem?", "similar ones?", "any others?"])
def test_further_decisions_on_the_level_spoken_of_are_told(talk: Engine, asked: str) -> None:
    said(talk, "why was Level 1-6 refused?")
    assert "**No other here: Level 1-6 was refused in C-9991-07-05" in said(talk, asked)


@pytest.mark.parametrize(
    "asked",
    [
        "pull 9991-07-05, what did he get",
        "what did c-9991-07-05 hold, one paragraph pls",
        "what was the holding in 9991-07-05?",
    ],
)
def test_a_decision_is_known_without_its_letter_and_asked_for_in_any_word(
    talk: Engine, asked: str
) -> None:
    answer = said(Engine(talk.library, ExtractiveArguer(), case=None, chooser=talk.chooser), asked)
    assert "C-9991-07-05" in answer.split("\n")[0]
    assert "Budget Technician (Harbor), GS-9991-7" in answer.split("\n")[0]


def test_a_day_in_figures_is_no_decision() -> None:
    assert read("what happened on 2014-08-20").decision == ""
