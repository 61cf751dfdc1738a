"""Read a combined chart: one point value for a level of Factor 6 with a level of Factor 7.

Some standards describe the levels of both factors but print points only where a row for
Personal Contacts (levels 1 to 4) meets a column for Purpose of Contacts (levels A to D)::

    [combined]
    rows = 6
    columns = 7
    page = "38"
    unlikely = ["1C", "1D", "4A"]
    [combined.points]
    6-1 = { 7-A = 30, 7-B = 60, 7-C = 130, 7-D = 230 }
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from core.standards.levels import factor_id, normal_factor
from core.standards.table import ChartTable, FactorRow, LevelRow

if TYPE_CHECKING:
    from core.standards.fields import Fields


def charted_factors(top: Fields) -> frozenset[str]:
    """Return the factors whose points stand in a combined chart; none without one.

    Raises:
        StandardError: the chart's rows and columns are not two factors of the standard.
    """
    if top.get("combined", None) is None:
        return frozenset()
    chart = top.table("combined")
    keys = [_key(chart, name) for name in ("rows", "columns")]
    if keys[0] == keys[1]:
        raise chart.error(
            "columns",
            f"names Factor {keys[1]}, which the rows are for",
            "Name the other factor of the chart.",
        )
    known = {str(entry.get("factor", "")) for entry in top.tables("factors")}
    for name, key in zip(("rows", "columns"), keys, strict=True):
        if key not in known:
            raise chart.error(
                name,
                f"is {key}, which is not a factor of this standard",
                "Name a factor that the file describes.",
            )
    return frozenset(keys)


def read_chart(top: Fields, factors: tuple[FactorRow, ...]) -> tuple[ChartTable, dict[str, Any]]:
    """Read the chart of a standard whose factors are read already.

    Returns:
        The chart, and its data for :class:`core.model.CombinedChart`.

    Raises:
        StandardError: a factor is not one of the standard's, its levels are not numbered
            (rows) and lettered (columns), a cell is missing or unknown, points do not rise
            along a row and down a column, or a cell marked unlikely does not exist.
    """
    chart = top.table("combined")
    sides = _side(chart, "rows", factors), _side(chart, "columns", factors)
    rows, columns = sides
    page, section = chart.page(), chart.text("section", default="")
    key = f"{rows.key}/{columns.key}"
    unlikely = _unlikely(chart)
    points = chart.table("points")
    cells: dict[tuple[str, str], LevelRow] = {}
    for row in rows.ladder():
        line = points.table(row)
        for column in columns.ladder():
            short = row.partition("-")[2] + column.partition("-")[2]
            value = line.integer(column)
            if value <= 0:
                raise line.error(
                    column,
                    f"is {value}, but points are above zero",
                    "Check the cell against the printed chart.",
                )
            cells[row, column] = LevelRow(
                level=f"{key}-{short}",
                points=value,
                page=page,
                parts=(row, column),
                unlikely=short in unlikely,
            )
        line.done()
    points.done()
    _check_rising(chart, rows, columns, cells)
    known = {cell.level.rpartition("-")[2] for cell in cells.values()}
    for short in unlikely:
        if short not in known:
            raise chart.error(
                "unlikely",
                f"names {short!r}, which is not a cell such as '1A'",
                "Write a row and a column that the chart has.",
            )
    chart.done()
    ordered = tuple(sorted(cells.values(), key=lambda cell: (cell.points, cell.level)))
    factor = FactorRow(
        key=key,
        factor=key,
        name=f"{rows.name} and {columns.name}",
        page=page,
        levels=ordered,
        by_level={cell.level: cell for cell in ordered},
    )
    data = {
        "factors": (factor_id(rows.key), factor_id(columns.key)),
        "page": page,
        "section": section,
        "cells": [
            {
                "level": cell.level,
                "levels": cell.parts,
                "points": cell.points,
                "unlikely": cell.unlikely,
            }
            for cell in cells.values()
        ],
    }
    return ChartTable(factor=factor, sides=sides, section=section, cells=cells), data


def _key(chart: Fields, name: str) -> str:
    given = chart.get(name)
    key = None if isinstance(given, bool) else normal_factor(str(given))
    if key is None:
        raise chart.error(
            name,
            f"is {given!r}, which is not a factor's number",
            "Write the factor's number, such as rows = 6.",
        )
    return key


def _side(chart: Fields, name: str, factors: tuple[FactorRow, ...]) -> FactorRow:
    key = _key(chart, name)
    factor = next(row for row in factors if row.key == key)
    lettered = name == "columns"
    for level in factor.ladder():
        if level.partition("-")[2].isdecimal() is lettered:
            kind = "letters" if lettered else "numbers"
            raise chart.error(
                name,
                f"has Level {level}, but the {name} of a chart are {kind}",
                "Number the levels of the rows and letter those of the columns.",
            )
    return factor


def _unlikely(chart: Fields) -> tuple[str, ...]:
    value = chart.get("unlikely", [])
    if not isinstance(value, list) or not all(isinstance(cell, str) for cell in value):
        raise chart.error(
            "unlikely",
            'must be a list of cells such as ["1C"]',
            "Write the row and the column of each cell in quotation marks.",
        )
    return tuple(value)


def _check_rising(
    chart: Fields,
    rows: FactorRow,
    columns: FactorRow,
    cells: dict[tuple[str, str], LevelRow],
) -> None:
    """Refuse a cell worth no more than the one before it in its row or its column."""
    for i, row in enumerate(rows.ladder()):
        for j, column in enumerate(columns.ladder()):
            here = cells[row, column]
            before = [cells[row, columns.ladder()[j - 1]]] if j else []
            before += [cells[rows.ladder()[i - 1], column]] if i else []
            for cell in before:
                if cell.points >= here.points:
                    raise chart.error(
                        f"points.{row}.{column}",
                        f"is {here.points}, not more than the {cell.points} of "
                        f"{' with '.join(cell.parts)}",
                        "Check both cells against the printed chart.",
                    )
