"""Reading decisions: facts from fictional decisions in every layout of the real ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.decisions.reading import read_decision
from index.decisions.values import citations
from index.documents import formats as parsers
from index.documents import passages
from index.models import Decision, DecisionClassification, Passage

LAMP = "Lantern Keeper"
CERTIFICATE = (
    "As provided in section 511.612 of title 5, Code of Federal Regulations, this made-up "
    "certificate binds nobody. It only marks where the head of a fictional decision ends, as in "
    "the real ones, and goes on long enough to be a paragraph.\n"
)


def _read(folder: Path, text: str, name: str = "decision.txt") -> tuple[Decision, list[Passage]]:
    path = folder / name
    path.write_text(text, "utf-8")
    document = parsers.parse(path)
    found = passages.split(document)
    decision = read_decision(document, found)
    assert decision is not None
    return decision, found


def _class(title: str, series: str, grade: int, plan: str = "GS") -> DecisionClassification:
    return DecisionClassification(pay_plan=plan, title=title, series=series, grade=grade)


@pytest.fixture
def example(examples: Path) -> tuple[Decision, list[Passage]]:
    document = parsers.parse(examples / "text.txt")
    found = passages.split(document)
    decision = read_decision(document, found)
    assert decision is not None
    return decision, found


def test_head_without_labels(example: tuple[Decision, list[Passage]]) -> None:
    decision, _ = example
    assert decision.decision_number == "C-9998-07-01"
    assert decision.date == "1999-03-04"
    assert decision.department == "Department of the Interior"
    assert decision.current == _class("Harbour Clerk", "0302", 6)
    assert decision.requested == _class(LAMP, "9998", 9)
    assert decision.decided == _class(LAMP, "9998", 7)
    assert decision.outcome == ("raised", "series_changed", "title_changed")


def test_factors_total_and_position_description(example: tuple[Decision, list[Passage]]) -> None:
    decision, _ = example
    factors = {f.factor: f for f in decision.factors}
    assert [(f.factor, f.credited, f.points) for f in decision.factors] == [
        (1, "1-4", 550),
        (2, "2-2", 125),
        (3, "3-2", 125),
    ]
    assert factors[2].sought == "2-3"
    assert factors[2].rejected == ("2-3",)
    assert factors[1].sought is None
    assert factors[1].rejected == ()
    assert (decision.total, decision.grade) == (800, 4)
    assert decision.pd_adequate is True
    assert decision.citations == ("5 U.S.C. 5112", "5 CFR 511.612", "5 CFR part 511")


def test_each_paragraph_has_its_stance(example: tuple[Decision, list[Passage]]) -> None:
    _, found = example
    body = [(p.stance, p.level) for p in found if p.factor == 2]
    assert body == [
        ("claim", "2-3"),
        ("claim", "2-3"),
        ("standard", "2-2"),
        ("standard", "2-3"),
        ("met", "2-2"),
        ("not_met", "2-3"),
        ("credited", "2-2"),
    ]
    assert all(p.heading[-1] == "Factor 2, Supervisory Controls" for p in found if p.factor == 2)
    assert next(p for p in found if p.stance == "not_met").levels == ("2-3", "2-4")


LABELLED = f"""Office of Invented Affairs
Classification Appeal Decision
Under section 5112 of title 5, United States Code

Appellant: [name]
Agency classification: {LAMP}
GS-9998-9
Organization: Lantern Branch
Department of the Navy
[city, state]
OPM decision: {LAMP} (Title at agency discretion)
GS-998-08
OPM decision number: C-998-08-02

/s/ A. N. Other
April 5, 2001____
Date

{CERTIFICATE}
Introduction

