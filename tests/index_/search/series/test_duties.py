"""Duties lead to the series whose definition covers them; layout around them says nothing."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from index.library import Library
from index.record.embedding import MiniLM
from index.search.series.finding import find
from index.search.series.position import find_for_work

DUTIES = tomllib.loads((Path(__file__).parent / "duties.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return Library.open(tmp_path_factory.mktemp("home"), MiniLM())


def test_duties_find_their_series_even_without_definitions(empty: Library) -> None:
    # With the Handbook's definitions ingested, 19 of these and 20 of the other half are.
    found = [
        code in [one.code for one in find(empty, text, k=3).candidates]
        for code, text in DUTIES["held_back"].items()
    ]
    assert sum(found) >= 18


def test_shares_of_time_and_numbers_of_duties_say_nothing(empty: Library) -> None:
    bare = "Drives a pumper to fires, lays hose and rescues people."
    laid_out = f"DUTY 1: Major duties. {bare} (approximately 60 percent of the time)"
    one, other = (find_for_work(empty, text, "") for text in (bare, laid_out))
    assert [c.code for c in one.candidates] == [c.code for c in other.candidates]


def test_an_interdisciplinary_title_is_read_as_the_title_of_each_discipline(empty: Library) -> None:
    told = "Walks through a plant each day and compares what it finds with the contract."
    title = "Interdisciplinary: General Engineer/Physical Scientist (Facility Representative)"
    found = find_for_work(empty, told, title)
    assert {one.code for one in found.candidates[:2]} == {"0801", "1301"}
