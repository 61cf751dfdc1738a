"""A level may be sought that a partial edition does not hold: said so, and nothing else refused."""

from __future__ import annotations

import pytest

from core.errors import LevelError
from core.fes.cases import parse_case
from core.fes.grading import evaluate_case

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
    assert {str(f.factor): f.level for f in evaluation.factors}["1"] == "1-7"


def test_a_level_that_no_standard_has_is_refused_as_before() -> None:
    with pytest.raises(LevelError):
        parse_case(CASE.format(sought="1-12"), where="case.toml", fmt="toml")


def test_a_level_within_the_digest_needs_no_warning() -> None:
    case = parse_case(CASE.format(sought="1-8"), where="case.toml", fmt="toml")
    codes = {f.code for f in evaluate_case(case).evaluation.findings}
    assert "sought-not-in-digest" not in codes
