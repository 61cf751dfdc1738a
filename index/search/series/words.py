"""The words of a series: its title, and what people call the work, ranked lexically.

The words people use stand in ``words.toml``; they are ours. They rank series and are never
shown as what a series covers.
"""

from __future__ import annotations

import math
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

from core.standards.series import Series, all_series
from index.language import bm25
from index.language.words import words

_FILE: Final = Path(__file__).resolve().with_name("words.toml")
_TRAINEE: Final = "Student Trainee"

# As for passages, and a list of words is not held against a series for its length.
_K1, _B = 0.9, 0.0

_RANK_WORDS: Final = frozenset(words("supervisory lead leader senior federal government position"))
"""Words of any title: they tell no series from another."""


@cache
def candidates() -> tuple[Series, ...]:
    """Return the series that can be found: all in use but those for student trainees."""
    return tuple(one for one in all_series() if not one.title.endswith(_TRAINEE))


@cache
def described() -> dict[str, str]:
    """Return by code what each series is matched on: its title and the words people use."""
    said: dict[str, str] = tomllib.loads(_FILE.read_text("utf-8"))
    return {one.code: f"{one.title}. {said.get(one.code, '')}".strip() for one in candidates()}


def scores(text: str) -> dict[str, float]:
    """Return how well each series' words match a description, from 0 to 1.

    A series that shares no word with the description has 0; the best one has 1.
    """
    found = [float(score) for score in bm25.scores(_index(), _tokens(text))]
    best = max(found)
    return {
        code: score / best if best > 0 else 0.0
        for code, score in zip(described(), found, strict=True)
    }


def likeness(text: str) -> dict[str, float]:
    """Return the cosine of a text's words to each series' title and everyday words."""
    weights, rows = _weighted()
    own = {word: weights[word] for word in set(words(text)) if word in weights}
    size = math.sqrt(sum(weight * weight for weight in own.values())) or 1.0
    return {
        code: sum(own[word] * row[word] for word in own.keys() & row.keys()) / size
        for code, row in rows.items()
    }


@cache
def _weighted() -> tuple[dict[str, float], dict[str, dict[str, float]]]:
    """Return the weight of every word, and each series' words with theirs, of length one."""
    found = {code: set(words(text)) for code, text in described().items()}
    seen: dict[str, int] = {}
    for own in found.values():
        for word in own:
            seen[word] = seen.get(word, 0) + 1
    weights = {word: math.log((len(found) + 1) / (count + 0.5)) for word, count in seen.items()}
    rows: dict[str, dict[str, float]] = {}
    for code, own in found.items():
        size = math.sqrt(sum(weights[word] ** 2 for word in own)) or 1.0
        rows[code] = {word: weights[word] / size for word in own}
    return weights, rows


def shared(text: str, code: str) -> tuple[str, ...]:
    """Return the words of a description that are among a series' words, as written."""
    own = set(words(described().get(code, "")))
    found = {
        word.casefold(): None
        for word in _plain_words(text)
        if own.intersection(words(word)) and not _RANK_WORDS.issuperset(words(word))
    }
    return tuple(found)


def _plain_words(text: str) -> list[str]:
    return [word.strip(".,;:!?()[]\"'") for word in text.split()]


def _tokens(text: str) -> list[str]:
    found = list(dict.fromkeys(words(text)))
    return [word for word in found if word not in _RANK_WORDS] or found


@cache
def _index() -> Any:
    return bm25.index(described().values(), k1=_K1, b=_B)
