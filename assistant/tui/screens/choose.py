"""Choosing a citation of the current answer from a list."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from assistant.events import Source
from assistant.tui.screens.dialog import Dialog
from assistant.tui.widgets.titlebar import MUTED, one_line
from assistant.tui.widgets.turn import source_label

_QUOTE = 160  # characters of a quotation shown in the list


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
            yield OptionList(
                *(Option(self._option(source), id=str(source.number)) for source in self._sources)
            )
            yield Static(Content("Enter or a digit opens · Esc closes"), classes="dialog-hint")

    def action_take(self, number: int) -> None:
        """Open a citation by its number."""
        if any(source.number == number for source in self._sources):
            self.dismiss(number)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the chosen citation."""
        event.stop()
        self.dismiss(int(event.option_id or 0) or None)

    @staticmethod
    def _option(source: Source) -> Content:
        quote = one_line(source.quote)
        if len(quote) > _QUOTE:
            quote = quote[:_QUOTE].rpartition(" ")[0] + " …"
        if quote and not source.digest:
            quote = f"“{quote}”"
        label = source_label(source)
        return label + Content.assemble("\n    ", (quote, MUTED)) if quote else label
