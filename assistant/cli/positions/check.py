"""``fes check``: a position description against the standard of adequacy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from assistant import load
from assistant.cli.output import Report, json_option, print_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.positions.model import PositionDescription
    from index.positions.review.findings import AdequacyFinding

_HEADS: Final = {
    "fault": "What fails the standard of adequacy",
    "completion": "To complete before it is signed",
    "doubt": "What somebody should look at",
    "note": "What is worth mending",
}


@click.command()
@click.argument("description", type=click.Path(path_type=Path))
@json_option
def command(description: Path, *, as_json: bool) -> None:
    """Check the position description in file DESCRIPTION against the standard of adequacy.

    Each finding quotes the description and cites the rule. Nothing here is a grade.
    """
    from index.positions.review.adequacy import check_position, wage_of
    from index.positions.review.findings import WEIGHTS

    position = load("assistant.cases.intake:position_from_file")(description)
    found = check_position(position)
    if not wage_of(position):
        told = load("assistant.cli.positions.stated_points:stated_points")(position)
        doubted = {one.quote for one in found if one.code == "complement"}
        borne = load("assistant.cli.positions.borne_out:borne_out")(position, doubted)
        found = tuple(sorted((*found, *told, *borne), key=lambda one: WEIGHTS.index(one.weight)))
    wage = wage_of(position)
    if as_json:
        print_json(
            {
                "document": position.document,
                "title": position.title,
                "adequate": False if any(one.weight == "fault" for one in found) else None,
                "complete": None if wage else not any(one.weight == "completion" for one in found),
                "wage_job": wage or None,
                "findings": [one.model_dump(mode="json") for one in found],
            }
        )
    elif wage:
        click.echo(_wage_text(position, wage))
    else:
        click.echo(_text(position, found))


def _wage_text(position: PositionDescription, wage: str) -> str:
    """Say that the rules on descriptions are another pay system's, and what does not add up."""
    report = Report()
    report.say(f"{position.title} ({position.document})")
    report.line()
    report.say(
        f"{wage} is a job of the Federal Wage System. The standard of adequacy held here is the "
        "General Schedule's, so the description is not held against it.",
        citation=load("core.law.pay_systems:COVERAGE"),
    )
    if position.oddities:
        report.line()
        report.line("What does not add up")
        for one in position.oddities:
            report.say(one.text, first="  - ", rest="    ")
    report.sources()
    return report.text()


def _text(position: PositionDescription, found: Sequence[AdequacyFinding]) -> str:
    from index.positions.review.findings import rules

    report = Report()
    unmarked = load("assistant.papers.drafting:unmarked")
    report.say(f"{position.title} ({position.document})")
    report.line()
    if position.form == "announcement":
        report.say(
            "This is a vacancy announcement, which need not hold the whole description: check the "
            "description itself where there is one."
        )
        report.line()
    faults, blanks = (
        sum(1 for one in found if one.weight == weight) for weight in ("fault", "completion")
    )
    doubts = sum(1 for one in found if one.weight == "doubt")
    adequate = rules()["adequate"]
    if faults:
        what = "fault" if faults == 1 else "faults"
        report.say(f"Not adequate as it stands: {faults} {what} to mend.")
    elif doubts:
        what = "thing" if doubts == 1 else "things"
        report.say(f"No plain fault was found, and {doubts} {what} that somebody must look at.")
    elif blanks:
        what = "thing is" if blanks == 1 else "things are"
        report.say(
            "Nothing was found that keeps the position from being classified by it; "
            f"{blanks} {what} to complete before it is signed."
        )
    elif found:
        report.say("No fault was found; somebody should look at what follows.")
    else:
        report.say("Nothing was found that the rules speak against.")
    report.say(adequate.text, citation=adequate.citation)
    for weight, head in _HEADS.items():
        chosen = [one for one in found if one.weight == weight]
        if not chosen:
            continue
        report.line()
        report.line(head)
        for one in chosen:
            place = f" ({one.place})" if one.place else ""
            report.say(f"{one.text}{place}", first="  - ", rest="    ")
            if one.quote:
                report.say(f'"{unmarked(one.quote)}"', first="    ", rest="    ")
            report.say(
                one.rule, first="    ", rest="    ", citation=one.citation.model_dump(mode="json")
            )
    report.sources()
    return report.text()
