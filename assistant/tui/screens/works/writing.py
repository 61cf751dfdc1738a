"""Writing a paper: the format by one key, then the file; in a browser it comes as a download."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType

from assistant import load
from assistant.tui.screens.dialogs.pick import PickScreen
from assistant.tui.screens.dialogs.save import SaveScreen
from assistant.tui.screens.works.base import LaterScreen

if TYPE_CHECKING:
    from assistant.papers.catalog import Kind

_FIRST = (".docx", ".pdf")
"""The formats most papers are written in are offered first."""


class WritingScreen(LaterScreen):
    """A screen from which papers are written, and the one written last is opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "write", "Write"),
        Binding("o", "open", "Open it"),
    ]
    _written: Path | None = None

    def write(self, kind: Kind, matter: Callable[[], Any], home: Path) -> None:
        """Ask for the format and the file, then write the paper.

        Args:
            kind: which paper.
            matter: returns what it draws on; called in a thread.
            home: the data folder, where a browser's paper is written before it is handed over.
        """

        def picked(suffix: str | None) -> None:
            if not suffix:
                return
            name = f"{kind.name}.{suffix}"
            if self.app.is_web:
                # The browser's own folder is where it belongs: it comes as a download.
                named(home / name)
            else:
                self.app.push_screen(SaveScreen(name, title=f"Write: {kind.title}"), named)

        def named(path: Path | None) -> None:
            if path is not None:
                self._save(kind, matter, path)

        forms = load("assistant.papers.formats:discover")().values()
        offered = sorted(forms, key=lambda form: form.suffix not in _FIRST)
        choices = [(form.suffix[1:], form.title) for form in offered]
        self.app.push_screen(PickScreen("Write it as", choices), picked)

    def write_to(self, kind: Kind, matter: Callable[[], Any], name: str) -> None:
        """Write the paper to a file that was named; none is replaced."""
        if self.app.is_web:
            self.say("W writes it; in a browser it comes as a download")
        elif Path(name).expanduser().exists():
            self.say("name another file, or press W: this one is there already")
        else:
            self._save(kind, matter, Path(name).expanduser())

    def _save(self, kind: Kind, matter: Callable[[], Any], path: Path) -> None:
        def save() -> Path:
            load("assistant.papers.catalog:save")(kind.name, matter(), path)
            return path.absolute()

        self.doing(f"Writing {path.name}", save, self._told)

    def _told(self, path: Path) -> None:
        self._written = path
        self.say(f"written to {path}; O opens it")
        self.app.deliver_written(path)  # type: ignore[attr-defined]

    def action_open(self) -> None:
        """Open the paper written last with the program of the system for it."""
        if self._written is None:
            self.say("write a paper first: W")
        elif self.app.is_web:
            self.app.deliver_written(self._written)  # type: ignore[attr-defined]
        else:
            self.app.open_url(self._written.as_uri())
