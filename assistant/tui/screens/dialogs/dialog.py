"""What all dialogs over the chat share: Esc closes them, and they scroll when they are long."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from assistant.tui import keys

Result = TypeVar("Result")


def nothing_left() -> AwaitComplete:
    """Return what is waited for where a dialog is closed already."""
    done: AwaitComplete = AwaitComplete.nothing()  # type: ignore[no-untyped-call]
    return done


class Dialog(ModalScreen[Result | None]):
    """A dialog that Esc closes without a result."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close"),
        *keys.NEXT_FIELD,
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (110, "-wide")]  # noqa: RUF012

    def action_close(self) -> None:
        self.dismiss(None)

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close with a result: once, though the key that closes was pressed again meanwhile."""
        return super().dismiss(result) if self.is_active else nothing_left()


def row(key: str, text: Content | str, *, kind: str = "dialog-key") -> Horizontal:
    """Return a line of a dialog: a key or number, and text that wraps beside it."""
    content = Content(text) if isinstance(text, str) else text
    return Horizontal(Static(Content(key), classes=kind), Static(content), classes="dialog-row")


def part(title: str) -> Static:
    return Static(Content(title), classes="dialog-part")
