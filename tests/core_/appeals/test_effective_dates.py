"""The day a decision takes effect: the agency's action, OPM's certificate and the pay periods."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.appeals.advice import advise
from core.appeals.pay_periods import bounds, known_calendars, named_calendar, stated_calendar
from core.errors import CaseError
from tests.core_.appeals.stated import CALENDAR, GS, dates, facts

# --- the agency's action -----------------------------------------------------------------


SIGNED = "[agency_decision]\nsigned = 2014-08-20\n"


@pytest.mark.parametrize(
    ("effective", "calendar", "holds"),
    [
        ("2014-08-19", CALENDAR, False),  # retroactive
        ("2014-08-20", CALENDAR, True),
        ("2014-10-05", CALENDAR, True),  # the fourth pay period after it begins
        ("2014-10-06", CALENDAR, False),
        ("2014-10-02", "", True),
        ("2014-10-06", "", None),  # in time on some biweekly calendars only
        ("2014-10-15", "", None),
        ("2014-10-16", "", False),
    ],
)
def test_an_agency_action_is_neither_retroactive_nor_more_than_four_pay_periods_late(
    effective: str, calendar: str, holds: bool | None
) -> None:
    advice = advise(facts(f"{SIGNED}[personnel_action]\neffective = {effective}\n{calendar}"))
    found = next(check for check in advice.notice if check.name == "agency-action-date")
    assert found.holds is holds
    assert "2014" in found.text


# --- the certificate ---------------------------------------------------------------------


def test_what_the_decision_does_not_state_is_not_said() -> None:
    plain = dates(GS + "[opm_decision]\nissued = 2014-08-20\n" + CALENDAR)
    assert (plain.pay_period, plain.latest) == (4, date(2014, 10, 5))
    assert "certificate-later" not in plain.rules
    assert "suspension" not in plain.rules
    assert "compliance-report" not in plain.rules
    assert not any("Without that statement" in text for text in plain.texts)
    assert plain.retention_from is None
    assert plain.questions == ()
    four = dates(GS + "[opm_decision]\nissued = 2014-08-20\nstated_pay_period = 4\n" + CALENDAR)
    assert "certificate-later" in four.rules
    assert not any("Without that statement" in text for text in four.texts)


def test_a_request_for_reconsideration_does_not_move_the_date() -> None:
    asked = dates(
        GS + "[opm_decision]\nissued = 2014-08-20\nreconsideration_asked = 2014-09-02\n" + CALENDAR
    )
    assert asked.latest == date(2014, 10, 5)
    assert {"appeal-does-not-delay", "suspension"} <= set(asked.rules)
    held = dates(GS + "[opm_decision]\nissued = 2014-08-20\nsuspended = true\n" + CALENDAR)
    assert any("suspended" in text for text in held.texts)


@pytest.mark.parametrize(
    ("action", "calendar", "timely"),
    [
        ("2014-08-19", CALENDAR, "too-early"),
        ("2014-08-20", CALENDAR, "in-time"),
        ("2014-10-05", CALENDAR, "in-time"),
        ("2014-10-06", CALENDAR, "too-late"),
        ("2014-10-02", "", "in-time"),
        ("2014-10-03", "", "not-known"),
        ("2014-10-15", "", "not-known"),
        ("2014-10-16", "", "too-late"),
    ],
)
def test_whether_a_personnel_action_came_in_time(action: str, calendar: str, timely: str) -> None:
    text = GS + f"[opm_decision]\nissued = 2014-08-20\npersonnel_action = {action}\n{calendar}"
    assert dates(text).timely == timely


def test_a_date_stated_in_the_decision_needs_no_calendar() -> None:
    found = dates(GS + "[opm_decision]\nissued = 2014-08-20\nstated_date = 2014-12-14\n")
    assert (found.latest, found.between, found.pay_period) == (date(2014, 12, 14), None, None)
    assert found.questions == ()


def test_two_years_of_retained_grade_are_given_only_where_the_grade_falls() -> None:
    fell = "[opm_decision]\nissued = 2014-08-20\nlowers_grade = true\n"
    assert dates(GS + fell + CALENDAR).retention_through == date(2016, 10, 4)
    assert dates(GS + fell).retention_through is None
    acted = dates(GS + fell + "personnel_action = 2014-09-07\n")
    assert (acted.retention_from, acted.retention_through) == (date(2014, 9, 7), date(2016, 9, 6))
    refused = '[retention]\ncause = "reclassification"\nexclusions = ["own-request"]\n'
    assert dates(GS + fell + CALENDAR + refused).retention_from is None


def test_a_report_is_due_from_the_personnel_action() -> None:
    text = GS + "[opm_decision]\nissued = 2014-08-20\nreport_days = 30\n"
    found = dates(text + "personnel_action = 2014-09-07\n" + CALENDAR)
    assert (found.report_due, found.report_latest) == (date(2014, 10, 7), date(2014, 11, 4))


def test_the_time_for_the_compliance_report_is_asked_for_and_not_assumed() -> None:
    dates = advise(
        facts("[opm_decision]\nissued = 2014-08-20\nlowers_grade = true\n")
    ).effective_dates
    assert dates is not None
    assert dates.report_due is None
    asked = {question.field: question.text for question in dates.questions}
    assert "C-0080-11-02 gave 30" in asked["opm_decision.report_days"]


# --- pay periods -------------------------------------------------------------------------


DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2150, 1, 1))


@given(start=DAYS, day=DAYS, number=st.integers(min_value=1, max_value=26))
def test_pay_periods_begin_after_the_day_fourteen_days_apart(
    start: date, day: date, number: int
) -> None:
    calendar = stated_calendar(start)
    period = calendar.beginning_after(day, number)
    assert (period.first_day - start).days % 14 == 0
    assert period.last_day - period.first_day == timedelta(days=13)
    assert 14 * (number - 1) < (period.first_day - day).days <= 14 * number
    low, high = bounds(day, number)
    assert low <= period.first_day <= high
    assert calendar.holding(period.last_day).first_day == period.first_day


def test_the_known_calendars_lie_a_week_apart_and_name_their_source() -> None:
    most, some = known_calendars()
    assert (some.first_day - most.first_day).days == 7
    assert most.first_day.strftime("%A") == "Sunday"
    assert all(calendar.citation.document.startswith("OPM") for calendar in (most, some))
    # The leave year 2012 had 27 pay periods for most employees and ended on January 12, 2013.
    assert most.beginning_after(date(2012, 1, 1), 27).first_day == date(2013, 1, 13)
    with pytest.raises(CaseError, match="most-agencies"):
        named_calendar("usda")
