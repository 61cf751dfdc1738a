"""The SQLite file of the text of record: its tables, its version, and what can go wrong."""

from __future__ import annotations

import os
import re
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import StorageError
from index.documents.files import OWN_FILE, own_folder

APPLICATION_ID = 0x46455331
"""Marks a SQLite file as ours (``FES1``)."""

SCHEMA_VERSION = 1
FILE_NAME = "library.sqlite"
PATIENCE = 30.0
"""How long to wait for another process's transaction, in seconds."""

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    origin TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    retrieved TEXT NOT NULL,
    reader TEXT NOT NULL,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    decision TEXT,
    text TEXT NOT NULL
);
CREATE INDEX documents_by_sha256 ON documents (sha256);
CREATE TABLE sources (
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    data BLOB NOT NULL
);
CREATE TABLE passages (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    vectors INTEGER NOT NULL DEFAULT 0,
    record TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (document, ordinal)
);
CREATE INDEX passages_to_embed ON passages (vectors) WHERE vectors = 0;
CREATE TABLE dropped (key INTEGER PRIMARY KEY, vectors INTEGER NOT NULL);
CREATE TRIGGER passage_dropped AFTER DELETE ON passages BEGIN
    INSERT OR IGNORE INTO dropped VALUES (old.key, old.vectors);
END;
"""


_DAMAGE = re.compile(r"malformed|corrupt|could not decode|disk I/O", re.IGNORECASE)


def connect(home: Path) -> tuple[sqlite3.Connection, bool]:
    """Open a data folder's text of record, creating folder and file when absent.

    Returns:
        The connection, and whether it can only be read: a folder that others share.

    Raises:
        StorageError: when the folder cannot be used, or the file is foreign, damaged or
            written by another version of the program.
    """
    path = home / FILE_NAME
    try:
        own_folder(home)
        if not path.exists():
            path.touch(mode=OWN_FILE, exist_ok=True)
    except OSError as error:
        raise _unusable(home, error.strerror or str(error)) from error
    read_only = not (os.access(home, os.W_OK) and os.access(path, os.W_OK))
    name = str(path)
    if read_only:
        # Without a log of changes beside it nobody is writing, and none can be made here.
        log = path.with_name(f"{FILE_NAME}-wal")
        name = f"{path.absolute().as_uri()}?{'mode=ro' if log.exists() else 'immutable=1'}"
    with storage_errors(home):
        db = sqlite3.connect(
            name, timeout=PATIENCE, isolation_level=None, check_same_thread=False, uri=read_only
        )
    try:
        with storage_errors(home):
            _prepare(db, path)
    except StorageError:
        db.close()
        raise
    return db, read_only


def _prepare(db: sqlite3.Connection, path: Path) -> None:
    """Check that the file is ours and of this version, and create the tables in a new one."""
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version = db.execute("PRAGMA user_version").fetchone()[0]
    tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and application != APPLICATION_ID:
        raise StorageError(
            "the file is not a library of this program",
            where=str(path),
            hint="Move it away, or set FES_HOME to another folder.",
        )
    if version > SCHEMA_VERSION:
        raise StorageError(
            f"the library was written by a newer version of the program (format {version}, "
            f"this one reads {SCHEMA_VERSION})",
            where=str(path),
            hint="Update fes, or set FES_HOME to another folder.",
        )
    if tables and version < SCHEMA_VERSION:
        raise StorageError(
            f"the library has the old format {version}; this version needs {SCHEMA_VERSION}",
            where=str(path),
            hint="Move the folder away and ingest the documents again.",
        )
    db.execute("PRAGMA foreign_keys = ON")
    # Full: a passage that a reader was shown must still be there after a power cut.
    db.execute("PRAGMA synchronous = FULL")
    if tables:
        return
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("BEGIN IMMEDIATE")
    try:
        if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            for statement in _statements(SCHEMA):
                db.execute(statement)
            for counter in ("passages changed", "vectors changed"):
                db.execute("INSERT INTO meta VALUES (?, '0')", (counter,))
            db.execute("INSERT INTO meta VALUES ('library', ?)", (uuid.uuid4().hex,))
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def storage_errors(home: Path) -> Iterator[None]:
    """Turn what SQLite reports into a sentence with the data folder and the remedy.

    Raises:
        StorageError: for any SQLite error.
    """
    try:
        yield
    except sqlite3.Error as error:
        text = str(error)
        if "not a database" in text:
            raise StorageError(
                "the file is not a library of this program",
                where=str(home / FILE_NAME),
                hint="Move it away, or set FES_HOME to another folder.",
            ) from error
        if _DAMAGE.search(text):
            raise _damaged(home) from error
        if "locked" in text or "busy" in text:
            raise StorageError(
                "another process has held the library for too long",
                where=str(home / FILE_NAME),
                hint="Wait until it has finished, then try again.",
            ) from error
        raise _unusable(home, text) from error
    except ValueError as error:
        # What a page holds is text of another row, or none.
        raise _damaged(home) from error


def _damaged(home: Path) -> StorageError:
    return StorageError(
        "the library is damaged",
        where=str(home / FILE_NAME),
        hint="Move the folder away and ingest the documents again.",
    )


def _unusable(home: Path, reason: str) -> StorageError:
    return StorageError(
        f"the data folder cannot be used ({reason})",
        where=str(home),
        hint="Make it writable and see that the disk has room, or set FES_HOME to another folder.",
    )
