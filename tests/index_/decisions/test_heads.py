"""The head of a decision in every layout of the real ones: number, date, parties and grades."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.decisions.reading import read_decision
from index.documents import formats as parsers
from index.documents import passages
from index.models import Decision, DecisionClassification, Passage
from tests.index_.decisions.made_up import CERTIFICATE, LABELLED, LAMP, grade_of, reading_of


def test_head_without_labels(harbour: tuple[Decision, list[Passage]]) -> None:
    decision, _ = harbour
    assert decision.decision_number == "C-9998-07-01"
    assert decision.date == "1999-03-04"
    assert decision.department == "Department of the Interior"
    assert decision.current == grade_of("Harbour Clerk", "0302", 6)
    assert decision.requested == grade_of(LAMP, "9998", 9)
    assert decision.decided == grade_of(LAMP, "9998", 7)
    assert decision.outcome == ("raised", "series_changed", "title_changed")


def test_head_with_labels(tmp_path: Path) -> None:
    decision, _ = reading_of(tmp_path, LABELLED)
    assert decision.decision_number == "C-0998-08-02"
    assert decision.date == "2001-04-05"
    assert decision.department == "Department of the Navy"
    assert decision.current == grade_of(LAMP, "9998", 9)
    assert decision.decided == grade_of(LAMP, "0998", 8)
    assert decision.requested == DecisionClassification()
    assert decision.outcome == ("lowered", "series_changed")


def test_a_capture_on_one_line(tmp_path: Path) -> None:
    decision, found = reading_of(tmp_path, " ".join(LABELLED.split()))
    assert decision.decision_number == "C-0998-08-02"
    assert decision.date == "2001-04-05"
    assert decision.current == grade_of(LAMP, "9998", 9)
    assert decision.decided == grade_of(LAMP, "0998", 8)
    assert any(p.heading == ("Introduction",) for p in found)


def test_signature_before_the_labels(tmp_path: Path) -> None:
    head, _, rest = LABELLED.partition("Appellant:")
    labels, _, tail = rest.partition("/s/")
    moved = f"/s/{tail.split('Date')[0]}Date\n\n{head}Appellant:{labels}\n{CERTIFICATE}"
    decision, _ = reading_of(tmp_path, moved)
    assert decision.date == "2001-04-05"
    assert decision.decision_number == "C-0998-08-02"
    assert decision.decided == grade_of(LAMP, "0998", 8)


@pytest.mark.parametrize(
    ("asks", "title"),
    [
        ("He seeks Lamp Planner, GS-9997-9.", "Lamp Planner"),
        ("The appellant asks for Lamp Planner (Oil), GS-9997-9.", "Lamp Planner (Oil)"),
        ("He wants the title and grade of Lamp Planner, GS-9997-9.", "Lamp Planner"),
        ("The appellant asks that the position be made Lamp Planner, GS-9997-9.", "Lamp Planner"),
        ("He asks for the title Lamp Planner at GS-9997-9.", "Lamp Planner"),
        ("He asks that it be raised to GS-9997-9.", ""),
    ],
)
def test_a_classification_asked_for_with_its_title(tmp_path: Path, asks: str, title: str) -> None:
    decision, _ = reading_of(tmp_path, f"{LABELLED}\n{asks}\n")
    assert decision.requested == grade_of(title, "9997", 9)


@pytest.mark.parametrize(
    "head",
    [
        (
            "currently classified as\nthey believe, GS-9998-07 and which\n"
            "Decided: which they, GS-9998-07 of the\nagency - OPM num ber  C 99 - 8"
        ),
        "the lamps GS-9998-07 should be\nOPM decision is, GS-9998-09 because of\nC 99 - 8",
        (
            "Appellant: which he has\nAgency classification: they were GS-9998-07 then\n"
            "OPM decision: it is believed GS-9998-08 and"
        ),
    ],
)
def test_the_scrap_of_a_sentence_decides_nothing(tmp_path: Path, head: str) -> None:
    text = f"Classification Appeal Decision\n5 USC 5112\n\n{head}\n\nInt roduc tion\n\nOil.\n"
    decision, _ = reading_of(tmp_path, text)
    assert decision.current == decision.decided == DecisionClassification()
    assert decision.outcome == ()


def test_the_heading_after_an_empty_label_is_no_value(tmp_path: Path) -> None:
    text = (
        "Classification Appeal Decision\nAppellant:   Agency classification:   Organization:\n"
        "OPM decision: since they and the, WG-9701-11\nOPM decision number: C-9701-11-0l\n"
        "Background\nThe wicks are trimmed, and th3 lamps are lit, as Wick Trimmer, WG-9749-10.\n"
    )
    decision, _ = reading_of(tmp_path, text)
    assert decision.decided == DecisionClassification()


WITHOUT_GAPS = """\
[All of this is made up.]
Job Grading Appeal Decision
Under section 5346 of title 5, United States Code
Appellants: [names]
Agency classification: Wick Cutter
WG-9705-05
Organization: Lamp Shop, Department of Nowhere, [city], Maine
OPM decision: WG-9705-06
OPM decision number: C-9705-06-09
Introduction
The appellant seeks to be graded as Wick Fitter, WG-9716-07.
Grade determination
Skill and Knowledge
The skill meets the WG-6 level. It does not meet WG-7.
Responsibility
The responsibility meets WG-6.
Decision
The job is properly graded at WG-9705-06.
"""


def test_a_decision_without_blank_lines_is_read_by_its_headings(tmp_path: Path) -> None:
    decision, _ = reading_of(tmp_path, WITHOUT_GAPS)
    assert decision.requested == grade_of("Wick Fitter", "9716", 7, plan="WG")
    assert [(one.name, one.grade) for one in decision.criteria] == [
        ("Skill and Knowledge", 6),
        ("Responsibility", 6),
    ]


def test_a_letter(tmp_path: Path) -> None:
    text = f"""OFFICE OF INVENTED AFFAIRS
