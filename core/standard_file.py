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
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from core.errors import StandardError
from core.levels import factor_id, normal_factor, normal_level
from core.tables import FactorRow, GradeRow, LevelRow, NoteRow, PointTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.models import FactorId

_STATUSES: Final = ("in_force", "superseded", "cancelled")
_SEVERITIES: Final = ("note", "warning", "error")
_MISSING: Final = object()


@dataclass(frozen=True, slots=True)
class StandardFile:
    """A checked edition: the table for arithmetic, and the data of the full Standard."""

    table: PointTable
    data: dict[str, Any]


class _Fields:
    """One TOML table being read: every key must be asked for, and none may be left over."""

    def __init__(self, data: object, where: str, path: str = "") -> None:
        self.where = where
        self.path = path
        if not isinstance(data, dict):
            raise self.error("", "must be a table of keys and values")
        self._data: dict[str, Any] = data
        self._asked: set[str] = set()

    def error(self, key: str, what: str, hint: str = "") -> StandardError:
        field = ".".join(part for part in (self.path, key) if part)
        return StandardError(
            f"{field or 'the file'} {what}", where=self.where, hint=hint or "Correct the file."
        )

    def get(self, key: str, default: object = _MISSING) -> Any:
        self._asked.add(key)
        value = self._data.get(key, default)
        if value is _MISSING:
            raise self.error(key, "is missing", f"Add {key!r} with its value.")
        return value

    def text(self, key: str, default: str | None = None) -> str:
        value = self.get(key, _MISSING if default is None else default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.error(key, "must be a text that is not empty")
        return value

    def page(self, key: str = "page", default: str | None = None) -> str:
        if key not in self._data and default is None:
            raise self.error(key, "is missing: no number stands without its printed page")
        return self.text(key, default)

    def integer(self, key: str) -> int:
        value = self.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.error(key, f"must be a whole number, not {value!r}")
        return value

    def day(self, key: str, *, optional: bool = False) -> date | None:
        value = self.get(key, None if optional else _MISSING)
        if value is None:
            return None
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.error(key, "must be a date such as 2009-08-01, without quotation marks")
        return value

    def choice(self, key: str, allowed: tuple[str, ...]) -> str:
        value = self.text(key)
        if value not in allowed:
            raise self.error(key, f"is {value!r}, but must be one of {', '.join(allowed)}")
        return value

    def tables(self, key: str, *, optional: bool = False) -> Iterator[_Fields]:
        value = self.get(key, [] if optional else _MISSING)
        if not isinstance(value, list) or not (value or optional):
            raise self.error(key, "must be a list of tables with at least one entry")
        for number, entry in enumerate(value, 1):
            field = ".".join(part for part in (self.path, f"{key}[{number}]") if part)
            yield _Fields(entry, self.where, field)

    def done(self) -> None:
        for key in self._data:
            if key not in self._asked:
                raise self.error(key, "is not a key this file may have", "Remove or rename it.")


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
    top = _Fields(raw, where)
    method = top.choice("method", ("fes",))
    started = top.day("in_force_from")
    ended = top.day("in_force_to", optional=True)
    if started is None:  # ``day`` has refused a missing date already; this is for the reader.
        raise top.error("in_force_from", "is missing")
    if ended is not None and ended < started:
        raise top.error("in_force_to", "lies before in_force_from")
    document, edition = top.text("document"), top.text("edition")
    factors, factors_data = _factors(top)
    conversion, conversion_data = _conversion(top, pay_plan := top.text("pay_plan"))
    notes = tuple(_note(entry, document, edition) for entry in top.tables("notes", optional=True))
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
        factors=factors,
        conversion=conversion,
        notes=notes,
        content=_content_hash(raw),
        by_factor={row.key: row for row in factors},
        floors=tuple(row.min for row in conversion),
    )
    series = top.get("series", [])
    if not isinstance(series, list) or not all(isinstance(code, str) for code in series):
        raise top.error("series", 'must be a list of texts such as ["0080"]')
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
    }
    return StandardFile(table=table, data=data)


