"""The keys at the foot of a screen: whole words only, written again only when they are others."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.screen import Screen
from textual.widgets import Input, Static, TextArea

_SPENT: Final = 3
"""Cells a key takes beside its name and its word."""
_GIVEN_UP: Final = ("Menu", "Undo", "Quit", "Talk")
"""What gives its room away when not everything fits, the first of them first: the menu and the
help of a screen name these, and Z is told after each change."""
_KEPT: Final = ("Keys", "Help", "Go")
_LATER: Final = ("Write", "Open it", "Go", "Undo", "Keys", "Menu", "Quit")
"""What every screen has, after what this one has of its own."""


class KeyBar(Static):
    """The keys of a screen in one line that cuts no word in two; a click presses one.

    Every change of focus announces the keys of a screen, mostly the same ones: they are compared
    before anything is written.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; background: $footer-background; text-wrap: nowrap; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._written: tuple[Binding, ...] = ()

    def on_mount(self) -> None:
        """Follow the keys of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def on_resize(self) -> None:
        """Write the keys for the room there is."""
        self._write()

    def _follow(self, screen: Screen[object]) -> None:
        # A window without the focus keeps the keys it shows, but one opened meanwhile needs some.
        if screen.is_current and (screen.app.app_focus or not self._written):
            self._write()

    def _write(self) -> None:
        if not self.app.screen_stack:
            # The window is closing: which keys there are is asked of the screen that is up.
            return
        keys = tuple(self._keys())
        if keys != self._written:
            self._written = keys
            self.update(Content("").join(self._key(binding) for binding in keys))

    def _key(self, binding: Binding) -> Content:
        return Content.assemble(
            (f" {self.app.get_key_display(binding)} ", "bold $footer-key-foreground"),
            (f"{binding.description} ", "$footer-description-foreground"),
        )

    def on_click(self, event: Click) -> None:
        """Press the key that was clicked."""
        end = 0
        for binding in self._written:
            end += self._room(binding)
            if event.x < end:
                self.app.simulate_key(binding.key)
                return

    def _keys(self) -> list[Binding]:
        """Return the keys to show, in the order in which they stand."""
        writing = isinstance(self.screen.focused, Input | TextArea)
        found: dict[str, Binding] = {}
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            # A digit is part of what is being written: only then another key has to be known.
            if enabled and binding.show and (binding.description != "Go" or writing):
                found.setdefault(binding.action, binding)
        keys = sorted(found.values(), key=lambda one: place(one.description))
        for word in _GIVEN_UP:
            if sum(self._room(binding) for binding in keys) <= self.size.width:
                break
            keys = [key for key in keys if key.description != word]
        while sum(self._room(one) for one in keys) > self.size.width:
            # Help stays, which names all the others, and the way to them.
            spare = [key for key in keys if key.description not in _KEPT]
            if not spare:
                break
            keys.remove(spare[-1])
        return keys

    def _room(self, binding: Binding) -> int:
        return len(self.app.get_key_display(binding)) + len(binding.description) + _SPENT


def place(word: str) -> int:
    """Return where a key stands by its word: what a screen has of its own comes first."""
    return _LATER.index(word) + 1 if word in _LATER else 0
