"""Supervisory requests understood as people write them: grades, ranks, shares, lists and null."""

from __future__ import annotations

import pytest

from core.supervisory import parse_supervisory
from core.supervisory.inputs import SupervisoryRequest
from core.supervisory.models import evaluate_supervisory
from core.supervisory.parts import Authorities
from tests.core_.supervisory.right import GOOD, LEVELS, with_


@pytest.mark.parametrize(
    "key", ["situations", "base", "workload", "deputy", "coverage", "reporting", "authorities"]
)
def test_null_means_not_given(key: str) -> None:
    assert parse_supervisory(with_(**{key: None})) == parse_supervisory(
        {k: v for k, v in GOOD.items() if k != key}
    )


def test_a_rank_is_told_without_stray_blanks() -> None:
    found = evaluate_supervisory(parse_supervisory(with_(deputy=" Executive  Level IV ")))
    assert "has the rank Executive Level IV, above" in (found.undetermined or "")


def test_the_method_not_named_is_the_workload() -> None:
    base = parse_supervisory(GOOD).base
    assert base is not None
    assert base.method == "workload"


def test_authorities_may_be_stated_without_lists() -> None:
    levels = {key: level for key, level in LEVELS.items() if key != "3"}
    for paragraph, level in (("3-2a", "3-2"), ("3-3a", "3-3")):
        held = Authorities(met=frozenset({paragraph}))
        found = evaluate_supervisory(SupervisoryRequest(levels=levels, authorities=held))
        assert found.factors[2].level == level


@pytest.mark.parametrize(
    ("spelled", "grade"),
    [(11, "GS-11"), ("11", "GS-11"), ("gs-11", "GS-11"), ("GM–13", "GS-13"), (" GS 09 ", "GS-9")],
)
def test_grades_are_understood_as_people_write_them(spelled: object, grade: str) -> None:
    levels = {key: level for key, level in LEVELS.items() if key != "5"}
    found = evaluate_supervisory(parse_supervisory(with_(levels=levels, base=spelled)))
    assert found.base_grade == grade


@pytest.mark.parametrize(
    "spelled", ["SES", "ses", "ES-3", "Executive Level IV", "EX-IV", "O-7", "General Officer"]
)
def test_ranks_above_grade_15_are_understood(spelled: str) -> None:
    found = evaluate_supervisory(parse_supervisory(with_(deputy={"chief": spelled})))
    assert found.grade is None
    assert f"has the rank {spelled}, above GS-15" in (found.undetermined or "")


@pytest.mark.parametrize("share", [0.4, 40, 40.0])
def test_a_share_below_one_is_a_fraction(share: float) -> None:
    found = evaluate_supervisory(parse_supervisory(with_(base={"grade": 11, "share": share})))
    assert any("40 percent of the workload" in step.text for step in found.derivation)


def test_a_list_of_levels_with_points_is_the_same_request() -> None:
    worth = {"1": 350, "2": 250, "3": 450, "4A": 50, "4B": 75, "5": 800, "6": 1120}
    listed = [
        {"factor": int(key) if key.isdecimal() else key, "level": level, "points": worth[key]}
        for key, level in LEVELS.items()
    ]
    one = evaluate_supervisory(parse_supervisory(with_(levels=listed)))
    assert one == evaluate_supervisory(parse_supervisory(GOOD))


def test_a_stated_total_that_is_the_sum_is_accepted() -> None:
    assert evaluate_supervisory(parse_supervisory(with_(total=3095))).total == 3095
