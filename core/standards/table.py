"""The arithmetic half of a standard: factors, points, pages and the conversion table.

Plain records, built straight from the data of a file that was checked before: those that come
with the program when it was made, one that was read in when it was kept. Scoring needs only
these figures of :class:`core.standards.model.Standard`, so a run that scores one case does not
pay for building and validating the rest.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from core.standards.editions import told_of_corrections
from core.standards.levels import factor_id, joined_levels, normal_factor

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from core.model import FactorId


PRIMARY_ID: Final = "fes-primary"
"""The id of the Primary Standard."""

SUPERVISORY_ID: Final = "gssg"
"""The id of the General Schedule Supervisory Guide."""

SUPERVISORY_FACTORS: Final = ("1", "2", "3", "4A", "4B", "5", "6")
"""The factors of that guide, of which 4A and 4B are rated apart."""

PARTIAL_NOTE: Final = "partial-standard"
"""The code of the note that every evaluation on a partial edition carries."""

CHECKED: Final = "# Checked when it was kept, with this content: "
"""How the head of a file that was read in says what was checked; the sha256 follows."""

LENT_NOTE: Final = "sought-not-in-digest"
"""The code of the warning that a level sought is held nowhere but in the Primary Standard."""

UNEXTENDED: Final = frozenset({PRIMARY_ID, SUPERVISORY_ID})
"""Standards that the Primary Standard does not extend: itself, and the supervisory guide."""


class LevelRow(NamedTuple):
    """One level: its points and the printed page they stand on.

    ``parts`` are the two levels a cell of a combined chart stands for, and ``unlikely`` is set
    where the standard marks that cell. ``cited`` is the document, edition and section of a
    level that another standard than the table's describes. ``points_page`` is the page of the
    points in the table's ``points_from``, where they do not stand with the level. ``corrected``
    says who set the reading of the level right, when and why.
    """

    level: str
    points: int
    page: str
    parts: tuple[str, ...] = ()
    unlikely: bool = False
    cited: tuple[str, str, str] | None = None
    points_page: str = ""
    corrected: str = ""


@dataclass(frozen=True, slots=True)
class FactorRow:
    """One factor with its levels, lowest first; ``key`` is its number as text.

    ``unknown`` are the levels a partial edition does not know.
    """

    key: str
    factor: FactorId
    name: str
    page: str
    levels: tuple[LevelRow, ...]
    by_level: dict[str, LevelRow] = field(hash=False, compare=False)
    unknown: tuple[str, ...] = ()

    def ladder(self) -> tuple[str, ...]:
        """Return the names of the levels, lowest first."""
        return tuple(row.level for row in self.levels)


@dataclass(frozen=True, slots=True)
class ChartTable:
    """A combined chart: one row of the point table for two factors, one level for each cell.

    ``factor`` holds the cells, lowest points first, under the key of both factors
    (``"6/7"``). ``sides`` are the two factors with their levels, which carry no points of
    their own. ``cells`` finds a cell by the levels of both.
    """

    factor: FactorRow
    sides: tuple[FactorRow, FactorRow]
    section: str
    cells: dict[tuple[str, str], LevelRow] = field(hash=False, compare=False)


class GradeRow(NamedTuple):
    """One row of the conversion table; ``max`` is None in the open top row."""

    grade: int
    label: str
    min: int
    max: int | None
    page: str
    corrected: str = ""

    def extent(self) -> str:
        """Return the range in words, such as ``"2,355 to 2,750"``."""
        return f"{self.min:,} and up" if self.max is None else f"{self.min:,} to {self.max:,}"


class NoteRow(NamedTuple):
    """Something a scorer must be told, with the document that says it."""

    code: str
    severity: str
    text: str
    page: str
    section: str
    document: str
    edition: str


class DoubtRow(NamedTuple):
    """Something doubtful in a standard read from a document, until a person confirms it.

    ``where`` is the field it is about, ``page`` the printed page to look at. ``settled`` says
    who has accepted it by itself, when and why.
    """

    code: str
    where: str
    message: str
    page: str
    confirmed: bool
    blocks: bool = False
    settled: str = ""


@dataclass(frozen=True, slots=True)
class PointTable:
    """One edition of a point-rating standard, reduced to what arithmetic needs.

    ``content`` is the sha256 of the whole edition as data, digests included. Where the
    standard prints a combined chart, ``factors`` holds one entry for both of its factors and
    ``chart`` says what its cells stand for. ``series`` are the series the standard covers.

    A standard whose ``method`` is ``"referral"`` has no factors: ``sends_to`` says what it has
    the classifier use instead; one that is ``"narrative"`` is the guide without points named
    by ``guide``. ``partial`` editions do not know every level. ``doubts`` are those found when
    the standard was read from ``source_file``. ``conversion_from`` and ``points_from`` are the
    document, edition and section that print the conversion table and the points of some
    levels, where the table's own document does not.
    """

    id: str
    edition_id: str
    title: str
    document: str
    edition: str
    section: str
    page: str
    status: str
    in_force_from: date
    in_force_to: date | None
    factors: tuple[FactorRow, ...]
    conversion: tuple[GradeRow, ...]
    notes: tuple[NoteRow, ...]
    content: str
    by_factor: dict[str, FactorRow] = field(hash=False, compare=False)
    floors: tuple[int, ...] = field(hash=False, compare=False)
    chart: ChartTable | None = None
    series: tuple[str, ...] = ()
    method: str = "fes"
    partial: bool = False
    doubts: tuple[DoubtRow, ...] = ()
    sends_to: tuple[str, ...] = ()
    guide: str = ""
    source_file: str = ""
    conversion_from: tuple[str, str, str] | None = None
    points_from: tuple[str, str, str] | None = None

    def grade_row(self, total: int) -> int | None:
        """Return the index of the conversion row that holds a total, or None in a gap."""
        index = bisect_right(self.floors, total) - 1
        if index < 0:
            return None
        ceiling = self.conversion[index].max
        return index if ceiling is None or total <= ceiling else None

    def reachable(self) -> frozenset[int]:
        """Return every total that some complete set of levels adds up to."""
        return totals([row.points for row in factor.levels] for factor in self.factors)


def totals(ladders: Iterable[Iterable[int]]) -> frozenset[int]:
    """Return every total that one value of each ladder adds up to."""
    found = {0}
    for ladder in ladders:
        points = set(ladder)
        found = {total + value for total in found for value in points}
    return frozenset(found)


# --- from a file's data ------------------------------------------------------------------


def table_of(raw: dict[str, Any], content: str = "") -> PointTable:
    """Return the arithmetic half of a standard.

    Args:
        raw: the data of a file that was checked; nothing is checked again.
        content: its :func:`content_hash` where that is known.
    """
    document, edition, page = raw["document"], raw["edition"], raw["page"]
    unknown = tuple(raw.get("unknown", ()))
    corrected = told_of_corrections(raw)
    rows = tuple(_factor_row(one, unknown, corrected) for one in raw.get("factors", ()))
    chart = None if "combined" not in raw else _chart_of(raw["combined"], rows, corrected)
    factors = rows if chart is None else _with_chart(rows, chart)
    conversion = tuple(
        GradeRow(
            grade=row["grade"],
            label=f"{raw['pay_plan']}-{row['grade']}",
            min=row["min"],
            max=row.get("max"),
            page=row["page"],
            corrected=corrected.get(str(row["grade"]), ""),
        )
        for row in raw.get("conversion", ())
    )
    notes = tuple(
        NoteRow(
            code=one["code"],
            severity=one["severity"],
            text=one["text"],
            page=one["page"],
            section=one.get("section", ""),
            document=one.get("document", "") or document,
            edition=one.get("edition", "") or edition,
        )
        for one in raw.get("notes", ())
    )
    if unknown:
        charted = () if chart is None else [side.key for side in chart.sides]
        place = (page, document, edition)
        told = partial_note(unknown, [row.key for row in rows], charted, place)
        notes = (NoteRow(**told, section=""), *notes)
    return PointTable(
        id=raw["id"],
        edition_id=raw["edition_id"],
        title=raw["title"],
        document=document,
        edition=edition,
        section=raw.get("section", ""),
        page=page,
        status=raw["status"],
        in_force_from=raw["in_force_from"],
        in_force_to=raw.get("in_force_to"),
        factors=factors,
        conversion=conversion,
        notes=notes,
        content=content or content_hash(raw),
        by_factor={row.key: row for row in factors},
        floors=tuple(row.min for row in conversion),
        chart=chart,
        series=tuple(raw.get("series", ())),
        method=raw["method"],
        partial=bool(unknown),
        doubts=tuple(_doubt_row(one) for one in raw.get("doubts", ())),
        sends_to=tuple(one["text"] for one in raw.get("sends_to", ())),
        guide=raw.get("guide", ""),
        source_file=raw.get("source", {}).get("file", ""),
        conversion_from=_printed_in(raw.get("conversion_from")),
        points_from=_printed_in(raw.get("points_from")),
    )


def content_hash(raw: dict[str, Any]) -> str:
    """Hash the edition as data, so that comments and line ends in its file do not matter."""
    canonical = json.dumps(raw, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()


def partial_note(
    unknown: Sequence[str],
    factors: Sequence[str],
    charted: Sequence[str],
    place: tuple[str, str, str],
) -> dict[str, str]:
    """Return the note that every evaluation on a partial edition carries, by the fields of a note.

    Args:
        unknown: the levels the edition does not know.
        factors: the keys of its factors in order; those in ``charted`` come last.
        charted: the keys of the factors whose points a chart gives.
        place: page, document and edition.
    """
    order = [key for key in factors if key not in charted] + list(charted)
    missing = sorted(unknown, key=lambda level: order.index(level.partition("-")[0]))
    text = (
        "This edition is partial: it holds only the levels its source quotes, and does not know "
        f"{joined_levels(missing)}. Read the standard itself before relying on the result."
    )
    page, document, edition = place
    return {
        "code": PARTIAL_NOTE,
        "severity": "warning",
        "text": text,
        "page": page,
        "document": document,
        "edition": edition,
    }


def _doubt_row(raw: dict[str, Any]) -> DoubtRow:
    accepted = raw.get("ruling") == "accepted"
    return DoubtRow(
        code=raw["code"],
        where=raw["where"],
        message=raw["message"],
        page=raw.get("page", ""),
        confirmed=raw.get("confirmed", False) and raw.get("ruling") != "rejected",
        blocks=raw.get("blocks", False),
        settled=f"{raw['by']}, {raw['when']}: {raw['why'].rstrip('.')}" if accepted else "",
    )


def _factor_row(
    raw: dict[str, Any], unknown: tuple[str, ...], corrected: Mapping[str, str]
) -> FactorRow:
    key = normal_factor(str(raw["factor"])) or ""
    levels = tuple(
        LevelRow(
            level=one["level"],
            points=one.get("points", 0),
            page=one["page"],
            points_page=one.get("points_page", ""),
            corrected=corrected.get(one["level"], ""),
        )
        for one in raw["levels"]
    )
    return FactorRow(
        key=key,
        factor=factor_id(key),
        name=raw["name"],
        page=raw["page"],
        levels=levels,
        by_level={level.level: level for level in levels},
        unknown=tuple(level for level in unknown if level.partition("-")[0] == key),
    )


def _chart_of(
    raw: dict[str, Any], factors: tuple[FactorRow, ...], corrected: Mapping[str, str]
) -> ChartTable:
    by_key = {row.key: row for row in factors}
    rows, columns = (by_key[normal_factor(str(raw[name])) or ""] for name in ("rows", "columns"))
    key, page = f"{rows.key}/{columns.key}", raw["page"]
    cells: dict[tuple[str, str], LevelRow] = {}
    for row in rows.ladder():
        for column in columns.ladder():
            short = row.partition("-")[2] + column.partition("-")[2]
            cells[row, column] = LevelRow(
                level=f"{key}-{short}",
                points=raw["points"][row][column],
                page=page,
                parts=(row, column),
                unlikely=short in raw.get("unlikely", ()),
                corrected=corrected.get(f"{row} {column}", ""),
            )
    ordered = tuple(sorted(cells.values(), key=lambda cell: (cell.points, cell.level)))
    factor = FactorRow(
        key=key,
        factor=key,
        name=f"{rows.name} and {columns.name}",
        page=page,
        levels=ordered,
        by_level={cell.level: cell for cell in ordered},
    )
    section = raw.get("section", "")
    return ChartTable(factor=factor, sides=(rows, columns), section=section, cells=cells)


def _with_chart(factors: tuple[FactorRow, ...], chart: ChartTable) -> tuple[FactorRow, ...]:
    """Put the chart's one row in the place of the first of its two factors."""
    first, second = (side.key for side in chart.sides)
    return tuple(chart.factor if row.key == first else row for row in factors if row.key != second)


def _printed_in(raw: dict[str, str] | None) -> tuple[str, str, str] | None:
    return None if raw is None else (raw["document"], raw["edition"], raw.get("section", ""))
