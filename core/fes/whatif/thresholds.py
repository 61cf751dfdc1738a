"""What a change of level would do: distances, flips and the smallest sets that reach a grade.

What contested levels can lead to, with probabilities, is :mod:`core.fes.whatif.odds`.

Everything here is exact: it adds up points from the standard's table for sets of levels and
reads the grade off its conversion table. Whether a change is *deserved* is for findings to
say (:mod:`core.fes.crediting.ladder`); this module only counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from core.errors import LevelError, shown
from core.fes.opened import OpenedCase
from core.fes.points import Rating, conversion_index
from core.fes.whatif.changes import (
    Change,
    ChangeSet,
    allowed_levels,
    change_set,
    minimal,
    set_order,
    single_changes,
    ways_to,
)
from core.model import Frozen
from core.standards.table import PointTable

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


class Flip(Frozen):
    """One change of one level that alone changes the grade."""

    change: Change
    direction: Direction
    total: int
    grade: str


def distance(rating: Rating) -> Distance:
    """Measure how far levels, or a bare total, stand from the neighbouring grades."""
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


def flips(rating: Rating) -> tuple[Flip, ...]:
    """Return every change of a single level that changes the grade.

    Returns:
        The flips in the order of the factors, lowest resulting level first. None for a bare
        total: nothing is known of its levels.
    """
    if not rating.levels:
        return ()
    found: list[Flip] = []
    for change in single_changes(rating):
        total = rating.total + change.points
        index = conversion_index(rating.table, total)
        if index != rating.row:
            found.append(
                Flip(
                    change=change,
                    direction="up" if index > rating.row else "down",
                    total=total,
                    grade=rating.table.conversion[index].label,
                )
            )
    return tuple(found)


def smallest_sets(
    rating: Rating,
    candidates: Mapping[str, str | Iterable[str]],
    target: str | int,
) -> tuple[ChangeSet, ...]:
    """Return the minimal sets of level changes that reach a grade.

    Upward, reaching a grade means earning it or a higher one; downward, falling to it or
    below. A set is minimal when no change in it can be dropped or moved one candidate step
    back and the rest still reach the grade.

    Args:
        rating: the complete levels to start from, on a table that holds the candidates.
        candidates: for each factor that may change, the level it may move to (every level
            between counts too), or the very levels allowed.
        target: the grade, as ``"GS-12"`` or 12.

    Returns:
        The sets with the fewest changes first, then those that move the fewest points, then
        in the order of the factors. An empty tuple when the candidates cannot reach the grade.
        One set without changes when the levels earn exactly the target already.

    Raises:
        LevelError: a candidate or the target is wrong.
    """
    wanted = {
        key: (texts,) if isinstance(texts, str) else tuple(texts)
        for key, texts in candidates.items()
    }
    table = rating.table
    goal = _grade_index(table, target)
    if goal == rating.row:
        return (ChangeSet(changes=(), points=0, total=rating.total, grade=rating.grade),)
    sign = 1 if goal > rating.row else -1
    edge = table.conversion[goal]
    bound = edge.min if sign > 0 or edge.max is None else edge.max
    needed = (bound - rating.total) * sign
    ranges = {key for key, texts in candidates.items() if isinstance(texts, str)}
    ways = ways_to(rating, allowed_levels(rating, wanted, ranges), sign)
    found = [change_set(rating, combination) for combination in minimal(ways, needed)]
    return tuple(sorted(found, key=set_order))


def _grade_index(table: PointTable, target: str | int) -> int:
    for index, row in enumerate(table.conversion):
        if target in (row.label, row.grade):
            return index
    labels = f"{table.conversion[0].label} to {table.conversion[-1].label}"
    raise LevelError(
        f"{shown(target)} is not a grade of the {table.title}", hint=f"Its grades are {labels}."
    )


class Outcome(Frozen):
    """A complete set of levels with its total and grade."""

    levels: dict[str, str]
    total: int
    grade: str


def sought_total(opened: OpenedCase) -> Outcome:
    """Return what a case would total if every level sought were credited.

    Factors not in dispute keep their level of record.

    Raises:
        LevelError: a level is wrong, or a level of record is missing.
    """
    levels = {**opened.record, **opened.sought}
    rating = opened.rate_sought()
    return Outcome(levels=levels, total=rating.total, grade=rating.grade)
