"""The second half of the habits of print."""

from __future__ import annotations

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
    words,
)
from tests.index_.standards.fictional.habits import Habit, as_pdf, as_text
from tests.index_.standards.fictional.habits_first import CHART, CHARTED, NINE


def run_in_parenthesis() -> Habit:
    """Capitals, points in parentheses and a full stop before text that is wrapped."""
    text = as_text("Foam Series, GS-9921", lambda one: f"LEVEL {one} ({POINTS[one]} points).",
                   run_in=True, wrap=64)  # fmt: skip
    return Habit("foam.txt", text.encode())


def run_in_plain() -> Habit:
    """Headings in the type of the text, with every dash there is."""
    dashes = ("--", "—", "–", "-", ":")

    def head(level: str) -> str:
        dash = dashes[LADDER.index(level) % len(dashes)]
        return f"Level {level} {dash} {POINTS[level]} points {dash}"

    return Habit("kelp.pdf", as_pdf("Kelp Series, GS-9922", head, run_in="plain", width=80))


def small_letters_follow() -> Habit:
    """A heading on a line with the text's first words; the rest stands on lines of its own."""

    def said(level: str) -> str:
        return words(level)

    text = as_text("Shoal Series, GS-9923", lambda one: f"Level {one} -- {POINTS[one]} Points --")
    for level in LADDER:
        first, rest = said(level)[:70].rsplit(" ", 1)[0], ""
        rest = said(level)[len(first) :].strip()
        text = text.replace(
            f"Level {level} -- {POINTS[level]} Points --\n\n{said(level)}",
            f"Level {level} -- {POINTS[level]} Points -- {first}\n{rest}",
        )
    return Habit("shoal.txt", text.encode())


def no_word_dotted() -> Habit:
    """Numbers and full stops only, before the text."""
    text = as_text("Cove Series, GS-9924", lambda one: f"Level {one}. {POINTS[one]}.", run_in=True,
                   wrap=78)  # fmt: skip
    return Habit("cove.txt", text.encode())


def stray_marks() -> Habit:
    """Full stops, colons and hyphens where none belong."""
    forms = ("Factor Level-{0} ... {1} Pts.", "Level.{0}-- {1} Points --",
        "Level: {0}: {1} points:",
             "Level {0}; {1} points;", "Level {0} -- ({1}) Points")  # fmt: skip

    def head(level: str) -> str:
        return forms[LADDER.index(level) % len(forms)].format(level, POINTS[level])

    return Habit("marks.txt", as_text("Mark Series, GS-9925", head).encode())


def misread_again() -> Habit:
    """More of what reading a scan makes of headings."""
    special = {
        "1-2": "Lev el 1-2, 200 points", "1-3": "LEVEL 1 - 3 -- 350 POINTS",
        "1-4": "level l-4, 550 points",
        "2-2": "Level 2-2. 125 point s", "2-3": "Level 2 –3 – 275 Points",
        "3-1": "Level 3-I, 25 points",
        "3-2": "1evel 3-2, 125 points", "4-1": "Level 4-1, 25 polnts",
        "4-3": "Level 4-3, l50 points",
        "5-1": "Level S-1, 25 points", "6-2": "Level 6-2, 2S points",
        "9-2": "Level  9 - 2  2O  Points",
    }  # fmt: skip
    data = as_pdf("Smudge Series, GS-9926",
                  lambda one: special.get(one, f"Level {one}, {POINTS[one]} points"))  # fmt: skip
    return Habit("smudge.pdf", data)


def analysis_text() -> Habit:
    """One illustration at a level, in capitals in a text, and levels after it."""
    after = {one: ["ILLUSTRATION:", "", f"-- Serves as the made-up keeper of {one} for the bureau.",
                   ""] for one in LADDER if one[0] in "145"}  # fmt: skip
    text = as_text("Survey Work", lambda one: f"Level {one} -- {POINTS[one]} Points", after=after)
    text = text.replace("Position Classification Standard for", "Grade Evaluation Guide for")
    return Habit("survey.txt", text.encode(), illustrations=8)


