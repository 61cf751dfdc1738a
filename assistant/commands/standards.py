"""``fes standards``: the standards held as data; each subcommand is a module of its own."""

from __future__ import annotations

import importlib

import click

SUBCOMMANDS: dict[str, tuple[str, str]] = {
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
"""Subcommand to its module in ``assistant/commands/_standards`` and its line of help."""


class LazySubcommands(click.Group):
    """A group that imports a subcommand's module only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names in the table's order."""
        return list(SUBCOMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import and return one subcommand, or None when there is no such one."""
        if cmd_name not in SUBCOMMANDS:
            return None
        module, _ = SUBCOMMANDS[cmd_name]
        command = importlib.import_module(f"assistant.commands._standards.{module}").command
        if not isinstance(command, click.Command):
            raise TypeError(f"assistant.commands._standards.{module} has no click command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the table of subcommands from their lines of help alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in SUBCOMMANDS.items()])


@click.group(name="standards", cls=LazySubcommands)
def command() -> None:
    """Read, compare and check the standards held as data.

    A standard that comes with the program is a digest: what each level requires in our own
    words, with the page to read. Points, grades and conversion tables are as printed.
    """
