"""Flips, distances and smallest sets, against counting everything out."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.errors import LevelError, StandardError
from core.fes.grading import evaluate_levels
from core.fes.opened import open_case
from core.fes.points import rate_levels, rate_total
from core.fes.whatif.thresholds import distance, flips, smallest_sets, sought_total
from core.model import Case
from core.standards.catalog import load_table
from tests.core_.conftest import WORKED

TABLE = load_table("fes-primary", WORKED)
LADDERS = {factor.key: factor.ladder() for factor in TABLE.factors}
POINTS = {row.level: row.points for factor in TABLE.factors for row in factor.levels}
complete_levels = st.fixed_dictionaries(
    {key: st.sampled_from(ladder) for key, ladder in LADDERS.items()}
)


def grade(levels: dict[str, str]) -> int:
    return int(evaluate_levels("fes-primary", levels).grade.removeprefix("GS-"))


@given(complete_levels)
@settings(max_examples=25)
def test_flips_are_exactly_the_single_changes_that_change_the_grade(
    levels: dict[str, str],
) -> None:
    now = grade(levels)
    expected = {
        (level, grade({**levels, key: level}))
        for key, ladder in LADDERS.items()
        for level in ladder
        if grade({**levels, key: level}) != now
    }
    found = flips(rate_levels("fes-primary", levels))
    assert {(f.change.to_level, int(f.grade.removeprefix("GS-"))) for f in found} == expected
    for flip in found:
        new = int(flip.grade.removeprefix("GS-"))
        assert flip.direction == ("up" if new > now else "down")
        assert flip.change.points == POINTS[flip.change.to_level] - POINTS[flip.change.from_level]


def test_a_bare_total_has_no_flips() -> None:
    assert flips(rate_total("fes-primary", 2555)) == ()


small_candidates = st.dictionaries(
    st.sampled_from(sorted(LADDERS)), st.integers(0, 8), min_size=1, max_size=4
)


@given(complete_levels, small_candidates, st.integers(1, 15))
@example(
    # One long step overshoots by more than was needed, and is minimal all the same.
    levels=dict(
        zip(
            "123456789",
            ["1-5", "2-4", "3-1", "4-1", "5-3", "6-1", "7-4", "8-1", "9-1"],
            strict=True,
        )
    ),
    picks={"1": 6},
    target=9,
)
@settings(max_examples=60)
def test_smallest_sets_are_every_minimal_set_and_no_other(
    levels: dict[str, str], picks: dict[str, int], target: int
) -> None:
    candidates = {key: LADDERS[key][pick % len(LADDERS[key])] for key, pick in picks.items()}
    now = grade(levels)
    up = target > now

    def reaches(choice: dict[str, str]) -> bool:
        got = grade({**levels, **choice})
        return got >= target if up else got <= target

    ranges = []
    for key, end in candidates.items():
        ladder = LADDERS[key]
        low, high = sorted((ladder.index(levels[key]), ladder.index(end)))
        steps = [
            level
            for level in ladder[low : high + 1]
            if (POINTS[level] >= POINTS[levels[key]]) is up or level == levels[key]
        ]
        ranges.append([(key, level) for level in sorted(steps, key=POINTS.__getitem__)])

    def shorter(choice: dict[str, str], key: str) -> dict[str, str]:
        steps = [level for _, level in next(r for r in ranges if r[0][0] == key)]
        place = steps.index(choice[key])
        return {**choice, key: steps[place - 1 if up else place + 1]}

    expected = set()
    if target == now:
        expected.add(frozenset())
    else:
        for combination in product(*ranges):
            choice = dict(combination)
            changed = [key for key, level in choice.items() if level != levels[key]]
            if reaches(choice) and all(not reaches(shorter(choice, key)) for key in changed):
                expected.add(frozenset(choice[key] for key in changed))
    found = smallest_sets(rate_levels("fes-primary", levels), candidates, target)
    assert {frozenset(change.to_level for change in one.changes) for one in found} == expected
    assert len(found) == len(expected)
    sizes = [len(one.changes) for one in found]
    assert sizes == sorted(sizes)
    for one in found:
        choice = {change.to_level.partition("-")[0]: change.to_level for change in one.changes}
        assert one.grade == evaluate_levels("fes-primary", {**levels, **choice}).grade
        assert one.total == evaluate_levels("fes-primary", levels).total + one.points


def test_only_the_very_levels_allowed_when_they_are_listed(levels: dict[str, str]) -> None:
    assert smallest_sets(rate_levels("fes-primary", levels), {"3": ["3-4"]}, "GS-12") == ()
    (one,) = smallest_sets(rate_levels("fes-primary", levels), {"3": ["3-5"]}, "GS-12")
    assert [change.to_level for change in one.changes] == ["3-5"]
    assert one.points == 375


def test_sets_that_move_as_much_stand_in_the_order_of_the_factors(
    levels: dict[str, str],
) -> None:
    # 2,580 points: 175 are missing, and 2-5 and 3-5 bring 200 each.
    start = {**levels, "3": "3-4", "4": "4-3", "5": "5-2"}
    found = smallest_sets(rate_levels("fes-primary", start), {"3": ["3-5"], "2": ["2-5"]}, "GS-12")
    assert [[change.to_level for change in one.changes] for one in found] == [["2-5"], ["3-5"]]
    assert [one.points for one in found] == [200, 200]


def test_downward_as_well(levels: dict[str, str]) -> None:
    (one,) = smallest_sets(rate_levels("fes-primary", levels), {"2": "2-3", "3": ["3-2"]}, 10)
    assert [change.to_level for change in one.changes] == ["2-3", "3-2"]
    assert (one.points, one.total, one.grade) == (-325, 2230, "GS-10")


def test_from_the_lowest_levels_with_everything_open_it_is_still_exact_and_soon() -> None:
    lowest = {key: ladder[0] for key, ladder in LADDERS.items()}
    highest = {key: ladder[-1] for key, ladder in LADDERS.items()}
    found = smallest_sets(rate_levels("fes-primary", lowest), highest, "GS-15")
    assert found
    assert all(one.total >= 4055 for one in found)


@pytest.mark.parametrize("target", ["GS-16", "12", 0, "eleven"])
def test_a_grade_that_is_none_is_refused(levels: dict[str, str], target: str | int) -> None:
    with pytest.raises(LevelError) as caught:
        smallest_sets(rate_levels("fes-primary", levels), {"2": "2-5"}, target)
    given = f'"{target}"' if isinstance(target, str) else target
    assert caught.value.sentence() == (
        f"{given} is not a grade of the Factor Evaluation System Primary Standard. "
        "Its grades are GS-1 to GS-15."
    )


def test_candidates_are_checked(levels: dict[str, str]) -> None:
    with pytest.raises(LevelError, match="belongs to Factor 3") as caught:
        smallest_sets(rate_levels("fes-primary", levels), {"2": "3-5"}, 12)
    assert caught.value.where == "candidates.2"


def test_a_single_step_is_a_candidate_and_both_ends_of_a_range_count(
    levels: dict[str, str],
) -> None:
    to_12 = smallest_sets(rate_levels("fes-primary", levels), {"3": "3-4", "5": "5-4"}, 12)
    assert [[c.to_level for c in one.changes] for one in to_12] == [["3-4", "5-4"]]
    to_10 = smallest_sets(rate_levels("fes-primary", levels), {"1": "1-6"}, 10)
    assert [[c.to_level for c in one.changes] for one in to_10] == [["1-6"]]


def test_distance_at_the_ends_of_the_table() -> None:
    lowest = distance(
        rate_levels("fes-primary", {key: ladder[0] for key, ladder in LADDERS.items()})
    )
    assert (lowest.grade, lowest.previous_grade, lowest.to_previous) == ("GS-1", None, None)
    highest = distance(
        rate_levels("fes-primary", {key: ladder[-1] for key, ladder in LADDERS.items()})
    )
    assert (highest.grade, highest.next_grade, highest.to_next) == ("GS-15", None, None)


@given(complete_levels)
@settings(max_examples=30)
def test_distance_leads_just_into_the_neighbours(levels: dict[str, str]) -> None:
    measured = distance(rate_levels("fes-primary", levels))
    rows = {row.label: row for row in TABLE.conversion}
    if measured.to_next is not None and measured.next_grade is not None:
        assert measured.total + measured.to_next == rows[measured.next_grade].min
    if measured.to_previous is not None and measured.previous_grade is not None:
        assert measured.total - measured.to_previous == rows[measured.previous_grade].max
    assert distance(rate_total("fes-primary", measured.total)) == measured


def test_what_is_sought_keeps_the_rest_of_record(levels: dict[str, str]) -> None:
    outcome = sought_total(open_case(Case(title="x", levels=levels, sought={"2": "Level 2–5"})))
    assert outcome.levels == {**levels, "2": "2-5"}
    assert (outcome.total, outcome.grade) == (2755, "GS-12")


def test_a_wrong_level_sought_is_named(levels: dict[str, str]) -> None:
    with pytest.raises(LevelError) as caught:
        sought_total(open_case(Case(title="x", levels=levels, sought={"2": "2-9"})))
    assert caught.value.where == "sought.2"


def test_every_question_is_asked_of_the_edition_in_force(levels: dict[str, str]) -> None:
    early = date(1970, 1, 1)
    with pytest.raises(StandardError):
        distance(rate_levels("fes-primary", levels, as_of=early))
    with pytest.raises(StandardError):
        distance(rate_total("fes-primary", 2555, as_of=early))
    with pytest.raises(StandardError):
        flips(rate_levels("fes-primary", levels, as_of=early))
    with pytest.raises(StandardError):
        smallest_sets(rate_levels("fes-primary", levels, as_of=early), {"2": "2-5"}, 12)
    with pytest.raises(StandardError):
        sought_total(open_case(Case(title="x", levels=levels, as_of=early)))


def test_a_change_within_the_grade_is_no_flip(levels: dict[str, str]) -> None:
    assert "9-2" not in [flip.change.to_level for flip in flips(rate_levels("fes-primary", levels))]
    top = {key: ladder[-1] for key, ladder in LADDERS.items()}
    assert {flip.direction for flip in flips(rate_levels("fes-primary", top))} == {"down"}


def test_distance_just_below_the_top_grade() -> None:
    # 4,480 less 4-6 to 4-1: 4,055, the lowest of GS-15; 9-3 to 9-2 besides: GS-14.
    top = {key: ladder[-1] for key, ladder in LADDERS.items()}
    measured = distance(rate_levels("fes-primary", {**top, "4": "4-1", "9": "9-2"}))
    assert (measured.total, measured.grade) == (4025, "GS-14")
    assert (measured.next_grade, measured.to_next) == ("GS-15", 30)
    assert (measured.previous_grade, measured.to_previous) == ("GS-13", 425)
