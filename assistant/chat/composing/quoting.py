"""Turning a rule's place into the document's own sentence, verified, with its own page.

The whole sentence in which the anchor stands is copied from the text of record. When the reader
does not hold the document, or holds a printing without those words, there is nothing to quote,
and our statement is shown with its citation instead.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.argue.selection import Sentence, sentences, statements
from assistant.chat.answering.kit import DocumentName, documents
from index.statements.matching import plain

if TYPE_CHECKING:
    from assistant.chat.model import Words
    from core.model import Citation
    from index.library import DocumentInfo, Library
    from index.models import Passage

FEWEST = 40
"""Characters of the shortest sentence that says something of a level."""
LEVEL = 600
"""The same of the longest: a level may be one sentence of alternatives."""
LONGEST = 420
"""Characters of a sentence with its list; beyond, the sentence alone is quoted."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A whole sentence of a document: an exact slice of a passage, with its own page.

    ``superseded`` marks a sentence that does not apply.
    """

    passage: Passage
    text: str
    start: int
    end: int
    place: str
    title: str
    verified: bool
    superseded: str = ""


@dataclass(slots=True)
class Quoter:
    """Finds sentences in one library; None for a library quotes nothing."""

    library: Library | None
    _held: list[DocumentInfo] | None = None
    _passages: dict[str, list[tuple[Passage, str]]] = field(default_factory=dict)

    def quote(self, words: Words) -> Quotation | None:
        """Return the sentence that bears a rule, or None when it cannot be quoted."""
        if self.library is None:
            return None
        if words.passage:
            return self._in(self.library.passage(words.passage), words.anchor)
        if words.level and words.citation is not None:
            return self._level(words.level, words.citation)
        known = documents().get(words.source)
        if known is None or not words.anchor:
            return None
        anchor = plain(words.anchor)
        page = words.citation.page if words.citation else ""
        for document in self._ids(known):
            holding = [p for p, text in self._texts(document) if anchor in text]
            if holding:
                # A printing may repeat the words, as a table of contents does.
                nearest = min(holding, key=lambda p: (p.page != page, p.start))
                return self._in(nearest, words.anchor)
        return None

    def _level(self, level: str, citation: Citation) -> Quotation | None:
        """Return how the document cited begins to describe a level, or None when not held."""
        cited = plain(citation.document)
        known = [
            name for name in documents().values() if any(plain(m) in cited for m in name.matches)
        ]
        by_name = {one for name in known for one in self._ids(name)}
        for document in self._all():
            title = plain(document.title)
            if document.id not in by_name and cited not in title and title not in cited:
                continue
            described = [
                passage
                for passage, _ in self._texts(document.id)
                if passage.level == level and passage.heading and _heads(passage, level)
            ]
            # A benchmark or an illustration repeats the heading of a level.
            for passage in sorted(described, key=lambda p: (p.page != citation.page, p.start)):
                for sentence in statements(passage.text):
                    whole = sentence.text.rstrip().endswith((".", ";"))
                    if whole and FEWEST <= len(sentence.text) <= LEVEL:
                        return self.of(passage, sentence)
        return None

    def holds(self, source: str) -> bool:
        """Return whether the reader holds a document, by its key."""
        known = documents().get(source)
        return known is not None and bool(self._ids(known))

    def _ids(self, known: DocumentName) -> list[str]:
        return [
            d.id
            for d in self._all()
            if any(plain(m) in plain(d.title) or d.id.lower().startswith(m) for m in known.matches)
        ]

    def _all(self) -> list[DocumentInfo]:
        if self.library is None:
            return []
        if self._held is None:
            self._held = self.library.documents()
        return self._held

    def _texts(self, document: str) -> list[tuple[Passage, str]]:
        if document not in self._passages and self.library is not None:
            found = self.library.passages(document=document)
            self._passages[document] = [(p, plain(p.text)) for p in found]
        return self._passages[document]

    def _in(self, passage: Passage, anchor: str) -> Quotation | None:
        sentence = _sentence(passage.text, plain(anchor))
        if sentence is None:
            return None
        return self.of(passage, sentence)

    def of(self, passage: Passage, sentence: Sentence) -> Quotation:
        """Return a sentence of a passage as a quotation with its own page, checked."""
        assert self.library is not None  # noqa: S101 - a passage comes from a library
        check = self.library.check_quote(passage.id, sentence.text)
        return Quotation(
            passage=passage,
            text=sentence.text,
            start=sentence.start,
            end=sentence.end,
            place=self.library.place(passage, sentence.start),
            title=passage.title,
            verified=check.found and check.passage == passage.id,
            superseded=check.superseded,
        )


def _heads(passage: Passage, level: str) -> bool:
    """Tell whether a passage stands under the heading of a level, as "Level 2-5 - 650 points"."""
    named = plain(f"level {level}")
    trail = [plain(heading) for heading in passage.heading]
    return trail[-1].startswith(named) or any(
        heading.startswith(named) and "point" in heading for heading in trail
    )


def _sentence(text: str, anchor: str) -> Sentence | None:
    """Return the whole sentence, or neighbouring sentences, in which an anchor stands."""
    for sentence in statements(text):
        if anchor in plain(sentence.text) and len(sentence.text) <= LONGEST:
            return sentence
    alone = sentences(text)
    for sentence in alone:
        if anchor in plain(sentence.text):
            return sentence
    for first, second in pairwise(alone):
        joined = text[first.start : second.end]
        if anchor in plain(joined):
            return Sentence(joined, first.start, second.end)
    return None
