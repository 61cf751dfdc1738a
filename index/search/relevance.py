"""Whether what was found has anything to do with a search.

A retriever always finds something nearest. When that is not near by meaning, no plain saying is
like the search, and most of its words stand in none of the best passages, the honest answer is
that nothing relevant is there.

The bounds were set on searches for recipes, travel, money, health and the like against the
official documents: more than nine in ten of them stay below every bound, and as many short
searches about classification, which a person may put in three words, reach one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

SAID = 0.02
"""How much nearer than a passage a saying must be to make a search relevant: sayings are many, and
written as people ask."""

UNSAID = 0.06
"""How much farther a passage may be where no saying takes part, and nothing else can tell."""

LEAST_COVERED = 0.6
"""The share of a search's words, by their rarity, that one passage must hold to be relevant when
nothing is near by meaning."""


def is_relevant(
    *,
    likeness: float,
    unlike: float | None,
    said: float | None,
    tokens: Sequence[str],
    best: Iterable[Sequence[str]],
    rarity: Callable[[str], float],
) -> bool:
    """Return whether a search has an answer in what was found.

    Args:
        likeness: The greatest likeness by meaning, -1 to 1.
        unlike: The embedder's likeness below which texts have nothing to do with each other;
            None when it is not known, and then everything found is taken for relevant.
        said: The likeness of the likest saying; None when no saying takes part.
        tokens: The search's words.
        best: The words of the passages found best by words.
        rarity: How much a word tells.
    """
    if unlike is None:
        return True
    near = likeness >= (unlike if said is not None else unlike - UNSAID)
    if near or (said is not None and said >= unlike + SAID):
        return True
    wanted = {token: rarity(token) for token in tokens}
    total = sum(wanted.values())
    return any(
        sum(wanted[token] for token in wanted.keys() & set(own)) >= LEAST_COVERED * total
        for own in best
    )
