"""The words of the field as data: citations, standards, cases, findings and evaluations.

Everything is frozen; a change makes a new object. Field names are OPM's terms.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, Self, TypedDict

from pydantic import BaseModel, ConfigDict, Field

from core.reading import Day

FactorId = int | str
"""A factor's number: 1 to 9 in the Factor Evaluation System, or text such as ``"4A"``."""

Answer = Literal["met", "not_met", "exceeded", "unknown"]
Severity = Literal["note", "warning", "error"]


class Frozen(BaseModel):
    """Base of all data: immutable, and refusing fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


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


# --- cases -------------------------------------------------------------------------------


GENERAL_SCHEDULE: Final = frozenset({"GS", "GM", "GL"})
"""The pay plans whose grades are those of the General Schedule."""


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


class Determination(Frozen):
    """A person's determination of the series and the title of a position, and why.

    It stands beside what is of record and what is sought: a first classification has neither.
    """

    title: str = ""
    series: str = ""
    reason: str = ""
    by: str = ""


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

    ``assigned`` are the factors whose level is no one's of record: whoever evaluates the position
    entered it, such as a suggestion that was accepted.

    A case may be partial: it opens with a single fact, and :mod:`core.fes.whatif.partial` says
    what can be said of it and what is missing.
    """

    title: str = ""
    fictional: bool = False
    standard: str = "fes-primary"
    as_of: Day | None = None
    organization: str = ""
    question: str = ""
    current: Classification = Classification()
    requested: Classification = Classification()
    determined: Determination = Determination()
    position_description: PositionDescription = PositionDescription()
    duties: tuple[Duty, ...] = ()
    levels: dict[str, str] = Field(default_factory=dict)
    assigned: tuple[str, ...] = ()
    sought: dict[str, str] = Field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()
    offsets: tuple[Offset, ...] = ()
    extensions: tuple[Extension, ...] = ()

    def recorded(self, levels: Mapping[str, str]) -> Self:
        """Return the case with levels of record: what was assigned there no longer is."""
        kept = tuple(factor for factor in self.assigned if factor not in levels)
        return self.model_copy(update={"levels": {**self.levels, **levels}, "assigned": kept})


# --- evaluations -------------------------------------------------------------------------


class FactorScore(Frozen):
    """The level credited for one factor, its points and where they stand."""

    factor: FactorId
    name: str
    level: str
    points: int
    citation: Citation


class Notice(Frozen):
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
    findings: tuple[Notice, ...]
    derivation: tuple[Step, ...]
    fingerprint: str


# --- evaluations as plain data -----------------------------------------------------------
# Scoring works on plain records so that a program that scores a line need not build models;
# ``Evaluation.model_validate`` accepts exactly this shape, and a test holds the two together.


class CitationData(TypedDict):
    """A :class:`Citation`."""

    document: str
    edition: str
    page: str
    section: str


class FactorScoreData(TypedDict):
    """A :class:`FactorScore`."""

    factor: FactorId
    name: str
    level: str
    points: int
    citation: CitationData


class NoticeData(TypedDict):
    """A :class:`Notice`."""

    code: str
    severity: str
    message: str
    citation: CitationData


class StepData(TypedDict):
    """A :class:`Step`."""

    step: int
    rule: str
    text: str
    citation: CitationData


class MarginData(TypedDict):
    """A :class:`Margin`."""

    floor: int
    ceiling: int | None
    above_floor: int
    next_grade: str | None
    to_next: int | None


class EvaluationData(TypedDict):
    """A :class:`Evaluation`."""

    standard: str
    edition: str
    total: int
    grade: str
    factors: list[FactorScoreData]
    margin: MarginData
    findings: list[NoticeData]
    derivation: list[StepData]
    fingerprint: str
