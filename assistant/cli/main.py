"""The lazy command table: a command's module is imported when the command runs, not before.

``fes --help`` therefore loads no command, no model and no index.
"""

from __future__ import annotations

import sys
from typing import Final, NoReturn

import click

from assistant import load
from assistant.cli import streams
from assistant.cli.lazy import LazyTable, lazy_group
from core import VERSION
from core.errors import AppError

COMMANDS: Final[LazyTable] = {
    "demo": ("talk.demo", "Show the whole journey on the bundled fictional example."),
    "chat": ("talk.chat", "Open the application: cases, conversation, a screen for each work."),
    "serve": ("talk.serve", "Open the application in a browser on this machine."),
    "ask": ("talk.ask", "Answer one question with verified quotations and the core's grade."),
    "case": ("positions.cases", "Make cases of your own, check, list and show them."),
    "check": ("positions.check", "Check a position description against the standard of adequacy."),
    "compare": ("positions.compare", "Compare an old and a new description of one position."),
    "score": ("case.score", "Compute points and grade from factor levels."),
    "suggest": ("case.suggest", "Suggest levels from a position description, both ways."),
    "whatif": ("case.whatif", "Show what would change a case's grade, exactly."),
    "appeal": ("case.appeal", "Say what can be contested, where, by when, and what it risks."),
    "mixed": ("case.mixed", "Find the grade and series that control a mixed position."),
    "guide": ("case.guide", "Grade a position by a guide without points."),
    "band": ("case.band", "Place a position in a band by an implementing directive."),
    "ingest": ("library.ingest", "Read documents into the text of record and the index."),
    "standards": ("standards.command", "List, show, compare and check the standards held."),
    "benchmarks": (
        "standards.benchmarks",
        "Find example positions in standards read in.",
    ),
    "series": ("find.series", "List the series, show one, or find those for some work."),
    "search": ("find.search", "Find passages in the documents you have ingested."),
    "precedents": (
        "find.precedents",
        "Find how decisions read a level, and why.",
    ),
    "sources": ("library.sources", "List, fetch and trace the official documents."),
    "decisions": ("find.decisions", "Browse and count the register of real appeal decisions."),
    "decision": ("find.decision", "Show what an appeal decision asked, found and decided."),
    "index": ("library.index", "Check the index against the text of record, or make it again."),
    "paper": (
        "papers.paper",
        "Write a paper: statement, assessment, letter, certificate and others.",
    ),
    "verify": (
        "papers.paper:verify_command",
        "Compute a certificate again and say whether it is the same.",
    ),
    "export": ("papers.paper:export_command", "Write a case's evaluation statement to a file."),
    "doctor": ("library.doctor", "Say what this installation has, and what is missing."),
}
"""Command name to its module under this package and the line that ``fes --help`` shows."""


@click.group(
    cls=lazy_group("assistant.cli", COMMANDS),
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: fes demo. Data is kept in the folder FES_HOME names.",
)
@click.version_option(VERSION, prog_name="fes")
def cli() -> None:
    """Reason about the grade of a federal position.

    The core computes every level, point and grade. The index finds the language. Nothing
    else decides.
    """
    load("assistant.settings:start_lightly")()
    load("assistant.cli.standards.imports.folders:name_imported_standards")()


def _say(sentence: str) -> None:
    safe_text = load("assistant.text:safe_text")
    sys.stderr.write(f"fes: {safe_text(sentence)}\n")


def _failed(error: AppError) -> int:
    _say(error.sentence())
    return error.exit_code


def main(args: list[str] | None = None) -> NoReturn:
    """Run the command line; exit 0 done, 2 input wrong, 3 something outside failed, 1 a bug."""
    streams.prepare()
    try:
        code = run(args)
        streams.flush()
    except BrokenPipeError:
        # The reader of our output closed it (for example `fes search … | head`): not an error.
        streams.discard()
        code = 0
    except OSError as error:
        streams.discard()
        _say(streams.outside_sentence(error))
        code = 3
    raise SystemExit(code)


def run(args: list[str] | None) -> int | str | None:
    """Run a command, say what is wrong with it, and return the exit code."""
    try:
        result = cli.main(args=args, prog_name="fes", standalone_mode=False)
    except SystemExit as end:
        return end.code
    except AppError as error:
        return _failed(error)
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        sys.stderr.write("fes: stopped\n")
        return 130
    return result if isinstance(result, int) else 0


if __name__ == "__main__":
    main()
