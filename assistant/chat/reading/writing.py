"""How people write in a hurry: dashes of any kind, levels in shorthand, words misspelt.

One letter decides nothing: "dedline" is read as "deadline" and "4A2" as Level 4A-2.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from index.language.spelling import slips
from index.language.words import FOLD_DASHES
from index.record.embedding import is_word

_FILE = Path(__file__).resolve().parent / "data" / "words.toml"
SHORTEST = 4
"""Letters from which a word is looked at: shorter ones are one letter from too many others."""
_SHORT = (
    (re.compile(r"(?<![\w.-])4\s?([AB])\s?(\d)(?![\w-])", re.IGNORECASE), r"4\1-\2"),
    (
        re.compile(
            r"(?<![\w.-])(?<!item )(?<!cfr )(?<!box )(?<!line )(?<!paragraph )7([A-D])(?![\w-])",
            re.IGNORECASE,
        ),
        r"7-\1",
    ),
    (re.compile(r"\b(?:factor )?FLD?s? (?=[1-9][AB]?\s?-)", re.IGNORECASE), "Level "),
    (re.compile(r"\blvl(s?)\b", re.IGNORECASE), r"level\1"),
)
"""Levels as classifiers write them: "4A2", "7C", "FL 2-4", "lvl"."""
_TYPED = re.compile(r"(?<![\w'-])[A-Za-z]?[a-z]{3,}(?![\w'-])")

_BEFORE = re.compile(r"^(?:re|un|non|over|under|pre|sub|co)")
_SHORTENED = re.compile(r"^(?:[a-z]+nt|(?:that|what|there|they|where|who)(?:s|re|ll|ve|d))$")
"""Words without their apostrophe, which are read as they are: "shouldnt", "theyre"."""


def fold(text: str) -> str:
    """Return text with every dash a hyphen, plain apostrophes, single white space, levels in full.

    "4A2" is Level 4A-2 and "7C" Level 7-C, as "4A-2" and "7-C" are.
    """
    text = text.translate(FOLD_DASHES).replace("\u2019", "'").replace("\u2018", "'")
    for short, full in _SHORT:
        text = short.sub(full, text)
    return " ".join(text.split())


def spelled(text: str) -> str:
    """Return text with each word that is no word put as the word of the field one slip away.

    A word that is one is left as it is, whatever it is near to; so is a name in capitals.
    """
    return _TYPED.sub(lambda typed: _meant(typed.group()), text)


def _meant(typed: str) -> str:
    places, lowered = _places(), typed.lower()
    forms = {lowered, lowered.removesuffix("s"), _BEFORE.sub("", lowered)}
    if _SHORTENED.match(lowered) or any(form in places or is_word(form) for form in forms):
        return typed
    near = {word for word in slips(lowered) if word in places}
    if len(lowered) < SHORTEST or not near:
        return typed
    # A letter is left out or two are swapped more often than one is added or wrong.
    whole = sorted(lowered)
    best = min(near, key=lambda w: (len(w) <= len(lowered) and sorted(w) != whole, places[w]))
    return best.capitalize() if typed[0].isupper() else best


@cache
def _places() -> dict[str, int]:
    """Return the place of each word by how often it is used in asking, the most used first."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {word: place for place, word in enumerate(data["words"].split())}
