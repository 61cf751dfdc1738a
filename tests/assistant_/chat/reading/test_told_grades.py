"""Grades told without their plan, and numbers that are none."""

import pytest

from assistant.chat.reading.exact import read


@pytest.mark.parametrize(
    ("message", "grades"),
    [
        ("point range for a 13 and for a 14 pls", (13, 14)),
        ("what does a GS-12 and a 13 take in points", (12, 13)),
        ("we were a 13 for 3 years and got cut to 12, do I keep it?", (13, 12)),
        ("do i get to keep the 6 for two years", (6,)),
        ("bumped from an 11 down to a nine", (11, 9)),
        ("my 11 is worth a 12", (11, 12)),
        ("GS 12 vs 13", (12, 13)),
        ("GS-9, 11 or 12", (9, 11, 12)),
        ("move to an 11 from 9", (11, 9)),
        ("how far to 13", (13,)),
        ("a 13 does more than that", (13,)),
        ("they put me back to a 7", (7,)),
        ("got promoted to 12 last spring", (12,)),
        ("what if it goes down to 9 or 10", (9, 10)),
        ("levels 1-7 and 2-4 make a 12 in 0343", (12,)),
    ],
)
def test_a_grade_is_read_where_only_a_grade_fits(message: str, grades: tuple[int, ...]) -> None:
    assert read(message).grades == grades


@pytest.mark.parametrize(
    "message",
    [
        "the 12 month rule",
        "a 15 day limit",
        "file by the 15 at noon",
        "within the 15 calendar days",
        "is it true the 10 points count",
        "my PD has the 14 duties",
        "a 12 hour shift",
        "we went to 5 meetings",
        "cut to 10 percent",
        "the 11 factors",
        "paragraph 12 and 13",
        "there are 12 of us",
        "level 5 of 6",
        "a 40 hour week",
    ],
)
def test_other_numbers_are_no_grades(message: str) -> None:
    assert read(message).grades == ()


def test_a_share_after_a_grade_is_no_second_one() -> None:
    assert read("GS-12 and 13 percent of the time").grades == (12,)
    assert read("GS-12, 3 years").grades == (12,)


@pytest.mark.parametrize(
    ("message", "shares"),
    [
        ("I do higher work one day a week", (20.0,)),
        ("I spend two days out of five on GS-12 work", (40.0,)),
        ("half a day a week of GS-9 work", (10.0,)),
        ("10 hours a week I do GS-11 duties", (25.0,)),
        ("I do higher work one day a month", ()),
        ("higher work one day every other week", ()),
        ("I work from home two days a week and do GS-12 work", ()),
        ("I have 15 days to file, I do higher work", ()),
        ("I report to her two days a week", ()),
    ],
)
def test_days_of_the_week_at_work_of_a_grade_are_a_share(
    message: str, shares: tuple[float, ...]
) -> None:
    assert read(message).percents == shares
