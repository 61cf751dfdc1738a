"""Guides that grade without points: what each grade's work is, criterion by criterion."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from core.standards.model import Doubt
from index.standards.outline import sections
from index.standards.outline.marks import fold
from index.standards.record import ReadFactor, ReadLevel, doubtful
from index.standards.rows import Row, Source

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
    r"(?P<end>\s*[:.]?\s*$|\s*(?:[:.]?\s*--?|[:.])\s*(?P<text>\S.*)$)",
    re.IGNORECASE | re.DOTALL,
)
_WHOLE = "Grade-level criteria"
_PART = re.compile(r"^part\s+(?:[IVX]+|[A-H\d])\b[\s:.,–—-]*", re.IGNORECASE)
_TITLE = 110
"""A heading of a part is not longer, in characters."""


@dataclass(slots=True)
class _Draft:
    page: str
    rows: list[Row] = field(default_factory=list)


class _Kinds:
    """Tells the kinds of work a guide describes apart: each describes a grade once.

    The same grade under the same heading again is one that a page break has parted.
    """

    def __init__(self, *, above: bool) -> None:
        self.number = 0
        self._above = above
        self._grades: set[tuple[str, int]] = set()
        self._last: tuple[str, int] | None = None
        self._heading: Row | None = None
        self._title = ""
        self._names: list[list[str]] = [[]]
        self._pages: list[str] = [""]

    def heading(self, row: Row) -> None:
        """Note a row outside any grade: a heading may name the kind of work that follows."""
        if row.heading or (row.text.isupper() and len(row.text) < _TITLE):
            self._heading = row

    def grade(self, row: Row, grade: int, criterion: str) -> None:
        """Note that a grade opens, under a criterion where criteria stand above the grades."""
        titled = sections.graded_title(row)
        title = titled[0].split(",")[0].strip() if titled is not None else ""
        place = (criterion if self._above else "", grade)
        other = bool(title and self._title and title.lower() != self._title.lower())
        # Grades rise within a kind of work: a lower one below another heading opens the next.
        highest = max((one for _, one in self._grades), default=0)
        falls = not self._above and grade < highest and (other or self._heading is not None)
        if falls or (place in self._grades and (place != self._last or other)):
            self.number += 1
            self._grades = set()
            self._names.append([])
            self._pages.append(row.page)
        named = title or (self._heading.text.strip() if self._heading is not None else "")
        if named and named.lower() not in [one.lower() for one in self._names[-1]]:
            self._names[-1].append(named)
        self._grades.add(place)
        self._last, self._title = place, title
        self._heading = None

    def name(self, number: int) -> str:
        """Return what a kind of work is called: its titles, or the heading above its grades."""
        names = [_PART.sub("", " ".join(one.split())) for one in self._names[number][:3]]
        plain = [one.capitalize() if one.isupper() else one for one in names]
        name = ", ".join(plain)
        earlier = [self.name(other) for other in range(number)]
        return name if name and name not in earlier else f"{name or 'Kind'} {number + 1}"

    def page(self, number: int) -> str:
        """Return the page on which a kind of work begins."""
        return self._pages[number]


def read(
    source: Source, rows: Sequence[Row]
) -> tuple[list[ReadFactor], dict[int, str], list[Doubt]]:
    """Return the criteria with their descriptions by grade, the rows they took, and doubts.

    A criterion may be described under each grade, or each grade under the criterion. Where
    a guide names no criteria, the grades are described as a whole. Fewer than two grades
    described make no guide: the result is empty then.

    A guide may describe the same grades again for another kind of work. Each kind has
    criteria of its own then, and which of them fit is for a person to say.
    """
    found: dict[tuple[int, str], dict[int, _Draft]] = {}
    pages: dict[tuple[int, str], str] = {}
    roles: dict[int, str] = {}
    marks = {row.start: (_grade(row), _criterion(row)) for row in rows}
    above = _criteria_stand_above(marks.values())
    kinds = _Kinds(above=above)
    grade: int | None = None
    criterion = _WHOLE
    depth = 0
    opened = ""
    aside = False
    for row in rows:
        at, named = marks[row.start]
        opened = row.page if at is not None or named is not None else opened
        section = sections.section_of(row)
        if at is not None:
            grade, depth, aside = at, row.depth, False
            criterion = criterion if above else _WHOLE
            kinds.grade(row, at, criterion)
            roles[row.start] = f"GS-{at}"
        elif named is not None:
            aside = False
            criterion, offset = named
            pages.setdefault((kinds.number, criterion), row.page)
            roles[row.start] = criterion
            if above:
                grade = None
            elif grade is not None and offset:
                rest = Row(row.text[offset:], row.start + offset, row.end, row.page)
                _draft(found, kinds.number, criterion, grade, opened).rows.append(rest)
        elif grade is not None and (
            sections.opens_illustrations(row) or sections.leads_to_examples(row)
        ):
            aside = True
            roles[row.start] = "illustrations"
        elif (section is not None and section not in ("grading", "levels", "notes")) or (
            grade is not None and (_closes_part(row) or (row.heading and 0 < row.depth < depth))
        ):
            grade, criterion, aside = None, _WHOLE, False
            kinds.heading(row)
        elif grade is not None and aside:
            roles[row.start] = "illustrations"
        elif grade is not None:
            _draft(found, kinds.number, criterion, grade, opened).rows.append(row)
            pages.setdefault((kinds.number, criterion), row.page)
            roles[row.start] = f"GS-{grade}"
        else:
            kinds.heading(row)
    kept = {name: {g: d for g, d in drafts.items() if d.rows} for name, drafts in found.items()}
    kept = {name: drafts for name, drafts in kept.items() if drafts}
    if len({g for drafts in kept.values() for g in drafts}) < 2:
        return [], {}, []
    several = len({kind for kind, _ in kept}) > 1
    factors = [
        ReadFactor.model_construct(
            factor=number,
            name=f"{criterion} ({kinds.name(kind)})" if several else criterion,
            page=pages.get((kind, criterion), ""),
            measures="",
            levels=_levels(source, drafts),
            kind=kinds.name(kind) if several else "",
        )
        for number, ((kind, criterion), drafts) in enumerate(kept.items(), start=1)
    ]
    return factors, roles, [_several(kinds, kept)] if several else []


def _several(kinds: _Kinds, kept: Iterable[tuple[int, str]]) -> Doubt:
    """Return the doubt that some criteria do not fit every position."""
    found = dict.fromkeys(kind for kind, _ in kept)
    names = "; ".join(kinds.name(kind) for kind in found)
    return doubtful(
        "kinds-of-work",
        "criteria",
        f"the guide describes the same grades for several kinds of work ({names}), told apart by "
        "their headings: each is kept as a guide of its own",
        kinds.page(list(found)[1]),
    )


def _closes_part(row: Row) -> bool:
    """Tell whether a row in capitals opens another part of the guide, such as ``PART II``."""
    text = row.text.strip()
    return bool(_PART.match(text)) and len(text) < _TITLE and (row.heading or text.isupper())


def _levels(source: Source, drafts: dict[int, _Draft]) -> tuple[ReadLevel, ...]:
    levels = []
    for grade, draft in sorted(drafts.items()):
        span = source.span(draft.rows)
        levels.append(
            ReadLevel.model_construct(
                level=f"GS-{grade}",
                page=draft.page,
                page_end=span.page_end,
                text=span.text,
                grade=grade,
            )
        )
    return tuple(levels)


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


def _draft(
    found: dict[tuple[int, str], dict[int, _Draft]],
    kind: int,
    criterion: str,
    grade: int,
    page: str,
) -> _Draft:
    return found.setdefault((kind, criterion), {}).setdefault(grade, _Draft(page))
