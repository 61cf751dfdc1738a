"""Lines of a PDF page with their place: what PDFium knows, in reading order.

Coordinates are points from the bottom left of the page, as in the file.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from statistics import median
from typing import Any

from index.documents.cleaning import clean

HYPHEN = "\ufffe"
"""PDFium's mark for a hyphen at the end of a line, where it joins two lines."""

CELL_GAP = 14.0
"""A space inside a line at least this wide (in points) separates table cells."""

_BOLD = 600
_MARGIN_TEXT_ANGLE = 0.2
_SIDEWAYS_LINES = 6
"""So many turned lines are a table set sideways; fewer are notes in a margin."""
_FRAME = 700.0
"""Where the first line of a page set sideways stands, in points: below any running head."""
_LENGTH = 792.0
"""The long side of a page, in points, from which lines that run down it are measured."""


@dataclass(slots=True)
class Line:
    """A line of text: its page (from 0), extent, baselines, letter height and weight.

    ``top`` and ``bottom`` are the baselines of its first and last character; they differ
    when the line was joined at a hyphen. ``gap`` is the widest space inside the line
    beyond a list marker, in points: a wide one means table cells.
    """

    text: str
    page: int
    x0: float
    x1: float
    top: float
    bottom: float
    height: float
    bold: bool
    gap: float = 0.0

    @property
    def letter(self) -> float:
        """Return the mean width of a character, in points."""
        return (self.x1 - self.x0) / max(1, len(self.text))


