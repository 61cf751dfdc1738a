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


def is_supervision(words: str) -> bool:
    """Return whether a duty is supervision, by its title and words."""
    return _SUPERVISES.search(words) is not None
