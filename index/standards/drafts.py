"""Levels, factors and examples while they are being read: their rows, in the order found."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from index.standards.marks import fold
from index.standards.record import ExampleKind
from index.standards.rows import Row

_HEADING = 140
"""A heading is not longer, in characters."""
_CREDITS = re.compile(r"\b(?:level|fl|fld|factor)\b", re.IGNORECASE)
_LEVEL = re.compile(r"(?<![\w.-])([1-9][AB]?)-[1-9](?![\w-])")


def place(page: str) -> str:
    """Return a printed page as a message names it; paragraphs count where there are no pages."""
    return page if " " in page else f"page {page}"


@dataclass(slots=True)
class Draft:
    """A level being read: its rows and its points as printed."""

    level: str
    points: int | None
    page: str
    depth: int
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class FactorDraft:
    """A factor being read: its name, where its heading stands, and what it says it measures."""

    key: str
    name: str
    page: str
    numbered: bool
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class ExampleDraft:
    """An illustration or benchmark being read."""

    kind: ExampleKind
    title: str
    series: str
    grade: int | None
    page: str
    levels: dict[str, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)

    @classmethod
    def illustration(cls, level: str, title: str, page: str) -> ExampleDraft:
        """Return an illustration of a level; its title may name a series."""
        named = title if len(title) > 3 else ""
        found = re.search(r"\bGS-(\d{3,4})\b", fold(named))
        series = found[1].zfill(4) if found else ""
        return cls(
            "illustration", named, series, None, page, levels={level.partition("-")[0]: level}
        )

    def take(self, row: Row) -> None:
        """Add a row of a benchmark, and the level it credits when it is the heading of one."""
        self.rows.append(row)
        if len(row.text) >= _HEADING or not _CREDITS.search(row.text):
            return
        for found in _LEVEL.finditer(fold(row.text)):
            self.levels.setdefault(found[1], found[0])
