"""Which duties are supervision: they tell of authority over people, not of the occupation."""

from __future__ import annotations

import re
from typing import Final

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
