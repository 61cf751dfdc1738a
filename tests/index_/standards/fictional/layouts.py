"""The same fictional levels in other layouts: columns, cells, tables, headings without words."""

from __future__ import annotations

from tests.index_.documents.pdf_pages import Line, heading, write_pdf
from tests.index_.standards.fictional.base import (
    LADDER,
    NAMES,
    POINTS,
    RANGES,
    SAYS_SO,
    Expected,
    described,
    pages,
    paragraph,
    ranges_as_rows,
    title,
    words,
)
from tests.index_.standards.fictional.series import misprinted_text


def misprinted_pdf() -> tuple[bytes, Expected]:
    """The misprinted text set close together in one type, without any sign of a heading."""
    lines: list[Line] = []
    for row in misprinted_text()[0].decode().split("\n"):
        printed = row.replace("−", "–").replace("⎯", "—")
        if len(printed) > 100:
            lines += paragraph(printed, down=14)
        elif printed.strip():
            lines.append(Line(printed))
    return write_pdf(pages(lines), head="Ferry Rope Series, GS-9998  TS-98 March 1990"), Expected(
        described(), codes=("level-number-read",)
    )


def _tides(form: str, *, down: float, bold: bool, second: str = "") -> bytes:
    lines = title("Tide Series, GS-9993")
    for factor, name in NAMES.items():
        lines.append(Line(f"FACTOR {factor}, {name.upper()}", down=28, bold=bold))
        for level in (one for one in LADDER if one.startswith(f"{factor}-")):
            for printed in (form, second):
                if printed:
                    text = printed.format(level=level, points=POINTS[level])
                    lines.append(Line(text, down=down, bold=bold))
            lines += paragraph(words(level), down=down)
    lines.append(Line("GRADE CONVERSION TABLE", down=28, bold=True))
    for grade, (low, high) in RANGES.items():
        lines += [Line(f"{low}-{high}", x=150), Line(f"GS-{grade}", x=300, down=0)]
    return write_pdf(pages(lines), head="Tide Series, GS-9993     TS-11 May 1977", foot="Page")


def bare_pdf() -> tuple[bytes, Expected]:
    """Headings with neither "Level" nor "points": only numbers."""
    return _tides("{level}   {points}", down=22, bold=True), Expected(described())


def split_pdf() -> tuple[bytes, Expected]:
    """Headings whose points stand on a line of their own."""
    data = _tides("Level {level}", down=22, bold=True, second="{points} points")
    return data, Expected(described())


def points_first_pdf() -> tuple[bytes, Expected]:
    """Headings whose points come first in the file, as a table's cells may."""
    data = _tides("{points} Points", down=22, bold=True, second="Level {level}")
    return data, Expected(described())


def tight_pdf() -> tuple[bytes, Expected]:
    """Headings set like the text, as close to it as its lines are to each other."""
    return _tides("Level {level}, {points} points", down=14, bold=False), Expected(described())


def pointless_pdf() -> tuple[bytes, Expected]:
    """No points anywhere, neither at the levels nor in a table."""
    data = _tides("Level {level}", down=22, bold=True)
    return data, Expected(dict.fromkeys(LADDER), codes=("points-missing",))


def cells_pdf() -> tuple[bytes, Expected]:
    """Levels named in a narrow column, described in a wide one beside it."""
    lines = title("Tide Series, GS-9993")
    for factor, name in NAMES.items():
        lines.append(Line(f"FACTOR {factor}, {name.upper()}", down=28, bold=True))
        for level in (one for one in LADDER if one.startswith(f"{factor}-")):
            first, *rest = paragraph(words(level), x=160, width=64)
            lines += [Line(f"Level {level}", down=24), Line(first.text, x=160, down=0), *rest]
    lines.append(Line("GRADE CONVERSION TABLE", down=28, bold=True))
    for grade, (low, high) in RANGES.items():
        lines += [Line(f"{low}-{high}", x=150), Line(f"GS-{grade}", x=300, down=0)]
    data = write_pdf(pages(lines), head="Tide Series, GS-9993     TS-11 May 1977", foot="Page")
    return data, Expected(dict.fromkeys(LADDER), codes=("points-missing",))


