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
from tests.index_.pdf_pages import Line, heading, write_pdf

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
    ]


def ranges_as_rows() -> list[str]:
    """Return the conversion table as a text document prints it."""
    return [f"{low}-{high}    GS-{grade}" for grade, (low, high) in RANGES.items()]


# --- the documents -----------------------------------------------------------------------


def older_pdf(without: int = 0) -> tuple[bytes, Expected]:
    """An older standard: the table first, dashes of every kind, illustrations, benchmarks.

    ``without`` names a page that is missing from the file.
    """
    lines = title("Lamp Tending Series, GS-9999")
    lines += [heading("SERIES DEFINITION")]
    lines += paragraph("This made-up series covers positions that tend the lamps of a harbor.")
    lines += [heading("EXCLUSIONS")]
    lines += paragraph("1. Positions that tend ropes are made up elsewhere and do not belong here.")
    lines += [heading("TITLES")]
    lines += paragraph("Lamp Tender is the title for all positions in this made-up series.")
    lines += [heading("GRADE CONVERSION TABLE")]
    lines += paragraph("Total points on all evaluation factors are converted as follows:")
    lines += [Line("GS Grade", x=150, down=28, bold=True), Line("Point Range", x=300, down=0,
                                                                bold=True)]  # fmt: skip
    for grade, (low, high) in RANGES.items():
        lines += [Line(str(grade), x=170), Line(f"{low}-{high}", x=300, down=0)]
    lines += [heading("FACTOR LEVEL DESCRIPTIONS")]
    dashes = (" -- ", " — ", " – ", " - ", ", ", "   ")
    for factor, name in NAMES.items():
        lines += [heading(f"FACTOR {factor}, {name.upper()}", size=13)]
        lines += paragraph(f"This factor covers what {name.lower()} mean on a made-up pier.")
        for number, level in enumerate(one for one in LADDER if one.startswith(f"{factor}-")):
            dash = dashes[(number + int(factor)) % len(dashes)]
            lines += [Line(f"Level {level}{dash}{POINTS[level]} points", down=30, bold=True)]
            lines += paragraph(words(level))
            if factor in ("1", "4"):
                lines += [Line("Illustrations:", down=28, bold=True)]
                lines += paragraph(f"- Tends the sample lamp of {level} and nothing else at all.")
    lines += [heading("OPM BENCHMARK DESCRIPTIONS", size=14)]
    for grade, number, first in ((4, 1, "1-2"), (5, 2, "1-3")):
        lines += [heading(f"LAMP TENDER, GS-9999-{grade:02d}, BMK #{number}", size=12)]
        lines += [Line("Duties", down=28, bold=True)]
        lines += paragraph(f"Tends the benchmark lamp number {number} through the winter.")
        for level in (first, "2-2", "3-2", "4-2", "5-2", "6-2", "7-1", "8-2", "9-2"):
            name = NAMES[level[0]]
            lines += [Line(f"Factor {level[0]}, {name} -- Level {level} -- {POINTS[level]} points",
                           down=26, bold=True)]  # fmt: skip
            lines += paragraph(f"Does on pier {level[0]} what benchmark {number} asks.")
        lines += [Line("TOTAL POINTS - 1,000", down=26, bold=True)]
    data = write_pdf(
        pages(lines),
        without=without,
        head="Lamp Tending Series, GS-9999                     TS-99 April 1988",
        foot="Fictional Office of Lanterns",
    )
    return data, Expected(described())


