"""``fes series``: the occupational series, one of them, or those that may cover a work."""

from __future__ import annotations

import json
import shutil
import sys

import click

from core.errors import InputError, UsageError

WIDEST = 100
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
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def list_command(*, group: str | None, as_json: bool) -> None:
    """List every series with its group and grade interval."""
    from assistant.cli.find.series_views import list_text, series_row
    from core.standards import series

    code = None if group is None else _group(group)
    rows = series.all_series(code)
    if as_json:
        click.echo(json.dumps([series_row(one) for one in rows], indent=2))
    else:
        click.echo(list_text(rows, _width()))


@command.command("show")
@click.argument("code")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def show_command(code: str, *, as_json: bool) -> None:
    """Show a series' title, group, interval, page and, when ingested, its definition."""
    from assistant.chat.wiring import open_library
    from assistant.cli.find.series_views import passage_rows, series_row, show_text
    from assistant.settings import load_settings
    from core.standards import series
    from index.series.finding import definitions

    wanted = series.series_code(code)
    one = series.find_series(wanted)
    if one is None:
        raise _unknown(wanted)
    with open_library(load_settings()) as library:
        passages = definitions(library).get(wanted, [])
    if as_json:
        row = {**series_row(one), "definition": passage_rows(passages)}
        click.echo(json.dumps(row, indent=2))
    else:
        click.echo(show_text(one, passages, _width()))


@command.command("find")
@click.argument("description", nargs=-1)
@click.option("-k", type=int, default=5, show_default=True, help="How many candidates.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def find_command(description: tuple[str, ...], *, k: int, as_json: bool) -> None:
    """Rank the series that may cover the work in DESCRIPTION by the ingested definitions.

    A DESCRIPTION of - is read from standard input.
    """
    from assistant.chat.wiring import open_library
    from assistant.cli.find.series_views import found_data, found_text
    from assistant.settings import load_settings
    from index.series.finding import find

    if not 1 <= k <= MOST:
        raise UsageError(f"-k {k} is not possible", where="-k", hint=f"Give 1 to {MOST}.")
    text = _typed() if description == ("-",) else " ".join(description)
    with open_library(load_settings()) as library:
        found = find(library, text, k=k)
    if as_json:
        click.echo(json.dumps(found_data(found), indent=2))
    else:
        click.echo(found_text(found, text, _width()))


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


def _width() -> int:
    return min(WIDEST, shutil.get_terminal_size((80, 24)).columns)


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
