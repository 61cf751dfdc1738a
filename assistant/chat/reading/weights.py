"""What tells the topics apart: weights learned from the ways of asking, shipped with the program.

Two kinds of features stand for a message: its vector, with the directions in which paraphrases
of one statement differ shrunk, and its words by how rarely they are used in asking. A multinomial
logistic regression on every way of asking gives each topic a weight for each feature. Nothing in
it is drawn by chance, so the same ways of asking give the same weights; how a way of asking would
be understood without itself is learned from the others, part by part.
"""

from __future__ import annotations

import hashlib
import io
import math
import re
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from index.documents.files import replace_file
from index.language.glossary import in_field_words
from index.language.words import fold, stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

VERSION = "2"
"""Changes when features or training do: weights made before are then stale."""
SCALE = 20.0
"""How sharply the topics are told apart."""
ROUNDS, STEP, MOMENTUM, DECAY = 60, 0.5, 0.9, 0.0005
"""How the weights are fitted."""
SEEN = 2
"""Ways of asking in which a word must stand to be learned from."""
FOLDS = 5
"""Parts of the ways of asking, each tried with weights learned from the others."""
WORDS = 0.3
"""How much words count beside meaning, in the square of their length."""
SHRINK = 0.001
"""Keeps directions in which paraphrases hardly differ from being blown up."""

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d[\d,.-]*\d|\d")
_PLAIN = frozenset(
    word
    for line in (
        "a an the of to in on at for and or is are was were be been it its this that with by as",
        "from do does did i me my we our you your he she they them his her their so if",
    )
    for word in line.split()
)


def terms(text: str) -> list[str]:
    """Return the words by which ways of asking are compared, stemmed, question words kept."""
    return [stem(w) for w in _WORD.findall(fold(in_field_words(text))) if w not in _PLAIN]


@dataclass(frozen=True, slots=True)
class Weights:
    """Learned weights: ``by_meaning`` and ``by_word`` hold a column a topic."""

    fingerprint: str
    topics: tuple[str, ...]
    mean: Matrix
    whiten: Matrix
    vocabulary: dict[str, int]
    idf: Matrix
    by_meaning: Matrix
    by_word: Matrix

    def scores(self, text: str, vector: Sequence[float]) -> Matrix:
        """Return how much each topic is meant, about 0 to 1."""
        import numpy as np

        meaning = whitened(np.asarray([vector], dtype=np.float32), self.mean, self.whiten)
        scores: Matrix = (meaning @ self.by_meaning)[0]
        row = _counted(text, self.vocabulary, self.idf)
        for place, value in row.items():
            scores = scores + value * self.by_word[place]
        told: Matrix = shares(scores[None, :])[0]
        return told


def fingerprint(asks: Sequence[tuple[str, str]]) -> str:
    """Return a text that changes when any way of asking or the training does."""
    digest = hashlib.sha256(VERSION.encode())
    for topic, ask in asks:
        digest.update(f"{topic}\x00{ask}\x01".encode())
    return digest.hexdigest()


def whitened(vectors: Matrix, mean: Matrix, whiten: Matrix) -> Matrix:
    """Return vectors with the directions in which paraphrases differ shrunk, at length 1."""
    import numpy as np

    moved = (vectors - mean) @ whiten
    length = np.linalg.norm(moved, axis=1, keepdims=True)
    shrunk: Matrix = moved / np.maximum(length, 1e-6)
    return shrunk


def paraphrase_directions(groups: Sequence[Matrix]) -> tuple[Matrix, Matrix]:
    """Return the mean and the matrix that shrinks what tells paraphrases of one thing apart."""
    import numpy as np

    apart = np.concatenate([group - group.mean(0) for group in groups])
    mean = np.concatenate([group.mean(0, keepdims=True) for group in groups]).mean(0)
    values, directions = np.linalg.eigh(apart.T @ apart / len(apart))
    return mean.astype(np.float32), (directions / np.sqrt(values + SHRINK)).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Training:
    """The weights, and what they were learned from: a row a way of asking."""

    weights: Weights
    features: Matrix
    wanted: Matrix

    def left_out(self) -> Matrix:
        """Return how each way of asking scores when it is not among those learned from."""
        import numpy as np

        scores = np.zeros_like(self.wanted)
        for turn in range(FOLDS):
            away = np.arange(len(scores)) % FOLDS == turn
            table = fitted(self.features[~away], self.wanted[~away])
            scores[away] = shares(self.features[away] @ table)
        return scores


