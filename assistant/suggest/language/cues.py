"""Set phrases that by themselves say much of a level: "only from an overall standpoint".

They stand in ``data/cues.toml``, a few words each, by the factor, aspect and level they point to.
A sentence that has one is weighed towards that level, and a little towards the levels beside it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from core.model import Frozen
from index.language.words import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

FILE: Final = Path(__file__).resolve().parent / "data" / "cues.toml"
POINTS: Final = 2.0
"""How much, in the logarithm of its share, a phrase adds to the level it points to."""
BESIDE: Final = 0.7
"""How much it adds to the levels beside that one."""
MOST: Final = 5.0
"""What all phrases of a sentence add to one level at most."""


class Cues(Frozen):
    """The phrases of one aspect, by the level they point to; ``*`` is the rest of a word."""

    factor: str
    aspect: str
    levels: dict[int, tuple[str, ...]]


class Cue(NamedTuple):
    """One phrase, ready to be looked for."""

    aspect: str
    level: int
    pattern: re.Pattern[str]


@cache
def cues() -> dict[str, tuple[Cue, ...]]:
    """Return the phrases of each factor."""
    found: dict[str, list[Cue]] = {}
    for raw in tomllib.loads(FILE.read_text("utf-8"))["cues"]:
        one = Cues.model_validate(raw)
        found.setdefault(one.factor, []).extend(
            Cue(one.aspect, level, _pattern(phrase))
            for level, phrases in one.levels.items()
            for phrase in phrases
        )
    return {factor: tuple(own) for factor, own in found.items()}


def _pattern(phrase: str) -> re.Pattern[str]:
    words = [
        r"\S+(?:\s+\S+){0,3}" if word == "*" else re.escape(word).replace(r"\*", r"\w*")
        for word in phrase.split()
    ]
    joined = r"\s+".join(words)
    return re.compile(rf"(?<!\w){joined}(?!\w)", re.IGNORECASE)


def phrases(factor: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where in a text the phrases of a factor stand."""
    plain = fold(text)
    for cue in cues().get(factor, ()):
        yield from (match.span() for match in cue.pattern.finditer(plain))


def pointed(factor: str, texts: Sequence[str], classes: Sequence[tuple[str, int]]) -> Matrix:
    """Return what the phrases of each sentence add to each aspect and level."""
    import numpy as np

    added = np.zeros((len(texts), len(classes)), dtype=np.float32)
    for row, text in enumerate(texts):
        plain = fold(text)
        for cue in cues().get(factor, ()):
            if not cue.pattern.search(plain):
                continue
            for column, (aspect, level) in enumerate(classes):
                if aspect == cue.aspect:
                    away = abs(level - cue.level)
                    added[row, column] += POINTS if away == 0 else BESIDE if away == 1 else 0.0
    return np.minimum(added, np.float32(MOST))
