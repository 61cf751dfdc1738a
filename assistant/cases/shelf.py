"""The shelf: a person's cases under the data folder, which keep themselves.

Each case is one TOML file, ``cases/NAME.toml``, that can be read, mended and carried away by
hand; NAME is made of the title. What is written is written whole or not at all, and a file that
another window or an editor changed meanwhile is never overwritten unasked.

::

    shelf = Shelf(home)
    shelf.entries()                   # what a list shows, the one changed last first
    opened = shelf.new(Case(title="My position"))
    opened = shelf.open("my-position")
    opened = shelf.save(opened, case) # raises ChangedElsewhereError; overwrite=True insists
    opened.changed()                  # whether the file is another than the one opened
    entry = shelf.rename("my-position", "Budget analyst")
    copy = shelf.duplicate("budget-analyst")
    gone = shelf.delete("budget-analyst")
    shelf.restore(gone)               # or the last one deleted: shelf.restore()
    shelf.keep_state("name", {...})   # a conversation, an undo history: any JSON beside the case
    shelf.state("name")

A file elsewhere on the disk can be opened and saved in the same way with :func:`open_file` and
:func:`save_file`.
"""

from __future__ import annotations

import contextlib
import json
import re
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from assistant.cases.edits import case_as_text, load_case, read_text
from assistant.cases.toml_text import retitled
from assistant.settings import data_home
from core.errors import CaseError, UsageError
from index.documents.files import disk_errors, own_folder, own_folders, replace_file

if TYPE_CHECKING:
    from core.model import Case

FOLDER: Final = "cases"
SUFFIX: Final = ".toml"
_TRASH, _STATE = ".trash", ".state"
WAITING: Final = "supervisor"  # beside a case: levels accepted before all are there
_LONGEST: Final = 40
_UNTITLED: Final = "case"


