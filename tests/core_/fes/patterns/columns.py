"""The printed columns of typical levels, and what a check found, as the tests look at them."""

from __future__ import annotations

from core.fes.patterns.typical_levels import Column, Deviation, Kind, Table, deviation, tables
from core.model import Notice
from core.standards.catalog import load_table
from tests.core_.conftest import WORKED

TABLE = load_table("fes-primary", WORKED)
LADDERS = {factor.key: factor.ladder() for factor in TABLE.factors}

# Table 4 (clerical and assistance work), p. 17, read off anew, column by column.
CLERICAL = {
    1: "1-1 2-1 3-1 4-1 5-1 6-1 7-1 8-1 9-1",
    2: "1-2 2-1 3-1 4-1 5-1 6-1 7-1 8-1 9-1",
    3: "1-2 2-2 3-1 4-2 5-1 6-1/6-2 7-1 8-1 9-1",
    4: "1-3 2-2 3-2 4-2 5-2 6-2 7-1 8-1 9-1",
    5: "1-3 2-2 3-2 4-3 5-2 6-2 7-1/7-2 8-1 9-1",
    6: "1-4 2-2 3-3 4-3 5-2/5-3 6-2 7-1/7-2 8-1 9-1",
    7: "1-4 2-3 3-3 4-3 5-3 6-2 7-2 8-1 9-1",
}


def codes(found: tuple[Notice, ...]) -> list[str]:
    return [finding.code for finding in found]


def only(found: tuple[Notice, ...], code: str) -> Notice:
    (finding,) = (one for one in found if one.code == code)
    return finding


def table_of(kind: Kind) -> Table:
    return next(table for table in tables() if table.kind == kind)


def typical_patterns(kind: Kind) -> tuple[Column, ...]:
    return table_of(kind).columns


def deviations(levels: dict[str, str], kind: Kind, grade: int) -> list[Deviation]:
    columns = [column for column in typical_patterns(kind) if column.grade == grade]
    compared = (deviation(level, columns) for level in levels.values())
    return [one for one in compared if one is not None]
