"""How people write in a hurry: dashes of any kind, levels in shorthand, words misspelt.

One letter decides nothing: "dedline" is read as "deadline" and "4A2" as Level 4A-2.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from index.language.spelling import slips
from index.language.words import FOLD_DASHES
from index.record.embedding import is_word

_FILE = Path(__file__).resolve().parent / "data" / "words.toml"
_IN_SPANISH = _FILE.with_name("spanish.toml")
_WORD = re.compile(r"[a-z]+(?![a-z])")
SPANISH, FOREIGN = 0.6, 2
"""Share of the words of a message that are Spanish ones, and how many that are no English word."""
ALIKE = 0.64
"""How like the word it sounds like a spelling must be, as a share of common letters."""
HEARD = 6
"""Letters from which a word is known by its sound."""
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
    (re.compile(r"(?<![\w./-])(?!(?:19|20)\d\d-)(\d{4}-\d{2}-\d{2})(?![\w-])"), r"C-\1"),
)
"""Levels as classifiers write them: "4A2", "7C", "FL 2-4", "lvl"; a decision without its letter."""
_TYPED = re.compile(r"(?<![\w'-])[A-Za-z]?[a-z]{3,}(?![\w'-])")

_SPOKEN = tuple(
    (re.compile(spelled_), spoken)
    for spelled_, spoken in (
        (r"(?:t|s|c|sh|ss)[iou]+o?[ue]?n(s?)\b", r"Sn\1"),
        (r"ph", "f"),
        (r"gh(?=t)|(?<=i)gh\b", ""),
        (r"ck|q|(?<!s)c(?![eiyh])", "k"),
        (r"c(?=[eiy])|z", "s"),
        (r"dg|j", "g"),
        (r"^wr", "r"),
        (r"^kn", "n"),
        (r"(?<=.)[aeiouyw]", ""),
        (r"(.)\1+", r"\1"),
    )
)
"""Letters that sound alike, as one of them; vowels behind the first letter are not heard."""
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


def in_english(text: str) -> str:
    """Return a question put in Spanish in the English words of the field; any other as it is."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    plain = plain.lower().replace("\u00bf", "").replace("\u00a1", "")
    typed = _WORD.findall(plain)
    known = _spanish()
    words = known["words"]
    told = sum(word in words and not is_word(word) for word in typed)
    mostly = sum(word in words for word in typed) >= SPANISH * len(typed)
    if not typed or not mostly or (told < FOREIGN and "\u00bf" not in text):
        return text
    for phrase, english in known["phrases"].items():
        plain = re.sub(rf"\b{phrase}\b", english.upper(), plain)
    return _WORD.sub(lambda m: words.get(m.group(), m.group()), plain).lower()


def spelled(text: str) -> str:
    """Return text with each word that is no word put as the word of the field one slip away.

    A word that is one is left as it is, whatever it is near to; so is a name in capitals.
    """
    return _TYPED.sub(lambda typed: _meant(typed.group()), text)


def _meant(typed: str) -> str:
    places, lowered = _places(), typed.lower()
    if lowered in _hurried():
        return _as_typed(_hurried()[lowered], typed)
    forms = {lowered, lowered.removesuffix("s"), _BEFORE.sub("", lowered)}
    if _SHORTENED.match(lowered) or any(form in places or is_word(form) for form in forms):
        return typed
    near = {word for word in slips(lowered) if word in places}
    if len(lowered) < SHORTEST:
        return typed
    if not near:
        heard = _heard(lowered)
        return typed if not heard else _as_typed(heard, typed)
    # A letter is left out or two are swapped more often than one is added or wrong.
    whole = sorted(lowered)
    best = min(near, key=lambda w: (len(w) <= len(lowered) and sorted(w) != whole, places[w]))
    return _as_typed(best, typed)


def _as_typed(word: str, typed: str) -> str:
    return word.capitalize() if typed[0].isupper() else word


def _heard(typed: str) -> str:
    """Return the word of the field that sounds as a word is spelled; empty when none does.

    "Supervizer" and "retenshun" are more than one slip from the word, and are heard as it.
    """
    words = [word for word in _sounds().get(_sound(typed), ()) if word[0] == typed[0]]
    near = get_close_matches(typed, words, n=1, cutoff=ALIKE) if len(typed) >= HEARD else []
    return near[0] if near and typed not in _of_occupations() else ""


def _sound(word: str) -> str:
    """Return what is heard of a word: its consonants as they are spoken, without its vowels."""
    for spelled_, spoken in _SPOKEN:
        word = spelled_.sub(spoken, word)
    return word


@cache
def _sounds() -> dict[str, tuple[str, ...]]:
    """Return the words in which people ask by what is heard of them."""
    found: dict[str, tuple[str, ...]] = {}
    for word in _places():
        key = _sound(word)
        found[key] = (*found.get(key, ()), word)
    return found


@cache
def _of_occupations() -> frozenset[str]:
    """Return the words of the titles of series: what work is called is no slip for another word."""
    from core.standards.series import all_series

    titles = " ".join(one.title for one in all_series()).lower()
    return frozenset(re.findall(r"[a-z]+", titles))


@cache
def _spanish() -> dict[str, dict[str, str]]:
    """Return the phrases and words of Spanish questions, each in English."""
    found: dict[str, dict[str, str]] = tomllib.loads(_IN_SPANISH.read_text(encoding="utf-8"))
    return found


@cache
def _hurried() -> dict[str, str]:
    """Return the set ways of writing a word in a hurry, each with the word meant."""
    return dict(tomllib.loads(_FILE.read_text(encoding="utf-8"))["hurried"])


@cache
def _places() -> dict[str, int]:
    """Return the place of each word by how often it is used in asking, the most used first."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {word: place for place, word in enumerate(data["words"].split())}