class ChangedElsewhereError(UsageError):
    """Another window, program or person changed or removed a case file since it was opened."""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case with the file it was read from or written to.

    ``stamp`` is what the file held then; it is empty for a file that was not there.
    """

    path: Path
    case: Case
    stamp: str

    @property
    def name(self) -> str:
        return self.path.stem

    def changed(self) -> bool:
        """Return whether the file no longer holds what was read or written."""
        return _stamp(self.path) != self.stamp


@dataclass(frozen=True, slots=True)
class Entry:
    """A case on the shelf as a list shows it; ``problem`` says why one cannot be opened."""

    name: str
    path: Path
    title: str
    changed: datetime
    standard: str = ""
    series: str = ""
    grade: int | None = None
    fictional: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Deleted:
    """A case in the trash: the name it had, and its file there."""

    name: str
    path: Path


class Shelf:
    """The cases of one data folder; see the module for how it is used."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.folder = home / FOLDER

    def entries(self) -> list[Entry]:
        """Return the cases, the one changed last first; a file that is no case says why."""
        found = [entry_of(path) for path in self._files()]
        return sorted(found, key=lambda one: (one.changed, one.name), reverse=True)

    def path(self, name: str) -> Path:
        """Return the file of a case on the shelf, by its name or its title.

        Raises:
            UsageError: when there is none of that name, or several of that title.
        """
        plain = name.removesuffix(SUFFIX)
        path = self.folder / f"{plain}{SUFFIX}"
        if plain == Path(plain).name and not plain.startswith(".") and path.is_file():
            return path
        entries = self.entries()
        found = [one for one in entries if one.title.casefold() == name.strip().casefold()]
        if len(found) == 1:
            return found[0].path
        known = ", ".join(one.name for one in entries[:8])
        raise UsageError(
            f"there {'are several cases' if found else 'is no case'} called {name!r}",
            where="case",
            hint=f"The cases are {known}." if known else "fes case new makes the first one.",
        )

    def new(self, case: Case, *, name: str = "") -> CaseFile:
        """Put a new case on the shelf; its name is made of the title unless one is given.

        Raises:
            StorageError: when it cannot be written.
        """
        self._ready()
        return save_file(CaseFile(self._free(name or case.title), case, ""), case)

    def keep(self, text: str, title: str) -> Path:
        """Put the text of a case of another kind on the shelf; raises as :meth:`new`."""
        path = self._free(title)
        self._write(path, text)
        return path

    def open(self, name: str) -> CaseFile:
        """Open a case by its name or its title.

        Raises:
            UsageError: when there is none of that name.
            InputError: when the file is no case, naming the field.
        """
        return open_file(self.path(name))

    def save(self, opened: CaseFile, case: Case, *, overwrite: bool = False) -> CaseFile:
        """Write a case to the file it was opened from; see :func:`save_file`."""
        return save_file(opened, case, overwrite=overwrite)

    def rename(self, name: str, title: str) -> Entry:
        """Give a case of any kind another title, and its file the name that goes with it.

        Raises:
            UsageError: when the title is empty, or there is no such case.
            CaseError: when its file cannot be read.
            StorageError: when it cannot be written.
        """
        path, title = self.path(name), title.strip()
        if not title:
            raise UsageError("the title is empty", where="title", hint="Write a few words.")
        self._write(path, retitled(read_text(path), title, where=str(path)))
        if re.fullmatch(rf"{re.escape(file_name(title))}(?:-\d+)?", path.stem):
            return entry_of(path)
        target = self._free(title)
        state = self.state(path.stem)
        _move(path, target)
        if state is not None:
            self.keep_state(target.stem, state)
            self._state_file(path.stem).unlink(missing_ok=True)
        return entry_of(target)

    def duplicate(self, name: str, *, title: str = "") -> Entry:
        """Copy a case of any kind, with its comments, under another title; raises as a rename."""
        path = self.path(name)
        title = title.strip() or f"Copy of {entry_of(path).title}"
        target = self._free(title)
        self._write(target, retitled(read_text(path), title, where=str(path)))
        if waiting := (self.state(path.stem) or {}).get(WAITING):
            self.keep_state(target.stem, {WAITING: waiting})
        return entry_of(target)

    def delete(self, name: str) -> Deleted:
        """Move a case to the trash; :meth:`restore` brings it back.

        Raises:
            UsageError: when there is none of that name.
            StorageError: when it cannot be moved.
        """
        path = self.path(name)
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        target = self.folder / _TRASH / f"{stamp}.{path.name}"
        _move(path, target)
        state = self._state_file(path.stem)
        if state.exists():
            _move(state, target.with_suffix(".json"))
        return Deleted(path.stem, target)

    def trash(self) -> list[Deleted]:
        """Return the cases in the trash, the one deleted last first."""
        folder = self.folder / _TRASH
        files = sorted(folder.glob(f"*{SUFFIX}"), reverse=True) if folder.is_dir() else []
        return [Deleted(path.stem.partition(".")[2], path) for path in files]

    def restore(self, deleted: Deleted | None = None) -> Entry:
        """Bring a deleted case back: the one named, or the one deleted last.

        Raises:
            UsageError: when the trash is empty.
            StorageError: when it cannot be moved.
        """
        chosen = deleted or next(iter(self.trash()), None)
        if chosen is None or not chosen.path.exists():
            raise UsageError(
                "there is no deleted case", where="case", hint="fes case list shows what there is."
            )
        target = self._free(chosen.name)
        _move(chosen.path, target)
        state = chosen.path.with_suffix(".json")
        if state.exists():
            _move(state, self._state_file(target.stem))
        return entry_of(target)

    def state(self, name: str) -> dict[str, Any] | None:
        """Return what was kept beside a case, or None; what cannot be read counts as nothing."""
        try:
            found = json.loads(self._state_file(name).read_text("utf-8"))
        except (OSError, UnicodeDecodeError, json.JSONDecodeError):
            # It only spares a person a few steps: the case itself is in its own file.
            return None
        return found if isinstance(found, dict) else None

    def keep_state(self, name: str, data: dict[str, Any]) -> None:
        """Keep JSON beside a case: a conversation, an undo history, an open question.

        Raises:
            StorageError: when it cannot be written.
        """
        self._ready()
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        replace_file(self._state_file(name), text.encode(), what="the session", private=True)

    def _write(self, path: Path, text: str) -> None:
        self._ready()
        replace_file(path, text.encode(), what="the case", private=True)

    def _state_file(self, name: str) -> Path:
        return self.folder / _STATE / f"{name}.json"

    def _files(self) -> list[Path]:
        if not self.folder.is_dir():
            return []
        return [one for one in self.folder.glob(f"*{SUFFIX}") if not one.name.startswith(".")]

    def _free(self, title: str) -> Path:
        """Return a path of a name that no case has: ``budget-analyst-2``."""
        plain = file_name(title) or _UNTITLED
        number, name = 1, plain
        while (self.folder / f"{name}{SUFFIX}").exists():
            number += 1
            name = f"{plain}-{number}"
        return self.folder / f"{name}{SUFFIX}"

    def _ready(self) -> None:
        own_folders(self.home, self.folder)


