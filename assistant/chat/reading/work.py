"""Whether a statement is of the work, and which level described work is most like, by its words.

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

from assistant.chat.reading.pulls import factor_of, factor_pulled
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Question
    from index.record.embedding import Embedder

_FILE = Path(__file__).resolve().parent / "data" / "work.toml"
_POUNDS = re.compile(r"\b(\d{1,3})\s*-?\s*(?:lbs?|pounds?|pounders?)\b", re.IGNORECASE)
_OVER = re.compile(
    r"\b(?:over|more than|above|exceed\w*|heavier than|upwards of)\s*$", re.IGNORECASE
)
OF_GRADE = pattern(
    r"\b(?:grades?|appeal\w*|downgrad\w*|lower\w*|pay|pd|position description|series|title|hr|"
    r"opm|deadline|desk[- ]audit\w*|points?|promot\w*|union|retention|retain\w*|supervise|"
    r"gs-?\d+)\b",
    re.IGNORECASE,
)
"""Speaks of the classification or its procedure, not of the work alone."""
_ELSE = pattern(
    r"\b(?:appeal\w*|downgrad\w*|(?:my|the|a|our) grade|reclass\w*|sf-?\s?50|pd|descriptions?|hr|"
    r"opm|deadlines?|desk|promot\w*|demot\w*|union|grievance|retain\w*|retention|w[gls]-?\d*|"
    r"gs-?\d*|letter|retir\w+|fire[ds]?|firing|(?:old|new|my) job|coworker|colleague|jerk|lie[ds]?|"
    r"lying|refuse[ds]?|ignore[sd]?|unfair\w*|useless|stupid|joke|gave|given|took|taken|moved)\b",
    re.IGNORECASE,
)
_NO_DUTY = (
    r"am|was|were|be|been|have|had|do|did|don't|didn't|can|can't|cannot|could|couldn't|will|won't|"
    r"would|may|might|must|should|want|wanted|need|needed|feel|felt|think|thought|believe|know|knew|"
    r"understand|understood|hope|wish|wonder|mean|meant|trust|hate|love|like|guess|see|saw|agree|"
    r"disagree|deserve|ask|asked|tell|told|say|said|got|get|heard|read|filed|sent|signed|just|never|"
    r"really|lost|started|left|quit|work|worked|stay|care|give|received"
)
_DUTY = pattern(
    rf"\b(?:i|we) (?:(?:also|mostly|mainly|usually|often|alone|myself|personally|then|\w+ly) )*"
    rf"(?!(?:{_NO_DUTY})\b)[a-z]{{3,}}\b",
    re.IGNORECASE,
)
"""Somebody's doing told in a plain verb: "I train the new hires"."""
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


def is_of_work(text: str, embedder: Embedder) -> bool:
    """Tell whether a statement is of the work: a duty, or what a factor measures."""
    plain = text.lower().replace("\u2019", "'")
    if factor_pulled(plain) and not OF_GRADE.search(plain):
        return True
    if _ELSE.search(plain):
        return False
    return bool(_DUTY.search(plain)) or bool(factor_of(plain, embedder))


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
