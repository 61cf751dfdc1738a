"""Documents a question names that are not here: said so, with where to get them.

A question that names a standard, a guide or a rule is not answered beside the point from another
one. The standards that come with the program and the reader's own documents are what is here.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.chat.answering.kit import documents, not_held
from assistant.chat.model import Answer, Context, Question
from assistant.text import escape
from index.models import Query
from index.search.absent import may_name, numbered, systems

_FILE = Path(__file__).resolve().parent / "absent.toml"
_YEAR = re.compile(r"\b(?:in|since|of|as of|for|from) (20[2-9]\d)\b")
_CHANGES = re.compile(
    r"\b(?:cancel\w*|abolish\w*|new|chang\w*|revis\w*|issu\w*|add(?:ed)?|updat\w*)\b", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"\b(?:series|standards?|flysheets?|handbook|guides?|rules?)\b", re.IGNORECASE
)
LATEST = 2025
"""The year up to which the documents that come with the program speak."""


@dataclass(frozen=True, slots=True)
class Absent:
    """A document of the field that does not come with the program."""

    title: str
    names: re.Pattern[str]
    key: str
    get: str


@cache
def absent() -> tuple[Absent, ...]:
    """Return the documents of the field that do not come with the program."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        Absent(d["title"], re.compile("|".join(d["names"]), re.IGNORECASE), d["key"], d["get"])
        for d in data["documents"]
    )


def not_here(question: Question, context: Context) -> Answer | None:
    """Return what is said of a document that is named and not here; None when all are."""
    if question.decision:
        return None
    held = [d.title.lower() for d in context.library.documents()] if context.library else []
    for one in absent():
        if one.names.search(question.message) and not any(one.key in title for title in held):
            return not_held(
                f"The {one.title.removeprefix('the ').rstrip(',')} is not held here.", *_of(one)
            )
    for named in (*numbered(question.message, held), *systems(question.message, held)):
        return not_held(f"{escape(named.said())}.", named.holder, named.get)
    return _too_new(question)


def not_in_library(message: str, context: Context) -> Answer | None:
    """Return what is said of something the reader's library would hold and does not.

    None for what the program's own rules are of: they answer without the document.
    """
    if context.library is None or not may_name(message):
        return None
    for one in context.library.not_held(Query(query=message)):
        if any(one.holder.casefold() in d.title.casefold() for d in documents().values()):
            continue
        if not one.get:
            return Answer(lead=escape(one.sentence()), kind="not_held")
        return not_held(f"{escape(one.said())}.", one.holder, one.get)
    return None


def _of(one: Absent) -> tuple[str, str]:
    return "it alone" if one.title.startswith("the ") else f"the {one.title.rstrip(',')}", one.get


def _too_new(question: Question) -> Answer | None:
    """Say that a change of a recent year is not in the documents that come with the program."""
    year = _YEAR.search(question.message)
    if year is None or int(year[1]) <= LATEST:
        return None
    if not (_CHANGES.search(question.message) and _PUBLISHED.search(question.message)):
        return None
    return not_held(
        f"What OPM changed in {year[1]} is not held here: the documents that come with this "
        "program are older.",
        f"OPM's issuances of {year[1]}",
        "OPM, opm.gov, Classification & Qualifications, recently issued",
    )
