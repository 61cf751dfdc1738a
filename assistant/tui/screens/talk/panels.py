"""The panels in one table, and where they stand: beside the conversation, or in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from assistant.tui.hints import typed_here
from assistant.tui.widgets.figures.evaluation import EvaluationPanel
from assistant.tui.widgets.status import StatusLine
from assistant.tui.widgets.talk.conversation import Conversation
from assistant.tui.widgets.talk.source import SourcePanel
from assistant.tui.widgets.titlebar import MUTED
from assistant.tui.works import WORKS, digit

WIDE = 110  # columns from which the panels stand beside the conversation
WIDEST = 170  # columns from which they also stand beside each other


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel: its id on screen, its widget, and the id of the part of it that scrolls.

    A row of :data:`assistant.tui.keys.ACTIONS` with ``toggle_panel('NAME')`` gives it a key.
    A panel that is not ``shown`` from the start gives its room away until it has something.
    """

    name: str
    widget: Callable[..., Widget]
    scrolls: str
    title: str
    shown: bool = True


PANELS: Final = (
    Panel("evaluation", EvaluationPanel, "evaluation", "Evaluation"),
    Panel("source", SourcePanel, "source-body", "Source", shown=False),
)
"""The panels, top to bottom."""


class PanelTabs(Static):
    """On a narrow terminal, the conversation and the panels as tabs; a click opens one."""

    def on_mount(self) -> None:
        """Begin with the conversation in front."""
        self.show("")

    def show(self, front: str) -> None:
        """Mark the part that is on screen; an empty name is the conversation."""
        tabs = [("", "Conversation", "stop"), *((p.name, p.title, _toggles(p)) for p in PANELS)]
        parts = [
            Content.from_markup(f"[@click=screen.{action}] {title} [/]").stylize(
                "reverse bold" if name == front else MUTED
            )
            for name, title, action in tabs
        ]
        # As on the bar of the other screens, whose digits here come after Ctrl+G.
        others = " ".join(f"{digit(work)}{work.title}" for work in WORKS[1:])
        parts.append(Content.from_markup(f"[@click=screen.go_to] ^G {others}[/]"))
        self.update(Content("").join(parts))


def _toggles(panel: Panel) -> str:
    return f"toggle_panel('{panel.name}')"


class PanelScreen(Screen[None]):
    """A conversation with panels.

    On a wide terminal the panels stand beside the conversation and their keys hide them. On a
    narrow one each takes the conversation's place while it is shown.
    """

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-narrow"),
        (WIDE, "-wide"),
        (140, "-very-wide"),
        (WIDEST, "-widest"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._came_up = False

    def _compositor_refresh(self) -> None:
        # While the application is put together nothing is written: what Textual would draw then,
        # the whole screen, is thrown away and drawn again.
        if not self.app._batch_count:
            super()._compositor_refresh()

    @property
    def narrow(self) -> bool:
        """Whether panels take the conversation's place instead of standing beside it."""
        return self.size.width < WIDE

    def panels(self) -> list[Widget]:
        """Return a new widget for every panel, top to bottom."""
        made = []
        for panel in PANELS:
            widget = panel.widget(id=panel.name)
            widget.set_class(not panel.shown, "-hidden", update=False)
            made.append(widget)
        return made

    def show_room(self) -> None:
        """Take the classes of the terminal's size, and give the room of empty panels away.

        The parts are laid out after it, so that each is styled once.
        """
        width, height = self.app.size
        across, down = self.HORIZONTAL_BREAKPOINTS or [], self.app.VERTICAL_BREAKPOINTS or []
        # Textual would set them once the screen is laid out, and style and lay it out again.
        for breakpoints, extent in ((across, width), (down, height)):
            fitting = [name for least, name in breakpoints if extent >= least]
            self.add_class(*fitting[-1:], update=False)
        for panel in PANELS:
            state = "show" if panel.shown else "hide"
            self.add_class(f"-{state}-{panel.name}", update=False)

    def update_node_styles(self, animate: bool = True) -> None:
        """Style every part anew; not when the screen first comes up with parts just styled."""
        if self._came_up:
            super().update_node_styles(animate)
        self._came_up = True

    def action_toggle_panel(self, name: str) -> None:
        """Show or hide a panel."""
        panel = self._panel(name)
        if self.narrow:
            shown = panel.has_class("-front")
            self._show_conversation()
            if not shown:
                self._bring_to_front(panel)
        else:
            self._hide(panel, hidden=not panel.has_class("-hidden"))

    def _reveal(self, name: str) -> None:
        panel = self._panel(name)
        if self.narrow:
            self._show_conversation()
            self._bring_to_front(panel)
        self._hide(panel, hidden=False)

    def _panel(self, name: str) -> Widget:
        return self.query_one(f"#{name}")

    def _hide(self, panel: Widget, *, hidden: bool) -> None:
        panel.set_class(hidden, "-hidden")
        self.set_class(hidden, f"-hide-{panel.id}")
        self.set_class(not hidden, f"-show-{panel.id}")
        every = all(self._panel(one.name).has_class("-hidden") for one in PANELS)
        self.set_class(every, "-hide-panels")

    def _bring_to_front(self, panel: Widget) -> None:
        panel.add_class("-front")
        self.add_class("-panel-in-front")
        self._say("Esc: back to the conversation")
        self._show_below()
        self._show_tabs()

    def _show_conversation(self) -> None:
        if self._panel_in_front:
            self.remove_class("-panel-in-front")
            for panel in PANELS:
                self._panel(panel.name).remove_class("-front")
            self._say("")
            self._show_tabs()
        self._show_below()

    def _show_tabs(self) -> None:
        front = [panel.name for panel in PANELS if self._panel(panel.name).has_class("-front")]
        self.query_one(PanelTabs).show(front[0] if self.narrow and front else "")

    @property
    def _panel_in_front(self) -> bool:
        return self.narrow and self.has_class("-panel-in-front")

    def _show_below(self) -> None:
        below = self.query_one(Conversation).more_below and not self._panel_in_front
        self.query_one(StatusLine).below(more=below)

    def action_scroll_conversation(self, direction: int) -> None:
        """Scroll a page of what stands in the conversation's place."""
        front = [panel for panel in PANELS if self._panel(panel.name).has_class("-front")]
        target = front[0].scrolls if self.narrow and front else "conversation"
        # A panel that shows nothing yet has nothing that scrolls.
        for widget in self.query(f"#{target}"):
            if direction < 0:
                widget.scroll_page_up(animate=False)
            else:
                widget.scroll_page_down(animate=False)

    def _say(self, hint: str) -> None:
        self.query_one(StatusLine).hint(typed_here(hint))

    def on_conversation_moved(self) -> None:
        """Say when more stands below."""
        self._show_below()
