"""The line where the person writes: Enter sends, and what was sent before comes back."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from assistant.text import safe_text
from assistant.tui.desk.arrivals import arrival
from assistant.tui.keys import completions
from assistant.tui.messages import BroughtIn, PromptSubmitted, SuggestionsWanted

_LONGEST = 20_000  # characters; a whole position description fits several times


class Prompt(TextArea):
    """A message being written, one line high until it needs more."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("alt+enter,shift+enter,ctrl+j", "newline", "New line", show=False),
        Binding("up", "history_or_up", "Earlier message", show=False),
        Binding("down", "history_or_down", "Later message", show=False),
        Binding("pageup", "screen.scroll_conversation(-1)", "Scroll up", show=False),
        Binding("pagedown", "screen.scroll_conversation(1)", "Scroll down", show=False),
    ]

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(
            id=id,
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            compact=True,
            highlight_cursor_line=False,
            placeholder="Ask about a level, state a fact, or ask what OPM has decided",
        )
        self._history: list[str] = []
        self._place = 0
        self._draft = ""

    def remember(self, message: str) -> None:
        """Add a sent message to those that Up brings back."""
        if not self._history or self._history[-1] != message:
            self._history.append(message)
        self._place = len(self._history)
        self._draft = ""

    def put(self, text: str) -> None:
        """Replace what is written, with the cursor at its end."""
        self.load_text(text)
        self.move_cursor(self.document.end)

    def submit(self) -> None:
        """Hand over what is written and begin anew.

        The line is cleared here and at once: keys typed ahead of the answer to this message
        belong to the next one.
        """
        text = safe_text(self.text).strip()
        if text:
            self.put("")
            self.post_message(PromptSubmitted(text))

    def give_back(self, text: str) -> None:
        """Put a message that was not sent back, before what was typed since."""
        self.put(text + self.text)

    def action_newline(self) -> None:
        self.insert("\n")

    def action_history_or_up(self) -> None:
        """Move up a line, or from the first line to the message sent before."""
        if not self.cursor_at_first_line:
            self.action_cursor_up()
        elif self._place > 0:
            if self._place == len(self._history):
                self._draft = self.text
            self._place -= 1
            self.put(self._history[self._place])
        elif not self.text:
            self.post_message(SuggestionsWanted())

    def action_history_or_down(self) -> None:
        """Move down a line, or from the last line to the message sent after."""
        if not self.cursor_at_last_line:
            self.action_cursor_down()
        elif self._place < len(self._history):
            self._place += 1
            newest = self._place == len(self._history)
            self.put(self._draft if newest else self._history[self._place])
        elif not self.text:
            self.post_message(SuggestionsWanted())

    async def _on_key(self, event: events.Key) -> None:
        # Not a binding: bindings of the application run ahead of keys that wait in this
        # widget's queue, and a fast "text, Enter" would send an empty line.
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.submit()
        elif event.key == "tab" and (found := completions(self.text)):
            event.stop()
            event.prevent_default()
            self.put(_common(found) if _common(found) != self.text else found[0])
        else:
            await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        room = _LONGEST - len(self.text)
        pasted = safe_text(event.text)
        brought = arrival(event.text)
        if brought.path is not None or brought.text:
            self.post_message(BroughtIn(brought))
            return
        if len(pasted) > room:
            self.app.notify(
                f"The message may have {_LONGEST:,} characters; the rest was not pasted. "
                "Put long text in a file: /library FILE reads it in.",
                severity="warning",
                markup=False,
            )
        self.insert(pasted[: max(0, room)])


def _common(words: list[str]) -> str:
    """Return what all of some words begin with."""
    first, last = min(words), max(words)
    same = (
        number for number, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]
    )
    return first[: next(same, min(len(first), len(last)))]
