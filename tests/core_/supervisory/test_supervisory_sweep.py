"""Every combination of levels against a second computation of the guide, written differently.

The second one knows the guide as text and lists, works from the top down and states each
adjustment as a floor: it shares nothing with the code it checks.
"""

from __future__ import annotations

import itertools

import pytest

from core.supervisory import load_guide, supervisory_data
from core.supervisory.adjustment import adjusted_grade
from core.supervisory.inputs import SupervisoryRequest
from core.supervisory.parts import BaseClaim

POINTS = {
    "1": "175 350 550 775 900",
    "2": "100 250 350",
    "3": "- 450 775 900",
    "4A": "25 50 75 100",
    "4B": "30 75 100 125",
    "5": "75 205 340 505 650 800 930 1030",
    "6": "310 575 975 1120 1225 1325",
}
FLOORS = "4055 3605 3155 2755 2355 2105 1855 1605 1355 1105 855"
TOPS = [0, 2, 4, 6, 8, 10, 11, 12, 15]
"""The highest base grade of each level of Factor 5; the one below it ends the level beneath."""


def _chart(total: int) -> int:
    """Walk the chart from GS-15 down to the first floor the total reaches."""
    for below, floor in enumerate(FLOORS.split()):
        if total >= int(floor):
            return 15 - below
    raise AssertionError(total)


def _final(chart: int, base: int) -> int | None:
    """State the adjustments as floors: the chart, one above the base, GS-11 over GS-9."""
    grade = max([chart, base + 1] + [11] * (base == 9))
    return None if grade > 15 else grade


def _levels() -> list[tuple[str, ...]]:
    choices = [
        [f"{factor}-{n}" for n, value in enumerate(values.split(), 1) if value != "-"]
        for factor, values in POINTS.items()
    ]
    return list(itertools.product(*choices))


def _worth(level: str) -> int:
    factor, _, number = level.partition("-")
    return int(POINTS[factor].split()[int(number) - 1])


def test_there_are_as_many_combinations_as_the_guide_has() -> None:
    assert len(_levels()) == 5 * 3 * 3 * 4 * 4 * 8 * 6


@pytest.mark.slow
@pytest.mark.parametrize("situations", [(), (2, 4, 8)], ids=["none", "three"])
def test_every_combination_of_levels(situations: tuple[int, ...]) -> None:
    for rotation, levels in enumerate(_levels()):
        level_5, level_6 = levels[5], levels[6]
        step = int(level_5[-1])
        bases = range(TOPS[step - 1] + 1, TOPS[step] + 1)
        base = bases[rotation % len(bases)]
        raised = bool(situations) and level_6 in ("6-1", "6-2", "6-3")
        credited = (*levels[:6], f"6-{int(level_6[-1]) + raised}")
        total = sum(map(_worth, credited))
        chart = _chart(total)
        final = _final(chart, base)

        found = supervisory_data(
            SupervisoryRequest(
                levels=dict(zip(POINTS, levels, strict=True)),
                situations=situations,
                base=BaseClaim(base),
            )
        )

        assert [score["level"] for score in found["factors"]] == list(credited)
        assert found["total"] == total
        assert found["chart_grade"] == f"GS-{chart}"
        assert found["base_grade"] == f"GS-{base}"
        assert found["grade"] == (None if final is None else f"GS-{final}")
        assert (found["undetermined"] is None) is (final is not None)
        adjusted = found["adjustment"]
        assert (adjusted is not None) is (final not in (None, chart))
        if adjusted is not None:
            assert (adjusted["chart_grade"], adjusted["grade"]) == (f"GS-{chart}", f"GS-{final}")


@pytest.mark.parametrize("chart", range(5, 16))
@pytest.mark.parametrize("base", range(1, 16))
def test_every_chart_grade_over_every_base(chart: int, base: int) -> None:
    guide = load_guide()
    found = adjusted_grade(guide, chart, base, by_workload=True)
    assert found.grade == _final(chart, base)
    assert bool(found.rules) is (chart <= base or (base == 9 and chart < 11))
    assert adjusted_grade(guide, chart, base, by_workload=False).grade == chart
