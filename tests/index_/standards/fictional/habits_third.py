"""Habits of print composed after the guides and standards that are used most."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.index_.documents.pdf_pages import Line, heading, write_pdf
from tests.index_.standards.fictional.base import (
    LADDER,
    NAMES,
    POINTS,
    RANGES,
    SAYS_SO,
    pages,
    paragraph,
    ranges_as_rows,
    words,
)
from tests.index_.standards.fictional.habits import Habit, as_pdf, as_text
from tests.index_.standards.fictional.habits_first import NINE


def tracks_under_grades() -> Habit:
    """The kinds of work are headings under each grade; the lowest grades have one kind only."""
    wanted: dict[str, dict[str, dict[int, str]]] = {
        kind: {"Nature of assignment": {}, "Level of responsibility": {}}
        for kind in ("Clerical work", "Assistance work")
    }
    lines = [heading("Grade Level Guide for Office and Helping Work", size=16)]
    lines += [heading("GRADE LEVEL CRITERIA", size=14)]
    lines += paragraph("The grade is the one whose description is most nearly like the position "
                       "when both criteria are considered together.")  # fmt: skip
    for grade in (2, 3, 4, 5):
        lines += [heading(f"GS-{grade}", size=13)]
        lines += paragraph(f"GS-{grade} includes those classes of positions the duties of which "
                           "are to perform work of this made-up grade.")  # fmt: skip
        for kind in ("Clerical work", "Assistance work")[: 1 if grade < 4 else 2]:
            lines += [Line(kind.title(), down=26, bold=True)]
            for number, name in enumerate(wanted[kind], start=1):
                text = f"{kind}, grade {grade}: {words(f'{number}-{grade}')}"
                wanted[kind][name][grade] = text
                lines += [Line(name.title(), down=24, bold=True), *paragraph(text)]
            lines += [Line("Work Examples", down=26, bold=True)]
            lines += paragraph(f"Sorts the made-up mail of grade {grade} by pier.")
    data = write_pdf(pages(lines), head="Office Work  TS-91 June 1989", foot="Page")
    return Habit("office.pdf", data, guide=wanted, codes=("kinds-of-work",), governing="whole",
                 rule="most nearly like the position")  # fmt: skip


def tracks_run_in() -> Habit:
    """Under each criterion a paragraph for one kind of work and one for the other."""
    wanted: dict[str, dict[str, dict[int, str]]] = {
        kind: {"Nature of assignment": {}, "Level of responsibility": {}}
        for kind in ("Clerical work", "Assistance work")
    }
    rows = ["Grade Level Guide for Quay Office Work", "", "TS-91 June 1989", "",
            "GRADE LEVEL CRITERIA", "",
            "Select the grade that best matches the position as a whole.", ""]  # fmt: skip
    for grade in (4, 5, 6):
        rows += [f"GS-{grade}", ""]
        for number, name in enumerate(("Nature of assignment", "Level of responsibility"), start=1):
            rows += [name, ""]
            for kind in wanted:
                wanted[kind][name][grade] = f"In {kind.lower()} {words(f'{number}-{grade}')}"
                rows += [f"{kind}: {wanted[kind][name][grade]}", ""]
    return Habit("quay.txt", "\n".join(rows).encode(), guide=wanted, codes=("kinds-of-work",),
                 governing="whole", rule="best matches the position as a whole")  # fmt: skip


def contracting() -> Habit:
    """A long series standard: factor and level in one heading in benchmarks, terms explained."""
    end: list[Line] = [heading("OPM BENCHMARK DESCRIPTIONS", size=15)]
    for number in range(1, 21):
        end += [heading(f"BUOY BUYER, GS-9941-{5 + number % 4:02d}, BMK #{number}", size=12)]
        end += [Line("DUTIES", down=26, bold=True), *paragraph(f"Buys the made-up buoy {number}.")]
        for level in NINE:
            end += [Line(f"FACTOR {level[0]}, {NAMES[level[0]].upper()}, FL {level}, "
                         f"{POINTS[level]} POINTS", down=26, bold=True)]  # fmt: skip
            end += paragraph(f"Does on buoy {level[0]} what benchmark {number} asks.")
        end += [Line("TOTAL POINTS: 1,185", down=26, bold=True)]
    end += [heading("EXPLANATION OF TERMS", size=15)]
    end += paragraph("Buoy: what floats and was bought.")
    front = [heading("AUTHORIZED TITLES", size=13)]
    front += paragraph("The authorized titles for positions in this series are Buoy Buyer, Buoy "
                       "Broker, and Buoy Agent.")  # fmt: skip
    front += paragraph("The prefix Supervisory is used with supervisors' titles.")
    data = as_pdf("Buoy Buying Series, GS-9941",
                  lambda one: f"Level {one} -- {POINTS[one]} Points --", run_in="plain",
                  front=front, end=end)  # fmt: skip
    return Habit("contracting.pdf", data, benchmarks=20, last_words="TOTAL POINTS: 1,185",
                 titles=("Buoy Buyer", "Buoy Broker", "Buoy Agent"))  # fmt: skip


def bold_first_line() -> Habit:
    """The whole first line is bold, the rest of the paragraph is not."""
    lines = [heading("Position Classification Standard for Chain Series, GS-9942", size=15)]
    lines += [heading("GRADE CONVERSION TABLE")]
    lines += [Line(row) for row in ranges_as_rows()]
    lines += [heading("FACTOR LEVEL DESCRIPTIONS"), *paragraph(SAYS_SO)]
    for key, name in NAMES.items():
        lines += [heading(f"FACTOR {key}, {name.upper()}", size=13)]
        for level in (one for one in LADDER if one[0] == key):
            first, *rest = paragraph(f"Level {level} -- {POINTS[level]} Points -- {words(level)}")
            lines += [Line(first.text, down=28, bold=True), *rest]
    data = write_pdf(pages(lines), head="Chain Series   TS-71 March 1985", foot="Page")
    return Habit("chain.pdf", data)


def heading_elements() -> Habit:
    """A web page whose heading elements hold the first words of the level."""
    parts = ["<html><body><h1>Position Classification Standard for Oar Series, GS-9943</h1>",
             f"<p>TS-77 May 1985</p><p>{SAYS_SO}</p>",
             "<h2>GRADE CONVERSION TABLE</h2><table>"]  # fmt: skip
    for grade, (low, high) in RANGES.items():
        parts.append(f"<tr><td>{low}-{high}</td><td>GS-{grade}</td></tr>")
    parts.append("</table><h2>FACTOR LEVEL DESCRIPTIONS</h2>")
    for key, name in NAMES.items():
        parts.append(f"<h3>FACTOR {key} - {name.upper()}</h3>")
        for level in (one for one in LADDER if one[0] == key):
            first, rest = words(level)[:60].rsplit(" ", 1)[0], ""
            rest = words(level)[len(first) :].strip()
            parts.append(
                f"<h4>Level {level} -- {POINTS[level]} Points -- {first}</h4><p>{rest}</p>"
            )
    return Habit("oars.html", "".join([*parts, "</body></html>"]).encode())


def degrees() -> Habit:
    """A research guide that grades by degrees with points of its own."""
    rows = ["Lamp Research Grade Evaluation Guide", "", "September 2006", ""]
    for number, name in enumerate(("RESEARCH SITUATION", "SUPERVISION RECEIVED"), start=1):
        rows += [f"FACTOR {'I' * number} - {name}", ""]
        for letter in "ACE":
            rows += [f"Degree {letter}", "", words(f"{number}-{ord(letter) - 62}"), ""]
    rows += ["Grade determination", "", "8-12  GS-11", "14-20  GS-12", "22-26  GS-13"]
    return Habit("research.txt", "\n".join(rows).encode(), refused="degrees of its own")


def grade_matrix_within() -> Habit:
    """A table of typical levels by grade stands under a level of the last factor."""
    after = {"9-2": ["Grade   Factor 1   Factor 2   Factor 3   Factor 4",
                     "GS-3   1-2   2-1   3-1   4-1",
                     "GS-4   1-3   2-2   3-2   4-2", ""]}  # fmt: skip
    text = as_text("Table Series, GS-9944", lambda one: f"Level {one}, {POINTS[one]} points",
                   after=after)  # fmt: skip
    return Habit("table.txt", text.encode())


def family_of_series() -> Habit:
    """Each level of a job family standard names the series it is for, some with examples."""
    lines = [heading("Job Family Standard for Professional Rope Work, GS-9950P", size=16)]
    lines += [heading("GRADE CONVERSION TABLE", size=15), *[Line(row) for row in ranges_as_rows()]]
    lines += [heading("FACTOR LEVEL DESCRIPTIONS", size=15), *paragraph(SAYS_SO)]
    for key, name in NAMES.items():
        lines += [heading(f"FACTOR {key} – {name.upper()}", size=13)]
        for level in (one for one in LADDER if one[0] == key):
            lines += [Line(f"Level {level}", down=28, bold=True),
                      Line(f"{POINTS[level]} Points", x=420, down=0, bold=True)]  # fmt: skip
            lines += [Line("Rope Program Series, GS-9951 Illustration(s)", down=22),
                      Line("Rope Auditing, GS-9952", down=22),
                      Line("Rope Accounting, GS-9953 Illustration(s)", down=22)]  # fmt: skip
            lines += paragraph(words(level))
    data = write_pdf(pages(lines), head="Rope Work, GS-9950P   May 2004", foot="Page")
    return Habit("professional.pdf", data)


def evaluation_statement() -> Habit:
    """An agency's evaluation of one position is no standard."""
    rows = ["POSITION EVALUATION STATEMENT", "", "Buoy Technician, GS-9934-05", ""]
    for level in NINE:
        rows += [f"Factor {level[0]} - {NAMES[level[0]]}, Level {level}, {POINTS[level]} Points",
                 "", f"The incumbent {words(level)[11:]}", ""]  # fmt: skip
    rows += ["Total points: 1,185", "", "Final grade: GS-6"]
    return Habit("statement.txt", "\n".join(rows).encode(), refused="position")


