"""``fes index``: what the library holds, whether it is sound, and making its index again.

The text of record is what counts; lexical index, vectors and the places of
statements are made from it and can be made again at any time.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from assistant.cli.output import EMPTY, json_option, print_json
from assistant.llm import embedders
from assistant.llm.libraries import open_library
from assistant.settings import load_settings
from assistant.text import safe_text
from core.errors import StorageError

if TYPE_CHECKING:
    from index.models import ProgressCallback


@click.group()
def command() -> None:
    """Check the index against the text of record, or make it again from it."""


@command.command()
@json_option
def status(*, as_json: bool) -> None:
    """Say what the library holds and what made its vectors."""
    settings = load_settings()
    with open_library(settings) as library:
        documents = library.documents()
        made_by = library.embedder()
    passages = sum(one.passages for one in documents)
    if as_json:
        data = {
            "home": str(settings.home),
            "documents": len(documents),
            "passages": passages,
            "embedder": made_by,
        }
        print_json(data)
        return
    click.echo(safe_text(f"{settings.home}"))
    if not documents:
        sys.stderr.write(EMPTY)
        return
    click.echo(f"{len(documents)} documents, {passages:,} passages; vectors by {made_by}")
    width = max(len(one.id) for one in documents)
    for one in documents:
        click.echo(
            safe_text(f"  {one.id:{width}}  {one.kind:10} {one.passages:6,}  {one.retrieved[:10]}")
        )


@command.command()
@json_option
def verify(*, as_json: bool) -> None:
    """Check sources, texts, passages and vectors against each other; exit 3 when unsound."""
    with open_library(load_settings()) as library:
        wrong = library.verify()
        passages = sum(one.passages for one in library.documents())
    if as_json:
        print_json({"sound": not wrong, "passages": passages, "wrong": wrong})
    elif not wrong:
        click.echo(f"Sound: {passages:,} passages agree with their sources and their vectors.")
    if wrong:
        for sentence in wrong if not as_json else ():
            click.echo(safe_text(f"- {sentence}"))
        raise StorageError(
            f"the library is not sound ({len(wrong)} faults)",
            where="fes index verify",
            hint="If vectors are concerned, make them again with: fes index rebuild. If a source "
            "or a text is, ingest that document again.",
        )


@command.command()
@json_option
def rebuild(*, as_json: bool) -> None:
    """Make all vectors again from the text of record, by the embedder in use."""
    from index.library import Library

    settings = load_settings()
    embedder = embedders.load_embedder(settings.embedder)
    with (
        _progress() as progress,
        Library.open(settings.home, embedder, rebuild=progress) as library,
    ):
        passages = sum(one.passages for one in library.documents())
        made_by = library.embedder()
    if as_json:
        print_json({"passages": passages, "embedder": made_by})
    else:
        click.echo(f"Made again: the vectors of {passages:,} passages, by {made_by or 'nothing'}.")


@contextmanager
def _progress() -> Iterator[ProgressCallback]:
    """Tell on standard error how far the making of vectors is, in place on a terminal."""
    live = sys.stderr.isatty()
    last = -1

    def progress(done: int, total: int) -> None:
        nonlocal last
        tenth = 10 * done // total if total else 10
        if live or tenth != last:
            text = f"making vectors: {done:,} of {total:,} passages"
            sys.stderr.write(f"\r{text}" if live else f"{text}\n")
            sys.stderr.flush()
        last = tenth

    yield progress
    if live and last >= 0:
        sys.stderr.write("\n")
