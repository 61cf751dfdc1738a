"""Decisions on several positions, and on several kinds of work in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.index_.decisions.made_up import determined, grade_of, reading_of
from tests.index_.decisions.test_letters import LETTER_1994

GROUP = """Office of Invented Affairs
Classification Appeal Decision
Under section 5112 of title 5, United States Code

[Every word of this decision is made up.]

Appellants: [names]

Agency classification: Claims Keeper
GS-9998-11
Claims Lighter
GS-9998-7

Organization: Lantern Branch
Department of the Navy

OPM decision: Claims Keeper
GS-9998-11
Claims Lighter
GS-9998-8

OPM decision number: C-9998-11-02

January 15, 2010
Date

Introduction

One appellant holds a position classified as Claims Keeper, GS-9998-11, and three hold positions
classified as Claims Lighter, GS-9998-7. The keeper believes the position should be graded GS-12.

Grade determination

Claims Keeper position

Factor 1, Knowledge required by the position

The keeper, a Claims Keeper of long standing, meets Level 1-7. Level 1-7 is credited (1,250 points).

Factor 2, Supervisory controls

We credit Level 2-4 (450 points).

Factor 4, Complexity

The appellants claim Level 4-5. Level 4-4 is met and credited (225 points).

Claims Lighter positions

Factor 1, Knowledge required by the position

Level 1-5 is credited for 750 points.

Factor 2, Supervisory controls

We credit Level 2-3 (275 points).

Factor 4, Complexity

We credit Level 4-3 (150 points).

Summary

For the keeper the total is 1,925 points, which converts to GS-11. For the lighters the total is
1,175 points, which converts to GS-8.

Decision

The keeper's position is properly classified as Claims Keeper, GS-9998-11. The other positions are
properly classified as Claims Lighter, GS-9998-8.
"""


def test_positions_decided_together_are_not_held_against_each_other(tmp_path: Path) -> None:
    decision, _ = reading_of(tmp_path, GROUP)
    assert decision.decided == grade_of("Claims Keeper", "9998", 11)
    assert decision.requested.grade == 12
    told = [said for said in decision.doubts if "register" not in said]
    assert told == ["It also decides a position as Claims Lighter, GS-9998-08 (raised)."]


def test_totals_of_several_positions_go_with_the_points_that_add_up_to_them(
    tmp_path: Path,
) -> None:
    decision, _ = reading_of(tmp_path, GROUP)
    assert [(one.name, one.total, one.grade) for one in decision.works] == [
        ("Claims Keeper position", 1925, 11),
        ("Claims Lighter positions", 1175, 8),
    ]
    four = [one for one in decision.works[0].factors if one.factor == 4]
    assert [(one.sought, one.credited, one.points, one.rejected) for one in four] == [
        ("4-5", "4-4", 225, ("4-5",))
    ]


NAMED = """Office of Invented Affairs
Classification Appeal Decision
Under section 5112 of title 5, United States Code

[Every word of this decision is made up.]

Appellants: [names]
Agency classifications:
  Position A: Lamp Trimmer, GS-9998-06
  Position B: Lamp Counter, GS-9998-05
  Position C: Lamp Counter, GS-9998-05
Organization: Lantern Branch
Department of the Navy
OPM decisions:
  Position A: Lamp Trimmer, GS-9998-07
  Position B: Lamp Counter, GS-9998-05
  Position C: Lamp Counter, GS-9998-04
OPM decision number: C-9998-07-03

January 15, 2010
Date

Introduction

We took three positions together.

Position A

Factor 1, Knowledge required by the position

Level 1-4 is credited (550 points). The trimmer does not reach Level 1-5.

Factor 2, Supervisory controls

Level 2-3 is credited (275 points).

Position B

Factor 1, Knowledge required by the position

Level 1-3 is credited (350 points).

Factor 2, Supervisory controls

Level 2-2 is credited (125 points).

Position C

Factor 1, Knowledge required by the position

