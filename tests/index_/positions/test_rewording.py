"""Other words for the same thing told apart from a change of substance, by pairs of each."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from index.documents import formats
from index.positions.reading import read_position
from index.positions.review.comparing import PositionComparison, compare_positions
from index.positions.review.substance import shifts

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


_ROUTINE = "2. Tracks obligations against the plan and reports balances each month. 35%"
_STRONG = (
    "2. Leads a team of four technicians, assigns their work and rates them. 20%\n\n"
    "3. Develops new agency-wide policy and defends it before examiners of the bureau. 15%"
)
_BUDGETS = (
    "Fictional Analyst, GS-0560-09\nFictional Bureau of Harbors\n\nMAJOR DUTIES\n\n"
    "1. Prepares the yearly estimate of three harbors. 65%\n\n{rest}\n"
)


def _budgets(old: str, new: str) -> PositionComparison:
    return compare_positions(
        *(
            read_position(
                formats.parse_bytes(Path("made-up.txt"), _BUDGETS.format(rest=rest).encode())
            )
            for rest in (old, new)
        )
    )


def test_what_a_dropped_duty_said_moves_the_same_factors_down_as_an_added_one_up() -> None:
    up, down = _budgets(_ROUTINE, _STRONG), _budgets(_STRONG, _ROUTINE)
    weighed = {one.factor for one in up.factors if "A duty of weight" not in one.why}
    assert {None, 5, 7} <= weighed
    assert weighed == {one.factor for one in down.factors if "A duty of weight" not in one.why}
    for one in down.factors:
        assert "is gone" in one.why or "A duty of weight" in one.why


def test_words_of_other_work_are_told_as_they_are_written() -> None:
    new = "Mastery of emergency management concepts and of supervisory practices."
    said = [one.name for one in shifts("Knowledge of filing rules.", new, factor=1)]
    assert said == ["mastery emergency management"]