def benchmarks_then_appendix() -> Habit:
    """Benchmarks on pages of their own, then an appendix with definitions."""
    end: list[Line] = [heading("BENCHMARK DESCRIPTIONS", size=15)]
    for number in (1, 2, 3):
        end += [heading(f"ROPE AUDITOR, GS-9927-{6 + number:02d}, BMK #{number}", size=12)]
        end += [
            Line("Duties", down=26, bold=True),
            *paragraph(f"Audits the made-up rope {number}."),
        ]
        for level in NINE:
            end += [Line(f"Factor {level[0]}, {NAMES[level[0]]} -- Level {level} -- "
                         f"{POINTS[level]} points", down=26, bold=True)]  # fmt: skip
            end += paragraph(f"Does on rope {level[0]} what benchmark {number} asks.")
    end += [heading("GLOSSARY OF TERMS", size=15)]
    end += paragraph("Audit: the counting of made-up ropes, by a person who did not buy them.")
    end += [heading("ROPE", size=12)]
    end += paragraph("What a made-up auditor counts.")
    data = as_pdf("Rope Audit Series, GS-9927", lambda one: f"Level {one} -- {POINTS[one]} points",
                  end=end)  # fmt: skip
    return Habit("audit.pdf", data, benchmarks=3, last_words="on rope 9 what benchmark 3 asks.")


def family_page() -> Habit:
    """A job family standard as a web page; a table of series heads every level."""
    parts = ["<html><body><h1>Job Family Position Classification Standard for Kite Work, GS-9930",
             "</h1><p>Issued: May 2006</p><h2>GRADE CONVERSION TABLE</h2><table>"]  # fmt: skip
    for grade, (low, high) in RANGES.items():
        parts.append(f"<tr><td>{low}-{high}</td><td>GS-{grade}</td></tr>")
    parts.append(f"</table><h2>FACTOR LEVEL DESCRIPTIONS</h2><p>{SAYS_SO}</p>")
    for key, name in NAMES.items():
        parts.append(f"<h2>FACTOR {key} – {name.upper()}</h2>")
        for level in (one for one in LADDER if one[0] == key):
            parts.append(f"<h3>Level {level} — {POINTS[level]} Points</h3><table><tr>"
                         "<td>Kite Clerk, GS-9931</td><td>Kite Aide, GS-9932</td></tr>"
                         "<tr><td>Yes</td><td>No</td></tr></table>")  # fmt: skip
            parts.append(f"<p>{words(level)}</p>")
    return Habit("kites.html", "".join([*parts, "</body></html>"]).encode())


def odd_and_even_heads() -> Habit:
    """Running heads that differ on odd and even pages, the number now left and now right."""
    rows = as_text("Chime Series, GS-9933", lambda one: f"Level {one}, {POINTS[one]} points",
                   wrap=74).split("\n")  # fmt: skip
    printed: list[str] = []
    for number, start in enumerate(range(0, len(rows), 29), start=4):
        head = (f"{number}          CHIME SERIES, GS-9933" if number % 2 == 0
                else f"TS-71  March 1985                    {number}")  # fmt: skip
        printed += [head, "", *rows[start : start + 29], ""]
    return Habit("chimes.txt", "\n".join(printed).encode())


def titles_in_a_list() -> Habit:
    """Titles in a list below their introduction, each with its rule."""
    front = [
        "OFFICIAL TITLES", "",
        "The following titles are authorized for positions in this series:", "",
        "Buoy Technician - positions at GS-5 and above.", "",
        "Buoy Aid - positions at GS-4 and below.", "",
        "Lead Buoy Technician - positions that lead others.", "",
        "The prefix Supervisory is added to the titles of supervisors.", "",
    ]  # fmt: skip
    text = as_text("Buoy Series, GS-9934", lambda one: f"Level {one}, {POINTS[one]} points",
                   front=front)  # fmt: skip
    return Habit("aids.txt", text.encode(),
                 titles=("Buoy Technician", "Buoy Aid", "Lead Buoy Technician"))  # fmt: skip


