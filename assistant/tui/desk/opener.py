"""Opening cases: the example, one of the shelf, a file, a new one, none; each gives a desk."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assistant import load
from assistant.cases.edits import load_case, read_text
from assistant.cases.sessions import (
    elsewhere,
    hold_session,
    load_session,
    note_elsewhere,
    session_name,
)
from assistant.cases.shelf import CaseFile, Entry, Shelf, case_or_file, open_file
from assistant.settings import EXAMPLE_CASE, Settings
from assistant.tui.desk.desk import Desk, beginning
from assistant.tui.desk.keeping import Keeping
from core.errors import InputError
from core.model import Case

_SUPERVISORY = re.compile(r"gssg|supervisory guide")


class Opener:
    """Makes desks; the libraries of all of them are closed together."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.shelf = Shelf(settings.home)
        self._engines: list[Any] = []

    def example(self) -> Desk:
        """Return a desk on the bundled example, of which nothing is kept."""
        begun = beginning(load_case(EXAMPLE_CASE), example=True, model=self.settings.model)
        return Desk(self._maker("open_engine", None), begun, Keeping(self.shelf, None))

    def nothing(self) -> Desk:
        """Return a desk without a case, for questions and searches."""
        make = self._maker("open_engine_without_case")
        return Desk(make, beginning(None, model=self.settings.model), Keeping(self.shelf, None))

    def named(self, name: str) -> Desk:
        """Return a desk on a file, or on a case of the shelf.

        Raises:
            InputError: when there is neither, or it is no case.
        """
        return self._on(case_or_file(self.shelf, name))

    def by_lines(self, name: str | None, *, keep: bool) -> Desk:
        """Return a desk for a conversation by lines: on a file, a case of the shelf, or none.

        A case of the shelf keeps itself and its conversation. A file is written only when it is
        saved, so that a program which asks it questions finds it as it was. Without a case,
        ``keep`` says whether one that is begun goes to the shelf.

        Raises:
            InputError: when there is neither, or it is no case.
        """
        if name is None:
            desk = self.nothing()
            desk.keeping = desk.keeping if keep else None
            return desk
        path = self.supervisors(name)
        if path is not None and load("assistant.cases.supervisors:open_supervisor")(path):
            begun = beginning(None, model=self.settings.model)
            return Desk(self._maker("open_engine", path), begun)
        file = case_or_file(self.shelf, name)
        if file.path.parent == self.shelf.folder:
            return self._on(file)
        begun = beginning(file.case, model=self.settings.model)
        return Desk(self._maker("open_engine", file.path), begun)

    def supervisors(self, name: str) -> Path | None:
        """Return the file of a supervisor's case, named or of the shelf; None when it is another.

        One made of a description by the supervisory guide is a supervisor's before it has levels.

        Raises:
            InputError: it cannot be read, or there is none of that name.
        """
        path = Path(name).expanduser()
        path = path if path.exists() or path.suffix else self.shelf.path(name)
        text = read_text(path)
        module = "assistant.cases.supervisors"
        if not _SUPERVISORY.search(text):
            # Its reader belongs to the supervisory guide: any other case opens without it.
            return None
        if load(f"{module}:is_supervisors")(text, path):
            return path
        return path if load(f"{module}:by_guide")(load_case(path)) else None

    def library(self) -> Any:
        """Return the documents read in, for what needs no conversation."""
        if not self._engines:
            return self.nothing().engine.library
        return self._engines[-1].library

    def new(self, case: Case) -> Desk:
        """Put a new case on the shelf and return a desk on it.

        Raises:
            StorageError: when it cannot be written.
        """
        return self._on(self.shelf.new(case))

    def _on(self, file: CaseFile) -> Desk:
        if file.path.parent != self.shelf.folder:
            note_elsewhere(self.shelf, file.path.absolute())
        begun = beginning(file.case, model=self.settings.model)
        return Desk(self._maker("open_engine", file.path), begun, Keeping(self.shelf, file))

    def interrupted(self) -> Desk | None:
        """Return a desk on the case whose window was not left in order; None when all were.

        Only the case used last counts: an older one was passed over knowingly. One that is open
        in another window is not interrupted.
        """
        recent = self.recent()
        if not recent:
            return None
        try:
            if recent[0].problem or self.supervisors(recent[0].name) is not None:
                return None
            file = open_file(recent[0].path)
        except InputError:
            # The first screen lists it, and says what is wrong with it when it is chosen there.
            return None
        name = session_name(self.shelf, file.path)
        session = load_session(self.shelf, name)
        if session.left or not (session.turns or session.past or session.draft):
            return None
        held = hold_session(self.shelf, name)
        if held is None:
            return None
        held.close()
        return self._on(file)

    def recent(self) -> list[Entry]:
        """Return the cases of the shelf and files opened elsewhere, the one changed last first."""
        found = [*self.shelf.entries(), *elsewhere(self.shelf)]
        return sorted(found, key=lambda one: (one.changed, one.name), reverse=True)

    def _maker(self, name: str, *arguments: Path | None) -> Callable[[], Any]:
        def make() -> Any:
            engine = load(f"assistant.chat.wiring:{name}")(self.settings, *arguments)
            self._engines.append(engine)
            return engine

        return make

    def close(self) -> None:
        """Close every library opened."""
        for engine in self._engines:
            engine.library.close()
