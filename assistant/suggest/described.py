"""A position's description as the suggester takes it: sentences by factor, nothing stated seen.

A level, points or a grade that a description states of itself must not lead to a suggestion: they
are taken out of what is weighed, and told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, NamedTuple

from index.language import sentences

DUTIES: Final = ""
"""The key of what stands under no factor: duties and whatever else tells of the work."""

UNSOURCED: Final = "a stated fact"
"""The place of a fact that a case states without its source."""

_LEVEL = (
    r"(?:(?:credited|evaluated|assigned|rated)\s+(?:at|as)\s+)?"
    r"(?:(?:factor\s+)?levels?|FLD?)?\s*[#:]?\s*\b[1-9][AB]?\s?[-–—‑]\s?(?:[1-9]|[A-F])\b"
    r"(?!\s*(?:-|days?|hours?|years?|weeks?|months?|percent|%))"
)
_POINTS = r"\(?\b\d[\d,]{0,5}\s*(?:points?|pts?)\b\.?\)?"
_GRADE = (
    r"\b(?:GS|GM|WG)\s?[-–—‑]\s?(?:\d{3,4}\s?[-–—‑/]\s?)?\d{1,2}(?:/\d{1,2})*\b|\bgrade\s+\d{1,2}\b"
)
_STATED = re.compile(f"(?:{_LEVEL})|(?:{_POINTS})|(?:{_GRADE})", re.IGNORECASE)
_OF_APPLICANTS = re.compile(
    r"\b(?:specialized|general) experience\b|\byears? of .{0,40}experience\b|"
    r"\bexperience (?:equal|equivalent) to\b|\bU\.?S\.? citizen|"
    r"\bbackground (?:check|investigation)|\b(?:degree|semester hours|transcripts?)\b",
    re.IGNORECASE,
)
"""What an announcement asks of those who apply, which is no knowledge the work uses."""
_PART = (
    r"(?:(?:the|this|major|above|preceding|foregoing|other|same|factors?|dut(?:y|ies)|"
    r"paragraphs?|sections?|items?|parts?|pages?|statements?|descriptions?|introduction|of|in|on|"
    r"under|at|and|to|through|below|earlier|elsewhere|position|PD|no|number|\d{1,2}[a-c]?)\b[\s,.]*)+"
)
_POINTER = re.compile(
    r"(?:(?:please )?(?:see|refer to|consult|cf|covered|"
    r"(?:as )?(?:described|stated|shown|listed|given|told|"
    r"set out|set forth|noted|explained|indicated|discussed|outlined)|same as|identical to)\b"
    rf"[\s,.]*{_PART}|(?:as|same as) above|n/?a|not applicable|to be determined|tbd)[\s.]*",
    re.IGNORECASE,
)
"""Words that only say where else to read: no evidence of a level, so what they point to is read."""
_BULLET = re.compile(r"^[\s•◦▪·*\-–—]+|^\(?(?:\d{1,2}|[a-z])[.)]\s+")
_SERIES = re.compile(r"\bGS\s?[-–—‑]\s?(\d{4})\b")
_SHORT = 5
"""A line of fewer letters is a mark of the layout."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands, what of it is weighed, and where a reader finds it."""

    text: str
    weighed: str
    place: str
    section: str = DUTIES
    duty: int = 0
    """The number of the duty it tells of, 0 for none."""


class DutyShare(NamedTuple):
    """A duty's title and its percent of the time, None where none is printed.

    ``wage`` is the code by which it says that it is work of the wage system, such as WG-4749-08.
    """

    title: str
    percent: float | None
    wage: str = ""


@dataclass(frozen=True, slots=True)
class Described:
    """What is known of a position: its sentences, and what the description states of itself.

    ``supervisory`` says that its sections are the factors of the supervisory guide, ``as_of`` the
    date whose editions apply, ``pay_plan`` the one held, ``wage`` what a job of the wage system is
    called, which none of the criteria here grade.
    """

    sentences: tuple[Sentence, ...]
    stated: dict[str, str] = field(default_factory=dict)
    series: str = ""
    title: str = ""
    duties: tuple[DutyShare, ...] = ()
    supervisory: bool = False
    as_of: date | None = None
    pay_plan: str = "GS"
    wage: str = ""

    def of(self, factor: str) -> tuple[Sentence, ...]:
        """Return what stands under a factor; the duties for :data:`DUTIES`."""
        return tuple(one for one in self.sentences if one.section == factor)

    def only(self, duties: Iterable[int]) -> Described:
        """Return what it says of some duties by their numbers, and nothing of the position whole.

        Sections by factor speak of all kinds of work together, so they tell nothing of one, and
        the position's series is that of one kind only: a kind has the series its duties name.
        """
        wanted = set(duties)
        kept = tuple(replace(one, section=DUTIES) for one in self.sentences if one.duty in wanted)
        named = {code for one in kept for code in _SERIES.findall(one.text)}
        series = named.pop() if len(named) == 1 else ""
        return replace(self, sentences=kept, stated={}, series=series, wage=self._wage(wanted))

    def _wage(self, wanted: set[int]) -> str:
        """Return by what code one of some duties says that it is wage work; empty if none does."""
        duties = (self.duties[number - 1] for number in sorted(wanted))
        return next((one.wage for one in duties if one.wage), self.wage)


def without_stated(text: str) -> str:
    """Return a text without the levels, points and grades it states."""
    return re.sub(r"[ \t]{2,}", " ", _STATED.sub(" ", text)).strip(" ,;:()[]–—-")


def cut(text: str, place: str, section: str = DUTIES, duty: int = 0) -> list[Sentence]:
    """Return the sentences of a part of a description that say something of the work."""
    found = []
    start = 0
    for end in sentences.ends(text):
        raw = text[start:end].strip()
        start = end
        bare = _BULLET.sub("", raw)
        weighed = without_stated(bare)
        if _POINTER.fullmatch(weighed.strip()):
            continue
        if _OF_APPLICANTS.search(bare) is None and sum(map(str.isalpha, weighed)) >= _SHORT:
            found.append(Sentence(bare, weighed, place, section, duty))
    return found
