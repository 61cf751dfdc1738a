"""Guides that grade without points: what each grade's work is, criterion by criterion."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from core.standards.settled import Doubt
from index.language.structure import fold
from index.standards.guides import criteria
from index.standards.guides.combining import Rule, rule
from index.standards.guides.kinds import GRADE, OF_TRACK, PART, RUN_IN, TITLE, TRACK, Kinds, tracks
from index.standards.outline import sections
from index.standards.record import ExampleDraft, ReadCell, ReadFactor, ReadLevel, doubtful
from index.standards.rows import Row, Source

_LAW = re.compile(
    r"\bincludes?\s+(?:all |those |any )*(?:classes of )?positions\b[\s\S]*\bduties of which\b|"
    r"\bincludes?\s+(?:all |those |any )*classes of positions\b|"
    r"\b(?:section 5104|5 U\.?\s?S\.?\s?C\.? (?:sec(?:tion|\.)? |§ ?)?5104)\b",
    re.IGNORECASE,
)
_LAW_GOES_ON = re.compile(r"^[\"“]?\(?[A-C1-3]\)\s+|^(?:requiring|involving)\b")
_QUOTED = 600
"""What the law is quoted for stands within the first characters of a row, as many as this."""
_BEYOND = re.compile(
    r"^(?:grades?|work|positions?) (?:above|below|beyond|at grades) (?:GS|grade)\b", re.IGNORECASE
)
_OF_GRADE = re.compile(r"^(?:work )?examples?\b[^.]*[.:,-]? *\bGS-0?(?P<grade>1[0-5]|[1-9])[ .:]*$",
                       re.IGNORECASE)  # fmt: skip
_WHOLE = "Grade-level criteria"


class ReadGuide(NamedTuple):
    """What a guide without points describes: its criteria, the rows they took, and doubts.

    ``rule`` is how it combines its criteria, ``examples`` are its work examples by grade, and
    ``chart`` the grades printed for combinations of degrees.
    """

    factors: list[ReadFactor]
    roles: dict[int, str]
    doubts: list[Doubt]
    rule: Rule = Rule()
    examples: tuple[ExampleDraft, ...] = ()
    chart: tuple[ReadCell, ...] = ()


@dataclass(slots=True)
class _Draft:
    page: str
    rows: list[Row] = field(default_factory=list)


class _Reader:
    """Reads rows into the descriptions of grades."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.found: dict[tuple[int, str], dict[int, _Draft]] = {}
        self.pages: dict[tuple[int, str], str] = {}
        self.roles: dict[int, str] = {}
        self._tracks = tracks(rows)
        grades = {row.start: _grade(row) for row in rows}
        self.names = criteria.names(rows, grades, self._tracks.values())
        self._marks = {
            row.start: (grades[row.start], criteria.criterion(row, self.names)) for row in rows
        }
        self._above_grade = {
            row.start
            for row, below in pairwise(rows)
            if self._marks[below.start][0] is not None and (_in_capitals(row) or row.heading)
        }
        self.above = _criteria_stand_above(self._marks.values())
        self.kinds = Kinds(above=self.above)
        self._grade: int | None = None
        self._criterion = _WHOLE
        self._depth = 0
        self._opened = ""
        self._aside = self._law = False
        self._below = self._bare = False
        self.examples: list[ExampleDraft] = []
        for row in rows:
            self._row(row)

    def _row(self, row: Row) -> None:
        at, named = self._marks[row.start]
        track = self._tracks.get(row.start, "")
        if at is not None or named is not None or track:
            self._opened, self._aside, self._law = row.page, False, False
        if _LAW.search(row.text[:_QUOTED]) or (self._law and _LAW_GOES_ON.match(row.text)):
            self._law = True
            self.roles[row.start] = "law quoted"
            return
        section = sections.section_of(row)
        if track:
            # A kind of work may be named above its criteria, or below each of them.
            self._below = self._bare or (self._below and at is None)
            self.kinds.track(track, row.page)
        self._bare = at is None and named is not None and not named[1]
        if at is not None:
            self._below = False
            self._grade, self._depth = at, row.depth
            self._criterion = self._criterion if self.above else _WHOLE
            self.kinds.grade(row, at, self._criterion)
            self.roles[row.start] = f"GS-{at}"
        elif track:
            if not (self.above or self._below):
                self._criterion = _WHOLE
            self.roles[row.start] = track
            found = RUN_IN.match(fold(row.text))
            if found is not None and self._grade is not None:
                start = found.start("text")
                rest = Row(row.text[start:], row.start + start, row.end, row.page)
                self._take(rest, self._criterion, self._grade)
        elif named is not None:
            self._opens_criterion(row, *named)
        elif self._grade is None:
            self.kinds.heading(row)
        elif self._opens_example(row):
            if not self._aside:
                title = f"Work example, GS-{self._grade}"
                self.examples.append(ExampleDraft("illustration", title, "", self._grade, row.page))
            self._aside = True
            self._example(row, opens=sections.opens_illustrations(row))
        elif (
            (section is not None and section not in ("grading", "levels", "notes"))
            or _closes_part(row)
            or (row.start in self._above_grade and (self._aside or row.heading))
            or (row.heading and 0 < row.depth < self._depth)
        ):
            self._grade, self._criterion, self._aside = None, _WHOLE, False
            self.kinds.heading(row)
        elif self._aside:
            self._example(row, opens=False)
        else:
            self._take(row, self._criterion, self._grade)
            self.roles[row.start] = f"GS-{self._grade}"

    def _opens_example(self, row: Row) -> bool:
        """Tell whether a row is an example or heads some.

        A grade may be described by nothing but its typical assignments: they are none then.
        """
        if sections.opens_illustrations(row) or sections.leads_to_examples(row):
            return True
        drafts = self.found.get((self.kinds.number, self._criterion), {})
        return self._grade in drafts and criteria.is_example(row)

    def _example(self, row: Row, *, opens: bool) -> None:
        """Take a row of a work example, which no criterion may hold."""
        self.roles[row.start] = "illustrations"
        named = _OF_GRADE.match(" ".join(fold(row.text).split()))
        if named is not None:
            # An example may stand among those of another grade, and say its own.
            grade = int(named["grade"])
            title = f"Work example, GS-{grade}"
            if self.examples[-1].rows:
                self.examples.append(ExampleDraft("illustration", title, "", grade, row.page))
            self.examples[-1].title, self.examples[-1].grade = title, grade
        elif not opens:
            self.examples[-1].rows.append(row)

    def _opens_criterion(self, row: Row, name: str, offset: int) -> None:
        self._criterion = name
        self.pages.setdefault((self.kinds.number, name), row.page)
        self.roles[row.start] = name
        if self.above:
            self._grade = None
        elif self._grade is not None and offset:
            rest = Row(row.text[offset:], row.start + offset, row.end, row.page)
            self._take(rest, name, self._grade)

    def _take(self, row: Row, criterion: str, grade: int) -> None:
        place = (self.kinds.number, criterion)
        drafts = self.found.setdefault(place, {})
        drafts.setdefault(grade, _Draft(self._opened)).rows.append(row)
        self.pages.setdefault(place, row.page)

    def kept(self) -> dict[tuple[int, str], dict[int, _Draft]]:
        """Return the descriptions there are, by kind of work and criterion.

        What stands outside every named kind of work is for each of them that describes the
        grade by no criterion of its own.
        """
        if not self.kinds.tracks:
            return self.found
        numbers = sorted(self.kinds.tracks.values())
        for (number, criterion), drafts in list(self.found.items()):
            if number in numbers:
                continue
            del self.found[number, criterion]
            for kind in numbers:
                own = {g for (of, _), held in self.found.items() if of == kind for g in held}
                for grade, draft in drafts.items():
                    if grade not in own:
                        self.found.setdefault((kind, criterion), {})[grade] = draft
                        self.pages.setdefault((kind, criterion), draft.page)
        order = list(self.found)
        return {place: self.found[place] for place in sorted(order, key=lambda one: one[0])}


