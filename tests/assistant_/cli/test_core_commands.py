"""Commands that put the core's answers on a screen: supervisors, guides, bands and mixed work."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import tomli_w
from click.testing import CliRunner, Result

from assistant.cli.main import cli
from assistant.settings import EXAMPLE_CASE
from core.errors import AppError

ROOT = Path(__file__).resolve().parents[3]
APPEALS = ROOT / "tests" / "golden" / "appeals"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, catch_exceptions=True)


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


def test_what_is_unusual_in_the_levels_is_said_with_its_table() -> None:
    data = json.loads(run("whatif", str(EXAMPLE_CASE), "--json").output)
    for finding in data["unusual"]:
        assert finding["severity"] == "note"
        assert finding["citation"]["page"]
