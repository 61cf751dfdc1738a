"""Plain signs of a level in a description's words, as ``cues.toml`` lists them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

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
