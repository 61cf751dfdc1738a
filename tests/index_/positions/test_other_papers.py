"""Papers that name a position and are no description of one, and two descriptions in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import DocumentError
from index.documents import formats
from index.positions.recognising import not_a_position

APPRAISAL = (
    "EMPLOYEE PERFORMANCE APPRAISAL\nEmployee: J. Poe  Title: Realty Specialist GS-1170-11\n"
    "Element 1: Lease actions (60%). Completes them on time. Rating: Exceeds\n"
    "Element 2: Inspections (40%). Inspects space. Rating: Fully successful\n"
)
RESUME = (
    "MARY SAMPLE\nProfessional summary: HR specialist with ten years in staffing.\n"
    "2018-2025 Human Resources Specialist, GS-0201-12, Interior. Led recruitment.\n"
    "Education: MBA\nReferences available upon request\n"
)
TWO = (
    "Two of our jobs follow.\n\n{}Secretary GS-0318-06. Keeps calendars (60%), types letters "
    "(40%).\n\n{}Receptionist GS-0304-04. Greets callers (75%), sorts mail (25%).\n"
)
PROGRAM = (
    "Position Description\nHuman Resources Specialist, GS-0201-11\n\nMAJOR DUTIES\n\n"
    "1. Runs the performance appraisal program and reviews summary ratings (60%).\n\n"
    "2. Rates applicants' education with the technician, GS-0203-07 (40%).\n"
)


def _judge(text: str) -> None:
    not_a_position(formats.parse_bytes(Path("made-up.txt"), text.encode()))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (APPRAISAL, "performance appraisal"),
        (RESUME, "résumé"),
        (TWO.format("", ""), "2 position descriptions"),
        (TWO.format("Position: ", "Position: "), "2 position descriptions"),
    ],
)
def test_what_is_no_single_description_is_refused_with_the_reason(text: str, said: str) -> None:
    with pytest.raises(DocumentError, match=said):
        _judge(text)


def test_a_description_of_work_on_appraisals_is_one() -> None:
    _judge(PROGRAM)
