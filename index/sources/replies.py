"""Telling from an answer's first words whether it is the document that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.sources.asking import Validators, network_error
from index.sources.catalogue import Format

if TYPE_CHECKING:
    import httpx2

_ANY = "application/octet-stream"
"""What servers of plain files call a file whose name tells them nothing."""

_TYPES: dict[Format, frozenset[str]] = {
    "pdf": frozenset({"application/pdf", "application/x-pdf", _ANY}),
    "html": frozenset({"text/html", "application/xhtml+xml", "text/plain", _ANY}),
    "text": frozenset({"text/plain", "text/html", "application/xhtml+xml", _ANY}),
}
_LONGEST_NAME = 200
_NAMES: dict[Format, str] = {"pdf": "a PDF", "html": "a web page", "text": "a text"}


def content_type(response: httpx2.Response, form: Format) -> str:
    """Return the type the server states; refuse another than expected, and compression."""
    host = response.url.host
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("", "identity"):
        raise network_error(
            "the server sent the document compressed, which was not asked for", host
        )
    stated = str(response.headers.get("content-type", ""))
    kind = stated.partition(";")[0].strip().lower()
    if kind and kind not in _TYPES[form]:
        what = "a web page" if "html" in kind else f"something else ({kind[:60]})"
        raise network_error(
            f"the server sent {what} where {_NAMES[form]} was expected",
            host,
            hint="The document may have moved: find it on the publisher's site.",
        )
    return kind


def refuse_start(block: bytes, form: Format, host: str) -> None:
    """Refuse a document whose first bytes are not of its type, such as a page for a PDF."""
    is_pdf = b"%PDF-" in block[:1024]
    is_binary = b"\0" in block[:1024] and not block.startswith((b"\xff\xfe", b"\xfe\xff"))
    if is_pdf != (form == "pdf") or (is_binary and form != "pdf"):
        raise network_error(
            f"what the server sent is not {_NAMES[form]}, whatever it calls it",
            host,
            hint="The document may have moved: find it on the publisher's site.",
        )


def validators(response: httpx2.Response) -> Validators:
    """Return what names the version sent; a name that cannot be sent back is none."""
    return Validators(
        _plain(response.headers.get("etag", "")),
        _plain(response.headers.get("last-modified", "")),
    )


def _plain(value: str) -> str:
    is_plain = value.isascii() and value.isprintable() and len(value) <= _LONGEST_NAME
    return value if is_plain else ""
