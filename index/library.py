"""The library: everything else uses the index through this one class."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeGuard

from core.errors import InputError, StorageError
from index import embedding, fusion, ingest, quotes
from index.ingest import IngestProgress, Reading
from index.lock import BusyError, writing
from index.models import Decision, Document, Hit, IngestResult, Passage, Query
from index.query import Understood, read_filters, understand
from index.quotes import QuoteCheck
from index.store import DocumentInfo, Snapshot, SourceRecord, Store

if TYPE_CHECKING:
    from index.embedding import Embedder
    from index.lexical import Lexical
    from index.vectors import Vectors

__all__ = ["DocumentInfo", "IngestProgress", "Library", "QuoteCheck"]

EMBEDDER = "embedder"
DIMENSIONS = "dimensions"
EMBED_BATCH = 64


@dataclass(frozen=True, slots=True)
class _Searchable:
    """The passages of one moment with what searches them."""

    at: Snapshot
    lexical: Lexical
    vectors: Vectors

    def neighbours(self, key: int) -> list[int]:
        """Return the keys of the passages just before and after one, of the same document."""
        # A document's passages are written together, so their keys follow one another.
        own = self.at.passages[key].document
        return [
            near
            for near in (key - 1, key + 1)
            if (passage := self.at.passages.get(near)) is not None and passage.document == own
        ]


class Library:
    """The documents of one data folder: ingest, search, passages, decisions and quotations.

    Safe to use from several threads; several processes may search while one ingests. The
    embedding model is loaded when a passage or a search is first embedded, not before.
    """

    def __init__(self, store: Store, embedder: Embedder) -> None:
        self._store = store
        self._embedder = embedder
        self._lock = threading.RLock()
        self._searchable: _Searchable | None = None
        self._vectors: Vectors | None = None

    @classmethod
    def open(
        cls, home: Path, embedder: Embedder | None = None, *, rebuild: bool = False
    ) -> Library:
        """Open the library of a data folder, creating an empty one when there is none.

        Args:
            home: The data folder.
            embedder: What makes vectors; None means the built-in model.
            rebuild: Make all vectors again, from the text of record, with this embedder.

        Raises:
            StorageError: when the folder cannot be used, the library is foreign or damaged,
                or its vectors were made by another embedder and ``rebuild`` is not set.
        """
        library = cls(Store.open(home), embedder if embedder is not None else embedding.MiniLM())
        try:
            if rebuild:
                library.rebuild()
            else:
                library._check_embedder()
        except BaseException:
            library.close()
            raise
        return library

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            if self._vectors is not None:
                self._vectors.close()
            self._vectors = self._searchable = None
            self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def home(self) -> Path:
        """The data folder."""
        return self._store.home

    # --- adding documents ----------------------------------------------------------------

    def ingest(
        self,
        paths: Sequence[Path],
        *,
        progress: Callable[[IngestProgress], None] | None = None,
    ) -> list[IngestResult]:
        """Read files and folders into the library, one result a file.

        A file already read, with the same bytes, is ``unchanged`` and costs next to nothing.
        One that has changed since replaces its former text. One that cannot be read is
        ``failed`` with the reason, and the others go on. Each file is kept whole or not at
        all, whatever interrupts the run.

        Args:
            paths: Files, and folders that are walked for files of a known type.
            progress: Called as the work goes on.

        Raises:
            InputError: when a path does not exist or there is nothing to read; nothing has
                been changed then.
            StorageError: when the library cannot be written, or another ingest is running.
        """
        from index import parsers

        files = ingest.collect(paths, frozenset(parsers.supported_suffixes()))
        tell = progress or (lambda _: None)
        results = []
        with self._lock, writing(self.home):
            mending = IngestProgress("", "mending", 0, len(files))
            self._mend(lambda done, total: tell(replace(mending, done=done, total=total)))
            for number, path in enumerate(files, start=1):
                step = IngestProgress(str(path), "reading", number, len(files))
                tell(step)
                results.append(self._ingest_file(path, step, tell))
                tell(replace(step, stage="done"))
        return results

    def add(self, document: Document, data: bytes, *, origin: str) -> IngestResult:
        """Add a document that the program made itself, such as digests.

        Args:
            document: The document; its id must not be that of another origin's document.
            data: The bytes to keep as its source.
            origin: What it comes from, such as a module's name; the same origin replaces.

        Raises:
            InputError: when the id is taken by a document of another origin.
            StorageError: when the library cannot be written.
        """
        with self._lock, writing(self.home):
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
            reading = ingest.cut(document)
            self._keep(reading, data, origin, lambda _done, _total: None)
            return self._result(document.id, origin, "added" if known is None else "replaced")

    def _ingest_file(
        self, path: Path, step: IngestProgress, tell: Callable[[IngestProgress], None]
    ) -> IngestResult:
        from index import parsers

        origin = str(path)
        try:
            data = parsers.read_bytes(path)
            known = self._store.source_at(origin)
            if _is_current(known, data):
                return self._result(known.document, origin, "unchanged")
            if known is None:
                twin = self._store.source_with(sha256(data).hexdigest())
                if _is_current(twin, data):
                    return self._result(twin.document, origin, "unchanged")
                if twin is not None:
                    # The same bytes under another path, read by an older version: read again.
                    known, origin = twin, twin.origin
            reading = ingest.read(path, data, id_=known.document if known else None)
            if known is None and self._store.has(reading.document.id):
                reading = ingest.read(path, data, id_=self._free_id(reading.document.id))
        except InputError as error:
            return IngestResult(
                document=path.stem,
                path=str(path),
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
        status = "added" if known is None else "replaced"
        return self._result(reading.document.id, str(path), status)

    def _free_id(self, taken: str) -> str:
        number = 2
        while self._store.has(f"{taken}-{number}"):
            number += 1
        return f"{taken}-{number}"

    def _keep(
        self,
        reading: Reading,
        data: bytes,
        origin: str,
        told: Callable[[int, int], None],
    ) -> None:
        """Embed a document's passages, then write text and vectors.

        The vectors are made first: the moment at which the text is there and its vectors are
        not is then short, and what a kill leaves of it is mended by ``_mend``.
        """
        vectors = list(self._embedded(reading.passages, told))
        keys = self._store.put(
            reading.document,
            reading.passages,
            data=data,
            origin=origin,
            retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
            reader=ingest.READER,
            decision=reading.decision,
        )
        self._file_vectors(dict(zip(keys, vectors, strict=True)))
        self._drop_vectors()

    def _embedded(
        self, passages: Sequence[Passage], told: Callable[[int, int], None]
    ) -> Iterator[list[list[float]]]:
        """Yield each passage's vectors: of the whole, then of its parts."""
        texts = [embedding.texts_of(passage) for passage in passages]
        made = iter(self._embedder.embed_passages([text for own in texts for text in own]))
        told(0, len(texts))
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
            yield vectors
            told(done, len(texts))

    def _file_vectors(self, vectors: dict[int, list[list[float]]]) -> None:
        self._open_vectors().put(vectors)
        self._store.note_vectors({key: len(own) for key, own in vectors.items()})

    def _result(self, document: str, path: str, status: str) -> IngestResult:
        info = self._store.info(document)
        return IngestResult.model_validate(
            {
                "document": document,
                "path": path,
                "kind": info.kind,
                "pages": info.pages,
                "passages": info.passages,
                "status": status,
            }
        )

    # --- searching -----------------------------------------------------------------------

    def search(self, query: Query) -> list[Hit]:
        """Return the passages that answer a search best; none from an empty library.

        Raises:
            QueryError: when the search has no words or a filter's value is not possible.
            StorageError: when the library cannot be read.
        """
        with self._lock:
            search = understand(query, [info.id for info in self._store.documents()])
            searchable = self._current()
            looked_at = searchable.at.passages
            if not looked_at:
                return []
            among = None
            if search.filters.any():
                looked_at = {k: p for k, p in looked_at.items() if search.filters.match(p)}
                among = {key: searchable.at.vectors[key] for key in looked_at}
            lexical = searchable.lexical.search(search, limit=fusion.DEPTH, among=among)
            dense = searchable.vectors.search(
                self._query_vector(search), limit=fusion.DEPTH, among=among
            )
            # A vector of a passage that is gone may be left by a killed or a running ingest.
            dense = {key: score for key, score in dense.items() if key in looked_at}
            fused = fusion.with_context(fusion.fuse(lexical, dense), searchable.neighbours)
            for key in fusion.cited_keys(looked_at, search.cited):
                fused.setdefault(key, 0.0)
            return [
                Hit(rank=rank, score=round(score, 6), passage=passage)
                for rank, (score, passage) in enumerate(
                    fusion.rank(fused, looked_at, search), start=1
                )
            ]

    def _query_vector(self, search: Understood) -> list[float]:
        """Return the middle of the search as asked and as the field's documents would put it."""
        asked = self._embedder.embed_query(search.text)
        self._check_length(asked)
        if search.field_text == search.text:
            return asked
        in_field = self._embedder.embed_query(search.field_text)
        return [(a + b) / 2 for a, b in zip(asked, in_field, strict=True)]

    def search_many(self, queries: Sequence[Query]) -> list[list[Hit]]:
        """Return the hits of several searches, in their order."""
        return [self.search(query) for query in queries]

    def _current(self) -> _Searchable:
        """Return what to search, read again when the library has changed since."""
        from index.lexical import Lexical

        if self._searchable is None or self._searchable.at.state != self._store.state():
            if self._vectors is not None:
                # Another process may have written: Chroma then holds a former state.
                self._vectors.close()
            self._mend_if_free()
            snapshot = self._store.snapshot()
            lexical = Lexical.load(self.home, snapshot.version, snapshot.passages)
            self._searchable = _Searchable(snapshot, lexical, self._open_vectors())
        return self._searchable

    # --- reading -------------------------------------------------------------------------

    def passage(self, id: str) -> Passage:  # noqa: A002
        """Return one passage.

        Raises:
            QueryError: when there is no such passage.
        """
        with self._lock:
            return self._store.passage(id)

    def passages(
        self,
        *,
        document: str | None = None,
        kind: str | None = None,
        factor: str | int | None = None,
        level: str | None = None,
        stance: str | None = None,
    ) -> list[Passage]:
        """Return the passages that pass the filters, in document order.

        Raises:
            QueryError: when a filter's value is not possible.
        """
        with self._lock:
            asked = Query(
                query="",
                document=document,
                kind=kind,
                factor=None if factor is None else str(factor),
                level=level,
                stance=stance,
            )
            filters = read_filters(asked, [info.id for info in self._store.documents()])
            return [p for p in self._store.passages(filters.document) if filters.match(p)]

    def neighbours(self, id: str, before: int = 2, after: int = 2) -> list[Passage]:  # noqa: A002
        """Return a passage with those before and after it in its document, in order.

        Raises:
            QueryError: when there is no such passage.
        """
        with self._lock:
            return self._store.around(self._store.passage(id), before, after)

    def documents(self) -> list[DocumentInfo]:
        """Return what the library holds, by document id."""
        with self._lock:
            return self._store.documents()

    def document(self, id: str) -> Document:  # noqa: A002
        """Return a document with its whole text.

        Raises:
            QueryError: when there is no such document.
        """
        with self._lock:
            return self._store.document(id)

    def decision(self, id: str) -> Decision | None:  # noqa: A002
        """Return the facts of a decision, or None when the document is not one."""
        with self._lock:
            found = self._store.decisions(id)
        return found[0] if found else None

    def decisions(self) -> list[Decision]:
        """Return the facts of every decision, by document id."""
        with self._lock:
            return self._store.decisions()

    # --- quotations ----------------------------------------------------------------------

    def check_quote(self, passage_id: str, quote: str) -> QuoteCheck:
        """Check a quotation against a passage, then against the rest of its document.

        Returns:
            Where the words stand. When they stand in another passage of the same document,
            ``passage`` names that one.

        Raises:
            QueryError: when there is no such passage.
        """
        with self._lock:
            passage = self._store.passage(passage_id)
            here = quotes.check(passage.text, quote)
            if here.found:
                return replace(here, passage=passage_id)
            elsewhere = self.find_in_document(passage.document, quote)
            return elsewhere if elsewhere.found else here

    def find_in_document(self, document_id: str, quote: str) -> QuoteCheck:
        """Look for a quotation in all passages of a document; the first that has it counts."""
        with self._lock:
            return quotes.find(self._store.passages(document_id), quote)

    # --- upkeep --------------------------------------------------------------------------

    def rebuild(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Make all vectors again from the text of record, with this library's embedder.

        Args:
            progress: Called with how many passages are embedded, and of how many.

        Returns:
            How many passages were embedded.
        """
        with self._lock, writing(self.home):
            # In this order: whatever interrupts it, no vector is taken for another model's.
            self._store.forget_vectors()
            self._store.set_meta(DIMENSIONS, "")
            self._store.set_meta(EMBEDDER, "")
            self._open_vectors().reset()
            return self._embed_missing(progress or (lambda _done, _total: None))

    def verify(self) -> list[str]:
        """Return what is wrong with the library, in sentences; an empty list when it is sound."""
        with self._lock:
            wrong = self._store.check()
            expected, kept = self._store.vector_counts(), self._open_vectors().counts()
            waiting = sum(not count for count in expected.values())
            if waiting:
                wrong.append(f"{waiting} passages have no vector yet")
            short = sum(count > kept.get(key, 0) for key, count in expected.items())
            if short:
                wrong.append(f"vectors of {short} passages are missing")
            over = sum(count > expected.get(key, 0) for key, count in kept.items())
            if over:
                wrong.append(f"there are vectors of {over} passages that are gone or changed")
            return wrong

    def _check_embedder(self) -> None:
        made_by = self._store.meta(EMBEDDER)
        mine = embedding.signature(self._embedder)
        if made_by and made_by != mine:
            raise StorageError(
                f"the vectors were made by another embedder ({made_by}; this is {mine})",
                where=str(self.home),
                hint="Set FES_EMBEDDER back, or make them again with: fes ingest --rebuild.",
            )

    def _check_length(self, vector: Sequence[float]) -> None:
        """Note the length of the library's first vector; refuse one of another length."""
        kept = self._store.meta(DIMENSIONS)
        if not kept:
            self._store.set_meta(EMBEDDER, embedding.signature(self._embedder))
            self._store.set_meta(DIMENSIONS, str(len(vector)))
        elif int(kept) != len(vector):
            raise StorageError(
                f"the vectors have {kept} numbers each, those of this embedder {len(vector)}",
                where=str(self.home),
                hint="Set FES_EMBEDDER back, or make them again with: fes ingest --rebuild.",
            )

    def _open_vectors(self) -> Vectors:
        from index.vectors import Vectors

        if self._vectors is None:
            made = f"{embedding.signature(self._embedder)} text {embedding.TEXT_VERSION}"
            self._vectors = Vectors(self.home, made)
        return self._vectors

    def _mend_if_free(self) -> None:
        """Mend what a killed ingest left, unless another process is writing just now."""
        if self._is_whole():
            return
        try:
            with writing(self.home, patience=0):
                self._mend(lambda _done, _total: None)
        except BusyError:
            # What is half there belongs to an ingest under way, which will finish it.
            return

    def _is_whole(self) -> bool:
        """Return whether there is a vector for everything, and nothing else."""
        counts = self._store.vector_counts()
        if not counts and not self._store.dropped():
            return True
        return all(counts.values()) and self._open_vectors().total() == sum(counts.values())

    def _mend(self, told: Callable[[int, int], None]) -> None:
        """Bring the vectors in line with the text of record; the writer's lock is held."""
        if self._is_whole():
            return
        kept, noted = self._open_vectors().counts(), self._store.vector_counts()
        lost = {key: 0 for key, count in noted.items() if count > kept.get(key, 0)}
        if lost:
            self._store.note_vectors(lost)
        self._embed_missing(told)
        noted = self._store.vector_counts()
        self._open_vectors().drop({k: n for k, n in kept.items() if k not in noted})
        self._store.clear_dropped(self._store.dropped())

    def _embed_missing(self, told: Callable[[int, int], None]) -> int:
        waiting = self._store.to_embed()
        total = len(waiting)
        for first in range(0, total, EMBED_BATCH):
            part = waiting[first : first + EMBED_BATCH]
            vectors = list(self._embedded([p for _, p in part], lambda _d, _t: None))
            keys = [key for key, _ in part]
            self._file_vectors(dict(zip(keys, vectors, strict=True)))
            told(first + len(part), total)
        return total

    def _drop_vectors(self) -> None:
        gone = self._store.dropped()
        if gone:
            self._open_vectors().drop(gone)
            self._store.clear_dropped(gone)


def _is_current(known: SourceRecord | None, data: bytes) -> TypeGuard[SourceRecord]:
    return (
        known is not None
        and known.sha256 == sha256(data).hexdigest()
        and known.reader == ingest.READER
    )
