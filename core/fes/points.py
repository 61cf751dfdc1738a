"""Levels to points to grade: the arithmetic, on plain records.

:mod:`core.fes.assembly` writes a rating out as an evaluation, :mod:`core.fes.grading` as a model.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

from core.errors import LevelError, Mistakes, StandardError, at, shown
from core.fes.charts import joined, names_both, one_level, side_level
from core.standards.catalog import load_table
from core.standards.levels import normal_factor, normal_level
from core.standards.table import UNEXTENDED, LevelRow, PointTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from core.model import MarginData
    from core.standards.extensions import Stated

_NAMED: Final = 3
_SHORT: Final = re.compile(r"[0-9A-Za-z]{1,12}")


class Rating(NamedTuple):
    """A position's total on one edition: the levels (none for a bare total) and the row.

    ``levels`` are in the order of the standard's factors; ``row`` indexes its conversion table.
    ``extensions`` are the factors rated by the Primary Standard, whose levels the table then
    holds as well.
    """

    table: PointTable
    levels: tuple[LevelRow, ...]
    total: int
    row: int
    as_of: date | None
    extensions: tuple[Stated, ...] = ()

    @property
    def grade(self) -> str:
        """Return the grade as text, such as ``"GS-11"``."""
        return self.table.conversion[self.row].label

    def chosen(self) -> dict[str, str]:
        """Return the level of each factor, by the factor's number as text."""
        pairs = zip(self.table.factors, self.levels, strict=False)
        return {factor.key: level.level for factor, level in pairs}


def open_table(standard_id: str, as_of: date | None, where: str = "") -> PointTable:
    """Return the table in force; errors name the field of the input.

    Raises:
        StandardError: see :func:`core.standards.catalog.load_table`.
    """
    try:
        return load_table(standard_id, as_of)
    except StandardError as error:
        if not where:
            raise
        raise StandardError(error.message, where=at(where, error.where), hint=error.hint) from error


def resolve(
    table: PointTable,
    levels: Mapping[str, object],
    *,
    where: str = "",
    name: str = "levels",
    complete: bool = True,
) -> tuple[LevelRow, ...]:
    """Look up one level for every factor, in the standard's order.

    Where the standard prints a combined chart, the two factors of it come out as one cell.

    Args:
        table: the edition.
        levels: factor number as text to level; other spellings of either are understood.
        where: the input's name, for messages.
        name: the field the levels stand in, for messages.
        complete: whether a factor without a level is refused; else it is left out.

    Raises:
        LevelError: a factor is unknown, given twice or has no level, or a level is not
            text, not a level, between two levels, unknown or of another factor.
    """
    if table.chart is not None:
        levels = joined(table.chart, levels, where=where, name=name)
    if len(levels) == len(table.factors):
        rows = []
        for factor in table.factors:
            raw = levels.get(factor.key)
            row = factor.by_level.get(raw) if type(raw) is str else None
            if row is None:
                break
            rows.append(row)
        else:
            return tuple(rows)
    return _resolve_with_care(table, levels, where, name, complete=complete)


