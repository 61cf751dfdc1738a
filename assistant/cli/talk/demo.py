"""``fes demo``: the whole journey on the bundled fictional example."""

from __future__ import annotations

import click

from assistant import load


@click.command()
def command() -> None:
    """Show the whole journey on the bundled fictional example."""
    load("assistant.cli.talk.journey:show")()
