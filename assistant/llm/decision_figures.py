"""What the core makes of the levels a decision credits: points, total and grade, compared.

It stands where libraries are opened: every library is given it, so that a decision whose figures
disagree with its standard is doubtful wherever it is shown.

The core scores the levels a decision states under the standard the decision applied, where an
edition of it is held, and under the Primary Standard otherwise: the points of its levels are
those every standard in its format uses. Where the decision prints something else, a sentence
says so. Nothing here corrects a decision.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from core.standards.table import PRIMARY_ID, SUPERVISORY_FACTORS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.standards.table import PointTable
    from index.models import Decision, DecisionFactor

_NINE = tuple(str(number) for number in range(1, 10))


class CoreData(TypedDict):
    """The recomputation as plain data; total and grade are None when a level is not stated."""

    standard: str
    edition: str
    document: str
    total: int | None
    grade: str | None
    mismatches: list[str]
    note: str


@dataclass(frozen=True, slots=True)
class _Rated:
    """What a decision is scored under: the table, what to call it, and what to say of it."""

    table: PointTable
    document: str
    note: str

    def points(self, level: str) -> int | None:
        """Return a level's points; those of the format for one a partial edition does not know."""
        from core.standards.catalog import load_table

        key = level.partition("-")[0]
        factor = self.table.by_factor.get(key)
        if factor is not None and level in factor.unknown:
            factor = load_table(PRIMARY_ID).by_factor.get(key)
        row = None if factor is None else factor.by_level.get(level)
        return None if row is None else row.points

    def grade(self, total: int) -> str | None:
        """Return the grade a total converts to, or None outside the table."""
        row = self.table.grade_row(total)
        return None if row is None else self.table.conversion[row].label

    def data(
        self, note: str, total: int | None = None, grade: str | None = None,
        mismatches: Sequence[str] = (),
    ) -> CoreData:  # fmt: skip
        """Return the recomputation as plain data."""
        return CoreData(
            standard=self.table.id,
            edition=self.table.edition_id,
            document=self.document,
            total=total,
            grade=grade,
            mismatches=list(mismatches),
            note=note,
        )


def recompute(decision: Decision) -> CoreData | None:
    """Score the levels a decision credits; None when it credits none.

    Raises:
        StandardError: a standard of this installation cannot be read.
    """
    from index.models import base_level

    credited = {str(f.factor): f for f in decision.factors if f.credited is not None}
    if not credited:
        return None
    supervisory = _by_the_supervisory_guide(credited)
    rated = _supervisory() if supervisory else _by_series(decision)
    wanted = SUPERVISORY_FACTORS if supervisory else _NINE
    if supervisory and credited.keys() & {"6/7", "7", "8", "9"}:
        # Work done in person and supervision are each evaluated, with factors of one number.
        return rated.data(
            "No total: the decision applies two sets of factors, whose levels mix here."
        )
    chart = credited.pop("6/7", None)
    mismatches = [text for f in credited.values() if (text := _row(f, rated)) is not None]
    mismatches += _printed(decision, rated)
    missing = [factor for factor in wanted if factor not in credited]
    points = [rated.points(base_level(f.credited or "")) for f in credited.values()]
    if chart is not None and chart.points is not None:
        missing = [factor for factor in missing if factor not in ("6", "7")]
        points.append(chart.points)
    total: int | None = None
    grade: str | None = None
    note = rated.note
    if chart is not None:
        note = _joined(note, "Factors 6 and 7 are rated together; their points are as printed.")
    if missing:
        note = _joined(note, f"No total: no level credited was read for {_factors(missing)}.")
    elif None not in points:
        total = sum(p for p in points if p is not None)
        grade = rated.grade(total)
        mismatches += _compared(decision, total, grade)
    return rated.data(note, total, grade, mismatches)


def figure_doubts(decision: Decision) -> tuple[str, ...]:
    """Return where a decision's figures disagree with its standard, a sentence each.

    A standard of this installation that cannot be read is told where it is used; here it
    only means that nothing is compared with it.
    """
    from core.errors import StandardError

    found: list[str] = []
    kinds = [
        decision.model_copy(
            update={
                "factors": work.factors, "summary_table": work.summary_table,
                "total": work.total, "grade": work.grade, "works": (),
            }
        )
        for work in decision.works
    ]  # fmt: skip
    for one in kinds or [decision]:
        try:
            computed = recompute(one)
        except StandardError:
            continue
        found += computed["mismatches"] if computed is not None else ()
    return tuple(dict.fromkeys(found))


