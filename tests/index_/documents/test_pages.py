"""Pages as printed: columns, form feeds, tables, their heads, and slips of recognition."""

from __future__ import annotations

import io
import textwrap
from pathlib import Path

import pytest

from index.documents import formats as parsers
from index.documents import passages
from index.language import structure
from index.models import Document
from tests.index_.documents.pdf_pages import Line, first, heading, write_pdf


def _text(tmp_path: Path, text: str, name: str = "note.txt") -> Document:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return parsers.parse(path)


def test_the_last_entries_of_a_table_of_contents_head_nothing(tmp_path: Path) -> None:
    names = ("Lamps", "Wicks", "Oil", "Piers", "Fog", "Bells")
    listed = [Line(f"{name} of the Harbor ................ {n}") for n, name in enumerate(names)]
    last = [Line("Appendix A - Ladders .................... 36", size=14, bold=True)]
    told = textwrap.wrap("A keeper lights the lamp at dusk and puts it out at dawn. " * 4, 80)
    text = [heading("Lamps of the Harbor"), first(told[0]), *map(Line, told[1:])]
    path = tmp_path / "keepers.pdf"
    path.write_bytes(write_pdf([[heading("Table of Contents"), *listed], last, text]))
    document = parsers.parse(path)
    assert [one.text for one in document.headings] == ["Table of Contents", "Lamps of the Harbor"]
    found = next(one for one in passages.split(document) if "dusk" in one.text)
    assert found.heading == ("Lamps of the Harbor",)


def test_two_columns_have_headings_and_whole_paragraphs_in_both(tmp_path: Path) -> None:
    lines: list[Line] = []
    told = (
        "The keeper of the harbor lamp answers for oil and wick and glass, and tells the Harbor "
        "Master of Pier One what the fog has done to each of the Lanterns of the Harbor."
    )
    for x, names in ((54.0, ("SCOPE", "EFFECT")), (315.0, ("CONTACTS", "PURPOSE"))):
        for place, name in enumerate(names):
            down = -424.0 if x > 300 and not place else 32.0
            lines.append(Line(f"{name} OF LAMPS", x=x, down=down, size=11, bold=True))
            for _ in range(3):
                rows = textwrap.wrap(told, 46)
                lines += [Line(r, x=x, down=22 if r == rows[0] else 12, size=10) for r in rows]
    path = tmp_path / "lamps.pdf"
    path.write_bytes(write_pdf([lines]))
    document = parsers.parse(path)
    named = [heading.text for heading in document.headings]
    assert named == [f"{one} OF LAMPS" for one in ("SCOPE", "EFFECT", "CONTACTS", "PURPOSE")]
    assert document.text.count(told) == 12


def test_a_text_with_form_feeds_is_cited_by_its_printed_pages(tmp_path: Path) -> None:
    told = [
        f"The keeper of lamp {n} of the made-up harbor counts its wicks at dusk." for n in "abc"
    ]
    sheets = [
        f"Lamps of the Harbor      TS-1 May 1970\n\n{one}\n\nU.S. Office of Lamps      {n}\n"
        for n, one in enumerate(told, start=7)
    ]
    document = _text(tmp_path, "\f".join(sheets))
    assert [page.label for page in document.pages] == ["7", "8", "9"]
    for page, one in zip(document.pages, told, strict=True):
        assert one in document.text[page.start : page.end]


@pytest.mark.parametrize("foot", ["", "Page "])
def test_the_head_of_two_marked_pages_is_no_part_of_a_paragraph(tmp_path: Path, foot: str) -> None:
    sheets = [
        f"Lamps of the Harbor\n\nThe keeper of lamp {n} trims its wick before dusk.\n\n{foot}{n}"
        for n in (1, 2)
    ]
    document = _text(tmp_path, "\f".join(sheets))
    assert document.text.split("\n\n") == [
        f"The keeper of lamp {n} trims its wick before dusk." for n in (1, 2)
    ]


def test_a_large_heading_that_had_no_more_room_goes_on_in_the_next_line(tmp_path: Path) -> None:
    told = (
        "The keeper of the harbor lamp answers for oil and wick and glass in every watch there is."
    )
    lines = [
        Line("Grade Evaluation Guide for the Keepers of Harbor Lamps for", size=17, bold=True),
        Line("Lanterns", size=17, bold=True, down=21),
        Line("Coverage", size=14, bold=True, down=30),
    ]
    lines += [Line(row, down=22, size=11) for row in [told] * 8]
    path = tmp_path / "lamps.pdf"
    path.write_bytes(write_pdf([lines]))
    assert [one.text for one in parsers.parse(path).headings] == [
        "Grade Evaluation Guide for the Keepers of Harbor Lamps for Lanterns", "Coverage",
    ]  # fmt: skip


