"""Cutting documents into passages along their own structure.

A level description, a paragraph of a decision, a numbered paragraph of a regulation or a
series definition is one passage. Longer stretches are cut between paragraphs, and only a
paragraph beyond the cap is cut inside, at sentence ends. A passage is always an exact slice
of the document's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.models import FactorId
from index import sentences, structure
from index.models import Document, Heading, Passage

CAP = 1400
"""The longest passage in characters, unless one sentence alone is longer."""

TARGET = 1000
"""The length up to which neighbouring paragraphs of one heading are put together."""

FRAGMENT = 160
"""A stretch shorter than this joins its neighbour under the same heading."""



@dataclass(frozen=True, slots=True)
class Section:
    """The text between two headings, with the trail of headings above it."""

    start: int
    end: int
    trail: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document's text."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Return the number of characters."""
        return self.end - self.start


def split(document: Document) -> list[Passage]:
    """Cut a document into passages, in reading order.

    Tables of contents become no passages.
    """
    from index import stance

    spans: list[tuple[Span, tuple[Heading, ...]]] = []
    for section in sections(document):
        if section.trail and structure.is_contents_heading(section.trail[-1].text):
            continue
        spans += [(span, section.trail) for span in _pieces(document, section)]
    passages = [
        _passage(document, number, span, trail)
        for number, (span, trail) in enumerate(spans, start=1)
    ]
    if document.kind == "decision":
        return stance.label(passages)
    return passages


def sections(document: Document) -> Iterator[Section]:
    """Yield the stretches between headings that hold text, with their heading trails."""
    trail: list[Heading] = []
    position = 0
    for heading in (*document.headings, None):
        end = heading.start if heading else len(document.text)
        if document.text[position:end].strip():
            yield Section(position, end, tuple(trail))
        if heading is None:
            return
        while trail and trail[-1].depth >= heading.depth:
            trail.pop()
        trail.append(heading)
        position = heading.end


def _pieces(document: Document, section: Section) -> list[Span]:
    paragraphs = list(_paragraphs(document.text, section.start, section.end))
    if document.kind == "decision":
        packed = _decision_units(document.text, paragraphs, section)
    elif document.kind == "regulation":
        packed = paragraphs
    else:
        packed = _pack(paragraphs)
    return [piece for span in packed for piece in _cut(document.text, span)]


def _paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the paragraphs of a stretch, a list with the line that introduces it as one."""
    for match in re.finditer(r"(?:[^\n]|\n(?!\n))+", text[start:end]):
        body = match.group()
        left = start + match.start() + (len(body) - len(body.lstrip()))
        right = start + match.start() + len(body.rstrip())
        if right > left and not _is_contents(text[left:right]):
            yield Span(left, right)


def _is_contents(body: str) -> bool:
    lines = body.splitlines()
    leaders = sum(1 for line in lines if structure.is_contents_line(line))
    return leaders * 2 >= len(lines)


def _decision_units(text: str, paragraphs: list[Span], section: Section) -> list[Span]:
    """One paragraph each; before the first heading the short lines of the header as one."""
    if section.trail:
        return paragraphs
    units: list[Span] = []
    header: Span | None = None
    for span in paragraphs:
        if span.length < FRAGMENT:
            header = Span(header.start, span.end) if header else span
            continue
        if header:
            units.append(header)
            header = None
        units.append(span)
    return [*units, header] if header else units


def _pack(paragraphs: list[Span]) -> list[Span]:
    """Put neighbouring paragraphs together up to the target length."""
    if paragraphs and paragraphs[-1].end - paragraphs[0].start <= CAP:
        return [Span(paragraphs[0].start, paragraphs[-1].end)]
    packed: list[Span] = []
    for span in paragraphs:
        if packed:
            together = Span(packed[-1].start, span.end)
            small = span.length < FRAGMENT or packed[-1].length < FRAGMENT
            if together.length <= TARGET or (small and together.length <= CAP):
                packed[-1] = together
                continue
        packed.append(span)
    return packed


def _cut(text: str, span: Span) -> list[Span]:
    """Cut a stretch beyond the cap at sentence ends into pieces of similar length."""
    if span.length <= CAP:
        return [span]
    body = text[span.start : span.end]
    stops = sentences.ends(body)
    count = -(-span.length // TARGET)
    ideal = span.length / count
    pieces: list[Span] = []
    start = 0
    previous = 0
    for stop in stops:
        if previous > start and (stop - start > CAP or stop - start > ideal + (stop - previous) / 2):
            pieces.append(Span(start, previous))
            start = previous
        previous = stop
    pieces.append(Span(start, previous))
    if len(pieces) > 1 and pieces[-1].length < FRAGMENT and (
        pieces[-1].end - pieces[-2].start <= CAP
    ):
        last = pieces.pop()
        pieces[-1] = Span(pieces[-1].start, last.end)
    return [_trim(text, Span(span.start + p.start, span.start + p.end)) for p in pieces]


def _trim(text: str, span: Span) -> Span:
    body = text[span.start : span.end]
    return Span(
        span.start + len(body) - len(body.lstrip()), span.end - (len(body) - len(body.rstrip()))
    )


def _passage(
    document: Document, number: int, span: Span, trail: tuple[Heading, ...]
) -> Passage:
    text = document.text[span.start : span.end]
    factor, level = _place(trail)
    named = structure.level_counts(text)
    levels = tuple(dict.fromkeys([*([level] if level else []), *named]))
    if level is None and named:
        level = named.most_common(1)[0][0]
    if factor is None and level is not None:
        factor = structure.factor_of(level)
    in_level = document.kind == "standard" or structure.level_heading(trail[-1].text if trail else "")
    return Passage(
        id=f"{document.id}#{number}",
        document=document.id,
        kind=document.kind,
        title=document.title,
        text=text,
        start=span.start,
        end=span.end,
        page=document.page_at(span.start) if document.pages else None,
        paragraph=None if document.pages else number,
        heading=_trail_text(document, trail),
        factor=factor,
        level=level,
        levels=levels,
        stance="standard" if in_level and levels else "general",
        series=_series(document, trail),
    )


def _place(trail: tuple[Heading, ...]) -> tuple[FactorId | None, str | None]:
    """Return the factor and level the headings above a passage name."""
    factor: FactorId | None = None
    level: str | None = None
    for heading in trail:
        as_factor = structure.factor_heading(heading.text) or structure.factor_name(heading.text)
        if as_factor:
            factor, level = as_factor.factor, None
        bare = structure.bare_level(heading.text)
        if bare and factor is not None:
            level = f"{factor}-{bare}"
        as_level = structure.level_heading(heading.text)
        if as_level:
            level = as_level.level
            factor = structure.factor_of(level)
    return factor, level


def _trail_text(document: Document, trail: tuple[Heading, ...]) -> tuple[str, ...]:
    texts = [structure.tidy_heading(heading.text) for heading in trail]
    return tuple(t for t in texts if t and not document.title.startswith(t))


def _series(document: Document, trail: tuple[Heading, ...]) -> tuple[str, ...]:
    for heading in reversed(trail):
        found = structure.series_heading(heading.text)
        if found and not found.group:
            return (found.code,)
    return document.series
