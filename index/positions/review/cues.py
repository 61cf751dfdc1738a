"""Plain signs of a level and of a factor in a description's words, as ``cues.toml`` lists them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from core.model import FactorId

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


@cache
def topics() -> dict[FactorId, re.Pattern[str]]:
    """Return by factor the words that bear on it."""
    return {int(factor): _pattern(words) for factor, words in _data()["topics"].items()}


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(words), re.IGNORECASE)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text("utf-8"))
