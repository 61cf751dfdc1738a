"""What an appeal puts at stake, read from the grade held, the grade computed and the one sought."""

from __future__ import annotations

import pytest

from core.appeals.stakes import Stakes, graded_stakes, stakes
from core.fes.grading import evaluate_opened
from core.fes.opened import open_case
from core.model import Case, Classification

# 2,645 points by the Primary Standard: GS-11 (2,355 to 2,750).
NAMES = ("1-7", "2-4", "3-4", "4-4", "5-3", "6-3", "7-2", "8-1", "9-1")
LEVELS = {name[0]: name for name in NAMES}


def ask(
    current: int | None,
    requested: int | None = None,
    *,
    plan: str = "GS",
    held: int | None = None,
    series: str = "",
    **sought: str,
) -> Stakes | None:
    case = Case(
        title="x",
        standard="fes-primary",
        levels=LEVELS,
        sought={name[1:]: level for name, level in sought.items()},
        current=Classification(pay_plan=plan, grade=current, series=series),
        requested=Classification(grade=requested, series=series),
    )
    opened = open_case(case)
    return stakes(opened, evaluate_opened(opened).levels, held=held)


def told(found: Stakes | None) -> str:
    assert found is not None
    return " ".join(f"{line.head} {line.text}" for line in found.lines)


def test_a_finding_below_the_grade_held_is_said_to_lower_it() -> None:
    found = ask(12, 13, f2="2-5", f4="4-5")
    assert found is not None
    assert (found.held, found.found, found.best, found.requested) == (
        *("GS-12", "GS-11", "GS-12"),
        "GS-13",
    )
    assert (found.direction, found.keep_points, found.short) == (-1, 110, 210)
    text = told(found)
    assert "The same finding by OPM lowers the grade." in text
    assert "Level 2-5 alone suffices" in text
    assert "To win: no higher grade." in text
    assert "Out of reach: GS-13." in text
    assert "would cost the grade" not in text
    assert found.lines[0].code == "held"


def test_what_is_sought_may_not_even_keep_the_grade() -> None:
    text = told(ask(12, 13, f9="9-2"))
    assert "nothing you seek reaches it" in text
    assert "below GS-12, the grade you hold" in text
    assert "Out of reach: GS-13." in text


def test_several_levels_together_keep_it() -> None:
    assert "Level 3-5 would suffice" not in told(ask(12, 12, f9="9-3"))
    assert "Level 4-5 and Level 9-2 would suffice" in told(ask(12, 12, f4="4-5", f9="9-2"))


def test_a_finding_at_the_grade_held_counts_the_loss_down_from_it() -> None:
    text = told(ask(11, 12, f2="2-5"))
    assert "To win: GS-12." in text
    assert "290 points above the GS-11 floor" in text
    assert "Level 1-6 in place of 1-7 makes GS-10" in text


def test_a_finding_above_the_grade_held_is_no_danger_to_the_grade() -> None:
    found = ask(9, 11)
    assert found is not None
    assert found.direction == 1
    text = told(found)
    assert "already come to GS-11, above GS-9" in text
    assert "makes GS-10" not in text  # still above what is held


def test_the_grade_held_comes_from_the_case_then_the_facts_then_the_levels() -> None:
    sources = [ask(12, held=11), ask(None, held=12), ask(None)]
    assert [one and (one.held, one.held_from) for one in sources] == [
        ("GS-12", "case"),
        ("GS-12", "facts"),
        ("GS-11", "levels of record"),
    ]
    assert "GS-12 by the case, which counts; GS-11 by the facts." in told(sources[0])


def test_an_even_grade_is_flagged_once_and_only_where_it_is_named() -> None:
    flagged = ask(11, 12, series="0343", f2="2-5")
    assert flagged is not None
    assert [line.code for line in flagged.lines].count("even-grade") == 1
    assert "GS-10 is very unusual" in told(flagged)
    assert "unusual" not in told(ask(12, 13, series="0343", f2="2-5"))


@pytest.mark.parametrize("plan", ["WG", "ES"])
def test_other_pay_plans_have_no_grade_of_this_table(plan: str) -> None:
    assert ask(12, plan=plan) is None


def test_a_grade_beyond_the_table_is_still_compared() -> None:
    found = ask(15, 15, f2="2-5")
    assert found is not None
    assert found.direction == -1


def test_without_points_the_risk_is_read_from_the_grades_held_found_and_asked_for() -> None:
    lines = graded_stakes(13, (12,), 14)
    assert [line.code for line in lines] == ["held", "kept", "win", "reach"]
    assert lines[0].head == "At risk: GS-13."
    assert "comes to GS-12" in lines[0].text
    assert lines[3].head == "Out of reach: GS-14."
    up = graded_stakes(11, (12,), 12)
    assert [line.head for line in up] == ["To win: GS-12."]


def test_of_grades_still_possible_the_lowest_is_the_risk_and_the_highest_the_gain() -> None:
    lines = graded_stakes(11, (10, 12), 12)
    assert [line.code for line in lines] == ["held", "kept", "win"]
    assert "can come to GS-10" in lines[0].text
    assert "can come to GS-12, above the GS-11 you hold" in lines[2].text
    assert graded_stakes(None, (12,), None) == ()
    assert graded_stakes(12, (), None) == ()


def test_a_level_named_as_one_that_could_be_sought_is_one_above_those_credited() -> None:
    assert "Say which levels you seek, such as Level 1-8." in told(ask(11))
