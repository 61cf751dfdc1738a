"""The chat application: themes, menu and one screen. What it does lives in the screen."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.markup import escape
from textual.screen import Screen

from assistant.text import one_line
from assistant.tui import keys, themes, works
from assistant.tui.desk.desk import Desk
from assistant.tui.screens.talk.chat import ChatScreen


class FesApp(App[None]):
    """Everything about one case: the conversation and a screen for each work."""

    TITLE = "fes"
    CSS_PATH = ["styles/talk.tcss"]  # noqa: RUF012 - as the base has it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", key_display="^Q", priority=True),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-high")]  # noqa: RUF012 - as the base has it
    COMMAND_PALETTE_BINDING: ClassVar[str] = keys.MENU_KEY

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.chat = ChatScreen(desk)
        for theme in themes.OURS:
            self.register_theme(theme)
        if not os.environ.get("TEXTUAL_THEME"):
            self.theme = themes.DARK.name

    async def on_mount(self) -> None:
        """Show the conversation; the other works are made when they are first gone to."""
        for work in works.WORKS:
            self.add_mode(work.name, partial(self._screen_of, work))
        await self.switch_mode("talk")

    def _screen_of(self, work: works.Work) -> Screen[None]:
        return self.chat if not work.place else works.make_screen(work, self.desk)

    async def action_go(self, name: str) -> None:
        """Go to a work by its name."""
        await self.switch_mode(name)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        """Return the menu: everything the chat can do, the themes, and example questions."""
        for action in keys.ACTIONS:
            yield SystemCommand(
                f"{action.title} ({action.shown})",
                action.help,
                lambda name=action.action: self.chat.run_action(name),
            )
        yield SystemCommand("Save the case as", "Choose a file", self.chat.action_save_as)
        for work in works.WORKS:
            yield SystemCommand(
                f"Go to {work.title} (Ctrl+G {works.digit(work)})",
                work.help,
                lambda name=work.name: self.run_action(f"go('{name}')"),
            )
        yield SystemCommand(
            "Dark, light or high contrast",
            "Change to the next theme of fes",
            self.action_next_theme,
        )
        yield SystemCommand("Theme", "Choose any theme", self.action_change_theme)
        for question in self.desk.suggestions():
            # The palette reads titles as markup, and a question may quote a case file.
            yield SystemCommand(
                escape(f"Ask: {one_line(question)}"),
                "Send this question",
                lambda text=question: self.chat.ask(text),
            )

    def action_next_theme(self) -> None:
        """Change to the next of the program's own themes: dark, light, high contrast."""
        names = [theme.name for theme in themes.OURS]
        at = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(at + 1) % len(names)]

    def action_help_quit(self) -> None:
        """Stop a running answer on Ctrl+C, as in a shell; else say which key leaves."""
        self.chat.interrupt()

    async def action_quit(self) -> None:
        """Leave, asking first when the case has changes that are not saved."""
        self.chat.action_quit_chat()
