"""What the levels of a factor ask for, each with its points."""

from __future__ import annotations

from collections.abc import Collection

from textual.content import Content

from assistant.text import safe_text
from assistant.tui.widgets.titlebar import MUTED
from core.errors import LevelError
from core.fes.opened import OpenedCase
from core.standards.table import FactorRow


def levels_asked(opened: OpenedCase, row: FactorRow, shown: Collection[str], now: str) -> Content:
    """Return what levels of a factor ask for in the standard's digest, lowest first.

    Args:
        opened: the case, with the standard as extended.
        row: the factor, or a side of a combined chart, whose cells alone are described.
        shown: the levels to show.
        now: the level the eye is to fall on.
    """
    found = []
    for one in row.levels:
        if one.level not in shown:
            continue
        try:
            told = opened.described(one.level)[1].summary
        except LevelError:
            # A side of a combined chart: the chart's cells are described, not their parts.
            continue
        chosen = one.level == now
        found.append(
            Content.assemble(
                (f"{one.level}  ", "bold $primary" if chosen else "bold"),
                (f"{one.points:,} points  " if one.points else "", MUTED),
                (safe_text(told), "" if chosen else MUTED),
            )
        )
    return Content("\n").join(found)
