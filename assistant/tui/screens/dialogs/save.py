"""Asking for a file to write the case to."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from assistant.text import safe_text
from assistant.tui.screens.dialogs.dialog import Dialog


class SaveScreen(Dialog[Path]):
    """Asks for a file name; one that exists is replaced only on a second Enter."""

    def __init__(
        self,
        suggestion: str = "case.toml",
        problem: str = "",
        title: str = "Save the case as",
    ) -> None:
        super().__init__()
        self._suggestion = suggestion
        self._problem = problem
        self._title = title
        self._confirmed = ""

    def compose(self) -> ComposeResult:
        """Lay out the file name and what is wrong with it."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._title), classes="dialog-title")
            yield Input(self._suggestion, id="save-path", select_on_focus=False)
            yield Static(Content(safe_text(self._problem)), id="save-problem")
            yield Static(
                Content(f"Enter saves, in {Path.cwd()} unless a folder is named · Esc goes back"),
                classes="dialog-hint",
            )

    def on_input_changed(self) -> None:
        """Forget an earlier warning once the name changes."""
        self._confirmed = ""

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Accept the name, or say what is wrong with it."""
        event.stop()
        name = event.value.strip()
        if not name:
            self._say("Type a file name.")
            return
        path = Path(name).expanduser()
        if path.is_dir():
            self._say("This is a folder; add a file name.")
        elif not path.parent.is_dir():
            self._say("The folder does not exist.")
        elif path.exists() and self._confirmed != name:
            self._confirmed = name
            self._say("This file exists; Enter again replaces it.")
        else:
            self.dismiss(path)

    def _say(self, problem: str) -> None:
        self.query_one("#save-problem", Static).update(Content(problem))
