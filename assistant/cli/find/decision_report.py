"""A decision laid out for reading, and as the data other programs rely on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from assistant.cli.output import Report
from assistant.llm.decision_figures import CoreData, factor_names, recompute
from assistant.text import in_words, safe_text

if TYPE_CHECKING:
    from index.models import Decision, DecisionClassification, DecisionFactor, Passage

_NAME = 34
_OUTCOMES = {
    "raised": "grade raised",
    "lowered": "grade lowered",
    "sustained": "sustained: nothing changes",
    "series_changed": "series changed",
    "title_changed": "title changed",
    "pay_plan_changed": "pay plan changed",
}
_TYPES = {
    "classification": "Classification appeal decision",
    "job grading": "Job grading appeal decision",
    "pay category": "Pay category appeal decision",
    "": "Appeal decision",
}
_BY = {
    "employee": "by the employee",
    "supervisor": "by the supervisor",
    "position description": "by the position description",
    "agency": "by the agency",
    "OPM": "as OPM tells it",
    "": "",
}


def decision_data(
    decision: Decision, quoted: Sequence[Passage], documents: Sequence[str]
) -> dict[str, Any]:
    """Return a decision as the data other programs read; the first keys are the contract.

    Args:
        decision: The facts read from the text.
        quoted: Its passages in a standard's words.
        documents: The documents it was read from, several when captures were put together.
    """
    core = recompute(decision)
    facts = decision.model_dump(mode="json")
    return {
        **{
            key: facts[key]
            for key in (
                "decision_number", "date", "department", "current", "requested", "decided",
                "outcome", "factors", "total", "grade", "pd_adequate", "citations",
            )
        },
        **{
            key: facts[key]
            for key in (
                "document_type", "component", "appellants", "redacted", "representative",
                "coverage", "effective", "duties", "standards", "summary_table", "criteria",
            )
        },
        "works": [
            {key: work[key] for key in ("name", "factors", "total", "grade")}
            for work in facts["works"]
        ],
        "pd": {
            "adequate": decision.pd_adequate,
            "number": decision.pd_number,
            "text": decision.pd_text,
        },
        "core": core,
        "doubts": list(decision.doubts),
        "quoted": [
            {
                "factor": passage.factor,
                "level": passage.level,
                "place": passage.place(),
                "attribution": passage.attribution,
                "text": passage.text,
            }
            for passage in quoted
        ],
        "documents": list(documents),
    }  # fmt: skip


def decision_text(decision: Decision, quoted: Sequence[Passage], documents: Sequence[str]) -> str:
    """Lay a decision out for reading, at most 80 columns wide."""
    report = Report()
    core = recompute(decision)
    _head(report, decision)
    _classifications(report, decision)
    _doubts(report, decision)
    _factors(report, decision)
    if core is not None:
        _core(report, decision, core)
    _findings(report, decision)
    _duties(report, decision)
    _sources(report, decision, quoted, documents)
    return report.text()


def long_date(iso: str) -> str:
    """Return a date as OPM writes it in prose; words that say so when there is none."""
    if not iso:
        return "date not stated"
    return in_words(date.fromisoformat(iso))


def named(classification: DecisionClassification) -> str:
    """Return a classification on one line, ``Security Specialist, GS-0080-11``."""
    code = classification.pay_plan
    if classification.series:
        code = f"{code}-{classification.series}" if code else classification.series
    if classification.grade is not None:
        code = f"{code}-{classification.grade:02d}" if code else f"grade {classification.grade}"
    return ", ".join(part for part in (classification.title, code) if part)


def outcome_text(outcome: Sequence[str]) -> str:
    """Return what a decision changes in words."""
    return ", ".join(_OUTCOMES.get(word, word) for word in outcome) or "not stated"


def _head(report: Report, decision: Decision) -> None:
    number = decision.decision_number or "(number not stated)"
    report.say(f"{_TYPES.get(decision.document_type, _TYPES[''])} {number}")
    place = ", ".join(p for p in (decision.component, decision.department) if p)
    report.say(f"{long_date(decision.date)}{' · ' + place if place else ''}")
    if decision.appellants:
        report.say("Appellants: " * (len(decision.appellants) > 1)
                   + "Appellant: " * (len(decision.appellants) == 1)
                   + ", ".join(decision.appellants))  # fmt: skip
    elif decision.redacted:
        report.say("Appellant: name removed by OPM")
    if decision.representative:
        report.say(f"Representative: {decision.representative}")


def _classifications(report: Report, decision: Decision) -> None:
    report.line()
    rows = (
        ("Was", named(decision.current)),
        ("Asked for", named(decision.requested)),
        ("Decided", named(decision.decided)),
        ("Outcome", outcome_text(decision.outcome)),
    )
    for label, value in rows:
        report.say(value or "not stated", first=f"  {label:<11}", rest=" " * 13)
    for one in decision.positions[1:]:
        was = f"{named(one.current)}, to " if named(one.current) else ""
        told = f"{one.name or 'Another position'}: {was}{named(one.decided)}"
        report.say(f"{told}: {outcome_text(one.outcome)}", first=f"  {'Also':<11}", rest=" " * 13)
    if decision.coverage:
        report.say(decision.coverage, first=f"  {'In words':<11}", rest=" " * 13)


def _doubts(report: Report, decision: Decision) -> None:
    """Say what to know before relying on the decision."""
    if decision.doubts:
        report.line()
    for doubt in decision.doubts:
        report.say(doubt, first="  ! ", rest="    ")


def _factors(report: Report, decision: Decision) -> None:
    if not decision.works:
        _table(report, decision)
    for work in decision.works:
        report.line()
        grade = f", grade {work.grade}" if work.grade is not None else ""
        report.say(f"{work.name}{grade}")
        _table(report, decision.model_copy(update={"factors": work.factors, "total": work.total}))
    if decision.criteria:
        report.line()
        report.line(f"  {'Criterion':<{_NAME + 4}}{'Grade':>8}")
        for criterion in decision.criteria:
            name = safe_text(criterion.name)[: _NAME + 3]
            report.line(f"  {name:<{_NAME + 4}}{criterion.grade:>8}")


def _table(report: Report, decision: Decision) -> None:
    if not decision.factors:
        return
    names = factor_names(decision)
    report.line()
    report.line(f"  {'Factor':<{_NAME + 4}}{'Sought':>8}{'Credited':>10}{'Points':>8}  Refused")
    for factor in decision.factors:
        name = names.get(str(factor.factor), "Personal Contacts and their Purpose")
        report.line(_row(factor, name))
    if decision.total is not None:
        report.line(f"  {'Total':<{_NAME + 4}}{'':>8}{'':>10}{decision.total:>8,}")


def _row(factor: DecisionFactor, name: str) -> str:
    points = "" if factor.points is None else f"{factor.points:,}"
    refused = ", ".join(factor.rejected)
    shown = name if len(name) <= _NAME else name[: _NAME - 1] + "…"
    return (
        f"  {factor.factor!s:<4}{shown:<{_NAME}}{factor.sought or '-':>8}"
        f"{factor.credited or '-':>10}{points:>8}  {refused}"
    )


def _core(report: Report, decision: Decision, core: CoreData) -> None:
    report.line()
    if core["total"] is None:
        report.say(f"By the core: {core['note']}")
    else:
        differs = "" if core["mismatches"] else ", as the decision states"
        if decision.total is None and not core["mismatches"]:
            differs = "; the decision's text gives no total"
        report.say(
            f"By the core: {core['total']:,} points, {core['grade'] or 'no grade'}, under "
            f"{core['document']} (edition {core['edition']}){differs}."
        )
        if core["note"]:
            report.say(core["note"])


def _findings(report: Report, decision: Decision) -> None:
    if decision.pd_adequate is not None or decision.pd_number:
        report.line()
        found = {True: "adequate", False: "not adequate", None: "OPM does not say"}
        number = f" (number {decision.pd_number})" if decision.pd_number else ""
        report.say(f"Position description{number}: {found[decision.pd_adequate]}")
        if decision.pd_text:
            report.say(f"“{decision.pd_text}”", first="  ", rest="  ")
    if decision.effective is not None:
        report.line()
        kind = decision.effective.kind.replace("_", " ").replace(" ", " the ", 1)
        place = f" ({decision.effective.place})" if decision.effective.place else ""
        report.say(f"Takes effect as a decision that {kind}{place}")
        report.say(f"“{decision.effective.text}”", first="  ", rest="  ")


def _duties(report: Report, decision: Decision) -> None:
    if not decision.duties:
        return
    report.line()
    report.line("Duties by share of time")
    before = None
    for duty in decision.duties:
        if duty.by != before:
            report.line(f"  {_BY[duty.by]}:" if duty.by else "  by nobody named:")
            before = duty.by
        report.say(duty.label, first=f"    {duty.percent:>3}%  ", rest=" " * 10)


def _sources(
    report: Report, decision: Decision, quoted: Sequence[Passage], documents: Sequence[str]
) -> None:
    report.line()
    if decision.standards:
        report.say(f"Standards applied: {'; '.join(decision.standards)}")
    levels = list(dict.fromkeys(p.level for p in quoted if p.level))
    if levels:
        number = decision.decision_number or decision.document
        report.say(
            f"It quotes the standard's words for {'Levels' if len(levels) > 1 else 'Level'} "
            f"{', '.join(levels)}: cite them as quoted in {number}."
        )
    if decision.citations:
        report.say(f"Law cited: {'; '.join(decision.citations)}")
    if len(documents) > 1:
        report.say(f"Put together from {len(documents)} captures: {', '.join(documents)}")
