"""What the file of the General Schedule Supervisory Guide says beside every other standard's.

The guide's own tables: the chart from base grade to Factor 5 level, the grades whose work each
level of Factor 6 describes, the special situations, the lists of authorities and the rules.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from core.model import Frozen
from core.standards.catalog import named_roots, parse_toml
from core.standards.checks.values import (
    LevelName,
    Mistake,
    Name,
    Page,
    Said,
    Some,
    Tables,
    Text,
    Whole,
    list_of,
    one_of,
    refuse,
    refuse_all,
)
from core.standards.criteria import Factor, Level
from core.standards.model import Example, Method, SourceFile, Standard
from core.standards.reading import as_model, with_levels

_CORRECT = "Correct the file."
_IDS = ("gssg",)


class BaseLevel(Frozen):
    """The grades of base work that earn a level of Factor 5."""

    level: LevelName
    grades: Annotated[tuple[Whole, ...], Field(min_length=1)]
    page: Page

    @field_validator("grades", mode="before")
    @classmethod
    def _grades(cls, grades: object) -> object:
        if not isinstance(grades, list) or not grades or not all(type(g) is int for g in grades):
            raise refuse("must be a list of grades such as [9, 10]", _CORRECT)
        return grades


class UsualConditions(Frozen):
    """The level of Factor 6 usual for work up to a grade."""

    up_to: Whole
    level: LevelName
    page: Page


class SituationEntry(Frozen):
    """One of the special situations of Factor 6; ``also`` are other names understood."""

    number: Whole
    name: Text
    also: Annotated[tuple[str, ...], list_of("texts", _CORRECT)]
    text: Text
    page: Page


class Authorities(Frozen):
    """A list of authorities of Factor 3."""

    paragraph: Text
    items: Annotated[tuple[str, ...], list_of("texts", _CORRECT)]
    page: Page


class RuleEntry(Frozen):
    """A rule of the guide, with its figure where it has one; it may cite another document."""

    code: Text
    text: Text
    value: Whole | None = None
    page: Page
    section: Text
    document: Said = ""
    edition: Said = ""


class SupervisoryStandard(Standard):
    """One edition of the guide: a standard with factors and points, and the tables of its own."""

    methods: ClassVar[tuple[Method, ...]] = ("gssg",)

    base_levels: Some[BaseLevel]
    usual_conditions: Some[UsualConditions]
    situations: Some[SituationEntry]
    authorities: Some[Authorities]
    rules: Some[RuleEntry]

    @field_validator("id")
    @classmethod
    def _known_id(cls, name: Name) -> Name:
        if name not in _IDS:
            raise one_of(name, _IDS, "id")
        return name

    @field_validator("base_levels")
    @classmethod
    def _every_grade_once(
        cls, rows: tuple[BaseLevel, ...], info: ValidationInfo
    ) -> tuple[BaseLevel, ...]:
        levels = _levels(info)
        wrong, seen = [], list[int]()
        for number, row in enumerate(rows):
            level = levels.get(row.level)
            if levels and level is None:
                wrong.append(_no_level(number, row.level))
            elif level is not None and level.page != row.page:
                wrong.append(Mistake((number, "page"), "is not the page of the level", _CORRECT))
            wrong += [
                Mistake((number, "grades"), f"repeats GS-{grade}", _CORRECT)
                for grade in row.grades
                if grade in seen
            ]
            seen += row.grades
        if not wrong and seen != list(range(1, len(seen) + 1)):
            what = "must name every grade from 1 upward once, in order"
            wrong.append(Mistake((), what, _CORRECT))
        refuse_all(wrong)
        return rows

    @field_validator("usual_conditions")
    @classmethod
    def _grades_rise(
        cls, rows: tuple[UsualConditions, ...], info: ValidationInfo
    ) -> tuple[UsualConditions, ...]:
        levels = _levels(info)
        wrong = []
        for number, row in enumerate(rows):
            if levels and row.level not in levels:
                wrong.append(_no_level(number, row.level))
            if number and row.up_to <= rows[number - 1].up_to:
                wrong.append(Mistake((number, "up_to"), "must rise from row to row", _CORRECT))
        refuse_all(wrong)
        return rows

    @field_validator("situations")
    @classmethod
    def _in_order(cls, entries: tuple[SituationEntry, ...]) -> tuple[SituationEntry, ...]:
        refuse_all(
            Mistake(
                (place, "number"),
                f"is {entry.number}, but situations are numbered in order",
                _CORRECT,
            )
            for place, entry in enumerate(entries)
            if entry.number != place + 1
        )
        return entries

    @field_validator("authorities")
    @classmethod
    def _paragraphs_once(cls, lists: tuple[Authorities, ...]) -> tuple[Authorities, ...]:
        names = [one.paragraph for one in lists]
        refuse_all(
            Mistake((place, "paragraph"), f"repeats {name}", _CORRECT)
            for place, name in enumerate(names)
            if name in names[:place]
        )
        return lists

    @field_validator("rules")
    @classmethod
    def _codes_once(cls, rules: tuple[RuleEntry, ...]) -> tuple[RuleEntry, ...]:
        codes = [rule.code for rule in rules]
        refuse_all(
            Mistake((place, "code"), f"repeats {code!r}", _CORRECT)
            for place, code in enumerate(codes)
            if code in codes[:place]
        )
        return rules


def _levels(info: ValidationInfo) -> dict[str, Level]:
    """Return the guide's levels by name; none while something is wrong with the factors."""
    factors = info.data.get("factors", ())
    return {level.level: level for factor in factors for level in factor.levels}


def _no_level(number: int, level: str) -> Mistake:
    return Mistake((number, "level"), f"is {level!r}, which is no level of this guide", _CORRECT)


# --- the words of the guide --------------------------------------------------------------


class _WordsRead(Frozen):
    """What is taken from the supervisory guide's own text where a person has read it in."""

    factors: Tables[Factor]
    examples: Tables[Example] = ()
    source: SourceFile | None = None


def supervisory_standard(raw: dict[str, Any]) -> Standard:
    """Return the supervisory guide with its digests, and its own words if they were read in.

    The guide's figures and rules are its own module's; only words and examples are taken from
    the file a person read in, and it was held against every figure then.

    Args:
        raw: the data of the guide's file.

    Raises:
        StandardError: the file read in is wrong.
    """
    guide: Standard = SupervisoryStandard.model_validate(raw)
    for root in named_roots():
        path = root / guide.id / f"{guide.edition_id}.toml"
        if not path.is_file():
            continue
        where = f"{guide.id}/{path.name}"
        read = parse_toml(path.read_text(encoding="utf-8"), where=where)
        said = as_model(
            _WordsRead, {k: read[k] for k in _WordsRead.model_fields if k in read}, where
        )
        update = {"text": "official", "examples": said.examples, "source": said.source}
        guide = with_levels(guide, said.factors).model_copy(update=update)
    return guide
