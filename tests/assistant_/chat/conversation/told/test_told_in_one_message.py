"""Staff told once, sums and evaluations quoted, complaints, and rows of questions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.engine import Engine
from assistant.chat.reading.numbers import added_up
from assistant.chat.reading.parts import parts
from index.library import Library
from tests.assistant_.saying import said

NINE = "1-7, 2-4, 3-3, 4-3, 5-3, 6-2, 7-2, 8-1, 9-1"


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Engine]:
    """An engine without documents or case."""
    with Library.open(tmp_path) as library:
        yield Engine(library, ExtractiveArguer(), case=None)


@pytest.mark.parametrize(
    ("staff", "five", "six"),
    [
        ("I supervise eight GS-9 specialists and two GS-5 clerks", "Level 5-5, 650", "Level 6-3"),
        ("I supervise nine GS-12 engineers", "Level 5-7, 930", "Level 6-5"),
        ("I supervise 5 GS-5 clerks and 4 GS-4 clerks", "Level 5-3, 340", "Level 6-1"),
    ],
)
def test_staff_told_once_is_kept_for_factors_5_and_6(
    bare: Engine, staff: str, five: str, six: str
) -> None:
    said(bare, staff)
    assert five in said(bare, "which level of factor 5 is that?")
    assert six in said(bare, "and factor 6?")


def test_other_staff_is_tried_in_place_of_that_told(bare: Engine) -> None:
    said(bare, "I supervise nine GS-9 specialists")
    said(bare, "what is factor 5?")
    assert "Level 5-6, 800" in said(bare, "and if they were GS-11?")


def test_what_a_factor_means_is_not_asked_of_the_staff(bare: Engine) -> None:
    said(bare, "I supervise eight GS-9 specialists")
    assert "Level 5-5, 650" not in said(bare, "what does factor 5 measure?")


def test_a_total_that_does_not_add_up_is_named_with_its_distance(bare: Engine) -> None:
    told = said(bare, f"my agency says {NINE}, total 2,255")
    assert told.startswith("**No: 2,360 points: GS-11.**")
    assert "The total of 2,255 that is stated is 105 less" in told
    assert "2,560 points: GS-11" in said(bare, "and with 2-5")


def test_points_stated_for_a_level_are_held_against_the_table(bare: Engine) -> None:
    told = said(
        bare,
        "What grade is 1-7 (1250), 2-4 (450), 3-3 (275), 4-4 (225), 5-3 (175), 6-3 (60), 7-2 (50), "
        "8-1 (5), 9-1 (5), sum 2,495?",
    )
    assert "2,470 points: GS-11" in told
    assert "Level 5-3 is worth 150, not 175" in told
    assert "25 more than the levels come to" in told


def test_a_right_sum_is_not_corrected(bare: Engine) -> None:
    told = said(bare, f"my agency says {NINE}, total 2,360")
    assert told.startswith("**2,360 points: GS-11.**")
    assert "that is stated" not in told


def test_both_levels_named_for_one_factor_are_added_up(bare: Engine) -> None:
    told = said(
        bare,
        "my agency says factor 2 is 2-3 but I say 2-4, the rest 1-7 3-3 4-4 5-3 6-3 7-2 8-1 9-1",
    )
    assert "With Level 2-3: 2,295 points, GS-10; with Level 2-4: 2,470 points, GS-11" in told


def test_points_are_added_up_where_they_are_told_as_a_sum(bare: Engine) -> None:
    assert added_up("1250+450+275, what is that") == "1,975 points, what is that"
    assert added_up("I spend 40+30+30 percent") == "I spend 40+30+30 percent"
    assert "2,470 points are GS-11" in said(
        bare, "My sheet adds 1250+450+275+225+150+60+50+5+5, which grade is that?"
    )


def test_a_loss_that_is_supposed_is_put_on_no_record(bare: Engine) -> None:
    told = said(bare, "HR gave me 2,800, if they lose 2-5 to 2-4 do I stay a 12")
    assert "2,600 points, GS-11" in told


def test_a_row_of_questions_is_answered_one_by_one(bare: Engine) -> None:
    told = said(bare, "how long do I have, who decides, can it go down")
    assert "no time limit" in told
    assert "OPM decides" in told
    assert "can be lowered" in told


def test_what_stands_before_a_row_asks_nothing(bare: Engine) -> None:
    for row in (
        "a few questions: how long does OPM take, can a coworker write it, and who reads it?",
        "right, where do I send it, is there a fee and do I need a lawyer",
    ):
        assert len(parts(row)) == 3, row
    told = said(
        bare, "ok so where does it go, what goes in it and who has the last word, us or OPM"
    )
    assert "to OPM directly or through your agency" in told
    assert "present and requested title" in told
    assert "OPM decides" in told


def test_more_is_told_of_only_where_there_was_more(bare: Engine) -> None:
    four = "how long do I have, who decides, can it go down, what does it cost"
    assert "If there was more" not in said(bare, four)
    assert "If there was more" in said(bare, f"{four}, who may represent me")


def test_what_only_goes_on_is_no_row_of_questions() -> None:
    for one in (
        "can my supervisor represent me, can my union, can my wife",
        "I do budget work, contracts, and travel, and is that a 12",
        "My boss, who is a GS-12, says I should wait, is that right?",
    ):
        assert len(parts(one)) == 1


@pytest.mark.parametrize(
    "complaint",
    [
        "I have 20 years in and nobody ever told me why my grade isn't higher",
        "they won't tell me how they graded my job",
        "I've asked HR three times and they never answered why it's a 9",
    ],
)
def test_who_was_never_told_why_is_shown_how_to_ask(bare: Engine, complaint: str) -> None:
    told = said(bare, complaint)
    assert "Ask HR in writing for the evaluation" in told
    assert "at any time" in told


@pytest.mark.parametrize(
    "other",
    [
        "nobody told me about the 15 days",
        "I did not know my grade would be lowered",
        "my boss doesn't know what factor 4 is",
    ],
)
def test_other_things_untold_are_no_such_complaint(bare: Engine, other: str) -> None:
    assert "Ask HR in writing for the evaluation" not in said(bare, other)


def test_need_sets_no_grade(bare: Engine) -> None:
    told = said(bare, "with three kids and rent to pay I can't live on a GS-7")
    assert "pay and need do not raise a grade" in told
