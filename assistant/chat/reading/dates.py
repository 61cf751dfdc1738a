"""Days as people name them: in figures, in words, and counted back from today."""

from __future__ import annotations

import re
from datetime import date, timedelta

from assistant.chat.reading.numbers import CARDINALS, ORDINALS, alternation, whole
from index.language.words import MONTHS

_MONTH = "|".join(f"{m[:3]}(?:{m[3:]})?" if m != "may" else "may" for m in MONTHS) + "|sept"
_DAY = rf"(?:[0-3]?\d(?:st|nd|rd|th)?|{alternation(ORDINALS)})"
_YEAR = r"(?:,?\s+(?P<year{n}>(?:19|20)\d\d))?"
_ISO = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b")
_FIGURES = re.compile(
    r"(?<![\d/-])(?<!factors )(?<!factor )"
    r"(?P<month>1[0-2]|0?[1-9])/(?P<day>[0-3]?\d)(?:/(?P<year>(?:19|20)?\d\d))?(?![\d/-])"
    r"(?!(?<=6/7)\s*(?:points?|pts|value|worth|chart|cell|matrix|levels?|together|combined|combo|$))",
    re.IGNORECASE,
)
"""Days in figures; "6/7 points" are of two factors that one chart gives points to."""
_NAMED = re.compile(
    rf"\b(?:(?P<m1>{_MONTH})\.?\s+(?:the\s+)?(?P<d1>{_DAY})\b{_YEAR.format(n=1)}"
    rf"|(?:the\s+)?(?P<d2>{_DAY})\s+(?:of\s+)?(?P<m2>{_MONTH})\b\.?{_YEAR.format(n=2)})",
    re.IGNORECASE,
)
_AGO = re.compile(
    rf"\b(?:(?P<n>\d{{1,3}}|a|an|a couple of|a few|{alternation(CARDINALS)})\s+"
    r"(?P<unit>day|week|month|year)s?\s+ago)\b",
    re.IGNORECASE,
)
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_LAST = re.compile(
    r"\b(?:last|the past|this past)\s+(?P<unit>week|month|year|monday|tuesday|wednesday|thursday|"
    r"friday|saturday|sunday)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\b(?:last|this past)\s+(?P<unit>{'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_NEAR = re.compile(r"\b(?P<day>today|yesterday|the day before yesterday)\b", re.IGNORECASE)
_TOLD_TODAY = re.compile(
    r"\b(?:issued|dated|decided|signed|took effect|lowered|received|got|came|reached|arrived|"
    r"handed|told|downgraded|demoted|cut|reduced|denied|gave|filed|sent|mailed|submitted|appealed|"
    r"faxed|turned)\b[^.,;?!]{0,30}$",
    re.IGNORECASE,
)
"""What happened, so that "today" is its day; else it is the day of asking: "too late today?"."""
_WHETHER = re.compile(
    r"\b(?:if|can|could|may|should|must|do|would|will|shall)\b[^.;?!]{0,40}$", re.IGNORECASE
)
_THEN = re.compile(r"\W*(?:i|we|he|she|they|hr|opm|my|the)\b", re.IGNORECASE)
"""What tells after "today" what happened on it: "today they cut my grade"."""
DAYS_OF = {"day": 1, "week": 7, "month": 30, "year": 365}
_FEW = {"a": 1, "an": 1, "a couple of": 2, "a few": 3}


_COMING = re.compile(
    r"\b(?:(?P<sure>will|won't|going to|gonna|planned|proposed|scheduled|until|upcoming|not yet)|"
    r"(?P<now>takes? effect|go(?:es)? into effect|kicks? in|becomes?)|"
    r"effective|starting|as of|being)\b[^.;?!]*$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|got|been|took|went|became|had|happened|lowered me|since|last)\b[^.;?!,]*$",
    re.IGNORECASE,
)
_IS_COMING = re.compile(
    r"^\W*(?:is|'s|will be) (?:the |my |when )[^.;,?!]*\beffect|^\W*effective\b", re.IGNORECASE
)
_WITH_YEAR = re.compile(r"(?:19|20)\d\d|/\d\d?/\d\d$")
_BY_ITSELF = re.compile(_WITH_YEAR.pattern + r"|today|yesterday|day$", re.IGNORECASE)
SOON = 100
"""Days up to which a day that takes effect, told without a year, is rather the coming one."""


def _coming(said: str, after: str, made: date, today: date) -> bool:
    """Tell whether a day without a year, which the past has, is told as one that is to come."""
    clause = re.split(r"[.;?!]\s|,|\b(?:and|but)\b", said)[-1]
    found = _COMING.search(clause)
    if found is not None and found["now"] is not None:
        # "I was told that it becomes a WG-8 on December 13": what is past is the telling.
        clause = clause[found.start() :]
    if _PAST.search(clause) or not (found or _IS_COMING.search(after)):
        return False
    sure = found is not None and found["sure"] is not None
    return sure or (_next(made) - today).days <= SOON


def _next(day: date) -> date:
    # February 29 is no day of most years.
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year + 1, day=last)


