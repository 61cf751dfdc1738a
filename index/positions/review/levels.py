"""Words of a factor's section that sit badly with the level a description states for it.

The cues are ours and few: each is a plain sign of a level or of what lies below it. They raise a
doubt for a person to settle by reading the standard, never a level.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from index.positions.review.findings import AdequacyFinding, finding
from index.positions.review.wording import sentence_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.positions.model import FactorSection, PositionDescription


_FILE: Final = Path(__file__).resolve().with_name("cues.toml")


class Cue(NamedTuple):
    """A sign: the factor, the lowest and highest level it goes with, and its words."""

    factor: int
    lowest: int
    highest: int
    words: re.Pattern[str]


@cache
def cues() -> tuple[Cue, ...]:
    """Return the signs of levels."""
    return tuple(
        Cue(one["factor"], one["lowest"], one["highest"], _pattern(one["words"]))
        for one in _data()["cues"]
    )


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(words), re.IGNORECASE)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text("utf-8"))


def levels(position: PositionDescription) -> Iterator[AdequacyFinding]:
    """Yield the factors whose words point to another level than the one stated."""
    if position.form == "supervisory":
        return
    for section in position.factors:
        yield from _section(section)


def _section(section: FactorSection) -> Iterator[AdequacyFinding]:
    step = _step(section.level_stated)
    if step is None:
        return
    found = [
        (cue, match)
        for cue in cues()
        if cue.factor == section.factor and (match := _affirmed(cue.words, section.text))
    ]
    if any(cue.lowest <= step <= cue.highest for cue, _ in found):
        return
    for cue, match in found:
        low, high = f"{cue.factor}-{cue.lowest}", f"{cue.factor}-{cue.highest}"
        there = f"Level {low}" if low == high else f"Levels {low} to {high}"
        yield finding(
            "complement",
            "doubt",
            f"Level {section.level_stated} is stated, and these words go with {there}: read the "
            "standard's description of both.",
            quote=sentence_at(section.text, match.start()),
            place=section.place,
        )
        return


_DENIED: Final = re.compile(
    r"\b(?:no|not|never|without|free (?:of|from)|absence of)\s+(?:[\w-]+,?\s+){0,6}$",
    re.IGNORECASE,
)
"""What stands before words that are denied: "no exposure to"."""


def _affirmed(words: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = (one for one in words.finditer(text) if not _DENIED.search(text, 0, one.start()))
    return next(found, None)


def _step(level: str | None) -> int | None:
    step = (level or "").rpartition("-")[2]
    if step.isdecimal():
        return int(step)
    return ord(step) - ord("A") + 1 if len(step) == 1 and step.isalpha() else None
