"""When a certificate takes effect, what follows from it, and what protects lost pay."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from core.appeals.pay_periods import PayCalendar, PayPeriod, bounds, spoken, through_years
from core.law.rulebook import ordinal
from core.law.rules import Question, deciding
from core.model import Citation, Frozen

if TYPE_CHECKING:
    from core.appeals.facts import AppealFacts, OpmDecision
    from core.appeals.retention import RetentionAdvice

_CALENDAR_FIELD = "pay_periods.first_day"
_ASK_CALENDAR = Question(
    field=_CALENDAR_FIELD,
    text="On which day does one of the agency's pay periods begin? Payroll knows; so does the "
    "leave and earnings statement.",
)


class EffectiveDates(Frozen):
    """The days between which a certificate must be put into effect, and what follows.

    ``latest`` is the first day of pay period ``pay_period`` after the certificate, counted in
    ``periods``; ``usual_latest`` the same for the pay period that counts when the decision
    states nothing. Without a calendar both are None and ``between`` gives the first and last
    day on which ``latest`` can fall on any biweekly calendar. ``report_due`` is the last day
    for the compliance report, ``report_latest`` that day if the personnel action waits for
    the latest day. ``retention_through`` ends the two years that begin on the day the
    certificate is put into effect, for someone entitled to them.
    """

    number: str
    issued: date
    not_before: date
    pay_period: int | None
    latest: date | None
    between: tuple[date, date] | None
    usual_pay_period: int | None
    usual_latest: date | None
    periods: tuple[PayPeriod, ...]
    calendar: str
    calendar_citation: Citation | None
    personnel_action: date | None
    timely: Literal["in-time", "too-early", "too-late", "not-given", "not-known"]
    report_days: int | None
    report_due: date | None
    report_latest: date | None
    retention_from: date | None
    retention_through: date | None
    texts: tuple[str, ...]
    questions: tuple[Question, ...]
    rules: tuple[str, ...]


def effective_dates(
    facts: AppealFacts, retention: RetentionAdvice | None = None
) -> EffectiveDates | None:
    """Return when OPM's certificate takes effect; None when there is no certificate.

    Args:
        facts: the appeal; ``pay_periods`` is the calendar to count on.
        retention: whether the grade is kept, when that was asked.
    """
    decision = facts.opm_decision
    if facts.pay_system == "fws" and "pay-system" not in facts.disputed:
        return _effective_fws(facts)
    if decision is None:
        return None
    calendar = facts.calendar
    usual = deciding("certificate-latest")
    stated = decision.stated_pay_period
    number = None if decision.stated_date is not None else stated or usual.number
    latest, between, periods = _latest(decision, number, usual.number, calendar)
    usual_latest = (
        None if calendar is None else calendar.beginning_after(decision.issued, usual.number)
    )
    codes = ["certificate-not-before", "certificate-latest"]
    if stated is not None or decision.stated_date is not None:
        codes.append("certificate-later")
    if decision.suspended or decision.reconsideration_asked is not None:
        codes += ["appeal-does-not-delay", "suspension"]
    action = decision.personnel_action
    report_due, report_latest = _report(decision, latest)
    changes = bool(decision.changes_classification or decision.lowers_grade)
    if changes or decision.report_days:
        codes += ["compliance-report", "compliance-days"]
    kept_from, kept_through = _kept(decision, latest, retention)
    if kept_from is not None:
        codes += ["retention-starts", "retention-period"]
    codes.append("pay-from-personnel-action")
    questions = [] if calendar is not None or number is None else [_ASK_CALENDAR]
    if changes and decision.report_days is None:
        questions.append(_ask_report_days())
    return EffectiveDates(
        number=decision.number,
        issued=decision.issued,
        not_before=decision.issued,
        pay_period=number,
        latest=latest,
        between=between,
        usual_pay_period=usual.number,
        usual_latest=None if usual_latest is None else usual_latest.first_day,
        periods=periods,
        calendar="" if calendar is None else calendar.text,
        calendar_citation=None if calendar is None else calendar.citation,
        personnel_action=action,
        timely=_timely(action, decision, latest, between),
        report_days=decision.report_days,
        report_due=report_due,
        report_latest=report_latest,
        retention_from=kept_from,
        retention_through=kept_through,
        texts=tuple(_texts(decision, number, latest, between, usual.number, usual_latest)),
        questions=tuple(questions),
        rules=tuple(dict.fromkeys(deciding(code).code for code in codes)),
    )


def _effective_fws(facts: AppealFacts) -> EffectiveDates | None:
    """Return when a decision on a wage job takes effect, from the filing with the agency.

    5 CFR 532.703(b)(10) wants a day not before the decision and not after the first pay period
    that begins after the 60th day from the filing. A decision made later than that cannot meet
    both; the day that it states counts.
    """
    appeal, decision = facts.agency_appeal, facts.opm_decision
    made = None if decision is None else decision.issued
    if made is None and appeal is not None and appeal.favorable:
        made = appeal.decision_received
    if made is None:
        return None
    rule, calendar = deciding("fws-effective-decision"), facts.calendar
    filed = None if appeal is None else appeal.filed
    latest, between = None, None
    stated = None if decision is None else decision.stated_date
    texts = [f"The decision takes effect no earlier than {spoken(made)}, on the day it states."]
    questions = []
    if filed is None:
        ask = "On which day was the application filed with the agency?"
        questions.append(Question(field="agency_appeal.filed", text=ask))
    else:
        last = filed + timedelta(days=rule.number)
        between = bounds(last, 1)
        if calendar is None:
            questions.append(_ASK_CALENDAR)
            bound = f"a day from {spoken(between[0])} to {spoken(between[1])}"
        else:
            latest, between = calendar.beginning_after(last, 1).first_day, None
            bound = spoken(latest)
        texts.append(
            f"The {rule.number}th day from the filing is {spoken(last)}: it is to take effect no "
            f"later than {bound}, when the next pay period begins."
        )
        end = latest if between is None else between[1]
        if end is not None and made > end:
            latest, between = None, None
            texts.append(
                "The two demands of 5 CFR 532.703(b)(10) cross, since the decision came later: the "
                "day that the decision states counts."
            )
    if stated is not None:
        latest, between = stated, None
        texts.append(f"The decision states {spoken(stated)}.")
    codes = ["fws-effective-decision", "fws-effective-opm"]
    if decision is not None and decision.lowers_grade:
        codes.append("fws-downgrade-date")
        texts.append(deciding("fws-downgrade-date").text)
    action = None if decision is None else decision.personnel_action
    return EffectiveDates(
        number="" if decision is None else decision.number,
        issued=made,
        not_before=made,
        pay_period=None,
        latest=latest,
        between=between,
        usual_pay_period=None,
        usual_latest=None,
        periods=(),
        calendar="" if calendar is None else calendar.text,
        calendar_citation=None if calendar is None else calendar.citation,
        personnel_action=action,
        timely="not-given" if action is None else "not-known",
        report_days=None,
        report_due=None,
        report_latest=None,
        retention_from=None,
        retention_through=None,
        texts=tuple(texts),
        questions=tuple(questions),
        rules=tuple(deciding(code).code for code in codes),
    )


def _latest(
    decision: OpmDecision, number: int | None, usual: int, calendar: PayCalendar | None
) -> tuple[date | None, tuple[date, date] | None, tuple[PayPeriod, ...]]:
    if calendar is None:
        if number is None:
            return decision.stated_date, None, ()
        return None, bounds(decision.issued, number), ()
    counted = tuple(
        calendar.beginning_after(decision.issued, n) for n in range(1, max(number or 0, usual) + 1)
    )
    if number is None:
        return decision.stated_date, None, counted
    return counted[number - 1].first_day, None, counted


def _ask_report_days() -> Question:
    example = deciding("compliance-days")
    return Question(
        field="opm_decision.report_days",
        text="How many days does the decision give for the compliance report? "
        f"{example.citation.document} gave {example.number}.",
    )


def _timely(
    action: date | None,
    decision: OpmDecision,
    latest: date | None,
    between: tuple[date, date] | None,
) -> Literal["in-time", "too-early", "too-late", "not-given", "not-known"]:
    if action is None:
        return "not-given"
    if action < decision.issued:
        return "too-early"
    if latest is not None:
        return "in-time" if action <= latest else "too-late"
    if between is not None and action <= between[0]:
        return "in-time"
    if between is not None and action > between[1]:
        return "too-late"
    return "not-known"


def _report(decision: OpmDecision, latest: date | None) -> tuple[date | None, date | None]:
    if decision.report_days is None:
        return None, None
    days = timedelta(days=decision.report_days)
    action = decision.personnel_action
    return (
        None if action is None else action + days,
        None if latest is None else latest + days,
    )


def _kept(
    decision: OpmDecision, latest: date | None, retention: RetentionAdvice | None
) -> tuple[date | None, date | None]:
    """Return the two years of retained grade, if the grade falls and retention is not refused."""
    if not decision.lowers_grade:
        return None, None
    if retention is not None and retention.entitlement == "not-entitled":
        return None, None
    begins = decision.personnel_action or latest
    if begins is None:
        return None, None
    return begins, through_years(begins, deciding("retention-period").number)


def _texts(
    decision: OpmDecision,
    number: int | None,
    latest: date | None,
    between: tuple[date, date] | None,
    usual: int,
    usual_latest: PayPeriod | None,
) -> list[str]:
    texts = [f"The certificate takes effect no earlier than {spoken(decision.issued)}."]
    if number is None:
        if latest is not None:
            texts.append(f"The decision states that it takes effect by {spoken(latest)}.")
    elif latest is not None:
        texts.append(
            f"It takes effect no later than {spoken(latest)}, when the {ordinal(number)} pay "
            "period after that day begins."
        )
    elif between is not None:
        texts.append(
            f"It takes effect no later than the beginning of the {ordinal(number)} pay period "
            f"after that day: on any biweekly calendar that falls from {spoken(between[0])} to "
            f"{spoken(between[1])}."
        )
    if number is not None and number != usual:
        counted = (
            "" if usual_latest is None else f", which begins on {spoken(usual_latest.first_day)}"
        )
        texts.append(
            f"Without that statement it would be the {ordinal(usual)} pay period{counted}."
        )
    if decision.suspended:
        texts.append("OPM has suspended it: a downgrade gets a new date if it is sustained.")
    return texts
