"""Short ways to score in tests: a printed total, a request as text, a guide as text."""

from __future__ import annotations

from datetime import date

from core.fes.grading import evaluation_of
from core.fes.points import rate_total
from core.fes.requests import SHAPE, ScoringRequest, build_request
from core.model import Evaluation
from core.reading import Format, load
from core.standards.catalog import parse_toml
from core.standards.reading import as_model
from core.standards.supervisory import SupervisoryStandard
from core.supervisory.guide import Guide, guide_of


def evaluate_total(standard_id: str, total: int, as_of: date | None = None) -> Evaluation:
    return evaluation_of(rate_total(standard_id, total, as_of))


def parse_request(text: str, *, where: str, fmt: Format) -> ScoringRequest:
    return build_request(load(text, where=where, fmt=fmt, example=SHAPE), where)


def read_guide(text: str, *, where: str) -> Guide:
    raw = parse_toml(text, where=where)
    as_model(SupervisoryStandard, raw, where)
    return guide_of(raw)
