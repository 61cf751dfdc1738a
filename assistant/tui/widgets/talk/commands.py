"""The commands that begin as the message does, above the line while it is written."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from assistant.tui.keys import HELPS, completions
from assistant.tui.widgets.titlebar import MUTED

_MOST = 6


class CommandHints(Static):
    """What a slash can be completed to; Tab completes."""

    def on_mount(self) -> None:
        """Take no room until a command is begun."""
        self.display = False

    def follow(self, text: str) -> None:
        """Show the commands that begin as the text does."""
        found = completions(text)
        self.display = bool(found)
        if not found:
            return
        lines = [
            Content.assemble((f"{command:<13}", "bold $accent"), (HELPS[command], MUTED))
            for command in found[:_MOST]
        ]
        if len(found) > _MOST:
            lines.append(Content.styled(f"and {len(found) - _MOST} more · Tab completes", MUTED))
        self.update(Content("\n").join(lines))
