"""The topics a question is nearest to: by what was learned from asking, and by what it names.

How much each topic is meant is learned from every way of asking (:mod:`weights`); how near the
nearest way of asking is, by meaning, tells whether the question is about the field at all. Slots
named move topics up or down; ``order`` decides between topics equally near.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.chat.model import NAMED, Match
from assistant.chat.reading import weights as learning
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.changed.remarks import Remarks
from assistant.chat.topics import VECTORS
from index.statements import files
from index.statements.vectors import (
    SHIPPED as STATEMENTS,
)
from index.statements.vectors import (
    UnitProducts,
    WordingVectors,
    name_of,
    read_shipped,
    unit_rows,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.chat.model import Question, Topic
    from assistant.chat.reading.weights import Training, Weights
    from assistant.chat.topics import Compiled
    from index.record.embedding import Embedder

LEARNED = VECTORS.with_name("weights.npz")
"""The weights learned from the ways of asking, made by ``make asks`` as their vectors are."""

_SIGNS = Path(__file__).resolve().parent / "data" / "signs.toml"
REACH = 0.75
"""How much nearer another topic may be than the one a sign names."""
LIKES = 0.08
UNLIKE = 0.25
RULED = 0.3
"""What a slot named adds or takes; a decision named by its number is hardly ever beside the
point."""
UNLEARNED = 0.6
"""What the nearness of a topic of which nothing was learned yet stands for."""
SIGNED = 12
"""How many of the nearest topics a sign may choose from."""
NEARNESS = 0.3
"""How much nearness of the nearest way of asking counts beside what was learned."""
ALIKE = 0.2
"""How much it counts within what was learned, paraphrase directions shrunk."""

CASE = 0.2
"""What a topic on the open case gains when the question speaks of one's own position."""
_OF_CASE = (
    *("my", "i", "i'm", "me", "here", "this case", "this position", "this job", "the case"),
    "we",
)


