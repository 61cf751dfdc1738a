"""What a level lost comes to; the example stands at 2,645 points and seeks 2-5 and 4-5."""

from __future__ import annotations

import pytest

from assistant.chat.engine import Engine
from tests.assistant_.saying import reply, said


@pytest.mark.parametrize(
    ("message", "total"),
    [
        ("what if they took 1-7 away", "2,345 points, GS-10"),
        ("if I lost 2-4", "2,470 points, GS-11"),
        ("if I get 2-5 but lose 1-7", "2,545 points, GS-11"),
        ("they give me 4-5 but take 3-4", "2,570 points, GS-11"),
        ("what if I lose 1-7 but get both", "2,645 points, GS-11"),
        ("if OPM refuses 4-5", "2,845 points, GS-12"),
        ("if 4-5 fails and 2-5 makes it", "2,845 points, GS-12"),
        ("and if OPM gave me nothing but 2-5, where would i be", "2,845 points, GS-12"),
        ("what if they say my supervision is only 2-3", "2,470 points, GS-11"),
        ("worst case the classifier puts factor 1 down to 1-6", "2,345 points, GS-10"),
    ],
)
def test_what_is_lost_falls_one_step_and_what_is_refused_is_not_added(
    engine: Engine, message: str, total: str
) -> None:
    answer = reply(engine, message)
    assert answer.topic == "what-if"
    assert total in answer.answer.partition("now it is")[0]


@pytest.mark.parametrize(
    "message", ["what if everything I seek is refused", "what if neither is granted"]
)
def test_nothing_changes_where_all_that_is_sought_is_refused(engine: Engine, message: str) -> None:
    assert "2,645 points: GS-11" in said(engine, message)[:200]


def test_the_lowest_level_cannot_be_lost(engine: Engine) -> None:
    assert "Nothing lies below Level 9-1" in said(engine, "what happens if they took 9-1 away")


def test_losses_add_up_while_they_are_spoken_of(engine: Engine) -> None:
    said(engine, "what if they took 1-7 away")
    assert "2,170 points, GS-10" in said(engine, "and if they also take 2-4")


@pytest.mark.parametrize(
    "message",
    [
        "why was 2-5 refused",
        "is 2-4 not met?",
        "OPM refused 2-5 in that decision",
        "what if they say it is only 2-3 because she reads everything",
    ],
)
def test_what_supposes_nothing_is_no_loss(engine: Engine, message: str) -> None:
    assert reply(engine, message).topic != "what-if"


def test_why_not_takes_nothing_off_what_is_tried(engine: Engine) -> None:
    said(engine, "what if 2-5 and 4-5")
    assert reply(engine, "why not 4-5").topic == "level-argument"


def test_of_two_levels_the_one_held_is_named(engine: Engine) -> None:
    said(engine, "explain 2-5 to me")
    said(engine, "and the one below that?")
    assert "Level 2-4 is what the core credits" in said(engine, "which of the two do I have now?")


def test_a_factor_named_behind_what_would_cost_the_grade_is_tried(engine: Engine) -> None:
    said(engine, "which single step down would cost it the 11?")
    assert said(engine, "contacts not?").startswith("**With Level 6-2: 2,610 points, GS-11.**")


@pytest.mark.parametrize(
    "message", ["I get 4-5 but lose 3-4", "I win 2-5 and lose 1-7", "they refuse everything I seek"]
)
def test_a_supposition_is_not_noted_as_a_fact(engine: Engine, message: str) -> None:
    assert "Noted" not in said(engine, message)
