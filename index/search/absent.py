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
from index.search.query import Understood
from index.search.series.words import described

_FILE: Final = Path(__file__).resolve().with_name("absent.toml")
_OPM: Final = "OPM, opm.gov, Classification & Qualifications"

_GRADING: Final = pattern(
    r"\b(?:standards?|guides?|flysheets?|job family|jfs|grade levels?|(?:grade|grading) criteria|"
    r"how (?:is|are) .{3,60} graded|grading|factors?|benchmarks?|level \d)",
    re.IGNORECASE,
)
"""What only the standard of a series says; what a series covers, a handbook of series says."""

_DEFINED: Final = pattern(r"\b(?:definition|defined?|covers?|which series)\b", re.IGNORECASE)
_NAMED_STANDARD: Final = pattern(
    r"(?:^(?:(?:the|an?|opm.?s)\s+)?|\b(?:the|an?|opm.?s)\s+)((?:[a-z&/'-]+\s+){1,5}?)"
    r"(?:series\s+)?(?:position\s+)?(?:classification\s+|job grading\s+)?"
    r"(?:standard|flysheet|jfs)\b",
    re.IGNORECASE,
)
_LEVEL_OF: Final = pattern(
    r"^(?:the |an? |for (?:the |an? )?)?((?:[a-z&/'-]+,? ){1,4}?)(?:series,? )?(?:at |on )?"
    r"(?:factor )?(?:level |fl ?)?[1-9]-\d\b",
    re.IGNORECASE,
)
"""An occupation by its name and a level: "budget analyst level 4-4"."""
_LEVEL_AFTER: Final = pattern(
    r",? (?:(?:at|on|for|factor) )?(?:level |fl ?)?[1-9]-\d\W*", re.IGNORECASE
)
_SERIES_AND_LEVEL: Final = pattern(
    r"\W*(?:the )?(?:GS[ -]?)?\d{3,4}(?: series)?(?: standard(?:'s)?| flysheet(?:'s)?)?,?"
    r"(?: (?:at|on|for|factor))* ?(?:level |fl ?)?[1-9]-\d\W*",
    re.IGNORECASE,
)
"""A level asked of a series and nothing beside it."""
_MOST_ALIKE: Final = 4
"""A beginning that more titles share ("general") names no occupation."""
_TITLE_ALONE: Final = pattern(r"\btitle\s(?P<title>[1-9]\d?)\b", re.IGNORECASE)
_ITS_RULE: Final = pattern(
    r"\bunder title\b|\btitle \d+ (?:pay|rates?|rules?|leave|overtime|appointments?|steps?)\b|"
    r"\bwhat (?:does|do|is in|are the rules)\b.*\btitle \d|\baccording to title\b",
    re.IGNORECASE,
)
"""What asks for a rule of the law that is named by its title alone."""
_CLASSIFIES: Final = pattern(
    r"\b(?:classif\w*|exclu\w+|exempt\w*|cover\w*|grades?|graded|general schedule|gs)\b",
    re.IGNORECASE,
)
"""What the law on classification says of those under another title."""
_SHORT: Final = {"it": "information technology management"}
"""Occupations by letters that are a word of their own."""
_NUMBERED: Final = pattern(r"\d|subpart", re.IGNORECASE)

_NO_OCCUPATION: Final = frozenset(
    words.words(
        "official occupational series position classification job family grading grade primary "
        "factor evaluation system published applicable appropriate new current same performance "
        "qualification standard opm proper right correct wrong old other specific particular fes "
        "nine point"
    )
)

_HEAD: Final = re.compile(r" (?:of|on|for|between|at|in|with) ")
"""What parts the name of a thing from what it is of: the rules on ..., the standards of ..."""
FEWEST_LEVELS: Final = 9
"""A document that describes fewer levels is not one whose lack of another tells anything."""


@dataclass(frozen=True, slots=True)
class Absent:
    """Something a search names that no document held is of, and what would hold it.

    ``get`` is where that is published; empty where nothing would hold it.
    """

    what: str
    holder: str
    get: str

    def sentence(self) -> str:
        """Return it said for a reader."""
        what = self.what[:1].upper() + self.what[1:]
        many = _HEAD.split(self.what)[0].endswith("s")
        said = f"{what} {'are' if many else 'is'} not held here"
        if not self.get:
            return f"{said}: {self.holder[:1].lower()}{self.holder[1:]}."
        return f"{said}. {self.holder} would hold {'them' if many else 'it'}: {self.get}."


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


def absent(text: str, search: Understood, facets: Facets) -> tuple[Absent, ...]:
    """Return what a search names that no document held is of; empty when all is held.

    Args:
        text: The search as typed.
        search: The search as read.
        facets: What the passages held are labelled with.
    """
    standards = [*_series(text, search, facets)]
    found = [
        *_law(search, facets),
        *_title_of_law(text, search, facets),
        *_decisions(search, facets),
        # A level of a standard that is not held is looked for in no other.
        *(standards or _levels(text, search, facets)),
        *_published(text, facets),
        *numbered(text, facets.titles.values()),
    ]
    return tuple(dict.fromkeys(found))


