"""An answer as a reader meets it: the lead, the law's words, the core's figures, what is next.

About :data:`LINES` lines at 80 columns are shown; what is left over is kept for "more". Text from
documents is escaped: it is shown, never interpreted.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from assistant.chat.composing.layout import mark
from assistant.events import Claim, Source
from assistant.text import escape
from index.documents.superseded import at_page

if TYPE_CHECKING:
    from assistant.chat.composing.quoting import Quotation, Quoter
    from assistant.chat.model import Answer, Words

LINES = 25
COLUMNS = 78
MOST_WORDS = 3


@dataclass(slots=True)
class Rendered:
    """What is shown of an answer, what is kept back, and the claims both rest on.

    ``head`` is how many blocks come first, before an argument from the documents.
    """

    head: int = 1
    blocks: list[str] = field(default_factory=list)
    more: list[str] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    kept: list[Claim] = field(default_factory=list)


def render(answer: Answer, quoter: Quoter, *, own: bool, first: int = 1) -> Rendered:
    """Return an answer in Markdown blocks.

    Args:
        answer: The answer as data.
        quoter: Finds the sentences to quote in the reader's library.
        own: Whether the open case is the reader's own position.
        first: The number of the first citation.
    """
    out = Rendered(blocks=[answer.lead.strip(), *([answer.also] if answer.also else [])])
    room = LINES - sum(map(_lines, out.blocks))
    tail = _figures(answer, own=own) + _next(answer)
    room -= sum(_lines(block) + 1 for block in tail)
    number = first
    for position, block in enumerate(_words(answer.words, quoter)):
        needs = _lines(block.text) + 1
        shown = position == 0 or (needs <= room and position < MOST_WORDS)
        (out.blocks if shown else out.more).append(block.text.replace(_NUMBER, str(number)))
        claims = [_numbered(claim, number) for claim in block.claims]
        (out.claims if shown else out.kept).extend(claims)
        number += block.numbers
        room -= needs if shown else 0
    out.head = len(out.blocks)
    out.blocks += tail + ([answer.beside] if answer.beside else [])
    out.more += answer.more
    return out


@dataclass(frozen=True, slots=True)
class _Block:
    """Some words of an answer in Markdown with the claims they are, and citations they number."""

    text: str
    claims: tuple[Claim, ...]
    numbers: int


_NUMBER = "\x00"
"""Stands in a block for the number of its citation."""


def _words(words: tuple[Words, ...], quoter: Quoter) -> list[_Block]:
    """Return the quotations, then what is ours because it cannot be quoted."""
    quoted: list[_Block] = []
    ours: list[Words] = []
    seen: set[tuple[str, int]] = set()
    for one in words:
        found = quoter.quote(one)
        if found is None or not found.verified:
            ours.append(one)
        elif (found.passage.id, found.start) not in seen:
            # Two rules may stand in one sentence, which is then quoted once.
            seen.add((found.passage.id, found.start))
            claim = Claim(text=one.ours, side="reason", sources=(source_of(found, 0),))
            quoted.append(_Block(quotation_block(found, _NUMBER), (claim,), 1))
    if not ours:
        return quoted
    # With a quotation at hand our own words wait; without one they are what there is.
    lines = "\n".join(f"- {' '.join(one.ours.split())}{_place(one)}" for one in ours[:MOST_WORDS])
    claims = tuple(Claim(text=one.ours, side="reason", sources=()) for one in ours)
    return [*quoted, _Block(f"*In our words:*\n\n{lines}", claims, 0)]


def _numbered(claim: Claim, number: int) -> Claim:
    return replace(claim, sources=tuple(replace(s, number=number) for s in claim.sources))


def quotation_block(found: Quotation, number: str) -> str:
    """Return a quotation as a block with its number, document and page."""
    # The place of a regulation names the document itself: "5 CFR 511.703(b)(1)".
    named = bool(found.passage.citation) and found.place.startswith(found.passage.citation)
    parts = (found.place,) if named else (found.title, found.place)
    place = ", ".join(escape(p) for p in parts if p)
    lines = [f"“{escape(found.text)}” \\[{number}\\]", f"— {place}", *mark(found.superseded)]
    return "\n>\n".join(f"> {line}" for line in lines)


def source_of(found: Quotation, number: int) -> Source:
    """Return a quotation as a numbered source."""
    return Source(
        number=number,
        passage=found.passage.id,
        document=found.passage.document,
        title=found.title,
        place=found.place,
        heading=found.passage.heading,
        quote=found.text,
        verified=found.verified,
        start=found.start,
        end=found.end,
        superseded=found.superseded,
    )


def _place(words: Words) -> str:
    if words.citation is None:
        return ""
    page = words.citation.page
    where = f"p. {page}" if page[:1].isdigit() and " " not in page else page
    cited = words.citation
    parts = (cited.document, cited.section, where)
    superseded = at_page(cited.document, page, edition=cited.edition, section=cited.section)
    place = f" *({escape(', '.join(p for p in parts if p))})*"
    return " ".join([place, *mark(superseded)])


def _figures(answer: Answer, *, own: bool) -> list[str]:
    if not answer.figures:
        return []
    default = "For your case, by the core" if own else "For the example case, by the core"
    lines = "\n".join(line if _listed(line) else f"- {line}" for line in answer.figures)
    return [f"### {answer.whose or default}", lines]


def _listed(line: str) -> bool:
    return line.startswith(("- ", "| ", "  "))


def _next(answer: Answer) -> list[str]:
    if not answer.next:
        return []
    return ["### Next", "\n".join(f"- {line}" for line in answer.next[:3])]


def _lines(block: str) -> int:
    return sum(max(1, math.ceil(len(line) / COLUMNS)) for line in block.splitlines())
