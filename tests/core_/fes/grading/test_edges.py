"""Grading at its edges: what a fingerprint covers, tables that end, standards without notes."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import VERSION
from core.errors import LevelError, StandardError
from core.fes.assembly import evaluation_data, evaluation_json
from core.fes.grading import evaluate_case
from core.fes.opened import open_case
from core.fes.points import (
    Rating,
    no_levels,
    no_range,
    open_table,
    rate_levels,
    rate_total,
    side_levels,
)
from core.fes.review import borderline_notice, smallest_step
from core.model import Case, Classification, Extension, Finding, Offset
from core.standards.catalog import Catalog
from core.standards.reading import check_standard, load_standard
from tests.core_.conftest import WORKED

ROOT = Path(__file__).resolve().parents[4]
FILE = ROOT / "tests" / "golden" / "standards" / "gs-9990" / "2001-06.toml"
PRIMARY = open_table("fes-primary", WORKED)
LEVELS = {"1": "1-6", "2": "2-3", "3": "3-3", "4": "4-3", "5": "5-3", "6": "6-2", "7": "7-B"}
OTHERS = {"8": "8-1", "9": "9-1"}


def written_out(inputs: Mapping[str, object], as_of: str | None = None) -> str:
    """The fingerprint as its definition has it: sha256 of all that decides, keys in order."""
    everything = {
        "as_of": as_of,
        "content": PRIMARY.content,
        "edition": PRIMARY.edition_id,
        "inputs": inputs,
        "program": VERSION,
        "standard": "fes-primary",
    }
    text = json.dumps(everything, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def test_a_case_is_fingerprinted_by_what_decides_it(levels: dict[str, str]) -> None:
    claim = Offset(
        shortfall="2-4.review", balanced_by="2-5.responsibility", reason="As weighty.", by="one"
    )
    answers = {
        "2-4.review": "not_met", "2-5.responsibility": "met", "2-5.assignment": "met",
    }  # fmt: skip
    case = Case(
        title="Not covered",
        levels=levels,
        sought={"2": "2-5"},
        findings=tuple(Finding(aspect=a, answer=b) for a, b in answers.items()),  # type: ignore[arg-type]
        offsets=(claim,),
    )
    assert evaluate_case(case).evaluation.fingerprint == written_out(
        {
            "levels": levels,
            "sought": {"2": "2-5"},
            "findings": answers,
            "offsets": [["2-4.review", "2-5.responsibility", "As weighty.", "one"]],
        }
    )


def test_the_series_is_fingerprinted_where_it_decides_what_is_said(
    levels: dict[str, str],
) -> None:
    even = {**levels, "2": "2-2"}
    series = Classification(series="0080")
    case = Case(title="x", levels=even, current=series, requested=series)
    evaluation = evaluate_case(case).evaluation
    assert evaluation.grade == "GS-10"
    assert "even-grade" in [found.code for found in evaluation.findings]
    assert evaluation.fingerprint == written_out({"levels": even, "series": ["0080"]})


# --- totals beside the table -------------------------------------------------------------


@given(st.integers(191, 4054))
def test_a_total_between_two_ranges_names_both(total: int) -> None:
    rows = PRIMARY.conversion
    if any(row.min <= total and (row.max is None or total <= row.max) for row in rows):
        return
    said = no_range(PRIMARY, total)
    below = max((row for row in rows if row.min < total), key=lambda row: row.min)
    above = min((row for row in rows if row.min > total), key=lambda row: row.min)
    assert (
        f"{below.label}, {below.min:,} to {below.max:,}, and {above.label}, {above.min:,}" in said
    )
    assert f"p. {below.page}" in said


def test_a_total_beside_a_table_of_two_pages_or_with_an_end() -> None:
    first, second, third, *_ = PRIMARY.conversion
    rows = (first, second._replace(page="9"), third._replace(page="10"))
    table = replace(PRIMARY, conversion=rows, floors=tuple(row.min for row in rows))
    assert no_range(table, 252).endswith("GS-2, 255 to 450 (pp. 56 and 9)")
    assert no_range(table, 651).endswith("conversion table, which ends at 650 (p. 10)")
    assert no_range(table, 189).endswith("which begins at 190 (p. 56)")
    assert no_range(table, 0).startswith("0 points lie")
    assert no_range(table, 1).startswith("1 point lies")


@pytest.mark.parametrize(
    ("total", "nearest"),
    [(12, "totals are 10 and 25"), (5, "total is 10"), (26, "total is 25")],
)
def test_the_totals_next_to_an_impossible_one(total: int, nearest: str) -> None:
    assert f"the nearest possible {nearest}" in no_levels(PRIMARY, total, {25, 10})


def test_fields_are_named_whether_or_not_the_input_is() -> None:
    for wrong in (100, 2352, 2556, "2555"):
        with pytest.raises(LevelError) as caught:
            rate_total("fes-primary", wrong)
        assert caught.value.where == "total"
        with pytest.raises(LevelError) as caught:
            rate_total("fes-primary", wrong, where="x.json")
        assert caught.value.where == "x.json: total"
    with pytest.raises(StandardError) as unknown:
        rate_total("gs-nothing", 2555, where="x.json")
    assert unknown.value.where == "x.json: standard"


# --- variations of the fictional standard ------------------------------------------------


def variation(change: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make known the fictional standard with one passage of its file changed."""
    root = tmp_path / "standards"
    shutil.copytree(ROOT / "core" / "standards" / "data", root)
    (root / "gs-9990").mkdir()
    text = FILE.read_text("utf-8")
    assert change[0] in text
    (root / "gs-9990" / "2001-06.toml").write_text(text.replace(*change, 1), encoding="utf-8")
    catalog = Catalog(root, check=check_standard)
    monkeypatch.setattr("core.standards.catalog.default_catalog", lambda: catalog)


