"""Ranking example positions by the words of a question."""

from __future__ import annotations

from collections.abc import Sequence

from index.language import words


def rank(texts: Sequence[str], query: str) -> list[tuple[int, float]]:
    """Return the places of the texts that share words with a question, best first, with scores.

    Words are compared as the search of documents compares them: stems, without common words.
    """
    import bm25s

    if not texts:
        return []
    index = bm25s.BM25()
    index.index([words.words(text) or [""] for text in texts], show_progress=False)
    known = index.get_tokens_ids(words.words(query))
    if not known:
        return []
    scores = index.get_scores_from_ids(known)
    found = [(place, float(score)) for place, score in enumerate(scores) if score > 0]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))
