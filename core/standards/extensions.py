"""The Primary Standard beside a series standard: one factor at a time, with its reason.

A factor that fails to meet the lowest level its standard describes, or exceeds the highest,
may be rated by the Primary Standard; the decision has to be documented (The Classifier's
Handbook, TS-107 August 1991, p. 11; Introduction to the Position Classification Standards,
Section III.I.1, p. 17). Each such factor is named with a reason here. The Primary Standard
is never used for a level that lies between the ends of the series standard's ladder.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, NamedTuple

from core.errors import LevelError, at, shown
from core.reading import After, Before, Form, build, refuse
from core.standards.catalog import load_table
from core.standards.levels import normal_factor, normal_level, unknown_level
from core.standards.table import PRIMARY_ID, UNEXTENDED, FactorRow, LevelRow, PointTable

if TYPE_CHECKING:
    from datetime import date

    from core.model import Extension
    from core.standards.model import Standard


class Stated(NamedTuple):
    """A factor said to lie outside its standard's levels, why, by whom and in which field."""

    key: str
    reason: str
    by: str = ""
    field: str = "extensions"


def _single(value: object) -> str:
    key = None if isinstance(value, bool) else normal_factor(str(value))
    if key is None:
        raise refuse(
            "the factor is missing" if value is None else f"{shown(value)} is not a single factor",
            "Name one factor by its number; each one extended has an entry of its own.",
        )
    return key


@dataclass(frozen=True, slots=True)
class ExtensionEntry(Form):
    """One factor rated by the Primary Standard, as an entry of ``extensions``."""

    EXAMPLE: ClassVar[str] = '{"factor": 1, "reason": "..."}'

    factor: Annotated[str, Before(_single)]
    reason: Any = ""
    by: str = ""


def _with_reason(entry: ExtensionEntry) -> ExtensionEntry:
    if not isinstance(entry.reason, str) or not entry.reason.strip():
        raise refuse(
            f"no reason is given for rating Factor {entry.factor} by the Primary Standard",
            "Record why the factor lies outside the levels its standard describes.",
            field="reason",
        )
    return entry


def _each_once(entries: list[ExtensionEntry]) -> list[ExtensionEntry]:
    seen: set[str] = set()
    for number, entry in enumerate(entries, 1):
        if entry.factor in seen:
            raise refuse(
                f"Factor {entry.factor} is given twice",
                "Give each factor one entry.",
                field=f"[{number}].factor",
            )
        seen.add(entry.factor)
    return entries


Entries = Annotated[list[Annotated[ExtensionEntry, After(_with_reason)]], After(_each_once)]
"""The ``extensions`` of a request or a case: each factor once."""


@dataclass(frozen=True, slots=True)
class _Extended(Form):
    """What has extensions, read apart from the rest of it."""

    extensions: Entries


def numbered_extensions(entries: Iterable[ExtensionEntry]) -> tuple[Stated, ...]:
    """Return entries as plain records that know their field."""
    return tuple(
        Stated(one.factor, one.reason, one.by, f"extensions[{number}]")
        for number, one in enumerate(entries, 1)
    )


def read_extensions(given: object, where: str) -> tuple[Stated, ...]:
    """Read the ``extensions`` of a case: a list of ``{"factor", "reason", "by"?}``.

    Raises:
        CaseError: the form is another, a reason is empty or a factor stands twice.
    """
    if given is None or given == []:
        return ()
    return numbered_extensions(build(_Extended, {"extensions": given}, where=where).extensions)


def stated(extensions: Iterable[Extension]) -> tuple[Stated, ...]:
    """Return a case's extensions as plain records.

    Raises:
        CaseError: see :func:`read_extensions`.
    """
    return read_extensions([one.model_dump() for one in extensions], "")


def extended_table(
    table: PointTable,
    extensions: Sequence[Stated],
    levels: Iterable[Mapping[str, object]],
    *,
    as_of: date | None,
    where: str = "",
) -> PointTable:
    """Return a table whose extended factors have the levels of the Primary Standard as well.

    Only the levels between the end of the standard's ladder and the level given are added.

    Args:
        table: the edition of the series standard.
        extensions: the factors extended.
        levels: every set of levels given, such as those of record and those sought.
        as_of: the date whose edition of the Primary Standard applies.
        where: the input's name, for messages.

    Raises:
        LevelError: the standard cannot be extended, a factor is not one of its, no level
            given for the factor lies outside the standard's levels, one lies between them, or
            the Primary Standard does not have it.
        StandardError: no edition of the Primary Standard was in force on the date.
    """
    if not extensions:
        return table
    if table.id in UNEXTENDED:
        raise LevelError(
            f"the {table.title} is not extended by the Primary Standard",
            where=at(where, "extensions"),
            hint="Leave the extensions out.",
        )
    primary = load_table(PRIMARY_ID, as_of)
    given = [dict(one) for one in levels]
    added = {
        one.key: _added(_factor(table, one, where), primary, one, _levels_of(given, one.key), where)
        for one in extensions
    }
    return _with_rows(table, primary, added)


