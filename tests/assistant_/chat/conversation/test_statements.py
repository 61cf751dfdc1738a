"""What somebody states is answered by what it implies; what is not understood is asked about."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from assistant.chat.model import Context
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.cover import only_cover, wants_higher
from assistant.chat.reading.turns.limits.happened import kind_said, moved_down
from assistant.chat.reading.work import is_of_work
from index.library import Library
from tests.assistant_.saying import reply, said

CAN_MATTER = "can matter for the level of a factor"
OF_THE_WORK = (
    "I train the new hires on the ferry's fuel system",
    "my work affects three harbors",
    "I repair the pumps of the light stations",
    "nobody reviews the audits before they go out",
    "I mostly process forms following a checklist",
)
OF_SOMETHING_ELSE = (
    "You're useless. My boss told HR lies about my duties",
    "I asked for a desk audit in March",
    "my union told me to wait",
    "I just want someone to look at it",
    "I feel cheated",
    "they moved me down from WS-7 on November 16",
    "I don't trust HR",
)
LOWERED = (
    "they moved me down from ws-7 on nov 16 2026",
    "They put me from WS-9 into WS-7 effective November 23, 2026",
    "they took my 11 last month",
    "my 12 was taken from me in spring",
)
NOT_LOWERED = (
    "they moved me up from 9 to 11",
    "I put it down in writing on May 3",
    "I was detailed from GS-12 to GS-11 work",
    "nobody moved me down",
    "they took 11 days to answer",
    "I moved from Building 12 to Building 11 duties",
)
HIGHER = (
    "I'm a GS-12 now and want it reclassified to 13",
    "Nobody lowered my grade, I want a higher grade",
    "How do I get my position upgraded from GS-11 to GS-12?",
    "I've been a GS-11 for six years and believe it ought to be a 12",
    "my grade was never lowered, I just want it raised from 7 to 9",
    "nothing got cut, I just think my job is worth a 12, I'm an 11",
)
NOT_HIGHER = (
    "I was a GS-13 and they lowered me to 12, I want my 13 back",
    "I want to know if my GS-12 could drop to 11",
    "I want to appeal my GS-12",
    "I am not asking for a higher grade, only a new series",
    "I moved up from 9 to 11 in May, does it count",
    "My supervisor says I should be a GS-13",
    "how many points do I need for my GS-13",
)


@pytest.fixture
def without_case(example_library: Library, chooser: Chooser) -> Engine:
    return Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)


@pytest.mark.parametrize("text", OF_THE_WORK)
def test_a_statement_of_the_work_is_known(text: str, chooser: Chooser) -> None:
    assert is_of_work(text, chooser.embedder)


@pytest.mark.parametrize("text", OF_SOMETHING_ELSE)
def test_what_is_not_of_the_work_is_not_told_that_it_can_matter_for_a_level(
    text: str, without_case: Engine
) -> None:
    assert not is_of_work(text, without_case.chooser.embedder)
    assert CAN_MATTER not in said(without_case, text)


def test_what_cannot_be_understood_is_asked_about_and_offered_as_no_fact(
    without_case: Engine,
) -> None:
    answer = reply(without_case, "I told you about the yellow paint twice")
    assert answer.kind == "clarify"
    assert "add it" not in answer.answer


def test_a_letter_of_the_agency_starts_no_days_of_opm(without_case: Engine) -> None:
    assert "OPM's letter" not in said(without_case, "I got a letter from HR today")


def test_a_misspelt_question_is_no_statement(without_case: Engine) -> None:
    said(without_case, "What is the difference between a desk audit and an appeal?")
    assert CAN_MATTER not in said(without_case, "wich one shud i do furst")


@pytest.mark.parametrize("text", LOWERED)
def test_a_grade_taken_in_everyday_words_was_lowered(text: str) -> None:
    assert moved_down(text)
    assert kind_said(text) == "lowering"


@pytest.mark.parametrize("text", NOT_LOWERED)
def test_another_move_lowered_nothing(text: str) -> None:
    assert not moved_down(text)


def test_whoever_was_moved_down_in_a_wage_job_is_told_the_last_day_at_once(
    without_case: Engine,
) -> None:
    without_case.memory.today = date(2026, 11, 29)
    answer = said(without_case, "they moved me down from ws-7 on nov 16 2026")
    lead = answer.partition("\n>")[0]
    assert "apply to the agency within 15 calendar days" in lead
    assert "December 1, 2026" in lead
    assert "received the agency's decision" not in lead


@pytest.mark.parametrize("text", HIGHER)
def test_who_wants_a_higher_grade_is_told_how_it_is_raised(text: str, without_case: Engine) -> None:
    answer = said(without_case, text)
    assert answer.startswith(("**Have the position description put right", "**Noted"))
    assert "keep your grade for two years" not in answer


@pytest.mark.parametrize("text", NOT_HIGHER)
def test_another_wish_is_not_one_for_a_higher_grade(text: str) -> None:
    assert not wants_higher(read(text), Context())


def test_the_points_of_the_grade_wanted_are_given(without_case: Engine) -> None:
    first = said(without_case, "I'm a GS-12 now and want it reclassified to 13")
    assert "GS-13 begins at 3,155 points" in first
    then = said(without_case, "how many points do I need")
    assert then.startswith("**GS-13 takes 3,155 to 3,600 points")


def test_a_pay_plan_is_put_right(without_case: Engine) -> None:
    said(without_case, "I'm a wage leader WL-5")
    answer = said(without_case, "wait its not WL its WS. my sf50 says WS-5")
    assert answer.startswith("**Noted: you hold WS-5.**")
    assert only_cover("I am not a GS-0343-12 any more and want it back", date(2026, 1, 5)) is None


def test_how_a_wanted_grade_is_asked_for_is_told_with_its_points(without_case: Engine) -> None:
    said(without_case, "I want to be a GS-13. I'm a harbor analyst. how do I do that")
    answer = said(without_case, "ok how many points do I need and how do I ask for it")
    assert "3,155" in answer
    assert "a desk audit" in answer
