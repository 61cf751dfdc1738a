"""What is read from a standard's document: plain records in the document's own words.

Nothing here is checked or decided. ``doubts`` say what a person has to look at before the
standard may score; ``repairs`` say which misprints were read as what they plainly mean.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Method = Literal["fes", "gssg", "narrative"]
ExampleKind = Literal["illustration", "benchmark"]


@dataclass(slots=True)
class Span:
    """A stretch of text with the printed pages it begins and ends on."""

    text: str
    page: str
    page_end: str


@dataclass(slots=True)
class Doubt:
    """Something a person has to confirm: a code, where it is, what it is and the page."""

    code: str
    where: str
    message: str
    page: str


@dataclass(slots=True)
class ReadLevel:
    """One level in the document's words.

    ``points`` is None where the document gives none for the level by itself (a combined chart
    does, or nothing does). ``grade`` is set in a guide without points.
    """

    level: str
    points: int | None
    page: str
    page_end: str
    text: str
    grade: int | None = None


@dataclass(slots=True)
class ReadFactor:
    """One factor: its number as text, name, what it measures, and its levels lowest first.

    ``kind`` is the kind of work a criterion is for, where a guide describes several apart.
    """

    key: str
    name: str
    page: str
    measures: str
    levels: list[ReadLevel] = field(default_factory=list)
    kind: str = ""

    @property
    def criterion(self) -> str:
        """Return the name without the kind of work it is for."""
        return self.name.removesuffix(f" ({self.kind})") if self.kind else self.name


@dataclass(slots=True)
class ReadGrade:
    """One row of the conversion table; ``max`` is None in the open top row."""

    grade: int
    min: int
    max: int | None
    page: str


@dataclass(slots=True)
class ReadCell:
    """One cell of a combined chart: the levels of both factors and their points together."""

    levels: tuple[str, str]
    points: int
    unlikely: bool


@dataclass(slots=True)
class ReadChart:
    """A chart that gives two factors one point value."""

    factors: tuple[str, str]
    page: str
    cells: list[ReadCell]

    def cell(self, row: str, column: str) -> ReadCell | None:
        """Return the cell of two levels, or None."""
        return next((cell for cell in self.cells if cell.levels == (row, column)), None)


@dataclass(slots=True)
class ReadExample:
    """An illustration of a level, or a benchmark position with the levels of its factors."""

    kind: ExampleKind
    title: str
    series: str
    grade: int | None
    levels: dict[str, str]
    page: str
    page_end: str
    text: str


@dataclass(slots=True)
class ReadTitle:
    """An official title and the rule for its use."""

    title: str
    rule: str
    page: str


@dataclass(slots=True)
class ReadStandard:
    """A standard as its document prints it.

    ``unknown`` are levels the document says it does not describe. ``accounts`` tells for every
    printed page what of the standard stands on it.
    """

    id: str
    edition_id: str
    title: str
    document: str
    edition: str
    method: Method
    section: str
    page: str
    issued: date | None
    series: tuple[str, ...]
    factors: list[ReadFactor]
    conversion: list[ReadGrade]
    chart: ReadChart | None
    examples: list[ReadExample]
    notes: list[Span]
    coverage: list[Span]
    exclusions: list[Span]
    titles: list[ReadTitle]
    unknown: tuple[str, ...]
    accounts: list[tuple[str, tuple[str, ...]]]
    repairs: list[str]
    doubts: list[Doubt]
    pages: int

    def level(self, name: str) -> ReadLevel | None:
        """Return a level by name, or None."""
        for factor in self.factors:
            for level in factor.levels:
                if level.level == name:
                    return level
        return None