def _headed(name: str, pattern: str, *, run_in: bool = False) -> Callable[[], Habit]:
    """Return a habit that is no more than how headings of levels are printed."""

    def make() -> Habit:
        text = as_text(
            f"{name.title()} Series, GS-9979",
            lambda level: pattern.format(level=level, points=POINTS[level]),
            run_in=run_in,
            wrap=70 if run_in else 0,
            factor=lambda key, title: f"Factor No. {key}: {title}",
        )
        return Habit(f"{name}.txt", text.encode())

    return make


def points_behind_the_text() -> Habit:
    """The points stand in parentheses behind the last words of a level, and stay with them."""
    said = {level: f"{words(level)} ({POINTS[level]} points)" for level in LADDER}
    text = as_text("Peat Series, GS-9980", lambda level: f"Level {level}:", said=said.__getitem__)
    return Habit("peat.txt", text.encode(), texts=said)


def heads_without_an_issue() -> Habit:
    """Pages of a typed issue: under the line that counts them, one with the series at both ends."""
    rows = as_text("Drift Series, GS-9981", lambda one: f"Level {one}--Points {POINTS[one]}",
                   wrap=70).split("\n")  # fmt: skip
    printed: list[str] = []
    for number, start in enumerate(range(0, len(rows), 31), start=1):
        printed += ["", f"TS-71 March 1985                                    Page {number}", ""]
        printed += ["GS-9981                DRIFT SERIES                GS-9981", ""]
        printed += rows[start : start + 31]
    return Habit("drift.txt", "\n".join(printed).encode())


