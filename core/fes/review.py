"""The borderline review: totals right beside a cutoff between two grades.

When a total lies just below or above a cutoff, the Classifier's Handbook (TS-107 August 1991,
pp. 11-12) asks for two things before the grade the total indicates is kept: to see whether the
pattern of levels departs from the usual one, and to review every factor level with care. It
prints no number for "just". Here a total is borderline when one level in any one factor would
carry it across: the cutoff is no further away than the smallest step between two neighbouring
levels of the standard. The usual pattern is the Handbook's own (tables 1 to 4, pp. 14-17),
which it gives as examples only; benchmarks and illustrations of the standard say more.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from core.fes.derivation import BORDERLINE, EVEN_GRADE
from core.fes.patterns.typical_levels import (
    KINDS,
    Deviation,
    Kind,
    deviation,
    kinds_of,
    tables,
)
from core.standards.series import grade_interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from core.fes.points import Rating
    from core.model import NoticeData
    from core.standards.table import FactorRow, GradeRow, LevelRow, PointTable

_STEPS: dict[str, int] = {}


class Review(NamedTuple):
    """What to look at before the grade of a borderline total is kept.

    ``distance`` is the points that would carry the total across the cutoff between the grades
    ``below`` and ``above``. ``tables`` are the printed tables compared with, none when they
    have no column for the grade or no levels are known. ``deviations`` are the factors whose
    level departs from them; ``again`` are all factors to re-examine, first those whose
    departure leads away from the cutoff the total barely cleared or missed.
    """

    total: int
    grade: str
    below: str
    above: str
    barely_above: bool
    distance: int
    step: int
    tables: tuple[int, ...]
    pages: tuple[str, ...]
    deviations: tuple[Deviation, ...]
    again: tuple[str, ...]


def review(rating: Rating, series: Iterable[str] = ()) -> Review | None:
    """Return what the borderline review of a rating looks at, None when it is not borderline.

    Args:
        rating: levels or a bare total, rated.
        series: the series the position is or may be in; they choose between the patterns for
            two-grade and one-grade interval work. Unknown series leave all of them.
    """
    rows = rating.table.conversion
    step = smallest_step(rating.table)
    reached = rows[rating.row]
    up = rows[rating.row + 1].min - rating.total if rating.row + 1 < len(rows) else None
    ceiling = rows[rating.row - 1].max if rating.row else None
    down = None if ceiling is None else rating.total - ceiling
    distance = min((gap for gap in (up, down) if gap is not None), default=None)
    if distance is None or distance > step:
        return None
    barely_above = distance == down
    below, above = (
        (rows[rating.row - 1], reached) if barely_above else (reached, rows[rating.row + 1])
    )
    tables, pages, deviations = _compared(rating, reached.grade, series)
    # A level higher than usual is the first suspect above a cutoff, a lower one below it.
    suspect = 1 if barely_above else -1
    first = [one.factor for one in deviations if one.steps * suspect > 0]
    second = [one.factor for one in deviations if one.factor not in first]
    looked_at = {*first, *second}
    keys = [part for factor in rating.table.factors for part in factor.key.split("/")]
    rest = [key for key in keys if key not in looked_at]
    return Review(
        total=rating.total,
        grade=reached.label,
        below=below.label,
        above=above.label,
        barely_above=barely_above,
        distance=distance,
        step=step,
        tables=tables,
        pages=pages,
        deviations=deviations,
        again=(*first, *second, *rest),
    )


def smallest_step(table: PointTable) -> int:
    """Return the fewest points between two neighbouring levels of any factor."""
    found = _STEPS.get(table.content)
    if found is None:
        steps = [
            later - earlier
            for factor in table.factors
            for earlier, later in _neighbours(table, factor)
        ]
        found = min(steps, default=0)
        if len(_STEPS) < _MOST_TABLES:
            _STEPS[table.content] = found
    return found


_MOST_TABLES: Final = 100


def _neighbours(table: PointTable, factor: FactorRow) -> Iterator[tuple[int, int]]:
    """Yield the points of neighbouring levels; in a chart, of cells side by side."""
    if table.chart is None or factor is not table.chart.factor:
        for earlier, later in zip(factor.levels, factor.levels[1:], strict=False):
            yield earlier.points, later.points
        return
    cells = table.chart.cells
    rows, columns = (side.ladder() for side in table.chart.sides)
    for i, row in enumerate(rows):
        for j, column in enumerate(columns):
            here = cells[row, column].points
            if j + 1 < len(columns):
                yield here, cells[row, columns[j + 1]].points
            if i + 1 < len(rows):
                yield here, cells[rows[i + 1], column].points


# --- the usual patterns ------------------------------------------------------------------


def _kinds(series: Iterable[str]) -> frozenset[Kind]:
    known = [kinds_of(code) for code in series if code.strip()]
    return frozenset(kind for kinds in known for kind in kinds) or frozenset(KINDS)


def _compared(
    rating: Rating, grade: int, series: Iterable[str]
) -> tuple[tuple[int, ...], tuple[str, ...], tuple[Deviation, ...]]:
    if not rating.levels:
        return (), (), ()
    kinds = _kinds(series)
    chosen = [
        table
        for table in tables()
        if table.kind in kinds and any(column.grade == grade for column in table.columns)
    ]
    levels = [level for row in rating.levels for level in row.parts or (row.level,)]
    compared = (_deviation(kinds, grade, level) for level in levels)
    return (
        tuple(table.number for table in chosen),
        tuple(table.page for table in chosen),
        tuple(one for one in compared if one is not None),
    )


@cache
def _deviation(kinds: frozenset[Kind], grade: int, level: str) -> Deviation | None:
    columns = [c for t in tables() if t.kind in kinds for c in t.columns if c.grade == grade]
    return deviation(level, columns)


# --- in words ----------------------------------------------------------------------------


def borderline_notice(rating: Rating, series: Sequence[str] = ()) -> NoticeData | None:
    """Return the finding on a borderline total, None when it is not one."""
    found = review(rating, series)
    if found is None:
        return None
    side = "above" if found.barely_above else "below"
    text = (
        f"{found.total:,} points lie just {side} the cutoff between {found.below} and "
        f"{found.above}: {found.distance} points away, no more than the smallest step between "
        f"two levels of a factor ({found.step}). {_pattern_text(found, rating.levels)} "
        f"If they hold, {found.grade} stands."
    )
    return {
        "code": "borderline-total",
        "severity": "note",
        "message": text,
        "citation": BORDERLINE,
    }


def _pattern_text(found: Review, levels: Sequence[LevelRow]) -> str:
    if not levels:
        return (
            "No levels are given, so no pattern can be compared: re-examine the level of every "
            "factor."
        )
    if not found.tables:
        return (
            f"The Classifier's Handbook prints no typical pattern for {found.grade}: compare the "
            "levels with the standard's benchmarks and illustrations, and re-examine every factor."
        )
    place = f"{_listed('Table', found.tables)}, {_listed('p.', found.pages)}"
    if not found.deviations:
        return (
            f"No level departs from the typical patterns for {found.grade} (Classifier's "
            f"Handbook, {place}): compare the standard's benchmarks and illustrations, and "
            "re-examine every factor."
        )
    deviating = ", ".join(
        f"Factor {one.factor} at Level {one.level} (shown: {' or '.join(one.typical)})"
        for one in found.deviations
    )
    first = found.again[: len(found.deviations)]
    return (
        f"From the typical patterns for {found.grade} (Classifier's Handbook, {place}) departs "
        f"{deviating}. Re-examine {_listed('Factor', first)} first, then every other factor."
    )


def _listed(name: str, items: Sequence[object]) -> str:
    plural = {"p.": "pp."}.get(name, f"{name}s")
    words = [str(item) for item in items]
    if len(words) == 1:
        return f"{name} {words[0]}"
    return f"{plural} {', '.join(words[:-1])} and {words[-1]}"


# --- even grades -------------------------------------------------------------------------

UNUSUAL_GRADES: Final = frozenset({6, 8, 10})
"""The even grades below GS-11, where two-grade interval series move from 5 to 7, 9 and 11."""


def even_grade(grade: int, label: str, series: Iterable[str]) -> NoticeData | None:
    """Return a note on an even grade in a series that normally moves by two grades.

    Args:
        grade: the grade as a number.
        label: the grade as text, such as ``"GS-8"``.
        series: the series the position is or may be in; the first on the list of two-grade
            interval series is named. Empty texts are unknown series.
    """
    if grade not in UNUSUAL_GRADES:
        return None
    for code in dict.fromkeys(series):
        interval = grade_interval(code) if code else None
        if interval is None:
            continue
        kind = (
            "normally moves by two grades up to GS-11"
            if interval.always
            else "holds both one-grade and two-grade interval work"
        )
        message = (
            f"Series GS-{interval.series} {kind} (Introduction to the Position Classification "
            f"Standards, Appendix 1, p. {interval.page}), so {label} is very unusual in "
            "it. It is not wrong: check every factor once more, and if the levels hold, this is "
            "the grade."
        )
        return {
            "code": "even-grade",
            "severity": "note",
            "message": message,
            "citation": EVEN_GRADE,
        }
    return None


def even_notes(
    rows: Iterable[GradeRow], told: str, series: Iterable[str]
) -> tuple[NoticeData, ...]:
    """Return the notes on the even grades that a text names, lowest first.

    Args:
        rows: the grades of the conversion table.
        told: what offers grades as steps, such as ``"Level 1-6 makes GS-10"``.
        series: as for :func:`even_grade`.
    """
    named = set(re.findall(r"\b[A-Z]{2}-\d+", told))
    notes = [even_grade(r.grade, r.label, tuple(series)) for r in rows if r.label in named]
    return tuple(note for note in notes if note is not None)