def factor_names(decision: Decision) -> dict[str, str]:
    """Return OPM's names of the factors a decision evaluates, by number."""
    from core.standards.catalog import load_table
    from core.supervisory.guide import load_guide

    credited = {str(f.factor): f for f in decision.factors if f.credited is not None}
    supervisory = _by_the_supervisory_guide(credited)
    table = load_guide().table if supervisory else load_table(PRIMARY_ID)
    return {factor.key: factor.name for factor in table.factors}


def _row(factor: DecisionFactor, rated: _Rated) -> str | None:
    from index.models import base_level

    level = factor.credited or ""
    points = rated.points(base_level(level))
    if points is None:
        return f"Factor {factor.factor}: {rated.document} has no Level {level}."
    if factor.points is not None and factor.points != points:
        return (
            f"Factor {factor.factor}: the decision gives {factor.points:,} points for Level "
            f"{level}; {rated.document} gives {points:,}."
        )
    return None


def _by_the_supervisory_guide(credited: dict[str, DecisionFactor]) -> bool:
    """Tell whether the factors are the supervisory guide's, which numbers its own alike.

    Subfactors 4A and 4B are the guide's only. Without them, levels and points tell it: where
    more of those printed are the guide's than the format's.
    """
    from core.standards.catalog import load_table
    from core.supervisory.guide import load_guide
    from index.models import base_level

    if credited.keys() & {"4A", "4B"}:
        return True
    tables = (load_guide().table, load_table(PRIMARY_ID))
    guide, nine = (
        sum(
            _Rated(table, "", "").points(base_level(f.credited or "")) == f.points
            for f in credited.values()
            if f.points is not None
        )
        for table in tables
    )
    return guide > nine


def _printed(decision: Decision, rated: _Rated) -> list[str]:
    """Return the rows of the summary table whose points are not those of their level.

    A row that says what its factor's paragraphs say is told there.
    """
    from index.models import base_level

    told = {(str(f.factor), f.credited, f.points) for f in decision.factors}
    found = []
    for row in decision.summary_table:
        points = rated.points(base_level(row.level))
        if row.points is None or points in (None, row.points):
            continue
        if (row.factor, row.level, row.points) not in told:
            found.append(
                f"Factor {row.factor}: the summary gives {row.points:,} points for Level "
                f"{row.level}; {rated.document} gives {points:,}."
            )
    return found


def _compared(decision: Decision, total: int, grade: str | None) -> list[str]:
    found: list[str] = []
    if decision.total is not None and decision.total != total:
        found.append(
            f"The levels credited add up to {total:,} points; the decision states "
            f"{decision.total:,}."
        )
    number = _number(grade)
    stated = decision.grade
    if number is not None and stated is not None and stated != number:
        found.append(f"{total:,} points convert to {grade}; the decision states grade {stated}.")
    elif number is not None and decision.decided.grade not in (None, number):
        found.append(
            f"{total:,} points convert to {grade}; the position was classified at grade "
            f"{decision.decided.grade}."
        )
    return found


def _number(grade: str | None) -> int | None:
    digits = "".join(c for c in (grade or "").partition("-")[2] if c.isdigit())
    return int(digits) if digits else None


def _supervisory() -> _Rated:
    from core.supervisory.guide import load_guide

    return _Rated(
        load_guide().table,
        "the General Schedule Supervisory Guide",
        "Adjustments of the guide beside its chart are not recomputed.",
    )


def _by_series(decision: Decision) -> _Rated:
    from core.errors import StandardError

    on = date.fromisoformat(decision.date) if decision.date else None
    series = decision.decided.series or decision.current.series
    for standard in _covering(series):
        for as_of in dict.fromkeys((on, None)):
            try:
                return _rated(standard, as_of, dated=as_of == on)
            except StandardError:
                continue
    note = "No standard of this series is held here; the Primary Standard's points are used."
    return replace(_rated(PRIMARY_ID, None, dated=True), note=note)


def _covering(series: str) -> list[str]:
    """Return the standards held with points for a series."""
    from core.standards.catalog import default_catalog

    catalog = default_catalog()
    return [
        name
        for name in catalog.ids()
        if name != PRIMARY_ID
        and any(series in e.table.series and e.table.factors for e in catalog.editions(name))
    ]


def _rated(standard: str, as_of: date | None, *, dated: bool) -> _Rated:
    from core.standards.catalog import load_table

    note = "" if dated else "The edition held is not the one in force on the decision's date."
    name = "the Primary Standard" if standard == PRIMARY_ID else f"the {standard.upper()} standard"
    return _Rated(load_table(standard, as_of), name, note)


def _factors(missing: list[str]) -> str:
    listed = missing[0] if len(missing) == 1 else f"{', '.join(missing[:-1])} and {missing[-1]}"
    return f"Factor {listed}" if len(missing) == 1 else f"Factors {listed}"


def _joined(first: str, second: str) -> str:
    return f"{first} {second}".strip()