def test_headings_are_told_where_most_paragraphs_have_one_line(tmp_path: Path) -> None:
    names = ("SCOPE OF LAMPS", "EFFECT OF LAMPS", "CONTACTS OF LAMPS")
    lines: list[Line] = []
    for name in names:
        lines.append(Line(name, down=18, size=11, bold=True))
        lines += [Line(f"The keeper trims lamp {n} of the pier by hand each evening.", down=18)
                  for n in range(4)]  # fmt: skip
        told = "The keeper of the harbor lamp answers for oil and wick, and tells the"
        lines += [Line(told, down=18), Line("master what the fog has done to the lanterns.")]
    path = tmp_path / "lamps.pdf"
    path.write_bytes(write_pdf([lines]))
    assert [heading.text for heading in parsers.parse(path).headings] == list(names)


def test_a_guide_as_text_keeps_kinds_of_work_and_grades_above_what_they_describe() -> None:
    told = "Lamps are lit in turn by whoever is near, and the chief of the pier looks on. " * 2
    rows = ["Grade Level Guide for Lamp Work", "TS-77 May 1986", "INTRODUCTION", told]
    for kind in ("PIER WORK", "LAMP OFFICE WORK"):
        rows.append(kind)
        for grade in (3, 4):
            rows += [f"GS-{grade}", "Nature of Assignment", told, "Work examples", f"- {told}"]
    text = "\n\n".join(rows).encode()
    document = parsers.parse_bytes(Path("lamps.txt"), text)
    assert document.title == "Grade Level Guide for Lamp Work"
    trails = [one.heading for one in passages.split(document)]
    assert ("PIER WORK", "GS-4", "Nature of Assignment") in trails
    assert ("LAMP OFFICE WORK", "GS-3", "Work examples") in trails


def test_levels_in_the_rows_of_a_table_are_passages_of_their_own() -> None:
    import docx

    made = docx.Document()
    made.add_heading("Position Classification Standard for Lamp Tending, GS-9998", 0)
    made.add_heading("Factor 2, Supervisory Controls", 1)
    table = made.add_table(0, 2)
    for number, points in ((1, 25), (2, 125), (3, 275)):
        cells = table.add_row().cells
        cells[0].text = f"Level 2-{number}\n{points} Points"
        cells[1].text = "Lamps are lit in turn and the chief of the pier looks on. " * 3
    file = io.BytesIO()
    made.save(file)
    document = parsers.parse_bytes(Path("lamps.docx"), file.getvalue())
    found = [(one.level, one.stance) for one in passages.split(document)]
    assert found == [("2-1", "standard"), ("2-2", "standard"), ("2-3", "standard")]


def test_a_page_s_head_does_not_take_the_first_line_of_its_text_with_it() -> None:
    told = "Lamps are lit in turn by whoever is near, and the chief of the pier looks on."
    pages = [
        [Line(f"FACTOR {number}, {name.upper()}", bold=True), *[Line(told)] * 20]
        for number, name in sorted(structure.FACTOR_NAMES.items())
    ]
    document = parsers.parse_bytes(
        Path("lamps.pdf"), write_pdf(pages, head="Lamp Office TS-1 1990")
    )
    assert all(f"FACTOR {number}, " in document.text for number in range(1, 10))
    assert "TS-1" not in document.text


def test_slips_of_recognition_are_mended_and_recorded(tmp_path: Path) -> None:
    told = (
        "Factor l, Lamp Know1edge\n\nOn May l0, l996 the 0versight office cal1ed Level l-4 right, "
        "which is what the keeper of the lamps had asked for in a made-up letter of that year."
    )
    document = _text(tmp_path, told)
    assert "Factor 1, Lamp Knowledge" in document.text
    assert "On May 10, 1996 the Oversight office called Level 1-4 right" in document.text
    (repair,) = (one for one in document.repairs if "recognition" in one)
    assert all(slip in repair for slip in ("Know1edge", "l996", "0versight", "cal1ed"))
    once = _text(tmp_path, "The lamps of pier l are lit by cal1 of the keeper, who is made up.")
    assert "pier l are lit by cal1" in once.text


