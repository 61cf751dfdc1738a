"""Picking one of several: a criterion, a format, a document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from assistant.text import one_line
from assistant.tui.screens.dialogs.dialog import Dialog


class PickScreen(Dialog[str]):
    """Lists choices; Enter, or the digit before one, takes it. The result is its key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(number), f"take({number})", show=False) for number in range(1, 10)
    ]

    def __init__(self, title: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._title, self._choices = title, choices

    def compose(self) -> ComposeResult:
        """Lay out the choices."""
        with Vertical(classes="dialog"):
            yield Static(Content(one_line(self._title)), classes="dialog-title")
            yield OptionList(
                *(
                    Option(Content.assemble((f"{n}  ", "bold $accent"), one_line(text)), id=key)
                    for n, (key, text) in enumerate(self._choices, 1)
                ),
                compact=True,
            )
            yield Static(Content("Enter or a digit takes one · Esc closes"), classes="dialog-hint")

    def action_take(self, number: int) -> None:
        if number <= len(self._choices):
            self.dismiss(self._choices[number - 1][0])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the choice."""
        event.stop()
        self.dismiss(event.option_id)