def _content_hash(raw: dict[str, Any]) -> str:
    """Hash the edition as data, so that comments and line ends in its file do not matter."""
    canonical = json.dumps(raw, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _factors(top: _Fields) -> tuple[tuple[FactorRow, ...], list[dict[str, Any]]]:
    rows: list[FactorRow] = []
    data: list[dict[str, Any]] = []
    for entry in top.tables("factors"):
        given = entry.get("factor")
        key = None if isinstance(given, bool) else normal_factor(str(given))
        if key is None:
            raise entry.error("factor", f"is {given!r}, which is not a factor's number")
        if any(row.key == key for row in rows):
            raise entry.error("factor", f"repeats Factor {key}")
        levels, levels_data = _levels(entry, key)
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


def _levels(factor: _Fields, key: str) -> tuple[tuple[LevelRow, ...], list[dict[str, Any]]]:
    rows: list[LevelRow] = []
    data: list[dict[str, Any]] = []
    for entry in factor.tables("levels"):
        name = entry.text("level")
        if normal_level(name) != name:
            raise entry.error("level", f"is {name!r}, which is not a level such as {key}-1")
        if name.partition("-")[0] != key:
            raise entry.error("level", f"is {name}, which does not belong to Factor {key}")
        points, page = entry.integer("points"), entry.page()
        if points <= 0:
            raise entry.error("points", f"is {points}, but points are above zero")
        if any(row.level == name for row in rows):
            raise entry.error("level", f"repeats Level {name}")
        if rows and _step(rows[-1].level) >= _step(name):
            raise entry.error("level", f"is {name}, which stands after {rows[-1].level}")
        if rows and rows[-1].points >= points:
            raise entry.error(
                "points",
                f"is {points} for Level {name}, not more than the {rows[-1].points} of "
                f"Level {rows[-1].level}",
            )
        rows.append(LevelRow(level=name, points=points, page=page))
        data.append(
            {
                "level": name,
                "points": points,
                "page": page,
                "summary": entry.text("summary"),
                "aspects": _aspects(entry, name, page),
            }
        )
        entry.done()
    return tuple(rows), data


def _step(level: str) -> int:
    return int(level.partition("-")[2])


def _aspects(level: _Fields, name: str, page: str) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = []
    groups: dict[str, int] = {}
    for entry in level.tables("aspects"):
        key = entry.text("key")
        if not key.replace("_", "").isalnum() or key != key.lower():
            raise entry.error("key", f"is {key!r}, but a key is small letters and digits")
        if any(aspect["id"] == f"{name}.{key}" for aspect in data):
            raise entry.error("key", f"repeats {key!r} in Level {name}")
        significant = entry.get("significant", True)
        if not isinstance(significant, bool):
            raise entry.error("significant", "must be true or false")
        group = entry.text("any_of", default="") or None
        if group is not None:
            if not significant:
                raise entry.error("any_of", "names alternatives, which must be significant")
            groups[group] = groups.get(group, 0) + 1
        data.append(
            {
                "id": f"{name}.{key}",
                "name": entry.text("name"),
                "text": entry.text("text"),
                "page": entry.page(default=page),
                "significant": significant,
                "any_of": group,
            }
        )
        entry.done()
    if not any(aspect["significant"] for aspect in data):
        raise level.error("aspects", "has none that is significant: nothing would be required")
    for group, size in groups.items():
        if size == 1:
            raise level.error("aspects", f"has {group!r} as any_of once: there is no alternative")
    return data


def _conversion(top: _Fields, pay_plan: str) -> tuple[tuple[GradeRow, ...], list[dict[str, Any]]]:
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


def _note(entry: _Fields, document: str, edition: str) -> NoteRow:
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


def _check_every_total_converts(table: PointTable, top: _Fields) -> None:
    """Refuse a table in which some complete set of levels would earn no grade."""
    for total in sorted(table.reachable()):
        if table.grade_row(total) is None:
            raise top.error(
                "conversion", f"has no grade for {total} points, which levels add up to"
            )
