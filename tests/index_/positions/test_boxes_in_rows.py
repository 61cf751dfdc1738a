"""A form's captions in one row with their values in the next, and shares in a column of words."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.documents import formats
from index.positions.recognising import is_position
from tests.index_.positions.measure import read

FORM = """POSITION DESCRIPTION
1. Agency Position No. 2. Reason for Submission 3. Service
R6-20417 Redescription Field
15. Classified/Graded by Official Title of Position Pay Plan Occupational Code Grade
b. Department, Agency or Establishment Fire Dispatch Clerk GS 0303 05
16. Organizational Title of Position 17. Name of Employee
Center Clerk Vacant
18. Department, Agency, or Establishment c. Third Subdivision
{agency} Umpqua National Forest
a. First Subdivision d. Fourth Subdivision
Forest Service Fire and Aviation Staff
b. Second Subdivision e. Fifth Subdivision
Pacific Northwest Region Interagency Coordination Center
20. Supervisory Certification. I certify that this is an accurate statement of the major duties \
and responsibilities of this position.
a. Typed Name and Title of Immediate Supervisor b. Typed Name and Title of Higher-Level Supervisor
Ellen Marsh, Center Manager Tom Ruiz, Fire Staff Officer

MAJOR DUTIES
1. Keeps the status of engines and crews. 60%
2. Books travel for crews and pulls files on request. 40%
"""


@pytest.mark.parametrize("agency", ["U.S. Department of Agriculture", "Department of the Interior"])
def test_values_under_two_captions_are_each_their_own(agency: str) -> None:
    found = read("form.txt", FORM.format(agency=agency).encode())
    cover = found.cover
    assert cover.agency == agency
    assert cover.organization == (
        "Forest Service, Pacific Northwest Region, Umpqua National Forest, "
        "Fire and Aviation Staff, Interagency Coordination Center"
    )
    assert cover.supervisor == "Ellen Marsh, Center Manager"
    assert cover.number == "R6-20417"
    # "request." is not the end of "est. 40%".
    assert found.duties[1].text.endswith("on request.")
    assert found.duties[1].title.endswith("on request")


def test_shares_in_words_make_a_column() -> None:
    text = (
        "# Position Description\n\nWriter, GS-1082-09\n\n## Principal responsibilities\n\n"
        "| # | Responsibility | Time spent |\n|---|---|---|\n"
        "| 1 | Writes the agency's field manuals | half |\n"
        "| 2 | Edits reports of the regions | 3/10 |\n"
        "| 3 | Trains authors | one fifth |\n\n"
        "## Level of supervision received\n\nThe editor assigns each manual.\n"
    )
    found = read("table.md", text.encode())
    assert [one.percent for one in found.duties] == [50, 30, 20]
    assert found.section("supervision") is not None


def test_hours_of_a_day_are_shares() -> None:
    text = (
        "From: Ann Boyle, Branch Chief\nSubject: what Tony does\n\n"
        "Tony came to us in May as a Program Support Assistant (GS-0303-06). Most of his day, six "
        "hours of eight, goes to reconciling the purchase cards. The remaining two hours he runs "
        "the calendar. I tell him what is due and look over the monthly report.\n"
    )
    found = read("memo.txt", text.encode())
    assert found.cover.title == "Program Support Assistant"
    assert [one.percent for one in found.duties] == [75, 25]


def test_a_letter_before_the_seventh_factor_does_not_lose_it() -> None:
    names = "Knowledge Required by the Position", "Supervisory Controls", "Guidelines"
    text = "SPD 92714A\nClerk, GS-0962-09\n\nDUTIES\n1. Answers calls. 100%\n\n" + "".join(
        f"{'ABC'[at]}. {name} (FL {at + 1}-3, 275 pts)\nWords of it.\n"
        for at, name in enumerate(names)
    )
    text += (
        "F. Personal Contacts (FL 6-2) and G. Purpose of Contacts (FL 7-C, 145 pts)\nTaxpayers.\n"
    )
    found = {str(one.factor): one for one in read("letters.txt", text.encode()).factors}
    assert (found["6"].level_stated, found["7"].level_stated) == ("6-2", "7-C")
    assert found["7"].points_shared == 145


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        ("Range Technician, GS-0455-06, BLM Elko", "BLM Elko"),
        ("PD 7781 Range Technician, GS-0455-06, Forest Service, Elko", "Forest Service, Elko"),
    ],
)
def test_what_stands_behind_the_classification_is_whose_it_is(line: str, whose: str) -> None:
    cover = read("one.txt", f"{line}\n\nDuties\n1. Builds fences. 100%\n".encode()).cover
    assert (cover.title, cover.organization) == ("Range Technician", whose)


def test_a_share_before_a_colon_leaves_no_gap_in_the_title() -> None:
    text = "Clerk, GS-0303-06\n\nDuties\n1. Payroll work (60%): audits cards.\n2. Files. 40%\n"
    assert read("one.txt", text.encode()).duties[0].title == "Payroll work: audits cards"


def test_a_table_of_duties_alone_is_a_description() -> None:
    text = (
        "# PD 30-77: Archives Technician, GS-1421-07\n\nNational Archives at Fort Worth\n\n"
        "| Duty | Share |\n|---|---|\n| Pulls records for the reading room | 1/2 |\n"
        "| Answers letters on holdings | 1/2 |\n\n**Oversight received**\nShe reads them.\n"
    )
    found = read("table.md", text.encode())
    assert (found.cover.title, found.cover.number) == ("Archives Technician", "30-77")
    assert [one.percent for one in found.duties] == [50, 50]
    assert found.section("supervision") is not None


def test_a_standard_number_amid_a_line_parts_the_agency_from_the_title() -> None:
    text = (
        "SOCIAL SECURITY ADMINISTRATION STANDARD POSITION DESCRIPTION SPD 0B231 CLAIMS SPECIALIST "
        "GS-105-11\n\nMAJOR DUTIES\n1. Decides claims. 100%\n"
        "VI. Personal Contacts (FL 6-3) & VII. Purpose of Contacts (FL 7-C, 180 pts)\nClaimants.\n"
    )
    found = read("made-up.txt", text.encode())
    assert (found.cover.title, found.cover.number) == ("Claims Specialist", "0B231")
    assert found.cover.organization == "SOCIAL SECURITY ADMINISTRATION"
    assert [one.level_stated for one in found.factors] == ["6-3", "7-C"]


def test_a_form_for_descriptions_is_known_by_its_boxes() -> None:
    form, _, _ = FORM.format(agency="Department of the Interior").partition("MAJOR DUTIES")
    text = form.replace("POSITION DESCRIPTION", "Sheet") + "Books travel for crews.\n"
    assert is_position(formats.parse_bytes(Path("form.txt"), text.encode()))


def test_halves_of_contacts_without_their_names_are_the_supervisory_guides() -> None:
    text = (
        "Job description 11-402\nSupervisory Engineering Technician GS-0802-11\n\nDuties\n"
        "1. Assigns work to six GS-9 technicians. 55%\n2. Inspects piers. 45%\n\n"
        "FACTOR 4A: Sailors' families and contractors' foremen.\n\n"
        "FACTOR 4B: To plan outages and settle differences over dates.\n\n"
        "FACTOR 5: Most of the work directed is GS-9.\n"
    )
    found = read("made-up.txt", text.encode())
    assert (found.form, found.cover.number) == ("supervisory", "11-402")
    assert [str(one.factor) for one in found.factors] == ["4A", "4B", "5"]
    assert found.factors[0].text == "Sailors' families and contractors' foremen."
