"""The keys at the foot of a screen: whole words only, laid out again only when they are others."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import Resize
from textual.screen import Screen
from textual.widgets import Footer, Input, TextArea
from textual.widgets._footer import FooterKey

_SPENT: Final = 3
"""Cells a key takes beside its name and its word."""
_GIVEN_UP: Final = ("Menu", "Undo", "Quit", "Talk")
"""What gives its room away when not everything fits, the first of them first: the menu and the
help of a screen name these, and Z is told after each change."""
_LATER: Final = ("Go", "Undo", "Keys", "Menu", "Quit")
"""What every screen has, after what this one has of its own."""


class KeyBar(Footer):
    """A footer that stays as it is while its keys do, and cuts no word in two.

    Every change of focus announces the keys of a screen, mostly the same ones; to lay them out
    takes longer than most of what a person does.
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False)
        self._laid_out: list[tuple[str, str, bool]] = []
        self._width = 0

    def compose(self) -> ComposeResult:
        """Lay out as many keys as there is room for."""
        if not self._bindings_ready:
            return
        keys = self._keys()
        self.styles.grid_size_columns = max(1, len(keys))
        for binding, enabled in keys:
            yield FooterKey(
                binding.key,
                self.app.get_key_display(binding),
                binding.description,
                binding.action,
                disabled=not enabled,
                tooltip=binding.tooltip or binding.description,
            ).data_bind(compact=Footer.compact)

    def _keys(self) -> list[tuple[Binding, bool]]:
        """Return the keys to show, in the order in which they stand."""
        writing = isinstance(self.screen.focused, Input | TextArea)
        found: dict[str, tuple[Binding, bool]] = {}
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            # A digit is part of what is being written: only then another key has to be known.
            if binding.show and (binding.description != "Go" or writing):
                found.setdefault(binding.action, (binding, enabled))
        keys = sorted(found.values(), key=lambda key: _place(key[0]))
        for word in _GIVEN_UP:
            if sum(self._room(binding) for binding, _ in keys) <= self.size.width:
                break
            keys = [key for key in keys if key[0].description != word]
        while len(keys) > 1 and sum(self._room(one) for one, _ in keys) > self.size.width:
            # Help stays: it names all the others.
            del keys[-2 if keys[-1][0].description in ("Keys", "Help") else -1]
        return keys

    def _room(self, binding: Binding) -> int:
        return len(self.app.get_key_display(binding)) + len(binding.description) + _SPENT

    async def on_resize(self, event: Resize) -> None:
        """Lay the keys out for the room there is."""
        if event.size.width != self._width:
            self._width = event.size.width
            await self.recompose()

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Lay the keys out when they differ from those that stand there.

        A window without the focus keeps the keys it shows, but one opened meanwhile needs some.
        """
        waits = self._bindings_ready and not screen.app.app_focus
        if waits or not (self.is_attached and screen is self.screen):
            return
        self._bindings_ready = True
        keys = [(binding.key, binding.description, enabled) for binding, enabled in self._keys()]
        if keys != self._laid_out:
            self._laid_out = keys
            self.call_after_refresh(self.recompose)


def _place(binding: Binding) -> int:
    return _LATER.index(binding.description) + 1 if binding.description in _LATER else 0
