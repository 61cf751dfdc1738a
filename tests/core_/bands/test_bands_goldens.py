"""Positions placed in bands and grades converted, worked by hand on the example directive."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from core.bands.evaluation import BandCase, convert, place
from core.errors import CaseError
from core.reading import build

GOLDENS = Path(__file__).resolve().parents[2] / "golden" / "bands"
FILES = sorted(GOLDENS.glob("*.toml"))


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_answer_is_the_one_worked_by_hand(path: Path) -> None:
    data = read(path)
    case = build(BandCase, data["facts"], where=path.name, error=CaseError)
    expected = data["expect"]
    given: dict[str, Any]
    if "converted" in expected:
        converted = convert(case)
        given = {
            "converted": converted.band or "",
            "candidates": list(converted.candidates),
            "page": converted.row and converted.row.page,
            "ask": [question.field for question in converted.questions],
        }
        answer = converted
    else:
        placed = place(case)
        given = {
            "status": placed.status,
            "band": placed.band or "",
            "page": placed.definition and placed.definition.page,
            "rulings": {ruling.band: ruling.verdict for ruling in placed.rulings},
            "ask": [question.field for question in placed.questions],
        }
        answer = placed
        assert (placed.status == "placed") == (placed.definition is not None)
    asked = expected.pop("ask", [])
    assert set(asked) <= set(given["ask"])
    assert {key: given[key] for key in expected} == expected
    status = answer.notices[0]
    assert status.code == "not-in-operation"
    assert "codified" in status.message
    assert "rescinded" in status.message
    assert "October 1, 2008" in status.message
    assert (status.citation.document, status.citation.page) == (
        "Federal Register, 73 FR 58435",
        "58435",
    )
    assert answer.notices[1].code == "illustrative-directive"
    assert all(step.citation.page for step in answer.derivation)
