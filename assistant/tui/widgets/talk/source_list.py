"""The citations of an answer as a list, one short row each."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Resize
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.events import Source
from assistant.text import one_line
from assistant.tui.messages import CitationChosen
from assistant.tui.widgets.titlebar import MUTED


def source_label(source: Source) -> Content:
    """Return one line for a citation: number, place, what it shows if not a quotation, title.

    The title comes last, because it is what a narrow list cuts off.
    """
    parts = [one_line(source.place)] if source.place else []
    if source.digest:
        parts.append("our digest")
    elif not source.verified:
        parts.append("not verified")
    elif source.superseded:
        parts.append("does not apply")
    lead = "".join(f"{part} · " for part in parts)
    return Content.assemble(
        (f"[{source.number}]", "bold $accent"), f" {lead}", (one_line(source.title), MUTED)
    )


def quote_line(source: Source) -> Content:
    """Return a citation's words, in quotation marks unless they are our own."""
    quote = one_line(source.quote)
    return Content.styled(f"    {quote}" if source.digest else f"    “{quote}”", MUTED)


class CitationRows(OptionList):
    """Citations by number, cut to the width there is, with their words when asked for."""

    def __init__(self, sources: tuple[Source, ...], *, quotes: bool = False) -> None:
        super().__init__(
            *(Option(source_label(source), id=str(source.number)) for source in sources),
            compact=True,
        )
        self._sources = sources
        self._quotes = quotes
        self._cut_to = 0

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002 - Textual's signature
        """Cut the rows to the new width."""
        width = self.scrollable_content_region.width
        if width == self._cut_to or width < 1:
            return
        self._cut_to = width
        for index, source in enumerate(self._sources):
            lines = [source_label(source)]
            if self._quotes and source.quote:
                lines.append(quote_line(source))
            cut = [line.truncate(width, ellipsis=True) for line in lines]
            self.replace_option_prompt_at_index(index, Content("\n").join(cut))


class SourceList(CitationRows):
    """The citations under an answer; Enter opens the chosen one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "screen.scroll_conversation(-1)", "Scroll up", show=False),
        Binding("pagedown", "screen.scroll_conversation(1)", "Scroll down", show=False),
        *(
            Binding(str(number), f"screen.open_citation({number})", show=False)
            for number in range(1, 10)
        ),
    ]

    def __init__(self, turn: int, sources: tuple[Source, ...]) -> None:
        super().__init__(sources)
        self._turn = turn

    def on_focus(self) -> None:
        """Show where Enter would act."""
        if self.highlighted is None:
            self.highlighted = 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the chosen citation."""
        event.stop()
        if event.option_id is not None:
            self.post_message(CitationChosen(int(event.option_id), self._turn))