def ends_of_ladders() -> Habit:
    """Each ladder says under its last level where it ends; that is no level's text."""
    said = {
        "1-4": "Levels above 1-4 are not described in this made-up standard.",
        "2-3": "Level 2-4 and Level 2-5 are not found in this work.",
        "3-2": "No level above 3-2 is described.",
        "4-3": "Work above Level 4-3 is beyond the scope of this made-up standard.",
        "5-2": "This standard does not describe work at Levels 5-3 through 5-6.",
        "6-2": "NOTE: Levels above 6-2 are not described.",
        "7-2": "Levels higher than 7-2 are not described.",
    }
    after = {level: [row, ""] for level, row in said.items()}
    text = as_text("Wrack Series, GS-9982", lambda one: f"Level {one}. -- {POINTS[one]} -- ",
                   run_in=True, after=after)  # fmt: skip
    text = text.replace(SAYS_SO, "Each factor is weighed for itself.")
    return Habit("wrack.txt", text.encode(), codes=("ladder-stops",), blocks=True)


def titles_announced() -> Habit:
    """Titles behind the colon of a sentence that says they are authorized."""
    front = ["TITLES", "", ("The following titles are authorized: Reef Clerk; Reef Warden; and "
             "Lead Reef Warden, as the guide for leaders says."), "",
             ("When most of the work is done on boats, the title is Reef Warden (Afloat). "
              'Use "Reef Aide" at GS-4 and below.'), ""]  # fmt: skip
    text = as_text("Reef Series, GS-9983", lambda one: f"Level {one}, {POINTS[one]} points",
                   front=front)  # fmt: skip
    return Habit(
        "reef.txt",
        text.encode(),
        titles=(
            "Reef Clerk", "Reef Warden", "Lead Reef Warden", "Reef Warden (Afloat)", "Reef Aide",
        ),
    )  # fmt: skip


