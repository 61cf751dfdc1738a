"""What a case would total if every level the employee seeks were credited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.model import Frozen

if TYPE_CHECKING:
    from core.fes.opened import OpenedCase


class Outcome(Frozen):
    """A complete set of levels with its total and grade."""

    levels: dict[str, str]
    total: int
    grade: str


def sought_total(opened: OpenedCase) -> Outcome:
    """Return what a case would total if every level sought were credited.

    Factors not in dispute keep their level of record.

    Raises:
        LevelError: a level is wrong, or a level of record is missing.
    """
    levels = {**opened.record, **opened.sought}
    rating = opened.rate(levels)
    return Outcome(levels=levels, total=rating.total, grade=rating.grade)
