"""Text folded for checking, with numbers that are written in words turned into digits.

A number word from zero to ten becomes its digit after :data:`SMALL`, because such words also
count things ("two reasons") where a digit would not be written.
"""

from __future__ import annotations

import re
import unicodedata

SMALL = "\x01"
"""Stands before a digit that was a word of ten or less."""

_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_BY_TEN = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = {word: value for value, word in enumerate(_TO_NINETEEN.split())}
_TENS = {word: 10 * value for value, word in enumerate(_BY_TEN.split(), start=2)}
_ORDINALS = {
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000}
_MULTIPLES = {f"{word}s": word for word in ("dozen", "hundred", "thousand")}
_ALL = {**_UNITS, **_TENS, **_ORDINALS, **_SCALES}
NUMBER_WORDS = frozenset(_ALL) | frozenset(_MULTIPLES)

# Letters of the Latin alphabet that no decomposition takes to their plain form.
_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
        "ĸ": "k",
        "ŉ": "n",
    }
)
_MARKS = str.maketrans(
    {"–": "-", "—": "-", "―": "-", "_": " ", "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"'}
)
_LAST_PLAIN_LETTER = 0x17F


def _spread(word: str) -> str:
    """Return a pattern of a word that also finds it with hyphens or spaces put between letters."""
    return word if len(word) < 6 else r"[\W_]{0,2}".join(word)


_WORD = re.compile(
    r"(?<![a-z])(?:"
    + "|".join(_spread(word) for word in sorted(NUMBER_WORDS, key=len, reverse=True))
    # No English word holds one of these, so they count even when glued to something.
    + r")(?![a-z])|(?:eleven|twel(?:ve|fth)|(?:thir|four|fif|six|seven|eigh|nine)teen)(?:th)?"
)
NUMBER_WORD = re.compile(_WORD.pattern, re.IGNORECASE)
"""Finds number words in text that has not been folded."""
_LINK = re.compile(r"[\s-]+(?:and\s+)?")
_GLUED = re.compile(
    r"(?<![a-z])(g[\s.]{0,2}s|grade|level|schedule)(?=(?:"
    + "|".join(_spread(word) for word in sorted(NUMBER_WORDS, key=len, reverse=True))
    + r"|[ivx]{2,5})(?![a-z]))"
)


def foreign_letters(text: str) -> bool:
    """Whether a text has letters that an English sentence has no use for, and may hide behind."""
    return any(
        ord(character) > _LAST_PLAIN_LETTER and unicodedata.category(character).startswith("L")
        for character in text
    )


def without_accents(text: str) -> str:
    """Return text with every accented letter as its plain one."""
    return "".join(
        character
        for character in unicodedata.normalize("NFD", text)
        if not unicodedata.combining(character)
    )


def folded(text: str) -> str:
    """Return text in the form that is searched for figures.

    Lower case, without accents, every dash a hyphen, numbers in digits.
    """
    text = without_accents(text.casefold().translate(_MARKS)).translate(_LETTERS)
    text = _GLUED.sub(r"\1 ", text)
    return _in_digits(text)


def _in_digits(text: str) -> str:
    out: list[str] = []
    at = 0
    matches = list(_WORD.finditer(text))
    index = 0
    while index < len(matches):
        value, count = _read(text, matches, index)
        first, last = matches[index], matches[index + count - 1]
        out.append(text[at : first.start()])
        small = count == 1 and value <= 10
        out.append(f"{SMALL if small else ''}{value}")
        at = last.end()
        index += count
    return "".join(out) + text[at:]


def _word(match: re.Match[str]) -> str:
    word = re.sub(r"[\W_]", "", match.group())
    return _MULTIPLES.get(word, word)


def _read(text: str, matches: list[re.Match[str]], index: int) -> tuple[int, int]:
    """Read the longest number that starts at a number word: its value and how many words."""
    total, current, last, count = 0, 0, "", 0
    for position in range(index, len(matches)):
        match = matches[position]
        word = _word(match)
        if count:
            between = text[matches[position - 1].end() : match.start()]
            link = _LINK.fullmatch(between)
            if link is None or ("and" in between and last not in {"hundred", "thousand"}):
                break
        kind = (
            "unit" if word in _UNITS or word in _ORDINALS else word if word in _SCALES else "tens"
        )
        value = _ALL[word]
        if kind == "unit":
            if last == "unit" or (last == "tens" and not 1 <= value <= 9):
                break
            current += value
        elif kind == "tens":
            if last in {"unit", "tens"}:
                break
            current += value
        elif kind == "thousand":
            if total:
                break
            total, current = (current or 1) * 1000, 0
        else:
            if current >= 100:
                break
            current = (current or 1) * value
        last, count = kind, count + 1
    return total + current, count
