"""The evaluation in full: what to heed, and every step with its citation."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from assistant.text import one_line, safe_text
from assistant.tui.screens.dialogs.dialog import Dialog, part, row
from assistant.tui.widgets.figures.scoreboard import margin_sentence
from assistant.tui.widgets.titlebar import MUTED
from core.model import Evaluation


class DerivationScreen(Dialog[None]):
    """The ordered steps from levels to grade, and the core's findings."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f4", "close", "Close")]

    def __init__(self, evaluation: Evaluation) -> None:
        super().__init__()
        self._evaluation = evaluation

    def compose(self) -> ComposeResult:
        """Lay out the steps."""
        evaluation = self._evaluation
        title = f"{one_line(evaluation.grade)} · {evaluation.total:,} points"
        with Vertical(classes="dialog -tall"):
            yield Static(Content(title), classes="dialog-title")
            with VerticalScroll():
                yield Static(Content(margin_sentence(evaluation)))
                if evaluation.findings:
                    yield part("Notices")
                for finding in evaluation.findings:
                    text = _cited(finding.message, finding.citation.label())
                    yield row(finding.severity, text, kind="dialog-number")
                yield part("Steps")
                for step in evaluation.derivation:
                    text = _cited(step.text, step.citation.label())
                    yield row(f"{step.step:>3}", text, kind="dialog-number")
                yield part("What it rests on")
                yield row("standard", one_line(f"{evaluation.standard} · {evaluation.edition}"))
                yield row("fingerprint", one_line(evaluation.fingerprint))
            yield Static(Content("Esc closes · ↑ ↓ scroll"), classes="dialog-hint")


def _cited(text: str, label: str) -> Content:
    return Content.assemble(safe_text(text), "\n", (one_line(label), MUTED))