def named_days(text: str, today: date) -> list[tuple[int, int, date]]:
    """Return the days a text names exactly, each with its span.

    One without a year lies nearest to one with its year; else it is the latest past, or the next
    where it is told as one to come.
    """
    found = _each_day(text, today)
    dated = [day for start, end, day in found if _WITH_YEAR.search(text[start:end])]
    if not dated:
        return found
    return [
        (start, end, day if _BY_ITSELF.search(text[start:end]) else _nearest(day, dated[0]))
        for start, end, day in found
    ]


def _nearest(day: date, other: date) -> date:
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    years = (other.year - 1, other.year, other.year + 1)
    return min(
        (day.replace(year=year, day=last) for year in years),
        key=lambda one: abs((one - other).days),
    )


def _each_day(text: str, today: date) -> list[tuple[int, int, date]]:
    found = []
    for match in _ISO.finditer(text):
        found += _made(match, match["year"], int(match["month"]), match["day"], today)
    for match in _FIGURES.finditer(text):
        found += _made(match, match["year"], int(match["month"]), match["day"], today)
    for match in _NAMED.finditer(text):
        month = (match["m1"] or match["m2"])[:3].lower()
        number = next(i for i, m in enumerate(MONTHS, start=1) if m.startswith(month))
        year, day = match["year1"] or match["year2"], match["d1"] or match["d2"]
        found += _made(match, year, number, day, today)
    for match in _WEEKDAY.finditer(text):
        found.append((*match.span(), _weekday(match["unit"].lower(), today)))
    for match in _NEAR.finditer(text):
        said = text[: match.start()]
        if match["day"].lower() == "today" and (
            not (_TOLD_TODAY.search(said) or _THEN.match(text[match.end() :]))
            or _WHETHER.search(said)
        ):
            # "Too late as of today?" names no day on which something happened.
            continue
        back = {"today": 0, "yesterday": 1}.get(match["day"].lower(), 2)
        found.append((*match.span(), today - timedelta(days=back)))
    return sorted(found)


def _made(
    match: re.Match[str], year: str | None, month: int, day: str, today: date
) -> list[tuple[int, int, date]]:
    span = match.span()
    number = whole(re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", day, flags=re.IGNORECASE))
    if number is None:
        return []
    try:
        if year:
            full = int(year) + 2000 if len(year) == 2 else int(year)
            return [(*span, date(full, month, number))]
        made = date(today.year, month, number)
        if made > today:
            made = date(today.year - 1, month, number)
        said, after = match.string[: span[0]], match.string[span[1] :]
        return [(*span, _next(made) if _coming(said, after, made, today) else made)]
    except ValueError:
        # 13/45 or February 30: no day.
        return []


_MONTH_OF = re.compile(
    rf"^\W*(?:(?P<month>{_MONTH})\.?,?\s+(?:of\s+)?)?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)


def months_since(text: str, today: date) -> tuple[date, date] | None:
    """Return the first and the last day that the day, month or year a text begins with can be."""
    days = named_days(text, today)
    if days and not text[: days[0][0]].strip():
        return days[0][2], days[0][2]
    found = _MONTH_OF.match(text)
    if found is None:
        return None
    year, named = int(found["year"]), (found["month"] or "")[:3].lower()
    if not named:
        return date(year, 1, 1), date(year, 12, 31)
    month = next(i for i, m in enumerate(MONTHS, start=1) if m.startswith(named))
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), after - timedelta(days=1)


def loosely(text: str, today: date) -> date | None:
    """Return the day about which something happened: ``three weeks ago``, ``last month``."""
    ago = _AGO.search(text)
    if ago:
        number = _FEW.get(ago["n"].lower()) or whole(ago["n"]) or 1
        return today - timedelta(days=number * DAYS_OF[ago["unit"].lower()])
    last = _LAST.search(text)
    if last is None:
        return None
    unit = last["unit"].lower()
    if unit in DAYS_OF:
        return today - timedelta(days=DAYS_OF[unit])
    return _weekday(unit, today)


def _weekday(name: str, today: date) -> date:
    back = (today.weekday() - _WEEKDAYS.index(name)) % 7 or 7
    return today - timedelta(days=back)


def loose_span(text: str) -> tuple[int, int] | None:
    """Return where a text says about when something happened, or None."""
    found = _AGO.search(text) or _LAST.search(text)
    return None if found is None else found.span()


def without_days(text: str, today: date) -> str:
    """Return a text without the days it names."""
    for start, end, _ in reversed(named_days(text, today)):
        text = f"{text[:start]} {text[end:]}"
    loose = loose_span(text)
    return text if loose is None else f"{text[: loose[0]]} {text[loose[1] :]}"
