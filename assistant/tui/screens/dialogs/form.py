"""A form over a screen: the fields of one row, written and checked together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from assistant.text import one_line, safe_text
from assistant.tui.desk.casework import Field, Place
from assistant.tui.desk.casework import Kind as FieldKind
from assistant.tui.screens.dialogs.dialog import Dialog

Values = dict[Place, tuple[FieldKind, str]]


class FormScreen(Dialog[Values]):
    """Asks for the fields of a row; Ctrl+S or Enter in a line accepts what passes the check.

    Args:
        title: what is being written.
        fields: the fields with what they hold now.
        check: returns what is wrong with the values, or an empty text.
        told: what stands above the fields.
        proposed: what stands in a field to begin with in the place of what it holds; accepted as
            it stands, it is a change.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "accept", "Accept", priority=True)]

    def __init__(
        self,
        title: str,
        fields: list[tuple[Field, str]],
        check: Callable[[Values], str],
        told: str = "",
        proposed: Mapping[Place, str] | None = None,
    ) -> None:
        super().__init__()
        self._proposed = proposed or {}
        self._title, self._fields, self._check, self._told = title, fields, check, told

    def compose(self) -> ComposeResult:
        """Lay out a label and a line for each field."""
        with Vertical(classes="dialog -form"):
            yield Static(Content(one_line(self._title)), classes="dialog-title")
            with VerticalScroll(can_focus=False):
                if self._told:
                    yield Static(Content(safe_text(self._told)), classes="form-told")
                for number, (field, held) in enumerate(self._fields):
                    value = self._proposed.get(field.place, held)
                    entry = (
                        TextArea(
                            safe_text(value),
                            id=f"field-{number}",
                            compact=True,
                            tab_behavior="focus",
                        )
                        if field.kind == "text"
                        else Input(one_line(value), id=f"field-{number}", compact=True)
                    )
                    label = Static(Content(field.label), classes="form-label")
                    yield Horizontal(label, entry, classes="form-row")
            yield Static(id="save-problem")
            yield Static(
                Content("Tab next field · Ctrl+S or Enter accepts · Esc goes back"),
                classes="dialog-hint",
            )

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_accept()

    def action_accept(self) -> None:
        """Give the values when they pass, else say what is wrong and stay."""
        waiting = list(self.query("Input, TextArea"))

        def taken_in() -> None:
            # A field may have keys to take in yet that were typed before this one.
            if waiting:
                waiting.pop().call_later(taken_in)
            else:
                self._accept()

        taken_in()

    def _accept(self) -> None:
        values: Values = {}
        for number, (field, before) in enumerate(self._fields):
            part = self.query_one(f"#field-{number}")
            text = part.text if isinstance(part, TextArea) else getattr(part, "value", "")
            if text.strip() != before.strip():
                values[field.place] = (field.kind, text)
        problem = self._check(values) if values else ""
        if problem:
            self.query_one("#save-problem", Static).update(Content(safe_text(problem)))
        else:
            self.dismiss(values or None)
