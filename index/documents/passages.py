"""Cutting documents into passages along their own structure.

A level description, a paragraph of a decision, a numbered paragraph of a regulation or a
series definition is one passage. Longer stretches are cut between paragraphs, and only a
paragraph beyond the cap is cut inside, at sentence ends. A passage is always an exact slice
of the document's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from core.model import FactorId
from index.decisions.body import quotes as decision_quotes
from index.decisions.stance import paragraphs as stance
from index.language import sentences, structure
from index.models import Document, Heading, Passage

CAP = 1400
"""The longest passage in characters, unless one sentence alone is longer."""

TARGET = 900
"""The length in characters (about 150 words) passages come near to where they can."""

ENDLESS = 6000
"""A run without a sentence end longer than this is no sentence and is cut at a space."""

MANY, TINY = 5000, 16
"""More lines than this in one section, of fewer characters each than this, are no prose: no
official document has such a section, and weighing every way to divide it would take minutes."""

FRAGMENT = 160
"""A line shorter than this may be a title or an item rather than a paragraph."""

_LIST_BREAK = 0.15
_TITLE_PART = 25
_FRONT = re.compile(r"^series covered by", re.IGNORECASE)
_PART = re.compile(r"illustrations?|benchmarks?|examples?|notes?\b|or$|and$", re.IGNORECASE)
"""Headings that stay inside the level they stand in."""

_ITEM = re.compile(r"^(?:[•*-]|\(?[A-Za-z0-9]{1,3}[.)])\s")
_SENTENCE = re.compile(r"(?:\S+\s+){7,}\S+[.!?][\"”’')\]]*$")


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


@dataclass(frozen=True, slots=True)
class Unit:
    """A line of the text of record; ``spaced`` when an empty line stands before it."""

    span: Span
    text: str
    spaced: bool


def split(document: Document) -> list[Passage]:
    """Cut a document into passages, in reading order.

    Tables of contents become no passages.
    """
    spans: list[tuple[Span, tuple[Heading, ...], int]] = []
    paragraph = 0
    for section in sections(document):
        if section.trail and structure.is_contents_heading(section.trail[-1].text):
            continue
        for whole in _stretches(document, section):
            # The pieces of a long paragraph are still that one paragraph to a reader.
            paragraph += 1
            spans += [(piece, section.trail, paragraph) for piece in _cut(document.text, whole)]
    passages = [
        _passage(document, number, span, trail, place)
        for number, (span, trail, place) in enumerate(spans, start=1)
    ]
    if document.kind == "decision":
        return decision_quotes.attributed(document, stance.label(passages))
    if document.kind == "regulation":
        return _designated(passages)
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
        placed = _after_level(heading, trail)
        while trail and trail[-1].depth >= placed.depth:
            trail.pop()
        trail.append(placed)
        position = heading.end


def _after_level(heading: Heading, trail: Sequence[Heading]) -> Heading:
    """Return a heading that ends the level above it, at that level's depth.

    What is headed in capitals after a level headed in small letters (special situations, notes
    to the whole factor) is not part of the level, however small it is printed.
    """
    level = next((above for above in trail if structure.level_heading(above.text)), None)
    if level is None or heading.depth <= level.depth:
        return heading
    if heading.text.isupper() and not level.text.isupper() and not _PART.match(heading.text):
        return heading.model_copy(update={"depth": level.depth})
    return heading


def _stretches(document: Document, section: Section) -> list[Span]:
    units = list(_units(document.text, section.start, section.end))
    if document.kind == "decision":
        return _decision_paragraphs(units, headed=bool(section.trail))
    if document.kind == "regulation":
        return [unit.span for unit in units]
    return _pack(_bound(units))


def _units(text: str, start: int, end: int) -> Iterator[Unit]:
    """Yield the lines of a stretch: paragraphs, list items and table rows."""
    position = start
    spaced = True
    lines = text[start:end].split("\n")
    wrapped = _wrapped_entries(lines)
    for number, raw in enumerate(lines):
        line = raw.strip() if number not in wrapped else ""
        left = position + len(raw) - len(raw.lstrip())
        position += len(raw) + 1
        if not line:
            spaced = True
        elif not structure.is_contents_line(line):
            yield Unit(Span(left, left + len(line)), line, spaced=spaced)
            spaced = False


def _wrapped_entries(lines: Sequence[str]) -> set[int]:
    """Return the lines that are the first half of an entry of a table of contents."""
    found: set[int] = set()
    leading = False
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number].strip()
        if not line:
            continue
        if structure.is_contents_line(line):
            leading = True
        elif leading and len(line) < 80 and not re.search(r"[.;:]$", line):
            found.add(number)
        else:
            leading = False
    return found


def _decision_paragraphs(units: list[Unit], *, headed: bool) -> list[Span]:
    """One paragraph each; the short lines of the header, and of a table, as one."""
    found: list[Span] = []
    short = False
    for unit in units:
        joins = not unit.spaced or (not headed and short and unit.span.length < FRAGMENT)
        if found and joins and unit.span.end - found[-1].start <= CAP:
            found[-1] = Span(found[-1].start, unit.span.end)
        else:
            found.append(unit.span)
        # A sentence is a paragraph, however short; the lines of a head are none.
        short = unit.span.length < FRAGMENT and not _SENTENCE.search(unit.text)
    return found


def _bound(units: list[Unit]) -> list[Unit]:
    """Join the lines that belong together: what introduces something, with what follows.

    A line ending in a colon introduces a list; a short line without a full stop titles the
    paragraph after it; a short item is explained by the paragraph after it.
    """
    bound: list[Unit] = []
    open_lead = False
    followings: list[Unit | None] = [*units[1:], None]
    for unit, following in zip(units, followings, strict=False):
        if bound and open_lead and unit.span.end - bound[-1].span.start <= CAP:
            first = bound[-1]
            bound[-1] = Unit(Span(first.span.start, unit.span.end), unit.text, spaced=first.spaced)
        else:
            bound.append(unit)
        open_lead = following is not None and _leads(unit, following)
    return bound


def _leads(unit: Unit, following: Unit) -> bool:
    if unit.text.endswith(":"):
        return True
    long = following.span.length > FRAGMENT or following.text.endswith(":")
    titles = unit.span.length < FRAGMENT and following.spaced and long
    if not titles:
        return False
    return bool(_ITEM.match(unit.text)) or not re.search(r"[.;,!?][\"”’')\]]*$", unit.text)


def _pack(units: list[Unit]) -> list[Span]:
    """Put neighbouring units together into passages of similar length under the cap.

    Chooses the division with the least cost, where a passage costs the more the farther it
    is from the target, and a break inside a list costs more than one between paragraphs.
    """
    if not units:
        return []
    if units[-1].span.end - units[0].span.start <= CAP:
        return [Span(units[0].span.start, units[-1].span.end)]
    if len(units) > MANY and units[-1].span.end - units[0].span.start < len(units) * TINY:
        units = _joined(units)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(units) + 1):
        options: list[tuple[float, int]] = []
        for start in range(end - 1, -1, -1):
            length = units[end - 1].span.end - units[start].span.start
            if length > CAP and start < end - 1:
                break
            miss = (length - TARGET) / TARGET
            inside_list = 0.0 if units[start].spaced else _LIST_BREAK
            options.append((best[start][0] + miss * miss + inside_list, start))
        best.append(min(options))
    spans: list[Span] = []
    end = len(units)
    while end > 0:
        start = best[end][1]
        spans.append(Span(units[start].span.start, units[end - 1].span.end))
        end = start
    return spans[::-1]


def _joined(units: list[Unit]) -> list[Unit]:
    """Join neighbouring units that are next to nothing, so that choosing among them ends."""
    joined: list[Unit] = []
    for unit in units:
        last = joined[-1] if joined else None
        if last is None or max(last.span.length, unit.span.length) >= FRAGMENT:
            joined.append(unit)
        else:
            joined[-1] = replace(last, span=Span(last.span.start, unit.span.end))
    return joined


def _cut(text: str, span: Span) -> list[Span]:
    """Cut a stretch beyond the cap at sentence ends into pieces of similar length."""
    if span.length <= CAP:
        return [span]
    starts = [0, *_stops(text[span.start : span.end])]
    units = [
        Unit(_trim(text, Span(span.start + a, span.start + b)), "", spaced=True)
        for a, b in pairwise(starts)
    ]
    return _pack([unit for unit in units if unit.span.length > 0])


def _stops(body: str) -> list[int]:
    """Return where a stretch may be cut: sentence ends, and inside what is no sentence."""
    stops: list[int] = []
    last = 0
    for stop in sentences.ends(body):
        while stop - last > ENDLESS:
            blank = body.rfind(" ", last + ENDLESS // 2, last + ENDLESS)
            last = blank if blank > last else last + ENDLESS
            stops.append(last)
        stops.append(stop)
        last = stop
    return stops


def _trim(text: str, span: Span) -> Span:
    body = text[span.start : span.end]
    return Span(
        span.start + len(body) - len(body.lstrip()), span.end - (len(body) - len(body.rstrip()))
    )


def _passage(
    document: Document, number: int, span: Span, trail: tuple[Heading, ...], paragraph: int
) -> Passage:
    text = document.text[span.start : span.end]
    factor, headed = _place(trail)
    level = headed
    named = structure.level_counts(text)
    levels = tuple(dict.fromkeys([*([level] if level else []), *named]))
    if level is None and named:
        level = named.most_common(1)[0][0]
    if factor is None and level is not None:
        factor = structure.factor_of(level)
    first = text.partition("\n")[0]
    described = headed is not None or structure.level_heading(first) is not None
    return Passage(
        id=f"{document.id}#{number}",
        document=document.id,
        kind=document.kind,
        title=document.title,
        text=text,
        start=span.start,
        end=span.end,
        page=document.page_at(span.start) if document.pages else None,
        paragraph=None if document.pages else paragraph,
        heading=_trail_text(document, trail),
        factor=factor,
        level=level,
        levels=levels,
        # A passage that only names a level in passing does not say what the level requires.
        stance="standard" if described and levels else "general",
        series=_series(document, trail),
    )


def _designated(passages: list[Passage]) -> list[Passage]:
    """Add to each paragraph of a regulation its designation: ``(b)(2)``.

    The designations nest (a) (1) (i) (A), as in the Code of Federal Regulations.
    """
    found: list[Passage] = []
    open_marks: list[str] = []
    section: tuple[str, ...] = ()
    for passage in passages:
        if passage.heading != section:
            open_marks, section = [], passage.heading
        match = re.match(r"\(([a-z]{1,5}|\d{1,3}|[A-Z]{1,3})\)\s", passage.text)
        if match:
            depth = _designation_depth(match[1], open_marks)
            open_marks = [*open_marks[:depth], match[1]]
        if open_marks:
            mark = "".join(f"({m})" for m in open_marks)
            passage = passage.model_copy(update={"heading": (*passage.heading, mark)})  # noqa: PLW2901
        found.append(passage)
    return found


def _designation_depth(mark: str, open_marks: list[str]) -> int:
    """Return how deep a designation stands: 0 for (a), 1 for (1), 2 for (i), 3 for (A)."""
    if mark.isdigit():
        return 1
    if mark.isupper():
        return 3
    roman = bool(re.fullmatch(r"[ivxl]+", mark))
    follows_letter = bool(open_marks) and ord(mark[0]) == ord(open_marks[0][0]) + 1
    if roman and len(open_marks) >= 2 and not (len(mark) == 1 and follows_letter):
        return 2
    return 0


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
    """Return the trail as a person reads it, without the document's own title."""
    title = document.title.lower()
    texts = [structure.tidy_heading(heading.text) for heading in trail]
    return tuple(
        text
        for text in texts
        if text
        and text.lower() != title
        and not (len(text) >= _TITLE_PART and text.lower() in title)
        and not _FRONT.match(text)
    )


def _series(document: Document, trail: tuple[Heading, ...]) -> tuple[str, ...]:
    for heading in reversed(trail):
        found = structure.series_heading(heading.text)
        if found and not found.group:
            return (found.code,)
    return document.series
