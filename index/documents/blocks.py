"""From blocks to a text of record: what every parser produces, and how it is laid out.

A parser turns its source into blocks: headings, paragraphs, list items and table rows,
in reading order. ``assemble`` writes them into one text and keeps where pages and headings
stand. Paragraphs are separated by an empty line; list items and table rows follow on their
own lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from index.language import structure
from index.models import Heading, Page

Role = Literal["heading", "paragraph", "item", "row"]


@dataclass(slots=True)
class Block:
    """A piece of a document in reading order.

    ``page`` is the index of the page it starts on, counted from 0 (None without pages).
    ``breaks`` are the places where a later page begins inside it: offset and page index.
    ``depth`` counts for headings only: 1 is outermost.
    """

    text: str
    role: Role = "paragraph"
    depth: int = 0
    page: int | None = None
    breaks: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Laid:
    """A text of record with its pages and headings."""

    text: str
    pages: tuple[Page, ...]
    headings: tuple[Heading, ...]


def _separator(before: Block | None, block: Block) -> str:
    if before is None:
        return ""
    close = block.role in ("item", "row") and before.role != "heading"
    return "\n" if close else "\n\n"


def parted(blocks: Sequence[Block]) -> list[Block]:
    """Part a level's heading from the words of the level that stand on its line.

    What goes on in the next block with a small letter is one paragraph with them.
    """
    found: list[Block] = []
    goes_on = False
    for block in blocks:
        offset = None if block.breaks else structure.run_in(block.text)
        if offset is not None:
            head, rest = block.text[:offset].rstrip(), block.text[offset:]
            role: Role = "heading" if block.role == "heading" else "paragraph"
            found.append(Block(head, role, block.depth, block.page))
            found.append(Block(rest, "paragraph", page=block.page))
            goes_on = True
        elif goes_on and block.role == "paragraph" and block.text[:1].islower():
            before = found[-1]
            start = len(before.text) + 1
            breaks = [(at + start, page) for at, page in block.breaks]
            if block.page is not None and block.page != before.page:
                breaks.insert(0, (start, block.page))
            found[-1] = Block(f"{before.text} {block.text}", "paragraph", 0, before.page, breaks)
            goes_on = False
        else:
            found.append(block)
            goes_on = False
    return found


def assemble(blocks: Sequence[Block], labels: Sequence[str] = ()) -> Laid:
    """Write blocks into one text; ``labels`` are the printed numbers of the pages in order."""
    parts: list[str] = []
    headings: list[Heading] = []
    starts: dict[int, int] = {}
    position = 0
    before: Block | None = None
    for block in parted(blocks):
        if not block.text:
            continue
        separator = _separator(before, block)
        parts.append(separator)
        position += len(separator)
        if block.page is not None:
            starts.setdefault(block.page, position)
        for offset, page in block.breaks:
            starts.setdefault(page, position + offset)
        parts.append(block.text)
        if block.role == "heading":
            headings.append(
                Heading(
                    depth=max(1, block.depth),
                    text=block.text,
                    start=position,
                    end=position + len(block.text),
                )
            )
        position += len(block.text)
        before = block
    text = "".join(parts)
    return Laid(text, _pages(starts, labels, len(text)), tuple(headings))


def _pages(starts: dict[int, int], labels: Sequence[str], length: int) -> tuple[Page, ...]:
    """Return the pages with their spans; a page without text has an empty span."""
    pages: list[Page] = []
    following = length
    for number in range(len(labels) - 1, -1, -1):
        start = min(starts.get(number, following), following)
        pages.append(Page(number=number + 1, label=labels[number], start=start, end=following))
        following = start
    if pages:
        pages[-1] = pages[-1].model_copy(update={"start": 0})
    return tuple(reversed(pages))
