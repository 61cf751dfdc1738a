"""How a position description is shown once it was read: what it says, from where, what lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from assistant.cli.output import Report
from core.model import GENERAL_SCHEDULE, Case

if TYPE_CHECKING:
    from assistant.cases.shelf import CaseFile
    from index.positions.model import PositionDescription

_LABELS: Final = {
    "title": "Title",
    "working_title": "Working title",
    "pay_plan": "Pay plan",
    "series": "Series",
    "other_series": "Other series",
    "grade": "Grade",
    "grades": "Grades",
    "number": "Number",
    "agency": "Agency",
    "organization": "Organization",
    "location": "Location",
    "supervisor": "Supervisor",
    "supervisory": "Supervisory",
    "certified": "Certified",
    "date": "Date",
}
_FORMS: Final = {
    "fes": "with the nine factors of the Factor Evaluation System",
    "supervisory": "with the factors of the General Schedule Supervisory Guide",
    "narrative": "in narrative form",
    "announcement": "from a vacancy announcement, which need not hold the whole description",
    "duties": "a statement of duties",
}
_QUOTED: Final = 160


def position_data(position: PositionDescription) -> dict[str, Any]:
    """Return what was read as plain data; texts are exact slices of the document's text."""
    data = position.model_dump(mode="json", exclude={"text"})
    facts = {one["field"]: one for one in data["cover"].pop("facts")}
    data["cover"]["places"] = {
        field: {"text": one["text"], "place": one["place"]} for field, one in facts.items()
    }
    return data


def position_text(position: PositionDescription, case: Case, kept: CaseFile | None) -> str:
    """Lay out what was read, before anything of it counts."""
    report = Report()
    report.say(f"Read from {position.document}, {_FORMS[position.form]}")
    report.line()
    _cover(report, position)
    _duties(report, position)
    _factors(report, position)
    _lists(report, position)
    report.line()
    if kept is None:
        report.say("Nothing was kept.")
        return report.text()
    report.say(f"Kept as {kept.name} ({kept.path}).")
    if case.levels:
        report.say("The levels it states are taken as the levels of record: fes score shows them.")
    elif case.current.grade is None and not case.current.series:
        report.say(
            "Nothing of it counts yet, and nothing is of record: what the cover or the text states "
            "of a grade or a level is left out."
        )
    else:
        report.say(
            "Nothing of it counts yet: the title and grade are taken as those on record (--first "
            "if the position was never classified), and the levels it states are left out unless "
            "--levels takes them as the levels of record."
        )
    report.say(f"fes case check {kept.name} says what is missing.")
    if case.current.pay_plan.upper() not in GENERAL_SCHEDULE:
        report.say(
            f"No grading criteria for pay plan {case.current.pay_plan.upper()} are held here: fes "
            f"paper assessment {kept.name} says what the procedure is, fes paper statement "
            f"{kept.name} leaves the grade blank."
        )
        return report.text()
    standard = "gssg" if position.form == "supervisory" else case.standard
    report.say(
        f"fes suggest {kept.name} --standard {standard} suggests levels (--accept all enters "
        f"them), fes case determine {kept.name} series and title, fes paper statement {kept.name} "
        "writes the evaluation."
    )
    return report.text()


def _cover(report: Report, position: PositionDescription) -> None:
    places = {one.field: one.place for one in position.cover.facts}
    for field, label in _LABELS.items():
        value = getattr(position.cover, field)
        if value in ("", None, ()) or (field == "grades" and len(value) < 2):
            continue
        shown = {True: "yes", False: "no"}.get(value) if isinstance(value, bool) else None
        if isinstance(value, tuple):
            shown = ", ".join(str(one) for one in value)
        place = f"  ({places[field]})" if field in places else ""
        report.say(f"{shown or value}{place}", first=f"  {label:<15}", rest=" " * 17)


def _duties(report: Report, position: PositionDescription) -> None:
    if not position.duties:
        return
    report.line()
    report.line("Duties")
    for number, one in enumerate(position.duties, 1):
        share = "" if one.percent is None else f"{one.percent:g}%"
        report.say(
            f"{one.title}  ({one.place})", first=f"  {number:>2}. {share:>5}  ", rest=" " * 13
        )


def _factors(report: Report, position: PositionDescription) -> None:
    if not position.factors:
        return
    report.line()
    report.line("Factors, with what the description states")
    before: int | None = None
    for one in position.factors:
        # Points of two factors together stand once, at the second of them.
        second = one.points_shared is not None and one.points_shared == before
        points = one.points_shared if second else one.points_stated
        before = one.points_shared
        worth = "" if points is None else f"{points:,}"
        name = f"{one.name} (points of both)" if second else one.name
        row = f"{one.factor!s:<3} {one.level_stated or '-':<5}{worth:>6}  {name}"
        report.say(f"{row}  ({one.place})", first="  ", rest=" " * 20)
    if position.total_stated is not None:
        report.line(f"  Total stated {position.total_stated:,}")


def _lists(report: Report, position: PositionDescription) -> None:
    if position.missing:
        report.line()
        report.line("What is missing")
        for one in position.missing:
            report.say(one.text, first="  - ", rest="    ")
    if position.oddities:
        report.line()
        report.line("What does not add up")
        for odd in position.oddities:
            place = f" ({odd.place})" if odd.place else ""
            quote = f' "{odd.quote[:_QUOTED]}"' if odd.quote else ""
            report.say(f"{odd.text}{quote}{place}", first="  - ", rest="    ")
