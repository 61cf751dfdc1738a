"""The form of a standard's file as models, from which its JSON schema is made.

The schema says which keys there are, which are needed and of what kind their values are. What
hangs together (levels in order, points that rise, ranges without overlap) only the reader in
:mod:`core.standards.file` can judge. Values have the forms TOML gives them; dates are written
without quotation marks there and are texts of the form ``2009-08-01`` in JSON.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from core.standards.levels import LONGEST

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"

Text = Annotated[str, Field(pattern=r"\S")]
Page = Annotated[
    Text, Field(description='The printed page, as a text: "47"; or another place in words.')
]
LevelName = Annotated[
    str,
    Field(
        pattern=r"^[1-9][0-9]?[A-Z]?-([0-9]{1,2}|[A-Z])$",
        max_length=LONGEST,
        description="A level's name: factor, dash, step, such as 2-4, 4A-2 or 7-B.",
    ),
]
FactorName = Annotated[int | str, Field(description='A factor\'s number, such as 1 or "4A".')]
Own = Annotated[
    str, Field(description='The document\'s own words; only in a file with text = "official".')
]
Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
Points = Annotated[int, Field(gt=0, strict=True)]
Whole = Annotated[int, Field(strict=True)]


class _Table(BaseModel):
    """A table of the file: no key but these."""

    model_config = ConfigDict(extra="forbid")


class AspectTable(_Table):
    """One thing a level requires, in our own words."""

    key: Annotated[
        str,
        Field(
            pattern=r"^[a-z0-9_]+$",
            description="Small letters and digits; the same subject has the same key at every "
            "level of the factor.",
        ),
    ]
    name: Text
    text: Text
    page: Annotated[Page, Field(description="The level's page where it is left out.")] = ""
    significant: Annotated[
        bool, Field(description="Whether a shortfall in it alone lowers the level.")
    ] = True
    any_of: Annotated[
        str, Field(description="The name of a group of alternatives, of which one suffices.")
    ] = ""


class AllOfTable(_Table):
    """A branch whose parts are all required."""

    all_of: Annotated[list[Part], Field(min_length=1)]
    name: str = ""
    significant: bool = True


class AnyOfTable(_Table):
    """A branch of which one part suffices."""

    any_of: Annotated[list[Part], Field(min_length=2)]
    name: str = ""
    significant: bool = True


Part = AspectTable | AllOfTable | AnyOfTable


class LevelTable(_Table):
    """One level of a factor."""

    level: LevelName
    points: Annotated[
        Points | None, Field(description="Left out where a combined chart gives the points.")
    ] = None
    page: Page
    points_page: Annotated[
        str, Field(description="The page of the points in the document points_from names.")
    ] = ""
    summary: Annotated[str, Field(description="The level in one sentence; needed in a digest.")] = (
        ""
    )
    aspects: Annotated[
        list[Part], Field(min_length=1, description="What it requires; needed in a digest.")
    ] = []
    text: Own = ""
    page_end: Page = ""


class FactorTable(_Table):
    """One factor with its levels, lowest first."""

    factor: FactorName
    name: Text
    page: Page
    measures: Text
    levels: Annotated[list[LevelTable], Field(min_length=1)]
    text: Own = ""
    page_end: Page = ""


class RangeTable(_Table):
    """One row of the conversion table; the top row has no max."""

    grade: Whole
    min: Whole
    max: Whole | None = None
    page: Page


class ChartTable(_Table):
    """A combined chart: points where a level of one factor meets a level of another."""

    rows: FactorName
    columns: FactorName
    page: Page
    section: str = ""
    unlikely: Annotated[
        list[str], Field(description='Cells the standard calls unlikely, such as "1C".')
    ] = []
    points: dict[str, dict[str, Points]]


class NoteTable(_Table):
    """Something a person who scores must be told; it may cite another document."""

    code: Text
    severity: Literal["note", "warning", "error"]
    text: Text
    page: Page
    section: str = ""
    document: str = ""
    edition: str = ""


class StatementTable(_Table):
    """Something the document says, in our own words, with its page."""

    text: Text
    page: Page


class TitleTable(_Table):
    """An official title and the rule for using it."""

    title: Text
    rule: Text
    page: Page


class PrintedInTable(_Table):
    """Another document that prints what the standard's own does not."""

    document: Text
    edition: Text
    section: str = ""


class SourceTable(_Table):
    """The document the file was read from."""

    document: Text
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    file: Text


class DoubtTable(_Table):
    """Something doubtful in what was read; unconfirmed, the standard does not score."""

    code: Text
    where: Text
    message: Text
    page: Page = ""
    confirmed: bool = False


class ExampleTable(_Table):
    """An illustration of a level, or a benchmark description of a position."""

    kind: Literal["illustration", "benchmark"]
    title: Text
    series: str = ""
    grade: Whole | None = None
    levels: dict[str, LevelName] = {}
    page: Page
    page_end: Page = ""
    text: str = ""


