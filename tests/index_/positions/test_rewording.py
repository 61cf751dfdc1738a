"""Other words for the same thing told apart from a change of substance, by pairs of each."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from index.documents import formats
from index.positions.reading import read_position
from index.positions.review.comparing import PositionComparison, compare_positions

PAIRS = Path(__file__).resolve().with_name("pairs")
PARTS = {
    "duty": "Keeps the log of the harbor.",
    "controls": "The chief sets objectives and reviews reports for accuracy.",
    "guides": "Manuals of the bureau.",
    "contacts": "Clerks of the bureau.",
}
WHOLE = (
    "Fictional Analyst, GS-0301-09\nFictional Bureau of Harbors\n\nMAJOR DUTIES\n\n"
    "1. {duty} 60%\n\n"
    "2. Watches the tide gauges of the harbor and notes their readings. 40%\n\n"
    "SUPERVISORY CONTROLS\n{controls}\n\nGUIDELINES\n{guides}\n\nPERSONAL CONTACTS\n{contacts}\n"
)


def _pairs(kind: str) -> list[Any]:
    return [
        pytest.param(one, id=f"{file.stem}: {one['what']}")
        for file in sorted(PAIRS.glob("*.toml"))
        for one in tomllib.loads(file.read_text("utf-8"))[kind]
    ]


def _pieces(pair: dict[str, Any]) -> list[str]:
    return [piece.strip() for key in ("old", "new") for piece in pair[key].rstrip(".").split(". ")]


def _compared(pair: dict[str, Any]) -> PositionComparison:
    old, new = (
        WHOLE.format(**{**PARTS, pair.get("part", "duty"): pair[key]}) for key in ("old", "new")
    )
    before, after = (
        read_position(formats.parse_bytes(Path("made-up.txt"), text.encode()))
        for text in (old, new)
    )
    return compare_positions(before, after)


@pytest.mark.parametrize("pair", _pairs("reworded"))
def test_other_words_for_the_same_thing_move_nothing(pair: dict[str, Any]) -> None:
    found = _compared(pair)
    assert found.factors == ()
    assert not found.review


@pytest.mark.parametrize("pair", _pairs("changed"))
def test_a_change_of_substance_is_named(pair: dict[str, Any]) -> None:
    found = _compared(pair)
    assert found.review
    assert set(pair["factors"]) <= {one.factor for one in found.factors}
    for one in found.factors:
        assert any(piece in one.quote for piece in _pieces(pair))
