"""A table of an answer as one widget: a widget for each cell is slow to lay out and to scroll."""

from __future__ import annotations

from functools import lru_cache
from itertools import zip_longest
from typing import Final

from textual.app import ComposeResult
from textual.content import Content
from textual.css.styles import RulesMap
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets._markdown import MarkdownTable

_BETWEEN: Final = 2
"""Cells between two columns."""
_NARROWEST: Final = 4
"""Cells a column keeps however little room there is."""


class TableVisual(Visual):
    """Rows under one another, their cells wrapped in columns that fit the width given."""

    def __init__(self, headers: list[Content], rows: list[list[Content]]) -> None:
        columns = max(len(row) for row in (headers, *rows))
        whole = [[head.stylize("bold $primary") for head in headers], *rows]
        self._rows = [row + [Content()] * (columns - len(row)) for row in whole]
        self._lines = lru_cache(maxsize=2)(self._lay_out)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Return the lines as they are painted."""
        return self.text(width).render_strips(width, height, style, options)

    def text(self, width: int) -> Content:
        """Return the table as lines of at most ``width`` cells."""
        return self._lines(width)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """Return the width at which no cell wraps."""
        natural = self._natural()
        return sum(natural) + _BETWEEN * max(len(natural) - 1, 0)

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        """Return the number of lines at a width."""
        return self.text(width).plain.count("\n") + 1

    def _natural(self) -> list[int]:
        columns = zip(*self._rows, strict=True)
        return [max(cell.cell_length for cell in column) for column in columns]

    def _widths(self, width: int) -> list[int]:
        """Return the width of each column: the widest give way first."""
        widths = self._natural()
        room = width - _BETWEEN * (len(widths) - 1)
        while sum(widths) > room and max(widths) > _NARROWEST:
            widths[widths.index(max(widths))] -= 1
        return widths

    def _lay_out(self, width: int) -> Content:
        widths = self._widths(width)
        lines: list[Content] = []
        for row in self._rows:
            wrapped = [
                cell.wrap(room) if cell else [cell] for cell, room in zip(row, widths, strict=True)
            ]
            for parts in zip_longest(*wrapped, fillvalue=Content()):
                padded = [
                    part.pad_right(room - part.cell_length)
                    for part, room in zip(parts, widths, strict=True)
                ]
                lines.append(Content(" " * _BETWEEN).join(padded).rstrip())
        return Content("\n").join(lines)


class AnswerTable(MarkdownTable):
    """A table whose text can be selected and whose citations can be clicked."""

    def compose(self) -> ComposeResult:
        """Take the cells in; no widgets are made of them."""
        self.update(TableVisual(*self._get_headers_and_rows()))
        self._blocks.clear()
        yield from ()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the text of the lines selected."""
        if not isinstance(self.visual, TableVisual):
            return None
        return selection.extract(self.visual.text(self.content_size.width).plain), "\n"
