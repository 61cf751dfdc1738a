"""Fictional guides that grade by the work led, or by degrees with points of their own."""

from __future__ import annotations

from tests.index_.documents.pdf_pages import Line, heading, write_pdf
from tests.index_.standards.fictional.base import pages, paragraph, words

HEAD = "Lamp Leader Grade Evaluation Guide TS-98 June 1998"
COUNTS = (
    "Only lamp work for which the leader answers day by day counts. Lamps tended by learners and "
    "by supervisors are left out, and so is work of which less than a quarter of the time is led."
)
RULE = (
    "A work leader of lamp tenders is classified one GS grade above the highest level of "
    "nonsupervisory work led, as that level is found by this part."
)
TEAM_COUNTS = "The highest level of work led is that of at least a quarter of the team's lamps."
TEAM_RULE = "Team leaders are placed one full grade level above the highest level of work led."


def leader_pdf(*, team: str = TEAM_RULE, table: tuple[str, ...] = ()) -> bytes:
    """A guide for leaders in two parts, each with its rule."""
    lines = [heading("General Schedule Lamp Leader Grade Evaluation Guide", size=16)]
    for part, counts, rule in (
        ("PART I - WORK LEADER", COUNTS, RULE),
        ("PART II - TEAM LEADER", TEAM_COUNTS, team),
    ):
        lines += [heading(part, size=14), heading("COVERAGE", size=12)]
        lines += paragraph("This part is for those who lead three or more, in the made-up harbor.")
        lines += [heading("LEVEL OF WORK LED", size=12), *paragraph(counts)]
        lines += [heading("GRADE LEVEL DETERMINATION", size=12), *paragraph(rule)]
        lines += [Line(row) for row in table]
    return write_pdf(pages(lines), head=HEAD, foot="Page")


def leader_text() -> bytes:
    """A guide for leaders of one part, as text, with a table that agrees with the rule."""
    rows = ["Grade Evaluation Guide for Lamp Leaders", "", "May 1975", "", "Base level", "",
            COUNTS, "", "Grade determination", "",
            "The leader's grade is two grades above the base level of the work.", "",
            "Base level   Leader", "", "GS-3   GS-5", "", "GS-4   GS-6", ""]  # fmt: skip
    return "\n".join(rows).encode()


FACTORS = ("Tide assignment", "Supervision of tides", "Guidelines for tides", "Tide contributions")
POINTS = {"A": 2, "B": 4, "C": 6, "D": 8, "E": 10}
RANGES = {11: (10, 16), 12: (18, 26), 13: (28, 34), 14: (36, 42), 15: (44, 50)}


def text_of(number: int, letter: str) -> str:
    """Return the made-up description of a degree."""
    return words(f"{number}-{ord(letter) - 64}")


def tide_points(number: int, letter: str) -> int:
    """Return a degree's points: the last factor counts twice."""
    return POINTS[letter] * (2 if number == len(FACTORS) else 1)


def degrees_pdf(*, lost: str = "") -> bytes:
    """A guide of four factors at degrees A, C and E; points in the headings, B and D between."""
    lines = [heading("Tide Research Grade Evaluation Guide", size=16)]
    lines += paragraph("This guide is made up and grades those who measure tides.")
    for number, name in enumerate(FACTORS, start=1):
        roman = ("I", "II", "III", "IV")[number - 1]
        lines += [heading(f"FACTOR {roman}. {name.upper()}", size=14)]
        lines += paragraph("This factor weighs what the tide asks of those who measure it.")
        for letter in "ACE":
            if f"{number}{letter}" == lost:
                continue
            points = tide_points(number, letter)
            lines += [Line(f"Degree {letter} - {points} points", bold=True, down=24)]
            lines += paragraph(text_of(number, letter))
    lines += [heading("DEGREE VALUES", size=14), Line("A B C D E", down=20)]
    for number in range(1, 5):
        cells = "  ".join(str(tide_points(number, letter)) for letter in "ABCDE")
        lines += [Line(f"Factor {('I', 'II', 'III', 'IV')[number - 1]}  {cells}", down=20)]
    lines += [heading("GRADE CONVERSION", size=14)]
    lines += [Line(f"GS-{grade}    {low}-{high} points", down=20)
              for grade, (low, high) in RANGES.items()]  # fmt: skip
    return write_pdf(pages(lines), head="Tide Research TS-23 June 1964", foot="Page")


