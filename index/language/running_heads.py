"""Running heads and page numbers that a text file keeps from its printed pages.

A line that comes again on page after page, with a page number that rises or with the date and
number of an issue, belongs to the page and not to the text: it is taken out, and a paragraph
that the page's end had parted is put together again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.language import structure
from index.language.words import MONTHS

_NUMBERED = re.compile(
    r"^(?:(?:page\s+|[-–—]\s*)?(?P<first>\d{1,3})(?:\s*[-–—])?(?:(?P<gap>\s+)(?P<after>\S.*)|))$"
    r"|^(?P<before>\S.*?)(?P<space>\s+)(?:page\s+)?(?P<last>\d{1,3})$",
    re.IGNORECASE,
)
_SAID = re.compile(r"^(?:page\b|[-–—]\s*\d+\s*[-–—]$)", re.IGNORECASE)
_ISSUE = re.compile(
    rf"\b(?:TS|HRCD|WCPS|PCS)-\d+\b|\b(?:{'|'.join(MONTHS)})\s+(?:\d{{1,2}},\s+)?(?:19|20)\d\d\b|"
    r"\boffice of personnel management\b|\bcivil service commission\b",
    re.IGNORECASE,
)
_FOOT = re.compile(r"^(?:page\s+|[-–—]\s*)?(\d{1,3})(?:\s*[-–—])?$", re.IGNORECASE)
_ENDED = re.compile(r"[.:;!?][\"”’')\]]*$")
_ITEM = re.compile(r"^\s*(?:[•*·+-]|\(?[A-Za-z0-9]{1,3}[.)])\s")
_LONGEST, _OFTEN, _TWICE = 110, 3, 2
_LINES = 3
"""The head of a page has no more lines."""
_GAP = 12
"""Empty lines between two pages are fewer."""
_MOST = 0.7
"""So much of a line's places are at the edge of a page, where it belongs to the pages."""
_FULL = 0.8
"""A line that was wrapped fills this much of the usual width."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that may belong to a page: its words, and the page number beside them."""

    at: int
    words: str
    number: int | None


def without(lines: Sequence[str], breaks: Sequence[int] = ()) -> tuple[list[str], list[str]]:
    """Return a text's lines without those of its pages, and those of its pages in order.

    Args:
        lines: the lines of the text.
        breaks: the places at which a page begins, where the text marks them.
    """
    taken = _page_lines(lines) | _at_breaks(lines, breaks)
    if not taken:
        return list(lines), []
    width = sorted(len(line) for line in lines if line.strip())
    usual = width[int(len(width) * 0.9)]
    kept: list[str] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and (not lines[end].strip() or end in taken):
            end += 1
        if end == at:
            kept.append(lines[at])
            at += 1
            continue
        cut = any(place in taken for place in range(at, end))
        following = lines[end] if end < len(lines) else ""
        if not (cut and kept and _goes_on(kept[-1], following, usual)):
            kept += [""] if cut else list(lines[at:end])
        at = end
    return kept, [" ".join(lines[place].split()) for place in sorted(taken)]


def _page_lines(lines: Sequence[str]) -> set[int]:
    groups: dict[str, list[_Line]] = {}
    for at, line in enumerate(lines):
        text = line.strip()
        if not text or len(text) > _LONGEST:
            continue
        found = _NUMBERED.match(text)
        if found is not None and not _apart(found):
            found = None
        if found is None and _ENDED.search(text) and not _ISSUE.search(text):
            continue
        if structure.is_contents_line(text) or structure.factor_heading(text):
            continue
        if structure.level_heading(text):
            continue
        words = (found["after"] or found["before"] or "") if found is not None else text
        number = int(found["first"] or found["last"]) if found is not None else None
        groups.setdefault(" ".join(words.split()).lower(), []).append(_Line(at, words, number))
    taken: set[int] = set()
    for words, held in groups.items():
        numbered = [one for one in held if one.number is not None]
        issue = bool(_ISSUE.search(words))
        said = all(_SAID.match(lines[one.at].strip()) for one in numbered)
        if len(numbered) >= (_TWICE if issue or said else _OFTEN) and _rises(numbered):
            # A bare number stands between empty lines; beside words, or as "Page 3", it need not.
            taken |= {
                one.at
                for one in numbered
                if words or _SAID.match(lines[one.at].strip()) or _alone(lines, one.at, taken)
            }
    bare = [
        (bool(_ISSUE.search(words)), [one.at for one in held if one.number is None])
        for words, held in groups.items()
    ]
    for _ in range(_LINES):
        for issue, places in bare:
            # A line without an issue's words is of the page only where pages are parted.
            apart = [at for at in places if issue and _alone(lines, at, taken)]
            beside = [at for at in places if _next_to(lines, at, taken)]
            if len(apart) >= max(_OFTEN, _MOST * len(places)):
                taken.update(apart)
            elif len(beside) >= max(_TWICE if issue else _OFTEN, _MOST * len(places)):
                taken.update(beside)
    return taken


def _at_breaks(lines: Sequence[str], breaks: Sequence[int]) -> set[int]:
    """Return the head that every marked page begins with, and the numbers that they end in."""
    starts = [0, *breaks]
    pages = [
        [at for at in range(start, end) if lines[at].strip()]
        for start, end in pairwise([*starts, len(lines)])
    ]
    pages = [page for page in pages if page]
    if len(pages) < _TWICE:
        return set()
    heads = {" ".join(lines[page[0]].split()).casefold() for page in pages}
    taken = {page[0] for page in pages} if len(heads) == 1 else set[int]()
    feet = [_FOOT.match(lines[page[-1]].strip()) for page in pages]
    numbers = [int(one[1]) for one in feet if one is not None]
    if len(numbers) == len(pages) and all(b - a == 1 for a, b in pairwise(numbers)):
        taken |= {page[-1] for page in pages}
    return taken


def _apart(found: re.Match[str]) -> bool:
    """Tell whether a number stands apart from the words beside it, or beside those of an issue."""
    words, space = found["after"] or found["before"], found["gap"] or found["space"]
    return not words or len(space) > 1 or "\t" in space or bool(_ISSUE.search(words))


def _rises(held: Sequence[_Line]) -> bool:
    """Tell whether page numbers rise from line to line, by one or by two."""
    numbers = [one.number or 0 for one in held]
    steps = [after - before for before, after in pairwise(numbers)]
    return (
        all(step > 0 for step in steps) and sum(step <= _TWICE for step in steps) >= len(steps) / 2
    )


def _alone(lines: Sequence[str], at: int, taken: set[int]) -> bool:
    """Tell whether a line stands at the head or the foot of a page, or beside one that does."""
    before = at == 0 or not lines[at - 1].strip() or at - 1 in taken
    after = at + 1 == len(lines) or not lines[at + 1].strip() or at + 1 in taken
    return before or after


def _next_to(lines: Sequence[str], at: int, taken: set[int]) -> bool:
    """Tell whether nothing but empty lines parts a line from one of a page, or opens the text."""
    before = range(at - 1, max(-1, at - _GAP), -1)
    after = range(at + 1, min(len(lines), at + _GAP))
    above = next((n for n in before if lines[n].strip()), -1 if at < _GAP else at)
    below = next((n for n in after if lines[n].strip()), -1)
    return above < 0 or above in taken or below in taken


def _goes_on(above: str, below: str, usual: int) -> bool:
    """Tell whether a paragraph goes on behind the lines of a page."""
    if not above.strip() or not below.strip() or _ENDED.search(above.strip()):
        return False
    if below.strip()[:1].islower():
        return True
    return len(above) >= _FULL * usual and not _ITEM.match(below)
