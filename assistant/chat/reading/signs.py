"""Signs: words that decide between topics that are near in meaning, held as data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.chat.model import Question

_FILE = Path(__file__).resolve().parent / "data" / "signs.toml"
REACH = 0.75
"""How much nearer another topic may be than the one a sign names."""


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
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))["signs"]
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
