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
    styles = {style.style_id: str(style.name) for style in document.styles}
    yield from _inside(document.element.body, styles)


def _inside(element: Any, styles: Mapping[str, str]) -> Iterator[Block]:
    """Yield the blocks of a body or a text box, in order."""
    for child in _opened(element):
        tag = _name(child)
        if tag == "tbl":
            yield from _rows(child)
        elif tag == "p":
            for box in _boxes(child):
                yield from _inside(box, styles)
            yield from _paragraph(child, styles)


def _name(element: Any) -> str:
    tag = element.tag
    return str(tag).rpartition("}")[2] if isinstance(tag, str) else ""


def _opened(element: Any) -> Iterator[Any]:
    """Yield an element's children, those within form fields and tracked insertions as well."""
    for child in element.iterchildren():
        if _name(child) in _WRAPPERS:
            yield from _opened(child)
        else:
            yield child


_WRAPPERS = {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"}
_UNREAD = {
    "del", "moveFrom", "drawing", "pict", "object", "AlternateContent", "sdtPr", "sdtEndPr", "pPr",
    "rPr", "instrText", "delText",
}  # fmt: skip
"""What no reader of a paragraph sees, and text boxes, which are read before it."""


def _words(element: Any) -> str:
    """Return the words of a paragraph, those in form fields and tracked insertions as well."""
    said: list[str] = []
    for child in element.iterchildren():
        tag = _name(child)
        if tag == "t":
            said.append(child.text or "")
        elif tag in ("tab", "ptab"):
            said.append("\t")
        elif tag in ("br", "cr"):
            said.append("\n")
        elif tag == "noBreakHyphen":
            said.append("-")
        elif tag not in _UNREAD:
            said.append(_words(child))
    return "".join(said)


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Yield the contents of the text boxes set at a paragraph, each once.

    Word writes a box twice, as itself and for programs that know only the older form of it.
    """
    for box in paragraph.iter("{*}txbxContent"):
        outer = [_name(one) for one in box.iterancestors()]
        within = outer[: outer.index("p") + 1] if "p" in outer else outer
        if "Fallback" in within and next(_newer(box), None) is not None:
            continue
        if "txbxContent" not in outer:
            yield box


def _newer(box: Any) -> Iterator[Any]:
    for both in box.iterancestors("{*}AlternateContent"):
        for choice in both.iterchildren("{*}Choice"):
            yield from choice.iter("{*}txbxContent")


def _paragraph(paragraph: Any, styles: Mapping[str, str]) -> Iterator[Block]:
    lines = [" ".join(line.split()) for line in clean(_words(paragraph)).split("\n")]
    lines = [line for line in lines if line]
    if not lines:
        return
    style = styles.get(paragraph.style or "", "")
    heading = _HEADING_STYLE.match(style)
    if heading or style.lower() in _TITLE_STYLES:
        yield Block(" ".join(lines), "heading", depth=int(heading[1]) if heading else 1)
        return
    numbered = paragraph.pPr is not None and paragraph.pPr.numPr is not None
    role = "item" if _LIST_STYLE.match(style) or numbered else "paragraph"
    yield Block(lines[0], role)  # type: ignore[arg-type]
    for line in lines[1:]:
        yield Block(line, "row")


def _rows(table: Any) -> Iterator[Block]:
    """Yield a table's rows; a merged cell counts once, and tables inside a cell belong to it.

    The cells are taken as the file has them: laid out on the grid, a cell that says it spans
    a million columns would be a million cells.
    """
    for row in _opened(table):
        if _name(row) != "tr":
            continue
        cells: list[str] = []
        for cell in _opened(row):
            if _name(cell) != "tc":
                continue
            inside = (_words(found) for found in cell.iter("{*}p") if not _older(found))
            text = " ".join(clean("\n".join(inside)).split())
            if text:
                cells.append(text)
        if cells:
            yield Block(" ".join(cells), "row")


def _older(element: Any) -> bool:
    """Return whether an element stands in what is written again for older programs."""
    return any(_name(one) == "Fallback" for one in element.iterancestors())


def _mend_sections(blocks: list[Block]) -> list[str]:
    total = 0
    for block in blocks:
        block.text, mended = repair_section_sign(block.text)
        total += mended
    return [f"{total} damaged section sign{'s' if total > 1 else ''} (§) mended"] if total else []
