"""``fes standards import``, ``confirm`` and ``fes benchmarks``, as a person runs them."""

from __future__ import annotations

import json
import re
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

import core.standards.reading
from assistant.cli.standards.imports.folders import standards_folder
from core.errors import DocumentError, StandardError, UsageError
from core.standards.catalog import forget_standards
from core.standards.reading import load_standard
from core.standards.table import CHECKED
from index.standards.writing import write_file
from tests.index_.standards import fictional
from tests.index_.standards.bringing_in import LEVELS, done, fes, imported, refused, request


def test_the_json_has_what_other_programs_rely_on(lamps: Path) -> None:
    data = imported(lamps)
    assert {"id", "title", "series", "method", "factors", "conversion"} <= set(data)
    assert (data["id"], data["method"], data["series"]) == ("gs-9999", "fes", ["9999"])
    first = data["factors"][0]
    assert (first["factor"], first["name"]) == (1, "Knowledge Required by the Position")
    assert {"level", "points", "page", "text"} <= set(first["levels"][0])
    assert data["conversion"][0] == {"grade": 3, "min": 455, "max": 650, "page": "1"}
    assert data["status"] == "added"


def test_an_imported_standard_scores_and_cites_its_own_pages(lamps: Path) -> None:
    imported(lamps)
    scored = json.loads(done("score", "-", "--json", stdin=request("gs-9999")))
    assert (scored["total"], scored["grade"]) == (865, "GS-5")
    citation = scored["factors"][0]["citation"]
    assert citation["document"].endswith("Lamp Tending Series, GS-9999")
    assert citation["page"] == "2"


