"""``fes standards``: what a classifier sees of the standards held."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assistant.cli.main import cli
from assistant.cli.standards.diff import align, sections
from assistant.cli.standards.page import standards_page
from core.errors import AppError
from core.standards.catalog import bundled_catalog
from core.standards.criteria import Aspect, Level

ROOT = Path(__file__).resolve().parents[3]
BROKEN = ROOT / "tests" / "core_" / "standards" / "broken_standards"
EVERYTHING = ROOT / "tests" / "core_" / "standards" / "everything.toml"


def run(*arguments: str, width: int = 80) -> Result:
    return CliRunner().invoke(
        cli, ("standards", *arguments), env={"COLUMNS": str(width)}, catch_exceptions=True
    )


def text(*arguments: str, width: int = 80) -> str:
    result = run(*arguments, width=width)
    assert result.exit_code == 0, result.exception
    return result.output


def refused(*arguments: str) -> str:
    result = run(*arguments)
    assert isinstance(result.exception, AppError), result.exception
    assert result.exception.exit_code == 2
    assert result.output == ""
    return result.exception.sentence()


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("show", "fes-primary"),
        ("show", "gs-0343"),
        ("show", "gs-0080"),
        ("show", "gs-0200", "1-9"),
        ("show", "dhs-bands"),
        ("show", "fictional-counter-work"),
        ("levels", "gs-0080"),
        ("levels", "gs-0200", "7"),
        ("levels", "gssg"),
        ("diff", "fes-primary", "2-4", "2-5"),
        ("diff", "fes-primary", "gs-0200", "3-4"),
        ("check", str(EVERYTHING)),
    ],
    ids=" ".join,
)
def test_every_line_fits_the_terminal(arguments: tuple[str, ...], width: int) -> None:
    said = text(*arguments, width=width)
    assert max(map(len, said.splitlines())) <= width
    assert "\x1b" not in said
    assert "\u00a0" not in said


def test_the_list_has_every_bundled_edition_and_how_it_grades() -> None:
    said = text("list", width=120)
    rows = {line.split()[0]: line for line in said.splitlines()[1:] if line[:1].strip()}
    for standard_id in (*bundled_catalog().ids(), "gssg", "dhs-bands"):
        assert standard_id in rows
    assert "partial" in rows["gs-0080"]
    assert "sends elsewhere" in rows["gs-0343"]
    assert "not in operation" in rows["dhs-bands"]
    data = {one["id"]: one for one in json.loads(text("list", "--json"))}
    assert data["fes-primary"]["levels"] == 45
    assert data["gs-0080"]["unknown"][0] == "1-1"
    assert data["gs-0301"]["kind"] == "referral"


def test_a_file_that_is_wrong_is_listed_and_the_others_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "home" / "standards" / "gs-9990"
    folder.mkdir(parents=True)
    broken = (BROKEN / "points-do-not-rise.toml").read_text(encoding="utf-8")
    (folder / "2001-06.toml").write_text(broken, encoding="utf-8")
    monkeypatch.setenv("FES_HOME", str(tmp_path / "home"))
    said = text("list")
    assert "unreadable" in said
    assert "points is 50 for Level 1-2" in " ".join(said.split())
    assert "fes-primary" in said


def test_a_flysheet_tells_its_titles_and_where_it_sends_the_classifier() -> None:
    said = " ".join(text("show", "gs-0343").split())
    assert "Sends the classifier to" in said
    assert "use the Administrative Analysis Grade Evaluation Guide" in said
    assert "Program Evaluator:" in said
    assert "[p. 6]" in said
    data = json.loads(text("show", "gs-0343", "--json"))
    assert data["sends_to"][-1]["standard"] == "gssg"


def test_a_guide_without_points_and_the_bands_are_shown_too() -> None:
    said = " ".join(text("show", "fictional-counter-work").split())
    assert "Fictional" in said
    assert "Both criteria must reach a grade" in said
    assert "fes guide" in said
    data = json.loads(text("show", "fictional-counter-work", "--json"))
    assert len(data["criteria"]) == 2
    bands = json.loads(text("show", "dhs-bands", "--json"))
    assert {rule["code"] for rule in bands["rules"]} >= {"band-status", "band-supervisory"}
    assert "not in operation" in text("show", "dhs-bands")


def test_a_standard_tells_its_conversion_table_and_what_it_lacks() -> None:
    said = " ".join(text("show", "gs-0080").split())
    assert "GS-11 2,355 to 2,750" in said
    assert "unknown: 1-1 to 1-6, 1-9, 2-1 to 2-3" in said
    assert "as quoted in decision C-0080-11-02" in said


def test_a_level_is_shown_as_it_is_joined() -> None:
    lines = text("show", "gs-0200", "1-9").splitlines()
    joined = [line.strip() for line in lines if line.strip().endswith((":", "together:"))]
    assert joined == [
        "What the mastery is used for. One of these suffices:",
        "Whole functions for critical programs. All of these together:",
    ]
    typical = text("show", "gs-0080", "1-7")
    assert "Equipment and devices (typical, not required)" in typical
    assert typical.count("One of these suffices:") == 1


def test_the_ladder_has_points_pages_and_the_chart() -> None:
    said = text("levels", "gs-0200", "7")
    assert "chart     38" in said
    assert ["6-1", "30", "60", "130*", "230*"] in [line.split() for line in said.splitlines()]
    data = json.loads(text("levels", "fes-primary", "2", "--json"))
    (factor,) = data["factors"]
    assert [(one["level"], one["points"]) for one in factor["levels"]] == [
        ("2-1", 25), ("2-2", 125), ("2-3", 275), ("2-4", 450), ("2-5", 650),
    ]  # fmt: skip
    assert "Not known: 2-1 to 2-3." in text("levels", "gs-0080", "2")


def test_two_levels_stand_side_by_side_by_their_subjects() -> None:
    said = text("diff", "fes-primary", "2-4", "2-5")
    assert "650 points (+200)" in said
    lines = said.splitlines()
    start = lines.index("HOW WORK IS ASSIGNED")
    assert lines[start + 1].startswith("The supervisor settles the overall")
    assert "The supervisor gives administrative" in lines[start + 1]
    data = json.loads(text("diff", "fes-primary", "2-4", "2-5", "--json"))
    assert [one["subject"] for one in data["aspects"]] == [
        "How work is assigned", "What the employee answers for", "How work is reviewed",
    ]  # fmt: skip
    assert {one["change"] for one in data["aspects"]} == {"differs"}


def test_what_only_one_level_has_is_marked_where_it_stands() -> None:
    said = text("diff", "gs-0080", "2-4", "2-5")
    assert "STANDING AS A TECHNICAL AUTHORITY (only in 2-5)" in said
    data = json.loads(text("diff", "gs-0080", "2-4", "2-5", "--json"))
    assert [one["change"] for one in data["aspects"]] == [
        "differs", "differs", "right only", "differs",
    ]  # fmt: skip


def test_the_same_level_of_two_standards_is_compared() -> None:
    data = json.loads(text("diff", "fes-primary", "gs-0200", "3-4", "--json"))
    assert (data["left"]["standard"], data["right"]["standard"]) == ("fes-primary", "gs-0200")
    assert [one["left"]["id"] for one in data["aspects"]] == ["3-4.guides", "3-4.judgment"]
    other = json.loads(text("diff", "fes-primary", "7-3", "gs-0200", "7-C", "--json"))
    assert (other["left"]["level"], other["right"]["level"]) == ("7-3", "7-C")
    assert other["right"]["points"] is None


@pytest.fixture
def two_editions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fictional standard a person holds in two editions, written by someone hostile."""
    folder = tmp_path / "home" / "standards" / "gs-9990"
    folder.mkdir(parents=True)
    old = EVERYTHING.read_text(encoding="utf-8")
    old = old.replace("Lantern Keeping", "\\u001b[31mLantern\\u202e Keeping")
    new = old.replace('"2001-06"', '"2010-01"').replace('superseded_by = "2010-01"\n', "")
    new = new.replace('"superseded"', '"in_force"').replace("in_force_to = 2009-12-31\n", "")
    new = new.replace("2001-06-01", "2010-01-01").replace(
        "Takes care.", "Takes \\u001b[2Jmore care."
    )
    (folder / "2001-06.toml").write_text(old, encoding="utf-8")
    (folder / "2010-01.toml").write_text(new, encoding="utf-8")
    monkeypatch.setenv("FES_HOME", str(tmp_path / "home"))