On January 3, 2001, we took this made-up case. There was nothing else to take in that month.
"""


def test_head_with_labels(tmp_path: Path) -> None:
    decision, _ = _read(tmp_path, LABELLED)
    assert decision.decision_number == "C-0998-08-02"
    assert decision.date == "2001-04-05"
    assert decision.department == "Department of the Navy"
    assert decision.current == _class(LAMP, "9998", 9)
    assert decision.decided == _class(LAMP, "0998", 8)
    assert decision.requested == DecisionClassification()
    assert decision.outcome == ("lowered", "series_changed")


def test_a_capture_on_one_line(tmp_path: Path) -> None:
    decision, found = _read(tmp_path, " ".join(LABELLED.split()))
    assert decision.decision_number == "C-0998-08-02"
    assert decision.date == "2001-04-05"
    assert decision.current == _class(LAMP, "9998", 9)
    assert decision.decided == _class(LAMP, "0998", 8)
    assert any(p.heading == ("Introduction",) for p in found)


def test_signature_before_the_labels(tmp_path: Path) -> None:
    head, _, rest = LABELLED.partition("Appellant:")
    labels, _, tail = rest.partition("/s/")
    moved = f"/s/{tail.split('Date')[0]}Date\n\n{head}Appellant:{labels}\n{CERTIFICATE}"
    decision, _ = _read(tmp_path, moved)
    assert decision.date == "2001-04-05"
    assert decision.decision_number == "C-0998-08-02"
    assert decision.decided == _class(LAMP, "0998", 8)


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
    decision, _ = _read(tmp_path, text)
    assert decision.decision_number == "C-9998-05-01"
    assert decision.date == "1997-03-04"
    assert decision.current == _class(LAMP, "9998", 5)
    assert decision.requested == _class(LAMP, "9998", 6)
    assert decision.decided == _class(LAMP, "9998", 5)
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
    decision, _ = _read(tmp_path, text)
    assert decision.decision_number == "C-9998-09-01"
    assert decision.current == _class(LAMP, "9998", 8)
    assert decision.decided == _class(LAMP, "9998", 9)
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
    decision, _ = _read(tmp_path, text, "C-9998-11-04.txt")
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
    decision, _ = _read(tmp_path, text)
    assert decision.current == _class(LAMP, "9998", 10)
    assert decision.decided == _class(LAMP, "9998", 9)
    assert decision.decision_number == "C-9998-09-03"
    assert decision.date == "2001-05-01"


def test_a_lone_classification_goes_by_its_place(tmp_path: Path) -> None:
    head = "Classification Appeal Decision\nUnder section 5112 of title 5, United States Code\n"
    before = f"{head}{LAMP} GS-9998-10\nDepartment of Energy\n[city, state]\n{CERTIFICATE}"
    decision, _ = _read(tmp_path, before)
    assert decision.current == _class(LAMP, "9998", 10)
    assert decision.decided == DecisionClassification()
    after = f"{head}Department of Energy\n[city, state]\nGS-9998-10\n{CERTIFICATE}"
    decision, _ = _read(tmp_path, after)
    assert decision.current == DecisionClassification()
    assert decision.decided == _class("", "9998", 10)


def test_wage_grade_and_pay_plan_change(tmp_path: Path) -> None:
    text = LABELLED.replace("Classification Appeal", "Job Grading Appeal").replace(
        "GS-9998-9", "WG-9998-9"
    )
    decision, _ = _read(tmp_path, text)
    assert decision.current.pay_plan == "WG"
    assert "pay_plan_changed" in decision.outcome
    assert not {"raised", "lowered"} & set(decision.outcome)


def test_a_claim_about_the_position_description_is_no_finding(tmp_path: Path) -> None:
    claims = "\nThe appellant believes his position description is inaccurate and inadequate.\n"
    decision, _ = _read(tmp_path, LABELLED + claims)
    assert decision.pd_adequate is None
    found = "\nWe find the PD is not adequate for classification purposes.\n"
    decision, _ = _read(tmp_path, LABELLED + claims + found)
    assert decision.pd_adequate is False


def test_credit_stated_in_the_heading(tmp_path: Path) -> None:
    text = LABELLED + "\nFactor 4, Complexity, Level 4-3, 150 points\n\nLamps vary a little.\n"
    decision, _ = _read(tmp_path, text)
    assert [(f.factor, f.credited, f.points) for f in decision.factors] == [(4, "4-3", 150)]


def test_subfactors_of_the_supervisory_guide(tmp_path: Path) -> None:
    text = LABELLED + (
        "\nFactor 4, Personal Contacts\n\nSubfactor 4A, Nature of Contacts\n\n"
        "The contacts meet Level 4A-2. They do not meet Level 4A-3, which is for lamps abroad.\n\n"
        "Level 4A-2 is credited for 50 points.\n"
    )
    decision, found = _read(tmp_path, text)
    assert [(f.factor, f.credited, f.points, f.rejected) for f in decision.factors] == [
        ("4A", "4A-2", 50, ("4A-3",))
    ]
    assert found[-1].heading[-1] == "Subfactor 4A, Nature of Contacts"


def test_a_count_of_things_is_no_total(tmp_path: Path) -> None:
    decision, _ = _read(tmp_path, LABELLED + "\nThe wall has a total of 320 lamps and 4 doors.\n")
    assert decision.total is None


@pytest.mark.parametrize(
    ("sentence", "stance", "level"),
    [
        ("This factor is evaluated at Level 2-3 and 275 points are credited.", "credited", "2-3"),
        ("The appellant argues that his work should be credited at Level 2-5.", "claim", "2-5"),
        ("Level 2-4 describes keepers who answer for the fog lamps.", "standard", "2-4"),
        ("The position fully meets Level 2-3.", "met", "2-3"),
        ("Comparable to Level 2-3, the appellant picks his own order.", "met", "2-3"),
        ("The appellant's rounds fall short of Level 2-4.", "not_met", "2-4"),
        ("In contrast with Level 2-4, he asks before fog lamps are lit.", "not_met", "2-4"),
        ("The full intent of Level 2-4 is not met by his rounds.", "not_met", "2-4"),
        ("His rounds do not exceed Level 2-3.", "met", "2-3"),
        ("As Level 2-4 is not met, we cannot compare the work to Level 2-5.",
         "comparison_refused", "2-5"),
        ("He lights the lamps on the north wall first.", "general", None),
    ],
)  # fmt: skip
def test_set_phrases(tmp_path: Path, sentence: str, stance: str, level: str | None) -> None:
    text = f"{LABELLED}\nFactor 2, Supervisory Controls\n\n{sentence}\n"
    _, found = _read(tmp_path, text)
    assert (found[-1].stance, found[-1].level) == (stance, level)


def test_other_documents_are_no_decisions(lantern_pdf: Path, tmp_path: Path) -> None:
    document = parsers.parse(lantern_pdf)
    assert read_decision(document, passages.split(document)) is None
    claim = tmp_path / "claim.txt"
    claim.write_text("FLSA Claim Decision\nF-9998-07-01\n\nA made-up claim for lamp oil.\n")
    assert parsers.parse(claim).kind == "other"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("under 5 U.S.C. 5106, 5107, and 5112", ["5106", "5107", "5112"]),
        ("sections 5106 and 5107 of title 5, United States Code", ["5106", "5107"]),
    ],
)
def test_lists_of_law_are_taken_apart(text: str, found: list[str]) -> None:
    assert citations(text) == tuple(f"5 U.S.C. {section}" for section in found)


def test_regulations_are_told_from_parts() -> None:
    text = "5 CFR parts 351, 432 and 536; 5 CFR 511.702(a); section 511.612 of title 5, CFR"
    assert citations(text)[:4] == (
        "5 CFR part 351",
        "5 CFR part 432",
        "5 CFR part 536",
        "5 CFR 511.702(a)",
    )


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("This factor is evaluated at Level 2-4 (450 points).", (2, "2-4", 450)),
        ("Level 2-4 is credited for 450 points.", (2, "2-4", 450)),
        ("We credit this factor at Level 2-4 for 450 points.", (2, "2-4", 450)),
        ("Therefore, Level 2-4 and 450 points are credited.", (2, "2-4", 450)),
        ("We find that Level 2-4 is met and credit 450 points.", (2, "2-4", 450)),
        ("Factor 2 is credited with Level 2-4, 450 points.", (2, "2-4", 450)),
        ("Summary\n\nSupervisory Controls 2-4 450\nTotal 450 points", (2, "2-4", 450)),
        ("Summary\n\nII. Supervisory Controls Level 2-4 450\nTotal points 450", (2, "2-4", 450)),
        ("Summary\n\n2. Supervisory Controls FLD 2-4 450\nTotal 450", (2, "2-4", 450)),
        ("6. & 7. Personal Contacts and Purpose of Contacts 2-b 75\nTotal 75", ("6/7", "2-b", 75)),
    ],
)
def test_ways_of_crediting(tmp_path: Path, text: str, credited: tuple[object, str, int]) -> None:
    decision, _ = _read(tmp_path, f"{LABELLED}\nFactor 2, Supervisory Controls\n\n{text}\n")
    assert [(f.factor, f.credited, f.points) for f in decision.factors] == [credited]


@pytest.mark.parametrize(
    ("sentence", "total", "grade"),
    [
        ("The total of 2,430 points is within the range for GS-11 (2,355 to 2,750).", 2430, 11),
        ("The total number of points credited is 2555, which converts to GS-11.", 2555, 11),
        ("With 1,410 total points, the work equates to GS-7.", 1410, 7),
        ("The points total 1855 and fall in the range for GS-9.", 1855, 9),
        ("A total of 2,445 points falls in the GS-11 range, 75 points more than GS-10.", 2445, 11),
    ],
)
def test_ways_of_totalling(tmp_path: Path, sentence: str, total: int, grade: int) -> None:
    decision, _ = _read(tmp_path, f"{LABELLED}\nSummary\n\n{sentence}\n")
    assert (decision.total, decision.grade) == (total, grade)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("She believes her position should be classified as Wick Chief, GS-9998-12.",
         _class("Wick Chief", "9998", 12)),
        ("He believes the position should be classified at the GS-12 level.", _class("", "", 12)),
        ("The appellant requests that her position be upgraded to GS-12.", _class("", "", 12)),
        ("He contends that his duties warrant the GS-12 grade level.", _class("", "", 12)),
        ("The appellant believes the correct classification is Wick Chief, GS-9998-12.",
         _class("Wick Chief", "9998", 12)),
        ("He seeks reclassification of his position to Wick Chief, GS-998-12.",
         _class("Wick Chief", "0998", 12)),
        ("The appellant believes his job should be graded at the WG-10 level.",
         _class("", "", 10, "WG")),
        ("The lamps were classified by color. They are GS-12 lamps.", DecisionClassification()),
    ],
)  # fmt: skip
def test_ways_of_asking(tmp_path: Path, sentence: str, asked: DecisionClassification) -> None:
    decision, _ = _read(
        tmp_path, f"{LABELLED.split('Introduction', maxsplit=1)[0]}\nIntroduction\n\n{sentence}\n"
    )
    assert decision.requested == asked
