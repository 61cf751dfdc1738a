"""Fictional standards in the layouts of print: columns, cells, joined factors, parts.

They complete :mod:`tests.index_.standards.fictional`, whose made-up words they use.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from tests.index_.documents.pdf_pages import Line, heading, write_pdf
from tests.index_.standards.fictional import (
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

_CHARTED = {"6-1": None, "6-2": None, "7-A": None, "7-B": None}
_CELLS = (("1", ("30", "60")), ("2", ("45", "75")))


def _of(factor: str) -> list[str]:
    return [level for level in LADDER if level.startswith(f"{factor}-")]


def _ranges() -> list[Line]:
    lines = [heading("GRADE CONVERSION TABLE")]
    for grade, (low, high) in RANGES.items():
        lines += [Line(f"{low}-{high}", x=150), Line(f"GS-{grade}", x=300, down=0)]
    return lines


def columns_pdf() -> tuple[bytes, Expected]:
    """Two columns on every page: a column may end, and the next begin, anywhere."""
    rows: list[tuple[str, bool, float]] = []
    for factor, name in NAMES.items():
        rows.append((f"FACTOR {factor}, {name.upper()}", True, 22.0))
        rows.append((f"What the made-up factor {factor} is about.", False, 12.0))
        for level in _of(factor):
            rows.append((f"Level {level} -- {POINTS[level]} points", True, 22.0))
            for number, line in enumerate(textwrap.wrap(words(level), 42)):
                rows.append((line, False, 22.0 if number == 0 else 12.0))
    rows.append(("GRADE CONVERSION TABLE", True, 22.0))
    rows += [(f"GS-{grade}     {low}-{high}", False, 12.0) for grade, (low, high) in RANGES.items()]
    front = title("Reef Series, GS-9985")
    front += [
        Line(f"What stands here across the page says nothing of reef number {n}.", down=28)
        for n in range(1, 6)
    ]
    made: list[list[Line]] = [front]
    while rows:
        made.append([])
        at = 0.0
        for x in (60.0, 325.0):
            deep = 0.0
            while rows and deep + rows[0][2] < 420:
                if rows[0][0].startswith("FACTOR 5") and deep and x < 100:
                    break  # a factor that opens the second column
                text, bold, down = rows.pop(0)
                deep += down
                made[-1].append(Line(text, x=x, down=deep - at, size=10, bold=bold))
                at = deep
    return write_pdf(made, head="Reef Series, GS-9985  TS-11 May 1977", foot="Page"), Expected(
        described()
    )


def label_cells_pdf() -> tuple[bytes, Expected]:
    """Level and points below each other in a narrow column, the words beside both."""
    lines = title("Shoal Series, GS-9984")
    for factor, name in NAMES.items():
        lines.append(heading(f"FACTOR {factor}, {name.upper()}", size=13))
        for level in _of(factor):
            first, second, *rest = paragraph(words(level), x=170, width=66, down=0)
            lines += [Line(f"Level {level}", down=26, bold=True), first]
            lines += [Line(f"{POINTS[level]} Points", down=14, bold=True)]
            lines += [Line(second.text, x=170, down=0), *rest]
    lines += _ranges()
    return write_pdf(pages(lines), head="Shoal Series, GS-9984  TS-11 May 1977"), Expected(
        described()
    )


def joined_contacts_pdf(mark: str) -> tuple[bytes, Expected]:
    """Factors 6 and 7 under headings an "AND" joins; ``mark`` is what follows a level's number."""
    lines = title("Dune Series, GS-9983")
    for factor, name in NAMES.items():
        if factor == "7":
            continue
        lines.append(heading(f"FACTOR {factor}, {name.upper()}", size=13))
        if factor != "6":
            for level in _of(factor):
                lines.append(Line(f"Level {level} -- {POINTS[level]} points", down=28, bold=True))
                lines += paragraph(words(level))
            continue
        lines += [Line("AND", down=18, bold=True)]
        lines += [heading(f"FACTOR 7, {NAMES['7'].upper()}", size=13, down=18)]
        lines += paragraph("Both made-up factors are read off one chart, cell by cell.")
        for called, steps in (("Personal Contacts", "12"), ("Purpose of Contacts", "AB")):
            lines.append(heading(called, size=12))
            lines.append(heading("Dune Tending, GS-9983", size=11))
            for step in steps:
                key = f"{'6' if step.isdigit() else '7'}-{step}"
                lines += paragraph(f"{step}{mark}{words(key)}")
        lines += [Line("Purpose", x=100, down=28, bold=True)]
        lines += [Line(letter, x=x, down=0) for letter, x in (("A", 210), ("B", 290))]
        for step, cells in _CELLS:
            lines.append(Line(f"Contacts {step}", x=100, down=16))
            lines += [Line(cell, x=x, down=0) for cell, x in zip(cells, (210, 290), strict=True)]
    lines += _ranges()
    ladder = [level for level in LADDER if level[0] not in "67"]
    data = write_pdf(pages(lines), head="Dune Series, GS-9983  TS-11 May 1977", foot="Page")
    return data, Expected({**described(*ladder), **_CHARTED})


