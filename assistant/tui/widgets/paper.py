"""A paper on screen: its Markdown laid out as lines of text.

A statement has several hundred parts. Textual's own Markdown makes a widget of each, which holds
every key up for seconds; lines are laid out in a thread and shown at once.
"""

from __future__ import annotations

import re
from typing import Final

from textual.content import Content

_WIDEST: Final = 100
"""Columns a line of text may have and still be read with ease."""
_STYLES: Final = {
    "markdown.h1": "bold",
    "markdown.h2": "bold underline",
    "markdown.h3": "bold",
    "markdown.h4": "bold",
    "markdown.item.bullet": "bold",
    "markdown.item.number": "bold",
    "markdown.block_quote": "none",
    "markdown.code": "none",
    "markdown.table.header": "bold",
    "markdown.table.border": "dim",
    "markdown.hr": "dim",
}
"""Weight, and no colours of Rich's own: the text is read on three grounds."""


def page(markdown: str, width: int) -> Content:
    """Return a paper as lines of at most ``width`` cells, with its notes at the end."""
    from rich.console import Console
    from rich.markdown import Markdown
    from rich.text import Text
    from rich.theme import Theme

    console = Console(width=max(20, min(width, _WIDEST)), theme=Theme(_STYLES))
    text = Text()
    for segment in console.render(Markdown(_plain_notes(markdown), hyperlinks=False)):
        if not segment.control:
            text.append(segment.text, segment.style)
    text.rstrip()
    return Content.from_rich_text(text)


def _plain_notes(text: str) -> str:
    """Number the footnotes in brackets and list them: a screen has no page's foot."""
    listed = re.sub(r"^\[\^(\d+)\]: ", r"\1. ", text, flags=re.MULTILINE)
    return re.sub(r"\[\^(\d+)\]", r" \\[\1\\]", listed)
