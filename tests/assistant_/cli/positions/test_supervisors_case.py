"""A supervisor's case: what is missing, how much supervision there is, series and title."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.index_.conftest import Ran

Fes = Callable[..., Ran]

CHIEF = """POSITION DESCRIPTION
Title: Supervisory Budget Analyst
Pay plan, series, grade: GS-0560-13
Position number: L-7
Organization: Lighthouse Budget Office (a fictional office)

Major duties
{first}: {share}%
{told} Assigns work and rates performance.

Estimates: {rest}%
Prepares the yearly estimate of the lighthouses.

FACTOR 1. PROGRAM SCOPE AND EFFECT
The office keeps the budgets of all lighthouses of the coast.
FACTOR 2. ORGANIZATIONAL SETTING
Reports to the director, who reports to a flag officer.
FACTOR 3. SUPERVISORY AND MANAGERIAL AUTHORITY EXERCISED
Plans work, sets priorities, assigns work and evaluates performance.
FACTOR 4. PERSONAL CONTACTS
4A. NATURE OF CONTACTS
Contacts are with managers of the bureau.
4B. PURPOSE OF CONTACTS
To justify budgets and settle differences.
FACTOR 5. DIFFICULTY OF TYPICAL WORK DIRECTED
Half of the work directed is GS-11.
FACTOR 6. OTHER CONDITIONS
Coordinates the work of the section.
"""
LEADS = "Supervises five GS-0560-11 analysts and two GS-0561-07 technicians."


@pytest.fixture
def chief(fes: Fes, tmp_path: Path) -> str:
    """Return the case made of a chief's description, which has no levels yet."""
    path = tmp_path / "chief.txt"
    path.write_text(CHIEF.format(first="Supervision", told=LEADS, share=60, rest=40), "utf-8")
    return str(json.loads(fes("case", "new", "--from", str(path), "--json").out)["kept"]["path"])


def test_a_case_without_levels_is_asked_for_those_of_the_guide(fes: Fes, chief: str) -> None:
    said = " ".join(fes("case", "check", chief).out.split())
    assert "Factors without a level: 1, 2, 3, 4A, 4B, 5, 6." in said
    assert "Grades still possible" not in said
    assert "(facts." not in said
    data = json.loads(fes("case", "check", chief, "--json").out)
    assert (data["standard"], data["whole"], data["grades"]) == ("gssg", False, [])


def test_the_share_of_time_that_supervision_takes_is_passed_on(fes: Fes, chief: str) -> None:
    assert fes("suggest", chief, "--standard", "gssg", "--accept", "all").code == 0
    kept = tomllib.loads(Path(chief).read_text("utf-8"))
    assert kept["coverage"] == {"percent": 60.0}
    told = json.loads(fes("score", chief, "--json").out)["findings"]
    assert not [one for one in told if "takes at least 25 percent of the time" in one["message"]]


def test_being_supervised_is_no_supervision(fes: Fes, tmp_path: Path) -> None:
    path = tmp_path / "chief.txt"
    told = "Works under the general supervision of the director on accounts."
    path.write_text(CHIEF.format(first="Accounts", told=told, share=60, rest=40), "utf-8")
    made = json.loads(fes("case", "new", "--from", str(path), "--json").out)["kept"]["path"]
    assert fes("suggest", made, "--standard", "gssg", "--accept", "all").code == 0
    assert "coverage" not in tomllib.loads(Path(made).read_text("utf-8"))


def test_series_and_title_are_determined_in_it(fes: Fes, chief: str) -> None:
    assert fes("suggest", chief, "--standard", "gssg", "--accept", "all").code == 0
    assert "GS-0560" in fes("case", "determine", chief).out
    given = ("--series", "0560", "--title", "Supervisory Budget Analyst", "--why", "It is budget.")
    ran = fes("case", "determine", chief, *given)
    assert ran.code == 0, ran.err
    kept = tomllib.loads(Path(chief).read_text("utf-8"))
    assert kept["determined"] == {
        "title": "Supervisory Budget Analyst",
        "series": "0560",
        "reason": "It is budget.",
    }
    assert kept["levels"]["3"]
    assert "It is budget." in fes("paper", "statement", chief).out
