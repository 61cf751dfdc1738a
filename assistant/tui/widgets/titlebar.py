"""The line at the top: which case, whether it is fictional or changed, and its grade."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from assistant.text import one_line
from core.model import Case, Evaluation

MUTED = "$foreground 70%"
"""The style of what explains; readable on both themes."""


class TitleBar(Horizontal):
    """Program, case, marks; and the grade where the evaluation panel is not on screen."""

    def compose(self) -> ComposeResult:
        """Lay out the marks."""
        yield Static(Content(" fes "), id="program")
        yield Static(id="case-title")
        yield Static(Content(" FICTIONAL "), id="fictional")
        yield Static(Content(" not saved "), id="unsaved")
        yield Static(id="title-grade")

    def show(
        self, title: str, case: Case | None, evaluation: Evaluation | None, *, changed: bool
    ) -> None:
        """Show the state of the case."""
        self.query_one("#case-title", Static).update(Content(one_line(title)))
        self.query_one("#fictional").display = case is not None and case.fictional
        self.query_one("#unsaved").display = changed
        grade = f"{one_line(evaluation.grade)} · {evaluation.total:,} points" if evaluation else ""
        self.query_one("#title-grade", Static).update(Content(grade))
