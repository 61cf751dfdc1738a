"""Which duties are supervision: they tell of authority over people, not of the occupation."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from index.language.sentences import ends
from index.positions.duties.shares import share_of

_SUPERVISES: Final = re.compile(
    r"\A\W*(?:\w+\W+){0,3}?(?:supervision|supervisory (?:duties|work))\b|"
    r"\b(?:supervises|exercises \w* ?supervision|directs the work of)\b",
    re.IGNORECASE,
)
"""How a duty begins that is supervision, or what it says of it."""


_AUTHORITY: Final = re.compile(
    r"\b(?:(?P<a>(?:evaluat|apprais|rat)\w+ (?:\w+ ){0,3}performance)|"
    r"(?P<b>approv\w+ (?:\w+ ){0,2}leave)|(?P<c>interviews? (?:\w+ )?candidates)|"
    r"(?P<d>disciplin\w+|reprimands)|(?P<e>complaints|grievances)|"
    r"(?P<f>assign\w* (?:\w+ ){0,3}work\b|sets? (?:\w+ )?priorities|schedules? (?:the )?work)|"
    r"(?P<g>(?:recommend|select)\w* (?:\w+ ){0,2}(?:appointments?|selections?|promotions?|"
    r"employees|staff))|(?P<h>training needs|trains? (?:subordinates|staff|employees)))\b",
    re.IGNORECASE,
)
_SEVERAL: Final = 3
"""So many kinds of authority over people make a duty supervision, whatever it is called."""


def is_supervision(words: str) -> bool:
    """Return whether a duty is supervision, by its title and words."""
    if _SUPERVISES.search(words) is not None:
        return True
    return len({one.lastgroup for one in _AUTHORITY.finditer(words)}) >= _SEVERAL


_TIME_GIVEN: Final = re.compile(
    r"^\W*(?:(?:is|are) )?(?:(?:spent|devoted|given) )?(?:to|on|in|as|by)?\s*"
    r"(?:(?:the|direct|first[- ]line|technical|administrative|full) )*"
    r"(?:supervis\w+|(?:leading|directing|managing) (?:the |a |an? )?(?:\w+ )?"
    r"(?:staff|employees|people|subordinates|team|unit|branch|section|crew))",
    re.IGNORECASE,
)
"""What follows a share of the time that supervision takes."""
_TAKES_TIME: Final = re.compile(
    r"\b(?:supervision|supervisory (?:duties|work|responsibilities)|supervising [^.;]{3,60}?)\s+"
    r"(?:takes?(?: up)?|occup(?:y|ies)|fills?|requires?|makes? up|accounts? for|is|are)\W*$",
    re.IGNORECASE,
)
"""What leads to one."""


def supervision_time(text: str) -> float | None:
    """Return the percent of time that a sentence gives to supervision: "half the time supervising".

    So it is told where no duty has a share of its own.
    """
    edges = [0, *ends(text)]
    for start, end in pairwise(edges):
        sentence = text[start:end]
        share = share_of(sentence)
        if share is None or not share.percent:
            continue
        before = _TAKES_TIME.search(sentence[: share.start].rstrip())
        if before or _TIME_GIVEN.match(sentence[share.end :]):
            return share.percent
    return None
