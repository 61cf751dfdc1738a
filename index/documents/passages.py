"""Cutting documents into passages along their own structure.

A level description, a paragraph of a decision, a numbered paragraph of a regulation or a
series definition is one passage. Longer stretches are cut between paragraphs, and only a
paragraph beyond the cap is cut inside, at sentence ends. A passage is always an exact slice
of the document's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.errors import DocumentError
from core.model import FactorId
from index.decisions.body.findings import attributed
from index.decisions.consistency import held_to
from index.decisions.reading import read_decision
from index.decisions.stance import paragraphs as stance
from index.documents import dividing
from index.documents.dividing import Span
from index.language import structure
from index.models import Decision, Document, Heading, Passage
from index.regulations.reading import read as regulation

_TITLE_PART = 25
_FRONT = re.compile(r"^series covered by", re.IGNORECASE)
_ILLUSTRATIONS = re.compile(r"^(?:work )?(?:illustration|example)(?:s|\(s\))?\s*:?$", re.IGNORECASE)
_PART = re.compile(r"illustrations?|benchmarks?|examples?|notes?\b|or$|and$", re.IGNORECASE)
"""Headings that stay inside the level they stand in."""


@dataclass(frozen=True, slots=True)
class Section:
    """The text between two headings, with the trail of headings above it."""

    start: int
    end: int
    trail: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A source file as read: its document, passages and, for a decision, its facts."""

    document: Document
    passages: tuple[Passage, ...]
    decision: Decision | None


def cut(document: Document) -> Reading:
    """Cut a document into passages and read its facts when it is a decision.

    Raises:
        DocumentError: when there is no text to keep.
    """
    found = tuple(split(document))
    if not found:
        raise DocumentError(
            "there is no text to keep in the document",
            where=document.id,
            hint="If it is a scan, run text recognition on it first.",
        )
    decision = read_decision(document, found) if document.kind == "decision" else None
    if decision is not None:
        found = tuple(held_to(decision, found))
    return Reading(document, found, decision)


def split(document: Document) -> list[Passage]:
    """Cut a document into passages, in reading order.

    Tables of contents become no passages.
    """
    if document.kind == "regulation" and (found := _paragraphs(document)):
        return found
    spans: list[tuple[Span, tuple[Heading, ...], int]] = []
    paragraph = 0
    for section in sections(document):
        if section.trail and structure.is_contents_heading(section.trail[-1].text):
            continue
        for whole in _stretches(document, section):
            # The pieces of a long paragraph are still that one paragraph to a reader.
            paragraph += 1
            spans += [
                (piece, section.trail, paragraph)
                for piece in dividing.cut_at_sentences(document.text, whole)
            ]
    passages = [
        _passage(document, number, span, trail, place)
        for number, (span, trail, place) in enumerate(spans, start=1)
    ]
    if document.kind == "decision":
        return attributed(document, stance.label(passages))
    return passages


def sections(document: Document) -> Iterator[Section]:
    """Yield the stretches between headings that hold text, with their heading trails."""
    trail: list[Heading] = []
    position = 0
    illustrations = _of_levels(document.headings)
    for heading in (*document.headings, None):
        end = heading.start if heading else len(document.text)
        if document.text[position:end].strip():
            yield Section(position, end, tuple(trail))
        if heading is None:
            return
        placed = _after_level(heading, trail)
        level = next((one for one in trail if structure.level_heading(one.text)), None)
        if level is not None and heading.start in illustrations:
            placed = heading.model_copy(update={"depth": max(heading.depth, level.depth + 1)})
        while trail and trail[-1].depth >= placed.depth:
            trail.pop()
        trail.append(placed)
        position = heading.end


def _of_levels(headings: Sequence[Heading]) -> set[int]:
    """Return where illustrations of the level just described begin, however large their heading.

    Those that a division collects after the levels stand for themselves: a level described
    already follows them, or their heading is larger than a factor's.
    """
    found: set[int] = set()
    seen: set[str] = set()
    factor = 0
    for place, heading in enumerate(headings):
        level = structure.level_heading(heading.text)
        if level is not None:
            seen.add(level.level)
        elif structure.factor_heading(heading.text) or structure.factor_name(heading.text):
            factor = heading.depth
        elif _ILLUSTRATIONS.match(heading.text) and heading.depth >= factor:
            named = (structure.level_heading(one.text) for one in headings[place + 1 :])
            following = next((one.level for one in named if one is not None), "")
            if following not in seen:
                found.add(heading.start)
    return found


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
    units = list(dividing.units_of(document.text, section.start, section.end))
    if document.kind == "decision":
        return dividing.decision_paragraphs(units, headed=bool(section.trail))
    if document.kind == "regulation":
        return [unit.span for unit in units]
    return dividing.pack(dividing.bound(units))


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


def _paragraphs(document: Document) -> list[Passage]:
    """Cut a regulation or a statute into its paragraphs; none when it has no sections."""
    read = regulation(document.text, f"{document.id} {document.title}")
    if read is None:
        return []
    found: list[Passage] = []
    for count, one in enumerate(read.paragraphs, start=1):
        for piece in dividing.cut_at_sentences(document.text, Span(one.start, one.end)):
            found.append(
                Passage(
                    id=f"{document.id}#{len(found) + 1}",
                    document=document.id,
                    kind=document.kind,
                    title=document.title,
                    text=document.text[piece.start : piece.end],
                    start=piece.start,
                    end=piece.end,
                    page=document.page_at(piece.start) if document.pages else None,
                    paragraph=None if document.pages else count,
                    heading=one.trail,
                    citation=one.citation,
                    lead=one.lead,
                )
            )
    return found


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
