"""A paper as a Word document: real styles and headings, footnotes, fields for the page numbers."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from typing import Any, Final

from assistant.papers.content import (
    Block,
    Callout,
    Chart,
    Listing,
    Paper,
    Paragraph,
    Particulars,
    Quote,
    Record,
    Run,
    Signature,
    Table,
    Text,
    leads_to_signing,
    parts,
    signed,
    stays_whole,
)
from assistant.papers.formats.word import marks
from assistant.papers.formats.word.pictures import add_drawing
from assistant.papers.formats.word.styles import begin_after_cover, prepare, shade, side_line
from assistant.text import one_line
from core.errors import DocumentError

NAME = "docx"
TITLE = "Word document"

_INCHES: Final = 6.5
_LABEL: Final = 2.0
_PARAGRAPHS: Final = {
    "plain": "Normal",
    "answer": "Answer",
    "remark": "Remark",
    "address": "Address",
    "subject": "Subject",
    "lead": "Normal",
}
_CHARACTERS: Final = {"emphasis": "Emphasis", "code": "Code", "blank": "Blank"}
_DAY: Final = (2000, 1, 1, 0, 0, 0)
_RECORD: Final = re.compile(r'<record xmlns="urn:fes:record">(.*?)</record>', re.DOTALL)
_DATA: Final = re.compile(r"customXml/.*")
_SEEN: Final = re.compile(r"word/(?:document|footnotes|header\d*)\.xml")
_RUN: Final = re.compile(r"<w:r[ >].*?</w:r>", re.DOTALL)
_HIDDEN: Final = re.compile(
    r'<w:(?:vanish|webHidden)(?! w:val="(?:0|false)")\b|<w:color w:val="FFFFFF"', re.IGNORECASE
)
"""What a word processor does not show, or shows white on white."""
_MOST_BYTES: Final = 50_000_000


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
    listed = list(parts(paper))
    for at, (depth, section) in enumerate(listed):
        begun = len(document.element.body)
        heading = document.add_heading(section.title, level=min(depth, 4))
        broken = section.new_page and not (paper.cover and at == 0)
        heading.paragraph_format.page_break_before = broken
        for block in section.blocks:
            laid.block(block)
        if signed(section):
            marks.keep_together(document, begun)
        elif leads_to_signing(listed, at):
            marks.keep_together(document, begun, with_next=True)
    marks.attach_footnotes(document, laid.footnotes)
    if paper.record:
        marks.attach_record(document, paper.record)
    written = io.BytesIO()
    document.save(written)
    return _same_bytes(written.getvalue())


def record(data: bytes) -> str | None:
    """Return the data of the certificate a file holds, if it holds any.

    Raises:
        DocumentError: the file is damaged.
    """
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return None
    found = (_RECORD.search(xml) for xml in _xml(data, _DATA))
    return next((unescape(one[1]) for one in found if one), None)


def words(data: bytes) -> list[str]:
    """Return the words of the parts that are seen, whatever program saved the file last.

    Raises:
        DocumentError: the file is damaged.
    """
    found: dict[tuple[str, ...], None] = {}
    for xml in _xml(data, _SEEN):
        shown = _RUN.sub(lambda run: "" if _HIDDEN.search(run[0]) else run[0], xml)
        # What a field computes is seen, its code is not.
        shown = re.sub(r"<w:instrText.*?</w:instrText>", "", shown, flags=re.DOTALL)
        text = re.sub(r"</w:p>|<w:br/>|<w:tab/>", " ", shown).replace("<w:noBreakHyphen/>", "-")
        # Some programs write the head of the pages once more for pages of another kind.
        found.setdefault(tuple(unescape(re.sub(r"<[^>]*>", "", text)).split()))
    return [word for part in found for word in part]


def _xml(data: bytes, wanted: re.Pattern[str]) -> Iterator[str]:
    """Return the text of a Word file's parts with such names; none is unpacked beyond measure."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            for part in sorted(file.infolist(), key=lambda one: one.filename):
                if wanted.fullmatch(part.filename) and part.file_size < _MOST_BYTES:
                    yield file.read(part).decode("utf-8", "replace")
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        raise DocumentError(
            f"this Word file is damaged ({error})", hint="Ask for the file again."
        ) from None


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
        # A style is looked up by its name once: the library searches all of them each time.
        self.styles = {style.name: style.style_id for style in document.styles}

    def paragraph(self, style: str, words: str = "") -> Any:
        made = self.document.add_paragraph(words)
        return self.styled(made, style)

    def styled(self, paragraph: Any, style: str) -> Any:
        paragraph._p.style = self.styles[style]
        return paragraph

    def text(self, paragraph: Any, text: Text, *, bold: bool = False) -> None:
        """Add runs to a paragraph; a note's first call makes its footnote, a later one refers."""
        call = self.styles["footnote reference"]
        for run in text:
            if run.note is not None:
                if run.note in self.footnotes:
                    marks.call_again(paragraph, run.note, call)
                else:
                    self.footnotes[run.note] = self.paper.notes[run.note - 1]
                    marks.call_footnote(paragraph, run.note, call)
                continue
            made = marks.unbroken(paragraph.add_run(), run.text)
            made.bold = True if bold or run.style == "strong" else None
            if run.style in _CHARACTERS:
                made._r.style = self.styles[_CHARACTERS[run.style]]

    def block(self, block: Block) -> None:
        """Lay out one block."""
        match block:
            case Paragraph():
                made = self.paragraph(_PARAGRAPHS[block.role])
                made.paragraph_format.keep_with_next = True if block.role == "lead" else None
                self.text(made, block.text)
            case Listing():
                number = marks.restart_numbers(self.document) if block.numbered else None
                for item in block.items:
                    made = self.paragraph("List Number" if block.numbered else "List Bullet")
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
                made = self.paragraph("Notice")
                side_line(made, block.severity)
                made.add_run(f"{block.severity.capitalize()}. ").bold = True
                self.text(made, block.text)
            case Chart():
                self.drawings += 1
                self._caption(block.caption)
                add_drawing(self.document, block, self.drawings, width=_INCHES)
            case Signature():
                self._signature(block)
            case Record():
                self._caption(block.caption)
                # A line end in the text becomes a line break in the paragraph.
                self.paragraph("Record", block.text)

    def _caption(self, words: str) -> None:
        self.paragraph("Caption", words).paragraph_format.keep_with_next = True

    def _particulars(self, block: Particulars) -> None:
        grid = self.document.add_table(rows=len(block.entries), cols=2)
        for row, entry in zip(grid.rows, block.entries, strict=True):
            label, value = row.cells
            self.styled(label.paragraphs[0], "Table Text").add_run(entry.label).bold = True
            self.text(self.styled(value.paragraphs[0], "Table Text"), entry.value)
        marks.fix_widths(grid, (_LABEL, _INCHES - _LABEL))
        self.paragraph("After Table")

    def _table(self, block: Table) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        self._caption(block.caption)
        grid = self.document.add_table(rows=1 + len(block.rows), cols=len(block.columns))
        grid.style = "Table Grid"
        rows = list(grid.rows)
        heads = [(Run(text=column.head, style="strong"),) for column in block.columns]
        for at, (row, texts) in enumerate(zip(rows, (heads, *block.rows), strict=True)):
            last = block.total and at == len(block.rows)
            kept = stays_whole(block) and at < len(block.rows)
            for cell, column, text in zip(row.cells, block.columns, texts, strict=True):
                line = self.styled(cell.paragraphs[0], "Table Text")
                self.text(line, text, bold=last)
                if column.figures:
                    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                if kept:
                    line.paragraph_format.keep_with_next = True
                if at == 0:
                    shade(cell, "E7ECF2")
            marks.keep_whole(row)
        marks.repeat_head(rows[0])
        marks.within_margins(grid)
        shares = sum(column.width for column in block.columns)
        marks.fix_widths(grid, [_INCHES * column.width / shares for column in block.columns])
        self.paragraph("After Table")

    def _quote(self, block: Quote) -> None:
        for at, words in enumerate(block.words, 1):
            made = self.paragraph("Quote", one_line(words))
            # The last one stays with its place; a longer chain would leave pages half empty.
            made.paragraph_format.keep_with_next = bool(block.place) and at == len(block.words)
        if block.place:
            self.text(self.paragraph("Quote Place"), block.place)
        if block.mark:
            self.paragraph("Quote Place").add_run(block.mark).bold = True

    def _signature(self, block: Signature) -> None:
        if block.text:
            made = self.paragraph("Normal")
            made.paragraph_format.keep_with_next = True
            self.text(made, block.text)
        for at, line in enumerate(block.lines):
            made = self.paragraph("Signature Line", f"{line} \t")
            made.paragraph_format.keep_with_next = at < len(block.lines) - 1
