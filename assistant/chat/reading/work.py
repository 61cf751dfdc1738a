"""Which level of a factor described work is most like, by the words of the level's aspects.

Only plain cases are told: weights lifted, gear worn, places worked in. What is read here is a
likeness for a person to weigh, never a level credited.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.chat.model import Question

_FILE = Path(__file__).resolve().parent / "data" / "work.toml"
_POUNDS = re.compile(r"\b(\d{1,3})\s*-?\s*(?:lbs?|pounds?|pounders?)\b", re.IGNORECASE)
_OVER = re.compile(
    r"\b(?:over|more than|above|exceed\w*|heavier than|upwards of)\s*$", re.IGNORECASE
)
HEAVY = 50
"""Pounds above which the Primary Standard speaks of strenuous exertion (Level 8-3)."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A level that described work is like, and what in the description says so."""

    level: str
    said: tuple[str, ...]

    @property
    def factor(self) -> str:
        """The factor of the level."""
        return self.level.partition("-")[0]


@cache
def _entries() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))["work"]
    return tuple((e["level"], tuple(e["words"]), tuple(e.get("also", ()))) for e in data)


def likenesses(question: Question) -> list[Likeness]:
    """Return the level of each factor that the work described is most like."""
    found: dict[str, Likeness] = {}
    pounds = _POUNDS.search(question.message)
    if pounds is not None:
        over = _OVER.search(question.message[: pounds.start()])
        heavy = int(pounds[1]) > HEAVY or (int(pounds[1]) == HEAVY and over is not None)
        # Moderately heavy things are 8-2; the standard names no weight between them.
        found["8"] = Likeness(
            "8-3" if heavy else "8-2", (f"{over.group() if over else ''}{pounds[0]}",)
        )
    for level, words, also in _entries():
        said = tuple(word for word in words if question.has(word))
        more = tuple(word for word in also if question.has(word))
        factor = level.partition("-")[0]
        if not said or (also and not more):
            continue
        known = found.get(factor)
        if known is None or known.level < level:
            found[factor] = Likeness(level, said + more)
    return list(found.values())
