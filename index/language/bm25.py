"""BM25 over texts: how well each holds the words of a search, the rarer words the more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from index.language.words import words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def index(
    texts: Iterable[str],
    *,
    k1: float = 1.5,
    b: float = 0.75,
    stemmed: Iterable[list[str]] | None = None,
) -> Any:
    """Return an index of texts, a row each.

    Args:
        texts: The texts.
        k1: BM25's own parameter.
        b: BM25's own parameter.
        stemmed: The texts' words when they are known, as ``words`` gives them.
    """
    import bm25s

    made = bm25s.BM25(k1=k1, b=b)
    own = map(words, texts) if stemmed is None else stemmed
    made.index([found or [""] for found in own], show_progress=False)
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
