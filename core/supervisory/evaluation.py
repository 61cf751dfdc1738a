"""From a request to its evaluation: factors, total, grade, findings, steps, fingerprint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypedDict

from core.errors import LevelError
from core.fes.assembly import edition_step, pieces
from core.fes.derivation import fingerprint, numbered
from core.fes.points import Rating, margin
from core.supervisory.adjustment import adjust, deputy_grade
from core.supervisory.inputs import SupervisoryRequest, read_supervisory
from core.supervisory.record import Record, Undetermined, percent_text
from core.supervisory.settling import Settled, settle

if TYPE_CHECKING:
    from core.model import CitationData, FactorScoreData, MarginData, NoticeData, StepData
    from core.supervisory.guide import Guide
    from core.supervisory.parts import Nonsupervisory


_HALF: Final = 50
"""Work of more than half the time takes the majority of it (Introduction, p. 18)."""


class AdjustmentData(TypedDict):
    """A :class:`core.supervisory.models.Adjustment`."""

    rule: str
    chart_grade: str
    grade: str
    reason: str
    citation: CitationData


class SupervisoryData(TypedDict):
    """A :class:`core.supervisory.models.SupervisoryEvaluation`."""

    standard: str
    edition: str
    total: int | None
    grade: str | None
    undetermined: str | None
    factors: list[FactorScoreData]
    chart_grade: str | None
    adjustment: AdjustmentData | None
    base_grade: str | None
    margin: MarginData | None
    findings: list[NoticeData]
    derivation: list[StepData]
    fingerprint: str


def score_supervisory(data: object, *, where: str = "") -> SupervisoryData:
    """Read a request and evaluate it: both, with its factors settled once.

    Args:
        data: the decoded request; see :func:`core.supervisory.parse_supervisory`.
        where: the input's name, for messages.

    Raises:
        CaseError, LevelError, StandardError: as :func:`core.supervisory.parse_supervisory`.
    """
    return supervisory_data(read_supervisory(data, where=where))


def supervisory_data(request: SupervisoryRequest) -> SupervisoryData:
    """Evaluate a position, giving plain data in the shape of its JSON.

    Raises:
        LevelError: a factor is not settled, or what is stated for one contradicts itself;
            a request from :func:`core.supervisory.parse_supervisory` has been checked.
        CaseError: the chain of Factor 2 is incomplete.
        StandardError: no edition held here was in force on the date.
    """
    settled = settle(request)
    guide, record = settled.guide, settled.record
    table = guide.table
    kept = pieces(table)
    scores = [kept.levels[row.level].score for row in settled.rows]
    chart: int | None = None
    adjustment: AdjustmentData | None = None
    outcome: int | Undetermined | None = settled.blocked
    for row in settled.rows:
        record.steps.append(kept.levels[row.level].step)
    if settled.total is not None:
        chart = _chart(settled, settled.total)
    if outcome is None:
        outcome, adjustment = _duties(request, settled, chart)
    if not isinstance(outcome, Undetermined) and request.nonsupervisory is not None:
        outcome = position_grade(guide, request.nonsupervisory, outcome, record)
    undetermined = outcome if isinstance(outcome, Undetermined) else None
    grade = None if isinstance(outcome, Undetermined) else outcome
    if undetermined is not None:
        record.tell(undetermined.code, "warning", undetermined.reason, undetermined.citation)
        record.step("undetermined", undetermined.reason, undetermined.citation)
    base = settled.base
    return {
        "standard": table.id,
        "edition": table.edition_id,
        "total": settled.total,
        "grade": None if grade is None else f"GS-{grade}",
        "undetermined": None if undetermined is None else undetermined.reason,
        "factors": scores,
        "chart_grade": None if chart is None else f"GS-{chart}",
        "adjustment": adjustment,
        "base_grade": None if base is None or base.grade is None else f"GS-{base.grade}",
        "margin": _margin(settled) if grade is not None and grade == chart else None,
        "findings": [*record.findings, *(kept.findings if scores else [])],
        "derivation": numbered([edition_step(table, request.as_of), *record.steps]),
        "fingerprint": fingerprint(table, request.as_of, request.canonical()),
    }


def _chart(settled: Settled, total: int) -> int | None:
    """Convert the total. Every total that levels add up to lies in a row of the chart."""
    guide, record = settled.guide, settled.record
    row = guide.chart_row(total)
    if settled.rows:
        added = " + ".join(f"{one.points:,}" for one in settled.rows)
        text = f"The points of all factors add up: {added} = {total:,}."
        record.step("total", text, guide.cite("total"))
    if row is None:
        return None
    text = (
        f"A total of {total:,} points lies in the range {row.extent()}: {row.label} by the chart."
    )
    record.step("conversion", text, guide.cite("chart"))
    return row.grade


def _duties(
    request: SupervisoryRequest, settled: Settled, chart: int | None
) -> tuple[int | Undetermined, AdjustmentData | None]:
    """Return the grade of the supervisory duties, and the adjustment made to the chart's."""
    guide, record, deputy = settled.guide, settled.record, request.deputy
    adjustment: AdjustmentData | None = None
    found: int | None = None
    outcome: int | Undetermined | None
    if chart is not None and settled.base is not None:
        result = adjust(guide, chart, settled.base, deputy, settled.authority, record)
        if isinstance(result, Undetermined):
            stated = deputy is not None and deputy.full and deputy.chief is not None
            if not stated:
                return result, None
            record.tell(result.code, "warning", result.reason, result.citation)
        else:
            found = result.grade
            if result.rules:
                adjustment = _adjustment(settled, chart, result.rules, found)
    if deputy is not None and deputy.full:
        outcome = deputy_grade(guide, deputy, found, record)
    else:
        outcome = found
    if deputy is not None and not deputy.full:
        record.tell(
            "not-a-full-deputy",
            "warning",
            "The position does not share fully in the chief's work, so the rule for deputies does "
            "not apply: its own supervisory duties are evaluated by the levels given.",
            guide.cite("deputy-definition"),
        )
    if outcome is None:  # Settling has refused a request without levels, total and chief's grade.
        raise LevelError("nothing is stated to evaluate", where=request.where, hint="Give levels.")
    return outcome, adjustment


