"""What else is near a question stands after the lead, when it adds something."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.answering.statements import Near, Said
from assistant.chat.composing.also import with_also
from assistant.chat.engine import Engine
from assistant.chat.model import Answer, Context
from assistant.chat.reading.exact import read
from index.library import Library
from tests.assistant_.saying import reply

RULE = "*A rule near to it, in our words:*"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("no-documents")) as opened:
        yield opened


@pytest.fixture
def engine(library: Library, chooser: Chooser) -> Engine:
    return Engine(library, ExtractiveArguer(), case=None, chooser=chooser)


def second(answer: str) -> str:
    """Return the block after the lead."""
    return answer.split("\n\n")[1]


def test_a_second_subject_of_a_question_is_answered_too(engine: Engine) -> None:
    said = reply(engine, "I'm on a 60 day detail while my appeal is at OPM. Does that end it?")
    assert "detail" in " ".join(said.answer.split("\n\n")[:3])


def test_the_nearest_rule_is_added_to_a_general_answer(engine: Engine) -> None:
    said = reply(engine, "I supervise 3 contractors, does it count?")
    assert second(said.answer).startswith(RULE)
    assert "contractors" in second(said.answer)


@pytest.mark.parametrize(
    "message",
    [
        "hello",
        "How long is grade retention?",  # the lead says what the nearest rule says
        "Can you book me a flight?",  # outside the field nothing is added
        "What is a desk audit?",
    ],
)
def test_nothing_is_added_that_is_said_already_or_beside_the_point(
    engine: Engine, message: str
) -> None:
    assert RULE not in reply(engine, message).answer


def test_rules_of_the_general_schedule_are_not_added_for_a_wage_employee(engine: Engine) -> None:
    reply(engine, "I'm a WG-10 mechanic. Can I go to OPM about my grade?")
    said = reply(engine, "How long do I have after my agency decides on it?")
    assert "60 days" not in said.answer.partition("\n\n### ")[0].partition("\n\n>")[0]


@pytest.mark.parametrize(
    ("message", "added"), [("{} have?", False), ("{} have for a WG-10?", True)]
)
def test_rules_of_the_wage_system_are_added_for_wage_employees_alone(
    message: str, added: bool
) -> None:
    rule = "An agency may have one level of wage job review only."
    said = Said(rule, "introduction", "1", "", (rule,), "")
    question = read(message.format("How many levels of job review may an agency"))
    near = Near(said, 1.0, 0.9)
    answer = with_also(Answer(lead="As many as it sets."), "x", question, Context(), [], [near])
    assert (rule in answer.also) == added


@pytest.mark.parametrize(
    ("lead", "rule", "added"),
    [
        (
            "**No: the class is not appealed.**",
            "An employee may appeal the class of the job.",
            False,
        ),
        ("**Yes, the class is appealed.**", "The class of the job is not appealed.", False),
        ("**Yes, the class is appealed.**", "An employee may appeal the class of the job.", True),
        ("**The class is appealed.**", "The class of the job is not appealed.", True),
    ],
)
def test_a_rule_that_says_the_contrary_of_the_lead_is_not_added(
    lead: str, rule: str, added: bool
) -> None:
    said = Said(rule, "introduction", "1", "", (rule,), "")
    near = Near(said, 1.0, 0.9)
    question = read("Can the class of my job be appealed?")
    answer = with_also(Answer(lead=lead), "x", question, Context(), [], [near])
    assert (rule in answer.also) == added


def test_a_rule_that_is_only_somewhat_like_the_question_is_not_added() -> None:
    rule = "The agency decides the class of the job."
    said = Said(rule, "introduction", "1", "", (rule,), "")
    question = read("Can the class of my job be changed by the agency?")
    answer = with_also(
        Answer(lead="By whoever may classify."),
        "x",
        question,
        Context(),
        [],
        [Near(said, 1.0, 0.7)],
    )
    assert not answer.also
