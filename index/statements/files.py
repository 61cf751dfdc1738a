"""Statements: official rules and levels said in plain words, each leading to its passage.

People ask in their own words ("my boss", "extra work", "pay cut"); the documents answer in
theirs. Each entry says one thing a passage lays down several ways, and names the place where
the passage stands. A search that is like a wording is led to the official words. The wordings are
ours: they are matched, and never shown as what a document says.

The files lie beside this module, one a document and named by its key::

    matches = ["introduction to the position classification standards"]

    [[entries]]
    page = "17"                       # as printed; ``paragraph = 31`` where there are no pages,
                                      # ``section = "5 CFR 511.605(c)"`` in the law
    anchor = "at least 25 percent"    # a few words that stand there and tell the passage
    says = ["...", "...", "..."]
"""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, ValidationError, model_validator

from core.errors import DocumentError
from core.model import Frozen

FOLDER = Path(__file__).resolve().parent / "data"
_MEND = "Correct the file, or install fes again."

Words = Annotated[str, Field(pattern=r"\S")]


class Source(Frozen):
    """The document a file of entries speaks of.

    ``matches`` are lower-case words of which one stands in the title of a person's copy.
    """

    key: str
    matches: tuple[Words, ...]


class Entry(Frozen):
    """One thing a passage lays down, in plain words, and where it stands.

    ``page`` is the printed page; ``paragraph`` counts in a document without pages; ``section`` is
    what a paragraph of the law is cited as, in whatever copy it stands. ``anchor`` is a few words
    of the passage itself. ``factor`` and ``level`` are set where a level is described.
    """

    source: Source
    anchor: Words
    says: Annotated[tuple[Words, ...], Field(min_length=1)]
    page: str | None = None
    paragraph: int | None = None
    factor: int | str | None = None
    level: str | None = None
    section: str = ""

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if [self.page is None, self.paragraph is None, not self.section].count(False) != 1:
            raise ValueError("must name a page, a paragraph or a section, and only one")
        return self

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
def entries_of(section: str) -> tuple[Entry, ...]:
    """Return the entries of the files that name a section of law, as :func:`entries` does.

    Looking for its text in the files takes a hundredth of the time of reading them all.
    """
    told = (path for path in sorted(FOLDER.glob("*.toml")) if section.encode() in path.read_bytes())
    return tuple(entry for path in told for entry in read(path))


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
    where = path.name
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        source = Source(key=path.stem, matches=data.get("matches"))
        found = []
        for number, raw in enumerate(data.get("entries", ()), 1):
            where = f"{path.name}, entries[{number}]"
            found.append(Entry(source=source, **raw))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DocumentError(f"is not valid TOML ({error})", where=where, hint=_MEND) from error
    except ValidationError as error:
        wrong = error.errors()[0]
        field = ".".join(str(part) for part in wrong["loc"])
        raise DocumentError(f"{field}: {wrong['msg']}", where=where, hint=_MEND) from error
    return found