def test_a_standard_without_notes_is_written_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = FILE.read_text("utf-8")
    start, end = text.index("[[notes]]"), text.index("# --- Factor 1")
    variation((text[start:end], ""), tmp_path, monkeypatch)
    unlikely = {**LEVELS, **OTHERS, "6": "6-1", "7": "7-D"}
    for levels, codes in ((LEVELS | OTHERS, []), (unlikely, ["unlikely-combination"])):
        rating = rate_levels("gs-9990", levels)
        data = evaluation_data(rating)
        assert json.loads(evaluation_json(rating)) == data
        assert [found["code"] for found in data["findings"]] == codes


PARTIAL = ('method = "fes"\n', 'method = "fes"\npartial = true\nunknown = ["1-4", "7-E"]\n')


def test_a_partial_edition_names_field_and_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    variation(PARTIAL, tmp_path, monkeypatch)
    with pytest.raises(LevelError) as caught:
        rate_levels("gs-9990", {**LEVELS, **OTHERS, "1": "1-4"}, where="x.json")
    assert caught.value.sentence() == (
        "x.json: levels.1: Level 1-4 is not known: this edition of the standard is partial. The "
        "levels of Factor 1 it knows are 1-5, 1-6, 1-7. Read Level 1-4 in the standard itself."
    )
    with pytest.raises(LevelError) as caught:
        rate_total("gs-9990", 1885, where="x.json")
    assert caught.value.sentence() == (
        "x.json: total: the total is 1885, but this edition is partial, and whether any levels "
        "add up to it is not known. Give the level of each factor."
    )


def extended_by(levels: dict[str, Any]) -> Rating:
    """Rate levels of a case whose Factor 1 the Primary Standard rates."""
    given = {"standard": "gs-9990", "levels": levels, "extensions": [{"factor": 1, "reason": "x"}]}
    return open_case(Case.model_validate({"title": "x", **given})).rate(levels)


def test_an_extended_ladder_holds_each_level_once(tide_office: str) -> None:
    levels: dict[str, Any] = {**LEVELS, **OTHERS, "1": "1-3"}
    extended = extended_by(levels)
    assert extended.table.by_factor["1"].ladder() == ("1-3", "1-4", "1-5", "1-6", "1-7")
    above = extended_by({**levels, "1": "1-9"})
    assert above.table.by_factor["1"].ladder() == ("1-5", "1-6", "1-7", "1-8", "1-9")
    own = [level for level in extended.table.by_factor["1"].levels if level.cited is None]
    assert [level.level for level in own] == ["1-5", "1-6", "1-7"]


def test_the_first_level_of_all_may_lie_below_a_standard() -> None:
    """GS-0200 describes Factor 4 from Level 4-2 up."""
    levels = {**LEVELS, **OTHERS, "1": "1-7", "4": "4-1"}
    with pytest.raises(LevelError) as caught:
        rate_levels("gs-0200", levels, where="x.json")
    assert "lies below the lowest level described, give extensions" in caught.value.hint


@pytest.mark.parametrize(
    ("standard", "levels", "field"),
    [
        ("fes-primary", {"2": "2-9"}, "2"),
        ("gs-0200", {"2": "2-9"}, "2"),
        ("gs-0200", {"2": "2-9", "6": "6-2"}, "2"),
        ("gs-0200", {"6": "6-9"}, "6"),
        ("gs-0200", {"Factor 7": "7-Z", "1": "1-7"}, "7"),
        ("gs-0200", {"6": "6-2", "7": "7-Z"}, "7"),
    ],
)
def test_a_wrong_level_of_some_factors_names_the_field(
    standard: str, levels: dict[str, str], field: str
) -> None:
    table = open_table(standard, None)
    with pytest.raises(LevelError) as caught:
        side_levels(table, levels, where="x.json", name="sought", complete=False)
    assert caught.value.where == f"x.json: sought.{field}"
    with pytest.raises(LevelError) as caught:
        side_levels(table, levels, complete=False)
    assert caught.value.where == f"levels.{field}"


