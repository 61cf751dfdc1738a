"""Messages sent while an answer was still being written: they wait their turn."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from assistant.text import one_line
from assistant.tui.widgets.titlebar import MUTED


class Waiting(Static):
    """The messages that are sent next, on two lines: a small terminal needs the others."""

    def on_mount(self) -> None:
        """Take no room until something waits."""
        self._messages: list[str] = []
        self._draw()

    @property
    def messages(self) -> tuple[str, ...]:
        """What waits, the next first."""
        return tuple(self._messages)

    def add(self, message: str) -> None:
        """Put a message at the end."""
        self._messages.append(message)
        self._draw()

    def next(self) -> str | None:
        """Take the first message, or None when nothing waits."""
        message = self._messages.pop(0) if self._messages else None
        self._draw()
        return message

    def clear(self) -> int:
        """Take all messages away and return how many there were."""
        count = len(self._messages)
        self._messages.clear()
        self._draw()
        return count

    def _draw(self) -> None:
        self.display = bool(self._messages)
        rest = len(self._messages) - 1
        labels = ("sent next", "then" if rest == 1 else f"then {rest} more")
        lines = [
            Content.assemble((f"{label}  ", MUTED), one_line(message))
            for label, message in zip(labels, self._messages, strict=False)
        ]
        self.update(Content("\n").join(lines))
