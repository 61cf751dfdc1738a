"""What a standard grades by: factors, their levels and what these require, points and grades.

The models are the form of these parts in the TOML file and what crediting works with. A level's
aspects are all required unless they say otherwise. Alternatives are written in one of two ways:
aspects that share the name of a group (``any_of = "knowledge"``), or a branch that holds its
parts, which may be branches again::

    [[factors.levels.aspects]]
    any_of = [
        { key = "one", name = "...", text = "..." },
        { all_of = [{ key = "two", ... }, { key = "three", ... }] },
    ]

A combined chart (``[combined]``) prints points only where a row for one factor (levels 1 to 4)
meets a column for another (levels A to D): ``6-1 = { 7-A = 30, 7-B = 60 }``.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, NamedTuple

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    PrivateAttr,
    Tag,
    ValidationInfo,
    field_validator,
)

from core.model import FactorId, Frozen
from core.standards.checks import parts as checks
from core.standards.checks.values import (
    CellPoints,
    Flag,
    FurtherPage,
    LevelName,
    Mistake,
    Own,
    Page,
    Points,
    Said,
    Some,
    Text,
    Whole,
    factor_number,
    key_value,
    list_of,
    refuse,
    refuse_all,
)

WHOLE: Final = "whole"
"""The key of the aspect that stands for a level held in its official words."""

TAGS: Final = ("aspect of its own", "all of several", "any of several")
"""The kinds of what a level requires, as they stand in the place of a mistake."""


class Aspect(Frozen):
    """One thing a level requires, in our own words, with the page to look up.

    ``id`` is the level and a key shared by the same aspect of neighbouring levels
    (``"2-5.review"`` beside ``"2-4.review"``). Aspects of one level with the same ``any_of``
    are the alternatives the standard joins with OR: one of them suffices.
    """

    key: Annotated[
        str,
        BeforeValidator(key_value),
        Field(
            json_schema_extra={"pattern": "^[a-z0-9_]+$"},
            description="Small letters and digits; the same subject has the same key at every "
            "level of the factor.",
        ),
    ]
    name: Text
    text: Text
    page: Annotated[Said, Field(description="The level's page where it is left out.")] = ""
    significant: Annotated[
        Flag, Field(description="Whether a shortfall in it alone lowers the level.")
    ] = True
    any_of: Annotated[
        Said | None,
        Field(description="The name of a group of alternatives, of which one suffices."),
    ] = None
    _level: str = PrivateAttr(default="")

    @property
    def id(self) -> str:
        """Return the aspect's name among those of every level: ``"2-5.review"``."""
        return f"{self._level}.{self.key}"

    def at(self, level: str, page: str, *, significant: bool) -> Aspect:
        """Return the aspect as one of a level, with what the level and a branch give it."""
        update = {
            "page": self.page or page,
            "significant": significant,
            "any_of": self.any_of or None,
        }
        found = self.model_copy(update=update)
        found._level = level
        return found

    def shown(self) -> dict[str, Any]:
        """Return the aspect as the JSON of a level has it."""
        return {"id": self.id, **self.model_dump(mode="json", exclude={"key"})}


class AllOf(Frozen):
    """A branch whose parts are all required."""

    all_of: Some[Part]
    name: Said = ""
    significant: Flag = True


