"""Showing Markdown on a terminal: rendered, in a readable width, coloured only on a terminal."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from assistant.text import safe_text

if TYPE_CHECKING:
    from rich.console import Console

WIDTH = 100
"""Longer lines are hard to read."""


def console() -> Console:
    """Return a console on standard output that never interprets text as markup."""
    from rich.console import Console

    class Terminal(Console):
        """A console that leaves a closed pipe to the command line, where it is no failure."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    width = min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns)
    return Terminal(width=width, markup=False, highlight=False, emoji=False)


def print_markdown(text: str, target: Console | None = None) -> None:
    from rich.markdown import Markdown

    (target or console()).print(Markdown(safe_text(text), hyperlinks=False))
