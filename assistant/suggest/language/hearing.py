"""What the sentences of a description say of a factor's levels, aspect by aspect."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from assistant.suggest.described import DUTIES, Described, Sentence
from assistant.suggest.language.learning import WHICH, Probe, probes
from assistant.suggest.language.polarity import parts, polar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from index.record.embedding import Embedder

    Row = NDArray[np.float64]

SPEAKS: Final = 0.05
"""Share of a sentence below which it is not taken to speak of an aspect."""
NARROW: Final = 1.5
"""How sharply sentences of the duties are kept to the factor they speak of."""
FULL: Final = 3.0
"""A third of a sentence that speaks of an aspect is enough to hear it in full."""
ENOUGH: Final = 6
"""Words of a section below which it says the less the shorter it is."""
PLACES: Final = ("8", "9")
"""Factors of which one word may say all: "sedentary", "office"."""
FLOOR: Final = 0.01
"""No sentence makes a level less likely than this."""
SURE: Final = {"section": 2.0, "duties": 1.4}
"""How far what is learned is trusted: under a factor's heading, and from duties alone."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence, the aspect it speaks of most and how likely it makes each step of the ladder."""

    sentence: Sentence
    aspect: str
    speaks: float
    steps: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Hearing:
    """What is said of one factor: log likelihood by step, the sentences, and by aspect."""

    steps: dict[int, float]
    heard: tuple[Heard, ...]
    aspects: dict[str, dict[int, float]]
    direct: bool
    """Whether it stands under the factor's own heading."""


def vectors_of(described: Described, embedder: Embedder) -> dict[str, Sequence[float]]:
    """Return the vector of each sentence by what of it is weighed, and of what it denies."""
    whole = [one.weighed for one in described.sentences]
    texts = list(dict.fromkeys(part for text in whole for part in (text, *parts(text))))
    return dict(zip(texts, embedder.embed_passages(texts), strict=True))


def hear(
    described: Described,
    vectors: Mapping[str, Sequence[float]],
    factors: Sequence[str],
    *,
    scheme: str = "",
) -> dict[str, Hearing]:
    """Return what a description says of each factor; one of which it says nothing is left out.

    A factor with a section of its own is read from it; any other from the duties.

    Args:
        described: the description.
        vectors: what :func:`vectors_of` gives.
        factors: the factors' numbers.
        scheme: what stands before a factor's number among the weights; nothing for the nine.
    """
    found = {}
    spread = which(described.of(DUTIES), vectors, scheme)
    for factor in factors:
        probe = probes().get(scheme + factor)
        if probe is None:
            continue
        own = described.of(factor)
        sentences = own or described.of(DUTIES)
        if sentences:
            about = None if own else spread.get(factor)
            found[factor] = _of(probe, sentences, vectors, about)
    return found


def which(
    sentences: Sequence[Sentence], vectors: Mapping[str, Sequence[float]], scheme: str = ""
) -> dict[str, Row]:
    """Return for each factor how much each sentence that stands under no heading speaks of it."""
    import numpy as np

    if not sentences:
        return {}
    texts = [one.weighed for one in sentences]
    rows = np.array([vectors[text] for text in texts], dtype=np.float32)
    probe = probes()[scheme + WHICH]
    shares = probe.shares(texts, rows).astype(np.float64)
    return {factor: shares[:, n] for n, (factor, _) in enumerate(probe.classes)}


def _of(
    probe: Probe,
    sentences: Sequence[Sentence],
    vectors: Mapping[str, Sequence[float]],
    about: Row | None,
) -> Hearing:
    """Hear one factor; ``about`` says how much each sentence speaks of it, where that is open."""
    import numpy as np

    texts = [one.weighed for one in sentences]
    shares = polar(probe, texts, vectors)
    names = sorted({aspect for aspect, _ in probe.classes})
    ladder = sorted({level for _, level in probe.classes})
    whole = np.zeros(len(ladder))
    by_aspect: dict[str, dict[int, float]] = {}
    speaks = np.zeros((len(texts), len(names)))
    likely = np.zeros((len(texts), len(names), len(ladder)))
    for place, name in enumerate(names):
        columns = [n for n, (aspect, _) in enumerate(probe.classes) if aspect == name]
        steps = [ladder.index(probe.classes[n][1]) for n in columns]
        part = shares[:, columns]
        speaks[:, place] = part.sum(1)
        likely[:, place, steps] = part / part.sum(1, keepdims=True)
        weight = speaks[:, place] if about is None else speaks[:, place] * about**NARROW
        if weight.max() < SPEAKS:
            continue
        logs = np.log(likely[:, place] + FLOOR)
        mean = (weight[:, None] * logs).sum(0) / weight.sum()
        whole += min(1.0, FULL * float(weight.sum())) * mean
        by_aspect[name] = dict(zip(ladder, map(float, mean), strict=True))
    whole *= SURE["section" if about is None else "duties"]
    if about is None and probe.factor not in PLACES:
        whole *= min(1.0, sum(len(text.split()) for text in texts) / ENOUGH)
    if about is not None:
        speaks = speaks * about[:, None]
    best = speaks.argmax(1)
    heard = tuple(
        Heard(
            sentence=sentence,
            aspect=names[best[n]],
            speaks=float(speaks[n, best[n]]),
            steps=dict(zip(ladder, map(float, likely[n, best[n]]), strict=True)),
        )
        for n, sentence in enumerate(sentences)
    )
    return Hearing(
        dict(zip(ladder, map(float, whole), strict=True)), heard, by_aspect, about is None
    )
