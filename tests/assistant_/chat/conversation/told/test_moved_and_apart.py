"""Levels moved by one, two grades set apart, a refusal by OPM gone on from."""

from __future__ import annotations

import pytest

from assistant.chat.engine import Engine
from tests.assistant_.saying import said


@pytest.mark.parametrize(
    "asked",
    ["so if they took 2-4 down a notch too", "knock 2-4 down one", "what if 2-4 went down one"],
)
def test_a_credited_level_is_moved_by_one(engine: Engine, asked: str) -> None:
    assert "With Level 2-3" in said(engine, asked)


def test_two_grades_named_one_after_the_other_are_set_apart(engine: Engine) -> None:
    said(engine, "where does a 12 begin")
    said(engine, "and a 14")
    assert "begin 850 points apart" in said(engine, "so thats how many points apart")


def test_a_refusal_by_opm_is_gone_on_from(engine: Engine) -> None:
    said(engine, "opm turned me down and I want them to look again. how long do i have")
    assert "not the day you got it" in said(engine, "from when it came in the mail?")
    assert "exceptional circumstances" in said(engine, "hmm thats 50 days then. am I dead")
    assert "Reasonable doubt" in said(engine, "say they take it. what would I have to show")
    assert "suspends nothing" in said(engine, "and meanwhile it's on hold?")


def test_a_temporary_promotion_without_posting_is_told_by_its_days(engine: Engine) -> None:
    told = said(engine, "they want to give me a temp promotion for 8 months without posting it")
    assert "Beyond 120 days" in told
