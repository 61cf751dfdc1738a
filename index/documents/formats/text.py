"""Plain text and Markdown files."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

from core.errors import DocumentError
from index.documents import identity, prose
from index.documents.blocks import assemble, printed_pages
from index.documents.cleaning import clean, decode, repair_recognition, repair_section_sign
from index.language import running_heads, side_by_side
from index.models import Document

NAME = "text or Markdown"
SUFFIXES = (".txt", ".text", ".md", ".markdown")
_QUOTED = re.compile(r"^>+ ?", re.MULTILINE)
"""The mark that mail sets before each line it quotes."""
_BREAK = "\f"
"""A line that is nothing but the beginning of a page."""
_ENTITY = re.compile(r"&(?:#\d{2,5}|#x[0-9a-fA-F]{2,4}|[a-z]{2,8});")
_FEWEST = 3
"""A text with fewer may speak of one; with more it was taken out of a web page as it stood."""
_SHOWN = 12
"""How many mended words are named."""


def parse(path: Path, data: bytes) -> Document:
    """Read a text file: paragraphs, headings and list items.

    Raises:
        DocumentError: The bytes are not text, or there are no words in it.
    """
    raw, note = decode(data)
    prose.refuse_binary(path, raw)
    repairs = [note] if note else []
    entities = len(_ENTITY.findall(raw))
    if entities >= _FEWEST:
        raw = html.unescape(raw)
        repairs.append(f"{entities} signs written as the markup of web pages were put back")
    printed, mended = repair_section_sign(_unquoted(raw))
    if mended:
        repairs.append(f"{mended} damaged section sign{'s' if mended > 1 else ''} (§) mended")
    printed, slips = repair_recognition(printed)
    if slips:
        shown = ", ".join(list(dict.fromkeys(slips))[:_SHOWN])
        repairs.append(
            f"{len(slips)} letters and digits taken for each other by recognition mended: {shown}"
        )
    # The wide space before a page number tells what it is: heads go before spaces are folded.
    lines = re.split(r"\r\n|[\r\n]", printed.replace("\f", f"\n{_BREAK}\n"))
    breaks = [at for at, line in enumerate(lines) if line == _BREAK]
    lines, heads = running_heads.without(["" if line == _BREAK else line for line in lines], breaks)
    lines = side_by_side.in_order(lines)
    text, restored = prose.restore_breaks(clean("\n".join(lines)))
    if restored:
        repairs.append("lines that had run together were broken again at headings")
    blocks = prose.blocks(text, markdown=path.suffix.lower() in (".md", ".markdown"))
    if not blocks:
        raise DocumentError(
            "has no words in it", where=path.name, hint="Save or download the document again."
        )
    laid = assemble(blocks)
    laid = replace(laid, pages=printed_pages(printed, set(heads), laid.text))
    return identity.document(path, laid, blocks, running=heads, repairs=repairs)


def _unquoted(text: str) -> str:
    """Return a letter that quotes a document without the mark before each of its lines."""
    lines = [line for line in text.splitlines() if line.strip()]
    quoted = sum(line.startswith(">") for line in lines)
    return _QUOTED.sub("", text) if quoted * 2 > len(lines) else text
