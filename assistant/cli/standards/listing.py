"""``fes standards list``: every edition held."""

from __future__ import annotations

import json as json_module
from typing import TYPE_CHECKING

import click

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
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def command(*, as_json: bool) -> None:
    """List the standards held, every edition."""
    from core.overview import holdings

    found = holdings()
    if as_json:
        data = [one.model_dump(mode="json") for one in found]
        click.echo(json_module.dumps(data, indent=2))
        return
    click.echo("\n".join(_lines(found)))


def _lines(found: tuple[Holding, ...]) -> list[str]:
    from assistant.cli.standards.layout import WIDE, table, table_rows, width, wrap

    room = width()
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
