"""``fes standards import``: an official document read into a standard that scores."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import Self

import click

from assistant import load
from assistant.cli.output import json_option, print_json
from assistant.text import safe_text

_PATIENCE = 1.0
"""Seconds after which a person is told what is being done."""


@click.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@click.option(
    "--confirm",
    is_flag=True,
    help="Confirm the doubts that do not block: you have looked at the pages.",
)
@click.option("--id", "id_", default="", metavar="ID", help="The id, such as gs-0318.")
@click.option(
    "--edition", default="", metavar="YYYY-MM", help="The month of issue, where none is printed."
)
def import_command(file: Path, *, as_json: bool, confirm: bool, id_: str, edition: str) -> None:
    """Read the classification standard in FILE (PDF, DOCX, HTML or text) and keep it.

    Every level comes with its points, page and words as printed. What is doubtful is listed:
    the standard scores after you have looked and run the command again with --confirm. A doubt
    that blocks is settled by itself, with fes standards correct.
    """
    with _Progress() as progress:
        imported = load("assistant.cli.standards.imports.keeping:import_standard")(
            file, confirm=confirm, id_=id_, edition=edition, tell=progress.tell
        )
    views = "assistant.cli.standards.imports.views"
    if as_json:
        print_json(load(f"{views}:as_data")(imported))
    else:
        click.echo(load(f"{views}:as_text")(imported))


class _Progress:
    """Says on standard error what is being done, once it has taken more than a second."""

    def __init__(self) -> None:
        self._doing = ""
        self._late = False
        self._lock = threading.Lock()
        self._timer = threading.Timer(_PATIENCE, self._say)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._timer.cancel()

    def tell(self, doing: str) -> None:
        """Note what is being done, and say it when it is late already."""
        with self._lock:
            self._doing = doing
            if self._late:
                self._write()

    def _say(self) -> None:
        with self._lock:
            self._late = True
            self._write()

    def _write(self) -> None:
        sys.stderr.write(f"fes: {safe_text(self._doing)} ...\n")
        sys.stderr.flush()
