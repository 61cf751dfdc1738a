"""Supervisory cases in plain TOML, each derived from the guide's wording, against the core."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from assistant.cli.case.score import compact
from core.supervisory import (
    parse_supervisory,
    score_supervisory,
)
from core.supervisory.models import SupervisoryEvaluation, evaluate_supervisory

FOLDER = Path(__file__).resolve().parents[2] / "golden" / "supervisory"
REQUEST_KEYS = {
    "levels", "situations", "base", "workload", "deputy", "coverage", "reporting",
    "authorities", "nonsupervisory", "total",
}  # fmt: skip
EXPECT_KEYS = {
    "grade", "chart_grade", "base_grade", "total", "levels", "adjustment", "undetermined",
    "findings", "no_findings", "steps", "no_total", "to_next", "above_floor",
}  # fmt: skip


def _cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted(FOLDER.glob("*.toml"))
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]
    ]


CASES = _cases()


@pytest.mark.parametrize("case", CASES)
def test_the_guide_gives_what_the_case_says(case: dict[str, Any]) -> None:
    expect = case["expect"]
    assert set(case["request"]) <= REQUEST_KEYS
    assert set(expect) <= EXPECT_KEYS
    request = {"standard": "gssg", **case["request"]}
    found = evaluate_supervisory(parse_supervisory(request))
    data = score_supervisory(request)
    assert found == SupervisoryEvaluation.model_validate(data)
    assert compact(data) == json.dumps(data, separators=(",", ":"))

    assert found.grade == expect.get("grade")
    if "undetermined" in expect:
        assert found.undetermined is not None
        assert expect["undetermined"] in found.undetermined
    else:
        assert found.undetermined is None
    for key in ("total", "chart_grade", "base_grade"):
        if key in expect:
            assert getattr(found, key) == expect[key], key
    if expect.get("no_total"):
        assert (found.total, found.chart_grade, found.margin) == (None, None, None)
    credited = {str(score.factor): score.level for score in found.factors}
    for factor, level in expect.get("levels", {}).items():
        assert credited[factor] == level
    rule = found.adjustment.rule if found.adjustment else ""
    assert rule == expect.get("adjustment", "")
    codes = [finding.code for finding in found.findings]
    assert set(expect.get("findings", [])) <= set(codes)
    assert not set(expect.get("no_findings", [])) & set(codes)
    assert set(expect.get("steps", [])) <= {step.rule for step in found.derivation}
    for key in ("to_next", "above_floor"):
        if key in expect:
            assert found.margin is not None
            assert getattr(found.margin, key) == expect[key]


@pytest.mark.parametrize("case", CASES)
def test_every_result_is_cited_and_numbered(case: dict[str, Any]) -> None:
    found = evaluate_supervisory(parse_supervisory({"standard": "gssg", **case["request"]}))
    assert [step.step for step in found.derivation] == list(range(1, len(found.derivation) + 1))
    places = [thing.citation for thing in (*found.derivation, *found.findings, *found.factors)]
    assert places
    assert all(place.document and place.edition and place.page.isdecimal() for place in places)
    assert (found.grade is None) is (found.undetermined is not None)
    if found.total is not None and found.factors:
        assert sum(score.points for score in found.factors) == found.total
    assert (found.margin is not None) is (
        found.grade is not None and found.grade == found.chart_grade
    )


def test_there_are_enough_cases_and_each_names_its_page() -> None:
    cases = [param.values[0] for param in CASES]
    assert len(cases) >= 40
    assert len({case["name"] for case in cases}) == len(cases)
    assert all(1 <= int(case["page"]) <= 30 and case["why"] for case in cases)
