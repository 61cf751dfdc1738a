"""Groups of commands that import a command's module only to run it, so that help stays light."""

from __future__ import annotations

from collections.abc import Mapping

import click

from assistant import load

LazyTable = Mapping[str, tuple[str, str]]
"""Command name to where it is below a package (``module`` or ``module:name``, where the name is
``command`` unless given) and its one line of help, in the order shown."""


def lazy_group(package: str, table: LazyTable) -> type[click.Group]:
    """Return a class of groups whose commands are those of the table.

    Args:
        package: where the modules are found, for example ``assistant.cli``.
        table: the commands.
    """

    class LazyGroup(click.Group):
        def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
            return list(table)

        def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
            if cmd_name not in table:
                return None
            place = table[cmd_name][0]
            command = load(f"{package}.{place}" if ":" in place else f"{package}.{place}:command")
            if not isinstance(command, click.Command):
                raise TypeError(f"{package}.{place} is no click command")
            return command

        def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
            with formatter.section("Commands"):
                formatter.write_dl([(name, line) for name, (_, line) in table.items()])

    return LazyGroup