def family_pdf() -> tuple[bytes, Expected]:
    """A job family standard: a chart for Factors 6 and 7, appendices that repeat headings."""
    ladder = tuple(one for one in LADDER if one[0] not in "67")
    lines = [
        heading("Job Family Position Classification Standard for", size=16),
        heading("Technical Work in the Rope and Kite Group, GS-9900", size=16, down=20),
        heading("FACTOR LEVEL DESCRIPTIONS", size=15),
    ]
    for factor in "123456789":
        if factor == "7":
            continue
        if factor == "6":
            lines += _charted()
            continue
        lines += [heading(f"FACTOR {factor} – {NAMES[factor].upper()}", size=13)]
        lines += paragraph(f"Factor {factor} measures what the made-up piers ask for.")
        for level in (one for one in ladder if one.startswith(factor)):
            lines += [Line(f"Level {level}", down=30, bold=True),
                      Line(f"{POINTS[level]} Points", x=420, down=0, bold=True)]  # fmt: skip
            lines += paragraph(words(level)[:-90])
            if level == "2-2":
                lines += [Line("Level 2-2 (continued)", down=30, bold=True),
                          Line("125 Points", x=420, down=0, bold=True)]  # fmt: skip
            lines += paragraph("R" + "est of it: " + words(level)[-90:])
    lines += [heading("GRADE CONVERSION TABLE", size=15)]
    lines += [Line("Point Range", x=150, down=28, bold=True), Line("GS Grade", x=300, down=0,
                                                                   bold=True)]  # fmt: skip
    for grade, (low, high) in RANGES.items():
        lines += [Line(f"{low}-{high}", x=150), Line(str(grade), x=320, down=0)]
    lines += [heading("APPENDIX F1 – FACTOR 1 ILLUSTRATIONS", size=15)]
    for level in ("1-2", "1-3", "1-4"):
        lines += [Line(f"Level {level}: Rope Technician, GS-9901", down=30, bold=True)]
        lines += paragraph(f"An example that is no description: {words(level).lower()}")
    lines += [heading("APPENDIX H – HISTORICAL RECORD AND EXPLANATORY MATERIAL", size=15)]
    lines += paragraph("Reviewers of the made-up draft asked why Level 1-4 was so short.")
    data = write_pdf(pages(lines), head="Rope and Kite Group, GS-9900 December 2001", foot="Page")
    charted = {"6-1": None, "6-2": None, "7-A": None, "7-B": None}
    return data, Expected({**described(*ladder), **charted})


def _charted() -> list[Line]:
    lines = [heading("FACTOR 6 – PERSONAL CONTACTS AND FACTOR 7 – PURPOSE OF CONTACTS", size=13)]
    lines += paragraph("Credit the cell where both levels meet on the chart of this made-up pier.")
    lines += [heading("PERSONAL CONTACTS", size=13)]
    for step in ("1", "2"):
        lines += [Line(f"Level {step}", down=30, bold=True), *paragraph(words(f"6-{step}"))]
    lines += [heading("PURPOSE OF CONTACTS", size=13)]
    for step in ("A", "B"):
        lines += [Line(f"Level {step}", down=30, bold=True), *paragraph(words(f"7-{step}"))]
    lines += [heading("POINT ASSIGNMENT CHART", size=13)]
    lines += [Line("Purpose of Contacts", x=250, down=28, bold=True)]
    lines += [Line("Level", x=150, down=16, bold=True), Line("A", x=250, down=0, bold=True),
              Line("B", x=330, down=0, bold=True)]  # fmt: skip
    for row, cells in (("1", ("30", "60*")), ("2", ("45", "75"))):
        lines += [Line(row, x=160, down=18), Line(cells[0], x=250, down=0),
                  Line(cells[1], x=330, down=0)]  # fmt: skip
    lines += [Line("*THIS COMBINATION IS UNLIKELY.", down=20)]
    return lines


MISPRINTS = {
    "1-2": "Level 1−2 ⎯ 200 points",
    "1-3": "Level l-3, 350 Points",
    "1-4": "LEVEL 1-4 550",
    "2-1": "1",  # replaced below: Factor 2's first level has no number at all
    "2-2": "2-2 125 points",
    "2-3": "FLD 2-3 (275 pts.)",
    "3-1": "Factor Level 3-1 . . 25 Points",
    "3-2": "Leval 3-2 - 125 poinst",
    "4-2": "Level 4--2 = 75 points",
    "4-3": "Level 4-3 C 150 points",
    "5-2": "Level 52 - 75 points",
}


