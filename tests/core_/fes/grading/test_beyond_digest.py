"""A level may be sought that a partial edition does not hold: said so, and nothing else refused."""

from __future__ import annotations

import pytest

from core.appeals.stakes import stakes
from core.errors import LevelError
from core.fes.cases import parse_case
from core.fes.grading import evaluate_case
from core.fes.opened import open_case
from core.fes.whatif.thresholds import sought_total
from core.standards.catalog import load_table

CASE = """
title = "A fictional guard post"
standard = "gs-0080"
as_of = 2025-06-02

[levels]
1 = "1-7"
2 = "2-4"
3 = "3-3"
4 = "4-4"
5 = "5-3"
6 = "6-3"
7 = "7-3"
8 = "8-2"
9 = "9-1"

[sought]
1 = "{sought}"
2 = "2-5"
"""


def test_a_level_beyond_the_digest_is_neither_credited_nor_refused() -> None:
    case = parse_case(CASE.format(sought="1-9"), where="case.toml", fmt="toml")
    assert case.sought == {"1": "1-9", "2": "2-5"}
    evaluation = evaluate_case(case).evaluation
    told = [f for f in evaluation.findings if f.code == "sought-not-in-digest"]
    assert [f.severity for f in told] == ["warning"]
    assert "Level 1-9" in told[0].message
    assert "Primary Standard" in told[0].message
    assert "1,850 points" in told[0].message
    assert {str(f.factor): f.level for f in evaluation.factors}["1"] == "1-7"


def test_the_reason_says_that_such_a_level_is_sought() -> None:
    case = parse_case(CASE.format(sought="1-9"), where="case.toml", fmt="toml")
    credit = evaluate_case(case).credits[0]
    assert (credit.sought, credit.level) == ("1-9", "1-7")
    assert "Level 1-9 is sought" in credit.reason
    assert "no higher level is sought" not in credit.reason


def test_all_that_is_sought_counts_it_by_the_points_of_the_primary_standard() -> None:
    case = parse_case(CASE.format(sought="1-9"), where="case.toml", fmt="toml")
    opened = open_case(case)
    held = load_table("fes-primary").by_factor["1"].by_level["1-9"].points
    gain = held - opened.table.by_factor["1"].by_level["1-7"].points
    without = sought_total(open_case(case.model_copy(update={"sought": {"2": "2-5"}})))
    assert sought_total(opened).total == without.total + gain


def test_a_level_of_record_is_not_taken_from_the_primary_standard() -> None:
    case = parse_case(CASE.format(sought="1-8"), where="case.toml", fmt="toml")
    changed = case.model_copy(update={"levels": {**case.levels, "1": "1-9"}})
    with pytest.raises(LevelError, match="not known"):
        evaluate_case(changed)


def test_what_is_at_stake_counts_it_and_says_whose_points_they_are() -> None:
    case = parse_case(CASE.format(sought="1-9"), where="case.toml", fmt="toml")
    opened = open_case(case)
    found = stakes(opened, evaluate_case(case).levels, held=11)
    assert found is not None
    assert found.best_total == sought_total(opened).total
    assert "Level 1-9" in found.lent
    assert "Primary Standard" in next(one.text for one in found.lines if one.code == "win")


def test_a_level_that_no_standard_has_is_refused_as_before() -> None:
    with pytest.raises(LevelError):
        parse_case(CASE.format(sought="1-12"), where="case.toml", fmt="toml")


def test_a_level_within_the_digest_needs_no_warning() -> None:
    case = parse_case(CASE.format(sought="1-8"), where="case.toml", fmt="toml")
    codes = {f.code for f in evaluate_case(case).evaluation.findings}
    assert "sought-not-in-digest" not in codes
