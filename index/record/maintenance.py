"""Keeping the vectors in line with the text of record.

The text of record says how many vectors each passage has (none: still to be made) and which
passages are gone whose vectors may not be. Whatever stops an ingest, the difference is known
or can be counted, and is mended from the text.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from core.errors import StorageError
from index.models import Passage, ProgressCallback
from index.record import embedding
from index.record.embedding import Embedder
from index.record.lock import BusyError, writing
from index.record.nearest import Nearest
from index.record.store import Store
from index.record.vectors import Vectors
from index.statements.matching import Statements

EMBEDDER = "embedder"
DIMENSIONS = "dimensions"
BATCH = 64
"""How many passages are mended at a time; what is done is kept if the next ones fail."""

REBUILD = "Set FES_EMBEDDER back, or make them again with: fes index rebuild."


class Maintenance:
    """The vectors of a store's passages, made by one embedder."""

    def __init__(self, store: Store, embedder: Embedder) -> None:
        self.store = store
        self._embedder = embedder
        self._vectors: Vectors | None = None

    @property
    def vectors(self) -> Vectors:
        """The vectors; the files are opened when first used."""
        if self._vectors is None:
            made = f"{embedding.signature(self._embedder)} text {embedding.TEXT_VERSION}"
            self._vectors = Vectors(self.store.home, made)
        return self._vectors

    def close(self) -> None:
        """Let go of the files; the next use opens them again."""
        if self._vectors is not None:
            self._vectors.close()

    def check_embedder(self) -> None:
        """Refuse an embedder other than the one the vectors were made by.

        Raises:
            StorageError: when it is another one.
        """
        made_by = self.store.meta(EMBEDDER)
        mine = embedding.signature(self._embedder)
        if made_by and made_by != mine:
            raise StorageError(
                f"the vectors were made by another embedder ({made_by}; this is {mine})",
                where=str(self.store.home),
                hint=REBUILD,
            )

    # --- making vectors ------------------------------------------------------------------

    def embed(
        self, passages: Sequence[Passage], progress: ProgressCallback
    ) -> Iterator[list[list[float]]]:
        """Yield each passage's vectors: of the whole, then of its parts.

        Raises:
            StorageError: when the embedder gives vectors of another number or length.
        """
        texts = [embedding.texts_of(passage) for passage in passages]
        made = iter(self._embedder.embed_passages([text for own in texts for text in own]))
        progress(0, len(texts))
        for done, own in enumerate(texts, start=1):
            vectors = list(islice(made, len(own)))
            if len(vectors) != len(own):
                raise StorageError(
                    f"the embedder gave {len(vectors)} vectors for {len(own)} texts",
                    where=self._embedder.name,
                    hint="Check what FES_EMBEDDER names.",
                )
            for vector in vectors:
                self._check_length(vector)
            yield embedding.with_whole(vectors)
            progress(done, len(texts))

    def embed_query(self, asked: str, in_field_words: str) -> list[float]:
        """Return the middle of a search as asked and as the field's documents would put it."""
        vector = self._embedder.embed_query(asked)
        self._check_length(vector)
        if in_field_words == asked:
            return vector
        in_field = self._embedder.embed_query(in_field_words)
        return [(a + b) / 2 for a, b in zip(vector, in_field, strict=True)]

    def made_by(self) -> str:
        """Return the embedder the library's vectors were made by; empty when there are none."""
        return self.store.meta(EMBEDDER) or ""

    def unlike(self) -> float | None:
        """Return the likeness below which texts have nothing to do with each other, if known."""
        return embedding.unlike(self._embedder)

    def statements(
        self,
        version: str,
        passages: Mapping[int, Passage],
        progress: ProgressCallback = lambda _done, _total: None,
    ) -> Statements:
        """Return the statements of these passages, embedding wordings that have no vector yet."""
        return Statements.load(
            self.store.home,
            signature=embedding.signature(self._embedder),
            version=version,
            passages=passages,
            embed=self._embedder.embed_passages,
            progress=progress,
        )

    def keep(self, vectors: Mapping[int, Sequence[Sequence[float]]]) -> None:
        """Keep passages' vectors under their keys, and note how many each has."""
        self.vectors.put(vectors)
        self.store.note_vectors({key: len(own) for key, own in vectors.items()})

    def drop_gone(self) -> None:
        """Remove the vectors of passages that are gone."""
        gone = self.store.dropped()
        if gone:
            self.vectors.drop(gone)
            self.store.clear_dropped(gone)

    def _check_length(self, vector: Sequence[float]) -> None:
        """Note the length of the library's first vector; refuse one of another length."""
        kept = self.store.meta(DIMENSIONS)
        if not kept:
            self.store.set_meta(EMBEDDER, embedding.signature(self._embedder))
            self.store.set_meta(DIMENSIONS, str(len(vector)))
        elif int(kept) != len(vector):
            raise StorageError(
                f"the vectors have {kept} numbers each, those of this embedder {len(vector)}",
                where=str(self.store.home),
                hint=REBUILD,
            )

    # --- mending -------------------------------------------------------------------------

    def is_noted_whole(self) -> bool:
        """Return whether the text of record knows of nothing to mend; opens no vectors."""
        return not self.store.dropped() and all(self.store.vector_counts().values())

    def mend_if_free(self) -> None:
        """Mend what a killed ingest left, unless another process is writing just now."""
        if self.store.read_only or (
            self.is_noted_whole() and (self._is_copied() or self._is_whole())
        ):
            return
        try:
            with writing(self.store.home, patience=0):
                self.mend(lambda _done, _total: None)
        except BusyError:
            # What is half there belongs to an ingest under way, which will finish it.
            return

    def _is_copied(self) -> bool:
        """Return whether a copy of just these vectors is kept, and the vectors are still there."""
        copied = Nearest.read(self.store.home, self.vectors.collection_name, self.store.state())
        return copied is not None and self.vectors.is_there()

    def nearest(self, state: str) -> tuple[Nearest, bool]:
        """Return the vectors to search in: those kept for a state, or copied now.

        While another process writes, those of the state before serve: every one of them is
        right, and what came since is found by its words until the other has finished.

        Returns:
            The vectors, and whether they are those of this state.
        """
        home, name = self.store.home, self.vectors.collection_name
        found = Nearest.read(home, name, state)
        if found is not None:
            return found, True
        try:
            with writing(home, patience=0):
                vectors = self.vectors.all()
                now = self.store.state()
                with contextlib.suppress(StorageError):
                    # Without room on the disk a search still answers, from memory.
                    vectors.keep(home, name, now)
                return vectors, now == state
        except StorageError:
            # Written by another process just now, only to be read, or damaged.
            latest = Nearest.latest(home, name)
            return (self.vectors.all(), self.store.read_only) if latest is None else (latest, False)

    def prepare(self, progress: ProgressCallback) -> None:
        """Make what searches read, so that none waits for it; the writer's lock is held."""
        at = self.store.snapshot()
        self.statements(at.version, at.passages, progress)
        self.vectors.sweep()
        self.vectors.all().keep(self.store.home, self.vectors.collection_name, at.state)

    def mend(self, progress: ProgressCallback) -> None:
        """Bring the vectors in line with the text of record; the writer's lock is held."""
        kept, noted = self.vectors.counts(), self.store.vector_counts()
        lost = {key: 0 for key, count in noted.items() if count > kept.get(key, 0)}
        if lost:
            self.store.note_vectors(lost)
        self._embed_missing(progress)
        self.vectors.drop({key: count for key, count in kept.items() if key not in noted})
        self.store.clear_dropped(self.store.dropped())
        self.vectors.sweep()

    def rebuild(self, progress: ProgressCallback) -> int:
        """Make all vectors again from the text of record; the writer's lock is held.

        Returns:
            How many passages were embedded.
        """
        # In this order: whatever interrupts it, no vector is taken for another embedder's.
        self.store.forget_vectors()
        self.store.set_meta(DIMENSIONS, "")
        self.store.set_meta(EMBEDDER, "")
        self.vectors.reset()
        self.vectors.sweep()
        made = self._embed_missing(progress)
        self.prepare(lambda _done, _total: None)
        return made

    def check(self) -> list[str]:
        """Return what is wrong with the vectors, in sentences."""
        cut = self.vectors.check_files()
        if cut:
            return [cut]
        expected, kept = self.store.vector_counts(), self.vectors.counts()
        wrong = []
        waiting = sum(not count for count in expected.values())
        if waiting:
            wrong.append(f"{waiting} passages have no vector yet")
        short = sum(count > kept.get(key, 0) for key, count in expected.items())
        if short:
            wrong.append(f"vectors of {short} passages are missing")
        over = sum(count > expected.get(key, 0) for key, count in kept.items())
        if over:
            wrong.append(f"there are vectors of {over} passages that are gone or changed")
        if not wrong and kept:
            wrong = self._check_contents()
        return wrong

    def _check_contents(self) -> list[str]:
        """Return what is wrong with the vectors themselves, their number being right."""
        try:
            vectors = self.vectors.all()
            self.vectors.check_search(vectors.rows["vector"][0].tolist())
        except StorageError as error:
            return [error.message]
        copied = Nearest.read(self.store.home, self.vectors.collection_name, self.store.state())
        if copied is not None and not copied.same_as(vectors):
            return ["the copy of the vectors that is searched in is not what it was made from"]
        return []

    def _is_whole(self) -> bool:
        """Return whether there are as many vectors as there should be."""
        expected = sum(self.store.vector_counts().values())
        return not expected or self.vectors.total() == expected

    def _embed_missing(self, progress: ProgressCallback) -> int:
        waiting = self.store.to_embed()
        total = len(waiting)
        for first in range(0, total, BATCH):
            part = waiting[first : first + BATCH]
            vectors = self.embed([passage for _, passage in part], lambda _done, _total: None)
            self.keep(dict(zip((key for key, _ in part), vectors, strict=True)))
            progress(first + len(part), total)
        return total
