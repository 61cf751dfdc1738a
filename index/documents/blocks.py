"""From blocks to a text of record: what every parser produces, and how it is laid out.

A parser turns its source into blocks: headings, paragraphs, list items and table rows,
in reading order. ``assemble`` writes them into one text and keeps where pages and headings
stand. Paragraphs are separated by an empty line; list items and table rows follow on their
own lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from index.language import structure
from index.models import Heading, Page

_FEWEST: Final = 2
_OPENING: Final = 40
"""A page is known by so many characters of its first words."""
_NUMBER: Final = re.compile(
    r"^(?:page\s+|[-–—]\s*)?(\d{1,4})\b|\b(\d{1,4})(?:\s*[-–—])?$", re.IGNORECASE
)

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


_BELOW: Final = 6
"""The depth of a heading that no style or type places: below every one that is placed."""


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
            # A level that opens a row of a table stands below the heading of its factor.
            tabled = block.role == "row" and structure.level_heading(head) is not None
            role: Role = "heading" if tabled or block.role == "heading" else "paragraph"
            found.append(Block(head, role, _BELOW if tabled else block.depth, block.page))
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


def printed_pages(printed: str, heads: Collection[str], laid: str) -> tuple[Page, ...]:
    """Return the pages of a text file that keeps the form feeds of its print.

    Where each page begins in the text of record is found by the words it opens with; there are
    none where one of them cannot be placed. A page is called by the number printed on it.

    Args:
        printed: The file's text with its form feeds.
        heads: The lines that belong to the pages, blanks folded.
        laid: The text of record.
    """
    sheets = [sheet for sheet in printed.split("\f") if sheet.strip()]
    if len(sheets) < _FEWEST:
        return ()
    folded, places = _folded(laid)
    starts: list[int] = []
    at = 0
    for sheet in sheets:
        words = _folded(_body(sheet, heads))[0]
        found = folded.find(words[:_OPENING], at) if words else at
        if found < 0:
            return ()
        starts.append(places[found] if found < len(places) else len(laid))
        # What comes again page after page is not taken for the next page's first words.
        at = found + len(words) // 2
    starts[0] = 0
    labels = _labels([_numbers(sheet, heads) for sheet in sheets])
    ends = [*starts[1:], len(laid)]
    # A sheet with nothing but its head has no page: nothing can be cited from it.
    spans = [one for one in zip(labels, starts, ends, strict=True) if laid[one[1] : one[2]].strip()]
    return tuple(
        Page(number=number, label=label, start=start, end=end)
        for number, (label, start, end) in enumerate(spans, 1)
    )


def _folded(text: str) -> tuple[str, list[int]]:
    """Return a text's letters and digits alone, and the place of each."""
    places = [at for at, letter in enumerate(text) if letter.isalnum()]
    return "".join(text[at] for at in places).casefold(), places


def _body(sheet: str, heads: Collection[str]) -> str:
    """Return the words of a page without its head and foot."""
    lines = (" ".join(line.split()) for line in sheet.splitlines())
    return " ".join(line for line in lines if line and line not in heads)


def _numbers(sheet: str, heads: Collection[str]) -> list[int]:
    """Return what may be a page's printed number: those at the ends of its own lines."""
    lines = [" ".join(line.split()) for line in sheet.splitlines()]
    return [
        int(number)
        for line in lines
        if line in heads
        for match in _NUMBER.finditer(line)
        for number in match.groups()
        if number
    ]


def _labels(candidates: Sequence[list[int]]) -> list[str]:
    """Return each page's number: the one that keeps step with the file, else its place.

    A number that a single page prints, such as the year of issue, keeps step with nothing.
    """
    steps = Counter(n - place for place, own in enumerate(candidates, 1) for n in set(own))
    usual, count = steps.most_common(1)[0] if steps else (0, 0)
    if count == 1 and len(candidates) > 1:
        usual = 0
    return [str(place + usual) for place in range(1, len(candidates) + 1)]
