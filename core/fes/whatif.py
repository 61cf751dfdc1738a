"""What a change of level would do: distances, flips and the smallest sets that reach a grade.

What contested levels can lead to, with probabilities, is :func:`distribution`.

Everything here is exact: it adds up points from the standard's table for sets of levels and
reads the grade off its conversion table. Whether a change is *deserved* is for findings to
say (:mod:`core.fes.crediting`); this module only counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from core.errors import LevelError
from core.fes.changes import (
    Change,
    ChangeSet,
    allowed_levels,
    change_set,
    minimal,
    set_order,
    single_changes,
    ways_to,
)
from core.fes.odds import Distribution, conversion_index, distribution
from core.fes.points import open_table, rate_levels, rate_total
from core.fes.sought import Outcome, sought_total
from core.messages import shown
from core.model import Evaluation, Frozen
from core.standards.extensions import Stated

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from core.standards.table import PointTable

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


class Flip(Frozen):
    """One change of one level that alone changes the grade."""

    change: Change
    direction: Direction
    total: int
    grade: str


def distance(
    standard_id: str,
    levels: Mapping[str, str] | None = None,
    *,
    total: int | None = None,
    as_of: date | None = None,
    extensions: Sequence[Stated] = (),
) -> Distance:
    """Measure how far levels, or a bare total, stand from the neighbouring grades.

    Raises:
        StandardError: the standard is unknown or not in force on the date.
        LevelError: neither levels nor a total is given, or they are wrong.
    """
    if levels is not None:
        rating = rate_levels(standard_id, levels, as_of, extensions=extensions)
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
    extensions: Sequence[Stated] = (),
) -> tuple[Flip, ...]:
    """Return every change of a single level that changes the grade.

    Args:
        evaluation: an evaluation with levels, or the levels themselves.
        standard_id: the standard, when levels are given; an evaluation names its own.
        as_of: the date the edition was chosen for.
        extensions: the factors rated by the Primary Standard, when levels are given; an
            evaluation shows its own.

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
        extensions = _extended(open_table(standard_id, as_of), levels)
    else:
        levels = evaluation
    rating = rate_levels(standard_id, levels, as_of, extensions=extensions)
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
    levels: Mapping[str, str],
    candidates: Mapping[str, str | Iterable[str]],
    target: str | int,
    *,
    standard_id: str = "fes-primary",
    as_of: date | None = None,
    extensions: Sequence[Stated] = (),
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
        extensions: the factors whose level, or a candidate for it, the Primary Standard rates.

    Returns:
        The sets with the fewest changes first, then those that move the fewest points, then
        in the order of the factors. An empty tuple when the candidates cannot reach the grade.
        One set without changes when the levels earn exactly the target already.

    Raises:
        StandardError: the standard is unknown or not in force on the date.
        LevelError: a level or the target is wrong.
    """
    wanted = {
        key: (texts,) if isinstance(texts, str) else tuple(texts)
        for key, texts in candidates.items()
    }
    also = [{key: text} for key, texts in wanted.items() for text in texts]
    rating = rate_levels(standard_id, levels, as_of, extensions=extensions, also=also)
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


def _extended(table: PointTable, levels: Mapping[str, str]) -> tuple[Stated, ...]:
    """Return the factors of an evaluation whose level its standard does not describe."""
    return tuple(
        Stated(key, "as evaluated")
        for key, level in levels.items()
        if level not in table.by_factor[key].by_level
    )


def _grade_index(table: PointTable, target: str | int) -> int:
    for index, row in enumerate(table.conversion):
        if target in (row.label, row.grade):
            return index
    labels = f"{table.conversion[0].label} to {table.conversion[-1].label}"
    raise LevelError(
        f"{shown(target)} is not a grade of the {table.title}", hint=f"Its grades are {labels}."
    )
