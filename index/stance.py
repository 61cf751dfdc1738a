"""What a paragraph of a decision does for a factor and level."""

from __future__ import annotations

from index.models import Passage


def label(passages: list[Passage]) -> list[Passage]:
    """Return the passages of a decision with factor, level and stance."""
    return passages
