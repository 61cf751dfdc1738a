"""How a level opens in print: its heading in every form, and where the level's own words begin.

A heading may stand alone, or run into the level's text on the same line: ``Level 6-1 -- 10
Points -- Personal contacts are with employees``. Words on that line belong to the level. The
word may be misspelt or misread, hyphens may be strewn in, a letter l may stand for the number 1
and the word "points" may be missing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.language.late import pattern

DASH = r"\-‐‑‒–—―−⎯"
WORD = (
    r"(?:(?:sub\s?-?)?factor\s+)?"
    r"(?P<word>[l1I]\s?[ea]\s?v\s?[ea]?\s?[l1Ii]s?|levle|leve|lvl|lev|fld|fl)(?:\b\.?|(?=[1-9]))"
)
STRAY = rf"[\s:#.{DASH}]*(?:no\b[\s.:]*)?"
DIGIT = r"(?-i:[1-9lI]|S(?![A-Za-z]))"
STEP = r"(?-i:[1-9]|[lIS](?![A-Za-z])|[A-Ea-e](?![A-Za-z]))(?!\d)"
LEVEL = rf"(?P<factor>{DIGIT}[ABab]?)\s*[.~_{DASH}]{{1,2}}\s*(?P<step>{STEP})"
# Dashes became a capital C where old word processor files were converted.
BETWEEN = rf"(?:[\s,:;.()\[\]=/*|_·•\u2026→➔➜{DASH}]|\bC\b(?=\s))*"
POINTS = (
    r"(?P<points>(?-i:\d{1,2},\d{3}|(?=[lIOSo]{0,3}\d)[\dlIOSo]{1,4}|[lI],\d{3}))"
    r"(?!\d|(?!p(?:oin)?ts?\b)[A-Za-z]|,\d|-\d|\s*(?:percent|%))"
)
UNIT = r"(?P<unit>p[o0intsl1ejm5]{3,6}\b(?:\s+s\b)?\.?|pts?\b\.?)"
_HEADED = pattern(
    rf"^[\s(\[*]*{WORD}{STRAY}{LEVEL}{BETWEEN}{POINTS}\)?\s*{UNIT}(?P<after>{BETWEEN})",
    re.IGNORECASE,
)
_VALUE_FIRST = pattern(
    rf"^[\s(\[*]*{WORD}{STRAY}{LEVEL}{BETWEEN}{UNIT}(?:\s*values?)?"
    rf"(?:\s*[:={DASH}]+\s*|\s+(?=[\d,]*[05]\s*(?:$|[.:;{DASH}]))){POINTS}"
    rf"(?P<after>{BETWEEN})",
    re.IGNORECASE,
)
"""The word before the number: ``Level 1-2  Point value: 200``."""
_POINTS_FIRST = pattern(
    rf"^[\s(\[*]*{POINTS}\s*{UNIT}{BETWEEN}{WORD}{STRAY}{LEVEL}(?P<after>{BETWEEN})"
    r"(?=[\"“(]?[A-Z]|$)",
    re.IGNORECASE,
)
"""The points before the level, as in a margin: ``(50 Points) Level 1-1 - Work is``."""
_WITHOUT_UNIT = pattern(
    rf"^[\s(\[*]*{WORD}{STRAY}{LEVEL}\s*(?:[,.:;{DASH}]\s*)+(?P<points>\d{{1,3}}[05]|5)\s*"
    rf"(?P<after>[.:;{DASH}]+)\s*(?=[\"“(]?[A-Z]|$)",
    re.IGNORECASE,
)
_MISREAD = str.maketrans("lIOoS", "11005")
_LONG = 110
"""What follows a heading and is longer than this, in characters, is text and no subject."""
_RUNNING = pattern(
    r"^(?:is|are|was|were|has|have|had|and|or|but|because|for|to|of|in|at|as|which|that|with|"
    r"should|would|must|may|cannot|does|do|could|when|if|since|under)\b"
)
_SMALL = frozenset({"a", "an", "and", "as", "at", "for", "in", "of", "on", "or", "the", "to"})
"""Words that a subject in title case prints small."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The heading of a level at the beginning of a row, and the place behind it.

    ``rest`` is where on the row the level's words begin, or a subject; ``runs_in`` says that
    they are words of the level.
    """

    level: str
    points: int
    rest: int
    runs_in: bool


def number(text: str) -> int:
    """Return points as printed: commas left out, letters that stand for numbers read as those."""
    return int(text.translate(_MISREAD).replace(",", ""))


def digit(text: str) -> str:
    """Return a factor's or a level's number with letters read as the numbers they stand for."""
    return text.translate(_MISREAD).upper() if text in ("l", "I", "S") else text.upper()


def opening(row: str) -> Opening | None:
    """Read the heading of a level with its points at the beginning of a row; None without one."""
    found = _HEADED.match(row) or _VALUE_FIRST.match(row)
    plain = found is None
    if found is None:
        found = _POINTS_FIRST.match(row) or _WITHOUT_UNIT.match(row)
    if found is None or (plain and not _cased(row, found)):
        return None
    words = row[found.end() :].strip()
    factor = found["factor"]
    level = f"{digit(factor[0])}{factor[1:].upper()}-{digit(found['step'])}"
    separated = bool(found["after"].strip(" )*]"))
    if words[:1].islower() and (not separated or _RUNNING.match(words)):
        return None
    return Opening(level, number(found["points"]), found.end(), is_text(words))


def _cased(row: str, found: re.Match[str]) -> bool:
    """Tell whether what follows begins with a capital, which the pattern cannot tell."""
    words = row[found.end() :].strip().lstrip('"“(')
    return not words or words[:1].isupper()


def is_text(words: str) -> bool:
    """Tell whether the words behind a heading are text, not a subject in title case."""
    if len(words) > _LONG or re.search(r"[.!?][\"”’')]*$", words):
        return bool(words)
    more = words.split()[1:]
    told = [word for word in more if word.strip("(),;:") not in _SMALL]
    return bool(more) and sum(1 for word in told if not word[0].islower()) <= len(told) / 2