def misprinted_text() -> tuple[bytes, Expected]:
    """A text in which nearly every heading is printed wrongly in a way that has happened."""
    rows = ["Position Classification Standard for Ferry Rope Series, GS-9998", "",
            "TS-98 March 1990", "", "FACTOR LEVEL DESCRIPTIONS", ""]  # fmt: skip
    factors = {
        "1": "FACTOR 1, KNOWLEDGE REQUIRED BY THE POSITON",
        "2": "FACTOR 2 SUPERVISORY CONTROL",
        "3": "FACTOR , GUIDELINES",
        "4": "FACTOR 4: COMPLEXTIY",
        "5": "FACTR 5 -- SCOPE AND EFFECT",
        "6": "FACTOR 6. PERSONAL CONTACTS",
        "7": "Factor 7 – Purpose of Contacts",
        "8": "FACTOR 8, PHYSICAL DEMANDS",
        "9": "FACTOR 9, WORK ENVIRONMENT",
    }
    for factor, printed in factors.items():
        rows += [printed, ""]
        for level in (one for one in LADDER if one.startswith(f"{factor}-")):
            given = MISPRINTS.get(level, f"Level {level}, {POINTS[level]} points")
            rows += ["Level - 25 points" if level == "2-1" else given, "", words(level), ""]
    rows += ["GRADE CONVERSION TABLE", "", *ranges_as_rows(), ""]
    return "\n".join(rows).encode(), Expected(described(), codes=("level-number-read",))


def tabled_text() -> tuple[bytes, Expected]:
    """A text whose points stand in a table at the end, and which leaves levels out."""
    rows = ["Position Classification Standard for Kite Signal Series, GS-9997", "",
            "Issued: June 2003", ""]  # fmt: skip
    for factor, name in NAMES.items():
        rows += [f"Factor {factor}. {name}", ""]
        if factor == "1":
            rows += ["Level 1-1: not described for this series", ""]
        if factor == "9":
            rows += ["Levels 9-2 and 9-3 are not described in this standard.", ""]
        for level in (one for one in LADDER if one.startswith(f"{factor}-") and one != "9-2"):
            rows += [f"Level {level}", "", words(level), ""]
    rows += ["FACTOR POINT SUMMARY", ""]
    for factor in NAMES:
        pairs = [f"{one} {POINTS[one]}" for one in LADDER if one.startswith(f"{factor}-")]
        rows.append("   ".join(pairs))
    rows += ["", "POINT-TO-GRADE CONVERSION", ""]
    rows += [f"GS-{grade}: {low:,} to {high:,}" for grade, (low, high) in RANGES.items()]
    rows += ["", "GS-12: 2,755 and above"]
    levels = described(*(one for one in LADDER if one != "9-2"))
    return "\n".join(rows).encode(), Expected(levels, {**RANGES, 12: (2755, None)})


def web_page() -> tuple[bytes, Expected]:
    """A web page with its levels in tables and the old list form of the contacts chart."""
    ladder = tuple(one for one in LADDER if one[0] not in "67")
    parts = ["<html><head><title>Position Classification Standard for Buoy Series, GS-9996",
             "</title></head><body><h1>Position Classification Standard for Buoy Series, GS-9996",
             "</h1><p>TS-77 May 1985</p><h2>FACTOR LEVEL DESCRIPTIONS</h2>"]  # fmt: skip
    for factor in "12345":
        parts.append(f"<h3>FACTOR {factor} &#8212; {NAMES[factor].upper()}</h3>")
        for level in (one for one in ladder if one.startswith(factor)):
            parts.append(f"<h4>Level {level} &mdash; {POINTS[level]} Points</h4>")
            parts.append(f"<p>{words(level)}</p>")
    parts.append("<h3>FACTORS 6 AND 7 &#8212; PERSONAL CONTACTS AND PURPOSE OF CONTACTS</h3>")
    parts.append("<h4>Personal Contacts</h4>")
    parts += [f"<p>{step}. {words(f'6-{step}')}</p>" for step in "12"]
    parts.append("<h4>Purpose of Contacts</h4>")
    parts += [f"<p>{step.lower()}. {words(f'7-{step}')}</p>" for step in "AB"]
    parts.append(
        "<table><tr><td>Purpose</td><td>a</td><td>b</td></tr>"
        "<tr><td>1</td><td>30</td><td>60</td></tr><tr><td>2</td><td>45</td><td>75</td></tr></table>"
    )
    for factor in "89":
        parts.append(f"<h3>FACTOR {factor} &#8212; {NAMES[factor].upper()}</h3>")
        for level in (one for one in ladder if one.startswith(factor)):
            parts.append(f"<h4>Level {level} &mdash; {POINTS[level]} Points</h4>")
            parts.append(f"<p>{words(level)}</p>")
    parts.append("<h2>GRADE CONVERSION TABLE</h2><table>")
    for grade, (low, high) in RANGES.items():
        parts.append(f"<tr><td>{low}&ndash;{high}</td><td>{grade}</td></tr>")
    parts.append("</table></body></html>")
    charted = {"6-1": None, "6-2": None, "7-A": None, "7-B": None}
    return "".join(parts).encode(), Expected({**described(*ladder), **charted})


