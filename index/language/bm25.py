"""BM25 over texts: how well each holds the words of a search, the rarer words the more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from index.language.words import words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def index(texts: Iterable[str], *, k1: float = 1.5, b: float = 0.75) -> Any:
    """Return an index of texts, a row each; ``k1`` and ``b`` are BM25's own parameters."""
    import bm25s

    made = bm25s.BM25(k1=k1, b=b)
    made.index([words(text) or [""] for text in texts], show_progress=False)
    return made


def scores(made: Any, tokens: Iterable[str]) -> NDArray[np.float32]:
    """Return the score of every row, 0 where no word stands.

    Args:
        made: What :func:`index` gives.
        tokens: Words as :func:`index.language.words.words` gives them.
    """
    import numpy as np

    known: Sequence[int] = made.get_tokens_ids(list(tokens))
    if not known:
        return np.zeros(made.scores["num_docs"], dtype=np.float32)
    found: NDArray[np.float32] = made.get_scores_from_ids(known)
    return found
