"""Read one edition of a standard from its TOML text, and refuse every mistake in it by name.

A standard is law as data, so nothing is assumed about a file: levels out of order, points
that do not rise, ranges that overlap, a number without its page or a misspelt key are each a
:class:`core.errors.StandardError` naming the file and the field.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from core.errors import StandardError
from core.levels import factor_id, normal_factor, normal_level
from core.standard_aspects import read_aspects
from core.standard_chart import charted_factors, read_chart
from core.standard_fields import Fields
from core.tables import FactorRow, GradeRow, LevelRow, NoteRow, PointTable

if TYPE_CHECKING:
    from core.models import FactorId
    from core.tables import ChartTable

_STATUSES: Final = ("in_force", "superseded", "cancelled")
_SEVERITIES: Final = ("note", "warning", "error")

# The supervisory guide reads its own keys with the same reader.
_Fields = Fields


@dataclass(frozen=True, slots=True)
class StandardFile:
    """A checked edition: the table for arithmetic, and the data of the full Standard."""

    table: PointTable
    data: dict[str, Any]


def read_standard(text: str, *, where: str) -> StandardFile:
    """Read an edition from TOML text.

    Args:
        text: the file's text.
        where: the file's name, for messages.

    Raises:
        StandardError: the text is not TOML, or anything in it is missing, misspelt, out of
            order or contradictory; the message names the file and the field.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise StandardError(
            f"the file is not valid TOML: {error}", where=where, hint="Correct the file."
        ) from error
    top = Fields(raw, where)
    method = top.choice("method", ("fes",))
    started = top.day("in_force_from")
    ended = top.day("in_force_to", optional=True)
    if started is None:  # ``day`` has refused a missing date already; this is for the reader.
        raise top.error("in_force_from", "is missing")
    if ended is not None and ended < started:
        raise top.error("in_force_to", "lies before in_force_from")
    document, edition = top.text("document"), top.text("edition")
    charted = charted_factors(top)
    factors, factors_data = _factors(top, charted)
    chart, chart_data = read_chart(top, factors) if charted else (None, None)
    conversion, conversion_data = _conversion(top, pay_plan := top.text("pay_plan"))
    notes = tuple(_note(entry, document, edition) for entry in top.tables("notes", optional=True))
    series = top.get("series", [])
    if not isinstance(series, list) or not all(isinstance(code, str) for code in series):
        raise top.error("series", 'must be a list of texts such as ["0080"]')
    rated = factors if chart is None else _with_chart(factors, chart)
    table = PointTable(
        id=top.text("id"),
        edition_id=top.text("edition_id"),
        title=top.text("title"),
        document=document,
        edition=edition,
        section=top.text("section", default=""),
        page=top.page(),
        status=top.choice("status", _STATUSES),
        in_force_from=started,
        in_force_to=ended,
        factors=rated,
        conversion=conversion,
        notes=notes,
        content=_content_hash(raw),
        by_factor={row.key: row for row in rated},
        floors=tuple(row.min for row in conversion),
        chart=chart,
        series=tuple(series),
    )
    top.done()
    _check_every_total_converts(table, top)
    data: dict[str, Any] = {
        "id": table.id,
        "edition_id": table.edition_id,
        "title": table.title,
        "document": document,
        "edition": edition,
        "section": table.section,
        "method": method,
        "status": table.status,
        "in_force_from": started,
        "in_force_to": ended,
        "series": series,
        "pay_plan": pay_plan,
        "factors": factors_data,
        "conversion": conversion_data,
        "notes": [
            {
                "code": note.code,
                "severity": note.severity,
                "text": note.text,
                "page": note.page,
                "section": note.section,
                "document": note.document,
                "edition": note.edition,
            }
            for note in notes
        ],
        "combined": chart_data,
    }
    return StandardFile(table=table, data=data)


