"""The words of the field as data: citations, standards, cases, findings and evaluations.

Everything is frozen; a change makes a new object. Field names are OPM's terms.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from core.reading import Day

FactorId = int | str
"""A factor's number: 1 to 9 in the Factor Evaluation System, or text such as ``"4A"``."""

Answer = Literal["met", "not_met", "exceeded", "unknown"]
Severity = Literal["note", "warning", "error"]


class Frozen(BaseModel):
    """Base of all data: immutable, and refusing fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Citation(Frozen):
    """Where a number or a rule stands: document, edition and printed page."""

    document: str
    edition: str
    page: str
    section: str = ""

    def label(self) -> str:
        """Return the citation as a reader would write it.

        A place with a space in it ("web page") is not a page number and reads without "p.".
        """
        section = f", {self.section}" if self.section else ""
        page = self.page if " " in self.page else f"p. {self.page}"
        return f"{self.document} ({self.edition}){section}, {page}"


# --- standards ---------------------------------------------------------------------------


class Aspect(Frozen):
    """One thing a level requires, in our own words, with the page to look up.

    ``id`` is the level and a key shared by the same aspect of neighbouring levels
    (``"2-5.review"`` beside ``"2-4.review"``). ``significant`` says whether a shortfall
    in it alone lowers the level. Aspects of one level with the same ``any_of`` are the
    alternatives the standard joins with OR: one of them suffices.
    """

    id: str
    name: str
    text: str
    page: str
    significant: bool = True
    any_of: str | None = None

    @property
    def key(self) -> str:
        """Return the part of the id shared with the same aspect of other levels."""
        return self.id.partition(".")[2]


class Requirement(Frozen):
    """A branch of what a level requires: all of its parts, or any one of them.

    A part is the id of an aspect or another branch. A branch that is not significant requires
    nothing, whatever is in it.
    """

    joined: Literal["all", "any"]
    parts: tuple[str | Requirement, ...]
    name: str = ""
    significant: bool = True


class Level(Frozen):
    """One factor level: its points and what it requires (a digest, not the official text).

    ``aspects`` are all of its aspects in the printed order. ``requires`` joins them where the
    level has branches within branches; None means all of the significant ones, with one of
    each group of alternatives (``any_of``) sufficing. ``points`` is 0 for a level of a
    combined chart: only the chart's cell carries points. ``text`` holds the document's own
    words, from ``page`` to ``page_end``, where the standard was read from the document.
    ``points_page`` is the page of the points in the standard's ``points_from``, where they do
    not stand with the level.
    """

    level: str
    points: int
    page: str
    summary: str
    aspects: tuple[Aspect, ...]
    requires: Requirement | None = None
    points_page: str = ""
    text: str = ""
    page_end: str = ""


class Factor(Frozen):
    """One factor of a standard with its ladder of levels, lowest first.

    ``text`` is what the document itself says the factor measures, where it was read from it.
    """

    factor: FactorId
    name: str
    page: str
    measures: str
    levels: tuple[Level, ...]
    text: str = ""
    page_end: str = ""


class GradeRange(Frozen):
    """One row of a grade conversion table. ``max`` is None for the open top row."""

    grade: int
    min: int
    max: int | None
    page: str


class Note(Frozen):
    """Something a person who scores with this standard must be told."""

    code: str
    severity: Severity
    text: str
    page: str
    section: str = ""
    document: str = ""
    edition: str = ""


class ChartCell(Frozen):
    """One cell of a combined chart: a level of either factor, and the points of both together.

    ``level`` names the cell, such as ``"6/7-2B"``. ``unlikely`` is set where the standard
    marks the combination as unlikely.
    """

    level: str
    levels: tuple[str, str]
    points: int
    unlikely: bool = False


class CombinedChart(Frozen):
    """A chart that gives two factors one point value, lowest row and column first."""

    factors: tuple[FactorId, FactorId]
    page: str
    section: str = ""
    cells: tuple[ChartCell, ...]


class Statement(Frozen):
    """Something a standard says about its coverage, with its printed page."""

    text: str
    page: str


class OfficialTitle(Frozen):
    """A title the standard authorizes, and the rule for using it."""

    title: str
    rule: str
    page: str


class SourceFile(Frozen):
    """The document a standard was read from: its title, its file's name and its sha256."""

    document: str
    sha256: str
    file: str


