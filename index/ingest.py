"""Reading documents into the library: which files, what became of each, and progress."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from core.errors import DocumentError, InputError
from core.version import VERSION
from index.models import Decision, Document, Passage

READER = f"{VERSION}-1"
"""Names the way documents are read and cut; sources kept by another are read again."""

Stage = Literal["mending", "reading", "embedding", "done"]


@dataclass(frozen=True, slots=True)
class IngestProgress:
    """How far an ingest is.

    ``file`` of ``files`` counts from 1. In the stage ``embedding``, ``done`` of ``total``
    passages of this file have their vectors; in the stage ``mending``, passages that an
    interrupted run left without.
    """

    path: str
    stage: Stage
    file: int
    files: int
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """A source file as read: its document, passages and, for a decision, its facts."""

    document: Document
    passages: tuple[Passage, ...]
    decision: Decision | None


def read(path: Path, data: bytes, *, id_: str | None = None) -> Reading:
    """Read a source's bytes into passages.

    Args:
        path: The file's name, for its type and id.
        data: Its bytes.
        id_: The document's id when it is not to be the file's stem.

    Raises:
        DocumentError: when the bytes cannot be read.
    """
    from index import parsers

    document = parsers.parse_bytes(path, data)
    return cut(document if id_ is None else document.model_copy(update={"id": id_}))


def cut(document: Document) -> Reading:
    """Cut a document into passages and read its facts when it is a decision.

    Raises:
        DocumentError: when there is no text to keep.
    """
    from index import decisions, passages

    found = tuple(passages.split(document))
    if not found:
        raise DocumentError(
            "there is no text to keep in the document",
            where=document.id,
            hint="If it is a scan, run text recognition on it first.",
        )
    decision = decisions.read_decision(document, found) if document.kind == "decision" else None
    return Reading(document, found, decision)


def collect(paths: Sequence[Path], suffixes: frozenset[str]) -> list[Path]:
    """Return the files to read: those named, and those of a known type in folders named.

    Folders are walked in sorted order without following links; hidden files and folders are
    passed over. A file is listed once.

    Args:
        paths: Files and folders.
        suffixes: The suffixes read from folders, in lower case with the dot.

    Raises:
        InputError: when a path does not exist, or there is nothing to read; nothing has been
            changed then.
    """
    for path in paths:
        if not path.exists():
            raise InputError(
                "there is no such file or folder",
                where=str(path),
                hint="Check the path; nothing was ingested.",
            )
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            within = list(_walk(path, suffixes))
            if not within:
                raise InputError(
                    "there is no document to read in the folder",
                    where=str(path),
                    hint=f"Documents are {', '.join(sorted(suffixes))}; nothing was ingested.",
                )
            found.update(dict.fromkeys(within))
        else:
            found[absolute(path)] = None
    if not found:
        raise InputError("there is nothing to ingest", hint="Name a file or a folder.")
    return list(found)


def absolute(path: Path) -> Path:
    """Return the one path a file is known by."""
    return path.resolve()


def _walk(folder: Path, suffixes: frozenset[str]) -> list[Path]:
    found: list[Path] = []
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found.extend(
            absolute(Path(parent, name))
            for name in sorted(files)
            if not name.startswith(".") and Path(name).suffix.lower() in suffixes
        )
    return found
