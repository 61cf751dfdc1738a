"""Few words in the middle of one subject: they are asked of it, and not of what they sound like."""

from __future__ import annotations

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from core.model import Case, Classification, Fact, PositionDescription
from index.library import Library
from tests.assistant_.saying import said

CASE = Case(
    standard="fes-primary",
    current=Classification(pay_plan="GS", series="0343", grade=11),
    requested=Classification(pay_plan="GS", series="0343", grade=12),
    position_description=PositionDescription(adequate=False, remarks="It leaves the studies out."),
    levels={
        level.partition("-")[0]: level
        for level in "1-7 2-4 3-3 4-4 5-3 6-3 7-2 8-1 9-1".split()  # noqa: SIM905
    },
    sought={"3": "3-4", "5": "5-4"},
    facts=(Fact(text="I devise the method of each study.", factor="3"),),
)
"""2,470 points, GS-11; GS-12 begins at 2,755."""


@pytest.fixture
def bare(example_library: Library, chooser: Chooser) -> Engine:
    return Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)


@pytest.fixture
def mine(example_library: Library, chooser: Chooser) -> Engine:
    return Engine(example_library, ExtractiveArguer(), case=CASE, chooser=chooser)


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("and if the chief was SES?", "rank SES"),
        ("and if he's a 15", "**GS-14: a full deputy"),
        ("the chief is a 12, what about me as deputy then", "**GS-11: a full deputy"),
        ("does it matter that I only handle half of it?", "an equal half of it"),
        (
            "and someone called deputy who mostly does admin stuff for him",
            "**No: a staff assistant",
        ),
        ("I report to an SES member", "Level 2-3"),
    ],
)
def test_what_is_said_of_a_chief_is_asked_of_the_deputy(
    bare: Engine, message: str, told: str
) -> None:
    said(bare, "our branch chief is a GS-13 supervisor. I'm his deputy, full one. what grade")
    assert told in said(bare, message)


def test_people_told_after_the_coverage_are_held_against_it(bare: Engine) -> None:
    said(bare, "does the supervisory guide cover me if I supervise 30 percent of the time")
    said(bare, "what are the minimum authorities")
    assert said(bare, "my people are all contractors though").startswith("**No: the guide covers")


def test_a_fact_of_the_work_is_still_noted_after_a_rule(bare: Engine) -> None:
    said(bare, "does the supervisory guide cover me if I supervise 30 percent of the time")
    assert "on Factor 2" in said(bare, "I decide myself how each study is done")


@pytest.mark.parametrize(
    "message",
    [
        "I only do it when my colleague is on sick leave though",
        "the 11 part is only when Jim is on leave",
        "it's only until they fill the vacancy",
    ],
)
def test_standing_in_is_no_question_on_the_law_of_leave(bare: Engine, message: str) -> None:
    said(bare, "60% of my work is GS-9, 40 is GS-11. which grade")
    told = said(bare, message)
    assert "absence" in told or "away" in told
    assert "5 CFR part 630" not in told


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("what do I get for guidelines right now", "Level 3-3 is on record, 275 points"),
        ("what am I credited for scope", "Level 5-3 is on record, 150 points"),
        ("what do I get if I win scope", "With Level 5-4: 2,545 points"),
        ("if complexity fell to 4-3 and scope stayed", "With Level 4-3: 2,395 points"),
        ("if complexity slipped to 4-3 and nothing else changed", "With Level 4-3: 2,395 points"),
        ("what if they lower supervisory controls to 2-3", "With Level 2-3: 2,295 points"),
        ("is my pd good enough", "**No, by your case: it states"),
    ],
)
def test_what_is_credited_now_and_what_would_be_are_told_apart(
    mine: Engine, message: str, told: str
) -> None:
    assert told in said(mine, message)


