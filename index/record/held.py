"""What the text of record says of what it holds: a document, a source, all of one moment."""

from __future__ import annotations

from dataclasses import dataclass

from index.models import Decision, Kind, Passage


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """One document of the library, without its text; counts of its pages and passages."""

    id: str
    title: str
    kind: Kind
    edition: str
    sha256: str
    origin: str
    retrieved: str
    pages: int
    passages: int


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """What the store knows of a source: enough to tell whether a file must be read again."""

    document: str
    origin: str
    sha256: str
    reader: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All passages at one moment, by key in document order, and how many vectors each has.

    ``decisions`` are the facts of the decisions among the documents, by document id.
    """

    state: str
    version: str
    passages: dict[int, Passage]
    vectors: dict[int, int]
    decisions: dict[str, Decision]