def doubtful_text() -> tuple[bytes, Expected]:
    """A text with real faults: a wrong value, a repeated level, an empty one, a bad range."""
    rows = ["Position Classification Standard for Bell Ringing Series, GS-9995", ""]
    for factor, name in NAMES.items():
        rows += [f"FACTOR {factor}, {name.upper()}", ""]
        for level in (one for one in LADDER if one.startswith(f"{factor}-")):
            if level == "4-2":
                continue
            points = 155 if level == "4-3" else POINTS[level]
            rows += [f"Level {level}, {points} points", ""]
            rows += [] if level == "8-2" else [words(level), ""]
    rows += ["GRADE CONVERSION TABLE", ""]
    rows += ["455-650   GS-3", "645-850   GS-4", "870-1100   GS-5"]
    return "\n".join(rows).encode(), Expected(
        {**described(*(one for one in LADDER if one != "4-2")), "4-3": 155},
        {3: (455, 650), 4: (645, 850), 5: (870, 1100)},
        codes=("points-differ", "level-skipped", "level-without-text", "ranges-overlap",
               "ranges-apart", "edition-not-printed"),
    )  # fmt: skip


def long_pdf(length: int) -> bytes:
    """A standard with so many benchmark descriptions that it has as many pages as asked for."""
    lines = title("Lighthouse Series, GS-9990")
    for factor, name in NAMES.items():
        lines += [heading(f"FACTOR {factor}, {name.upper()}", size=13)]
        for level in (one for one in LADDER if one.startswith(f"{factor}-")):
            lines += [Line(f"Level {level} -- {POINTS[level]} points", down=30, bold=True)]
            lines += paragraph(words(level))
    lines += [heading("GRADE CONVERSION TABLE")]
    for grade, (low, high) in RANGES.items():
        lines += [Line(str(grade), x=170), Line(f"{low}-{high}", x=300, down=0)]
    lines += [heading("OPM BENCHMARK DESCRIPTIONS", size=14)]
    number = 0
    while len(pages(lines)) < length:
        number += 1
        lines += [heading(f"LIGHT KEEPER, GS-9990-05, BMK #{number}", size=12)]
        for level in ("1-3", "2-2", "3-2", "4-2", "5-2", "6-2", "7-1", "8-2", "9-2"):
            lines += [Line(f"Factor {level[0]}, {NAMES[level[0]]} -- Level {level} -- "
                           f"{POINTS[level]} points", down=26, bold=True)]  # fmt: skip
            for turn in range(4):
                lines += paragraph(f"In turn {turn} of case {number}: {words(level)}")
    return write_pdf(pages(lines)[:length], head="Lighthouse Series, GS-9990   TS-14 July 1981",
                     foot="Fictional Office of Lanterns")  # fmt: skip


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


def word_file() -> tuple[bytes, Expected]:
    """A Word file: headings by style, the conversion in a real table."""
    import io

    import docx

    document = docx.Document()
    document.add_heading("Position Classification Standard for Mast Series, GS-9992", 0)
    document.add_paragraph("TS-12 August 1979")
    for factor, name in NAMES.items():
        document.add_heading(f"Factor {factor} – {name}", 1)
        for level in (one for one in LADDER if one.startswith(f"{factor}-")):
            document.add_heading(f"Level {level} — {POINTS[level]:,} points", 2)
            document.add_paragraph(words(level))
    document.add_heading("Grade Conversion Table", 1)
    table = document.add_table(rows=0, cols=2)
    for grade, (low, high) in RANGES.items():
        cells = table.add_row().cells
        cells[0].text, cells[1].text = f"{low} – {high}", f"GS-{grade}"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue(), Expected(described())


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
             "<p>TS-17 July 1986</p>"]  # fmt: skip
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


