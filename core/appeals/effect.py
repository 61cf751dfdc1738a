"""When a certificate takes effect, what follows from it, and what protects lost pay."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from core.appeals.limits import first_filing, second_filing, time_limits
from core.appeals.pay_periods import PayPeriod, bounds, spoken, through_years
from core.law import Condition, Question, deciding
from core.model import Citation, Frozen
from core.rulebook import ordinal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.appeals.facts import AppealFacts, OpmDecision
    from core.appeals.issues import IssueRuling
    from core.appeals.pay_periods import PayCalendar
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
    usual_pay_period: int
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


class RetroactiveRuling(Frozen):
    """Whether lost pay can be restored retroactively, with each condition for it."""

    verdict: Literal["entitled", "possible", "lost", "none-lost", "undetermined"]
    text: str
    conditions: tuple[Condition, ...]
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


# --- retroactive pay -------------------------------------------------------------------------


def rule_on_retroactivity(
    facts: AppealFacts, issues: Sequence[IssueRuling], retention: RetentionAdvice | None
) -> RetroactiveRuling | None:
    """Say whether lost pay can be restored; None outside the General Schedule procedure."""
    if facts.appellant == "agency" or not any(ruling.procedure == "gs" for ruling in issues):
        return None
    action = facts.personnel_action
    lost = None if action is None else action.lost_grade_or_pay
    always = ("retroactive-loss", "no-back-pay")
    if action is None or lost is False:
        return RetroactiveRuling(
            verdict="none-lost",
            text=(
                "No personnel action that cost grade or pay is stated, so there is nothing to "
                "restore. "
                if action is None
                else "No grade or pay was lost, so there is nothing to restore. "
            )
            + deciding("no-back-pay").text,
            conditions=(),
            questions=(),
            rules=tuple(deciding(code).code for code in always),
        )
    conditions = [
        Condition(
            name="loss",
            holds=lost,
            text=deciding("retroactive-loss").text,
            rules=("retroactive-loss",),
        ),
        _not_retained(facts, retention),
        _filed_in_time(facts, issues),
        _reversed(facts),
    ]
    verdict, text = _verdict(facts, conditions)
    codes = [code for condition in conditions for code in condition.rules]
    codes += ["retroactive-extension", "retroactive-higher", *always]
    questions = [
        Question(field=field, text=ask)
        for name, field, ask in (
            (
                "loss",
                "personnel_action.lost_grade_or_pay",
                "Did the personnel action really cost grade or pay?",
            ),
            (
                "not-retained",
                "personnel_action.retained_grade_or_pay",
                "Is the employee entitled to retained grade or pay?",
            ),
        )
        if any(condition.name == name and condition.holds is None for condition in conditions)
    ]
    return RetroactiveRuling(
        verdict=verdict,
        text=text,
        conditions=tuple(conditions),
        questions=tuple(questions),
        rules=tuple(dict.fromkeys(deciding(code).code for code in codes)),
    )


def _not_retained(facts: AppealFacts, retention: RetentionAdvice | None) -> Condition:
    action = facts.personnel_action
    retained = None if action is None else action.retained_grade_or_pay
    if retained is None and retention is not None:
        retained = {"entitled": True, "not-entitled": None}.get(retention.entitlement)
    return Condition(
        name="not-retained",
        holds=None if retained is None else not retained,
        text=deciding("retroactive-no-retention").text,
        rules=("retroactive-no-retention",),
    )


def _filed_in_time(facts: AppealFacts, issues: Sequence[IssueRuling]) -> Condition:
    limits = {found.code: found for found in time_limits(facts, issues)}
    first = limits.get("retroactive-first-filing")
    second = second_filing(facts)
    codes: tuple[str, ...] = ("retroactive-first-filing",)
    holds: bool | None = None
    if first is not None:
        holds = {"in-time": True, "late": False, "passed": False}.get(first.state)
    if second is not None:
        codes = (*codes, "retroactive-second-filing")
        if second.state in ("late", "passed"):
            holds = False
        elif second.state != "in-time" and holds:
            holds = None
    text = "The appeal was filed within the limits."
    if holds is None:
        text = "The appeal must be filed within the limits."
    elif holds is False:
        text = "A limit was missed."
        if _excused(facts):
            codes = (*codes, "retroactive-extension")
            text += " " + deciding("retroactive-extension").text
            holds = None
    return Condition(name="filed-in-time", holds=holds, text=text, rules=codes)


def _excused(facts: AppealFacts) -> bool:
    """Return whether OPM may extend the limits: neither told nor aware, or prevented."""
    action = facts.personnel_action
    if action is None:
        return False
    untold = action.notice_gave_limits is False and action.knew_limits is False
    return untold or bool(action.prevented)


def _reversed(facts: AppealFacts) -> Condition:
    decision = facts.opm_decision
    rule = deciding("retroactive-reversal")
    holds: bool | None = None
    if decision is not None:
        if decision.reverses_demotion is False or decision.on_duties_of_that_time is False:
            holds = False
        elif decision.reverses_demotion and decision.on_duties_of_that_time:
            holds = True
    return Condition(name="reversed", holds=holds, text=rule.text, rules=(rule.code,))


def _verdict(
    facts: AppealFacts, conditions: Sequence[Condition]
) -> tuple[Literal["entitled", "possible", "lost", "undetermined"], str]:
    failed = next((condition for condition in conditions if condition.holds is False), None)
    if failed is not None:
        return "lost", f"Lost pay cannot be restored. {failed.text}"
    if all(condition.holds for condition in conditions):
        text = "The demotion is made good retroactively to the day it took effect."
        if facts.opm_decision is not None and facts.opm_decision.above_former_grade:
            text += " " + deciding("retroactive-higher").text
        return "entitled", text
    open_facts = [condition for condition in conditions if condition.holds is None]
    if all(condition.name in ("filed-in-time", "reversed") for condition in open_facts):
        if first_filing(facts) is None:
            text = (
                "Lost pay can be restored if the appeal is filed in time and undoes the demotion."
            )
        else:
            text = "Lost pay can be restored if the appeal undoes the demotion."
        return "possible", text
    return "undetermined", "Whether lost pay can be restored depends on facts not stated."
