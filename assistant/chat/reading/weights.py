"""What tells the topics apart: weights learned from the ways of asking, shipped with the program.

Two kinds of features stand for a message: its vector, with the directions in which paraphrases
of one statement differ shrunk, and its words, pairs of words and runs of letters by how rarely
they are used in asking. Runs of letters know a misspelt word and a word's other forms. They are
counted in a fixed number of places, which a word's checksum chooses, so that no list of words is
kept. A multinomial logistic regression on every way of asking gives each topic a weight for each
feature. Nothing in it is drawn by chance, so the same ways of asking give the same weights; how a
way of asking would be understood without itself is learned from the others, part by part.
"""

from __future__ import annotations

import hashlib
import io
import math
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from index.documents.files import replace_file
from index.language.glossary import in_field_words
from index.language.words import fold, stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

VERSION = "3"
"""Changes when features or training do: weights made before are then stale."""
SCALE = 20.0
"""How sharply the topics are told apart."""
ROUNDS, STEP, MOMENTUM, DECAY = 60, 0.5, 0.9, 0.0005
"""How the weights are fitted."""
SEEN = 3
"""Ways of asking in which a word or a run of letters must stand to be learned from."""
PLACES = 4096
"""Places in which words, pairs of words and runs of letters are counted."""
RUNS = (3, 4, 5)
"""Letters in a run, the ends of the word counted as letters."""
FOLDS = 3
"""Parts of the ways of asking, each tried with weights learned from the others."""
WORDS = 0.7
"""How much words count beside meaning, in the square of their length."""
SHRINK = 0.001
"""Keeps directions in which paraphrases hardly differ from being blown up."""

_KEPT = 4096
"""Texts whose words are kept: the same statements come near to one question after the other."""
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d[\d,.-]*\d|\d")
_PLAIN = frozenset(
    word
    for line in (
        "a an the of to in on at for and or is are was were be been it its this that with by as",
        "from do does did i me my we our you your he she they them his her their so if",
    )
    for word in line.split()
)


@lru_cache(maxsize=_KEPT)
def terms(text: str) -> tuple[str, ...]:
    """Return the words by which ways of asking are compared, stemmed, question words kept."""
    return tuple(stem(w) for w in _WORD.findall(fold(in_field_words(text))) if w not in _PLAIN)


def places(text: str) -> set[int]:
    """Return the places of a text's words, pairs of words and runs of letters."""
    said = _WORD.findall(fold(in_field_words(text)))
    stems = [stem(word) for word in said]
    found = {f"  {word}" for word in stems if word not in _PLAIN}
    found.update(f" {first} {second}" for first, second in pairwise(stems))
    for word in said:
        ends = f"<{word}>"
        found.update(ends[n : n + size] for size in RUNS for n in range(len(ends) - size + 1))
    return {zlib.crc32(one.encode()) % PLACES for one in found}


@dataclass(frozen=True, slots=True)
class Weights:
    """Learned weights: ``by_meaning`` and ``by_word`` hold a column a topic.

    ``rarity`` is how rarely each place is used in asking, 0 where that is hardly ever.
    """

    fingerprint: str
    topics: tuple[str, ...]
    mean: Matrix
    whiten: Matrix
    rarity: Matrix
    by_meaning: Matrix
    by_word: Matrix

    def scores(self, text: str, vector: Sequence[float], near: Sequence[float] = ()) -> Matrix:
        """Return how much each topic is meant, about 0 to 1.

        Args:
            text: The message, its exact values made general.
            vector: Its vector.
            near: What nearness to a way of asking adds to each topic.
        """
        import numpy as np

        meaning = whitened(np.asarray([vector], dtype=np.float32), self.mean, self.whiten)
        row = _counted(text, self.rarity)
        words = np.array([*row.values()], dtype=np.float32) @ self.by_word[[*row]]
        like: Matrix = meaning @ self.by_meaning + words
        if near:
            like += np.asarray(near, dtype=np.float32)
        told: Matrix = shares(like)[0]
        return told

    def turned(self, vector: Sequence[float]) -> Matrix:
        """Return a message's vector as those of ways of asking are compared with it.

        Paraphrase directions are shrunk once, in the message, and not in every way of asking.
        """
        import numpy as np

        asked = whitened(np.asarray([vector], dtype=np.float32), self.mean, self.whiten)[0]
        turned: Matrix = self.whiten @ asked
        return turned

    def nearness(self, products: Matrix, turned: Matrix, lengths: Matrix) -> Matrix:
        """Return how near a message is to each way of asking, paraphrase directions shrunk.

        Args:
            products: The product of each way of asking's vector with ``turned``.
            turned: What :meth:`turned` gives of the message's.
            lengths: What :func:`lengths` gives of the ways of asking.
        """
        shift: Matrix = self.mean @ turned
        near: Matrix = (products - shift) / lengths
        return near


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


def lengths(vectors: Matrix, mean: Matrix, whiten: Matrix) -> Matrix:
    """Return how long each vector is once the directions in which paraphrases differ are shrunk."""
    import numpy as np

    long: Matrix = np.linalg.norm((vectors - mean) @ whiten, axis=1)
    return np.maximum(long, np.float32(1e-6))


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
            scores[away] = self.features[away] @ table
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
    seen = Counter(place for _, ask in asks for place in places(ask))
    rarity = np.zeros(PLACES, dtype=np.float32)
    for place, times in seen.items():
        if times >= min(SEEN, len(asks)):
            rarity[place] = math.log(1 + len(asks) / times)
    words = np.zeros((len(asks), PLACES), dtype=np.float32)
    for number, (_, ask) in enumerate(asks):
        row = _counted(ask, rarity)
        words[number, [*row]] = [*row.values()]
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
        rarity=rarity,
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


def _counted(text: str, rarity: Matrix) -> dict[int, float]:
    found = {place: value for place in sorted(places(text)) if (value := float(rarity[place]))}
    length = math.sqrt(sum(value**2 for value in found.values())) or 1.0
    scale = math.sqrt(WORDS) / length
    return {place: value * scale for place, value in found.items()}


def save(path: Path, weights: Weights) -> None:
    """Write weights to a file: half a float a number, of the words' weights a byte.

    Raises:
        StorageError: when the file cannot be written.
    """
    import numpy as np

    step = np.maximum(np.abs(weights.by_word).max(axis=0), np.float32(1e-6)) / np.float32(127)
    data = io.BytesIO()
    # Packed, they would be unpacked for every question.
    np.savez(
        data,
        fingerprint=np.array(weights.fingerprint),
        topics=np.array(weights.topics),
        mean=weights.mean,
        whiten=weights.whiten.astype(np.float16),
        rarity=weights.rarity,
        by_meaning=weights.by_meaning.astype(np.float16),
        by_word=np.round(weights.by_word / step).astype(np.int8),
        step=step,
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
                rarity=data["rarity"],
                by_meaning=data["by_meaning"].astype(np.float32),
                by_word=data["by_word"].astype(np.float32) * data["step"],
            )
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        # A checkout in which nothing was learned yet: topics go by nearness alone.
        return None
