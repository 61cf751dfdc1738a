"""Times, levels and reports that a message tells: taken for what they are, over several turns."""

from __future__ import annotations

import pytest

from assistant.chat.engine import Engine
from tests.assistant_.saying import said

NOT_THE_GRADE = (
    "My job was a 13 for just 10 months when reclassified. Do I keep the grade for two years?",
    "the position existed at GS-9 for half a year only, is the grade retained two years?",
    "The position was upgraded 7 months ago and now it goes down again, do I retain the grade?",
)
NO_TIME_AT_THE_GRADE = (
    "They lowered me six months ago. Do I keep my grade?",
    "is grade retention two years?",
    "do I keep my grade for 2 years or 1 year",
)


@pytest.mark.parametrize("message", NOT_THE_GRADE)
def test_a_grade_that_stood_under_a_year_is_not_kept(engine: Engine, message: str) -> None:
    assert said(engine, message).startswith("**No, not the grade")


@pytest.mark.parametrize("message", NO_TIME_AT_THE_GRADE)
def test_other_stretches_of_time_are_no_time_at_the_grade(engine: Engine, message: str) -> None:
    answer = said(engine, message)
    assert not answer.startswith("**No")
    assert "the position stood at the grade for at least one year, so" not in answer


@pytest.mark.parametrize(
    "message",
    [
        "Our agency has to send OPM a consistency report, how many days do we have?",
        "When is an intra-agency consistency report due?",
    ],
)
def test_a_consistency_report_has_its_own_days(engine: Engine, message: str) -> None:
    assert said(engine, message).startswith("**90 days")


def test_levels_named_in_two_messages_make_one_total(engine: Engine) -> None:
    assert "not a total yet" in said(engine, "1-7, 2-4, 3-3, 4-4, 5-3")
    assert "2,540 points: GS-11" in said(engine, "and 6-3, 7-3, 8-1, 9-1")
    assert "2,740 points: GS-11" in said(engine, "2-5 instead")
    assert "not a total yet" in said(engine, "What do 1-7, 2-4 and 3-3 make together?")


@pytest.mark.parametrize(
    ("message", "day"),
    [
        ("They downgraded me on March 3, 2025. When must I file to keep the retroactive pay?", 18),
        ("My grade dropped on April 6, 2025. By what day must I file to save the lost pay?", 21),
    ],
)
def test_a_day_told_before_the_question_is_counted_from(
    engine: Engine, message: str, day: int
) -> None:
    assert f" {day}, 2025" in said(engine, message)
