"""The first half of the habits of print."""

from __future__ import annotations

from collections.abc import Callable

from tests.index_.documents.pdf_pages import Line, heading, write_pdf
from tests.index_.standards.fictional.base import (
    LADDER,
    NAMES,
    POINTS,
    SAYS_SO,
    pages,
    paragraph,
    ranges_as_rows,
    words,
)
from tests.index_.standards.fictional.habits import Habit, as_pdf, as_text, benchmark_rows

CHART = {("6-1", "7-A"): 30, ("6-1", "7-B"): 60, ("6-2", "7-A"): 45, ("6-2", "7-B"): 75}
CHARTED = tuple(
    {"6-1": "6-1", "6-2": "6-2", "7-1": "7-A", "7-2": "7-B"}.get(one, one) for one in LADDER
)


def dashed(level: str) -> str:
    return f"Level {level} -- {POINTS[level]} Points --"


def run_in_text() -> Habit:
    """Headings run into hard-wrapped text: the words on their line belong to the level."""
    text = as_text("Ferry Series, GS-9901", dashed, run_in=True, wrap=76)
    return Habit("ferry.txt", text.encode())


def run_in_bold() -> Habit:
    """A bold heading before the text on its first line."""
    head = lambda level: f"Level {level} -- {POINTS[level]} Points --"  # noqa: E731
    return Habit("bold.pdf", as_pdf("Gull Series, GS-9902", head, run_in="bold"))


def no_word() -> Habit:
    """Points without their word, before text in the same type."""
    data = as_pdf("Reed Series, GS-9903", lambda level: f"Level {level} -- {POINTS[level]} --",
                  run_in="plain")  # fmt: skip
    return Habit("reed.pdf", data)


def stray_hyphen() -> Habit:
    """A hyphen after the word Level, here and there, in a text that is wrapped."""
    forms = (
        "Level- {0} -- {1} Points --",
        "Level {0} - {1} Points -",
        "Level-{0} -- {1} points --",
    )

    def head(level: str) -> str:
        return forms[LADDER.index(level) % 3].format(level, POINTS[level])

    return Habit("stray.txt", as_text("Sand Series, GS-9904", head, run_in=True, wrap=70).encode())


def misread() -> Habit:
    """What reading a scan makes of headings."""
    special = {
        "1-2": "Leve1 1-2 -- 200 Po1nts", "1-3": "LeveI 1-3, 350 points",
        "1-4": "Level 1 -4, 55O points",
        "2-1": "Level 2- 1, 25 points", "2-2": "Level 2—2—l25 points",
        "2-3": "Levei 2-3, 275 pointe",
        "3-1": "Level 3.1, 25 points", "4-2": "Level 4~2, 75 points", "5-2": "Level 5_2, 75 points",
        "8-2": "LEVEL 8–2 ... 20 POINTS", "9-1": "Level 9-1 (5 Points).",
    }  # fmt: skip
    text = as_text("Scan Series, GS-9905",
                   lambda one: special.get(one, f"Level {one}, {POINTS[one]} points"))  # fmt: skip
    return Habit("scan.txt", text.encode())


def analysis_guide() -> Habit:
    """Illustrations under a heading set larger than the levels', and a chart with a word aside."""
    ladder = [one for one in LADDER if one[0] not in "67"]
    lines = [heading("Harbor Analysis Grade Evaluation Guide", size=16)]
    lines += [heading("GRADE CONVERSION TABLE", size=14)]
    lines += [Line(row) for row in ranges_as_rows()]
    lines += [heading("FACTOR LEVEL DESCRIPTIONS", size=14), *paragraph(SAYS_SO)]
    for key in "1234568":
        if key == "6":
            lines += _contacts()
            continue
        for one in (key, "9") if key == "8" else (key,):
            lines += [heading(f"FACTOR {one}, {NAMES[one].upper()}", size=13)]
            for level in (name for name in ladder if name[0] == one):
                lines += [Line(f"Level {level} -- {POINTS[level]} Points", down=28, bold=True)]
                lines += paragraph(words(level))
                if one in "145":
                    lines += [heading("ILLUSTRATIONS:", size=13)]
                    lines += paragraph(f"-- Studies the tides of {level} for a made-up harbor.")
                    lines += paragraph(f"-- Counts the gulls of {level} for a made-up harbor.")
    data = write_pdf(pages(lines), head="Harbor Analysis Guide   TS-98 August 1990", foot="Page")
    return Habit("analysis.pdf", data, levels=CHARTED, chart=CHART, illustrations=16)


