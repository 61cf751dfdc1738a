"""Going elsewhere by one key: the works by digit, what F-keys do by letter."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from assistant.tui import keys
from assistant.tui.screens.dialogs.dialog import Dialog, row
from assistant.tui.works import WORKS, digit


class GoScreen(Dialog[str]):
    """Lists where one key leads; the result is the action to run."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding(keys.GO_KEY, "close", "Close")]

    def compose(self) -> ComposeResult:
        """Lay out the works and the letters."""
        with Vertical(classes="dialog -go"):
            yield Static(Content("Go to"), classes="dialog-title")
            for work in WORKS:
                yield row(digit(work), f"{work.title}: {work.help}", kind="dialog-number")
            for action in _LETTERED:
                text = f"{action.title}: {action.help} ({action.shown})"
                yield row(action.letter.upper(), text, kind="dialog-number")
            yield Static(Content("One key chooses · Esc closes"), classes="dialog-hint")

    def on_key(self, event: events.Key) -> None:
        """Choose by the key pressed."""
        for work in WORKS:
            if event.key == digit(work):
                self.dismiss(f"app.go('{work.name}')")
        for action in _LETTERED:
            if event.key.lower() == action.letter:
                self.dismiss(action.action)


_LETTERED = tuple(action for action in keys.ACTIONS if action.letter)