def open_file(path: Path) -> CaseFile:
    """Open a case file anywhere on the disk.

    Raises:
        InputError: when it is missing or no case, naming the field.
    """
    stamp = _stamp(path)
    return CaseFile(path, load_case(path), stamp)


def save_file(opened: CaseFile, case: Case, *, overwrite: bool = False) -> CaseFile:
    """Write a case over the file it was opened from; comments and order survive.

    Args:
        opened: the file, as :func:`open_file` or the last save returned it.
        case: what to write.
        overwrite: whether to replace what somebody else wrote meanwhile.

    Raises:
        ChangedElsewhereError: the file holds something else than when it was opened, or is gone.
        StorageError: when it cannot be written; the file is then as it was.
    """
    if opened.changed() and not overwrite:
        gone = not opened.path.exists()
        raise ChangedElsewhereError(
            f"{opened.path.name} was {'removed' if gone else 'changed'} by another window or "
            "program since it was opened here",
            where="save",
            hint="Save it under another name, or open it again to see what it says now.",
        )
    text = case_as_text(case, opened.path).encode()
    stamp = _digest(text)
    if stamp != _stamp(opened.path):
        replace_file(
            opened.path,
            text,
            what="the case",
            hint="Choose a folder you may write to.",
            private=opened.path.parent.name == FOLDER,
        )
    return CaseFile(opened.path, case, stamp)


def file_name(title: str) -> str:
    """Return a title as a file's name: lower case letters and digits, joined by hyphens.

    A long one ends with a whole word, so that whoever types the name of one need not count.
    """
    plain = re.sub(r"[^\w]+", "-", title.casefold()).strip("-_")
    whole = plain[: _LONGEST + 1].rpartition("-")[0] if len(plain) > _LONGEST else plain
    return (whole or plain[:_LONGEST]).strip("-_")


def _stamp(path: Path) -> str:
    try:
        return _digest(path.read_bytes())
    except OSError:
        return ""


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _move(path: Path, target: Path) -> None:
    hint = "Check that you may write to its folder."
    with disk_errors("the case cannot be moved", path, hint):
        own_folder(target.parent)
        path.replace(target)


def entry_of(path: Path) -> Entry:
    """Return what a list shows of a case, without checking it against its standard."""
    changed = datetime.fromtimestamp(0, UTC)
    with contextlib.suppress(OSError):
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Entry(path.stem, path, path.stem, changed, problem=str(error))
    current = data.get("current")
    current = current if isinstance(current, dict) else {}
    grade = current.get("grade")
    return Entry(
        name=path.stem,
        path=path,
        title=str(data.get("title") or path.stem),
        changed=changed,
        standard=str(data.get("standard", "")),
        series=str(current.get("series", "")),
        grade=grade if isinstance(grade, int) else None,
        fictional=data.get("fictional") is True,
    )


def called(path: Path) -> str:
    """Return what a person writes to name a case again: its name on the shelf, else its path."""
    kept = path.suffix == SUFFIX and path.resolve().parent == (data_home() / FOLDER).resolve()
    return path.stem if kept else str(path)


def case_or_file(shelf: Shelf, name: str) -> CaseFile:
    """Open what a person names: a file, or else a case on the shelf.

    Raises:
        InputError: when there is neither, or it is no case.
    """
    path = Path(name).expanduser()
    if path.exists():
        return open_file(path)
    if path.suffix or path.parent != Path():
        raise CaseError(
            "there is no such file",
            where=name,
            hint="Check the path, or fes case list for the cases kept.",
        )
    return shelf.open(name)
