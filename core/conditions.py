"""What a legal answer is made of: conditions that hold or not, and questions still open."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from core.model import Frozen


class Condition(Frozen):
    """One condition of a rule: whether it holds (None: not known), why, and the rules' codes."""

    name: str
    holds: bool | None
    text: str
    rules: tuple[str, ...]


class Question(Frozen):
    """A fact that is missing and would change the answer, with the field to state it in."""

    field: str
    text: str


def years_after(day: date, years: int) -> date:
    """Return the same day of a later year; after February 29, March 1 where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def through_years(day: date, years: int) -> date:
    """Return the last day of a period of whole years that begins on a day."""
    return years_after(day, years) - timedelta(days=1)


_NAMES: Final = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)


def weekday(day: date) -> str:
    """Return the day's English name, whatever the machine's language."""
    return _NAMES[day.weekday()]


def spoken(day: date) -> str:
    """Return a date as a reader reads it: ``Wednesday, August 20, 2014``."""
    return f"{weekday(day)}, {_MONTHS[day.month - 1]} {day.day}, {day.year}"


_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
