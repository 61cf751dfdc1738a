"""Reading documents into the library: which files, what became of each, and progress."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Literal, TypeGuard

from core import VERSION
from core.errors import DocumentError, InputError, StorageError
from index.documents import formats as parsers
from index.documents.passages import Reading
from index.documents.sandbox import Reader
from index.models import Document, IngestResult, IngestStatus, ProgressCallback
from index.positions.recognising import is_position
from index.record.held import SourceRecord
from index.record.lock import writing
from index.record.maintenance import Maintenance

READER = f"{VERSION}-32"
"""Names the way documents are read and cut; sources kept by another are read again."""

Stage = Literal["mending", "reading", "embedding", "done", "linking"]


@dataclass(frozen=True, slots=True)
class IngestProgress:
    """How far an ingest is.

    ``file`` of ``files`` counts from 1. In the stage ``embedding``, ``done`` of ``total``
    passages of this file have their vectors; in the stage ``mending``, passages that an
    interrupted run left without; in the stage ``linking``, at the end, the wordings of statements
    about the documents read.
    """

    path: str
    stage: Stage
    file: int
    files: int
    done: int = 0
    total: int = 0


Tell = Callable[[IngestProgress], None]


class Ingest:
    """Adds documents to a store and keeps its vectors in line."""

    def __init__(self, maintenance: Maintenance) -> None:
        self._store = maintenance.store
        self._maintenance = maintenance
        self._reader = Reader()

    def files(self, paths: Sequence[Path], tell: Tell) -> list[IngestResult]:
        """Read files and folders, one result a file; see :meth:`index.library.Library.ingest`."""
        files = collect(paths, frozenset(parsers.supported_suffixes()))
        results: list[IngestResult] = []
        try:
            with writing(self._store.home), self._reader:
                mending = IngestProgress("", "mending", 0, len(files))
                self._mend(lambda done, total: tell(replace(mending, done=done, total=total)))
                for number, path in enumerate(files, start=1):
                    step = IngestProgress(str(path), "reading", number, len(files))
                    tell(step)
                    results.append(self._file(path, step, tell))
                    tell(replace(step, stage="done"))
                if any(result.status in ("added", "replaced") for result in results):
                    last = IngestProgress("", "linking", len(files), len(files))
                    self._maintenance.prepare(
                        lambda done, total: tell(replace(last, done=done, total=total))
                    )
        except StorageError as error:
            kept = [result.document for result in results if result.status != "failed"]
            if kept:
                # What a full disk leaves is told, so that nobody reads it all again.
                error.hint = f"{error.hint} Kept: {', '.join(kept)}.".strip()
            raise
        return results

    def document(self, document: Document, data: bytes, origin: str, tell: Tell) -> IngestResult:
        """Add a document that is no file; see :meth:`index.library.Library.add`."""
        step = IngestProgress(origin, "embedding", 1, 1)
        with writing(self._store.home):
            self._mend(lambda _done, _total: None)
            known = self._store.source_at(origin)
            if _is_current(known, data):
                return self._result(known.document, origin, "unchanged")
            if self._store.has(document.id) and (known is None or known.document != document.id):
                raise InputError(
                    f'there is another document with the id "{document.id}"',
                    where=origin,
                    hint="Give one of them another name.",
                )
            with self._reader:
                reading = self._reader.cut(document)
            self._keep(
                reading,
                data,
                origin,
                lambda done, total: tell(replace(step, done=done, total=total)),
            )
            return self._result(document.id, origin, "added" if known is None else "replaced")

    def _mend(self, progress: ProgressCallback) -> None:
        if not self._maintenance.is_noted_whole():
            self._maintenance.mend(progress)

    def _file(self, path: Path, step: IngestProgress, tell: Tell) -> IngestResult:
        origin = shown = _text(path)
        try:
            data = parsers.read_bytes(path)
            known = self._store.source_at(origin)
            if known is None:
                # The same bytes under another path are the same document.
                known = self._store.source_with(sha256(data).hexdigest())
                origin = origin if known is None else known.origin
            if _is_current(known, data):
                return self._result(known.document, shown, "unchanged")
            document = self._reader.parse(path, data)
            self._refuse_position(document, known)
            id_ = known.document if known else document.id
            if known is None and self._store.has(id_):
                id_ = self._free_id(id_)
            reading = self._reader.cut(document.model_copy(update={"id": id_}))
        except InputError as error:
            return IngestResult(
                document=_text(Path(path.stem)),
                path=shown,
                kind=None,
                pages=0,
                passages=0,
                status="failed",
                message=error.sentence(),
            )
        self._keep(
            reading,
            data,
            origin,
            lambda done, total: tell(replace(step, stage="embedding", done=done, total=total)),
        )
        return self._result(reading.document.id, shown, "added" if known is None else "replaced")

    def _refuse_position(self, document: Document, known: SourceRecord | None) -> None:
        """Keep a position description out of what is searched and quoted as authority.

        Raises:
            DocumentError: it is one; a copy kept before it was recognised is removed.
        """
        if document.kind in ("decision", "regulation", "digest") or not is_position(document):
            return
        if known is not None:
            self._store.remove(known.document)
            self._maintenance.drop_gone()
        raise DocumentError(
            "is a position description: evidence of what one job is, not law to be searched or "
            "quoted",
            where=document.id,
            hint="Make a case of it instead: fes case new --from FILE.",
        )

    def _free_id(self, taken: str) -> str:
        number = 2
        while self._store.has(f"{taken}-{number}"):
            number += 1
        return f"{taken}-{number}"

    def _keep(self, reading: Reading, data: bytes, origin: str, progress: ProgressCallback) -> None:
        """Embed a document's passages, then write text and vectors.

        The vectors are made first: the moment at which the text is there and its vectors are
        not is then short, and what a kill leaves of it is mended by the next use.
        """
        vectors = list(self._maintenance.embed(reading.passages, progress))
        keys = self._store.put(
            reading.document,
            reading.passages,
            data=data,
            origin=origin,
            retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
            reader=READER,
            decision=reading.decision,
        )
        self._maintenance.keep(dict(zip(keys, vectors, strict=True)))
        self._maintenance.drop_gone()

    def _result(self, document: str, path: str, status: IngestStatus) -> IngestResult:
        info = self._store.info(document)
        return IngestResult(
            document=document,
            path=path,
            kind=info.kind,
            pages=info.pages,
            passages=info.passages,
            status=status,
        )


def collect(paths: Sequence[Path], suffixes: frozenset[str]) -> list[Path]:
    """Return the files to read: those named, and those of a known type in folders named.

    Folders are walked in sorted order without following links to folders; hidden files and
    folders are passed over. A file is listed once.

    Args:
        paths: Files and folders.
        suffixes: The suffixes read from folders, in lower case with the dot.

    Raises:
        InputError: when a path does not exist, or there is nothing to read; nothing has been
            changed then.
    """
    if not paths:
        raise InputError("there is nothing to ingest", hint="Name a file or a folder.")
    for path in paths:
        if not _exists(path):
            raise InputError(
                "there is no such file or folder",
                where=str(path),
                hint="Check the path; nothing was ingested.",
            )
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            within = _walk(path, suffixes)
            if not within:
                raise InputError(
                    "there is no document to read in the folder",
                    where=str(path),
                    hint=f"Documents are {', '.join(sorted(suffixes))}; nothing was ingested.",
                )
            found.update(dict.fromkeys(within))
        else:
            found[_real(path)] = None
    return list(found)


def _walk(folder: Path, suffixes: frozenset[str]) -> list[Path]:
    found: list[Path] = []
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found.extend(
            _real(Path(parent, name))
            for name in sorted(files)
            if not name.startswith(".") and Path(name).suffix.lower() in suffixes
        )
    return found


def _exists(path: Path) -> bool:
    """Return whether there is such a path; one that may not be seen is not there for us."""
    try:
        return path.exists()
    except OSError:
        return False


def _real(path: Path) -> Path:
    """Return where a path leads; a link that leads to itself stays as it is."""
    return Path(os.path.realpath(path))


def _text(path: Path) -> str:
    """Return a path as text that can be kept and printed, whatever bytes its name is made of."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _is_current(known: SourceRecord | None, data: bytes) -> TypeGuard[SourceRecord]:
    return known is not None and known.sha256 == sha256(data).hexdigest() and known.reader == READER
