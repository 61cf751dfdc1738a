"""The lines at the top: which case, how it is kept, its grade; and the works to go to."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from assistant.text import one_line
from assistant.tui.works import WORKS, digit
from core.model import Case, Evaluation

MUTED = "$foreground 70%"
"""The style of what explains; readable on both themes."""

_ROOM = 100
"""Columns from which the works have spaces around their names."""
_NAMED = 76
"""Columns from which all works have names: with fewer there are the digits, which open them."""


class TitleBar(Horizontal):
    """Program, case, marks; and the grade where the evaluation panel is not on screen."""

    def compose(self) -> ComposeResult:
        """Lay out the marks."""
        yield Static(Content(" fes "), id="program")
        yield Static(id="case-title")
        yield Static(Content(" FICTIONAL "), id="fictional")
        yield Static(Content(" not saved "), id="unsaved")
        yield Static(id="title-model")
        yield Static(id="title-grade")

    def show(
        self,
        title: str,
        case: Case | None,
        evaluation: Evaluation | None,
        *,
        changed: bool,
        model: str = "",
        grade: str = "",
    ) -> None:
        """Show the state of the case; ``grade`` stands where no evaluation by factors does."""
        self.query_one("#case-title", Static).update(Content(one_line(title)))
        self.query_one("#fictional").display = case is not None and case.fictional
        self.query_one("#unsaved").display = changed
        self.query_one("#title-model", Static).update(Content(one_line(model or "no model")))
        if evaluation is not None:
            grade = f"{one_line(evaluation.grade)} · {evaluation.total:,} points"
        self.query_one("#title-grade", Static).update(Content(grade))


class WorkBar(Static):
    """Every work with its digit; the one on screen is reversed. A click opens another.

    In the conversation a digit belongs to the message, so the bar says that Ctrl+G comes first.
    """

    def __init__(self, current: str) -> None:
        super().__init__(classes=f"work-bar -{current}")
        self._current = current

    def on_resize(self) -> None:
        """Write the names, closer together where they would not fit."""
        parts: list[Content] = []
        if self._current == "talk":
            # A digit typed there is part of a message; elsewhere it opens a work at once.
            parts.append(Content("^G ").stylize(MUTED))
        wide, named = self.size.width >= _ROOM, self.size.width >= _NAMED
        # The name on screen is reversed as far on its right as on its left.
        space, between = (" ", "") if wide else ("", " ")
        for work in WORKS:
            style = "reverse bold" if work.name == self._current else MUTED
            title = work.title if named or work.name == self._current else ""
            name = Content.from_markup(
                f"[@click=app.go('{work.name}')]{space}{digit(work)}{space}{title}{space}[/]"
            )
            parts += [Content(between), name.stylize(style)]
        self.update(Content("").join(parts))
