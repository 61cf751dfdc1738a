"""``fes series``: the occupational series, one of them, or those that may cover a work."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant import load
from assistant.cases.edits import read_text
from assistant.cli.find.series_views import (
    found_data,
    found_text,
    imported_data,
    imported_text,
    list_text,
    passage_rows,
    series_row,
    show_text,
)
from assistant.cli.output import json_option, print_json, width
from assistant.llm.libraries import open_library
from assistant.settings import load_settings
from core.errors import InputError, UsageError
from index.search.series.imported import keep_list, series_changes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.standards.series.changes import ListedChange

MOST = 50
MOST_BYTES = 100_000


@click.group()
def command() -> None:
    """List the white collar series, show one, or find those that may cover some work.

    Codes, titles and pages come with the program; the definitions are read from the documents
    you have ingested.
    """


@command.command("list")
@click.option("--group", help="Only an occupational group's, such as 0300.")
@json_option
def list_command(*, group: str | None, as_json: bool) -> None:
    """List every series with its group and grade interval."""
    from core.standards import series

    code = None if group is None else _group(group)
    rows = series.all_series(code)
    changes = series_changes(load_settings().home)
    if as_json:
        print_json([series_row(one, changes) for one in rows])
    else:
        click.echo(list_text(rows, changes, width()))


@command.command("show")
@click.argument("code")
@json_option
def show_command(code: str, *, as_json: bool) -> None:
    """Show a series' title, group, interval, page and, when ingested, its definition."""
    from core.standards import series
    from index.search.series.finding import definitions

    wanted = series.series_code(code)
    one = series.find_series(wanted)
    settings = load_settings()
    changes = series_changes(settings.home)
    if one is None:
        raise _unknown(wanted, changes)
    with open_library(settings) as library:
        passages = definitions(library).get(wanted, [])
    if as_json:
        row = {**series_row(one, changes), "definition": passage_rows(passages)}
        print_json(row)
    else:
        click.echo(show_text(one, passages, changes, width()))


@command.command("find")
@click.argument("description", nargs=-1)
@click.option("-k", type=int, default=5, show_default=True, help="How many candidates.")
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    help="Find by the duties and title of a position description in place of DESCRIPTION.",
)
@json_option
def find_command(
    description: tuple[str, ...], source: Path | None, *, k: int, as_json: bool
) -> None:
    """Rank the series that may cover the work in DESCRIPTION by the ingested definitions.

    A DESCRIPTION of - is read from standard input, and one that names a file is read as a position
    description, as with --from. A bare title is weighed by the titles jobs
    were announced under as well.
    """
    from index.search.series.finding import find

    if not 1 <= k <= MOST:
        raise UsageError(f"-k {k} is not possible", where="-k", hint=f"Give 1 to {MOST}.")
    if source is not None and description:
        raise UsageError(
            "both a description and a file are given", where="--from", hint="Give one of them."
        )
    if source is None and len(description) == 1 and os.path.isfile(description[0]):  # noqa: PTH113
        # A description of work that is the name of a file means what the file describes; any
        # text may be asked about here, also one too long for a path.
        source = Path(description[0])
        description = ()
    position = None if source is None else load("assistant.cases.intake:position_from_file")(source)
    text = _typed() if description == ("-",) else " ".join(description)
    settings = load_settings()
    changes = series_changes(settings.home)
    with open_library(settings) as library:
        if position is None:
            found = find(library, text, k=k)
        else:
            from index.search.series.position import find_for_position, work_of

            found = find_for_position(library, position, k=k)
            text = work_of(position) or position.title
        if as_json:
            print_json(found_data(found, changes))
        else:
            click.echo(found_text(found, text, changes, width(), library.place))


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--title", help="What the list is called; a CSV file does not say.")
@click.option("--date", "day", help="The date of the list (2026-03-01); a CSV file does not say.")
@click.option("--source", default="", help="Where the list was published; for a CSV file.")
@json_option
def import_command(
    file: Path, *, title: str | None, day: str | None, source: str, as_json: bool
) -> None:
    """Import a list of series that were cancelled, merged or renamed (TOML, JSON or CSV).

    A series it names is marked with what became of it wherever it is shown. A list of the same
    title is replaced. docs/series-and-decisions.md has the format.
    """
    from core.standards.series.changes import read_list, read_table

    text = read_text(file, error=InputError, wanted="a list of series (TOML, JSON or CSV)")
    suffix = file.suffix.lower()
    if suffix == ".csv":
        one = read_table(text, where=file.name, title=title, day=day, source=source)
    elif title or day or source:
        raise UsageError(
            "--title, --date and --source are for a CSV file",
            where=file.name,
            hint="A TOML or JSON file says them itself.",
        )
    else:
        one = read_list(text, where=file.name, fmt="json" if suffix == ".json" else "toml")
    kept = keep_list(load_settings().home, one)
    if as_json:
        print_json(imported_data(one, kept))
    else:
        click.echo(imported_text(one, kept, width()))


def _typed() -> str:
    """Return the text on standard input; a longer one than can be used is not read to its end.

    Raises:
        InputError: when it is not UTF-8 text.
    """
    data = sys.stdin.buffer.read(MOST_BYTES)
    try:
        # A cut text may end inside a character; it is refused for its length all the same.
        return data.decode("utf-8-sig", "ignore" if len(data) == MOST_BYTES else "strict")
    except UnicodeDecodeError as error:
        raise InputError(
            "this is not UTF-8 text", where="standard input", hint="Save it as UTF-8."
        ) from error


def _group(text: str) -> str:
    """Return a group's code from any spelling of it or of one of its series.

    Raises:
        InputError: when there is no such white collar group.
    """
    from core.standards import series

    code = f"{series.series_code(text)[:2]}00"
    if code not in {group.code for group in series.groups()}:
        raise _unknown(code, what="group")
    return code


def _unknown(
    code: str, changes: Mapping[str, ListedChange] | None = None, *, what: str = "series"
) -> InputError:
    from core.standards import series

    if changes and code in changes:
        return InputError(
            f"{series.edition()} does not have {code}. {changes[code].sentence()}",
            where=what,
            hint="Look for the series its work belongs to.",
        )
    group = series.group_of(code)
    if group in series.families():
        return InputError(
            f"{code} is in Part II of the Handbook, under {group.title} (p. {group.page}): a "
            "trade, craft or labor occupation of the Federal Wage System",
            where=what,
            hint="Only white collar series are listed here.",
        )
    listed = series.grade_interval(code)
    if listed is not None:
        return InputError(
            f"{series.edition()} does not have {code}; only the two-grade list still has it "
            f"(p. {listed.page})",
            where=what,
            hint=f"fes series list --group {code[:2]}00 lists its neighbours.",
        )
    near = (
        f"fes series list --group {group.code} lists its neighbours."
        if group is not None and what == "series"
        else "fes series list shows what there is."
    )
    return InputError(f"there is no {what} {code} in {series.edition()}", where=what, hint=near)
