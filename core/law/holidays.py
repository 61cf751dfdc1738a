"""Legal public holidays of the federal government, and the working day before a day.

Source: 5 U.S.C. 6103(a), as amended by Public Law 117-17 (June 17, 2021), names the holidays;
6103(b)(1) gives those who work Monday to Friday the Friday before a holiday that falls on a
Saturday; section 3(a) of Executive Order 11582 (February 11, 1971) gives them the Monday after one
that falls on a Sunday. A holiday that a President or one place alone keeps, such as Inauguration
Day, is not among them.

No rule held here moves the last day of a time limit: a day that is not worked is only named, with
the working day before it as the safe one.
"""

from __future__ import annotations

from calendar import FRIDAY, MONDAY, SATURDAY, SUNDAY, THURSDAY, monthrange
from datetime import date, timedelta
from typing import Final

_ON: Final = {
    (1, 1): "New Year's Day",
    (6, 19): "Juneteenth National Independence Day",
    (7, 4): "Independence Day",
    (11, 11): "Veterans Day",
    (12, 25): "Christmas Day",
}
_NTH: Final = {
    (1, MONDAY, 3): "the Birthday of Martin Luther King, Jr.",
    (2, MONDAY, 3): "Washington's Birthday",
    (5, MONDAY, -1): "Memorial Day",
    (9, MONDAY, 1): "Labor Day",
    (10, MONDAY, 2): "Columbus Day",
    (11, THURSDAY, 4): "Thanksgiving Day",
}
_WEEK: Final = 7
_ONE: Final = timedelta(days=1)


def holiday(day: date) -> str:
    """Return the name of the holiday kept on a day by those who work Monday to Friday, or ""."""
    own = _ON.get((day.month, day.day), "")
    last = monthrange(day.year, day.month)[1]
    for count in ((day.day - 1) // _WEEK + 1, -1 if day.day + _WEEK > last else 0):
        own = own or _NTH.get((day.month, day.weekday(), count), "")
    if day.weekday() == FRIDAY:
        after = day + _ONE
        own = own or _ON.get((after.month, after.day), "")
    if day.weekday() == MONDAY:
        before = day - _ONE
        own = own or _ON.get((before.month, before.day), "")
    return own


def not_worked(day: date) -> str:
    """Return why a day is not worked, as "a Sunday" or "Christmas Day"; "" when it is."""
    if day.weekday() in (SATURDAY, SUNDAY):
        return f"a {day:%A}"
    return holiday(day)


def worked_before(day: date) -> date:
    """Return the last day up to a day that is worked: the day itself, or one before it."""
    while not_worked(day):
        day -= _ONE
    return day
