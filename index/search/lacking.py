"""The standards of series that a search names and the library lacks, and where those send.

A series is named by its number, by an occupation or by a level of either. Where its flysheet has
no levels, or is not held while the guide that it sends to is, that guide is looked in instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from index.language import words
from index.language.document_names import document_named
from index.language.late import pattern
from index.search.facets import Facets
from index.search.query import Understood
from index.search.series.words import described

OPM: Final = "OPM, opm.gov, Classification & Qualifications"

_GRADING: Final = pattern(
    r"\b(?:standards?|guides?|flysheets?|job family|jfs|grade levels?|(?:grade|grading) criteria|"
    r"how (?:is|are) .{3,60} graded|grading|factors?|benchmarks?|level \d)",
    re.IGNORECASE,
)
"""What only the standard of a series says; what a series covers, a handbook of series says."""

_DEFINED: Final = pattern(r"\b(?:definition|defined?|covers?|which series)\b", re.IGNORECASE)
NAMED_STANDARD: Final = pattern(
    r"(?:^(?:(?:the|an?|opm.?s)\s+)?|\b(?:the|an?|opm.?s)\s+)((?:[a-z&/'-]+\s+){1,5}?)"
    r"(?:series\s+)?(?:position\s+)?(?:classification\s+|job grading\s+)?"
    r"(?:standard|flysheet|jfs)\b",
    re.IGNORECASE,
)
STANDARD_FOR: Final = pattern(
    r"\b(?:standard|flysheet|jfs) (?:for|of) (?:the )?((?:[a-z&/'-]+ ?){1,5}?)"
    r"(?=[ ,]*(?:(?:series|positions?|level|factor|gs)\b|[1-9]-\d)|\W*$)",
    re.IGNORECASE,
)
"""The occupation behind the word, as far as what is asked of it."""
NAMED_GUIDE: Final = pattern(
    r"\b(?:grade[- ])?(?:level |evaluation |grading )guides? (?:for|of|on) (?:the )?"
    r"((?:[a-z&/'-]+ ?){1,5})\W*$",
    re.IGNORECASE,
)
TITLED_GUIDE: Final = re.compile(
    r"((?:[A-Z][\w&/'-]+ (?:and |of |for )?){1,4}?)Grade[- ](?:Evaluation|Level) Guide\b"
)
"""A guide by its title, as printed."""
_LEVEL_OF: Final = pattern(
    r"^(?:the |an? |for (?:the |an? )?)?((?:[a-z&/'-]+,? ){1,4}?)(?:series,? )?(?:at |on )?"
    r"(?:factor )?(?:level |fl ?)?[1-9]-\d\b",
    re.IGNORECASE,
)
"""An occupation by its name and a level: "budget analyst level 4-4"."""
_PARTS: Final = pattern(
    r"\b(?:the|an?|of|to|for|by|in|on|from|with|is|are|be|if|whether|that|you|or|copy|apply"
    r"|find)\b",
    re.IGNORECASE,
)
"""What an occupation's name does not reach across: "the content of a standard"."""
_LEVEL_AFTER: Final = pattern(
    r",? (?:(?:at|on|for|factor) )?(?:level |fl ?)?[1-9]-\d\W*", re.IGNORECASE
)
_NAMES_SERIES: Final = pattern(
    r"\b(?:(?:position|classification|the|a|an|opm.?s)\s+)*(?:G[SG]["
    r" -]?)?\d{3,4}(?:-\d{1,2})?\b(?!-)"
    r"(?: (?:series|standard(?:'s)?|flysheet(?:'s)?|positions?|jobs?|analysts?|specialists?))*",
    re.IGNORECASE,
)
_NAMES_LEVEL: Final = pattern(
    r"\b(?:(?:factor|at|on|for|of|under|level|fl)\s+)*[1-9][AB]?-\d\b(?!-)", re.IGNORECASE
)
_ASKS_FOR: Final = frozenset(
    words.words(
        "what does is the mean say require describe description need take reach meet text words "
        "criteria definition show explain factor level points get"
    )
)
_FEWEST_BESIDE: Final = 2
"""So many words beside a series and a level, and something of its own is asked about them."""
_FEWEST_TOLD: Final = 2
_MOST_ALIKE: Final = 4
"""A beginning that more titles share ("general") names no occupation."""
_SHORT: Final = {"it": "information technology management"}
"""Occupations by letters that are a word of their own."""
_NO_OCCUPATION: Final = frozenset(
    words.words(
        "official occupational series position classification job family grading grade primary "
        "factor evaluation system published applicable appropriate new current same performance "
        "qualification standard opm proper right correct wrong old other specific particular fes "
        "nine point"
    )
)

