"""``fes chat``: the chat application in the terminal."""

from __future__ import annotations

import os
import sys
import threading
from typing import TYPE_CHECKING

import click

from assistant import load
from assistant.cli.output import json_option
from assistant.settings import display, load_settings
from core.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.tui.app import FesApp
    from assistant.tui.desk.opener import Opener

_CLOSE_SECONDS = 1.0


def _require_terminal() -> None:
    hint = "Use fes chat --plain, which talks by lines, or fes ask QUESTION for one answer."
    if display().browser:
        return  # A tab of fes serve: the browser is the terminal.
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("fes chat needs a terminal for input and output", hint=hint)
    if not display().drawable:
        raise UsageError("this terminal cannot show a screen", where="TERM", hint=hint)


@click.command(name="chat")
@click.option(
    "--case",
    "case_name",
    metavar="CASE",
    help="The case to open: a file, or the name of one kept; without it, the first screen.",
)
@click.option(
    "--plain",
    is_flag=True,
    help="Talk by lines: one message a line on standard input, one reply on standard output.",
)
@json_option
def command(case_name: str | None, *, plain: bool, as_json: bool) -> None:
    """Open the application on a case, or on its first screen.

    The conversation, the evaluation and a screen for each kind of work; a case keeps itself as it
    changes, and a window that was killed comes back where it stood. F1 shows the keys. With
    --plain the same conversation goes by lines, for a screen reader or another program.
    """
    if plain:
        load("assistant.cli.talk.plain:talk")(case_name, as_json=as_json)
        return
    if as_json:
        raise UsageError("--json goes with --plain", where="--json", hint="Add --plain.")
    _require_terminal()

    opener: Opener = load("assistant.tui.desk.opener:Opener")(load_settings())
    supervisor = opener.supervisors(case_name) if case_name else None
    desk = None
    if supervisor is None:
        desk = opener.named(case_name) if case_name else opener.interrupted()
    with load("assistant.tui.widgets.figures.glance:until_the_screen")(desk):
        make_app: type[FesApp] = load("assistant.tui.app:FesApp")
        app = make_app(desk, opener, supervisor=supervisor)
        app.run()
    _leave(opener.close, app.return_code or 0, idle=app.left_in_order)


def _leave(close: Callable[[], None], code: int, *, idle: bool) -> None:
    """Close the library, but do not keep a person who has left waiting for it.

    A turn or a reading of documents may still work in a thread, in a model server's time or
    in its own, and the end of the interpreter waits for some of those. What they write are
    transactions, so that leaving them is safe.
    """
    closing = threading.Thread(target=close, daemon=True)
    closing.start()
    closing.join(_CLOSE_SECONDS)
    if closing.is_alive() or not idle:
        sys.stdout.flush()
        os._exit(code)
    if code:
        raise SystemExit(code)
