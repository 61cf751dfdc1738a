"""The values of a decision's head in the spellings real heads have, on made-up facts."""

from __future__ import annotations

import pytest

from index.decisions.head import parties
from index.decisions.head.kinds import decision_type
from index.decisions.head.layouts import in_body, merged, undoubled
from index.decisions.head.lines import read
from index.decisions.values import classification, flat, number_in, number_of_name, signed, torn
from index.models import DecisionClassification


@pytest.mark.parametrize(
    ("text", "plan", "title", "series", "grade"),
    [
        ("Lamp Technician QGS-029-7", "GS", "Lamp Technician", "0029", 7),
        ("Lamp Specialist C-1084-09", "", "Lamp Specialist", "1084", 9),
        ("GS-401-12, (Parenthetical title at agency discretion)", "GS", "", "0401", 12),
        ("GS-0343-12 Lamp Analyst", "GS", "Lamp Analyst", "0343", 12),
        ("Lamp Aide; title at agency's discretion GS-326-4", "GS", "Lamp Aide", "0326", 4),
        ("(Title at agency discretion) GS-0303-07", "GS", "", "0303", 7),
        ("Lamp Clerk (title optional), GS-544-5", "GS", "Lamp Clerk", "0544", 5),
        ("(Title to be determined by agency\nGS-0303-07", "GS", "", "0303", 7),
        ("Title to be determined by agency, without OA GS-0303-06", "GS", "", "0303", 6),
        ("Supervisory Lamp Chief (Title to denote supervisory responsibilities) GS-1102-13", "GS",
         "Supervisory Lamp Chief", "1102", 13),
        ("Title at agency discretion with the prefix of “Supervisory” GS-601-13", "GS", "", "0601",
         13),
        ("Lamp Agent, parenthetical title(s) at agency discretion GS-1170-11", "GS", "Lamp Agent",
         "1170", 11),
        ("Lighter (Basic Wick/Hazardous Oil (Night)) GS-0081-07", "GS",
         "Lighter (Basic Wick/Hazardous Oil (Night))", "0081", 7),
        ("Lamp Specialist (Wicks), GS - 0201 - 12", "GS", "Lamp Specialist (Wicks)", "0201", 12),
        ("Lamp Analyst or Wick Analyst GS-343-11", "GS", "Lamp Analyst or Wick Analyst", "0343",
         11),
        ("Lamp Technician GS-462-07 [agency's discretion on parenthetical title", "GS",
         "Lamp Technician", "0462", 7),
        ("Lamp Clerk GS-0188-09 [Appeal sustained]", "GS", "Lamp Clerk", "0188", 9),
        ("GS-1801, title and grade at agency discretion", "GS", "", "1801", None),
        ("Lamp Mechanic, WG‑5876‑8", "WG", "Lamp Mechanic", "5876", 8),
    ],
)  # fmt: skip
def test_title_and_grade(text: str, plan: str, title: str, series: str, grade: int) -> None:
    found = DecisionClassification(pay_plan=plan, title=title, series=series, grade=grade)
    assert classification(text) == found


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("October 31, 2002____ ____ Date", "2002-10-31"),
        ("_September 23, 2002____\nDate", "2002-09-23"),
        ("/s/ 4-23-99\nA. N. Other\nDate", "1999-04-23"),
        ("May 1 2001\nDate", "2001-05-01"),
        ("2/28/01\nDate", "2001-02-28"),
        ("2/13/01ii", "2001-02-13"),
        ("OPM decision number: C-0029-07-01, 3/4/97", "1997-03-04"),
        ("01/02/2003 received 08/20/2014 Date As provided in section 1, 9/9/1999", "2014-08-20"),
        ("13/45/2002 Date", ""),
    ],
)
def test_dates(text: str, iso: str) -> None:
    assert signed(text) == iso


@pytest.mark.parametrize(
    ("text", "names", "redacted"),
    [
        ("A. Smith and B. Jones", ("A. Smith", "B. Jones"), False),
        ("Ada Quill, Ben Tarn,Cy Dell and Dot Reed Sr.",
         ("Ada Quill", "Ben Tarn", "Cy Dell", "Dot Reed Sr."), False),
        ("Mary Roe, John Doe, Jr., and Pat Low", ("Mary Roe", "John Doe Jr.", "Pat Low"), False),
        ("John Q. Public et al.", ("John Q. Public",), False),
        ("[Names of appellants]", (), True),
        ("[name] [name]", (), True),
        ("[Appellant’s name}", (), True),
        ("Lantern Branch", (), None),
    ],
)  # fmt: skip
def test_appellants(text: str, names: tuple[str, ...], redacted: bool | None) -> None:
    head = ["Under section 5112", text, "Lamp Keeper GS-9998-7", "Department of Energy"]
    found = read(head).appellant if redacted is not None else text
    assert parties.looks_like_people(flat(text)) is (redacted is not None)
    if redacted is not None:
        assert parties.people(found) == names
        assert parties.is_redacted(found) is redacted


