"""``fes case`` on a supervisor's case: made of a description, shown, and what it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from assistant.cases.questions import open_questions
from assistant.cases.shelf import CaseFile, Shelf, called
from assistant.cases.supervisors import SupervisorFile, asked, stated_levels, supervisor_text
from assistant.cli.output import Report, print_json
from assistant.cli.positions.case_views import case_text, plain
from assistant.cli.positions.position_views import position_data, position_text
from core.fes.cases import case_to_data
from core.reading import load
from core.standards.table import SUPERVISORY_FACTORS, SUPERVISORY_ID
from core.supervisory import SupervisoryRequest, parse_supervisory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.model import Case
    from core.supervisory.evaluation import SupervisoryData
    from index.positions.model import PositionDescription

_NOT_ASKED = ("levels", "question", "requested")


def made(
    shelf: Shelf, position: PositionDescription, case: Case, *, keep: bool, as_json: bool
) -> None:
    """Make a supervisor's case with the levels of the guide that a description states."""
    levels = stated_levels(position)
    text = supervisor_text(case, levels)
    data = load(text, where=position.document, fmt="toml")
    # A level the guide does not have is refused before anything is kept.
    parse_supervisory(asked(data), where=position.document)
    path = shelf.keep(text, case.title or "supervisor") if keep else None
    if as_json:
        shown = position_data(position)
        shown["case"] = plain(data)
        shown["kept"] = {"name": path.stem, "path": str(path)} if path else None
        print_json(shown)
        return
    click.echo(position_text(position, case, None).rsplit("\n", 2)[0])
    report = Report()
    report.line()
    stated = ", ".join(levels.values()) or "none"
    report.say(f"A supervisor's case under the supervisory guide. Levels of record: {stated}.")
    if path is not None:
        report.say(f"Kept as {path.stem} ({path}).")
        report.say(
            f"fes case check {path.stem} says what is missing, fes score {path.stem} what the "
            "levels come to."
        )
    click.echo(report.text())


def show(opened: SupervisorFile, *, as_json: bool) -> None:
    """Show the particulars and the levels."""
    levels = dict(opened.request.levels)
    if as_json:
        data: dict[str, Any] = {**case_to_data(opened.particulars), "levels": levels}
        print_json(plain({**data, "standard": SUPERVISORY_ID}))
        return
    click.echo(case_text(CaseFile(opened.path, opened.particulars, "")))
    click.echo(f"Levels of record, by the supervisory guide: {', '.join(levels.values())}")


def check(opened: SupervisorFile, *, as_json: bool) -> None:
    """Say what the case lacks, which factors are open, and what the guide says of it so far."""
    _check(opened, opened.evaluation, opened.open_factors, as_json=as_json)


def check_unlevelled(opened: CaseFile, *, as_json: bool) -> None:
    """Say what a supervisor's case lacks for which nobody has a level of the guide yet."""
    _check(
        SupervisorFile(opened.path, opened.case, SupervisoryRequest()),
        None,
        SUPERVISORY_FACTORS,
        as_json=as_json,
    )


def _check(
    opened: SupervisorFile,
    found: SupervisoryData | None,
    missing: Sequence[str],
    *,
    as_json: bool,
) -> None:
    lacking = [
        {"field": one.field, "text": one.text}
        for one in open_questions(opened.particulars)
        if one.field not in _NOT_ASKED and not one.field.startswith("facts.")
    ]
    told = (
        []
        if found is None
        else [one["message"] for one in found["findings"] if one["severity"] != "note"]
    )
    grade = None if found is None else found["grade"]
    undetermined = None if found is None else found["undetermined"]
    if as_json:
        print_json(
            {
                "name": opened.path.stem,
                "path": str(opened.path),
                "standard": SUPERVISORY_ID,
                "whole": not missing and grade is not None,
                "problems": told,
                "lacking": lacking,
                "open_factors": list(missing),
                "grades": [grade] if grade else [],
            }
        )
        return
    report = Report()
    report.say(opened.particulars.title or "A case without a title")
    report.say("A supervisor's case, under the supervisory guide")
    report.line()
    for head, texts in (
        ("What does not add up or is open", told),
        ("What is not said yet", [f"{one['text']} ({one['field']})" for one in lacking]),
    ):
        if texts:
            report.line(head)
            for text in texts:
                report.say(text, first="  - ", rest="    ")
            report.line()
    if missing:
        report.say(f"Factors without a level: {', '.join(missing)}.")
        if found is None:
            report.say(
                f"fes suggest {called(opened.path)} --standard {SUPERVISORY_ID} suggests them "
                "from what "
                "is stated."
            )
    if undetermined and undetermined not in told:
        report.say(undetermined)
    if grade:
        report.say(f"By the guide: {grade}. fes score {called(opened.path)} shows how.")
    elif not missing and not undetermined:
        report.say(f"fes score {called(opened.path)} shows what it comes to.")
    click.echo(report.text())
