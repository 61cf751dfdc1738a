"""How cases are shown: in a list, whole, and with what they lack."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from assistant.cases.shelf import called
from assistant.cli.output import Report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.cases.checking import CaseCheck
    from assistant.cases.shelf import CaseFile, Entry
    from core.model import Case, Duty


def entry_rows(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """Return the entries of a list as plain data."""
    return [
        {
            "name": one.name,
            "title": one.title,
            "path": str(one.path),
            "changed": one.changed.isoformat(timespec="seconds"),
            "standard": one.standard or "fes-primary",
            "series": one.series,
            "grade": one.grade,
            "fictional": one.fictional,
            "problem": one.problem,
        }
        for one in entries
    ]


def entries_text(entries: Sequence[Entry]) -> str:
    """Lay out a list of cases."""
    report = Report()
    if not entries:
        report.say("There are no cases yet. fes case new makes one.")
        return report.text()
    for one in entries:
        held = f"{one.series}-{one.grade:02d}" if one.series and one.grade else one.series
        day = one.changed.astimezone().strftime("%Y-%m-%d %H:%M")
        report.say(one.title)
        details = "   ".join(part for part in (one.name, day, held) if part)
        report.say(details, first="  ", rest="  ")
        if one.problem:
            report.say(f"It cannot be read: {one.problem}", first="  ", rest="  ")
    return report.text()


def case_text(opened: CaseFile) -> str:
    """Lay a case out: cover, duties, facts by factor, levels and findings."""
    case = opened.case
    report = Report()
    report.say(case.title or "A case without a title")
    report.say(f"{opened.name} ({opened.path})")
    report.line()
    _cover(report, case)
    _duties(report, case.duties)
    _facts(report, case)
    _levels(report, case)
    return report.text()


def _cover(report: Report, case: Case) -> None:
    held = case.current.label() if case.current.grade or case.current.series else ""
    asked = case.requested.label() if case.requested.grade or case.requested.series else ""
    described = case.position_description
    adequate = {True: "adequate", False: "not adequate", None: ""}[described.adequate]
    rows = (
        ("Held", held),
        ("Asked for", asked),
        ("Determined", ", ".join(filter(None, (case.determined.title, case.determined.series)))),
        ("Standard", case.standard),
        ("As of", case.as_of.isoformat() if case.as_of else ""),
        ("Organization", case.organization),
        ("Description", " ".join(part for part in (described.number, adequate) if part)),
        ("Question", case.question),
    )
    for label, value in rows:
        if value:
            report.say(value, first=f"  {label:<14}", rest=" " * 16)


def _duties(report: Report, duties: Sequence[Duty]) -> None:
    if not duties:
        return
    report.line()
    report.line("Duties               employee  supervisor")
    for number, one in enumerate(duties, 1):
        shares = "".join(
            f"{'' if share is None else f'{share:g}%':>11}"
            for share in (one.percent_employee, one.percent_supervisor)
        )
        report.line(f"  {number:>2}. {'':<14}{shares}")
        report.say(one.title, first="      ", rest="      ")
    sides = ("percent_employee", "percent_supervisor")
    totals = [sum(getattr(one, side) or 0 for one in duties) for side in sides]
    report.line(f"  {'Together':<18}" + "".join(f"{total:>10g}%" for total in totals))


def _facts(report: Report, case: Case) -> None:
    if not case.facts:
        return
    report.line()
    report.line("Facts")
    for one in case.facts:
        mark = f"Factor {one.factor}: " if one.factor is not None else ""
        source = f" ({one.source})" if one.source else ""
        report.say(f"{mark}{one.text}{source}", first="  - ", rest="    ")


def _levels(report: Report, case: Case) -> None:
    if case.levels:
        report.line()
        report.say("Levels of record: " + ", ".join(case.levels.values()))
    if case.sought:
        report.say("Sought: " + ", ".join(case.sought.values()))
    if case.findings:
        report.line()
        report.line("Findings")
        for one in case.findings:
            by = f" ({one.by})" if one.by else ""
            report.say(
                f"{one.aspect}: {one.answer.replace('_', ' ')}{by}", first="  - ", rest="    "
            )


def checked_text(opened: CaseFile, found: CaseCheck) -> str:
    """Lay out what a case lacks and what does not add up."""
    report = Report()
    report.say(opened.case.title or "A case without a title")
    report.line()
    if found.problems:
        report.line("What does not add up")
        for problem in found.problems:
            report.say(problem, first="  - ", rest="    ")
        report.line()
    if found.lacking:
        report.line("What is not said yet")
        for one in found.lacking:
            report.say(f"{one.text} ({one.field})", first="  - ", rest="    ")
        report.line()
    if found.open_factors:
        names = ", ".join(str(one.factor) for one in found.open_factors)
        report.say(f"Factors without a level: {names}.")
        if found.grades:
            first, last = found.grades[0], found.grades[-1]
            possible = first if first == last else f"{first} to {last}"
            report.say(f"Grades still possible: {possible}.")
    elif found.elsewhere:
        report.say(found.elsewhere)
    elif found.whole:
        report.say("Every factor has a level: fes score shows what it comes to.")
    if found.lacking:
        report.say(f"fes case new --resume {called(opened.path)} asks for what is missing.")
    return report.text()


def plain(value: Any) -> Any:
    """Return data that JSON takes: dates as text."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