class PrintedIn(Frozen):
    """The document that prints points or a conversion table where the standard's own does not."""

    document: str
    edition: str
    section: str = ""

    def cite(self, page: str) -> Citation:
        """Return a citation of that document at a printed page."""
        return Citation(
            document=self.document, edition=self.edition, page=page, section=self.section
        )


class Doubt(Frozen):
    """Something doubtful in a standard read from a document; unconfirmed, it must not score."""

    code: str
    where: str
    message: str
    page: str = ""
    confirmed: bool = False


class Example(Frozen):
    """An illustration of a level, or a benchmark description of a position with its levels.

    ``levels`` are factor to level. Examples may lie anywhere in a level's range: none is a
    threshold.
    """

    kind: Literal["illustration", "benchmark"]
    title: str
    series: str = ""
    grade: int | None = None
    levels: dict[str, str] = Field(default_factory=dict)
    page: str
    page_end: str = ""
    text: str = ""


class Referral(Frozen):
    """Where a document without grading criteria sends the classifier.

    ``standard`` is the id of the document among the standards held, when it is held.
    """

    text: str
    document: str
    standard: str = ""
    page: str


class Standard(Frozen):
    """One edition of a classification standard, as data.

    ``section`` is the part of the document that prints it; citations name it. ``combined`` is
    the chart that gives Factors 6 and 7 their points, where the standard prints one.

    ``text`` says whose words the levels hold: ``"digest"`` ours, ``"official"`` the
    document's. A ``referral`` has no factors and says where it ``sends_to``; a ``narrative``
    standard is the guide without points that ``guide`` names. A ``partial`` edition does not
    know the levels in ``unknown``. ``doubts`` were found when it was read from ``source``.
    """

    id: str
    edition_id: str
    title: str
    document: str
    edition: str
    section: str = ""
    page: str = ""
    method: Literal["fes", "gssg", "referral", "narrative"]
    text: Literal["digest", "official"] = "digest"
    status: Literal["in_force", "superseded", "cancelled"]
    in_force_from: date
    in_force_to: date | None = None
    superseded_by: str = ""
    issued: str = ""
    series: tuple[str, ...] = ()
    pay_plan: str = "GS"
    partial: bool = False
    unknown: tuple[str, ...] = ()
    coverage: tuple[Statement, ...] = ()
    exclusions: tuple[Statement, ...] = ()
    titles: tuple[OfficialTitle, ...] = ()
    factors: tuple[Factor, ...] = ()
    conversion: tuple[GradeRange, ...] = ()
    conversion_from: PrintedIn | None = None
    points_from: PrintedIn | None = None
    notes: tuple[Note, ...] = ()
    combined: CombinedChart | None = None
    examples: tuple[Example, ...] = ()
    sends_to: tuple[Referral, ...] = ()
    guide: str = ""
    source: SourceFile | None = None
    doubts: tuple[Doubt, ...] = ()

    def cite(self, page: str, section: str = "") -> Citation:
        """Return a citation of this standard at a printed page."""
        return Citation(
            document=self.document,
            edition=self.edition,
            page=page,
            section=section or self.section,
        )

    def cite_points(self, level: Level) -> Citation:
        """Return where the points of a level stand, which may be another document."""
        if level.points_page and self.points_from is not None:
            return self.points_from.cite(level.points_page)
        return self.cite(level.page)

    def cite_range(self, row: GradeRange) -> Citation:
        """Return where a row of the conversion table stands, which may be another document."""
        if self.conversion_from is not None:
            return self.conversion_from.cite(row.page)
        return self.cite(row.page)


# --- cases -------------------------------------------------------------------------------


