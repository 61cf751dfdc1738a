"""Titles of trades told from white collar titles, with the occupation and the pay plan."""

from __future__ import annotations

import pytest

from core.standards.series import families
from index.search.series import titles
from index.search.series.trades import occupations, trade_title


@pytest.mark.parametrize(
    ("title", "code", "plan"),
    [
        ("Plumber", "4206", "WG"),
        ("Electrician (Leader)", "2805", "WL"),
        ("Heavy Mobile Equipment Mechanic Supervisor", "5803", "WS"),
        ("Painter Foreman", "4102", "WS"),
        ("Lead Welder", "3703", "WL"),
        ("Truck Driver", "5703", "WG"),
        ("Janitor", "3566", "WG"),
        ("Machinist", "3414", "WG"),
        ("High Voltage Electrician Work Leader", "2810", "WL"),
        ("Carpenter, WG-4607-09", "4607", "WG"),
        ("Marine Electrician", "2805", "WG"),
    ],
)
def test_a_trade_is_known_by_who_does_it(title: str, code: str, plan: str) -> None:
    found = trade_title(title)
    assert found is not None
    assert ([one.code for one in found.near], found.plan) == ([code], plan)
    assert found.family == f"{code[:2]}00"
    assert found.family_title


@pytest.mark.parametrize(
    "title",
    [
        "Electrical Engineer",
        "Electronics Technician",
        "Computer Operator",
        "Equipment Specialist (Automotive)",
        "Warehouse Manager",
        "Software Engineering",
        "Repairs boilers and reads gauges.",
    ],
)
def test_other_titles_name_no_trade(title: str) -> None:
    assert trade_title(title) is None


def test_a_last_word_alone_names_no_one_trade() -> None:
    found = trade_title("Aviation Mechanic")
    assert found is not None
    assert not found.whole
    assert len(found.near) > 1
    assert found.family == ""


def test_hardly_an_announced_white_collar_title_is_taken_for_a_trade() -> None:
    taken = [one.title for one in titles.announced() if trade_title(one.title) is not None]
    assert len(taken) <= 2


def test_every_trade_is_of_a_listed_family() -> None:
    listed = {one.code for one in families()}
    assert {f"{one.code[:2]}00" for one in occupations()} <= listed
