"""Dividing a stretch of text into pieces of similar length, at the best places.

Lines that belong together stay together; longer stretches are cut between paragraphs, and only a
paragraph beyond the cap is cut inside, at sentence ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.language import sentences, structure

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
_ITEM = re.compile(r"^(?:[•*-]|\(?[A-Za-z0-9]{1,3}[.)])\s")
_SENTENCE = re.compile(r"(?:\S+\s+){7,}\S+[.!?][\"”’')\]]*$")


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


def units_of(text: str, start: int, end: int) -> Iterator[Unit]:
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


def decision_paragraphs(units: list[Unit], *, headed: bool) -> list[Span]:
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


def bound(units: list[Unit]) -> list[Unit]:
    """Join the lines that belong together: what introduces something, with what follows.

    A line ending in a colon introduces a list; a short line without a full stop titles the
    paragraph after it; a short item is explained by the paragraph after it.
    """
    together: list[Unit] = []
    open_lead = False
    followings: list[Unit | None] = [*units[1:], None]
    for unit, following in zip(units, followings, strict=False):
        if together and open_lead and unit.span.end - together[-1].span.start <= CAP:
            first = together[-1]
            together[-1] = Unit(
                Span(first.span.start, unit.span.end), unit.text, spaced=first.spaced
            )
        else:
            together.append(unit)
        open_lead = following is not None and _leads(unit, following)
    return together


def _leads(unit: Unit, following: Unit) -> bool:
    if unit.text.endswith(":"):
        return True
    long = following.span.length > FRAGMENT or following.text.endswith(":")
    titles = unit.span.length < FRAGMENT and following.spaced and long
    if not titles:
        return False
    return bool(_ITEM.match(unit.text)) or not re.search(r"[.;,!?][\"”’')\]]*$", unit.text)


def pack(units: list[Unit]) -> list[Span]:
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


def cut_at_sentences(text: str, span: Span) -> list[Span]:
    """Cut a stretch beyond the cap at sentence ends into pieces of similar length."""
    if span.length <= CAP:
        return [span]
    starts = [0, *_stops(text[span.start : span.end])]
    units = [
        Unit(_trim(text, Span(span.start + a, span.start + b)), "", spaced=True)
        for a, b in pairwise(starts)
    ]
    return pack([unit for unit in units if unit.span.length > 0])


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
