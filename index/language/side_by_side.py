"""Two columns of a page that a plain text prints side by side, put one after the other.

A page saved as text keeps its columns beside each other with spaces between them. Read line by line
it would say half a sentence of each. A table looks alike, so that only columns of running words,
which go on from line to line on both sides, are taken for columns of a page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

_GUTTER: Final = re.compile(r"(?:^|(?<=\S))[ ]{3,}(?=\S)")
_FEWEST: Final = 8
"""Rows with words on both sides, below which a wide space is a form's or a table's."""
_SAME: Final = 0.9
"""The part of the rows of the right column that begin at the same place."""
_WORDS: Final = 3.0
"""Words a row has on the average: a column of figures has fewer."""
_GOES_ON: Final = 0.2
"""The part of the rows that go on with a sentence."""


def in_order(lines: Sequence[str]) -> list[str]:
    """Return lines with columns printed side by side one after the other; others as they are."""
    starts = Counter(match.end() for line in lines for match in _GUTTER.finditer(line))
    for edge, count in starts.most_common(2):
        left = [line[:edge].rstrip() for line in lines]
        right = [line[edge:] for line in lines]
        both = sum(1 for one, other in zip(left, right, strict=True) if one and other.strip())
        filled = [line for line in lines if len(line) > edge]
        clean = all(line[edge - 2 : edge] == "  " for line in filled)
        if (
            both >= _FEWEST
            and clean
            and count >= len(filled) * _SAME
            and _goes_on(left)
            and _goes_on(right)
        ):
            return [*left, "", *right]
    return list(lines)


def _goes_on(column: Sequence[str]) -> bool:
    """Return whether a column is running words rather than figures, marks or captions."""
    words = [one.split() for one in column if one.strip()]
    going = sum(one[0][:1].islower() for one in words)
    return (
        bool(words)
        and sum(map(len, words)) >= len(words) * _WORDS
        and going >= len(words) * _GOES_ON
    )