def may_name(text: str) -> bool:
    """Tell whether a text may name anything of which :func:`absent` looks whether it is held.

    A section, a decision, a level and a series are named with a number. To tell so much takes no
    passages, which are read only for a text that may.
    """
    plain = text.casefold()
    known = (*_known(), *_known(numbered=True))
    return (
        _NUMBERED.search(text) is not None
        or _NAMED_STANDARD.search(text) is not None
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
            return "The part of the Code of Federal Regulations", "ecfr.gov"
        return f"{title} CFR part {part}", f"ecfr.gov, title {title}, part {part}"
    chapter = reference.chapter or reference.section[:-2]
    return f"{title} U.S.C. chapter {chapter}", f"uscode.house.gov, title {title}"


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
            yield Absent(f"Level {level}", f"The {title} has no such level", "")
        elif not ladders and not facets.level(level):
            yield Absent(f"Level {level}", "A standard or guide with that level", _OPM)


def _series(text: str, search: Understood, facets: Facets) -> Iterator[Absent]:
    """Yield the standards of series that are named, where their own words are asked for."""
    grading = bool(_GRADING.search(text) or search.cited.levels)
    for code in search.series:
        if facets.graded(code):
            yield from _of_flysheet(text, code, search, facets)
            continue
        if not grading or _DEFINED.search(text):
            continue
        yield _standard(code)
    if search.series:
        return
    named = document_named(text, facets.titles)
    for match in _NAMED_STANDARD.finditer(text):
        codes = _codes_of(match[1], exactly=bool(named))
        if codes and not any(map(facets.graded, codes)):
            yield _standard(*codes)
        elif not codes and not named and _LEVEL_AFTER.fullmatch(text, match.end()):
            yield from _of_no_series(match[1], facets)
    level_of = _LEVEL_OF.match(text)
    if level_of and not named:
        codes = tuple(sorted({*_called(level_of[1]), *_begun(level_of[1], fewest=2)}))
        if codes and not any(map(facets.graded, codes)):
            yield _standard(*codes)


def _of_flysheet(text: str, code: str, search: Understood, facets: Facets) -> Iterator[Absent]:
    """Yield the level asked of a series whose standard has none, and where that sends for it."""
    if not _SERIES_AND_LEVEL.fullmatch(text):
        return
    named = {level for level in search.cited.levels if not facets.level_of_series(level, code)}
    from core.standards.series.referrals import sends_to

    sends = sends_to(code)
    for level in sorted(named) if sends else ():
        named_there = f"the {sends}" if sends[:1].isupper() else sends
        holder = f"The flysheet for series {code} has no levels and sends to {named_there} for them"
        yield Absent(f"Level {level} of series {code}", holder, "")


def _of_no_series(said: str, facets: Facets) -> Iterator[Absent]:
    """Yield the standard of an occupation that no series and no title held is called by."""
    own = set(words.words(said)) - _NO_OCCUPATION
    if own and not any(own & set(words.words(title)) for title in facets.titles.values()):
        yield Absent(f"the {said.strip()} standard", "OPM's standard of that name", _OPM)


def _called(said: str) -> tuple[str, ...]:
    """Return the one series whose title, or a name people use for it, is said; else none."""
    own = words.words(said)
    found = {
        code
        for code, names in described().items()
        if own and not _NO_OCCUPATION.issuperset(own[-1:])
        if any(words.words(name) == own for name in re.split(r"[,.]", names))
    }
    return tuple(found) if len(found) == 1 else ()


def _begun(said: str, *, fewest: int = 1) -> tuple[str, ...]:
    """Return the series whose titles begin with what is said, of so many words at least."""
    from core.standards.series import all_series

    own = [word for word in words.words(said) if word not in _NO_OCCUPATION]
    if len(own) < fewest:
        return ()
    found = [one.code for one in all_series() if words.words(one.title)[: len(own)] == own]
    return tuple(found) if len(found) <= _MOST_ALIKE else ()


def _standard(*codes: str) -> Absent:
    from core.standards.series import find_series

    found = [(code, find_series(code)) for code in codes]
    names = [f"{one.title}, {code}" if one else f"series {code}" for code, one in found]
    holder = f"OPM's standard or flysheet for series {' or '.join(codes)}"
    return Absent(f"the standard for {', or '.join(names)}", holder, _OPM)


def _codes_of(said: str, *, exactly: bool) -> tuple[str, ...]:
    """Return the series that an occupation may name ("contracting"); none when it names none.

    Args:
        said: The words before "standard" or "flysheet".
        exactly: Only a series' whole title counts, since a document held may be meant too.
    """
    from core.standards.series import all_series

    said = _SHORT.get(said.strip().casefold(), said)
    own = [word for word in words.words(said) if word not in _NO_OCCUPATION]
    if not own:
        return ()
    whole = [one.code for one in all_series() if words.words(one.title) == own]
    if exactly or len(whole) == 1:
        return tuple(whole) if len(whole) == 1 else ()
    if usual := {*_called(said), *_begun(said)}:
        return tuple(sorted(usual))
    called = [code for code, said in described().items() if set(own) <= set(words.words(said))]
    return tuple(called) if len(called) == 1 else ()


def _published(text: str, facets: Facets) -> Iterator[Absent]:
    plain = text.casefold()
    for one in _known():
        if not any(word in plain for word in one.near):
            continue
        if not one.names.search(text) or (one.asks and not one.asks.search(text)):
            continue
        if not _holds(facets, one, text):
            yield Absent(one.what, one.holder[:1].upper() + one.holder[1:], one.get)


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
                yield Absent(what, one.holder[:1].upper() + one.holder[1:], one.get)


def _holds(facets: Facets, one: _Known, text: str) -> bool:
    """Return whether a document held is of a subject, or a section of the law is headed by it.

    A subject has many names: the heading must share a word with the one that is said.
    """
    plain = [title.casefold() for title in facets.titles.values()]
    if any(key in title for key in one.keys for title in plain):
        return True
    said = {word for found in one.names.finditer(text) for word in words.words(found[0])}
    return any(
        said.intersection(words.words(found[0]))
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
        )
        for one in data["numbered" if numbered else "absent"]
    )
