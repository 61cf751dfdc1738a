"""Guides that grade without points: what each grade's work is, criterion by criterion."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from index.reading_standards import sections
from index.reading_standards.marks import fold
from index.reading_standards.record import ReadFactor, ReadLevel
from index.reading_standards.rows import Row, Source

_GRADE = re.compile(
    r"^(?:grade(?:\s+level)?\s*[-:]?\s*)?(?:GS|GG)\s*-?\s*0?(?P<grade>1[0-5]|[1-9])"
    r"(?:\s+level)?(?:\s*\((?:continued|cont\.?)\))?\s*[:.-]*(?P<rest>.{0,60})$"
    r"|^grade\s+(?:level\s+)?0?(?P<plain>1[0-5]|[1-9])\s*[:.-]*$",
    re.IGNORECASE | re.DOTALL,
)
_CRITERION = re.compile(
    r"^(?:(?:factor|criterion)\s+[IVX\d]+\s*[-:.,]*\s*|[A-Z\d][.)]\s+)?"
    r"(?P<name>nature of (?:the )?(?:assignments?|work|variety of .{0,30})|"
    r"level of responsibility|responsibilit(?:y|ies)|assignments?(?: characteristics)?|"
    r"supervis(?:ion|ory controls?)(?: received)?|knowledge(?: required)?(?:,? skills.{0,30})?|"
    r"complexity(?: of .{0,30})?|scope(?: and (?:effect|complexity))?.{0,30}|guidelines|"
    r"personal (?:work )?contacts|originality required|qualifications required|"
    r"difficulty (?:and complexity )?of .{0,30}|control over (?:the )?work)"
    r"(?P<end>\s*$|\s*(?:[:.]|--?)\s*(?P<text>\S.*)$)",
    re.IGNORECASE | re.DOTALL,
)
_WHOLE = "Grade-level criteria"


@dataclass(slots=True)
class _Draft:
    page: str
    rows: list[Row] = field(default_factory=list)


def read(source: Source, rows: Sequence[Row]) -> tuple[list[ReadFactor], dict[int, str]]:
    """Return the criteria with their descriptions by grade, and which rows they took.

    A criterion may be described under each grade, or each grade under the criterion. Where
    a guide names no criteria, the grades are described as a whole. Fewer than two grades
    described make no guide: the result is empty then.
    """
    found: dict[str, dict[int, _Draft]] = {}
    pages: dict[str, str] = {}
    roles: dict[int, str] = {}
    marks = {row.start: (_grade(row), _criterion(row)) for row in rows}
    above = _criteria_stand_above(marks.values())
    grade: int | None = None
    criterion = _WHOLE
    depth = 0
    opened = ""
    for row in rows:
        at, named = marks[row.start]
        opened = row.page if at is not None or named is not None else opened
        section = sections.section_of(row)
        if at is not None:
            grade, depth = at, row.depth
            criterion = criterion if above else _WHOLE
            roles[row.start] = f"GS-{at}"
        elif named is not None:
            criterion, offset = named
            pages.setdefault(criterion, row.page)
            roles[row.start] = criterion
            if above:
                grade = None
            elif grade is not None and offset:
                rest = Row(row.text[offset:], row.start + offset, row.end, row.page)
                _draft(found, criterion, grade, opened).rows.append(rest)
        elif (section is not None and section not in ("grading", "levels", "notes")) or (
            row.heading and 0 < row.depth < depth and grade is not None
        ):
            grade, criterion = None, _WHOLE
        elif grade is not None:
            _draft(found, criterion, grade, opened).rows.append(row)
            pages.setdefault(criterion, row.page)
            roles[row.start] = f"GS-{grade}"
    kept = {name: {g: d for g, d in drafts.items() if d.rows} for name, drafts in found.items()}
    kept = {name: drafts for name, drafts in kept.items() if drafts}
    if len({g for drafts in kept.values() for g in drafts}) < 2:
        return [], {}
    factors = [
        ReadFactor(str(number), name, pages.get(name, ""), "", _levels(source, drafts))
        for number, (name, drafts) in enumerate(kept.items(), start=1)
    ]
    return factors, roles


def _levels(source: Source, drafts: dict[int, _Draft]) -> list[ReadLevel]:
    levels = []
    for grade, draft in sorted(drafts.items()):
        span = source.span(draft.rows)
        levels.append(
            ReadLevel(f"GS-{grade}", None, draft.page, span.page_end, span.text, grade=grade)
        )
    return levels


def _grade(row: Row) -> int | None:
    text = " ".join(fold(row.text).split())
    if len(text) > 90 or text.endswith((".", ";", ",")):
        return None
    found = _GRADE.match(text)
    if found is not None and (row.heading or text.isupper() or not (found["rest"] or "").strip()):
        return int(found["grade"] or found["plain"])
    graded = sections.graded_title(row)
    return graded[2] if graded is not None and (row.heading or text.isupper()) else None


def _criterion(row: Row) -> tuple[str, int] | None:
    """Return a criterion's name and where its text begins on the row (0: on the next)."""
    folded = fold(row.text)
    found = _CRITERION.match(folded)
    if found is None:
        return None
    text = found["text"]
    if text is None and not (row.heading or len(folded) < 60):
        return None
    if text is not None and not (found["name"][:1].isupper() and text[:1].isupper()):
        return None
    name = " ".join(found["name"].split()).capitalize()
    return name, found.start("text") if text else 0


def _criteria_stand_above(marks: Iterable[tuple[int | None, tuple[str, int] | None]]) -> bool:
    """Tell whether each criterion is described grade by grade, not each grade by criteria.

    The first heading says it, unless a criterion merely introduces the grades.
    """
    kinds = ["grade" if at is not None else "criterion" for at, named in marks
             if at is not None or named is not None]  # fmt: skip
    pairs = sum(1 for pair in pairwise(kinds) if pair == ("grade", "criterion"))
    return bool(kinds) and kinds[0] == "criterion" and 2 * pairs < kinds.count("grade")


def _draft(found: dict[str, dict[int, _Draft]], criterion: str, grade: int, page: str) -> _Draft:
    return found.setdefault(criterion, {}).setdefault(grade, _Draft(page))
