"""Guides that grade outside the Factor Evaluation System, as data: criteria, grade by grade.

Narrative guides describe, for each grade, the nature of the work and the level of
responsibility; others split the work into factors of their own (Introduction to the Position
Classification Standards, Section III.B, p. 5). The format takes any of them: any number of
criteria under any names, described at grades or at lettered levels, and any of five ways from
the criteria to the grade. Where degrees carry points, they are the guide's own.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from core.errors import StandardError, shown
from core.model import Citation, Frozen, Severity
from core.reading import Day, Words, build, load, refuse
from core.standards.editions import Editions, guide_roots, settle_hint
from core.standards.model import Note, SourceFile
from core.standards.settled import Doubt, Figure

Governing = Literal["lowest", "whole", "criterion", "chart", "points"]
"""lowest: the criterion that reaches the lowest grade governs. whole: a person weighs the work
as a whole. criterion: one named criterion governs. chart: a printed chart combines levels.
points: each level has the guide's own points, and a printed table converts their sum."""

UNDESCRIBED: Final = "undescribed"
"""The key of the one aspect of a degree that has points and no words, as between two others."""
_GRADED: Final = re.compile(r"(?:G[SG]|grade)[\s-]*0?(?P<grade>[1-9]\d?)", re.IGNORECASE)
_ROOT: Final = Path(__file__).resolve().parent / "data"


def _key(value: str) -> str:
    if not value.replace("_", "").isalnum() or value != value.lower():
        raise refuse(f"{value!a} is not a key", "Write small letters, digits and underscores.")
    return value


def _letter(value: str) -> str:
    if not value.isalnum():
        raise refuse(f"{value!a} is not a level", "Write a letter or a number, such as A.")
    return value


def _text(value: object) -> object:
    """Accept a grade written as a number, or with its pay plan, where a level is a text."""
    if isinstance(value, bool | float):
        raise refuse(
            f"{shown(value)} is not a level",
            "Write a grade or a letter the guide describes; none lies between two.",
        )
    if isinstance(value, str) and (graded := _GRADED.fullmatch(value.strip())) is not None:
        return graded["grade"]
    return str(value) if isinstance(value, int) else value


Key = Annotated[str, AfterValidator(_key)]
Letter = Annotated[str, AfterValidator(_letter)]
LevelName = Annotated[str, BeforeValidator(_text)]
"""A grade, as a number or a text, or the letter of a chart's level."""
Grade = Annotated[int, Field(strict=True, ge=1, le=19)]


class GuideAspect(Frozen):
    """One thing a description asks for, in our own words; see :class:`core.model.Aspect`."""

    key: Key
    name: Words
    text: Words
    page: str = ""
    significant: bool = True
    any_of: str | None = None


class GuideLevel(Frozen):
    """One criterion's description at a grade, or at a lettered level: a degree."""

    grade: Grade | None = None
    level: Letter | None = None
    points: Annotated[int, Field(strict=True, ge=1, le=9999)] | None = None
    page: Words
    summary: Words
    aspects: tuple[GuideAspect, ...]

    @property
    def name(self) -> str:
        """Return the level as text: the grade's number, or the letter."""
        return str(self.grade) if self.level is None else self.level

    @model_validator(mode="after")
    def _sound(self) -> GuideLevel:
        if (self.grade is None) == (self.level is None):
            raise refuse("a level needs either a grade or a level letter", "Give one of the two.")
        keys = [aspect.key for aspect in self.aspects]
        for key in keys:
            if keys.count(key) > 1:
                raise refuse(f"the key {key!a} stands twice in one level", "Rename one of the two.")
        if not any(aspect.significant for aspect in self.aspects):
            raise refuse(
                "no aspect of the level is significant: nothing would be required",
                "Mark what the description turns on as significant.",
            )
        groups = [aspect.any_of for aspect in self.aspects if aspect.any_of is not None]
        for group in groups:
            if groups.count(group) == 1:
                raise refuse(
                    f"any_of {group!a} stands once: there is no alternative",
                    "Add the alternative, or leave any_of out.",
                )
        if any(aspect.any_of is not None and not aspect.significant for aspect in self.aspects):
            raise refuse("an alternative must be significant", "Leave significant = false out.")
        return self


