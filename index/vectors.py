"""The vectors of passages, kept in Chroma: the only module that knows Chroma.

Vectors are filed under the keys of the store and are always passed in: Chroma is told to have
no embedding function, so its own model is never loaded or fetched. The folder can be deleted
at any time; the vectors are made again from the text of record.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from core.errors import StorageError

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection

FOLDER = "vectors"
BATCH = 500
EXACT_UP_TO = 20_000
"""Up to this many vectors a search looks at all of them, so that it is exact and repeatable."""


class Vectors:
    """The vectors of one library, made by one embedder with one way of composing the text."""

    def __init__(self, home: Path, signature: str) -> None:
        self.folder = home / FOLDER
        digest = hashlib.sha256(f"cosine {signature}".encode()).hexdigest()[:16]
        self.collection_name = f"passages-{digest}"
        self._client: Client | None = None
        self._collection: Collection | None = None

    def put(self, vectors: Mapping[int, Sequence[float]]) -> None:
        """Write vectors under their keys."""
        import numpy as np

        items = list(vectors.items())
        with self._errors():
            collection = self._open()
            for first in range(0, len(items), BATCH):
                part = items[first : first + BATCH]
                collection.upsert(
                    ids=[str(key) for key, _ in part],
                    embeddings=np.array([vector for _, vector in part], dtype=np.float32),
                )

    def drop(self, keys: Sequence[int]) -> None:
        """Remove the vectors under these keys; a key without one is passed over."""
        with self._errors():
            collection = self._open()
            for first in range(0, len(keys), BATCH):
                collection.delete(ids=[str(key) for key in keys[first : first + BATCH]])

    def search(
        self, vector: Sequence[float], *, limit: int, among: Sequence[int] | None = None
    ) -> dict[int, float]:
        """Return the nearest keys with their cosine similarity (-1 to 1), best first.

        Args:
            vector: The search as a vector.
            limit: How many keys at the most.
            among: When given, only these keys are looked at.
        """
        import numpy as np

        if among is not None and not among:
            return {}
        with self._errors():
            collection = self._open()
            count = collection.count() if among is None else len(among)
            if not count:
                return {}
            found = collection.query(
                query_embeddings=np.array([vector], dtype=np.float32),
                n_results=count if count <= EXACT_UP_TO else max(limit, EXACT_UP_TO),
                ids=None if among is None else [str(key) for key in among],
                include=["distances"],
            )
        distances = (found["distances"] or [[]])[0]
        near = sorted(
            (round(distance, 6), int(key))
            for key, distance in zip(found["ids"][0], distances, strict=True)
        )
        return {key: 1.0 - distance for distance, key in near[:limit]}

    def keys(self) -> set[int]:
        """Return the keys that have a vector."""
        with self._errors():
            return {int(key) for key in self._open().get(include=[])["ids"]}

    def reset(self) -> None:
        """Remove every vector, those of other embedders too."""
        with self._errors():
            self._open()
            client = self._connected()
            for collection in client.list_collections():
                client.delete_collection(collection.name)
            self._collection = None

    def close(self) -> None:
        """Let go of the files; the next use opens them again."""
        if self._client is not None:
            self._client.close()
        self._client = None
        self._collection = None

    def _connected(self) -> Client:
        if self._client is None:
            import chromadb
            from chromadb.config import Settings

            logging.getLogger("chromadb").setLevel(logging.ERROR)
            self.folder.mkdir(parents=True, exist_ok=True)
            # No settings file of the folder fes happens to be started in is read.
            settings = Settings(_env_file=None, anonymized_telemetry=False)
            self._client = cast(
                "Client", chromadb.PersistentClient(str(self.folder), settings=settings)
            )
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
                hint="Make them again from the text of record with: fes ingest --rebuild.",
            ) from error
