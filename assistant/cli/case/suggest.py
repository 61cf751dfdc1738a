"""``fes suggest``: a level for every factor from a position description, with both readings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.output import json_option, print_json
from assistant.cli.report import Report

if TYPE_CHECKING:
    from assistant.suggest.model import FactorSuggestion, Pull, Suggestions

_GROUNDS = {
    "section": "its own section",
    "duties": "the duties",
    "pattern": "the usual pattern only",
    "only level": "the standard's only level",
}


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--standard", "standard_id", required=True, metavar="ID", help="Such as gs-0200.")
@click.option("--series", default="", metavar="CODE", help="The series, where FILE names none.")
@json_option
def command(file: Path, standard_id: str, series: str, *, as_json: bool) -> None:
    """Suggest a level for every factor of the position described in FILE.

    FILE is a position description (PDF, DOCX, HTML, text) or a case. For each factor you see the
    level, the next likely, how sure it is, the sentences that pull each way and what would settle
    it. Nothing is a finding until you accept it; levels stated in FILE are not weighed.
    """
    from assistant.suggest.opening import open_description
    from assistant.suggest.suggesting import suggest
    from index.record.embedding import MiniLM

    described = open_description(file, series=series)
    found = suggest(described, standard_id, MiniLM())
    if as_json:
        print_json(found.shown())
        return
    click.echo(as_text(found))


def as_text(found: Suggestions) -> str:
    """Return suggestions as a report: the grade, a line a factor, then what pulls each way."""
    report = Report()
    report.line(f"{found.grade} suggested ({found.total:,} points), {_percent(found.confidence)}")
    report.line()
    report.say(
        f"{found.title}, edition {found.edition}. The levels are suggestions, not findings: "
        "look at each, and credit it only when the facts bear its full intent."
    )
    for remark in found.remarks:
        report.line()
        report.say(remark)
    report.line()
    report.line("Factor                                   Level  Next   Sure   Stated")
    for one in found.factors:
        name = f"{one.factor} {one.name}"[:40]
        stated = one.stated or ""
        report.line(
            f"{name:40} {one.level:6} {one.runner_up or '':6} {one.confidence:4.0%}   {stated}"
        )
    for one in found.factors:
        _factor(report, one)
    report.findings([one.model_dump() for one in found.notices])
    report.sources()
    return report.text()


def _factor(report: Report, one: FactorSuggestion) -> None:
    report.line()
    report.say(
        f"Factor {one.factor}, {one.name}: Level {one.level}, from {_GROUNDS[one.ground]}",
        rest="  ",
    )
    for title, pulls in (("For it", one.favour), ("Against it", one.against)):
        if pulls:
            report.line(f"  {title}")
        for pull in pulls:
            report.say(_pull(pull), first="    - ", rest="      ")
    if one.settles:
        report.line("  What would settle it")
        for text in one.settles:
            report.say(text, first="    - ", rest="      ")


def _pull(pull: Pull) -> str:
    whose = {"position description": "", "standard": "", "digest": "in our words, "}[pull.source]
    return f"“{pull.text}” ({whose}{pull.place}; Level {pull.level})"


def _percent(share: float) -> str:
    return f"{share:.0%} sure of the grade" if share else "levels only"
