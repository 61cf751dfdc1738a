"""``fes case``: from a description or from questions to a case that is kept."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from assistant.cli.main import cli
from core.errors import AppError
from tests.index_.conftest import Ran
from tests.index_.positions.compose import SHOWN

Fes = Callable[..., Ran]
OF8 = SHOWN / "01-of8.txt"


def _typed(*lines: str, arguments: tuple[str, ...] = ("case", "new")) -> str:
    result = CliRunner().invoke(cli, list(arguments), input="\n".join(lines) + "\n")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.output


def test_a_description_becomes_a_case_with_its_facts(fes: Fes) -> None:
    ran = fes("case", "new", "--from", str(OF8), "--json")
    assert (ran.code, ran.err) == (0, "")
    data = json.loads(ran.out)
    assert (data["cover"]["series"], data["cover"]["grade"]) == ("0560", 11)
    assert data["cover"]["places"]["series"]["place"].startswith("paragraph")
    assert [one["percent"] for one in data["duties"]] == [45, 35, 20]
    assert {"title", "percent", "text", "place"} <= data["duties"][0].keys()
    assert {"factor", "level_stated", "text", "place"} <= data["factors"][0].keys()
    assert data["case"]["current"]["grade"] == 11
    assert data["missing"] == []
    kept = Path(data["kept"]["path"])
    assert kept.parent == Path(os.environ["FES_HOME"]) / "cases"
    assert tomllib.loads(kept.read_text("utf-8")) == data["case"]
    assert "levels" not in data["case"]


def test_levels_stated_count_only_when_they_are_taken_over(fes: Fes) -> None:
    name = json.loads(fes("case", "new", "--from", str(OF8), "--json").out)["kept"]["path"]
    assert json.loads(fes("score", name, "--json").out)["grade"] is None
    ran = fes("case", "new", "--from", str(OF8), "--levels", "--json")
    kept = json.loads(ran.out)["kept"]["path"]
    assert json.loads(fes("score", kept, "--json").out)["total"] == 2435


def test_a_lettered_level_is_taken_over_as_the_standard_of_the_case_numbers_it(fes: Fes) -> None:
    army = SHOWN / "03-fasclass.txt"
    ran = fes("case", "new", "--from", str(army), "--levels", "--json")
    kept = json.loads(ran.out)["kept"]["path"]
    assert json.loads(ran.out)["factors"][6]["level_stated"] == "7-B"
    scored = fes("score", kept, "--json")
    assert scored.code == 0
    assert json.loads(scored.out)["total"] is not None


def test_what_was_read_is_shown_with_its_places(fes: Fes) -> None:
    said = fes("case", "new", "--from", str(OF8), "--only-show").out
    assert "Budget Analyst" in said
    assert "Level" not in said.split("Factors")[0]
    assert "Nothing was kept" in said
    assert json.loads(fes("case", "list", "--json").out) == []


RECIPE = (
    "Stir two eggs into a cup of flour and bake the batter for an hour until it is brown. Let it "
    "cool on a rack and eat it with jam."
)


@pytest.mark.parametrize(("text", "said"), [(RECIPE, "nothing of a position"), ("", "is empty")])
def test_a_file_that_is_no_description_is_refused_and_nothing_is_kept(
    fes: Fes, tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "other.txt"
    path.write_text(text, "utf-8")
    ran = fes("case", "new", "--from", str(path), "--json")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert json.loads(fes("case", "list", "--json").out) == []


def test_ingest_makes_no_authority_of_a_description(fes: Fes, tmp_path: Path) -> None:
    guide = tmp_path / "guide.txt"
    guide.write_text("A made-up guide\n\nRead it before you classify a position.\n", "utf-8")
    ran = fes("ingest", str(OF8), str(guide), "--json")
    assert ran.code == 0
    status = {row["document"]: row["status"] for row in json.loads(ran.out)}
    assert status == {"01-of8": "failed", "guide": "added"}
    assert "fes case new --from" in ran.err


@pytest.mark.parametrize("skip", ["", "skip", "Skip it"])
def test_questions_are_skipped_and_gone_on_with(fes: Fes, skip: str) -> None:
    said = _typed("Budget Analyst", "GS-0560-11", "twelve", "12", skip, "stop")
    assert "'twelve' is not a series and grade" in said
    data = json.loads(fes("case", "show", "budget-analyst", "--json").out)
    assert (data["current"]["series"], data["requested"]["grade"]) == ("0560", 12)
    assert "organization" not in data
    resumed = ("case", "new", "--resume", "budget-analyst")
    said = _typed("PD-7", "yes", "Builds budgets, 60%", "Studies costs, 40%", arguments=resumed)
    assert "Which office" not in said
    data = json.loads(fes("case", "show", "budget-analyst", "--json").out)
    assert [one["percent_employee"] for one in data["duties"]] == [60, 40]
    assert data["position_description"] == {"number": "PD-7", "adequate": True}


def test_a_case_is_checked_listed_renamed_copied_deleted_and_restored(fes: Fes) -> None:
    fes("case", "new", "--from", str(OF8))
    (entry,) = json.loads(fes("case", "list", "--json").out)
    assert (entry["title"], entry["series"], entry["grade"]) == ("Budget Analyst", "0560", 11)
    checked = json.loads(fes("case", "check", entry["name"], "--json").out)
    assert not checked["whole"]
    assert len(checked["open_factors"]) == 9
    assert "requested" in {one["field"] for one in checked["lacking"]}
    assert fes("case", "rename", entry["name"], "Ledgers").code == 0
    assert fes("case", "copy", "ledgers").code == 0
    assert fes("case", "delete", "ledgers").code == 0
    assert [one["name"] for one in json.loads(fes("case", "list", "--json").out)] == [
        "copy-of-ledgers"
    ]
    assert fes("case", "restore").code == 0
    assert len(json.loads(fes("case", "list", "--json").out)) == 2
    ran = fes("case", "show", "nothing-of-this-name")
    assert ran.code == 2
    assert "copy-of-ledgers" in ran.err


def test_an_error_is_of_the_one_tree(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["case", "new", "--levels"])
    assert isinstance(result.exception, AppError)


def test_a_description_is_checked_with_quotations_and_rules(fes: Fes) -> None:
    navy = SHOWN / "05-navy.txt"
    data = json.loads(fes("check", str(navy), "--json").out)
    # Nothing keeps it from being classified; the signed statement is still to come.
    assert data["adequate"] is None
    assert {"code", "weight", "text", "quote", "place", "rule", "citation"} == data["findings"][
        0
    ].keys()
    said = fes("check", str(navy)).out
    assert "no statement by the supervisor" in said
    assert "Introduction to the Position Classification Standards" in said


def test_two_descriptions_are_compared_without_a_grade(fes: Fes, tmp_path: Path) -> None:
    newer = tmp_path / "newer.txt"
    newer.write_text(OF8.read_text("utf-8").replace("(45%)", "(30%)"), "utf-8")
    data = json.loads(fes("compare", str(OF8), str(newer), "--json").out)
    assert data["review"]
    assert "grade" not in data
    assert "45% to 30%" in fes("compare", str(OF8), str(newer)).out


def test_a_case_is_named_by_its_name_wherever_a_case_is_asked_for(fes: Fes) -> None:
    fes("case", "new", "--from", str(OF8), "--levels", "Ledgers")
    assert json.loads(fes("score", "ledgers", "--json").out)["total"] == 2435
    assert json.loads(fes("whatif", "ledgers", "--json").out)["grade"] == "GS-11"
    assert fes("score", "ledger").code == 2


def test_a_description_becomes_a_statement_in_three_commands(fes: Fes) -> None:
    kept = json.loads(fes("case", "new", "--from", str(OF8), "--json").out)["kept"]
    some = fes("suggest", kept["name"], "--standard", "fes-primary", "--accept", "1,2", "--json")
    data = json.loads(some.out)
    assert (sorted(data["levels"]), data["evaluation"]) == (["1", "2"], None)
    assert data["open"] == ["3", "4", "5", "6", "7", "8", "9"]
    all_ = fes("suggest", kept["name"], "--standard", "fes-primary", "--accept", "all,3=3-1")
    assert (all_.code, all_.err) == (0, "")
    assert "By the core: " in all_.out
    case = tomllib.loads(Path(kept["path"]).read_text())
    assert case["levels"]["3"] == "3-1"
    scored = json.loads(fes("score", kept["path"], "--json").out)
    assert f"{scored['total']:,} points, {scored['grade']}" in all_.out
    paper = fes("paper", "statement", kept["name"])
    assert scored["grade"] in paper.out


@pytest.mark.parametrize(
    ("accepted", "says"),
    [("x", "names no factor"), ("1,3=3-9", "Level 3-9"), ("2=high", "--accept")],
)
def test_what_is_no_level_is_not_entered(fes: Fes, accepted: str, says: str) -> None:
    kept = json.loads(fes("case", "new", "--from", str(OF8), "--json").out)["kept"]
    before = Path(kept["path"]).read_bytes()
    ran = fes("suggest", kept["name"], "--standard", "fes-primary", "--accept", accepted)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert Path(kept["path"]).read_bytes() == before


def test_levels_are_entered_in_a_case_only(fes: Fes) -> None:
    ran = fes("suggest", str(OF8), "--standard", "fes-primary", "--accept", "all")
    assert (ran.code, ran.out) == (2, "")
    assert "fes case new --from" in ran.err


def test_a_first_classification_has_nothing_of_record(fes: Fes) -> None:
    ran = fes("case", "new", "--from", str(OF8), "--first", "--json")
    data = json.loads(ran.out)
    assert data["cover"]["grade"] == 11
    assert "current" not in data["case"]
    assert "GS-0560-11; that is proposed" in data["case"]["facts"][0]["text"]
    refused = fes("case", "new", "--from", str(OF8), "--first", "--levels")
    assert (refused.code, refused.out) == (2, "")


def test_series_and_title_are_proposed_and_enter_a_case_only_when_taken(fes: Fes) -> None:
    ran = fes("case", "new", "--from", str(OF8), "--first", "--json")
    name = json.loads(ran.out)["kept"]["name"]
    proposed = json.loads(fes("case", "determine", name, "--json").out)
    assert next(one["code"] for one in proposed["series"]) == "0560"
    assert "determined" not in json.loads(fes("case", "show", name, "--json").out)
    fes("case", "determine", name, "--accept", "--why", "The duties are budget work")
    kept = json.loads(fes("case", "show", name, "--json").out)["determined"]
    assert (kept["series"], kept["reason"]) == ("0560", "The duties are budget work")
    assert fes("case", "determine", name, "--series", "9998").code == 2
    statement = fes("paper", "statement", name).out
    assert "**GS-0560**" in statement
    assert "first classification" in statement
    assert "of record is" not in statement


SUPERVISOR = """POSITION DESCRIPTION (fictional)
Position title: Supervisory Budget Analyst
Pay plan, series, grade: GS-0560-13

