"""Borderline totals: which are, what deviates from the usual pattern, what to look at again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.fes.grading import evaluate_case, evaluate_levels
from core.fes.patterns.typical_levels import tables
from core.fes.points import rate_levels, rate_rows, rate_total, resolve
from core.fes.review import borderline_notice, review, smallest_step
from core.model import Case, Classification
from core.standards.catalog import Catalog, load_table
from tests.core_.conftest import WORKED

TABLE = load_table("fes-primary", WORKED)
DECISION = dict(
    zip(
        "123456789",
        ("1-7", "2-4", "3-3", "4-4", "5-3", "6-3", "7-3", "8-2", "9-1"),
        strict=True,
    )
)
complete_levels = st.fixed_dictionaries(
    {factor.key: st.sampled_from(factor.ladder()) for factor in TABLE.factors}
)


def test_the_smallest_step_is_the_one_of_factors_6_8_and_9() -> None:
    assert smallest_step(TABLE) == 15


def test_neighbouring_cells_of_a_chart_are_its_steps(fictional_catalog: Catalog) -> None:
    # 1A 30 to 2A 45 is the smallest; 2B 75 and 3A 80 are no neighbours.
    assert smallest_step(fictional_catalog.table("gs-9990")) == 15


@given(complete_levels)
def test_borderline_is_what_any_single_level_would_carry_across(levels: dict[str, str]) -> None:
    """The definition the other way round: the weakest single step changes the grade."""
    rating = rate_levels("fes-primary", levels)
    found = review(rating)
    grades = {
        sign: TABLE.grade_row(max(190, rating.total + sign * 15)) != rating.row for sign in (1, -1)
    }
    assert (found is not None) is any(grades.values())
    if found is not None:
        assert found.distance <= 15
        assert found.grade == (found.above if found.barely_above else found.below)
        assert grades[-1 if found.barely_above else 1]
        assert sorted(found.again) == sorted(levels)


@given(complete_levels)
def test_deviations_are_levels_no_table_shows_at_the_grade(levels: dict[str, str]) -> None:
    rating = rate_levels("fes-primary", levels)
    found = review(rating)
    if found is None:
        return
    grade = TABLE.conversion[rating.row].grade
    columns = [c for t in tables() for c in t.columns if c.grade == grade]
    shown = {level for c in columns for cell in c.levels.values() for level in cell}
    expected = {level for level in levels.values() if columns and level not in shown}
    assert {one.level for one in found.deviations} == expected


def test_the_decision_with_level_2_5_is_just_above_gs_12() -> None:
    rating = rate_levels("fes-primary", {**DECISION, "2": "2-5"})
    found = review(rating, ["0080"])
    assert found is not None
    assert (found.total, found.grade, found.below, found.above) == (2755, "GS-12", "GS-11", "GS-12")
    assert found.barely_above
    assert found.distance == 5
    assert (found.tables, found.pages) == ((1, 2), ("14", "15"))
    # Table 1 and 2, GS-12: 2-4, 3-4 and 5-4. The level above the usual one is the first suspect.
    assert [one.level for one in found.deviations] == ["2-5", "3-3", "5-3"]
    assert [one.steps for one in found.deviations] == [1, -1, -1]
    assert found.again[:3] == ("2", "3", "5")
    finding = borderline_notice(rating, ["0080"])
    assert finding is not None
    assert "Factor 2 at Level 2-5 (shown: 2-4)" in finding["message"]
    assert "Re-examine Factors 2, 3 and 5 first" in finding["message"]
    assert finding["message"].endswith("If they hold, GS-12 stands.")
    assert finding["citation"]["page"] == "11"


def test_just_below_a_cutoff_the_level_lower_than_usual_is_the_first_suspect() -> None:
    # 2,745: ten points short of GS-12. At GS-11 the tables show 3-3.
    rating = rate_levels("fes-primary", {**DECISION, "3": "3-4", "9": "9-2"})
    assert rating.total == 2745
    found = review(rating, ["0343"])
    assert found is not None
    assert not found.barely_above
    assert found.distance == 10
    assert [one.level for one in found.deviations] == ["3-4"]


def test_one_grade_work_is_compared_with_its_own_tables() -> None:
    # 855, just above GS-4: Tables 3 and 4 have a column for GS-5, Tables 1 and 2 as well.
    levels = ("1-4", "2-2", "3-1", "4-2", "5-1", "6-2", "7-1", "8-1", "9-1")
    rating = rate_levels("fes-primary", dict(zip("123456789", levels, strict=True)))
    assert (rating.total, rating.grade) == (855, "GS-5")
    one_grade, two_grade = review(rating, ["0303"]), review(rating, ["0343"])
    assert one_grade is not None
    assert two_grade is not None
    assert (one_grade.tables, two_grade.tables) == ((3, 4), (1, 2))
    # Table 3 shows 1-4 at GS-5, Tables 1 and 2 show 1-5 only.
    assert "1-4" not in [one.level for one in one_grade.deviations]
    assert "1-4" in [one.level for one in two_grade.deviations]


def test_a_bare_total_has_no_pattern() -> None:
    finding = borderline_notice(rate_total("fes-primary", 2755))
    assert finding is not None
    assert "No levels are given" in finding["message"]


def test_a_grade_the_tables_do_not_print_says_so() -> None:
    # GS-10 stands in no table.
    levels = {**DECISION, "2": "2-3", "4": "4-3", "6": "6-4", "8": "8-1"}
    rating = rate_levels("fes-primary", levels)
    assert (rating.total, rating.grade) == (2340, "GS-10")
    finding = borderline_notice(rating)
    assert finding is not None
    assert "prints no typical pattern for GS-10" in finding["message"]


def test_nothing_is_said_of_a_total_well_inside_its_grade() -> None:
    assert review(rate_levels("fes-primary", DECISION)) is None


def test_a_cell_of_a_chart_is_compared_by_its_numbered_level(fictional_catalog: Catalog) -> None:
    table = fictional_catalog.table("gs-9990")
    # 1,860 points, just above GS-9, where the tables show 6-2 or 6-3 and never 6-4 or 6-1.
    levels = {"1": "1-6", "2": "2-3", "3": "3-3", "4": "4-3", "5": "5-3", "8": "8-2", "9": "9-1"}
    rating = rate_rows(table, resolve(table, {**levels, "6": "6-1", "7": "7-A"}), None)
    assert rating.total == 1855
    found = review(rating)
    assert found is not None
    assert "6-1" in [one.level for one in found.deviations]
    assert not any(one.level.startswith("7-") for one in found.deviations)
    assert {"6", "7"} <= set(found.again)


def test_a_case_is_compared_with_the_tables_of_its_series() -> None:
    case = Case(
        title="x", levels={**DECISION, "2": "2-5"}, current=Classification(series="0080", grade=11)
    )
    scored = evaluate_case(case).evaluation
    (told,) = [f for f in scored.findings if f.code == "borderline-total"]
    assert "Tables 1 and 2, pp. 14 and 15" in told.message
    without = evaluate_levels("fes-primary", {**DECISION, "2": "2-5"})
    assert without.fingerprint != scored.fingerprint
    (told,) = [f for f in without.findings if f.code == "borderline-total"]
    assert "Tables 1 and 2, pp. 14 and 15" in told.message


@pytest.mark.corpus
def test_the_handbook_prints_the_review_where_it_is_cited(corpus: Path) -> None:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(corpus / "standards" / "classifier-handbook.pdf")
    pages = [pdf[index].get_textpage().get_text_range() for index in (10, 11)]
    assert "Borderline Total Points" in pages[0]
    assert re.search(r"Personnel Management 11\s*$", pages[0])
    assert re.search(r"review the evaluation of each factor level", pages[1])
    assert re.search(r"Personnel Management 12\s*$", pages[1])
    # The Handbook names no number of points; the core's measure is its own and says so.
    assert not re.search(r"\d+ points", pages[0][pages[0].index("Borderline") :])