def _contacts() -> list[Line]:
    lines = [heading("FACTOR 6, PERSONAL CONTACTS", size=13), Line("AND", x=250, down=18)]
    lines += [heading("FACTOR 7, PURPOSE OF CONTACTS", size=13)]
    lines += paragraph("Determine both levels below and find the points where they meet.")
    lines += [Line("Persons Contacted", down=26, bold=True)]
    for step in "12":
        lines += paragraph(f"{step}. {words(f'6-{step}')}")
    lines += [Line("Purpose of Contacts", down=26, bold=True)]
    for step in "ab":
        lines += paragraph(f"{step}. {words(f'7-{step.upper()}')}")
    lines += [Line("P U R P O S E", x=250, down=26, bold=True)]
    lines += [Line("a", x=250, down=16), Line("b", x=330, down=0), Line("C", x=120, down=14)]
    lines += [Line("1", x=160, down=14), Line("30", x=250, down=0), Line("60*", x=330, down=0)]
    lines += [Line("O", x=120, down=14)]
    lines += [Line("2", x=160, down=14), Line("45", x=250, down=0), Line("75", x=330, down=0)]
    return [*lines, Line("*These combinations are probably unrealistic.", down=20)]


NINE = ("1-4", "2-3", "3-2", "4-3", "5-2", "6-2", "7-2", "8-1", "9-1")


def twenty_benchmarks() -> Habit:
    """A series standard with twenty benchmarks, and a glossary after the last."""
    end = ["OPM BENCHMARK DESCRIPTIONS", ""]
    for number in range(1, 21):
        end += benchmark_rows(f"LAMP BUYER, GS-9906-{5 + number % 3}, BMK #{number}", NINE, number)
    end += ["GLOSSARY", "", "Lamp: a light on a made-up pier, bought by the piece or by the gross.",
            "", "Pier: where the made-up lamps stand.", ""]  # fmt: skip
    text = as_text("Lamp Buying Series, GS-9906",
        lambda one: f"Level {one} -- {POINTS[one]} points",
                   end=end)  # fmt: skip
    return Habit("buying.txt", text.encode(), benchmarks=20,
                 last_words="Does on pier 9 what benchmark 20 asks.")  # fmt: skip


def family_matrix() -> Habit:
    """A job family standard whose levels are headed by a matrix of series."""
    after = {one: [Line("Illustrations", down=26, bold=True),
                   *paragraph(f"Rope Technician, GS-9908: splices the rope of {one}.")]
             for one in ("1-2", "1-3", "1-4")}  # fmt: skip
    lines = [heading("Job Family Standard for Rope Work, GS-9900", size=16)]
    lines += [heading("GRADE CONVERSION TABLE", size=15)]
    lines += [Line(row) for row in ranges_as_rows()]
    lines += [heading("FACTOR LEVEL DESCRIPTIONS", size=15), *paragraph(SAYS_SO)]
    for key, name in NAMES.items():
        lines += [heading(f"FACTOR {key} – {name.upper()}", size=13)]
        for level in (one for one in LADDER if one[0] == key):
            lines += [Line(f"Level {level}", down=28, bold=True),
                      Line(f"{POINTS[level]} Points", x=420, down=0, bold=True)]  # fmt: skip
            lines += [Line("Series", x=90, down=20), Line("GS-9907", x=200, down=0),
                      Line("GS-9908", x=300, down=0), Line("GS-9909", x=400, down=0)]  # fmt: skip
            lines += [Line("Applies", x=90), Line("X", x=215, down=0), Line("X", x=315, down=0),
                      Line("X", x=415, down=0)]  # fmt: skip
            lines += [*paragraph(words(level)), *after.get(level, [])]
    data = write_pdf(pages(lines), head="Rope Work, GS-9900   May 2004", foot="Page")
    return Habit("family.pdf", data, illustrations=3)


