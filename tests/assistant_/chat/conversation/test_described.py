"""A position description sent as a message: read, weighed as it stands, offered as a case.

The descriptions are fictional.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.cases.intake import case_of, position_from_text
from assistant.chat.engine import Engine
from assistant.tui.desk.arrivals import is_description
from index.library import Library
from tests.assistant_.saying import reply, said

CLERK = (
    "Here is my PD: The employee serves as a permit support assistant in the harbor office of a "
    "fictional port. Duties are: keeping the register of 200 berths; answering questions of "
    "shippers about forms and fees; preparing the weekly list of arrivals for the harbor master; "
    "checking payments against the register. Work is assigned by the harbor master with "
    "instructions on what comes first, who reviews finished work for accuracy. Guidelines are "
    "the port's manual and standing procedures, which fit nearly every case. Work is done in an "
    "office."
)
STORY = (
    "I have worked at the port for nine years and my position description is from 2011. My "
    "supervisor says that the duties in it are still right, but I have been doing the permits "
    "and the audits since the clerk left, and nobody has ever looked at it. I wrote to the "
    "personnel office twice and they told me to wait for the reorganization, which was to come in "
    "the spring and has not come. I do not know whether I should write again or go to my union, "
    "and I am afraid that they will look at my grade if I ask for more."
)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    with Library.open(tmp_path) as library:
        yield Engine(library, ExtractiveArguer(), case=None)


def test_prose_of_one_line_is_read_with_its_duties_and_factors() -> None:
    case = case_of(position_from_text(CLERK))
    assert len(case.duties) == 4
    assert {str(one.factor) for one in case.facts} == {"None", "2", "3", "9"}


def test_prose_on_a_few_lines_is_one_message_and_read_alike() -> None:
    lines = CLERK.replace(". ", ".\n")
    assert is_description(lines)
    assert len(case_of(position_from_text(lines)).duties) == 4
    assert not is_description("What is the deadline?\n" * 3)
    assert not is_description(STORY.replace(". ", ".\n", 2))


def test_a_description_is_offered_and_its_gaps_are_named(engine: Engine) -> None:
    answer = said(engine, CLERK)
    assert "Permit support assistant, 4 duties" in answer
    assert "on Factor 2, 3, 9, and none on 1 (Knowledge Required by the Position)" in answer
    assert engine.case is None
    said(engine, "yes")
    assert engine.case is not None
    assert engine.case.title == "Permit support assistant"


def test_what_is_asked_next_is_asked_of_the_description(engine: Engine) -> None:
    said(engine, CLERK)
    assert said(engine, "what grade is that").startswith("**No grade can be read from it: it has")
    level = said(engine, "no, MY job, the one I pasted. which level of factor 2 does it meet?")
    assert level.startswith("**Factor 2, Supervisory Controls: by its own words on it most like")
    assert "reviews finished work for accuracy" in level
    assert said(engine, "is it enough for 2-5?").startswith("**Not by what it says: Level 2-5")
    assert "does not speak of Factor" not in level
    assert "Factor 1, 4, 5" in said(engine, "what is missing in it?")
    # What was offered stays offered beside the answers about it.
    said(engine, "yes")
    assert engine.case is not None


def test_a_grade_asked_for_is_set_beside_the_points(engine: Engine) -> None:
    said(engine, CLERK)
    answer = said(engine, "tell me honestly, can this PD be a 13")
    assert "GS-13 begins at 3,155 points:" in answer
    assert "that is a suggestion, and no grade" in answer


def test_a_question_behind_the_description_is_answered_with_it(engine: Engine) -> None:
    answer = said(engine, f"{CLERK} What grade is it?")
    assert "That reads as a position description" in answer
    assert "come out near GS-" in answer
    said(engine, "yes")
    assert engine.case is not None


@pytest.mark.parametrize(
    "message",
    [
        "how long do I have to appeal?",
        "what does Level 2-5 require?",
        "which grade do I keep when I am downgraded?",
    ],
)
def test_what_is_asked_of_the_law_is_not_asked_of_the_description(
    engine: Engine, message: str
) -> None:
    said(engine, CLERK)
    assert reply(engine, message).topic != "move:weigh"


def test_a_long_story_is_no_description(engine: Engine) -> None:
    assert "reads as a position description" not in said(engine, STORY)
    assert engine.pasted is None


def test_a_short_text_that_is_called_a_description_is_one(engine: Engine) -> None:
    own = Engine(engine.library, ExtractiveArguer(), case=None, chooser=engine.chooser)
    told = (
        "here is my pd: Serves as a program analyst. Plans and conducts studies of lamp programs. "
        "Develops new methods where guidance is inadequate. Completed work is reviewed for "
        "results only. Contacts are with heads of other bureaus."
    )
    assert "That reads as a position description" in said(own, told)
    assert own.pasted is not None
    assert "is a suggestion, and no grade" in said(own, "suggest levels for this text")
    assert "Contacts are with heads" in said(own, "which sentence did you use for factor 6")
    said(own, "yes")
    assert own.case is not None
    assert own.case.levels == {}


@pytest.mark.parametrize(
    "message",
    ["My PD says: I only type letters.", "my pd: it is wrong in three places, what can I do?"],
)
def test_a_word_on_a_description_is_none(engine: Engine, message: str) -> None:
    own = Engine(engine.library, ExtractiveArguer(), case=None, chooser=engine.chooser)
    said(own, message)
    assert own.pasted is None


def test_what_is_accepted_of_a_description_pasted_asks_for_its_case_first(engine: Engine) -> None:
    said(engine, CLERK)
    said(engine, "suggest levels")
    answer = said(engine, "accept all")
    assert "Say *yes* to make it a case" in answer
    said(engine, "yes")
    assert "By the core" in said(engine, "accept all")