class ReferralTable(_Table):
    """Where a document without criteria sends the classifier."""

    text: Text
    document: Text
    standard: Annotated[str, Field(description="The id of that document, when it is held.")] = ""
    page: Page


class _File(_Table):
    """What every standard's file says."""

    id: Annotated[Name, Field(description="The standard's id, which names the folder.")]
    edition_id: Annotated[Name, Field(description="The edition's id, which names the file.")]
    title: Text
    document: Annotated[Text, Field(description="The document every citation names.")]
    edition: Text
    section: str = ""
    page: Page
    status: Literal["in_force", "superseded", "cancelled"]
    in_force_from: date
    in_force_to: Annotated[
        date | None, Field(description="The last day in force; needed unless it is in force.")
    ] = None
    superseded_by: str = ""
    issued: Annotated[str, Field(description="The date of issue as printed.")] = ""
    pay_plan: Text
    series: list[Annotated[str, Field(pattern=r"^[0-9]{4}$")]] = []
    notes: list[NoteTable] = []
    coverage: list[StatementTable] = []
    exclusions: list[StatementTable] = []
    titles: list[TitleTable] = []
    source: SourceTable | None = None


class _Read(_File):
    """What a file may say that was read from a document."""

    text: Annotated[
        Literal["digest", "official"],
        Field(description="Whose words the levels hold: ours, or the document's."),
    ] = "digest"
    doubts: list[DoubtTable] = []
    examples: list[ExampleTable] = []


class PointsFile(_Read):
    """A standard that grades by factors and points."""

    method: Literal["fes"]
    partial: bool = False
    unknown: Annotated[
        list[LevelName], Field(description="The levels a partial edition does not know.")
    ] = []
    points_from: PrintedInTable | None = None
    conversion_from: PrintedInTable | None = None
    factors: Annotated[list[FactorTable], Field(min_length=1)]
    conversion: Annotated[list[RangeTable], Field(min_length=1)]
    combined: ChartTable | None = None


class ReferralFile(_Read):
    """A document without criteria of its own, which sends the classifier elsewhere."""

    method: Literal["referral"]
    sends_to: Annotated[list[ReferralTable], Field(min_length=1)]


class NarrativeFile(_Read):
    """A standard that is a guide without points, held among the guides."""

    method: Literal["narrative"]
    guide: Annotated[Text, Field(description="The id of the guide that holds its criteria.")]


class BaseLevelTable(_Table):
    """The grades of base work that earn a level of Factor 5."""

    level: LevelName
    grades: list[Whole]
    page: Page


class ConditionTable(_Table):
    """The level of Factor 6 usual for work up to a grade."""

    up_to: Whole
    level: LevelName
    page: Page


class SituationTable(_Table):
    """One of the special situations of Factor 6."""

    number: Whole
    name: Text
    also: list[str]
    text: Text
    page: Page


class AuthorityTable(_Table):
    """A list of authorities of Factor 3."""

    paragraph: Text
    items: list[str]
    page: Page


class RuleTable(_Table):
    """A rule of the guide, with its figure where it has one."""

    code: Text
    text: Text
    value: Whole | None = None
    page: Page
    section: Text
    document: str = ""
    edition: str = ""


class SupervisoryFile(_File):
    """The General Schedule Supervisory Guide, which has tables of its own."""

    method: Literal["gssg"]
    factors: Annotated[list[FactorTable], Field(min_length=1)]
    conversion: Annotated[list[RangeTable], Field(min_length=1)]
    base_levels: list[BaseLevelTable]
    usual_conditions: list[ConditionTable]
    situations: list[SituationTable]
    authorities: list[AuthorityTable]
    rules: list[RuleTable]


File = Annotated[
    PointsFile | ReferralFile | NarrativeFile | SupervisoryFile, Field(discriminator="method")
]

AllOfTable.model_rebuild()
AnyOfTable.model_rebuild()


def json_schema() -> dict[str, Any]:
    """Return the JSON schema of a standard's file."""
    schema: dict[str, Any] = {
        "$schema": DRAFT,
        "title": "A classification standard as data, one edition a file",
        "description": "The file is TOML; this describes the data in it. A date is a text here.",
    }
    adapter: TypeAdapter[Any] = TypeAdapter(File)
    found: dict[str, Any] = _plain(adapter.json_schema())
    return {**schema, **found}


def _plain(schema: Any) -> Any:
    """Leave out what only says that an optional key may be null: TOML has no null."""
    if isinstance(schema, list):
        return [_plain(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _plain(value) for key, value in schema.items()}
    if found.get("default", ...) is None or found.get("default") in ("", [], {}):
        del found["default"]
    options = found.get("anyOf")
    if isinstance(options, list) and {"type": "null"} in options:
        rest = [one for one in options if one != {"type": "null"}]
        del found["anyOf"]
        if len(rest) == 1:
            return {**found, **rest[0]}
        found["anyOf"] = rest
    return found
