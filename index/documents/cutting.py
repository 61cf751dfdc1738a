"""What a source comes to: a document, its passages, and the facts of a decision."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import DocumentError
from index.decisions.reading import read_decision
from index.documents import passages
from index.models import Decision, Document, Passage


@dataclass(frozen=True, slots=True)
class Reading:
    """A source file as read: its document, passages and, for a decision, its facts."""

    document: Document
    passages: tuple[Passage, ...]
    decision: Decision | None


def cut(document: Document) -> Reading:
    """Cut a document into passages and read its facts when it is a decision.

    Raises:
        DocumentError: when there is no text to keep.
    """
    found = tuple(passages.split(document))
    if not found:
        raise DocumentError(
            "there is no text to keep in the document",
            where=document.id,
            hint="If it is a scan, run text recognition on it first.",
        )
    decision = read_decision(document, found) if document.kind == "decision" else None
    return Reading(document, found, decision)
