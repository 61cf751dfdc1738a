"""Word files (.docx), read with python-docx."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from core.errors import DocumentError
from index.documents import identity, prose
from index.documents.blocks import Block, assemble
from index.documents.cleaning import clean, repair_section_sign
from index.models import Document

NAME = "a Word file (.docx)"
SUFFIXES = (".docx",)

MAX_UNPACKED = 400 * 1024 * 1024
"""The most bytes a .docx may hold once unpacked."""

MAX_RATIO = 200
"""How many times larger than the file the unpacked text parts may be."""

_MAIN = "word/document.xml"
_HEADING_STYLE = re.compile(r"^(?:heading|überschrift)\s*(\d)", re.IGNORECASE)
_TITLE_STYLES = {"title", "subtitle"}
_LIST_STYLE = re.compile(r"^list\b", re.IGNORECASE)


def parse(path: Path, data: bytes) -> Document:
    """Read a Word file: headings, paragraphs, list items and table rows, in order.

    Raises:
        DocumentError: It is no Word file, is damaged, has no words, or unpacks to far more
            than a document needs.
    """
    _refuse_bombs(path, data)
    opened = _open(path, data)
    _refuse_doctype(path, opened)
    blocks = list(_blocks(opened))
    if not blocks:
        raise DocumentError(
            "has no words in it, perhaps only pictures",
            where=path.name,
            hint="Print it to PDF and run text recognition on that.",
        )
    repairs = _mend_sections(blocks)
    prose.mark_missing_headings(blocks)
    laid = assemble(blocks)
    return identity.document(path, laid, blocks, repairs=repairs)


def _refuse_bombs(path: Path, data: bytes) -> None:
    """Refuse archives that are not Word files or unpack to far more than they hold."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise DocumentError(
            "is damaged and cannot be opened as a Word file",
            where=path.name,
            hint="Fetch it again, or open it in Word and save it anew.",
        ) from error
    if _MAIN not in {entry.filename for entry in entries}:
        raise DocumentError(
            "is a zip file but not a Word document",
            where=path.name,
            hint="Unpack it and add the files in it.",
        )
    unpacked = sum(entry.file_size for entry in entries)
    swollen = [
        entry
        for entry in entries
        if entry.filename.endswith((".xml", ".rels"))
        and entry.file_size > 4 * 1024**2
        and entry.file_size > MAX_RATIO * max(1, entry.compress_size)
    ]
    if unpacked > MAX_UNPACKED or swollen:
        raise DocumentError(
            "unpacks to far more than a document needs and is refused",
            where=path.name,
            hint="Open it in Word and save it as a new file.",
        )


def _refuse_doctype(path: Path, opened: Any) -> None:
    """Refuse a document type: Word writes none, and text that stands in its entities is lost."""
    if opened.element.getroottree().docinfo.doctype:
        raise DocumentError(
            "has a document type with entities in it, as no Word file does",
            where=path.name,
            hint="Open it in Word and save it as a new file.",
        )


def _open(path: Path, data: bytes) -> Any:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        return docx.Document(io.BytesIO(data))
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, zipfile.BadZipFile) as error:
        raise DocumentError(
            "is damaged and cannot be read as a Word file",
            where=path.name,
            hint="Open it in Word and save it anew, or save it as PDF.",
        ) from error


def _blocks(document: Any) -> Iterator[Block]:
    from docx.table import Table

    styles = {style.style_id: str(style.name) for style in document.styles}
    for element in document.iter_inner_content():
        if isinstance(element, Table):
            yield from _rows(element)
        else:
            yield from _paragraph(element, styles)


def _paragraph(paragraph: Any, styles: Mapping[str, str]) -> Iterator[Block]:
    lines = [" ".join(line.split()) for line in clean(paragraph.text).split("\n")]
    lines = [line for line in lines if line]
    if not lines:
        return
    style = styles.get(paragraph._p.style or "", "")
    heading = _HEADING_STYLE.match(style)
    if heading or style.lower() in _TITLE_STYLES:
        yield Block(" ".join(lines), "heading", depth=int(heading[1]) if heading else 1)
        return
    numbered = paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None
    role = "item" if _LIST_STYLE.match(style) or numbered else "paragraph"
    yield Block(lines[0], role)  # type: ignore[arg-type]
    for line in lines[1:]:
        yield Block(line, "row")


def _rows(table: Any) -> Iterator[Block]:
    """Yield a table's rows; a merged cell counts once, and tables inside a cell belong to it.

    The cells are taken as the file has them: laid out on the grid, a cell that says it spans
    a million columns would be a million cells.
    """
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    for row in table._tbl.tr_lst:
        cells: list[str] = []
        for cell in row.tc_lst:
            inside = (Paragraph(found, table).text for found in cell.iter(qn("w:p")))
            text = " ".join(clean("\n".join(inside)).split())
            if text:
                cells.append(text)
        if cells:
            yield Block(" ".join(cells), "row")


def _mend_sections(blocks: list[Block]) -> list[str]:
    total = 0
    for block in blocks:
        block.text, mended = repair_section_sign(block.text)
        total += mended
    return [f"{total} damaged section sign{'s' if total > 1 else ''} (§) mended"] if total else []
