"""A case and its conversation keep themselves: written after every change, whole or not at all.

The case's file is written first, then the session beside it (:mod:`assistant.cases.sessions`), each
in one step; whatever moment the program is killed at, the next start finds both whole. The example
is read-only and nothing of it is kept.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from assistant import load
from assistant.cases.sessions import (
    Former,
    KeptTurn,
    Session,
    hold_session,
    keep_session,
    load_session,
    session_name,
)
from assistant.cases.shelf import CaseFile, Shelf, open_file, save_file
from core.model import Case

__all__ = ["Keeping", "KeptEngine"]


class KeptEngine(Protocol):
    """What the keeping of a case needs of its engine beside the conversation."""

    example: bool

    @property
    def case(self) -> Case | None:
        """The case under study."""

    @property
    def case_path(self) -> Any:
        """The case's file, or None."""

    @property
    def past(self) -> list[tuple[Case | None, bool]]:
        """The former states of the case."""

    def was_saved(self, path: Any) -> None:
        """Note that the case was written to a file."""


class Keeping:
    """Keeps one case and its session; safe to call from the turn's thread and the screen's.

    Args:
        shelf: where a person's cases are.
        file: the case's file; None while there is none (the example, no case).
    """

    def __init__(self, shelf: Shelf, file: CaseFile | None) -> None:
        self._shelf = shelf
        self._lock = threading.RLock()
        self.file = file
        self.session = Session()
        self._held: sqlite3.Connection | None = None
        self._held_name = ""
        self.second = False
        """Whether another window has this case open, and keeps its own conversation."""
        if file is not None:
            self.session = load_session(shelf, session_name(shelf, file.path))
            if self.session.case is not None and self.session.case != file.case:
                # The file was written after the session was, by a save that a kill cut short or
                # by another program: it is right, and what was here before it is one undo away.
                self.session.past.append(Former(case=self.session.case))
            self.session.case = file.case

    @property
    def home(self) -> Path:
        """The data folder of the person whose case this is."""
        return self._shelf.home

    def _hold(self) -> None:
        """Keep the session, unless another window on the same case does."""
        with self._lock:
            name = session_name(self._shelf, self.file.path) if self.file is not None else ""
            if name and name != self._held_name:
                self.close()
                self._held, self._held_name = hold_session(self._shelf, name), name
                self.second = self._held is None

    def close(self) -> None:
        """Let another window keep the session."""
        if self._held is not None:
            self._held.close()
        self._held, self._held_name = None, ""

    @property
    def kept(self) -> bool:
        """Whether what is done now is kept: there is a case of the person's own."""
        return self.file is not None

    def resume(self, engine: Any) -> None:
        """Put what the session remembers into a new engine.

        What the case is now is kept first: a change that a kill cuts short is told by it.
        """
        self._hold()
        self.note()
        if self.file is not None:
            engine.was_saved(self.file.path)
        if self.session.turns or self.session.past:
            load("assistant.chat.moves.resuming:take_up")(
                engine, self.session.talk, self.session.past
            )

    def follow(self, engine: KeptEngine) -> bool:
        """Write the case if it is another than its file holds; return whether it was written.

        Raises:
            ChangedElsewhereError: another window or program wrote the file meanwhile.
            StorageError: when it cannot be written.
        """
        with self._lock:
            case = engine.case
            if case is None or engine.example:
                return False
            if self.file is None or engine.case_path != self.file.path:
                if engine.case_path is None:
                    self.file = self._shelf.new(case)
                else:
                    self.file = open_file(engine.case_path)
                    self.session = load_session(
                        self._shelf, session_name(self._shelf, self.file.path)
                    )
                self._hold()
                engine.was_saved(self.file.path)
            if case == self.file.case:
                return False
            self.file = save_file(self.file, case)
            engine.was_saved(self.file.path)
            return True

    def overwrite(self, engine: KeptEngine) -> None:
        """Write the case over what another window or program wrote."""
        with self._lock:
            if self.file is not None and engine.case is not None:
                self.file = save_file(self.file, engine.case, overwrite=True)
                engine.was_saved(self.file.path)

    def take_theirs(self) -> Case | None:
        """Read the case again that another window or program wrote; None when it is gone.

        Raises:
            InputError: when the file is no case now.
        """
        with self._lock:
            if self.file is None or not self.file.path.exists():
                return None
            self.file = open_file(self.file.path)
            return self.file.case

    def changed_elsewhere(self) -> bool:
        """Return whether the file holds something else than was read or written here."""
        with self._lock:
            return self.file is not None and self.file.changed()

    def sent(self, message: str) -> None:
        """Keep a message before it is answered, and of what was not sent what is left."""
        with self._lock:
            left = self.session.draft.removeprefix(message)
            # Else the draft is the message, when it was kept half written.
            after = left.lstrip("\n") if left != self.session.draft else ""
            self.note(unanswered=message, draft=after)

    def answered(self, engine: Any, turn: KeptTurn) -> None:
        """Keep a finished turn with what the engine remembers after it."""
        with self._lock:
            self.session.turns.append(turn)
            self.note(unanswered="", **self._memory(engine))

    def keep(self, engine: Any) -> None:
        """Keep what the engine remembers, after a change that was no turn."""
        with self._lock:
            self.note(**self._memory(engine))

    @staticmethod
    def _memory(engine: Any) -> dict[str, Any]:
        put_down: Callable[[Any], dict[str, Any]] = load("assistant.chat.moves.resuming:put_down")
        return {
            "talk": put_down(engine),
            "past": [Former(case=case, example=example) for case, example in engine.past],
            "case": engine.case,
        }

    def note(self, **changes: Any) -> None:
        """Change fields of the session and keep it, when there is a case of the person's own.

        Raises:
            StorageError: when it cannot be written.
        """
        with self._lock:
            for name, value in changes.items():
                setattr(self.session, name, value)
            if self.file is not None and not self.second:
                keep_session(self._shelf, session_name(self._shelf, self.file.path), self.session)
