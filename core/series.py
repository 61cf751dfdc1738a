"""Which series normally move by two grades: Appendix 1 of the Introduction, as data.

Series that are not listed normally hold one-grade interval work only (Introduction to the
Position Classification Standards, Appendix 1, p. 26, as printed January 2023).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).resolve().parent / "standards" / "two-grade-series.toml"


@dataclass(frozen=True, slots=True)
class GradeInterval:
    """A series on the two-grade list.

    ``always`` is False for a series that holds one-grade interval work as well. ``page`` is
    the printed page of the list.
    """

    series: str
    always: bool
    page: str


def grade_interval(series: str) -> GradeInterval | None:
    """Return a series' entry on the two-grade interval list, or None when it has none.

    Args:
        series: three or four digits, such as ``"080"`` or ``"0080"``.
    """
    return _intervals().get(series.strip().zfill(4))


@cache
def _intervals() -> dict[str, GradeInterval]:
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    both = set(_codes(data["both"]))
    return {
        code: GradeInterval(series=code, always=code not in both, page=page)
        for page, groups in data["pages"].items()
        for code in _codes(groups)
    }


def _codes(groups: dict[str, list[int]]) -> list[str]:
    return [f"{group}{number:02d}" for group, numbers in groups.items() for number in numbers]
