"""Days and biweekly pay periods, counted on a calendar that somebody stated.

A time limit such as the beginning of the fourth pay period after a date is a real day, and
which one depends on the agency's payroll. So a calendar is always an input: the first day of
any one pay period, or the name of a calendar whose source is on record. Without one, only
the two weeks in which the day must lie are known, and that is what :func:`bounds` gives.
"""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Final

from core.errors import CaseError
from core.law.rulebook import cite
from core.model import Citation, Frozen

_FILE: Final = Path(__file__).resolve().parent / "data" / "calendars.toml"


class _Length(Frozen):
    days: int
    source: str
    page: str
    text: str


class _Entry(Frozen):
    name: str
    first_day: date
    source: str
    page: str
    text: str


class _Calendars(Frozen):
    """The data file: the length of a pay period, and the calendars."""

    length: _Length
    calendars: tuple[_Entry, ...]


class PayPeriod(Frozen):
    """One pay period. ``number`` counts the periods that begin after a date, from 1."""

    number: int
    first_day: date
    last_day: date


class PayCalendar(Frozen):
    """Where one pay period begins, how many days each has, and who says so."""

    name: str
    first_day: date
    days: int
    text: str
    citation: Citation

    def beginning_after(self, day: date, number: int) -> PayPeriod:
        """Return the pay period that is the ``number``-th to begin after a day.

        A pay period that begins on the day itself does not begin after it.

        Args:
            day: such as the date of a certificate.
            number: from 1.
        """
        since = (day - self.first_day).days
        periods = since // self.days + number
        return self._from(self.first_day + timedelta(days=self.days * periods), number)

    def holding(self, day: date) -> PayPeriod:
        """Return the pay period a day lies in, as number 0."""
        since = (day - self.first_day).days
        start = self.first_day + timedelta(days=self.days * (since // self.days))
        return self._from(start, 0)

    def _from(self, start: date, number: int) -> PayPeriod:
        return PayPeriod(
            number=number, first_day=start, last_day=start + timedelta(days=self.days - 1)
        )


def bounds(day: date, number: int) -> tuple[date, date]:
    """Return the first and last day on which the ``number``-th pay period after a day can begin.

    True of every biweekly calendar: consecutive beginnings lie 14 days apart, so the first one
    after a day comes 1 to 14 days later.
    """
    days = _data().length.days
    return day + timedelta(days=days * (number - 1) + 1), day + timedelta(days=days * number)


@cache
def known_calendars() -> tuple[PayCalendar, ...]:
    """Return the calendars whose source is on record."""
    data = _data()
    return tuple(
        PayCalendar(
            name=entry.name,
            first_day=entry.first_day,
            days=data.length.days,
            text=entry.text,
            citation=_cite(entry.source, entry.page),
        )
        for entry in data.calendars
    )


def named_calendar(name: str) -> PayCalendar:
    """Return a known calendar by its name.

    Raises:
        CaseError: there is none of that name.
    """
    for calendar in known_calendars():
        if calendar.name == name:
            return calendar
    names = ", ".join(calendar.name for calendar in known_calendars())
    raise CaseError(
        f"{name!a} is not a known pay-period calendar",
        where="pay_periods.calendar",
        hint=f"The known ones are {names}; or state the first day of any pay period as first_day.",
    )


def stated_calendar(first_day: date, source: str = "") -> PayCalendar:
    """Return the calendar in which a pay period begins on a stated day.

    Args:
        first_day: the first day of any one pay period of the agency.
        source: who says so, such as ``"agency payroll calendar 2014"``.
    """
    length = _data().length
    return PayCalendar(
        name="stated",
        first_day=first_day,
        days=length.days,
        text=f"As stated: a pay period begins on {first_day.isoformat()}"
        + (f" ({source})." if source else "."),
        citation=_cite(length.source, length.page),
    )


def _cite(source: str, page: str) -> Citation:
    return Citation.model_validate(cite(source, page))


@cache
def _data() -> _Calendars:
    return _Calendars.model_validate(tomllib.loads(_FILE.read_text(encoding="utf-8")))


# --- days ------------------------------------------------------------------------------------

# English names, whatever the machine's language.
_WEEKDAYS: Final = (
    *("Monday", "Tuesday", "Wednesday", "Thursday"),
    *("Friday", "Saturday", "Sunday"),
)
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def years_after(day: date, years: int) -> date:
    """Return the same day of a later year; after February 29, March 1 where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def through_years(day: date, years: int) -> date:
    """Return the last day of a period of whole years that begins on a day."""
    return years_after(day, years) - timedelta(days=1)


def weekday(day: date) -> str:
    """Return the day's English name."""
    return _WEEKDAYS[day.weekday()]


def spoken(day: date) -> str:
    """Return a date as a reader reads it: ``Wednesday, August 20, 2014``."""
    return f"{weekday(day)}, {_MONTHS[day.month - 1]} {day.day}, {day.year}"
