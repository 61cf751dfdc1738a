"""What is asked on of one among several: the least factor, the one to argue, the other position."""

from __future__ import annotations

import pytest

from assistant.chat.engine import Engine
from assistant.chat.reading.turns.limits.happened import says_nothing_kept
from tests.assistant_.saying import said


@pytest.mark.parametrize(
    ("message", "lead"),
    [
        ("and the least?", "Factor 8, Physical Demands (up to 50 points) and Factor 9"),
        ("which one counts the fewest points?", "count least"),
        ("and the second most?", "Factor 2, Supervisory Controls (up to 650 points) and Factor 3"),
    ],
)
def test_factors_are_ranked_from_the_end_that_is_asked(
    empty: Engine, message: str, lead: str
) -> None:
    assert said(empty, "Which factor gives the most points?").startswith("**Factor 1")
    assert lead in said(empty, message).split(".**")[0]


@pytest.mark.parametrize(
    "message",
    [
        "I only have one factor to argue, which should I pick?",
        "which factor is worth contesting most?",
        "what factor should we focus on in the appeal",
    ],
)
def test_the_factor_to_argue_is_chosen_by_its_next_level_and_not_by_its_weight(
    empty: Engine, message: str
) -> None:
    answer = said(empty, message)
    assert "facts meet in its full intent" in answer
    assert "up to 300 points in Factor 1, and at most 30 in Factor 8 and Factor 9" in answer


@pytest.mark.parametrize(
    "message",
    ["could they drop him instead of raising me?", "would they just lower her?"],
)
def test_the_colleague_compared_with_may_be_lowered(empty: Engine, message: str) -> None:
    said(empty, "My coworker has my same duties and is a 12, I'm an 11.")
    assert "they may go up or down with it" in said(empty, message)


@pytest.mark.parametrize("message", ["who picks the series?", "whose call is the series?"])
def test_by_whom_a_series_is_decided_is_not_answered_by_what(empty: Engine, message: str) -> None:
    assert said(empty, message).startswith("**The agency")


def test_a_draft_of_ones_own_is_the_description(empty: Engine) -> None:
    said(empty, 'My PD says "other duties as assigned" and half my day is that.')
    assert "draft your own" in said(empty, "can I write my own version and send it?")


@pytest.mark.parametrize(
    "message",
    [
        "They found my job should be a 9, I am an 11. will i lose money",
        "my grade goes from 12 to 11 next month and i'm worried i will lose money",
    ],
)
def test_a_loss_that_is_only_asked_or_feared_has_not_happened(empty: Engine, message: str) -> None:
    answer = said(empty, message)
    assert "two years" in answer.split(">")[0]
    assert not answer.startswith("**To have lost pay made good")


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("will i lose money", False),
        ("I am afraid that we lose pay over it", False),
        ("I lost my pay and kept nothing", True),
        ("They made me a GS-9 and I get neither", True),
    ],
)
def test_what_is_lost_is_told_apart_from_what_may_be(text: str, lost: bool) -> None:
    assert says_nothing_kept(text) == lost


def test_one_word_of_an_answer_confirms_nothing(empty: Engine) -> None:
    said(empty, "do percentages have to be on a PD?")
    assert not said(empty, "so percent must be on it?").startswith("**Yes")


@pytest.mark.parametrize(
    ("change", "total", "lead"),
    [
        (
            "they found factor 2 should be 2-3 instead of 2-4, how many points do I lose?",
            "does that change a GS-9 with 1900 points?",
            "1,725 points, GS-8",
        ),
        ("what if 2-4 becomes 2-5?", "my total is 2555, is that enough for GS-12?", "Yes: 2,755"),
        ("how much is 1-7 instead of 1-6?", "what would 2,000 points become?", "2,300 points"),
        ("what if 4-4 becomes 4-5?", "my total with that is 2700, enough for GS-12?", "No: 2,700"),
    ],
)
def test_a_total_told_after_levels_exchanged_is_changed_by_them(
    empty: Engine, change: str, total: str, lead: str
) -> None:
    said(empty, change)
    assert lead in said(empty, total).split("\n")[0]
