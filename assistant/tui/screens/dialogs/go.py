"""Going elsewhere: by one key, or by the menu of everything, searched as one types."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.command import CommandPalette, DiscoveryHit
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from assistant.tui import keys
from assistant.tui.screens.dialogs.dialog import Dialog, nothing_left, row
from assistant.tui.works import WORKS, digit

_LETTERED = tuple(action for action in keys.ACTIONS if action.letter)


class GoScreen(Dialog[None]):
    """Lists where one key leads, and goes there ahead of the keys that wait for the place.

    Args:
        go: runs the action that was chosen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(keys.GO_KEY, "close", "Close"),
        *(
            Binding(digit(work), f"choose(\"app.go('{work.name}')\")", show=False, priority=True)
            for work in WORKS
        ),
        *(
            Binding(
                f"{action.letter},{action.letter.upper()}",
                f'choose("{action.action}")',
                show=False,
                priority=True,
            )
            for action in _LETTERED
        ),
    ]

    def __init__(self, go: Callable[[str], Awaitable[object]]) -> None:
        super().__init__()
        self._go = go

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

    async def action_choose(self, action: str) -> None:
        """Go where a key leads."""
        self.dismiss(None)
        await self._go(action)


class Menu(CommandPalette):
    """Textual's palette; closes with its choice once, though Enter was pressed again meanwhile."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close; when it is closed already, there is nothing more to run."""
        if self.is_active:
            closing: AwaitComplete = super().dismiss(result)
            return closing
        self._selected_command = DiscoveryHit("", lambda: None)
        return nothing_left()