def charted_knowledge_text() -> bytes:
    """A standard whose Factor 1 is a chart of knowledge by situation."""
    rows = ["Position Classification Standard for Bell Series, GS-9991", "", "TS-13 May 1979", "",
            "FACTOR 1, KNOWLEDGE REQUIRED BY THE POSITION", "",
            "Kind I is knowing the ropes of one bell, in the plainest of towers that was made up.",
            "", "Kind II is knowing the ropes of every bell, in any tower that could be made up.",
            "", "Kind     Tower A     Tower B", "I     1-2     1-3", "II     1-3     1-4",
            ""]  # fmt: skip
    for factor, name in list(NAMES.items())[1:]:
        rows += [f"FACTOR {factor}, {name.upper()}", ""]
        for level in (one for one in LADDER if one.startswith(f"{factor}-")):
            rows += [f"Level {level}, {POINTS[level]} points", "", words(level), ""]
    return "\n".join([*rows, "GRADE CONVERSION TABLE", "", *ranges_as_rows()]).encode()


def narrative_pdf() -> tuple[bytes, dict[str, dict[int, str]]]:
    """A guide without points: two criteria under each of three grades."""
    lines = [heading("Grade Level Guide for Tide Watching Work", size=16)]
    lines += [heading("GRADE LEVEL CRITERIA", size=14)]
    wanted: dict[str, dict[int, str]] = {"Nature of assignment": {}, "Level of responsibility": {}}
    for grade in (3, 4, 5):
        lines += [heading(f"GS-{grade}", size=13)]
        for number, (name, texts) in enumerate(wanted.items(), start=1):
            texts[grade] = words(f"{number}-{grade}")
            lines += [Line(name, down=28, bold=True), *paragraph(texts[grade])]
    return write_pdf(pages(lines), head="Tide Watching TS-91 June 1989", foot="Page"), wanted


def narratives() -> dict[str, tuple[bytes, dict[str, dict[int, str]]]]:
    """Guides without points in the other forms there are, each with what must be read."""
    grades = (5, 7, 9)
    two = {"Nature of assignment": 1, "Level of responsibility": 2}
    wanted = {name: {g: words(f"{n}-{g}") for g in grades} for name, n in two.items()}
    head = "Gull Watching TS-10 May 1970"
    titled = [heading("Position Classification Standard for Gull Series, GS-9987", size=14)]
    titled += [heading("SERIES DEFINITION", size=13)]
    titled += paragraph("This made-up series covers gulls.")
    for grade in grades:
        titled += [heading(f"GULL SPECIALIST, GS-9987-{grade:02d}", size=12)]
        for name in two:
            titled += [Line(name, bold=True, down=24), *paragraph(wanted[name][grade])]
    under = [heading("Grade Evaluation Guide for Gull Work", size=16)]
    for number, name in enumerate(two, start=1):
        under += [heading(f"FACTOR {'I' * number} - {name.upper()}", size=14)]
        under += paragraph("This says what is weighed in the made-up work.")
        for grade in grades:
            under += [Line(f"GS-{grade}", bold=True, down=26), *paragraph(wanted[name][grade])]
    rows = ["Grade Level Guide for Gull Work", "", "TS-10 May 1970", ""]
    for grade in grades:
        rows += [f"GS-{grade}", ""]
        for name in two:
            rows += [f"{name} -- {wanted[name][grade]}", ""]
    whole = ["Grade Level Guide for Gull Work", "", "TS-10 May 1970", ""]
    for grade in grades:
        whole += [f"Grade GS-{grade}", "", words(f"1-{grade}"), ""]
    return {
        "titled.pdf": (write_pdf(pages(titled), head=head, foot="Page"), wanted),
        "under.pdf": (write_pdf(pages(under), head=head, foot="Page"), wanted),
        "run-in.txt": ("\n".join(rows).encode(), wanted),
        "whole.txt": (
            "\n".join(whole).encode(),
            {"Grade-level criteria": {g: words(f"1-{g}") for g in grades}},
        ),
    }


def flysheet_pdf() -> bytes:
    """A flysheet: a definition, and guides for the grading."""
    lines = [heading("Position Classification Flysheet for", size=16),
             heading("Fog Watching Series, GS-9994", size=16, down=20)]  # fmt: skip
    lines += [heading("SERIES DEFINITION")]
    lines += paragraph("This made-up series covers positions that look at fog from a tower.")
    lines += [heading("GRADING INSTRUCTIONS")]
    lines += paragraph("Evaluate nonsupervisory positions using the Harbor Watch Grade Evaluation "
                       "Guide.")  # fmt: skip
    return write_pdf(pages(lines), head="Fog Watching Series, GS-9994 TS-50 May 1980", foot="Page")
