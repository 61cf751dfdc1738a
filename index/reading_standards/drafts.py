"""Levels, factors and examples while they are being read: their rows, in the order found."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.reading_standards.record import ExampleKind
from index.reading_standards.rows import Row


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
