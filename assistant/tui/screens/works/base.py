"""What the screens of the works share: the lines at the top, going elsewhere, changing the case."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, ClassVar

from textual import work
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Paste
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea
from textual.worker import get_current_worker

from assistant.text import one_line
from assistant.tui import keys
from assistant.tui.desk.arrivals import arrival
from assistant.tui.desk.desk import Desk
from assistant.tui.hints import pressed_here
from assistant.tui.messages import BroughtIn, CaseChanged
from assistant.tui.screens.dialogs.go import GoScreen
from assistant.tui.screens.dialogs.keys import KeysScreen, keys_of
from assistant.tui.screens.talk.panels import WIDE
from assistant.tui.widgets.keybar import KeyBar
from assistant.tui.widgets.status import StatusLine
from assistant.tui.widgets.titlebar import TitleBar, WorkBar
from assistant.tui.works import WORKS, digit
from core.errors import AppError
from core.model import Case

_NO_CASE = (
    "No case is open. Drag or paste a position description here: it becomes a case. Ctrl+P finds "
    "New case, and Cases, where those you keep and the example are."
)

log = logging.getLogger(__name__)


class LaterScreen(Screen[None]):
    """A screen whose slow work runs in threads, so that keys are answered meanwhile.

    A subclass lays out a :class:`StatusLine`, and text beside what has the focus as ``.side``.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide"), (160, "-very-wide")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("f1,question_mark", "keys", "Keys", key_display="?"),
        Binding("f10", "app.command_palette", "Menu", key_display="^P"),
    ]

    def say(self, text: str) -> None:
        """Say something in the line above the footer."""
        self.query_one(StatusLine).rest(pressed_here(text))

    def action_page(self, by: int) -> None:
        """Turn a page of what has the focus, else of the screen, else of the text beside it."""
        focused = self.focused
        if focused is not None and focused.max_scroll_y:
            raise SkipAction
        around = focused.ancestors if focused is not None else ()
        for part in (*around, *self.query("#work, .side")):
            if isinstance(part, VerticalScroll) and part.max_scroll_y:
                turn = part.scroll_page_down if by > 0 else part.scroll_page_up
                turn(animate=False)
                return
        raise SkipAction

    def action_keys(self) -> None:
        self.app.push_screen(KeysScreen(keys_of(self)))

    def later(self, label: str, get: Callable[[], Any], show: Callable[[Any], Any]) -> None:
        """Get something in a thread and show it; a newer request replaces one that still runs."""
        self.query_one(StatusLine).work(label)
        self._later(get, show)

    def doing(self, label: str, act: Callable[[], Any], show: Callable[[Any], Any]) -> None:
        """Do something in a thread that nothing newer may cut short, such as writing a file."""
        self.query_one(StatusLine).work(label)
        self._doing(act, show)

    @work(thread=True, group="doing")
    def _doing(self, act: Callable[[], Any], show: Callable[[Any], Any]) -> None:
        try:
            found = act()
        except Exception as error:  # noqa: BLE001 - a thread's outermost frame: _told says it
            self.app.call_from_thread(self.say, _told(error))
        else:
            self.app.call_from_thread(self.say, "")
            self.app.call_from_thread(show, found)

    @work(thread=True, group="later", exclusive=True)
    def _later(self, get: Callable[[], Any], show: Callable[[Any], Any]) -> None:
        worker = get_current_worker()
        told, found = "", None
        try:
            found = get()
        except Exception as error:  # noqa: BLE001 - a thread's outermost frame: _told says it
            told = _told(error)
        if not worker.is_cancelled:
            self.app.call_from_thread(self.say, told)
            if not told:
                self.app.call_from_thread(show, found)