In Reply Refer To:
OPM Decision Number: C-9998-05-01, 3/4/97

PERSONAL

Dear [appellant]:

This is our made-up decision on the classification appeal you never filed. It takes the shape of
a letter because some early decisions did, and it is long enough to end the head of the letter.

Position Information

Appellant: [name]
Current Classification: {LAMP}, GS-9998-05
Position Description Number: 12
Requested Classification: {LAMP}, GS-9998-06
OPM Decision: {LAMP}, GS-9998-05
Organizational Information: Department of Commerce
"""
    decision, _ = reading_of(tmp_path, text)
    assert decision.decision_number == "C-9998-05-01"
    assert decision.date == "1997-03-04"
    assert decision.current == grade_of(LAMP, "9998", 5)
    assert decision.requested == grade_of(LAMP, "9998", 6)
    assert decision.decided == grade_of(LAMP, "9998", 5)
    assert decision.department == "Department of Commerce"
    assert decision.outcome == ("sustained",)


def test_labels_that_run_together_before_their_values(tmp_path: Path) -> None:
    text = f"""OFFICE OF INVENTED AFFAIRS, ATLANTA
Classification Appeal Decision
5112(b)
Appellant: [name]
Position: {LAMP}
GS-9998-8
Organization: Department of the Army
Decision: OPM Decision No.:
{LAMP} GS-9998-9 (appeal granted)
C-9998-09-01
/s/ 3/4/97
A. N. Other
Date

{CERTIFICATE}"""
    decision, _ = reading_of(tmp_path, text)
    assert decision.decision_number == "C-9998-09-01"
    assert decision.current == grade_of(LAMP, "9998", 8)
    assert decision.decided == grade_of(LAMP, "9998", 9)
    assert decision.date == "1997-03-04"
    assert decision.outcome == ("raised",)


def test_a_stripped_capture_says_only_what_is_left(tmp_path: Path) -> None:
    text = f"""Washington, DC
Office of Invented Affairs
Classification Appeal Decision
Under section 5112 of title 5, United States Code
Wall Command
Department of the Army
Title at agency discretion
A. N. Other
08/09/2003
Date
{CERTIFICATE}
"""
    decision, _ = reading_of(tmp_path, text, "C-9998-11-04.txt")
    assert decision.decision_number == "C-9998-11-04"
    assert decision.date == "2003-08-09"
    assert decision.current == DecisionClassification()
    assert decision.decided == DecisionClassification()
    assert decision.outcome == ()
    assert decision.total is None
    assert decision.grade is None
    assert decision.pd_adequate is None


def test_all_labels_before_all_values(tmp_path: Path) -> None:
    text = f"""Classification Appeal Decision
