"""What a suggestion is: a level with its rival, how sure it is, and what pulls each way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, Literal

from pydantic import Field

from core.law.rules import Question
from core.model import FactorId, Frozen, Notice

Source = Literal["position description", "standard", "digest"]
"""Whose words: the person's own paper, the official text, or our digest of it."""

Ground = Literal["section", "duties", "pattern", "only level"]
GROUNDS: Final[dict[Ground, str]] = {
    "section": "its own section",
    "duties": "the duties",
    "pattern": "the usual pattern only",
    "only level": "the standard's only level",
}
"""What a suggestion rests on, in words."""
"""What a level rests on: the factor's own section, the duties, the usual pattern of positions
whose other factors read like this one's, or a standard that has one level only."""


class Pull(Frozen):
    """A sentence that pulls towards a level.

    ``place`` is where a reader finds it. ``aspect`` is the aspect of the suggested level that a
    sentence of the description bears on most, by its id in the standard.
    """

    source: Source
    text: str
    place: str
    level: str
    aspect: str = ""


class FactorSuggestion(Frozen):
    """One factor: the level suggested, the next likely, and why.

    ``confidence`` is how often a level suggested with as much ground is right. ``levels`` has the
    share of every level of the standard. ``stated`` is what the description says of itself; it
    is not weighed. ``settles`` says what would decide between the two levels.
    """

    factor: FactorId
    name: str
    level: str
    points: int | None
    runner_up: str | None
    confidence: float
    levels: dict[str, float]
    ground: Ground
    stated: str | None = None
    favour: tuple[Pull, ...] = Field(default=(), serialization_alias="for")
    against: tuple[Pull, ...] = ()
    settles: tuple[str, ...] = ()

    @property
    def thin(self) -> bool:
        """Whether too little is told of it: hardly a sentence of its own speaks for the level."""
        told = _told(self.favour)
        return (
            self.ground == "section"
            and self.confidence < _SURE
            and (not told or told <= min(1, _told(self.against)))
        )


_LIKELY: Final = 0.8
_SURE: Final = 0.85
"""From here on a level is right too often for one sentence to be too little."""


def _told(pulls: Iterable[Pull]) -> int:
    return sum(one.source == "position description" for one in pulls)


class GradeShare(Frozen):
    """A grade and how likely the levels suggested, with their rivals, add up to it."""

    grade: str
    confidence: float


class Suggestions(Frozen):
    """Levels suggested for every factor of a standard, and what the core makes of them.

    ``total`` and ``grade`` are the core's, from the levels suggested; a guide without points has
    no total. ``confidence`` is that of the grade. ``notices`` are those of the core's evaluation.
    """

    standard: str
    edition: str
    title: str
    factors: tuple[FactorSuggestion, ...]
    total: int | None
    grade: str | None
    confidence: float
    grades: tuple[GradeShare, ...] = ()
    stated: dict[str, str] = Field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()

    def factor(self, factor: FactorId) -> FactorSuggestion | None:
        """Return what is suggested for a factor, or None where the standard has no such factor."""
        return next((one for one in self.factors if str(one.factor) == str(factor)), None)

    @property
    def reserve(self) -> str:
        """Return what stands beside the grade where too little is told of some factors, or ""."""
        thin = [str(one.factor) for one in self.factors if one.thin]
        return (
            f"on too little told of Factor{'s'[: len(thin) > 1]} {', '.join(thin)}" if thin else ""
        )

    @property
    def span(self) -> str:
        """Return the fewest grades around the one suggested that are likely together, and how.

        Empty where that grade is so alone.
        """
        shares = {int(one.grade.rpartition("-")[2]): one.confidence for one in self.grades}
        if self.grade is None or self.confidence >= _LIKELY or not shares:
            return ""
        plan, _, own = self.grade.rpartition("-")
        low = high = int(own)
        held = self.confidence
        while held < _LIKELY and (low > min(shares) or high < max(shares)):
            below = shares.get(low - 1, 0.0) if low > min(shares) else -1.0
            above = shares.get(high + 1, 0.0) if high < max(shares) else -1.0
            low, high = (low - 1, high) if below > above else (low, high + 1)
            held += max(below, above)
        return f"{plan}-{low} to {plan}-{high}, {held:.0%}" if low < high else ""

    def shown(self) -> dict[str, Any]:
        return self.model_dump(mode="json", by_alias=True)


class WorkSuggestions(Frozen):
    """One kind of work of a mixed position: its duties by number, its share, its levels."""

    name: str
    duties: tuple[int, ...]
    percent: float
    suggested: Suggestions


class MixedSuggestions(Frozen):
    """Levels suggested for each kind of work, and the grade that controls by the core.

    ``grade`` is None while ``possible`` holds several; ``questions`` then decide.
    """

    work: tuple[WorkSuggestions, ...]
    grade: str | None
    possible: tuple[str, ...]
    reason: str
    questions: tuple[Question, ...] = ()
    notices: tuple[Notice, ...] = ()

    def shown(self) -> dict[str, Any]:
        return self.model_dump(mode="json", by_alias=True)
