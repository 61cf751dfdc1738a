"""Text set in two columns, brought to the measure of a page.

Where a paragraph ends, what is indented and what is a heading are told by the margins. In two
columns there are two sets of them: each column's lines are stretched to the width of both, so
that everything after sees one column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from index.documents.pdf.headings import Measure
from index.documents.pdf.lines import Line

_LEAST: Final = 6
"""Fewer lines that begin at one place, on either side, make no column."""
_SPANNING: Final = 0.25
"""The share of lines across both columns, such as a title above them, is not larger."""
_TURNS: Final = 5
"""Reading goes down one column and then the other; a table goes from side to side."""
_NARROW: Final = 150.0
"""Columns of text are wider than this, in points; columns of a table seldom are."""


_ALIKE: Final = 0.8
"""The narrower column is at least so much of the wider one."""
_FILLED: Final = 0.4
"""So many of a column's lines, at least, run to its end: cells and labels do not."""


class _Column(NamedTuple):
    left: float
    right: float

    def holds(self, line: Line) -> bool:
        """Tell whether a line stands in the column, and not across it."""
        return line.x0 >= self.left - 6 and line.x1 <= self.right + 6


def widened(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the lines of pages, those of two columns stretched to the width of the text.

    Where most pages have one column, that is the width of theirs. The second column comes as a
    page of its own: what stands above it on the paper is not the line before it.
    """
    found = [_columns(page) for page in pages]
    single = [list(page) for page, columns in zip(pages, found, strict=True) if columns is None]
    usual = Measure.of(single) if 2 * len(single) >= len(pages) else None
    read: list[list[Line]] = []
    for page, columns in zip(pages, found, strict=True):
        read += [list(page)] if columns is None else _one_after_other(page, columns, usual)
    return read


def _one_after_other(
    page: Sequence[Line], columns: tuple[_Column, _Column], usual: Measure | None
) -> list[list[Line]]:
    first, second = columns
    whole = _Column(first.left, second.right)
    if usual is not None:
        whole = _Column(usual.left, usual.right)
    turn = next(place for place, line in enumerate(page) if second.holds(line))
    lines = [_stretched(line, columns, whole) for line in page]
    return [lines[:turn], lines[turn:]]


def _columns(page: Sequence[Line]) -> tuple[_Column, _Column] | None:
    starts = Counter(round(line.x0) for line in page)
    near = Counter({at: starts[at - 1] + starts[at] + starts[at + 1] for at in starts})
    often = [at for at, count in near.most_common() if count >= _LEAST]
    if not often:
        return None
    left = min(often)
    rights = [at for at in often if at > left + _NARROW]
    if not rights:
        return None
    at = min(rights)
    inner = [line for line in page if line.x1 < at and line.x0 < at]
    outer = [line for line in page if line.x0 >= at - 2]
    across = [line for line in page if line.x0 < at - 2 and line.x1 >= at]
    if len(across) > _SPANNING * len(page) or not inner or not outer:
        return None
    first = _Column(left - 1.0, max(line.x1 for line in inner))
    second = _Column(at - 1.0, max(line.x1 for line in outer))
    widths = sorted(column.right - column.left for column in (first, second))
    if widths[0] < max(_NARROW, _ALIKE * widths[1]):
        return None
    if not all(
        _filled([one for one in page if column.holds(one)], column) for column in (first, second)
    ):
        return None
    sides = [line.x0 >= at - 2 for line in page if line not in across]
    turns = sum(1 for one, other in pairwise(sides) if one != other)
    return (first, second) if turns <= _TURNS else None


def _filled(lines: Sequence[Line], column: _Column) -> bool:
    width = column.right - column.left
    return sum(1 for line in lines if line.x1 - line.x0 > 0.75 * width) >= _FILLED * len(lines)


def _stretched(line: Line, columns: tuple[_Column, _Column], whole: _Column) -> Line:
    for column in columns:
        if column.holds(line):
            scale = (whole.right - whole.left) / (column.right - column.left)
            x0 = whole.left + (line.x0 - column.left) * scale
            x1 = whole.left + (line.x1 - column.left) * scale
            return replace(line, x0=x0, x1=x1)
    return line
