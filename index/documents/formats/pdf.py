"""PDF files, read with PDFium."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from core.errors import DocumentError
from index.documents import identity
from index.documents.blocks import assemble
from index.documents.pdf import columns, running_heads
from index.documents.pdf.blocks import Paragrapher
from index.documents.pdf.lines import Line, PageReader
from index.models import Document

NAME = "a PDF"
SUFFIXES = (".pdf",)

MAX_PAGES = 3000
_LOCK = threading.Lock()
_PASSWORD_NEEDED = 4


def parse(path: Path, data: bytes) -> Document:
    """Read a PDF: text in reading order, without running heads and footers.

    Raises:
        DocumentError: It is damaged, encrypted, too long or has no text layer.
    """
    with _LOCK:
        pages, heights = _read(path, data)
    if not any(pages):
        raise DocumentError(
            "has no text in it, only pictures of pages",
            where=path.name,
            hint="Run text recognition on it first, for example: ocrmypdf in.pdf out.pdf",
        )
    repairs = []
    blank = [str(number) for number, lines in enumerate(pages, start=1) if not lines]
    if blank:
        repairs.append(f"no text could be read on file page {', '.join(blank[:20])}")
    stripped = running_heads.strip(pages, heights)
    blocks = Paragrapher(columns.widened(stripped.bodies)).blocks()
    laid = assemble(blocks, stripped.labels)
    return identity.document(path, laid, blocks, running=stripped.heads, repairs=repairs)


def _read(path: Path, data: bytes) -> tuple[list[list[Line]], list[float]]:
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refusal(path, error) from error
    try:
        if len(pdf) > MAX_PAGES:
            raise DocumentError(
                f"has {len(pdf)} pages; at most {MAX_PAGES} are read",
                where=path.name,
                hint="Split it into smaller files.",
            )
        pages: list[list[Line]] = []
        heights: list[float] = []
        for number in range(len(pdf)):
            lines, height = _page(raw, pdf, number)
            pages.append(lines)
            heights.append(height)
    except pypdfium2.PdfiumError as error:
        raise _refusal(path, error) from error
    finally:
        pdf.close()
    if not pages:
        raise DocumentError("has no pages", where=path.name, hint="Fetch it again.")
    return pages, heights


def _page(raw: Any, pdf: Any, number: int) -> tuple[list[Line], float]:
    page = pdf[number]
    try:
        textpage = page.get_textpage()
        try:
            return PageReader(raw, textpage, number).lines(), float(page.get_height())
        finally:
            textpage.close()
    finally:
        page.close()


def _refusal(path: Path, error: Exception) -> DocumentError:
    if getattr(error, "err_code", None) == _PASSWORD_NEEDED:
        return DocumentError(
            "is protected with a password",
            where=path.name,
            hint="Open it with the password and save it again without one.",
        )
    return DocumentError(
        "is damaged and cannot be read as a PDF",
        where=path.name,
        hint="Fetch it again; a download may have stopped half way.",
    )
