"""Reading a written paper back as a reader sees it, from each format."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from assistant.papers.content import (
    Block,
    Callout,
    Chart,
    Paper,
    Particulars,
    Quote,
    Record,
    Signature,
    Table,
    parts,
    plain,
    texts,
)


def squashed(text: str) -> str:
    """Return a text's letters and digits only: how it is broken and set off does not matter."""
    return "".join(one for one in text if one.isalnum())


def lines(paper: Paper) -> Iterator[str]:
    """Return everything a reader is told, one piece of text each, as every format has to say it."""
    yield paper.title
    for block in paper.opening:
        yield from _said(block)
    for _, section in parts(paper):
        yield section.title
        for block in section.blocks:
            yield from _said(block)
    yield from paper.notes


def _said(block: Block) -> Iterator[str]:
    """Return what a block says, in the order in which it is read."""
    match block:
        case Callout():
            yield f"{block.severity.capitalize()}. {plain(block.text)}"
        case Particulars():
            for entry in block.entries:
                yield entry.label
                yield plain(entry.value)
        case Table():
            yield block.caption
            yield from (column.head for column in block.columns)
            yield from _written(block)
        case Chart():
            yield block.caption
            yield block.description
        case Quote():
            yield from block.words
            yield from _written(block)
            if block.mark:
                yield block.mark
        case Signature():
            yield from _written(block)
            yield from block.lines
        case Record():
            yield block.caption
            yield block.text
        case _:
            yield from _written(block)


def _written(block: Block) -> Iterator[str]:
    return (said for text in texts(block) if (said := plain(text)))


def expected(paper: Paper) -> str:
    """Return what the body of a paper says, squashed, in order."""
    body = list(lines(paper))
    return squashed("".join(body[: len(body) - len(paper.notes)]))


def docx_document(data: bytes) -> Any:
    from docx import Document

    return Document(io.BytesIO(data))


def docx_text(data: bytes) -> str:
    """Return the body of a Word file without the marks of its notes and its fields.

    A drawing is read as whoever hears it does, by its description.
    """
    xml = docx_part(data, "word/document.xml")
    xml = re.sub(r'<wp:docPr[^>]* descr="([^"]*)"[^>]*>', r" \1 ", xml)
    xml = re.sub(r"<w:fldSimple.*?</w:fldSimple>", "", xml, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", " ", xml))


def docx_part(data: bytes, name: str) -> str:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read(name).decode()


def html_text(data: bytes) -> str:
    """Return the paper's own part of a web page: no contents, no marks of notes.

    A drawing is read as whoever hears it does, by its description.
    """
    page = data.decode()
    main = page[page.index('<main id="main">') : page.index("</main>")]
    main = main.split('<section aria-labelledby="notes">')[0]
    main = re.sub(r"<svg.*?<desc>(.*?)</desc>.*?</svg>", r" \1 ", main, flags=re.DOTALL)
    for part in (r"<nav.*?</nav>", r"<sup>.*?</sup>"):
        main = re.sub(part, "", main, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", " ", main))


def markdown_text(data: bytes) -> str:
    """Return a Markdown paper without its marks; the line under the title names the case."""
    text = data.decode()
    title, _, rest = text.partition("\n\n")
    body = rest.partition("\n\n")[2].partition("\n---\n")[0]
    body = re.sub(r"\[\^\d+\]", "", body)
    body = re.sub(r"^\d+\. ", "", body, flags=re.MULTILINE)
    body = re.sub(r"^`{3,}json$|^`{3,}$", "", body, flags=re.MULTILINE)
    return f"{title}\n{body}"


def markdown_notes(data: bytes) -> list[str]:
    """Return the notes of a Markdown paper, squashed."""
    found = re.findall(r"^\[\^\d+\]: (.*)$", data.decode(), flags=re.MULTILINE)
    return [squashed(one) for one in found]


def markdown_quotes(data: bytes) -> list[str]:
    """Return what a Markdown paper quotes, block by block: each line of it, unescaped."""
    lines = [one[2:] for one in data.decode().splitlines() if one.startswith("> ")]
    return [re.sub(r"\\(.)", r"\1", one) for one in lines]


def docx_quotes(data: bytes) -> list[str]:
    """Return the paragraphs of a Word paper that are set as quotations."""
    return [one.text for one in docx_document(data).paragraphs if one.style.name == "Quote"]


def html_quotes(data: bytes) -> list[str]:
    """Return the paragraphs that a web page sets as quotations, without their places."""
    found = re.findall(r"<blockquote>(.*?)<footer>", data.decode(), flags=re.DOTALL)
    return [unescape(one) for block in found for one in re.findall(r"<p>(.*?)</p>", block)]


def pdf_pages(data: bytes) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    found = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return found


def pieces(paper: Paper) -> list[str]:
    """Return the stretches of a paper's texts between the marks of notes, and its notes."""
    data = json.loads(paper.model_dump_json())
    found: list[str] = []

    def walk(node: object) -> None:
        if isinstance(node, list) and node and all(_is_run(one) for one in node):
            stretch = ""
            for run in node:
                if run["note"] is None:
                    stretch += run["text"]
                else:
                    found.append(stretch)
                    stretch = ""
            found.append(stretch)
        elif isinstance(node, dict):
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(data["opening"])
    walk(data["sections"])
    return [one for one in (squashed(text) for text in [*found, *paper.notes]) if one]


def _is_run(node: object) -> bool:
    return isinstance(node, dict) and node.keys() == {"text", "style", "note"}


def stands_in(piece: str, pages: list[str]) -> bool:
    """Return whether a stretch of text stands on a page, or runs on from one to the next."""
    if any(piece in page for page in pages):
        return True
    for at in range(len(pages) - 1):
        for cut in range(1, len(piece)):
            if piece[:cut] not in pages[at]:
                break
            if piece[cut:] in pages[at + 1]:
                return True
    return False