class WorkScreen(LaterScreen):
    """A screen on the case of a desk.

    A subclass gives its ``NAME`` in the table of works, its :meth:`content`, and
    :meth:`show_case`, which is called whenever the case may be another. What takes time goes
    through :meth:`later`.
    """

    NAME: ClassVar[str]
    OF_A_CASE: ClassVar[bool] = True
    """Whether there is nothing to do here without a case."""
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            # Ahead of the keys that wait, which are meant for the screen it leads to.
            Binding(digit(each), f"elsewhere('{each.name}')", each.title, show=False, priority=True)
            for each in WORKS
        ),
        Binding("escape", "elsewhere('talk')", "Talk", priority=True),
        Binding("ctrl+z,z", "undo", "Undo", key_display="z"),
        Binding(keys.GO_KEY, "go_to", "Go", key_display="^G", priority=True),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._up_to_date = False

    def compose(self) -> ComposeResult:
        """Lay out the lines at the top, the content, and those below."""
        yield TitleBar(id="title-bar")
        yield WorkBar(self.NAME)
        with VerticalScroll(id="work", can_focus=False):
            yield from self.content()
        yield Static(Content(_NO_CASE), id="no-case")
        yield StatusLine(id="status")
        yield KeyBar()

    @classmethod
    def make_ready(cls) -> None:
        """Do in a thread, before the screen is laid out, what would hold up its first showing."""

    def content(self) -> ComposeResult:
        """Lay out what this work needs."""
        yield from ()

    def show_case(self) -> None:
        """Show the case as it is now."""

    def take(self, words: str) -> None:
        """Take up what was typed after the command that opened the screen."""
        self.say(f"here keys do it, and {one_line(words)!r} was left out; ? shows them")

    def on_screen_suspend(self) -> None:
        self._up_to_date = False

    def on_screen_resume(self) -> None:
        """Show the case, which may be another by now, once: a new screen is told twice."""
        if self.is_current and not self._up_to_date:
            self._up_to_date = True
            self._show()

    def on_case_changed(self) -> None:
        self._show()

    def _show(self) -> None:
        desk = self.desk
        self.query_one(TitleBar).show(
            desk.title, desk.case, desk.evaluation, changed=desk.changed, model=desk.model
        )
        waits = desk.case is None and self.OF_A_CASE
        self.query_one("#work").display = not waits
        self.query_one("#no-case").display = waits
        if not waits:
            self.show_case()

    async def action_elsewhere(self, name: str) -> None:
        """Go to another work, unless a line is being written."""
        if isinstance(self.focused, Input | TextArea) and name != "talk":
            raise SkipAction
        await self.run_action(f"app.go('{name}')")

    def action_go_to(self) -> None:
        """Choose a work by one key."""

        async def go(action: str) -> None:
            if action == "help":
                self.action_keys()
            else:
                # The panels are the conversation's.
                await self.run_action(
                    action if action.startswith("app.") else f'app.in_talk("{action}")'
                )

        self.app.push_screen(GoScreen(go))

    async def on_paste(self, event: Paste) -> None:
        """Take what was dragged or pasted here."""
        event.stop()
        await self.bring_in(event.text)

    async def bring_in(self, text: str) -> None:
        """Have the conversation offer a document: it is a case of its own."""
        what = arrival(text)
        if what.path is not None or what.text:
            await self.app.run_action("go('talk')")
            self.app.chat.post_message(BroughtIn(what))  # type: ignore[attr-defined]

    # --- changing the case ------------------------------------------------------------------

    def change(self, make: Callable[[Case], Case], told: str) -> None:
        """Change the case: one step of undo, kept at once.

        Args:
            make: returns the changed case; what it raises is told.
            told: what to say when it is done.
        """
        if self.desk.example:
            self.say("the example is read-only: n on the first screen makes a case of your own")
            return
        self._change(make, told)

    @work(thread=True, group="change")
    def _change(self, make: Callable[[Case], Case], told: str) -> None:
        try:
            case = self.desk.case
            if case is not None:
                self.desk.change(make(case))
        except Exception as error:  # noqa: BLE001 - a thread's outermost frame: _told says it
            told = _told(error)
        self.app.call_from_thread(self.say, told)
        self.post_message(CaseChanged())

    def action_undo(self) -> None:
        """Take the last change back."""
        if not self.desk.example:
            self._undo()

    @work(thread=True, group="change")
    def _undo(self) -> None:
        try:
            told = "taken back" if self.desk.undo() else "there is no change to take back"
        except AppError as error:
            told = error.sentence()
        self.app.call_from_thread(self.say, told)
        self.post_message(CaseChanged())


def _told(error: Exception) -> str:
    """Return an error as a sentence: a fault of ours must not cost a person the window."""
    if isinstance(error, AppError):
        return error.sentence()
    log.error("a screen's work failed", exc_info=error)
    return f"fes met a fault of its own ({type(error).__name__}: {error}); nothing was changed"


def block(title: str, *children: Widget, id: str) -> Vertical:  # noqa: A002 - Textual's name
    """Return a bordered part of a screen with its title."""
    part = Vertical(*children, id=id, classes="block")
    part.border_title = title
    return part


def lines(id: str) -> Static:  # noqa: A002 - Textual's name
    """Return text that grows with what it holds."""
    return Static(id=id)
