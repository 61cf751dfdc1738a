"""``fes standards schema``: the form of a standard's file as a JSON schema."""

from __future__ import annotations

import json as json_module

import click


@click.command(name="schema")
def command() -> None:
    """Print the JSON schema of a standard's file (TOML read as data)."""
    from core.standards.reading import json_schema

    click.echo(json_module.dumps(json_schema(), indent=2))
