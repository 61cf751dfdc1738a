"""What a case would total if every level the employee seeks were credited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.fes.crediting import table_of
from core.fes.points import rate_rows, resolve, side_levels
from core.model import Frozen

if TYPE_CHECKING:
    from core.model import Case


class Outcome(Frozen):
    """A complete set of levels with its total and grade."""

    levels: dict[str, str]
    total: int
    grade: str


def sought_total(case: Case) -> Outcome:
    """Return what a case would total if every level sought were credited.

    Factors not in dispute keep their level of record.

    Raises:
        StandardError: the standard is unknown or not in force on the case's date.
        LevelError: a level is wrong, or a level of record is missing.
    """
    table = table_of(case)
    record = side_levels(table, dict(case.levels))
    sought = side_levels(table, dict(case.sought), name="sought", complete=False)
    levels = {**record, **sought}
    rating = rate_rows(table, resolve(table, levels), case.as_of)
    return Outcome(levels=levels, total=rating.total, grade=rating.grade)
