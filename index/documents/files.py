"""Writing a file whole or not at all, and keeping the data folder its owner's alone.

A file that is replaced keeps what its owner made of it: its mode, the place a link leads to, and
its protection against writing. What was written is on the disk before it takes the old one's
place, so that neither a kill nor a power cut leaves half a file.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from core.errors import StorageError

MAKING = ".making-"
"""Begins the name of a file or folder that is being written; a killed run can leave one."""

OWN_FOLDER, OWN_FILE = 0o700, 0o600
"""The modes of the data folder and its files: a person's papers are nobody else's to read."""


def replace_file(
    path: Path,
    data: bytes | Callable[[Path], None],
    *,
    what: str = "the file",
    hint: str = "Choose a folder you may write to, and see that the disk has room.",
    private: bool = False,
) -> None:
    """Write a file whole or not at all.

    Args:
        path: The file; of a link, the file it leads to is written.
        data: The bytes, or what writes them to a path it is given.
        what: What is written, as an error's sentence begins.
        hint: The remedy when it cannot be written.
        private: Whether it is of the data folder: a new file is its owner's alone, and so is
            its folder, which is made when there is none.

    Raises:
        StorageError: when it cannot be written, or is protected against writing; a former file
            is then as it was.
    """
    # It brings every kind of compression: only a run that writes pays for that.
    import tempfile

    try:
        target = Path(os.path.realpath(path))
        if private:
            own_folder(target.parent)
        mode = _mode(target, private=private)
        handle, name = tempfile.mkstemp(prefix=MAKING, suffix=target.suffix, dir=target.parent)
        making = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                if isinstance(data, bytes):
                    file.write(data)
            if not isinstance(data, bytes):
                data(making)
            _to_disk(making)
            making.chmod(mode)
            making.replace(target)
        finally:
            making.unlink(missing_ok=True)
        # A folder cannot be opened on every system; the file itself is on the disk all the same.
        with contextlib.suppress(OSError):
            _to_disk(target.parent)
    except OSError as error:
        raise StorageError(
            f"{what} cannot be written ({error.strerror or error})", where=str(path), hint=hint
        ) from error


@contextlib.contextmanager
def disk_errors(said: str, path: Path, hint: str = "") -> Iterator[None]:
    """Turn what the disk reports into a sentence that begins as ``said``, with place and remedy.

    Raises:
        StorageError: for any OSError.
    """
    try:
        yield
    except OSError as error:
        raise StorageError(
            f"{said} ({error.strerror or error})", where=str(path), hint=hint
        ) from error


def own_folders(*folders: Path) -> None:
    """Make folders of the data folder, each its owner's alone, the outermost first.

    Raises:
        StorageError: one cannot be made.
    """
    hint = "Set FES_HOME to a folder where fes may keep its data."
    with disk_errors("the data folder cannot be used", folders[-1], hint):
        for folder in folders:
            own_folder(folder)


def _mode(target: Path, *, private: bool) -> int:
    """Return the mode a file has, or a new one gets; refuse one protected against writing."""
    try:
        there = target.stat()
    except FileNotFoundError:
        if private:
            return OWN_FILE
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
    # The owner's own mark counts, also for an administrator whom the system would let pass.
    if not stat.S_IMODE(there.st_mode) & stat.S_IWUSR or not os.access(target, os.W_OK):
        raise PermissionError(13, "it is protected against writing")
    if not stat.S_ISREG(there.st_mode):
        raise PermissionError(13, "it is no ordinary file")
    return stat.S_IMODE(there.st_mode)


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def own_folder(folder: Path) -> None:
    """Make a folder that is its owner's alone; one that is there stays as it is.

    Raises:
        OSError: when it cannot be made.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=OWN_FOLDER, exist_ok=True)
