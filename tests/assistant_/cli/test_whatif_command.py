"""What-ifs and odds on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assistant.cli.main import cli
from assistant.settings import EXAMPLE_CASE
from core.errors import AppError

ROOT = Path(__file__).resolve().parents[3]
APPEALS = ROOT / "tests" / "golden" / "appeals"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, catch_exceptions=True)


def test_whatif_names_the_level_that_alone_reaches_the_grade_sought() -> None:
    data = json.loads(run("whatif", str(EXAMPLE_CASE), "--json").output)
    assert (data["total"], data["grade"], data["target"]) == (2645, "GS-11", "GS-12")
    assert [[c["to_level"] for c in s["changes"]] for s in data["smallest_sets"]] == [["2-5"]]
    assert data["sought"]["total"] == 2945
    up = {f["change"]["to_level"] for f in data["flips"] if f["direction"] == "up"}
    assert {"2-5", "1-8"} <= up
    assert "4-5" not in up
    text = run("whatif", str(EXAMPLE_CASE)).output
    assert "Level 2-5 in place of 2-4 (2,845 points)" in text
    assert "110 short of GS-12" in " ".join(text.split())


def test_whatif_says_when_a_grade_is_out_of_reach() -> None:
    text = run("whatif", str(EXAMPLE_CASE), "--target", "GS-14").output
    assert "Nothing sought, credited in full, gives GS-14." in text


LEVELS = {
    str(number): level
    for number, level in enumerate(
        ("1-7", "2-4", "3-3", "4-4", "5-3", "6-3", "7-3", "8-2", "9-1"), 1
    )
}


def whatif_of(request: dict[str, object], tmp_path: Path, *options: str) -> Result:
    path = tmp_path / "levels.json"
    path.write_text(json.dumps(request), encoding="utf-8")
    return run("whatif", str(path), *options)


def test_whatif_counts_a_level_sought_that_the_edition_does_not_hold_and_says_so(
    tmp_path: Path,
) -> None:
    request = {
        "title": "A guard planner",
        "standard": "gs-0080",
        "levels": LEVELS,
        "sought": {"3": "3-5"},
        "requested": {"grade": 12},
    }
    text = " ".join(whatif_of(request, tmp_path).output.split())
    assert "Everything sought, credited in full: 2,930 points, GS-12." in text
    assert "Level 3-5 in place of 3-3" in text
    assert "Warning: Level 3-5 is sought for Factor 3, but this edition" in text


def test_whatif_takes_levels_alone_and_names_the_fewest_changes_of_any(tmp_path: Path) -> None:
    """C-0080-11-02: 2-5 alone, of all levels, comes closest above the floor of GS-12."""
    request: dict[str, object] = {"standard": "fes-primary", "levels": LEVELS}
    data = json.loads(whatif_of(request, tmp_path, "--target", "GS-12", "--json").output)
    assert (data["total"], data["sought"], data["smallest_sets"]) == (2555, None, [])
    ways = data["smallest_sets_of_any_levels"]
    assert [(w["changes"][0]["to_level"], w["total"]) for w in ways] == [
        ("2-5", 2755), ("4-6", 2780), ("1-8", 2855), ("5-6", 2855), ("3-5", 2930),
    ]  # fmt: skip
    down = json.loads(whatif_of(request, tmp_path, "--target", "GS-9", "--json").output)
    assert [w["total"] for w in down["smallest_sets_of_any_levels"]] == [2055]
    text = whatif_of(request, tmp_path, "--target", "GS-14").output
    assert "The fewest changes of any levels that give GS-14" in text
    stdin = CliRunner().invoke(cli, ["whatif", "-"], input=json.dumps(request))
    assert "200 short of GS-12" in " ".join(stdin.output.split())


def test_whatif_of_a_supervisor(tmp_path: Path) -> None:
    levels = {"1": "1-2", "2": "2-2", "3": "3-2", "4A": "4A-2", "4B": "4B-2", "6": "6-4"}
    request: dict[str, object] = {
        "standard": "gssg",
        "levels": levels,
        "base": {"grade": 11, "share": 30},
    }
    text = whatif_of(request, tmp_path).output
    assert "By the supervisory guide: 3,095 points, GS-12." in text
    raised = text.partition("would raise the grade:")[2].partition("would lower it:")[0]
    assert ["Level", "2-2", "to", "2-3", "3,195", "GS-13"] in map(str.split, raised.splitlines())
    assert ["base", "GS-11", "to", "GS-14", "3,325", "GS-15"] in map(str.split, raised.splitlines())
    data = json.loads(whatif_of(request, tmp_path, "--json").output)
    assert (data["total"], data["grade"], data["base_grade"]) == (3095, "GS-12", "GS-11")
    assert data["margin"]["to_next"] == 60
    assert {flip["direction"] for flip in data["flips"]} == {"up", "down", "undetermined"}


def test_whatif_of_a_combined_chart(tmp_path: Path) -> None:
    levels = {**LEVELS, "6": "6-2", "7": "7-C", "8": "8-1"}
    request: dict[str, object] = {"standard": "gs-0200", "levels": levels, "as_of": "2026-01-01"}
    data = json.loads(whatif_of(request, tmp_path, "--target", "GS-12", "--json").output)
    assert data["total"] == 2505
    assert [w["total"] for w in data["smallest_sets_of_any_levels"]] == [2805, 2805, 2880]


def test_whatif_counts_levels_rated_by_the_primary_standard(tmp_path: Path) -> None:
    """Factor 8 of GS-0200 has one level; 8-2 is the Primary Standard's, with its 20 points."""
    levels = {**LEVELS, "6": "6-2", "7": "7-C"}
    request: dict[str, object] = {
        "standard": "gs-0200",
        "as_of": "2026-01-01",
        "levels": levels,
        "extensions": [{"factor": 8, "reason": "Much walking over rough ground."}],
    }
    data = json.loads(whatif_of(request, tmp_path, "--target", "GS-12", "--json").output)
    assert data["total"] == 2520
    assert data["distance"]["to_next"] == 235
    assert [w["total"] for w in data["smallest_sets_of_any_levels"]] == [2820, 2820, 2895]


