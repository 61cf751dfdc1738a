"""Whether what was found has anything to do with a search.

A retriever always finds something nearest. When that is not near by meaning, no plain saying is
like the search, and most of its words stand in none of the best passages, the honest answer is
that nothing relevant is there.

The bounds were set on searches for recipes, weather, sports and the like against the official
documents: such searches stay below a likeness of 0.37, searches about classification seldom do,
and those hold the documents' own words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

LEAST_BRIDGED = 0.2
"""A saying as like a search as this makes it relevant, whatever else."""

LEAST_COVERED = 0.6
"""The share of a search's words, by their rarity, that one passage must hold to be relevant when
nothing is near by meaning."""


def is_relevant(
    *,
    likeness: float,
    unlike: float | None,
    bridged: float,
    tokens: Sequence[str],
    best: Iterable[Sequence[str]],
    rarity: Callable[[str], float],
) -> bool:
    """Return whether a search has an answer in what was found.

    Args:
        likeness: The greatest likeness by meaning, -1 to 1.
        unlike: The embedder's likeness below which texts have nothing to do with each other;
            None when it is not known, and then everything found is taken for relevant.
        bridged: The greatest share of a saying.
        tokens: The search's words.
        best: The words of the passages found best by words.
        rarity: How much a word tells.
    """
    if unlike is None or likeness >= unlike or bridged >= LEAST_BRIDGED:
        return True
    wanted = {token: rarity(token) for token in tokens}
    total = sum(wanted.values())
    return any(
        sum(wanted[token] for token in wanted.keys() & set(own)) >= LEAST_COVERED * total
        for own in best
    )
