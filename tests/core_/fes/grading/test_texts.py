"""Every refusal and every word said of a result, as a person reads them."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from core.errors import InputError
from core.fes.assembly import evaluation_data, evaluation_json
from core.fes.cases import parse_document
from core.fes.grading import CaseEvaluation, evaluate_case
from core.fes.requests import ScoringRequest, rate_request
from core.model import Evaluation

GOLDEN = Path(__file__).resolve().parents[3] / "golden" / "grading_texts.toml"
EXPECTED = tomllib.loads(GOLDEN.read_text("utf-8"))
STANDING = ("primary-standard-alone", "same-contacts", "fictional")


def scored(given: str) -> tuple[Evaluation, CaseEvaluation | None]:
    document = parse_document(given, where="input", fmt="json")
    if isinstance(document, ScoringRequest):
        rating = rate_request(document)
        data = evaluation_data(rating)
        assert json.loads(evaluation_json(rating)) == data
        return Evaluation.model_validate(data), None
    case = evaluate_case(document)
    return case.evaluation, case


@pytest.mark.parametrize("one", EXPECTED["refused"], ids=lambda one: str(one["name"]))
def test_what_is_wrong_is_refused_in_these_words(one: dict[str, Any], tide_office: str) -> None:
    with pytest.raises(InputError) as caught:
        scored(one["given"])
    assert caught.value.sentence() == one["sentence"]
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("one", EXPECTED["told"], ids=lambda one: str(one["name"]))
def test_what_is_said_of_a_result(one: dict[str, Any], tide_office: str) -> None:
    evaluation, case = scored(one["given"])
    assert (evaluation.total, evaluation.grade) == (one["total"], one["grade"])
    assert [
        f"{step.rule}: {step.text} [{step.citation.page}]"
        for step in evaluation.derivation
        if step.rule != "points"
    ] == one["steps"]
    assert [
        f"{found.code} ({found.severity}): {found.message} [{found.citation.page}]"
        for found in evaluation.findings
        if not found.code.startswith(STANDING)
    ] == one["findings"]
    questions = () if case is None else case.questions
    assert [
        f"{asked.aspect} {asked.decisive}: {asked.why} [{asked.citation.page}]"
        for asked in questions
    ] == one.get("questions", [])
