"""A position's description as the suggester takes it: sentences by factor, nothing stated seen.

A level, points or a grade that a description states of itself must not lead to a suggestion: they
are taken out of what is weighed, and told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from core.standards.levels import normal_level, one_dash
from index.language import sentences

DUTIES: Final = ""
"""The key of what stands under no factor: duties and whatever else tells of the work."""

_LEVEL = (
    r"(?:(?:credited|evaluated|assigned|rated)\s+(?:at|as)\s+)?"
    r"(?:(?:factor\s+)?levels?|FLD?)?\s*[#:]?\s*\b[1-9][AB]?\s?[-–—‑]\s?(?:[1-9]|[A-F])\b"
    r"(?!\s*(?:-|days?|hours?|years?|weeks?|months?|percent|%))"
)
_POINTS = r"\(?\b\d[\d,]{0,5}\s*(?:points?|pts?)\b\.?\)?"
_GRADE = (
    r"\b(?:GS|GM|WG)\s?[-–—‑]\s?(?:\d{3,4}\s?[-–—‑/]\s?)?\d{1,2}(?:/\d{1,2})*\b|\bgrade\s+\d{1,2}\b"
)
_STATED = re.compile(f"(?:{_LEVEL})|(?:{_POINTS})|(?:{_GRADE})", re.IGNORECASE)
_BULLET = re.compile(r"^[\s•◦▪·*\-–—]+|^\(?(?:\d{1,2}|[a-z])[.)]\s+")
_SHORT = 5
"""A line of fewer letters is a mark of the layout."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands, what of it is weighed, and where a reader finds it."""

    text: str
    weighed: str
    place: str
    section: str = DUTIES


@dataclass(frozen=True, slots=True)
class Described:
    """What is known of a position: its sentences, and what the description states of itself."""

    sentences: tuple[Sentence, ...]
    stated: dict[str, str] = field(default_factory=dict)
    series: str = ""
    title: str = ""

    def of(self, factor: str) -> tuple[Sentence, ...]:
        """Return what stands under a factor; the duties for :data:`DUTIES`."""
        return tuple(one for one in self.sentences if one.section == factor)

    @property
    def by_factor(self) -> bool:
        """Return whether it has a section for at least one factor."""
        return any(one.section for one in self.sentences)


def without_stated(text: str) -> str:
    """Return a text without the levels, points and grades it states."""
    return re.sub(r"[ \t]{2,}", " ", _STATED.sub(" ", text)).strip(" ,;:()[]–—-")


def cut(text: str, place: str, section: str = DUTIES) -> list[Sentence]:
    """Return the sentences of a part of a description that say something of the work."""
    found = []
    start = 0
    for end in sentences.ends(text):
        raw = text[start:end].strip()
        start = end
        bare = _BULLET.sub("", raw)
        weighed = without_stated(bare)
        if sum(map(str.isalpha, weighed)) >= _SHORT:
            found.append(Sentence(bare, weighed, place, section))
    return found


_NAMES: Final = {
    "1": r"knowledge(?:\s+required(?:\s+by\s+the\s+position)?)?",
    "2": r"supervisory\s+controls?",
    "3": r"guidelines?",
    "4": r"complexity(?:\s+of\s+(?:the\s+)?work)?",
    "5": r"scope\s+(?:and|&)\s+effect(?:\s+of\s+(?:the\s+)?work)?",
    "6": r"personal\s+contacts?(?:\s+and\s+purpose(?:\s+of\s+contacts?)?)?",
    "7": r"purpose\s+of\s+(?:personal\s+)?contacts?",
    "8": r"physical\s+demands?(?:\s+and\s+work\s+environment)?",
    "9": r"work\s+environment",
}
_HEAD = re.compile(
    r"^[ \t#*]*(?:(?:factor|fac\.?)\s*(?P<number>[1-9])|(?P<bare>[1-9])\s*[.):])?"
    r"[ \t]*[-–—.:,)]*[ \t]*"
    r"(?P<name>" + "|".join(f"(?:{one})" for one in _NAMES.values()) + r")?"
    r"(?P<rest>[^\n]*)$",
    re.IGNORECASE | re.MULTILINE,
)
_AFTER_NUMBER = re.compile(r"\s*(?:$|[-–—:.(,]|level)", re.IGNORECASE)
_LEVEL_WORD = re.compile(r"\b([1-9][AB]?\s?-\s?(?:[1-9]|[A-F]))\b", re.IGNORECASE)
_DUTIES_HEAD = re.compile(
    r"^[ \t#*]*(?:[IVX]+\.\s*)?(?:major\s+)?(?:duties|responsibilities|introduction|"
    r"duties\s+and\s+responsibilities|total\s+points|final\s+grade|conditions\s+of\s+employment|"
    r"other\s+significant\s+facts)\b[^\n]{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)


def read_text(text: str, *, series: str = "", title: str = "") -> Described:
    """Read a description in plain text: what stands under factor headings, and the rest."""
    marks: list[tuple[int, int, str, str]] = []
    for match in _HEAD.finditer(text):
        key = _heading(match)
        if key is not None:
            marks.append((match.start(), match.start("rest"), key, match["rest"]))
    marks += [(m.start(), m.end(), DUTIES, "") for m in _DUTIES_HEAD.finditer(text)]
    marks.sort()
    found: list[Sentence] = []
    stated: dict[str, str] = {}
    bounds = [*(start for start, *_ in marks), len(text)]
    found += cut(text[: bounds[0]], "the description")
    for (_, body, key, rest), end in zip(marks, bounds[1:], strict=True):
        level = _LEVEL_WORD.search(one_dash(rest))
        if key and level:
            stated.setdefault(key, normal_level(level[1].replace(" ", "")) or "")
        place = f"Factor {key}" if key else "the description"
        found += cut(text[body:end], place, key)
    return Described(tuple(found), {k: v for k, v in stated.items() if v}, series, title)


def _heading(match: re.Match[str]) -> str | None:
    """Return the factor a line heads, or None: a number, a name, or both that agree."""
    number = match["number"] or match["bare"]
    name = match["name"]
    named = next(
        (key for key, one in _NAMES.items() if name and re.fullmatch(one, name, re.IGNORECASE)),
        None,
    )
    rest = match["rest"]
    if match["number"] and not name:
        return match["number"] if _AFTER_NUMBER.match(rest) else None
    if named is None or (number and number != named):
        return None
    if number:
        return named
    # A name alone heads a section when nothing but levels, points or a colon follows it.
    return named if re.fullmatch(r"\s*[-–—:.,]*\s*", without_stated(rest)) or _colon(rest) else None


def _colon(rest: str) -> bool:
    return bool(re.match(r"\s*(?:\([^)]*\)\s*)?[:–—]", rest))


def of_parts(parts: Iterable[tuple[str, str, str]]) -> tuple[Sentence, ...]:
    """Return the sentences of parts given as text, place and the factor's number or nothing."""
    return tuple(one for text, place, section in parts for one in cut(text, place, section))