def train(
    asks: Sequence[tuple[str, str]],
    topics: Sequence[str],
    vectors: Matrix,
    directions: tuple[Matrix, Matrix],
) -> Training:
    """Learn the weights from every way of asking.

    Args:
        asks: Pairs of a topic's id and a way of asking, made general.
        topics: The topics' ids, in the order of the columns.
        vectors: A row a way of asking.
        directions: What :func:`paraphrase_directions` gives.
    """
    import numpy as np

    mean, whiten = directions
    counts = [Counter(terms(ask)) for _, ask in asks]
    seen = Counter(word for own in counts for word in own)
    kept = sorted(word for word, times in seen.items() if times >= SEEN)
    vocabulary = {word: place for place, word in enumerate(kept)}
    idf = np.array([math.log(1 + len(asks) / seen[w]) for w in kept], dtype=np.float32)
    words = np.zeros((len(asks), len(vocabulary)), dtype=np.float32)
    for number, (_, ask) in enumerate(asks):
        for place, value in _counted(ask, vocabulary, idf).items():
            words[number, place] = value
    meaning = whitened(vectors, mean, whiten)
    features = np.concatenate([meaning, words], axis=1).astype(np.float32)
    column = {topic: place for place, topic in enumerate(topics)}
    wanted = np.zeros((len(asks), len(topics)), dtype=np.float32)
    wanted[np.arange(len(asks)), [column[topic] for topic, _ in asks]] = 1.0
    learned = fitted(features, wanted)
    size = meaning.shape[1]
    weights = Weights(
        fingerprint=fingerprint(asks),
        topics=tuple(topics),
        mean=mean,
        whiten=whiten,
        vocabulary=vocabulary,
        idf=idf,
        by_meaning=learned[:size].astype(np.float32),
        by_word=learned[size:].astype(np.float32),
    )
    return Training(weights, features, wanted)


def fitted(features: Matrix, wanted: Matrix) -> Matrix:
    """Return the weights of a multinomial logistic regression: descent with momentum."""
    import numpy as np

    table: Matrix = np.zeros((features.shape[1], wanted.shape[1]), dtype=np.float32)
    speed: Matrix = np.zeros_like(table)
    for _ in range(ROUNDS):
        slope = features.T @ (shares(features @ table) - wanted) * np.float32(SCALE / len(features))
        speed *= np.float32(MOMENTUM)
        speed -= np.float32(STEP) * (slope + np.float32(DECAY) * table)
        table += speed
    return table


def shares(likeness: Matrix) -> Matrix:
    """Return likenesses as shares of 1, row by row."""
    import numpy as np

    out: Matrix = np.exp(SCALE * (likeness - likeness.max(axis=1, keepdims=True)))
    out /= out.sum(axis=1, keepdims=True)
    return out


def _counted(text: str, vocabulary: dict[str, int], idf: Matrix) -> dict[int, float]:
    places = {vocabulary[w] for w in terms(text) if w in vocabulary}
    length = math.sqrt(sum(float(idf[p]) ** 2 for p in places)) or 1.0
    scale = math.sqrt(WORDS) / length
    return {place: float(idf[place]) * scale for place in places}


def save(path: Path, weights: Weights) -> None:
    """Write weights to a file, half a float a number.

    Raises:
        StorageError: when the file cannot be written.
    """
    import numpy as np

    data = io.BytesIO()
    np.savez_compressed(
        data,
        fingerprint=np.array(weights.fingerprint),
        topics=np.array(weights.topics),
        mean=weights.mean,
        whiten=weights.whiten.astype(np.float16),
        words=np.array(sorted(weights.vocabulary)),
        idf=weights.idf,
        by_meaning=weights.by_meaning.astype(np.float16),
        by_word=weights.by_word.astype(np.float16),
    )
    replace_file(path, data.getvalue())


def load(path: Path) -> Weights | None:
    """Return the weights of a file, or None when it is missing or damaged."""
    import numpy as np

    try:
        with np.load(path, allow_pickle=False) as data:
            return Weights(
                fingerprint=str(data["fingerprint"]),
                topics=tuple(str(topic) for topic in data["topics"]),
                mean=data["mean"],
                whiten=data["whiten"].astype(np.float32),
                vocabulary={str(word): place for place, word in enumerate(data["words"])},
                idf=data["idf"],
                by_meaning=data["by_meaning"].astype(np.float32),
                by_word=data["by_word"].astype(np.float32),
            )
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        # A checkout in which nothing was learned yet: topics go by nearness alone.
        return None
