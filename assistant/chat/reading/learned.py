"""What the ways of asking teach about a topic as a whole, beside the single nearest one.

A multinomial logistic regression from a question (its vector and its words) to the topics,
fitted to the ways of asking. It tells topics apart whose wordings are alike, by what all wordings
of one have and those of the others lack. Fitted once for a set of ways of asking and kept in the
data folder, which can be deleted at any time.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.files import replace_file

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

WORDS = 0.4
"""How much the words count beside the vector."""
SCALE = 20.0
"""How sharply the map tells topics apart."""
ROUNDS, STEP, MOMENTUM, DECAY = 80, 0.5, 0.9, 0.0005
"""How it is fitted: gradient descent with momentum, weights held small."""
SEEN = 2
"""Ways of asking in which a word must stand to be learned from."""


@dataclass(frozen=True, slots=True)
class Learned:
    """A fitted map: rows are the numbers of a vector and then the words, columns the topics."""

    words: Mapping[str, int]
    weights: Mapping[str, float]
    table: NDArray[np.float32]

    def likeness(self, vector: NDArray[np.float32], terms: Iterable[str]) -> NDArray[np.float32]:
        """Return how likely it is that a question means each topic; the sum is 1."""
        row = _row(vector, terms, self.words, self.weights)
        likely: NDArray[np.float32] = _shares(row[None, :] @ self.table)[0]
        return likely


def learn(
    home: Path,
    signature: str,
    asks: Sequence[tuple[int, str]],
    vectors: NDArray[np.float32],
    terms: Sequence[Iterable[str]],
    weights: Mapping[str, float],
) -> Learned:
    """Return the map for some ways of asking, fitted now or read from the data folder.

    Args:
        home: The data folder.
        signature: Names the embedder that made the vectors.
        asks: The number of the topic and the wording of each way of asking.
        vectors: A unit vector a way of asking.
        terms: Its words.
        weights: How much each word tells.

    Raises:
        StorageError: the map cannot be written.
    """
    import numpy as np

    counted = Counter(word for own in terms for word in set(own))
    words = {word: n for n, word in enumerate(sorted(w for w, n in counted.items() if n >= SEEN))}
    told = repr((signature, WORDS, SCALE, ROUNDS, STEP, MOMENTUM, DECAY, SEEN, list(asks)))
    name = hashlib.sha256(told.encode()).hexdigest()[:16]
    path = home / "bridge" / f"{name}-topics.npz"
    shape = (vectors.shape[1] + len(words), max((topic for topic, _ in asks), default=-1) + 1)
    table = _kept(path)
    if table is None or table.shape != shape:
        rows = np.stack(
            [_row(v, own, words, weights) for v, own in zip(vectors, terms, strict=True)]
        )
        table = _fitted(rows, np.array([topic for topic, _ in asks]), shape)
        data = io.BytesIO()
        np.savez(data, table=table.astype(np.float16))
        replace_file(path, data.getvalue(), what="what the ways of asking teach", private=True)
    return Learned(words, weights, table)


def _fitted(
    rows: NDArray[np.float32], topics: NDArray[np.int64], shape: tuple[int, int]
) -> NDArray[np.float32]:
    import numpy as np

    goal = np.eye(shape[1], dtype=np.float32)[topics]
    table: NDArray[np.float32] = np.zeros(shape, dtype=np.float32)
    speed: NDArray[np.float32] = np.zeros(shape, dtype=np.float32)
    for _ in range(ROUNDS):
        slope = rows.T @ (_shares(rows @ table) - goal) * np.float32(SCALE / len(rows))
        speed *= np.float32(MOMENTUM)
        speed -= np.float32(STEP) * (slope + np.float32(DECAY) * table)
        table += speed
    return table


def _shares(likeness: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return likenesses as shares of 1, row by row."""
    import numpy as np

    shares: NDArray[np.float32] = np.exp(SCALE * (likeness - likeness.max(axis=1, keepdims=True)))
    shares /= shares.sum(axis=1, keepdims=True)
    return shares


def _row(
    vector: NDArray[np.float32],
    terms: Iterable[str],
    words: Mapping[str, int],
    weights: Mapping[str, float],
) -> NDArray[np.float32]:
    import numpy as np

    own = np.zeros(len(words), dtype=np.float32)
    for word in set(terms):
        if word in words:
            own[words[word]] = weights[word]
    own *= WORDS / (float(np.linalg.norm(own)) or 1.0)
    return np.concatenate([np.asarray(vector, dtype=np.float32), own])


def _kept(path: Path) -> NDArray[np.float32] | None:
    import numpy as np

    try:
        with np.load(path, allow_pickle=False) as data:
            table: NDArray[np.float32] = data["table"].astype(np.float32)
            return table
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        # Not fitted yet, or damaged: fitted again.
        return None
