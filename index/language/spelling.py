"""Words of a search that no document has, and the word of the library each was meant to be.

Only a word that stands nowhere is looked at, so a word spelled right is never taken for
another. The meant word is searched for beside the one typed, not in its place.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches

from index.language import words

SHORTEST = 5
"""Shorter words are not corrected: too many others are one letter away."""

LONG = 7
"""A shorter word with another first letter is another word: "block" is no slip for "clock"."""

LIKE = 0.8
"""How like a word of the field must be, as a share of common letters, when no known word is one
slip away."""

_LETTERS = string.ascii_lowercase
TYPED = re.compile(r"[^\W\d_]+")


def meant(text: str, frequency: Callable[[str], int], surface: Mapping[str, str]) -> dict[str, str]:
    """Return the words of a search that are misspelt, each with the word meant.

    Args:
        text: The search as typed.
        frequency: In how many passages a stemmed word stands; 0 means it is unknown.
        surface: A way to write each stemmed word of the field in full.

    Returns:
        Typed word (in lower case) to the word meant: as the field writes it, or else its stem.
    """
    found: dict[str, str] = {}
    for typed in dict.fromkeys(TYPED.findall(words.fold(text))):
        if len(typed) < SHORTEST or typed in words.STOP:
            continue
        stem = _stem(typed)
        if stem is None or frequency(stem) or stem in surface:
            continue
        best = _best(typed, frequency, surface)
        if best is not None:
            found[typed] = surface.get(best, best)
    return found


def _stem(word: str) -> str | None:
    stems = words.words(word)
    return stems[0] if len(stems) == 1 else None


def _best(typed: str, frequency: Callable[[str], int], surface: Mapping[str, str]) -> str | None:
    """Return the most frequent known word one slip away, or else the likest of the field's."""
    known = _known(slips(typed), frequency, surface)
    if known:
        return max(known, key=lambda stem: (known[stem], stem))
    # The first letter is seldom wrong.
    field = {
        written: stem
        for stem, written in surface.items()
        # A word much longer is another word: "accretion" is no slip for "action".
        if written[:1] == typed[:1] and abs(len(written) - len(typed)) <= 1
    }
    near = get_close_matches(typed, field, n=1, cutoff=LIKE)
    return field[near[0]] if near else None


def _known(
    spelled: Iterable[str], frequency: Callable[[str], int], surface: Mapping[str, str]
) -> dict[str, int]:
    known: dict[str, int] = {}
    for word in dict.fromkeys(spelled):
        if len(word) < SHORTEST - 1:
            continue
        stem = words.stem(word)
        count = frequency(stem) + (stem in surface)
        if count:
            known[stem] = count
    return known


def slips(word: str) -> Iterator[str]:
    """Yield the words one slip away: a letter left out, doubled or added, changed or swapped."""
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    for left, right in parts:
        if right:
            yield left + right[1:]
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        for letter in _LETTERS:
            if right and letter != right[0] and (left or len(word) >= LONG):
                yield left + letter + right[1:]
            yield left + letter + right


def surface_words(texts: Iterable[str]) -> dict[str, str]:
    """Return how texts most often write each stemmed word in full."""
    written: dict[str, Counter[str]] = {}
    for text in texts:
        for word in TYPED.findall(words.fold(text)):
            if len(word) >= SHORTEST - 1:
                written.setdefault(words.stem(word), Counter())[word] += 1
    return {stem: counts.most_common(1)[0][0] for stem, counts in written.items()}