@pytest.mark.parametrize(
    ("request_", "options", "said"),
    [
        ({"standard": "fes-primary", "total": 2555}, (), "levels: a bare total does not say"),
        (
            {"standard": "gssg", "levels": {"1": "1-2"}},
            (),
            "levels: no level is given for Factor 2",
        ),
        ({"standard": "gssg", "total": 3095}, ("--target", "GS-13"), "--target: a supervisor's"),
        (
            {"standard": "fes-primary", "levels": {**LEVELS, "2": "2-9"}},
            (),
            "levels.2: Factor 2 has",
        ),
        ({"standard": "fes-primary", "levels": LEVELS}, ("--target", "GS-99"), '--target: "GS-99"'),
        (
            {"standard": "fes-primary", "levels": LEVELS},
            ("--odds", "2-9=10"),
            "--odds: Factor 2 has",
        ),
        (
            {"standard": "fes-primary", "levels": LEVELS},
            ("--odds", "2-5=10", "--odds", "2-5=20"),
            "--odds: the odds of Level 2-5 are given twice",
        ),
    ],
)
def test_what_whatif_refuses_names_the_field(
    request_: dict[str, object], options: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    outcome = whatif_of(request_, tmp_path, *options)
    assert isinstance(outcome.exception, AppError)
    assert outcome.exception.exit_code == 2
    assert said in outcome.exception.sentence()
    assert not outcome.output


def test_odds_are_exact_and_what_is_left_stays_with_the_level_that_stands() -> None:
    data = json.loads(
        run("whatif", str(EXAMPLE_CASE), "--odds", "2-5=30", "--odds", "4-5=50", "--json").output
    )
    grades = {g["grade"]: g["probability"] for g in data["odds"]["grades"]}
    assert grades == {"GS-11": "7/10", "GS-12": "3/10"}
    text = run("whatif", str(EXAMPLE_CASE), "--odds", "2-5=30").output
    assert "30 percent   2,845 points" in text


@pytest.mark.parametrize("given", ["2-5", "2-5=often", "x=3", "2-5=130"])
def test_odds_that_say_nothing_are_refused(given: str) -> None:
    outcome = run("whatif", str(EXAMPLE_CASE), "--odds", given)
    assert isinstance(outcome.exception, AppError)
    assert "--odds" in str(outcome.exception)
