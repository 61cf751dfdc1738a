"""Positions graded by guides without points, worked by hand."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from core.errors import CaseError, StandardError
from core.narrative.evaluation import NarrativeCase, NarrativeEvaluation, evaluate_narrative
from core.narrative.guide import Guide
from core.reading import build

GOLDENS = Path(__file__).resolve().parents[2] / "golden" / "narrative"
FILES = sorted(GOLDENS.glob("*.toml"))


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def answer(path: Path) -> NarrativeEvaluation:
    data = read(path)
    case = build(NarrativeCase, data["facts"], where=path.name, error=CaseError)
    guide = data.get("guide")
    return evaluate_narrative(
        case,
        None if guide is None else build(Guide, guide, where=path.name, error=StandardError),
    )


def found(result: NarrativeEvaluation) -> dict[str, Any]:
    return {
        "grade": result.grade or "",
        "possible": list(result.possible),
        "criteria": {c.criterion: c.level or "" for c in result.criteria},
        "deciding": {c.criterion: list(c.deciding) for c in result.criteria if c.deciding},
        "below": [c.criterion for c in result.criteria if c.below],
        "codes": [check.code for check in result.findings],
        "ask": [question.field for question in result.questions],
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_answer_is_the_one_worked_by_hand(path: Path) -> None:
    expected = read(path)["expect"]
    given = found(answer(path))
    assert "grade" in expected
    assert {key: given[key] for key in expected} == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_grade_is_given_exactly_when_one_remains(path: Path) -> None:
    result = answer(path)
    assert (result.status == "determined") == (result.grade is not None)
    if result.grade is not None:
        assert result.possible == (result.grade,)
        assert result.questions == ()
    assert result.derivation[-1].rule == "grade"
    assert all(step.citation.page for step in result.derivation)
    assert result.findings[0].code == "fictional-guide"
