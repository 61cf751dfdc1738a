"""The certificate of derivation: the steps from inputs to grade, and what they can be checked by.

It shows every input on which the result depends and nothing else of the case, so that whoever
holds it can compute the result again (:mod:`.verifying`). Duties, facts and evidence, which the
fingerprint does not cover, stay at home.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from assistant.papers.content import Block, Column, Paper, Record, Section, Text
from assistant.papers.drafting import (
    Notes,
    blank,
    bullets,
    code,
    day,
    days_written,
    finished,
    notice_blocks,
    paragraph,
    particulars,
    remark,
    say,
    strong,
    table,
)
from assistant.papers.statement.opening import fictional
from assistant.papers.subject import Matter, Subject
from assistant.text import number
from core import VERSION
from core.errors import CaseError
from core.fes.cases import case_to_data
from core.model import FactorScore

TITLE = "Certificate of derivation"
_OF_A_CASE = ("standard", "as_of", "levels", "sought", "offsets", "extensions", "fictional")


def make(matter: Matter) -> Paper:
    """Return the certificate of what the core computes for a position.

    Raises:
        CaseError: nothing is computed for it.
        LevelError, StandardError: what the position states cannot be evaluated.
    """
    subject, notes = matter.subject, Notes()
    result = subject.result
    if result is None:
        raise CaseError(
            "nothing is computed for this position, so nothing can be certified",
            where="levels",
            hint="A certificate needs levels, or another way of grading held here.",
        )
    record = record_of(subject, matter.dated)
    scores = getattr(result, "factors", ())
    sections: list[Section] = []
    if scores and all(isinstance(one, FactorScore) for one in scores):
        sections.append(Section(title="Levels and points", blocks=(_scores(subject, notes),)))
    sections.append(
        Section(
            title="Derivation",
            blocks=bullets(
                (say(days_written(one.text), notes(one.citation)) for one in result.derivation),
                numbered=True,
            ),
        )
    )
    warned = notice_blocks(result.findings, notes)
    if warned:
        sections.append(Section(title="What the reader must know", blocks=warned))
    sections.append(
        Section(
            title="What it can be computed from again",
            new_page=True,
            blocks=(
                paragraph(
                    "This is every input the result depends on. ",
                    code("fes verify"),
                    " with this file computes it again and says whether it is the same.",
                ),
                Record(caption="Inputs and result", text=record),
            ),
        )
    )
    grade = result.grade or "not decided by the inputs"
    opening: list[Block] = [
        *fictional(subject),
        paragraph("The grade derived from the inputs below: ", strong(grade), "."),
        particulars(_entries(matter, subject)),
        remark(
            "A certificate of derivation says that the result follows from the inputs by the "
            "edition named. It does not say that the inputs are right, and it is not OPM's "
            "certificate."
        ),
    ]
    print_ = result.fingerprint
    return finished(
        "certificate", TITLE, matter, notes, opening, sections, fingerprint=print_, record=record
    )


def _entries(matter: Matter, subject: Subject) -> dict[str, Text]:
    result = subject.result
    entries: dict[str, Text] = {}
    if result is not None:
        named = getattr(result, "standard", "") or getattr(result, "guide", "")
        if named:
            edition = getattr(result, "edition", "")
            entries["Standard"] = say(f"{named}, edition {edition}")
        total = getattr(result, "total", None)
        if total is not None:
            entries["Total"] = say(f"{number(total)} points")
        entries["Fingerprint"] = say(code(result.fingerprint))
    entries["Program"] = say(f"fes {VERSION}")
    dated = day(matter.dated)
    entries["Date"] = say(dated) if dated else say(blank("date"))
    return entries


def _scores(subject: Subject, notes: Notes) -> Block:
    result = subject.result
    rows: list[tuple[Text, ...]] = [
        (
            say(f"{one.factor}. {one.name}", notes(one.citation)),
            say(one.level),
            say(number(one.points)),
        )
        for one in getattr(result, "factors", ())
    ]
    total = getattr(result, "total", None)
    if total is not None:
        grade = "" if result is None else (result.grade or "")
        rows.append((say("Total"), say(grade), say(number(total))))
    return table(
        "Levels and points",
        (
            Column(head="Factor", width=6),
            Column(head="Level", width=2),
            Column(head="Points", width=2, figures=True),
        ),
        rows,
        total=total is not None,
    )


def record_of(subject: Subject, dated: date | None) -> str:
    """Return what a certificate is checked by, as JSON: method, inputs, and the result."""
    result = subject.result
    data: dict[str, Any] = {
        "certificate": 1,
        "version": VERSION,
        "method": subject.method,
        "title": subject.position.title,
        "dated": "" if dated is None else dated.isoformat(),
        "inputs": inputs_of(subject),
        "result": {
            "edition": getattr(result, "edition", None),
            "grade": None if result is None else result.grade,
            "total": getattr(result, "total", None),
            "factors": {
                str(one.factor): one.level
                for one in getattr(result, "factors", ())
                if isinstance(one, FactorScore)
            },
            "fingerprint": subject.fingerprint,
        },
    }
    return _laid_out(data)


def _laid_out(data: dict[str, Any], within: str = "") -> str:
    """Return data as JSON that a person can read: a field a line, one level deep."""
    rows = []
    for key, value in data.items():
        if isinstance(value, dict) and not within:
            text = _laid_out(value, "  ")
        else:
            text = json.dumps(value, default=str)
        rows.append(f"{within} {json.dumps(key)}: {text}")
    return "{\n" + ",\n".join(rows) + f"\n{within}}}"


def inputs_of(subject: Subject) -> dict[str, Any]:
    """Return the inputs the result depends on, in the form their own reader takes."""
    if subject.case is None:
        named = subject.position.model_dump(include={"title", "fictional"}, exclude_defaults=True)
        return {**named, **subject.data}
    case = subject.case
    data = case_to_data(case)
    kept = {key: data[key] for key in _OF_A_CASE if key in data}
    kept["title"] = case.title
    for which in ("current", "requested"):
        found = getattr(case, which)
        if found.series:
            kept[which] = {"series": found.series}
    if case.findings:
        latest = {one.aspect: one.answer for one in case.findings}
        kept["findings"] = [
            {"aspect": aspect, "answer": answer} for aspect, answer in latest.items()
        ]
    return kept
