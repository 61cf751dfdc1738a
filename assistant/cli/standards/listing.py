"""``fes standards list|check|schema|table``: what is held, and whether a file is right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cases.edits import read_text
from assistant.cli.output import WIDE, json_option, print_json, table, table_rows, table_width, wrap
from assistant.cli.standards.page import standards_page
from core.errors import StandardError

if TYPE_CHECKING:
    from core.overview import Holding

_KINDS = {
    "points": "points",
    "supervisory": "points",
    "referral": "sends elsewhere",
    "narrative": "descriptions",
    "bands": "bands",
    None: "",
}


@click.command(name="list")
@json_option
def list_command(*, as_json: bool) -> None:
    """List the standards held, every edition."""
    from core.overview import holdings

    found = holdings()
    if as_json:
        data = [one.model_dump(mode="json") for one in found]
        print_json(data)
        return
    click.echo("\n".join(_list_lines(found)))


def _list_lines(found: tuple[Holding, ...]) -> list[str]:
    room = table_width()
    headers = ["Id", "Edition", "Grades by", "Levels", "State"]
    rows = [
        [one.id, one.edition_id, _KINDS[one.kind], str(one.levels or ""), _state(one)]
        for one in found
    ]
    titles = [one.problem or one.title for one in found]
    if room >= WIDE:
        rows = [[*row, title] for row, title in zip(rows, titles, strict=True)]
        lines = table([*headers, "Title"], rows, room)
    else:
        head, *body = table_rows(headers, rows, room)
        lines = head
        for row, title in zip(body, titles, strict=True):
            lines += [*row, *wrap(title, room, first="    ", rest="    ")]
    return [*lines, "", *wrap("Read one with: fes standards show ID. Compare levels with: "
                              "fes standards diff ID LEVEL LEVEL.", room)]  # fmt: skip


def _state(one: Holding) -> str:
    if one.problem:
        return "unreadable"
    said = [one.status.replace("_", " ")]
    if one.partial:
        said.append("partial")
    if one.open_doubts:
        said.append("doubtful")
    if one.text == "official":
        said.append("official words")
    if one.fictional:
        said = ["fictional"]
    return ", ".join(said)


MOST_BYTES = 20_000_000
"""A standard in its official words is some hundred kilobytes; anything larger is another file."""


@click.command(name="check")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def check_command(file: Path, *, as_json: bool) -> None:
    """Check the standard in FILE: every key, order, range and page.

    A mistake is named with its field and the remedy, and the exit code is 2. A file that is
    right is told what it holds, what it lacks and whether it can score.
    """
    from core.overview import check_file

    text = read_text(
        file,
        error=StandardError,
        wanted="a standard's file in TOML (its form: fes standards schema)",
        largest=MOST_BYTES,
    )
    held, refused = check_file(text, where=str(file))
    if as_json:
        data = {**held.model_dump(mode="json"), "file": str(file), "scores": refused == ""}
        print_json({**data, "refused": refused})
        return
    click.echo("\n".join(_check_lines(held, refused, str(file))))


def _check_lines(held: Holding, refused: str, file: str) -> list[str]:
    room = table_width()
    lines = wrap(f"{file}: no mistake found.", room)
    lines += wrap(f"{held.title}, edition {held.edition_id}", room, first="  ", rest="  ")
    if held.covers:
        lines += wrap(f"Holds {', '.join(held.covers)}.", room, first="  ", rest="  ")
    if held.lacks:
        lines.append("  Lacks:")
    for lack in held.lacks:
        lines += wrap(lack, room, first="  - ", rest="    ")
    lines += wrap(refused or "It can score.", room, first="  ", rest="  ")
    return lines


@click.command(name="schema")
def schema_command() -> None:
    """Print the JSON schema of a standard's file (TOML read as data)."""
    from core.standards.model import Standard
    from core.standards.reading import json_schema
    from core.standards.supervisory import SupervisoryStandard

    print_json(json_schema(Standard, SupervisoryStandard))


@click.command(name="table")
def table_command() -> None:
    """Print docs/standards.md: what each bundled standard covers and lacks, in Markdown."""
    click.echo(standards_page(), nl=False)