def running_heads() -> Habit:
    """A text file that keeps the head and foot of every page."""
    rows = as_text("Bell Series, GS-9910", lambda one: f"Level {one}, {POINTS[one]} points",
                   wrap=72).split("\n")  # fmt: skip
    printed: list[str] = []
    for number, start in enumerate(range(0, len(rows), 37), start=1):
        printed += ["Bell Series, GS-9910                              TS-71 March 1985", ""]
        printed += [*rows[start : start + 37], "",
                    f"U.S. Office of Personnel Management                     {number}",
                    "\f"]  # fmt: skip
    return Habit("bells.txt", "\n".join(printed).encode())


def several_titles() -> Habit:
    """Titles in one sentence, in a list, and with their rules."""
    front = [
        "TITLES", "",
        ("The authorized titles for positions in this series are Lamp Clerk, Lamp Assistant, and "
        "Lamp Specialist."), "",
        "Lamp Clerk is the title for positions at grade GS-4 and below.", "",
        ("Supervisory Lamp Specialist is the title for positions that meet the criteria of the "
        "supervisory guide."), "",
        "Positions that lead others are titled Lead Lamp Specialist.", "",
        "This is the only made-up standard that has titles.", "",
    ]  # fmt: skip
    text = as_text("Lamp Series, GS-9911", lambda one: f"Level {one}, {POINTS[one]} points",
                   front=front)  # fmt: skip
    return Habit("titles.txt", text.encode(), titles=(
        "Lamp Clerk", "Lamp Assistant", "Lamp Specialist",
        "Supervisory Lamp Specialist", "Lead Lamp Specialist"))  # fmt: skip


def lost_levels() -> Habit:
    """A benchmark credits a level nobody read, and a heading stands inside another's text."""

    def head(level: str) -> str:
        return "Lv 2-3 . 275 pomts" if level == "2-3" else f"Level {level}, {POINTS[level]} points"

    end = ["OPM BENCHMARK DESCRIPTIONS", "",
           *benchmark_rows("LAMP CLERK, GS-9912-5, BMK #1", NINE, 1)]  # fmt: skip
    text = as_text("Mist Series, GS-9912", head, end=end)
    return Habit(
        "mist.txt", text.encode(), levels=tuple(one for one in LADDER if one != "2-3"),
        codes=("level-credited-unread", "heading-unread"),
        blocks=True,
    )  # fmt: skip


def clerical_guide() -> Habit:
    """Clerical and assistance work apart, the law quoted, work examples aside, a rule printed."""
    rows = ["Grade Level Guide for Lamp Office and Lamp Helping Work", "", "TS-91 June 1989", "",
            "GRADE LEVEL CRITERIA", "",
            ("The work is assigned the grade that best represents its overall demands. Both "
            "criteria are weighed together; neither decides by itself."), ""]  # fmt: skip
    wanted: dict[str, dict[str, dict[int, str]]] = {
        "Clerical work": {"Nature of assignment": {}, "Level of responsibility": {}},
        "Assistance work": {"Nature of assignment": {}, "Level of responsibility": {}},
    }
    for grade in (2, 3, 4, 5):
        rows += [f"GS-{grade}", "",
                 (f"Section 5104 of title 5, United States Code, says of grade GS-{grade}: \"Grade "
                 f"GS-{grade} includes those classes of positions the duties of which are to "
                 "perform routine work.\""), ""]  # fmt: skip
        for kind in ("Clerical work", "Assistance work"):
            if kind == "Assistance work" and grade < 4:
                continue
            rows += [f"GS-{grade} {kind.upper()}", ""]
            for number, name in enumerate(wanted[kind], start=1):
                text = f"In {kind.lower()}: {words(f'{number}-{grade}')}"
                wanted[kind][name][grade] = text
                rows += [name.upper(), "", text, ""]
            rows += ["WORK EXAMPLES", "", f"Lamp Clerk: files the lamps of grade {grade} by name.",
                     ""]  # fmt: skip
    return Habit("clerical.txt", "\n".join(rows).encode(), guide=wanted, codes=("kinds-of-work",),
                 rule="best represents its overall demands", governing="whole")  # fmt: skip


