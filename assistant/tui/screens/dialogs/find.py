"""Finding one of many by words of its name: a published document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from assistant.text import one_line
from assistant.tui.screens.dialogs.dialog import Dialog
from assistant.tui.widgets.titlebar import MUTED

_NAME = 30


class FindScreen(Dialog[str]):
    """Narrows a list down as words are written; Enter takes the row chosen. The result is its key.

    Args:
        title: what is looked for.
        choices: every key with what it is called.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move('up')", show=False, priority=True),
        Binding("down", "move('down')", show=False, priority=True),
    ]

    def __init__(self, title: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._title, self._choices = title, choices

    def compose(self) -> ComposeResult:
        """Lay out the line for the words and the list."""
        with Vertical(classes="dialog -form"):
            yield Static(Content(one_line(self._title)), classes="dialog-title")
            yield Input(placeholder="words of its title, or a series such as 0343", id="find-words")
            yield OptionList(id="find-list", compact=True)
            yield Static(
                Content("Words narrow the list · ↑ ↓ choose · Enter takes one · Esc closes"),
                classes="dialog-hint",
            )

    def on_mount(self) -> None:
        """List everything."""
        self._fill("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """List what has all the words."""
        event.stop()
        self._fill(event.value)

    def _fill(self, written: str) -> None:
        words = written.casefold().split()
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options(
            Option(
                Content.assemble((f"{one_line(key):<{_NAME}} ", "bold"), (one_line(text), MUTED)),
                id=key,
            )
            for key, text in self._choices
            if all(word in f"{key} {text}".casefold() for word in words)
        )
        listed.highlighted = 0 if listed.option_count else None

    def action_move(self, way: str) -> None:
        """Move in the list while the words keep the focus."""
        listed = self.query_one(OptionList)
        listed.action_cursor_up() if way == "up" else listed.action_cursor_down()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the row chosen."""
        event.stop()
        listed = self.query_one(OptionList)
        if listed.highlighted is not None:
            self.dismiss(listed.get_option_at_index(listed.highlighted).id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the row clicked."""
        event.stop()
        self.dismiss(event.option_id)
