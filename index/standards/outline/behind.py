"""Ladders whose numbers stand on rows of their own behind the words they are for.

Read as headings, such rows give every level the words of the next one. The ladders show it: words
stand before the first number of a factor, and none behind the last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.standards.outline import undescribed
from index.standards.outline.walk import Outline
from index.standards.record import doubtful
from index.standards.rows import Row

_WORDS = 40
"""A level's words have at least as many characters."""
_NOTE, _SENTENCES = 160, 2
"""A note that closes a ladder is shorter, and has fewer sentences."""
_FEWEST = 2
"""So many factors must show it; one may have lost the words of its last level."""


def outline_of(rows: Sequence[Row], names: Mapping[str, str], values: Mapping[str, int]) -> Outline:
    """Return the outline of a document's rows, its levels with the words they are for.

    Args:
        rows: The rows in their order.
        names: The factors' names by number.
        values: The points of every level of the Primary Standard.
    """
    read = Outline(rows, names, values)
    if not _behind(read):
        return read
    turned = Outline(rows, names, values, behind=True)
    for key in turned.factors:
        first = next((one for one in turned.levels.values() if one.level[0] == key[0]), None)
        if first is not None and first.rows:
            words = " ".join(first.rows[0].text.split())[:40]
            turned.doubts.append(
                doubtful(
                    "level-named-behind",
                    f"Factor {key}",
                    f"the levels of Factor {key} are named behind their words: see whether Level "
                    f'{first.level} begins with "{words}"',
                    first.page,
                )
            )
    return turned


def _behind(outline: Outline) -> bool:
    """Tell whether nearly every ladder has its words before its numbers."""
    shown = whole = 0
    for key, factor in outline.factors.items():
        ladder = [one for one in outline.levels.values() if one.level.partition("-")[0] == key]
        if len(ladder) < 2:
            continue
        whole += 1
        before = any(_is_words(row) for row in factor.rows)
        after = any(not _closes(row) for row in ladder[-1].rows)
        shown += before and not after
    return shown >= _FEWEST and 4 * shown >= 3 * whole


def _closes(row: Row) -> bool:
    """Tell whether a row closes a ladder: it says that no more is described, or names a level."""
    alone = len(row.text) <= _NOTE and row.text.strip().count(".") < _SENTENCES
    return undescribed.says_no_more(row.text) or (alone and "level" in row.text.casefold())


def _is_words(row: Row) -> bool:
    return not row.heading and len(row.text) >= _WORDS