class Classification(Frozen):
    """A title, pay plan, series and grade, any of which may be unknown."""

    pay_plan: str = "GS"
    title: str = ""
    series: str = ""
    grade: int | None = None

    def label(self) -> str:
        """Return it as printed on a position description: ``Title, GS-0080-11``."""
        parts = [self.pay_plan]
        if self.series:
            parts.append(self.series)
        if self.grade is not None:
            parts.append(f"{self.grade:02d}" if self.series else str(self.grade))
        code = "-".join(parts)
        return f"{self.title}, {code}" if self.title else code


class Duty(Frozen):
    """A duty with its share of time, as each side estimates it (percent of work time)."""

    title: str
    text: str = ""
    percent_employee: float | None = Field(default=None, ge=0, le=100)
    percent_supervisor: float | None = Field(default=None, ge=0, le=100)


class Evidence(Frozen):
    """What supports a finding: words, where they come from, and a passage if they stand in one."""

    text: str
    source: str = ""
    passage: str = ""


class Finding(Frozen):
    """A person's answer on one aspect of a level, with evidence."""

    aspect: str
    answer: Answer
    evidence: tuple[Evidence, ...] = ()
    by: str = ""


class Offset(Frozen):
    """A person's claim that a strength balances a shortfall in another aspect of the factor.

    ``shortfall`` is a significant aspect found not met, ``balanced_by`` an equally important
    aspect found met at a higher level. That the two are equally important is the person's
    judgement: ``reason`` says why.
    """

    shortfall: str
    balanced_by: str
    reason: str
    by: str = ""


class Extension(Frozen):
    """A person's record that one factor lies outside the levels its standard describes.

    The factor is then rated by the Primary Standard; ``reason`` says why.
    """

    factor: FactorId
    reason: str
    by: str = ""


class Fact(Frozen):
    """A stated fact about the position, and the factor it bears on when known."""

    text: str
    source: str = ""
    factor: FactorId | None = None


class PositionDescription(Frozen):
    """The official position description and whether it describes the work adequately."""

    number: str = ""
    adequate: bool | None = None
    remarks: str = ""


class Case(Frozen):
    """One position under study.

    ``levels`` are the levels of record (the evaluation that stands, normally the agency's);
    ``sought`` are the levels the employee asks for, for the factors in dispute. ``offsets``
    are shortfalls a person holds to be balanced, ``extensions`` the factors rated by the
    Primary Standard because their level lies outside the series standard.
    """

    title: str
    fictional: bool = False
    standard: str = "fes-primary"
    as_of: Day | None = None
    organization: str = ""
    question: str = ""
    current: Classification = Classification()
    requested: Classification = Classification()
    position_description: PositionDescription = PositionDescription()
    duties: tuple[Duty, ...] = ()
    levels: dict[str, str]
    sought: dict[str, str] = Field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()
    offsets: tuple[Offset, ...] = ()
    extensions: tuple[Extension, ...] = ()


# --- evaluations -------------------------------------------------------------------------


class FactorScore(Frozen):
    """The level credited for one factor, its points and where they stand."""

    factor: FactorId
    name: str
    level: str
    points: int
    citation: Citation


class CheckFinding(Frozen):
    """Something the reader of an evaluation must know, with its source."""

    code: str
    severity: Severity
    message: str
    citation: Citation


class Step(Frozen):
    """One step of a derivation, in order, with the rule's source."""

    step: int
    rule: str
    text: str
    citation: Citation


class Margin(Frozen):
    """How far a total stands from the edges of its grade, in points.

    ``to_next`` is None at the top grade, ``above_floor`` counts from the grade's lowest total.
    """

    floor: int
    ceiling: int | None
    above_floor: int
    next_grade: str | None
    to_next: int | None


class Evaluation(Frozen):
    """What the core derives: levels, points, grade, warnings, steps and a fingerprint.

    The fingerprint is a hash over the inputs, the edition of the standard and the program
    version: the same case and edition give the same bytes.
    """

    standard: str
    edition: str
    total: int
    grade: str
    factors: tuple[FactorScore, ...]
    margin: Margin
    findings: tuple[CheckFinding, ...]
    derivation: tuple[Step, ...]
    fingerprint: str
