"""The arithmetic half of a standard: factors, points, pages and the conversion table.

These are plain records beside the full :class:`core.model.Standard`, which carries the
digests too. Scoring needs only this half, so that a run that scores one case does not pay
for building and validating the rest.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

    from core.model import FactorId


PRIMARY_ID: Final = "fes-primary"
"""The id of the Primary Standard."""

SUPERVISORY_ID: Final = "gssg"
"""The id of the General Schedule Supervisory Guide."""

UNEXTENDED: Final = frozenset({PRIMARY_ID, SUPERVISORY_ID})
"""Standards that the Primary Standard does not extend: itself, and the supervisory guide."""


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One level: its points and the printed page they stand on.

    ``parts`` are the two levels a cell of a combined chart stands for, and ``unlikely`` is set
    where the standard marks that cell. ``cited`` is the document, edition and section of a
    level that another standard than the table's describes. ``points_page`` is the page of the
    points in the table's ``points_from``, where they do not stand with the level.
    """

    level: str
    points: int
    page: str
    parts: tuple[str, ...] = ()
    unlikely: bool = False
    cited: tuple[str, str, str] | None = None
    points_page: str = ""


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


@dataclass(frozen=True, slots=True)
class GradeRow:
    """One row of the conversion table; ``max`` is None in the open top row."""

    grade: int
    label: str
    min: int
    max: int | None
    page: str

    def extent(self) -> str:
        """Return the range in words, such as ``"2,355 to 2,750"``."""
        return f"{self.min:,} and up" if self.max is None else f"{self.min:,} to {self.max:,}"


@dataclass(frozen=True, slots=True)
class NoteRow:
    """Something a scorer must be told, with the document that says it."""

    code: str
    severity: str
    text: str
    page: str
    section: str
    document: str
    edition: str


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """Something doubtful in a standard read from a document, until a person confirms it.

    ``where`` is the field it is about, ``page`` the printed page to look at.
    """

    code: str
    where: str
    message: str
    page: str
    confirmed: bool


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
        totals = {0}
        for factor in self.factors:
            totals = {total + row.points for total in totals for row in factor.levels}
        return frozenset(totals)
