"""Fictional guides that grade without points, and a flysheet."""

from __future__ import annotations

from tests.index_.documents.pdf_pages import Line, heading, write_pdf
from tests.index_.standards.fictional.base import (
    pages,
    paragraph,
    words,
)


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
