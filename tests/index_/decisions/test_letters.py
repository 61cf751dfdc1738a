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
