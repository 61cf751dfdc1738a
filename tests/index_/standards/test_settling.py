"""``fes standards correct`` and ``remove``: a reading set right, its doubts settled one by one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.errors import StandardError, UsageError
from core.standards.catalog import forget_standards
from tests.index_.standards.bringing_in import done, imported, refused
from tests.index_.standards.fictional.base import LADDER, NAMES, POINTS, SAYS_SO, words
from tests.index_.standards.fictional.habits import as_text
from tests.index_.standards.fictional.habits_first import CHART
from tests.index_.standards.fictional.habits_second import contacts_in_text

LEVELS = {"1": "1-3", "2": "2-2", "3": "3-2", "4": "4-2", "5": "5-2", "6": "6-2", "7": "7-2",
          "8": "8-2", "9": "9-2"}  # fmt: skip


@pytest.fixture
def haze(tmp_path: Path) -> Path:
    """A standard whose Level 4-3 has lost its heading, and which does not say where it ends."""

    def head(level: str) -> str:
        return "V1 . . 150 Points" if level == "4-3" else f"Level {level}, {POINTS[level]} points"

    path = tmp_path / "haze.txt"
    path.write_text(as_text("Haze Series, GS-9936", head), "utf-8")
    return path


def score(**more: str) -> str:
    return done(
        "score", "-", stdin=json.dumps({"standard": "gs-9936", "levels": {**LEVELS, **more}})
    )


def state(*arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        done("standards", "correct", "gs-9936", *arguments, "--json")
    )
    return found


def corrected() -> dict[str, Any]:
    return state(
        "--level", "4-3", "--points", "150", "--begins", words("4-3")[:40],
        "--ends", words("4-3")[-40:], "--why", "the heading is damaged", "--by", "A. Reader",
    )  # fmt: skip


def test_a_doubt_that_blocks_is_not_confirmed_away(haze: Path) -> None:
    imported(haze, "--confirm")
    assert [one["code"] for one in state()["doubts"] if one["blocks"]] == ["heading-unread"]
    assert state()["open"] == [1]
    assert "Still open: 1" in done("standards", "confirm", "gs-9936")
    said = refused(
        "score", "-", stdin=json.dumps({"standard": "gs-9936", "levels": LEVELS})
    ).sentence()
    assert "fes standards correct gs-9936" in said


def test_a_level_is_added_where_its_words_stand(haze: Path) -> None:
    imported(haze)
    after = corrected()
    assert after["open"] == []
    read = json.loads(done("standards", "show", "gs-9936", "4-3", "--json"))
    assert (" ".join(read["text"].split()), read["points"]) == (words("4-3"), 150)
    below = json.loads(done("standards", "show", "gs-9936", "4-2", "--json"))
    assert " ".join(below["text"].split()) == words("4-2")
    said = " ".join(score(**{"4": "4-3"}).split())
    assert "Level 4-3 was corrected (A. Reader," in said
    assert "the heading is damaged" in said


def test_no_row_of_the_damaged_heading_stays_with_the_level_below(tmp_path: Path) -> None:
    path = tmp_path / "haze.html"
    rows = ["<html><body><h1>Position Classification Standard for Haze Series, GS-9936</h1>"]
    for key in dict.fromkeys(level[0] for level in LADDER):
        rows.append(f"<h2>Factor {key}, {NAMES[key]}</h2>")
        for level in (one for one in LADDER if one[0] == key):
            head = "Level 4 3" if level == "4-3" else f"Level {level}"
            rows.append(f"<h3>{head}</h3><p>{POINTS[level]} points {words(level)}</p>")
    path.write_text("\n".join(rows), "utf-8")
    imported(path)
    corrected()
    below = json.loads(done("standards", "show", "gs-9936", "4-2", "--json"))
    assert " ".join(below["text"].split()).endswith(words("4-2"))


def test_what_was_settled_survives_a_second_reading_of_the_same_file(haze: Path) -> None:
    imported(haze)
    corrected()
    again = imported(haze)
    assert again["status"] == "unchanged"
    assert again["corrections"][0]["by"] == "A. Reader"
    assert "4-3" in {one["level"] for factor in again["factors"] for one in factor["levels"]}


def test_a_doubt_is_accepted_or_rejected_by_itself(haze: Path) -> None:
    imported(haze)
    assert isinstance(refused("standards", "correct", "gs-9936", "--accept", "1"), UsageError)
    rejected = state("--reject", "1", "--why", "a level is missing")
    assert (rejected["open"], rejected["doubts"][0]["ruling"]) == ([1], "rejected")
    accepted = state("--accept", "1", "--why", "150 points is a quotation", "--by", "B. Reader")
    assert (accepted["open"], accepted["doubts"][0]["by"]) == ([], "B. Reader")
    assert "150 points is a quotation" in " ".join(score().split())
    assert imported(haze)["doubts"][0]["ruling"] == "accepted"


def test_points_and_page_are_corrected_and_a_correction_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "haze.txt"
    text = as_text("Haze Series, GS-9936", lambda one: f"Level {one}, {POINTS[one]} points")
    path.write_text(text.replace("Level 4-2, 75 points", "Level 4-2, 70 points"), "utf-8")
    assert [one["code"] for one in imported(path)["doubts"]] == ["points-differ"]
    after = state("--level", "4-2", "--points", "75", "--page", "7", "--why", "read again")
    assert after["doubts"] == []
    assert after["corrections"][0]["page"] == "7"
    assert state("--withdraw", "1", "--why", "not so")["doubts"][0]["code"] == "points-differ"


def test_a_draft_whose_figures_contradict_each_other_is_corrected_too(tmp_path: Path) -> None:
    path = tmp_path / "haze.txt"
    text = as_text("Haze Series, GS-9936", lambda one: f"Level {one}, {POINTS[one]} points")
    path.write_text(text.replace("Level 4-2, 75 points", "Level 4-2, 76 points"), "utf-8")
    assert imported(path)["status"] == "not kept"
    after = state("--level", "4-2", "--points", "75", "--why", "a misprint")
    assert (after["hindrance"], after["open"]) == ("", [])
    assert score().startswith("GS-")


def test_a_range_of_a_grade_is_corrected(tmp_path: Path) -> None:
    path = tmp_path / "haze.txt"
    text = as_text("Haze Series, GS-9936", lambda one: f"Level {one}, {POINTS[one]} points")
    path.write_text(text, "utf-8")
    imported(path)
    assert score().startswith("GS-5 ")
    after = state(
        "--range", "4", "655-860", "--range", "5", "865-1100", "--why", "p. 2", "--by", "A. R."
    )
    assert [one["grade"] for one in after["corrections"]] == [4, 5]
    said = " ".join(score().split())
    assert "865 to 1,100: GS-5. The reading of this range was corrected (A. R.," in said
    assert imported(path)["corrections"] == [
        {name: value for name, value in one.items() if name not in ("number", "what")}
        for one in after["corrections"]
    ]
    again = state("--withdraw", "1", "--withdraw", "2", "--why", "not so")
    assert (again["corrections"], again["open"]) == ([], [])


def test_a_cell_of_a_chart_is_corrected(tmp_path: Path) -> None:
    habit = contacts_in_text()
    path = tmp_path / habit.file
    path.write_bytes(habit.data)
    name = imported(path)["id"]
    shown = ("standards", "correct", name)
    (row, column), points = max(CHART.items(), key=lambda cell: cell[1])
    told = done(*shown, "--cell", row, column, str(points + 5), "--why", "as printed")
    assert f"Level {row} with Level {column}: {points + 5} points" in " ".join(told.split())
    error = refused(*shown, "--cell", row, "7-Z", "5", "--why", "as printed")
    assert "no cell of" in error.message


def test_words_that_do_not_stand_in_the_document_change_nothing(haze: Path) -> None:
    imported(haze)
    error = refused("standards", "correct", "gs-9936", "--level", "4-3", "--points", "150",
                    "--begins", "words nobody printed", "--why", "a try")  # fmt: skip
    assert isinstance(error, StandardError)
    assert "do not stand in the document" in error.message
    assert state()["corrections"] == []


@pytest.mark.parametrize(("level", "said"), [("4-9", "no standard has"), ("4-6", "was not read")])
def test_figures_of_a_level_that_is_not_there_change_nothing(
    haze: Path, level: str, said: str
) -> None:
    imported(haze)
    error = refused("standards", "correct", "gs-9936", "--level", level, "--points", "900",
                    "--page", "1", "--why", "a try")  # fmt: skip
    assert said in error.message
    assert state()["corrections"] == []


def test_a_ladder_that_stops_without_a_word_blocks_and_is_accepted_by_itself(haze: Path) -> None:
    text = haze.read_text("utf-8").replace(SAYS_SO, "Read them.")
    haze.write_text(text.replace("V1 . . 150 Points", "Level 4-3, 150 points"), "utf-8")
    imported(haze)
    doubts = state()["doubts"]
    assert {one["code"] for one in doubts} == {"ladder-stops"}
    assert len(doubts) == len({level[0] for level in LADDER})
    numbers = [word for one in doubts for word in ("--accept", str(one["number"]))]
    ready = " ".join(["fes standards correct gs-9936", *numbers, "--why"])
    assert ready in done("standards", "correct", "gs-9936")
    assert state(*numbers, "--why", "the standard goes no higher")["open"] == []


def test_remove_takes_the_edition_and_all_beside_it(haze: Path, tmp_path: Path) -> None:
    imported(haze)
    corrected()
    assert "Removed gs-9936" in done("standards", "remove", "gs-9936")
    assert not (tmp_path / "fes-home" / "standards" / "gs-9936").exists()
    forget_standards()
    assert "gs-9936" not in done("standards", "list")
    assert "was read in" in refused("standards", "remove", "gs-0200").sentence()


def test_remove_takes_a_draft_and_all_beside_it(haze: Path, tmp_path: Path) -> None:
    imported(haze)
    folder = tmp_path / "fes-home" / "standards" / "gs-9936"
    kept = next(folder.glob("*.toml"))
    kept.rename(kept.with_suffix(".draft"))
    forget_standards()
    assert "Removed gs-9936" in done("standards", "remove", "gs-9936")
    assert not folder.exists()


def test_a_name_of_any_length_lists_at_eighty_columns(haze: Path) -> None:
    name = "grade-evaluation-guide-for-the-tending-of-lamps-and-of-haze"
    imported(haze, "--id", name)
    lines = done("standards", "list").splitlines()
    assert max(len(line) for line in lines) <= 80
    assert name.replace("-", "") in "".join(lines).replace("-", "").replace(" ", "") or any(
        line.startswith("grade-evaluation") for line in lines
    )
