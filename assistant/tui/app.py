"""The application: a first screen, and for each case on the desk a screen for each work."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.markup import escape
from textual.screen import Screen

from assistant import load
from assistant.settings import display
from assistant.text import one_line
from assistant.tui import keys, themes, works
from assistant.tui.desk.desk import Desk
from assistant.tui.desk.opener import Opener
from assistant.tui.messages import CaseChanged, CaseLeft, DeskOpened, SupervisorOpened, WorkWanted
from assistant.tui.screens.talk.chat import ChatScreen
from core.errors import AppError

_FIRST = "first"
_HOME = "home"
_SUPERVISOR = "supervisor"
_READ_SECONDS = 12
_LOOK_SECONDS = 2.0
_NARROWEST = 60
"""Columns below which a sentence says what shows more."""


class FesApp(App[None]):
    """Everything about one case at a time.

    Args:
        desk: the case to begin with; None begins with the first screen.
        opener: what opens other cases; None keeps to the one desk.
        supervisor: the file of a supervisor's case to begin with.
    """

    TITLE = "fes"
    CSS_PATH = themes.FIRST
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", key_display="^Q", priority=True),
    ]
    DEFAULT_MODE: ClassVar[str] = _FIRST
    """What is shown first, so that Textual makes and lays out no screen before it."""
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-high")]  # noqa: RUF012 - as the base has it
    COMMAND_PALETTE_BINDING: ClassVar[str] = keys.MENU_KEY

    def __init__(
        self,
        desk: Desk | None = None,
        opener: Opener | None = None,
        *,
        supervisor: Path | None = None,
    ) -> None:
        super().__init__()
        self._supervisor = supervisor
        self.desk = desk
        self.opener = opener
        self._chat: ChatScreen | None = None
        self._opened = 0
        self._begun = False
        self._told_of_others = ""
        for theme in themes.OURS:
            self.register_theme(theme)
        if not display().themed:
            self.theme = themes.DARK.name
        self._styled = ""
        self._take_theme()
        self._works: list[str] = []
        self._home_mode = _HOME if desk is not None else _FIRST
        if opener is not None:
            self.add_mode(self._home_mode, self._home)
        if desk is not None:
            self._add_works(desk, _FIRST)

    @property
    def chat(self) -> ChatScreen:
        """The conversation about the case on the desk."""
        assert self._chat is not None  # noqa: S101 - asked for once a case is open
        return self._chat

    @property
    def left_in_order(self) -> bool:
        """Whether no turn was still working when the application was left."""
        return self._chat is None or self._chat.left_in_order

    async def on_mount(self) -> None:
        """Show the case, or the first screen."""
        self.set_class(self.is_web, "-web")
        if self.desk is not None:
            await self._go_where_left(self.desk)
        if self._supervisor is not None:
            await self.show_supervisor(self._supervisor)
        self._begun = True
        self.set_interval(_LOOK_SECONDS, self._look_elsewhere)
        self.set_interval(_LOOK_SECONDS, self._make_ahead)
        if self.size.width < _NARROWEST:
            self.notify("This window is narrow: 80 columns show more, fes chat --plain needs none.")

    def refresh_css(self, animate: bool = True) -> None:
        """Read the styles anew for other colours, and style everything.

        Textual also asks for it, twice, when a screen comes up for the first time: its parts are
        styled as they are mounted, and again when it resumes.
        """
        if not self._begun:
            self._take_theme()
        elif self.theme != self._styled:
            self._styled = self.theme
            super().refresh_css(animate=animate)
        else:
            self.screen._css_update_count = self._css_update_count

    def _take_theme(self) -> None:
        # The styles are read anew for other colours, which takes longer than to lay them out.
        if self.theme != self._styled:
            self._styled = self.theme
            self.stylesheet.set_variables(self.get_css_variables())

    async def show(self, desk: Desk, place: str = "") -> None:
        """Put a case on the desk and go to a work; the screens of the case before it close."""
        former = self._works
        self._opened += 1
        self.desk = desk
        self._add_works(desk, f"work{self._opened}-talk")
        # The conversation is there from the start: its turn makes the engine.
        await self.switch_mode(self._mode("talk"))
        await self._go_where_left(desk, place)
        for mode in former:
            await self.remove_mode(mode)

    def _add_works(self, desk: Desk, talk: str) -> None:
        """Add the screens for a case; ``talk`` is the mode of the conversation."""
        self._works = [talk, *(f"work{self._opened}-{each.name}" for each in works.WORKS[1:])]
        for mode, each in zip(self._works, works.WORKS, strict=True):
            self.add_mode(mode, partial(self._screen_of, each, desk))

    async def _go_where_left(self, desk: Desk, place: str = "") -> None:
        kept = desk.keeping.session.place if desk.keeping is not None else ""
        chosen = works.work_named(place or kept)
        if chosen is not None and chosen.place:
            await self.switch_mode(self._mode(chosen.name))

    async def action_new(self) -> None:
        """Ask for a new case, on the first screen."""
        await self.action_home()
        if self.opener is not None:
            await self.screen.run_action("new")

    def _home(self) -> Screen[None]:
        # A case that is opened at once is on screen without it.
        themes.read_rest(self)
        made: Screen[None] = load("assistant.tui.screens.welcome:Welcome")(self.opener)
        return made

    def _mode(self, name: str) -> str:
        return self._works[[each.name for each in works.WORKS].index(name)]

    def _screen_of(self, chosen: works.Work, desk: Desk) -> Screen[None]:
        if chosen.place:
            themes.read_rest(self)
            return works.screen_class(chosen)(desk)
        self._chat = ChatScreen(desk)
        return self._chat

    async def on_desk_opened(self, event: DeskOpened) -> None:
        """Show a case that was opened."""
        await self.show(event.desk, event.place)
        if event.told:
            self.notify(event.told, title="A case of its own", timeout=_READ_SECONDS, markup=False)

    def _look_elsewhere(self) -> None:
        """Take over what another window on this case has changed, whatever screen is up."""
        desk, chat = self.desk, self._chat
        if desk is None or chat is None or not desk.kept or chat.working:
            return
        try:
            told = desk.follow_others()
        except AppError as error:
            told = error.sentence()
        if told and told != self._told_of_others:
            for screen in self.screen_stack:
                screen.post_message(CaseChanged())
            self.notify(told, markup=False)
        # A file that stays wrong is told of once.
        self._told_of_others = told

    def _make_ahead(self) -> None:
        """Make a work's screen before it is called for, so that its key is answered at once."""
        if self._chat is None or self._chat.working:
            return
        for mode, each in zip(self._works, works.WORKS, strict=True):
            if mode not in self._screen_stacks:
                self._load_ahead(mode, each)
                break

    @work(thread=True, group="ahead", exclusive=True)
    def _load_ahead(self, mode: str, chosen: works.Work) -> None:
        # Keys are answered while a thread imports.
        works.screen_class(chosen).make_ready()
        self.call_later(self._lay_ahead, mode)

    def _lay_ahead(self, mode: str) -> None:
        # The case may have been left meanwhile. Keys are answered while the screen is mounted.
        if self.is_running and mode in self._works and mode not in self._screen_stacks:
            self._init_mode(mode)

    async def on_supervisor_opened(self, event: SupervisorOpened) -> None:
        """Show a supervisor's case on its own screen."""
        await self.show_supervisor(event.path, event.told)

    async def show_supervisor(self, path: Path, told: str = "") -> None:
        """Show a supervisor's case; the one shown before it closes."""
        opener = self.opener
        assert opener is not None  # noqa: S101 - cases are opened by it
        try:
            trial = load("assistant.tui.screens.supervisor.trial:SupervisorTrial")(
                path, opener.shelf
            )
        except AppError as error:
            self.notify(error.sentence(), severity="error", markup=False)
            return
        former = [mode for mode in self._modes if mode.startswith(_SUPERVISOR)]
        self._opened += 1
        mode = f"{_SUPERVISOR}{self._opened}"
        themes.read_rest(self)
        made = load("assistant.tui.screens.supervisor.screen:SupervisorScreen")
        self.add_mode(mode, partial(made, trial, opener))
        await self.switch_mode(mode)
        for one in former:
            await self.remove_mode(one)
        if told:
            self.notify(told, title="A case of its own", timeout=_READ_SECONDS, markup=False)

    async def action_go(self, name: str) -> None:
        """Go to a work by its name."""
        if self.desk is not None and works.work_named(name) is not None:
            # What was told of the screen before would cover this one.
            self.clear_notifications()
            await self.switch_mode(self._mode(name))
            self._note_place(name)

    async def on_work_wanted(self, event: WorkWanted) -> None:
        """Go to a work, and let it take up the words that were typed for it."""
        await self.action_go(event.name)
        screen = self.screen
        if isinstance(screen, load("assistant.tui.screens.works.base:WorkScreen")):
            # The screen first shows what it shows of itself.
            screen.call_after_refresh(screen.take, event.words)

    async def action_home(self) -> None:
        """Go to the first screen: other cases, a new one, the example."""
        if self.opener is not None:
            await self.switch_mode(self._home_mode)
            file = self.desk.file if self.desk is not None else None
            if file is not None:
                # What is done to a case there is mostly meant for the one just left.
                self.screen.post_message(CaseLeft(file.path))

    @work(thread=True, group="place", exclusive=True)
    def _note_place(self, name: str) -> None:
        desk = self.desk
        if desk is not None and desk.kept and desk.keeping is not None:
            desk.keeping.note(place=name)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Return the menu: everything that can be done, the themes, and example questions."""
        if screen is not self._chat:
            own = load("assistant.tui.screens.dialogs.keys:own_keys")(screen)
            for key, does, action in own:
                run = partial(screen.run_action, action)
                yield SystemCommand(f"{does} ({key})", "On this screen", run)
        if self._chat is not None:
            for action in keys.ACTIONS:
                yield SystemCommand(
                    f"{action.title} ({action.shown})",
                    action.help,
                    partial(self.action_in_talk, action.action),
                )
            yield SystemCommand("Save the case as", "Choose a file", self.chat.action_save_as)
            for each in works.WORKS:
                yield SystemCommand(
                    f"Go to {each.title} (Ctrl+G {works.digit(each)})",
                    each.help,
                    partial(self.run_action, f"go('{each.name}')"),
                )
        if self.opener is not None:
            yield SystemCommand(
                "Cases: open, new, example", "Go to the first screen", self.action_home
            )
        yield SystemCommand(
            "Dark, light or high contrast",
            "Change to the next theme of fes",
            self.action_next_theme,
        )
        yield SystemCommand("Theme", "Choose any theme", self.action_change_theme)
        for question in self.desk.suggestions() if self.desk is not None else ():
            # The palette reads titles as markup, and a question may quote a case file.
            yield SystemCommand(
                escape(f"Ask: {one_line(question)}"),
                "Send this question",
                partial(self._ask, question),
            )

    def action_command_palette(self) -> None:
        """Show the menu, unless it is up."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(load("assistant.tui.screens.dialogs.go:Menu")())

    async def action_in_talk(self, action: str) -> None:
        """Do something of the conversation, from whatever screen is up."""
        if not action.startswith("app."):
            await self.action_go("talk")
            await self.chat.run_action(action)
        else:
            await self.run_action(action)

    async def _ask(self, question: str) -> None:
        await self.action_go("talk")
        self.chat.ask(question)

    def deliver_written(self, path: Path) -> None:
        """Hand a file just written to the browser, when that is where the screen is."""
        if self.is_web:
            self.deliver_binary(path, save_filename=path.name)

    def action_next_theme(self) -> None:
        """Change to the next of the program's own themes: dark, light, high contrast."""
        names = [theme.name for theme in themes.OURS]
        at = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(at + 1) % len(names)]

    def action_help_quit(self) -> None:
        """Stop a running answer on Ctrl+C, as in a shell; else say which key leaves."""
        if self._chat is not None:
            self.chat.interrupt()

    async def action_quit(self) -> None:
        """Leave, asking first when the case has changes that could not be saved."""
        if self._chat is None:
            self.exit()
            return
        desk = self.desk
        if desk is not None and desk.kept and desk.keeping is not None:
            try:
                desk.keeping.note(left=True, draft=self.chat.draft)
            except AppError as error:
                self.notify(error.sentence(), severity="error", markup=False)
        self.chat.action_quit_chat()
