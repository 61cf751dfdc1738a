"""Reading a search: its filters, the citations it names and the field's other words for it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import get_args

from core.errors import QueryError
from index.decisions.stance.cells import is_of, is_on
from index.decisions.values import OUTCOME_ALIASES, OUTCOMES
from index.language import glossary, words
from index.language.document_names import beside_name, document_named, printing
from index.language.late import pattern
from index.language.structure import lettered_named
from index.models import Decision, Kind, Passage, Query, Stance
from index.regulations.citing import Named, Reference, references

KINDS: tuple[str, ...] = get_args(Kind)
STANCES: tuple[str, ...] = get_args(Stance)
STANCE_ALIASES = {
    "refused": "not_met",
    "rejected": "not_met",
    "denied": "not_met",
    "claimed": "claim",
    "granted": "met",
}
MAX_K = 200
MAX_LENGTH = 4000

_LEVEL = pattern(
    r"(?<![\w.-])([1-9][a-d]?)-(\d{1,2})(?:\s?\([a-d]\)|[a-d])?(?![\w-])", re.IGNORECASE
)
_DECISION = pattern(r"\b[a-z]-\d{4}-\d{2}-\d{2}\b", re.IGNORECASE)
_NAMES = pattern(
    rf"{_LEVEL.pattern}|{_DECISION.pattern}|(?<![\w-])[1-4]-?[a-d](?![\w-])", re.IGNORECASE
)
_SERIES = pattern(
    r"\b(?:g[sg]|w[gls])\s?-?\s?(\d{3,4})\b|\b(0\d{3})\b(?!\.\d)|\b(?:series\s+(\d{3,4}))\b",
    re.IGNORECASE,
)
_PAGE = pattern(
    r"\b(?:pages?|pp?\.)\s*([0-9]+|[ivxl]+)\b(?:\s+(?:of|in)\s+(?:the\s+)?(.+))?", re.IGNORECASE
)
_SORT = pattern(
    r"\b(?:guides?|guidance|handbook|standards?|flysheet|introduction|digest|jfs|gssg|intro|[a-z]{2,6}eg)\b",
    re.IGNORECASE,
)
_NAMED_FACTOR = pattern(r"\bfactors?\s+([1-9][a-d]?)\b(?!-)", re.IGNORECASE)
_GRADE = pattern(r"(?:(?P<plan>[A-Za-z]{2})\s?-?\s?)?0?(?P<grade>[1-9]\d?)")
_GRADE_WORD = pattern(r"g[slmg]-\d{1,2}")
_GRADE_TEXT = pattern(r"\bg[slmg]\s?[-\u2010-\u2015]\s?\d{1,2}\b(?!-\d)", re.IGNORECASE)
FEWEST_BESIDE_GRADE = 4
"""With so many other words a grade in a search is named in passing."""

_NO_FACTOR = pattern(r"^[1-9][A-D]?$")
_NO_LEVEL = pattern(r"^(?P<level>[1-9][A-D]?-\d{1,2})(?P<letter>[A-D])?$|^[1-4]-?[A-D]$")


@dataclass(frozen=True, slots=True)
class Filters:
    """What a passage, or the decision it stands in, must be, as checked values.

    None does not filter.
    """

    kind: str | None = None
    series: str | None = None
    factor: str | None = None
    level: str | None = None
    lettered: str | None = None
    stance: str | None = None
    document: str | None = None
    outcome: str | None = None
    agency: str | None = None
    since: str | None = None
    until: str | None = None
    grade: int | None = None
    pay_plan: str | None = None

    def of_decision(self) -> bool:
        """Return whether something is filtered that only a decision as a whole has."""
        wanted = (self.outcome, self.agency, self.since, self.until, self.grade)
        return any(value is not None for value in wanted)

    def admits(self, decision: Decision) -> bool:
        """Return whether a decision is looked at. What it does not state does not match.

        ``since`` and ``until`` are days and count themselves; ``agency`` is part of the name
        of the department or component; ``grade`` is the one decided,
        under ``pay_plan`` where that was written with it.
        """
        agency = f"{decision.department} {decision.component}".casefold()
        return (
            (self.outcome is None or self.outcome in decision.outcomes)
            and (self.agency is None or self.agency in agency)
            and (self.since is None or decision.date >= self.since)
            and (self.until is None or "" < decision.date <= self.until)
            and (self.grade is None or decision.decided.grade == self.grade)
            and self.pay_plan in (None, decision.decided.pay_plan or self.pay_plan)
        )

    def match(self, passage: Passage) -> bool:
        """Return whether a passage is looked at, as far as its own labels tell.

        A level filter lets through passages that speak of the level most and passages that
        name it; a factor filter of 4 lets through 4A and 4B too.
        """
        return (
            (self.kind is None or passage.kind == self.kind)
            and (self.document is None or passage.document == self.document)
            and (self.stance is None or passage.stance == self.stance)
            and (self.series is None or self.series in map(padded, passage.series))
            and (self.level is None or is_on(passage, self.level, self.stance))
            and (self.lettered is None or is_of(passage, self.lettered, self.stance))
            and (
                self.factor is None
                or str(passage.factor) == self.factor
                or (self.factor.isdigit() and str(passage.factor).rstrip("ABCD") == self.factor)
            )
        )


@dataclass(frozen=True, slots=True)
class Cited:
    """The places a search names, which then come first.

    ``lettered`` are levels with a letter: ``3-2C`` beside ``3-2``, or ``2-B`` of Factors 6 and 7.
    ``page`` is a printed page; ``page_of`` the words beside it, which may name its document, and
    ``page_of_exactly`` tells that they do ("page 5 of the Introduction"). ``documents`` are those
    they name. ``law`` are sections, parts and chapters of regulations and statutes. ``alone`` is
    a search for decisions, levels or places of law by name and nothing else.
    """

    levels: tuple[str, ...] = ()
    lettered: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    law: tuple[Reference, ...] = ()
    factors: tuple[str, ...] = ()
    page: str | None = None
    page_of: str = ""
    page_of_exactly: bool = False
    documents: tuple[str, ...] = ()
    alone: bool = False

    def any(self) -> bool:
        """Return whether the search names a place."""
        return self != Cited()


@dataclass(frozen=True, slots=True)
class Understood:
    """A search, read: its words, the field's words for them, its filters and citations.

    ``field_text`` is the search in the field's words, ``field_tokens`` the words this adds. Of
    the ``series`` it names (four digits) and ``documents`` ("the leader guide") passages gain.
    """

    text: str
    field_text: str
    tokens: tuple[str, ...]
    field_tokens: tuple[str, ...]
    filters: Filters
    cited: Cited
    series: tuple[str, ...]
    documents: tuple[str, ...]
    k: int


def understand(query: Query, documents: Mapping[str, str]) -> Understood:
    """Check a search and read what it names.

    Args:
        query: The search as asked.
        documents: The title of each document in the library by its id.

    Raises:
        QueryError: when the search has no words, or a filter's value is not possible; the
            message names the value and what is allowed.
    """
    text = " ".join(query.query.split())
    tokens = words.words(text)
    if not any(map(str.isalnum, text)):
        raise QueryError(
            "the search has no words" if text else "the search is empty",
            where="query",
            hint="Say in a few words what to look for.",
        )
    if len(text) > MAX_LENGTH:
        raise QueryError(
            f"the search has {len(text)} characters, more than {MAX_LENGTH}",
            where="query",
            hint="Ask in fewer words.",
        )
    if not 1 <= query.k <= MAX_K:
        raise QueryError(
            f'"{query.k}" is not a possible number of results',
            where="k",
            hint=f"Ask for 1 to {MAX_K}.",
        )
    if not tokens:
        # Only common words ("who is it about"): they are then all there is to go by.
        tokens = words.fold(text).split()
    cited = _cited(text, documents)
    named = _documents(query.query, documents, cited)
    beside = text
    if cited.law:
        # A section's number says where to look; the other words say for what.
        beside = " ".join(_without(text, references(text, bare=True)).split())
    elif named and not cited.any():
        beside = beside_name(text, {one: documents[one] for one in named})
    if words.words(beside):
        tokens, text = words.words(beside), beside
    rest = [token for token in tokens if not _GRADE_WORD.fullmatch(token)]
    if len(rest) >= FEWEST_BESIDE_GRADE:
        # Rare as it is, "GS-13" would draw every table of grades.
        tokens, text = rest, _GRADE_TEXT.sub("grade", text)
    field_text = glossary.in_field_words(text)
    added = (token for token in words.words(field_text) if token not in tokens)
    return Understood(
        text=text,
        field_text=field_text,
        tokens=tuple(tokens),
        field_tokens=tuple(dict.fromkeys(added)),
        filters=read_filters(query, documents),
        cited=cited,
        series=_named_series(query.query),
        documents=named,
        k=query.k,
    )


def read_filters(query: Query, documents: Collection[str]) -> Filters:
    """Check a search's filters and bring them to the form passages carry.

    Raises:
        QueryError: when a value is not possible.
    """
    return Filters(
        kind=_one_of("kind", query.kind, KINDS, {}),
        series=_series(query.series),
        factor=_factor(query.factor),
        **_level(query.level),
        stance=_one_of("stance", query.stance, STANCES, STANCE_ALIASES),
        document=_document(query.document, documents),
        outcome=_one_of("outcome", query.outcome, OUTCOMES, OUTCOME_ALIASES),
        agency=" ".join(query.agency.casefold().split()) if query.agency else None,
        since=_day("since", query.since, "-01-01"),
        until=_day("until", query.until, "-12-31"),
        grade=_grade(query.grade)[1],
        pay_plan=_grade(query.grade)[0],
    )


def padded(series: str) -> str:
    """Return a series as four digits: ``GS-80``, ``080`` and ``0080`` are all ``0080``."""
    return series.upper().removeprefix("GS").strip(" -").zfill(4)


def _one_of(
    name: str, value: str | None, allowed: tuple[str, ...], aliases: dict[str, str]
) -> str | None:
    if not value:
        return None
    asked = "_".join(value.casefold().replace("-", " ").split())
    asked = aliases.get(asked, asked)
    if asked not in allowed:
        raise _not_possible(name, value, f"Use one of: {', '.join(allowed)}.")
    return asked


def _series(value: str | None) -> str | None:
    if not value:
        return None
    found = padded(value.strip().translate(words.FOLD_DASHES))
    if not re.fullmatch(r"\d{4}", found):
        raise _not_possible("series", value, "Use a series of up to four digits, such as 0343.")
    return found


def _factor(value: str | None) -> str | None:
    if not value:
        return None
    found = value.strip().upper().removeprefix("FACTOR").strip()
    if not _NO_FACTOR.match(found):
        raise _not_possible("factor", value, "Use 1 to 9, or a part such as 4A.")
    return found


def _level(value: str | None) -> dict[str, str | None]:
    """Return the level that passages are labelled with, and the one with its letter.

    ``3-2c`` is a paragraph of Level 3-2, ``2-b`` a cell of the chart for Factors 6 and 7.
    """
    if not value:
        return {}
    found = value.translate(words.FOLD_DASHES).strip().upper()
    found = found.removeprefix("FACTOR").strip().removeprefix("LEVEL").replace(" ", "")
    named = _NO_LEVEL.match(re.sub(r"[()]", "", found))
    if named is None:
        raise _not_possible("level", value, "Write a factor level as factor-level, such as 2-4.")
    if named["level"] is None:
        return {"lettered": f"{named[0][0]}-{named[0][-1]}"}
    return {"level": named["level"], "lettered": named[0] if named["letter"] else None}


def _day(name: str, value: str | None, rest_of_year: str) -> str | None:
    """Return a day as ISO text; a year alone means its first or its last day."""
    if not value:
        return None
    text = value.strip()
    day = text + rest_of_year if re.fullmatch(r"\d{4}", text) else text
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise _not_possible(
            name, value, "Write a year such as 2014, or a day such as 2014-08-20."
        ) from error


def _grade(value: str | None) -> tuple[str | None, int | None]:
    """Return the pay plan, where one is written, and the number of a grade."""
    if not value:
        return None, None
    found = _GRADE.fullmatch(value.translate(words.FOLD_DASHES).strip())
    if found is None:
        raise _not_possible("grade", value, "Write a grade such as 11 or GS-11.")
    return found["plan"].upper() if found["plan"] else None, int(found["grade"])


def _document(value: str | None, documents: Collection[str]) -> str | None:
    if not value:
        return None
    known = {document.casefold(): document for document in documents}
    found = known.get(value.strip().casefold())
    if found is None:
        near = get_close_matches(value.casefold(), known, n=3, cutoff=0.4) or sorted(known)[:8]
        names = ", ".join(known[name] for name in near)
        raise _not_possible(
            "document",
            value,
            f"The library has, among others: {names}." if names else "The library is empty.",
        )
    return found


def _not_possible(name: str, value: str, hint: str) -> QueryError:
    return QueryError(f'"{value}" is not a possible {name}', where=name, hint=hint)


def _named_series(text: str) -> tuple[str, ...]:
    plain = _DECISION.sub(" ", words.fold(_without(text, references(text, bare=True))))
    return tuple(dict.fromkeys(padded(a or b or c) for a, b, c in _SERIES.findall(plain)))


def _cited(text: str, documents: Mapping[str, str]) -> Cited:
    plain = words.fold(text)
    decisions = tuple(dict.fromkeys(found.upper() for found in _DECISION.findall(plain)))
    rest = _DECISION.sub(" ", plain)
    # Marks keep their case: (i) and (I) are different paragraphs.
    law = references(_DECISION.sub(" ", text.translate(words.FOLD_DASHES)), bare=True)
    beside = _without(text.translate(words.FOLD_DASHES), law)
    levels = tuple(dict.fromkeys(f"{a}-{b}".upper() for a, b in _LEVEL.findall(rest)))
    lettered = tuple(sorted(lettered_named(rest)))
    factors = tuple(dict.fromkeys(found.upper() for found in _NAMED_FACTOR.findall(rest)))
    page = _PAGE.search(rest)
    named = (page[2] or f"{rest[: page.start()]} {rest[page.end() :]}") if page else ""
    return Cited(
        levels=levels,
        lettered=lettered,
        decisions=decisions,
        law=tuple(dict.fromkeys(one.reference for one in law)),
        # A level says which factor is meant.
        factors=() if levels else factors,
        page=page[1] if page else None,
        page_of=named.strip(),
        page_of_exactly=bool(page and page[2]),
        documents=document_named(named, documents, alone=bool(page and page[2])),
        alone=bool(decisions or levels or lettered or law)
        and not words.words(_NAMES.sub(" ", words.fold(beside))),
    )


def _documents(text: str, titles: Mapping[str, str], cited: Cited) -> tuple[str, ...]:
    """Return the documents a search names as a guide, a standard or the like."""
    if cited.page is not None or cited.law or not _SORT.search(text):
        return ()
    return document_named(text, titles) or printing(text, titles)


def _without(text: str, named: Sequence[Named]) -> str:
    """Return a text without the places of law it names."""
    kept, position = [], 0
    for one in named:
        kept.append(text[position : one.start])
        position = one.end
    return " ".join([*kept, text[position:]])
