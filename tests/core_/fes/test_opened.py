"""A case is opened once, and everything asked of it uses what was looked up then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from core.errors import LevelError
from core.fes import opened as module
from core.fes.grading import evaluate_case, evaluate_opened
from core.fes.opened import open_case
from core.fes.whatif.thresholds import flips, sought_total
from core.model import Case
from core.standards import catalog, extensions, reading

LEVELS = {
    "1": "1-4", "2": "2-4", "3": "3-4", "4": "4-4", "5": "5-4",
    "6": "6-3", "7": "7-C", "8": "8-1", "9": "9-1",
}  # fmt: skip
CASE = Case.model_validate(
    {
        "title": "A trainee (fictional)",
        "standard": "gs-0200",
        "as_of": "2026-01-01",
        "levels": LEVELS,
        "sought": {"2": "2-5"},
        "extensions": [{"factor": 1, "reason": "Below the levels described."}],
    }
)
PLAIN = CASE.model_copy(update={"levels": {**LEVELS, "1": "1-5"}, "extensions": ()})


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Count every look-up of a table or a standard."""
    counts: dict[str, int] = {}

    def counting(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            counts[name] = counts.get(name, 0) + 1
            return function(*args, **named)

        return call

    monkeypatch.setattr(catalog.Catalog, "table", counting("table", catalog.Catalog.table))
    monkeypatch.setattr(reading, "standard_of", counting("standard", reading.standard_of))
    for name, where in (("check_offsets", module), ("extended_table", module)):
        monkeypatch.setattr(where, name, counting(name, getattr(where, name)))
    return counts


def test_an_evaluation_opens_its_case_once(counted: dict[str, int]) -> None:
    evaluate_case(PLAIN)
    assert counted == {"table": 1, "standard": 1, "check_offsets": 1}


def test_an_extended_case_looks_the_primary_standard_up_once_too(counted: dict[str, int]) -> None:
    evaluate_case(CASE)
    assert counted == {"table": 2, "standard": 2, "check_offsets": 1, "extended_table": 1}


def test_everything_else_is_asked_of_the_case_already_open(counted: dict[str, int]) -> None:
    opened = open_case(CASE)
    before = dict(counted)
    found = evaluate_opened(opened)
    rating = opened.rate(found.levels)
    assert (rating.total, rating.grade) == (2090, "GS-9")
    assert sought_total(opened).total == 2290
    assert {flip.grade for flip in flips(rating)} >= {"GS-10"}
    assert counted == {**before, "check_offsets": 1}


def test_a_level_further_out_is_rated_for_a_factor_that_is_extended() -> None:
    opened = open_case(CASE)
    assert opened.rate({**LEVELS, "1": "1-3"}).total == 2090 - 550 + 350
    assert opened.rate({**LEVELS, "1": "1-6"}).total == 2090 - 550 + 950
    with pytest.raises(LevelError, match="Factor 4 has no Level 4-1"):
        opened.rate({**LEVELS, "4": "4-1"})


def test_the_levels_credited_stand_factor_by_factor() -> None:
    assert evaluate_case(CASE).levels == LEVELS
    assert extensions.stated(CASE.extensions) == open_case(CASE).extensions
