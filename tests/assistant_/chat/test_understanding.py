"""What a message asks for: the same words always do the same thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.chat.understanding import levels_in, understand


@pytest.mark.parametrize(
    ("message", "purpose", "levels"),
    [
        ("why was Level 2-5 refused for the security specialist?", "level", ("2-5",)),
        ("why 2−5 and not 2–4?", "level", ("2-5", "2-4")),
        ("Argue Level 4-5 both ways", "level", ("4-5",)),
        ("what is my grade?", "score", ()),
        ("how many points do I have", "score", ()),
        ("what if Level 2-5 were credited?", "what_if", ("2-5",)),
        ("how far am I from GS-12?", "what_if", ()),
        ("should I appeal?", "appeal", ()),
        ("what is the deadline", "appeal", ()),
        ("my coworker does the same job and is a GS-13", "comparison", ()),
        ("Other employees doing the same work are graded higher", "comparison", ()),
        ("2-5.review is not met because my drafts are corrected", "finding", ("2-5",)),
        ("Level 2-5 is met", "finding", ("2-5",)),
        ("I seek Level 4-5", "seek", ("4-5",)),
        ("The agency credited 3-3", "record", ("3-3",)),
        ("I spend 40 percent of my time on inspections", "time", ()),
        ("My supervisor signs every plan before it goes out.", "fact", ()),
        ("undo", "undo", ()),
        ("help", "help", ()),
        ("who was refused because drafts were reviewed?", "search", ()),
        ("what counts as a major duty?", "search", ()),
    ],
)
def test_purpose(message: str, purpose: str, levels: tuple[str, ...]) -> None:
    understood = understand(message)
    assert understood.purpose == purpose
    assert understood.levels == levels


def test_a_finding_keeps_the_reason_as_evidence() -> None:
    understood = understand("2-5.review is not met because my drafts are corrected")
    assert understood.aspect == "2-5.review"
    assert understood.answer == "not_met"
    assert understood.detail == "my drafts are corrected"


def test_a_level_found_met_names_no_single_criterion() -> None:
    assert understand("Level 2-5 is met because of the delegation").aspect == ""
    assert understand("2-5 review is not met").aspect == "2-5.review"


def test_a_short_answer_answers_what_was_asked() -> None:
    understood = understand("no, she signs every plan", pending_aspect="2-5.review")
    assert (understood.purpose, understood.aspect) == ("finding", "2-5.review")
    assert understood.answer == "not_met"
    assert understood.detail == "she signs every plan"


def test_a_short_answer_to_nothing_changes_nothing() -> None:
    assert understand("no").purpose == "search"


def test_shares_of_time_keep_whose_they_are() -> None:
    mine = understand("I spend 40 percent of my time on inspections")
    hers = understand("My supervisor says 30% on inspections")
    assert (mine.percent, mine.by, mine.detail) == (40.0, "employee", "inspections")
    assert (hers.percent, hers.by) == (30.0, "supervisor")


def test_a_question_never_changes_the_case() -> None:
    for question in ("Is Level 2-5 met?", "Does my work meet 2-5?", "Could I seek 4-5?"):
        assert understand(question).purpose not in {"finding", "seek", "record", "fact", "time"}


def test_a_decision_number_is_not_read_as_a_level() -> None:
    understood = understand("what did C-0080-11-02 say of 2-5?")
    assert understood.levels == ("2-5",)
    assert understood.decision == "C-0080-11-02"


@given(st.text(max_size=300))
def test_any_text_is_understood_as_something(message: str) -> None:
    understood = understand(message, pending_aspect="2-5.review")
    assert understood.message == message


@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from("-‐‑‒–—−"))
def test_every_dash_makes_the_same_level(factor: int, step: int, dash: str) -> None:
    assert levels_in(f"Level {factor}{dash}{step}.") == (f"{factor}-{step}",)
