"""The chart of a paper as a drawing: points by factor, and totals on the scale of grades.

One drawing serves every format that can show vectors. Its words are the chart's own; nothing is
computed here but places on the page.
"""

from __future__ import annotations

from html import escape
from typing import Final

from assistant.papers.content import Bar, Chart, Mark, Range
from assistant.text import number

WIDTH: Final = 640
_LEFT: Final = 268
_RIGHT: Final = 566
_ROW: Final = 22
_INK: Final = "#1b1b1b"
_FILL: Final = "#2e5077"
_EXTRA: Final = "#b9c7d8"
_LINE: Final = "#8a8a8a"
_FONT: Final = "Libertinus Serif, Georgia, serif"
_LONGEST: Final = 52
_SIZE: Final = 12
_LETTER: Final = 6.4
"""About how wide a bold letter is."""


def drawing(chart: Chart) -> str:
    """Return the chart as an SVG image with its title and description for those who hear it."""
    parts: list[str] = []
    top = 8
    if chart.bars:
        top = _bars(chart.bars, parts, top) + 14
    if chart.ranges:
        top = _scale(chart.ranges, chart.marks, parts, top)
    height = top + 6
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" role="img" font-family="{_FONT}">'
        f"<title>{escape(chart.caption)}</title><desc>{escape(chart.description)}</desc>"
    )
    return f"{head}{''.join(parts)}</svg>"


def _text(
    x: float,
    y: float,
    words: str,
    *,
    anchor: str = "start",
    weight: str = "normal",
    size: float = _SIZE,
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-weight="{weight}" '
        f'font-size="{size:.1f}" fill="{_INK}">{escape(words)}</text>'
    )


def _bars(bars: tuple[Bar, ...], parts: list[str], top: int) -> int:
    """Draw a bar a factor; the points a level sought would add are drawn lighter beside it."""
    most = max(max(one.points, one.sought or 0) for one in bars) or 1
    room = _RIGHT - _LEFT
    for at, one in enumerate(bars):
        y = top + at * _ROW
        width = room * one.points / most
        label = one.label if len(one.label) <= _LONGEST else f"{one.label[: _LONGEST - 1]}…"
        # Whatever font a reader has: a long name is set smaller rather than cut at the edge.
        size = min(_SIZE, _SIZE * (_LEFT - 8) / (_LETTER * len(label)))
        parts.append(_text(_LEFT - 8, y + 13, label, anchor="end", size=size))
        end = width
        if one.sought is not None and one.sought > one.points:
            end = room * one.sought / most
            parts.append(
                f'<rect x="{_LEFT + width:.1f}" y="{y + 3}" width="{end - width:.1f}" height="13" '
                f'fill="{_EXTRA}" stroke="{_FILL}" stroke-dasharray="3 2"/>'
            )
        parts.append(
            f'<rect x="{_LEFT}" y="{y + 3}" width="{width:.1f}" height="13" fill="{_FILL}"/>'
        )
        said = number(one.points)
        if one.sought is not None and one.sought != one.points:
            said += f" ({number(one.sought)})"
        parts.append(_text(_LEFT + end + 6, y + 13, said))
    return top + len(bars) * _ROW


def _scale(ranges: tuple[Range, ...], marks: tuple[Mark, ...], parts: list[str], top: int) -> int:
    """Draw the grades as stretches of one line, and each total as a mark above it."""
    left, right = 24, WIDTH - 24
    low = ranges[0].low
    ends = [one.high + 1 for one in ranges if one.high is not None]
    high = max([*ends, *(mark.total for mark in marks)])
    if ranges[-1].high is None:
        high = max(high, ranges[-1].low + (ranges[-1].low - low) // max(1, len(ranges) - 1))

    def place(total: int) -> float:
        return left + (right - left) * (min(max(total, low), high) - low) / max(1, high - low)

    line = top + 20 * len(marks) + 12
    # From left to right, so that no label lies across the line of another mark.
    for at, mark in enumerate(sorted(marks, key=lambda one: one.total)):
        x, y = place(mark.total), top + 20 * at + 12
        said = f"{mark.label}: {number(mark.total)}"
        fits = x + 6 + _LETTER * len(said) < WIDTH
        anchor, aside = ("start", 6) if fits else ("end", -6)
        parts.append(
            f'<line x1="{x:.1f}" y1="{y - 9}" x2="{x:.1f}" y2="{line}" stroke="{_FILL}" '
            f'stroke-width="2"/>'
        )
        parts.append(_text(x + aside, y, said, anchor=anchor, weight="bold"))
    for at, one in enumerate(ranges):
        start, end = place(one.low), place(high if one.high is None else one.high + 1)
        shade = "#eef1f5" if at % 2 == 0 else "#dde3ea"
        parts.append(
            f'<rect x="{start:.1f}" y="{line}" width="{end - start:.1f}" height="18" '
            f'fill="{shade}" stroke="{_LINE}"/>'
        )
        parts.append(_text((start + end) / 2, line + 13, one.label, anchor="middle"))
        parts.append(_text(start, line + 32, number(one.low), anchor="middle"))
    return line + 36
