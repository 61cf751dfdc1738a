"""Keeping the case: writing it to a file, and leaving without losing it."""

from __future__ import annotations

from pathlib import Path

from textual import work

from assistant import load
from assistant.tui import messages
from assistant.tui.desk.desk import Desk
from assistant.tui.screens.talk.panels import PanelScreen
from assistant.tui.widgets.talk.turn import TurnView
from assistant.tui.widgets.titlebar import TitleBar
from core.errors import AppError, InputError, StorageError


class KeepingScreen(PanelScreen):
    """A screen on the case of a desk, with all that saves the case and leaves."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._turn: TurnView | None = None

    def _show_title(self) -> None:
        desk = self.desk
        self.query_one(TitleBar).show(
            desk.title, desk.case, desk.evaluation, changed=desk.changed, model=desk.model
        )

    def action_save(self) -> None:
        """Write the case to its file, or ask for one."""
        self._save(None)

    def action_save_as(self) -> None:
        """Write the case to another file."""
        self._ask_where("case.toml", "")

    def action_quit_chat(self) -> None:
        """Leave; ask first when the case has changes that are not saved."""
        if not self.desk.changed:
            self.app.exit()
            return
        leave = load("assistant.tui.screens.dialogs.leave:LeaveScreen")
        if isinstance(self.app.screen, leave):
            return

        def chosen(choice: str | None) -> None:
            if choice == "discard":
                self.app.exit()
            elif choice == "save":
                self._save(None, then_quit=True)

        self.app.push_screen(leave(self.desk.title), chosen)

    @work(thread=True, group="save")
    def _save(self, path: Path | None, *, then_quit: bool = False) -> None:
        try:
            written = self.desk.save(path)
        except InputError as error:
            ended = messages.SaveEnded(error=error, ask=True, then_quit=then_quit)
        except AppError as error:
            ended = messages.SaveEnded(error=error, then_quit=then_quit)
        except OSError as error:
            failure = StorageError(
                f"The case cannot be written ({error.strerror or error})",
                hint="Choose another file with /save FILE.",
            )
            ended = messages.SaveEnded(error=failure, then_quit=then_quit)
        else:
            ended = messages.SaveEnded(path=written, then_quit=then_quit)
        self.post_message(ended)

    async def on_save_ended(self, event: messages.SaveEnded) -> None:
        """Say where the case went, ask for a file, or say why it could not be written."""
        if event.path is not None:
            self._show_title()
            self._say(f"saved to {event.path}")
            if event.then_quit:
                self.app.exit()
        elif event.ask and event.error is not None:
            self._ask_where("case.toml", event.error.sentence(), then_quit=event.then_quit)
        elif event.error is not None and self._turn is not None:
            await self._turn.fail(event.error)

    def _ask_where(self, name: str, problem: str, *, then_quit: bool = False) -> None:
        def named(path: Path | None) -> None:
            if path is not None:
                self._save(path, then_quit=then_quit)

        self.app.push_screen(
            load("assistant.tui.screens.dialogs.save:SaveScreen")(name, problem), named
        )
