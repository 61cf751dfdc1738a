"""What stands beside a case: its conversation, its undo history, a question still open.

A session is kept whole beside its case after every turn and every change, so that a window that
was closed, killed or lost with the machine comes back where it stood. A turn is kept as what was
shown, so that it is shown again without asking a model or a document anew. The case itself is in
its own file, which is written first: where the two differ, the file is right, and what the session
remembers becomes one step of the undo history.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.cases.shelf import FOLDER, Entry, Shelf, entry_of
from assistant.events import Notice, Removed, Reply, Source
from core.model import Case
from index.documents.files import own_folder

MOST_TURNS: Final = 500
MOST_PAST: Final = 100
MOST_ELSEWHERE: Final = 6
_ELSEWHERE: Final = "elsewhere"


class KeptTurn(BaseModel):
    """One turn as it was shown; ``asked`` is None for what the program opened with.

    ``past`` is how many changes of the case stood in the undo history before and after it.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    asked: str | None
    answer: str
    kind: str = "answer"
    sources: tuple[Source, ...] = ()
    removed: tuple[Removed, ...] = ()
    notices: tuple[Notice, ...] = ()
    steps: tuple[tuple[str, str], ...] = ()
    past: tuple[int, int] = (0, 0)

    @classmethod
    def of(
        cls,
        asked: str | None,
        reply: Reply,
        notices: tuple[Notice, ...] = (),
        steps: tuple[tuple[str, str], ...] = (),
        past: tuple[int, int] = (0, 0),
    ) -> KeptTurn:
        """Keep of a reply what a screen shows."""
        return cls(
            asked=asked,
            answer=reply.answer,
            kind=reply.kind,
            sources=reply.sources,
            removed=reply.removed,
            notices=notices,
            steps=steps,
            past=past,
        )


class Former(BaseModel):
    """The case before a change: what undo brings back."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    case: Case | None
    example: bool = False


class Session(BaseModel):
    """Everything about a case's window that is not the case.

    ``talk`` is what the conversation remembers, in its own form; ``appeal`` the facts of an appeal;
    ``refused`` the claims set aside;
    ``unanswered`` a message that was sent and whose answer had not come; ``draft`` one still being
    written; ``place`` the work on screen; ``left`` whether the window was closed in order.
    """

    model_config = ConfigDict(defer_build=True)

    version: int = 1
    turns: list[KeptTurn] = []
    past: list[Former] = []
    case: Case | None = None
    talk: dict[str, Any] = {}
    appeal: dict[str, Any] = {}
    refused: list[str] = []
    unanswered: str = ""
    draft: str = ""
    place: str = "talk"
    left: bool = False


def load_session(shelf: Shelf, name: str) -> Session:
    """Return the session kept under a name; an empty one when there is none that can be read.

    What cannot be read was written by another version or damaged. The case is in its own file, so
    that only the conversation begins anew.
    """
    data = shelf.state(name)
    if data is None:
        return Session()
    try:
        return Session.model_validate(data)
    except ValidationError:
        return Session()


def keep_session(shelf: Shelf, name: str, session: Session) -> None:
    """Keep a session, the oldest turns and changes beyond the bounds left out.

    Raises:
        StorageError: when it cannot be written.
    """
    bounded = session.model_copy(
        update={"turns": session.turns[-MOST_TURNS:], "past": session.past[-MOST_PAST:]}
    )
    shelf.keep_state(name, bounded.model_dump(mode="json", exclude_defaults=True))


def hold_session(shelf: Shelf, name: str) -> sqlite3.Connection | None:
    """Take the right to keep a session until the connection is closed; None: another window has it.

    The lock is SQLite's own, as that of the library's writer: the operating system takes it back
    when the window ends in whatever way.
    """
    folder = shelf.folder / ".state"
    try:
        own_folder(shelf.folder)
        own_folder(folder)
        held = sqlite3.connect(
            folder / f"{name}.lock", timeout=0, isolation_level=None, check_same_thread=False
        )
        held.execute("BEGIN EXCLUSIVE")
    except (OSError, sqlite3.Error):
        return None
    return held


def note_elsewhere(shelf: Shelf, path: Path) -> None:
    """Remember a case file that lies elsewhere on the disk as the one opened last.

    Raises:
        StorageError: when it cannot be written.
    """
    kept = _paths(shelf)
    paths = [str(path), *(one for one in kept if one != str(path))][:MOST_ELSEWHERE]
    if paths != kept:
        shelf.keep_state(_ELSEWHERE, {"paths": paths})


def elsewhere(shelf: Shelf) -> list[Entry]:
    """Return the case files elsewhere that were opened last and are still there.

    Each goes by its whole path, as a case of the shelf does by its name.
    """
    there = (Path(one) for one in _paths(shelf))
    return [replace(entry_of(path), name=str(path)) for path in there if path.is_file()]


def _paths(shelf: Shelf) -> list[str]:
    paths = (shelf.state(_ELSEWHERE) or {}).get("paths")
    return [one for one in paths if isinstance(one, str)] if isinstance(paths, list) else []


def session_name(shelf: Shelf, file: Path) -> str:
    """Return the name a case's session is kept under: its own, or one made of its whole path."""
    path = file.absolute()
    if path.parent == shelf.folder.absolute() and path.parent.name == FOLDER:
        return path.stem
    return f"elsewhere-{sha256(str(path).encode()).hexdigest()[:16]}"