def test_a_factor_beside_those_tried_is_named_when_none_of_them_does(mine: Engine) -> None:
    said(mine, "what if 3-4 were credited")
    said(mine, "what about scope too")
    told = said(mine, "so which one factor by itself would do it?")
    assert told.startswith("**Neither alone reaches GS-12")
    assert "Level 1-8 (2,770 points)" in told


def test_the_level_on_record_of_the_factor_spoken_of(mine: Engine) -> None:
    said(mine, "tell me about 5-4")
    assert "Level 5-3 is on record" in said(mine, "what do I have there now")


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("how come knowledge is worth so much", "gives 50 to 1,850 of at most 4,480"),
        ("how come scope counts for so much", "Factor 5, Scope and Effect, gives 25 to 450"),
    ],
)
def test_why_a_factor_weighs_so_much(bare: Engine, message: str, told: str) -> None:
    assert told in said(bare, message)


def test_one_thing_is_told_of_the_decision_that_the_register_named(bare: Engine) -> None:
    said(bare, "list the appeals on series 0080")
    assert "C-0080-09-06" in said(bare, "which one is the newest")
    assert said(bare, "what did that person ask for").startswith("**GS-0080-11 was asked for")
    assert said(bare, "did they get it?").startswith("**No: OPM changed nothing")
    assert said(bare, "what was the job").startswith("**Personnel Security Specialist")
    assert said(bare, "when was it").startswith("**On February 16, 2022")
    assert "asked for" not in said(bare, "what would I need to appeal")


def test_two_cells_of_the_chart_are_told_apart(bare: Engine) -> None:
    assert "180 points" in said(bare, "aageg factor 6 and 7 at 3c how many points")
    assert "75 points" in said(bare, "and 2b?")
    told = said(bare, "what's the difference in words")
    assert "105 apart" in told
    assert "Persons 3: persons outside the agency" in told
    assert said(bare, "which combinations does it call unrealistic").startswith("**1c, 1d and 4a")


def test_the_grades_of_the_guide_just_told(bare: Engine) -> None:
    said(bare, "do you have the standard for 0343?")
    said(bare, "which guide grades it")
    assert said(bare, "what grades does that one cover").startswith("**From GS-9 up to GS-15")


def test_the_other_part_of_factor_4_at_the_same_levels(bare: Engine) -> None:
    said(bare, "gssg 4A-3 vs 4A-4")
    assert "Level 4B-4 (125 points)" in said(bare, "and 4B?")


def test_which_of_two_levels_is_usual_at_a_grade(bare: Engine) -> None:
    said(bare, "difference between 2-4 and 2-5?")
    assert "At GS-12: Level 2-4" in said(bare, "which of those do you usually see at a 12")
    assert "At GS-14: Level 2-5" in said(bare, "and at a 14?")


def test_who_leaves_takes_the_base_along(bare: Engine) -> None:
    said(bare, "I supervise three GS-11, four GS-9 and a GS-6 secretary. What's my base level?")
    assert "Level 5-6, 800 points" in said(bare, "what factor level does that give")
    assert "The base is GS-9" in said(bare, "and if two of the 11s leave?")


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("my boss never signed my pd, is my appeal dead", "**No rule held makes the supervisor's"),
        (
            "the standard of my series is narrative, no points. can they use the primary standard?",
            "**No, not alone: the Primary Standard",
        ),
        ("what title does a team leader get in 0343", "**Lead before the basic title"),
        ("points 550 350 775 75 100 800 1120 under gssg, grade?", "3,770 points are GS-14"),
        ("which is worth more, 4-4 or 5-4", "**The same: Level 4-4 and Level 5-4"),
    ],
)
def test_a_rule_asked_for_in_passing(bare: Engine, message: str, told: str) -> None:
    assert told in said(bare, message)


@pytest.mark.parametrize(
    "message", ["I forgot to sign my appeal, is it void", "can a lead be called supervisory"]
)
def test_what_sounds_like_it_and_is_not(bare: Engine, message: str) -> None:
    told = said(bare, message)
    assert "makes the supervisor's signature" not in told
    assert not told.startswith("**Lead before")
