"""Whose procedure an answer is about: a wage employee is never told the General Schedule's."""

from __future__ import annotations

import pytest

from assistant.chat.engine import Engine
from tests.assistant_.saying import said

TOLD = (
    "I'm a WG-10 mechanic and they turned down my job review",
    "we have a WL-8 who thinks he is a WS, where does he appeal?",
    "My job is blue collar. Where do I appeal?",
)
ASKED = {
    "can I go to OPM straight away?": "agency comes first",
    "how do I file?": "to your own agency",
    "what do I do first?": "ask your agency in writing",
}


@pytest.mark.parametrize("told", TOLD)
def test_the_wage_system_is_remembered_over_turns_about_other_things(
    engine: Engine, told: str
) -> None:
    said(engine, told)
    said(engine, "What points make a GS-9?")
    for question, held in ASKED.items():
        assert held in said(engine, question), question
    last = said(engine, "how many days do I have after the agency's decision?")
    assert "15 calendar days from the day you receive the agency's decision" in last


def test_a_question_that_names_the_other_system_is_about_that_one(engine: Engine) -> None:
    said(engine, TOLD[0])
    assert "General Schedule employee" in said(engine, "Where does a GS employee appeal?")
    assert "to your own agency" in said(engine, "and how do I file?")


def test_without_a_word_of_the_wage_system_it_is_the_general_schedule(engine: Engine) -> None:
    assert "General Schedule employee" in said(engine, "can I go to OPM straight away?")
