"""``fes chat``: the chat application in the terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from core.errors import UsageError


def _require_terminal() -> None:
    hint = "Use: fes ask QUESTION, which prints one answer and needs no terminal."
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("fes chat needs a terminal for input and output", hint=hint)
    if os.environ.get("TERM", "") in {"", "dumb"}:
        raise UsageError("this terminal cannot show a screen", where="TERM", hint=hint)


@click.command(name="chat")
@click.option(
    "--case",
    "case_path",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The case to talk about; without it, the bundled fictional example.",
)
def command(case_path: Path | None) -> None:
    """Open the chat application on a case.

    The evaluation and the cited passages stand beside the conversation. F1 shows the keys.
    """
    _require_terminal()

    from assistant.settings import load_settings
    from assistant.wiring import open_engine

    engine = open_engine(load_settings(), case_path)

    from assistant.tui.app import FesApp

    with engine.library:
        app = FesApp(engine)
        app.run()
    if app.return_code:
        raise SystemExit(app.return_code)
