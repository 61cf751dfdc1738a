"""What is read by its declaration alone is what pydantic reads from it; the rest is left to it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from core.fes.requests import RequestFile, build_request
from core.model import Case
from core.reading.plain import UnfitError, reader
from core.supervisory.inputs import SupervisoryFile

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "supervisory"
BASE = {"standard": "gssg"}
REQUESTS = [
    {**BASE, **case["request"]}
    for path in sorted(GOLDEN.glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]
]
UNUSUAL: list[dict[str, Any]] = [
    {"levels": "1-7"},
    {"base": True},
    {"base": {"grade": "GS-11", "share": 40, "shares": 1}},
    {"base": {"grade": "GS-11", "method": "guess"}},
    {"coverage": {"percent": 120}},
    {"coverage": None},
    {"workload": [{"hours": 3}]},
    {"workload": []},
    {"deputy": {"chief": "GS-14", "of": "GS-14"}},
    {"authorities": {"3-2a": 1}},
    {"authorities": {"nearly_all": ["3-2c"]}},
    {"as_of": "2014-02-30"},
    {"levels": [{"factor": 2.0, "level": "2-3"}]},
    {"levels": [{"factor": 2, "level": "2-3"}, {"factor": "2", "level": "2-3"}]},
]


def both(declared: Any, data: object) -> tuple[Any, Any]:
    """Return data as read here and as pydantic reads it; None where one does not take it."""
    read = reader(declared)
    assert read is not None
    try:
        own = read(data)
    except (UnfitError, ValueError):
        own = None
    try:
        theirs = TypeAdapter(declared).validate_python(data)
    except ValidationError:
        theirs = None
    return own, theirs


@pytest.mark.parametrize("request_", REQUESTS, ids=range(len(REQUESTS)))
def test_sound_requests_are_read_alike(request_: dict[str, Any]) -> None:
    own, theirs = both(SupervisoryFile, request_)
    assert own == theirs


@pytest.mark.parametrize("part", UNUSUAL, ids=str)
def test_what_is_wrong_or_unusual_is_left_to_pydantic(part: dict[str, Any]) -> None:
    own, _ = both(SupervisoryFile, {**BASE, **part})
    assert own is None


@pytest.mark.parametrize("points", [{}, {"points": 550}, {"points": None}])
def test_levels_in_a_list_are_read_alike(points: dict[str, Any]) -> None:
    listed = [{"factor": 1, "level": "1-5", **points}, {"factor": "2", "level": "2-3"}]
    data = {"standard": "fes-primary", "levels": listed, "as_of": "2014-08-20"}
    own, theirs = both(RequestFile, data)
    assert own is not None
    assert own == theirs


def test_a_list_without_points_means_what_an_object_means() -> None:
    listed = [{"factor": 1, "level": "1-5"}, {"factor": " 02", "level": "2-3"}]
    data = {"standard": "fes-primary", "levels": listed}
    same = {"standard": "fes-primary", "levels": {"1": "1-5", "2": "2-3"}}
    assert build_request(data, "a") == build_request(same, "a")


def test_a_model_of_pydantic_reads_itself() -> None:
    assert reader(Case) is None
