"""What the program offers a model to choose from: numbered sentences, numbered facts, aspects.

A sentence is an exact slice of a passage and carries the group it belongs to: which side it
stands on, and the caption the program gives it, both from the passage's own labels. What a
document or a person says of grades and points, or says to whoever reads it, is not offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.events import Side
from assistant.guard.choices import Kind
from assistant.text import safe_text
from core.model import Fact
from core.standards.criteria import Aspect
from index.models import Passage

MOST_SENTENCES = 90
MOST_CHARACTERS = 20_000
"""How much a model is offered to choose from: some 5 000 tokens."""
LONGEST = 900
"""The longest sentence offered, in characters."""
_NOT_OFFERED = re.compile(
    r"\bG\W{0,2}[SGML]\W{0,3}\d|\bgrades?\b|\bgraded\b|\bpoints?\b|https?:|www\."
    r"|\b(?:you|your|yours|please|ignore|disregard|assistant|prompt|system|instructions?)\b"
    r"|\b(?:AI|model|reader)\b|[<>{}\[\]`|\\*#_~]|!",
    re.IGNORECASE,
)
"""Words of grades and points, words to a reader or a machine, and marks that act on a screen."""


@dataclass(frozen=True, slots=True)
class Slice:
    """An exact stretch of a passage."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words, as the document has them."""
        return self.passage.text[self.start : self.end]

    @property
    def key(self) -> tuple[str, int, int]:
        """What tells this stretch from every other."""
        return self.passage.id, self.start, self.end


@dataclass(frozen=True, slots=True)
class Group:
    """Passages that say the same kind of thing of a level, with the caption that says so."""

    kind: Kind
    side: Side
    level: str
    caption: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Argued:
    """One caption with the sentences under it; all words are the program's or a document's."""

    group: Group
    slices: tuple[Slice, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """One numbered sentence."""

    id: str
    group: Group
    slice: Slice


@dataclass
class Offer:
    """All that may be chosen in arguing one level. Looking things up adds sentences."""

    level: str
    factor: str
    aspects: tuple[Aspect, ...]
    facts: dict[str, Fact]
    sentences: dict[str, Offered] = field(default_factory=dict)
    _size: int = 0

    def add(self, group: Group, slices: Iterable[Slice]) -> list[Offered]:
        """Number the sentences that may be offered; what is numbered already keeps its number."""
        known = {one.slice.key: one for one in self.sentences.values()}
        added: list[Offered] = []
        for piece in slices:
            one = known.get(piece.key)
            if one is None:
                full = len(self.sentences) >= MOST_SENTENCES
                if full or self._size + len(piece.text) > MOST_CHARACTERS:
                    continue
                if not may_be_offered(piece.text):
                    continue
                self._size += len(piece.text)
                one = Offered(f"S{len(self.sentences) + 1}", group, piece)
                self.sentences[one.id] = one
            added.append(one)
        return added


def may_be_offered(text: str) -> bool:
    """Return whether a sentence or fact says something of work and nothing to whoever reads it."""
    plain = " ".join(text.split())
    return (
        bool(plain)
        and len(plain) <= LONGEST
        and " ".join(safe_text(text).split()) == plain
        and not _NOT_OFFERED.search(plain)
    )


def facts_on(facts: Iterable[Fact], factor: str) -> dict[str, Fact]:
    """Number the stated facts that bear on a factor and may be offered."""
    bearing = [f for f in facts if str(f.factor) == factor and may_be_offered(f.text)]
    return {f"F{number}": fact for number, fact in enumerate(bearing, start=1)}
