"""What follows when OPM, or the agency, has decided: for the employee, and for somebody else."""

from __future__ import annotations

import pytest

from assistant.chat.engine import Engine
from tests.assistant_.saying import said

DETAILED = (
    "My supervisor left in March and I've been detailed to her GS-14 job, not to exceed one year. "
    "I run the whole branch. My own job is a 13. Can I appeal to OPM to get the 14?"
)


@pytest.mark.parametrize(
    "message",
    [
        "what happens if I win at OPM?",
        "what if OPM agrees with me",
        "OPM decided I was right. what now",
        "OPM upgraded my position, what happens now",
        "what happens after a favorable decision",
        "they lowered me to 11 and my appeal is at OPM. what if OPM says I was right",
    ],
)
def test_a_decision_for_the_employee_is_carried_out(empty: Engine, message: str) -> None:
    answer = said(empty, message)
    assert answer.startswith("**OPM's decision then binds your agency")
    assert "fourth pay period" in answer


def test_a_win_is_asked_of_behind_another_question(empty: Engine) -> None:
    said(empty, "can the agency lower me while my appeal is at OPM?")
    assert "binds your agency" in said(empty, "and if opm then says i was right?")


@pytest.mark.parametrize(
    ("message", "lead"),
    [
        ("I won. do I get back pay?", "Normally no"),
        ("OPM turned me down. what now?", "Only reconsideration"),
        ("what are my chances to win?", "appeals change nothing"),
    ],
)
def test_what_has_an_answer_of_its_own_keeps_it(empty: Engine, message: str, lead: str) -> None:
    assert lead in said(empty, message).split("\n")[0]


@pytest.mark.parametrize(
    "message",
    [
        "my appeal was denied by the agency last week, now what",
        "HR turned down my appeal yesterday, what next?",
        "the bureau rejected my classification appeal",
    ],
)
def test_after_the_agencys_refusal_comes_opm(empty: Engine, message: str) -> None:
    assert said(empty, message).startswith("**You may go on to OPM")


@pytest.mark.parametrize(
    "message",
    ["can I compare with an OPM decision about someone else?", "can i cite another OPM decision"],
)
def test_a_decision_on_another_is_not_taken_for_ones_own(empty: Engine, message: str) -> None:
    assert "no further appeal" not in said(empty, message)


def test_who_is_asked_of_is_who_answers(empty: Engine) -> None:
    said(empty, "my supervisor signed a PD with 2-5 but HR classified it 2-4")
    assert "Your agency classifies the position; on appeal OPM" in said(empty, "who wins?")
    assert said(empty, "can my supervisor appeal for me?").startswith("**No: a supervisor")
    said(empty, "what's a certificate?")
    assert "binds the agency and every official" in said(empty, "who has to obey it?")


def test_the_other_end_of_a_range_is_asked_for(empty: Engine) -> None:
    said(empty, "is 2755 the minimum for GS-12?")
    assert "2,755 to 3,150" in said(empty, "and the max?").split("\n")[0]


@pytest.mark.parametrize(
    ("turns", "lead"),
    [
        (
            [
                "OPM decided my appeal last week, dated the 3rd, and it says no change. fight it?",
                "so whats my last day, say it was october 3, 2026",
            ],
            "The 45 calendar days",
        ),
        (
            ["GS-13 work since 2021. if i appeal and win do i get the difference for those years"],
            "Normally no",
        ),
        ([DETAILED], "**No: a position you are only detailed to"),
        (
            ["GSSG needs 25% of time supervising. she supervises 11 contractors and zero feds."],
            "Not for coverage",
        ),
        (["1-7, 2-4, 3-4, 4-4, 5-4, 6/7 3c, 8-1, 9-1. grade?"], "2,790 points: GS-12"),
        (["1-8, 2-5, 3-4, 4-5, 5-5, 3c, 8-1, 9-1. what is it?"], "3,490 points: GS-13"),
    ],
)
def test_what_is_told_beside_the_question_does_not_turn_it(
    empty: Engine, turns: list[str], lead: str
) -> None:
    assert lead in [said(empty, turn) for turn in turns][-1].split("\n")[0]
