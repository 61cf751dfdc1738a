"""Decisions listed and then narrowed, counted, ordered or quoted, the list being what is meant."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.engine import Engine
from index.library import Library
from tests.assistant_.saying import said


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Engine]:
    """An engine without documents: what it knows of decisions is the register."""
    with Library.open(tmp_path) as library:
        yield Engine(library, ExtractiveArguer(), case=None)


def test_a_list_is_narrowed_counted_and_ordered(bare: Engine) -> None:
    said(bare, "list decisions that lowered the grade in 2014")
    assert "C-0305-04-05" in said(bare, "only the navy ones")
    assert "1 of the 2 decisions (Navy, 2014)" in said(bare, "how many is that")
    assert "The oldest in the register (Navy, 2014" in said(bare, "show me the oldest one")
    other = said(bare, "any that were raised instead?")
    assert "None that raised the grade" in other
    assert "2 decisions in the register (Navy, 2014)" in other


def test_another_series_takes_the_place_of_the_one_listed(bare: Engine) -> None:
    said(bare, "how many decisions about 0343 do you list")
    three = said(bare, "and 0201?")
    assert "3 decisions in the register (series 0201" in three
    assert "0343" not in three.partition("###")[0]
    assert "None that lowered the grade" in said(bare, "the ones where it went down")
    assert "The newest in the register (series 0201" in said(bare, "the latest?")
    assert "C-0201-09-06" in said(bare, "is that decision about supervisors?")


def test_the_furthest_fall_is_found_among_those_listed(bare: Engine) -> None:
    said(bare, "find decisions that lowered the grade")
    assert "by 5 grades or more" in said(bare, "which one lowered the most grades")
    raised = said(bare, "any where it went the other way round?")
    assert "6 decisions in the register (that raised the grade)" in raised
    assert "that raised the grade" in said(bare, "I mean cases where somebody got a raise in grade")
    assert "None that raised" in said(bare, "any from the 0343 series?")


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("for a GS-12 how many points does it take", "2,755"),
        ("with whom do I file", "In writing, to OPM"),
        ("what series is for budget analysts", "0560"),
        ("which level is the highest on factor 2", "Level 2-5"),
        ("any deadline for 0343 people", "no time limit"),
    ],
)
def test_other_questions_are_not_asked_of_the_list(bare: Engine, message: str, told: str) -> None:
    said(bare, "find decisions on series 0343")
    assert told in said(bare, message)


def test_a_paragraph_and_those_beside_it_are_quoted(example_library: Library) -> None:
    engine = Engine(example_library, ExtractiveArguer(), case=None)
    assert "Paragraph 6 of C-9999-11-01" in said(engine, "quote paragraph 6 of C-9999-11-01")
    assert "Paragraph 7 of C-9999-11-01" in said(engine, "and the next one")
    said(engine, "who signed it?")
    assert "Paragraph 5 of C-9999-11-01" in said(engine, "what does paragraph 5 say")
    assert "has no paragraph 900" in said(engine, "show paragraph 900")


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["need a decision where a wage employee was lowered"], "C-6904-05-02 of July 15, 2016"),
        (
            ["need a decision where a wage employee was lowered", "same but it went up, any gs"],
            "(the General Schedule, that raised the grade)",
        ),
        (["find decisions where a WG job got raised", "just the WS ones"], "the register (WS)"),
        (["any where a supervisor was raised?"], "(supervisory positions, that raised the grade)"),
        (
            ["any where a supervisor was raised?", "what about nonsupervisory"],
            "(no supervisory positions, that raised the grade)",
        ),
        (["any gs-12 downgraded?"], "(grade 12, that lowered the grade)"),
        (["any gs-12 downgraded?", "and 13s?"], "(grade 13, that lowered the grade)"),
        (
            ["any gs-13 downgraded?", "newer than 2015?"],
            "(grade 13, after 2015, that lowered the grade)",
        ),
        (["need a WG decision that stayed the same"], "(WG, that changed nothing)"),
        (["need a WG decision that stayed the same", "one that went down?"], "C-6904-05-02"),
        (["which GS-14 appeals won?"], "C-0025-14-02"),
        (["list decisions between 2010 and 2012"], "after 2009, before 2013"),
        (
            ["decisions in 0343 that were upheld", "which went the other way"],
            "Management and Program Analysis, that changed the classification)",
        ),
        (
            ["show decisions for program analysts", "only the VA ones"],
            "Veterans Affairs, that title",
        ),
        (
            ["list decisions that lowered a GS-12", "name of the appellant?"],
            "No names: the register",
        ),
        (["list decisions that lowered a GS-12", "why?"], "The register does not tell why"),
        (["list decisions that lowered a GS-12", "why?", "only 0950"], "C-0303-08-01"),
    ],
)
def test_a_filter_is_read_and_another_is_put_in_its_place(
    bare: Engine, turns: list[str], told: str
) -> None:
    for turn in turns[:-1]:
        said(bare, turn)
    assert told in said(bare, turns[-1])


def test_one_whose_grade_fell_had_stood_at_the_grade_named(bare: Engine) -> None:
    assert "GS-0301-12 to" in said(bare, "any GS-12 downgraded?")
    assert "GS-0301-13 to Administrative Officer, GS-0341-12" not in said(
        bare, "any GS-12 downgraded?"
    )
