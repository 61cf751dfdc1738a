"""What holds of the mixed grade for any kinds of work, whatever is stated or left open."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.mixed.grade import Kind, settle

kind_facts = st.tuples(
    st.integers(9, 13),
    st.integers(1, 20),
    st.booleans(),
    st.sampled_from([True, False, None]),
    st.sampled_from([True, False, None]),
)


def build(rows: list[tuple[int, int, bool, bool | None, bool | None]]) -> Any:
    weights = sum(weight for _, weight, *_ in rows)
    kinds = [
        Kind(str(number), number, grade, barred, regular, recruiting)
        for number, (grade, _, barred, regular, recruiting) in enumerate(rows, 1)
    ]
    return kinds, [Fraction(100 * weight, weights) for _, weight, *_ in rows]


def by_definition(kinds: list[Kind], shares: list[Fraction]) -> int | None:
    """The printed rule for stated facts, said once more: the highest level that qualifies."""
    counted = [
        (k, s)
        for k, s in zip(kinds, shares, strict=True)
        if not k.barred and k.regular is not False
    ]
    if not counted:
        return None
    levels = sorted({k.grade for k, _ in counted if k.grade}, reverse=True)
    for level in levels:
        majority = sum(s for k, s in counted if (k.grade or 0) >= level) > 50
        quarter = (
            sum(s for k, s in counted if k.grade == level and k.regular and k.recruiting) >= 25
        )
        if majority or quarter:
            return level
    return levels[-1]


@given(st.lists(kind_facts, min_size=1, max_size=5))
def test_open_facts_leave_exactly_the_grades_they_can_lead_to(rows: Any) -> None:
    kinds, shares = build(rows)
    settled = settle(kinds, shares)
    open_rows = [(i, f) for i, row in enumerate(rows) for f in (3, 4) if row[f] is None]
    reached = set()
    for bits in range(2 ** len(open_rows)):
        trial = [list(row) for row in rows]
        for position_, (index, field) in enumerate(open_rows):
            trial[index][field] = bool(bits >> position_ & 1)
            # What nobody stated fails the condition at most; it does not take the work out.
            if field == 3 and not trial[index][3]:
                trial[index][3] = None
        reached.add(by_definition(*build([tuple(row) for row in trial])))
    assert {outcome.grade for outcome in settled.outcomes} == reached
    assert bool(settled.facts) is (len(reached) > 1)


@given(st.lists(kind_facts, min_size=1, max_size=4))
def test_the_order_of_the_work_does_not_matter(rows: Any) -> None:
    grades = set()
    for order in permutations(rows):
        settled = settle(*build(list(order)))
        grades.add(frozenset(outcome.grade for outcome in settled.outcomes))
    assert len(grades) == 1


@given(st.lists(kind_facts, min_size=2, max_size=5), st.integers(1, 99))
def test_time_moved_from_the_lowest_work_to_higher_never_lowers_the_grade(
    rows: Any, part: int
) -> None:
    """Only from the lowest: time taken from work between may cost that work its quarter."""
    stated = [(g, w, b, bool(r), bool(c)) for g, w, b, r, c in rows]
    kinds, shares = build(stated)
    counting = [i for i, kind in enumerate(kinds) if kind.counts()]
    if not counting:
        return
    low = min(counting, key=lambda i: stated[i][0])
    high = max(counting, key=lambda i: stated[i][0])
    if stated[low][0] == stated[high][0]:
        return
    moved = list(shares)
    moved[high] += shares[low] * part / 100
    moved[low] -= shares[low] * part / 100
    before, after = (settle(kinds, one).outcomes[0].grade for one in (shares, moved))
    assert (after or 0) >= (before or 0)