class PageReader:
    """Reads one page through PDFium's text interface."""

    def __init__(self, raw: Any, textpage: Any, page: int) -> None:
        self._raw = raw
        self._textpage = textpage  # PDFium frees the text when this is collected
        self._handle = textpage.raw
        self._page = page
        self._count = textpage.count_chars()
        text = textpage.get_text_range() if self._count > 0 else ""
        if len(text) != self._count:
            text = "".join(
                chr(raw.FPDFText_GetUnicode(self._handle, i) or 32) for i in range(self._count)
            )
        self._text: str = text
        self._turn = 0  # of the line being read: 1 upwards, -1 downwards, 0 upright

    def lines(self) -> list[Line]:
        """Return the page's lines in the order of the file.

        Turned text in a margin is left out. A page or table set sideways is read like an
        upright one: its lines get the place they have when the page is turned to be read.
        """
        raw: list[tuple[int, str]] = []
        start = 0
        for raw_line in self._text.splitlines(keepends=True):
            raw.append((start, raw_line.rstrip("\r\n")))
            start += len(raw_line)
        turned = [self._turned_whole(at, body) for at, body in raw]
        written = sum(1 for _, body in raw if body.strip())
        count = sum(1 for turn in turned if turn)
        sideways = count >= _SIDEWAYS_LINES or 2 * count > max(written, 2)
        lines: list[Line] = []
        for (at, body), turn in zip(raw, turned, strict=True):
            self._turn = turn if sideways else 0
            spans = self._whole(at, body) if self._turn else self._upright(at, body)
            for first, last in (part for span in spans for part in self._level(*span)):
                line = self._line(first, last)
                if line is not None:
                    lines.append(line)
        self._turn = 0
        return lines

    def _turned_whole(self, start: int, body: str) -> int:
        """Return which way a line is turned as a whole: 1 upwards, -1 downwards, 0 if it is not."""
        for first, last in self._whole(start, body):
            angles = {round(self._angle(index), 1) for index in (first, last)}
            if angles == {4.7}:
                return 1
            if angles == {1.6}:
                return -1
        return 0

    def _whole(self, start: int, body: str) -> list[tuple[int, int]]:
        """Return the span of a line without the blanks around it."""
        stripped = body.strip()
        if not stripped:
            return []
        first = start + len(body) - len(body.lstrip())
        return [(first, first + len(stripped) - 1)]

    def _upright(self, start: int, body: str) -> list[tuple[int, int]]:
        """Return the spans of a line that are not turned, usually the whole line."""
        stripped = body.strip()
        if not stripped:
            return []
        first = start + len(body) - len(body.lstrip())
        last = first + len(stripped) - 1
        if not self._turned(first) and not self._turned(last):
            return [(first, last)]
        spans: list[tuple[int, int]] = []
        opened: int | None = None
        closed = first
        for index in range(first, last + 1):
            if self._text[index].isspace():
                continue
            if self._turned(index):
                if opened is not None:
                    spans.append((opened, closed))
                    opened = None
            else:
                opened = index if opened is None else opened
                closed = index
        if opened is not None:
            spans.append((opened, closed))
        return spans

    def _level(self, first: int, last: int) -> list[tuple[int, int]]:
        """Return the spans of a line that stand at one height, usually the whole line.

        PDFium may run the head of a page together with the first line of its text.
        """
        height, place = self._height(first, last), self._char(first)[2]
        if self._turn or abs(self._char(last)[2] - place) <= height:
            return [(first, last)]
        spans: list[tuple[int, int]] = []
        opened = closed = first
        for index in range(first + 1, last + 1):
            if self._text[index].isspace():
                continue
            here = self._char(index)[2]
            if abs(here - place) > height:
                spans.append((opened, closed))
                opened = index
            place, closed = here, index
        return [*spans, (opened, closed)]

    def _turned(self, index: int) -> bool:
        angle = self._angle(index)
        return bool(_MARGIN_TEXT_ANGLE < angle < 6.28 - _MARGIN_TEXT_ANGLE)

    def _angle(self, index: int) -> float:
        return float(self._raw.FPDFText_GetCharAngle(self._handle, index))

    def _line(self, first: int, last: int) -> Line | None:
        text = clean_keeping_hyphen(self._text[first : last + 1])
        if not text:
            return None
        x0, _, top = self._char(first)
        _, x1, bottom = self._char(last)
        if HYPHEN in text:
            x0 = min(x0, self._char(last)[0])
        return Line(
            text=text,
            page=self._page,
            x0=x0,
            x1=max(x0, x1),
            top=top,
            bottom=bottom,
            height=self._height(first, last),
            bold=self._bold(first, last),
            gap=self._gap(first, last),
        )

    def _char(self, index: int) -> tuple[float, float, float]:
        """Return left and right edge and baseline of a character, as its line is read."""
        left, right, low, high = (ctypes.c_double() for _ in range(4))
        self._raw.FPDFText_GetCharBox(self._handle, index, left, right, low, high)
        x, y = ctypes.c_double(), ctypes.c_double()
        self._raw.FPDFText_GetCharOrigin(self._handle, index, x, y)
        if self._turn == 1:
            return low.value, high.value, _FRAME - x.value
        if self._turn == -1:
            return _LENGTH - high.value, _LENGTH - low.value, x.value
        return left.value, right.value, y.value

    def _height(self, first: int, last: int) -> float:
        rectangle = self._raw.FS_RECTF()
        heights = [
            abs(rectangle.right - rectangle.left)
            if self._turn
            else abs(rectangle.top - rectangle.bottom)
            for index in (first, (first + last) // 2, last)
            if self._raw.FPDFText_GetLooseCharBox(self._handle, index, rectangle)
        ]
        return median(heights) if heights else 12.0

    def _bold(self, first: int, last: int) -> bool:
        letters = [i for i in range(first, last + 1) if self._text[i].isalnum()]
        if not letters:
            return False
        probes = {letters[0], letters[len(letters) // 2], letters[-1]}
        return all(self._is_bold(i) for i in probes)

    def _is_bold(self, index: int) -> bool:
        """Judge by the font's weight or, since standard fonts state none, by its name."""
        if self._raw.FPDFText_GetFontWeight(self._handle, index) >= _BOLD:
            return True
        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        self._raw.FPDFText_GetFontInfo(self._handle, index, name, 128, flags)
        return b"bold" in name.value.lower() or b"black" in name.value.lower()

    def _gap(self, first: int, last: int) -> float:
        """Return the widest space between two words after the first, in points."""
        if self._raw.FPDFText_CountRects(self._handle, first, last - first + 1) < 2:
            return 0.0
        widest = 0.0
        words = 0
        for index in range(first + 1, last):
            if self._text[index] != " " or self._text[index + 1] == " ":
                continue
            words += 1
            before = self._char(index - 1 if self._text[index - 1] != " " else index - 2)[1]
            after, _, _ = self._char(index + 1)
            marker = words == 1 and not any(c.isalnum() for c in self._text[first:index])
            if not marker:
                widest = max(widest, after - before)
        return widest


def clean_keeping_hyphen(text: str) -> str:
    """Clean a line but keep PDFium's mark of a hyphen at the end of a line."""
    return HYPHEN.join(clean(part).replace("\n", " ") for part in text.split(HYPHEN)).strip()
