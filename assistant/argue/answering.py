"""Finding the sentences of the library that answer a question, whatever it is about.

Search finds passages; a reader wants the sentence. Every sentence of the passages found, with
the list it introduces, is set beside the question by meaning and by words shared, and what is
far behind the best is left out: a shorter answer is a better one than a padded one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.argue.selection import Sentence, Weights, similarity, statements
from index.models import Hit, Passage, Query

if TYPE_CHECKING:
    from index.library import Library

FAINT = 0.3
"""Likeness below which a sentence is not about the question."""
NEAR_BEST = 0.72
"""The share of the best sentence's score that another must reach to stand beside it."""
EMBEDDED = 16
"""How many sentences are compared with a question by vectors of their own."""

LOOKED_AT = 8
"""How many passages of a search are read sentence by sentence."""
MOST_PASSAGES = 4
MOST_SENTENCES = 2
FEWEST_WORDS = 5
_WORDS_SHARE = 0.6
_SEARCH_SHARE = 0.3
_SPELLED = (
    (re.compile(r"\bPDs?\b"), "position description"),
    (re.compile(r"\bPCSs?\b"), "position classification standard"),
    (re.compile(r"\bGSSG\b"), "General Schedule Supervisory Guide"),
)
_SHORT = (re.compile(r"\bposition descriptions?\b", re.IGNORECASE), "PD")
_FRAMING = re.compile(
    r"^\W*(?:please |tell me |explain )?(?:what|how|where) (?:does|do|did|is|are) "
    r"(?:(?:opm|the standards?|they|you) )?(?:mean(?:s|t|ing)?|say|defined?|understand) "
    r"(?:of|by|about|on|with)?\s*|^\W*what is meant by\s*",
    re.IGNORECASE,
)
"""The opening of a question that is about the question, not about its matter."""
_WHOLE = re.compile(r"[.;?!)\]\"”’]\s*$")
_A_SENTENCE = 9
"""Words below which a list with its opening is only titles one under another."""


@dataclass(frozen=True, slots=True)
class Answering:
    """A passage with the sentences in it that answer, in their order, and how well (0 up)."""

    passage: Passage
    sentences: tuple[Sentence, ...]
    score: float


def answers(
    library: Library,
    question: str,
    *,
    document: str | None = None,
    most: int = MOST_PASSAGES,
) -> list[Answering]:
    """Return the passages that answer a question, the best first; none when nothing is near.

    Args:
        library: The ingested documents.
        question: What is asked, in anybody's words.
        document: The id of the only document to look in.
        most: The largest number of passages.

    Raises:
        QueryError: the question has no words.
        ModelError: the embedding model failed.
    """
    question = _FRAMING.sub("", question, count=1).strip() or question
    hits = _found(library, question, document)
    read = [
        (hit, sentence)
        for hit in hits[:LOOKED_AT]
        for sentence in statements(hit.passage.text)
        if len(sentence.text.split()) >= FEWEST_WORDS
    ]
    if not read:
        return []
    asked = spelled(question)
    texts = [spelled(sentence.text) for _, sentence in read]
    weights = Weights(texts)
    # The likeness of the parts, known since the documents were read, names the sentences that
    # are worth embedding: those of a part share it, so that it cannot tell them apart.
    stretches = [(hit.passage.id, sentence.start, sentence.end) for hit, sentence in read]
    rough = [
        alike + _WORDS_SHARE * similarity(asked, text, weights) + _SEARCH_SHARE * hit.score
        for (hit, _), text, alike in zip(
            read, texts, library.likeness_within(asked, stretches), strict=True
        )
    ]
    worth = sorted(sorted(range(len(read)), key=lambda at: -rough[at])[:EMBEDDED])
    read, texts = [read[at] for at in worth], [texts[at] for at in worth]
    scored: dict[str, list[tuple[float, Sentence]]] = {}
    for (hit, sentence), text, alike in zip(
        read, texts, library.likeness(asked, texts), strict=True
    ):
        if alike < FAINT:
            continue
        score = alike + _WORDS_SHARE * similarity(asked, text, weights) + _SEARCH_SHARE * hit.score
        if not _is_sentence(sentence.text):
            score /= 2
        scored.setdefault(hit.passage.id, []).append((score, sentence))
    passages = {hit.passage.id: hit.passage for hit in hits}
    ranked = sorted(
        (_best(passages[name], found) for name, found in scored.items()), key=lambda a: -a.score
    )
    return [a for a in ranked if a.score >= NEAR_BEST * ranked[0].score][:most]


def _is_sentence(text: str) -> bool:
    """Tell a sentence from a heading, the row of a table or a list that is not there."""
    return bool(_WHOLE.search(text)) and ("\n" not in text or len(text.split()) >= _A_SENTENCE)


def spelled(text: str) -> str:
    """Return text with the field's abbreviations written out, so that both ways are alike."""
    for pattern, words in _SPELLED:
        text = pattern.sub(words, text)
    return text


def _found(library: Library, question: str, document: str | None) -> list[Hit]:
    pattern, short = _SHORT
    asked = dict.fromkeys((question, pattern.sub(short, question)))
    best: dict[str, Hit] = {}
    for words in asked:
        query = Query(query=words, k=2 * LOOKED_AT, document=document)
        for hit in library.search(query):
            known = best.get(hit.passage.id)
            if known is None or hit.score > known.score:
                best[hit.passage.id] = hit
    return sorted(best.values(), key=lambda h: (-h.score, h.passage.id))


def _best(passage: Passage, found: list[tuple[float, Sentence]]) -> Answering:
    found.sort(key=lambda item: (-item[0], item[1].start))
    top = found[0][0]
    kept = [s for score, s in found[:MOST_SENTENCES] if score >= NEAR_BEST * top]
    return Answering(passage, tuple(sorted(kept, key=lambda s: s.start)), top)
