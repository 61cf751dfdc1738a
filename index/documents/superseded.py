"""Printed text that is not what applies, and what became of it.

A printing stays in use longer than its parts: a chapter is replaced by a guide of its own, a
section of law is printed and not in operation. What is known of such text stands in
``superseded.toml``, and whoever shows it marks it.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from index.language import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.models import Passage

_FILE: Final = Path(__file__).resolve().with_name("superseded.toml")

_LEADERS: Final = "...."


@dataclass(frozen=True, slots=True)
class Superseded:
    """A stretch of a document that does not apply; which one, and what became of it.

    ``says`` is our sentence for a reader, ``source`` the place that bears it. Without
    ``headings`` it is the whole document, without ``editions`` every edition of it. ``pages``
    are the first and last printed page that hold nothing else.
    """

    documents: tuple[str, ...]
    says: str
    source: str
    editions: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()

    def holds(self, edition: str, headings: Sequence[str], page: str | None) -> bool:
        """Return whether a place in the document is in the stretch."""
        if self.editions and not _any(self.editions, edition):
            return False
        if not self.headings:
            return True
        # A line of the table of contents, with dots to its page, heads nothing.
        above = (heading for heading in headings if _LEADERS not in heading)
        if any(_any(self.headings, heading) for heading in above):
            return True
        first, last = self.pages or (1, 0)
        return page is not None and page.isdigit() and first <= int(page) <= last


@cache
def known() -> tuple[Superseded, ...]:
    """Return everything known of superseded text."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        Superseded(
            documents=tuple(one["documents"]),
            says=one["says"],
            source=one["source"],
            editions=tuple(one.get("editions", ())),
            headings=tuple(one.get("headings", ())),
            pages=tuple(one.get("pages", ())),
        )
        for one in data["superseded"]
    )


@lru_cache(maxsize=4096)
def in_document(title: str, document: str = "") -> tuple[Superseded, ...]:
    """Return what is known of superseded text in a document, by its title and its id."""
    name = f"{title} / {document}"
    return tuple(one for one in known() if _any(one.documents, name))


def of_passage(passage: Passage, edition: str = "") -> str:
    """Return the sentence that marks a passage; empty when it is not superseded."""
    for one in in_document(passage.title, passage.document):
        if one.holds(edition, passage.heading, passage.page):
            return one.says
    return ""


def at_page(title: str, page: str, *, edition: str = "", section: str = "") -> str:
    """Return the sentence that marks a printed page; empty when it is not superseded.

    A page that holds other text as well is marked only when the section named tells that the
    superseded text is meant.
    """
    for one in in_document(title):
        if one.holds(edition, (section,), page):
            return one.says
    return ""


def _any(wanted: Sequence[str], text: str) -> bool:
    spaced = f" {_plain(text)} "
    return any(f" {words} " in spaced for words in wanted)


def _plain(text: str) -> str:
    """Return the words of a text in lower case with one space between them."""
    folded = words.fold(text).replace("'", "")
    return " ".join("".join(c if c.isalnum() else " " for c in folded).split())
