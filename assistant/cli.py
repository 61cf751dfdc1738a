"""The lazy command table: a command's module is imported when the command runs, not before.

``fes --help`` therefore loads no command, no model and no index.
"""

from __future__ import annotations

import importlib
import os
import sys
from typing import NoReturn

import click

from core.errors import AppError
from core.version import VERSION

COMMANDS: dict[str, str] = {
    "demo": "Show the whole journey on the bundled fictional example.",
    "chat": "Open the chat application on a case.",
    "ask": "Answer one question with verified quotations and the core's grade.",
    "score": "Compute points and grade from factor levels.",
    "whatif": "Show what would change a case's grade, exactly.",
    "appeal": "Say what can be contested, where, by when, and what it risks.",
    "mixed": "Find the grade and series that control a mixed position.",
    "guide": "Grade a position by a guide without points.",
    "band": "Place a position in a band by an implementing directive.",
    "ingest": "Read documents into the text of record and the index.",
    "standards": "List, show, compare and check the standards held as data.",
    "benchmarks": "Find example positions with their levels in standards read in.",
    "series": "List the series, show one, or find those for some work.",
    "search": "Find passages in the documents you have ingested.",
    "precedents": "Find how decisions read a level: met or refused, by whom, why.",
    "sources": "List, fetch and trace the official documents.",
    "decisions": "Browse and count the register of real appeal decisions.",
    "decision": "Show what an appeal decision asked, found and decided.",
    "index": "Check the index against the text of record, or make it again.",
    "export": "Write a case's evaluation statement to a file.",
    "doctor": "Say what this installation has, and what is missing.",
}
"""Command name to the one line that ``fes --help`` shows; the module has the same name."""


class LazyGroup(click.Group):
    """A group that knows its commands by name and loads one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the command names in the order of a first use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import and return one command, or None when there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"assistant.commands.{cmd_name}")
        command = module.command
        if not isinstance(command, click.Command):
            raise TypeError(f"assistant.commands.{cmd_name} has no click command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the table of commands from their one-line descriptions alone."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: fes demo. Data is kept in the folder FES_HOME names.",
)
@click.version_option(VERSION, prog_name="fes")
def cli() -> None:
    """Reason about the grade of a federal position.

    The core computes every level, point and grade. The index finds the language. Nothing
    else decides.
    """
    from assistant.imported import name_imported_standards

    name_imported_standards()


def _fail(error: AppError) -> NoReturn:
    from assistant.text import safe_text

    sys.stderr.write(f"fes: {safe_text(error.sentence())}\n")
    raise SystemExit(error.exit_code)


def main(args: list[str] | None = None) -> NoReturn:
    """Run the command line; exit 0 done, 2 input wrong, 3 something outside failed, 1 a bug."""
    try:
        result = cli.main(args=args, prog_name="fes", standalone_mode=False)
    except AppError as error:
        _fail(error)
    except click.ClickException as error:
        error.show()
        raise SystemExit(2) from None
    except (click.Abort, KeyboardInterrupt):
        sys.stderr.write("fes: stopped\n")
        raise SystemExit(130) from None
    except BrokenPipeError:
        # The reader of our output closed it (for example `fes search … | head`): not an error.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
    raise SystemExit(result if isinstance(result, int) else 0)


if __name__ == "__main__":
    main()