def test_the_levels_of_some_factors_of_a_chart() -> None:
    table = open_table("gs-0200", None)
    found = side_levels(table, {"7": "C", "Factor 2": "Level 2-4"}, complete=False)
    assert found == {"2": "2-4", "7": "7-C"}
    assert side_levels(table, {"6/7": "2C"}, complete=False) == {"6": "6-2", "7": "7-C"}
    for some in ({"7": "7-C"}, {"6": "6-2", "7": "7-C"}):
        with pytest.raises(LevelError, match="no level is given"):
            side_levels(table, some)
    with pytest.raises(LevelError, match="no level is given"):
        side_levels(PRIMARY, {"1": "1-7"})
    assert side_levels(PRIMARY, {"1": "1-7"}, complete=False) == {"1": "1-7"}


# --- where a level's points stand --------------------------------------------------------


def test_a_level_rated_by_the_primary_standard_is_cited_from_it(tide_office: str) -> None:
    levels = {**LEVELS, **OTHERS, "1": "1-4"}
    rating = extended_by(levels)
    first, second = evaluation_data(rating)["factors"][:2]
    assert first["citation"] == {
        "document": PRIMARY.document,
        "edition": PRIMARY.edition,
        "page": "44",
        "section": "Appendix 3, Level 1-4",
    }
    assert second["citation"]["document"].startswith("Fictional")
    assert second["citation"]["section"].endswith("Level 2-3")


def test_points_printed_elsewhere_are_cited_from_there() -> None:
    """Of Level 2-5 of GS-0080 the decision held here prints no points; Appendix 3 does."""
    levels = {
        "1": "1-7", "2": "2-5", "3": "3-3", "4": "4-4", "5": "5-3", "6": "6-3", "7": "7-3",
        "8": "8-2", "9": "9-1",
    }  # fmt: skip
    rating = rate_levels("gs-0080", levels)
    first, second = evaluation_data(rating)["factors"][:2]
    assert first["citation"]["document"].startswith("OPM classification appeal decision")
    assert second["citation"] == {
        "document": PRIMARY.document,
        "edition": PRIMARY.edition,
        "page": "47",
        "section": "Appendix 3, Level 2-5",
    }
    assert json.loads(evaluation_json(rating)) == evaluation_data(rating)


def test_what_a_case_says_is_kept_beside_an_extension(tide_office: str) -> None:
    case = Case(
        title="x",
        standard="gs-9990",
        levels={**LEVELS, **OTHERS, "1": "1-4", "2": "2-3"},
        sought={"2": "2-4"},
        findings=(Finding(aspect=_aspect_of("gs-9990", "2-4"), answer="not_met"),),
        extensions=(Extension(factor=1, reason="A trainee."),),
    )
    codes = [found.code for found in evaluate_case(case).evaluation.findings]
    assert {"examples-not-thresholds", "primary-extension"} <= set(codes)


def _aspect_of(standard: str, level: str) -> str:
    return next(
        aspect.id
        for factor in load_standard(standard).factors
        for one in factor.levels
        for aspect in one.aspects
        if one.level == level
    )


def test_a_level_without_a_named_input_is_named_by_its_field_alone() -> None:
    with pytest.raises(LevelError) as caught:
        rate_levels("fes-primary", {"2": "2-9"})
    assert caught.value.where == "levels.2"


# --- borderline totals -------------------------------------------------------------------


def test_a_standard_with_one_level_a_factor_has_no_borderline() -> None:
    factor = PRIMARY.factors[8]
    alone = replace(factor, levels=factor.levels[:1])
    assert smallest_step(replace(PRIMARY, content="one level", factors=(alone,))) == 0
    both = replace(factor, levels=factor.levels[:2])
    assert smallest_step(replace(PRIMARY, content="two levels", factors=(both,))) == 15


def test_each_level_a_pattern_shows_is_named() -> None:
    """Tables 1 and 2 (pp. 14-15) show Levels 7-2 and 7-3 at GS-11."""
    levels = {
        "1": "1-9", "2": "2-4", "3": "3-1", "4": "4-4", "5": "5-3", "6": "6-1", "7": "7-1",
        "8": "8-1", "9": "9-1",
    }  # fmt: skip
    found = borderline_notice(rate_levels("fes-primary", levels))
    assert found is not None
    assert "Factor 7 at Level 7-1 (shown: 7-2 or 7-3)" in found["message"]
    assert "Factor 1 at Level 1-9 (shown: 1-7)" in found["message"]
