"""Cells of the chart that rates Factors 6 and 7 together, read as levels are read.

The chart names a cell by the level of the contacts and the letter of their purpose: ``2-b``. The
words that credit or refuse a cell are those that credit or refuse a level, so a paragraph's cells
are numbered as levels while it is read and named by their own names afterwards.
"""

from __future__ import annotations

import re
from typing import Final

from index.decisions.stance.certainty import FINDINGS
from index.language import late, structure
from index.models import Passage

_CELL: Final = late.pattern(
    r"(?:\b(?P<word>levels?|combinations?(?: of)?|cells?|ratings?(?: of)?) (?P<a>[1-4])\s?-?\s?"
    r"(?P<b>[a-d])|(?<![\w.-])(?P<c>[1-4])-(?P<d>[a-d]))(?![\w-])",
    re.IGNORECASE,
)
_NAME: Final = re.compile(r"[1-4]-[a-d]")
_MOST: Final = 9
"""Levels have one digit; no paragraph weighs more cells than that."""


def is_cell(level: str | None) -> bool:
    """Tell whether a passage's level is a cell of the chart for contacts."""
    return level is not None and _NAME.fullmatch(level) is not None


def is_of(passage: Passage, lettered: str, stance: str | None) -> bool:
    """Tell whether a passage is of a lettered level looked for, such as ``2-B`` or ``3-2C``.

    It is where it names it; one looked for by what it does must do that to this cell.
    """
    if stance is not None and is_cell(passage.level):
        return str(passage.level).upper() == lettered
    return lettered in structure.lettered_named(passage.text)


def is_on(passage: Passage, level: str, stance: str | None) -> bool:
    """Tell whether a passage is on a level: it is its own, or one it names.

    A finding that is looked for has to be on that level: a paragraph that refuses Level 2-5 may
    credit Level 2-4.
    """
    if stance in FINDINGS and passage.level is not None:
        return passage.level == level
    return level == passage.level or level in passage.levels


def named(text: str) -> tuple[str, ...]:
    """Return the cells a text names, the lowest first."""
    folded = structure.fold_dashes(text)
    found = {
        f"{one['a'] or one['c']}-{(one['b'] or one['d']).lower()}" for one in _CELL.finditer(folded)
    }
    return tuple(sorted(found))


def as_levels(passage: Passage) -> tuple[Passage, dict[str, str]]:
    """Return a paragraph on the contacts with its cells numbered as levels, and their names.

    A paragraph on anything else, one that names levels, and one without a cell come back as they
    are.
    """
    if str(passage.factor) not in ("6", "7") or passage.levels:
        return passage, {}
    cells = named(passage.text)
    if not 0 < len(cells) <= _MOST:
        return passage, {}
    numbers = {cell: f"{passage.factor}-{rank}" for rank, cell in enumerate(cells, start=1)}

    def numbered(one: re.Match[str]) -> str:
        cell = f"{one['a'] or one['c']}-{(one['b'] or one['d']).lower()}"
        return f"Level {numbers[cell]}"

    text = _CELL.sub(numbered, structure.fold_dashes(passage.text))
    read = passage.model_copy(update={"text": text, "levels": tuple(numbers.values())})
    return read, {number: cell for cell, number in numbers.items()}
