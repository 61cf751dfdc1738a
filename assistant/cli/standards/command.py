"""``fes standards``: the standards held as data; each subcommand is a module of its own."""

from __future__ import annotations

from typing import Final

import click

from assistant.cli.lazy import LazyTable, lazy_group

SUBCOMMANDS: Final[LazyTable] = {
    "list": ("listing:list_command", "List the standards held, every edition."),
    "show": ("show", "Show a standard, or one of its levels in full."),
    "diff": ("diff", "Set two levels side by side, aspect by aspect."),
    "levels": ("levels", "Show the ladders of levels with points, pages and summaries."),
    "check": ("listing:check_command", "Check a standard's file, and say what it holds."),
    "schema": ("listing:schema_command", "Print the JSON schema of a standard's file."),
    "table": (
        "listing:table_command",
        "Print what bundled standards cover and lack, as Markdown.",
    ),
    "import": (
        "imports.commands:import_command",
        "Read an official document into a standard that scores.",
    ),
    "confirm": (
        "imports.settling:confirm_command",
        "Confirm what was doubtful about a standard read in.",
    ),
    "correct": (
        "imports.settling:correct_command",
        "Correct the reading of a standard, and settle its doubts one by one.",
    ),
    "remove": ("imports.settling:remove_command", "Remove a standard or guide that was read in."),
}
"""Subcommand to its module in this folder and its line of help."""


@click.group(name="standards", cls=lazy_group("assistant.cli.standards", SUBCOMMANDS))
def command() -> None:
    """Read, compare and check the standards held as data.

    A standard that comes with the program is a digest: what each level requires in our own
    words, with the page to read. Points, grades and conversion tables are as printed.
    """
