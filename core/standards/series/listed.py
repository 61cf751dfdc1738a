"""Occupational groups and series of the General Schedule, and their grade intervals, as data.

Codes, titles and pages: Handbook of Occupational Groups and Families, December 2018. Intervals:
Introduction to the Position Classification Standards, Appendix 1, as printed January 2023; a
series that is not listed there normally holds one-grade interval work only (p. 26). What a series
covers, its definition, stays in the Handbook. A list is as old as its edition: series are added,
renamed, merged and cancelled after it, so that whoever shows a series says which list it stands on.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, cast

from core.errors import InputError

Issued = Literal["standard", "flysheet", "family", "none"]
"""What OPM has issued for grading a series; ``"family"`` is a job family standard."""

Status = Literal["in_use", "restricted", "added", "cancelled"]
"""restricted: for the agency named only; added: after the Handbook's edition, by the list of
two-grade series; cancelled: by the Handbook's edition."""

Interval = Literal["one", "two", "both"]
"""The usual pattern of grades: each grade, every second one (5, 7, 9, 11), or both kinds."""

_STANDARDS: Final = Path(__file__).resolve().parents[1] / "data"
_FILE: Final = _STANDARDS / "two-grade-series.toml"
_LIST: Final = _STANDARDS / "series.toml"
# A table: its rows are read in a tenth of the time that the same rows take in TOML.
_ROWS: Final = _STANDARDS / "series.csv"
_CODE: Final = re.compile(r"\s*(?:(?:GS|GM|GL|GG)\s*-?\s*)?(\d{1,4})\s*", re.IGNORECASE)

INTERVAL_EDITION: Final = "January 2023"
INTERVAL_SOURCE: Final = (
    f"Introduction to the Position Classification Standards, Appendix 1 ({INTERVAL_EDITION})"
)
INTERVAL_PAGE: Final = "26"
"""The printed page that says what holds for series not listed."""

FIRST_TRADE: Final = "2500"
"""Codes from here on are trades, crafts and labor: the Federal Wage System."""


class GradeInterval(NamedTuple):
    """A series on the two-grade list.

    ``always`` is False for a series that holds one-grade interval work as well. ``page`` is
    the printed page of the list.
    """

    series: str
    always: bool
    page: str


class Series(NamedTuple):
    """A white collar series: its code, title, group and printed page.

    ``page`` is where the source defines it, or lists it when it defines it nowhere;
    ``source`` names that document with its edition, and ``as_of`` is that edition's date.
    ``users`` names the agency of a restricted series, and ``differences`` says where official
    lists disagree about this one.
    """

    code: str
    title: str
    group: str
    page: str
    issued: Issued
    status: Status
    source: str
    as_of: str
    defined: bool
    users: str = ""
    differences: str = ""


class Group(NamedTuple):
    """An occupational group (or a job family of trades): code, title and printed page."""

    code: str
    title: str
    page: str


class Pattern(NamedTuple):
    """A series' usual grade interval, and the printed page of Appendix 1 that says so.

    ``listed`` is False when it follows from the series not being on the two-grade list.
    """

    interval: Interval
    page: str
    listed: bool


def grade_interval(series: str) -> GradeInterval | None:
    """Return a series' entry on the two-grade interval list, or None when it has none.

    Args:
        series: three or four digits, such as ``"080"`` or ``"0080"``.
    """
    return _intervals().get(series.strip().zfill(4))


def pattern(series: str) -> Pattern:
    """Return the usual grade interval of a series, from the two-grade list or its absence."""
    listed = grade_interval(series)
    if listed is None:
        return Pattern("one", INTERVAL_PAGE, listed=False)
    return Pattern("two" if listed.always else "both", listed.page, listed=True)


def series_code(text: str) -> str:
    """Return a series' four digits from any usual spelling: ``80``, ``080``, ``GS-0080``.

    Raises:
        InputError: when the text is not the number of a series.
    """
    match = _CODE.fullmatch(text)
    if match is None or not text.isascii():
        raise InputError(
            f'"{text[:40]}" is not a series',
            where="series",
            hint="A series is up to four digits, such as 0343 or 343.",
        )
    return match[1].zfill(4)


def find_series(code: str) -> Series | None:
    """Return the series with these four digits, cancelled ones too, or None."""
    return _by_code().get(code)


def all_series(group: str | None = None) -> tuple[Series, ...]:
    """Return the series that are not cancelled, by code; only a group's when one is given."""
    return tuple(
        one
        for one in _by_code().values()
        if one.status != "cancelled" and group in (None, one.group)
    )


def cancelled_series() -> tuple[Series, ...]:
    """Return the series that the Handbook's edition cancels."""
    return tuple(one for one in _by_code().values() if one.status == "cancelled")


@cache
def groups() -> tuple[Group, ...]:
    return tuple(Group(g["code"], g["title"], g["page"]) for g in _data()["groups"])


@cache
def families() -> tuple[Group, ...]:
    """Return the job families of trades, crafts and labor, which are not General Schedule."""
    return tuple(Group(*row) for row in _data()["families"]["series"])


def group_of(code: str) -> Group | None:
    """Return the group or the job family that a code of four digits belongs to, if any."""
    wanted = f"{code[:2]}00"
    return next((g for g in (*groups(), *families()) if g.code == wanted), None)


def edition() -> str:
    """Return the document of the series with its edition, for a citation."""
    return f"{_data()['document']} ({_data()['edition']})"


def document() -> tuple[str, str]:
    """Return the title and the edition of the document of the series, for a citation's parts."""
    return _data()["document"], _data()["edition"]


def standing(code: str = "") -> str:
    """Return the sentence that says which list a series, or every series, stands on.

    It says that the list may have changed since: nothing here knows what was decided later.
    """
    found = find_series(code)
    source = found.source if found else edition()
    who = f"GS-{code} stands as listed" if found else "Series stand as listed"
    if code and found is None:
        who = f"GS-{code} is not listed"
    return f"{who} in the {source}; series may have been added, renamed, merged or cancelled since."


@cache
def _by_code() -> dict[str, Series]:
    # Scoring asks for the intervals only, and does without it.
    import csv

    data = _data()
    own, added = (edition(), data["edition"]), data["added"]
    later = (f"{added['document']} ({added['edition']})", added["edition"])
    found = {}
    with _ROWS.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)  # The names of the columns.
        for row in rows:
            code, title, page, issued, status, users, differences = cast("list[Any]", row)
            source, as_of = later if status == "added" else own
            found[code] = Series(
                code,
                title,
                f"{code[:2]}00",
                page,
                issued,
                status,
                source,
                as_of,
                defined=status == "in_use" and code not in data["undefined"],
                users=users,
                differences=differences,
            )
    return found


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(_LIST.read_text(encoding="utf-8"))


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