def read(source: Source, rows: Sequence[Row]) -> ReadGuide:
    """Return the criteria with their descriptions by grade, the rows they took, and doubts.

    A criterion may be described under each grade, or each grade under the criterion. Where
    a guide names no criteria, the grades are described as a whole. Fewer than two grades
    described make no guide: the result is empty then. Work examples and what is quoted of the
    law belong to no description.

    A guide may describe the same grades again for another kind of work. Each kind has
    criteria of its own then, and which of them fit is for a person to say.
    """
    reader = _Reader(rows)
    kinds, kept = reader.kinds, reader.kept()
    if len({grade for drafts in kept.values() for grade in drafts}) < 2:
        return ReadGuide([], {}, [])
    several = len({kind for kind, _ in kept}) > 1
    factors = [
        ReadFactor.model_construct(
            factor=number,
            name=f"{criterion} ({kinds.name(kind)})" if several else criterion,
            page=reader.pages.get((kind, criterion), ""),
            measures="",
            levels=_levels(source, drafts),
            kind=kinds.name(kind) if several else "",
        )
        for number, ((kind, criterion), drafts) in enumerate(kept.items(), start=1)
    ]
    names = list(dict.fromkeys(factor.criterion for factor in factors))
    outside = [row for row in rows if row.start not in reader.roles]
    found = rule(outside, names) if len(names) > 1 else Rule()
    doubts = [_several(kinds, kept)] if several else []
    return ReadGuide(factors, reader.roles, doubts, found, tuple(reader.examples))