Under section 5112 of title 5, United States Code
Appellant:
Agency classification:
Organization:
OPM decision:
OPM decision number:
[name]
{LAMP} GS-9998-10
Department of the Treasury
[city, state]
{LAMP} GS-9998-09
C-9998-09-03
A. N. Other
May 1 2001
Date
{CERTIFICATE}"""
    decision, _ = reading_of(tmp_path, text)
    assert decision.current == grade_of(LAMP, "9998", 10)
    assert decision.decided == grade_of(LAMP, "9998", 9)
    assert decision.decision_number == "C-9998-09-03"
    assert decision.date == "2001-05-01"


def test_a_lone_classification_goes_by_its_place(tmp_path: Path) -> None:
    head = "Classification Appeal Decision\nUnder section 5112 of title 5, United States Code\n"
    before = f"{head}{LAMP} GS-9998-10\nDepartment of Energy\n[city, state]\n{CERTIFICATE}"
    decision, _ = reading_of(tmp_path, before)
    assert decision.current == grade_of(LAMP, "9998", 10)
    assert decision.decided == DecisionClassification()
    after = f"{head}Department of Energy\n[city, state]\nGS-9998-10\n{CERTIFICATE}"
    decision, _ = reading_of(tmp_path, after)
    assert decision.current == DecisionClassification()
    assert decision.decided == grade_of("", "9998", 10)


def test_wage_grade_and_pay_plan_change(tmp_path: Path) -> None:
    text = LABELLED.replace("Classification Appeal", "Job Grading Appeal").replace(
        "GS-9998-9", "WG-9998-9"
    )
    decision, _ = reading_of(tmp_path, text)
    assert decision.current.pay_plan == "WG"
    assert "pay_plan_changed" in decision.outcome
    assert not {"raised", "lowered"} & set(decision.outcome)


def test_other_documents_are_no_decisions(lantern_pdf: Path, tmp_path: Path) -> None:
    document = parsers.parse(lantern_pdf)
    assert read_decision(document, passages.split(document)) is None
    claim = tmp_path / "claim.txt"
    claim.write_text("FLSA Claim Decision\nF-9998-07-01\n\nA made-up claim for lamp oil.\n")
    assert parsers.parse(claim).kind == "other"


LETTER = """\
OFFICE OF INVENTED AFFAIRS
Fictional Oversight Division

February 11, 1997

Mr. Rae Sill
Post Office Box 44
Quaywater, Texas 77550

Dear Mr. Sill:

This is in response to your letter of June 3, 1996, in which you appeal the classification of your
position, Lantern Technician, GS-9316-8, Branch of Lamps. You seek GS-9.

This appeal is decided under section 5112 of title 5, United States Code. This certificate is
mandatory and binding on everybody who is made up.

We find that it is properly classified as Lantern Technician, GS-9316-8.

Factor 1, Knowledge Required by the Position

Your agency credited Level 1-5. Level 1-5 (750 points) is confirmed.

Factor 4, Complexity

Level 4-3 is credited, 150 points, as your agency found.

Factor 6 and 7

Level 2c is credited, 145 points.
"""


def test_a_letter_to_the_appellant_is_a_decision_without_a_head(tmp_path: Path) -> None:
    decision, _ = reading_of(tmp_path, LETTER)
    assert decision.document_type == "classification"
    assert decision.component == ""
    assert decision.current == grade_of("Lantern Technician", "9316", 8)
    assert (decision.requested.grade, decision.outcome) == (9, ("sustained",))
    assert [(str(one.factor), one.credited, one.points) for one in decision.factors] == [
        ("1", "1-5", 750),
        ("4", "4-3", 150),
        ("6/7", "2c", 145),
    ]


def test_a_letter_s_sender_and_address_are_no_title(tmp_path: Path) -> None:
    text = (
        "United States\nOffice of Invented Affairs\nFenwick Region\n\nOCT 14 1993\n\n"
        "Ms. Philippa Quill\nc/o Bramble House\n\nDear Ms. Quill:\n\n"
        "This is our decision on the position classification appeal you filed under section "
        "5112 of title 5, United States Code. "
        "You are appealing the classification of your position, Lamp Technician, GS-9675-6. You "
        "believe it should be classified as Lamp Technician, GS-9675-7.\n\n"
        "We find that your position is properly classified as Lamp Technician, GS-9675-6.\n"
        "\nThis letter is a classification certificate, binding on nobody, as it is all made up.\n"
    )
    decision, _ = reading_of(tmp_path, text)
    assert decision.date == "1993-10-14"
    assert decision.appellants == ("Philippa Quill",)
    assert decision.current == grade_of("Lamp Technician", "9675", 6)
    assert decision.outcome == ("sustained",)
