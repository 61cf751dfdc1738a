"""What a description asks for without need, fields lumped in one duty, and comparisons of words."""

from __future__ import annotations

import pytest

from index.positions.model import PositionDescription
from index.positions.review.adequacy import check_position
from index.positions.review.comparing import compare_positions
from tests.index_.positions.measure import read

TEXT = """Loan Specialist, GS-1165-09
Farm Service Agency, Fargo

Duties
1. {first} 60%
2. {second} 40%

Supervision: {supervision}
Guidelines: {guides}
"""
PLAIN = {
    "first": "Reviews applications for operating loans and recommends approval to the manager.",
    "second": "Visits farms with a senior officer to list security.",
    "supervision": "the manager gives instructions on unusual loans and reviews each one.",
    "guides": "the loan handbook is followed step by step.",
}


def described(**changed: str) -> PositionDescription:
    return read("made-up.txt", TEXT.format(**{**PLAIN, **changed}).encode())


@pytest.mark.parametrize(
    ("asked", "needed", "found"),
    [
        ("Must speak fluent German.", "", True),
        ("A degree in chemistry is required.", "", True),
        ("Must speak fluent German.", "Interprets for German farmers.", False),
    ],
)
def test_what_is_asked_for_is_needed_by_a_duty(asked: str, needed: str, found: bool) -> None:
    position = described(second=f"Visits farms to list security. {needed} {asked}")
    codes = [one for one in check_position(position) if one.code == "qualifications-supported"]
    assert [one.quote for one in codes] == ([asked] if found else [])


@pytest.mark.parametrize(
    ("duty", "found"),
    [
        ("Handles contracting, budget, real property and records management.", True),
        ("Buys pencils, paper, toner, chairs and desks for the office.", False),
        ("Reviews invoices, contracts, receipts and delivery orders for payment.", False),
    ],
)
def test_fields_with_series_of_their_own_do_not_stand_in_one_duty(duty: str, found: bool) -> None:
    codes = {one.code for one in check_position(described(first=duty))}
    assert ("grouped" in codes) is found


def test_the_same_supervision_in_other_words_moves_no_factor() -> None:
    said = "the manager instructs on loans out of the ordinary and looks at all of them."
    found = compare_positions(described(), described(supervision=said))
    assert [one.factor for one in found.factors] == []


def test_property_appraised_is_no_supervision_of_people() -> None:
    found = compare_positions(described(), described(second="Visits farms to appraise security."))
    assert None not in [one.factor for one in found.factors]
