"""Score a request: what was stated beside the levels is checked, never believed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.errors import CaseError, LevelError, at, placed, shown
from core.fes.charts import names_both
from core.fes.points import open_table, rate_rows, rate_total, resolve
from core.standards.levels import normal_factor

if TYPE_CHECKING:
    from core.fes.points import Rating
    from core.fes.requests import ScoringRequest
    from core.standards.table import LevelRow


def rate_request(request: ScoringRequest) -> Rating:
    """Score a request: its levels, or its total when it gives no levels.

    Raises:
        StandardError: the standard is unknown or not in force on the date.
        LevelError: a level is wrong or missing; points stated for a level are not the ones
            the standard prints; the total stated is not the sum, or no levels add up to it; an
            extension by the Primary Standard is refused.
        CaseError: extensions are given without levels.
    """
    if request.levels is None:
        if request.extensions:
            raise CaseError(
                "extensions are given with a bare total, which says nothing of a factor's level",
                where=at(request.where, "extensions"),
                hint="Give the level of each factor, or leave the extensions out.",
            )
        return rate_total(request.standard, request.total, request.as_of, where=request.where)
    table = open_table(request.standard, request.as_of, request.where)
    if request.extensions:
        from core.standards.extensions import extended_table

        table = extended_table(
            table, request.extensions, [request.levels], as_of=request.as_of, where=request.where
        )
    rows = resolve(table, request.levels, where=request.where)
    rating = rate_rows(table, rows, request.as_of, where=request.where)
    if request.extensions:
        rating = replace(rating, extensions=request.extensions)
    _check_points(request, rating)
    if request.total is not None and (
        not isinstance(request.total, int)
        or isinstance(request.total, bool)
        or request.total != rating.total
    ):
        raise LevelError(
            f"the total is given as {shown(request.total)}, but the levels add up to "
            f"{rating.total}",
            where=at(request.where, "total"),
            hint="Correct the total or the levels, or leave the total out.",
        )
    return rating


def _check_points(request: ScoringRequest, rating: Rating) -> None:
    if not request.points:
        return
    rows = dict(zip(rating.table.by_factor, rating.levels, strict=True))
    for given, (field, stated) in request.points.items():
        row = _row_of(rating, rows, given, at(request.where, field))
        if isinstance(stated, bool) or not isinstance(stated, int) or stated != row.points:
            raise LevelError(
                f"Level {row.level} carries {row.points} points "
                f"({placed(row.points_page or row.page)}), not "
                f"{shown(stated)}",
                where=at(request.where, field),
                hint="Correct the level or its points, or leave the points out.",
            )


def _row_of(rating: Rating, rows: dict[str, LevelRow], given: str, where: str) -> LevelRow:
    """Return the level whose points are stated beside a factor."""
    key = normal_factor(given) or given
    chart = rating.table.chart
    if chart is None or key in rows:
        return rows[key]
    cell = rows[chart.factor.key]
    if names_both(chart, given):
        return cell
    raise LevelError(
        f"Factor {key} carries no points of its own: the chart gives {cell.points} to "
        f"{' with '.join(f'Level {part}' for part in cell.parts)}",
        where=where,
        hint=f'Leave the points out, or give both factors as "{chart.factor.key}".',
    )
