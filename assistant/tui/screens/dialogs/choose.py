"""Choosing a citation of the current answer from a list."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from assistant.events import Source
from assistant.tui.screens.dialogs.dialog import Dialog
from assistant.tui.widgets.talk.source_list import CitationRows


class ChooseSource(Dialog[int]):
    """Lists the citations with their words; Enter or a digit opens one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(number), f"take({number})", show=False) for number in range(1, 10)
    ]

    def __init__(self, sources: list[Source]) -> None:
        super().__init__()
        self._sources = sources

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(classes="dialog"):
            yield Static(Content("Sources of this answer"), classes="dialog-title")
            yield CitationRows(tuple(self._sources), quotes=True)
            yield Static(Content("Enter or a digit opens · Esc closes"), classes="dialog-hint")

    def action_take(self, number: int) -> None:
        """Open a citation by its number."""
        if any(source.number == number for source in self._sources):
            self.dismiss(number)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the chosen citation."""
        event.stop()
        self.dismiss(int(event.option_id or 0) or None)
