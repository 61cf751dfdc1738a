"""The keys at the foot of a screen, laid out again only when they are others."""

from __future__ import annotations

from textual.screen import Screen
from textual.widgets import Footer


class KeyBar(Footer):
    """A footer that stays as it is while its keys do.

    Every change of focus announces the keys of a screen, mostly the same ones; to lay them out
    takes longer than most of what a person does.
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False)
        self._laid_out: list[tuple[str, str, bool]] = []

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Lay the keys out when they differ from those that stand there."""
        if not (screen.app.app_focus and self.is_attached and screen is self.screen):
            return
        keys = [
            (binding.key, binding.description, enabled)
            for _, binding, enabled, _ in screen.active_bindings.values()
            if binding.show
        ]
        if keys != self._laid_out:
            self._laid_out = keys
            super().bindings_changed(screen)
