"""A classification standard: what its file may say, and what is read from it. Declared once.

The models here and in :mod:`core.standards.criteria` are the form of the TOML file (``fes
standards schema`` prints them as a JSON schema), what reads and checks it, what an imported
standard is written from, and what the rest of the program works with. How the parts have to
hang together stands in :mod:`core.standards.checks`. Scoring takes figures only, in the form
of :mod:`core.standards.table`.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    BeforeValidator,
    Field,
    ModelWrapValidatorHandler,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import InitErrorDetails

from core.model import Citation, Frozen, Severity
from core.standards.checks import parts as checks
from core.standards.checks.values import (
    SHA256,
    Day,
    Flag,
    FurtherPage,
    LevelName,
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
    sha256_value,
)
from core.standards.checks.whole import TOP, of_whole
from core.standards.criteria import CombinedChart, Factor, GradeRange
from core.standards.levels import factor_id, normal_factor
from core.standards.settled import Correction, Doubt, Figure
from core.standards.table import partial_note

Method = Literal["fes", "gssg", "referral", "narrative"]
"""How a standard grades: by points, by the supervisory guide's own rules, by sending
elsewhere, or by a guide without points."""

# --- what a standard says of itself ------------------------------------------------------


class Note(Frozen):
    """Something a person who scores with this standard must be told; it may cite another's."""

    code: Text
    severity: Severity
    text: Text
    page: Page
    section: Said = ""
    document: Said = ""
    edition: Said = ""


class Statement(Frozen):
    """Something a standard says about its coverage, in our own words, with its printed page."""

    text: Text
    page: Page


class OfficialTitle(Frozen):
    """A title the standard authorizes, and the rule for using it."""

    title: Text
    rule: Text
    page: Page


class SourceFile(Frozen):
    """The document a standard was read from: its title, its file's name and its sha256."""

    document: Text
    sha256: Annotated[
        str,
        BeforeValidator(sha256_value),
        Field(json_schema_extra={"pattern": SHA256.pattern}),
    ]
    file: Text


class PrintedIn(Frozen):
    """The document that prints points or a conversion table where the standard's own does not."""

    document: Text
    edition: Text
    section: Said = ""

    def cite(self, page: str) -> Citation:
        return Citation(
            document=self.document, edition=self.edition, page=page, section=self.section
        )


class Example(Frozen):
    """An illustration of a level, or a benchmark description of a position with its levels.

    ``levels`` are factor to level. Examples may lie anywhere in a level's range: none is a
    threshold.
    """

    kind: Literal["illustration", "benchmark"]
    title: Text
    series: Said = ""
    grade: Whole | None = None
    levels: dict[str, Text] = Field(default_factory=dict, validate_default=True)
    page: Page
    page_end: FurtherPage = ""
    text: Said = ""

    @field_validator("levels")
    @classmethod
    def _of_their_factors(cls, levels: dict[str, str], info: ValidationInfo) -> dict[str, str]:
        if info.data.get("kind") == "illustration" and not levels:
            raise refuse(
                "is missing: an illustration shows a level",
                'Add the level, such as levels = { 1 = "1-7" }.',
            )
        refuse_all(checks.of_example(levels))
        return {str(factor_id(normal_factor(key) or key)): name for key, name in levels.items()}


class Referral(Frozen):
    """Where a document without grading criteria sends the classifier.

    ``standard`` is the id of the document among the standards held, when it is held.
    """

    text: Text
    document: Text
    standard: Annotated[Said, Field(description="The id of that document, when it is held.")] = ""
    page: Page


# --- the standard ------------------------------------------------------------------------


class For:
    """Marks a key that only standards of some methods have, and whether those need it."""

    def __init__(self, *methods: Method, needed: bool = False) -> None:
        self.methods = methods
        self.needed = needed