class Criterion(Frozen):
    """One criterion with its descriptions, lowest first."""

    key: Key
    name: Words
    page: Words
    measures: Words
    levels: tuple[GuideLevel, ...]

    def ladder(self) -> tuple[str, ...]:
        """Return the names of the levels, lowest first."""
        return tuple(level.name for level in self.levels)

    @model_validator(mode="after")
    def _rising(self) -> Criterion:
        if not self.levels:
            raise refuse(f"criterion {self.key!a} describes no level", "Describe at least one.")
        names = self.ladder()
        for name in names:
            if names.count(name) > 1:
                raise refuse(f"level {name!a} stands twice", "Keep one of the two.")
        grades = [level.grade for level in self.levels if level.grade is not None]
        for lower, higher in pairwise(grades):
            if higher <= lower:
                raise refuse(
                    f"grade {higher} stands after {lower}", "Write the levels lowest first."
                )
        return self


class ChartCell(Frozen):
    """One cell of a chart: a level for each criterion, and the grade printed there."""

    levels: dict[str, LevelName]
    grade: Grade
    page: Words


class PointRange(Frozen):
    """The grade that sums of points from ``min`` to ``max`` convert to; no ``max`` is no end."""

    grade: Grade
    min: Annotated[int, Field(strict=True, ge=0)]
    max: Annotated[int, Field(strict=True, ge=0)] | None = None
    page: Words

    def holds(self, total: int) -> bool:
        """Tell whether a sum of points lies in the range."""
        return self.min <= total and (self.max is None or total <= self.max)


class GuideNote(Frozen):
    """Something that whoever grades by this guide must be told."""

    code: Words
    severity: Severity = "note"
    text: Words
    page: Words
    section: str = ""


class Guide(Frozen):
    """One edition of a guide without points.

    ``governing_text`` says in our words how the guide combines its criteria and
    ``governing_page`` where it says so; a guide that says nothing is read as "lowest". One of
    which nobody knows what it says is weighed as a whole, and has neither.
    ``part_of`` is the id of the document, where it describes several kinds of work and this is the
    guide to one of them. ``doubts`` were found when it was read from ``source``: while one is
    open it grades nothing. ``figures`` are cells of its chart that a person has set right.
    """

    id: Words
    edition_id: Words
    title: Words
    document: Words
    edition: Words
    part_of: str = ""
    fictional: bool = False
    kind: Literal["narrative", "narrative-factor"] = "narrative"
    status: Literal["in_force", "superseded", "cancelled"] = "in_force"
    in_force_from: Day
    in_force_to: Day | None = None
    pay_plan: str = "GS"
    series: tuple[str, ...] = ()
    governing: Governing = "lowest"
    governing_criterion: str | None = None
    governing_text: str = ""
    governing_page: str = ""
    criteria: tuple[Criterion, ...]
    chart: tuple[ChartCell, ...] = ()
    ranges: tuple[PointRange, ...] = ()
    notes: tuple[GuideNote, ...] = ()
    source: SourceFile | None = None
    doubts: tuple[Doubt, ...] = ()
    figures: tuple[Figure, ...] = ()

    def cite(self, page: str, section: str = "") -> Citation:
        return Citation(document=self.document, edition=self.edition, page=page, section=section)

    def note(self, note: GuideNote) -> Note:
        """Return a note with the document it stands in."""
        return Note(**note.model_dump(), document=self.document, edition=self.edition)

    def criterion(self, key: str) -> Criterion | None:
        return next((found for found in self.criteria if found.key == key), None)

    def grades(self) -> tuple[int, ...]:
        """Return every grade the guide can give, lowest first."""
        described = {level.grade for found in self.criteria for level in found.levels}
        charted = {cell.grade for cell in self.chart} | {row.grade for row in self.ranges}
        return tuple(sorted({grade for grade in described if grade is not None} | charted))

    @model_validator(mode="after")
    def _sound(self) -> Guide:
        if self.in_force_to is not None and self.in_force_to < self.in_force_from:
            raise refuse("in_force_to lies before in_force_from", "Correct one of the two.")
        keys = [found.key for found in self.criteria]
        if not keys:
            raise refuse("the guide has no criteria", "Describe at least one criterion.")
        for key in keys:
            if keys.count(key) > 1:
                raise refuse(f"criterion {key!a} stands twice", "Rename one of the two.")
        self._check_governing(keys)
        return self

    def _check_governing(self, keys: list[str]) -> None:
        if (self.governing == "criterion") != (self.governing_criterion is not None):
            raise refuse(
                'governing_criterion goes with governing = "criterion"',
                "Give both, or neither.",
            )
        if self.governing_criterion is not None and self.governing_criterion not in keys:
            raise refuse(
                f"governing_criterion {self.governing_criterion!a} is not a criterion",
                f"The criteria are {', '.join(keys)}.",
            )
        unread = self.governing == "whole" and not self.governing_text
        if self.governing != "lowest" and not (self.governing_page or unread):
            raise refuse(
                "governing_page is missing: a guide that says otherwise than lowest says so "
                "on a page",
                "Add the page, and governing_text in your own words.",
            )
        if (self.governing == "chart") != bool(self.chart):
            raise refuse('chart goes with governing = "chart"', "Give both, or neither.")
        self._check_points()
        if self.governing == "points":
            return
        if self.governing == "chart":
            self._check_chart(keys)
        elif any(level.grade is None for found in self.criteria for level in found.levels):
            raise refuse(
                "a level without a grade needs a chart",
                'Give the level a grade, or add a chart and governing = "chart".',
            )

    def _check_points(self) -> None:
        by_points = self.governing == "points"
        if by_points != bool(self.ranges):
            raise refuse('ranges go with governing = "points"', "Give both, or neither.")
        for found in self.criteria:
            for level in found.levels:
                if by_points != (level.points is not None):
                    raise refuse(
                        f"level {level.name!a} of {found.key!a} "
                        f"{'has no points' if by_points else 'has points'}",
                        'Give every level points where governing = "points", and none elsewhere.',
                    )

    def _check_chart(self, keys: list[str]) -> None:
        seen: list[dict[str, str]] = []
        for cell in self.chart:
            if set(cell.levels) != set(keys):
                raise refuse(
                    f"a cell of the chart names {', '.join(sorted(cell.levels))}",
                    f"Name a level for each of {', '.join(keys)}.",
                )
            for found in self.criteria:
                if cell.levels[found.key] not in found.ladder():
                    raise refuse(
                        f"the chart names level {cell.levels[found.key]!a} of {found.key}",
                        f"Its levels are {', '.join(found.ladder())}.",
                    )
            if cell.levels in seen:
                raise refuse("two cells of the chart are the same", "Keep one of the two.")
            seen.append(cell.levels)


