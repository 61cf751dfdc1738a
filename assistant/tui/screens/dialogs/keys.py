"""The keys of the screen beneath, each with what it does: the screen's own first, then the rest."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from assistant.tui.screens.dialogs.dialog import Dialog, row
from assistant.tui.widgets.keybar import place

_EVERYWHERE = (("Tab", "The next part of the screen"), ("PgUp PgDn", "Turn a page"))


def own_keys(screen: Screen[Any]) -> list[tuple[str, str, str]]:
    """Return what the keys of a screen itself do: the key, in words, the action.

    Letters are among them also while a line is being written, which takes the letters.
    """
    found: dict[str, tuple[str, str, str]] = {}
    for kind in type(screen).__mro__:
        if kind.__module__.startswith("textual."):
            break
        for one in kind.__dict__.get("BINDINGS", ()):
            if isinstance(one, Binding) and one.show and not one.action.startswith("app."):
                key = one.key_display or one.key.partition(",")[0]
                found.setdefault(one.action, (key, one.description, one.action))
    return list(found.values())


def keys_of(screen: Screen[Any]) -> list[tuple[str, str]]:
    """Return what the keys of a screen do now, the ones that do the same together."""
    toolkit = {one.action for one in Screen.BINDINGS if isinstance(one, Binding)}
    found: dict[tuple[str, str], list[str]] = {}
    for node, binding, enabled, _ in screen.active_bindings.values():
        ours = node is screen or (node is screen.app and binding.show)
        if enabled and ours and binding.description and binding.action not in toolkit:
            shown = screen.app.get_key_display(binding)
            keys = found.setdefault((binding.action, binding.description), [])
            if shown not in keys:
                keys.append(shown)
    rows = [(" ".join(keys), does) for (_, does), keys in found.items()]
    return [*sorted(rows, key=lambda one: (place(one[1]), one[0].isdigit())), *_EVERYWHERE]


class KeysScreen(Dialog[None]):
    """Lists keys; Esc closes it."""

    def __init__(self, keys: list[tuple[str, str]]) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Lay out a line for each key."""
        with VerticalScroll(classes="dialog"):
            yield Static(Content("Keys of this screen"), classes="dialog-title")
            for key, does in self._keys:
                yield row(key, does)
            yield Static(Content("Esc closes"), classes="dialog-hint")