class Standard(Frozen):
    """One edition of a classification standard.

    ``section`` is the part of the document that prints it; citations name it. ``combined`` is
    the chart that gives Factors 6 and 7 their points, where the standard prints one.

    ``text`` says whose words the levels hold: ``"digest"`` ours, ``"official"`` the
    document's. A ``referral`` has no factors and says where it ``sends_to``; a ``narrative``
    standard is the guide without points that ``guide`` names. A ``partial`` edition does not
    know the levels in ``unknown``. ``doubts`` were found when it was read from ``source``, and
    ``corrections`` are levels that a person has set right in that reading, ``figures`` ranges of
    grades and cells of the chart.
    """

    methods: ClassVar[tuple[Method, ...]] = ("fes", "referral", "narrative")
    """The methods of what is read as this model."""

    id: Annotated[Name, Field(description="The standard's id, which names the folder.")]
    edition_id: Annotated[Name, Field(description="The edition's id, which names the file.")]
    title: Text
    document: Annotated[Text, Field(description="The document every citation names.")]
    edition: Text
    section: Said = ""
    page: Page
    method: Method
    text: Annotated[
        Literal["digest", "official"],
        For("fes", "referral", "narrative"),
        Field(description="Whose words the levels hold: ours, or the document's."),
    ] = "digest"
    status: Literal["in_force", "superseded", "cancelled"]
    in_force_from: Day
    in_force_to: Annotated[
        Day | None, Field(description="The last day in force; needed unless it is in force.")
    ] = None
    superseded_by: Said = ""
    issued: Annotated[Said, Field(description="The date of issue as printed.")] = ""
    series: Annotated[
        tuple[Annotated[str, Field(json_schema_extra={"pattern": "^[0-9]{4}$"})], ...],
        list_of('texts such as ["0080"]', "Write it as in the example."),
    ] = ()
    pay_plan: Text
    partial: Annotated[Flag, For("fes")] = False
    unknown: Annotated[
        tuple[LevelName, ...],
        list_of('texts such as ["2-1", "2-2"]', "Write it as in the example."),
        For("fes"),
        Field(description="The levels a partial edition does not know."),
    ] = ()
    coverage: Tables[Statement] = ()
    exclusions: Tables[Statement] = ()
    titles: Tables[OfficialTitle] = ()
    factors: Annotated[Some[Factor], For("fes", "gssg", needed=True)] = ()
    conversion: Annotated[Some[GradeRange], For("fes", "gssg", needed=True)] = ()
    conversion_from: Annotated[PrintedIn | None, For("fes")] = None
    points_from: Annotated[PrintedIn | None, For("fes")] = None
    notes: Tables[Note] = ()
    combined: Annotated[CombinedChart | None, For("fes")] = None
    examples: Annotated[Tables[Example], For("fes", "referral", "narrative")] = ()
    sends_to: Annotated[Some[Referral], For("referral", needed=True)] = ()
    guide: Annotated[
        Text,
        For("narrative", needed=True),
        Field(description="The id of the guide that holds its criteria."),
    ] = ""
    source: SourceFile | None = None
    corrections: Tables[Correction] = ()
    figures: Tables[Figure] = ()
    doubts: Annotated[
        Tables[Doubt], For("fes", "referral", "narrative"), Field(validate_default=True)
    ] = ()

    @field_validator("method", mode="before")
    @classmethod
    def _known_method(cls, method: object) -> object:
        if method not in cls.methods:
            raise one_of(method, cls.methods, "method")
        return method

    @field_validator("series")
    @classmethod
    def _four_digits(cls, series: tuple[str, ...]) -> tuple[str, ...]:
        refuse_all(checks.of_series(series))
        return series

    @field_validator("conversion")
    @classmethod
    def _ranges_rise(cls, rows: tuple[GradeRange, ...]) -> tuple[GradeRange, ...]:
        refuse_all(checks.of_conversion(rows))
        return rows

    @field_validator("doubts")
    @classmethod
    def _whole_file(cls, doubts: tuple[Doubt, ...], info: ValidationInfo) -> tuple[Doubt, ...]:
        """Check how the parts hang together: those read so far, whatever is wrong with others."""
        refuse_all(one._replace(place=(TOP, *one.place)) for one in of_whole(info.data))
        return doubts

    @model_validator(mode="wrap")
    @classmethod
    def _keys_of_the_method(cls, data: Any, handler: ModelWrapValidatorHandler[Standard]) -> Any:
        """Refuse keys of other methods and miss those of its own, beside every other mistake."""
        if not isinstance(data, dict):
            return handler(data)
        marked = {
            name: mark
            for name, field in cls.model_fields.items()
            for mark in field.metadata
            if isinstance(mark, For)
        }
        method = data.get("method")
        strange = [
            name
            for name, mark in marked.items()
            if method in cls.methods and name in data and method not in mark.methods
        ]
        wrong = [
            InitErrorDetails(type="extra_forbidden", loc=(name,), input=None) for name in strange
        ]
        wrong += [
            InitErrorDetails(type="missing", loc=(name,), input=None)
            for name, mark in marked.items()
            if mark.needed and name not in data and method in cls.methods and method in mark.methods
        ]
        try:
            found = handler({key: one for key, one in data.items() if key not in strange})
        except ValidationError as error:
            wrong += [_at_the_top(detail) for detail in error.errors(include_url=False)]
        if wrong:
            raise ValidationError.from_exception_data(cls.__name__, wrong)
        return found.told()

    def told(self) -> Standard:
        """Return the standard with whole notes: each names its document, and what is not known."""
        notes = [
            one.model_copy(
                update={
                    "document": one.document or self.document,
                    "edition": one.edition or self.edition,
                }
            )
            for one in self.notes
        ]
        if self.partial:
            charted = () if self.combined is None else self.combined.factors
            row = partial_note(
                self.unknown,
                [str(one.factor) for one in self.factors],
                [str(one) for one in charted],
                (self.page, self.document, self.edition),
            )
            notes.insert(0, Note.model_validate(row))
        return self.model_copy(update={"notes": tuple(notes)}) if notes else self

    def cite(self, page: str, section: str = "") -> Citation:
        """Return a citation of this standard at a printed page."""
        return Citation(
            document=self.document,
            edition=self.edition,
            page=page,
            section=section or self.section,
        )

    def cite_range(self, row: GradeRange) -> Citation:
        """Return where a row of the conversion table stands, which may be another document."""
        if self.conversion_from is not None:
            return self.conversion_from.cite(row.page)
        return self.cite(row.page)

    def shown(self) -> dict[str, Any]:
        """Return what the standard says of itself as JSON has it, without its factors."""
        data = self.model_dump(mode="json", include=set(Standard.model_fields) - {"factors"})
        data["combined"] = None if self.combined is None else self.combined.shown()
        return data


def _at_the_top(detail: Any) -> InitErrorDetails:
    """Return a mistake as pydantic takes it again, at the place it names from the top."""
    place = detail["loc"]
    if TOP in place:
        place = place[place.index(TOP) + 1 :]
    kind: Any = detail["type"]
    context = detail.get("ctx", {})
    if kind == "remedy":
        kind = refuse(context["what"], context["hint"])
    return InitErrorDetails(type=kind, loc=place, input=detail["input"], ctx=context)
