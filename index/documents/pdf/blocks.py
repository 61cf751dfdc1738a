"""From lines with their place to blocks: headings, paragraphs, list items, table rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.documents.blocks import Block, Role
from index.documents.pdf.headings import Headings, Measure, Style, set_depths
from index.documents.pdf.lines import CELL_GAP, HYPHEN, Line
from index.language import structure

_BULLET = re.compile(r"^[•·▪◦○➢✓❖*](?:\s+|(?=[A-Z]))")
_DASH_MARK = re.compile(r"^(?:-|–|—|⎯|−|o)\s+(?=\S)")
_ENUMERATOR = re.compile(
    r"^(?:\((?:\d{1,2}|[a-z]{1,2}|[ivx]{1,4}|[A-Z])\)|\d{1,2}[.)]|[a-zA-Z][.)])\s+(?=\S)"
)
_TERMINAL = re.compile(r"[.!?:;][\"”’')\]*]*$")
_SENTENCE_END = re.compile(r"[.!?:][\"”’')\]*]*$")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_POINTS_ALONE = re.compile(r"^\d{1,2},?\d{0,3}\s+points?$", re.IGNORECASE)
_ENTRY_END = re.compile(r"\S\s+\d{1,3}$")
_ALIKE = 0.6
"""The lines of one heading differ less, in points, in their height and where they begin."""
_WRAPPED = 3
"""An entry of a table of contents has no more lines."""
_CELL_POINTS = re.compile(r"^(\d{1,2},\d{3}|\d{1,4})\s+(?:points?|pts\.?)\s+(?=\S)", re.IGNORECASE)
_CELL_LABEL = re.compile(r"^(Level\s+(?:[1-9][AB]?\s?[-–—−]\s?[1-9]|[1-9A-E]))\s+(?=\S)")


@dataclass(slots=True)
class _Open:
    """The block being built: its last line, where its lines start, how many there are.

    ``label`` is the heading made of a cell that names a level beside the block's first line.
    """

    block: Block
    last: Line
    body_x0: float
    count: int = 1
    label: Block | None = None


class Paragrapher:
    """Builds blocks from the body lines of all pages of one document."""

    def __init__(self, pages: Sequence[list[Line]]) -> None:
        self._pages = pages
        self._measure = Measure.of(pages)
        self._headings = Headings(self._measure)
        self._words = Counter(
            word.lower()
            for page in pages
            for line in page
            for word in _WORD.findall(line.text.split(HYPHEN)[0])
        )
        self._blocks: list[Block] = []
        self._styles: dict[int, Style] = {}
        self._open: _Open | None = None

    def blocks(self) -> list[Block]:
        """Return the blocks in reading order, headings with their depths."""
        for page in self._pages:
            self._page(page)
        for block in self._blocks:
            block.text = self._dehyphenate(block)
        return set_depths([block for block in self._blocks if block.text], self._styles)

    def _page(self, page: Sequence[Line]) -> None:
        entries = [n for n, line in enumerate(page) if structure.is_contents_line(line.text)]
        leaders = len(entries)
        last = entries[-1] if entries else -1
        for index in range(last + 1, len(page) if entries else 0):
            # Some entries lack the dots before their number, and some wrap.
            if index - last > _WRAPPED:
                break
            last = index if _ENTRY_END.search(page[index].text) else last
        listing = False
        for index, line in enumerate(page):
            above = page[index - 1] if index else None
            if leaders >= 5 and structure.is_contents_heading(line.text):
                self._heading(line)
                listing = True
            elif structure.is_contents_line(line.text) or (listing and index <= last):
                # The last page of a table of contents may have a few entries only.
                self._start(line, "row")
            else:
                self._place(line, above, page[index + 1 :])

    # --- one line ------------------------------------------------------------------------

    def _place(self, line: Line, above: Line | None, rest: Sequence[Line]) -> None:
        current = self._open
        if current is not None and current.label is not None:
            self._points_below(current, current.label, line)
        headed = current is not None and current.block.role == "heading"
        runs_in = structure.run_in(line.text)
        if runs_in is not None:
            self._run_in(line, runs_in)
            return
        label = _CELL_LABEL.match(line.text) if line.gap > CELL_GAP else None
        if label is not None and len(line.text) < 40:
            label = None
        if label is not None:
            self._cell(line, label)
        elif self._headings.is_heading(line, above, rest, headed=headed):
            self._heading(line)
        elif line.gap > CELL_GAP and not _ENUMERATOR.match(line.text):
            self._start(line, "row")
        elif current is None or headed:
            self._start(line, self._role(line))
        elif self._continues(current, line, above):
            self._append(current, line)
        else:
            self._start(line, self._role(line, current))

    def _cell(self, line: Line, label: re.Match[str]) -> None:
        """Split a table row that names a level from the text beside it."""
        head = Line(label[1], line.page, line.x0, line.x0 + 40, line.top, line.top, line.height,
                    line.bold)  # fmt: skip
        self._heading(head)
        named = self._blocks[-1]
        line.text = line.text[label.end() :]
        self._start(line, "paragraph")
        if self._open is not None:
            self._open.label = named

    def _run_in(self, line: Line, offset: int) -> None:
        """Part a level's heading from the words of the level that stand on its line."""
        self._heading(replace(line, text=line.text[:offset].rstrip()))
        self._start(replace(line, text=line.text[offset:], gap=0.0), "paragraph")

    def _points_below(self, current: _Open, label: Block, line: Line) -> None:
        """Take points that stand below a level's name, beside the second line of its text."""
        current.label = None
        points = _CELL_POINTS.match(line.text)
        if points is None or line.gap <= CELL_GAP or current.last.page != line.page:
            return
        label.text += f" {points.group().strip()}"
        line.text, line.x0, line.gap = line.text[points.end() :], current.last.x0, 0.0

    def _role(self, line: Line, current: _Open | None = None) -> Role:
        if _marker(line.text):
            return "item"
        in_table = (
            current is not None
            and current.block.role == "row"
            and current.last.page == line.page
            and self._measure.near(current.last.bottom - line.top, line.height)
            and line.x1 < self._measure.right * 0.75
        )
        return "row" if in_table else "paragraph"

    def _start(self, line: Line, role: Role) -> None:
        block = Block(text=line.text, role=role, page=line.page)
        self._blocks.append(block)
        self._open = _Open(block, line, line.x0)

    def _append(self, current: _Open, line: Line) -> None:
        block = current.block
        if block.text.endswith("-") and line.text[:1].islower() and block.text[-2:-1].isalpha():
            block.text = block.text[:-1] + HYPHEN
        joint = "" if block.text.endswith(HYPHEN) else " "
        if line.page != current.last.page:
            block.breaks.append((len(block.text) + len(joint), line.page))
        block.text += joint + line.text
        if current.count == 1:
            current.body_x0 = line.x0
        current.count += 1
        current.last = line

    def _continues(self, current: _Open, line: Line, above: Line | None) -> bool:
        """Tell whether a line goes on with the open block; none is above on page or column."""
        last, block = current.last, current.block
        lower = line.text[:1].islower()
        if _BULLET.match(line.text) or _POINTS_ALONE.match(line.text):
            return False
        if line.page != last.page or above is None:
            if _SENTENCE_END.search(last.text) or _marker(line.text) or block.role == "row":
                return False
            return lower or self._full(last, line) or last.text.endswith(("-", ",", HYPHEN))
        if not self._measure.near(last.bottom - line.top, max(line.height, last.height)):
            return False
        if block.role == "row":
            return lower and line.x0 > current.body_x0 + 50
        if line.bold and not last.bold and current.count > 1 and _TERMINAL.search(last.text):
            return False
        ended = bool((_SENTENCE_END if lower else _TERMINAL).search(last.text))
        room = not self._full(last, line)
        if _marker(line.text):
            return not (ended or room or block.role == "item")
        if room and (ended or not lower):
            return False
        return not self._indented(current, line, lower=lower)

    def _full(self, last: Line, line: Line) -> bool:
        """Tell whether the next word could not have stood at the end of the last line."""
        word = line.text.split(" ", 1)[0]
        return last.x1 + (len(word) + 1) * line.letter > self._measure.right - 4

    def _indented(self, current: _Open, line: Line, *, lower: bool) -> bool:
        """Tell whether a line's indent opens a new paragraph."""
        shift = line.x0 - current.body_x0
        if current.count == 1:
            hanging = current.block.role == "item" and 0 <= shift < 60
            first_line = current.block.role == "paragraph" and -60 < shift < 0
            return not (hanging or first_line or abs(shift) < 8 or lower)
        return abs(shift) > 8 and not lower

    # --- headings ------------------------------------------------------------------------

    def _heading(self, line: Line) -> None:
        style = self._headings.style(line)
        current = self._open
        if current is not None and self._goes_on(current, line, style):
            current.block.text += " " + line.text
            current.last = line
            return
        block = Block(text=line.text, role="heading", page=line.page)
        self._blocks.append(block)
        self._styles[id(block)] = style
        self._open = _Open(block, line, line.x0)

    def _goes_on(self, current: _Open, line: Line, style: Style) -> bool:
        """Tell whether a heading line is the second line of the heading before it."""
        block, last = current.block, current.last
        if block.role != "heading" or last.page != line.page or style.size == 3:
            return False
        before = self._styles[id(block)]
        named = structure.level_heading(line.text) or structure.factor_heading(line.text)
        if block.text.count("(") > block.text.count(")"):
            return self._measure.near(last.bottom - line.top, line.height, 1.4)
        return (
            named is None
            and structure.level_heading(block.text) is None
            and not structure.bare_level(block.text)
            and self._measure.near(last.bottom - line.top, line.height, 1.4)
            and (before.size, before.centred) == (style.size, style.centred)
            and (
                style.centred
                or block.text.endswith((",", "–", "-", " and", " of", " AND"))
                or self._wrapped(last, line)
            )
        )

    def _wrapped(self, last: Line, line: Line) -> bool:
        """Tell whether a heading set larger than text went on where the line had no more room."""
        alike = abs(last.height - line.height) < _ALIKE and abs(last.x0 - line.x0) < _ALIKE
        return alike and self._full(last, line)

    def _dehyphenate(self, block: Block) -> str:
        """Resolve hyphens at line ends: keep them unless the document writes one word."""
        parts = block.text.split(HYPHEN)
        result = parts[0]
        for part in parts[1:]:
            head = re.search(r"[A-Za-z]+$", result)
            tail = re.match(r"[A-Za-z]+", part)
            joined = False
            if head and tail and tail.group()[0].islower():
                whole = (head.group() + tail.group()).lower()
                hyphened = f"{head.group()}-{tail.group()}".lower()
                joined = self._words[whole] > self._words[hyphened]
            offset = len(result)
            result += part if joined else "-" + part
            if joined:
                block.breaks = [(at - 1 if at > offset else at, page) for at, page in block.breaks]
        return result


def _marker(text: str) -> bool:
    return bool(_BULLET.match(text) or _DASH_MARK.match(text) or _ENUMERATOR.match(text))