EXAMPLES = (
    ("Examples:",),
    ("Illustrative Work Assignments:",),
    ("Illustration No. 1", "Illustration No. 2"),
    ("Illustrations -- Tends the example lamp of the pier.",),
    ("The following are illustrative of work at this level:",),
)


def example_heads_text(heads: Sequence[str]) -> tuple[bytes, Expected]:
    """Examples below every level of Factor 1, under the heads given."""
    rows = [
        "Position Classification Standard for Cove Series, GS-9982",
        "",
        "TS-13 May 1979",
        "",
        SAYS_SO,
        "",
    ]
    for factor, name in NAMES.items():
        rows += [f"FACTOR {factor}, {name.upper()}", ""]
        for level in _of(factor):
            rows += [f"Level {level}, {POINTS[level]} points", "", words(level), ""]
            for head in heads if factor == "1" else ():
                rows += [head, "", "- Tends the example lamp and nothing else at all.", ""]
    rows += ["GRADE CONVERSION TABLE", "", *ranges_as_rows()]
    return "\n".join(rows).encode(), Expected(described())


def priced_knowledge_text() -> bytes:
    """A standard whose chart of knowledge by situation prints the points beside the levels."""
    rows = ["Position Classification Standard for Knot Series, GS-9981", "", "TS-13 May 1979", "",
            SAYS_SO, "",
            "FACTOR 1, KNOWLEDGE REQUIRED BY THE POSITION", "",
            "Kind I is knowing one knot, in the plainest of harbors that was ever made up.", "",
            "Kind II is knowing all the knots, in any harbor that could be made up.", "",
            "Kind     Harbor A     Harbor B", "I     1-2 200     1-3 350",
            "II     1-3 350     1-4 550", ""]  # fmt: skip
    for factor, name in list(NAMES.items())[1:]:
        rows += [f"FACTOR {factor}, {name.upper()}", ""]
        for level in _of(factor):
            rows += [f"Level {level}, {POINTS[level]} points", "", words(level), ""]
    return "\n".join([*rows, "GRADE CONVERSION TABLE", "", *ranges_as_rows()]).encode()


def series_within_text() -> bytes:
    """A web page whose Level 1-2 goes on under the name of a series."""
    rows = ["<html><body><h1>Position Classification Standard for Spray Group, GS-9900</h1>",
            f"<p>TS-13 May 1979</p><p>{SAYS_SO}</p>"]  # fmt: skip
    for factor, name in NAMES.items():
        rows.append(f"<h2>FACTOR {factor}, {name.upper()}</h2>")
        for level in _of(factor):
            rows.append(f"<h3>Level {level}, {POINTS[level]} points</h3><p>{words(level)}</p>")
            if level == "1-2":
                rows.append("<h4>Spray Watching, 9901</h4><p>Watches one made-up wave.</p>")
    rows.append("<h2>GRADE CONVERSION TABLE</h2>")
    rows += [f"<p>{row}</p>" for row in ranges_as_rows() if row]
    return "\n".join([*rows, "</body></html>"]).encode()


CRITERIA = ("Nature of assignment", "Level of responsibility")
KINDS = {"Reef pilot": (5, 7, 9), "Reef guard": (4, 5, 7)}


def kinds_pdf(form: str) -> tuple[bytes, dict[str, dict[int, str]]]:
    """A guide for two kinds of work at some of the same grades, and what must be read.

    ``form`` is ``titles`` for grades headed by a position's title, ``parts`` for two parts.
    Every grade fills a page, so that its headings stand where running heads do, and the running
    head opens with the words the titles open with.
    """
    front = [heading("Grade Evaluation Guide for", size=16)]
    front += [heading("Reef Pilot and Reef Guard Positions, GS-9980/GS-9979", size=16, down=20)]
    front += [heading("SERIES DEFINITION", size=13)] if form == "titles" else []
    front += paragraph("This made-up guide grades the work of pilots and guards on a reef.")
    made = [front]
    wanted: dict[str, dict[int, str]] = {}
    for part, (kind, grades) in enumerate(KINDS.items(), start=1):
        if form == "parts":
            made.append([heading(f"PART {'I' * part} - {kind.upper()}", size=15)])
            made[-1] += paragraph("What follows is for one kind of made-up work.")
        for grade in grades:
            plain = f"{kind.upper()}, GS-{9981 - part}-{grade:02d}"
            lines = [Line(plain if form == "titles" else f"GS-{grade}", down=20, bold=True)]
            for number, name in enumerate(CRITERIA, start=1):
                text = f"Of the {kind.lower()}: {words(f'{number}-{grade}')}"
                wanted.setdefault(f"{name} ({kind})", {})[grade] = text
                lines += [Line(name, down=26, bold=True), *paragraph(text)]
            lines += [Line("Examples:", down=26, bold=True)]
            lines += paragraph("Tends a sample reef, which describes no grade.")
            made.append(lines)
    made[-1] += [heading("SUPERVISORY POSITIONS", size=13)]
    made[-1] += paragraph("Whoever leads a reef is graded by a guide that was not made up.")
    return write_pdf(made, head="Reef Pilot and Reef Guard, GS-9980   TS-87 April 1988"), wanted


