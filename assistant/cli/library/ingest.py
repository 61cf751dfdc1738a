"""``fes ingest``: read documents into the text of record and the index."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.output import json_option, print_json
from assistant.llm import embedders
from assistant.llm.libraries import open_library
from assistant.settings import Settings, load_settings
from assistant.text import one_line
from core.errors import UsageError

if TYPE_CHECKING:
    from index.library import Library
    from index.models import IngestResult, ProgressCallback
    from index.record.ingest import IngestProgress


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1)
@json_option
@click.option(
    "--rebuild",
    is_flag=True,
    help="First make the search vectors again from the text already kept.",
)
def command(paths: tuple[str, ...], *, as_json: bool, rebuild: bool) -> None:
    """Read PDF, DOCX, HTML, text and Markdown files, or folders of them, into the library.

    A file already read is passed over unless it has changed. A file that cannot be read is
    reported and the others go on.
    """
    if not paths and not rebuild:
        raise UsageError(
            "there is nothing to ingest",
            where="fes ingest",
            hint="Name files or folders: fes ingest PATH...",
        )
    results: Sequence[IngestResult] = ()
    with _showing() as (told_file, told_vectors):
        settings = load_settings()
        with _open(settings, told_vectors if rebuild else None) as library:
            if paths:
                results = library.ingest([Path(path) for path in paths], progress=told_file)
    failed = [result for result in results if result.status == "failed"]
    for result in failed:
        sys.stderr.write(f"fes: {one_line(result.message)}\n")
    if results and len(failed) == len(results):
        raise SystemExit(2)
    if as_json:
        print_json([result_row(result) for result in results])
        return
    for result in results:
        click.echo(result_text(result))
    if rebuild:
        click.echo("The vectors were made again.")


def _open(settings: Settings, rebuild: ProgressCallback | None) -> Library:
    if rebuild is None:
        return open_library(settings)
    from index.library import Library

    return Library.open(settings.home, embedders.load_embedder(settings.embedder), rebuild=rebuild)


def result_row(result: IngestResult) -> dict[str, object]:
    """Return what became of a file as the data other programs read."""
    return {
        "document": result.document,
        "kind": result.kind,
        "pages": result.pages,
        "passages": result.passages,
        "status": result.status,
        "path": result.path,
        "message": result.message,
    }


def result_text(result: IngestResult) -> str:
    """Return what became of a file as one line."""
    if result.status == "failed":
        return f"{'failed':10} {one_line(Path(result.path).name)}"
    counts = f"{result.passages} passages"
    if result.pages:
        counts = f"{result.pages} pages, {counts}"
    return f"{result.status:10} {one_line(result.document)} ({result.kind}, {counts})"


@contextmanager
def _showing() -> Iterator[tuple[Callable[[IngestProgress], None], ProgressCallback]]:
    """Show progress on standard error: a bar on a terminal, a line a file otherwise."""
    if not sys.stderr.isatty():
        yield _told_in_lines, lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.text import Text

    class Label(TextColumn):
        """The file in hand: plain text, since a file name could hold markup."""

        def render(self, task: object) -> Text:
            return Text(str(getattr(task, "description", "")), overflow="ellipsis", no_wrap=True)

    with Progress(
        Label("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task("", total=None)

        def told_file(step: IngestProgress) -> None:
            label = f"{step.file}/{step.files} {one_line(Path(step.path).name)}"
            if step.stage == "mending":
                label = "finishing an interrupted ingest"
            elif step.stage == "linking":
                label = "linking plain-language questions"
            bar.update(task, description=label, completed=step.done, total=step.total or None)

        def told_vectors(done: int, total: int) -> None:
            bar.update(task, description="making vectors", completed=done, total=total)

        yield told_file, told_vectors


def _told_in_lines(step: IngestProgress) -> None:
    # Only for files that are read anew: what fails has its own sentence, the rest is instant.
    if step.stage == "embedding" and step.done == 0:
        name = one_line(Path(step.path).name)
        sys.stderr.write(f"indexing {name} ({step.file} of {step.files}): {step.total} passages\n")
        sys.stderr.flush()
    elif step.stage == "linking" and step.done == 0:
        sys.stderr.write(f"linking {step.total} plain-language statements to their passages\n")
        sys.stderr.flush()