@pytest.mark.usefixtures("two_editions")
def test_two_editions_of_one_standard_are_compared_and_the_newer_is_shown() -> None:
    said = text("diff", "gs-9990@2001-06", "gs-9990@2010-01", "1-2")
    cells = said[said.index("CARE") :].split()
    assert "required) Takes care. (typical, not required) Takes more" in " ".join(cells)
    assert "OIL (the same in both)" in said
    assert "edition 2010-01" in text("show", "gs-9990")
    assert "edition 2001-06" in text("show", "gs-9990", "--edition", "2001-06")
    assert "superseded, from 2001-06-01 to 2009-12-31" in text("show", "gs-9990@2001-06")
    assert "Those held are: 2001-06, 2010-01" in refused("levels", "gs-9990@1999")


@pytest.mark.usefixtures("two_editions")
def test_official_words_stand_before_the_digest_and_examples_after_it() -> None:
    said = text("show", "gs-9990", "1-2")
    order = [
        "In the document's own words",
        "Keepers keep a row of lanterns lit.",
        "What it asks for, in our own words",
        "Keeps lanterns.",
        "How. One of these suffices:",
        "Candles. All of these together:",
        "Examples, none of them a threshold",
        "Benchmark: Harbor lantern keeper [p. 7]",
    ]
    assert [said.index(one) for one in order] == sorted(said.index(one) for one in order)
    assert "200 points (The Tables (fictional), p. 43)" in said