def _factor(table: PointTable, one: Stated, where: str) -> FactorRow:
    place = at(where, f"{one.field}.factor")
    if table.chart is not None and one.key in (side.key for side in table.chart.sides):
        raise LevelError(
            f"Factor {one.key} takes its points from the combined chart, which the Primary "
            "Standard does not extend",
            where=place,
            hint="Choose the cell of the chart that is fully met.",
        )
    row = table.by_factor.get(one.key)
    if row is None:
        raise LevelError(
            f"the {table.title} has no Factor {one.key}",
            where=place,
            hint=f"Its factors are {', '.join(table.by_factor)}.",
        )
    return row


def _levels_of(given: list[dict[str, object]], key: str) -> list[str]:
    found = [
        normal_level(raw)
        for levels in given
        for factor, raw in levels.items()
        if normal_factor(factor) == key and isinstance(raw, str)
    ]
    return [level for level in dict.fromkeys(found) if level is not None]


def _step(level: str) -> int:
    return int(level.partition("-")[2])


def _added(
    row: FactorRow, primary: PointTable, one: Stated, levels: list[str], where: str
) -> list[LevelRow]:
    """Return the Primary Standard's levels that reach from the ladder's ends to those given."""
    place = at(where, one.field)
    low, high = _step(row.levels[0].level), _step(row.levels[-1].level)
    extent = f"{row.levels[0].level} to {row.levels[-1].level}"
    rows = primary.by_factor[one.key].by_level
    wanted: list[int] = []
    for level in levels:
        if level in row.by_level:
            continue
        if level in row.unknown:
            message, hint = unknown_level(row.key, row.ladder(), level)
            raise LevelError(message, where=place, hint=hint)
        if level not in rows:
            raise LevelError(
                f"neither the standard nor the Primary Standard has a Level {level}",
                where=place,
                hint=f"The Primary Standard has {', '.join(rows)}.",
            )
        if low < _step(level) < high:
            raise LevelError(
                f"Level {level} lies between levels the standard describes ({extent}), and the "
                "Primary Standard is used only below the lowest or above the highest",
                where=place,
                hint=f"Choose one of {', '.join(row.ladder())}.",
            )
        wanted.append(_step(level))
    if not wanted:
        raise LevelError(
            f"Factor {one.key} has no level outside those the standard describes ({extent}), so "
            "the Primary Standard does not rate it",
            where=place,
            hint="Remove the extension, or give the level that lies outside.",
        )
    cited = (primary.document, primary.edition, primary.section)
    return [
        level._replace(cited=cited)
        for level in rows.values()
        if min(wanted) <= _step(level.level) < low or high < _step(level.level) <= max(wanted)
    ]


def measured_table(
    table: PointTable, levels: Iterable[Mapping[str, object]], *, as_of: date | None
) -> PointTable:
    """Return a table that holds the levels given which a partial edition does not know.

    Their points are those the Primary Standard assigns to the same level: enough to measure what
    they would come to, while without its own words none of them can be found met.

    Raises:
        StandardError: no edition of the Primary Standard was in force on the date.
    """
    given = [dict(one) for one in levels]
    wanted = {
        row.key: [
            one
            for one in _levels_of(given, row.key)
            if one in row.unknown and one not in row.by_level
        ]
        for row in table.factors
        if row.unknown
    }
    if not any(wanted.values()):
        return table
    primary = load_table(PRIMARY_ID, as_of)
    cited = (primary.document, primary.edition, primary.section)
    added = {
        key: [primary.by_factor[key].by_level[one]._replace(cited=cited) for one in names]
        for key, names in wanted.items()
    }
    return _with_rows(table, primary, added)


def _with_rows(
    table: PointTable, primary: PointTable, added: Mapping[str, Sequence[LevelRow]]
) -> PointTable:
    """Return a table whose factors have further rows, each on its place of the ladder."""
    factors = dict(table.by_factor)
    for key, new in added.items():
        row = factors[key]
        ladder = tuple(sorted((*row.levels, *new), key=lambda level: _step(level.level)))
        factors[key] = replace(
            row, levels=ladder, by_level={level.level: level for level in ladder}
        )
    names = sorted(row.level for new in added.values() for row in new)
    content = f"{table.content}+{primary.content}+{','.join(names)}"
    return replace(
        table,
        factors=tuple(factors.values()),
        by_factor=factors,
        content=hashlib.sha256(content.encode()).hexdigest(),
    )


def extended_standard(standard: Standard, primary: Standard, table: PointTable) -> Standard:
    """Return a standard with the digests of every level its extended table holds."""
    known = {
        level.level: level
        for source in (primary, standard)
        for factor in source.factors
        for level in factor.levels
    }
    factors = []
    for factor in standard.factors:
        row = table.by_factor.get(str(factor.factor))
        if row is not None and len(row.levels) > len(factor.levels):
            ladder = tuple(known[name] for name in row.ladder())
            factors.append(factor.model_copy(update={"levels": ladder}))
        else:
            factors.append(factor)
    return standard.model_copy(update={"factors": tuple(factors)})
