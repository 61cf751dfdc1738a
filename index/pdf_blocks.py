"""From lines with their place to blocks: headings, paragraphs, list items, table rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from index import structure
from index.blocks import Block
from index.pdf_lines import HYPHEN, Line

_BULLET = re.compile(r"^[•·▪◦○➢✓❖*](?:\s+|(?=[A-Z]))")
_DASH_MARK = re.compile(r"^(?:-|–|—|⎯|−|o)\s+(?=\S)")
_ENUMERATOR = re.compile(
    r"^(?:\((?:\d{1,2}|[a-z]{1,2}|[ivx]{1,4}|[A-Z])\)|\d{1,2}[.)]|[a-zA-Z][.)])\s+(?=\S)"
)
_TERMINAL = re.compile(r"[.!?:;][\"”’')\]*]*$")
_LEADER = re.compile(r"(?:\.\s?){5,}|…{2,}")
_CONTENTS = re.compile(r"^(?:table of )?contents$", re.IGNORECASE)
_CELL_GAP = 14.0
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


@dataclass(slots=True)
class _Open:
    """The block being built and the lines it came from."""

    block: Block
    last: Line
    body_x0: float
    count: int = 1


class Paragrapher:
    """Builds blocks from the body lines of all pages of one document."""

    def __init__(self, pages: Sequence[list[Line]]) -> None:
        self._pages = pages
        lines = [line for page in pages for line in page]
        self._right = _right_margin(lines)
        self._pitch = _pitch(pages)
        self._words = Counter(
            word.lower() for line in lines for word in _WORD.findall(line.text.split(HYPHEN)[0])
        )
        self._blocks: list[Block] = []
        self._styles: dict[int, tuple[float, bool, bool]] = {}
        self._open: _Open | None = None

    def blocks(self) -> list[Block]:
        """Return the blocks in reading order, headings with their depths."""
        for page in self._pages:
            contents = sum(1 for line in page if _LEADER.search(line.text)) >= 5
            listing = False
            for index, line in enumerate(page):
                below = page[index + 1] if index + 1 < len(page) else None
                if contents and _CONTENTS.match(line.text.strip()):
                    self._heading(line)
                    listing = True
                elif listing or (contents and _LEADER.search(line.text)):
                    self._start(line, "row")
                else:
                    self._place(line, page[index - 1] if index else None, below)
        self._open = None
        for block in self._blocks:
            block.text = self._dehyphenate(block)
        _set_depths(self._blocks, self._styles)
        return [block for block in self._blocks if block.text]

    # --- one line ------------------------------------------------------------------------

    def _place(self, line: Line, above: Line | None, below: Line | None) -> None:
        if self._is_heading(line, above, below):
            self._heading(line)
            return
        current = self._open
        if line.gap > _CELL_GAP and not _ENUMERATOR.match(line.text):
            self._start(line, "row")
        elif current is None or current.block.role == "heading":
            self._start(line, self._role(line))
        elif self._continues(current, line):
            self._append(current, line)
        else:
            self._start(line, self._role(line, current))

    def _role(self, line: Line, current: _Open | None = None) -> str:
        if _marker(line.text):
            return "item"
        if (
            current is not None
            and current.block.role == "row"
            and current.last.page == line.page
            and current.last.bottom - line.top < 1.3 * self._pitch * line.height
            and line.x1 < self._right * 0.75
        ):
            return "row"
        return "paragraph"

    def _start(self, line: Line, role: str) -> None:
        block = Block(text=line.text, role=role, page=line.page)  # type: ignore[arg-type]
        self._blocks.append(block)
        self._open = _Open(block, line, line.x0)

    def _append(self, current: _Open, line: Line) -> None:
        block = current.block
        joint = "" if block.text.endswith(HYPHEN) else " "
        if block.text.endswith("-") and line.text[:1].islower() and current.last.text[-2:-1].isalpha():
            block.text = block.text[:-1] + HYPHEN
            joint = ""
        if line.page != current.last.page:
            block.breaks.append((len(block.text) + len(joint), line.page))
        block.text += joint + line.text
        if current.count == 1:
            current.body_x0 = line.x0
        current.count += 1
        current.last = line

    def _continues(self, current: _Open, line: Line) -> bool:
        """Tell whether a line goes on with the open block."""
        last, block = current.last, current.block
        text = line.text
        if block.role == "row" or _BULLET.match(text) or last.bold != line.bold and line.bold and block.role == "paragraph" and current.count > 1 and _TERMINAL.search(last.text):
            return False
        ended = bool(_TERMINAL.search(last.text))
        lower = text[:1].islower()
        if line.page != last.page:
            if ended or _marker(text):
                return False
            return lower or self._full(last, line) or last.text.endswith(("-", ",", HYPHEN))
        gap = last.bottom - line.top
        if gap < -1 or gap > 1.3 * self._pitch * max(line.height, last.height):
            return False
        room = not self._full(last, line)
        if _marker(text):
            shifted = abs(line.x0 - current.body_x0) > 6
            return not (ended or room or (shifted and current.count > 1) or current.block.role == "item")
        if room and (ended or not lower):
            return False
        return not self._indented(current, line, lower)

    def _full(self, last: Line, line: Line) -> bool:
        """Tell whether the next word could not have stood at the end of the last line."""
        word = line.text.split(" ", 1)[0]
        return last.x1 + (len(word) + 1) * line.letter > self._right - 4

    def _indented(self, current: _Open, line: Line, lower: bool) -> bool:
        """Tell whether a line's indent opens a new paragraph."""
        shift = line.x0 - current.body_x0
        if current.count == 1:
            hanging = current.block.role == "item" and 0 <= shift < 60
            first_line = current.block.role == "paragraph" and -60 < shift < 0
            return not (hanging or first_line or abs(shift) < 8 or lower)
        return abs(shift) > 8 and not lower

    # --- headings ------------------------------------------------------------------------

    def _is_heading(self, line: Line, above: Line | None, below: Line | None) -> bool:
        text = line.text
        letters = [c for c in text if c.isalpha()]
        if len(letters) < 3 or len(text) > 140 or _BULLET.match(text):
            return False
        if structure.level_heading(text) is not None:
            return True
        if line.gap > 3 * _CELL_GAP:
            return False
        apart = above is None or above.bottom - line.top > 1.15 * self._pitch * line.height
        headed = self._open is not None and self._open.block.role == "heading"
        follows = headed and above is not None and not apart
        if structure.factor_heading(text) and (line.bold or text.isupper()) and (apart or headed):
            return True
        if text.rstrip().endswith((".", ";", ",")) and not text.isupper():
            return False
        capitals = text.upper() == text and len(letters) >= 5 and not line.gap > _CELL_GAP
        if not (line.bold or (capitals and self._centred(line))):
            return False
        if not (apart or follows):
            return False
        if below is None:
            return True
        to_next = line.bottom - below.top
        if below.bold and to_next < 1.3 * self._pitch * line.height:
            return bool(self._centred(line)) or line.x1 < self._right - 60
        close = 0 < to_next <= 1.12 * self._pitch * line.height
        if close and below.gap > _CELL_GAP:
            return False
        full = line.x1 > self._right - 40
        return not (close and full)

    def _centred(self, line: Line) -> bool:
        left, right = line.x0 - 72, self._right - line.x1
        return left > 20 and abs(left - right) < 30

    def _heading(self, line: Line) -> None:
        style = (round(line.height), line.text.isupper(), self._centred(line))
        current = self._open
        if (
            current is not None
            and current.block.role == "heading"
            and current.last.page == line.page
            and 0 < current.last.bottom - line.top < 1.5 * self._pitch * line.height
            and self._styles[id(current.block)][0] == style[0]
            and self._styles[id(current.block)][2] == style[2]
            and structure.level_heading(line.text) is None
            and structure.level_heading(current.block.text) is None
            and structure.factor_heading(line.text) is None
        ):
            current.block.text += " " + line.text
            current.last = line
            return
        block = Block(text=line.text, role="heading", page=line.page)
        self._blocks.append(block)
        self._styles[id(block)] = style
        self._open = _Open(block, line, line.x0)

    def _dehyphenate(self, block: Block) -> str:
        """Resolve hyphens at line ends: keep them unless the document writes one word."""
        text = block.text
        if HYPHEN not in text:
            return text
        parts = text.split(HYPHEN)
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
                block.breaks = [
                    (at - 1 if at > offset else at, page) for at, page in block.breaks
                ]
        return result


