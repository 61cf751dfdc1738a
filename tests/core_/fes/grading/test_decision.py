"""A real decision, factor by factor: the core earns what OPM printed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core.fes.grading import evaluate_levels
from core.fes.opened import open_case
from core.fes.points import rate_levels
from core.fes.whatif.thresholds import distance, flips, smallest_sets, sought_total
from core.model import Case
from tests.core_.scoring import evaluate_total

Decision = dict[str, Any]


@pytest.mark.parametrize("factor", [str(number) for number in range(1, 10)])
def test_each_factor_earns_the_points_opm_printed(decision: Decision, factor: str) -> None:
    evaluation = evaluate_levels("fes-primary", decision["credited"])
    score = next(score for score in evaluation.factors if str(score.factor) == factor)
    assert score.level == decision["credited"][factor]
    assert score.points == decision["points"][factor]


def test_total_grade_and_range(decision: Decision) -> None:
    evaluation = evaluate_levels("fes-primary", decision["credited"])
    assert evaluation.total == decision["total"]
    assert evaluation.grade == decision["grade"]
    assert [evaluation.margin.floor, evaluation.margin.ceiling] == decision["range"]
    assert evaluation.margin.above_floor == 200
    assert (evaluation.margin.next_grade, evaluation.margin.to_next) == ("GS-12", 200)


def test_the_printed_total_alone_earns_the_same_grade(decision: Decision) -> None:
    evaluation = evaluate_total("fes-primary", decision["total"])
    assert evaluation.grade == decision["grade"]
    assert evaluation.factors == ()


def test_level_2_5_alone_reaches_gs_12_exactly(levels: dict[str, str]) -> None:
    evaluation = evaluate_levels("fes-primary", {**levels, "2": "2-5"})
    assert (evaluation.total, evaluation.grade) == (2755, "GS-12")
    assert evaluation.margin.above_floor == 0
    assert "borderline-total" in [finding.code for finding in evaluation.findings]
    up = [flip for flip in flips(rate_levels("fes-primary", levels)) if flip.direction == "up"]
    assert ("2-5", 2755, "GS-12") in [(f.change.to_level, f.total, f.grade) for f in up]


def test_everything_sought_would_be_gs_13(decision: Decision) -> None:
    case = Case(title="x", levels=decision["credited"], sought=decision["sought"])
    outcome = sought_total(open_case(case))
    assert outcome.total == decision["if_all_sought"]["total"]
    assert outcome.grade == decision["if_all_sought"]["grade"]


def test_smallest_ways_to_gs_12_and_gs_13(decision: Decision) -> None:
    to_12 = smallest_sets(
        rate_levels("fes-primary", decision["credited"]), decision["sought"], "GS-12"
    )
    assert [[change.to_level for change in one.changes] for one in to_12] == [
        ["2-5"],
        ["3-5"],
        ["3-4", "5-4"],
        ["3-4", "4-5"],
        ["4-5", "5-5"],
    ]
    to_13 = smallest_sets(
        rate_levels("fes-primary", decision["credited"]), decision["sought"], "GS-13"
    )
    assert min(len(one.changes) for one in to_13) == 3


def test_distance_to_the_grades_on_both_sides(decision: Decision) -> None:
    measured = distance(rate_levels("fes-primary", decision["credited"]))
    assert (measured.next_grade, measured.to_next) == ("GS-12", 200)
    assert (measured.previous_grade, measured.to_previous) == ("GS-10", 205)
    assert measured.above_floor == 200


@pytest.mark.corpus
def test_the_golden_says_what_the_decision_prints(decision: Decision, corpus: Path) -> None:
    text = (corpus / "decisions" / "C-0080-11-02.txt").read_text(encoding="utf-8")
    for factor, level in decision["credited"].items():
        assert f" {level} {decision['points'][factor]}\n" in text
    assert f"Total {decision['total']:,}" in text
    for level in decision["sought"].values():
        assert f"Level {level}" in text
