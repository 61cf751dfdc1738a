"""Fictional series and job family standards in the forms OPM has used over the years."""

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
        *paragraph(SAYS_SO),
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
            "TS-98 March 1990", "", SAYS_SO, "", "FACTOR LEVEL DESCRIPTIONS", ""]  # fmt: skip
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
            "Issued: June 2003", "", SAYS_SO, ""]  # fmt: skip
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
             f"</h1><p>TS-77 May 1985</p><p>{SAYS_SO}</p>",
             "<h2>FACTOR LEVEL DESCRIPTIONS</h2>"]  # fmt: skip
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
    rows = ["Position Classification Standard for Bell Ringing Series, GS-9995", "", SAYS_SO, ""]
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


def word_file() -> tuple[bytes, Expected]:
    """A Word file: headings by style, the conversion in a real table."""
    import io

    import docx

    document = docx.Document()
    document.add_heading("Position Classification Standard for Mast Series, GS-9992", 0)
    document.add_paragraph("TS-12 August 1979")
    document.add_paragraph(SAYS_SO)
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


def charted_knowledge_text() -> bytes:
    """A standard whose Factor 1 is a chart of knowledge by situation."""
    rows = ["Position Classification Standard for Bell Series, GS-9991", "", "TS-13 May 1979", "",
            SAYS_SO, "",
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