def series_heads_pdf() -> bytes:
    """The name of the series, set larger than the level's own heading, under every level."""
    lines = title("Tide Series, GS-9993")
    for factor, name in NAMES.items():
        lines.append(heading(f"FACTOR {factor}, {name.upper()}", size=13))
        for level in (one for one in LADDER if one.startswith(f"{factor}-")):
            lines.append(Line(f"Level {level}, {POINTS[level]} points", down=24, bold=True))
            lines.append(Line("Tide Watcher, GS-9993", down=24, size=14, bold=True))
            lines += paragraph(words(level))
    return write_pdf(pages(lines), head="Tide Series, GS-9993     TS-11 May 1977", foot="Page")


def sideways_pdf(turn: int) -> tuple[bytes, Expected]:
    """A standard whose conversion table stands sideways on a page of its own."""
    lines = title("Tower Series, GS-9989")
    for factor, name in NAMES.items():
        lines += [heading(f"FACTOR {factor}, {name.upper()}", size=13)]
        for level in (one for one in LADDER if one.startswith(f"{factor}-")):
            lines += [Line(f"Level {level}, {POINTS[level]} points", down=30, bold=True)]
            lines += paragraph(words(level))
    upright = pages(lines)
    table = [Line("GRADE CONVERSION TABLE", bold=True, size=14)]
    for grade, (low, high) in RANGES.items():
        table += [Line(f"{low}-{high}", x=150, down=20), Line(f"GS-{grade}", x=300, down=0)]
    data = write_pdf([*upright, table], head="Tower Series, GS-9989   TS-15 May 1982", foot="Page",
                     sideways={len(upright) + 1: turn})  # fmt: skip
    return data, Expected(described())


def joined_text() -> tuple[bytes, Expected]:
    """A standard whose headings join factor and level, with benchmarks nothing announces."""
    rows = ["Position Classification Standard for Quay Series, GS-9988", "", "TS-16 June 1983", "",
            SAYS_SO, "",
            "GRADE CONVERSION TABLE", "", *ranges_as_rows(), ""]  # fmt: skip
    for level in LADDER:
        name = NAMES[level[0]]
        rows += [f"Factor {level[0]}, {name} -- Level {level} -- {POINTS[level]} points", "",
                 words(level), ""]  # fmt: skip
    rows += ["QUAY KEEPER, GS-9988-04", "", "Keeps the quay of the made-up benchmark swept.", ""]
    for level in ("1-2", "2-2", "3-2", "4-2", "5-2", "6-2", "7-1", "8-2", "9-2"):
        name = NAMES[level[0]]
        rows += [f"Factor {level[0]}, {name} -- Level {level} -- {POINTS[level]} points", "",
                 f"Does on quay {level[0]} what the made-up benchmark asks.", ""]  # fmt: skip
    return "\n".join(rows).encode(), Expected(described())


def tables_page(*, joined: bool) -> tuple[bytes, Expected]:
    """A web page whose levels are rows of tables: all in one row, or the words in the next."""
    parts = ["<html><body><h1>Position Classification Standard for Rope Series, GS-9986</h1>",
             f"<p>TS-17 July 1986</p><p>{SAYS_SO}</p>"]  # fmt: skip
    for factor, name in NAMES.items():
        parts.append(f"<h2>Factor {factor} - {name}</h2><table>")
        for level in (one for one in LADDER if one.startswith(f"{factor}-")):
            between = "" if joined else "</tr><tr>"
            parts.append(f"<tr><td>Level {level}</td><td>{POINTS[level]} points</td>{between}"
                         f"<td>{words(level)}</td></tr>")  # fmt: skip
        parts.append("</table>")
    parts.append("<h2>Grade Conversion Table</h2><table>")
    for grade, (low, high) in RANGES.items():
        parts.append(f"<tr><td>GS-{grade}</td><td>{low} to {high}</td></tr>")
    return "".join([*parts, "</table></body></html>"]).encode(), Expected(described())
