"""Reading the facts of an appeal decision."""

from __future__ import annotations

from collections.abc import Sequence

from index.models import Decision, Document, Passage


def read_decision(document: Document, passages: Sequence[Passage]) -> Decision | None:
    """Return the facts a decision states, or None when the document is not a decision."""
    if document.kind != "decision":
        return None
    return Decision(document=document.id)
