"""``fes standards table``: what each standard that comes with the program covers and lacks."""

from __future__ import annotations

import click


@click.command(name="table")
def command() -> None:
    """Print docs/standards.md: what each bundled standard covers and lacks, in Markdown."""
    from core.overview_table import standards_page

    click.echo(standards_page(), nl=False)
