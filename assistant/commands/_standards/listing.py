"""``fes standards list``: every edition held."""

from __future__ import annotations

import json as json_module

import click


@click.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def command(*, as_json: bool) -> None:
    """List the standards held, every edition."""
    from dataclasses import asdict

    from assistant.text import safe_text
    from core.catalog import list_standards

    entries = list_standards()
    if as_json:
        click.echo(json_module.dumps([asdict(entry) for entry in entries], default=str, indent=2))
        return
    for entry in entries:
        click.echo(safe_text(f"{entry.id:<14} {entry.edition_id:<10} {entry.title}"))
