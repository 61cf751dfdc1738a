"""Questions on what a decision ruled, and on levels of the supervisory guide."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.cases.edits import load_case
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from assistant.settings import EXAMPLE, EXAMPLE_CASE
from index.library import Library
from tests.assistant_.saying import reply, said
from tests.index_.lamp_documents import WordVectors

GUIDE = """# General Schedule Supervisory Guide (fictional)

## FACTOR 3 - AUTHORITY OVER LAMPS

### Factor Level 3-3 -- 775 points

To meet this level, the keeper must meet paragraph a or b below:

a. Chooses the lamps of a whole coast and answers for their light every night.

b. Directs three keepers and their mates through subordinate keepers.
"""


@pytest.fixture
def plain(example_library: Library) -> Engine:
    """An engine on the example's two decisions, without a case."""
    return Engine(example_library, ExtractiveArguer(), case=None)


@pytest.fixture
def one_decision(tmp_path: Path) -> Iterator[Engine]:
    guide = tmp_path / "general-schedule-supervisory-guide.md"
    guide.write_text(GUIDE, encoding="utf-8")
    decision = next(EXAMPLE.glob("*C-9999-11-01*.txt"))
    with Library.open(tmp_path / "home", WordVectors()) as library:
        library.ingest([guide, decision])
        yield Engine(library, ExtractiveArguer(), case=None)


@pytest.mark.parametrize(
    "question",
    [
        "what did OPM decide in C-9999-11-01?",
        "which series and grade did C-9999-11-1 come to",
    ],
)
def test_a_ruling_is_told_by_the_sentence_that_decides(plain: Engine, question: str) -> None:
    answer = reply(plain, question)
    assert answer.topic == "decision-ruling"
    assert "classified the position as Waterway Emergency Readiness Specialist" in answer.answer
    assert "properly classified as Waterway Emergency Readiness Specialist, GS-9999-11" in (
        answer.answer
    )
    assert plain.evaluation is None


def test_the_appellant_is_the_one_of_the_only_decision(one_decision: Engine) -> None:
    answer = said(one_decision, "did the appellant win?")
    assert answer.startswith("**C-9999-11-01 (not in the register) classified the position as")


def test_a_factor_without_a_level_is_answered_with_the_level_refused(
    one_decision: Engine,
) -> None:
    answer = said(one_decision, "what level did C-9999-11-01 credit for supervisory controls?")
    assert "It refused Level 2-5" in answer
    assert "Why decision C-9999-11-01 refused Level 2-5" in answer


def test_of_a_decision_that_is_named_nothing_is_told_of_another(plain: Engine) -> None:
    answer = said(plain, "why was Level 2-5 refused in decision C-9999-11-01?")
    assert "C-9999-11-01 (not in the register) refused Level 2-5" in answer
    assert "Level 2-5 asks:" in answer
    assert "C-9999-12-01" not in answer.split("\n\n")[0]


def test_a_decision_that_is_not_there_is_said_to_be_missing(plain: Engine) -> None:
    answer = said(plain, "what was the outcome of C-0301-15-07?")
    assert "C-0301-15-07 is not in your library" in answer
    assert "“" not in answer


def test_what_nothing_answers_and_no_document_holds_is_named(plain: Engine) -> None:
    answer = said(plain, "what is the State Personnel Board's rule on out-of-class work?")
    assert answer.startswith("The classification of another government is not held here. It stands")
    assert "stands in that government's own standards: get it from its" in answer


def test_other_positions_are_not_taken_for_the_appellant(one_decision: Engine) -> None:
    answer = said(one_decision, "which series covers budget analysts?")
    assert "C-9999-11-01 classified" not in answer


def test_what_a_decision_says_of_a_thing_is_quoted_first(plain: Engine) -> None:
    answer = said(plain, "what does C-9999-11-01 say of grade retention?")
    first = answer[answer.index("“") : answer.index("”")]
    assert "retention" in first


def test_comparing_positions_is_answered_with_the_bar_and_the_route(one_decision: Engine) -> None:
    answer = said(one_decision, "can I use another person's grade as an argument?")
    assert answer.startswith("**No.**")
    assert "headquarters" in answer


def test_what_follows_a_decision_is_asked_of_that_decision(plain: Engine) -> None:
    said(plain, "what does C-9999-11-01 say about factor 2?")
    assert "C-9999-11-01" in said(plain, "and factor 4?").splitlines()[0]
    assert "points" in said(plain, "how many points in total?").splitlines()[0]
    assert "C-9999-11-01" in said(plain, "and what grade?").splitlines()[0]


def test_what_was_claimed_on_a_factor_and_the_next_one_stay_with_the_decision(
    plain: Engine,
) -> None:
    said(plain, "what does C-9999-11-01 say about factor 2?")
    claimed = said(plain, "and what had he wanted there?").splitlines()[0]
    assert claimed.startswith("**Level 2-5 was sought on Factor 2 in C-9999-11-01")
    assert "Level 2-5" in said(plain, "why not the one above?").splitlines()[0]
    assert "on Factor 3" in said(plain, "and the next factor?").splitlines()[0]
    assert "classified the position" in said(plain, "so what grade did that make").splitlines()[0]


def test_the_open_case_is_not_taken_for_the_decision_spoken_of(
    example_library: Library, chooser: Chooser
) -> None:
    case = load_case(EXAMPLE_CASE)
    engine = Engine(example_library, ExtractiveArguer(), case=case, chooser=chooser)
    said(engine, "what does C-9999-11-01 say about factor 2?")
    own = said(engine, "total of record here?").splitlines()[0]
    assert "C-9999-11-01" not in own
    assert "2,645" in own


def test_a_level_after_the_supervisory_guide_is_one_of_the_guide(plain: Engine) -> None:
    said(plain, "How are supervisors graded under the GSSG?")
    assert "450 points" in said(plain, "what does 3-2 take?")
    assert "775 points" in said(plain, "and the next one?")
    assert said(plain, "how many points apart are they?").startswith("**325 points**")


@pytest.mark.parametrize(
    ("asked", "quoted"),
    [
        ("decisions that refused 2-5", "The position does not meet Level 2-5."),
        (
            "find decisions where 2-5 was refused because officials examine it and agree first",
            "takes effect only after two officials have examined it and agreed.",
        ),
    ],
)
def test_a_refusal_is_quoted_on_the_matter_asked_about(
    plain: Engine, asked: str, quoted: str
) -> None:
    first = next(line for line in reply(plain, asked).answer.splitlines() if line[:1] == ">")
    assert quoted in first


def test_a_decision_is_known_by_who_appealed(one_decision: Engine) -> None:
    answer = reply(one_decision, "points OPM gave for scope to the waterway guy")
    assert answer.topic == "decision-ruling"
    assert "on Factor 5" in answer.answer
