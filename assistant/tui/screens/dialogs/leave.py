"""Leaving with changes that are not saved."""

from __future__ import annotations

from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from assistant.text import one_line
from assistant.tui.screens.dialogs.dialog import Dialog

Choice = Literal["save", "discard"]


class LeaveScreen(Dialog[Choice]):
    """Asks whether to save the case, leave without saving, or stay."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "choose('save')", "Save and quit"),
        Binding("d", "choose('discard')", "Quit without saving"),
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
    ]

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = one_line(title)

    def compose(self) -> ComposeResult:
        """Lay out the question and its answers."""
        with Vertical(classes="dialog"):
            yield Static(Content("The case has changes that are not saved"), classes="dialog-title")
            yield Static(Content(self._title))
            with Horizontal(classes="dialog-buttons"):
                yield Button("Save and quit (S)", id="save", variant="primary", compact=True)
                yield Button("Quit without saving (D)", id="discard", compact=True)
                yield Button("Stay (Esc)", id="stay", compact=True)

    def action_choose(self, choice: Choice) -> None:
        """Answer the question."""
        self.dismiss(choice)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer the question with a button."""
        if event.button.id == "save":
            self.dismiss("save")
        elif event.button.id == "discard":
            self.dismiss("discard")
        else:
            self.dismiss(None)
