"""Reading of rules that stand as data, and the documents that they are cited from.

A rule book is a list of ``[[rules]]`` tables: rules of procedure, of mixed positions and of the
supervisory guide are all read here. Every document stands once, with its edition, in
``core/law/sources.toml``; a rule names it by its key. A rule's number stands once, as ``count``,
and its text takes it (``{count} calendar days``, ``the {count:ordinal} pay period``), so that the
sentence and the date computed with it cannot part.

Nothing here needs pydantic: scoring reads the same sources and stays quick.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from core.errors import AppError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.model import CitationData

_SOURCES: Final = Path(__file__).resolve().parent / "sources.toml"
_DIGITS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PLACES: Final = (
    *("first", "second", "third", "fourth", "fifth"),
    *("sixth", "seventh", "eighth", "ninth", "tenth"),
)
_NEEDED: Final = ("code", "text", "page")
_OPTIONAL: Final = frozenset(
    {
        *("source", "document", "edition", "section", "regulation", "verified", "since"),
        *("bears", "count", "value", "unit", "read_at"),
    }
)


class Source(NamedTuple):
    """A document as it is cited: its name and its edition, and where it can be read."""

    document: str
    edition: str
    read_at: str = ""

    def cite(self, page: str, section: str = "") -> CitationData:
        """Return a citation of the document at a printed page."""
        return {
            "document": self.document,
            "edition": self.edition,
            "page": page,
            "section": section,
        }


class Bearing(NamedTuple):
    """The few words that bear a rule, and where they stand."""

    place: str
    words: str


class Entry(NamedTuple):
    """One rule as its book has it, the number filled into its text.

    ``value`` is that number. ``regulation`` is a section of law that itself says the rule,
    ``verified`` how the rule was checked, ``since`` the date of the words.
    """

    code: str
    text: str
    value: int | None
    citation: CitationData
    regulation: str = ""
    verified: str = ""
    since: str = ""
    bears: tuple[Bearing, ...] = ()
    read_at: str = ""
    unit: str = ""


class _Number(int):
    """A number that can be written into a sentence as digits, as a word or as an ordinal."""

    def __format__(self, spec: str) -> str:
        words = {"word": _DIGITS, "ordinal": _PLACES}.get(spec)
        if words is None:
            return super().__format__(spec)
        if 0 < self <= len(words):
            return words[self - 1]
        return f"{int(self)}th" if spec == "ordinal" else str(int(self))


def word(number: int) -> str:
    """Return a number as a word: ``two``, from eleven on ``11``."""
    return format(_Number(number), "word")


def ordinal(number: int) -> str:
    """Return a number as an ordinal: ``fourth``, from eleven on ``11th``."""
    return format(_Number(number), "ordinal")


@cache
def sources() -> dict[str, Source]:
    """Return every document that rules and notices are cited from, by its key.

    Raises:
        AppError: a document stands under two keys, which is a mistake in the program's data.
    """
    found = {
        key: Source(**data)
        for key, data in tomllib.loads(_SOURCES.read_text(encoding="utf-8")).items()
    }
    if len({one[:2] for one in found.values()}) < len(found):
        raise AppError("a document stands twice", where=_SOURCES.name)
    return found


def cite(source: str, page: str, section: str = "") -> CitationData:
    """Return a citation of one of the :func:`sources` at a printed page."""
    return sources()[source].cite(page, section)


def read_rules(
    tables: object,
    *,
    where: str,
    source: Source | None = None,
    error: type[AppError] = AppError,
) -> dict[str, Entry]:
    """Read the rules of a book, by code, in its order.

    Args:
        tables: what stands under ``rules``, as TOML gives it.
        where: the file's name, for messages.
        source: the document of a rule that names none.
        error: the error to raise.

    Raises:
        AppError: a rule stands twice, has an unknown key, lacks its text or page, names no
            known source, or types its number into its text.
    """
    if not isinstance(tables, list):
        raise error("rules must be a list of tables", where=where, hint="Write [[rules]].")
    found: dict[str, Entry] = {}
    for number, table in enumerate(tables, 1):
        what, hint = _mistake(table, found, source)
        if what:
            raise error(f"rules[{number}].{what}", where=where, hint=hint)
        found[table["code"]] = _entry(table, source)
    return found


def _mistake(
    table: Mapping[str, Any], before: Mapping[str, Entry], source: Source | None
) -> tuple[str, str]:
    """Return what is wrong with a rule as its book has it, and the remedy; "" for nothing."""
    hint = "Correct the file."
    for key in table:
        if key not in _OPTIONAL and key not in _NEEDED:
            return f"{key} is not a key of a rule", hint
    for key in _NEEDED:
        if key not in table and key == "page":
            page = 'Add the page printed on the document, such as page = "47".'
            return "page is missing: no number stands without its printed page", page
        if not isinstance(table.get(key), str) or not table[key].strip():
            return f"{key} must be a text that is not empty", "Write it in quotation marks."
    name = "count" if "count" in table else "value"
    count, text = table.get(name), table["text"]
    if count is not None and type(count) is not int:
        return f"{name} must be a whole number, not {count!r}", "Write digits only, such as 450."
    if name == "count" and re.search(rf"(?<![\d.,]){count}(?![.,]?\d)", text):
        return f"text types the number {count}", "Write {count} in its place."
    if "{" in text and count is None:
        return "text asks for {count}, but there is none", hint
    if table["code"] in before:
        return f"code repeats {table['code']!r}", hint
    if table.get("source", "") not in {"", *sources()}:
        return f"source {table['source']!r} is not one of sources.toml", hint
    return ("source is missing", hint) if source is None and "source" not in table else ("", "")


def _entry(table: Mapping[str, Any], source: Source | None) -> Entry:
    count = table.get("count", table.get("value"))
    text = table["text"]
    return Entry(
        code=table["code"],
        text=text if count is None else text.format(count=_Number(count)),
        value=count,
        citation=_source(table, source).cite(table["page"], table.get("section", "")),
        regulation=table.get("regulation", ""),
        verified=table.get("verified", ""),
        since=table.get("since", ""),
        bears=tuple(Bearing(**one) for one in table.get("bears", ())),
        read_at=table.get("read_at", ""),
        unit=table.get("unit", ""),
    )


def _source(table: Mapping[str, Any], source: Source | None) -> Source:
    if source is None or "source" in table:
        return sources()[table["source"]]
    return Source(table.get("document") or source.document, table.get("edition") or source.edition)
