"""What-ifs and cross-checks where a chart scores two factors, or the Primary Standard one."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import LevelError
from core.fes.grading import evaluate_levels
from core.fes.opened import open_case
from core.fes.patterns.check import check
from core.fes.points import Rating, open_table, rate_levels
from core.fes.whatif.odds import distribution
from core.fes.whatif.thresholds import distance, flips, smallest_sets, sought_total
from core.model import Case, Extension

LEVELS = {
    "1": "1-7",
    "2": "2-3",
    "3": "3-3",
    "4": "4-3",
    "5": "5-3",
    "6": "6-2",
    "7": "7-B",
    "8": "8-1",
    "9": "9-1",
}
TOTAL = 1250 + 275 + 275 + 150 + 150 + 75 + 5 + 5
LADDERS = {
    "1": ["1-5", "1-6", "1-7"],
    "2": ["2-2", "2-3", "2-4"],
    "6": ["6-1", "6-2", "6-3", "6-4"],
    "7": ["7-A", "7-B", "7-C", "7-D"],
}
FULL = {
    **LADDERS,
    "3": ["3-2", "3-3"],
    "4": ["4-2", "4-3", "4-4"],
    "5": ["5-2", "5-3"],
    "8": ["8-1", "8-2"],
    "9": ["9-1"],
}
# The fixture only makes the fictional standard known; one for all examples is what is meant.
shared = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
some_levels = st.fixed_dictionaries(
    {key: st.sampled_from(ladder) for key, ladder in sorted(FULL.items())}
)


def grade(standard: str, levels: dict[str, str]) -> int:
    return int(evaluate_levels(standard, levels).grade.removeprefix("GS-"))


def test_the_levels_to_start_from(tide_office: str) -> None:
    measured = distance(rate_levels(tide_office, LEVELS))
    assert (measured.total, measured.grade) == (TOTAL, "GS-10")
    assert (measured.next_grade, measured.to_next) == ("GS-11", 170)


@given(levels=some_levels)
@shared
def test_flips_move_one_factor_of_the_chart_at_a_time(
    levels: dict[str, str], tide_office: str
) -> None:
    now = grade(tide_office, levels)
    expected = {
        (int(key), level, grade(tide_office, {**levels, key: level}))
        for key, ladder in FULL.items()
        for level in ladder
        if grade(tide_office, {**levels, key: level}) != now
    }
    found = flips(rate_levels(tide_office, levels))
    assert {(f.change.factor, f.change.to_level, int(f.grade[3:])) for f in found} == expected
    assert len(found) == len(expected)
    for flip in found:
        moved = {**levels, str(flip.change.factor): flip.change.to_level}
        assert flip.change.from_level == levels[str(flip.change.factor)]
        assert flip.total == evaluate_levels(tide_office, moved).total


def test_a_flip_within_the_chart_names_the_factor_that_moves(tide_office: str) -> None:
    up = [f.change for f in flips(rate_levels(tide_office, LEVELS)) if f.direction == "up"]
    assert [(c.factor, c.name, c.from_level, c.to_level, c.points) for c in up] == [
        (2, "Supervisory Controls", "2-3", "2-4", 175),
        (7, "Purpose of Contacts", "7-B", "7-D", 170),
    ]


@given(levels=some_levels, picks=st.integers(0, 15), target=st.integers(5, 12))
@shared
def test_minimal_sets_with_a_chart_are_every_one_and_no_other(
    levels: dict[str, str], picks: int, target: int, tide_office: str
) -> None:
    candidates = {
        "2": LADDERS["2"][picks % 3],
        "6": LADDERS["6"][picks % 4],
        "7": LADDERS["7"][picks // 4],
    }
    now = grade(tide_office, levels)
    sign = 1 if target > now else -1
    paths = {}
    for key, end in candidates.items():
        ladder = LADDERS[key][::sign]
        start = ladder.index(levels[key])
        paths[key] = ladder[start : max(ladder.index(end), start) + 1]

    def reaches(choice: dict[str, str]) -> bool:
        return (grade(tide_office, {**levels, **choice}) - target) * sign >= 0

    expected = set()
    if target == now:
        expected.add(())
    else:
        for combination in product(*paths.values()):
            choice = dict(zip(paths, combination, strict=True))
            shorter = [
                {**choice, key: paths[key][paths[key].index(level) - 1]}
                for key, level in choice.items()
                if level != levels[key]
            ]
            if reaches(choice) and not any(reaches(less) for less in shorter):
                expected.add(tuple(level for k, level in choice.items() if level != levels[k]))

    found = smallest_sets(rate_levels(tide_office, levels), candidates, target)

    def plain(level: str) -> list[str]:
        if not level.startswith("6/7-"):
            return [level]
        return [f"6-{level[4]}", f"7-{level[5]}"]

    got = [
        tuple(part for change in one.changes for part in plain(change.to_level)) for one in found
    ]
    assert sorted(got) == sorted(expected)
    assert [len(moved) for moved in got] == sorted(len(moved) for moved in got)
    for one in found:
        assert one.total == evaluate_levels(tide_office, levels).total + one.points


def test_both_factors_of_the_chart_may_have_to_move(tide_office: str) -> None:
    # 170 points are missing: 7-C brings 70, 6-4 brings 85, both together 155; 6-3 with 7-D 205.
    found = smallest_sets(
        rate_levels(tide_office, LEVELS), {"6": "6-4", "7": ["7-C"], "8": "8-2"}, "GS-11"
    )
    assert [[(c.factor, c.from_level, c.to_level) for c in one.changes] for one in found] == [
        [("6/7", "6/7-2B", "6/7-4C"), (8, "8-1", "8-2")]
    ]
    change = found[0].changes[0]
    assert (change.name, change.points) == ("Personal Contacts and Purpose of Contacts", 155)


def test_either_factor_of_the_chart_may_suffice(tide_office: str) -> None:
    low = {**LEVELS, "2": "2-4", "6": "6-1", "7": "7-A"}
    assert distance(rate_levels(tide_office, low)).to_next == 40
    candidates = {"6": ["6-3"], "7": ["7-B", "7-C"]}
    either = smallest_sets(rate_levels(tide_office, low), candidates, 11)
    assert [
        [(c.factor, c.from_level, c.to_level, c.points) for c in one.changes] for one in either
    ] == [
        [(6, "6-1", "6-3", 50)],
        [(7, "7-A", "7-C", 100)],
    ]
    wide = smallest_sets(rate_levels(tide_office, LEVELS), {"2": ["2-4"], "7": "7-D"}, 11)
    assert [[c.to_level for c in one.changes] for one in wide] == [["7-D"], ["2-4"]]


def test_a_cell_named_whole_is_a_candidate(tide_office: str) -> None:
    found = smallest_sets(rate_levels(tide_office, LEVELS), {"6/7": "3D"}, 11)
    assert [[c.to_level for c in one.changes] for one in found] == [["7-D"]]


def test_one_factor_of_the_chart_in_doubt(tide_office: str) -> None:
    found = distribution(open_table(tide_office, None), LEVELS, {"7": {"7-B": "2/3", "7-D": "1/3"}})
    assert [(one.total, one.grade, str(one.probability)) for one in found.totals] == [
        (TOTAL, "GS-10", "2/3"),
        (TOTAL + 170, "GS-11", "1/3"),
    ]
    (contested,) = found.contested
    assert (contested.factor, contested.name) == (7, "Purpose of Contacts")
    assert [(one.level, one.points) for one in contested.levels] == [("7-B", None), ("7-D", None)]


def test_both_factors_of_the_chart_in_doubt_meet_in_every_cell(tide_office: str) -> None:
    contested: dict[str, Any] = {
        "7": {"7-A": 0.25, "7-C": 0.75},
        "6": ["6-1", "6-3"],
        "2": ["2-3", "2-4"],
    }
    found = distribution(
        open_table(tide_office, None), {}, {**contested, **{k: [LEVELS[k]] for k in "134589"}}
    )
    totals: dict[int, Fraction] = {}
    for two, six, (seven, share) in product(
        ["2-3", "2-4"], ["6-1", "6-3"], [("7-A", Fraction(1, 4)), ("7-C", Fraction(3, 4))]
    ):
        levels = {**LEVELS, "2": two, "6": six, "7": seven}
        total = evaluate_levels(tide_office, levels).total
        totals[total] = totals.get(total, Fraction(0)) + share / 4
    assert {one.total: one.probability for one in found.totals} == totals
    assert [one.factor for one in found.contested] == list(range(1, 10))
    rest = {key: level for key, level in LEVELS.items() if key not in "267"}
    assert distribution(open_table(tide_office, None), rest, contested).totals == found.totals


def test_cells_can_be_weighed_as_pairs(tide_office: str) -> None:
    rest = {key: level for key, level in LEVELS.items() if key not in "67"}
    found = distribution(open_table(tide_office, None), rest, {"6/7": {"3D": 0.1, "2B": 0.9}})
    assert [(one.total, str(one.probability)) for one in found.totals] == [
        (TOTAL, "9/10"),
        (TOTAL + 205, "1/10"),
    ]
    (contested,) = found.contested
    assert (contested.factor, [(s.level, s.points) for s in contested.levels]) == (
        "6/7",
        [("6/7-2B", 75), ("6/7-3D", 280)],
    )


@pytest.mark.parametrize(
    ("contested", "sentence"),
    [
        (
            {"6/7": ["2B", "3D"], "7": ["7-A"]},
            "contested.7: Factor 7 is given twice. Give each factor once.",
        ),
        (
            {"6": ["6-1"], "6 and 7": ["2B", "3D"]},
            "contested.6: Factor 6 is given twice. Give each factor once.",
        ),
    ],
)
def test_a_factor_is_not_contested_alone_and_in_its_cell(
    contested: dict[str, Any], sentence: str, tide_office: str
) -> None:
    with pytest.raises(LevelError) as caught:
        distribution(open_table(tide_office, None), LEVELS, contested)
    assert caught.value.sentence() == sentence


def test_a_chart_needs_a_level_for_its_other_factor(tide_office: str) -> None:
    rest = {key: level for key, level in LEVELS.items() if key not in "67"}
    with pytest.raises(LevelError, match="no level is given for Factor 7"):
        distribution(open_table(tide_office, None), rest, {"6": ["6-1", "6-2"]})


def test_what_is_sought_of_one_factor_keeps_the_other(tide_office: str) -> None:
    case = Case(title="x", standard=tide_office, levels=LEVELS, sought={"7": "D"})
    outcome = sought_total(open_case(case))
    assert outcome.levels == {**LEVELS, "7": "7-D"}
    assert (outcome.total, outcome.grade) == (TOTAL + 170, "GS-11")


# --- factors rated by the Primary Standard ------------------------------------------------


def beyond(standard: str, levels: dict[str, str]) -> Rating:
    """Rate levels of a case whose Factor 1 the Primary Standard rates."""
    case = Case(
        title="x",
        standard=standard,
        levels=levels,
        extensions=(Extension(factor=1, reason="Described only up to Level 1-7."),),
    )
    return open_case(case).rate(levels)


def test_an_extended_level_is_a_level_like_any_other(tide_office: str) -> None:
    levels = {**LEVELS, "1": "1-8"}
    assert distance(beyond(tide_office, levels)).total == TOTAL + 300
    found = flips(beyond(tide_office, levels))
    assert ("1-7", "GS-10") in [(f.change.to_level, f.grade) for f in found]


def test_a_level_sought_beyond_the_standard_counts_with_its_extension(tide_office: str) -> None:
    case = Case(
        title="x",
        standard=tide_office,
        levels=LEVELS,
        sought={"1": "1-8"},
        extensions=(Extension(factor=1, reason="Described only up to Level 1-7."),),
    )
    opened = open_case(case)
    found = smallest_sets(opened.rate(LEVELS), {"1": "1-8"}, 11)
    assert [[c.to_level for c in one.changes] for one in found] == [["1-8"]]
    assert sought_total(opened).total == TOTAL + 300
    spread = distribution(opened.table, LEVELS, {"1": ["1-7", "1-8"]})
    assert [one.total for one in spread.totals] == [TOTAL, TOTAL + 300]
    with pytest.raises(LevelError, match="Factor 1 has no Level 1-8"):
        distribution(open_table(tide_office, None), LEVELS, {"1": ["1-7", "1-8"]})


# --- cross-checks -------------------------------------------------------------------------


def test_numbered_levels_of_a_chart_are_checked_and_lettered_ones_are_not(
    tide_office: str,
) -> None:
    levels = {**LEVELS, "2": "2-4", "6": "6-1", "8": "8-2"}
    assert evaluate_levels(tide_office, levels).grade == "GS-11"
    found = check(rate_levels(tide_office, levels), kinds="administrative")
    assert [finding.code for finding in found] == [
        "level-outside-tables",
        "unusual-level",
        "unusual-level",
        "unusual-pair",
        "unusual-pair",
    ]
    assert found[0].message.startswith("Level 8-2 for Factor 8 (Physical Demands)")
    assert found[1].message.startswith("Level 4-3 for Factor 4 (Complexity) is unusual at GS-11")
    assert found[2].message.startswith("Level 6-1 for Factor 6 (Personal Contacts) is unusual")
    assert not any("7-" in finding.message for finding in found)


def test_an_extended_level_is_checked_too(tide_office: str) -> None:
    levels = {**LEVELS, "1": "1-8"}
    found = check(beyond(tide_office, levels), kinds="administrative")
    assert "Level 1-8" in found[0].message
