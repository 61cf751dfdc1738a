"""Headings of levels in habits of print that no list of forms foresees.

Issues have named a level by its factor and a number of its own, by a Roman number or in words,
with a slash, on lines of its own for each part, or behind the level's words. What is common to
all is the number of the level with the very points that the Primary Standard gives it. Only where
both agree is such a row a heading, so that no sentence about a level is taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from index.language import openings
from index.standards.outline.marks import ROMAN

_SPELLED: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
                   "eight": 8, "nine": 9, "first": 1, "second": 2, "third": 3, "fourth": 4,
                   "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9}  # fmt: skip
_COUNT: Final = rf"[1-9](?!\d)|(?-i:[IVX]{{1,4}})\b|(?:{'|'.join(_SPELLED)})\b"
_LEAD: Final = (
    r"^[\s>#*{\"'_•·▪o()\[\]-]{0,12}(?:\(?(?-i:[a-z]|\d{1,2}|[ivx]{1,4})[.)]\s+"
    r"|\d(?:\.\d{1,2}){1,3}\.?\s+)?[*_\s\[(]{0,12}"
)
_WORD: Final = r"(?:levels?|degree|step|stage|rank|lvl|lv|lev|fld|fl|l)\b\.?"
_BETWEEN: Final = r"[\s.~_:/\\-]{1,4}"
_GAP: Final = r"[\s~\"',:;.()\[\]=/\\*_|→➔➜>…-]{0,80}"
_WORTH: Final = (
    r"(?:(?:is|are|has|have|carries|earns|receives|gets|with|at|for)\s+(?:been\s+)?)?(?:worth|"
    r"valued(?: at)?|equal to|assigned|credited with|given|carries|earns|receives|has|(?:a |the )?"
    r"(?:point )?value(?: of)?|a total of)?"
)
_POINTS: Final = r"(?P<points>\d{1,2},\d{3}|\d{1,4})(?![\d%]|[.,-]\d)"
_UNIT: Final = r"(?P<unit>points?(?:\s+(?:values?|each|credit))?|pts?)?(?![A-Za-z])"
_AFTER: Final = r"(?P<after>[\s)\]}*|.:;,/_-]*)"
_HEADED: Final = re.compile(
    rf"{_LEAD}(?:factor\s+(?P<of>{_COUNT}){_GAP})?(?:factor\s+)?{_WORD}[\s*_:#(\[]*"
    rf"(?:(?P<factor>{_COUNT}){_BETWEEN})?(?P<step>{_COUNT})"
    rf"{_GAP}{_WORTH}{_GAP}{_POINTS}\s*{_UNIT}{_AFTER}",
    re.IGNORECASE,
)
_ORDINAL: Final = re.compile(
    rf"{_LEAD}(?P<step>{_COUNT})\s+{_WORD}{_GAP}{_WORTH}{_GAP}{_POINTS}\s*{_UNIT}"
    rf"{_AFTER}",
    re.IGNORECASE,
)
_LABELED: Final = re.compile(
    rf"{_LEAD}(?P<unit>points?(?: values?)?){_GAP}{_POINTS}{_GAP}{_WORD}[\s*_:#]*"
    rf"(?:(?P<factor>{_COUNT}){_BETWEEN})?(?P<step>{_COUNT})(?![\w-]){_AFTER}",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    rf"(?:[.!?][\"”’']?\s{{0,8}}|\s)[(\[\s-]{{0,8}}(?:factor\s+)?{_WORD}\s*(?P<factor>[1-9])\s?"
    rf"[~_/-]\s?(?P<step>[1-9]){_GAP}{_POINTS}\s*(?P<unit>points?|pts?)\b[.)\]\s]{{0,8}}$",
    re.IGNORECASE,
)
_CELL: Final = r"(?:factor\s+)?(?:levels?\s+|fld\s+|fl\s+)?(?P<factor>[1-9])-(?P<step>[1-9])"
_ENDED: Final = r"[.!?;:)][\"”’']?"
_IN_A_TABLE: Final = (
    re.compile(rf"^[\s*_]*{_CELL}[\s*_]+(?P<words>\S.*{_ENDED})\s+{_POINTS}[\s*_]*$",
               re.IGNORECASE | re.DOTALL),
    re.compile(rf"^(?P<words>.*?{_ENDED})[\s*_]+{_CELL}[\s*_]+{_POINTS}[\s*_]*$",
               re.IGNORECASE | re.DOTALL),
    re.compile(rf"^(?P<words>.*?{_ENDED})[\s*_]+{_POINTS}[\s*_]+{_CELL}[\s*_]*$",
               re.IGNORECASE | re.DOTALL),
    re.compile(rf"^[\s*_]*{_POINTS}[\s*_]+{_CELL}[\s*_]+(?P<words>\S.*)$",
               re.IGNORECASE | re.DOTALL),
)  # fmt: skip
"""A row of a table whose cells are the level, its words and its points, in any order."""
PARTS: Final = 5
"""A heading stands on no more lines than this."""
_PART: Final = 24
"""One part of a heading on several lines is not longer, in characters."""
_SAID: Final = 40
"""The words of a level before its name have at least as many characters."""


class Named(NamedTuple):
    """A level that a row names with its points; ``at`` is where its words begin, or end."""

    factor: str
    step: str
    points: int
    at: int

    @property
    def level(self) -> str:
        return f"{self.factor}-{self.step}"


def heading(text: str, factor: str | None, values: Mapping[str, int]) -> Named | None:
    """Return the level that a row opens in an unusual form, or None.

    Args:
        text: the row.
        factor: the factor being read, for a level that is named without one.
        values: the point value of every level, which the printed points must agree with.
    """
    for form in (_HEADED, _ORDINAL, _LABELED):
        found = form.match(text)
        if found is None:
            continue
        words = text[found.end() :].lstrip("\"'“(")
        closed = found["unit"] or not words or found["after"].strip(" *_")
        named = _confirmed(found, factor, values)
        if named is not None and closed and not words[:1].islower():
            return named
    return None


def over_lines(
    texts: Sequence[str], factor: str | None, values: Mapping[str, int]
) -> tuple[int, Named] | None:
    """Return how many of some rows are one heading, each a part of it, and the level it names."""
    parts = [text.strip() for text in texts]
    for count in range(min(PARTS, len(parts)), 1, -1):
        joined = " ".join(parts[:count])
        if max(len(part) for part in parts[:count]) > _PART:
            continue
        named = heading(joined, factor, values)
        if named is not None and named.at == len(joined):
            return count, named
    return None


def behind(text: str, values: Mapping[str, int]) -> Named | None:
    """Return the level whose number and points end a row of its words, or None."""
    found = _BEHIND.search(text)
    if found is None or found.start() < _SAID:
        return None
    named = _confirmed(found, None, values)
    end = found.start() + len(found.group()) - len(found.group().lstrip(".!?\"”’'"))
    return named._replace(at=end) if named is not None else None


def in_a_table(text: str, values: Mapping[str, int]) -> tuple[Named, int] | None:
    """Return the level of a table's row and where its words begin; ``at`` is where they end."""
    for form in _IN_A_TABLE:
        found = form.match(text)
        named = _confirmed(found, None, values) if found is not None else None
        if found is not None and named is not None and len(found["words"]) >= _SAID:
            return named._replace(at=found.end("words")), found.start("words")
    return None


def _confirmed(found: re.Match[str], factor: str | None, values: Mapping[str, int]) -> Named | None:
    """Return the level of a match whose points are the level's own."""
    groups = found.groupdict()
    said = _counted(groups.get("factor") or ""), _counted(groups.get("of") or "")
    if said[0] and said[1] and said[0] != said[1]:
        return None
    of = said[0] or said[1] or factor or ""
    points = openings.number(found["points"])
    named = Named(of, _counted(found["step"]), points, found.end())
    return named if values.get(named.level) == points else None


def _counted(text: str) -> str:
    number = _SPELLED.get(text.lower())
    return ROMAN.get(text) or (str(number) if number else text)
