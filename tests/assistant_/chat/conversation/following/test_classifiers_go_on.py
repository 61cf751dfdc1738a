"""What classifiers and searchers say next: another grade, a total, a source, further decisions."""

from __future__ import annotations

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from index.library import Library
from tests.assistant_.saying import said


@pytest.fixture
def talk(example_library: Library, chooser: Chooser) -> Engine:
    """A conversation without a case."""
    return Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["what is the points range for GS-12?", "and for 13?"], "GS-13 takes 3,155"),
        (
            ["what is the points range for GS-13?", "how far is 2655 from it?"],
            "500 points short of GS-13",
        ),
        (["does a borderline total get rounded up?", "2350?"], "2,350 points stay GS-10, 5 short"),
        (["what's a wage leader?"], "job grading standards for leaders and for supervisors"),
        (["a job is half WG-10 and half GS-7. which system?"], "The share of time does not decide"),
        (["is there a wage and hour ruling on this?"], "Wage and Hour Division: outside"),
        (
            ["which authorities must he have for 3-2c?", "he has six of them. enough?"],
            "6 of the ten are enough in number",
        ),
        (
            ["which authorities does 3-2c need?", "she has five of them. does that do?"],
            "5 of the ten authorities are too few",
        ),
        (["what is level 4a of the supervisory guide?", "and 4b?"], "Subfactor 4B"),
        (["how do I write an evaluation statement?", "how long should it be?"], "No length is set"),
        (
            ["how do I write an evaluation statement?", "which sources do I cite?"],
            "standards and guides used, by title and date",
        ),
        (
            ["can I use the leader guide for a project lead?", "where do I get it?"],
            "its standards and guides",
        ),
        (
            ["two of our offices grade the same PD differently", "what do we have to do about it?"],
            "change the one that is wrong",
        ),
        (
            ["the PD says other duties as assigned. does this count?", "must we rewrite it?"],
            "the supervisor revises the description",
        ),
        (
            ["can her own expertise raise the grade?", "is there a decision on that?"],
            "By subject I cannot tell",
        ),
        (
            ["are there decisions on 0201?", "do you have one about factor 3?"],
            "I cannot say what they found on Factor 3",
        ),
        (
            ["show me decisions that raised the grade", "any about supervisors?"],
            "(supervisory positions, that raised the grade)",
        ),
        (
            ["administrative analysis guide, what does 3-4 ask?", "and 3-5 there?"],
            "Administrative Analysis",
        ),
    ],
)
def test_what_is_said_next_is_answered_of_what_was_told(
    talk: Engine, turns: list[str], told: str
) -> None:
    *before, last = turns
    for turn in before:
        said(talk, turn)
    assert told in said(talk, last)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("title of a specialist in labor relations under GS-0201", "(Labor Relations).**"),
        ("title of a classifier in HR", "(Classification).**"),
        (
            "title of a supervisory training specialist in HR",
            "**Supervisory Human Resources Specialist (Human Resource Development).**",
        ),
        (
            "title of a specialist in both employee and labor relations, GS-0201",
            "(Employee & Labor Relations).**",
        ),
    ],
)
def test_a_specialty_has_its_title(talk: Engine, asked: str, told: str) -> None:
    assert told in said(talk, f"what is the {asked}?")


def test_what_is_not_held_is_had_from_where_it_is_published(talk: Engine) -> None:
    assert "not" in said(talk, "do you have the standard for series 0510?")
    assert "its standards and guides" in said(talk, "where can I find it?")


@pytest.mark.parametrize(
    "asked", ["part I or part II?", "what grade would he get if his team is GS-9?"]
)
def test_the_guide_for_leaders_stays_the_one_spoken_of(talk: Engine, asked: str) -> None:
    said(talk, "can I use the leader guide for a project lead?")
    assert "Leader Grade-Evaluation Guide" in said(talk, asked)


def test_a_page_of_the_evaluation_is_no_paper_on_file(talk: Engine) -> None:
    said(talk, "evaluation statement for a GS-12: what goes in?")
    assert "ask for no page numbers" in said(talk, "which page numbers do I cite?")