def kinds_under_headings() -> Habit:
    """Two kinds of work under a heading each; the second begins with the first one's last grade."""
    lines = [heading("Grade Level Guide for Pier and Buoy Work", size=16), Line("TS-10 May 1970")]
    held: dict[str, dict[int, str]] = {"Pier work": {}, "Buoy work": {}}
    for number, (kind, grades) in enumerate((("Pier work", (2, 3, 4)), ("Buoy work", (4, 5))), 1):
        lines += [heading(kind.upper(), size=14)]
        for grade in grades:
            held[kind][grade] = words(f"{number}-{grade}")
            lines += [heading(f"GS-{grade}", size=11), *paragraph(held[kind][grade])]
            lines += [Line(f"Illustrations of work at GS-{grade}:", down=24)]
            lines += paragraph(f"Rows to the far pier of {kind} {grade} and back.", x=90)
    guide = {kind: {"Grade-level criteria": grades} for kind, grades in held.items()}
    return Habit("piers.pdf", write_pdf(pages(lines)), guide=guide, codes=("kinds-of-work",))


def criteria_under_parts() -> Habit:
    """Criteria as parts with the grades beneath, examples of other grades, and what is beyond."""
    front = (
        "Evaluate the work by each of the two criteria. The final grade is the one that the "
        "position as a whole best supports."
    )
    lines = [heading("Grade Evaluation Guide for Chart Work", size=16), Line("TS-10 May 1970")]
    lines += [heading("DETERMINING THE GRADE", size=14), *paragraph(front)]
    names = ("Difficulty of work", "Control over work")
    held: dict[str, dict[int, str]] = {name: {} for name in names}
    for number, name in enumerate(names, 1):
        lines += [heading(f"PART {'I' * number} - {name.upper()}", size=14)]
        for grade in (7, 9):
            held[name][grade] = words(f"{number}-{grade}")
            lines += [heading(f"GS-{grade}", size=11), *paragraph(held[name][grade])]
    lines += [heading("WORK EXAMPLES", size=14), heading("Example 1. GS-7", size=11)]
    lines += paragraph("Copies the far shore, unlike a GS-9 hand.")
    lines += [heading("Example 2. GS-9", size=11), *paragraph("Walks the far shore with a chain.")]
    lines += [heading("GRADES ABOVE GS-9", size=14), *paragraph("Other guides grade such work.")]
    data = write_pdf(pages(lines))
    return Habit("charts.pdf", data, guide={"": held}, rule="as a whole", governing="whole")


def head_is_the_title() -> Habit:
    """The title stands only in the head of each page; a range is dotted to a bare grade."""
    rows = as_text("Lee Series, GS-9985", lambda one: f"Level {one}, {POINTS[one]} points",
                   wrap=72).split("\n")[4:]  # fmt: skip
    rows = [re.sub(r"^(\d+-\d+) +GS-(\d+)$", r"\2 ........ \1", row) for row in rows]
    printed: list[str] = []
    for start in range(0, len(rows), 37):
        printed += ["Lee Series, GS-9985                              TS-71 March 1985", ""]
        printed += [*rows[start : start + 37], "", "\f"]
    return Habit("lee.txt", "\n".join(printed).encode())


HEADED = {
    "points_below": _headed("reed", "Level {level}\n{points} Points"),
    "number_only_run_in": _headed("moss", "{level}. ({points} points)", run_in=True),
    "level_number": _headed("fern", "Level No. {level}, {points} points"),
    "word_before_points": _headed("kelp", "Level {level} -- Points {points}"),
    "value_first": _headed("silt", "Level {level}    Point value: {points}"),
    "marked_down": _headed("clay", "### **Level {level}** -- {points} points"),
    "letters_apart": _headed("loam", "L E V E L  {level}   {points}  P O I N T S"),
    "underlined": _headed("alga", "Level {level} - {points} Points\n========================"),
    "middle_dots": _headed("weed", "Level {level} · {points} points ·", run_in=True),
    "without_spaces": _headed("bent", "Level{level}--{points}Points--", run_in=True),
    "signs_as_markup": _headed("wrack", "Level {level} &mdash; {points}&nbsp;Points"),
    "points_first": _headed("tang", "{points} points: Level {level}"),
    "numbered": _headed("dulse", "3.1.2  LEVEL {level}   {points} PTS"),
}


