"""``fes standards confirm``: a person has looked at what was doubtful."""

from __future__ import annotations

import json as json_module

import click


@click.command(name="confirm")
@click.argument("standard_id", metavar="ID")
@click.option("--edition", default="", metavar="YYYY-MM", help="Which edition; else the newest.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def command(standard_id: str, *, edition: str, as_json: bool) -> None:
    """Confirm every doubt about the standard ID, which was read from a document.

    Look at the pages first: fes standards show ID lists the doubts.
    """
    from assistant.cli.standards.imports import confirm_standard
    from assistant.text import safe_text

    done = confirm_standard(standard_id, edition)
    if as_json:
        data = {"id": done.id, "edition": done.edition_id, "confirmed": list(done.doubts)}
        click.echo(json_module.dumps(data, indent=2))
        return
    if not done.doubts:
        click.echo(safe_text(f"{done.id} {done.edition_id} has no open doubt."))
        return
    for doubt in done.doubts:
        click.echo(safe_text(f"Confirmed: {doubt['message']}"))
    click.echo(safe_text(f"{done.id} {done.edition_id} scores now."))
