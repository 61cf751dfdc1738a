"""``fes compare``: an old and a new description of one position."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from assistant import load
from assistant.cli.output import Report, json_option, print_json

if TYPE_CHECKING:
    from index.positions.review.comparing import PositionComparison
    from index.positions.review.duty_changes import DutyChange

_MOVES: Final = {
    "added": "Added",
    "dropped": "Dropped",
    "share": "Share changed",
    "wording": "Wording changed",
    "share and wording": "Share and wording changed",
    "reworded": "The same in other words",
    "parted": "Set apart from another duty, or joined with one",
    "same": "Unchanged",
}


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@json_option
def command(old: Path, new: Path, *, as_json: bool) -> None:
    """Compare two descriptions of one position: file OLD and file NEW.

    Duties added, dropped and changed, the factors that could move, and whether a review is due.
    Never a grade: positions are compared with standards, not with each other.
    """
    from index.positions.review.comparing import compare_positions

    found = compare_positions(*map(load("assistant.cases.intake:position_from_file"), (old, new)))
    if as_json:
        print_json(found.model_dump(mode="json"))
    else:
        click.echo(_text(found))


def _shown(quote: str) -> str:
    said: str = load("assistant.papers.drafting:unmarked")(quote)
    return said


def _text(found: PositionComparison) -> str:
    report = Report()
    report.say(found.reason, citation=found.citation.model_dump(mode="json"))
    report.say(found.caution)
    if found.cover:
        report.line()
        report.line("Cover")
        for one in found.cover:
            field = one.field.replace("_", " ").capitalize()
            report.say(
                f"{field}: {one.old or 'not stated'} before, {one.new or 'not stated'} now",
                first="  - ",
                rest="    ",
            )
    for move, head in _MOVES.items():
        chosen = [one for one in found.duties if one.move == move]
        if chosen:
            report.line()
            report.line(head)
            for duty in chosen:
                _duty(report, duty)
    if found.factors:
        report.line()
        report.line("Factors that could move")
        for factor in found.factors:
            place = f" ({factor.place})" if factor.place else ""
            head = "Supervisory guide" if factor.factor is None else f"Factor {factor.factor}"
            report.say(f"{head}: {factor.why}{place}", first="  - ", rest="    ")
            if factor.quote:
                report.say(f'"{_shown(factor.quote)}"', first="    ", rest="    ")
    if found.reworded:
        report.line()
        factors = ", ".join(str(one) for one in found.reworded)
        report.say(f"Said in other words only, as far as words tell: Factor {factors}.")
    report.sources()
    return report.text()


def _duty(report: Report, duty: DutyChange) -> None:
    shares = [f"{share:g}%" for share in (duty.old_percent, duty.new_percent) if share is not None]
    if duty.old_percent == duty.new_percent:
        shares = shares[:1]
    said = f"{' to '.join(shares)}  " if shares else ""
    place = duty.new_place or duty.old_place
    report.say(f"{said}{duty.title} ({place})", first="  - ", rest="    ")
    for mark, sentences in (("before", duty.dropped), ("now", duty.added)):
        for sentence in sentences:
            report.say(f'{mark}: "{_shown(sentence)}"', first="    ", rest="      ")
