"""Text in columns for a terminal: wide where there is room, never wider than can be read."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING, Final

from assistant.text import safe_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDEST: Final = 120
NARROWEST: Final = 60
WIDE: Final = 110
"""From this width on, a table puts long texts in a column of their own."""

_GAP: Final = 2


def width() -> int:
    """Return how wide a report may be: the terminal's width within limits, 80 when piped."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((80, 24)).columns))


def wrap(text: str, room: int, *, first: str = "", rest: str = "") -> list[str]:
    """Return a text made safe and wrapped; an empty one is one empty line."""
    lines: list[str] = []
    for paragraph in safe_text(text).split("\n"):
        lines += textwrap.wrap(
            paragraph,
            room,
            initial_indent=rest if lines else first,
            subsequent_indent=rest,
            break_on_hyphens=False,
        )
    # The space that keeps "p. 47" together has done its work; not every terminal has it.
    return [line.replace("\u00a0", " ") for line in lines] or [first.rstrip()]


def side_by_side(left: Sequence[str], right: Sequence[str], room: int) -> list[str]:
    """Return two columns of lines beside each other, the left one ``room`` wide."""
    tall = max(len(left), len(right))
    pairs = zip(
        [*left, *[""] * (tall - len(left))], [*right, *[""] * (tall - len(right))], strict=True
    )
    return [f"{one:<{room}}{' ' * (_GAP + 1)}{two}".rstrip() for one, two in pairs]


def column(room: int) -> int:
    """Return the width of each of two columns."""
    return (room - _GAP - 1) // 2


def table(headers: Sequence[str], rows: Iterable[Sequence[str]], room: int) -> list[str]:
    """Return the lines of a table; see :func:`table_rows`."""
    return [line for row in table_rows(headers, rows, room) for line in row]


def table_rows(headers: Sequence[str], rows: Iterable[Sequence[str]], room: int) -> list[list[str]]:
    """Return the lines of each row of a table, the headers first.

    The last column takes the room that is left, wrapped. Columns of digits are set to the
    right.
    """
    rows = [[safe_text(cell) for cell in row] for row in rows]
    widths = [
        max(len(header), *(len(row[index]) for row in rows), 0)
        for index, header in enumerate(headers[:-1])
    ]
    numbers = [
        any(row[index] for row in rows)
        and all(row[index].rstrip("*").replace(",", "").isdigit() or not row[index] for row in rows)
        for index in range(len(widths))
    ]
    last = room - sum(widths) - _GAP * len(widths)
    lines: list[list[str]] = []
    for row in [list(headers), *rows]:
        cells = [
            f"{cell:>{wide}}" if number else f"{cell:<{wide}}"
            for cell, wide, number in zip(row[:-1], widths, numbers, strict=True)
        ]
        start = (" " * _GAP).join([*cells, ""])
        wrapped = wrap(row[-1], last)
        first = (start + wrapped[0]).rstrip()
        lines.append([first, *(" " * len(start) + line for line in wrapped[1:])])
    return lines


def place(page: str) -> str:
    """Return a page as a reader would write it, ``p. 47``, or a place as it stands.

    The space after the point does not break; :func:`wrap` makes it a plain one.
    """
    return f"p.\u00a0{page}" if page[:1].isdigit() and " " not in page else page


def pages(page: str, page_end: str = "") -> str:
    """Return a span of pages: ``pp. 47-48``."""
    return f"pp.\u00a0{page}-{page_end}" if page_end and page_end != page else place(page)
