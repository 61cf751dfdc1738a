"""The vectors of passages, kept in Chroma: the only module that knows Chroma.

Vectors are filed under the keys of the store and are always passed in: Chroma is told to have
no embedding function, so its own model is never loaded or fetched. The folder can be deleted
at any time; the vectors are made again from the text of record.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from core.errors import StorageError

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection
    from chromadb.api.types import QueryResult

Answer = TypeVar("Answer")

FOLDER = "vectors"
BATCH = 500
SCAN = 800
"""How many of the nearest vectors a search takes from Chroma; up to so many it is exact."""

WIDER = 6
"""How many times as many are taken when too few of the nearest are among those looked at."""

NAMED = 4000
"""Up to so many vectors are named to Chroma when only some passages are looked at. Naming more
costs more than asking for the nearest of all and passing over the others."""

RETRIES = (0.05, 0.2, 0.5)
"""How long to wait before asking again, in seconds. Chroma moves its files while it writes, and
a process that opens them at that moment finds one missing."""

WHOLE_SHARE = 0.3
"""How much the likeness of a whole passage counts beside that of its likest part."""


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

    def search(
        self,
        vector: Sequence[float],
        *,
        limit: int,
        among: Mapping[int, int] | None = None,
        whole_share: float = WHOLE_SHARE,
    ) -> dict[int, float]:
        """Return the keys most like a search with their likeness (-1 to 1), best first.

        The likeness is the cosine similarity of the whole passage and of its likest part,
        weighed.

        Args:
            vector: The search as a vector.
            limit: How many keys at the most.
            among: When given, only these keys, with how many vectors each has.
            whole_share: How much the whole counts beside the part, 0..1.
        """
        if among is not None and not among:
            return {}
        number = None if among is None else sum(among.values())
        broad = number is None or number > NAMED
        found = self._nearest(vector, None if broad else among, SCAN)
        if broad and among is not None:
            enough = min(limit, number or 0)
            found = [(name, far) for name, far in found if _key(name) in among]
            if len(found) < enough:
                # The nearest of all are mostly others: more of them, and only then by name.
                wider = self._nearest(vector, None, WIDER * SCAN)
                found = [(name, far) for name, far in wider if _key(name) in among]
            if len(found) < enough:
                found = self._nearest(vector, among, SCAN)
        whole: dict[int, float] = {}
        part: dict[int, float] = {}
        for name, distance in found:
            key, which = _key(name), name.partition(".")[2]
            if which in ("whole", "only"):
                whole[key] = 1.0 - distance
            if which != "whole":
                part[key] = max(part.get(key, -1.0), 1.0 - distance)
        # What is not among the nearest is at most as like as the last of them.
        rest = 1.0 - found[-1][1] if found else 0.0
        likeness = {
            key: whole_share * whole.get(key, rest) + (1 - whole_share) * part.get(key, rest)
            for key in whole.keys() | part.keys()
        }
        best = sorted((-round(value, 6), key) for key, value in likeness.items())
        return {key: -negative for negative, key in best[:limit]}

    def _nearest(
        self, vector: Sequence[float], among: Mapping[int, int] | None, number: int
    ) -> list[tuple[str, float]]:
        """Return the names of the nearest vectors with their distances, nearest first."""
        import numpy as np

        names = None
        if among is not None:
            names = [name for key, count in among.items() for name in _names(key, count)]
            if not names:
                return []

        def nearest(collection: Collection) -> QueryResult:
            return collection.query(
                query_embeddings=np.array([vector], dtype=np.float32),
                n_results=number if names is None else min(len(names), number),
                ids=names,
                include=["distances"],
            )

        found = self._read(nearest)
        distances = (found["distances"] or [[]])[0]
        return list(zip(found["ids"][0], distances, strict=True))

    def total(self) -> int:
        """Return how many vectors there are."""
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
            self.folder.mkdir(parents=True, exist_ok=True)
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
            reason = (str(error).splitlines() or [type(error).__name__])[0]
            raise StorageError(
                f"the vectors cannot be used ({reason})",
                where=str(self.folder),
                hint="Make them again from the text of record with: fes index rebuild.",
            ) from error


def _key(name: str) -> int:
    """Return the key that a vector's name begins with."""
    return int(name.partition(".")[0])


def _names(key: int, count: int) -> list[str]:
    """Return the names of a passage's vectors: the whole, then the parts by number."""
    if count < 2:
        return [f"{key}.only"] * count
    return [f"{key}.whole", *(f"{key}.{part}" for part in range(1, count))]
