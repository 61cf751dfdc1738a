"""Every one of the 1,166,400 sets of Primary Standard levels, against a second computation.

The core looks each level up by name, adds points one by one and bisects the floors of the
conversion table. The second computation knows no levels: it adds arrays of points read off
the printed pages anew and counts the ceilings passed.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import prod

import numpy as np
import pytest
from numpy.typing import NDArray

from core.fes.assembly import evaluation_json
from core.fes.points import open_table, rate_levels, rate_total
from core.fes.whatif.odds import distribution
from core.standards.catalog import load_table

pytestmark = pytest.mark.slow

# Introduction to the Position Classification Standards, Appendix 3, pp. 42-56.
POINTS = (
    (50, 200, 350, 550, 750, 950, 1250, 1550, 1850),
    (25, 125, 275, 450, 650),
    (25, 125, 275, 450, 650),
    (25, 75, 150, 225, 325, 450),
    (25, 75, 150, 225, 325, 450),
    (10, 25, 60, 110),
    (20, 50, 120, 220),
    (5, 20, 50),
    (5, 20, 50),
)
CEILINGS = (250, 450, 650, 850, 1100, 1350, 1600, 1850, 2100, 2350, 2750, 3150, 3600, 4050)
SHAPE = tuple(len(points) for points in POINTS)
# Coprime to the number of sets, so that the sample meets every level of every factor.
SAMPLE_EVERY = 37


@dataclass(frozen=True)
class Computed:
    """The total and the grade of every set of levels, one axis a factor, lowest level first."""

    totals: NDArray[np.int64]
    grades: NDArray[np.int64]


def names() -> list[list[str]]:
    return [[f"{f}-{n}" for n in range(1, size + 1)] for f, size in enumerate(SHAPE, 1)]


@pytest.fixture(scope="module")
def second() -> Computed:
    """The independent computation."""
    totals = np.zeros((), dtype=np.int64)
    for points in POINTS:
        totals = totals[..., np.newaxis] + np.array(points)
    grades = 1 + sum((totals > ceiling).astype(np.int64) for ceiling in CEILINGS)
    return Computed(totals=totals, grades=np.asarray(grades))


@pytest.fixture(scope="module")
def core_result() -> Computed:
    """What the core says of every set."""
    size = prod(SHAPE)
    totals = np.empty(size, dtype=np.int64)
    grades = np.empty(size, dtype=np.int64)
    keys = [str(factor) for factor in range(1, 10)]
    conversion = load_table("fes-primary").conversion
    number_of = {row.label: row.grade for row in conversion}
    for index, levels in enumerate(product(*names())):
        rating = rate_levels("fes-primary", dict(zip(keys, levels, strict=True)))
        totals[index] = rating.total
        grades[index] = number_of[rating.grade]
    assert index == size - 1
    return Computed(totals=totals.reshape(SHAPE), grades=grades.reshape(SHAPE))


def test_there_are_as_many_sets_as_levels_multiply_to(second: Computed) -> None:
    assert second.totals.size == 1_166_400
    assert second.totals.shape == SHAPE


def test_every_total_and_every_grade_agree(core_result: Computed, second: Computed) -> None:
    assert np.array_equal(core_result.totals, second.totals)
    assert np.array_equal(core_result.grades, second.grades)


@pytest.mark.parametrize("factor", range(1, 10))
def test_a_higher_level_always_adds_points_and_never_lowers_the_grade(
    core_result: Computed, factor: int
) -> None:
    assert (np.diff(core_result.totals, axis=factor - 1) > 0).all()
    assert (np.diff(core_result.grades, axis=factor - 1) >= 0).all()


def test_every_grade_and_every_level_occurs(core_result: Computed) -> None:
    assert set(np.unique(core_result.grades)) == set(range(1, 16))
    assert (core_result.totals.min(), core_result.totals.max()) == (190, 4480)


def test_a_total_stands_for_every_set_that_adds_up_to_it(core_result: Computed) -> None:
    grade_of: dict[int, set[int]] = {}
    for total in np.unique(core_result.totals):
        grade_of[int(total)] = set(core_result.grades[core_result.totals == total].tolist())
    assert grade_of.keys() == load_table("fes-primary").reachable()
    for total, grades in grade_of.items():
        assert {rate_total("fes-primary", total).grade} == {f"GS-{grade}" for grade in grades}


def test_the_exact_distribution_counts_the_same_sets(core_result: Computed) -> None:
    open_levels = {str(factor): levels for factor, levels in enumerate(names(), 1)}
    found = distribution(open_table("fes-primary", None), {}, open_levels)
    size = core_result.totals.size
    totals = Counter(core_result.totals.ravel().tolist())
    grades = Counter(core_result.grades.ravel().tolist())
    assert {one.total: one.probability for one in found.totals} == {
        total: Fraction(count, size) for total, count in totals.items()
    }
    assert {one.grade: one.probability for one in found.grades} == {
        f"GS-{grade}": Fraction(count, size) for grade, count in grades.items()
    }


def test_written_results_say_the_same_and_no_two_share_a_fingerprint(second: Computed) -> None:
    totals, grades = second.totals.ravel(), second.grades.ravel()
    prints = set()
    for index, levels in enumerate(product(*names())):
        if index % SAMPLE_EVERY:
            continue
        chosen = dict(enumerate(levels, 1))
        rating = rate_levels("fes-primary", {str(key): level for key, level in chosen.items()})
        data = json.loads(evaluation_json(rating))
        assert (data["total"], data["grade"]) == (totals[index], f"GS-{grades[index]}")
        assert {score["factor"]: score["level"] for score in data["factors"]} == chosen
        points = [POINTS[key - 1][int(level[2:]) - 1] for key, level in chosen.items()]
        assert [score["points"] for score in data["factors"]] == points
        prints.add(data["fingerprint"])
    assert len(prints) == -(-second.totals.size // SAMPLE_EVERY)