def test_a_digit_that_ends_a_word_stays_unless_a_word_of_the_field_comes_of_it(
    tmp_path: Path,
) -> None:
    told = (
        "Tier1 calls by Channel1 radio from Pier1, under Class1 ice, count as Leve1 2-3 in this "
        "made-up harbor; fina1 orders and officia1 signals of the pier1 master are lega1 too."
    )
    document = _text(tmp_path, told)
    for printed in ("Tier1", "Channel1", "Pier1", "Class1", "pier1 master"):
        assert printed in document.text
    assert "count as Level 2-3" in document.text
    assert "final orders and official signals" in document.text
    assert "are legal too" in document.text


def _sheets(tail: dict[int, str]) -> list[list[Line]]:
    """Pages of text without printed numbers; some end in a line of their own at the foot."""
    pages = []
    for place in range(5):
        told = textwrap.wrap(
            f"The keeper of lamp {'abcde'[place]} of the made-up harbor counts its wicks at dusk "
            "and tells the Harbor Master what the fog has done to each of them.",
            60,
        )
        rows = [Line(row) for row in told * 6]
        if place in tail:
            rows.append(Line(tail[place], down=680 - 14 * len(rows)))
        pages.append(rows)
    return pages


def test_a_number_that_one_page_alone_prints_is_no_page_number(tmp_path: Path) -> None:
    path = tmp_path / "lamps.pdf"
    for tail in ({0: "Issued: June 2004"}, {3: "1"}, {1: "Lamp notice 17"}):
        path.write_bytes(write_pdf(_sheets(tail)))
        labels = [page.label for page in parsers.parse(path).pages]
        assert labels == ["1", "2", "3", "4", "5"], tail


def test_a_head_set_large_that_counts_pages_numbers_them(tmp_path: Path) -> None:
    path = tmp_path / "lamps.pdf"
    sheets = [
        [
            Line(f"Guidance for Lamps Page {number}", size=20),
            *(Line(f"Lamp {number} of row {row} is trimmed at dusk.", down=26) for row in range(9)),
        ]
        for number in range(3, 8)
    ]
    path.write_bytes(write_pdf(sheets))
    document = parsers.parse(path)
    assert [page.label for page in document.pages] == ["3", "4", "5", "6", "7"]
    assert "Guidance for Lamps Page" not in document.text


def test_the_year_of_issue_on_one_sheet_numbers_no_text(tmp_path: Path) -> None:
    head = "Lamps of the Harbor      TS-1 May 1970"
    sheets = [
        f"{head}\n\nThe keeper of lamp {n} counts its wicks at dusk in the harbor.\n" for n in "abc"
    ]
    sheets[1] += "\nU.S. Office of Lamps      2004\n"
    document = _text(tmp_path, "\f".join(sheets))
    assert [page.label for page in document.pages] in ([], ["1", "2", "3"])


def test_a_sentence_goes_on_below_wherever_its_line_is_broken(tmp_path: Path) -> None:
    told = (
        "The keeper answers for oil and wick and glass, and tells the Harbor Master of Pier One "
        "what the fog has done to each of the Lanterns of the Harbor.\n\n"
    )
    broken = "Both lamps must be met before a grade of the harbor\nis given to their keeper.\n\n"
    rows = "Lamp of the pier of the harbor at dusk     oil\nlamp of the quay          wick\n"
    document = _text(tmp_path, told * 3 + broken + rows)
    assert "before a grade of the harbor is given to their keeper." in document.text
    assert "oil lamp of the quay" not in document.text


@pytest.mark.parametrize(
    "lines",
    [
        ["Position Classification Standard for", "    Lamp Tending Series, GS-9998"],
        ["Position Classification Standard for", "", "    Lamp Tending Series, GS-9998"],
        ["Position Classification", "Standard for", "Lamp Tending", "Series, GS-9998"],
        ["Position Classification Standard for Lamp", "Tending Series, GS-9998"],
        ["Position Classification Standard for Lamp Tending Series,", "GS-9998"],
    ],
)
def test_a_title_on_several_lines_of_a_text_is_read_whole(lines: list[str]) -> None:
    told = "Lamps are lit in turn by whoever is near, and the chief of the pier looks on. " * 2
    contents = ["SERIES DEFINITION ........ 2", "TITLES .................. 2"]
    text = "\n".join([*lines, "", *contents, "", "SERIES DEFINITION", "", told])
    document = parsers.parse_bytes(Path("lamps.txt"), text.encode())
    assert document.title == "Position Classification Standard for Lamp Tending Series, GS-9998"
    assert document.kind == "standard"
    assert document.series == ("9998",)
