"""Times, levels and reports that a message tells: taken for what they are, over several turns."""

from __future__ import annotations

import json

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.engine import Engine
from assistant.chat.moves.resuming import put_down, take_up
from assistant.chat.reading.turns.cover import told_cover
from tests.assistant_.saying import reply, said

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


@pytest.mark.parametrize(
    ("said_so", "cover"),
    [
        ("I hold GS-0482-11 and I think the work is a 12", "GS-0482-11"),
        ("I'm a security specialist, GS-0080-11, in Tucson", "GS-0080-11"),
        ("I've been a 7 since May", "-7"),
        ("I'm a WG-10 mechanic, they want to make me WG-8", "WG-10"),
        ("they cut me from a 13 to a 12 last month", "-12"),
        ("no wait, from 12 to 11", "-11"),
        ("if I'm a GS-12, can I appeal?", None),
        ("I'm told a GS-13 needs more", None),
        ("I am 5 miles away", None),
        ("I am at 2,555 points", None),
        ("I have 12 duties", None),
    ],
)
def test_the_position_somebody_holds_is_read_from_a_statement(
    said_so: str, cover: str | None
) -> None:
    told = told_cover(said_so)
    assert (told.label() if told is not None else None) == cover


def test_a_grade_and_a_series_told_along_the_way_are_kept_for_later_turns(engine: Engine) -> None:
    own = Engine(engine.library, ExtractiveArguer(), case=None, chooser=engine.chooser)
    assert said(own, "I've been a GS-7 since May").startswith("**Noted: you hold GS-7.**")
    assert "between 5 and 250 points" in said(own, "how many points more do I need?")
    said(own, "I'm a 0303")
    assert "GS-0303-07" in said(own, "what grade did I say I have?")
    assert "The cover reads GS-0303-07 now." in said(own, "add it")
    assert own.case is not None
    assert own.case.current.label() == "GS-0303-07"
    assert "No case is open any more" in said(own, "undo")


def test_a_later_day_of_filing_is_counted_against_the_day_told(engine: Engine) -> None:
    said(engine, "They downgraded me on October 3, 2025, with a loss of pay. By when must I file?")
    assert "filed after October 18, 2025 is late" in said(engine, "what if I file in May instead?")
    assert "October 18, 2025 (in 138 days)" in said(engine, "and if I file on October 10?")
    assert "October 21, 2025 (in 141 days)" in said(engine, "no, sorry, it was October 6")
    assert "filed after October 21, 2025 is late" in said(engine, "and if I miss that?")


@pytest.mark.parametrize(
    ("first", "then", "topic"),
    [
        ("Can I appeal my series?", "and my title?", "title-appeal"),
        ("Can I appeal the title of my job?", "what about the series?", "what-can-be-appealed"),
        ("How long do I keep my grade?", "what would make me lose it early?", "retention-ends"),
        ("Is supervising 30 percent of the time enough?", "what is my title?", "supervisory-title"),
        ("Can we grieve a classification?", "and if pay was lost?", "grievance"),
        ("Does a desk audit cost me anything?", "and an appeal?", "cost-and-time"),
        ("Does a desk audit lower my grade?", "and an appeal?", "appeal-risk"),
        ("Can I appeal the title of my job?", "and back pay?", "back-pay"),
        ("How is mixed-grade work decided?", "what about 20 percent?", "share-of-time"),
        ("My PD is outdated", "and who fixes it?", "wrong-position-description"),
    ],
)
def test_a_few_words_name_another_subject_of_the_same_question(
    engine: Engine, first: str, then: str, topic: str
) -> None:
    said(engine, first)
    assert reply(engine, then).topic == topic


def test_a_wage_appeal_sent_later_is_counted_from_the_agencys_decision(engine: Engine) -> None:
    own = Engine(engine.library, ExtractiveArguer(), case=None, chooser=engine.chooser)
    said(own, "I'm a WG-7. My agency denied my request on September 9, 2025")
    assert "September 30, 2025" in said(own, "I only got the letter on the 15th")
    late = said(own, "and if I send it on October 2?")
    assert "too late: the last day is September 30, 2025" in late
    assert "OPM may extend its limit" in late
    assert "September 30, 2025" in said(own, "or on September 20?")


def test_what_was_told_is_still_known_when_the_conversation_is_taken_up_again(
    engine: Engine,
) -> None:
    first = Engine(engine.library, ExtractiveArguer(), case=None, chooser=engine.chooser)
    said(first, "I've been a GS-7 since May. They lowered me on October 3, 2025.")
    again = Engine(engine.library, ExtractiveArguer(), case=None, chooser=engine.chooser)
    take_up(again, json.loads(json.dumps(put_down(first))), [])
    assert "GS-7" in said(again, "what grade did I say I have?")
    assert "October 18, 2025" in said(again, "how long do I have?")


@pytest.mark.parametrize(
    "message",
    ["im a GS-0343-12, six yrs in this grade", "the job has been a 12 since 2015"],
)
def test_how_long_a_grade_was_held_decides_a_later_answer(engine: Engine, message: str) -> None:
    assert said(engine, message).startswith("**Noted")
    said(engine, "they cut it to an 11")
    assert said(engine, "do i keep my grade").startswith("**Yes: the")


def test_no_limit_runs_from_the_day_of_a_letter(engine: Engine) -> None:
    noted = said(engine, "I'm an HR specialist, 14 years in, and the letter came May 3")
    assert noted.startswith("**Noted")
    assert "May 18" not in noted
    counted = said(
        engine, "The letter came May 3. The cut takes effect May 11. How long do I have for my pay?"
    )
    assert "May 26" in counted


LOWERED = "They lowered me from GS-12 to GS-11 effective November 10, 2026. Do I keep my grade?"


@pytest.mark.parametrize(
    "message",
    [
        "my SF-50s say the position was a 12 since 2019",
        "it has stood at that grade since June 2022",
        "the job was graded 12 for five years",
    ],
)
def test_the_time_at_the_grade_told_later_decides_and_leaves_the_day(
    engine: Engine, message: str
) -> None:
    nothing = Engine(engine.library, ExtractiveArguer(), case=None, chooser=engine.chooser)
    said(nothing, LOWERED)
    answer = said(nothing, message)
    assert "kept for two years, through November 9, 2028" in answer
    # The years at the grade are not the day on which it was lowered.
    assert "November 25, 2026" in said(nothing, "when do the 15 days for lost pay end?")


@pytest.mark.parametrize(
    "message",
    [
        "the audits took 90 days and I designed the method",
        "the whole study was done in six weeks",
        "I worked on the permits for three months",
    ],
)
def test_the_time_of_a_piece_of_work_is_no_time_at_the_grade(engine: Engine, message: str) -> None:
    nothing = Engine(engine.library, ExtractiveArguer(), case=None, chooser=engine.chooser)
    said(nothing, LOWERED)
    assert "not the grade" not in said(nothing, message)


@pytest.mark.parametrize(
    "message",
    [
        "I still got the GS-12 pay until last week though",
        "I kept getting the same pay until December 5",
        "I kept being paid as a 12",
    ],
)
def test_the_old_pay_that_went_on_is_no_day_to_count_from(engine: Engine, message: str) -> None:
    nothing = Engine(engine.library, ExtractiveArguer(), case=None, chooser=engine.chooser)
    said(nothing, LOWERED)
    answer = said(nothing, message)
    assert "by the SF-50, not the last day of the old pay" in answer
    assert "that is November 10, 2026" in answer
    assert "November 25, 2026" in said(nothing, "when do the 15 days for lost pay end?")
