"""The vectors of passages, kept in Chroma: the only module that knows Chroma.

Vectors are filed under the keys of the store and are always passed in: Chroma is told to have
no embedding function, so its own model is never loaded or fetched. The folder can be deleted
at any time; the vectors are made again from the text of record.
"""

from __future__ import annotations

import hashlib
import logging
import re
import shutil
import sqlite3
import struct
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from errno import EDQUOT, ENOSPC
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from core.errors import StorageError
from index.documents.files import own_folder
from index.record.nearest import ONLY, WHOLE, Nearest
from index.record.storefile import PATIENCE

if TYPE_CHECKING:
    import numpy as np
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection
    from numpy.typing import NDArray

Answer = TypeVar("Answer")

FOLDER = "vectors"
DATABASE = "chroma.sqlite3"
READ = 5000
"""How many vectors are read at a time."""
BATCH = 500
RETRIES = (0.05, 0.2, 0.5)
"""How long to wait before asking again, in seconds. Chroma moves its files while it writes, and
a process that opens them at that moment finds one missing."""


class Vectors:
    """The vectors of one library, made by one embedder with one way of composing the text."""

    def __init__(self, home: Path, signature: str) -> None:
        self.folder = home / FOLDER
        digest = hashlib.sha256(f"cosine {signature}".encode()).hexdigest()[:16]
        self.collection_name = f"passages-{digest}"
        self._client: Client | None = None
        self._collection: Collection | None = None

    def put(self, vectors: Mapping[int, Sequence[Sequence[float]]]) -> None:
        """Write each passage's vectors under its key: the whole first, then its parts."""
        import numpy as np

        ids = [name for key, own in vectors.items() for name in _names(key, len(own))]
        rows = [row for own in vectors.values() for row in own]
        with self._errors():
            collection = self._open()
            for first in range(0, len(ids), BATCH):
                collection.upsert(
                    ids=ids[first : first + BATCH],
                    embeddings=np.array(rows[first : first + BATCH], dtype=np.float32),
                )

    def drop(self, counts: Mapping[int, int]) -> None:
        """Remove the vectors under these keys, given how many each has."""
        names = [name for key, count in counts.items() for name in _names(key, count)]
        with self._errors():
            for first in range(0, len(names), BATCH):
                self._open().delete(ids=names[first : first + BATCH])

    def all(self) -> Nearest:
        """Return every vector, to search in or to compare with what is kept of them.

        Raises:
            StorageError: when they cannot be read.
        """
        import numpy as np

        keys: list[int] = []
        parts: list[int] = []
        read: list[NDArray[np.float32]] = []
        total = self.total()
        for first in range(0, total, READ):
            found = self._read(
                lambda collection, first=first: collection.get(  # type: ignore[misc]
                    include=["embeddings"], limit=READ, offset=first
                )
            )
            for name in found["ids"]:
                key, _, which = name.partition(".")
                keys.append(int(key))
                parts.append({"only": ONLY, "whole": WHOLE}.get(which) or _part(which))
            read.append(np.asarray(found["embeddings"], dtype=np.float32))
        if not keys:
            return Nearest.of([], [], np.zeros((0, 1), dtype=np.float32))
        return Nearest.of(keys, parts, np.concatenate(read))

    def check_files(self) -> str:
        """Return what is wrong with the files of vectors; empty when nothing.

        Chroma itself takes a cut file for a shorter one, or ends the process on it: the files
        are looked at before they are opened.
        """
        if not self.is_there():
            return ""
        for name in sorted(self._segments()):
            folder = self.folder / name
            if (folder / _HEADER).is_file() and (file := _cut_file(folder)):
                return f"a file of the vectors is cut or damaged ({folder.name}/{file})"
        return ""

    def check_search(self, some: Sequence[float]) -> None:
        """Search for a vector: reading all of them does not touch what finds them.

        Raises:
            StorageError: when they cannot be searched in.
        """
        import numpy as np

        def nearest(collection: Collection) -> object:
            return collection.query(
                query_embeddings=np.array([some], dtype=np.float32), n_results=1, include=[]
            )

        self._read(nearest)

    def is_there(self) -> bool:
        """Return whether there are files of vectors; they are not opened."""
        return (self.folder / DATABASE).is_file()

    def sweep(self) -> None:
        """Remove the folders of vectors that no collection uses; the writer's lock is held.

        Chroma leaves one behind for every collection that is deleted.
        """
        if not self.is_there():
            return
        used = self._segments()
        for folder in self.folder.iterdir():
            if folder.is_dir() and folder.name not in used and _SEGMENT.fullmatch(folder.name):
                shutil.rmtree(folder, ignore_errors=True)

    def _segments(self) -> set[str]:
        """Return the names of the folders that collections use."""
        database = f"{(self.folder / DATABASE).as_uri()}?mode=ro"
        try:
            with closing(sqlite3.connect(database, uri=True, timeout=PATIENCE)) as db:
                return {str(row[0]) for row in db.execute("SELECT id FROM segments")}
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    def total(self) -> int:
        return self._read(lambda collection: collection.count())

    def counts(self) -> dict[int, int]:
        """Return how many vectors each key has."""
        names = self._read(lambda collection: collection.get(include=[])["ids"])
        return dict(Counter(map(_key, names)))

    def reset(self) -> None:
        """Remove every vector, those of other embedders too, or the folder if it is damaged."""
        try:
            with self._errors():
                client = self._connected()
                for collection in client.list_collections():
                    client.delete_collection(collection.name)
        except StorageError:
            self.close()
            with self._errors():
                if self.folder.is_dir():
                    shutil.rmtree(self.folder)
                else:
                    self.folder.unlink(missing_ok=True)
        self._collection = None

    def close(self) -> None:
        """Let go of the files; the next use opens them again."""
        if self._client is not None:
            self._client.close()
        self._client = None
        self._collection = None

    def _read(self, ask: Callable[[Collection], Answer]) -> Answer:
        """Ask Chroma, once more when another process is just rearranging its files."""
        for pause in RETRIES:
            try:
                with self._errors():
                    return ask(self._open())
            except StorageError:
                self.close()
                time.sleep(pause)
        with self._errors():
            return ask(self._open())

    def _connected(self) -> Client:
        if self._client is None:
            import chromadb
            from chromadb.api.shared_system_client import SharedSystemClient
            from chromadb.config import Settings

            logging.getLogger("chromadb").setLevel(logging.ERROR)
            own_folder(self.folder)
            # No settings file of the folder fes happens to be started in is read.
            settings = Settings(_env_file=None, anonymized_telemetry=False)
            try:
                client = chromadb.PersistentClient(str(self.folder), settings=settings)
            except Exception:
                # Chroma would hand out what it failed to start to whoever asks next.
                SharedSystemClient.clear_system_cache()
                raise
            self._client = cast("Client", client)
        return self._client

    def _open(self) -> Collection:
        if self._collection is None:
            self._collection = self._connected().get_or_create_collection(
                self.collection_name,
                embedding_function=None,
                configuration={"hnsw": {"space": "cosine"}},
            )
        return self._collection

    @contextmanager
    def _errors(self) -> Iterator[None]:
        from chromadb.errors import ChromaError

        try:
            yield
        except (ChromaError, OSError, ValueError, RuntimeError) as error:
            raise self._unusable(error) from error

    def _unusable(self, error: Exception) -> StorageError:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        full = _NO_ROOM.search(reason) or getattr(error, "errno", None) in (ENOSPC, EDQUOT)
        closed = _NO_RIGHT.search(reason) or isinstance(error, PermissionError)
        hint = "Make them again from the text of record with: fes index rebuild."
        if full:
            hint = "Make room on the disk and do the same again: nothing that was read is lost."
        elif closed:
            hint = "Make the data folder writable, or set FES_HOME to another folder."
        return StorageError(
            f"the vectors cannot be used ({reason})", where=str(self.folder), hint=hint
        )