def _marker(text: str) -> bool:
    return bool(_BULLET.match(text) or _DASH_MARK.match(text) or _ENUMERATOR.match(text))


def _right_margin(lines: Sequence[Line]) -> float:
    """Return where full lines end: the 90th percentile of the right ends of long lines."""
    ends = sorted(line.x1 for line in lines if line.x1 - line.x0 > 250 and line.gap < _CELL_GAP)
    return ends[int(len(ends) * 0.97)] if ends else 540.0


def _pitch(pages: Sequence[list[Line]]) -> float:
    """Return the usual distance between baselines as a multiple of the letter height."""
    ratios: Counter[float] = Counter()
    for page in pages:
        for above, below in zip(page, page[1:], strict=False):
            gap = above.bottom - below.top
            if gap > 0 and below.height > 0 and above.x1 - above.x0 > 250:
                ratio = gap / below.height
                if 0.7 < ratio < 2.4:
                    ratios[round(ratio, 1)] += 1
    return ratios.most_common(1)[0][0] if ratios else 1.0


def _set_depths(blocks: Sequence[Block], styles: dict[int, tuple[float, bool, bool]]) -> None:
    """Give headings depths: by size, capitals and centring; levels under their factor.

    The document's own title is outermost. Inside a level, a heading of a lesser style
    than the factor's belongs to the level.
    """
    headings = [block for block in blocks if block.role == "heading"]
    present = {styles[id(b)] for b in headings if not structure.level_heading(b.text)}
    order = sorted(present, key=lambda s: (-s[0], not s[1], not s[2]))
    rank = {style: place + 1 for place, style in enumerate(order)}
    factor: int | None = None
    level: int | None = None
    for block in headings:
        style = styles[id(block)]
        if structure.level_heading(block.text):
            level = (factor or rank.get(style, len(order))) + 2
            block.depth = level
            continue
        depth = rank[style]
        heading = structure.factor_heading(block.text)
        if heading is not None:
            factor = depth if factor is None or not heading.subfactor else factor
            block.depth = factor + 1 if heading.subfactor and factor else depth
            level = None
        elif factor is not None and level is not None and depth > factor:
            block.depth = level + 1
        else:
            if factor is not None and depth <= factor:
                factor = level = None
            block.depth = depth
