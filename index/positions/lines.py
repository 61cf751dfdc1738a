"""The lines of a position description, with their spans and places.

A reader of documents joins lines into paragraphs, and now and then one line too many: a share of
time or a label that opens a line of its own is split off again here. Offsets stay those of the
document's text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from index.positions.model import Part

if TYPE_CHECKING:
    from index.models import Document

_OPENS: Final = re.compile(
    r"(?<=[.;!)\da-z])\s+(?="
    r"[A-Z][A-Z ,&/()]{5,60}:(?:\s|$)"  # "... will be late. STANDARDS:"
    r"|(?:Percent|Percentage)\s+of\s+(?:working\s+)?time\s*:"
    r")"
)
_SHARE_OPENS: Final = re.compile(
    r"(?<=[.;:!)])\s+(?=\d{1,3}\s?(?:%|percent)[:\u2013-]?\s+[A-Z][a-z])"
)
_SHARE_CLOSES: Final = re.compile(r"(?:(?<=%)|(?<=percent))[).]*\s+(?=[A-Z][a-z])")
_ENDS_WITH_SHARE: Final = re.compile(r"\d\s?(?:%|percent)[).]*\s*$")
_RUN_IN_LIST: Final = re.compile(r"(?<=[;.)])\s+(?=(?:and\s+)?\(?[b-k1-9][.)]\s+\w)")
_SHARES_MIN: Final = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its words without spaces at the ends, its span, its number, a gap before it."""

    text: str
    start: int
    end: int
    number: int
    gap: bool


class Page:
    """Where characters of one document stand, as a reader finds them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.lines = tuple(_lines(document.text))
        self._starts = [line.start for line in self.lines]

    @property
    def text(self) -> str:
        """The text of record."""
        return self._document.text

    def place(self, start: int) -> str:
        """Return where a character stands: ``p. 2``, or without pages ``paragraph 14``."""
        page = self._document.page_at(start)
        if page is not None:
            return f"p. {page}"
        before = bisect_right(self._starts, start)
        return f"paragraph {self.lines[before - 1].number if before else 1}"

    def part(self, lines: Sequence[Line]) -> Part:
        """Return a stretch of lines as a part; none of them gives an empty part."""
        if not lines:
            return Part(text="", start=0, end=0, place="")
        return self.span(lines[0].start, lines[-1].end)

    def span(self, start: int, end: int) -> Part:
        """Return a stretch of characters as a part."""
        return Part(text=self.text[start:end], start=start, end=end, place=self.place(start))


def _lines(text: str) -> list[Line]:
    found: list[Line] = []
    number, gap, position = 0, False, 0
    for raw in text.split("\n"):
        start, position = position, position + len(raw) + 1
        if not raw.strip():
            gap = True
            continue
        number += 1
        for begin, end in _pieces(raw):
            piece = raw[begin:end]
            lead = len(piece) - len(piece.lstrip())
            plain = piece.strip()
            if plain:
                at = start + begin + lead
                found.append(Line(plain, at, at + len(plain), number, gap))
                gap = False
    return found


def _pieces(raw: str) -> list[tuple[int, int]]:
    cuts = {match.end() for match in _OPENS.finditer(raw)}
    shares = _SHARE_CLOSES if _ENDS_WITH_SHARE.search(raw) else _SHARE_OPENS
    cuts |= {match.end() for match in shares.finditer(raw)}
    if len(re.findall(r"\d\s?(?:%|percent)", raw)) >= _SHARES_MIN:
        cuts |= {match.end() for match in _RUN_IN_LIST.finditer(raw)}
    edges = [0, *sorted(cuts), len(raw)]
    return list(pairwise(edges))
