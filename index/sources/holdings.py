"""What has been fetched: the bytes, and a manifest that says where each came from.

Below ``FES_HOME/sources``: ``files/SHA256.SUFFIX`` holds each version of each document under
the sha256 of its bytes, ``manifest.json`` says what is held and what was held before, and
``partial`` keeps downloads that stopped half way. A file is written whole under another name
and then renamed, and the manifest last, so that whatever interrupts leaves the former state.
No name that a server gives is ever used.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from pydantic import Field, ValidationError

from core.errors import StorageError
from core.model import Frozen
from index.documents.files import disk_errors, replace_file
from index.record.lock import writing

FOLDER = "sources"
MANIFEST = "manifest.json"
FORMAT = 1
CHUNK = 1024 * 1024


class Version(Frozen):
    """One version of a document as it was fetched.

    ``retrieved`` and ``replaced`` are moments in UTC (ISO 8601); ``replaced`` is empty for the
    version that is held. ``etag`` and ``last_modified`` are as the server sent them.
    """

    url: str
    final_url: str
    retrieved: str
    etag: str = ""
    last_modified: str = ""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    bytes: int
    content_type: str
    suffix: str = Field(pattern=r"^\.[a-z]{1,8}$")
    document: str
    replaced: str = ""


class Held(Frozen):
    """A source that has been fetched: the version held, when it was last asked for, and before.

    ``former`` are the versions it replaced, oldest first.
    """

    name: str
    current: Version
    checked: str
    former: tuple[Version, ...] = ()

    @property
    def versions(self) -> tuple[Version, ...]:
        """The version held, then the former ones, latest first."""
        return (self.current, *reversed(self.former))


class _Manifest(Frozen):
    format: int
    sources: tuple[Held, ...]


class Holdings:
    """The fetched documents of one data folder."""

    def __init__(self, home: Path) -> None:
        self.folder = home / FOLDER

    # --- reading -------------------------------------------------------------------------

    def all(self) -> dict[str, Held]:
        """Return what is held, by source name; nothing when nothing was ever fetched.

        Raises:
            StorageError: when the manifest cannot be read.
        """
        path = self.folder / MANIFEST
        try:
            text = path.read_text("utf-8")
        except FileNotFoundError:
            return {}
        except (OSError, UnicodeDecodeError) as error:
            raise _damaged(path) from error
        try:
            manifest = _Manifest.model_validate(json.loads(text))
        except (ValueError, RecursionError, ValidationError) as error:
            raise _damaged(path) from error
        if manifest.format != FORMAT:
            raise StorageError(
                f"the manifest has the format {manifest.format}; this version reads {FORMAT}",
                where=str(path),
                hint="Update fes, or move the folder away and fetch the documents again.",
            )
        return {held.name: held for held in manifest.sources}

    def file(self, version: Version) -> Path:
        """Return where a version's bytes are."""
        return self.folder / "files" / _file_name(version.sha256, version.suffix)

    def read(self, version: Version) -> bytes | None:
        """Return a version's bytes, or None when they are gone or are not what was fetched."""
        try:
            data = self.file(version).read_bytes()
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest() == version.sha256 else None

    # --- writing -------------------------------------------------------------------------

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the right to change what is held.

        Raises:
            BusyError: when another process is fetching.
            StorageError: when the folder cannot be written.
        """
        self._make(self.folder)
        with writing(self.folder):
            yield

    def partial(self, name: str) -> Path:
        """Return where the unfinished download of a source is kept."""
        return self._make(self.folder / "partial") / f"{name}.part"

    def keep_file(self, path: Path, suffix: str) -> tuple[str, Path, bool]:
        """Move a finished download among the files.

        Returns:
            Its sha256, where it is, and whether it was not there before.
        """
        files = self._make(self.folder / "files")
        with fetched_errors(files):
            digest = _sha256(path)
            target = files / _file_name(digest, suffix)
            is_there = target.exists() and _sha256(target) == digest
            path.replace(target)
        return digest, target, not is_there

    def record(self, name: str, version: Version, *, checked: str) -> None:
        """Note that a version is held; the one it replaces becomes a former one."""
        held = self.all()
        before = held.get(name)
        former: tuple[Version, ...] = ()
        if before is not None:
            former = before.former
            if before.current.sha256 != version.sha256:
                replaced = before.current.model_copy(update={"replaced": version.retrieved})
                former = (*former, replaced)
        held[name] = Held(name=name, current=version, checked=checked, former=former)
        self._write(held)

    def note_checked(self, name: str, checked: str) -> None:
        """Note that a source was asked for and has not changed."""
        held = self.all()
        held[name] = held[name].model_copy(update={"checked": checked})
        self._write(held)

    def _write(self, held: dict[str, Held]) -> None:
        manifest = _Manifest(format=FORMAT, sources=tuple(held[name] for name in sorted(held)))
        text = json.dumps(manifest.model_dump(mode="json"), indent=1)
        replace_file(
            self._make(self.folder) / MANIFEST,
            text.encode(),
            what="the list of fetched documents",
            private=True,
        )

    def _make(self, folder: Path) -> Path:
        with fetched_errors(folder):
            folder.mkdir(parents=True, exist_ok=True)
        return folder


def fetched_errors(path: Path) -> AbstractContextManager[None]:
    """Turn what the disk reports of the fetched documents into a sentence with its remedy."""
    hint = "See that the disk has room and the folder is writable."
    return disk_errors("the folder of fetched documents cannot be used", path, hint)


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(CHUNK):
            digest.update(block)
    return digest.hexdigest()


def _file_name(sha256: str, suffix: str) -> str:
    return f"{sha256}{suffix}"


def _damaged(path: Path) -> StorageError:
    return StorageError(
        "the list of fetched documents cannot be read",
        where=str(path),
        hint="Move the file away and fetch the documents again: fes sources sync.",
    )
