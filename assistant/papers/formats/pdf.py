"""A paper as a PDF: text that can be selected, bookmarks, page numbers, footnotes, vector charts.

Typst lays it out, without a network and with the fonts it brings along. It gets the paper as JSON
and sets every word as a string, so that nothing in a case or a document can act as markup.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

from assistant.papers.chart import drawing
from assistant.papers.content import (
    Block,
    Chart,
    Paper,
    Paragraph,
    Quote,
    Section,
    Table,
    leads_to_signing,
    parts,
    running_head,
    signed,
    stays_whole,
    texts,
)
from core.errors import OutsideError

NAME = "pdf"
TITLE = "PDF"

_UNSHOWN: Final = "could not be displayed"
_MISSING: Final = re.compile(r"the text `(\S+?)` could not be displayed")
_LONG: Final = 600
"""Characters beyond which a quotation may run over to the next page."""
_SHORT: Final = 420
"""Characters below which a paragraph stays whole: parted, a line of it would stand alone."""
_LAYOUT: Final = Path(__file__).with_name("pdf.typ")


def encode(paper: Paper) -> bytes:
    """Return the paper as a PDF file.

    Raises:
        OutsideError: no font shows a character of it, or the typesetter failed.
    """
    import typst

    data = json.dumps(_data(paper))
    try:
        # With the fonts that come along the same paper gives the same file everywhere.
        return _compiled(data, own_fonts=True)
    except typst.TypstError as error:
        if _UNSHOWN not in str(error):
            raise _failed(error) from error
    try:
        return _compiled(data, own_fonts=False)
    except typst.TypstError as error:
        found = _MISSING.search(str(error))
        if found is None:
            raise _failed(error) from error
        raise OutsideError(
            f"no font on this machine shows {found[1]}",
            where="PDF",
            hint="Install a font that has it, or write the paper as Word, web page or Markdown.",
        ) from error


def record(data: bytes) -> str | None:
    """Return the data of the certificate a file has attached, if there is any."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return None
    try:
        for at in range(document.count_attachments()):
            attached = document.get_attachment(at)
            if attached.get_name() == "record.json":
                return bytes(attached.get_data()).decode("utf-8", "replace")
    finally:
        document.close()
    return None


def words(data: bytes) -> list[str]:
    """Return the words of the pages, as they are selected and copied."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return [
            word for page in document for word in page.get_textpage().get_text_bounded().split()
        ]
    finally:
        document.close()


def _compiled(data: str, *, own_fonts: bool) -> bytes:
    import typst

    made = typst.compile(
        str(_LAYOUT),
        sys_inputs={"paper": data},
        ignore_system_fonts=own_fonts,
        # No moment of writing enters the file.
        timestamp=0,
        # The standard of accessible PDF: the typesetter refuses what would not meet it.
        pdf_standards=["ua-1"],
    )
    if not isinstance(made, bytes):
        raise OutsideError("the PDF came out in several files", hint="Report this.")
    return made


def _failed(error: Exception) -> OutsideError:
    return OutsideError(
        f"the PDF could not be laid out ({error})",
        hint="Write the paper in another format, and report this.",
    )


def _data(paper: Paper) -> dict[str, Any]:
    """Return the paper as the layout reads it: sections in one list, first calls marked."""
    called: set[int] = set()
    listed = list(parts(paper))
    return {
        "title": paper.title,
        "about": paper.about,
        "head": running_head(paper),
        "dated": paper.dated,
        "notes": list(paper.notes),
        "record": paper.record,
        "cover": paper.cover,
        "opening": [_block(one, called) for one in paper.opening],
        "parts": [
            {
                "title": section.title,
                "level": min(depth + 1, 5),
                "new_page": section.new_page,
                "whole": signed(section) or _brief(section),
                "led": leads_to_signing(listed, at),
                "first": at == 0,
                "blocks": [_block(one, called) for one in section.blocks],
            }
            for at, (depth, section) in enumerate(listed)
        ],
    }


def _brief(section: Section) -> bool:
    """Return whether a section is a few lines, which are not parted."""
    return (
        not section.sections
        and all(isinstance(one, Paragraph) for one in section.blocks)
        and sum(len(run.text) for one in section.blocks for text in texts(one) for run in text)
        < _SHORT * 3
    )


def _block(block: Block, called: set[int]) -> dict[str, Any]:
    data: dict[str, Any] = block.model_dump(mode="json")
    if isinstance(block, Table):
        data["whole"] = stays_whole(block)
    if isinstance(block, Quote):
        data["long"] = sum(len(words) for words in block.words) > _LONG
    if isinstance(block, Paragraph):
        data["short"] = sum(len(run.text) for run in block.text) < _SHORT
    if isinstance(block, Chart):
        data["drawing"] = drawing(block)
    if data["kind"] == "notice":
        data["label"] = f"{block.severity.capitalize()}." if block.kind == "notice" else ""
    _mark_first(data, called)
    return data


def _mark_first(data: object, called: set[int]) -> None:
    """Mark in every run that calls a note whether it is the first to do so."""
    if isinstance(data, dict):
        if "note" in data and "style" in data:
            number = data["note"]
            data["first"] = number is not None and number not in called
            if number is not None:
                called.add(number)
            return
        for value in data.values():
            _mark_first(value, called)
    elif isinstance(data, list):
        for value in data:
            _mark_first(value, called)
