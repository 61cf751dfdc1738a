"""When things happened in a story: a grade began, a grade was lowered, as loosely as it is told.

"Became a 12 last September, cut in March" names two months without a year. The time between them
decides whether a grade is kept, so each is taken for the days it can mean, and the beginning is
the last one before the end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from assistant.chat.reading.dates import loosely, named_days
from index.language.late import pattern
from index.language.words import MONTHS

Event = Literal["began", "lowered", ""]

_NAMES = tuple(name[:3] for name in MONTHS)
_MONTH = "|".join((*MONTHS, *(name for name in _NAMES if name != "may"), "sept"))
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "fall": (9, 11), "autumn": (9, 11)}
_LOOSE = pattern(
    rf"\b(?:(?:(?P<near>last|this|next)\s+)?(?P<month>{_MONTH}|{'|'.join(_SEASONS)})\b\.?"
    r"(?:,?\s+(?:of\s+)?(?P<of>(?:19|20)\d\d))?"
    r"|(?P<near_year>last|this)\s+year\b"
    r"|(?<![-/\d])(?P<year>(?:19|20)\d\d)(?![-/\d]))",
    re.IGNORECASE,
)
_AGO = pattern(
    r"\b(?:\d{1,3}|an?|a couple of|a few|[a-z]+)\s+(?:day|week|month|year)s?\s+ago\b"
    r"|\blast\s+(?:week|month)\b",
    re.IGNORECASE,
)
_BARE_MAY = pattern(r"(?:\b(?:in|since|until|last|this|next|by|from|of|early|late|mid)\s+)$")
_BEGAN = pattern(
    r"\b(?:bec[ao]m\w*|upgrad\w+|raised|made|establish\w+|creat\w+|classified|promot\w+|since|from|"
    r"start\w*|began|begun|begin\w*|set up|been|hired|stood|went up|moved up|rated|graded|"
    r"reached|got (?:the|my|its|his|her)"
    r"(?! (?:\w+ )?(?:letter|notice|sf|decision|news|e?-?mail|paper|memo))|dates?|came)\b",
    re.IGNORECASE,
)
_LOWERED = pattern(
    r"\b(?:cut\w*|re-?rat\w+|rerat\w+|lower\w*|downgrad\w+|reduc\w+|reclass\w*|"
    r"went (?:back )?down|go(?:es|"
    r"ing)? (?:back )?"
    r"down|down|dropp?\w*|demot\w+|until|till|eff|effective|took effect|taking effect|back to|"
    r"regraded|"
    r"riff?(?:ed)?|ended|now|(?:took|taken) (?:away|from))\b",
    re.IGNORECASE,
)
_WEAK = pattern(r"since|from|start\w*|began|begun|begin\w*|dates?", re.IGNORECASE)
"""Words that begin a time but tell nothing of a grade that began."""
_FUTURE = pattern(
    r"\b(?:will|going (?:to|from|down)|next|about to|propos\w+|plan\w*)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time named in a text: the days it can mean, where it stands, what happened then.

    ``said`` is what is told of it, ``open_year`` whether no year is named.
    """

    earliest: date
    latest: date
    start: int
    end: int
    what: Event = ""
    said: str = ""
    open_year: bool = False

    @property
    def exact(self) -> bool:
        """Return whether one day is named."""
        return self.earliest == self.latest


def moments(text: str, today: date) -> list[Moment]:
    """Return the times a text names, in order, each with what happened then."""
    found = [Moment(day, day, start, end) for start, end, day in named_days(text, today)]
    for match in _AGO.finditer(text):
        day = loosely(match.group(), today)
        if day is not None:
            found.append(Moment(day, day, *match.span()))
    for match in _LOOSE.finditer(text):
        taken = any(one.start < match.end() and match.start() < one.end for one in found)
        made = None if taken else _loose(match, text, today)
        if made is not None:
            found.append(made)
    return _told(text, sorted(found, key=lambda one: one.start))


