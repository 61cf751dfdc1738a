"""``fes series``: the occupational series, one of them, or those that may cover a work."""

from __future__ import annotations

import sys

import click

from assistant.chat.wiring import open_library
from assistant.cli.find.series_views import (
    found_data,
    found_text,
    list_text,
    passage_rows,
    series_row,
    show_text,
)
from assistant.cli.output import json_option, print_json, width
from assistant.settings import load_settings
from core.errors import InputError, UsageError

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
    if as_json:
        print_json([series_row(one) for one in rows])
    else:
        click.echo(list_text(rows, width()))


@command.command("show")
@click.argument("code")
@json_option
def show_command(code: str, *, as_json: bool) -> None:
    """Show a series' title, group, interval, page and, when ingested, its definition."""
    from core.standards import series
    from index.search.series.finding import definitions

    wanted = series.series_code(code)
    one = series.find_series(wanted)
    if one is None:
        raise _unknown(wanted)
    with open_library(load_settings()) as library:
        passages = definitions(library).get(wanted, [])
    if as_json:
        row = {**series_row(one), "definition": passage_rows(passages)}
        print_json(row)
    else:
        click.echo(show_text(one, passages, width()))


@command.command("find")
@click.argument("description", nargs=-1)
@click.option("-k", type=int, default=5, show_default=True, help="How many candidates.")
@json_option
def find_command(description: tuple[str, ...], *, k: int, as_json: bool) -> None:
    """Rank the series that may cover the work in DESCRIPTION by the ingested definitions.

    A DESCRIPTION of - is read from standard input.
    """
    from index.search.series.finding import find

    if not 1 <= k <= MOST:
        raise UsageError(f"-k {k} is not possible", where="-k", hint=f"Give 1 to {MOST}.")
    text = _typed() if description == ("-",) else " ".join(description)
    with open_library(load_settings()) as library:
        found = find(library, text, k=k)
    if as_json:
        print_json(found_data(found))
    else:
        click.echo(found_text(found, text, width()))


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


def _unknown(code: str, *, what: str = "series") -> InputError:
    from core.standards import series

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