def levels_in_a_table() -> Habit:
    """Each factor's levels as a table of three columns, and ranges dotted to their grades."""
    lines = [heading("Position Classification Standard for Shoal Series, GS-9946", size=16)]
    lines += [heading("GRADE CONVERSION TABLE", size=14)]
    lines += [Line(f"{low} - {high} . . . . . . . . GS-{g}") for g, (low, high) in RANGES.items()]
    lines += [heading("FACTOR LEVEL DESCRIPTIONS", size=14), *paragraph(SAYS_SO)]
    for key in dict.fromkeys(level[0] for level in LADDER):
        lines += [heading(f"FACTOR {key}, {NAMES[key].upper()}", size=13)]
        lines += [Line("Level", down=24), Line("Points", x=110, down=0)]
        lines += [Line("Description", x=160, down=0)]
        for level in (one for one in LADDER if one[0] == key):
            lines += [Line(level, down=24), Line(str(POINTS[level]), x=110, down=0)]
            first, *rest = paragraph(words(level), x=160, width=64, down=0)
            lines += [first, *rest]
    data = write_pdf(pages(lines), head="Shoal Series, GS-9946   TS-71 March 1985", foot="Page")
    return Habit("shoal.pdf", data)


def numbers_in_brackets() -> Habit:
    """The number and the points stand in brackets over the words; a bracket closes the ladder."""
    note = ("[Levels above those shown lie outside the range below.]", "")
    text = as_text("Skerry Series, GS-9947", lambda level: f"[{level}: {POINTS[level]} points]",
                   after={level: note for level in LADDER if level[0] == "1"})  # fmt: skip
    return Habit("skerry.txt", text.encode())


def numbers_in_braces() -> Habit:
    """The number and the points stand in braces before the words, on the same row."""
    text = as_text("Atoll Series, GS-9950", lambda level: f"{{{level} / {POINTS[level]} pts}}",
                   run_in=True)  # fmt: skip
    return Habit("atoll.txt", text.encode())


def numbers_behind_the_words() -> Habit:
    """The number stands on a row of its own behind the words it is for, its points below it."""
    rows = ["Position Classification Standard for Holm Series, GS-9948", "", "TS-71 March 1985", ""]
    rows += ["GRADE CONVERSION TABLE", "", *ranges_as_rows(), "", "FACTOR LEVEL DESCRIPTIONS", ""]
    for key in dict.fromkeys(level[0] for level in LADDER):
        rows += [f"FACTOR {key}, {NAMES[key].upper()}", ""]
        rows += ["This factor weighs what the made-up piers ask for, each by itself.", ""]
        ladder = [level for level in LADDER if level[0] == key]
        for level in ladder:
            rows += [words(level), "", f"Level {level}", f"{POINTS[level]} points", ""]
        rows += [f"Above Level {ladder[-1]} this series has no level described.", ""]
    text = "\n".join(rows)
    return Habit("holm.txt", text.encode(), codes=("level-named-behind",))


def ladders_as_markdown() -> Habit:
    """Ladders as tables with pipes, their columns in another order than usual."""
    rows = ["# Position Classification Standard for Cay Series, GS-9949", "", "TS-71 March 1985"]
    rows += ["", "## Grade Conversion Table", "", "Grade | Points", "--- | ---"]
    rows += [f"GS-{grade} | {low}-{high}" for grade, (low, high) in RANGES.items()]
    rows += ["", "## Factor Level Descriptions", "", SAYS_SO, ""]
    for key in dict.fromkeys(level[0] for level in LADDER):
        rows += [f"### Factor {key}, {NAMES[key]}", ""]
        rows += ["| Level | What the work requires | Points |", "|---|---|---:|"]
        rows += [
            f"| **Level {level}** | {words(level).replace('. ', '.<br>', 1)} | {POINTS[level]} |"
            for level in LADDER
            if level[0] == key
        ]
        rows += [""]
    return Habit("cay.md", "\n".join(rows).encode())


THIRD: dict[str, Callable[[], Habit]] = {
    make.__name__: make
    for make in (
        tracks_under_grades, tracks_run_in, contracting, bold_first_line, heading_elements,
        degrees, grade_matrix_within, family_of_series,
        evaluation_statement, points_behind_the_text, levels_in_a_table,
        heads_without_an_issue, ends_of_ladders, titles_announced, kinds_under_headings,
        criteria_under_parts, head_is_the_title,
        numbers_in_brackets, numbers_in_braces, numbers_behind_the_words, ladders_as_markdown,
    )
} | HEADED  # fmt: skip
