"""Reading source files: one module a source type, found by its folder.

A parser module has ``NAME`` (what a person calls the type), ``SUFFIXES`` (lower case, with
the dot) and ``parse(path, data) -> Document``. Add a module to this folder and its files can
be read; the contract test asks for an example beside it.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path
from typing import Protocol

from core.errors import DocumentError
from index.models import Document

MAX_BYTES = 200 * 1024 * 1024
"""The largest source file read, in bytes."""

_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", ".pdf", "a PDF"),
    (b"PK\x03\x04", ".docx", "a Word or other zip file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "", "an old or encrypted Office file"),
    (b"{\\rtf", "", "a rich text file"),
    (b"\x89PNG", "", "an image"),
    (b"\xff\xd8\xff", "", "an image"),
    (b"GIF8", "", "an image"),
    (b"II*\x00", "", "an image"),
    (b"MM\x00*", "", "an image"),
    (b"\x1f\x8b", "", "a gzip archive"),
)


class Parser(Protocol):
    """What a parser module offers."""

    NAME: str
    SUFFIXES: tuple[str, ...]

    def parse(self, path: Path, data: bytes) -> Document:
        """Read a file's bytes; ``path`` serves for naming only."""


@cache
def modules() -> dict[str, Parser]:
    """Return the parser modules of this folder by module name."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}") for name in names}


@cache
def _by_suffix() -> dict[str, Parser]:
    return {suffix: module for module in modules().values() for suffix in module.SUFFIXES}


def supported_suffixes() -> tuple[str, ...]:
    """Return the suffixes that can be read, sorted: ``(".docx", ".htm", ...)``."""
    return tuple(sorted(_by_suffix()))


def read_bytes(path: Path) -> bytes:
    """Read a file within the size bound.

    Raises:
        DocumentError: The file is missing, a folder, unreadable, empty or too large.
    """
    where = path.name or str(path)
    try:
        if path.is_dir():
            raise DocumentError("is a folder, not a file", where=where, hint="Name a file in it.")
        if path.exists() and not path.is_file():
            # Reading a pipe or a device would wait for a writer that never comes.
            raise DocumentError(
                "is not a file that holds data", where=where, hint="Name a document."
            )
        if path.stat().st_size > MAX_BYTES:
            raise DocumentError(
                f"is larger than {MAX_BYTES // 1024**2} megabytes",
                where=where,
                hint="Split it, or save it without embedded images.",
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise DocumentError(
            "does not exist", where=where, hint="Check the path and the spelling."
        ) from error
    except OSError as error:
        raise DocumentError(
            f"cannot be opened ({error.strerror or 'unknown reason'})",
            where=where,
            hint="Check that you may read it.",
        ) from error
    if not data.strip():
        raise DocumentError("is empty", where=where, hint="Save or download the document again.")
    return data


def parse(path: Path) -> Document:
    """Read a source file of any supported type.

    What the bytes are decides over the suffix: a web page saved as ``.txt`` is read as a
    web page.

    Raises:
        DocumentError: The file cannot be read; the error names it and the remedy.
    """
    path = Path(path)
    data = read_bytes(path)
    return parse_bytes(path, data)


def parse_bytes(path: Path, data: bytes) -> Document:
    """Read a document from its bytes; ``path`` gives its name and suffix.

    Raises:
        DocumentError: As ``parse``.
    """
    return _parser_for(path, data).parse(path, data)


def type_of(path: Path, data: bytes) -> str:
    """Return the suffix that a file's content stands for, or else the one of its name."""
    return _sniff(data)[0] or path.suffix.lower()


def _parser_for(path: Path, data: bytes) -> Parser:
    by_suffix = _by_suffix()
    suffix = path.suffix.lower()
    known = by_suffix.get(suffix)
    actual, description = _sniff(data)
    if actual in by_suffix:
        return by_suffix[actual]
    if description:
        raise DocumentError(
            f"is {description}, which cannot be read",
            where=path.name,
            hint="Open it in the program it was made with and save it as PDF or .docx.",
        )
    if known is None:
        raise DocumentError(
            f"has the type {suffix or '(none)'}, which cannot be read",
            where=path.name,
            hint=f"Use one of {', '.join(supported_suffixes())}.",
        )
    if suffix in (".pdf", ".docx"):
        raise DocumentError(
            f"is named {suffix} but its content is not {known.NAME}",
            where=path.name,
            hint="It may be damaged or only partly downloaded: fetch it again.",
        )
    return known


def _sniff(data: bytes) -> tuple[str, str]:
    """Return the suffix a file's content stands for, or "" and what it is instead."""
    head = data[:1024]
    if b"%PDF-" in head:
        return ".pdf", "a PDF"
    for signature, suffix, description in _SIGNATURES:
        if head.startswith(signature):
            return suffix, description
    opening = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if (
        opening.startswith((b"<!doctype html", b"<html", b"<?xml"))
        and b"<html" in data[:4096].lower()
    ):
        return ".html", "a web page"
    return "", ""