Level 1-2 is credited (200 points). Level 1-3 is not met.

Factor 2, Supervisory controls

Level 2-2 is credited (125 points).

Decision

The positions are classified as the head of this decision says.
"""


def test_each_of_several_positions_has_its_own_outcome_and_levels(tmp_path: Path) -> None:
    decision, _ = reading_of(tmp_path, NAMED)
    assert [(one.name, one.outcome[:1]) for one in decision.positions] == [
        ("Position A", ("raised",)),
        ("Position B", ("sustained",)),
        ("Position C", ("lowered",)),
    ]
    assert decision.outcome == ("raised",)
    assert decision.outcomes == {"raised", "sustained", "lowered"}
    credited = {work.name: [f.credited for f in work.factors] for work in decision.works}
    assert credited == {
        "Position A": ["1-4", "2-3"],
        "Position B": ["1-3", "2-2"],
        "Position C": ["1-2", "2-2"],
    }
    refused = {work.name: work.factors[0].rejected for work in decision.works}
    assert refused == {"Position A": ("1-5",), "Position B": (), "Position C": ("1-3",)}


def test_positions_in_a_letter_go_together_by_their_order(tmp_path: Path) -> None:
    head = """Current Classification: Lamp Clerk, GS-9998-6 (two positions); GS-9998-5
Requested Classification: Lamp Clerk, GS-9998-7
OPM Decision: Lamp Clerk, GS-9998-6 (position description L-1); GS-9998-6 (position description L-2)
Organizational Information: Lantern Branch"""
    text = LETTER_1994.replace("Factor 1,", f"Position Information\n{head}\n\nFactor 1,", 1)
    decision, _ = reading_of(tmp_path, text)
    assert [
        (one.name, one.current.grade, one.decided.grade, one.outcome) for one in decision.positions
    ] == [
        ("Position description L-1", 6, 6, ("sustained",)),
        ("Position description L-2", 5, 6, ("raised",)),
    ]


def test_one_position_is_not_several(tmp_path: Path) -> None:
    decision, _ = reading_of(tmp_path, LETTER_1994)
    assert decision.positions == ()


def test_levels_of_several_positions_that_stand_in_no_parts_are_left_to_the_text(
    tmp_path: Path,
) -> None:
    head = """Current Classification: Lamp Clerk, GS-9998-6; Lamp Clerk, GS-9998-5
Requested Classification: Lamp Clerk, GS-9998-7
OPM Decision: Lamp Clerk, GS-9998-6 (position description L-1); GS-9998-4 (position description L-2)
Organizational Information: Lantern Branch"""
    text = LETTER_1994.replace("Factor 1,", f"Position Information\n{head}\n\nFactor 1,", 1)
    decision, _ = reading_of(tmp_path, text)
    assert [one.outcome for one in decision.positions] == [("sustained",), ("lowered",)]
    assert decision.factors == ()
    assert any("which position" in said for said in decision.doubts)


@pytest.mark.parametrize(
    ("told", "grade"),
    [
        ("The leader work is GS-9.", 9),
        ("The leader work is at the GS-9 level, since the lamps led are of GS-8.", 9),
        ("She leads keepers whose work is GS-8.", None),
        ("The highest level of work is GS-8.", None),
    ],
)
def test_a_kind_of_work_is_given_a_grade_plainly(
    tmp_path: Path, told: str, grade: int | None
) -> None:
    body = (
        "Evaluation of lamp work\n\nFactor 1, Knowledge Required by the Position\n\n"
        "Level 1-5 is credited (750 points).\n\nFactor 2, Supervisory Controls\n\n"
        "Level 2-3 is credited (275 points).\n\nEvaluation of leader work\n\n"
        f"The appellant leads four keepers for 30 percent of the time. {told}\n"
    )
    decision, _ = determined(tmp_path, body)
    leading = [one.grade for one in decision.works if one.name == "Evaluation of leader work"]
    assert leading == ([grade] if grade else [])
