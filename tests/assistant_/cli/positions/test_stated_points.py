"""``fes check`` on points: those of another level, sums that are none, a grade that hangs on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.index_.conftest import Ran

Fes = Callable[..., Ran]

_POINTS = {
    "1-7": 1250, "2-4": 450, "3-3": 275, "4-4": 225, "5-3": 150,
    "6-3": 60, "7-3": 120, "8-1": 5, "9-1": 5,
}  # fmt: skip


def _description(points: dict[str, int], total: int, grade: int) -> str:
    parts = [
        f"Factor {level[0]}, Level {level}, {stated} points\nThe plan tells how the light is kept "
        "and the chief reviews and assigns it.\n"
        for level, stated in points.items()
    ]
    return (
        f"POSITION DESCRIPTION\nTitle: Light Planner\nPay plan, series, grade: GS-0301-{grade}\n"
        "Organization: Lighthouse Office\n\nMajor duties\n1. Plans the lights by the manual. "
        f"(100%)\n\n{chr(10).join(parts)}\nTotal points {total:,}   GS-{grade}\n"
    )


def _said(fes: Fes, folder: Path, text: str) -> str:
    path = folder / "description.txt"
    path.write_text(text, "utf-8")
    return " ".join(fes("check", str(path)).out.split())


def test_figures_that_agree_raise_no_doubt(fes: Fes, tmp_path: Path) -> None:
    said = _said(fes, tmp_path, _description(_POINTS, sum(_POINTS.values()), 11))
    assert "points, and" not in said
    assert "add up to" not in said


def test_points_of_another_level_are_told_with_those_it_carries(fes: Fes, tmp_path: Path) -> None:
    wrong = {**_POINTS, "5-3": 75}
    said = _said(fes, tmp_path, _description(wrong, sum(wrong.values()), 11))
    assert "Level 5-3 carries 150 points, and 75 are stated." in said
    assert "Nothing was found" not in said


def test_a_total_that_is_no_sum_is_told(fes: Fes, tmp_path: Path) -> None:
    said = _said(fes, tmp_path, _description(_POINTS, sum(_POINTS.values()) + 10, 11))
    assert "The points stated add up to 2,540, and the total stated is 2,550." in said


@pytest.mark.parametrize("grade", [12, 9])
def test_a_grade_that_the_levels_stated_do_not_come_to_is_told(
    fes: Fes, tmp_path: Path, grade: int
) -> None:
    said = _said(fes, tmp_path, _description(_POINTS, sum(_POINTS.values()), grade))
    assert f"The levels stated come to 2,540 points, GS-11, and grade {grade} is stated." in said