def lost_factor() -> Habit:
    """A factor that was not read, a ladder without its top, and nothing that says so."""
    ladder = tuple(one for one in LADDER if one[0] != "3")
    text = as_text("Fog Series, GS-9935", lambda one: f"Level {one}, {POINTS[one]} points",
                   ladder=ladder).replace(SAYS_SO, "Read them.")  # fmt: skip
    return Habit("fog.txt", text.encode(), levels=ladder, codes=("factor-missing", "ladder-stops"),
                 blocks=True)  # fmt: skip


def points_within() -> Habit:
    """Points that stand in a level's text where the heading of the next level was lost."""

    def head(level: str) -> str:
        return "V1 . . 150 Points" if level == "4-3" else f"Level {level}, {POINTS[level]} points"

    text = as_text("Haze Series, GS-9936", head)
    return Habit(
        "haze.txt",
        text.encode(),
        levels=tuple(one for one in LADDER if one != "4-3"),
        codes=("heading-unread",),
        blocks=True,
    )


def assistance_guide() -> Habit:
    """Two tracks in a PDF, each grade's heading naming its track, examples by their titles."""
    lines = [heading("Grade Level Guide for Pier Clerical and Pier Assistance Work", size=15)]
    lines += [heading("HOW THE CRITERIA ARE USED", size=13)]
    lines += paragraph("Assign the grade whose criteria are best matched by the position as a "
                       "whole. A position need not meet every part of them.")  # fmt: skip
    wanted: dict[str, dict[str, dict[int, str]]] = {}
    for kind, grades in (("Clerical work", (3, 4, 5)), ("Assistance work", (4, 5, 6))):
        lines += [heading(f"GRADE LEVEL CRITERIA FOR {kind.upper()}", size=14)]
        names = wanted.setdefault(kind, {"Nature of assignment": {}, "Level of responsibility": {}})
        for grade in grades:
            lines += [heading(f"{kind}, GS-{grade}", size=13)]
            for number, (name, texts) in enumerate(names.items(), start=1):
                texts[grade] = f"{kind} of this grade: {words(f'{number}-{grade}')}"
                lines += [Line(name, down=26, bold=True), *paragraph(texts[grade])]
            lines += [Line("Work Example", down=26, bold=True)]
            lines += [Line("Pier Clerk (Typing)", down=26, bold=True)]
            lines += paragraph(f"Types the made-up log of grade {grade} from dictation.")
    data = write_pdf(pages(lines), head="Pier Work   TS-91 June 1989", foot="Page")
    return Habit("pier.pdf", data, guide=wanted, codes=("kinds-of-work",), governing="whole",
                 rule="best matched by the position as a whole")  # fmt: skip


def criteria_above() -> Habit:
    """Grades under each criterion; the statute's words stand before them; one criterion rules."""
    rows = ["Grade Evaluation Guide for Tide Research Work", "", "TS-23 July 1976", "",
            ("5 U.S.C. 5104 provides that \"Grade GS-11 includes those classes of positions that "
            "keep lamps and count tides where either is hard.\""), "",
            "EVALUATION CRITERIA", "",
            "When the criteria do not reach the same grade, the grade is that of Factor I.",
            ""]  # fmt: skip
    wanted: dict[str, dict[int, str]] = {"Nature of assignment": {}, "Level of responsibility": {}}
    for number, (name, texts) in enumerate(wanted.items(), start=1):
        rows += [f"FACTOR {'I' * number}. {name.upper()}", "",
                 "What the made-up work asks for is weighed here.", ""]  # fmt: skip
        for grade in (9, 11, 12):
            texts[grade] = words(f"{number}-{grade - 6}")
            rows += [f"GS-{grade}", "", texts[grade], ""]
            rows += ["Examples:", "", f"Measures the tide of grade {grade} at night.", ""]
    return Habit("research.txt", "\n".join(rows).encode(), guide={"": wanted},
                 rule="the grade is that of Factor I", governing="criterion")  # fmt: skip


