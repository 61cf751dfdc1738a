"""Whether a grade is kept, by what the message tells: why it went down, for how long it stood."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.chat.answering.procedure.again import lowered_again
from assistant.chat.answering.procedure.keeping import kept_as_told
from assistant.chat.answering.procedure.offering import offer_as_told
from assistant.chat.model import Context
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.limits.happened import says_kept

TODAY = date(2026, 11, 29)

TOLD = {
    "not the grade": (
        "the position only became a GS-9 in october and they cut it in june, do I keep the grade",
        "My job was upgraded to GS-12 on March 3, 2024 and lowered on January 12, 2025. Retention?",
        "The position was upgraded 7 months ago and now it goes down again, do I retain the grade?",
        "the slot was set up at 12 in January 2025; we are cutting it to 11 this November 2025",
        "a 13 since last fall, reclassified in the spring: saved grade?",
        "the job was only a 9 for 8 months before they cut it to 7. do I keep the 9",
        "riffed from gs-11 to gs-7, i was only ten months in any job above a 7. keep my grade?",
    ),
    "Yes": (
        "I've sat in this GS-12 chair eleven years, it goes to 11 starting Jan 11 2026. kept?",
        "job stood at GS-11 from May 2019 until they lowered it in August 2025. keep the 11?",
        "I was promoted into it five months before the cut, but the job had been a 12 since 2015.",
        "position was a 12 for 9 months, before that a 13 for years. cut to 11. keep the 12?",
        "RIF put me from 12 to 9. I'd been at 12 for eight months, at 11 for four years before.",
        "misclassified from the beginning, 8 years as a 12, corrected to 11. Do I keep it?",
        "I never asked to go down, they just did it. It was an 11 since 2018. grade kept?",
    ),
    "own request": (
        "I asked to be moved to the lower graded job, do I keep the 9?",
        "she requested a downgrade to be near her mother. saved pay?",
        "is grade retention possible after a voluntary demotion",
    ),
    "personal cause": (
        "Demoted because of a bad performance rating, do I get two years of my old grade?",
        "they lowered it for misconduct, saved pay?",
        "disciplined down a grade, but I was there ten years. do i keep the grade",
    ),
    "temporary or term appointment": (
        "employee on a 2-year term appointment, position goes from 11 to 9: retained grade?",
    ),
    "probation was not completed": (
        "He failed his supervisory probation and went back from 13 to 12. Does he retain the 13?",
    ),
    "temporary promotion": (
        "I held the 13 only on a temporary promotion and now it ended, do I keep the 13?",
    ),
    "does not depend on how long you have been there": (
        "I was promoted nine months ago and now the job is lowered",
        "Can I keep my grade if I've only been in the job for 6 months?",
    ),
}
OPEN = (
    "my retained grade started on July 12, 2026. when does it run out?",
    "my saved grade began on March 3, 2026, how long do I keep it?",
    "They lowered me six months ago. Do I keep my grade?",
    "is grade retention two years?",
    "do I keep my grade for 2 years or 1 year",
    "I asked HR for a desk audit and they lowered my job to a 9. do i keep my grade",
    "my boss says I volunteered, but management asked me to take the lower job. my grade?",
    "after two years of grade retention what happens",
    "I need to keep my grade for three more years until I retire, possible?",
    "a reorganization was announced and I take a lower job before it, 6 years a GS-12",
)


@pytest.mark.parametrize(("lead", "message"), [(k, m) for k, told in TOLD.items() for m in told])
def test_what_is_told_decides_what_is_kept(lead: str, message: str) -> None:
    answer = kept_as_told(read(message, today=TODAY), Context(today=TODAY))
    assert answer is not None
    assert lead in answer.lead


@pytest.mark.parametrize("message", OPEN)
def test_what_is_not_told_is_left_open(message: str) -> None:
    assert kept_as_told(read(message, today=TODAY), Context(today=TODAY)) is None


def test_the_last_day_is_named_where_the_first_is_told() -> None:
    message = "downgraded 14 to 13 effective July 6, 2025, position a 14 since 2010. until when?"
    answer = kept_as_told(read(message, today=TODAY), Context(today=TODAY))
    assert answer is not None
    assert "through July 5, 2027" in answer.lead


def test_a_second_reduction_keeps_the_first_grade_and_then_the_second() -> None:
    told = "retained grade from March 9, 2025; second cut to GS-9 on June 1, 2026. until when?"
    answer = lowered_again(read(told, today=TODAY), Context(today=TODAY))
    assert answer is not None
    assert "March 8, 2027" in answer.lead
    assert "May 31, 2028" in answer.lead
    chain = "first they cut 13 to 12, this year 12 to 11. Which grade am I now?"
    answer = lowered_again(read(chain, today=TODAY), Context(today=TODAY))
    assert answer is not None
    assert "still a GS-13" in answer.lead
    once = "they cut me from a 13 to a 12 last month, do I keep the grade"
    assert lowered_again(read(once, today=TODAY), Context(today=TODAY)) is None


@pytest.mark.parametrize(
    ("message", "head"),
    [
        ("they offered a job two hundred miles away, no mobility agreement, I said no", "No"),
        ("the offer was just a phone call from the boss. I said no. did I lose it?", "No"),
        ("offered a GS-11 while I retain a 12. can I decline without losing it?", "Yes, you can"),
        ("must I accept the temporary job they offered?", "No, you need not"),
        (
            "a written offer at my retained grade, my own city, full time, permanent. I declined",
            "Yes: declining it ends",
        ),
    ],
)
def test_an_offer_is_judged_by_what_is_told_of_it(message: str, head: str) -> None:
    answer = offer_as_told(read(message, today=TODAY), Context(today=TODAY))
    assert answer is not None
    assert answer.lead.startswith(f"**{head}")


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("I still get 12 pay tho, retained grade", True),
        ("they let me keep the grade for two years", True),
        ("No, I kept my pay", True),
        ("My grade was lowered and I did not keep my grade or pay", False),
        ("grade retention was refused", False),
        ("my pay went down, I kept neither the grade nor the pay", False),
        ("the grade retention ended last year", False),
        ("they said I wouldn't keep my grade", False),
    ],
)
def test_a_kept_grade_that_is_denied_is_not_kept(told: str, kept: bool) -> None:
    assert says_kept(told) is kept
