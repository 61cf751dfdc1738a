"""Wage jobs are no work of the General Schedule: no command grades them by its criteria."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.index_.conftest import Ran

Fes = Callable[..., Ran]

MECHANIC = """JOB DESCRIPTION
Title: Maintenance Mechanic
Pay Plan, Series, Grade: {code}
Organization: Works Branch (a fictional agency)

Major duties
1. Repairs pumps and valves of the lighthouses. (60%)
2. Paints railings and doors. (40%)

Responsibility
The foreman assigns work by work order and inspects it.
"""


def _written(folder: Path, text: str, name: str = "job.txt") -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


@pytest.mark.parametrize("code", ["WG-4749-10", "WS-4749-09", "NA-4749-08"])
def test_no_level_is_suggested_for_a_wage_job_or_its_case(
    fes: Fes, tmp_path: Path, code: str
) -> None:
    job = _written(tmp_path, MECHANIC.format(code=code))
    kept = json.loads(fes("case", "new", "--from", job, "--json").out)["kept"]["path"]
    for file, options in ((job, ()), (kept, ()), (kept, ("--accept", "all"))):
        ran = fes("suggest", file, "--standard", "fes-primary", *options)
        assert ran.code == 2, ran.out
        assert f"{code} is work of the Federal Wage System" in ran.err


def test_a_wage_job_can_be_tried_where_the_general_schedule_is_asked_for(
    fes: Fes, tmp_path: Path
) -> None:
    text = (
        'title = "Parts attendant"\n[current]\npay_plan = "WG"\nseries = "6904"\ngrade = 5\n'
        '[requested]\npay_plan = "GS"\nseries = "2005"\ngrade = 6\n'
        '[[duties]]\ntitle = "Stock"\ntext = "Keeps the records of stock."\n'
        "percent_employee = 100\n"
    )
    ran = fes("suggest", _written(tmp_path, text, "case.toml"), "--standard", "fes-primary")
    assert ran.code == 0, ran.err
    assert "what they come to is no grade of that pay plan" in " ".join(ran.out.split())


def test_wage_work_in_a_mixed_position_is_given_no_levels(fes: Fes, tmp_path: Path) -> None:
    text = (
        "POSITION DESCRIPTION\nTitle: Driver and Clerk\nOrganization: Depot\n\nMajor duties\n"
        "1. WG-5703-07 duties (60%): Drives a truck with parts to the shops.\n"
        "2. GS-2005-05 duties (40%): Keeps the stock records and orders parts.\n"
    )
    file = _written(tmp_path, text)
    ran = fes("suggest", file, "--work", "1=fes-primary", "--work", "2=fes-primary")
    assert (ran.code, ran.out) == (2, "")
    assert "WG-5703-07 is work of the Federal Wage System" in ran.err
    whole = " ".join(fes("suggest", file, "--standard", "fes-primary").out.split())
    assert "Duty 1 is called WG-5703-07: work of the Federal Wage System" in whole


@pytest.mark.parametrize(
    ("duty", "wage"),
    [("Repairs pumps and engines", True), ("Trains and rates the shop's mechanics", False)],
)
def test_a_code_in_brackets_behind_a_duty_is_its_own_unless_it_is_others(
    fes: Fes, tmp_path: Path, duty: str, wage: bool
) -> None:
    text = (
        "POSITION DESCRIPTION\nTitle: Engine Operator\nPay plan, series, grade: GS-0462-06\n\n"
        "Major duties\n1. Leads a fire engine crew at fires. 55%\n"
        f"2. {duty} (WG-5823-10). 45%\n"
    )
    ran = fes("suggest", _written(tmp_path, text), "--standard", "fes-primary")
    said = " ".join(ran.out.split())
    assert ("Duty 2 is called WG-5823-10: work of the Federal Wage System" in said) is wage


def test_supervising_mechanics_makes_no_duty_wage_work(fes: Fes, tmp_path: Path) -> None:
    text = (
        "POSITION DESCRIPTION\nTitle: Facility Specialist\nPay plan, series, grade: GS-1640-11\n"
        "Organization: Plant\n\nMajor duties\n"
        "1. Supervises a crew of six WG-4749-10 mechanics and two WG-3502-03 laborers. (50%)\n"
        "2. Plans the maintenance of the buildings. (50%)\n"
    )
    ran = fes("suggest", _written(tmp_path, text), "--standard", "fes-primary")
    assert ran.code == 0, ran.err
    assert "Federal Wage System" not in ran.out


def test_a_wage_job_without_a_standard_named_is_not_asked_for_one(fes: Fes, tmp_path: Path) -> None:
    ran = fes("suggest", _written(tmp_path, MECHANIC.format(code="WG-4749-10")))
    assert ran.code == 2
    assert "WG-4749-10 is work of the Federal Wage System" in ran.err
    assert "name one standard" not in ran.err


def test_a_wage_description_is_not_held_against_the_rules_of_another_pay_system(
    fes: Fes, tmp_path: Path
) -> None:
    text = MECHANIC.format(code="WG-4749-10").replace("(40%)", "(70%)")
    job = _written(tmp_path, text)
    said = " ".join(fes("check", job).out.split())
    assert "WG-4749-10 is a job of the Federal Wage System" in said
    assert "Not adequate" not in said
    assert "Factor 3" not in said
    assert "130 percent" in said
    data = json.loads(fes("check", job, "--json").out)
    assert (data["adequate"], data["findings"], data["wage_job"]) == (None, [], "WG-4749-10")


def test_a_case_of_a_wage_job_is_asked_for_no_levels_and_given_no_series(
    fes: Fes, tmp_path: Path
) -> None:
    job = _written(tmp_path, MECHANIC.format(code="WG-4749-10"))
    kept = json.loads(fes("case", "new", "--from", job, "--json").out)["kept"]["path"]
    said = " ".join(fes("case", "check", kept).out.split())
    assert "Every factor has a level" not in said
    assert "Federal Wage System" in said
    assert "(facts." not in said
    for options in ((), ("--accept",)):
        ran = fes("case", "determine", kept, *options)
        assert ran.code == 2
        assert "no series of the General Schedule is proposed" in ran.err
