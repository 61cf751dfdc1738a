"""Combined charts: a level for each of two factors, one point value where they meet.

Some standards describe Personal Contacts (Factor 6, levels 1 to 4) and Purpose of Contacts
(Factor 7, levels A to D) apart and print points for both together (The Classifier's Handbook,
TS-107 August 1991, p. 8). The point table then has one row for both factors, and a cell of
the chart is its level: ``"6/7-2B"``. People write the two levels apart or the cell as the
chart shows it; here they become one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from core.errors import LevelError, at, shown
from core.fes.derivation import table_citation
from core.standards.levels import LONGEST, normal_factor, normal_level, one_dash, unknown_level

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from core.model import NoticeData
    from core.standards.table import ChartTable, FactorRow, LevelRow, PointTable

# Patterns of spellings that few inputs use, as texts: they are compiled when one first does.
_BETWEEN: Final = re.compile(
    r"\s*(?:level\s+)?[0-9A-Za-z]+\s*\S\s*[0-9]+\s*(?:[.,/][0-9]+|[¼½¾])", re.IGNORECASE
)
_STEP: Final = r"(?i)\s*(?:level\s+)?([0-9]{1,2}|[A-Za-z])\s*"
_CELL: Final = (
    r"(?i)\s*(?:level\s+)?(?:(?P<key>[0-9A-Za-z/]{3,7})\s*-\s*)?"
    r"(?P<row>[0-9]{1,2})\s*[-/,]?\s*(?P<column>[A-Za-z])\s*"
)
_PAIR: Final = (
    r"(?i)\s*(?:levels?\s+)?(?P<row>[0-9A-Za-z]{1,3}\s*-\s*[0-9]{1,2})"
    r"(?:\s*[/,&+]\s*|\s+(?:and|with)\s+|\s+)"
    r"(?:level\s+)?(?P<column>[0-9A-Za-z]{1,3}\s*-\s*[A-Za-z])\s*"
)
_BOTH: Final = (
    r"(?i)\s*(?:factors?\s+)?(?P<first>[0-9A-Za-z]{1,3})\s*(?:[/&+,]|\sand\s)\s*"
    r"(?:factor\s+)?(?P<second>[0-9A-Za-z]{1,3})\s*"
)


def joined(
    chart: ChartTable,
    levels: Mapping[str, object],
    *,
    where: str = "",
    name: str = "levels",
) -> Mapping[str, object]:
    """Return levels with the two of the chart replaced by the cell where they meet.

    Args:
        chart: the standard's chart.
        levels: factor to level as given; both factors, one entry for both, or neither.
        where: the input's name, for messages.
        name: the field the levels stand in, for messages.

    Raises:
        LevelError: only one of the two is given, one is given twice, or a level or cell does
            not exist.
    """
    rows, columns = chart.sides
    first, second = levels.get(rows.key), levels.get(columns.key)
    if type(first) is str and type(second) is str:
        cell = chart.cells.get((first, second))
        # Only plain keys: any other spelling is looked at with care below.
        if cell is not None and all(key.isdecimal() and key[0] != "0" for key in levels):
            found = dict(levels)
            del found[rows.key], found[columns.key]
            found[chart.factor.key] = cell.level
            return found
    return _joined_with_care(chart, levels, where, name)


def _joined_with_care(
    chart: ChartTable, levels: Mapping[str, object], where: str, name: str
) -> Mapping[str, object]:
    apart: dict[str, LevelRow] = {}
    cell: LevelRow | None = None
    rest: dict[str, object] = {}
    for given, raw in levels.items():
        side = _side(chart, given)
        place = at(where, f"{name}.{given if given.isalnum() else shown(given)}")
        if side is None and not names_both(chart, given):
            rest[given] = raw
            continue
        if cell is not None or (side is None and apart) or (side and side.key in apart):
            label = chart.factor.key if side is None or cell is not None else side.key
            raise LevelError(
                f"Factor {label} is given twice",
                where=place,
                hint="Give each factor one level, or both factors one cell of the chart.",
            )
        if side is None:
            cell = find_cell(chart, raw, where=place)
        else:
            apart[side.key] = side_level(side, raw, where=place)
    if cell is None and apart:
        missing = [side for side in chart.sides if side.key not in apart]
        if missing:
            (side,) = missing
            (given_level,) = apart.values()
            raise LevelError(
                f"no level is given for Factor {side.key} ({side.name}), and the chart gives "
                f"points only to Level {given_level.level} together with one",
                where=at(where, name),
                hint=f'Add it, such as "{side.key}": "{side.levels[0].level}".',
            )
        first, second = (apart[side.key].level for side in chart.sides)
        cell = chart.cells[first, second]
    if cell is not None:
        rest[chart.factor.key] = cell.level
    return rest


def names_both(chart: ChartTable, given: str) -> bool:
    """Return whether a text names both factors of the chart: ``"6/7"``, ``"6 and 7"``."""
    match = re.fullmatch(_BOTH, given) if len(given) <= LONGEST else None
    if match is None:
        return False
    keys = tuple(normal_factor(match[name]) for name in ("first", "second"))
    return keys == tuple(side.key for side in chart.sides)


def _side(chart: ChartTable, given: str) -> FactorRow | None:
    key = normal_factor(given)
    return next((side for side in chart.sides if side.key == key), None)


def side_level(side: FactorRow, raw: object, *, where: str) -> LevelRow:
    """Look up a level of one of the chart's factors: ``"6-2"``, ``"7-B"``, ``"2"`` or ``"B"``.

    Raises:
        LevelError: it is no text, no level or a level of another factor.
    """
    step = re.fullmatch(_STEP, raw) if isinstance(raw, str) and len(raw) <= LONGEST else None
    return one_level(side, raw if step is None else f"{side.key}-{step[1]}", where=where)


def one_level(factor: FactorRow, raw: object, *, where: str, extendable: bool = False) -> LevelRow:
    """Look up one level of one factor, in any spelling.

    ``extendable`` says whether the Primary Standard may rate what lies beyond its levels.

    Raises:
        LevelError: as :func:`resolve`.
    """
    if isinstance(raw, str) and raw in factor.by_level:
        return factor.by_level[raw]
    ladder = factor.ladder()
    if not isinstance(raw, str):
        raise LevelError(
            f"the level is {shown(raw)}, but a level is a text",
            where=where,
            hint=f'Write it in quotation marks, such as "{ladder[0]}".',
        )
    normal = normal_level(raw)
    row = factor.by_level.get(normal or "")
    if row is not None:
        return row
    choose = f"Choose one of {', '.join(ladder)}."
    if normal is None and len(raw) <= LONGEST and _BETWEEN.match(raw):
        raise LevelError(
            f"{shown(raw)} lies between two levels, and points are never interpolated",
            where=where,
            hint=choose,
        )
    if normal is None:
        raise LevelError(f"{shown(raw)} is not a level", where=where, hint=choose)
    owner = normal.partition("-")[0]
    if owner != factor.key:
        raise LevelError(
            f"Level {normal} belongs to Factor {owner}, not to Factor {factor.key}",
            where=where,
            hint=choose,
        )
    if normal in factor.unknown:
        message, hint = unknown_level(factor.key, factor.ladder(), normal)
        raise LevelError(message, where=where, hint=hint)
    raise LevelError(
        f"Factor {factor.key} has no Level {normal}",
        where=where,
        hint=choose + (_outside(factor, normal) if extendable else ""),
    )


def _outside(factor: FactorRow, level: str) -> str:
    """Say how a level beyond the ladder can be rated, when it is one."""
    step, *ends = (
        name.partition("-")[2] for name in (level, factor.levels[0].level, factor.levels[-1].level)
    )
    if not all(one.isdecimal() for one in (step, *ends)):
        return ""
    lowest, highest = map(int, ends)
    if lowest <= int(step) <= highest or int(step) < 1:
        return ""
    side = "below the lowest" if int(step) < lowest else "above the highest"
    return (
        f" If the factor truly lies {side} level described, give extensions with the reason, and "
        "the Primary Standard rates it."
    )


def find_cell(chart: ChartTable, raw: object, *, where: str) -> LevelRow:
    """Look up a cell as the chart shows it (``"2B"``) or by its levels (``"6-2/7-B"``).

    Raises:
        LevelError: it is no text or no cell of the chart.
    """
    rows, columns = chart.sides
    example = chart.factor.levels[0].level.rpartition("-")[2]
    hint = (
        f'Write a row and a column, such as "{example}": rows {rows.ladder()[0]} to '
        f"{rows.ladder()[-1]}, columns {columns.ladder()[0]} to {columns.ladder()[-1]}."
    )
    if not isinstance(raw, str):
        raise LevelError(f"the cell is {shown(raw)}, but a cell is a text", where=where, hint=hint)
    text = one_dash(raw) if len(raw) <= LONGEST else ""
    levels: tuple[str | None, str | None] = (None, None)
    if (cell := re.fullmatch(_CELL, text)) and (cell["key"] in (None, chart.factor.key)):
        levels = (
            normal_level(f"{rows.key}-{cell['row']}"),
            normal_level(f"{columns.key}-{cell['column']}"),
        )
    elif pair := re.fullmatch(_PAIR, text):
        levels = normal_level(pair["row"]), normal_level(pair["column"])
    first, second = levels
    row = None if first is None or second is None else chart.cells.get((first, second))
    if row is None:
        raise LevelError(
            f"{shown(raw)} is not a cell of the combined chart for Factors {rows.key} and "
            f"{columns.key}",
            where=where,
            hint=hint,
        )
    return row


def unlikely_notice(table: PointTable, row: LevelRow) -> NoticeData | None:
    """Return what must be said of a cell the standard marks as unlikely."""
    if not row.unlikely or table.chart is None:
        return None
    first, second = row.parts
    message = (
        f"The chart of the {table.title} marks Level {first} with Level {second} as an unlikely "
        "combination: check that both levels rest on the same contacts. If they do, its "
        f"{row.points:,} points stand."
    )
    return {
        "code": "unlikely-combination",
        "severity": "warning",
        "message": message,
        "citation": table_citation(table, row.page, table.chart.section),
    }


# --- the factors one by one --------------------------------------------------------------


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
