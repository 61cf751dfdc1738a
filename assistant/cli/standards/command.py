"""``fes standards``: the standards held as data; each subcommand is a module of its own."""

from __future__ import annotations

from typing import Final

import click

from assistant.cli.lazy import LazyTable, lazy_group

SUBCOMMANDS: Final[LazyTable] = {
    "list": ("listing", "List the standards held, every edition."),
    "show": ("show", "Show a standard, or one of its levels in full."),
    "diff": ("diff", "Set two levels side by side, aspect by aspect."),
    "levels": ("levels", "Show the ladders of levels with points, pages and summaries."),
    "check": ("check", "Check a standard's file, and say what it holds."),
    "schema": ("schema", "Print the JSON schema of a standard's file."),
    "table": ("tabulate", "Print what each bundled standard covers and lacks, in Markdown."),
    "import": ("importing", "Read an official document into a standard that scores."),
    "confirm": ("confirming", "Confirm what was doubtful about a standard read in."),
}
"""Subcommand to its module in this folder and its line of help."""


@click.group(name="standards", cls=lazy_group("assistant.cli.standards", SUBCOMMANDS))
def command() -> None:
    """Read, compare and check the standards held as data.

    A standard that comes with the program is a digest: what each level requires in our own
    words, with the page to read. Points, grades and conversion tables are as printed.
    """
