"""An answer in Markdown, streamed, whose only links are its numbered citations."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from textual.widgets import Markdown
from textual.widgets.markdown import MarkdownStream

from assistant.text import safe_text
from assistant.tui.messages import CitationChosen
from assistant.tui.widgets.talk.table import AnswerTable

# Escaped or not: the engine escapes brackets, so that other readers see no broken links.
_CITATION = re.compile(r"\\?\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\\?\]")
_NUMBER = re.compile(r"\d+|[^\d]+")
_ANCHOR = "#citation-"
# What could make text of a document do something, or be other than it looks: links, pictures,
# raw HTML and entities (which can spell control characters).
_OFF = ("link", "image", "autolink", "html_inline", "html_block", "reference", "entity")


def _citation(state: StateInline, silent: bool) -> bool:
    match = _CITATION.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        for part in _NUMBER.findall(match.group(1)):
            if part.isdigit():
                state.push("link_open", "a", 1).attrs = {"href": f"{_ANCHOR}{part}"}
                state.push("text", "", 0).content = f"[{part}]"
                state.push("link_close", "a", -1)
    state.pos = match.end()
    return True


def citation_parser() -> MarkdownIt:
    """Return a Markdown parser in which ``[3]`` is a citation and nothing else is a link."""
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.disable(list(_OFF))
    parser.inline.ruler.before("escape", "citation", _citation)
    return parser


class Answer(Markdown):
    """Markdown that grows while it is written and opens nothing but citations."""

    BLOCKS = {**Markdown.BLOCKS, "table_open": AnswerTable}  # noqa: RUF012 - as the base class has it

    def __init__(self, turn: int) -> None:
        super().__init__(parser_factory=citation_parser, open_links=False)
        self._turn = turn
        self._stream: MarkdownStream | None = None

    async def write(self, text: str) -> None:
        """Append a piece of Markdown."""
        if self._stream is None:
            self._stream = Markdown.get_stream(self)
        await self._stream.write(safe_text(text))

    async def finish(self, whole: str | None = None) -> None:
        """End the stream; show ``whole`` when it is not what was streamed.

        A table that came in pieces is laid out once more, so that its columns fit all of it.
        """
        if self._stream is not None:
            await self._stream.stop()
            self._stream = None
        text = self.source if whole is None else safe_text(whole)
        if text != self.source or "|" in text:
            await self.update(text)

    def on_markdown_link_clicked(self, event: Markdown.LinkClicked) -> None:
        """Open the citation that was clicked; nothing else is a link."""
        event.stop()
        event.prevent_default()
        number = event.href.removeprefix(_ANCHOR)
        if number.isdigit():
            self.post_message(CitationChosen(int(number), self._turn))