def _content_hash(raw: dict[str, Any]) -> str:
    """Hash the edition as data, so that comments and line ends in its file do not matter."""
    canonical = json.dumps(raw, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _with_chart(factors: tuple[FactorRow, ...], chart: ChartTable) -> tuple[FactorRow, ...]:
    """Put the chart's one row in the place of the first of its two factors."""
    first, second = (side.key for side in chart.sides)
    return tuple(chart.factor if row.key == first else row for row in factors if row.key != second)


def _factors(
    top: Fields, charted: frozenset[str] = frozenset()
) -> tuple[tuple[FactorRow, ...], list[dict[str, Any]]]:
    rows: list[FactorRow] = []
    data: list[dict[str, Any]] = []
    for entry in top.tables("factors"):
        given = entry.get("factor")
        key = None if isinstance(given, bool) else normal_factor(str(given))
        if key is None:
            raise entry.error("factor", f"is {given!r}, which is not a factor's number")
        if any(row.key == key for row in rows):
            raise entry.error("factor", f"repeats Factor {key}")
        levels, levels_data = _levels(entry, key, charted=key in charted)
        number: FactorId = factor_id(key)
        row = FactorRow(
            key=key,
            factor=number,
            name=entry.text("name"),
            page=entry.page(),
            levels=levels,
            by_level={level.level: level for level in levels},
        )
        data.append(
            {
                "factor": number,
                "name": row.name,
                "page": row.page,
                "measures": entry.text("measures"),
                "levels": levels_data,
            }
        )
        entry.done()
        rows.append(row)
    return tuple(rows), data


def _levels(
    factor: Fields, key: str, *, charted: bool
) -> tuple[tuple[LevelRow, ...], list[dict[str, Any]]]:
    rows: list[LevelRow] = []
    data: list[dict[str, Any]] = []
    for entry in factor.tables("levels"):
        name = entry.text("level")
        if normal_level(name) != name:
            raise entry.error("level", f"is {name!r}, which is not a level such as {key}-1")
        if name.partition("-")[0] != key:
            raise entry.error("level", f"is {name}, which does not belong to Factor {key}")
        if not charted and not name.partition("-")[2].isdecimal():
            raise entry.error("level", f"is {name}, but only a combined chart letters levels")
        page = entry.page()
        if charted and entry.has("points"):
            raise entry.error("points", "stands beside a level whose points the chart gives")
        points = 0 if charted else entry.integer("points")
        if points <= 0 and not charted:
            raise entry.error("points", f"is {points}, but points are above zero")
        if any(row.level == name for row in rows):
            raise entry.error("level", f"repeats Level {name}")
        if rows and _step(rows[-1].level) >= _step(name):
            raise entry.error("level", f"is {name}, which stands after {rows[-1].level}")
        if rows and rows[-1].points >= points and not charted:
            raise entry.error(
                "points",
                f"is {points} for Level {name}, not more than the {rows[-1].points} of "
                f"Level {rows[-1].level}",
            )
        aspects, requires = read_aspects(entry, name, page)
        rows.append(LevelRow(level=name, points=points, page=page))
        data.append(
            {
                "level": name,
                "points": points,
                "page": page,
                "summary": entry.text("summary"),
                "aspects": aspects,
                "requires": requires,
            }
        )
        entry.done()
    return tuple(rows), data


def _step(level: str) -> tuple[bool, int, str]:
    """Return what levels are put in order by: the number, or the letter after all numbers."""
    step = level.partition("-")[2]
    return (False, int(step), "") if step.isdecimal() else (True, 0, step)


def _conversion(top: Fields, pay_plan: str) -> tuple[tuple[GradeRow, ...], list[dict[str, Any]]]:
    rows: list[GradeRow] = []
    for entry in top.tables("conversion"):
        grade, low, page = entry.integer("grade"), entry.integer("min"), entry.page()
        high = None if entry.get("max", None) is None else entry.integer("max")
        if high is not None and high < low:
            raise entry.error("max", f"is {high}, below its min of {low}")
        if rows:
            before = rows[-1]
            if grade <= before.grade:
                raise entry.error("grade", f"is {grade}, which stands after {before.grade}")
            if before.max is None:
                raise entry.error("min", f"follows grade {before.grade}, which has no max")
            if low <= before.max:
                raise entry.error(
                    "min", f"is {low}, which overlaps the range of grade {before.grade}"
                )
        rows.append(
            GradeRow(grade=grade, label=f"{pay_plan}-{grade}", min=low, max=high, page=page)
        )
        entry.done()
    data = [{"grade": r.grade, "min": r.min, "max": r.max, "page": r.page} for r in rows]
    return tuple(rows), data


def _note(entry: Fields, document: str, edition: str) -> NoteRow:
    note = NoteRow(
        code=entry.text("code"),
        severity=entry.choice("severity", _SEVERITIES),
        text=entry.text("text"),
        page=entry.page(),
        section=entry.text("section", default=""),
        document=entry.text("document", default="") or document,
        edition=entry.text("edition", default="") or edition,
    )
    entry.done()
    return note


def _check_every_total_converts(table: PointTable, top: Fields) -> None:
    """Refuse a table in which some complete set of levels would earn no grade."""
    for total in sorted(table.reachable()):
        if table.grade_row(total) is None:
            raise top.error(
                "conversion", f"has no grade for {total} points, which levels add up to"
            )
