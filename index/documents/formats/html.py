"""Web pages, read with lxml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.errors import DocumentError
from index.documents import identity, prose
from index.documents.blocks import Block, Role, assemble
from index.documents.cleaning import clean, decode, repair_section_sign
from index.models import Document

NAME = "a web page"
SUFFIXES = (".html", ".htm", ".xhtml")

_DROPPED = {
    "script", "style", "nav", "header", "footer", "aside", "form", "noscript", "template", "svg",
    "iframe", "object", "embed", "head", "button", "select", "textarea", "audio", "video", "canvas",
    "map", "dialog",
}  # fmt: skip
_BLOCKS = {
    "p", "div", "section", "article", "main", "body", "html", "blockquote", "ul", "ol", "dl",
    "table",
    "thead", "tbody", "tfoot", "pre", "address", "figure", "figcaption", "fieldset", "center", "hr",
    "dt", "dd", "caption", "details", "summary",
}  # fmt: skip
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?\s*([a-zA-Z0-9_-]+)", re.IGNORECASE)
_MAX_DEPTH = 220
"""How deeply elements may be nested; the walk takes three calls for each."""

_SHORT_VALUE = 90
"""A term or value of a form is no longer; longer ones are the definitions of a glossary."""
_MAX_ATTRIBUTES = 2_000
_SECTION = re.compile(r"&(?:sect|#167|#xA7);", re.IGNORECASE)
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{8000,}")


def parse(path: Path, data: bytes) -> Document:
    """Read a web page: headings, paragraphs, list items and table rows of its content.

    Scripts, styles, navigation, page headers and footers and hidden elements are dropped.

    Raises:
        DocumentError: There are no words in it, or it is nested beyond reason.
    """
    raw, note = _text(data)
    prose.refuse_binary(path, raw)
    repairs = [note] if note else []
    # In the source of a page an entity is the sign itself; escaped twice it is damaged.
    raw, mended = repair_section_sign(_SECTION.sub("§", raw))
    if mended:
        repairs.append(f"{mended} damaged section sign{'s' if mended > 1 else ''} (§) mended")
    blocks, title = _read(path, raw)
    if not blocks:
        raise DocumentError(
            "has no words in it once menus and scripts are left out",
            where=path.name,
            hint="Save the page again after it has loaded completely, or print it to PDF.",
        )
    prose.mark_missing_headings(blocks)
    laid = assemble(blocks)
    return identity.document(path, laid, blocks, title=title, repairs=repairs)


def _text(data: bytes) -> tuple[str, str]:
    """Decode by the page's own declaration when it names a known encoding."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = declared[1].decode("ascii").lower()
        if name not in ("utf-8", "utf8"):
            try:
                return data.decode(name), ""
            except (LookupError, UnicodeDecodeError):
                pass
    return decode(data)


def _read(path: Path, raw: str) -> tuple[list[Block], str]:
    from lxml import etree, html

    _refuse_swollen_tags(path, raw)
    # Without "huge", what stands too deep or in too long a line is left out without a word.
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, huge_tree=True
    )
    try:
        root = html.document_fromstring(raw.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError(
            "is not a readable web page", where=path.name, hint="Save the page again."
        ) from error
    if any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log):
        raise DocumentError(
            "is too large or too deeply nested to be read whole",
            where=path.name,
            hint="Save the page again, or print it to PDF.",
        )
    found = root.find(".//title")
    title = clean(found.text_content()).strip() if found is not None else ""
    collector = _Collector(path)
    collector.walk(root, 0)
    return collector.blocks(), " ".join(title.split())


def _refuse_swollen_tags(path: Path, raw: str) -> None:
    """Refuse a tag of thousands of attributes: reading it takes the square of their number."""
    for tag in _LONG_TAG.finditer(raw):
        if tag.group().count("=") > _MAX_ATTRIBUTES:
            raise DocumentError(
                f"has a tag with more than {_MAX_ATTRIBUTES:,} attributes",
                where=path.name,
                hint="Save the page again, or print it to PDF.",
            )


