"""A claim on overtime keeps its own law through a conversation, until a grade is spoken of."""

from __future__ import annotations

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from index.library import Library
from tests.assistant_.saying import reply, said

FOLLOWS = (
    ("how far back can I claim", "Two years back"),
    ("can I file with OPM and my agency both", "Not with both at once"),
    ("I'm in the union though", "the only administrative way"),
    ("and if I am in a bargaining unit", "the only administrative way"),
    ("does telling HR stop the two years", "Only a written claim counts"),
    ("how do I prove I'm nonexempt", "the agency must prove that you are exempt"),
    ("am I too late", "None for challenging the exemption: at any time"),
    ("can I sue them in court instead", "does not keep the court's own time limit"),
)


@pytest.fixture
def claiming(example_library: Library, chooser: Chooser) -> Engine:
    engine = Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)
    assert "FLSA claim" in said(engine, "HR coded me exempt from overtime, what can I do?")
    return engine


@pytest.mark.parametrize(("message", "answer"), FOLLOWS)
def test_what_follows_is_answered_by_the_law_on_claims(
    message: str, answer: str, claiming: Engine
) -> None:
    got = said(claiming, message)
    assert answer in got
    assert "appeal" not in got.partition("\n>")[0].lower()


def test_a_question_between_does_not_end_the_subject(claiming: Engine) -> None:
    said(claiming, "do they have to pay me interest")
    assert "agency must prove" in said(claiming, "who has the burden of proof")


def test_a_grade_that_is_spoken_of_ends_it(claiming: Engine) -> None:
    answer = reply(claiming, "now about my grade: how long do I have to appeal it?")
    assert "no time limit" in answer.answer
    assert answer.topic == "deadline-in-general"


def test_an_appeal_does_not_decide_overtime(claiming: Engine) -> None:
    assert said(
        claiming, "Can OPM decide my overtime status in a classification appeal?"
    ).startswith("**No: whether the Fair Labor Standards Act covers your job")


def test_unpaid_hours_of_a_nonexempt_job_are_a_claim(claiming: Engine) -> None:
    assert reply(claiming, "I'm nonexempt but they will not pay me for Saturdays").topic == "flsa"
