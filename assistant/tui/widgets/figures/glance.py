"""The figures of a case before there is a screen to show them in.

The core has them in half of the time that the screen takes to be loaded and laid out. Until then
they stand in the terminal as plain lines, which the screen covers when it comes.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from assistant.settings import display
from assistant.text import one_line
from assistant.tui.desk.desk import Desk
from assistant.tui.widgets.figures import scoreboard
from core.model import Case, Evaluation

# Another page of the terminal, empty, without a cursor; what is too long is cut, not wrapped.
_OPEN = "\x1b[?1049h\x1b[2J\x1b[H\x1b[?25l\x1b[?7l"
_CUT_NO_MORE = "\x1b[?7h"
_CLOSE = "\x1b[?25h\x1b[?1049l"
_NAME, _LEAST = 24, 8
_BESIDE = 25
"""Columns that a factor's number, level and points take beside its name."""
_INDENT = "   "


def lines(title: str, case: Case | None, evaluation: Evaluation, columns: int) -> list[str]:
    """Return the title with grade and points, the margin, and a line for each factor."""
    grade = f"{one_line(evaluation.grade)} · {evaluation.total:,} points "
    name = f" fes  {one_line(title)}"
    head = name[: max(columns - len(grade) - 1, 0)]
    room = max(min(_NAME, columns - _BESIDE), _LEAST)
    table = [
        f"{_INDENT}{row.number:<5}{_cut(row.name, room):<{room + 2}}{row.level:<7}"
        f"{row.points:>7,}{f'   sought {row.sought}' if row.sought else ''}"
        for row in scoreboard.rows(evaluation, case)
    ]
    return [
        f"{head}{grade:>{columns - len(head)}}",
        "",
        "",
        f"{_INDENT}{scoreboard.margin_sentence(evaluation)}",
        "",
        *table,
    ]


def _cut(name: str, room: int) -> str:
    return name if len(name) <= room else f"{name[: room - 1]}…"


@contextmanager
def until_the_screen(desk: Desk | None) -> Iterator[None]:
    """Show the figures of a desk while the screen is loaded.

    A screen that does not come leaves the terminal as it was.
    """
    evaluation = desk.evaluation if desk is not None else None
    if desk is None or evaluation is None or display().browser:
        # A tab of the browser is told of drawings only in the messages of its server.
        yield
        return
    columns, rows = shutil.get_terminal_size()
    shown = lines(desk.title, desk.case, evaluation, columns)[:rows]
    sys.stdout.write(_OPEN + "\r\n".join(shown) + _CUT_NO_MORE)
    sys.stdout.flush()
    try:
        yield
    except BaseException:
        sys.stdout.write(_CLOSE)
        sys.stdout.flush()
        raise
