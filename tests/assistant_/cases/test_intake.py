"""A description taken over as facts: which factor its sections bear on."""

from __future__ import annotations

import pytest

from assistant.cases.intake import case_of, position_from_text
from assistant.cases.pasted import announced

TEXT = (
    "Budget Analyst, GS-0560-11 (made up)\nFictional Bureau of Harbors\n\nMAJOR DUTIES\n\n"
    "1. Builds the yearly dredging estimate of eleven harbors. 60%\n\n"
    "2. Watches obligations against allotments. 40%\n\n"
    "CONTROLS OVER THE POSITION\nThe chief reviews reports for accuracy.\n\n"
    "QUALIFICATIONS REQUIRED\nKnowledge of budget methods to build estimates.\n"
)
FACTOR = (
    "\nFactor 1, Knowledge Required by the Position\nKnowledge of law on appropriations.\n\n"
    "Factor 2, Supervisory Controls\nThe chief sets objectives.\n"
)


@pytest.mark.parametrize(("text", "expected"), [(TEXT, (1, 2)), (TEXT + FACTOR, (None, None))])
def test_sections_bear_on_the_factor_they_speak_of_unless_it_speaks_itself(
    text: str, expected: tuple[int | None, ...]
) -> None:
    facts = {one.text: one.factor for one in case_of(position_from_text(text)).facts}
    assert facts["Knowledge of budget methods to build estimates."] == expected[0]
    assert facts["The chief reviews reports for accuracy."] == expected[1]


def test_a_description_sent_as_one_line_with_its_title_is_read_as_one() -> None:
    text = (
        "Position Description Office Clerk GS-0303-04. Major duties: 1. Opens mail (60%). "
        "2. Files letters (40%). My supervisor checks what I did each night."
    )
    assert announced(text)
    assert not announced("Position description of what I do at 60 percent of my time?")
    position = position_from_text(text)
    assert (position.cover.title, position.cover.series) == ("Office Clerk", "0303")
    assert [one.percent for one in position.duties] == [60, 40]


def test_a_heading_is_no_fact_and_a_source_names_no_sentence() -> None:
    text = TEXT.replace(
        "QUALIFICATIONS REQUIRED",
        "OTHER THINGS\nNothing is printed twice.\n\n"
        "Physical demands: Lifts boxes of forty pounds.\n\nQUALIFICATIONS REQUIRED",
    )
    facts = case_of(position_from_text(text)).facts
    assert "Nothing is printed twice." in {one.text for one in facts}
    assert not [one.text for one in facts if one.text.isupper()]
    assert not [one.source for one in facts if "forty pounds" in one.source]


def test_a_case_names_the_agency_before_the_unit_that_does_not_name_it() -> None:
    text = (
        "Archive of Lost Letters\n\nPosition Title: Library Technician\nGS-1411-05\n"
        "Organization: Serials Unit\n\nMAJOR DUTIES\n1. Checks in journals. (60%)\n"
        "2. Prepares volumes for the bindery. (40%)\n"
    )
    assert case_of(position_from_text(text)).organization == "Archive of Lost Letters, Serials Unit"
    without = text.replace("Archive of Lost Letters\n\n", "")
    assert case_of(position_from_text(without)).organization == "Serials Unit"


def test_an_announcement_s_number_is_not_the_description_s_and_its_form_is_no_fact() -> None:
    text = (
        "Budget Analyst\nBUREAU OF HARBORS\n\nSummary\nThe position plans dredging money.\n\n"
        "Overview\nOpen & closing dates\n03/04/2024 to 03/18/2024\nPay scale & grade\nGS 11\n"
        "Telework\nYes, as the policy says.\nSecurity clearance\nOther\n"
        "Announcement number\nHB-24-77\nSeries\n0560\n\n"
        "Duties\n* Builds the yearly estimate of harbors.\n* Watches obligations.\n\n"
        "Qualifications\nFor GS-11 you must have a year at GS-09.\n\n"
        "How to apply\nSend the form.\n"
    )
    case = case_of(position_from_text(text))
    assert case.position_description.number == ""
    assert [one.text for one in case.facts] == ["The position plans dredging money."]
    assert case.facts[0].source.startswith("Vacancy announcement HB-24-77, Summary")
