"""The factors a person names, one by one, also where a combined chart scores two together.

The point table of a standard with a combined chart has one row for both factors of the chart
(:mod:`core.fes.combined`). What-ifs and cross-checks still speak of each factor: this module
takes a table and its rows apart again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.standards.table import FactorRow, LevelRow, PointTable


def sides(table: PointTable) -> dict[str, FactorRow]:
    """Return every factor the standard describes by its key, in the standard's order.

    The levels of a chart's factors carry no points of their own.
    """
    found: dict[str, FactorRow] = {}
    for factor in table.factors:
        whole = table.chart is None or factor.key != table.chart.factor.key
        parts = (factor,) if whole or table.chart is None else table.chart.sides
        found.update({part.key: part for part in parts})
    return found


def split(rows: Iterable[LevelRow]) -> dict[str, str]:
    """Return the level of each factor, those of a chart's cell apart."""
    return {level.partition("-")[0]: level for row in rows for level in (row.parts or (row.level,))}


def between(factor: FactorRow, start: str, end: str) -> tuple[str, ...]:
    """Return the levels of a factor from one to another, both included, lowest first."""
    ladder = factor.ladder()
    low, high = sorted((ladder.index(start), ladder.index(end)))
    return ladder[low : high + 1]
