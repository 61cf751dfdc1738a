"""A day, a year or a time told before is put right, and all that rests on it is answered anew."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.engine import Engine
from tests.assistant_.saying import said

LOWERED = "I'm a GS-12 analyst, my grade was cut to 11 effective 9/20/2026"


@pytest.fixture
def talk(engine: Engine) -> Engine:
    """A conversation without a case, on a fixed day."""
    own = Engine(engine.library, ExtractiveArguer(), case=None, chooser=engine.chooser)
    own.memory.today = date(2026, 11, 29)
    return own


def test_a_beginning_put_right_turns_the_answer(talk: Engine) -> None:
    first = (
        "I'm an HR specialist. Employee's GS-11 position was reclassified to GS-9 effective "
        "2026-06-14; position at 11 since 2025-08-10. Grade retention?"
    )
    assert said(talk, first).startswith("**No, not the grade")
    right = said(talk, "since 2025-05-04, sorry")
    assert right.startswith("Corrected: May 4, 2025 in place of August 10, 2025. **Yes")
    assert "June 27, 2028" in said(talk, "no wait, it took effect on June 28")
    assert not any("2025-08-10" in one for one in talk.memory.told)


def test_a_day_put_right_is_counted_from_and_comes_back(talk: Engine) -> None:
    said(talk, LOWERED)
    assert "October 12, 2026" in said(talk, "no wait, it was 9/27")
    assert "took effect is September 20, 2026" in said(talk, "put it back")
    assert "October 5, 2026" in said(talk, "and the last day now?")


@pytest.mark.parametrize(
    "message",
    [
        "sorry I misread, it was October 4",
        "hold up, I had the wrong date, it's October 4",
        "typo, 10/4",
        "my bad I looked again and it says October 4",
        "turns out it really took effect on October 4",
        "I got that wrong, October 4",
    ],
)
def test_a_slip_owned_to_puts_the_day_right(talk: Engine, message: str) -> None:
    said(talk, LOWERED)
    right = said(talk, message)
    assert right.startswith("Corrected: October 4, 2026 in place of September 20, 2026.")
    assert "October 19, 2026" in said(talk, "and the last day now?")


def test_the_day_it_came_is_put_right_beside_the_day_it_was_decided(talk: Engine) -> None:
    said(talk, "the agency decided my WG review on April 10, I got it on April 14. last day?")
    assert "May 2, 2026" in said(talk, "scratch that, I checked the mail, it came on the 17th")


def test_a_year_put_right_is_what_is_put_into_the_case(talk: Engine) -> None:
    said(talk, "I was hired as an analyst in 2019")
    said(talk, "no wait, that was 2021")
    assert talk.memory.told == ["I was hired as an analyst in 2021"]
    said(talk, "add it")
    said(talk, "oops, 2022")
    assert talk.case is not None
    assert [one.text for one in talk.case.facts] == ["I was hired as an analyst in 2022"]


@pytest.mark.parametrize(
    "message",
    [
        "sorry, what about October 4?",
        "actually I got the letter on October 2",
        "wait until October 9",
        "no, I filed it on October 3",
        "HR says October 9",
        "my birthday is November 9, sorry",
        "hmm no, I got it on October 2",
        "no, GS-11",
        "sorry, 2-4",
    ],
)
def test_another_day_puts_nothing_right(talk: Engine, message: str) -> None:
    said(talk, LOWERED)
    assert "Corrected" not in said(talk, message)
    assert talk.memory.told[:1] == [LOWERED]
