"""The menu of everything, searched as one types: Textual's palette, in which one choice is made."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, DiscoveryHit

from assistant.tui.screens.dialogs.dialog import nothing_left


class Menu(CommandPalette):
    """Closes with its choice once, though Enter was pressed again meanwhile."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close; when it is closed already, there is nothing more to run."""
        if self.is_active:
            closing: AwaitComplete = super().dismiss(result)
            return closing
        self._selected_command = DiscoveryHit("", lambda: None)
        return nothing_left()
