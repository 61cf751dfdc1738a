"""Covers with several fields on a line, and descriptions written without small words."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import DocumentError
from index.documents import formats
from index.positions.recognising import not_a_position
from tests.index_.positions.measure import read

DUTIES = (
    "\n\nMAJOR DUTIES\n\n1. Cuts and threads pipe for steam lines (70%).\n\n"
    "2. Tests valves and replaces worn ones (30%).\n"
)
TERSE = (
    "1. Receives shipments - 60%\nCounts cartons, checks packing slips, records shortages, "
    "prints labels, shelves stock, files receipts, reports damage, updates bin cards.\n"
    "2. Issues tools - 40%\nVerifies requests, pulls stock, obtains signatures, posts "
    "transactions, inventories cribs quarterly, reconciles differences.\n"
)
SPANISH = (
    "El titular trabaja en la oficina del distrito y depende del jefe de finanzas.\n"
    "1. Registra las asignaciones y las concilia con el libro mayor cada mes (60%).\n"
    "2. Prepara los cuadros del estado de los fondos para la oficina y responde a las consultas "
    "de los jefes de programa sobre los saldos (40%).\n"
)


@pytest.mark.parametrize(
    "cover",
    [
        "Title: Pipefitter\nPay Plan: WG   Occ. Code: 4204   Grade: 10",
        "Title: Pipefitter   Pay System: WG   Occ. Series: 4204   Grade: 10",
        "Title: Pipefitter\nPP: WG   Occupation Code: 4204   Grade: 10",
        "Job Title: Pipefitter   Schedule: WG   Series: 4204   Grade: 10",
        "Name of job: Pipefitter   Plan: WG   Code: 4204   Level: 10",
        "Title .......... Pipefitter\nPay plan ....... WG\nSeries ......... 4204\nGrade ....... 10",
        "Job title Pipefitter Job No. P-1\nPay plan WG Occ. code 4204\nGrade 10 Shop / Unit Steam",
        "Job title\nPipefitter\nPay plan\nWG\nOcc. code\n4204\nGrade\n10",
    ],
)
def test_a_wage_job_keeps_its_pay_plan_among_fields_on_one_line(cover: str) -> None:
    found = read("made-up.txt", f"Position Description\n\n{cover}{DUTIES}".encode()).cover
    assert (found.title, found.pay_plan, found.series, found.grade) == (
        "Pipefitter",
        "WG",
        "4204",
        10,
    )


def test_a_pay_plan_and_grade_behind_the_title_are_read() -> None:
    text = f"Position Description\n\nPosition: Pipefitter, WG-10{DUTIES}"
    found = read("made-up.txt", text.encode()).cover
    assert (found.title, found.pay_plan, found.grade) == ("Pipefitter", "WG", 10)


def test_a_terse_list_of_verbs_is_english() -> None:
    text = f"Position Description: Supply Technician, GS-2005-06\n\nMAJOR DUTIES\n\n{TERSE}"
    not_a_position(formats.parse_bytes(Path("made-up.txt"), text.encode()))


def test_a_grade_before_a_share_is_no_part_of_it() -> None:
    text = "Supply Technician, GS-2005-06\n\nMAJOR DUTIES\n\n"
    text += "1. Leads nine clerks GS-2005-05 - 70%\n\n2. Issues tools - 30%\n"
    assert [one.percent for one in read("made-up.txt", text.encode()).duties] == [70, 30]


def test_another_language_under_english_headings_is_refused() -> None:
    text = f"Position Description: Tecnico, GS-0561-06\n\nMAJOR DUTIES\n\n{SPANISH}"
    with pytest.raises(DocumentError, match="English"):
        not_a_position(formats.parse_bytes(Path("made-up.txt"), text.encode()))


@pytest.mark.parametrize(
    "cover", ["Title: Pipefitter\nSeries: 4204\nGrade: 10", "Pipefitter, 4204-10"]
)
def test_a_trade_without_a_pay_plan_is_wage_work_and_the_gap_is_told(cover: str) -> None:
    position = read("made-up.txt", f"Position Description\n\n{cover}{DUTIES}".encode())
    found = position.cover
    assert (found.title, found.pay_plan, found.series, found.grade) == (
        "Pipefitter",
        "WG",
        "4204",
        10,
    )
    assert "cover.pay_plan" in {one.field for one in position.missing}


def test_a_white_collar_series_without_a_pay_plan_is_of_the_general_schedule() -> None:
    position = read(
        "made-up.txt", f"Position Description\n\nTitle: Clerk\nSeries: 0303{DUTIES}".encode()
    )
    assert position.cover.pay_plan == "GS"
    assert "cover.pay_plan" not in {one.field for one in position.missing}


@pytest.mark.parametrize(
    "label",
    ["Unit:", "Bureau / Division / Branch:", "Office/Division:", "Branch:", "Organizational Unit:",
     "Branch ........."],
)  # fmt: skip
def test_whose_a_position_is_stands_behind_any_label_of_a_unit(label: str) -> None:
    text = (
        f"DEPARTMENT OF MADE-UP WATERS\nClerk, GS-0303-05\n{label} Steam Plant, North Yard{DUTIES}"
    )
    assert read("made-up.txt", text.encode()).cover.organization == "Steam Plant, North Yard"


@pytest.mark.parametrize(
    ("statement", "signed"),
    [
        ("I certify the accuracy of the duties stated here. A. Roe, Chief, 10/01/2019", True),
        ("Certified accurate by the immediate supervisor: A. Roe, 2 March 2019", True),
        ("I certify that this is accurate.\nSignature: //signed// A. Roe Date: 14 Feb 2017", True),
        ("I certify that this is accurate.\nSupervisor: ______ Date: ______", False),
        ("I certify that this is accurate.\nClassified by: A. Roe, 10/01/2019", False),
    ],
)
def test_a_certification_is_signed_by_a_name_with_a_date(statement: str, signed: bool) -> None:
    text = f"Position Description\nClerk, GS-0303-05\n{statement}{DUTIES}"
    position = read("made-up.txt", text.encode())
    assert position.cover.certified is signed
    assert [one.percent for one in position.duties] == [70, 30]


def test_a_unit_in_the_field_is_named_beside_a_number() -> None:
    text = f"Clerk, GS-0303-05\nPD: FS-77    Org: Field Operations, Circuit 12{DUTIES}"
    cover = read("made-up.txt", text.encode()).cover
    assert (cover.number, cover.organization) == ("FS-77", "Field Operations, Circuit 12")


def test_two_words_for_a_unit_and_an_immediate_supervisor_are_labels_in_a_row_of_cells() -> None:
    cover = read(
        "cells.txt",
        (
            "Position Title Library Technician Position No. LT-31\n"
            "Library/Unit Serials Unit Duty Station Harrow Point, MO\n"
            "Immediate Supervisor Supervisory Librarian Bargaining Unit Yes" + DUTIES
        ).encode(),
    ).cover
    assert cover.organization == "Serials Unit"
    assert cover.location == "Harrow Point, MO"
    assert cover.supervisor == "Supervisory Librarian"


def test_an_empty_box_of_a_form_takes_nothing_from_the_box_after_it() -> None:
    cover = read(
        "form.txt",
        (
            "1. Agency Position No.\nQX-3306\n18. Department, Agency, or Establishment\n"
            "Bureau of Easements\na. First Subdivision\nLands Branch\nb. Second Subdivision\n"
            "19. Employee Review--This is an accurate description of the duties of my position."
            + DUTIES
        ).encode(),
    ).cover
    assert cover.organization == "Lands Branch"


def test_labels_and_values_on_lines_of_their_own_name_agency_and_supervisor() -> None:
    cells = (
        "POSITION DESCRIPTION\nJob Title\nLead Museum Guard\nPay Plan\nGS\nSeries\n0085\nGrade\n6\n"
        "Position Description #\nMU-7\nAgency\nBureau of Nights\nOffice/Section\nNight Shift\n"
        "Supervised by\nCaptain of the Guard"
    )
    cover = read("cells.txt", (cells + DUTIES).encode()).cover
    assert (cover.title, cover.pay_plan, cover.series, cover.grade) == (
        "Lead Museum Guard", "GS", "0085", 6,
    )  # fmt: skip
    assert (cover.number, cover.agency, cover.organization) == (
        "MU-7", "Bureau of Nights", "Night Shift",
    )  # fmt: skip
    assert cover.supervisor == "Captain of the Guard"
    told = cells.replace("Captain of the Guard", "The captain sets the schedule of all the posts.")
    assert read("told.txt", (told + DUTIES).encode()).cover.supervisor == ""


@pytest.mark.parametrize(
    ("head", "agency", "organization"),
    [
        # A name over everything, by no word for an office; the department under it is a part.
        (
            "TIDEWATER CHALLENGE FUND\nDepartment of Pumps\n\nClerk, GS-0303-05",
            "TIDEWATER CHALLENGE FUND",
            "Department of Pumps",
        ),
        (
            (
                "Made-up Power Administration\nSubstation Services - North Yard District\n\n"
                "Title: Clerk\nGS-0303-05"
            ),
            "Made-up Power Administration",
            "Made-up Power Administration, Substation Services - North Yard District",
        ),
        (
            "Clerk, GS-0303-05\nEMPLOYING UNIT: Department of Pumps / Bureau of Pipes / North Yard",
            "Department of Pumps",
            "Bureau of Pipes, North Yard",
        ),
        # A branch over a section is no agency.
        (
            "Branch of Pumps\nValve Section\n\nClerk, GS-0303-05",
            "",
            "Branch of Pumps, Valve Section",
        ),
    ],
)
def test_an_agency_and_its_units_are_told_apart(head: str, agency: str, organization: str) -> None:
    cover = read("made-up.txt", f"{head}{DUTIES}".encode()).cover
    assert cover.title == "Clerk"
    assert (cover.agency, cover.organization) == (agency, organization)


def test_a_title_before_a_share_is_parted_from_the_duty_behind_it() -> None:
    text = (
        "Position: Clerk\nPay plan-series-grade: GS-0303-05\nPos. No.: 55-17-A\n\nDUTIES\n\n"
        "a) Upkeep of accounts, 60 pct. Posts obligations and traces differences.\n"
        "b) Invoices - 40% - Examines invoices and schedules payment.\n"
    )
    found = read("made-up.txt", text.encode())
    assert found.cover.number == "55-17-A"
    assert [(one.title, one.percent) for one in found.duties] == [
        ("Upkeep of accounts", 60),
        ("Invoices", 40),
    ]


FERRY = "Ferry Clerk, GS-0303-05\n"
BOOKS = "The clerk keeps the books and the tickets for all the boats and the passengers"


@pytest.mark.parametrize(
    ("cover", "field", "value"),
    [
        ("Classification Ferry Technician, GS-1316-07", "title", "Ferry Technician"),
        ("Classification Specialist, GS-0221-11", "title", "Classification Specialist"),
        (f"{FERRY}Agency job no. F-12", "number", "F-12"),
        (f"{FERRY}Where Pier Office, Bay Bureau", "organization", "Pier Office, Bay Bureau"),
        ("Job title: Rigger   Pay system/occupation/grade: WG-5210-10", "title", "Rigger"),
        ("Title ... Clerk\nPay plan ..... GS\nOccupation .... 0303", "series", "0303"),
        (
            f"{FERRY}\n{BOOKS} of the Fare Division: three piers and a yard.",
            "organization",
            "Fare Division",
        ),
    ],
)
def test_a_cover_in_its_own_words_is_read(cover: str, field: str, value: str) -> None:
    text = f"POSITION DESCRIPTION\n{cover}\n\nMAJOR DUTIES\n1. Sells tickets. (100%)\n"
    assert getattr(read("made-up.txt", text.encode()).cover, field) == value


def test_a_statement_of_the_duties_of_a_job_names_the_job() -> None:
    text = "Statement of Duties: Ferry Clerk\nPay plan, series and grade GS-303-05\n\n"
    position = read("made-up.txt", f"{text}DUTIES\n1. Sells tickets. (100%)\n".encode())
    assert position.cover.title == "Ferry Clerk"
    assert [one.text for one in position.duties] == ["Sells tickets."]


@pytest.mark.parametrize("heading", ["", "GENERAL\n", "WHY THE JOB IS THERE\n\n"])
def test_sentences_before_the_duties_are_kept_as_the_introduction(heading: str) -> None:
    told = "The clerk serves the ferries of a bay and answers for nine tills."
    text = f"Ferry Clerk\nGS-0303-05\nPier Office, Bay Bureau\n\n{heading}{told}{DUTIES}"
    position = read("made-up.txt", text.encode())
    section = position.section("introduction")
    assert section is not None
    assert section.text == told
    assert position.cover.organization == "Pier Office, Bay Bureau"


def test_neither_labels_nor_duties_nor_a_certification_are_an_introduction() -> None:
    text = (
        "Title: Ferry Clerk, GS-0303-05, of the Pier Office in the town.\n"
        "I certify that this is an accurate statement of the major duties of the job.\n\n"
        "The clerk sells tickets to the passengers of a ferry for 60 percent of the time.\n"
        "The clerk counts the money of nine tills for 40 percent of the time.\n"
    )
    position = read("made-up.txt", text.encode())
    assert position.section("introduction") is None
    assert len(position.duties) == 2


@pytest.mark.parametrize(
    "cover",
    [
        (
            "POSITION STATEMENT\nOfficial title: Realty Specialist\nClassified as: GS/1170/11\n"
            "Position nr: R-7"
        ),
        "PD of the Realty Specialist position (no. R-7), GS-1170-11",
        (
            "Job description of the Realty Specialist position, no. R-7\n\n"
            "General Schedule, series 1170, grade 11"
        ),
        "PD RECORD\nTitle and grade: Realty Specialist, GS-1170-11\nNumber: R-7",
        "POSITION: Realty Specialist   GRADE: GS-1170-11   NUMBER: R-7",
        "STATEMENT: Realty Specialist\nClass: GS/1170/11   PD R-7",
    ],
)
def test_a_classification_written_otherwise_is_read_with_the_number(cover: str) -> None:
    cover = f"{cover}\nUnit: Leasing Section, Bureau of Lights"
    read_in = read("made-up.txt", (cover + DUTIES).encode()).cover
    assert (read_in.title, read_in.number) == ("Realty Specialist", "R-7")
    assert (read_in.pay_plan, read_in.series, read_in.grade) == ("GS", "1170", 11)
    assert "Leasing Section" in read_in.organization


def test_the_name_of_a_form_is_no_agency_and_a_heading_with_a_share_no_title() -> None:
    text = (
        "MEMO FORMAT POSITION STATEMENT\nTitle and grade: Guard, GS-0085-05\n\n"
        "GATE WORK (60% of the year)\nThe guard looks after the gate of the yard.\n\n"
        "ROUNDS (40% of the year)\nThe guard walks the fence of the yard.\n"
    )
    read_in = read("made-up.txt", text.encode())
    assert (read_in.cover.title, read_in.cover.agency) == ("Guard", "")
    assert [one.percent for one in read_in.duties] == [60, 40]


def test_a_trade_is_described_under_brief_headings_in_capitals() -> None:
    text = (
        "JOB STATEMENT   Lock Shop, Bureau of Lights   JD W-88\nWelder, WG-3703-10\n\n"
        "WORK OF THE JOB. Welds gates by arc and gas.\n"
        "SKILL AND KNOWLEDGE NEEDED. Knowledge of metals.\n"
        "RESPONSIBILITY. Works from orders.\nEFFORT. Lifts 40 pounds.\nCONDITIONS. Heat.\n"
    )
    read_in = read("made-up.txt", text.encode())
    assert (read_in.cover.number, read_in.cover.organization) == (
        "W-88",
        "Lock Shop, Bureau of Lights",
    )
    assert [one.text for one in read_in.duties] == ["Welds gates by arc and gas."]
    assert [one.name for one in read_in.sections] == [
        "duties", "qualifications", "supervision", "effort", "surroundings",
    ]  # fmt: skip


def test_a_short_description_in_another_language_is_refused_as_that() -> None:
    text = (
        "STELLENBESCHREIBUNG. Der Inhaber bearbeitet die Post, f\u00fchrt Akten und bringt Papiere "
        "f\u00fcr das Archiv vor. Anteil 60 % und 40 %. Der Leiter legt die Ziele fest.\n"
    )
    with pytest.raises(DocumentError, match="not written in English"):
        not_a_position(formats.parse_bytes(Path("made-up.txt"), text.encode()))
