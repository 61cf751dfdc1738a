"""Paragraphs on a terminal: made safe, wrapped and indented."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from assistant.guard.plain import one_line


def wrapped(
    text: str,
    width: int,
    *,
    indent: int = 0,
    first: str = "",
    bold: bool = False,
    whole_words: bool = False,
) -> Iterator[str]:
    """Yield the lines of a text made safe, as one paragraph.

    Args:
        text: The text; its line ends do not count.
        width: How many columns a line may take.
        indent: How far lines are indented.
        first: Opens the first line in place of its indentation.
        bold: Whether the words, not the indentation, stand out.
        whole_words: Whether a word longer than a line is left whole, as an address must be.
    """
    space = " " * indent
    lines = textwrap.wrap(
        one_line(text),
        max(width, indent + 24),
        initial_indent=first or space,
        subsequent_indent=space,
        break_on_hyphens=False,
        break_long_words=not whole_words,
    )
    if not lines and first:
        lines = [first.rstrip()]
    for number, line in enumerate(lines):
        opening = first or space if number == 0 else space
        words = line[len(opening) :]
        yield opening + click.style(words, bold=True) if bold else line