MAJOR DUTIES
1. Supervises eight GS-11 budget analysts and two GS-7 assistants and rates them. 70%
2. Prepares the region's budget submission and defends it. 30%

FACTOR 1 - PROGRAM SCOPE AND EFFECT, Level 1-2
The branch furnishes budget services to the program offices of one region.
FACTOR 2 - ORGANIZATIONAL SETTING, Level 2-2
Reports to the regional director, whose own supervisor is in the Senior Executive Service.
FACTOR 3 - SUPERVISORY AND MANAGERIAL AUTHORITY EXERCISED, Level 3-2
Plans the work, assigns it, rates performance and recommends candidates.
FACTOR 4 - PERSONAL CONTACTS
Subfactor 4A - Nature of Contacts, Level 4A-2
Managers of program offices in the region and budget staff of headquarters.
Subfactor 4B - Purpose of Contacts, Level 4B-2
To plan and coordinate submissions and settle differences of opinion.
FACTOR 5 - DIFFICULTY OF TYPICAL WORK DIRECTED, Level 5-6
Most of the work is done by the GS-11 analysts.
FACTOR 6 - OTHER CONDITIONS, Level 6-4
Coordinates the analysts' estimates into one submission.
"""


def test_a_supervisor_is_kept_checked_and_scored_by_the_supervisory_guide(
    fes: Fes, tmp_path: Path
) -> None:
    file = tmp_path / "supervisor.txt"
    file.write_text(SUPERVISOR, "utf-8")
    made = json.loads(fes("case", "new", "--from", str(file), "--levels", "--json").out)
    assert made["case"]["levels"]["4A"] == "4A-2"
    kept = made["kept"]["path"]
    checked = json.loads(fes("case", "check", kept, "--json").out)
    assert (checked["open_factors"], checked["grades"]) == ([], ["GS-12"])
    assert json.loads(fes("score", kept, "--json").out)["total"] == 3095
    assert json.loads(fes("whatif", kept, "--json").out)["grade"] == "GS-12"


def test_levels_suggested_for_a_supervisor_enter_a_case(fes: Fes, tmp_path: Path) -> None:
    file = tmp_path / "supervisor.txt"
    file.write_text(SUPERVISOR, "utf-8")
    kept = json.loads(fes("case", "new", "--from", str(file), "--json").out)["kept"]["path"]
    entered = fes("suggest", kept, "--standard", "gssg", "--accept", "all", "--json")
    assert json.loads(entered.out)["evaluation"]["grade"] == "GS-12"
    assert "GS-12" in fes("paper", "statement", kept, "--no-quotes").out
    refused = fes("suggest", kept, "--standard", "fes-primary", "--accept", "all")
    assert refused.code == 2
    assert "supervisor's case" in refused.err


def test_the_questions_go_on_in_a_case_file_named_by_its_path(fes: Fes, tmp_path: Path) -> None:
    file = tmp_path / "by-hand.toml"
    file.write_text('# mine\ntitle = "Lamp Keeper"\n', "utf-8")
    # A long name of a folder is broken where the line ends.
    said = "".join(fes("case", "check", str(file)).out.split())
    assert f"fescasenew--resume{file}asksforwhatismissing." in said
    _typed("Lamp Clerk", "GS-0301-09", "stop", arguments=("case", "new", "--resume", str(file)))
    text = file.read_text("utf-8")
    assert text.startswith("# mine")
    assert tomllib.loads(text)["current"] == {
        "title": "Lamp Clerk",
        "series": "0301",
        "grade": 9,
    }
    # What the case is called stays as its owner wrote it.
    assert tomllib.loads(text)["title"] == "Lamp Keeper"


def test_the_questions_of_a_file_elsewhere_do_not_touch_a_case_kept_of_the_same_name(
    fes: Fes, tmp_path: Path
) -> None:
    _typed("Lamp Keeper", "stop")
    file = tmp_path / "lamp-keeper.toml"
    file.write_text('question = "Which grade?"\n', "utf-8")
    _typed("Buoy Keeper", "", "stop", arguments=("case", "new", "--resume", str(file)))
    kept = json.loads(fes("case", "show", "lamp-keeper", "--json").out)
    assert kept["title"] == "Lamp Keeper"
    assert tomllib.loads(file.read_text("utf-8"))["title"] == "Buoy Keeper"