@dataclass(slots=True)
class Matcher:
    """Every way of asking with its vector and what was learned, made once for a conversation.

    Args:
        topics: The topics to choose from.
        embedder: Makes vectors; ways of asking have theirs shipped or kept in ``home``.
        home: The data folder, where what is not shipped is kept.
        made: What is known of the topics without importing them, when they are those topics.
    """

    topics: Sequence[Topic]
    embedder: Embedder
    home: Path
    made: Compiled | None = None
    asks: list[tuple[str, str]] = field(default_factory=list)
    remarks: Remarks = field(init=False)
    _columns: NDArray[np.intp] | None = None
    _vectors: NDArray[np.float32] | None = None
    _unit: UnitProducts | None = None
    _lengths: NDArray[np.float32] | None = None
    _weights: Weights | None = None
    _last: tuple[str, NDArray[np.float32], tuple[NDArray[np.float32], dict[str, float]]] | None = (
        None
    )

    def __post_init__(self) -> None:
        import numpy as np

        self.remarks = Remarks(self.embedder)
        self._weights = learning.load(LEARNED)
        if self.made is not None:
            self._columns = self.made.columns
            return
        self.asks = [(t.id, general(ask)) for t in self.topics for ask in t.asks]
        column = {topic.id: place for place, topic in enumerate(self.topics)}
        self._columns = np.array([column[topic] for topic, _ in self.asks])

    @property
    def vectors(self) -> NDArray[np.float32]:
        """The vectors of the ways of asking."""
        from index.record.embedding import signature

        if self._vectors is None and self.made is not None:
            self._vectors = unit_rows(self.made.vectors)
        elif self._vectors is None:
            wordings = WordingVectors(self.home, signature(self.embedder), VECTORS)
            self._vectors = wordings.vectors(
                [ask for _, ask in self.asks],
                self.embedder.embed_passages,
                lambda _done, _total: None,
            )
        return self._vectors

    @property
    def lengths(self) -> NDArray[np.float32]:
        """How long the vectors are once the directions in which paraphrases differ are shrunk."""
        if self._lengths is None:
            assert self._weights is not None  # noqa: S101
            if self.made is not None:
                self._lengths = self.made.lengths
            else:
                mean, whiten = self._weights.mean, self._weights.whiten
                self._lengths = learning.lengths(self.vectors, mean, whiten)
        return self._lengths

    def training(self) -> Training:
        """Learn from the ways of asking, and from what tells paraphrases of a statement apart."""
        import numpy as np

        from index.record.embedding import signature

        known = read_shipped(STATEMENTS, signature(self.embedder))
        groups = [
            np.array(rows)
            for entry in files.entries()
            if len(rows := [known[n] for said in entry.says if (n := name_of(said)) in known]) > 1
        ]
        if not groups:
            groups = [self.vectors]
        directions = learning.paraphrase_directions(groups)
        return learning.train(self.asks, [t.id for t in self.topics], self.vectors, directions)

    def nearest(
        self,
        question: Question,
        *,
        open_: frozenset[str] = frozenset(),
        vector: Sequence[float] | None = None,
    ) -> list[Match]:
        """Return the topics by how much they are meant, the first first.

        Args:
            question: The question as read.
            open_: What is at hand: ``"case"`` when one is open, ``"library"`` with documents.
            vector: The question's vector, when it is already made.
        """
        import numpy as np

        if vector is None:
            vector = self.embedder.embed_query(question.general)
        asked = np.asarray(vector, dtype=np.float32)
        asked /= np.linalg.norm(asked) or 1.0
        near, learned = self._meant(question.general, asked)
        found = []
        fitting = Fitting(question, open_)
        for place, topic in enumerate(self.topics):
            fit = fitting.of(topic)
            if fit is not None:
                meant_ = learned.get(topic.id, UNLEARNED * float(near[place]))
                score = meant_ + NEARNESS * float(near[place]) + fit
                found.append(Match(topic, score, float(near[place])))
        found.sort(key=lambda m: (-round(m.score, 3), m.topic.order, m.topic.id))
        return _signed(question, found)

    def _products(self, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the products of each way of asking's vector with the columns of a matrix."""
        if self.made is not None and self._vectors is None:
            self._unit = self._unit or UnitProducts(self.made.vectors)
            return self._unit.of(vectors)
        return self.vectors @ vectors

    def _best(self, likeness: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return a likeness to each way of asking as the greatest to each topic's."""
        import numpy as np

        assert self._columns is not None  # noqa: S101
        if self.made is not None:
            likeness = likeness[self.made.rows]
        best = np.full(len(self.topics), -1.0, dtype=np.float32)
        np.maximum.at(best, self._columns, likeness)
        return best

    def _meant(
        self, text: str, asked: NDArray[np.float32]
    ) -> tuple[NDArray[np.float32], dict[str, float]]:
        """Return how near each topic is, and what was learned of each.

        A topic added since goes by nearness alone. One message is mostly compared twice in turn,
        for its answer and for what else is near.
        """
        import numpy as np

        if self._last is not None and self._last[0] == text and (self._last[1] == asked).all():
            return self._last[2]
        weights = self._weights
        if weights is None:
            return self._best(self._products(asked[:, None])[:, 0]), {}
        vector = asked.tolist()
        turned = weights.turned(vector)
        products = self._products(np.stack([asked, turned], axis=1))
        near = self._best(products[:, 0])
        best = self._best(weights.nearness(products[:, 1], turned, self.lengths))
        alike = {topic.id: value for topic, value in zip(self.topics, best, strict=True)}
        scores = weights.scores(
            text, vector, [ALIKE * alike.get(topic, -1.0) for topic in weights.topics]
        )
        learned = dict(zip(weights.topics, map(float, scores), strict=True))
        self._last = text, asked, (near, learned)
        return near, learned


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that say which of several near topics is meant; ``signs.toml`` explains each."""

    to: str
    words: tuple[str, ...]
    also: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    near: tuple[str, ...] = ()

    def fits(self, question: Question, top: str) -> bool:
        """Return whether the sign stands in a question to which a topic is nearest."""
        return (
            (not self.near or top in self.near)
            and question.has(*self.words)
            and (not self.also or question.has(*self.also))
            and not (self.unless and question.has(*self.unless))
        )


@cache
def signs() -> tuple[Sign, ...]:
    """Return the signs, in the order in which they count."""
    data = tomllib.loads(_SIGNS.read_text(encoding="utf-8"))["signs"]
    return tuple(
        Sign(
            to=entry["to"],
            words=tuple(entry["words"]),
            also=tuple(entry.get("also", ())),
            unless=tuple(entry.get("unless", ())),
            near=tuple(entry.get("from", ())),
        )
        for entry in data
    )


def meant(question: Question, scores: Sequence[tuple[str, float]]) -> str | None:
    """Return the topic that a sign says is meant, or None.

    Args:
        question: The question.
        scores: Topics with their nearness, the nearest first.
    """
    if not scores:
        return None
    top, best = scores[0]
    within = {name for name, score in scores if score >= best - REACH}
    for sign in signs():
        if sign.to in within and sign.fits(question, top):
            return sign.to
    return None


def _signed(question: Question, found: list[Match]) -> list[Match]:
    """Put the topic first that a sign says is meant."""
    name = meant(question, [(m.topic.id, m.score) for m in found[:SIGNED]])
    place = next((n for n, m in enumerate(found) if m.topic.id == name), 0)
    if not place:
        return found
    first = replace(found[place], score=found[0].score, told=True)
    return [first, *found[:place], *found[place + 1 :]]


class Fitting:
    """What a question names, held against what each topic needs and likes.

    Args:
        question: The question as read.
        open_: What is at hand: ``"case"`` when one is open, ``"library"`` with documents.
    """

    def __init__(self, question: Question, open_: frozenset[str]) -> None:
        self._named = open_.union(slot for slot in NAMED if getattr(question, slot))
        if question.since:
            self._named |= {"dates"}
        self._about_case = CASE if _of_case(question) else 0.0

    def of(self, topic: Topic) -> float | None:
        """Return what the slots named add to a topic's score; None when one it needs is not."""
        named = self._named
        if not named.issuperset(topic.needs):
            return None
        likes = sum(slot in named for slot in topic.likes)
        unlike = sum(slot in named for slot in topic.unlike)
        ruled = RULED if "decision" in named and "decision" in topic.likes else 0.0
        about_case = self._about_case if "case" in topic.needs else 0.0
        return about_case + ruled + LIKES * min(likes, 2) - UNLIKE * min(unlike, 2)


def _of_case(question: Question) -> bool:
    return question.first_person or question.has(*(f"{word} " for word in _OF_CASE), "here")


def general(ask: str) -> str:
    """Return a way of asking with its exact values made general."""
    return read(ask).general
