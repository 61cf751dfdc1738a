"""The source panel: a cited passage in its place, with the quotation marked."""

from __future__ import annotations

import re

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from assistant.events import OpenedPassage, Source
from assistant.text import one_line, safe_text
from assistant.tui.widgets.titlebar import MUTED

_TRAIL = 2  # innermost headings shown: a narrow panel needs its lines for the passage
_HIGH = 9  # lines of the panel's body from which the words before the quotation have room
_CONTEXT = 700  # characters shown of each neighbouring passage
# A line break inside a sentence is the page's, not the author's: the next line goes on in
# lower case or the line is nearly full. Length is kept, so that spans stay true.
_SOFT_BREAK = re.compile(
    r"(?<=[^\s.:;!?])[ \t]*\n(?=[a-z(\"“])|(?<=\S{1}[^\n]{60})\n(?=[^\s•\-*\d])"
)


def flow(text: str) -> str:
    """Return text of the same length with line breaks inside sentences made spaces."""
    return _SOFT_BREAK.sub(lambda match: " " * len(match.group()), text)


def marked(text: str, start: int, end: int) -> tuple[Content, int]:
    """Return a passage with the quotation from ``start`` to ``end`` marked.

    The second value is the quotation's first character in the text shown. The mark is
    reverse video, which needs no colour; control characters are gone, and because the three
    pieces are cleaned apart the mark stays on the quotation's own words.
    """
    text = flow(text)
    if not 0 <= start < end <= len(text):
        return Content(safe_text(text)), 0
    before, quote, after = (safe_text(part) for part in (text[:start], text[start:end], text[end:]))
    return Content.assemble(before, (quote, "reverse bold"), after), len(before)


class SourcePanel(Vertical):
    """The passage a citation rests on, opened where it stands in its document."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes="panel")
        self.border_title = "Source"
        self.quotation = ""
        """The words of the open citation with where they stand, as text to copy."""

    def compose(self) -> ComposeResult:
        """Say how to open a citation."""
        yield Static(
            Content(
                "No citation is open. Ctrl+N opens the next one of the answer; Ctrl+O lists "
                "them all, and a digit there opens one."
            ),
            id="source-empty",
        )

    async def _lay_out(self) -> None:
        # Most conversations begin without a citation open, and a first screen has its time.
        if not self.query("#source-head"):
            titles = [Static(id=f"source-{part}") for part in ("title", "place", "kind")]
            passage = [
                Static(id="source-before", classes="context"),
                Static(id="source-text"),
                Static(id="source-after", classes="context"),
                Static(id="source-origin", classes="context"),
            ]
            await self.mount(
                Vertical(*titles, id="source-head"), VerticalScroll(*passage, id="source-body")
            )

    def show_error(self, number: int, message: str) -> None:
        """Say in one sentence why a citation cannot be opened."""
        self._filled(filled=False)
        self.border_subtitle = None
        self.query_one("#source-empty", Static).update(
            Content.assemble((f"[{number}] ", "bold"), safe_text(message))
        )

    async def show(self, source: Source, opened: OpenedPassage, count: int) -> None:
        """Show an opened passage; ``count`` is how many citations the answer has."""
        await self._lay_out()
        self._filled(filled=True)
        self.border_subtitle = f"{source.number} of {count}"
        title = Content.assemble((f"[{source.number}]", "$accent"), f" {one_line(opened.title)}")
        self._set("source-title", title)
        parts = [one_line(part) for part in opened.heading]
        trail = " › ".join(["…", *parts[-_TRAIL:]] if len(parts) > _TRAIL else parts)
        place = one_line(source.place or opened.place)
        self._set(
            "source-place",
            Content.assemble((place, "bold"), (f"  {trail}" if trail else "", MUTED)),
        )
        digest = source.digest or opened.digest
        kind = self.query_one("#source-kind", Static)
        kind.update(Content(self._kind(source, opened, digest=digest)))
        kind.set_class(digest or not source.verified or bool(source.superseded), "-caution")
        self._set("source-before", Content(self._tail(opened.before)))
        self._set("source-after", Content(self._head(opened.after)))
        for part, text in (("source-before", opened.before), ("source-after", opened.after)):
            self.query_one(f"#{part}").display = bool(text.strip())
        origin = one_line(opened.origin)
        self._set("source-origin", Content(f"from {origin}"))
        self.query_one("#source-origin").display = bool(origin)
        where = ", ".join(filter(None, (one_line(opened.title), place)))
        self.quotation = f"“{one_line(source.quote)}” ({where})" if source.quote else ""
        start, end = (
            (source.start, source.end) if source.end > source.start else (opened.start, opened.end)
        )
        content, quote_at = marked(opened.text, start, end)
        quote_end = quote_at + len(safe_text(flow(opened.text)[start:end]))
        self._set("source-text", content)
        self.call_after_refresh(self._scroll_to_quote, content, quote_at, quote_end)

    def _scroll_to_quote(self, content: Content, quote_at: int, quote_end: int) -> None:
        """Bring the quotation on screen: all of it if it fits, with words before it if they do."""
        text = self.query_one("#source-text", Static)
        width = max(text.content_size.width, 1)
        # With its first word, which may not fit on the line where the words before it end.
        word = content.plain[quote_at:quote_end].split(maxsplit=1)[:1]
        first = content[: quote_at + len("".join(word))]
        lines_before = max(len(first.wrap(width)) - 1, 0)
        lines = len(content[:quote_end].wrap(width)) - lines_before
        body = self.query_one("#source-body", VerticalScroll)
        row = text.virtual_region.y + lines_before
        height = body.size.height
        room = min(height // 3, height - lines) if height >= _HIGH else 0
        body.scroll_to(y=max(row - max(room, 0), 0), animate=False, immediate=True)

    @staticmethod
    def _kind(source: Source, opened: OpenedPassage, *, digest: bool) -> str:
        if digest:
            look_up = one_line(source.look_up or opened.look_up)
            where = f": look up {look_up}" if look_up else ""
            return f"our digest, not the official text{where}"
        if not source.verified:
            return "quotation not verified: read the passage itself"
        if source.superseded:
            return one_line(source.superseded)
        return "quotation checked word for word"

    def _filled(self, *, filled: bool) -> None:
        for part in self.children:
            part.display = filled is (part.id != "source-empty")

    def _set(self, part: str, content: Content) -> None:
        self.query_one(f"#{part}", Static).update(content)

    @staticmethod
    def _tail(text: str) -> str:
        shown = safe_text(flow(text)).strip()
        return shown if len(shown) <= _CONTEXT else "… " + shown[-_CONTEXT:].partition(" ")[2]

    @staticmethod
    def _head(text: str) -> str:
        shown = safe_text(flow(text)).strip()
        return shown if len(shown) <= _CONTEXT else shown[:_CONTEXT].rpartition(" ")[0] + " …"
