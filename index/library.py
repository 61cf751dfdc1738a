"""The library: everything else uses the index through this one class."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeGuard

from core.errors import InputError, StorageError
from index import embedding, fusion, ingest, quotes
from index.ingest import IngestProgress, Reading
from index.lock import writing
from index.models import Decision, Document, Hit, IngestResult, Passage, Query
from index.query import read_filters, understand
from index.quotes import QuoteCheck
from index.store import DocumentInfo, SourceRecord, Store

if TYPE_CHECKING:
    from index.embedding import Embedder
    from index.lexical import Lexical
    from index.vectors import Vectors

__all__ = ["DocumentInfo", "IngestProgress", "Library", "QuoteCheck"]

EMBEDDER = "embedder"
EMBED_BATCH = 64


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """The passages of one version of the store, with what searches them."""

    version: str
    passages: dict[int, Passage]
    lexical: Lexical
    vectors: Vectors


class Library:
    """The documents of one data folder: ingest, search, passages, decisions and quotations.

    Safe to use from several threads; several processes may search while one ingests. The
    embedding model is loaded when a passage or a search is first embedded, not before.
    """

    def __init__(self, store: Store, embedder: Embedder) -> None:
        self._store = store
        self._embedder = embedder
        self._lock = threading.RLock()
        self._snapshot: _Snapshot | None = None
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
            self._vectors = self._snapshot = None
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
            self._repair()
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
            self._repair()
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
        not is then short, and what a kill leaves of it is mended by ``_repair``.
        """
        vectors = list(self._embedded(reading.passages, told))
        self._note_embedder()
        keys = self._store.put(
            reading.document,
            reading.passages,
            data=data,
            origin=origin,
            retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
            reader=ingest.READER,
            decision=reading.decision,
        )
        self._open_vectors().put(dict(zip(keys, vectors, strict=True)))
        self._store.mark_embedded(keys)
        self._drop_vectors()

    def _embedded(
        self, passages: Sequence[Passage], told: Callable[[int, int], None]
    ) -> Iterator[list[float]]:
        texts = [embedding.passage_text(passage) for passage in passages]
        told(0, len(texts))
        for done, vector in enumerate(self._embedder.embed_passages(texts), start=1):
            if len(vector) != self._embedder.dimensions:
                raise StorageError(
                    f"the embedder gave a vector of {len(vector)} numbers, "
                    f"not {self._embedder.dimensions}",
                    where=self._embedder.name,
                    hint="Check FES_EMBEDDER.",
                )
            yield vector
            told(done, len(texts))

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
            snapshot = self._current()
            if not snapshot.passages:
                return []
            among = None
            if search.filters.any():
                among = [k for k, p in snapshot.passages.items() if search.filters.match(p)]
            lexical = snapshot.lexical.search(search, limit=fusion.DEPTH, among=among)
            dense = snapshot.vectors.search(
                self._embedder.embed_query(search.text), limit=fusion.DEPTH, among=among
            )
            known = {key: score for key, score in dense.items() if key in snapshot.passages}
            fused = fusion.fuse(lexical, known)
            looked_at = (
                snapshot.passages.items()
                if among is None
                else ((key, snapshot.passages[key]) for key in among)
            )
            for key in fusion.cited_keys(looked_at, search.cited):
                fused.setdefault(key, 0.0)
            return [
                Hit(rank=rank, score=round(score, 6), passage=passage)
                for rank, (score, passage) in enumerate(
                    fusion.rank(fused, snapshot.passages, search), start=1
                )
            ]

    def search_many(self, queries: Sequence[Query]) -> list[list[Hit]]:
        """Return the hits of several searches, in their order."""
        return [self.search(query) for query in queries]

    def _current(self) -> _Snapshot:
        """Return what to search, read again when the store has changed since."""
        from index.lexical import Lexical

        if self._snapshot is None or self._snapshot.version != self._store.version():
            self._mend_if_free()
            if self._vectors is not None:
                # Another process may have written: Chroma then holds a former state.
                self._vectors.close()
            version, keyed = self._store.snapshot()
            self._snapshot = _Snapshot(
                version, dict(keyed), Lexical.load(self.home, version, keyed), self._open_vectors()
            )
        return self._snapshot

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
            self._store.set_meta(EMBEDDER, "")
            self._store.forget_vectors()
            self._snapshot = None
            self._open_vectors().reset()
            return self._embed_missing(progress or (lambda _done, _total: None))

    def verify(self) -> list[str]:
        """Return what is wrong with the library, in sentences; an empty list when it is sound."""
        with self._lock:
            wrong = self._store.check()
            waiting = len(self._store.to_embed())
            if waiting:
                wrong.append(f"{waiting} passages have no vector yet")
            expected, kept = self._store.embedded_keys(), self._open_vectors().keys()
            if expected - kept:
                wrong.append(f"the vectors of {len(expected - kept)} passages are missing")
            if kept - expected:
                wrong.append(f"{len(kept - expected)} vectors stand for no passage")
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

    def _note_embedder(self) -> None:
        if not self._store.meta(EMBEDDER):
            self._store.set_meta(EMBEDDER, embedding.signature(self._embedder))

    def _open_vectors(self) -> Vectors:
        from index.vectors import Vectors

        if self._vectors is None:
            made = f"{embedding.signature(self._embedder)} text {embedding.TEXT_VERSION}"
            self._vectors = Vectors(self.home, made)
        return self._vectors

    def _mend_if_free(self) -> None:
        """Mend what a killed ingest left, unless another process is writing just now."""
        if self._store.to_embed() or self._store.dropped():
            try:
                with writing(self.home, patience=0):
                    self._repair()
            except StorageError as error:
                if "another ingest" not in error.message:
                    raise

    def _repair(self) -> None:
        """Bring the vectors in line with the text of record; the writer's lock is held."""
        self._embed_missing(lambda _done, _total: None)
        self._drop_vectors()

    def _embed_missing(self, told: Callable[[int, int], None]) -> int:
        waiting = self._store.to_embed()
        self._note_embedder()
        total = len(waiting)
        for first in range(0, total, EMBED_BATCH):
            part = waiting[first : first + EMBED_BATCH]
            vectors = list(self._embedded([p for _, p in part], lambda _d, _t: None))
            keys = [key for key, _ in part]
            self._open_vectors().put(dict(zip(keys, vectors, strict=True)))
            self._store.mark_embedded(keys)
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