def parse_guide(text: str, where: str = "guide") -> Guide:
    """Read a guide from TOML text.

    Raises:
        StandardError: the text is not TOML, or something in it is missing, misspelt, out of
            order or contradictory; the sentence names the field.
    """
    data = load(text, where=where, fmt="toml", error=StandardError)
    return build(Guide, data, where=where, error=StandardError)


@cache
def _held(further: tuple[Path, ...]) -> Editions[Guide]:
    return Editions(_ROOT, parse_guide, "guide", further)


def _editions() -> Editions[Guide]:
    return _held(guide_roots())


def forget_guides() -> None:
    """Read guides again when next asked: a file under a folder named has changed."""
    _held.cache_clear()


def guide_ids() -> tuple[str, ...]:
    """Return the ids of the guides known, in order."""
    return _editions().ids()


def guide_editions(guide_id: str) -> tuple[Guide, ...]:
    """Return every edition of a guide, oldest first.

    Raises:
        StandardError: there is no such guide, or a file of it is wrong.
    """
    return _editions().editions(guide_id)


def list_guides() -> tuple[Guide, ...]:
    """Return every edition of every guide the program knows, by id, oldest first.

    Raises:
        StandardError: a file of one is wrong.
    """
    return _editions().every()


def guide_parts(document_id: str) -> tuple[str, ...]:
    """Return the guides to the kinds of work that one document describes apart, by its id."""
    return tuple(
        name
        for name in guide_ids()
        if name.startswith(f"{document_id}-") and guide_editions(name)[-1].part_of == document_id
    )


def load_guide(guide_id: str, as_of: Day | None = None) -> Guide:
    """Return the edition of a guide in force on a day; None means the newest.

    Raises:
        StandardError: there is no such guide, or no edition of it was in force; or it describes
            several kinds of work, and the id of one of them has to be given.
    """
    parts = () if guide_id in guide_ids() else guide_parts(guide_id)
    if parts:
        raise StandardError(
            f"{guide_id} describes several kinds of work, each with criteria of its own",
            where="guide",
            hint=f"Name the one that fits the work: {', '.join(parts)}.",
        )
    return _editions().in_force(guide_id, as_of)


def check_gradable(guide: Guide) -> None:
    """Refuse a guide about which something is doubtful that nobody has settled.

    Raises:
        StandardError: a doubt is open; the message says which and how it is settled.
    """
    doubts = [one for one in guide.doubts if one.open]
    if not doubts:
        return
    many = "is a doubt" if len(doubts) == 1 else f"are {len(doubts)} doubts, the first"
    raise StandardError(
        f"the {guide.title} grades nothing yet: there {many} about {doubts[0].where} that "
        f"nobody has settled: {doubts[0].message.rstrip('.')}",
        where="guide",
        hint=settle_hint(guide.id, blocks=any(one.blocks for one in doubts)),
    )
