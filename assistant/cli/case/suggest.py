"""``fes suggest``: a level for every factor from a position description, with both readings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from assistant import load
from assistant.cli.output import json_option


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--standard", "standard_id", default="", metavar="ID", help="Such as gs-0200.")
@click.option("--series", default="", metavar="CODE", help="The series, where FILE names none.")
@click.option(
    "--work",
    multiple=True,
    metavar="DUTIES=ID",
    help="A kind of work of a mixed position, such as 1,2=gs-0200; once a kind.",
)
@click.option(
    "--accept",
    "accepted",
    multiple=True,
    metavar="FACTORS",
    help="Enter these levels in the case FILE: 1,2,5 as suggested, 3=3-2 another, or all; with "
    "--work, all writes a file for fes mixed and fes paper.",
)
@json_option
def command(**given: Any) -> None:
    """Suggest a level for every factor of the position described in FILE.

    FILE is a position description (PDF, DOCX, HTML, text) or a case. For each factor you see the
    level, the next likely, how sure it is, the sentences that pull each way and what would settle
    it. Nothing is a finding until you accept it (--accept); levels stated in FILE are not weighed.

    ID is a standard with factor levels, gssg for a supervisor, or a guide without points. A
    description by the factors of the supervisory guide is weighed by that guide unless told.
    """
    load("assistant.cli.case.suggesting:run")(**given)
