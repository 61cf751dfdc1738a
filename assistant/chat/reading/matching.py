"""The topics a question is nearest to: by meaning, by words, and by what it names exactly.

A question is compared with every way of asking of every topic. Likeness in meaning is the cosine
of MiniLM vectors; likeness in words weighs the words shared by how rarely they are used in asking.
The weights are data, in :data:`WEIGHTS`, and so is the order of topics equally near (``order``).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.chat.reading.exact import read
from index.language.glossary import in_field_words
from index.language.words import fold, stem
from index.statements.vectors import WordingVectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.chat.model import Question, Topic
    from index.record.embedding import Embedder

SHIPPED = Path(__file__).resolve().parents[1] / "topics" / "asks.npz"
"""The vectors of the ways of asking, made by ``make asks``."""

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d[\d,.-]*\d|\d")
_PLAIN = frozenset(
    word
    for line in (
        "a an the of to in on at for and or is are was were be been it its this that with by as",
        "from do does did i me my we our you your he she they them his her their so if",
    )
    for word in line.split()
)


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of likeness counts.

    ``words`` beside the cosine; ``second`` is how much a topic's second-best way of asking counts
    beside its best; ``likes`` and ``unlike`` are what a slot named adds or takes.
    """

    words: float = 0.35
    second: float = 0.25
    likes: float = 0.05
    unlike: float = 0.12
    ruled: float = 0.15


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Match:
    """A topic with how near the question is to it, about 0 to 1.35."""

    topic: Topic
    score: float
    ask: str


def terms(text: str) -> list[str]:
    """Return the words by which ways of asking are compared, stemmed, question words kept."""
    return [stem(w) for w in _WORD.findall(fold(in_field_words(text))) if w not in _PLAIN]


@dataclass(slots=True)
class Matcher:
    """Every way of asking with its vector and words, made once for a conversation.

    Args:
        topics: The topics to choose from.
        embedder: Makes vectors; ways of asking have theirs shipped or kept in ``home``.
        home: The data folder, where vectors that are not shipped are kept.
    """

    topics: Sequence[Topic]
    embedder: Embedder
    home: Path
    _asks: list[tuple[int, str]] = field(default_factory=list)
    _vectors: NDArray[np.float32] | None = None
    _terms: list[Counter[str]] = field(default_factory=list)
    _idf: dict[str, float] = field(default_factory=dict)
    _norms: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        from index.record.embedding import signature

        self._asks = [(n, general(ask)) for n, t in enumerate(self.topics) for ask in t.asks]
        texts = [ask for _, ask in self._asks]
        sayings = WordingVectors(self.home, signature(self.embedder), SHIPPED)
        self._vectors = sayings.vectors(
            texts, self.embedder.embed_passages, lambda _done, _total: None
        )
        self._terms = [Counter(terms(text)) for text in texts]
        seen = Counter(word for own in self._terms for word in own)
        self._idf = {w: math.log(1 + len(texts) / n) for w, n in seen.items()}
        self._norms = [self._norm(own) for own in self._terms]

    def vocabulary(self) -> Mapping[str, float]:
        """Return the stemmed words people ask with, each with how much it tells."""
        return self._idf

    def _weight(self, word: str) -> float:
        return self._idf.get(word, math.log(1 + len(self._asks)) * 0.7)

    def _norm(self, counted: Iterable[str]) -> float:
        return math.sqrt(sum(self._weight(w) ** 2 for w in counted)) or 1.0

    def likeness(self, question: Question, vector: Sequence[float]) -> list[float]:
        """Return how like a question is to each way of asking, by meaning and words."""
        import numpy as np

        asked = np.asarray(vector, dtype=np.float32)
        asked /= np.linalg.norm(asked) or 1.0
        assert self._vectors is not None  # noqa: S101 - set on creation
        cosines = self._vectors @ asked
        own = set(terms(question.general))
        norm = self._norm(own)
        scores = []
        for cosine, counted, other in zip(cosines, self._terms, self._norms, strict=True):
            shared = sum(self._weight(w) ** 2 for w in own if w in counted)
            scores.append(float(cosine) + WEIGHTS.words * shared / (norm * other))
        return scores

    def nearest(
        self,
        question: Question,
        *,
        open_: frozenset[str] = frozenset(),
        without: str = "",
        vector: Sequence[float] | None = None,
    ) -> list[Match]:
        """Return the topics by nearness to a question, the nearest first.

        Args:
            question: The question as read.
            open_: What is at hand: ``"case"`` when one is open, ``"library"`` with documents.
            without: A way of asking to leave out, for trying how it is understood without.
            vector: The question's vector, when it is already made.
        """
        if vector is None:
            vector = self.embedder.embed_query(question.general)
        hidden = general(without) if without else None
        best: dict[int, list[tuple[float, str]]] = {}
        for (number, ask), score in zip(self._asks, self.likeness(question, vector), strict=True):
            if ask != hidden:
                best.setdefault(number, []).append((score, ask))
        found = []
        for number, scored in best.items():
            topic = self.topics[number]
            fit = fitting(topic, question, open_)
            if fit is None:
                continue
            scored.sort(reverse=True)
            top = scored[0][0]
            second = scored[1][0] if len(scored) > 1 else top
            near = (top + WEIGHTS.second * second) / (1 + WEIGHTS.second)
            found.append(Match(topic, near + fit, scored[0][1]))
        return sorted(found, key=lambda m: (-round(m.score, 3), m.topic.order, m.topic.id))


def fitting(topic: Topic, question: Question, open_: frozenset[str]) -> float | None:
    """Return what the slots named add to a topic's nearness; None when one it needs is not."""
    named = {slot for slot in _SLOTS if getattr(question, slot)} | open_
    if question.since:
        named.add("dates")
    if any(slot not in named for slot in topic.needs):
        return None
    likes = sum(slot in named for slot in topic.likes)
    unlike = sum(slot in named for slot in topic.unlike)
    # A decision named by its number is hardly ever beside the point.
    ruled = WEIGHTS.ruled if "decision" in named and "decision" in topic.likes else 0.0
    return ruled + WEIGHTS.likes * min(likes, 2) - WEIGHTS.unlike * unlike


_SLOTS = (
    "levels",
    "factors",
    "grades",
    "series",
    "pay_plan",
    "dates",
    "percents",
    "points",
    "decision",
    "sections",
    "standards",
)


def general(ask: str) -> str:
    """Return a way of asking with its exact values made general."""
    return read(ask).general
