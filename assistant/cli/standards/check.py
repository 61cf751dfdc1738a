"""``fes standards check``: whether a standard's file can be read, and what it holds."""

from __future__ import annotations

import json as json_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from core.overview import Holding

MOST_BYTES = 20_000_000
"""A standard in its official words is some hundred kilobytes; anything larger is another file."""


@click.command(name="check")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def command(file: Path, *, as_json: bool) -> None:
    """Check the standard in FILE: every key, order, range and page.

    A mistake is named with its field and the remedy, and the exit code is 2. A file that is
    right is told what it holds, what it lacks and whether it can score.
    """
    from core.overview import check_file

    held, refused = check_file(_text(file), where=str(file))
    if as_json:
        data = {**held.model_dump(mode="json"), "file": str(file), "scores": refused == ""}
        click.echo(json_module.dumps({**data, "refused": refused}, indent=2))
        return
    click.echo("\n".join(_lines(held, refused, str(file))))


def _text(file: Path) -> str:
    from core.errors import StandardError

    hint = "Name a standard's file in TOML; its form: fes standards schema."
    try:
        if file.stat().st_size > MOST_BYTES:
            raise StandardError(
                f"the file is larger than {MOST_BYTES // 1_000_000} MB", where=str(file), hint=hint
            )
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise StandardError("there is no such file", where=str(file), hint=hint) from None
    except UnicodeDecodeError:
        raise StandardError("the file is not UTF-8 text", where=str(file), hint=hint) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise StandardError(
            f"the file cannot be read: {reason}", where=str(file), hint=hint
        ) from error


def _lines(held: Holding, refused: str, file: str) -> list[str]:
    from assistant.cli.standards.layout import width, wrap

    room = width()
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
