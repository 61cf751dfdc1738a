"""``fes appeal``: what can be contested, where, by when, and what it risks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from assistant import load
from assistant.cli.output import json_option


@click.command()
@click.argument("facts", type=click.Path(path_type=Path))
@click.option(
    "--case",
    type=click.Path(path_type=Path),
    help="The case the appeal is about, for the checklist and the margin at risk.",
)
@json_option
def command(**given: Any) -> None:
    """Answer the questions of procedure for the facts in file FACTS (TOML or JSON).

    FACTS says what is disputed, why, by whom, and the dates: see docs/appeals.md. It may be a case
    file too: what differs between the classification held and the one asked for is disputed then.
    """
    load("assistant.cli.case.advising:run")(**given)
