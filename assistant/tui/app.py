"""The chat application: themes, menu and one screen. What it does lives in the screen."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.markup import escape
from textual.screen import Screen

from assistant.chat.views import ChatEngine
from assistant.text import one_line
from assistant.tui import keys, themes
from assistant.tui.screens.chat import ChatScreen


class FesApp(App[None]):
    """Chat about one case with an engine."""

    TITLE = "fes"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", key_display="^Q", priority=True),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-high")]  # noqa: RUF012 - as the base has it
    COMMAND_PALETTE_BINDING: ClassVar[str] = keys.MENU_KEY

    def __init__(self, engine: ChatEngine) -> None:
        super().__init__()
        self._engine = engine
        self.register_theme(themes.DARK)
        self.register_theme(themes.LIGHT)
        if not os.environ.get("TEXTUAL_THEME"):
            self.theme = themes.DARK.name

    def on_mount(self) -> None:
        """Show the chat."""
        self.chat = ChatScreen(self._engine)
        self.push_screen(self.chat)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        """Return the menu: everything the chat can do, the themes, and example questions."""
        for action in keys.ACTIONS:
            yield SystemCommand(
                f"{action.title} ({action.shown})",
                action.help,
                lambda name=action.action: self.chat.run_action(name),
            )
        yield SystemCommand("Save the case as", "Choose a file", self.chat.action_save_as)
        yield SystemCommand(
            "Dark or light", "Change between the two themes of fes", self.action_dark_or_light
        )
        yield SystemCommand("Theme", "Choose any theme", self.action_change_theme)
        for question in self._engine.suggestions():
            # The palette reads titles as markup, and a question may quote a case file.
            yield SystemCommand(
                escape(f"Ask: {one_line(question)}"),
                "Send this question",
                lambda text=question: self.chat.ask(text),
            )

    def action_dark_or_light(self) -> None:
        """Change between the dark and the light theme."""
        dark = self.theme == themes.DARK.name
        self.theme = themes.LIGHT.name if dark else themes.DARK.name

    def action_help_quit(self) -> None:
        """Stop a running answer on Ctrl+C, as in a shell; else say which key leaves."""
        self.chat.interrupt()

    async def action_quit(self) -> None:
        """Leave, asking first when the case has changes that are not saved."""
        self.chat.action_quit_chat()
