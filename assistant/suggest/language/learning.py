"""What tells the levels of a factor apart in a sentence: weights learned from composed sentences.

The sentences of ``data/`` say for each factor and aspect how position descriptions word each
level. Two kinds of features stand for a sentence: its vector, and its words and pairs of words,
because degrees and limits ("some", "a few") hardly move a vector. A multinomial logistic
regression a factor gives each aspect and level a weight for each feature; what the set phrases of
:mod:`.cues` point to is added. Nothing is drawn by chance: the same sentences give the same
weights.
"""

from __future__ import annotations

import hashlib
import io
import math
import re
import tomllib
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from assistant.suggest.language.cues import pointed
from core.errors import StorageError
from core.model import Frozen
from index.documents.files import replace_file
from index.language.words import fold, stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

DATA: Final = Path(__file__).resolve().parent / "data"
LEARNED: Final = DATA / "weights.npz"
VERSION: Final = "2"
"""Changes when features or training do: weights made before are then stale."""
ROUNDS, STEP, MOMENTUM, DECAY = 400, 0.5, 0.9, 0.001
"""How the weights are fitted."""
NEIGHBOUR: Final = 0.075
"""How much of a sentence is lent to each level beside its own: levels have an order."""
SEEN: Final = 2
"""Sentences in which a word or a pair of words must stand to be learned from."""
WHICH: Final = "which"
"""The key of the weights that tell which factor a sentence speaks of; after ``gssg.`` those of the
supervisory guide."""
WORDS: Final = 1.5
"""How much words count beside meaning."""
_BIAS: Final = 0.3
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+")
_PLAIN = re.compile(
    r"an?|the|of|to|in|on|at|for|and|or|is|are|was|were|be|been|it|its|this|that|with|by|as|from|"
    r"which|such|who|has|have"
)


class Aspect(Frozen):
    """One aspect of a factor: its name in plain words, and sentences for each of its levels."""

    factor: str
    key: str
    name: str
    levels: dict[int, tuple[str, ...]]


class Spoken(NamedTuple):
    """A composed sentence: the factor and aspect it speaks of, and the level it bears."""

    factor: str
    aspect: str
    level: int
    text: str


@cache
def aspects() -> tuple[Aspect, ...]:
    """Return every aspect with its sentences, put together from all files in their order."""
    found: dict[tuple[str, str], Aspect] = {}
    for path in sorted(DATA.glob("sentences-*.toml")):
        for raw in tomllib.loads(path.read_text("utf-8"))["aspects"]:
            one = Aspect.model_validate(raw)
            before = found.get((one.factor, one.key), one.model_copy(update={"levels": {}}))
            levels = {
                level: (*before.levels.get(level, ()), *one.levels.get(level, ()))
                for level in sorted({*before.levels, *one.levels})
            }
            found[one.factor, one.key] = before.model_copy(update={"levels": levels})
    return tuple(found.values())


def spoken() -> tuple[Spoken, ...]:
    """Return every composed sentence, in the order of the files."""
    return tuple(
        Spoken(one.factor, one.key, level, text)
        for one in aspects()
        for level, texts in one.levels.items()
        for text in texts
    )


def fingerprint() -> str:
    """Return a text that changes when any sentence or the training does."""
    digest = hashlib.sha256(VERSION.encode())
    for one in spoken():
        digest.update("\x00".join((one.factor, one.aspect, str(one.level), one.text)).encode())
    return digest.hexdigest()


def ordered(text: str) -> list[str]:
    """Return the stems of a sentence's words, in their order and without the plainest."""
    kept = [word for word in _WORD.findall(fold(text).lower()) if not _PLAIN.fullmatch(word)]
    return [stem(word) for word in kept]


def terms(text: str) -> set[str]:
    """Return the stems of a sentence and the pairs of neighbouring ones."""
    stems = ordered(text)
    return {*stems, *(f"{a} {b}" for a, b in pairwise(stems))}


@dataclass(frozen=True, slots=True)
class Probe:
    """The learned weights of one factor: a column of ``table`` for each aspect and level."""

    factor: str
    classes: tuple[tuple[str, int], ...]
    mean: Matrix
    vocabulary: dict[str, int]
    idf: Matrix
    table: Matrix

    def shares(self, texts: Sequence[str], vectors: Matrix) -> Matrix:
        """Return for each sentence how likely each aspect and level is, a row of shares of 1."""
        features = _features(texts, vectors, self.mean, self.vocabulary, self.idf)
        return _shares(features @ self.table + pointed(self.factor, texts, self.classes))


def train_all(vectors: Matrix) -> dict[str, Probe]:
    """Learn every factor's weights, and those that tell which factor a sentence speaks of.

    Args:
        vectors: a row for each sentence of :func:`spoken`, in their order.
    """
    own = spoken()
    found = {}
    for factor in sorted({one.factor for one in own}):
        rows = [place for place, one in enumerate(own) if one.factor == factor]
        found[factor] = train([own[place] for place in rows], vectors[rows])
    for scheme in sorted({one.factor.rpartition(".")[0] for one in own}):
        before = f"{scheme}." if scheme else ""
        rows = [n for n, one in enumerate(own) if one.factor.rpartition(".")[0] == scheme]
        which = [
            Spoken(before + WHICH, own[n].factor.removeprefix(before), 1, own[n].text) for n in rows
        ]
        found[before + WHICH] = train(which, vectors[rows])
    return found


