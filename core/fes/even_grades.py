"""Even grades in two-grade interval series: unusual, never wrong, and never rounded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.fes.derivation import EVEN_GRADE
from core.standards.series import grade_interval

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.model import CheckFindingData

UNUSUAL_GRADES: Final = frozenset({6, 8, 10})
"""The even grades below GS-11, where two-grade interval series move from 5 to 7, 9 and 11."""


def even_grade(grade: int, label: str, series: Iterable[str]) -> CheckFindingData | None:
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
