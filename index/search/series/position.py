"""Which series a position description's work belongs to, by its duties and by its title.

The duties speak first, the longest share of time first; the title beside them. The series and grade
a description states are left out: it is asked what the work is, not what somebody called it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from index.language.late import pattern
from index.positions.duties.supervising import is_supervision
from index.search.query import MAX_LENGTH
from index.search.series.finding import Candidate, Found, Library, find

if TYPE_CHECKING:
    from index.positions.model import PositionDescription

_DEEP: Final = 10
_RANK: Final = 3.0
_TITLE_WEIGHT: Final = 1.0


def find_for_position(library: Library, position: PositionDescription, *, k: int = 5) -> Found:
    """Return the series that best match a position description.

    Args:
        library: The user's documents; it may be empty.
        position: The description, as read.
        k: How many candidates.

    Raises:
        QueryError: when it has neither duties nor a title.
        ModelError: the embedding model failed.
    """
    return find_for_work(library, work_of(position), position.cover.title, k=k)


def find_for_work(library: Library, told: str, title: str, *, k: int = 5) -> Found:
    """Return the series that best match duties and what the job is called; either may be empty.

    Raises:
        QueryError: both are empty.
        ModelError: the embedding model failed.
    """
    told = _within(" ".join(_LAYOUT.sub(" ", told).split()))
    if not told or not title:
        return find(library, told or title, k=k)
    by_work = find(library, told, k=_DEEP)
    by_titles = [find(library, one, k=_DEEP) for one in _titles(title)]
    by_title = by_titles[0]
    scores: dict[str, float] = {}
    candidates: dict[str, Candidate] = {}
    for weight, found in ((1.0, by_work), *((_TITLE_WEIGHT, one) for one in by_titles)):
        for rank, one in enumerate(found.candidates):
            scores[one.code] = scores.get(one.code, 0.0) + weight / (_RANK + rank)
            former = candidates.get(one.code)
            candidates[one.code] = one if former is None else _joined(former, one)
    # Of two that are told alike, the one for which more speaks comes first.
    best = sorted(scores, key=lambda code: (-scores[code], -len(candidates[code].spoke), code))[:k]
    return replace(
        by_work,
        trade_title=by_title.trade_title,
        trade=by_title.trade or by_work.trade,
        candidates=tuple(replace(candidates[code], score=round(scores[code], 4)) for code in best),
    )


def _titles(title: str) -> list[str]:
    """Return what a job is called; an interdisciplinary one has a title of each discipline."""
    prefix = re.match(r"(?i)\s*interdisciplinary\b[\s:,-]*", title)
    if prefix is None:
        return [title]
    rest = re.sub(r"^\(|\)$", "", title[prefix.end() :].strip())
    return [one.strip() for one in re.split(r"\s*/\s*|\s+or\s+", rest) if one.strip()] or [title]


def work_of(position: PositionDescription) -> str:
    """Return the words of a description's duties, the largest share first, within bounds.

    A supervisor's series is that of the work supervised, which supervising does not tell.
    """
    own = [one for one in position.duties if not is_supervision(f"{one.title}. {one.text}")]
    duties = sorted(own or position.duties, key=lambda one: -(one.percent or 0))
    # What is supervised stands in the title of the duty, if anywhere.
    led = [one.title for one in position.duties if one not in duties and one.titled]
    text = " ".join(_LAYOUT.sub(" ", one) for one in (*(one.text for one in duties), *led))
    return _within(" ".join(text.split()))


_LAYOUT: Final = pattern(
    r"\(?\b(?:approximately|about|approx\.?)?\s*\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s*(?:%|percent\b)\s*"
    r"(?:of\s+(?:the\s+)?(?:work(?:ing)?\s+)?time)?\)?|\bpercent(?:age)?\s+of\s+time:?\s*\d*|"
    r"\b(?:duty|function|task|duties)\s*(?:no\.?\s*)?\d+\b[:.]?|\bcritical\b(?=\s[A-Z])|\.{4,}|"
    r"\b(?:major|supervisory|other)\s+duties\b[:.]?|(?:^|(?<=\s))[•*-](?=\s)|\b\d{1,2}[.)](?=\s)",
    re.IGNORECASE,
)
"""What the layout of duties adds to them: shares of time, numbers, labels; none tells the work."""


def _within(text: str) -> str:
    return text[:MAX_LENGTH].rsplit(" ", 1)[0] if len(text) > MAX_LENGTH else text


def _joined(one: Candidate, other: Candidate) -> Candidate:
    spoke = tuple(dict.fromkeys((*one.spoke, *other.spoke)))
    shared = tuple(dict.fromkeys((*one.shared, *other.shared)))
    announced = one.announced or other.announced
    return replace(one, spoke=spoke, shared=shared, announced=announced)