def train(own: Sequence[Spoken], vectors: Matrix) -> Probe:
    """Learn one set of weights from sentences, a row of ``vectors`` for each."""
    import numpy as np

    classes = sorted({(one.aspect, one.level) for one in own})
    column = {named: place for place, named in enumerate(classes)}
    counts = Counter(term for one in own for term in terms(one.text))
    kept = sorted(term for term, times in counts.items() if times >= SEEN)
    vocabulary = {term: place for place, term in enumerate(kept)}
    idf = np.array([math.log(1 + len(own) / counts[term]) for term in kept], dtype=np.float32)
    mean = vectors.mean(0).astype(np.float32)
    features = _features([one.text for one in own], vectors, mean, vocabulary, idf)
    wanted = np.zeros((len(own), len(classes)), dtype=np.float32)
    for row, one in enumerate(own):
        wanted[row, column[one.aspect, one.level]] = 1.0
        for beside in (one.level - 1, one.level + 1):
            if (one.aspect, beside) in column:
                wanted[row, column[one.aspect, beside]] = NEIGHBOUR
    wanted /= wanted.sum(1, keepdims=True)
    many = Counter((one.aspect, one.level) for one in own)
    counts_for = np.array([1 / many[one.aspect, one.level] for one in own], dtype=np.float32)
    counts_for /= counts_for.sum()
    return Probe(
        own[0].factor, tuple(classes), mean, vocabulary, idf, _fitted(features, wanted, counts_for)
    )


def _features(
    texts: Sequence[str], vectors: Matrix, mean: Matrix, vocabulary: dict[str, int], idf: Matrix
) -> Matrix:
    import numpy as np

    meaning = vectors - mean
    meaning = meaning / np.maximum(np.linalg.norm(meaning, axis=1, keepdims=True), 1e-6)
    words = np.zeros((len(texts), len(vocabulary) + 1), dtype=np.float32)
    for row, text in enumerate(texts):
        places = [vocabulary[term] for term in sorted(terms(text)) if term in vocabulary]
        if places:
            words[row, places] = WORDS * idf[places] / np.linalg.norm(idf[places])
    words[:, -1] = _BIAS
    return np.concatenate([meaning, words], axis=1).astype(np.float32)


def _fitted(features: Matrix, wanted: Matrix, counts_for: Matrix) -> Matrix:
    """Return the weights of a multinomial logistic regression: descent with momentum.

    ``counts_for`` is how much each row counts: levels with few sentences as much as others.
    """
    import numpy as np

    table: Matrix = np.zeros((features.shape[1], wanted.shape[1]), dtype=np.float32)
    speed: Matrix = np.zeros_like(table)
    weighted = features.T * counts_for
    for _ in range(ROUNDS):
        speed *= np.float32(MOMENTUM)
        speed -= np.float32(STEP) * (weighted @ (_shares(features @ table) - wanted))
        speed -= np.float32(STEP * DECAY) * table
        table += speed
    return table


def _shares(scores: Matrix) -> Matrix:
    import numpy as np

    out: Matrix = np.exp(scores - scores.max(axis=1, keepdims=True))
    out /= out.sum(axis=1, keepdims=True)
    return out


# --- the file ----------------------------------------------------------------------------


def save(path: Path, probes: dict[str, Probe]) -> None:
    """Write the weights of every factor to one file.

    Raises:
        StorageError: when the file cannot be written.
    """
    import numpy as np

    arrays: dict[str, object] = {
        "fingerprint": np.array(fingerprint()),
        "factors": np.array(sorted(probes)),
    }
    for factor, probe in probes.items():
        arrays[f"{factor}.aspects"] = np.array([aspect for aspect, _ in probe.classes])
        arrays[f"{factor}.levels"] = np.array([level for _, level in probe.classes])
        arrays[f"{factor}.mean"] = probe.mean
        arrays[f"{factor}.words"] = np.array(sorted(probe.vocabulary))
        arrays[f"{factor}.idf"] = probe.idf
        arrays[f"{factor}.table"] = probe.table.astype(np.float16)
    data = io.BytesIO()
    np.savez_compressed(data, **arrays)  # type: ignore[arg-type]
    replace_file(path, data.getvalue())


@cache
def probes() -> dict[str, Probe]:
    """Return the weights of every factor from a file.

    Raises:
        StorageError: the file is missing or damaged.
    """
    import numpy as np

    try:
        with np.load(LEARNED, allow_pickle=False) as data:
            return {
                factor: Probe(
                    factor=factor,
                    classes=tuple(
                        (str(aspect), int(level))
                        for aspect, level in zip(
                            data[f"{factor}.aspects"], data[f"{factor}.levels"], strict=True
                        )
                    ),
                    mean=data[f"{factor}.mean"],
                    vocabulary={
                        str(word): place for place, word in enumerate(data[f"{factor}.words"])
                    },
                    idf=data[f"{factor}.idf"],
                    table=data[f"{factor}.table"].astype(np.float32),
                )
                for factor in map(str, data["factors"])
            }
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise StorageError(
            "the weights that tell levels apart cannot be read",
            where=str(LEARNED),
            hint="Install fes again; in a checkout, run make levels.",
        ) from error
