"""What became of series after the lists held here: a list that a person imports.

The file format is declared here once. Such a list says of each series whether it was cancelled,
merged into others or renamed. It is as good as its source, which it names: a series named in it
is marked wherever it is shown, and no points, grade or interval rest on it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import Field, ValidationInfo, field_validator

from core.errors import InputError, StandardError, shown
from core.model import Citation, Frozen, Notice
from core.reading import After, Before, Day, Format, build, load, near, refuse
from core.standards.series.listed import series_code

LONGEST: Final = 200
"""Longest name or title taken, in characters."""


def _code(value: object) -> str:
    given = f"{value}" if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(given, str):
        raise refuse(f"{shown(value)} is not a series", _WRITE_CODE)
    try:
        return series_code(given)
    except InputError:
        raise refuse(f"{shown(value)} is not a series", _WRITE_CODE) from None


_WRITE_CODE: Final = 'Write up to four digits in quotation marks, such as "0343".'


def _codes(value: object) -> object:
    return (
        [part for part in value.replace(";", " ").replace(",", " ").split() if part]
        if (isinstance(value, str))
        else value
    )


def _line(value: str) -> str:
    text = " ".join(value.split())
    if len(text) > LONGEST or not text.isprintable():
        raise refuse(
            f"the text is longer than {LONGEST} characters or holds one that cannot be printed",
            "Give a short text on one line.",
        )
    return text


def _said(value: str) -> str:
    if not value:
        raise refuse("the text is empty", "Name the list, such as the memorandum it comes from.")
    return value


Code = Annotated[str, Before(_code)]
"""A series by its digits, in any usual spelling."""

Codes = Annotated[tuple[Code, ...], Before(_codes)]
"""Several series: a list, or a text with spaces, commas or semicolons between them."""

Line = Annotated[str, After(_line)]
"""A short text on one line."""


class SeriesChange(Frozen):
    """What became of one series.

    ``into`` are the series its work belongs to since: asked for when it was merged, possible
    when it was cancelled. ``title`` is its name since, when it was renamed. ``effective`` is the
    day from which that holds.
    """

    EXAMPLE: ClassVar[str] = (
        '[[changes]] with series = "0098", became = "merged" and into = ["0099"]'
    )

    series: Code
    became: Literal["cancelled", "merged", "renamed"]
    into: Codes = Field(default=(), validate_default=True)
    title: Line = Field(default="", validate_default=True)
    effective: Day | None = None
    note: Line = ""

    @field_validator("into")
    @classmethod
    def _leads_elsewhere(cls, value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        became, own = info.data.get("became"), info.data.get("series")
        if became == "merged" and not value:
            raise refuse(
                "a series that was merged needs the series it went into",
                'Add them: into = ["0343"].',
            )
        if became == "renamed" and value:
            raise refuse("a series that was renamed keeps its number", "Remove it, or say merged.")
        if own is not None and own in value:
            raise refuse(f"{own} is given as what it went into itself", "Name another series.")
        return value

    @field_validator("title")
    @classmethod
    def _names_it(cls, value: str, info: ValidationInfo) -> str:
        became = info.data.get("became")
        if became == "renamed" and not value:
            raise refuse("a series that was renamed needs its new title", 'Add title = "...".')
        if became in ("cancelled", "merged") and value:
            raise refuse(
                "a title is for a series that was renamed", "Remove it, or put it in the note."
            )
        return value

    def says(self) -> str:
        """Return what became of the series, as the end of a sentence: ``merged into 0343``."""
        into = " and ".join(self.into)
        said = {
            "cancelled": f"cancelled; its work belongs to {into}" if into else "cancelled",
            "merged": f"merged into {into}",
            "renamed": f"renamed {self.title}",
        }[self.became]
        when = "" if self.effective is None else f", effective {_day(self.effective)}"
        return f"{said}{when}"


class SeriesList(Frozen):
    """A list of what became of series: its name, its date, where it was published."""

    EXAMPLE: ClassVar[str] = 'title = "...", date = 2026-03-01 and [[changes]] for each series'

    title: Annotated[Line, After(_said)]
    date: Day
    source: Line = ""
    changes: tuple[SeriesChange, ...]

    @field_validator("changes")
    @classmethod
    def _once_each(cls, value: tuple[SeriesChange, ...]) -> tuple[SeriesChange, ...]:
        if not value:
            raise refuse("the list names no series", "Write [[changes]] for each series.")
        seen: dict[str, int] = {}
        twice = [
            f"{one.series} (changes[{seen[one.series]}] and [{at}])"
            for at, one in enumerate(value, start=1)
            if seen.setdefault(one.series, at) != at
        ]
        if twice:
            raise refuse(f"given twice: {', '.join(twice)}", "Keep one of the two.")
        return value


class ListedChange(Frozen):
    """A change with the list that names it."""

    change: SeriesChange
    title: str
    date: date
    source: str = ""

    def sentence(self) -> str:
        """Return what became of the series and who says so, for a reader."""
        note = f" {self.change.note.rstrip('.')}." if self.change.note else ""
        return (
            f"GS-{self.change.series}: {self.change.says()}, by “{self.title}” of "
            f"{_day(self.date)}, a list imported here.{note}"
        )

    def notice(self) -> Notice:
        """Return the warning for an evaluation of a position in the series."""
        where = self.source or "the list imported"
        return Notice(
            code=f"series_{self.change.became}",
            severity="warning",
            message=f"{self.sentence()} The evaluation above does not take it into account.",
            citation=Citation(
                document=self.title,
                edition=self.date.isoformat(),
                page=where if " " in where else f"at {where}",
            ),
        )


def latest(lists: Iterable[SeriesList]) -> dict[str, ListedChange]:
    """Return what became of each series by the newest list that names it, by code."""
    found: dict[str, ListedChange] = {}
    for one in sorted(lists, key=lambda one: (one.date, one.title)):
        for change in one.changes:
            found[change.series] = ListedChange(
                change=change, title=one.title, date=one.date, source=one.source
            )
    return found


def named(changes: Mapping[str, ListedChange], series: Iterable[str]) -> list[ListedChange]:
    """Return what became of some series in any spelling, each once; those unknown are passed."""
    found: dict[str, ListedChange] = {}
    for text in series:
        digits = "".join(c for c in text if c.isdigit()).zfill(4)
        if digits in changes:
            found[digits] = changes[digits]
    return list(found.values())


def read_list(text: str, *, where: str, fmt: Format) -> SeriesList:
    """Read a list from TOML or JSON.

    Raises:
        StandardError: the text is not in its format, or fields are missing, unknown or wrong:
            every mistake is told.
    """
    data = load(text, where=where, fmt=fmt, error=StandardError, example=SeriesList.EXAMPLE)
    return build(SeriesList, data, where=where, error=StandardError)


def read_table(
    text: str, *, where: str, title: str | None, day: str | None, source: str = ""
) -> SeriesList:
    """Read a list from CSV: one line a series, the first line names the columns.

    Args:
        text: The table; its columns are the fields of :class:`SeriesChange`.
        where: The input's name, for messages.
        title: What the list is called, which a table does not say itself.
        day: The date of the list, such as ``2026-03-01``.
        source: Where it was published.

    Raises:
        StandardError: a column is unknown, a line has too many cells, or a field is wrong.
    """
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    head = [cell.strip().lower() for cell in rows[0]] if rows else []
    known = list(SeriesChange.model_fields)
    unknown = [name for name in head if name not in known]
    if unknown or len(set(head)) != len(head) or "series" not in head:
        raise StandardError(
            "the first line does not name the columns"
            if "series" not in head
            else f"{shown(unknown[0])} is not a column here"
            if unknown
            else "a column is named twice",
            where=f"{where}, line 1",
            hint=(near(unknown[0], known) if unknown else "")
            + f"The columns are {', '.join(known)}.",
        )
    changes: list[dict[str, Any]] = []
    for number, row in enumerate(rows[1:], start=2):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if len(cells) > len(head):
            raise StandardError(
                f"the line has {len(cells)} cells, more than its {len(head)} columns",
                where=f"{where}, line {number}",
                hint="Put a text with a comma in it in quotation marks.",
            )
        changes.append({name: cell for name, cell in zip(head, cells, strict=False) if cell})
    told = {"title": title, "date": day, "source": source}
    data = {**{name: value for name, value in told.items() if value}, "changes": changes}
    return build(SeriesList, data, where=where, error=StandardError)


def _day(value: date) -> str:
    return f"{value:%B} {value.day}, {value.year}"
