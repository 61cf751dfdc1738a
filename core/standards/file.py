"""Read one edition of a standard from its TOML text, and refuse every mistake in it by name.

A standard is law as data, so nothing is assumed about a file: levels out of order, points
that do not rise, ranges that overlap, a number without its page or a misspelt key are each a
:class:`core.errors.StandardError` naming the file and the field. The whole format is
described by ``fes standards schema``.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from core.errors import StandardError
from core.standards.about import (
    WORDING,
    doubt_data,
    note_data,
    read_about,
    read_dates,
    read_doubts,
    read_examples,
    read_note,
    read_referrals,
)
from core.standards.chart import charted_factors, read_chart
from core.standards.factors import Reading, read_conversion, read_factors, read_unknown
from core.standards.fields import Fields
from core.standards.levels import joined_levels
from core.standards.table import NoteRow, PointTable

if TYPE_CHECKING:
    from core.standards.table import ChartTable, FactorRow, GradeRow

METHODS: Final = ("fes", "referral", "narrative")
"""How a standard grades: by points, by sending elsewhere, or by a guide without points."""

_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]*")
_SERIES: Final = re.compile(r"[0-9]{4}")

PARTIAL_NOTE: Final = "partial-standard"
"""The code of the note that every evaluation on a partial edition carries."""


@dataclass(frozen=True, slots=True)
class StandardFile:
    """A checked edition: the table for arithmetic, and the data of the full Standard."""

    table: PointTable
    data: dict[str, Any]


@dataclass(slots=True)
class _Criteria:
    """What a standard grades with: all empty where it has no criteria of its own."""

    factors: tuple[FactorRow, ...] = ()
    conversion: tuple[GradeRow, ...] = ()
    conversion_from: tuple[str, str, str] | None = None
    points_from: tuple[str, str, str] | None = None
    chart: ChartTable | None = None
    partial: bool = False
    sends_to: tuple[str, ...] = ()
    guide: str = ""


def read_standard(text: str, *, where: str) -> StandardFile:
    """Read an edition from TOML text.

    Args:
        text: the file's text.
        where: the file's name, for messages.

    Raises:
        StandardError: the text is not TOML, or anything in it is missing, misspelt, out of
            order or contradictory; the message names the file and the field.
    """
    raw = parse_toml(text, where=where)
    top = Fields(raw, where)
    method = top.choice("method", METHODS)
    dates = read_dates(top)
    document, edition = top.text("document"), top.text("edition")
    wording = top.choice("text", WORDING, default="digest")
    pay_plan = top.text("pay_plan")
    if method == "fes":
        criteria, criteria_data = _points(top, pay_plan, official=wording == "official")
    elif method == "referral":
        criteria, criteria_data = _referral(top)
    else:
        criteria, criteria_data = _Criteria(guide=top.text("guide")), {}
        criteria_data["guide"] = criteria.guide
    notes = tuple(read_note(one, document, edition) for one in top.tables("notes", optional=True))
    page = top.page()
    if criteria.partial:
        notes = (_partial_note(criteria, document, edition, page), *notes)
    series = _series(top)
    doubts = read_doubts(top)
    about = read_about(top)
    examples = read_examples(top)
    factors = criteria.factors
    table = PointTable(
        id=_name(top, "id"),
        edition_id=_name(top, "edition_id"),
        title=top.text("title"),
        document=document,
        edition=edition,
        section=top.text("section", default=""),
        page=page,
        status=dates["status"],
        in_force_from=dates["in_force_from"],
        in_force_to=dates["in_force_to"],
        factors=factors,
        conversion=criteria.conversion,
        notes=notes,
        content=content_hash(raw),
        by_factor={row.key: row for row in factors},
        floors=tuple(row.min for row in criteria.conversion),
        chart=criteria.chart,
        series=series,
        method=method,
        partial=criteria.partial,
        doubts=doubts,
        sends_to=criteria.sends_to,
        guide=criteria.guide,
        source_file="" if about["source"] is None else about["source"]["file"],
        conversion_from=criteria.conversion_from,
        points_from=criteria.points_from,
    )
    top.done()
    if method == "fes":
        check_every_total_converts(table, top, within=wording == "official")
    data: dict[str, Any] = {
        "id": table.id,
        "edition_id": table.edition_id,
        "title": table.title,
        "document": document,
        "edition": edition,
        "section": table.section,
        "page": page,
        "method": method,
        "text": wording,
        **dates,
        "series": series,
        "pay_plan": pay_plan,
        **criteria_data,
        "notes": note_data(notes),
        **about,
        "doubts": doubt_data(doubts),
        "examples": examples,
    }
    return StandardFile(table=table, data=data)


def parse_toml(text: str, *, where: str) -> dict[str, Any]:
    """Return a file's text as data.

    Raises:
        StandardError: the text is not TOML.
    """
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # A number of thousands of digits, deep nesting.
        raise StandardError(
            f"the file is not valid TOML: {error}", where=where, hint="Correct the line it names."
        ) from error


def content_hash(raw: dict[str, Any]) -> str:
    """Hash the edition as data, so that comments and line ends in its file do not matter."""
    canonical = json.dumps(raw, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _name(top: Fields, key: str) -> str:
    """Read a name that a folder or a file bears."""
    name = top.text(key)
    if not _NAME.fullmatch(name):
        raise top.error(
            key,
            f"is {name!r}, which cannot name a file",
            "Write small letters, digits and hyphens, such as gs-0200 or 2000-12.",
        )
    return name


def _series(top: Fields) -> tuple[str, ...]:
    series = top.texts("series", example='["0080"]')
    for code in series:
        if not _SERIES.fullmatch(code):
            raise top.error(
                "series",
                f"names {code!r}, but a series is four digits such as 0080",
                'Write it as in "0080".',
            )
    return series


def _points(top: Fields, pay_plan: str, *, official: bool) -> tuple[_Criteria, dict[str, Any]]:
    unknown = read_unknown(top)
    charted = charted_factors(top)
    points_from = _printed_in(top, "points_from")
    reading = Reading(
        official=official, charted=charted, unknown=unknown, elsewhere=points_from is not None
    )
    factors, factors_data = read_factors(top, reading)
    chart, chart_data = read_chart(top, factors) if charted else (None, None)
    conversion, conversion_data = read_conversion(top, pay_plan)
    conversion_from = _printed_in(top, "conversion_from")
    criteria = _Criteria(
        factors=factors if chart is None else _with_chart(factors, chart),
        conversion=conversion,
        conversion_from=conversion_from,
        points_from=points_from,
        chart=chart,
        partial=bool(unknown),
    )
    return criteria, {
        "partial": bool(unknown),
        "unknown": unknown,
        "factors": factors_data,
        "conversion": conversion_data,
        "conversion_from": _printed_data(conversion_from),
        "points_from": _printed_data(points_from),
        "combined": chart_data,
    }


def _printed_in(top: Fields, key: str) -> tuple[str, str, str] | None:
    """Read which other document prints a table; None when the standard's own does."""
    if top.get(key, None) is None:
        return None
    source = top.table(key)
    found = (source.text("document"), source.text("edition"), source.text("section", default=""))
    source.done()
    return found


