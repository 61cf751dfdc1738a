"""Grades to bands, by the rows of an implementing directive and by nothing else."""

from __future__ import annotations

from typing import Literal

from core.bands.case import BandCase, cluster_of, numbered
from core.bands.check import notices
from core.bands.directive import Conversion, Directive, load_directive
from core.errors import CaseError
from core.law.rules import ProcedureRule, Question, deciding, gather
from core.model import Citation, Frozen, Notice, Step
from core.reading.fingerprint import fingerprint_of


class BandConversion(Frozen):
    """The band a directive turns a grade into, or why it says nothing."""

    title: str
    directive: str
    edition: str
    grade: str
    status: Literal["converted", "undetermined"]
    cluster: str | None
    band: str | None
    name: str
    text: str
    row: Citation | None
    candidates: tuple[str, ...]
    questions: tuple[Question, ...]
    notices: tuple[Notice, ...]
    sources: tuple[ProcedureRule, ...]
    derivation: tuple[Step, ...]
    fingerprint: str


def convert(
    case: BandCase, directive: Directive | None = None, *, where: str = ""
) -> BandConversion:
    """Turn a grade into a band by the rows of a directive, and by nothing else.

    Args:
        case: pay plan, grade and series, and the cluster when it is known.
        directive: the directive; None takes the one the case names from those held.
        where: the input's name, for messages.

    Raises:
        StandardError: there is no such directive, or none in force on the case's day.
        CaseError: no grade is stated, or the cluster is not the directive's.
    """
    directive = load_directive(case.directive, case.as_of) if directive is None else directive
    if case.grade is None:
        raise CaseError(
            "there is no grade to convert",
            where=f"{where}: grade" if where else "grade",
            hint="State the grade, such as grade = 11.",
        )
    if case.cluster is not None:
        cluster_of(case, directive, where)
    rows = [row for row in directive.conversion if _applies(row, case, directive)]
    unsure = [row for row in rows if row.supervisory is not None and case.supervises is None]
    targets = {(row.cluster, row.band) for row in rows}
    grade = f"{case.pay_plan.upper()}-{case.grade}"
    rule = deciding("band-conversion")
    questions: tuple[Question, ...] = ()
    only = rows[0] if len(targets) == 1 and not (unsure and len(unsure) == len(rows)) else None
    if only is not None:
        cluster = directive.cluster(only.cluster)
        band = None if cluster is None else cluster.band(only.band)
        name = "" if band is None else band.name
        text = f"The directive turns {grade} into {name}."
        citation = directive.cite(only.page)
    else:
        name, citation = "", None
        if unsure:
            questions = (Question(field="supervises", text="Does the position supervise?"),)
        if not rows:
            text = f"The directive says nothing of {grade} here. {rule.text}"
        elif len(targets) > 1:
            text = f"The directive has more than one band for {grade} as stated."
            if len({cluster for cluster, _ in targets}) > 1:
                questions = (*questions, Question(field="cluster", text="Which cluster is it?"))
        else:
            text = f"The row for {grade} depends on whether the position supervises."
    status = deciding("band-status")
    return BandConversion(
        title=case.title,
        directive=directive.id,
        edition=directive.edition_id,
        grade=grade,
        status="undetermined" if only is None else "converted",
        cluster=None if only is None else only.cluster,
        band=None if only is None else only.band,
        name=name,
        text=text,
        row=citation,
        candidates=tuple(sorted(f"{cluster}.{band}" for cluster, band in targets)),
        questions=questions,
        notices=notices(directive),
        sources=gather(
            (
                "band-status",
                "band-conversion",
                "band-coverage",
                "band-no-pay-cut",
                "band-reconsideration",
            )
        ),
        derivation=numbered(
            [
                ("status", status.text, status.citation),
                ("rule", rule.text, rule.citation),
                ("conversion", text, citation or rule.citation),
            ]
        ),
        fingerprint=fingerprint_of(
            "band-conversion",
            directive=directive.model_dump(mode="json"),
            grade=grade,
            series=case.series,
            cluster=case.cluster,
            supervises=case.supervises,
        ),
    )


def _applies(row: Conversion, case: BandCase, directive: Directive) -> bool:
    """Return whether a row can be about this position; what is not stated excludes nothing."""
    if case.grade is None or row.pay_plan.upper() != case.pay_plan.upper():
        return False
    if not row.from_grade <= case.grade <= row.to_grade:
        return False
    if case.cluster is not None and row.cluster != case.cluster:
        return False
    if case.supervises is not None and row.supervisory not in (None, case.supervises):
        return False
    cluster = directive.cluster(row.cluster)
    series = row.series or (() if cluster is None else cluster.series)
    return not series or not case.series or case.series in series