_SEGMENT = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NO_ROOM = re.compile(r"disk is full|no space|quota|code: 13\b|disk I/O", re.IGNORECASE)
_NO_RIGHT = re.compile(r"readonly|read-only|permission|code: 14\b", re.IGNORECASE)


_HEADER = "header.bin"
_LAYOUT = struct.Struct("<i4Q")
"""How the header of hnswlib's files begins: version, an offset, room, elements, bytes of one."""


def _cut_file(folder: Path) -> str:
    """Return the name of a file that is not as long as the header says; empty when all are."""
    try:
        header = (folder / _HEADER).read_bytes()
        if len(header) != 100:
            return _HEADER
        version, _, room, elements, size = _LAYOUT.unpack_from(header)
        if version != 1:
            return ""
        # Before the first elements are sent to disk, the files are as long as there is room.
        written = elements or room
        for name, wanted in (("data_level0.bin", written * size), ("length.bin", 4 * written)):
            if (folder / name).stat().st_size != wanted:
                return name
        links = (folder / "link_lists.bin").read_bytes()
    except FileNotFoundError as error:
        return Path(str(error.filename)).name
    at = 0
    for _ in range(elements):
        if at + 4 > len(links):
            return "link_lists.bin"
        at += 4 + int.from_bytes(links[at : at + 4], "little")
    return "link_lists.bin" if at != len(links) else ""


def _part(which: str) -> int:
    return int(which) if which.isdecimal() else WHOLE


def _key(name: str) -> int:
    """Return the key that a vector's name begins with."""
    return int(name.partition(".")[0])


def _names(key: int, count: int) -> list[str]:
    """Return the names of a passage's vectors: the whole, then the parts by number."""
    if count < 2:
        return [f"{key}.only"] * count
    return [f"{key}.whole", *(f"{key}.{part}" for part in range(1, count))]
