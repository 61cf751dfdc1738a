"""One scale with three marks: the grade held, the one computed, the one sought.

The core's figures are only laid out here. Each mark has a row with its name, so that nothing
rests on a colour; the rows share one axis of points, and the ruler beneath names the grades.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.content import Content

from assistant.text import one_line
from assistant.tui.widgets.titlebar import MUTED
from core.errors import AppError
from core.fes.opened import open_case
from core.model import Case, Classification, Evaluation
from core.standards.table import GradeRow

_NAMES = 9
_GRADES = 7


@dataclass(frozen=True, slots=True)
class Mark:
    """A grade on the scale; ``total`` is None where only a grade is known."""

    name: str
    grade: str
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """The conversion table and the marks on it, at least one of them a grade of the table."""

    table: tuple[GradeRow, ...]
    marks: tuple[Mark, ...]

    @property
    def rows(self) -> tuple[GradeRow, ...]:
        """The rows of the table from the one below the lowest mark to the one above the highest."""
        labels = [row.label for row in self.table]
        places = [labels.index(mark.grade) for mark in self.marks if mark.grade in labels]
        first, last = max(min(places) - 1, 0), min(max(places) + 1, len(labels) - 1)
        return self.table[first : last + 1]

    def spanning(self, marks: tuple[Mark, ...]) -> Scale:
        return Scale(self.table, marks)


def scale_of(case: Case | None, evaluation: Evaluation) -> Scale | None:
    """Return the scale of a case, or None where its standard converts no points."""
    if case is None:
        return None
    try:
        opened = open_case(case)
        outcome = opened.rate_sought() if case.sought else None
    except AppError:
        # A case whose levels are incomplete has no total to place; the panel says what is missing.
        return None
    table = opened.table.conversion
    marks = [Mark("computed", evaluation.grade, evaluation.total)]
    if held := _label(case.current, table):
        marks.insert(0, Mark("held", held))
    wanted = _label(case.requested, table)
    if outcome is not None:
        marks.append(Mark("sought", outcome.grade, outcome.total))
        if wanted and wanted != outcome.grade:
            marks.append(Mark("asked", wanted))
    elif wanted:
        marks.append(Mark("sought", wanted))
    if not any(mark.grade == row.label for mark in marks for row in table):
        return None
    return Scale(table, tuple(marks))


def _label(classification: Classification, table: tuple[GradeRow, ...]) -> str:
    if classification.grade is None:
        return ""
    label = f"{classification.pay_plan or 'GS'}-{classification.grade}"
    return label if any(row.label == label for row in table) else ""


def scale_lines(scale: Scale, width: int, previous: int | None = None) -> Content:
    """Return the scale as lines of at most ``width`` cells.

    ``previous`` is the total before the last change; a hollow mark shows where it stood.
    """
    cells = max(width - _NAMES - _GRADES, 12)
    low = scale.rows[0].min
    top = scale.rows[-1]
    high = (top.max or top.min + 400) + 1

    def place(total: int) -> int:
        return min(max(round((total - low) / (high - low) * (cells - 1)), 0), cells - 1)

    lines = []
    for mark in scale.marks:
        axis = [" "] * cells
        row = next((row for row in scale.rows if row.label == mark.grade), None)
        if row is not None and mark.name not in {"computed", "tried"}:
            start, end = place(row.min), max(place((row.max or high - 1) + 1) - 1, place(row.min))
            axis[start : end + 1] = "─" * (end - start + 1)
            axis[start], axis[end] = "├", "┤"
        ours = mark.name in {"computed", "tried"}
        if mark.name == "computed" and previous is not None and previous != mark.total:
            axis[place(min(max(previous, low), high))] = "○"
        if mark.total is not None:
            at = place(mark.total)
            axis[at] = {"computed": "●", "tried": "▲"}.get(mark.name, "◆")
            figure = f"{mark.total:,}"
            room = at + 2 + len(figure)
            if room <= cells and ours:
                axis[at + 2 : room] = figure
            elif ours:
                axis[at - 1 - len(figure) : at - 1] = figure
        style = "bold $primary" if ours else "$foreground"
        lines.append(
            Content.assemble(
                (mark.name.ljust(_NAMES), MUTED),
                (one_line(mark.grade).ljust(_GRADES), "bold"),
                ("".join(axis), style),
            )
        )
    lines.append(_ruler(scale, cells, place))
    return Content("\n").join(lines)


def _ruler(scale: Scale, cells: int, place: Callable[[int], int]) -> Content:
    axis = [" "] * (cells + 8)
    for row in scale.rows:
        at = place(row.min)
        text = f"╵{row.grade}"
        axis[at : at + len(text)] = text
    return Content.assemble(
        (" " * (_NAMES + _GRADES), MUTED), ("".join(axis)[:cells].rstrip(), MUTED)
    )
