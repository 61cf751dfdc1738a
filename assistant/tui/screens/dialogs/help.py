"""The help screen: keys, commands and the marks on screen."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from assistant.tui import keys
from assistant.tui.screens.dialogs.dialog import Dialog, part, row

_MARKS = (
    ("[1]", "A citation. Open it to read the passage where it stands."),
    ("Sought", "The level asked for, where it differs from the level credited."),
    ("*", "A level that the last change moved."),
    ("our digest", "Our own words, not the official text; it says where to look that up."),
    ("kept back", "Statements that failed the checks and are not part of the answer."),
)
_RULE = (
    "The core computes every level, point and grade. Answers argue; they do not decide. "
    "A quotation is shown only when it stands word for word in a document."
)


class HelpScreen(Dialog[None]):
    """What can be done, and with which key."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1", "close", "Close")]

    def compose(self) -> ComposeResult:
        """Lay out the help."""
        with Vertical(classes="dialog -tall"):
            yield Static(Content("Help"), classes="dialog-title")
            with VerticalScroll():
                yield Static(Content(_RULE))
                yield part("Keys")
                for action in keys.ACTIONS:
                    second = f", Ctrl+G {action.letter.upper()}" if action.letter else ""
                    yield row(action.shown + second, action.help)
                for shown, text in keys.OTHER_KEYS:
                    yield row(shown, text)
                yield part("Typed commands")
                yield row(f"{keys.OPEN_COMMAND} 3", "Open citation 3 of the current answer")
                yield row("/save FILE", "Write the case to a file")
                yield row("also", " ".join(sorted(keys.COMMANDS)))
                yield part("Marks")
                for mark, text in _MARKS:
                    yield row(mark, text)
            yield Static(Content("Esc closes · ↑ ↓ scroll"), classes="dialog-hint")
