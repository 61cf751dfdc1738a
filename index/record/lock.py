"""One writer at a time: a lock on a data folder that a killed process cannot leave behind."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import StorageError
from index.record.storefile import storage_errors

FILE_NAME = "writer.lock"
PATIENCE = 2.0
"""How long to wait for another writer, in seconds."""


class BusyError(StorageError):
    """Another process is writing to the data folder."""


@contextmanager
def writing(home: Path, *, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the right to write to a data folder.

    The lock is SQLite's own on a file of its own: it works on every platform, and the
    operating system takes it back when the process ends in whatever way.

    Raises:
        BusyError: when another process writes and goes on writing.
        StorageError: when the folder cannot be written.
    """
    with storage_errors(home):
        db = sqlite3.connect(
            home / FILE_NAME, timeout=patience, isolation_level=None, check_same_thread=False
        )
    try:
        try:
            db.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                with storage_errors(home):
                    raise
            raise BusyError(
                "another ingest is writing to the library",
                where=str(home),
                hint="Wait until it has finished, then try again.",
            ) from error
        yield
    finally:
        db.close()