class _Collector:
    """Walks a page and collects the text of its blocks."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._parts: list[str] = []
        self._role: Role = "paragraph"
        self._depth = 0
        self._found: list[Block] = []

    def blocks(self) -> list[Block]:
        self._close()
        return self._found

    def walk(self, element: Any, level: int) -> None:
        """Collect an element and what follows inside it."""
        self._refuse_deep(level)
        tag = element.tag if isinstance(element.tag, str) else ""
        if _is_left_out(element):
            return
        if tag == "br":
            self._break()
        elif tag == "tr":
            self._row(element, level)
        elif tag == "li":
            self._block(element, level, "item")
        elif tag in _HEADINGS:
            self._block(element, level, "heading", int(tag[1]))
        elif tag == "dl" and _is_form(element):
            self._pairs(element, level)
        elif tag in _BLOCKS:
            self._block(element, level, "paragraph")
        else:
            self._inside(element, level)

    def _refuse_deep(self, level: int) -> None:
        if level > _MAX_DEPTH:
            raise DocumentError(
                "is nested more deeply than any real page",
                where=self._path.name,
                hint="Save the page again, or print it to PDF.",
            )

    def _block(self, element: Any, level: int, role: Role, depth: int = 0) -> None:
        self._close()
        before = self._role, self._depth
        self._role, self._depth = role, depth
        self._inside(element, level)
        self._close()
        self._role, self._depth = before

    def _inside(self, element: Any, level: int) -> None:
        self._parts.append(element.text or "")
        for child in element:
            self.walk(child, level + 1)
            self._parts.append(child.tail or "")

    def _row(self, element: Any, level: int) -> None:
        self._close()
        if any(True for _ in element.iter("table", *_HEADINGS)):
            # A table that lays a page out: what stands in its cells is read as anywhere else.
            for cell in element:
                self._block(cell, level + 1, "paragraph")
            return
        said = ("".join(self._cell(one, level + 1)) for one in element if _is_cell(one))
        cells = [" ".join(clean(words).split()) for words in said]
        text = " ".join(cell for cell in cells if cell)
        if text and not prose.is_page_frame(text):
            self._found.append(Block(text, "row"))

    def _pairs(self, element: Any, level: int) -> None:
        """Collect a list of short terms and values as a form's rows: each label with its value."""
        self._close()
        said: list[str] = []
        for child in element.iter("dt", "dd"):
            words = " ".join(clean("".join(self._cell(child, level + 1))).split())
            if child.tag == "dt" and said:
                self._found.append(Block(" ".join(said), "row"))
                said = []
            said += [words] if words else []
        if said:
            self._found.append(Block(" ".join(said), "row"))

    def _cell(self, element: Any, level: int) -> Iterator[str]:
        """Yield the words of a cell; a line of its own is no part of the word before it."""
        self._refuse_deep(level)
        if _is_left_out(element):
            return
        apart = " " if element.tag in _BLOCKS or element.tag in ("br", "li") else ""
        yield apart + (element.text or "")
        for child in element:
            yield from self._cell(child, level + 1)
            yield child.tail or ""
        yield apart

    def _break(self) -> None:
        role = self._role
        self._close()
        if role == "paragraph" and self._found:
            self._role = "row"

    def _close(self) -> None:
        text = " ".join(clean("".join(self._parts)).split())
        self._parts.clear()
        if text and not prose.is_page_frame(text):
            self._found.append(Block(text, self._role, depth=self._depth))
        if self._role == "row":
            self._role = "paragraph"


def _is_cell(element: Any) -> bool:
    return element.tag in ("td", "th") and not _is_hidden(element)


def _is_form(element: Any) -> bool:
    parts = [one for one in element.iter("dt", "dd") if not _is_hidden(one)]
    short = (len(" ".join(one.text_content().split())) <= _SHORT_VALUE for one in parts)
    return bool(parts) and parts[0].tag == "dt" and all(short)


def _is_left_out(element: Any) -> bool:
    tag = element.tag if isinstance(element.tag, str) else ""
    # Beside the text stand advertisements and menus, but also a form's facts in rows.
    dropped = tag in _DROPPED and not (tag == "aside" and _holds_facts(element))
    return dropped or not tag or _is_hidden(element)


def _holds_facts(aside: Any) -> bool:
    rows = list(aside.iter("tr", "dt"))
    return bool(rows) and not any(True for row in rows for _ in row.iter("a"))


def _is_hidden(element: Any) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(element.get("style") or ""))
    )
