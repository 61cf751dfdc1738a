"""``fes sources``: where the official documents are published, and where quoted words come from."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from assistant.cli.library.source_views import (
    KINDS,
    catalogue_text,
    notes,
    plan_text,
    result_text,
    size_text,
    status_text,
    trace_text,
)
from assistant.cli.output import json_option, print_json, width
from assistant.llm.libraries import open_library
from assistant.settings import Settings, load_settings
from assistant.text import one_line
from core.errors import UsageError

if TYPE_CHECKING:
    from index.sources.addresses import Addresses
    from index.sources.catalogue import Source
    from index.sources.sync import SyncProgress
    from index.sources.tracing import Trace
    from index.sources.web import Web

BASE = "FES_SOURCES_BASE"

kind_option = click.option("--kind", type=click.Choice(list(KINDS)), help="Only this kind.")
series_option = click.option("--series", metavar="CODE", help="Only this series, such as 0343.")
base_option = click.option(
    "--base",
    metavar="URL",
    envvar=BASE,
    show_envvar=True,
    help="A mirror that holds HOST/PATH of each address under this one.",
)


@click.group()
def command() -> None:
    """Find, fetch and trace the official documents.

    Nothing is fetched but what you choose, and nothing is asked of the network except by
    sync and by status --check.
    """


@command.command("list")
@kind_option
@series_option
@json_option
def list_command(kind: str | None, series: str | None, *, as_json: bool) -> None:
    """List the published documents the catalogue knows, and what each is good for."""
    from index.sources.catalogue import VERIFIED_MEANS, filtered, load
    from index.sources.holdings import Holdings

    sources = filtered(load(), kind=kind, series=series)
    holdings = Holdings(load_settings().home).all()
    held = {name: entry.current.retrieved for name, entry in holdings.items()}
    if as_json:
        rows = [
            {
                **source.model_dump(mode="json"),
                "verified_means": source.verified_by or VERIFIED_MEANS[source.verified],
                "held_since": held.get(source.name, ""),
            }
            for source in sources
        ]
        print_json(rows)
        return
    if not sources:
        click.echo("The catalogue has nothing of that kind and series.")
        return
    collapse = kind is None and series is None
    click.echo(catalogue_text(sources, held, width(), collapse=collapse))


@command.command("sync")
@click.option("--only", metavar="NAME", multiple=True, help="Fetch this source; repeat for more.")
@kind_option
@series_option
@click.option("--all", "everything", is_flag=True, help="Fetch all that the other options choose.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Fetch at most N sources.")
@base_option
@json_option
def sync_command(
    only: tuple[str, ...],
    kind: str | None,
    series: str | None,
    limit: int | None,
    base: str | None,
    *,
    everything: bool,
    as_json: bool,
) -> None:
    """Fetch chosen documents and read them into the library.

    Name them with --only. Without it the documents are only listed, unless --all is given.
    A document that has not changed since is not sent again; a download that stopped goes on
    where it stopped. One that fails leaves what is held as it was, and the others go on.
    """
    from index.sources.catalogue import filtered, load, named
    from index.sources.holdings import Holdings
    from index.sources.sync import in_turn

    settings = load_settings()
    if only and (kind or series or everything):
        raise UsageError(
            "--only names the sources itself", where="--only", hint="Leave out the other choices."
        )
    chosen = named(only, load()) if only else filtered(load(), kind=kind, series=series)
    if not chosen:
        raise UsageError(
            "the catalogue has nothing of that kind and series",
            where="fes sources sync",
            hint="See: fes sources list",
        )
    chosen = in_turn(chosen, Holdings(settings.home))[:limit]
    if not (only or everything or _agreed(chosen)):
        if as_json:
            print_json({"would_fetch": [s.name for s in chosen]})
        else:
            click.echo(plan_text(chosen, width()))
        sys.stderr.write("Nothing was fetched. Choose with --only NAME, or add --all.\n")
        return
    _sync(settings, chosen, base, as_json=as_json)


def _agreed(sources: list[Source]) -> bool:
    """Ask a person at a terminal whether to fetch all of these."""
    if not (sys.stdin.isatty() and sys.stderr.isatty() and sys.stdout.isatty()):
        return False
    click.echo(plan_text(sources, width()))
    return click.confirm("Fetch them?", default=False, err=True)


def _sync(settings: Settings, sources: list[Source], base: str | None, *, as_json: bool) -> None:
    from index.sources.sync import Sync

    with _web(base) as (addresses, web), open_library(settings) as library, _showing() as tell:
        results = Sync(library, addresses, web).run(sources, tell)
    for result in results:
        if result.message:
            sys.stderr.write(f"fes: {one_line(result.name)}: {one_line(result.message)}\n")
    if all(result.status == "failed" for result in results):
        raise SystemExit(3)
    if as_json:
        print_json([asdict(result) for result in results])
        return
    for result in results:
        click.echo(result_text(result))


@command.command("status")
@click.option("--check", is_flag=True, help="Ask the servers what has changed; fetch nothing.")
@base_option
@json_option
def status_command(base: str | None, *, check: bool, as_json: bool) -> None:
    """Show what has been fetched, its age, and with --check what has changed upstream."""
    from index.sources.catalogue import load
    from index.sources.holdings import Holdings
    from index.sources.sync import status

    holdings = Holdings(load_settings().home)
    if check:
        with _web(base) as (_, web), _showing() as tell:
            states = status(holdings, load(), web=web, tell=tell)
    else:
        states = status(holdings, load())
    if as_json:
        rows = [
            {
                **state.held.model_dump(mode="json"),
                "kept": state.is_kept,
                "changed": state.upstream.changed if state.upstream else None,
                "notes": notes(state),
            }
            for state in states
        ]
        print_json(rows)
    elif states:
        click.echo(status_text(states, datetime.now(UTC), width()))
    else:
        click.echo("Nothing has been fetched. See: fes sources list")


@command.command("where")
@click.argument("passage", metavar="PASSAGE|QUOTATION", nargs=-1, required=True)
@json_option
def where_command(passage: tuple[str, ...], *, as_json: bool) -> None:
    """Trace a passage, or a quotation in words, to its file, page, date and address.

    PASSAGE is an id that a search shows, such as classifier-handbook#12. Anything else is
    taken for words that stand in a document.
    """
    from index.sources.tracing import where

    with open_library(load_settings()) as library:
        traces = where(library, " ".join(passage))
    if as_json:
        print_json([_trace_row(trace) for trace in traces])
        return
    click.echo("\n\n".join(trace_text(trace, width()) for trace in traces))


def _trace_row(trace: Trace) -> dict[str, object]:
    row = asdict(trace)
    row["version"] = None if trace.version is None else trace.version.model_dump(mode="json")
    return row


@contextmanager
def _web(base: str | None) -> Iterator[tuple[Addresses, Web]]:
    from index.sources.addresses import Addresses, Mirror
    from index.sources.catalogue import hosts, load
    from index.sources.web import Web

    mirror = Mirror.named(base, where=f"--base ({BASE})") if base else None
    addresses = Addresses(hosts(load()), mirror)
    with Web(addresses) as web:
        yield addresses, web


@contextmanager
def _showing() -> Iterator[Callable[[SyncProgress], None]]:
    """Show progress on standard error: one line that changes on a terminal, lines otherwise."""
    if not sys.stderr.isatty():
        yield _told_in_lines
        return
    from rich.console import Console
    from rich.status import Status
    from rich.text import Text

    with Status("", console=Console(stderr=True)) as shown:
        yield lambda step: shown.update(Text(_step_text(step), overflow="ellipsis", no_wrap=True))


def _step_text(step: SyncProgress) -> str:
    text = f"{step.stage} {one_line(step.name)} ({step.number} of {step.of})"
    if step.stage == "downloading":
        text += f" {size_text(step.done)}"
        text += f" of {size_text(step.total)}" if step.total else ""
    elif step.stage == "indexing" and step.total:
        text += f" {step.done:,} of {step.total:,} passages"
    return text


def _told_in_lines(step: SyncProgress) -> None:
    if step.stage in ("asking", "indexing") and step.total is None:
        sys.stderr.write(f"{_step_text(step)}\n")
        sys.stderr.flush()