_ROLES: Final = frozenset(
    words.words(
        "specialist analyst officer assistant clerk technician manager administrator examiner "
        "supervisor supervisory leader work group program general management administration "
        "administrative support services and related operations"
    )
)
"""What people are in any field: words that name none."""

_HEAD: Final = re.compile(r" (?:of|on|for|between|at|in|with) ")
"""What parts the name of a thing from what it is of: the rules on ..., the standards of ..."""


@dataclass(frozen=True, slots=True)
class Absent:
    """Something a search names that no document held is of, and what would hold it.

    ``what`` and ``holder`` are as they stand within a sentence.
    ``get`` is where that is published; empty where nothing would hold it. ``instead`` is the
    document held that what is named is graded by, of which the same is then looked for.
    ``subject`` says that a subject is named, which a document may treat under another title.
    """

    what: str
    holder: str
    get: str
    instead: str = ""
    subject: bool = False

    def sentence(self) -> str:
        """Return it said for a reader, with what would hold it."""
        told = f": {self.holder}."
        if self.get:
            holder = self.holder[:1].upper() + self.holder[1:]
            told = f". {holder} would hold {'them' if self._many() else 'it'}: {self.get}."
        return f"{self.said()}{told}"

    def said(self) -> str:
        """Return that it is not held, without a full stop."""
        what = self.what[:1].upper() + self.what[1:]
        return f"{what} {'are' if self._many() else 'is'} not held here"

    def _many(self) -> bool:
        return _HEAD.split(self.what)[0].endswith("s")


def standards_lacking(text: str, search: Understood, facets: Facets) -> Iterator[Absent]:
    """Yield the standards of series that are named, where their own words are asked for."""
    grading = bool(_GRADING.search(text) or search.cited.levels)
    for code in search.series:
        if facets.graded(code):
            yield from _of_flysheet(text, code, search, facets)
            continue
        if not grading or _DEFINED.search(text) or _beside_a_document(text, facets):
            continue
        from core.standards.series.referrals import sends_to

        sends = sends_to(code)
        lacking, guide = _standard(code), _held_guide(sends, facets)
        # The guide that grades the series is held, although its flysheet is not.
        graded = f"the flysheet for series {code} sends to the {sends} for levels"
        yield replace(lacking, holder=graded, get="", instead=guide) if guide else lacking
    if search.series:
        return
    named = [
        one
        for one in document_named(text, facets.titles)
        if facets.titles[one] in facets.grading_titles
    ]
    for match in NAMED_STANDARD.finditer(text):
        said = _PARTS.split(match[1])[-1]
        # A document whose title has none of these words is meant by the rest of the text.
        own = set(words.words(said))
        meant = any(own.intersection(words.words(facets.titles[one])) for one in named)
        codes = _codes_of(said, exactly=meant)
        if codes and not any(map(facets.graded, codes)):
            yield _standard(*codes)
        elif not codes and not named and _LEVEL_AFTER.fullmatch(text, match.end()):
            yield from _of_no_series(said, facets)
        elif not codes and meant and search.cited.levels and _of_another_field(own, facets):
            # "Human factors engineering" only begins like the standard for human resources.
            yield Absent(f"the {said.strip()} standard", "OPM's standard of that name", OPM)
    for match in STANDARD_FOR.finditer(text):
        codes = _codes_of(match[1], exactly=bool(named))
        if codes and not any(map(facets.graded, codes)):
            yield _standard(*codes)
        elif not codes and not named and search.cited.levels:
            yield from _of_no_series(match[1], facets)
    of_work = NAMED_GUIDE.search(text)
    if of_work:
        yield from _of_no_series(of_work[1], facets, "guide for")
    level_of = _LEVEL_OF.match(text)
    if level_of and not named and _few(words.words(text[level_of.end() :])):
        codes = tuple(sorted({*_called(level_of[1]), *_begun(level_of[1], fewest=2)}))
        if codes and not any(map(facets.graded, codes)):
            yield _standard(*codes)


