"""``fes standards import|confirm``: an official document read into a standard that scores."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

import click

from assistant.cli.output import json_option, print_json
from assistant.cli.standards.import_views import as_data, as_text
from assistant.cli.standards.imports import confirm_standard, import_standard
from assistant.text import safe_text

_PATIENCE = 1.0
"""Seconds after which a person is told what is being done."""


@click.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@click.option("--confirm", is_flag=True, help="Confirm every doubt: you have looked at the pages.")
@click.option("--id", "id_", default="", metavar="ID", help="The id, such as gs-0318.")
@click.option(
    "--edition", default="", metavar="YYYY-MM", help="The month of issue, where none is printed."
)
def import_command(file: Path, *, as_json: bool, confirm: bool, id_: str, edition: str) -> None:
    """Read the classification standard in FILE (PDF, DOCX, HTML or text) and keep it.

    Every level comes with its points, page and words as printed. What is doubtful is listed:
    the standard scores after you have looked and run the command again with --confirm.
    """
    with _Progress() as progress:
        imported = import_standard(
            file, confirm=confirm, id_=id_, edition=edition, tell=progress.tell
        )
    if as_json:
        print_json(as_data(imported))
    else:
        click.echo(as_text(imported))


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

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
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


@click.command(name="confirm")
@click.argument("standard_id", metavar="ID")
@click.option("--edition", default="", metavar="YYYY-MM", help="Which edition; else the newest.")
@json_option
def confirm_command(standard_id: str, *, edition: str, as_json: bool) -> None:
    """Confirm every doubt about the standard ID, which was read from a document.

    Look at the pages first: fes standards show ID lists the doubts.
    """
    done = confirm_standard(standard_id, edition)
    if as_json:
        data = {"id": done.id, "edition": done.edition_id, "confirmed": list(done.doubts)}
        print_json(data)
        return
    if not done.doubts:
        click.echo(safe_text(f"{done.id} {done.edition_id} has no open doubt."))
        return
    for doubt in done.doubts:
        click.echo(safe_text(f"Confirmed: {doubt['message']}"))
    click.echo(safe_text(f"{done.id} {done.edition_id} scores now."))
