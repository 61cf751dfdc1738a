"""Ranking example positions by the words of a question."""

from __future__ import annotations

from collections.abc import Sequence

from index.language import bm25, words


def rank(texts: Sequence[str], query: str) -> list[tuple[int, float]]:
    """Return the places of the texts that share words with a question, best first, with scores.

    Words are compared as the search of documents compares them: stems, without common words.
    """
    if not texts:
        return []
    scores = bm25.scores(bm25.index(texts), words.words(query))
    found = [(place, float(score)) for place, score in enumerate(scores) if score > 0]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))
