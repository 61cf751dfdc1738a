"""What a change of level would do: distances, flips and the smallest sets that reach a grade.

What contested levels can lead to, with probabilities, is :func:`distribution`.

Everything here is exact: it adds up points from the standard's table for sets of levels and
reads the grade off its conversion table. Whether a change is *deserved* is for findings to
say (:mod:`core.crediting`); this module only counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from core.distribution import Distribution, conversion_index, distribution
from core.errors import LevelError
from core.messages import shown
from core.models import Evaluation, FactorId, Frozen
from core.rating import open_table, rate_rows, rate_total, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from core.models import Case
    from core.rating import Rating
    from core.tables import FactorRow, LevelRow, PointTable

__all__ = [
    "Change",
    "ChangeSet",
    "Distance",
    "Distribution",
    "Flip",
    "Outcome",
    "distance",
    "distribution",
    "flips",
    "smallest_sets",
    "sought_total",
]

Direction = Literal["up", "down"]


class Distance(Frozen):
    """How many points separate a total from the grades on either side.

    ``to_next`` is the gain that reaches the next grade, ``to_previous`` the loss that falls
    into the one below (both None at the ends of the table). ``above_floor`` is how far the
    total stands above the lowest total of its own grade.
    """

    total: int
    grade: str
    above_floor: int
    next_grade: str | None
    to_next: int | None
    previous_grade: str | None
    to_previous: int | None


class Change(Frozen):
    """One factor moved from a level to another, and the points that brings (or costs)."""

    factor: FactorId
    name: str
    from_level: str
    to_level: str
    points: int


class Flip(Frozen):
    """One change of one level that alone changes the grade."""

    change: Change
    direction: Direction
    total: int
    grade: str


class ChangeSet(Frozen):
    """Changes that together reach a grade; not one of them can be dropped or shortened."""

    changes: tuple[Change, ...]
    points: int
    total: int
    grade: str


class Outcome(Frozen):
    """A complete set of levels with its total and grade."""

    levels: dict[str, str]
    total: int
    grade: str


def distance(
    standard_id: str,
    levels: Mapping[str, str] | None = None,
    *,
    total: int | None = None,
    as_of: date | None = None,
) -> Distance:
    """Measure how far levels, or a bare total, stand from the neighbouring grades.

    Raises:
        StandardError: the standard is unknown or not in force on the date.
        LevelError: neither levels nor a total is given, or they are wrong.
    """
    if levels is not None:
        rating = _rate(standard_id, levels, as_of)
    elif total is not None:
        rating = rate_total(standard_id, total, as_of)
    else:
        raise LevelError("there is nothing to measure", hint="Give levels or a total.")
    rows = rating.table.conversion
    row = rows[rating.row]
    above = rows[rating.row + 1] if rating.row + 1 < len(rows) else None
    below = rows[rating.row - 1] if rating.row else None
    return Distance(
        total=rating.total,
        grade=row.label,
        above_floor=rating.total - row.min,
        next_grade=None if above is None else above.label,
        to_next=None if above is None else above.min - rating.total,
        previous_grade=None if below is None else below.label,
        to_previous=None if below is None or below.max is None else rating.total - below.max,
    )


def flips(
    evaluation: Evaluation | Mapping[str, str],
    *,
    standard_id: str = "fes-primary",
    as_of: date | None = None,
) -> tuple[Flip, ...]:
    """Return every change of a single level that changes the grade.

    Args:
        evaluation: an evaluation with levels, or the levels themselves.
        standard_id: the standard, when levels are given; an evaluation names its own.
        as_of: the date the edition was chosen for.

    Returns:
        The flips in the order of the factors, lowest resulting level first. None for an
        evaluation of a bare total: nothing is known of its levels.

    Raises:
        StandardError: the standard is unknown or not in force on the date.
        LevelError: the levels are wrong or incomplete.
    """
    if isinstance(evaluation, Evaluation):
        if not evaluation.factors:
            return ()
        standard_id = evaluation.standard
        levels: Mapping[str, str] = {str(s.factor): s.level for s in evaluation.factors}
    else:
        levels = evaluation
    rating = _rate(standard_id, levels, as_of)
    found: list[Flip] = []
    for factor, row in zip(rating.table.factors, rating.levels, strict=True):
        for other in factor.levels:
            total = rating.total + other.points - row.points
            index = conversion_index(rating.table, total)
            if index != rating.row:
                found.append(
                    Flip(
                        change=_change(factor, row, other),
                        direction="up" if index > rating.row else "down",
                        total=total,
                        grade=rating.table.conversion[index].label,
                    )
                )
    return tuple(found)


def smallest_sets(
    levels: Mapping[str, str],
    candidates: Mapping[str, str | Iterable[str]],
    target: str | int,
    *,
    standard_id: str = "fes-primary",
    as_of: date | None = None,
) -> tuple[ChangeSet, ...]:
    """Return the minimal sets of level changes that reach a grade.

    Upward, reaching a grade means earning it or a higher one; downward, falling to it or
    below. A set is minimal when no change in it can be dropped or moved one candidate step
    back and the rest still reach the grade.

    Args:
        levels: the complete levels to start from.
        candidates: for each factor that may change, the level it may move to (every level
            between counts too), or the very levels allowed.
        target: the grade, as ``"GS-12"`` or 12.
        standard_id: the standard.
        as_of: the date the edition was chosen for.

    Returns:
        The sets with the fewest changes first, then those that move the fewest points. An
        empty tuple when the candidates cannot reach the grade. One set without changes when
        the levels earn exactly the target already.

    Raises:
        StandardError: the standard is unknown or not in force on the date.
        LevelError: a level or the target is wrong.
    """
    rating = _rate(standard_id, levels, as_of)
    table = rating.table
    goal = _grade_index(table, target)
    if goal == rating.row:
        return (ChangeSet(changes=(), points=0, total=rating.total, grade=rating.grade),)
    sign = 1 if goal > rating.row else -1
    edge = table.conversion[goal]
    bound = edge.min if sign > 0 or edge.max is None else edge.max
    needed = (bound - rating.total) * sign
    ways = list(_ways(rating, candidates, sign))
    found = [_change_set(rating, combination) for combination in _minimal(ways, needed)]
    return tuple(
        sorted(found, key=lambda one: (len(one.changes), abs(one.points), _order(table, one)))
    )


def sought_total(case: Case) -> Outcome:
    """Return what a case would total if every level sought were credited.

    Factors not in dispute keep their level of record.

    Raises:
        StandardError: the standard is unknown or not in force on the case's date.
        LevelError: a level is wrong, or a level of record is missing.
    """
    table = open_table(case.standard, case.as_of)
    record = resolve(table, dict(case.levels))
    wanted = {
        row.level.partition("-")[0]: row
        for row in resolve(table, dict(case.sought), name="sought", complete=False)
    }
    rows = tuple(
        wanted.get(factor.key, row) for factor, row in zip(table.factors, record, strict=True)
    )
    rating = rate_rows(table, rows, case.as_of)
    return Outcome(levels=rating.chosen(), total=rating.total, grade=rating.grade)


def _rate(standard_id: str, levels: Mapping[str, str], as_of: date | None) -> Rating:
    table = open_table(standard_id, as_of)
    return rate_rows(table, resolve(table, dict(levels)), as_of)


def _change(factor: FactorRow, old: LevelRow, new: LevelRow) -> Change:
    return Change(
        factor=factor.factor,
        name=factor.name,
        from_level=old.level,
        to_level=new.level,
        points=new.points - old.points,
    )


def _grade_index(table: PointTable, target: str | int) -> int:
    for index, row in enumerate(table.conversion):
        if target in (row.label, row.grade):
            return index
    labels = f"{table.conversion[0].label} to {table.conversion[-1].label}"
    raise LevelError(
        f"{shown(target)} is not a grade of the {table.title}", hint=f"Its grades are {labels}."
    )


def _ways(
    rating: Rating, candidates: Mapping[str, str | Iterable[str]], sign: int
) -> Iterator[list[Change]]:
    """Yield for each changeable factor its useful changes, smallest step first."""
    allowed: dict[str, set[str]] = {}
    by_factor = rating.table.by_factor
    current = dict(zip(by_factor, rating.levels, strict=True))
    for given, wanted in candidates.items():
        single = isinstance(wanted, str)
        for text in [wanted] if isinstance(wanted, str) else wanted:
            (row,) = resolve(rating.table, {given: text}, name="candidates", complete=False)
            key = row.level.partition("-")[0]
            names = allowed.setdefault(key, set())
            names.add(row.level)
            if single:
                low, high = sorted((row.points, current[key].points))
                names |= {
                    level.level for level in by_factor[key].levels if low <= level.points <= high
                }
    for factor, row in zip(rating.table.factors, rating.levels, strict=True):
        changes = [
            _change(factor, row, level)
            for level in factor.levels
            if level.level in allowed.get(factor.key, ()) and (level.points - row.points) * sign > 0
        ]
        if changes:
            yield sorted(changes, key=lambda change: abs(change.points))


def _minimal(ways: list[list[Change]], needed: int) -> Iterator[tuple[Change, ...]]:
    """Yield every combination that moves at least ``needed`` points and is minimal.

    A branch is cut when the factors left cannot supply what is missing. A complete
    combination is minimal when taking any change one step back (to the next smaller
    candidate, or to no change) leaves it short.
    """
    reserve = [0]
    for changes in reversed(ways):
        reserve.append(reserve[-1] + abs(changes[-1].points))
    reserve.reverse()

    def search(
        index: int, missing: int, slack: int, taken: tuple[Change, ...]
    ) -> Iterator[tuple[Change, ...]]:
        # ``slack`` is the smallest step back among the changes taken (at first more than
        # everything together): the surplus of a minimal combination stays below it.
        if missing <= 0:
            if -missing < slack:
                yield taken
            return
        if missing > reserve[index]:
            return
        previous = 0
        for change in ways[index]:
            size = abs(change.points)
            step_back = size - previous
            previous = size
            yield from search(index + 1, missing - size, min(slack, step_back), (*taken, change))
        yield from search(index + 1, missing, slack, taken)

    yield from search(0, needed, reserve[0] + 1, ())


def _change_set(rating: Rating, changes: tuple[Change, ...]) -> ChangeSet:
    points = sum(change.points for change in changes)
    total = rating.total + points
    index = conversion_index(rating.table, total)
    return ChangeSet(
        changes=changes,
        points=points,
        total=total,
        grade=rating.table.conversion[index].label,
    )


def _order(table: PointTable, one: ChangeSet) -> tuple[tuple[int, str], ...]:
    position = {factor.factor: index for index, factor in enumerate(table.factors)}
    return tuple((position[change.factor], change.to_level) for change in one.changes)