def development_guide() -> Habit:
    """A narrative guide as PDF: examples under each grade, the lower criterion governs."""
    lines = [heading("Buoy Development Grade Evaluation Guide", size=16)]
    lines += [heading("EVALUATION CRITERIA", size=14)]
    lines += paragraph("Where the two criteria reach different grades, the lower of the two is the "
                       "grade of the position.")  # fmt: skip
    wanted: dict[str, dict[int, str]] = {"Nature of assignments": {}, "Level of responsibility": {}}
    for grade in (9, 11, 12, 13):
        lines += [heading(f"GS-{grade}", size=13)]
        for number, (name, texts) in enumerate(wanted.items(), start=1):
            texts[grade] = words(f"{number}-{(grade - 7)}")
            lines += [Line(name, down=28, bold=True), *paragraph(texts[grade])]
        lines += [Line("Work examples", down=26, bold=True)]
        lines += paragraph(f"Builds the sample buoy of grade {grade} from a drawing.")
    data = write_pdf(pages(lines), head="Buoy Development   TS-64 June 1968", foot="Page")
    return Habit("buoys.pdf", data, guide={"": wanted}, governing="lowest",
                 rule="the lower of the two is the grade")  # fmt: skip


def position_description() -> Habit:
    """A position description that prints levels and points is no standard."""
    rows = ["POSITION DESCRIPTION", "", "Lamp Specialist, GS-9911-11", "", "PD Number: 12345", "",
            "INTRODUCTION", "", "This position is located in the made-up Lamp Office.", "",
            "MAJOR DUTIES", "", "1. Lights lamps (60 percent of the time).", "",
            "2. Counts lamps (40 percent of the time).", "",
            "FACTOR LEVEL DESCRIPTIONS", ""]  # fmt: skip
    for level in ("1-4", "2-3", "3-2", "4-3", "5-2", "6-2", "7-2", "8-1", "9-1"):
        rows += [f"Factor {level[0]}, {NAMES[level[0]]}   Level {level}   {POINTS[level]} points",
                 "",
                 words(level), ""]  # fmt: skip
    rows += ["Total points: 1,500", "", "Grade conversion: GS-7"]
    return Habit("pd.txt", "\n".join(rows).encode(), refused="position description")


def guidance() -> Habit:
    """Guidance that quotes levels to explain them is no standard."""
    rows = ["Interpretive Guidance for Lantern Positions", "", "October 2018", "",
            ("This document provides interpretive guidance for the classification of work that "
            "involves lanterns. It does not replace the standards."), ""]  # fmt: skip
    for level in ("1-4", "2-3", "4-3"):
        rows += [
            f"Factor {level[0]}, {NAMES[level[0]]}",
            "",
            f"Level {level}",
            "",
            words(level),
            "",
        ]
    return Habit("guidance.txt", "\n".join(rows).encode(), refused="guidance")


def next_line_dash() -> Habit:
    """A dash that opens the text below its heading belongs to neither."""
    data = as_text("Dune Series, GS-9913", lambda one: f"Level {one} -- {POINTS[one]} Points",
                   said=lambda one: f"-- {words(one)}")  # fmt: skip
    return Habit("dune.txt", data.encode(), texts={one: f"-- {words(one)}" for one in LADDER})


FIRST: dict[str, Callable[[], Habit]] = {
    make.__name__: make
    for make in (
        run_in_text, run_in_bold, no_word, stray_hyphen, misread, analysis_guide,
        twenty_benchmarks, family_matrix, running_heads, several_titles, lost_levels,
        clerical_guide, development_guide, position_description, guidance, next_line_dash,
    )
}  # fmt: skip
