"""A decision of OPM or of the agency told before, a limit that may be missed, another's facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.engine import Engine
from index.library import Library
from tests.assistant_.saying import said

DAY = date(2026, 11, 30)


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Engine]:
    """An engine without documents or case, on a day that the limits below are counted from."""
    with Library.open(tmp_path) as library:
        engine = Engine(library, ExtractiveArguer(), case=None)
        engine.memory.today = DAY
        yield engine


@pytest.mark.parametrize(
    "asked",
    [
        "can I start over with other arguments",
        "may I refile with a better reason",
        "can I ask somebody else to look at it",
        "is there a court or an ombudsman for it",
    ],
)
def test_after_opm_has_decided_only_reconsideration_is_left(bare: Engine, asked: str) -> None:
    said(bare, "OPM ruled that my position is a GS-9")
    told = said(bare, asked)
    assert told.startswith("**No")
    assert "final" in told
    assert "45 calendar days" in told
    assert "withdraw" not in told


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("OPM sent me a letter with questions", "can I ask somebody else to answer them"),
        ("My agency denied my appeal", "can I go to somebody else now"),
        ("OPM has not decided my appeal yet", "can I add new evidence"),
    ],
)
def test_what_opm_has_not_decided_is_not_called_final(bare: Engine, told: str, asked: str) -> None:
    said(bare, told)
    assert "OPM's decision is final" not in said(bare, asked)


def test_a_change_of_duties_opens_a_new_appeal(bare: Engine) -> None:
    said(bare, "OPM ruled against me two years ago")
    assert "**Yes" in said(bare, "my major duties have changed, may I file a new appeal")


@pytest.mark.parametrize(
    "letter",
    [
        "They gave me a decision, not a proposal: the lower grade starts January 10, 2027.",
        "The final letter came yesterday and lowers my grade effective January 10, 2027.",
        "The agency has decided to downgrade me effective January 10, 2027.",
    ],
)
def test_a_decision_made_for_a_day_to_come_is_no_proposal(bare: Engine, letter: str) -> None:
    told = said(bare, f"{letter} Can I appeal already?")
    assert "a decision made, not a proposal" in told
    assert "January 25, 2027" in told


@pytest.mark.parametrize(
    "letter",
    [
        "They propose to lower my grade effective January 10, 2027. Can I appeal already?",
        "No decision yet, only a plan to lower my grade. Can I appeal already?",
    ],
)
def test_a_proposal_stays_one(bare: Engine, letter: str) -> None:
    assert "Not yet" in said(bare, letter)


@pytest.mark.parametrize(
    ("limit", "asked", "answer"),
    [
        ("How many days to ask OPM to reconsider?", "what if I miss that", "exceptional"),
        ("How long do I have to answer OPM's letter?", "and if I forget?", "cancel"),
        (
            "I was downgraded on November 22, 2026 with no retention, how long do I have?",
            "suppose I miss it",
            "not lost",
        ),
    ],
)
def test_a_limit_missed_has_the_way_out_of_that_limit(
    bare: Engine, limit: str, asked: str, answer: str
) -> None:
    said(bare, limit)
    assert answer in said(bare, asked)


def test_the_days_after_an_agency_decision_are_those_that_are_missed(bare: Engine) -> None:
    said(
        bare,
        "My agency denied my appeal on November 18, letter received November 20, 2026. I lost pay. "
        "When must I go to OPM?",
    )
    told = said(bare, "and when I miss that date")
    assert "after December 5, 2026 is late for lost pay" in told


def test_an_agency_that_agrees_does_not_need_opm(bare: Engine) -> None:
    told = said(bare, "I appealed to OPM and now my agency agrees with me. Do I have to go on?")
    assert "OPM is not needed" in told
    after = said(bare, "my agency agrees with me but OPM already decided, does that change it?")
    assert "OPM's decision binds the agency" in after


def test_who_keeps_nothing_is_told_the_days_and_not_the_two_years(bare: Engine) -> None:
    told = said(bare, "I was downgraded on November 22, 2026, no retention. until when")
    assert "December 7, 2026" in told
    assert "2028" not in told


def test_an_appeal_withdrawn_before_the_decision_can_be_filed_again(bare: Engine) -> None:
    said(bare, "I withdrew my appeal before OPM decided")
    assert "can be filed again at any time" in said(bare, "can I start over with another reason")


def test_anothers_day_is_not_counted_for_the_reader(bare: Engine) -> None:
    said(bare, "my neighbor's job was downgraded on October 18, 2026")
    assert "November 2, 2026" in said(bare, "until when can he file for lost pay?")
    assert "December 7, 2026" in said(bare, "and mine on November 22, 2026?")
    own = said(bare, "My coworker's was lowered on November 1, 2026. When is my last day?")
    assert "December 7, 2026" in own


def test_anothers_day_does_not_give_the_reader_a_kept_grade_with_an_end(bare: Engine) -> None:
    said(bare, "My coworker was lowered to GS-9 on October 4, 2026 and lost pay.")
    told = said(bare, "same for me? I have held GS-11 permanently for three years")
    assert "2028" not in told
