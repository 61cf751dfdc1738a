"""Headings of a PDF: told from text by type, place and wording, and ranked by depth."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.documents.blocks import Block
from index.documents.pdf.lines import CELL_GAP, Line
from index.language import structure

_BULLET = re.compile(r"^[•·▪◦○➢✓❖*](?:\s+|(?=[A-Z]))")
_NUMBERED = re.compile(r"^(?:\(?[A-Z0-9]{1,3}[.)]|[IVX]{1,4}\.)\s+(?=\S)")
_DIVISION = re.compile(r"^(?:appendix|section|chapter|part)\s+[A-Z]?[\dIVX]{0,4}\b", re.IGNORECASE)
_ILLUSTRATIONS = re.compile(r"^illustrations?:?$", re.IGNORECASE)
_CONTINUED = re.compile(r"\s*\((?:continued|cont\.?|cont'd)\)\s*$", re.IGNORECASE)
_SMALL = {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to",
          "vs", "with"}  # fmt: skip
_LARGE, _LARGER = 1.1, 1.3
_LONGEST = 140
_OFTEN = 0.25
"""A distance between lines that is met less often, as a share of the commonest, is an accident."""
_FULL, _COLUMN = 250.0, 150.0
"""A line of text is wider than this, in points, across a page and in one of two columns."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a heading is set: 0 much larger than the text, 1 larger, 2 bold only, 3 plain."""

    size: int
    capitals: bool
    centred: bool


@dataclass(frozen=True, slots=True)
class Measure:
    """The usual dimensions of a document's text.

    ``left`` and ``right`` margins in points, letter ``height`` in points and ``pitch``, the
    distance between baselines as a multiple of the letter height.
    """

    left: float
    right: float
    height: float
    pitch: float

    @classmethod
    def of(cls, pages: Sequence[list[Line]]) -> Measure:
        """Measure the body lines of a document."""
        lines = [line for page in pages for line in page]
        wide = _wide(lines)
        long = [line for line in lines if line.x1 - line.x0 > wide and line.gap < CELL_GAP]
        ends = sorted(line.x1 for line in long)
        starts = Counter(round(line.x0) for line in long)
        heights: Counter[float] = Counter()
        for line in lines:
            heights[round(line.height, 1)] += len(line.text)
        ratios: Counter[float] = Counter()
        for page in pages:
            for above, below in pairwise(page):
                ratio = (above.bottom - below.top) / max(below.height, 1.0)
                if above.x1 - above.x0 > wide and 0.7 < ratio < 2.4:
                    ratios[round(ratio, 1)] += 1
        return cls(
            left=starts.most_common(1)[0][0] if starts else 72.0,
            right=ends[int(len(ends) * 0.97)] if ends else 540.0,
            height=heights.most_common(1)[0][0] if heights else 12.0,
            pitch=_pitch(ratios),
        )

    def near(self, gap: float, height: float, slack: float = 1.3) -> bool:
        """Tell whether a distance between baselines is that of lines of one paragraph."""
        return -1 <= gap <= slack * self.pitch * height


def _pitch(ratios: Counter[float]) -> float:
    """Return the distance between lines of one paragraph: the least of the distances met often.

    Where most paragraphs have one line, the distance between paragraphs is met more often.
    """
    if not ratios:
        return 1.0
    often = ratios.most_common(1)[0][1] * _OFTEN
    return min(ratio for ratio, count in ratios.items() if count >= often)


def _wide(lines: Sequence[Line]) -> float:
    """Return the least width of a line of running text: less where text stands in columns."""
    full = sum(1 for line in lines if line.x1 - line.x0 > _FULL)
    return _FULL if 4 * full > len(lines) else _COLUMN


