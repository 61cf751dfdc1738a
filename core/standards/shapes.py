"""Evaluations as plain data: the shape of the JSON, and of :class:`core.model.Evaluation`.

Scoring works on plain records so that a program that scores a line need not build models;
``Evaluation.model_validate`` accepts exactly this shape, and a test holds the two together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from core.model import FactorId


class CitationData(TypedDict):
    """A :class:`core.model.Citation`."""

    document: str
    edition: str
    page: str
    section: str


class FactorScoreData(TypedDict):
    """A :class:`core.model.FactorScore`."""

    factor: FactorId
    name: str
    level: str
    points: int
    citation: CitationData


class CheckFindingData(TypedDict):
    """A :class:`core.model.CheckFinding`."""

    code: str
    severity: str
    message: str
    citation: CitationData


class StepData(TypedDict):
    """A :class:`core.model.Step`."""

    step: int
    rule: str
    text: str
    citation: CitationData


class MarginData(TypedDict):
    """A :class:`core.model.Margin`."""

    floor: int
    ceiling: int | None
    above_floor: int
    next_grade: str | None
    to_next: int | None


class EvaluationData(TypedDict):
    """A :class:`core.model.Evaluation`."""

    standard: str
    edition: str
    total: int
    grade: str
    factors: list[FactorScoreData]
    margin: MarginData
    findings: list[CheckFindingData]
    derivation: list[StepData]
    fingerprint: str