def test_a_person_named_like_a_place_is_a_person() -> None:
    head = ["Under section 5112", "Linda Park", "Lamp Keeper GS-9998-7", "Department of Energy"]
    assert read(head).appellant == "Linda Park"


@pytest.mark.parametrize(
    ("lines", "department", "component"),
    [
        (["Department of Energy", "Lamp Administration", "Wick Center"],
         "Department of Energy", "Lamp Administration"),
        (["Lamp Shop", "Harbor Base", "Department of the Navy", "Department of Defense"],
         "Department of the Navy", "Harbor Base"),
        (["Lamp Section", "Imaginary Marine Corps", "Camp X, North Carolina"],
         "", "Imaginary Marine Corps"),
        (["Dam Branch, Bureau of Dams, Department of the Interior, Denver, CO"],
         "Department of the Interior", "Bureau of Dams"),
    ],
)  # fmt: skip
def test_department_and_component(lines: list[str], department: str, component: str) -> None:
    assert (parties.department("\n".join(lines)), parties.component(lines)) == (
        department,
        component,
    )


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("c-5876-08-01-1", "C-5876-08-01"),
        ("03030705", "C-0303-07-05"),
        ("b-i-c-0080-11-02", "C-0080-11-02"),
        ("digest27", ""),
        ("f-0080-11-02", ""),
    ],
)
def test_numbers_of_names(name: str, number: str) -> None:
    assert number_of_name(name) == number


def test_numbers_are_padded_and_telephones_are_none() -> None:
    assert number_in("OPM decision number: C- 503-06-01") == "C-0503-06-01"
    assert number_in("C-007-07-01") == "C-0007-07-01"
    assert number_in("call C-0080-11-02-33") == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Job Grading Appeal Decision under sections 5103 and 5346(c)", "job grading"),
        ("Pay Category Appeal Decision", "pay category"),
        ("Classification\nAppeal Decision", "classification"),
        ("CLASSIFICATION APPEAL DECISION", "classification"),
        ("Classification & Qualifications Appeal Decisions", ""),
    ],
)
def test_document_types(text: str, kind: str) -> None:
    assert decision_type(text) == kind


def test_doubled_lines_count_once() -> None:
    assert undoubled(["Appellant: A B", "Appellant:  A B", "x"]) == ["Appellant: A B", "x"]
    twice = "Wharf Standards Administration Wharf Standards Administration"
    assert undoubled([twice]) == ["Wharf Standards Administration"]
    # Title and grade printed twice are two statements: as it was, and as decided.
    assert len(undoubled(["GS-9998-7", "GS-9998-7"])) == 2


def test_contradictions_are_not_mixed() -> None:
    head = DecisionClassification(pay_plan="GS", series="9998", grade=7)
    other = DecisionClassification(pay_plan="GS", title="Lamp Keeper", series="9998", grade=8)
    assert merged(head, other) == head
    same = other.model_copy(update={"grade": 7})
    assert merged(head, same).title == "Lamp Keeper"


@pytest.mark.parametrize(
    ("value", "scrap"),
    [
        ("the lamp these, GS-9318-06 is that", True),
        ("and GS-9318-06", True),
        ("which they, GS-9303-07", True),
        ("Lamp Clerk of the Tower, GS-9318-06", False),
        ("GS-9318-06", False),
    ],
)
def test_a_grade_in_a_scrap_of_a_sentence_classifies_nothing(value: str, scrap: bool) -> None:
    assert torn(value, whole=False) is scrap


def test_the_name_of_the_country_asks_for_nothing() -> None:
    told = (
        "Under title 5, United States Code Agency classification: Lamp Clerk Organization: Pier "
        "OPM decision: Lamp Clerk GS-9998-5. The appellant asked for Lamp Clerk, GS-9998-7."
    )
    assert in_body(told).requested.grade == 7
