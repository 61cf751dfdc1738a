"""Commands that put the core's answers on a screen: what-ifs and appeals."""

from __future__ import annotations

import json
import re
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


SUPERVISOR = {
    "standard": "gssg",
    "levels": {"1": "1-3", "2": "2-1", "3": "3-3", "4A": "4A-3", "4B": "4B-1", "6": "6-3"},
    "base": {"grade": "GS-10", "method": "workload", "share": 60},
    "situations": [1, 2, 3],
}


def score(request: object, *arguments: str) -> Result:
    return CliRunner().invoke(
        cli, ["score", "-", *arguments], input=json.dumps(request), catch_exceptions=True
    )


def test_a_supervisor_is_scored_by_the_supervisory_guide() -> None:
    data = json.loads(score(SUPERVISOR, "--json").output)
    assert (data["total"], data["grade"], data["chart_grade"]) == (3300, "GS-13", "GS-13")
    assert data["base_grade"] == "GS-10"
    assert {f["factor"]: f["level"] for f in data["factors"]}[6] == "6-4"
    assert "adjustment" in data
    text = score(SUPERVISOR).output
    assert "3 or more add exactly one level" in " ".join(text.split())
    assert all(len(line) <= 80 for line in text.splitlines())


def test_what_the_guide_cannot_decide_is_no_number() -> None:
    request = {**SUPERVISOR, "base": {"grade": "GS-15", "method": "workload", "share": 60}}
    data = json.loads(score(request, "--json").output)
    assert data["grade"] is None
    assert "GS-15" in data["undetermined"]
    assert score(request).output.startswith("Undetermined")


def test_supervisors_and_others_mix_in_lines_and_errors_stay_in_place() -> None:
    levels = ("1-7", "2-4", "3-3", "4-4", "5-3", "6-3", "7-3", "8-2", "9-1")
    plain = {"standard": "fes-primary", "levels": {str(n): v for n, v in enumerate(levels, 1)}}
    wrong = {**SUPERVISOR, "situations": [9]}
    lines = "\n".join(json.dumps(x) for x in (SUPERVISOR, wrong, plain))
    outcome = CliRunner().invoke(cli, ["score", "--lines"], input=lines)
    results = [json.loads(line) for line in outcome.output.splitlines()]
    assert [r.get("grade") for r in results] == ["GS-13", None, "GS-11"]
    assert "situations" in json.dumps(results[1]["error"])


def facts_of(kind: str, name: str, tmp_path: Path) -> str:
    golden = tomllib.loads(
        (ROOT / "tests" / "golden" / kind / f"{name}.toml").read_text(encoding="utf-8")
    )
    path = tmp_path / f"{name}.toml"
    path.write_text(tomli_w.dumps(golden["facts"]), encoding="utf-8")
    return str(path)


def test_a_position_under_a_guide_without_points(tmp_path: Path) -> None:
    file = facts_of("narrative", "both-criteria-agree", tmp_path)
    data = json.loads(run("guide", file, "--json").output)
    assert data["grade"]
    assert run("guide", file).output.startswith(data["grade"])
    open_one = facts_of("narrative", "open-question-decides", tmp_path)
    text = run("guide", open_one).output
    assert text.startswith("Undetermined")
    assert "What would settle what is open" in text


def test_a_band_is_placed_with_the_state_of_the_regulation(tmp_path: Path) -> None:
    file = facts_of("bands", "full-performance", tmp_path)
    text = " ".join(run("band", file).output.split())
    assert "October 1, 2008" in text
    assert json.loads(run("band", file, "--json").output)["status"] == "placed"


def test_a_grade_is_converted_by_the_directive_alone(tmp_path: Path) -> None:
    file = facts_of("bands", "convert-nonsupervisory", tmp_path)
    text = " ".join(run("band", file, "--convert").output.split())
    assert text.startswith("Full Performance")
    assert "[B p. 12]" in text
    assert "October 1, 2008" in text
    other = facts_of("bands", "convert-other-pay-plan", tmp_path)
    data = json.loads(run("band", other, "--convert", "--json").output)
    assert (data["status"], data["band"]) == ("undetermined", None)
    refused = run("band", file, "--convert", "--check").exception
    assert isinstance(refused, AppError)
    assert refused.exit_code == 2


def test_what_a_directive_lacks_is_listed() -> None:
    from core.bands.directive import list_directives

    folder = ROOT / "core" / "bands" / "data" / list_directives()[0].id
    text = run("band", str(next(folder.glob("*.toml"))), "--check").output
    assert text.startswith(("Complete", "Incomplete"))
    assert "9701" in text or "directive" in text.lower()


def test_a_mixed_position_as_the_documentation_shows_it(tmp_path: Path) -> None:
    shown = re.search(
        r"```toml\n(.*?)```",
        (ROOT / "docs" / "mixed-positions.md").read_text(encoding="utf-8"),
        re.DOTALL,
    )
    assert shown is not None
    path = tmp_path / "mixed.toml"
    path.write_text(shown.group(1), encoding="utf-8")
    data = json.loads(run("mixed", str(path), "--json").output)
    assert {v["side"]: v["grade"] for v in data["views"]} == {
        "employee": "GS-12",
        "supervisor": "GS-11",
    }
    text = " ".join(run("mixed", str(path)).output.split())
    assert "GS-12 by the employee's figures" in text
    assert text.startswith("Undetermined")


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


def test_what_is_unusual_in_the_levels_is_said_with_its_table() -> None:
    data = json.loads(run("whatif", str(EXAMPLE_CASE), "--json").output)
    for finding in data["unusual"]:
        assert finding["severity"] == "note"
        assert finding["citation"]["page"]


def test_an_appeal_is_answered_for_a_case_file_too() -> None:
    done = run("appeal", str(EXAMPLE_CASE))
    assert done.exit_code == 0
    assert "What is at stake" in done.output
    assert "GS-12" in done.output