class Headings:
    """Tells headings from text in one document."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure

    def style(self, line: Line) -> Style:
        ratio = line.height / self._measure.height
        size = 0 if ratio >= _LARGER else 1 if ratio >= _LARGE else 2 if line.bold else 3
        return Style(size, line.text.upper() == line.text, self._centred(line))

    def is_heading(
        self, line: Line, above: Line | None, rest: Sequence[Line], *, headed: bool
    ) -> bool:
        """Tell whether a line is a heading or part of one.

        Args:
            line: The line.
            above: The line before it on the page.
            rest: The lines after it on the page.
            headed: Whether the line before is a heading.
        """
        text = line.text
        below = rest[0] if rest else None
        letters = sum(1 for c in text if c.isalpha())
        if structure.level_heading(text) is not None or structure.bare_level(text):
            return True
        if letters < (2 if headed else 3) or len(text) > _LONGEST or _BULLET.match(text):
            return False
        if line.gap > CELL_GAP and not (_NUMBERED.match(text) and line.gap < 60):
            return False
        measure = self._measure
        if self._out_of_flow(line, above, rest):
            return False
        apart = above is None or not measure.near(above.bottom - line.top, line.height, 1.15)
        style = self.style(line)
        if structure.factor_heading(text) and (apart or headed):
            return style.size < 3 or not _beside_factors(above, below)
        if not (apart or headed):
            return False
        if style.size == 3:
            return apart and self._plain_heading(line, above, below)
        if line.bold and self._is_bold_paragraph(line, rest, style):
            return False
        if not line.bold and not self._apart_from_its_like(line, above, below):
            return False
        return self._strong_heading(line, below, style)

    def _out_of_flow(self, line: Line, above: Line | None, rest: Sequence[Line]) -> bool:
        """Tell whether a line, or the run of lines set like it, is a cell beside others."""
        if above is not None and line.top > above.bottom + 1:
            return True
        last = line
        for following in rest[:4]:
            if following.top > last.bottom + 1:
                return True
            near = self._measure.near(last.bottom - following.top, last.height)
            if not (near and following.bold and line.bold):
                return False
            last = following
        return False

    def _is_bold_paragraph(self, line: Line, rest: Sequence[Line], style: Style) -> bool:
        """Tell whether a bold line opens a whole paragraph set in bold."""
        run = [line]
        for following in rest:
            near = self._measure.near(run[-1].bottom - following.top, following.height)
            if not (near and following.bold and abs(following.height - line.height) < 1):
                break
            run.append(following)
        ends = run[-1].text.endswith((".", ";")) and not style.capitals
        return len(run) > 4 or (len(run) > 1 and ends)

    def _strong_heading(self, line: Line, below: Line | None, style: Style) -> bool:
        """Judge a line that is bold or larger than the text."""
        text = line.text
        follows = below is not None and self._measure.near(line.bottom - below.top, below.height)
        same = follows and below is not None and self.style(below).size == style.size
        if not line.bold and not (style.capitals or self._like_heading(line)):
            return False
        if text.endswith((".", ";")) and not style.capitals:
            return False
        if text.endswith(",") and not same:
            return False
        if text.upper() in ("OR", "AND", "AND/OR", "NOTE:", "NOTE"):
            return False
        if not style.centred and line.x0 > self._measure.left + 130:
            return False
        if not follows or style.size <= 1:
            return True
        close = below is not None and self._measure.near(
            line.bottom - below.top, below.height, 1.12
        )
        if below is not None and below.gap > CELL_GAP and close:
            return False
        return style.centred or (not close) or line.x1 < self._measure.right - 60

    def _plain_heading(self, line: Line, above: Line | None, below: Line | None) -> bool:
        """Judge a line set like the text: short, in title case, alone before a paragraph."""
        if below is None or not self._alone(line, above, below):
            return False
        if above is not None and self._like_heading(above) and self._like_heading(line):
            return False
        if self._like_heading(below) or below.x1 - below.x0 < 200:
            return False
        return self._like_heading(line)

    def _apart_from_its_like(self, line: Line, above: Line | None, below: Line | None) -> bool:
        """Tell whether a larger line that is not bold stands apart from lines of its size.

        Whole sections may be set larger than the rest; their lines are no headings.
        """
        if line.x1 > self._measure.right - 60 and not self._centred(line):
            return False
        for other, gap in (
            (above, above.bottom - line.top if above else 0.0),
            (below, line.bottom - below.top if below else 0.0),
        ):
            if other is None or other.bold or abs(other.height - line.height) > 1:
                continue
            if self._measure.near(gap, line.height) or not self._centred(line):
                return False
        return True

    def _alone(self, line: Line, above: Line | None, below: Line) -> bool:
        before = above is None or not self._measure.near(above.bottom - line.top, line.height)
        return before and not self._measure.near(line.bottom - below.top, below.height)

    def _like_heading(self, line: Line) -> bool:
        text = line.text.strip()
        if structure.is_decision_heading(text):
            return True
        if structure.is_never_heading(text):
            return False
        if _ILLUSTRATIONS.match(text):
            return True
        if len(text) > 75 or re.search(r"[.;,?!]$", text) or line.gap > 60:
            return False
        numbered = bool(_NUMBERED.match(text))
        if text.endswith(":") and not numbered:
            return False
        words = re.findall(r"[A-Za-z][A-Za-z'’/-]*", re.sub(_NUMBERED, "", text) or text)
        heavy = [w for w in words if w.lower() not in _SMALL]
        if len(heavy) < 1 or len(" ".join(words)) < 4:
            return False
        return sum(1 for w in heavy if w[0].isupper()) >= 0.75 * len(heavy)

    def _centred(self, line: Line) -> bool:
        left, right = line.x0 - self._measure.left, self._measure.right - line.x1
        return left > 20 and abs(left - right) < 60


def _beside_factors(above: Line | None, below: Line | None) -> bool:
    """Tell whether a line naming a factor is one of a list of factors."""
    return any(line is not None and structure.factor_heading(line.text) for line in (above, below))


def set_depths(blocks: list[Block], styles: dict[int, Style]) -> list[Block]:
    """Give headings their depths and drop the ones that only repeat an open heading.

    The document's title is outermost, then numbered divisions (appendix, chapter, section),
    then the other styles by size, capitals and centring. A factor stands under a heading of
    its own style, a level under its factor; a lesser heading inside a level belongs to it.
    """
    headings = [block for block in blocks if block.role == "heading"]
    present = {styles[id(b)] for b in headings if not structure.level_heading(b.text)}
    order = sorted(present, key=lambda s: (s.size, not s.capitals, not s.centred))
    rank = {style: 6 + 4 * place for place, style in enumerate(order)}
    titles = _titles(headings)
    factor: int | None = None
    level: int | None = None
    trail: list[Block] = []
    repeats: set[int] = set()
    for place, block in enumerate(headings):
        text = _CONTINUED.sub("", block.text)
        if text != block.text:
            if any(_same(text, open_heading.text) for open_heading in trail):
                repeats.add(id(block))
                continue
            block.text = text
        style = styles[id(block)]
        as_factor = structure.factor_heading(text) or structure.factor_name(text)
        if id(block) in titles:
            block.depth = 1
        elif structure.level_heading(text) or structure.bare_level(text):
            level = block.depth = (factor if factor is not None else rank.get(style, 90)) + 2
        elif as_factor is not None:
            if not as_factor.subfactor or factor is None:
                factor = rank[style] + 1
            block.depth = factor + 1 if as_factor.subfactor else factor
            level = None
        elif _DIVISION.match(text) and style.size < 3:
            block.depth, factor, level = 3, None, None
        else:
            block.depth = rank[style]
            if factor is not None and block.depth <= factor:
                between = _more_factors_follow(headings[place + 1 :])
                block.depth, factor = (factor, factor) if between else (block.depth, None)
                level = None
            elif level is not None:
                block.depth = level + 1
        while trail and trail[-1].depth >= block.depth:
            trail.pop()
        trail.append(block)
    kept = [block for block in blocks if id(block) not in repeats]
    depths = sorted({block.depth for block in kept if block.role == "heading"})
    for block in kept:
        if block.role == "heading":
            block.depth = depths.index(block.depth) + 1
    return kept


def _more_factors_follow(headings: Sequence[Block]) -> bool:
    """Tell whether another factor comes before the next division of the document."""
    for block in headings:
        if _DIVISION.match(block.text):
            return False
        if structure.factor_heading(block.text):
            return True
    return False


def _titles(headings: Sequence[Block]) -> set[int]:
    """Return the headings of the first page that stand before its contents."""
    first = [b for b in headings if b.page == headings[0].page] if headings else []
    for place, block in enumerate(first):
        if structure.is_contents_heading(block.text):
            return {id(b) for b in first[:place]}
    return {id(first[0])} if first else set()


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).lower() == " ".join(other.split()).lower()
