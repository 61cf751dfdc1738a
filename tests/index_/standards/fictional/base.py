"""Fictional standards as irregular as the real ones, each with what must be read from it.

Lamp tending, ferry ropes and kite signals are not federal occupations. The words of every
level are made up from its number, so that a test can tell whose words it got; only the form
of the documents follows what OPM has published over the years.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from index.language import structure
from tests.index_.documents.pdf_pages import Line, heading

POINTS: dict[str, int] = {
    f"{factor}-{step}": points
    for factor, ladder in {
        1: (50, 200, 350, 550, 750, 950, 1250, 1550, 1850),
        2: (25, 125, 275, 450, 650),
        3: (25, 125, 275, 450, 650),
        4: (25, 75, 150, 225, 325, 450),
        5: (25, 75, 150, 225, 325, 450),
        6: (10, 25, 60, 110),
        7: (20, 50, 120, 220),
        8: (5, 20, 50),
        9: (5, 20, 50),
    }.items()
    for step, points in enumerate(ladder, start=1)
}
"""The published point values, typed here a second time."""

NAMES = {str(number): structure.FACTOR_NAMES[number] for number in range(1, 10)}

FLOORS = (455, 655, 855, 1105, 1355, 1605, 1855, 2105, 2355)
"""The least points of each grade from GS-3 on, typed here a second time."""

RANGES = {
    grade: (floor, above - 5)
    for grade, (floor, above) in enumerate(pairwise((*FLOORS, 2755)), start=3)
}

_THINGS = ("wicks", "lenses", "ropes", "kites", "bells", "buoys", "lamps", "masts", "tides")
_SKIES = ("in fog", "at dusk", "in hail", "by night", "in snow", "at dawn", "in rain", "in gales",
          "in frost", "at noon", "in heat")  # fmt: skip
_DEEDS = (
    "trims",
    "polishes",
    "splices",
    "launches",
    "rings",
    "anchors",
    "lights",
    "climbs",
    "logs",
)


def words(level: str) -> str:
    """Return the made-up description of a level: two sentences no other level has."""
    factor, _, step = level.partition("-")
    number = ord(step) - 64 if step.isalpha() else int(step)
    thing, deed = _THINGS[int(factor[0]) - 1], _DEEDS[number - 1]
    sky = _SKIES[(int(factor[0]) * 9 + number * 2) % len(_SKIES)]
    return (
        f"The tender {deed} the {thing} of pier {factor} in watch {number}, and keeps the book of "
        f"the {thing} as the harbor asks of watch {number}. Whoever {deed} the {thing} at this "
        f"level answers for pier {factor} and for every lantern that stands between watch "
        f"{number} and the quay, {sky} as in clear weather."
    )


@dataclass(frozen=True)
class Expected:
    """What must be read: levels with points and words, ranges, and the rest by name."""

    levels: dict[str, int | None]
    ranges: dict[int, tuple[int, int | None]] = field(default_factory=lambda: dict(RANGES))
    pages: dict[str, str] = field(default_factory=dict)
    codes: tuple[str, ...] = ()


SAYS_SO = "Only the levels found in the made-up work are described; levels above them are not used."
"""What a document says that ends its ladders below the top of the Primary Standard."""

LADDER = (
    "1-2", "1-3", "1-4", "2-1", "2-2", "2-3", "3-1", "3-2", "4-1", "4-2", "4-3", "5-1", "5-2",
    "6-1", "6-2", "7-1", "7-2", "8-1", "8-2", "9-1", "9-2",
)  # fmt: skip


def described(*levels: str) -> dict[str, int | None]:
    """Return levels with the points they must have."""
    return {level: POINTS[level] for level in levels or LADDER}


# --- setting type ------------------------------------------------------------------------


def paragraph(text: str, *, x: float = 72.0, width: int = 84, down: float = 26) -> list[Line]:
    """Return the lines of a paragraph, broken where a column ends."""
    lines = textwrap.wrap(text, width, break_on_hyphens=False)
    return [Line(line, x=x, down=down if n == 0 else 14) for n, line in enumerate(lines)]


def pages(lines: Sequence[Line], room: float = 620) -> list[list[Line]]:
    """Return lines on pages: a page ends where no line fits, wherever that falls."""
    found: list[list[Line]] = [[]]
    used = 0.0
    for line in lines:
        used += line.down
        if used > room:
            found.append([])
            used = 20.0
            line = Line(line.text, line.x, 20.0, line.size, line.bold)  # noqa: PLW2901
        found[-1].append(line)
    return found


def title(name: str) -> list[Line]:
    """Return the lines of a cover."""
    return [
        heading("Position Classification Standard for", size=16),
        heading(name, size=16, down=20),
        *paragraph(SAYS_SO),
    ]


def ranges_as_rows() -> list[str]:
    """Return the conversion table as a text document prints it."""
    return [f"{low}-{high}    GS-{grade}" for grade, (low, high) in RANGES.items()]
