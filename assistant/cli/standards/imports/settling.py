"""``fes standards confirm|correct|remove``: what a person settles about a standard read in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from assistant import load
from assistant.cli.output import json_option, options, print_json, table_width, wrap
from assistant.text import safe_text

if TYPE_CHECKING:
    from assistant.cli.standards.imports.rulings import Held

_RULINGS = "assistant.cli.standards.imports.rulings"
_ID = click.argument("standard_id", metavar="ID")
_EDITION = click.option(
    "--edition", default="", metavar="YYYY-MM", help="Which edition; else the newest."
)


@click.command(name="confirm")
@_ID
@_EDITION
@json_option
def confirm_command(standard_id: str, *, edition: str, as_json: bool) -> None:
    """Confirm the doubts about the standard ID that do not block, all at once.

    Look at the pages first: fes standards correct ID lists the doubts. One that blocks is settled
    there by itself.
    """
    for before in load(f"{_RULINGS}:parts")(standard_id, edition):
        done, after = load(f"{_RULINGS}:confirm")(before)
    if as_json:
        data = {"id": after.id, "edition": after.edition_id, "confirmed": done}
        print_json({**data, "open": after.open_numbers()})
        return
    lines = [f"Confirmed: {doubt['message']}" for doubt in done]
    left = after.open_numbers()
    if left:
        lines += [
            (
                f"Still open: {len(left)}, each to be settled by itself. See: "
                f"fes standards correct {after.id}"
            )
        ]
    elif done:
        lines.append(f"{after.id} {after.edition_id} scores now.")
    else:
        lines.append(f"{after.id} {after.edition_id} has no open doubt.")
    click.echo("\n".join(line for one in lines for line in wrap(one, table_width())))


@click.command(name="correct")
@_ID
@options(
    click.option("--level", default="", metavar="LEVEL", help="The level to correct, as 7-4."),
    click.option("--points", type=int, help="Its points as printed."),
    click.option("--page", default="", help="The page on which it stands."),
    click.option("--begins", default="", metavar="WORDS", help="The first words of its text."),
    click.option("--ends", default="", metavar="WORDS", help="The last words of its text."),
    click.option("--range", "ranges", nargs=2, multiple=True, metavar="GRADE POINTS",
                 help="The range of a grade, as 12 2755-3150 or 15 4055-up; may be repeated."),
    click.option("--cell", "cells", nargs=3, multiple=True, metavar="ROW COLUMN POINTS",
                 help="A cell of the chart, as 6-3 7-C 180; may be repeated."),
    click.option("--accept", type=int, multiple=True, metavar="N",
                 help="Accept doubt N: the reading is right."),
    click.option("--reject", type=int, multiple=True, metavar="N",
                 help="Reject doubt N: the reading is wrong there."),
    click.option("--withdraw", type=int, multiple=True, metavar="N",
                 help="Take back correction N."),
    click.option("--why", default="", metavar="TEXT", help="The reason; kept, and shown."),
    click.option("--by", default="", metavar="NAME", help="Who says so; else your user name."),
)  # fmt: skip
@_EDITION
@json_option
def correct_command(standard_id: str, *, edition: str, as_json: bool, **said: Any) -> None:
    """Correct the reading of the standard ID, and settle its doubts one by one.

    Without options, list its doubts and corrections with their numbers. What is settled is kept
    with who, when and why, shown wherever the standard scores, and put over every later reading
    of the same file.
    """
    before = load(f"{_RULINGS}:held")(standard_id, edition)
    wanted = load(f"{_RULINGS}:Said")(**said)
    after = load(f"{_RULINGS}:settle")(before, wanted) if wanted.anything() else before
    if as_json:
        print_json(after.shown())
        return
    click.echo("\n".join(_lines(after, changed=wanted.anything())))


def _lines(held: Held, *, changed: bool) -> list[str]:
    room = table_width()
    lines = wrap(f"{held.title}: {held.id}, edition {held.edition_id}", room)
    for heading, rows in (("Doubts", held.doubts), ("Corrections", held.corrections)):
        if rows:
            lines += ["", heading]
        for number, row in enumerate(rows, start=1):
            text = _doubt(row) if heading == "Doubts" else _correction(row)
            lines += wrap(text, room, first=f"{number:>3}  ", rest="     ")
    lines.append("")
    if held.hindrance:
        lines += wrap(f"It is kept as a draft only: {held.hindrance}.", room)
        return lines
    if not held.doubts and not held.corrections:
        lines += wrap("Nothing about its reading is doubtful or was corrected.", room)
    elif held.open_numbers():
        accepting = load(f"{_RULINGS}:accepting")
        lines += wrap(
            "It does not score yet. Look at the page. Where the reading is not right: fes "
            f"standards correct {held.id} --level LEVEL --points N "
            '--begins "FIRST WORDS" --ends "LAST WORDS" --why "...". Where it is right, with what '
            "you saw:",
            room,
        )
        lines += ["", f"  {accepting(held.id, held.open_numbers())}"]
    else:
        lines += wrap("It scores." if changed else "It scores: nothing is open.", room)
    return lines


def _doubt(row: dict[str, Any]) -> str:
    said = row.get("ruling") or ("confirmed" if row.get("confirmed") else "OPEN")
    if said == "OPEN" and row.get("blocks"):
        said = "OPEN, blocks"
    page = f" (p. {row['page']})" if row.get("page") else ""
    signed = f" [{row['by']}, {row['when']}: {row['why']}]" if row.get("ruling") else ""
    return safe_text(f"{said}: {row['message']}{page}{signed}")


def _correction(row: dict[str, Any]) -> str:
    signed = f"[{row['by']}, {row['when']}: {row['why']}]"
    if "level" not in row:
        return safe_text(f"{row['what']} {signed}")
    parts = [f"{row['points']:,} points" if row.get("points") is not None else ""]
    parts += [f"p. {row['page']}" if row.get("page") else ""]
    parts += [f'from "{row["begins"]}"' if row.get("begins") else ""]
    parts += [f'to "{row["ends"]}"' if row.get("ends") else ""]
    what = ", ".join(part for part in parts if part)
    return safe_text(f"Level {row['level']}: {what} {signed}")


@click.command(name="remove")
@_ID
@_EDITION
@json_option
def remove_command(standard_id: str, *, edition: str, as_json: bool) -> None:
    """Remove the standard or guide ID that was read in, with its document and what was settled.

    What comes with the program stays. Without --edition every edition read in goes.
    """
    removed = load(f"{_RULINGS}:remove")(standard_id, edition)
    if as_json:
        print_json({"id": standard_id, "removed": [str(path) for path in removed]})
        return
    editions = sorted({path.stem for path in removed})
    click.echo(safe_text(f"Removed {standard_id}, edition {', '.join(editions)}."))
