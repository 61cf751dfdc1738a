"""Legal holidays: the days published for three years, the law's rules told another way."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dateutil.rrule import FR, MO, TH, YEARLY, rrule

from core.law.holidays import holiday, not_worked, worked_before

PUBLISHED = {
    2025: "01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25",
    2026: "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25",
    2027: "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
}


@pytest.mark.parametrize("year", PUBLISHED)
def test_the_days_of_a_year_are_those_published(year: int) -> None:
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(365))
    kept = [f"{day:%m-%d}" for day in days if holiday(day) and day.weekday() < 5]
    assert kept == PUBLISHED[year].split()


def test_moving_holidays_are_those_a_calendar_library_counts() -> None:
    rules = ((1, MO(3)), (2, MO(3)), (5, MO(-1)), (9, MO(1)), (10, MO(2)), (11, TH(4)))
    for month, weekday in rules:
        for day in rrule(
            YEARLY, bymonth=month, byweekday=weekday, dtstart=date(2000, 1, 1), count=60
        ):
            assert holiday(day.date()), day
    # No other Friday of a month that has none is one.
    for day in rrule(YEARLY, bymonth=8, byweekday=FR, dtstart=date(2000, 1, 1), count=60):
        assert not holiday(day.date())


def test_the_working_day_before_skips_weekends_and_holidays_together() -> None:
    # Christmas 2026 is a Friday: the weekend after it leads back to Thursday.
    assert worked_before(date(2026, 12, 27)) == date(2026, 12, 24)
    assert not_worked(date(2026, 12, 25)) == "Christmas Day"
    assert not_worked(date(2026, 12, 27)) == "a Sunday"
    assert worked_before(date(2026, 12, 24)) == date(2026, 12, 24)
    assert worked_before(date(2027, 1, 2)) == date(2026, 12, 31)
