"""Choosing which sentences of a passage to quote, without a model.

Sentences are exact slices of the passage. They are ranked by the weight of the words they
share with what is being explained, plus the words by which a decision states its reasons.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from index.language.sentences import ends
from index.language.words import words

_COMMONPLACE = frozenset(
    {
        *("level", "levels", "factor", "position", "positions", "work", "require", "requires"),
        *("employee", "employees", "appellant", "appellants", "like", "similar", "contrast"),
        *("describ", "unlik", "requir", "employe", "appel", "posit"),
    }
)
"""Words, stemmed, that every paragraph of a decision has."""
REASON_CUES = re.compile(
    r"\b(since|because|cannot|does not|do not|did not|is not|are not|unlike|in contrast|instead|"
    r"rather|restricted|limited to|retains?|reserved|reviews? and approv\w+|lack\w*|neither|nor|"
    r"exercised (?:and controlled )?at)\b",
    re.IGNORECASE,
)


_LEVEL = re.compile(r"\d[ab]?-\d")
ASKING = frozenset(
    {
        *("refus", "deni", "denied", "reject", "credit", "meet", "met", "count", "get", "argu"),
        *("opm", "specialist", "analyst", "decis", "decid"),
    }
)
"""Words, stemmed, that ask after a ruling rather than name what it is about."""
COMMON = 3
"""A word in more than one text of so many points nowhere."""
ASKED_SHARE = 2.0
"""How much more a word of the question tells than a word of the level."""
LONGEST = 1000
"""How many characters a sentence may grow to with the list it introduces."""
_OPENS_LIST = re.compile(r"(?::|--|[\u2014\u2013])\s*$")
_GOES_ON = re.compile(r"(?:[;,]|[;,]\s*(?:and|or)|^-?(?:and|or)-?)\s*$", re.IGNORECASE)
_ITEM = re.compile(r"(?:[\u2022\u23af*o\u00b7\u2013\u2014-]|\(?[A-Za-z0-9]{1,3}[.)])\s")


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
    for end in ends(text):
        raw = text[start:end]
        stripped = raw.strip()
        if stripped:
            left = start + len(raw) - len(raw.lstrip())
            found.append(Sentence(stripped, left, left + len(stripped)))
        start = end
    return found


def statements(text: str) -> list[Sentence]:
    """Split a passage into sentences, each with the list it introduces.

    "It may be only if:" says nothing without its conditions, so a sentence that opens a list
    comes with the items after it, as one exact slice of the passage.
    """
    found: list[Sentence] = []
    listing = False
    for sentence in sentences(text):
        last = found[-1] if found else None
        if last is not None and sentence.end - last.start <= LONGEST:
            opened = bool(_OPENS_LIST.search(last.text) or _GOES_ON.search(last.text))
            if opened or (listing and _ITEM.match(sentence.text)):
                joined = text[last.start : sentence.end]
                found[-1] = Sentence(joined, last.start, sentence.end)
                listing = True
                continue
        listing = False
        found.append(sentence)
    return found


def terms(text: str) -> list[str]:
    """Return a text's content words, stemmed, in order."""
    return [w for w in words(text) if w not in _COMMONPLACE]


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

    def is_common(self, word: str) -> bool:
        """Tell whether so many of the texts use a word that it points to none of them."""
        return self._total > 3 and self._count[word] > self._total / COMMON

    def overlap(self, text: str, focus: frozenset[str]) -> float:
        """Return how strongly a text speaks of the focus words, damped by its length."""
        found = terms(text)
        if not found:
            return 0.0
        return sum(self(w) for w in set(found) & focus) / math.sqrt(len(found))


def select(
    text: str,
    focus: Iterable[str],
    weights: Weights,
    *,
    most: int,
    min_words: int = 6,
    asked: str = "",
) -> list[Sentence]:
    """Return up to ``most`` sentences that say most about the focus, in their own order.

    Args:
        text: The passage's text.
        focus: Texts whose words matter (such as the level's language).
        weights: How much each word tells.
        most: The largest number of sentences to return.
        min_words: Shorter sentences are passed over.
        asked: The question, whose own words bring a sentence forward.
    """
    chosen = select_across(
        [("", text)], focus, weights, most=most, min_words=min_words, asked=asked
    )
    return [sentence for _, sentence in chosen]


def select_across(
    texts: Sequence[tuple[str, str]],
    focus: Iterable[str],
    weights: Weights,
    *,
    most: int,
    cues: re.Pattern[str] | None = None,
    min_words: int = 6,
    asked: str = "",
    passed_over: Callable[[str], bool] | None = None,
) -> list[tuple[str, Sentence]]:
    """Return up to ``most`` sentences of several named texts, in the order they stand.

    The arguments are those of :func:`select`; each text comes with a name, which comes back
    beside its sentences. ``cues`` are words that mark a sentence as a reason and add to its rank.
    ``passed_over`` tells which sentences to take only when there are
    no others.
    """
    wanted = frozenset(w for t in focus for w in terms(t))
    pointed = frozenset(
        w
        for w in terms(asked)
        if w not in ASKING and not _LEVEL.match(w) and not weights.is_common(w)
    )
    scored: list[tuple[float, int, str, Sentence]] = []
    for name, text in texts:
        for sentence in statements(text):
            if len(sentence.text.split()) < min_words:
                continue
            score = weights.overlap(sentence.text, wanted)
            score += ASKED_SHARE * weights.overlap(sentence.text, pointed)
            if cues is not None:
                score += 1.2 * min(2, len(cues.findall(sentence.text)))
            scored.append((score, -len(scored), name, sentence))
    if passed_over is not None:
        scored = [item for item in scored if not passed_over(item[3].text)] or scored
    best = sorted(scored, key=lambda item: item[:2], reverse=True)[:most]
    return [(name, s) for _, place, name, s in sorted(best, key=lambda item: -item[1])]


def similarity(left: str, right: str, weights: Weights) -> float:
    """Return how alike two texts are in weighted words, from 0 to 1 (cosine)."""
    a, b = Counter(terms(left)), Counter(terms(right))
    dot = sum(a[w] * b[w] * weights(w) ** 2 for w in a.keys() & b.keys())
    norm = math.sqrt(
        sum((n * weights(w)) ** 2 for w, n in a.items())
        * sum((n * weights(w)) ** 2 for w, n in b.items())
    )
    return dot / norm if norm else 0.0
