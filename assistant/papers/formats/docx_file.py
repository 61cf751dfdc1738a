"""A paper as a Word document: real styles and headings, footnotes, fields for the page numbers."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any, Final

from assistant.papers.content import (
    Callout,
    Chart,
    Listing,
    Paragraph,
    Particulars,
    Quote,
    Record,
    Signature,
    Table,
    parts,
)
from assistant.papers.formats.word import marks
from assistant.papers.formats.word.pictures import add_drawing
from assistant.papers.formats.word.styles import begin_after_cover, prepare, shade, side_line

if TYPE_CHECKING:
    from assistant.papers.content import Block, Paper, Text

NAME = "docx"
TITLE = "Word document"
SUFFIX = ".docx"

_INCHES: Final = 6.5
_DAY: Final = (2000, 1, 1, 0, 0, 0)


def encode(paper: Paper) -> bytes:
    """Return the paper as a Word file."""
    from docx import Document

    document = Document()
    prepare(document, paper)
    laid = _Laid(document, paper)
    document.add_paragraph(paper.title, style="Title")
    for block in paper.opening:
        laid.block(block)
    if paper.cover:
        begin_after_cover(document, paper)
    for at, (depth, section) in enumerate(parts(paper)):
        heading = document.add_heading(section.title, level=min(depth, 4))
        broken = section.new_page and not (paper.cover and at == 0)
        heading.paragraph_format.page_break_before = broken
        for block in section.blocks:
            laid.block(block)
    marks.attach_footnotes(document, laid.footnotes)
    if paper.record:
        marks.attach_record(document, paper.record)
    written = io.BytesIO()
    document.save(written)
    return _same_bytes(written.getvalue())


def _same_bytes(data: bytes) -> bytes:
    """Return the file without the moment of its writing, so that one paper gives one file."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, date_time=_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()


class _Laid:
    """The document being laid out, and the footnotes called so far."""

    def __init__(self, document: Any, paper: Paper) -> None:
        self.document = document
        self.paper = paper
        self.footnotes: dict[int, str] = {}
        self.drawings = 0

    def text(self, paragraph: Any, text: Text, *, bold: bool = False) -> None:
        """Add runs to a paragraph; a note's first call makes its footnote, a later one refers."""
        for run in text:
            if run.note is not None:
                if run.note in self.footnotes:
                    marks.call_again(paragraph, run.note)
                else:
                    self.footnotes[run.note] = self.paper.notes[run.note - 1]
                    marks.call_footnote(paragraph, run.note)
                continue
            made = paragraph.add_run(run.text)
            made.bold = True if bold or run.style == "strong" else None
            if run.style in ("emphasis", "code", "blank"):
                made.style = {"emphasis": "Emphasis", "code": "Code", "blank": "Blank"}[run.style]

    def block(self, block: Block) -> None:
        """Lay out one block."""
        document = self.document
        match block:
            case Paragraph():
                style = {"answer": "Answer", "remark": "Remark", "address": "Address"}
                made = document.add_paragraph(style=style.get(block.role, "Normal"))
                self.text(made, block.text)
            case Listing():
                number = marks.restart_numbers(document) if block.numbered else None
                for item in block.items:
                    made = document.add_paragraph(
                        style="List Number" if block.numbered else "List Bullet"
                    )
                    if number is not None:
                        marks.use_numbers(made, number)
                    self.text(made, item)
            case Particulars():
                self._particulars(block)
            case Table():
                self._table(block)
            case Quote():
                self._quote(block)
            case Callout():
                made = document.add_paragraph(style="Notice")
                side_line(made, block.severity)
                made.add_run(f"{block.severity.capitalize()}. ").bold = True
                self.text(made, block.text)
            case Chart():
                self.drawings += 1
                caption = document.add_paragraph(block.caption, style="Caption")
                caption.paragraph_format.keep_with_next = True
                add_drawing(document, block, self.drawings, width=_INCHES)
                document.add_paragraph(block.description, style="Remark")
            case Signature():
                self._signature(block)
            case Record():
                document.add_paragraph(block.caption, style="Caption")
                made = document.add_paragraph(style="Record")
                for at, line in enumerate(block.text.splitlines()):
                    made.add_run(line)
                    if at < len(block.text.splitlines()) - 1:
                        made.runs[-1].add_break()

    def _particulars(self, block: Particulars) -> None:
        grid = self.document.add_table(rows=0, cols=2)
        marks.fix_widths(grid, (1.75, _INCHES - 1.75))
        for entry in block.entries:
            label, value = grid.add_row().cells
            label.paragraphs[0].style = value.paragraphs[0].style = "Table Text"
            label.paragraphs[0].add_run(entry.label).bold = True
            self.text(value.paragraphs[0], entry.value)
        marks.fix_widths(grid, (1.75, _INCHES - 1.75))
        self.document.add_paragraph(style="After Table")

    def _table(self, block: Table) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        caption = self.document.add_paragraph(block.caption, style="Caption")
        caption.paragraph_format.keep_with_next = True
        grid = self.document.add_table(rows=1, cols=len(block.columns))
        grid.style = "Table Grid"
        for cell, column in zip(grid.rows[0].cells, block.columns, strict=True):
            cell.paragraphs[0].style = "Table Text"
            cell.paragraphs[0].add_run(column.head).bold = True
            shade(cell, "E7ECF2")
            if column.figures:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        marks.repeat_head(grid.rows[0])
        for at, row in enumerate(block.rows):
            made = grid.add_row()
            marks.keep_whole(made)
            last = block.total and at == len(block.rows) - 1
            for cell, column, text in zip(made.cells, block.columns, row, strict=True):
                cell.paragraphs[0].style = "Table Text"
                self.text(cell.paragraphs[0], text, bold=last)
                if column.figures:
                    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        shares = sum(column.width for column in block.columns)
        marks.fix_widths(grid, [_INCHES * column.width / shares for column in block.columns])
        self.document.add_paragraph(style="After Table")

    def _quote(self, block: Quote) -> None:
        made = self.document.add_paragraph(style="Quote")
        made.add_run(" ".join(block.words.split()))
        made.paragraph_format.keep_with_next = True
        place = self.document.add_paragraph(style="Quote Place")
        self.text(place, block.place)
        if block.mark:
            self.document.add_paragraph(style="Quote Place").add_run(block.mark).bold = True

    def _signature(self, block: Signature) -> None:
        if block.text:
            made = self.document.add_paragraph()
            made.paragraph_format.keep_with_next = True
            self.text(made, block.text)
        for at, line in enumerate(block.lines):
            made = self.document.add_paragraph(f"{line} \t", style="Signature Line")
            made.paragraph_format.keep_with_next = at < len(block.lines) - 1
