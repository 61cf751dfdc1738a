"""Guides without points that were read in: by their id, kinds of work apart, by their own rule."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.errors import LevelError, StandardError
from tests.index_.standards.bringing_in import done, imported, refused
from tests.index_.standards.fictional import otherwise
from tests.index_.standards.fictional.habits_first import FIRST

BASE = "grade-level-guide-lamp-office-and-lamp-helping-work"
CLERICAL, ASSISTANCE = f"{BASE}-clerical-work", f"{BASE}-assistance-work"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "office.txt"
    path.write_bytes(FIRST["clerical_guide"]().data)
    return path


def case(tmp_path: Path, guide: str) -> str:
    path = tmp_path / "case.toml"
    path.write_text(
        f'title = "A fictional clerk"\nguide = "{guide}"\n'
        "levels = { nature_of_assignment = 5, level_of_responsibility = 4 }\n",
        "utf-8",
    )
    return str(path)


def test_each_kind_of_work_is_a_guide_of_its_own_under_its_id(office: Path) -> None:
    data = imported(office)
    assert (data["id"], data["guides"]) == (BASE, [CLERICAL, ASSISTANCE])
    held = {one["id"]: one for one in json.loads(done("standards", "list", "--json"))}
    assert {CLERICAL, ASSISTANCE} <= held.keys()
    assert held[CLERICAL]["open_doubts"] == 1
    shown = json.loads(done("standards", "show", CLERICAL, "GS-4", "--json"))
    assert [one["name"] for one in shown["criteria"]] == [
        "Nature of assignment", "Level of responsibility",
    ]  # fmt: skip
    assert "files the lamps" not in json.dumps(shown)
    ladders = json.loads(done("standards", "levels", ASSISTANCE, "--json"))
    assert [one["level"] for one in ladders["criteria"][0]["levels"]] == ["4", "5"]
    assert isinstance(refused("standards", "show", ASSISTANCE, "GS-2"), LevelError)


def test_the_documents_own_id_leads_to_its_kinds_of_work(office: Path, tmp_path: Path) -> None:
    imported(office)
    assert "Clerical work" in done("standards", "show", BASE)
    assert len(json.loads(done("standards", "levels", BASE, "--json"))) == 2
    error = refused("guide", case(tmp_path, BASE))
    assert isinstance(error, StandardError)
    assert CLERICAL in error.hint
    done("standards", "confirm", BASE)
    assert json.loads(done("standards", "correct", ASSISTANCE, "--json"))["open"] == []


def test_criteria_combine_as_the_guide_prints_it(office: Path, tmp_path: Path) -> None:
    data = imported(office, "--confirm")
    assert data["governing"] == "whole"
    assert "best represents its overall demands" in data["rule"]["text"]
    graded = json.loads(done("guide", case(tmp_path, CLERICAL), "--json"))
    assert (graded["governing"], graded["grade"]) == ("whole", None)
    assert "best represents" in json.dumps(graded["derivation"])


def test_a_doubt_accepted_by_itself_shows_in_the_derivation(office: Path, tmp_path: Path) -> None:
    imported(office)
    done("standards", "correct", CLERICAL, "--accept", "1", "--why", "two kinds, as printed",
         "--by", "A. Reader")  # fmt: skip
    graded = json.loads(done("guide", case(tmp_path, ASSISTANCE), "--json"))
    assert "A. Reader" in graded["derivation"][0]["text"]
    assert "two kinds, as printed" in graded["derivation"][0]["text"]


def test_work_examples_are_kept_and_are_no_criteria(office: Path) -> None:
    examples = imported(office)["examples"]
    assert {one["grade"] for one in examples} == {2, 3, 4, 5}
    assert all("files the lamps" in one["text"] for one in examples)


def test_a_guide_of_an_earlier_reading_does_not_stay_beside_its_kinds_of_work(
    office: Path, tmp_path: Path
) -> None:
    imported(office)
    folder = tmp_path / "fes-home" / "guides"
    part = (folder / CLERICAL / "1989-06.toml").read_text("utf-8")
    merged = part.replace(CLERICAL, BASE).replace(f'part_of = "{BASE}"\n', "")
    (folder / BASE).mkdir()
    (folder / BASE / "1989-06.toml").write_text(merged, "utf-8")
    imported(office)
    assert sorted(path.name for path in folder.iterdir()) == [ASSISTANCE, CLERICAL]


def test_a_removed_guide_is_gone_with_every_kind_of_work(office: Path, tmp_path: Path) -> None:
    imported(office)
    done("standards", "remove", BASE)
    assert CLERICAL not in done("standards", "list")
    assert not list((tmp_path / "fes-home" / "guides").glob("*/*"))


def test_leaders_and_degrees_are_graded_by_the_guides_own_rule(tmp_path: Path) -> None:
    for name, data, guide, levels, grade, told in (
        ("leader.pdf", otherwise.leader_pdf(),
         "general-schedule-lamp-leader-grade-evaluation-guide-team-leader",
         "work_led = 6", "GS-7", otherwise.TEAM_RULE),
        ("tides.pdf", otherwise.degrees_pdf(), "tide-research-grade-evaluation-guide",
         ('tide_assignment = "C", supervision_of_tides = "D", guidelines_for_tides = "C", '
          'tide_contributions = "C"'), "GS-13", "Together 32 points"),
    ):  # fmt: skip
        (tmp_path / name).write_bytes(data)
        imported(tmp_path / name, "--confirm")
        position = tmp_path / "position.toml"
        position.write_text(f'title = "F"\nguide = "{guide}"\nlevels = {{ {levels} }}\n', "utf-8")
        graded = json.loads(done("guide", str(position), "--json"))
        assert graded["grade"] == grade
        assert told in json.dumps(graded["derivation"])