def handbook() -> Habit:
    """A handbook under another name, which explains the factors."""
    rows = ["Using the Factor System: A Reference for Classifiers", "",
            ("This publication explains how classification decisions are made. It does not "
            "establish grade level criteria and is not a classification standard."), "",
            "CHAPTER 1", "", "Factor 1, Knowledge Required by the Position", "",
            "Level 1-4", "", words("1-4"), "", "CHAPTER 2", "",
            "Factor 2, Supervisory Controls", "",
            "Level 2-3", "", words("2-3"), ""]  # fmt: skip
    return Habit("using.txt", "\n".join(rows).encode(), refused="explains")


def regulation() -> Habit:
    """A part of the Code of Federal Regulations."""
    rows = ["Title 5 - Administrative Personnel", "", "PART 999 - LAMPS UNDER THE GENERAL SCHEDULE",
            "", "§ 999.101 Purpose.", "", "(a) This part is made up, and governs lamps.", "",
            "§ 999.102 Definitions.", "", "Grade means all classes of lamps at GS-5, GS-7 or GS-9.",
            "", "GS-5", "", "Lamps of this grade are small.", "", "GS-7", "",
            "Lamps are large."]  # fmt: skip
    return Habit("lamps.txt", "\n".join(rows).encode(), refused="regulation")


def announcement() -> Habit:
    """A vacancy announcement with grades and duties."""
    rows = ["VACANCY ANNOUNCEMENT", "", "Lamp Specialist, GS-9911-9/11", "",
            ("Open period: May 1 to "
            "May 9"), "", "Duties", "", "Lights lamps.", "", "Qualifications", "", "GS-9", "",
            words("1-2"), "", "GS-11", "", words("1-3"), "", "How to apply", "",
            "By lamp."]  # fmt: skip
    return Habit("job.txt", "\n".join(rows).encode(), refused="announcement")


def notes_to_users() -> Habit:
    """Of what a standard tells its readers, a scorer needs what bears on the levels."""
    front = ["NOTE TO USERS", "",
             ("This standard was developed in the made-up harbor and printed by the harbor press. "
             "Thanks are due to all who commented on the draft."), "",
             "Copies may be bought from the harbor press at the quay.", "",
             ("A factor level is credited only when the position fully meets it; the points of a "
             "higher level are not credited for work that meets it in part."), ""]  # fmt: skip
    text = as_text("Note Series, GS-9937", lambda one: f"Level {one}, {POINTS[one]} points",
                   front=front)  # fmt: skip
    return Habit("notes.txt", text.encode(), notes=(front[6],))


def contacts_in_text() -> Habit:
    """Both factors of contacts under one heading in a text, their chart in rows."""
    ladder = [one for one in LADDER if one[0] not in "67"]
    text = as_text("Contact Series, GS-9938", lambda one: f"Level {one} -- {POINTS[one]} Points",
                   ladder=ladder)  # fmt: skip
    contacts = ["FACTORS 6 AND 7 - PERSONAL CONTACTS AND PURPOSE OF CONTACTS", "",
                "Persons Contacted", "", f"1. {words('6-1')}", "", f"2. {words('6-2')}", "",
                "Purpose of Contacts", "", f"a. {words('7-A')}", "", f"b. {words('7-B')}", "",
                "      a    b", "1    30   60", "2    45   75", ""]  # fmt: skip
    text = text.replace("FACTOR 8,", "\n".join([*contacts, "FACTOR 8,"]))
    return Habit("contact.txt", text.encode(), levels=CHARTED, chart=CHART)


SECOND: dict[str, Callable[[], Habit]] = {
    make.__name__: make
    for make in (
        run_in_parenthesis, run_in_plain, small_letters_follow, no_word_dotted, stray_marks,
        misread_again, analysis_text, benchmarks_then_appendix, family_page, odd_and_even_heads,
        titles_in_a_list, lost_factor, points_within, assistance_guide, criteria_above, handbook,
        regulation, announcement, notes_to_users, contacts_in_text,
    )
}  # fmt: skip