def test_a_file_kept_is_checked_again_only_when_a_hand_has_changed_it(
    lamps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(lamps)
    (kept,) = standards_folder().glob("gs-9999/*.toml")
    text = kept.read_text(encoding="utf-8")
    checked: list[str] = []
    check = core.standards.reading.check_standard

    def watched(raw: dict[str, Any], where: str) -> None:
        checked.append(where)
        check(raw, where)

    monkeypatch.setattr("core.standards.reading.check_standard", watched)

    def score(content: str) -> Result:
        kept.write_text(content, encoding="utf-8")
        forget_standards()
        checked.clear()
        return fes("score", "-", stdin=request("gs-9999"))

    assert score("# A remark of mine.\n" + text).exception is None
    assert not checked
    # A file of an earlier version says nothing of what was checked.
    unmarked = [line for line in text.splitlines() if not line.startswith(CHECKED)]
    assert score("\n".join(unmarked)).exception is None
    assert checked == [f"gs-9999/{kept.name}"]
    error = score(text.replace('level = "1-2"', 'level = "1-9"', 1)).exception
    assert isinstance(error, StandardError)
    assert "which stands after 1-9" in error.message
    assert checked == [f"gs-9999/{kept.name}"]


def test_a_draft_that_was_refused_does_not_say_that_it_was_checked() -> None:
    assert CHECKED not in write_file({"id": "gs-9999"})


def test_the_same_file_twice_is_unchanged_under_any_name(lamps: Path, tmp_path: Path) -> None:
    imported(lamps)
    assert imported(lamps)["status"] == "unchanged"
    other = tmp_path / "renamed.pdf"
    other.write_bytes(lamps.read_bytes())
    assert imported(other)["status"] == "unchanged"


def test_nothing_doubtful_scores_until_a_person_confirms(ferry: Path) -> None:
    assert imported(ferry)["doubts"][0]["confirmed"] is False
    said = refused("score", "-", stdin=request("gs-9998")).sentence()
    assert "nobody has settled" in said
    assert "Level 2-1" in said
    assert imported(ferry, "--confirm")["status"] == "confirmed"
    assert done("score", "-", stdin=request("gs-9998")).startswith("GS-5")
    again = imported(ferry)
    assert (again["status"], again["doubts"][0]["confirmed"]) == ("unchanged", True)


def test_confirm_takes_the_id_and_lists_what_was_confirmed(ferry: Path) -> None:
    imported(ferry)
    assert "is read as Level 2-1" in done("standards", "confirm", "gs-9998")
    assert "no open doubt" in done("standards", "confirm", "gs-9998")
    assert done("score", "-", stdin=request("gs-9998")).startswith("GS-5")


def test_confirm_refuses_what_was_not_read_in(ferry: Path) -> None:
    assert "fes standards import" in refused("standards", "confirm", "gs-0318").sentence()
    imported(ferry)
    assert "gs-9998" in refused("standards", "confirm", "../gs-9998").sentence()


def test_points_not_printed_are_the_primary_standards_and_say_so(tmp_path: Path) -> None:
    path = tmp_path / "tides.pdf"
    path.write_bytes(fictional.pointless_pdf()[0])
    imported(path, "--confirm")
    scored = json.loads(done("score", "-", "--json", stdin=request("gs-9993")))
    assert scored["total"] == 865
    assert scored["factors"][0]["citation"]["document"].startswith("Introduction to the Position")


def test_a_new_edition_stands_beside_the_old_one_by_its_date(lamps: Path, tmp_path: Path) -> None:
    imported(lamps)
    later = tmp_path / "lamps-2.txt"
    rows = fictional.tabled_text()[0].decode().replace("Kite Signal Series, GS-9997",
                                                        "Lamp Tending Series, GS-9999")  # fmt: skip
    later.write_text(rows, "utf-8")
    assert imported(later)["edition"] == "2003-06"
    held = json.loads(done("standards", "list", "--json"))
    editions = {one["edition_id"]: one["status"] for one in held if one["id"] == "gs-9999"}
    assert editions == {"1988-04": "superseded", "2003-06": "in_force"}
    levels = {**LEVELS, "9": "9-1"}
    for day, edition in (("2003-05-31", "1988-04"), ("2003-06-01", "2003-06")):
        body = json.dumps({"standard": "gs-9999", "levels": levels, "as_of": day})
        scored = json.loads(done("score", "-", "--json", stdin=body))
        assert scored["edition"] == edition


def test_a_standard_with_a_fault_in_its_table_is_shown_but_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "bells.txt"
    path.write_bytes(fictional.doubtful_text()[0])
    data = imported(path, "--confirm")
    assert data["status"] == "not kept"
    assert "overlaps" in data["hindrance"]
    assert "there is no standard" in refused("score", "-", stdin=request("gs-9995")).sentence()
    assert "draft" in done("standards", "import", str(path))


def test_what_was_read_can_be_told_by_a_person(ferry: Path, capsys: Any) -> None:
    said = done("standards", "import", str(ferry))
    assert "1-3 350 (paragraph 8)" in said
    assert "fes standards confirm gs-9998" in " ".join(said.split())
    assert all(len(line) <= 80 for line in said.splitlines())


def test_scoring_creates_no_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "nowhere"
    monkeypatch.setenv("FES_HOME", str(home))
    done("score", "-", stdin=request("fes-primary"))
    done("benchmarks")
    assert not home.exists()


def test_an_unreadable_file_leaves_the_standards_as_they_were(tmp_path: Path) -> None:
    for name, data in (("a.pdf", b"%PDF-1.4 broken"), ("b.txt", b""), ("c.docx", b"PK\x03\x04")):
        path = tmp_path / name
        path.write_bytes(data)
        assert isinstance(refused("standards", "import", str(path)), DocumentError)
    assert isinstance(refused("standards", "import", str(tmp_path / "none.pdf")), DocumentError)
    assert not (tmp_path / "fes-home" / "standards").exists()


def test_an_id_or_an_edition_from_a_person_is_no_path(lamps: Path) -> None:
    for option, value in (("--id", "../../x"), ("--id", "A B"), ("--edition", "2001-13"),
                          ("--edition", "../2001-12")):  # fmt: skip
        error = refused("standards", "import", str(lamps), option, value)
        assert isinstance(error, UsageError)


def test_an_edition_that_is_not_printed_can_be_given(tmp_path: Path) -> None:
    path = tmp_path / "kites.txt"
    path.write_bytes(fictional.tabled_text()[0].replace(b"Issued: June 2003", b""))
    assert [one["code"] for one in imported(path)["doubts"]] == ["edition-not-printed"]
    data = imported(path, "--edition", "2003-06")
    assert (data["edition"], data["doubts"]) == ("2003-06", [])
    held = json.loads(done("standards", "list", "--json"))
    assert [one["edition_id"] for one in held if one["id"] == "gs-9997"] == ["2003-06"]


def test_words_that_look_like_data_stay_words(tmp_path: Path) -> None:
    """Quotation marks, brackets and control sequences in a document end up inside its words."""
    text = fictional.tabled_text()[0].decode().replace(
        "The tender climbs", "'''\nconfirmed = false\n[[doubts]]\n\x1b[31m\"\\u0041\" The tender"
    )  # fmt: skip
    path = tmp_path / "hostile.txt"
    path.write_text(text, "utf-8")
    imported(path)
    said = done("standards", "import", str(path))
    assert "\x1b" not in said
    assert load_standard("gs-9997").doubts == ()


@pytest.mark.parametrize("text", ["plain", "it's", "a\nb", "'''", "ends in '", 'say "x"\\n', "é⎯😀",
                                  "\x7f\x01", "\n\nopens with lines"])  # fmt: skip
def test_every_text_reads_back_from_the_file_as_it_was(text: str) -> None:
    assert tomllib.loads(write_file({"x": text}))["x"] == text


def test_benchmarks_are_found_by_words_series_grade_and_level(lamps: Path) -> None:
    assert "fes standards import" in done("benchmarks")
    imported(lamps)

    def found(*arguments: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = json.loads(done("benchmarks", *arguments, "--json"))
        return rows

    assert [one["grade"] for one in found("--kind", "benchmark")] == [4, 5]
    assert found("--grade", "5")[0]["levels"]["1"] == "1-3"
    assert {one["kind"] for one in found("--level", "4-2")} == {"benchmark", "illustration"}
    assert found("--series", "318") == []
    best = found("sample lamp nothing else", "-k", "1")[0]
    assert best["kind"] == "illustration"
    assert best["text"].startswith("- Tends the sample lamp")
    assert len(found()) == 8
    assert len(found("-k", "3")) == 3
    assert "None of the 8" in done("benchmarks", "--grade", "15")


def test_a_guide_without_points_grades_once_its_doubt_is_confirmed(tmp_path: Path) -> None:
    path = tmp_path / "watch.pdf"
    path.write_bytes(fictional.narrative_pdf()[0])
    assert imported(path)["status"] == "added"
    (guide,) = (tmp_path / "fes-home" / "guides").glob("*/*.toml")
    case = tmp_path / "case.toml"
    case.write_text(
        f'title = "Tide watcher"\nguide = "{guide.parent.name}"\n'
        "levels = { nature_of_assignment = 4, level_of_responsibility = 4 }\n",
        "utf-8",
    )
    assert "nobody has settled" in refused("guide", str(case)).sentence()
    said = done("standards", "import", str(path), "--confirm")
    assert f'"{guide.parent.name}" in the case' in said
    graded = json.loads(done("guide", str(case), "--json"))
    assert graded["grade"] == "GS-4"
    assert json.loads(done("guide", str(case), "--guide", str(guide), "--json")) == graded
    assert imported(path)["status"] == "unchanged"


def test_a_file_without_the_mark_of_a_check_is_checked_once(lamps: Path) -> None:
    imported(lamps)
    (path,) = standards_folder().glob("*/*.toml")
    text = path.read_text("utf-8")
    path.write_text("".join(line for line in text.splitlines(keepends=True)
                            if not line.startswith(CHECKED)), "utf-8")  # fmt: skip
    forget_standards()
    assert done("score", "-", stdin=request("gs-9999")).startswith("GS-")
    assert path.read_text("utf-8").count(CHECKED) == 1
    assert tomllib.loads(path.read_text("utf-8")) == tomllib.loads(text)


def test_every_doubt_there_can_be_is_explained() -> None:
    root = Path(__file__).resolve().parents[3]
    sources = [*(root / "index" / "standards").rglob("*.py")]
    codes = {
        code
        for path in sources
        for code in re.findall(r'doubtful\(\s*"([a-z-]+)"', path.read_text("utf-8"))
    }
    assert len(codes) > 20
    told = (root / "docs" / "importing.md").read_text("utf-8")
    assert sorted(code for code in codes if f"`{code}`" not in told) == []


def test_a_zip_bomb_is_refused_quickly(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", "<Types/>")
        bomb.writestr("word/document.xml", b"0" * 300_000_000)
    assert isinstance(refused("standards", "import", str(path)), DocumentError)
