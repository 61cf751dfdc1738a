"""The days a message names, each by what it is the day of: an event, a pay period, something done.

"Issued June 3, mailed July 22: in time?" names the day from which is counted and the day on which
something was done; "a pay period begins June 14" names neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from assistant.chat.reading.dates import DAYS_OF, named_days
from assistant.chat.reading.numbers import CARDINALS, alternation, whole
from index.language.late import pattern

if TYPE_CHECKING:
    from datetime import date

DayOf = Literal["event", "period", "done", "today"]

TODAY_IS = pattern(r"\b(?:today(?:'s date)?|it)(?:'s| is)(?: now)?\s*$", re.IGNORECASE)
_PERIOD = pattern(r"\bpay[ -]?(?:periods?|days?)\b|\bpp\b", re.IGNORECASE)
_PERIOD_AFTER = pattern(
    r"^\W*(?:which |that )?(?:is|was|begins?|starts?|being)\b[^.,;?!]{0,25}\bpay[ -]?period",
    re.IGNORECASE,
)
_DONE = pattern(
    r"\b(?:filed?|filing|mail(?:ed|ing)?|sent|send(?:ing)?|submit(?:ted|ting)?|postmarked|"
    r"fax(?:ed)?|"
    r"hand(?:ed)? (?:it |the \w+ )?in|turn(?:ed)? (?:it|the \w+) in|asked|ask(?:ing)?|"
    r"request(?:ed|ing)?|"
    r"appealed|appeal(?:ing)?|answer(?:ed|ing)?|reply|replied|wr[oi]te|written|e-?mailed)\b",
    re.IGNORECASE,
)
_EVENT = pattern(
    r"\b(?:issued|dated?|decided|decision|certificate|signed|effective|took effect|lowered|"
    r"downgrad\w+|demot\w+|cut|reduc\w+|reclass\w+|received|got|came|reached|letter|notice|told|"
    r"arrived|denied|denial|handed|ended|in my hands)\b",
    re.IGNORECASE,
)
_JOINED = pattern(r"[\s,/&]*(?:and|or|then)?[\s,]*", re.IGNORECASE)
_AFTER_WHICH = pattern(r"\bpay[ -]?periods? (?:after|following)\s*$", re.IGNORECASE)
_SENTENCE = pattern(r"[.?!;](?:\s|$)")
_AFTER = pattern(
    rf"\b(?:(?P<n>\d{{1,3}}|an?|{alternation(CARDINALS)})[\s-]+(?:calendar[\s-]+)?"
    r"(?P<unit>day|week|month)s?\s+(?P<how>after|later|late|past|from the|since)\b"
    rf"|\bon (?:the )?day (?P<day>\d{{1,3}}|{alternation(CARDINALS)})\b"
    r"|\bon the (?P<nth>\d{1,3})(?:st|nd|rd|th) day\b)",
    re.IGNORECASE,
)
_SPAN = pattern(
    rf"\b(?P<n>\d{{1,3}}|an?|{alternation(CARDINALS)})[\s-]+(?:calendar[\s-]+)?"
    r"(?P<unit>day|week|month|year)s?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ToldDay:
    """A day that a text names, and what it is the day of.

    ``alone`` is whether something was done on it and no other day is told, so that it may be the
    event asked about.
    """

    day: date
    of: DayOf
    said: str
    alone: bool = False


def told_days(text: str, today: date) -> list[ToldDay]:
    """Return the days a text names, in order."""
    found: list[ToldDay] = []
    ends = 0
    for start, end, day in named_days(text, today):
        said = _SENTENCE.split(text[ends:start])[-1]
        of = _of(text, start, end, said)
        if found and _JOINED.fullmatch(said):
            # "On July 12 and July 26" are days of one thing.
            of = found[-1].of
        found.append(ToldDay(day, of, said))
        ends = end
    if not any(one.of == "event" for one in found):
        # A day on which something was done, told alone, is the event.
        done = next((i for i, one in enumerate(found) if one.of == "done"), None)
        if done is not None:
            found[done] = ToldDay(found[done].day, "event", found[done].said, alone=True)
    return found


def _of(text: str, start: int, end: int, said: str) -> DayOf:
    if TODAY_IS.search(text[:start]):
        return "today"
    if text[start:end].lower() == "today" and re.match(r"\s*(?:is|'s|,)", text[end:]):
        return "today"
    if _AFTER_WHICH.search(said):
        return "event"
    period, event, done = (_last(pattern, said) for pattern in (_PERIOD, _EVENT, _DONE))
    if _PERIOD_AFTER.search(text[end:]) or period > max(event, done):
        return "period"
    return "done" if done > event else "event"


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def days_after(text: str) -> int | None:
    """Return after how many days a text says that something was done: "filed on day 40"."""
    match = _AFTER.search(text)
    if match is None or (match["how"] or "").lower() == "late":
        return None
    said = match["day"] or match["nth"]
    if said is not None:
        return whole(said)
    amount = 1 if match["n"].lower() in {"a", "an"} else whole(match["n"])
    return None if amount is None else amount * DAYS_OF[match["unit"].lower()]


def span_of(text: str) -> int | None:
    """Return the longest stretch of time that a text names, in days: "four months" is 120."""
    found = []
    for match in _SPAN.finditer(text):
        amount = 1 if match["n"].lower() in {"a", "an"} else whole(match["n"])
        if amount is not None:
            found.append(amount * DAYS_OF[match["unit"].lower()])
    return max(found, default=None)