def _adjustment(
    settled: Settled, chart: int, rules: tuple[str, ...], grade: int | None
) -> AdjustmentData:
    """Describe the adjustment by the last step written, which is the one that made it."""
    _, reason, citation = settled.record.steps[-1]
    return {
        "rule": " or ".join(rules),
        "chart_grade": f"GS-{chart}",
        "grade": f"GS-{grade}",
        "reason": reason,
        "citation": citation,
    }


def position_grade(guide: Guide, other: Nonsupervisory, duties: int, record: Record) -> int:
    """Return the grade of the position: the higher of supervisory and other major duties.

    Args:
        guide: the edition.
        other: the nonsupervisory work.
        duties: the grade of the supervisory duties.
        record: where the steps and findings go.
    """
    least = guide.value("major-duty")
    if other.percent < least:
        record.tell(
            "nonsupervisory-not-major",
            "note",
            f"Nonsupervisory work at GS-{other.grade} takes {percent_text(other.percent)} percent "
            f"of the time, less than {least}, so it cannot control the grade.",
            guide.cite("major-duty"),
        )
        return duties
    if other.grade <= duties:
        text = (
            f"Nonsupervisory duties at GS-{other.grade} are not above the supervisory duties at "
            f"GS-{duties}: GS-{duties}."
        )
        record.step("position-grade", text, guide.cite("position-grade"))
        return duties
    text = (
        f"Nonsupervisory duties at GS-{other.grade} are above the supervisory duties at "
        f"GS-{duties}, and the higher grade is the position's: GS-{other.grade}."
    )
    record.step("position-grade", text, guide.cite("position-grade"))
    record.tell(
        "nonsupervisory-controls",
        "note",
        f"Nonsupervisory work sets GS-{other.grade}; the supervisory duties by themselves are "
        f"GS-{duties}. The title remains supervisory.",
        guide.cite("supervisory-title"),
    )
    if other.percent <= _HALF:
        record.tell(
            "nonsupervisory-conditions",
            "warning",
            f"The work at GS-{other.grade} does not take most of the time, so it controls the "
            "grade only if it is assigned regularly and continually and its knowledge and skills "
            "would be required in recruiting for the position. That is not stated here.",
            guide.cite("major-duty"),
        )
    return other.grade


def _margin(settled: Settled) -> MarginData | None:
    """Return how far the total is from the edges of the chart's grade."""
    table, total = settled.guide.table, settled.total
    row = None if total is None else table.grade_row(total)
    if total is None or row is None:
        return None
    return margin(Rating(table=table, levels=settled.rows, total=total, row=row, as_of=None))