def _loose(match: re.Match[str], text: str, today: date) -> Moment | None:
    if match["near_year"]:
        year = today.year - (match["near_year"].lower() == "last")
        return Moment(date(year, 1, 1), date(year, 12, 31), *match.span())
    if match["year"]:
        year = int(match["year"])
        return Moment(date(year, 1, 1), date(year, 12, 31), *match.span())
    name = match["month"].lower()
    if name in {"may", "mar", "march", "fall", "spring"} and not match["of"] and not match["near"]:
        # "may" is mostly a verb, and so are some others.
        before = text[: match.start()].lower()
        capital = match["month"][0].isupper() and name in {"may", "march"} and match.start() > 0
        if not capital and not _BARE_MAY.search(before):
            return None
    first, last = _SEASONS.get(name) or ((_NAMES.index(name[:3]) + 1,) * 2)
    year = int(match["of"]) if match["of"] else today.year
    if not match["of"] and match["near"] != "next" and date(year, first, 1) > today:
        year -= 1
    if (match["near"] or "").lower() == "next" and date(year, first, 1) <= today:
        year += 1
    after = date(year + last // 12, last % 12 + 1, 1)
    return Moment(
        date(year, first, 1),
        after - timedelta(days=1),
        *match.span(),
        open_year=not match["of"] and (match["near"] or "").lower() != "next",
    )


def _told(text: str, found: list[Moment]) -> list[Moment]:
    """Return times with what happened then: the last word for it before, else the next after."""
    told = []
    for number, one in enumerate(found):
        begins = found[number - 1].end if number else 0
        said = re.split(r"[.?!;](?:\s|$)", text[begins : one.start])[-1]
        what = _kind(said)
        if not what:
            until = found[number + 1].start if number + 1 < len(found) else len(text)
            said = re.split(r"[,.?!;]|\b(?:and|but)\b", text[one.end : until])[0]
            what = _kind(said, first=True)
        told.append(Moment(one.earliest, one.latest, one.start, one.end, what, said, one.open_year))
    return told


def _clause(said: str) -> str:
    """Return the last clause that says what happened."""
    clauses = re.split(r"[,;:]", said)
    told = [one for one in clauses if _BEGAN.search(one) or _LOWERED.search(one)]
    return told[-1] if told else said


def _kind(said: str, *, first: bool = False) -> Event:
    if not first:
        said = _clause(said)
    began = [match.start() for match in _BEGAN.finditer(said)]
    lowered = [match.start() for match in _LOWERED.finditer(said)]
    if not began or not lowered:
        return "began" if began else "lowered" if lowered else ""
    if not first and all(_WEAK.fullmatch(match.group()) for match in _BEGAN.finditer(said)):
        # "Lowered starting May 3" is the day it was lowered.
        return "lowered"
    nearest = min if first else max
    return "began" if nearest(*began, *lowered) in began else "lowered"


def lowering(text: str, today: date) -> Moment | None:
    """Return when a grade was, or will be, lowered; None when it is not told."""
    named = [one for one in moments(text, today) if one.what == "lowered"]
    if not named:
        return None
    last = named[-1]
    if last.open_year and _FUTURE.search(text) and last.latest < today:
        return _shifted(last, 1)
    return last


def began(text: str, today: date, end: Moment | None) -> list[Moment]:
    """Return when grades began, each the last time before the end that its words can mean."""
    found = []
    for one in moments(text, today):
        if one.what != "began":
            continue
        made = one
        if end is not None and one.open_year and one.earliest >= end.earliest:
            made = _shifted(one, -1)
        found.append(made)
    return found


def _shifted(one: Moment, years: int) -> Moment:
    def moved(day: date) -> date:
        # February 29 is no day of most years.
        last = 28 if (day.month, day.day) == (2, 29) else day.day
        return date(day.year + years, day.month, last)

    return Moment(
        moved(one.earliest), moved(one.latest), one.start, one.end, one.what, one.said, False
    )
