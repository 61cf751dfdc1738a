"""``fes doctor``: say what this installation has, and what is missing."""

from __future__ import annotations

import json as json_module
import sys

import click

from assistant.cli.library.diagnostics import examine
from assistant.cli.output import json_option
from assistant.settings import load_settings
from assistant.text import safe_text


@click.command()
@json_option
def command(*, as_json: bool) -> None:
    """Say what this installation has, and what is missing."""
    checks = examine(load_settings())
    if as_json:
        click.echo(json_module.dumps([c.as_dict() for c in checks], indent=2))
    else:
        for check in checks:
            mark = "ok     " if check.ok else "MISSING"
            click.echo(f"{mark} {check.name}: {safe_text(check.detail)}")
            if check.hint:
                click.echo(f"        {safe_text(check.hint)}")
    if not all(c.ok for c in checks):
        sys.exit(3)
