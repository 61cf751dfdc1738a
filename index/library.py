"""The library: everything else uses the index through this one class."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from index.models import Decision, Document, Hit, IngestResult, Passage, ProgressCallback, Query
from index.record import embedding, quotes
from index.record.held import DocumentInfo
from index.record.lock import writing
from index.record.maintenance import Maintenance
from index.record.quotes import QuoteCheck
from index.record.store import Figures, Store
from index.search.lexical import Lexical
from index.search.query import read_filters
from index.search.searching import Searchable

if TYPE_CHECKING:
    from index.record.embedding import Embedder
    from index.record.ingest import Ingest, IngestProgress
    from index.search.lacking import Absent

__all__ = ["DocumentInfo", "Library", "QuoteCheck"]


class Library:
    """The documents of one data folder: ingest, search, passages, decisions and quotations.

    Safe to use from several threads, and several processes and threads may search while one
    ingests. The embedding model is loaded when something is first embedded, not before.
    """

    def __init__(self, store: Store, embedder: Embedder) -> None:
        self._store = store
        self._embedder = embedder
        self._maintenance = Maintenance(store, embedder)
        self._lock = threading.RLock()
        self._searchable: Searchable | None = None

    @classmethod
    def open(
        cls,
        home: Path,
        embedder: Embedder | None = None,
        *,
        rebuild: ProgressCallback | None = None,
        figures: Figures | None = None,
    ) -> Library:
        """Open the library of a data folder, creating an empty one when there is none.

        Args:
            home: The data folder.
            embedder: What makes vectors; None means the built-in model.
            rebuild: When given, all vectors are made again from the text of record with this
                embedder; called with how many passages are embedded, and of how many.
            figures: Says where a decision's figures disagree with its standard, as doubts.

        Raises:
            StorageError: when the folder cannot be used, the library is foreign or damaged,
                or its vectors were made by another embedder and are not to be made again.
        """
        made = embedder if embedder is not None else embedding.MiniLM()
        library = cls(Store.open(home, figures), made)
        try:
            if rebuild is None:
                library._maintenance.check_embedder()
            else:
                library.rebuild(rebuild)
        except BaseException:
            library.close()
            raise
        return library

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            self._maintenance.close()
            self._searchable = None
            self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @property
    def home(self) -> Path:
        """The data folder."""
        return self._store.home

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
        with self._writer() as maintenance:
            results = _ingest(maintenance).files(paths, progress or (lambda _: None))
            if any(result.status in ("added", "replaced") for result in results):
                at = maintenance.store.snapshot()
                Lexical.load(self.home, at.version, at.passages)
            return results

    def add(
        self,
        document: Document,
        data: bytes,
        *,
        origin: str,
        progress: Callable[[IngestProgress], None] | None = None,
    ) -> IngestResult:
        """Add a document that is no file of the user's, such as one fetched from its publisher.

        Args:
            document: The document; its id must not be that of another origin's document.
            data: The bytes to keep as its source.
            origin: What it comes from, such as its address; the same origin replaces.
            progress: Called as the work goes on.

        Raises:
            InputError: when the id is taken by a document of another origin.
            StorageError: when the library cannot be written.
        """
        with self._writer() as maintenance:
            tell = progress or (lambda _: None)
            return _ingest(maintenance).document(document, data, origin, tell)

    def remove(self, document: str) -> None:
        """Remove a document with its passages; the file it was read from stays.

        Raises:
            StorageError: when the library cannot be written, or an ingest is running.
        """
        with writing(self.home), self._writer() as maintenance:
            maintenance.store.remove(document)
            maintenance.drop_gone()
            at = maintenance.store.snapshot()
            Lexical.load(self.home, at.version, at.passages)

    @contextmanager
    def _writer(self) -> Iterator[Maintenance]:
        """Give what writes a connection of its own, so that searches go on meanwhile."""
        store = Store.open(self.home)
        maintenance = Maintenance(store, self._embedder)
        try:
            yield maintenance
        finally:
            maintenance.close()
            store.close()

    # --- searching -----------------------------------------------------------------------

    def search(self, query: Query) -> list[Hit]:
        """Return the passages that answer a search best; none from an empty library.

        Raises:
            QueryError: the search has no words, or a filter's value is not possible.
        """
        with self._lock:
            return self._current().search(query)

    def misspelt(self, query: Query) -> dict[str, str]:
        """Return the words of a search that stand nowhere, with the words looked for instead."""
        with self._lock:
            return self._current().misspelt(query.query)

    def not_held(self, query: Query) -> tuple[Absent, ...]:
        """Return what a search names that no document held is of; nothing is found for it."""
        with self._lock:
            return self._current().absent(query)

    def incomplete(self) -> int:
        """Return how many passages a search finds by their words only, vectors being made."""
        with self._lock:
            return self._current().without_vectors()

    def _current(self) -> Searchable:
        """Return what to search, read again when the library has changed since."""
        if self._searchable is None or self._searchable.at.state != self._store.state():
            # Another process may have written: Chroma would go on with a former state.
            self._maintenance.close()
            self._maintenance.mend_if_free()
            self._searchable = Searchable.load(self._store.snapshot(), self._maintenance)
        self._searchable = self._searchable.renewed()
        return self._searchable

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
        """Return the passages that pass the filters, in document order."""
        with self._lock:
            asked = Query(
                query="",
                document=document,
                kind=kind,
                factor=None if factor is None else str(factor),
                level=level,
                stance=stance,
            )
            filters = read_filters(asked, self._store.document_ids())
            labels = [one for one in (filters.kind, filters.level, filters.stance) if one]
            return [p for p in self._store.passages(filters.document, *labels) if filters.match(p)]

    def select(self, query: Query) -> list[Passage]:
        """Return every passage that passes a query's filters, in document order; words aside.

        Raises:
            QueryError: when a filter's value is not possible.
        """
        with self._lock:
            filters = read_filters(query, self._store.document_ids())
            passages = self._store.passages(filters.document)
            allowed = None
            if filters.of_decision():
                allowed = {d.document for d in self._store.decisions() if filters.admits(d)}
            return [
                passage
                for passage in passages
                if filters.match(passage) and (allowed is None or passage.document in allowed)
            ]

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

    def doubts(self, passage: Passage) -> tuple[str, ...]:
        """Return what is doubtful about the decision a passage is of, a sentence each."""
        found = self.decision(passage.document) if passage.kind == "decision" else None
        return found.doubts if found else ()

    def decisions(self) -> list[Decision]:
        """Return the facts of every decision, by document id."""
        with self._lock:
            return self._store.decisions()

    def likeness(self, text: str, others: Sequence[str]) -> list[float]:
        """Return the cosine, -1 to 1, of a text's vector and each of some others'.

        Raises:
            ModelError: the embedding model failed.
        """
        wanted = self._embedder.embed_query(text)
        found = self._embedder.embed_passages(list(others))
        return [embedding.cosine(wanted, list(vector)) for vector in found]

    def likeness_within(self, text: str, stretches: Sequence[tuple[str, int, int]]) -> list[float]:
        """Return how alike in meaning a text is to stretches of passages; only it is embedded.

        A passage's parts of a few sentences have their vectors since it was read: a stretch is
        as like as the likest part that it shares words with. This costs a hundredth of
        :meth:`likeness` over the same sentences, and tells neighbours in one part not apart:
        weigh the words of each as well.

        Args:
            text: The text compared, such as a question.
            stretches: The id of a passage, and where in its text the stretch starts and ends;
                a passage whose vectors are still being made gets 0.

        Raises:
            ModelError: the embedding model failed.
        """
        vector = self._embedder.embed_query(text)
        with self._lock:
            return self._current().likeness_within(vector, stretches)

    def check_quote(self, passage_id: str, quote: str) -> QuoteCheck:
        """Check a quotation against a passage, then against the rest of its document.

        When the words stand in another passage of the document, ``passage`` names that one.

        Raises:
            QueryError: when there is no such passage.
        """
        with self._lock:
            passage = self._store.passage(passage_id)
            here = quotes.check(passage.text, quote)
            if here.found:
                return quotes.placed(self._store, here, passage)
            elsewhere = self.find_in_document(passage.document, quote)
            return elsewhere if elsewhere.found else here

    def find_in_document(self, document_id: str, quote: str) -> QuoteCheck:
        """Look for a quotation in all passages of a document; the first that has it counts."""
        with self._lock:
            found = quotes.find(self._store.passages(document_id), quote)
            if not found.found:
                return found
            return quotes.placed(self._store, found, self._store.passage(found.passage))

    def place(self, passage: Passage, start: int) -> str:
        """Return where a stretch of a passage stands: the printed page its own words begin on."""
        with self._lock:
            return quotes.place(self._store, passage, start)

    def superseded(self, passage: Passage) -> str:
        """Return the sentence that marks a passage as superseded; empty when it is not."""
        with self._lock:
            return quotes.superseded(self._store, passage)

    def embedder(self) -> str:
        """Return the name and version of what made the library's vectors; empty when none are."""
        with self._lock:
            return self._maintenance.made_by()

    # --- maintenance --------------------------------------------------------------------------

    def rebuild(self, progress: ProgressCallback | None = None) -> int:
        """Make all vectors again from the text of record, and return of how many passages.

        Args:
            progress: Called with how many passages are embedded, and of how many.
        """
        with self._writer() as maintenance, writing(self.home):
            return maintenance.rebuild(progress or (lambda _done, _total: None))

    def verify(self) -> list[str]:
        """Return what is wrong with the library, in sentences; an empty list when it is sound.

        Raises:
            BusyError: when another process is writing, and the library cannot be judged.
        """
        with self._lock:
            if self._store.read_only:
                return self._store.check() + self._maintenance.check()
            with writing(self.home):
                return self._store.check() + self._maintenance.check()


def _ingest(maintenance: Maintenance) -> Ingest:
    """Return what reads documents in; the readers are loaded only then, not to search or ask."""
    made: Ingest = importlib.import_module("index.record.ingest").Ingest(maintenance)
    return made