def guides_lacking(text: str, facets: Facets) -> Iterator[Absent]:
    """Yield the guides named by a title whose words no title held has all of."""
    held = [set(words.words(title)) for title in facets.grading_titles]
    for match in TITLED_GUIDE.finditer(text):
        if not any(set(words.words(match[1])) <= own for own in held):
            yield Absent(f"the guide for {match[1].strip()}", "OPM's guide of that name", OPM)


def _beside_a_document(text: str, facets: Facets) -> bool:
    """Tell whether a document held is named, for which a series is only what it is used for."""
    return bool(document_named(_NAMES_SERIES.sub(" ", text), facets.titles))


def _of_flysheet(text: str, code: str, search: Understood, facets: Facets) -> Iterator[Absent]:
    """Yield the level asked of a series whose standard has none, and where that sends for it."""
    if not _asks_level_of_series(text):
        return
    if set(document_named(text, facets.titles)) - facets.of_series(code):
        # Whoever names another document wants the level of that one.
        return
    named = {level for level in search.cited.levels if not facets.level_of_series(level, code)}
    from core.standards.series.referrals import sends_to

    sends = sends_to(code)
    for level in sorted(named) if sends else ():
        named_there = f"the {sends}" if sends[:1].isupper() else sends
        holder = f"the flysheet for series {code} has no levels and sends to {named_there} for them"
        guide = _held_guide(sends, facets)
        instead = guide if level in facets.described(guide) else ""
        yield Absent(f"Level {level} of series {code}", holder, "", instead)


def _asks_level_of_series(text: str) -> bool:
    """Tell whether a level is asked of a series, and hardly anything beside it."""
    return _few(words.words(_NAMES_LEVEL.sub(" ", _NAMES_SERIES.sub(" ", text))))


def _few(beside: Iterable[str]) -> bool:
    return len([word for word in beside if word not in _ASKS_FOR]) < _FEWEST_BESIDE


def _held_guide(title: str, facets: Facets) -> str:
    """Return the document held that has the title a flysheet sends to; empty when none has."""
    plain = words.words(title)
    held = (one for one, said in facets.titles.items() if words.words(said) == plain)
    return next(held, "") if plain else ""


def _of_no_series(said: str, facets: Facets, sort: str = "") -> Iterator[Absent]:
    """Yield the standard or guide of an occupation that nothing held is called by.

    Args:
        said: What the occupation is called.
        facets: What is held.
        sort: "guide for", where a guide is named; a standard else.
    """
    own = set(words.words(said)) - _NO_OCCUPATION
    held = (len(own & set(words.words(title))) for title in facets.grading_titles)
    if own and 2 * max(held, default=0) < len(own):
        what = f"the {sort} {said.strip()}" if sort else f"the {said.strip()} standard"
        yield Absent(what, f"OPM's {'guide' if sort else 'standard'} of that name", OPM)


def _of_another_field(own: set[str], facets: Facets) -> bool:
    """Tell whether a word of an occupation's name is of series of which no standard is held."""
    from core.standards.series import all_series

    titles = [set(words.words(title)) for title in facets.grading_titles]
    if max((len(own & title) for title in titles), default=0) > 1:
        # Two words of a title are its name, whatever is said beside them.
        return False
    held = set().union(*titles)
    fields = {word for one in all_series() for word in words.words(one.title)}
    return bool((own & fields) - held - _ROLES - _NO_OCCUPATION)


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
    return Absent(f"the standard for {', or '.join(names)}", holder, OPM)


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
    if len(own) < _FEWEST_TOLD:
        # One word of what people do in a series is no name of it.
        return ()
    called = [code for code, said in described().items() if set(own) <= set(words.words(said))]
    return tuple(called) if len(called) == 1 else ()
