"""The marks of paragraphs, ``(a) (1) (i) (A)``, and how they nest.

The Code of Federal Regulations nests (a) (1) (i) (A), the United States Code (a) (1) (A) (i), and a
list may begin with (1) where no (a) stands over it. Which list a mark belongs to is told by what is
open: it continues the innermost list whose last mark it follows, or else begins a new one. A letter
that is also a Roman numeral is told by the mark after it: (h), (i), (j) are letters, (h), (i), (ii)
are not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

LEADING = re.compile(r"\[?\s?\(([A-Za-z0-9]{1,5})\)\s*")
_FIRST = frozenset({"a", "1", "i", "A", "I"})
_ROMAN = re.compile(r"(?=[mdclxvi])m*(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_RUN_IN = re.compile(r"([A-Z][^.;:()—]{2,110}?)(?:\.\s*[—–-]?|\s?[—–]|\s--?)\s*(?=\()")
_HEADED = re.compile(r"([A-Z][^.;:()—]{2,110}?)\.\s*[—–-]?\s*(?:$|(?<=\s)(?=[A-Z“\"(]))")
_MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class Opening:
    """How a paragraph begins: its marks, each with the title printed after it ("" without).

    ``length`` is how many characters they take.
    """

    marks: tuple[tuple[str, str], ...]
    length: int


def opening(text: str) -> Opening:
    """Read the marks a paragraph begins with: ``(b) Downgrading. (1) The effective date``."""
    marks: list[tuple[str, str]] = []
    position = 0
    while (found := LEADING.match(text, position)) and _is_mark(found[1]):
        position = found.end()
        marks.append((found[1], ""))
        titled = _RUN_IN.match(text, position)
        if titled and len(titled[1].split()) <= _MOST_WORDS:
            after = LEADING.match(text, titled.end())
            if after is None or after[1] not in _FIRST:
                break
            marks[-1] = (found[1], titled[1].strip())
            position = titled.end()
    if marks and not marks[-1][1]:
        titled = _HEADED.match(text, position)
        if titled and len(titled[1].split()) <= _MOST_WORDS and _reads_as_title(titled[1]):
            marks[-1] = (marks[-1][0], titled[1].strip())
    return Opening(tuple(marks), position)


def _is_mark(mark: str) -> bool:
    if mark.isdigit():
        return len(mark) <= 3
    if not (mark.islower() or mark.isupper()):
        return False
    return len(set(mark)) == 1 or bool(_ROMAN.fullmatch(mark.lower()))


def _reads_as_title(words: str) -> bool:
    """Return whether words before a full stop are a title and not a short sentence."""
    said = words.split()
    return len(said) <= 9 and not re.search(
        r"\b(?:is|are|was|were|be|been|may|must|shall|will|can|has|have|had|does|do)\b", words
    )


def nested(open_marks: Sequence[str], mark: str, following: str | None) -> list[str]:
    """Return the marks that lead to a paragraph: those open above it, and its own.

    Args:
        open_marks: The marks that led to the paragraph before.
        mark: The mark of this one.
        following: The first mark of the next paragraph that has one; None when there is none.
    """
    levels = list(open_marks)
    begins_roman = mark == "i" and following == "ii"
    if not begins_roman:
        for level in range(len(levels) - 1, -1, -1):
            if mark in _followers(levels[level]):
                return [*levels[:level], mark]
    if mark in _FIRST:
        return [*levels, mark]
    for level in range(len(levels) - 1, -1, -1):
        # A mark is missing (a reserved paragraph): it goes with the list of its sort.
        if _sort(levels[level]) == _sort(mark):
            return [*levels[:level], mark]
    # A letter after lists whose own letter was lost begins at the outermost list.
    return [mark] if _sort(mark) == "lower" else [*levels, mark]


def _followers(mark: str) -> set[str]:
    """Return the marks that may come next in a list after this one."""
    if mark.isdigit():
        return {str(int(mark) + 1)}
    found: set[str] = set()
    last = mark[-1]
    if len(set(mark)) == 1:
        # After (z) comes (aa).
        found.add(chr(ord(last) + 1) * len(mark) if last not in "zZ" else "aA"[last == "Z"] * 2)
    number = _number(mark)
    if number:
        roman = _roman(number + 1)
        found.add(roman.upper() if mark.isupper() else roman)
    return found


def _number(mark: str) -> int:
    """Return the value of a Roman numeral; 0 for what is none."""
    low = mark.lower()
    if not _ROMAN.fullmatch(low):
        return 0
    total = 0
    for one, after in zip(low, [*low[1:], ""], strict=True):
        value = _VALUES[one]
        total += -value if after and _VALUES[after] > value else value
    return total


def _roman(number: int) -> str:
    written = ""
    for value, letters in (
        (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ):  # fmt: skip
        while number >= value:
            written += letters
            number -= value
    return written


def _sort(mark: str) -> str:
    if mark.isdigit():
        return "number"
    case = "upper" if mark.isupper() else "lower"
    return f"{case} roman" if len(mark) > 1 and _number(mark) else case