class AnyOf(Frozen):
    """A branch of which one part suffices."""

    any_of: Annotated[Some[Part], Field(json_schema_extra={"minItems": 2})]
    name: Said = ""
    significant: Flag = True

    @field_validator("any_of")
    @classmethod
    def _alternatives(cls, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        if len(parts) == 1:
            raise refuse(
                "has one part: there is no alternative",
                "Add the other alternatives, or write the part without a branch.",
            )
        return parts


def part_kind(value: object) -> str:
    """Return the tag of a part of what a level requires, as data or as a model."""
    if isinstance(value, dict):
        listed = [isinstance(value.get(key), list) for key in ("all_of", "any_of")]
    else:
        listed = [isinstance(value, kind) for kind in (AllOf, AnyOf)]
    return TAGS[1] if listed[0] else TAGS[2] if listed[1] else TAGS[0]


def _one_join(value: object) -> object:
    if isinstance(value, dict) and all(
        isinstance(value.get(key), list) for key in ("all_of", "any_of")
    ):
        mistake = Mistake(
            ("all_of",),
            "stands beside any_of: a branch joins its parts in one way",
            "Put one branch inside the other.",
        )
        refuse_all([mistake])
    return value


Part = Annotated[
    Annotated[Aspect, Tag(TAGS[0])]
    | Annotated[AllOf, Tag(TAGS[1])]
    | Annotated[AnyOf, Tag(TAGS[2])],
    Discriminator(part_kind),
    BeforeValidator(_one_join),
]


class Requirement(NamedTuple):
    """A branch of what a level requires: all of its parts, or any one of them.

    A part is the id of an aspect or another branch. A branch that is not significant requires
    nothing, whatever is in it.
    """

    joined: Literal["all", "any"]
    parts: tuple[str | Requirement, ...]
    name: str = ""
    significant: bool = True

    def shown(self) -> dict[str, Any]:
        """Return the branch as the JSON of a level has it."""
        parts = [one if isinstance(one, str) else one.shown() for one in self.parts]
        return self._asdict() | {"parts": parts}


class Level(Frozen):
    """One level of a factor: its points and what it requires (a digest, or the official words).

    ``points`` is 0 for a level of a combined chart: only the chart's cell carries points.
    ``points_page`` is the page of the points in the standard's ``points_from``, where they do
    not stand with the level. ``text`` holds the document's own words, from ``page`` to
    ``page_end``, where the standard was read from the document; where it states no aspects, one
    significant aspect, ``whole``, then stands for the level.
    """

    level: LevelName
    points: Annotated[
        Points, Field(description="Left out where a combined chart gives the points.")
    ] = 0
    page: Page
    points_page: Annotated[
        Said, Field(description="The page of the points in the document points_from names.")
    ] = ""
    stated: Annotated[
        Said,
        Field(alias="summary", description="The level in one sentence; needed in a digest."),
    ] = ""
    text: Own = ""
    page_end: FurtherPage = ""
    parts: Annotated[
        Some[Part], Field(alias="aspects", description="What it requires; needed in a digest.")
    ] = ()
    _aspects: tuple[Aspect, ...] = PrivateAttr(default=())
    _requires: Requirement | None = PrivateAttr(default=None)

    @field_validator("parts")
    @classmethod
    def _parts_hang_together(cls, parts: tuple[Part, ...], info: ValidationInfo) -> Any:
        refuse_all(checks.of_aspects(parts, info.data.get("level", "")))
        return parts

    def model_post_init(self, _context: Any, /) -> None:
        """Work out the aspects in order, and how they are joined where branches nest."""
        aspects: list[Aspect] = []
        joined = [self._joined(part, aspects, within=True) for part in self.parts]
        if not self.parts:
            aspects = [self._as_a_whole()]
        elif any(not isinstance(part, Aspect) for part in self.parts):
            self._requires = Requirement(joined="all", parts=_grouped(joined, aspects))
        self._aspects = tuple(aspects)

    def _joined(self, part: Part, aspects: list[Aspect], *, within: bool) -> str | Requirement:
        counts = part.significant if "significant" in part.model_fields_set else within
        if isinstance(part, Aspect):
            aspects.append(part.at(self.level, self.page, significant=counts))
            return aspects[-1].id
        inner = part.all_of if isinstance(part, AllOf) else part.any_of
        return Requirement(
            joined="all" if isinstance(part, AllOf) else "any",
            parts=tuple(self._joined(one, aspects, within=counts and within) for one in inner),
            name=part.name,
            significant=counts,
        )

    def _as_a_whole(self) -> Aspect:
        text = (
            f"The description of Level {self.level} that begins on page {self.page} is met as a "
            "whole: in its full intent, not in some of its sentences."
        )
        whole = Aspect(key=WHOLE, name="The level as a whole", text=text)
        return whole.at(self.level, self.page, significant=True)

    @property
    def aspects(self) -> tuple[Aspect, ...]:
        """Return all of its aspects in the printed order."""
        return self._aspects

    @property
    def requires(self) -> Requirement | None:
        """Return how the aspects are joined where the level has branches within branches.

        None means all of the significant ones, with one of each group of alternatives
        (``any_of``) sufficing.
        """
        return self._requires

    @property
    def summary(self) -> str:
        if self.stated or not self.text:
            return self.stated
        return f"Held in the document's own words, from page {self.page}."

    def shown(self) -> dict[str, Any]:
        """Return the level as JSON has it: what it requires worked out."""
        return {
            "level": self.level,
            "points": self.points,
            "page": self.page,
            "summary": self.summary,
            "aspects": [one.shown() for one in self.aspects],
            "requires": None if self.requires is None else self.requires.shown(),
            "points_page": self.points_page,
            "text": self.text,
            "page_end": self.page_end,
        }


def _grouped(
    parts: list[str | Requirement], aspects: list[Aspect]
) -> tuple[str | Requirement, ...]:
    """Put the aspects that share a group's name into one branch, where the first of them stood."""
    group_of = {aspect.id: aspect.any_of for aspect in aspects}
    found: dict[str, str | Requirement] = {}
    for number, part in enumerate(parts):
        group = group_of.get(part) if isinstance(part, str) else None
        if group is None:
            found[str(number)] = part
        elif f"group {group}" not in found:
            alike = tuple(one.id for one in aspects if one.any_of == group)
            found[f"group {group}"] = Requirement(joined="any", parts=alike, name=group)
    return tuple(found.values())


class Factor(Frozen):
    """One factor of a standard with its ladder of levels, lowest first.

    ``text`` is what the document itself says the factor measures, where it was read from it.
    """

    factor: Annotated[
        FactorId,
        factor_number('Write the number, such as 1, or "4A" in quotation marks.'),
        Field(description='A factor\'s number, such as 1 or "4A".'),
    ]
    name: Text
    page: Page
    measures: Text
    levels: Some[Level]
    text: Own = ""
    page_end: FurtherPage = ""

    @field_validator("levels")
    @classmethod
    def _levels_rise(cls, levels: tuple[Level, ...], info: ValidationInfo) -> tuple[Level, ...]:
        if "factor" in info.data:
            refuse_all(checks.of_levels(levels, str(info.data["factor"])))
        return levels


class GradeRange(Frozen):
    """One row of a grade conversion table. ``max`` is None for the open top row."""

    grade: Whole
    min: Whole
    max: Whole | None = None
    page: Page


class ChartCell(NamedTuple):
    """One cell of a combined chart: a level of either factor, and the points of both together.

    ``level`` names the cell, such as ``"6/7-2B"``; ``unlikely`` is the standard's own mark.
    """

    level: str
    levels: tuple[str, str]
    points: int
    unlikely: bool = False


class CombinedChart(Frozen):
    """A chart that gives two factors one point value: where a row meets a column.

    Rows are the numbered levels of one factor, columns the lettered levels of the other.
    """

    rows: Annotated[FactorId, factor_number("Write the factor's number, such as rows = 6.")]
    columns: Annotated[FactorId, factor_number("Write the factor's number, such as rows = 6.")]
    page: Page
    section: Said = ""
    unlikely: Annotated[
        tuple[str, ...],
        list_of(
            'cells such as ["1C"]', "Write the row and the column of each cell in quotation marks."
        ),
        Field(description='Cells the standard calls unlikely, such as "1C".'),
    ] = ()
    points: dict[str, dict[str, CellPoints]]

    @property
    def factors(self) -> tuple[FactorId, FactorId]:
        """Return the two factors, that of the rows first."""
        return self.rows, self.columns

    @property
    def cells(self) -> tuple[ChartCell, ...]:
        """Return the cells, lowest row and column first."""
        found = []
        for row in sorted(self.points, key=checks.step):
            for column in sorted(self.points[row], key=checks.step):
                short = row.partition("-")[2] + column.partition("-")[2]
                found.append(
                    ChartCell(
                        level=f"{self.rows}/{self.columns}-{short}",
                        levels=(row, column),
                        points=self.points[row][column],
                        unlikely=short in self.unlikely,
                    )
                )
        return tuple(found)

    def shown(self) -> dict[str, Any]:
        """Return the chart as JSON has it."""
        return {
            "factors": list(self.factors),
            "page": self.page,
            "section": self.section,
            "cells": [{**cell._asdict(), "levels": list(cell.levels)} for cell in self.cells],
        }