def _resolve_with_care(
    table: PointTable, levels: Mapping[str, object], where: str, name: str, *, complete: bool
) -> tuple[LevelRow, ...]:
    mistakes = Mistakes()
    named: set[str] = set()
    found: dict[str, LevelRow] = {}
    for given, raw in levels.items():
        key = given if given in table.by_factor else normal_factor(given)
        if key in table.by_factor and key not in found and type(raw) is str:
            row = table.by_factor[key].by_level.get(raw)
            if row is not None:
                found[key] = row
                continue
        with mistakes:
            place = at(where, f"{name}.{given if _SHORT.fullmatch(given) else shown(given)}")
            if key is None or key not in table.by_factor:
                raise LevelError(
                    f"{shown(given)} is not a factor of the {table.title}",
                    where=place,
                    hint=f"Its factors are {', '.join(table.by_factor)}.",
                )
            named.add(key)
            if key in found:
                raise LevelError(
                    f"Factor {key} is given twice", where=place, hint="Give each factor one level."
                )
            found[key] = one_level(
                table.by_factor[key], raw, where=place, extendable=table.id not in UNEXTENDED
            )
    missing = [factor for factor in table.factors if factor.key not in {*found, *named}]
    if missing and complete:
        few = len(missing) <= _NAMED
        names = ", ".join(
            f"Factor {factor.key} ({factor.name})" if few else factor.key for factor in missing
        )
        example = missing[0]
        with mistakes:
            raise LevelError(
                f"no level is given for {names if few else 'Factors ' + names}",
                where=at(where, name),
                hint=f'Add one for each, such as "{example.key}": "{example.levels[0].level}".',
            )
    mistakes.settle()
    return tuple(found[factor.key] for factor in table.factors if factor.key in found)


def beyond_partial(table: PointTable, levels: Mapping[str, object]) -> dict[str, str]:
    """Return the levels that a partial edition does not know, by factor, in the one spelling.

    They stand in the official text, and the Primary Standard describes them; here they cannot be
    credited, so whoever asks for one is told so and nothing else is refused.
    """
    found: dict[str, str] = {}
    for given, raw in levels.items():
        key = normal_factor(given)
        level = normal_level(raw) if isinstance(raw, str) else None
        if key is None or level is None or key not in table.by_factor:
            continue
        if level in table.by_factor[key].unknown:
            found[key] = level
    return found


def side_levels(
    table: PointTable,
    levels: Mapping[str, object],
    *,
    where: str = "",
    name: str = "levels",
    complete: bool = True,
) -> dict[str, str]:
    """Return the level of each factor the standard describes, in the one spelling.

    As :func:`resolve`, but the two factors of a combined chart stay apart, and without
    ``complete`` one of them may be given alone.

    Raises:
        LevelError: see :func:`resolve`.
    """
    if table.chart is None:
        rows = resolve(table, levels, where=where, name=name, complete=complete)
        return {row.level.partition("-")[0]: row.level for row in rows}
    sides = {side.key: side for side in table.chart.sides}
    named = {normal_factor(given) or given: given for given in levels}
    alone = [key for key in sides if key in named]
    both = any(names_both(table.chart, given) for given in levels)
    if len(alone) == 1 and not complete and not both:
        (key,) = alone
        given = named[key]
        rest = {other: level for other, level in levels.items() if other != given}
        found = side_levels(table, rest, where=where, name=name, complete=False)
        row = side_level(sides[key], levels[given], where=at(where, f"{name}.{key}"))
        return {**found, key: row.level}
    rows = resolve(table, levels, where=where, name=name, complete=complete)
    return {level.partition("-")[0]: level for row in rows for level in (row.parts or (row.level,))}


def rate_levels(
    standard_id: str,
    levels: Mapping[str, object],
    as_of: date | None = None,
    *,
    where: str = "",
) -> Rating:
    """Add up the points of one level for every factor and find the grade.

    Args:
        standard_id: such as ``"fes-primary"``.
        levels: factor number as text to level.
        as_of: the date whose edition applies; None means the newest edition in force.
        where: the input's name, for messages.

    Raises:
        StandardError: the standard is unknown or not in force on the date.
        LevelError: see :func:`resolve`.
    """
    table = open_table(standard_id, as_of, where)
    return rate_rows(table, resolve(table, levels, where=where), as_of, where=where)


def rate_rows(
    table: PointTable, rows: tuple[LevelRow, ...], as_of: date | None, *, where: str = ""
) -> Rating:
    """Add up rows already looked up.

    Every complete set of a standard's own levels has a grade.

    Raises:
        LevelError: levels of the Primary Standard bring a total that no row holds.
    """
    total = 0
    for row in rows:
        total += row.points
    index = table.grade_row(total)
    if index is None:
        raise LevelError(
            no_range(table, total),
            where=at(where, "levels"),
            hint="Check the levels against the standard.",
        )
    return Rating(table=table, levels=rows, total=total, row=index, as_of=as_of)