def _several(kinds: Kinds, kept: Iterable[tuple[int, str]]) -> Doubt:
    """Return the doubt that some criteria do not fit every position."""
    found = dict.fromkeys(kind for kind, _ in kept)
    unsure = kinds.unsure and not kinds.tracks
    names = "; ".join(kinds.name(kind) for kind in found)
    return doubtful(
        "kinds-of-work",
        "criteria",
        f"the guide describes the same grades for several kinds of work ({names}), told apart by "
        "their headings: each is kept as a guide of its own"
        + ("; see that the headings name kinds of work, and no criteria" if unsure else ""),
        kinds.page(list(found)[1]),
        blocks=unsure,
    )


def _in_capitals(row: Row) -> bool:
    return row.text.isupper() and len(row.text) < TITLE


def _closes_part(row: Row) -> bool:
    """Tell whether a row in capitals opens another part of the guide, such as ``PART II``."""
    text = row.text.strip()
    opens = PART.match(text) or _BEYOND.match(fold(text))
    named = row.heading or text.isupper() or not text.endswith((".", ";", ","))
    return bool(opens) and len(text) < TITLE and named


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
    if len(text) > 90 or text.endswith((".", ";", ",")) or sections.benchmark_title(row):
        return None
    found = GRADE.match(text)
    rest = (found["rest"] or "").strip() if found is not None else ""
    if found is not None and (
        row.heading or text.isupper() or not rest or OF_TRACK.match(found["rest"])
    ):
        return int(found["grade"] or found["plain"])
    track = TRACK.match(text)
    if track is not None and track["grade"]:
        return int(track["grade"])
    graded = sections.graded_title(row)
    return graded[2] if graded is not None and (row.heading or text.isupper()) else None


def _criteria_stand_above(marks: Iterable[tuple[int | None, criteria.Heading | None]]) -> bool:
    """Tell whether each criterion is described grade by grade, not each grade by criteria.

    The first heading says it, unless a criterion merely introduces the grades.
    """
    kinds = ["grade" if at is not None else "criterion" for at, named in marks
             if at is not None or named is not None]  # fmt: skip
    pairs = sum(1 for pair in pairwise(kinds) if pair == ("grade", "criterion"))
    return bool(kinds) and kinds[0] == "criterion" and 2 * pairs < kinds.count("grade")
