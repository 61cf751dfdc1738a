"""Choosing which sentences of a passage to quote, without a model.

Sentences are exact slices of the passage. They are ranked by the weight of the words they
share with what is being explained, plus the words by which a decision states its reasons.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_ABBREVIATIONS = (
    "e.g.",
    "i.e.",
    "etc.",
    "U.S.",
    "U.S.C.",
    "No.",
    "vs.",
    "Mr.",
    "Ms.",
    "Dr.",
    "sec.",
)
_END = re.compile(r"(?<=[.!?;])[\"”’)\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])|\n{2,}")
_WORD = re.compile(r"[a-z][a-z'-]+")
_STOP = frozenset(
    ["a", "about", "above", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "because", "been", "before", "being", "below", "between", "both", "but", "by", "can", "cannot", "could", "did", "do", "does", "each", "for", "from", "further", "had", "has", "have", "he", "her", "his", "how", "however", "if", "in", "into", "is", "it", "its", "may", "more", "most", "must", "no", "nor", "not", "of", "on", "only", "or", "other", "our", "out", "over", "own", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "through", "to", "under", "until", "up", "upon", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom", "why", "will", "with", "within", "without", "would", "you", "your", "level", "levels", "factor", "position", "positions", "work", "employee", "employees", "appellant", "appellant's", "described", "like", "similar", "unlike", "contrast", "require", "requires", "required"]
)
REASON_CUES = re.compile(
    r"\b(since|because|cannot|does not|do not|did not|is not|are not|unlike|in contrast|instead|"
    r"rather|restricted|limited to|retains?|reserved|reviews? and approv\w+|lack\w*|neither|nor|"
    r"exercised (?:and controlled )?at)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its span in the passage's text."""

    text: str
    start: int
    end: int


def sentences(text: str) -> list[Sentence]:
    """Split a passage into sentences, each an exact slice of it."""
    found: list[Sentence] = []
    start = 0
    for match in _END.finditer(text):
        head = text[start : match.start()].rstrip()
        last_word = head.rsplit(maxsplit=1)[-1] if head.split() else ""
        if last_word.endswith(_ABBREVIATIONS) or re.fullmatch(r"\(?[A-Za-z0-9]\.", last_word):
            continue
        _append(found, text, start, match.start())
        start = match.end()
    _append(found, text, start, len(text))
    return found


def _append(found: list[Sentence], text: str, start: int, end: int) -> None:
    raw = text[start:end]
    left = len(raw) - len(raw.lstrip())
    stripped = raw.strip()
    if stripped:
        found.append(Sentence(stripped, start + left, start + left + len(stripped)))


def stem(word: str) -> str:
    """Return a word without its commonest endings, so that "reviews" meets "reviewed"."""
    for ending in (
        "ations",
        "ation",
        "ments",
        "ment",
        "ingly",
        "ings",
        "ing",
        "edly",
        "ies",
        "ed",
        "es",
        "ly",
        "s",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def terms(text: str) -> list[str]:
    """Return a text's content words, stemmed, in order."""
    return [stem(w) for w in _WORD.findall(text.lower().replace("’", "'")) if w not in _STOP]


class Weights:
    """How much a word tells, from how many of the passages at hand use it."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._count: Counter[str] = Counter()
        self._total = 0
        for text in texts:
            self._total += 1
            self._count.update(set(terms(text)))

    def __call__(self, word: str) -> float:
        """Return the weight of a stemmed word, higher for rarer ones."""
        return math.log(1 + (self._total + 1) / (1 + self._count[word]))

    def overlap(self, text: str, focus: frozenset[str]) -> float:
        """Return how strongly a text speaks of the focus words, damped by its length."""
        words = terms(text)
        if not words:
            return 0.0
        return sum(self(w) for w in set(words) & focus) / math.sqrt(len(words))


def select(
    text: str,
    focus: Iterable[str],
    weights: Weights,
    *,
    most: int,
    cues: re.Pattern[str] | None = None,
    min_words: int = 6,
) -> list[Sentence]:
    """Return up to ``most`` sentences that say most about the focus, in their own order.

    Args:
        text: The passage's text.
        focus: Texts whose words matter (such as the level's language).
        weights: How much each word tells.
        most: The largest number of sentences to return.
        cues: Words that mark a sentence as a reason; each adds to its rank.
        min_words: Shorter sentences are passed over.
    """
    wanted = frozenset(w for t in focus for w in terms(t))
    scored: list[tuple[float, int, Sentence]] = []
    for place, sentence in enumerate(sentences(text)):
        if len(sentence.text.split()) < min_words:
            continue
        score = weights.overlap(sentence.text, wanted)
        if cues is not None:
            score += 1.2 * min(2, len(cues.findall(sentence.text)))
        scored.append((score, -place, sentence))
    best = sorted(scored, reverse=True)[:most]
    return [s for _, _, s in sorted(best, key=lambda item: item[2].start)]


def similarity(left: str, right: str, weights: Weights) -> float:
    """Return how alike two texts are in weighted words, from 0 to 1 (cosine)."""
    a, b = Counter(terms(left)), Counter(terms(right))
    dot = sum(a[w] * b[w] * weights(w) ** 2 for w in a.keys() & b.keys())
    norm = math.sqrt(
        sum((n * weights(w)) ** 2 for w, n in a.items())
        * sum((n * weights(w)) ** 2 for w, n in b.items())
    )
    return dot / norm if norm else 0.0


def best_match(text: str, options: Sequence[tuple[str, str]]) -> tuple[str, float] | None:
    """Return the key of the option whose text is most like the given one, with the likeness."""
    weights = Weights([t for _, t in options] or [text])
    ranked = sorted(
        ((similarity(text, option, weights), key) for key, option in options), reverse=True
    )
    return (ranked[0][1], ranked[0][0]) if ranked and ranked[0][0] > 0 else None
