"""Changes of levels: what one costs or brings, and the search for minimal sets of them.

:mod:`core.fes.whatif` asks the questions; here are the moves they are made of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from core.fes.charts import between, sides, split
from core.fes.points import Rating, conversion_index, side_levels
from core.model import FactorId, Frozen
from core.standards.table import ChartTable, FactorRow, LevelRow


class Change(Frozen):
    """One factor moved from a level to another, and the points that brings (or costs).

    Where a combined chart gives two factors their points and both move, the change is of the
    chart's cell: factor ``"6/7"`` from ``"6/7-2B"`` to ``"6/7-3C"``.
    """

    factor: FactorId
    name: str
    from_level: str
    to_level: str
    points: int

    @property
    def steps(self) -> int:
        """Return how many levels lie between the two, the later one counted."""
        return abs(_rung(self.to_level) - _rung(self.from_level))


class ChangeSet(Frozen):
    """Changes that together reach a grade; not one of them can be dropped or shortened."""

    changes: tuple[Change, ...]
    points: int
    total: int
    grade: str


@dataclass(frozen=True, slots=True)
class Move:
    """A change toward the target: its points as a size, and the points one step back gives up."""

    change: Change
    size: int
    step_back: int


def _rung(level: str) -> int:
    """Return a level's place on its ladder: 5 for 2-5, 3 for 7-C, both together for a cell."""
    step = level.rpartition("-")[2]
    letter = step.lstrip("0123456789")
    number = int(step.removesuffix(letter) or 0)
    return number + (ord(letter.upper()) - ord("A") + 1 if letter else 0)


def _change(factor: FactorRow, old: str, new: str, points: int) -> Change:
    return Change(
        factor=factor.factor, name=factor.name, from_level=old, to_level=new, points=points
    )


def single_changes(rating: Rating) -> Iterator[Change]:
    """Yield every change of one factor alone."""
    chart = rating.table.chart
    for factor, row in zip(rating.table.factors, rating.levels, strict=True):
        if chart is not None and factor is chart.factor:
            for index, side in enumerate(chart.sides):
                for level in side.ladder():
                    first, second = row.parts
                    cell = chart.cells[(level, second) if index == 0 else (first, level)]
                    if cell is not row:
                        yield _change(side, row.parts[index], level, cell.points - row.points)
        else:
            for other in factor.levels:
                if other is not row:
                    yield _change(factor, row.level, other.level, other.points - row.points)


def allowed_levels(
    rating: Rating, wanted: Mapping[str, tuple[str, ...]], ranges: set[str]
) -> dict[str, set[str]]:
    """Return the levels each factor may move to; a range holds every level on the way."""
    known = sides(rating.table)
    current = split(rating.levels)
    allowed: dict[str, set[str]] = {}
    for given, texts in wanted.items():
        for text in texts:
            found = side_levels(rating.table, {given: text}, name="candidates", complete=False)
            for key, level in found.items():
                whole = between(known[key], current[key], level) if given in ranges else (level,)
                allowed.setdefault(key, set()).update(whole)
    return allowed


def ways_to(rating: Rating, allowed: Mapping[str, set[str]], sign: int) -> list[list[Move]]:
    """Return for each changeable factor its useful moves, smallest first."""
    chart = rating.table.chart
    ways: list[list[Move]] = []
    for factor, row in zip(rating.table.factors, rating.levels, strict=True):
        if chart is not None and factor is chart.factor:
            moves = _chart_moves(chart, row, allowed, sign)
        else:
            steps = [
                level
                for level in factor.levels[::sign]
                if level.level in allowed.get(factor.key, ())
                and (level.points - row.points) * sign > 0
            ]
            moves = [
                Move(
                    change=_change(factor, row.level, new.level, new.points - row.points),
                    size=(new.points - row.points) * sign,
                    step_back=(new.points - old.points) * sign,
                )
                for old, new in pairwise([row, *steps])
            ]
        if moves:
            ways.append(moves)
    return ways


def _chart_moves(
    chart: ChartTable, row: LevelRow, allowed: Mapping[str, set[str]], sign: int
) -> list[Move]:
    """Return the moves of the chart's cell; a step back takes back one step of one factor."""
    paths: list[tuple[str, ...]] = []
    for side, part in zip(chart.sides, row.parts, strict=True):
        onward = side.ladder()[::sign]
        ahead = onward[onward.index(part) + 1 :]
        paths.append((part, *(level for level in ahead if level in allowed.get(side.key, ()))))
    moves: list[Move] = []
    for i, first in enumerate(paths[0]):
        for j, second in enumerate(paths[1]):
            cell = chart.cells[first, second]
            if cell is row:
                continue
            before = [chart.cells[paths[0][i - 1], second]] if i else []
            before += [chart.cells[first, paths[1][j - 1]]] if j else []
            points = cell.points - row.points
            if i and j:
                change = _change(chart.factor, row.level, cell.level, points)
            else:
                side, old, new = (
                    (chart.sides[0], row.parts[0], first)
                    if i
                    else (chart.sides[1], row.parts[1], second)
                )
                change = _change(side, old, new, points)
            moves.append(
                Move(
                    change=change,
                    size=points * sign,
                    step_back=min((cell.points - one.points) * sign for one in before),
                )
            )
    return sorted(moves, key=lambda move: move.size)


def minimal(ways: list[list[Move]], needed: int) -> Iterator[tuple[Change, ...]]:
    """Yield every combination that moves at least ``needed`` points and is minimal.

    A branch is cut when the factors left cannot supply what is missing. A complete
    combination is minimal when taking any move one step back leaves it short.
    """
    reserve = [0]
    for moves in reversed(ways):
        reserve.append(reserve[-1] + moves[-1].size)
    reserve.reverse()

    def search(
        index: int, missing: int, slack: int, taken: tuple[Change, ...]
    ) -> Iterator[tuple[Change, ...]]:
        # ``slack`` is the smallest step back among the moves taken (at first more than
        # everything together): the surplus of a minimal combination stays below it.
        if missing <= 0:
            if -missing < slack:
                yield taken
            return
        if missing > reserve[index]:
            return
        for move in ways[index]:
            yield from search(
                index + 1, missing - move.size, min(slack, move.step_back), (*taken, move.change)
            )
        yield from search(index + 1, missing, slack, taken)

    yield from search(0, needed, reserve[0] + 1, ())


def change_set(rating: Rating, changes: tuple[Change, ...]) -> ChangeSet:
    """Return changes with the total and grade they lead to."""
    points = sum(change.points for change in changes)
    total = rating.total + points
    index = conversion_index(rating.table, total)
    return ChangeSet(
        changes=changes,
        points=points,
        total=total,
        grade=rating.table.conversion[index].label,
    )


def set_order(one: ChangeSet) -> tuple[int, int]:
    """Return the sort key of a set: the fewest factors moved, then the fewest points."""
    return sum(len(str(change.factor).split("/")) for change in one.changes), abs(one.points)