def listed_pdf() -> bytes:
    """A job family standard: contents and coverage on one page, series listed by name."""
    lines = [heading("Job Family Position Classification Standard for", size=16),
             heading("Assistance Work in the Foam Group, GS-9900", size=16, down=20)]  # fmt: skip
    lines += [heading("TABLE OF CONTENTS", size=13)]
    for number, name in enumerate(("COVERAGE", "EXCLUSIONS", "FACTORS", "TABLE", "NOTES"), start=1):
        lines.append(Line(f"{name} {'.' * 60} {number}", down=16))
    lines += [heading("COVERAGE", size=13)]
    lines += paragraph("This made-up standard covers all of the work that is done to keep foam "
                       "off the piers of a harbor, in these series and in no others that were "
                       "made up:")  # fmt: skip
    for name, code in (("Foam Skimming", "1991"), ("Foam Weighing", "1992")):
        lines += [Line(name, x=90, down=18), Line(code, x=330, down=0)]
    for factor, name in NAMES.items():
        lines.append(heading(f"FACTOR {factor}, {name.upper()}", size=13))
        for level in _of(factor):
            lines.append(Line(f"Level {level} -- {POINTS[level]} points", down=28, bold=True))
            lines += paragraph(words(level))
    lines += _ranges()
    return write_pdf(pages(lines), head="Foam Group, GS-9900  May 2003", foot="Page")


def numbered_benchmarks_pdf() -> bytes:
    """Benchmarks whose position stands on the line above their grade and number."""
    lines = title("Cove Series, GS-9982")
    for factor, name in NAMES.items():
        lines.append(heading(f"FACTOR {factor}, {name.upper()}", size=13))
        for level in _of(factor):
            lines.append(Line(f"Level {level} -- {POINTS[level]} points", down=28, bold=True))
            lines += paragraph(words(level))
    lines += [*_ranges(), heading("OPM BENCHMARK DESCRIPTIONS", size=14)]
    for grade in (4, 5):
        lines += [heading("Cove Clerk, GS-9982", size=12), heading(f"GS-{grade}, BMK #1", size=12)]
        lines += [heading("DUTIES", size=12), *paragraph("Tends a sample cove in winter.")]
        for factor in NAMES:
            lines.append(heading(f"Factor {factor}, FL {_of(factor)[0]}", size=12))
            lines += paragraph("Does what the sample cove asks for.")
    return write_pdf(pages(lines), head="Cove Series, GS-9982  TS-13 May 1979", foot="Page")


def page_tops_pdf() -> tuple[bytes, dict[str, dict[int, str]]]:
    """A guide in which headings and text open pages where running heads stand."""
    grades = range(4, 13)
    wanted: dict[str, dict[int, str]] = {name: {} for name in CRITERIA}
    made = [[heading("Grade Evaluation Guide for Kelp Raker and Kelp Weigher Work", size=16)]]
    for grade in grades:
        made.append([heading(f"GS-{grade}", size=13)])
        for number, name in enumerate(CRITERIA, start=1):
            told = words(f"{number}-{min(grade, 9)}")
            text = f"Kelp Raker and Kelp Weigher work of grade {grade}: {told}"
            wanted[name][grade] = text
            opening = number == 2 and grade % 2
            if opening:
                made.append([])
            made[-1].append(Line(name, down=20 if opening else 26, bold=True))
            if grade == 4:
                made.append(paragraph(text, down=20))
            else:
                made[-1] += paragraph(text)
    return write_pdf(made, head="Kelp Raker and Kelp Weigher Work   TS-87 April 1988"), wanted


OTHERS = {
    "Federal Wage System Job Grading Standard for Kelp Raking, 9978": (
        "Kelp Raker, Grade 5\n\nRakes made-up kelp by hand and stacks it on the quay.",
        "Federal Wage System",
    ),
    "General Schedule Leader Grade Evaluation Guide": (
        "The made-up leader stands one grade above the raking that is led.",
        "by how many grades the leader stands above the work led",
    ),
    "Kelp Research Grade Evaluation Guide": (
        "Factor 1\n\nDegree A\n\nFinds a little kelp.\n\nDegree B\n\nFinds a lot of kelp.",
        "degrees of its own",
    ),
    "Position Classification Flysheet for Kelp Series, GS-9977": (
        "GRADING\n\nGrade by reference to the Grade Level Guide for Harbor and Quay Work.",
        "Grade Level Guide for Harbor and Quay Work",
    ),
}
"""Documents that score nothing, by title: their text and what the refusal must say."""
