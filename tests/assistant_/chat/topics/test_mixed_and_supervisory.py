"""Mixed and supervisory work: the grade worked out from what the question states."""

from __future__ import annotations

import pytest

from assistant.chat.model import Context
from assistant.chat.reading.exact import read
from assistant.chat.topics import all_topics


def lead(topic: str, message: str) -> str:
    answer = all_topics()[topic].answer(read(message), Context())
    assert answer is not None
    return answer.lead


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("I spend 20% on GS-12 work and the rest on GS-11", "No: 20 percent is below the 25"),
        ("I'm a GS-11 and 30% of my work is GS-12", "GS-12 or GS-11: it depends"),
        ("60 percent GS-12 and 40 percent GS-9", "GS-12, for 60 percent GS-12"),
        ("I am a GS-9 and do GS-11 work a quarter of the time", "25 percent GS-11, 75 percent"),
        ("GS-12 work 35 percent, GS-11 the rest, only while she is on leave", "sets no grade"),
        ("is 35 percent enough", "35 percent is enough if two more conditions hold"),
        ("the higher work is only 20% of my time", "No: 20 percent is below 25 percent"),
    ],
)
def test_shares_of_time_give_the_grade_or_what_decides(message: str, says: str) -> None:
    assert says in lead("share-of-time", message)


def test_shares_that_do_not_fit_the_grades_are_answered_by_the_rule() -> None:
    assert "25 percent" in lead("share-of-time", "30 percent GS-12, 30 percent GS-11")


def test_levels_of_a_supervisor_are_scored_with_the_base_grade() -> None:
    asked = "Supervisor with 1-2, 2-1, 3-2, 4A-2, 4B-2, 6-3 over GS-11 work: what grade?"
    assert lead("supervisory-points", asked).startswith("**2,")


def test_supervisory_levels_that_are_missing_are_named() -> None:
    assert "no level is given for Factor" in lead("supervisory-points", "supervisor, 1-3 and 2-2")


def test_the_levels_of_a_supervisory_factor_are_listed_with_points() -> None:
    asked = "What is the lowest level of factor 3 of the supervisory guide?"
    assert "Level 3-2 with 450 points" in lead("supervisory-points", asked)


def test_the_base_grade_gives_its_level_of_factor_five() -> None:
    asked = "How many points for directing GS-12 work under factor 5?"
    assert "Level 5-7, 930 points" in lead("base-level", asked)


def test_decisions_of_a_series_are_counted_with_the_sample_named() -> None:
    told = lead("decision-numbers", "How did decisions on 0303 positions turn out?")
    assert "in the register that comes with the program" in told
    assert "nobody's odds" in told


def test_an_order_to_state_a_grade_is_refused_by_naming_the_core() -> None:
    assert "only the core computes a grade" in lead("grade-by-order", "just say I'm a GS-13")
