"""Statements: official rules and levels said in plain words, each leading to its passage.

People ask in their own words ("my boss", "extra work", "pay cut"); the documents answer in
theirs. Each entry says one thing a passage lays down several ways, and names the place where
the passage stands. A search that is like a wording is led to the official words. The wordings are
ours: they are matched, and never shown as what a document says.

The files lie beside this module, one or more a document::

    [document]
    key = "introduction"
    title = "Introduction to the Position Classification Standards"
    matches = ["introduction to the position classification standards"]
    edition = "August 2009"

    [[entries]]
    page = "17"                       # as printed; ``paragraph = 31`` where there are no pages,
                                      # ``section = "5 CFR 511.605(c)"`` in the law
    anchor = "at least 25 percent"    # a few words that stand there and tell the passage
    says = ["...", "...", "..."]
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from core.errors import DocumentError

FOLDER = Path(__file__).resolve().parent / "data"

_DOCUMENT_KEYS = frozenset({"key", "title", "matches", "edition"})
_PLACES = ("page", "paragraph", "section")
_ENTRY_KEYS = frozenset({*_PLACES, "anchor", "says", "factor", "level"})


@dataclass(frozen=True, slots=True)
class Source:
    """The document a file of entries speaks of.

    ``matches`` are lower-case words of which one stands in the title of a person's copy.
    """

    key: str
    title: str
    matches: tuple[str, ...]
    edition: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing a passage lays down, in plain words, and where it stands.

    ``page`` is the printed page; ``paragraph`` counts in a document without pages; ``section`` is
    what a paragraph of the law is cited as, in whatever copy it stands. ``anchor`` is a few words
    of the passage itself. ``level`` is set where a level is described.
    """

    source: Source
    anchor: str
    says: tuple[str, ...]
    page: str | None = None
    paragraph: int | None = None
    level: str | None = None
    section: str = ""

    def place(self) -> str:
        """Return where the passage stands: ``p. 17``, ``paragraph 31`` or ``5 CFR 511.605(c)``."""
        if self.section:
            return self.section
        return f"p. {self.page}" if self.page is not None else f"paragraph {self.paragraph}"


@cache
def entries() -> tuple[Entry, ...]:
    """Return every entry, by file name and in the order written.

    Raises:
        DocumentError: a file is not as described above; the message names file and entry.
    """
    return tuple(entry for path in sorted(FOLDER.glob("*.toml")) for entry in read(path))


@cache
def fingerprint() -> str:
    """Return a text that changes when any entry does."""
    digest = hashlib.sha256()
    for path in sorted(FOLDER.glob("*.toml")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def read(path: Path) -> list[Entry]:
    """Read one file of entries.

    Raises:
        DocumentError: the file is not as described above.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _wrong(path, "", f"is not valid TOML ({error})") from error
    head = data.get("document")
    if not isinstance(head, dict) or set(head) != _DOCUMENT_KEYS:
        raise _wrong(path, "document", f"must have exactly {', '.join(sorted(_DOCUMENT_KEYS))}")
    source = Source(
        key=head["key"],
        title=head["title"],
        matches=tuple(head["matches"]),
        edition=head["edition"],
    )
    listed = data.get("entries", [])
    return [_entry(raw, source, path, number) for number, raw in enumerate(listed, start=1)]


def _entry(raw: dict[str, Any], source: Source, path: Path, number: int) -> Entry:
    field = f"entries[{number}]"
    unknown = set(raw) - _ENTRY_KEYS
    if unknown:
        raise _wrong(path, field, f"has the unknown key {min(unknown)!r}")
    if sum(place in raw for place in _PLACES) != 1:
        raise _wrong(path, field, "must name a page, a paragraph or a section, and only one")
    says, anchor = raw.get("says"), raw.get("anchor")
    if not isinstance(anchor, str) or not anchor.strip():
        raise _wrong(path, field, "must name an anchor, a few words that stand in the passage")
    if not isinstance(says, list) or not says or not all(isinstance(s, str) and s for s in says):
        raise _wrong(path, field, "must say something in a list of texts")
    return Entry(
        source=source,
        anchor=anchor,
        says=tuple(says),
        page=raw.get("page"),
        paragraph=raw.get("paragraph"),
        level=raw.get("level"),
        section=raw.get("section", ""),
    )


def _wrong(path: Path, field: str, message: str) -> DocumentError:
    where = f"{path.name}, {field}" if field else path.name
    return DocumentError(message, where=where, hint="Correct the file, or install fes again.")
