"""Asking for one line of text: a title, a file, a search."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Paste
from textual.widgets import Input, Static

from assistant.text import one_line
from assistant.tui.desk.arrivals import arrival
from assistant.tui.screens.dialogs.dialog import Dialog


class _Line(Input):
    """A line that hands a whole description on, where a line would keep its first words only."""

    def _on_paste(self, event: Paste) -> None:
        if arrival(event.text).text:
            event.stop()
            event.prevent_default()
            self.post_message(Input.Submitted(self, event.text))


class AskScreen(Dialog[str]):
    """Asks for a line; Enter gives it, Esc gives nothing; a description pasted is given whole."""

    def __init__(self, title: str, question: str, value: str) -> None:
        super().__init__()
        self._title, self._question, self._value = title, question, value

    def compose(self) -> ComposeResult:
        """Lay out the question and the line."""
        with Vertical(classes="dialog"):
            yield Static(Content(one_line(self._title)), classes="dialog-title")
            yield Static(Content(one_line(self._question)))
            yield _Line(self._value, id="ask-line", select_on_focus=True)
            yield Static(Content("Enter accepts · Esc goes back"), classes="dialog-hint")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the line."""
        event.stop()
        self.dismiss(event.value.strip())