@pytest.mark.usefixtures("two_editions")
def test_nothing_in_a_file_reaches_the_terminal() -> None:
    for arguments in (
        ("list",),
        ("show", "gs-9990"),
        ("show", "gs-9990", "1-2"),
        ("levels", "gs-9990"),
        ("diff", "gs-9990@2001-06", "gs-9990@2010-01", "1-2"),
    ):
        said = text(*arguments)
        assert "Lantern Keeping" in said
        assert not set(said) & {"\x1b", "\u202e"}


def aspect(level: str, key: str, name: str) -> Aspect:
    return Aspect(key=key, name=name, text=f"{level} {key}", page="1")


def level(name: str, *aspects: Aspect) -> Level:
    return Level(level=name, points=1, page="1", summary="x", aspects=aspects)


def test_aspects_pair_by_key_then_by_name_and_keep_their_order() -> None:
    left = level("1-1", aspect("1-1", "a", "One"), aspect("1-1", "b", "Two"))
    right = level(
        "1-2",
        aspect("1-2", "z", "New first"),
        aspect("1-2", "a", "Anything"),
        aspect("1-2", "y", "New between"),
        aspect("1-2", "c", "two"),
    )
    pairs = [(one and one.key, other and other.key) for one, other in align(left, right)]
    assert pairs == [(None, "z"), ("a", "a"), (None, "y"), ("b", "c")]


def test_official_words_part_at_the_labels_printed_before_them() -> None:
    found = sections(
        "Lantern keeping\nHow It Is Lit \u2013 With oil.\nSlowly.\nReview \u2013 None."
    )
    assert found == {
        "": "Lantern keeping",
        "How It Is Lit": "With oil.\nSlowly.",
        "Review": "None.",
    }
    assert sections("No labels here - at all.") == {"": "No labels here - at all."}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "gs-0000"), "there is no standard 'gs-0000'. The standards are: fes-primary"),
        (("show", "\x1b[31mred"), "there is no standard"),
        (("show", "fes-primary@1066"), "Those held are: 2009-08"),
        (("show", "fes-primary", "--edition", "1066"), "Those held are: 2009-08"),
        (("show", "gs-0080", "2-3"), "Level 2-3 is not known"),
        (("show", "fes-primary", "2-9"), "Factor 2 has no Level 2-9"),
        (("show", "gs-0343", "2-3"), "describes no factors"),
        (("show", "dhs-bands", "2-3"), "has no factor levels"),
        (("show", "fictional-counter-work", "2-3"), "does not describe '2-3'"),
        (("levels", "gs-0343"), "describes no levels. Read where it sends you"),
        (("levels", "fes-primary", "12"), "has no Factor 12"),
        (("diff", "2-4", "2-5"), "Write ID LEVEL LEVEL"),
        (("diff", "fes-primary", "2-4"), "Write ID LEVEL LEVEL"),
        (("diff", "fes-primary", "2-4", "2-5", "2-3"), "Write ID LEVEL LEVEL"),
        (("check", "nowhere.toml"), "there is no such file"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(arguments: tuple[str, ...], said: str) -> None:
    assert said in refused(*arguments)


def test_a_file_is_checked_and_told_what_it_holds() -> None:
    said = " ".join(text("check", str(EVERYTHING)).split())
    assert "no mistake found" in said
    assert "1 factor, 1 level" in said
    assert said.endswith("It can score.")
    data = json.loads(text("check", str(EVERYTHING), "--json"))
    assert (data["scores"], data["partial"], data["unknown"]) == (True, True, ["1-1"])


def test_a_file_with_an_open_doubt_is_right_and_cannot_score(tmp_path: Path) -> None:
    file = tmp_path / "doubtful.toml"
    held = EVERYTHING.read_text(encoding="utf-8").replace("confirmed = true\n", "")
    file.write_text(held, encoding="utf-8")
    data = json.loads(text("check", str(file), "--json"))
    assert data["scores"] is False
    assert "Level 1-2" in data["refused"]


@pytest.mark.parametrize("name", ["key-missing", "not-toml", "ranges-overlap"])
def test_a_mistake_in_a_file_is_one_sentence_with_the_remedy(name: str) -> None:
    path = BROKEN / f"{name}.toml"
    message, hint, *_ = path.read_text(encoding="utf-8").splitlines()
    said = refused("check", str(path))
    assert message.removeprefix("# ") in said
    assert hint.removeprefix("# ") in said


def test_every_bundled_file_passes_its_own_check() -> None:
    for path in sorted((ROOT / "core" / "standards" / "data").glob("*/*.toml")):
        data = json.loads(text("check", str(path), "--json"))
        assert data["scores"] is (data["kind"] != "referral"), path


def test_the_page_of_the_documentation_is_the_one_the_command_prints() -> None:
    page = (ROOT / "docs" / "standards.md").read_text(encoding="utf-8")
    hint = "docs/standards.md differs: write it anew with fes standards table > docs/standards.md"
    assert page == standards_page(), hint
    assert text("table") == page


def test_the_schema_is_one_json_document() -> None:
    schema = json.loads(text("schema"))
    assert schema["$schema"].endswith("2020-12/schema")
    assert {"PointsFile", "ReferralFile", "SupervisoryFile"} <= set(schema["$defs"])