def rate_total(
    standard_id: str, total: object, as_of: date | None = None, *, where: str = ""
) -> Rating:
    """Find the grade of a total printed somewhere, without its levels.

    Raises:
        StandardError: the standard is unknown or not in force on the date.
        LevelError: the total is not a whole number, lies in no range of the conversion
            table, or cannot come from any set of levels. It is never rounded.
    """
    table = open_table(standard_id, as_of, where)
    place = at(where, "total")
    if not isinstance(total, int) or isinstance(total, bool):
        raise LevelError(
            f"the total is {shown(total)}, but a total is a whole number of points",
            where=place,
            hint="Write it as digits, such as 2555.",
        )
    index = table.grade_row(total)
    hint = "Check the total against its source, or give the level of each factor."
    if index is None:
        raise LevelError(no_range(table, total), where=place, hint=hint)
    if table.partial:
        raise LevelError(
            f"the total is {shown(total)}, but this edition is partial, and whether any levels "
            "add up to it is not known",
            where=place,
            hint="Give the level of each factor.",
        )
    if total not in _reachable(table):
        raise LevelError(no_levels(table, total, _reachable(table)), where=place, hint=hint)
    return Rating(table=table, levels=(), total=total, row=index, as_of=as_of)


def conversion_index(table: PointTable, total: int) -> int:
    """Return the index of the conversion row that holds a total some set of levels adds up to.

    Raises:
        LevelError: no row holds it; the checks on a standard's file rule that out.
    """
    index = table.grade_row(total)
    if index is None:
        raise LevelError(no_range(table, total))
    return index


def no_range(table: PointTable, total: int) -> str:
    """Say of a total in no range of the conversion table which ranges it lies next to."""
    points = "1 point lies" if total == 1 else f"{shown(total)} points lie"
    where = f"{points} in no range of the conversion table"
    last = next((row for row in table.conversion[::-1] if row.max and row.max < total), None)
    following = next((row for row in table.conversion if row.min > total), None)
    if last is None:
        return f"{where}, which begins at {table.conversion[0].min} (p. {table.conversion[0].page})"
    if following is None:
        return f"{where}, which ends at {last.max} (p. {last.page})"
    same = last.page == following.page
    pages = f"p. {last.page}" if same else f"pp. {last.page} and {following.page}"
    lower, higher = (f"{row.label}, {row.extent()}" for row in (last, following))
    return f"{where}: the total lies between {lower}, and {higher} ({pages})"


def no_levels(table: PointTable, total: int, reachable: Iterable[int]) -> str:
    """Say that no set of levels adds up to a total, and which totals next to it some do."""
    totals = sorted(reachable)
    at_or_above = bisect_left(totals, total)
    near = [f"{one:,}" for one in totals[max(0, at_or_above - 1) : at_or_above + 1]]
    nearest = f"totals are {' and '.join(near)}" if len(near) > 1 else f"total is {near[0]}"
    return (
        f"no set of levels of the {table.title} adds up to {shown(total)} points; the nearest "
        f"possible {nearest}"
    )


_REACHABLE: dict[str, frozenset[int]] = {}


def _reachable(table: PointTable) -> frozenset[int]:
    if table.content not in _REACHABLE:
        _REACHABLE[table.content] = table.reachable()
    return _REACHABLE[table.content]


def margin(rating: Rating) -> MarginData:
    """Return how far a total stands from the edges of its grade, in points."""
    conversion = rating.table.conversion
    row = conversion[rating.row]
    above = conversion[rating.row + 1] if rating.row + 1 < len(conversion) else None
    return {
        "floor": row.min,
        "ceiling": row.max,
        "above_floor": rating.total - row.min,
        "next_grade": above and above.label,
        "to_next": above and above.min - rating.total,
    }
