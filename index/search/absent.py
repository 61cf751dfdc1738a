"""What a search names and the library does not hold, so that nothing else is shown for it.

A section, a decision, a level, the standard of a series, a guide, a forum with rules of its own:
whoever names one wants that and no neighbour of it. A search always finds something nearest, and
the nearest text of another document would then be taken for the answer.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from index.language import words
from index.language.document_names import document_named
from index.language.late import pattern
from index.regulations.citing import Reference
from index.search.facets import Facets
from index.search.lacking import (
    NAMED_GUIDE,
    NAMED_STANDARD,
    OPM,
    STANDARD_FOR,
    TITLED_GUIDE,
    Absent,
    guides_lacking,
    standards_lacking,
)
from index.search.query import Understood

_FILE: Final = Path(__file__).resolve().with_name("absent.toml")

_TITLE_ALONE: Final = pattern(r"\btitle\s(?P<title>[1-9]\d?)\b", re.IGNORECASE)
_ITS_RULE: Final = pattern(
    r"\bunder title\b|\btitle \d+ (?:[a-z]+ ){0,2}?(?:pay|rates?|rules?|leave|overtime"
    r"|appointments?|steps?|grades?|qualifications?|authorit(?:y|ies))\b|"
    r"\bwhat (?:does|do|is in|are the rules)\b.*\btitle \d|\baccording to title\b",
    re.IGNORECASE,
)
"""What asks for a rule of the law that is named by its title alone."""
_CLASSIFIES: Final = pattern(
    r"\b(?:classif\w*|exclu\w+|exempt\w*|cover\w*|general schedule|gs)\b",
    re.IGNORECASE,
)
"""What the law on classification says of those under another title."""
_OF_WORK: Final = pattern(
    r"\b(?:which|what) series\b|\bseries (?:am|is|are|should|do|does|of its own)\b"
    r"|\b[1-9]-\d{1,2}\b(?!-)"
    r"|\b(?:complexity|knowledge) levels?\b|\bwhat (?:\w+ )?level\b|\bspecialists?\b",
    re.IGNORECASE,
)
"""A field named for the work in it, which the documents on classification grade."""
_GRADES: Final = pattern(r"\b(?:standards?|guides?)\b", re.IGNORECASE)
_CHAPTERED: Final = frozenset({"5", "31", "38", "39", "40", "41", "44", "49"})
"""Titles of the Code whose sections are numbered by their chapter: 5104 stands in chapter 51."""
_ACT: Final = pattern(
    r"\b(?!(?:The|This|That|What|Which|Does|Do|Is|Are|Under|How|When|Why|Can|May|Who|An?) )"
    r"(?P<name>(?:[A-Z][\w'-]+,? (?:(?:of|and|for|to|in) )*){1,6}Act)\b"
)
_NUMBERED: Final = pattern(r"\d|subpart", re.IGNORECASE)

_OF_OURS: Final = pattern(
    r"\b(?:appeals?|appealing|cover\w*|exclu\w+|exempt\w*|subject to|open to|appl(?:y|ies) to)\b"
    r"|\b(?:contacts?|factors?|GS|civilian|supervis(?:es?|ed|ing)|count|counts)\b|\b[1-9]-\d\b(?!-)"
    r"|\b(?:I|we|she|he) (?:\w+ )?(?:lead|brief|advise|draft|write|work|deal|meet|negotiate|support"
    r"|train|assist|evaluate|rate)s?\b|\b(?:my|our|her|his) (?:job|work|duties|position)\b",
    re.IGNORECASE,
)
"""What the documents on classification say themselves of those in another system, or work with."""

FEWEST_LEVELS: Final = 9
"""A document that describes fewer levels is not one whose lack of another tells anything."""


@dataclass(frozen=True, slots=True)
class _Known:
    """An entry of the file beside this module."""

    what: str
    near: tuple[str, ...]
    names: re.Pattern[str]
    asks: re.Pattern[str] | None
    keys: tuple[str, ...]
    holder: str
    get: str
    system: bool


def absent(text: str, search: Understood, facets: Facets) -> tuple[Absent, ...]:
    """Return what a search names that no document held is of; empty when all is held.

    Args:
        text: The search as typed.
        search: The search as read.
        facets: What the passages held are labelled with.
    """
    published = [*_published(text, facets)]
    standards = [*standards_lacking(text, search, facets)]
    if not published:
        standards += guides_lacking(text, facets)
    found = [
        *_law(search, facets),
        *_title_of_law(text, search, facets),
        *_decisions(search, facets),
        # A level of a standard that is not held is looked for in no other.
        *(standards or _levels(text, search, facets)),
        *published,
        *numbered(text, facets.titles.values()),
    ]
    return tuple(dict.fromkeys(found or _acts(text, facets)))


def may_name(text: str) -> bool:
    """Tell whether a text may name anything of which :func:`absent` looks whether it is held.

    A section, a decision, a level and a series are named with a number. To tell so much takes no
    passages, which are read only for a text that may.
    """
    plain = text.casefold()
    known = (*_known(), *_known(numbered=True))
    return (
        _NUMBERED.search(text) is not None
        or NAMED_STANDARD.search(text) is not None
        or NAMED_GUIDE.search(text) is not None
        or STANDARD_FOR.search(text) is not None
        or TITLED_GUIDE.search(text) is not None
        or _ACT.search(text) is not None
        or any(word in plain for one in known for word in one.near)
    )


def _law(search: Understood, facets: Facets) -> Iterator[Absent]:
    missing = [one for one in search.cited.law if not facets.of_law(one)]
    if missing and len(missing) == len(search.cited.law):
        for reference in missing:
            yield Absent(reference.text(), *_published_as(reference))


def _title_of_law(text: str, search: Understood, facets: Facets) -> Iterator[Absent]:
    """Yield the law that is named by its title alone, where a rule of it is asked for."""
    if search.cited.law or not _ITS_RULE.search(text) or _CLASSIFIES.search(text):
        return
    for match in _TITLE_ALONE.finditer(text):
        number = match["title"]
        if number not in facets.law_titles:
            get = f"uscode.house.gov and ecfr.gov, title {number}"
            yield Absent(f"title {number} of the law", f"{number} U.S.C. and {number} CFR", get)


def _published_as(reference: Reference) -> tuple[str, str]:
    title = reference.title or "5"
    if reference.book == "CFR":
        part = reference.part or reference.section.partition(".")[0]
        if not part:
            return "the part of the Code of Federal Regulations", "ecfr.gov"
        holder = f"{title} CFR part {part}" if reference.section or reference.subpart else ""
        holder = holder or "the Code of Federal Regulations"
        return holder, f"ecfr.gov, title {title}, part {part}"
    place = f"uscode.house.gov, title {title}"
    if reference.chapter:
        return "the United States Code", f"{place}, chapter {reference.chapter}"
    chapter = f" chapter {reference.section[:-2]}" if title in _CHAPTERED else ""
    return f"{title} U.S.C.{chapter}", place


def _acts(text: str, facets: Facets) -> Iterator[Absent]:
    """Yield the acts that are named in full and of which no document held speaks."""
    for match in _ACT.finditer(text):
        name = " ".join(match["name"].split())
        if not facets.speaks_of(name):
            yield Absent(f"the {name}", "the act itself", "uscode.house.gov, Popular Names")


def _decisions(search: Understood, facets: Facets) -> Iterator[Absent]:
    numbers = search.cited.decisions
    if numbers and not any(facets.decision(number) for number in numbers):
        for number in numbers:
            yield Absent(
                f"Decision {number}", "OPM's appeal decisions", "opm.gov, Appeal Decisions"
            )


def _levels(text: str, search: Understood, facets: Facets) -> Iterator[Absent]:
    levels = search.cited.levels
    if not levels:
        return
    described = {
        name: facets.described(name)
        for name in document_named(text, facets.titles)
        if not search.series or facets.covers(name, search.series)
    }
    # A flysheet sends its readers elsewhere for levels.
    ladders = {name: own for name, own in described.items() if len(own) >= FEWEST_LEVELS}
    held = set().union(*ladders.values()) if ladders else set()
    for level in levels:
        if ladders and level not in held:
            title = facets.titles[next(iter(ladders))].removeprefix("The ")
            yield Absent(f"Level {level}", f"the {title} has no such level", "")
        elif not ladders and not facets.level(level) and not facets.prints(level):
            yield Absent(f"Level {level}", "a standard or guide with that level", OPM)


def _published(text: str, facets: Facets) -> Iterator[Absent]:
    plain = text.casefold()
    of_work = _OF_WORK.search(text) is not None
    for one in _known():
        if not any(word in plain for word in one.near):
            continue
        if not one.names.search(text) or (one.asks and not one.asks.search(text)):
            continue
        if of_work and not _GRADES.search(one.what):
            continue
        if one.system and _OF_OURS.search(text):
            continue
        if not _holds(facets, one, text):
            yield Absent(one.what, one.holder, one.get, subject=not _GRADES.search(one.what))


def numbered(text: str, titles: Collection[str]) -> Iterator[Absent]:
    """Yield the orders, laws, notices and rulings that are named by a number and not held.

    Args:
        text: What is asked or looked for.
        titles: The titles of the documents held.
    """
    plain = text.casefold()
    for one in _known(numbered=True):
        if not any(word in plain for word in one.near):
            continue
        for match in one.names.finditer(text):
            number = match["number"]
            if not any(number.casefold() in title.casefold() for title in titles):
                what = one.what.format(number=number)
                yield Absent(what, one.holder, one.get)


def systems(text: str, titles: Collection[str]) -> Iterator[Absent]:
    """Yield the systems of ranks and pay beside the General Schedule that are named and not held.

    Args:
        text: What is asked or looked for.
        titles: The titles of the documents held.
    """
    plain = text.casefold()
    for one in () if _OF_OURS.search(text) else _known():
        if not one.system or not any(word in plain for word in one.near):
            continue
        if not one.names.search(text) or (one.asks and not one.asks.search(text)):
            continue
        if not any(key in title.casefold() for key in one.keys for title in titles):
            yield Absent(one.what, one.holder, one.get)


def _holds(facets: Facets, one: _Known, text: str) -> bool:
    """Return whether a document held is of a subject, or a section of the law is headed by it.

    A subject has many names: the heading must share most words with the one that is said.
    """
    plain = [title.casefold() for title in facets.titles.values()]
    if any(key in title for key in one.keys for title in plain):
        return True
    said = {word for found in one.names.finditer(text) for word in words.words(found[0])}
    return any(
        2 * len(said.intersection(words.words(found[0]))) > len(said)
        for heading in facets.law_headings
        for found in one.names.finditer(heading.replace("-", " "))
    )


@cache
def _known(*, numbered: bool = False) -> tuple[_Known, ...]:
    data = tomllib.loads(_FILE.read_text("utf-8"))
    return tuple(
        _Known(
            what=one["what"],
            near=tuple(one["near"]),
            names=pattern(one["names"], re.IGNORECASE),
            asks=pattern(one["asks"], re.IGNORECASE) if "asks" in one else None,
            keys=tuple(one.get("keys", ())),
            holder=one["holder"],
            get=one["get"],
            system=one.get("system", False),
        )
        for one in data["numbered" if numbered else "absent"]
    )
