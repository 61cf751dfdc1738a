"""Which of the days told a time limit runs from: by the word that stands beside each."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.chat.reading.dates import named_days
from assistant.chat.reading.turns.limits.beside import (
    days_beside,
    limits_in,
    of_lowering,
    of_receipt,
)

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I got the letter on November 10 and it takes effect December 14", date(2026, 12, 14)),
        ("effective November 15, notice received October 30", date(2026, 11, 15)),
        ("mailed on November 3 but it doesn't take effect until January 10", date(2027, 1, 10)),
        ("Effective November 8 I'm a GS-7. Found out about it on November 20", date(2026, 11, 8)),
        (
            "November 10 is when I got the letter, December 14 is the effective date",
            date(2026, 12, 14),
        ),
        ("the effective date was November 20 not October 1", date(2026, 11, 20)),
        ("promoted to 12 on May 3, cut to 11 on October 30", date(2026, 10, 30)),
        ("It was effective last Friday, the letter is of November 2", date(2026, 11, 27)),
        ("I only got a letter, on November 10", date(2026, 11, 10)),
        ("was told November 12 that my WG-10 becomes a WG-8 on December 13", date(2026, 12, 13)),
    ],
)
def test_a_lowering_has_the_day_it_takes_effect(text: str, day: date) -> None:
    found = of_lowering(days_beside(text, TODAY))
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize(
    "text",
    [
        "she only found out about the 15 days yesterday",
        "I learned of the limit on November 20",
        "does a grievance filed on October 25 stop it",
        "the SF-50 was signed November 12 though",
        "I was on leave until November 18 and had no idea",
    ],
)
def test_nobody_was_lowered_on_the_day_of_something_else(text: str) -> None:
    assert of_lowering(days_beside(text, TODAY)) is None


def test_a_decision_is_received_on_the_day_its_letter_came() -> None:
    text = "the agency turned it down on March 3, 2025, I got the letter March 7"
    found = of_receipt(days_beside(text, TODAY))
    assert found is not None
    assert found.day == date(2025, 3, 7)


def test_a_last_day_counted_before_is_that_day_unless_it_is_called_the_effective_one() -> None:
    counted = (date(2026, 12, 5),)
    assert limits_in(days_beside("so is December 5 still right", TODAY), counted)
    assert not limits_in(days_beside("no, it is effective December 5", TODAY), counted)


def test_a_day_without_a_year_that_takes_effect_is_the_coming_one_where_it_is_near() -> None:
    def day(text: str) -> date:
        return named_days(text, TODAY)[0][2]

    assert day("it takes effect December 14") == date(2026, 12, 14)
    assert day("it was effective December 14") == date(2025, 12, 14)
    assert day("it takes effect June 14") == date(2026, 6, 14)
    assert day("they will lower it on June 14") == date(2027, 6, 14)
