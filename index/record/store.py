"""The text of record: one SQLite file that every search result and quotation rests on.

It keeps each source's bytes with their sha256, origin and retrieval date, the extracted text
with its pages and headings, the passages, and the facts of a decision. One document is
written in one transaction, so a killed run leaves whole documents or nothing. Write-ahead
logging lets any number of processes read while one writes.

A passage has a ``key`` beside its id: a number that is never used twice. What is derived from
the text (the vectors) is filed under keys, so a vector can never stand for a changed text.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from core.errors import QueryError
from index.models import Decision, Document, Passage
from index.record.held import DocumentInfo, Snapshot, SourceRecord
from index.record.storefile import FILE_NAME, connect, storage_errors

Figures = Callable[[Decision], Sequence[str]]
"""What scores decisions, which the index cannot: where their figures are not the standard's."""


class Store:
    """The text of record of one data folder. Not safe to share between threads unguarded."""

    def __init__(
        self, home: Path, connection: sqlite3.Connection, figures: Figures, *, read_only: bool
    ) -> None:
        self.home = home
        self.read_only = read_only
        self._db = connection
        self._figures = figures
        self._listed: tuple[tuple[int, int], tuple[DocumentInfo, ...]] | None = None

    @classmethod
    def open(cls, home: Path, figures: Figures | None = None) -> Store:
        """Open the text of record in a data folder, creating folder and file when absent.

        Args:
            home: The data folder.
            figures: Says where a decision's figures disagree with its standard, as doubts.

        Raises:
            StorageError: when the folder cannot be used, or the file is foreign, damaged or
                written by another version of the program.
        """
        connection, read_only = connect(home)
        return cls(home, connection, figures or (lambda _decision: ()), read_only=read_only)

    def close(self) -> None:
        """Close the file; the store cannot be used afterwards."""
        self._db.close()

    def version(self) -> str:
        """Return a text that changes whenever the passages do, here or in another process."""
        return "-".join(self._counters("library", "passages changed"))

    def state(self) -> str:
        """Return a text that changes whenever the passages or their vectors do."""
        return "-".join(self._counters("library", "passages changed", "vectors changed"))

    def _counters(self, *names: str) -> list[str]:
        with storage_errors(self.home):
            kept = dict(self._db.execute("SELECT name, value FROM meta"))
        return [kept[name] for name in names]

    def meta(self, name: str) -> str | None:
        """Return a named note about the index, or None."""
        with storage_errors(self.home):
            row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def set_meta(self, name: str, value: str) -> None:
        """Keep a named note about the index."""
        with storage_errors(self.home):
            self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def source_at(self, origin: str) -> SourceRecord | None:
        """Return the source read from this origin, or None."""
        return self._source("origin = ?", origin)

    def source_with(self, sha256: str) -> SourceRecord | None:
        """Return a source with exactly these bytes, or None."""
        return self._source("sha256 = ?", sha256)

    def _source(self, condition: str, value: str) -> SourceRecord | None:
        with storage_errors(self.home):
            row = self._db.execute(
                f"SELECT id, origin, sha256, reader FROM documents WHERE {condition} ORDER BY id",  # noqa: S608
                (value,),
            ).fetchone()
        return None if row is None else SourceRecord(*row)

    def has(self, document: str) -> bool:
        with storage_errors(self.home):
            row = self._db.execute("SELECT 1 FROM documents WHERE id = ?", (document,)).fetchone()
        return row is not None

    def document_ids(self) -> list[str]:
        """Return the ids of the documents, sorted."""
        with storage_errors(self.home):
            return [row[0] for row in self._db.execute("SELECT id FROM documents ORDER BY id")]

    def documents(self) -> list[DocumentInfo]:
        """Return what the store holds, by document id; read anew once somebody changed it."""
        with storage_errors(self.home):
            (others,) = self._db.execute("PRAGMA data_version").fetchone()
        state = (int(others), self._db.total_changes)
        if self._listed is None or self._listed[0] != state:
            self._listed = (state, tuple(self._infos("", ())))
        return list(self._listed[1])

    def info(self, document: str) -> DocumentInfo:
        """Return one document's entry.

        Raises:
            QueryError: when there is no such document.
        """
        found = self._infos("WHERE d.id = ?", (document,))
        if not found:
            raise _no_document(document)
        return found[0]

    def _infos(self, condition: str, values: tuple[str, ...]) -> list[DocumentInfo]:
        with storage_errors(self.home):
            rows = self._db.execute(
                "SELECT d.id, d.kind, d.sha256, d.origin, d.retrieved, d.record, "  # noqa: S608
                "(SELECT count(*) FROM passages p WHERE p.document = d.id) "
                f"FROM documents d {condition} ORDER BY d.id",
                values,
            ).fetchall()
        infos = []
        for id_, kind, sha256, origin, retrieved, record, count in rows:
            facts = json.loads(record)
            infos.append(
                DocumentInfo(
                    id=id_,
                    title=facts["title"],
                    kind=kind,
                    edition=facts["edition"],
                    sha256=sha256,
                    origin=origin,
                    retrieved=retrieved,
                    pages=len(facts["pages"]),
                    passages=count,
                )
            )
        return infos

    def document(self, document: str) -> Document:
        """Return a document with its text.

        Raises:
            QueryError: when there is no such document.
        """
        with storage_errors(self.home):
            row = self._db.execute(
                "SELECT record, text FROM documents WHERE id = ?", (document,)
            ).fetchone()
            if row is not None:
                return Document.model_validate({**json.loads(row[0]), "text": row[1]})
        raise _no_document(document)

    def decisions(self, document: str | None = None) -> list[Decision]:
        """Return the decisions of the library (or of one document), by document id."""
        with storage_errors(self.home):
            rows = self._db.execute(
                "SELECT decision FROM documents WHERE decision IS NOT NULL "
                "AND (?1 IS NULL OR id = ?1) ORDER BY id",
                (document,),
            ).fetchall()
        found = [Decision.model_validate_json(row[0]) for row in rows]
        return [decision.doubting(self._figures(decision)) for decision in found]

    def passage(self, passage: str) -> Passage:
        """Return one passage.

        Raises:
            QueryError: when there is no such passage.
        """
        found = self._passages("WHERE p.id = ?", (passage,))
        if not found:
            raise QueryError(
                f'there is no passage "{passage}"',
                hint="Passage ids are shown by a search, such as DOCUMENT#12.",
            )
        return found[0][1]

    def passages(self, document: str | None = None, *labels: str) -> list[Passage]:
        """Return the passages of one document, or of all, in document order.

        With ``labels``, only those whose record holds each of these values somewhere, such as a
        level: a caller that looks for them is spared reading the others.
        """
        where = ["p.document = ?"] if document is not None else []
        where += ["instr(p.record, ?) > 0"] * len(labels)
        values = [] if document is None else [document]
        values += [json.dumps(one) for one in labels]
        condition = f"WHERE {' AND '.join(where)}" if where else ""
        return [passage for _, passage in self._passages(condition, values)]

    def snapshot(self) -> Snapshot:
        """Return the passages as they are at one moment, with what names that moment."""
        with storage_errors(self.home):
            self._db.execute("BEGIN")
            try:
                return Snapshot(
                    state=self.state(),
                    version=self.version(),
                    passages=dict(self._passages("", ())),
                    vectors=self.vector_counts(),
                    decisions={found.document: found for found in self.decisions()},
                )
            finally:
                self._db.execute("ROLLBACK")

    def around(self, passage: Passage, before: int, after: int) -> list[Passage]:
        """Return a passage with those before and after it in its document."""
        found = self._passages(
            "JOIN passages here ON here.id = ?1 WHERE p.document = here.document "
            "AND p.ordinal BETWEEN here.ordinal - ?2 AND here.ordinal + ?3",
            (passage.id, before, after),
        )
        return [near for _, near in found]

    def to_embed(self) -> list[tuple[int, Passage]]:
        """Return the passages that have no vector yet, with their keys."""
        return self._passages("WHERE p.vectors = 0", ())

    def _passages(self, condition: str, values: Sequence[object]) -> list[tuple[int, Passage]]:
        with storage_errors(self.home):
            rows = self._db.execute(
                f"SELECT p.key, p.record, p.text FROM passages p {condition} "  # noqa: S608
                "ORDER BY p.document, p.ordinal",
                values,
            ).fetchall()
            return [
                (key, Passage.model_validate({**json.loads(record), "text": text}))
                for key, record, text in rows
            ]

    def put(
        self,
        document: Document,
        passages: Sequence[Passage],
        *,
        data: bytes,
        origin: str,
        retrieved: str,
        reader: str,
        decision: Decision | None,
    ) -> list[int]:
        """Write one document, replacing the one of this id, in one transaction.

        Returns:
            The keys of the passages, in their order.

        Raises:
            StorageError: when it cannot be written; the store is then as it was.
        """
        record = document.model_dump_json(exclude={"text"})
        with self._transaction():
            self._db.execute("DELETE FROM documents WHERE id = ?", (document.id,))
            self._db.execute(
                "INSERT INTO documents (id, origin, sha256, retrieved, reader, kind, record, "
                "decision, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    document.id,
                    origin,
                    hashlib.sha256(data).hexdigest(),
                    retrieved,
                    reader,
                    document.kind,
                    record,
                    None if decision is None else decision.model_dump_json(),
                    document.text,
                ),
            )
            self._db.execute("INSERT INTO sources VALUES (?, ?)", (document.id, data))
            keys = []
            for ordinal, passage in enumerate(passages, start=1):
                cursor = self._db.execute(
                    "INSERT INTO passages (id, document, ordinal, record, text) "
                    "VALUES (?, ?, ?, ?, ?)",
                    (
                        passage.id,
                        document.id,
                        ordinal,
                        passage.model_dump_json(exclude={"text"}),
                        passage.text,
                    ),
                )
                if cursor.lastrowid is None:
                    raise AssertionError("SQLite gave an inserted passage no key")
                keys.append(cursor.lastrowid)
            self._count("passages changed")
        return keys

    def remove(self, document: str) -> None:
        """Remove a document with its passages; nothing happens when it is not there."""
        with self._transaction():
            self._db.execute("DELETE FROM documents WHERE id = ?", (document,))
            self._count("passages changed")

    def note_vectors(self, counts: Mapping[int, int]) -> None:
        """Note how many vectors passages have, by their keys."""
        with self._transaction():
            self._db.executemany(
                "UPDATE passages SET vectors = ? WHERE key = ?",
                ((count, key) for key, count in counts.items()),
            )
            self._count("vectors changed")

    def forget_vectors(self) -> None:
        """Note that no passage has a vector, so that all are embedded again."""
        with self._transaction():
            self._db.execute("UPDATE passages SET vectors = 0")
            self._db.execute("DELETE FROM dropped")
            self._count("vectors changed")

    def vector_counts(self) -> dict[int, int]:
        """Return how many vectors each passage has, by key."""
        with storage_errors(self.home):
            return dict(self._db.execute("SELECT key, vectors FROM passages"))

    def dropped(self) -> dict[int, int]:
        """Return passages that are gone and whose vectors may not be: key and vectors."""
        with storage_errors(self.home):
            return dict(self._db.execute("SELECT key, vectors FROM dropped ORDER BY key"))

    def clear_dropped(self, keys: Iterable[int]) -> None:
        """Note that the vectors under these keys are gone."""
        with self._transaction():
            self._db.executemany("DELETE FROM dropped WHERE key = ?", ((key,) for key in keys))
            self._count("vectors changed")

    def check(self) -> list[str]:
        """Return what is wrong with the file, in sentences; an empty list when it is sound."""
        with storage_errors(self.home):
            wrong = [
                f"{FILE_NAME}: {row[0]}"
                for row in self._db.execute("PRAGMA integrity_check")
                if row[0] != "ok"
            ]
            rows = self._db.execute(
                "SELECT d.id, d.sha256, s.data FROM documents d JOIN sources s ON s.document = d.id"
            )
            wrong.extend(
                f"{id_}: the kept source is not the one that was ingested"
                for id_, sha256, data in rows
                if hashlib.sha256(data).hexdigest() != sha256
            )
        for info in self.documents():
            text = self.document(info.id).text
            wrong.extend(
                f"{passage.id}: the passage is not the text it was cut from"
                for passage in self.passages(info.id)
                if text[passage.start : passage.end] != passage.text
            )
        return wrong

    def _count(self, what: str) -> None:
        self._db.execute("UPDATE meta SET value = value + 1 WHERE name = ?", (what,))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with storage_errors(self.home):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")


def _no_document(document: str) -> QueryError:
    return QueryError(
        f'there is no document "{document}" in the library',
        hint="A search shows the ids of the documents it finds; fes ingest adds documents.",
    )
