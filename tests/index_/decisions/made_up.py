"""A made-up decision, and what is read from its text."""

from __future__ import annotations

from pathlib import Path

from index.decisions.reading import read_decision
from index.documents import formats as parsers
from index.documents import passages
from index.models import Decision, DecisionClassification, Passage

LAMP = "Lantern Keeper"

CERTIFICATE = (
    "As provided in section 511.612 of title 5, Code of Federal Regulations, this made-up "
    "certificate binds nobody. It only marks where the head of a fictional decision ends, as in "
    "the real ones, and goes on long enough to be a paragraph.\n"
)


HEAD = """\
[Every word of this decision is made up. There is no such position and no such appeal.]

Washington, DC

U.S. Office of Invented Affairs
Classification Appeal Decision
Under section 5112 of title 5, United States Code

Wick Tallow
Lantern Keeper GS-9998-7
Lamp Room
Imaginary Lighthouse Board
Department of the Interior
Nowhere, Maine
Lantern Keeper
GS-9998-7
C-9998-07-44

A. N. Other
Classification Program Manager

03/04/2015

Date

As provided in section 511.612 of title 5, CFR, this pretend certificate binds nobody at all.
"""


def determined(folder: Path, body: str, head: str = HEAD) -> tuple[Decision, list[Passage]]:
    """Read a decision whose determination of the grade is ``body``."""
    return reading_of(folder, f"{head}\nGrade determination\n\n{body}\n")


def reading_of(
    folder: Path, text: str, name: str = "decision.txt"
) -> tuple[Decision, list[Passage]]:
    path = folder / name
    path.write_text(text, "utf-8")
    document = parsers.parse(path)
    found = passages.split(document)
    decision = read_decision(document, found)
    assert decision is not None
    return decision, found


def grade_of(title: str, series: str, grade: int, plan: str = "GS") -> DecisionClassification:
    return DecisionClassification(pay_plan=plan, title=title, series=series, grade=grade)


LABELLED = f"""Office of Invented Affairs
Classification Appeal Decision
Under section 5112 of title 5, United States Code

Appellant: [name]
Agency classification: {LAMP}
GS-9998-9
Organization: Lantern Branch
Department of the Navy
[city, state]
OPM decision: {LAMP} (Title at agency discretion)
GS-998-08
OPM decision number: C-998-08-02

/s/ A. N. Other
April 5, 2001____
Date

{CERTIFICATE}
Introduction

On January 3, 2001, we took this made-up case. There was nothing else to take in that month.
"""
