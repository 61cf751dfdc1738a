"""Where the panels stand: beside the conversation, or on a narrow terminal in its place."""

from __future__ import annotations

from textual.screen import Screen

from assistant.tui.widgets.conversation import Conversation
from assistant.tui.widgets.status import StatusLine

WIDE = 110  # columns from which the panels stand beside the conversation


class PanelScreen(Screen[None]):
    """A conversation with an evaluation panel and a source panel.

    On a wide terminal both panels stand beside the conversation and F2 and F3 hide them. On a
    narrow one each takes the conversation's place while it is shown.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide"), (150, "-very-wide")]  # noqa: RUF012

    @property
    def narrow(self) -> bool:
        """Whether panels take the conversation's place instead of standing beside it."""
        return self.size.width < WIDE

    def action_toggle_evaluation(self) -> None:
        """Show or hide the evaluation."""
        self._toggle("evaluation")

    def action_toggle_source(self) -> None:
        """Show or hide the source."""
        self._toggle("source")

    def _toggle(self, panel: str) -> None:
        if self.narrow:
            shown = self.has_class(f"-view-{panel}")
            self._show_conversation()
            self._view(panel, shown=not shown)
        else:
            self.toggle_class(f"-hide-{panel}")

    def _reveal(self, panel: str) -> None:
        if self.narrow:
            self._show_conversation()
            self._view(panel, shown=True)
        self.remove_class(f"-hide-{panel}")

    def _view(self, panel: str, *, shown: bool) -> None:
        self.set_class(shown, f"-view-{panel}")
        if shown:
            self._say("Esc: back to the conversation")
        self._show_below()

    def _show_conversation(self) -> None:
        if self._panel_in_front:
            self.remove_class("-view-evaluation", "-view-source")
            self._say("")
        self._show_below()

    @property
    def _panel_in_front(self) -> bool:
        in_front = self.has_class("-view-evaluation") or self.has_class("-view-source")
        return self.narrow and in_front

    def _show_below(self) -> None:
        below = self.query_one(Conversation).more_below and not self._panel_in_front
        self.query_one(StatusLine).below(more=below)

    def action_scroll_conversation(self, direction: int) -> None:
        """Scroll a page of what stands in the conversation's place."""
        target = "#conversation"
        if self.narrow and self.has_class("-view-evaluation"):
            target = "#evaluation"
        elif self.narrow and self.has_class("-view-source"):
            target = "#source-body"
        widget = self.query_one(target)
        if direction < 0:
            widget.scroll_page_up(animate=False)
        else:
            widget.scroll_page_down(animate=False)

    def _say(self, hint: str) -> None:
        self.query_one(StatusLine).hint(hint)

    def on_conversation_moved(self) -> None:
        """Say when more stands below."""
        self._show_below()
