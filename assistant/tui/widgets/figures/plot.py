"""A small plot: one bar a row, with its share as a number."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from assistant.text import one_line

_NAME, _SHARE = 8, 7
_EIGHTHS = " ▏▎▍▌▋▊▉"


def bars(rows: Sequence[tuple[str, float]], width: int) -> Content:
    """Return rows of a name and a share (0 to 1) as bars of at most ``width`` cells."""
    cells = max(width - _NAME - _SHARE, 8)
    lines = []
    for name, share in rows:
        whole, part = divmod(round(share * cells * 8), 8)
        bar = "█" * whole + (_EIGHTHS[part].strip() if whole < cells else "")
        percent = f"{share * 100:.3g} %"
        lines.append(
            Content.assemble(
                (one_line(name).ljust(_NAME), "bold"),
                (bar.ljust(cells), "$primary"),
                percent.rjust(_SHARE),
            )
        )
    return Content("\n").join(lines)
