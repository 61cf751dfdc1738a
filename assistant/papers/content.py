"""What a paper says, whatever it is written as: sections of blocks, runs of text, numbered notes.

A paper is made once, from a case and what the core finds of it, and each module of
:mod:`assistant.papers.formats` lays the same content out. Text is data all the way: a run holds
characters to show, made safe when it is made, and never markup. A gap is a run of its own style,
so that every format shows it as a blank to fill and none can lose it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field

from assistant.text import one_line
from core.model import Frozen, Severity

Style = Literal["plain", "strong", "emphasis", "code", "blank"]
"""How a run is set; ``blank`` is a gap that a person has to fill."""

Line = Annotated[str, AfterValidator(one_line)]
"""Characters to show on one line: no control characters, no line ends."""


class Run(Frozen):
    """Characters in one style, or the mark of a note (``text`` is then empty)."""

    text: str = ""
    style: Style = "plain"
    note: int | None = None


Text = tuple[Run, ...]


class Paragraph(Frozen):
    """A paragraph; ``role`` says what it is besides: a ``lead`` stays with what follows it."""

    kind: Literal["paragraph"] = "paragraph"
    text: Text
    role: Literal["plain", "answer", "remark", "lead", "address", "subject"] = "plain"


class Listing(Frozen):
    """Items one under another, numbered when their order matters."""

    kind: Literal["list"] = "list"
    items: tuple[Text, ...]
    numbered: bool = False


class Entry(Frozen):
    """A label with what stands beside it."""

    label: Line
    value: Text


class Particulars(Frozen):
    """Labels with their values, such as the head of an evaluation statement."""

    kind: Literal["particulars"] = "particulars"
    entries: tuple[Entry, ...]


class Column(Frozen):
    """A column of a table: its head, its share of the width and whether it holds figures."""

    head: Line
    width: int = 1
    figures: bool = False


class Table(Frozen):
    """Rows under heads; ``total`` says that the last row is the sum of those above."""

    kind: Literal["table"] = "table"
    caption: Line
    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    total: bool = False


class Quote(Frozen):
    """Sentences copied from one passage of a document, with their place.

    Each stands by itself: what lay between two of them is not there. ``mark`` says what a reader
    must know of the passage. The place is empty where the quotation after it has the same one.
    """

    kind: Literal["quote"] = "quote"
    words: tuple[str, ...]
    place: Text
    passage: str = ""
    mark: Line = ""


class Callout(Frozen):
    """A warning or a notice with its source."""

    kind: Literal["notice"] = "notice"
    severity: Severity
    text: Text


class Bar(Frozen):
    """One factor in a chart: the points credited, and those of the level sought when higher."""

    label: Line
    points: int
    sought: int | None = None


class Range(Frozen):
    """A grade's range of points; the top grade's has no end."""

    label: Line
    low: int
    high: int | None


class Mark(Frozen):
    """A total on the scale of grades, and what it is of."""

    label: Line
    total: int


class Chart(Frozen):
    """Points by factor and where totals lie among the grades, drawn as a vector image.

    ``caption`` says what the drawing shows, ``description`` in words what it holds: for those who
    hear it, and where a format has no drawing.
    """

    kind: Literal["chart"] = "chart"
    caption: Line
    description: Line
    bars: tuple[Bar, ...]
    ranges: tuple[Range, ...]
    marks: tuple[Mark, ...]


class Signature(Frozen):
    """Lines to be filled in by hand: who signs, and the day."""

    kind: Literal["signature"] = "signature"
    text: Text = ()
    lines: tuple[Line, ...]


class Record(Frozen):
    """Data shown as it is, for a program to read back."""

    kind: Literal["record"] = "record"
    caption: Line
    text: str


Block = Annotated[
    Paragraph | Listing | Particulars | Table | Quote | Callout | Chart | Signature | Record,
    Field(discriminator="kind"),
]


class Section(Frozen):
    """A part of a paper under its heading; ``new_page`` begins it on a page of its own."""

    title: Line
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    new_page: bool = False


class Paper(Frozen):
    """A whole paper.

    ``paper`` is its name in the catalogue. ``about`` names the case in the running head,
    ``dated`` is its day as written, empty where none is stated. ``opening`` stands before the
    first section; of a letter it is a ``cover`` to be taken off, and the pages count after
    it. ``notes`` are the citations, numbered from 1 in the order in which they are first called.
    ``record`` is what :func:`assistant.papers.certificate.verifying.verify` recomputes from; only a
    certificate holds one, so that no other paper carries a case along unseen.
    """

    paper: str
    title: Line
    about: Line
    dated: Line = ""
    fictional: bool = False
    cover: bool = False
    opening: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    notes: tuple[Line, ...] = ()
    fingerprint: str = ""
    record: str = ""


_FEW_BLOCKS: Final = 3
_SHORT_HEAD: Final = 90
_SHORT_ROWS: Final = 12
_SHORT_TEXT: Final = 700


def stays_whole(table: Table) -> bool:
    """Return whether a table is short enough to be kept on one page."""
    said = sum(len(run.text) for row in table.rows for cell in row for run in cell)
    return len(table.rows) <= _SHORT_ROWS and said <= _SHORT_TEXT


def signed(section: Section) -> bool:
    """Return whether a section is signed; what is signed stands on the page it is signed on."""
    return any(block.kind == "signature" for block in section.blocks)


def leads_to_signing(listed: Sequence[tuple[int, Section]], at: int) -> bool:
    """Return whether a part stays with the next, which is signed: nobody signs a sheet of nothing.

    Args:
        listed: the parts of a paper, as :func:`parts` gives them.
        at: which of them.
    """
    section, following = listed[at][1], listed[at + 1 : at + 2]
    plain = all(block.kind in ("paragraph", "list") for block in section.blocks)
    short = len(section.blocks) <= _FEW_BLOCKS and not signed(section)
    return plain and short and any(signed(one) for _, one in following)


def running_head(paper: Paper) -> str:
    """Return what names the case at the head of every page: on one line, however long it is."""
    about = paper.about
    return about if len(about) <= _SHORT_HEAD else f"{about[: _SHORT_HEAD - 1].rstrip()}…"


# --- walking a paper ----------------------------------------------------------------------


def parts(paper: Paper) -> Iterator[tuple[int, Section]]:
    """Return every section with its depth (1 at the top), in the order of the paper."""

    def under(sections: tuple[Section, ...], depth: int) -> Iterator[tuple[int, Section]]:
        for section in sections:
            yield depth, section
            yield from under(section.sections, depth + 1)

    return under(paper.sections, 1)


def blocks(paper: Paper) -> Iterator[Block]:
    """Return every block in the order of the paper."""
    yield from paper.opening
    for _, section in parts(paper):
        yield from section.blocks


def texts(block: Block) -> Iterator[Text]:
    """Return the texts of a block in the order in which they are read; a drawing has none."""
    match block:
        case Paragraph() | Callout():
            yield block.text
        case Listing():
            yield from block.items
        case Particulars():
            for entry in block.entries:
                yield entry.value
        case Table():
            for row in block.rows:
                yield from row
        case Quote():
            yield block.place
        case Signature():
            yield block.text


def plain(text: Text) -> str:
    """Return the characters of a text without styles and note marks."""
    return "".join(run.text for run in text)
