"""A document as rows: its headings, paragraphs, list items and table rows with their pages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from core.standards.settled import Correction
from index.language import structure
from index.models import Document

_PAGE_NUMBER_END = re.compile(r"(?:\.{2,}|\s)\s*(?:\d{1,3}|[ivx]{1,5})$")
_LEVEL = re.compile(r"\W*level\b", re.IGNORECASE)
_NEAR = 2
"""Entries of a list of contents stand no more rows apart."""
_LONG = 160


class Span(NamedTuple):
    """A stretch of text with the printed pages it begins and ends on."""

    text: str
    page: str
    page_end: str


@dataclass(slots=True)
class Row:
    """One row: its text, place, printed page and heading depth (0 when it is no heading).

    ``opens`` is set where a person says that a level begins with the row, and ``closes`` where
    one says that the level before has ended.
    """

    text: str
    start: int
    end: int
    page: str
    depth: int = 0
    opens: Correction | None = None
    closes: bool = False

    @property
    def heading(self) -> bool:
        return self.depth > 0


class Pages:
    """The printed page of each character; paragraphs are counted where there are no pages."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        if document.pages:
            self._starts = [page.start for page in document.pages]
            self._labels = [page.label for page in document.pages]
        else:
            starts = [0, *(m.end() for m in re.finditer(r"\n\n", document.text))]
            self._starts = starts
            self._labels = [f"paragraph {number}" for number in range(1, len(starts) + 1)]

    def at(self, offset: int) -> str:
        """Return the label of the page on which a character stands."""
        return self._labels[max(0, bisect_right(self._starts, offset) - 1)]


class Source:
    """A document with its rows, contents pages left out, and the means to cut spans from it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.pages = Pages(document)
        self.contents: list[Row] = []
        self.rows = self._rows()

    def _rows(self) -> list[Row]:
        depths = {heading.start: heading.depth for heading in self.document.headings}
        rows: list[Row] = []
        at = 0
        for line in self.document.text.split("\n"):
            if line.strip():
                page = self.pages.at(at)
                rows.append(Row(line, at, at + len(line), page, depths.get(at, 0)))
            at += len(line) + 1
        listed = _contents(rows)
        self.contents = [row for place, row in enumerate(rows) if place in listed]
        return [row for place, row in enumerate(rows) if place not in listed]

    def span(self, rows: Sequence[Row]) -> Span:
        """Return rows as one text: exact slices where they follow each other in the document."""
        if not rows:
            return Span("", "", "")
        parts: list[str] = []
        start = end = -1
        for row in rows:
            if start >= 0 and not self.document.text[end : row.start].strip():
                end = row.end
                continue
            if start >= 0:
                parts.append(self.document.text[start:end])
            start, end = row.start, row.end
        parts.append(self.document.text[start:end])
        text = "\n\n".join(part.strip() for part in parts)
        return Span(text, rows[0].page, self.pages.at(max(0, rows[-1].end - 1)))


def _contents(rows: Sequence[Row]) -> set[int]:
    """Return the places of rows that belong to a table of contents."""
    dotted = {place for place, row in enumerate(rows) if structure.is_contents_line(row.text)}
    # A level dotted to its points among the levels stands alone; entries of a list do not.
    found = {
        place
        for place in dotted
        if not _LEVEL.match(rows[place].text)
        or dotted & {*range(place - _NEAR, place), *range(place + 1, place + _NEAR + 1)}
    }
    place = 0
    while place < len(rows):
        if structure.is_contents_heading(rows[place].text):
            found.add(place)
            place = _listing(rows, place + 1, found)
        else:
            place += 1
    return found


def _listing(rows: Sequence[Row], place: int, found: set[int]) -> int:
    """Add the rows of the list that a contents heading opens; return the place after it.

    Entries end in a page number. An entry that wraps has none on its first row, so one or two
    short rows between entries belong to the list as well.
    """
    last = place
    while place < len(rows) and place - last < 3 and len(rows[place].text) < _LONG:
        if _PAGE_NUMBER_END.search(rows[place].text) or place in found:
            found.update(range(last, place + 1))
            last = place + 1
        place += 1
    return last


def accounts(
    source: Source, rows: Sequence[Row], roles: Mapping[int, str], *, whole: bool
) -> list[tuple[str, tuple[str, ...]]]:
    """Return for every printed page what stands on it; a page on which nothing is has none."""
    by_page: dict[str, dict[str, None]] = {}
    if whole and source.document.pages:
        by_page = {page.label: {} for page in source.document.pages}
        for row in source.contents:
            by_page.setdefault(row.page, {}).setdefault("contents")
    for row in rows:
        role = roles.get(row.start, "text")
        by_page.setdefault(row.page, {}).setdefault(role)
        last = source.pages.at(max(0, row.end - 1))
        by_page.setdefault(last, {}).setdefault(role)
    return [(page, tuple(found)) for page, found in by_page.items()]