def _printed_data(printed: tuple[str, str, str] | None) -> dict[str, str] | None:
    if printed is None:
        return None
    return dict(zip(("document", "edition", "section"), printed, strict=True))


def _referral(top: Fields) -> tuple[_Criteria, dict[str, Any]]:
    sends = read_referrals(top)
    return _Criteria(sends_to=tuple(one["text"] for one in sends)), {"sends_to": sends}


def _partial_note(criteria: _Criteria, document: str, edition: str, page: str) -> NoteRow:
    missing = [level for factor in criteria.factors for level in factor.unknown]
    sides = criteria.chart.sides if criteria.chart is not None else ()
    missing += [level for factor in sides for level in factor.unknown]
    text = (
        "This edition is partial: it holds only the levels its source quotes, and does not know "
        f"{joined_levels(missing)}. Read the standard itself before relying on the result."
    )
    return NoteRow(PARTIAL_NOTE, "warning", text, page, "", document, edition)


def _with_chart(factors: tuple[FactorRow, ...], chart: ChartTable) -> tuple[FactorRow, ...]:
    """Put the chart's one row in the place of the first of its two factors."""
    first, second = (side.key for side in chart.sides)
    return tuple(chart.factor if row.key == first else row for row in factors if row.key != second)


def check_every_total_converts(table: PointTable, top: Fields, *, within: bool = False) -> None:
    """Refuse a table in which some complete set of levels would earn no grade.

    Many published standards print only the grades usual for their work; ``within`` then holds
    the totals between the first range and the last to it, and scoring refuses the others.
    """
    floor, ceiling = table.conversion[0].min, table.conversion[-1].max
    for total in sorted(table.reachable()):
        if within and (total < floor or (ceiling is not None and total > ceiling)):
            continue
        if table.grade_row(total) is None:
            raise top.error(
                "conversion",
                f"has no grade for {total} points, which levels add up to",
                "Check the ranges, and the points of the levels, against the document.",
            )
