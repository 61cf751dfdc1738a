"""Time limits, risk and routes of an appeal on the command line."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
import tomli_w
from click.testing import CliRunner, Result

from assistant.cli.main import cli
from assistant.settings import EXAMPLE_CASE
from core.errors import AppError

ROOT = Path(__file__).resolve().parents[3]
APPEALS = ROOT / "tests" / "golden" / "appeals"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, catch_exceptions=True)


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    golden = tomllib.loads((APPEALS / "c-0080-11-02.toml").read_text(encoding="utf-8"))
    path = tmp_path / "facts.toml"
    path.write_text(tomli_w.dumps(golden["facts"]), encoding="utf-8")
    return path


def test_appeal_dates_of_the_real_decision(facts: Path) -> None:
    text = " ".join(run("appeal", str(facts)).output.split())
    assert "Sunday, November 2, 2014, when the sixth pay period" in text
    assert "Saturday, October 4, 2014" in text
    assert "headquarters" in text
    data = json.loads(run("appeal", str(facts), "--json").output)
    assert data["fingerprint"]
    assert {i["verdict"] for i in data["issues"]} == {"neither"}


def test_an_appeal_is_answered_before_it_is_derived(facts: Path) -> None:
    output = run("appeal", str(facts)).output
    assert max(map(len, output.splitlines())) <= 80
    text = " ".join(output.split())
    assert "series, grade: cannot be appealed" in text
    assert "by Saturday, October 4, 2014, 32 days left. The last day is a Saturday" in text
    before = text.partition("How this was derived")[0]
    assert text.index("By when") < text.index("When it takes effect") < len(before)
    assert "no later than Sunday, November 2, 2014" in before
    assert "Grade retention" in before


def test_an_appeal_is_held_against_its_case(tmp_path: Path) -> None:
    path = tmp_path / "facts.toml"
    path.write_text(
        'title = "A fictional post"\nfictional = true\npay_plan = "GS"\ngrade = 11\n'
        'disputed = ["grade"]\ngrounds = ["standards"]\n'
    )
    data = json.loads(run("appeal", str(path), "--case", str(EXAMPLE_CASE), "--json").output)
    assert {i["verdict"] for i in data["issues"]} == {"appealable"}
    assert any("290" in risk["text"] for risk in data["risks"])
    text = run("appeal", str(path), "--case", str(EXAMPLE_CASE)).output
    places = [
        text.index(heading)
        for heading in (
            "What is at stake",
            "Where",
            "By when",
            "Do first",
            "What it risks",
            "What it means for others",
            "What the appeal must contain",
            "How this was derived",
        )
    ]
    assert places == sorted(places)
    assert "points above the GS-11 floor" in " ".join(text.split())
    assert "missing" in text


HELD = ROOT / "tests" / "golden" / "appeals" / "cases" / "gs12-levels-gs11.toml"


def test_risk_is_read_from_the_grade_held(tmp_path: Path) -> None:
    """A GS-12 whose levels come to GS-11 learns first that the finding itself lowers the grade."""
    path = tmp_path / "facts.toml"
    path.write_text(
        'title = "A fictional post"\nfictional = true\npay_plan = "GS"\ndisputed = ["grade"]\n'
    )
    text = " ".join(run("appeal", str(path), "--case", str(HELD)).output.split())
    for said in (
        "At risk: GS-12. You hold GS-12; the levels credited total 2,645 points, GS-11.",
        "The same finding by OPM lowers the grade.",
        "GS-12 begins at 2,755 points, 110 more than credited",
        "Level 2-5 alone suffices",
        "To win: no higher grade.",
        "2,945 points, GS-12: the grade you hold",
        "Out of reach: GS-13. It begins at 3,155 points; all you seek falls 210 short.",
    ):
        assert said in text
    assert text.index("At risk: GS-12.") < text.index("Where")
    assert "To win: GS-12" not in text
    assert "would cost the grade" not in text


def test_an_even_grade_offered_as_a_step_is_flagged() -> None:
    text = " ".join(run("whatif", str(HELD)).output.split())
    assert "GS-10 is very unusual in it" in text


def test_a_misspelt_fact_is_named(tmp_path: Path) -> None:
    path = tmp_path / "facts.toml"
    path.write_text('title = "A fictional post"\npay_plan = "GS"\ndispute = ["grade"]\n')
    outcome = run("appeal", str(path))
    assert isinstance(outcome.exception, AppError)
    assert outcome.exception.exit_code == 2
    assert "dispute" in str(outcome.exception)
    assert outcome.output == ""


def test_an_appeal_is_answered_for_a_case_file_too() -> None:
    done = run("appeal", str(EXAMPLE_CASE))
    assert done.exit_code == 0
    assert "What is at stake" in done.output
    assert "GS-12" in done.output
