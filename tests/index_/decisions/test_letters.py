"""Letters, which have no headings of a decision, and several positions decided together."""

from __future__ import annotations

from pathlib import Path

from index.documents import formats as parsers
from tests.index_.decisions.made_up import grade_of, reading_of

OUR_DECISION = """\
United States Office of Invented Affairs
Quaywater Oversight Division

June 3, 1995

Ms. Rae Sill
12 Pier Road

Dear Ms. Sill:

This is our decision on the appeal you filed with this office concerning the classification of
your position as a Lamp Clerk, GS-9205-4. You believe that it should be a Lamp Technician,
GS-9205-6. You work in the Lamp Section, Fort Nowhere, Department of the Army.

We have found that the position is correctly classified as Lamp Technician, GS-9205-5.

Factor 1 - Knowledge required
Your knowledge is that of Level 1-3 (350 points).
Factor 2 - Supervisory controls
This factor is rated at Level 2-3 (275 points).
Factor 9 - Work environment
Level 9-1, 5 points.
Sincerely,
"""

APPEALING = """\
Office of Invented Affairs
Fenwick Region

MAR 9 1996

Mr. Ned Quill

Dear Mr. Quill:

You are appealing the grade of your position, Wick Inspector, GS-9806-7. You ask that it be
classified as Wick Inspector, GS-9806-9.

Our review shows that the proper classification of the position is Wick Inspector, GS-9806-8.

Factor 1, Knowledge required
The knowledge you use is that described at Level 1-5, 750 points.
Factor 2, Supervisory controls
Level 2-3 (275 points) is credited.
Yours truly,
"""

ONLY_RECEIVED = """\
Office of Invented Affairs

MAR 9 1996

Dear Mr. Quill:

You are appealing the classification of your position, Wick Inspector, GS-9806-7. We have asked
your agency for its file and will write again within 60 days.

Sincerely,
"""


def test_a_letter_without_number_or_law_that_concludes_is_a_decision(tmp_path: Path) -> None:
    decision, _ = reading_of(tmp_path, OUR_DECISION)
    assert decision.current == grade_of("Lamp Clerk", "9205", 4)
    assert decision.requested == grade_of("Lamp Technician", "9205", 6)
    assert decision.decided == grade_of("Lamp Technician", "9205", 5)
    assert decision.outcome[0] == "raised"
    credited = [(str(one.factor), one.credited, one.points) for one in decision.factors]
    assert credited == [("1", "1-3", 350), ("2", "2-3", 275), ("9", "9-1", 5)]


def test_a_letter_to_somebody_who_is_appealing_is_a_decision(tmp_path: Path) -> None:
    decision, _ = reading_of(tmp_path, APPEALING)
    assert decision.current == grade_of("Wick Inspector", "9806", 7)
    assert decision.decided == grade_of("Wick Inspector", "9806", 8)
    assert [one.credited for one in decision.factors] == ["1-5", "2-3"]


LETTERHEAD = """[Every word of this letter is made up.]

OFFICE OF INVENTED AFFAIRS
FENWICK OVERSIGHT DIVISION
FENWICK, TEXAS 75000

March 3, 1995

OPM decision number: C-9205-05-02

Ms. [appellant]
[address]

Dear Ms. [appellant]:

This letter is our decision on the classification appeal that our office accepted from you. Your
position is classified by your agency as Lamp Clerk, GS-9205-4. You contend that it should be graded
GS-9205-6. You work in the Lamp Section, Fort Nowhere, Department of the Army.

Factor 1 - Knowledge required

Your knowledge is that of Level 1-3 (350 points).

Decision

Your position is properly classified as Lamp Clerk, GS-9205-5.

Sincerely,
"""


IN_TWO_SENTENCES = """Office of Invented Affairs

OCT 14 1996

Mr. Ned Quill

Dear Mr. Quill:

This is our decision on your appeal of the classification of your position as a Wick Foreman. Your
position is now classified as Wick Officer, GS-9806-11; you want GS-9806-12.

We find that the position was correctly classified by your agency. It is Wick Officer, GS-9806-11.

Factor 1. Level 1-7 is proper, at 1250 points.

Sincerely,
"""


def test_a_letter_may_conclude_in_two_sentences(tmp_path: Path) -> None:
    decision, _ = reading_of(tmp_path, IN_TWO_SENTENCES)
    assert decision.current == grade_of("Wick Officer", "9806", 11)
    assert decision.decided == grade_of("Wick Officer", "9806", 11)
    assert decision.outcome == ("sustained",)


def test_a_letterhead_above_a_name_that_was_taken_out_is_no_title(tmp_path: Path) -> None:
    decision, _ = reading_of(tmp_path, LETTERHEAD)
    assert decision.current == grade_of("Lamp Clerk", "9205", 4)
    assert decision.decided == grade_of("Lamp Clerk", "9205", 5)
    assert decision.requested.grade == 6
    assert decision.appellants == ()
    assert decision.redacted


def test_a_letter_that_decides_nothing_is_no_decision(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(ONLY_RECEIVED, "utf-8")
    assert parsers.parse(path).kind == "other"


LETTER_1994 = """[Every word of this letter is made up.]

Office of Invented Affairs

September 12, 1994

Ms. [name]

Dear Ms. [name]:

This is our decision on the classification appeal you filed with this office. You are appealing the
classification of your position, Lantern Clerk, GS-9998-6. You believe that your position should be
classified as Lead Lantern Clerk, GS-9998-7.

Factor 1, Knowledge Required by the Position

Your knowledge of lamps is equal to Level 1-4 and earns 550 points.

Factor 2, Supervisory Controls

You light the lamps alone. That is Level 2-3 (275 points).

Factor 3, Guidelines

There are guidelines for every lamp. Level 3-2. 125 points.

Factor 4, Complexity

You believe Level 4-3 applies. The steps are few. Level 4-3 is not met. We find Level 4-2 (75
points) correct.

Factor 6, Personal Contacts, and Factor 7, Purpose of Contacts

Your contacts are those of level 2.
Their purpose is to plan, and is that of level b. Together they are worth 75 points.

Decision

Your position is correctly classified as Lantern Clerk, GS-9998-6.
"""


def test_a_letter_is_a_decision_by_what_opens_and_closes_it(tmp_path: Path) -> None:
    filler = "You light one more lamp of the long row before the sea wall.\n\n" * 200
    text = LETTER_1994.replace("Factor 1,", f"{filler}Factor 1,")
    decision, _ = reading_of(tmp_path, text)
    assert decision.decided == grade_of("Lantern Clerk", "9998", 6)
    assert decision.current == grade_of("Lantern Clerk", "9998", 6)
    assert decision.requested == grade_of("Lead Lantern Clerk", "9998", 7)


def test_what_a_letter_credits_is_read_where_level_and_points_stand_apart(tmp_path: Path) -> None:
    decision, found = reading_of(tmp_path, LETTER_1994)
    rows = [(str(f.factor), f.credited, f.points, f.rejected) for f in decision.factors]
    assert rows == [
        ("1", "1-4", 550, ()),
        ("2", "2-3", 275, ()),
        ("3", "3-2", 125, ()),
        ("4", "4-2", 75, ("4-3",)),
        ("6/7", "2-b", 75, ()),
    ]
    assert not [p.level for p in found if p.stance == "standard"]


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