def degrees_text(*, table: bool = True) -> bytes:
    """A guide whose degrees run into their text, with points in a table of degrees down."""
    rows = ["Buoy Development Grade Evaluation Guide", "", "July 1968", ""]
    for number, name in enumerate(FACTORS[:3], start=1):
        rows += [f"Factor {number} - {name}", "", "What the buoys ask for is weighed here.", ""]
        for letter in "ABC":
            rows += [f"Degree {letter}. {text_of(number, letter)}", ""]
    rows += ["Point values", "", "Degree 1 2 3", "", "A 1 1 2", "", "B 2 2 4", "", "C 3 3 6", ""]
    if table:
        rows += ["Grade conversion", "", "4 to 6 points: GS-9", "", "7 to 9 points: GS-11", "",
                 "10 to 12 points: GS-12", ""]  # fmt: skip
    return "\n".join(rows).encode()


CHARTED = {
    (side, top): 4 + 2 * "ABC".index(side) + "ABCD".index(top) for side in "ABC" for top in "ABCD"
}
CHARTED_FACTORS = ("Lamp assignment", "Lamp responsibility")


def _charted_degrees(degrees: str) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (
            f"FACTOR {'I' * number} - {name.upper()}",
            [(letter, text_of(number, letter)) for letter in letters],
        )
        for number, (name, letters) in enumerate(
            zip(CHARTED_FACTORS, ("ABC", degrees), strict=True), start=1
        )
    ]


def charted_text(
    kind: str,
    *,
    degrees: str = "ABCD",
    lost: tuple[str, str] | None = None,
    changed: dict[tuple[str, str], int] | None = None,
) -> bytes:
    """A guide of two factors whose chart gives the grade; a grade of 0 is printed as a dash."""
    grades = {key: grade for key, grade in CHARTED.items() if key[1] in degrees}
    grades |= changed or {}
    rows = ["Lamp Nursing Grade Evaluation Guide", "", "June 1977", ""]
    for heading_, described_ in _charted_degrees(degrees):
        rows += [heading_, "", "What the lamps ask for is weighed here.", ""]
        rows += [line for letter, text in described_ for line in (f"Degree {letter}", "", text, "")]
    rows += ["GRADE-LEVEL CHART", ""]
    if kind == "listed":
        rows += ["Lamp assignment   Lamp responsibility   Grade", ""]
        rows += [f"Degree {a}   Degree {b}   GS-{grade}" for (a, b), grade in grades.items()]
    elif kind == "roman":
        rows += [f"I-{a} and II-{b}: GS-{grade}" for (a, b), grade in grades.items()]
    else:
        heads = {
            "grid": ["Factor I", "        Factor II", f"Degree  {'  '.join(degrees)}"],
            "named": [f"Lamp responsibility: {'  '.join(degrees)}"],
            "unsaid": ["  ".join(degrees)],
        }
        rows += heads[kind]
        for side in "ABC":
            cells = [grades[side, top] for top in degrees if (side, top) != lost]
            rows += [f"{side}  " + "  ".join(f"GS-{one}" if one else "--" for one in cells)]
    return "\n".join([*rows, ""]).encode()


def charted_pdf() -> bytes:
    """The same guide on a page, its chart a row a line below the names of both factors."""
    lines = [heading("Lamp Nursing Grade Evaluation Guide", size=16)]
    lines += paragraph("This guide is made up and grades those who nurse lamps.")
    for heading_, described_ in _charted_degrees("ABCD"):
        lines += [heading(heading_, size=14)]
        for letter, text in described_:
            lines += [Line(f"Degree {letter}", bold=True, down=24), *paragraph(text)]
    lines += [heading("GRADE-LEVEL CHART", size=14), Line("Factor I   Factor II", down=20)]
    lines += [Line("Degree   A   B   C   D", down=20)]
    for side in "ABC":
        cells = "   ".join(f"GS-{CHARTED[side, top]}" for top in "ABCD")
        lines += [Line(f"{side}   {cells}", down=20)]
    return write_pdf(pages(lines), head="Lamp Nursing TS-44 June 1977", foot="Page")
