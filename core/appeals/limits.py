"""Time limits as days on a calendar, each with the event it runs from.

A limit of 15 calendar days after a day ends 15 days later: the day of the event is not
counted, the last day is. None of the rules held here says what happens when that day falls
on a weekend or a holiday, so a weekend is named and the working day before it recommended.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from core.appeals.pay_periods import spoken, weekday
from core.law import Question, deciding
from core.model import Frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.appeals.facts import AppealFacts
    from core.appeals.issues import IssueRuling, Procedure
    from core.law import ProcedureRule

LimitState = Literal[
    "no-limit", "open", "passed", "in-time", "late", "starts-with-event", "day-known"
]
"""No limit; open or passed as of the day asked; what was done came in time or late; the event
has no date yet; or the last day is known and as_of is not given."""

_SATURDAY = 5


class TimeLimit(Frozen):
    """One time limit.

    ``runs_from`` is the event in words and ``from_day`` its day. ``last_day`` is the last day
    on which the thing can still be done. ``provisional`` marks a last day that a date not yet
    given could move later. ``days_left`` counts from as_of and is negative once it has passed.
    """

    code: str
    what: str
    runs_from: str
    from_day: date | None
    count: int | None
    unit: str
    last_day: date | None
    done_on: date | None
    state: LimitState
    days_left: int | None
    provisional: bool
    advice: str
    rules: tuple[str, ...]
    questions: tuple[Question, ...] = ()


def time_limits(facts: AppealFacts, issues: Sequence[IssueRuling]) -> tuple[TimeLimit, ...]:
    """Return every time limit that applies to an appeal, with days where the events have them."""
    found: list[TimeLimit] = []
    procedures: set[Procedure] = {ruling.procedure for ruling in issues}
    employee = facts.appellant == "employee"
    if "gs" in procedures and employee:
        found.append(_none("any-time", "File a classification appeal"))
        found += _retroactive(facts)
        found += _through_agency(facts)
    if "fws" in procedures and employee:
        found += [_none("fws-issues", "File a job grading appeal with the agency"), _fws(facts)]
    if "gs" in procedures and not employee:
        found.append(_none("agency-appeal", "Appeal OPM's certificate"))
    found += _letter(facts)
    found += _after_decision(facts, procedures)
    return tuple(found)


def limit(
    rule: ProcedureRule,
    facts: AppealFacts,
    *,
    what: str,
    runs_from: str,
    from_day: date | None,
    field: str,
    done_on: date | None = None,
    provisional: str = "",
) -> TimeLimit:
    """Return a limit of some calendar days after an event.

    Args:
        rule: the rule with its number of days.
        facts: the appeal, for the day on which the question is asked.
        what: what must be done in that time.
        runs_from: the event, in words.
        from_day: the day of the event, when it is known.
        field: where to state that day.
        done_on: the day on which the thing was done.
        provisional: the field of another date that could move the limit later.
    """
    last = None if from_day is None else from_day + timedelta(days=rule.number)
    state, left = _state(last, done_on, facts.as_of, provisional=bool(provisional))
    questions: tuple[Question, ...] = ()
    if from_day is None:
        questions = (Question(field=field, text=f"On which day was {runs_from}?"),)
    elif provisional:
        questions = (Question(field=provisional, text="The later of the two days counts."),)
    return TimeLimit(
        code=rule.code,
        what=what,
        runs_from=runs_from,
        from_day=from_day,
        count=rule.number,
        unit=rule.unit,
        last_day=last,
        done_on=done_on,
        state=state,
        days_left=left,
        provisional=bool(provisional),
        advice=_advice(last, done_on, provisional=bool(provisional)),
        rules=(rule.code,),
        questions=questions,
    )


def _state(
    last: date | None, done: date | None, as_of: date | None, *, provisional: bool
) -> tuple[LimitState, int | None]:
    if last is None:
        return "starts-with-event", None
    if done is not None:
        late = done > last
        # A date not yet given could still move the limit later: late is not certain then.
        return ("day-known" if late and provisional else "late" if late else "in-time"), None
    if as_of is None:
        return "day-known", None
    left = (last - as_of).days
    if left < 0 and provisional:
        return "day-known", left
    return ("open" if left >= 0 else "passed"), left


def _advice(last: date | None, done: date | None, *, provisional: bool) -> str:
    if last is None or done is not None:
        return ""
    parts = []
    if provisional:
        parts.append("This is the earliest possible end: a later day for the other event moves it.")
    if last.weekday() >= _SATURDAY:
        friday = last - timedelta(days=last.weekday() - 4)
        parts.append(
            f"The last day is a {weekday(last)}, and no rule held here moves it: file by "
            f"{spoken(friday)}."
        )
    return " ".join(parts)


def _none(code: str, what: str) -> TimeLimit:
    rule = deciding(code)
    return TimeLimit(
        code=code,
        what=what,
        runs_from="",
        from_day=None,
        count=None,
        unit="",
        last_day=None,
        done_on=None,
        state="no-limit",
        days_left=None,
        provisional=False,
        advice=rule.text,
        rules=(code,),
    )


def first_filing(facts: AppealFacts) -> date | None:
    """Return the day on which the appeal was first filed, with the agency or with OPM."""
    days = [
        part.filed
        for part in (facts.agency_appeal, facts.opm_appeal)
        if part is not None and part.filed is not None
    ]
    return min(days, default=None)


def retroactive_matters(facts: AppealFacts) -> bool:
    """Return whether grade or pay was, or may have been, lost by a personnel action."""
    action = facts.personnel_action
    return action is not None and action.lost_grade_or_pay is not False


def _retroactive(facts: AppealFacts) -> list[TimeLimit]:
    """Return the two limits that keep retroactive pay possible."""
    action = facts.personnel_action
    if action is None or not retroactive_matters(facts):
        return []
    received = None if facts.agency_decision is None else facts.agency_decision.received
    days = [day for day in (received, action.effective) if day is not None]
    missing = ""
    if received is None:
        missing = "agency_decision.received"
    elif action.effective is None:
        missing = "personnel_action.effective"
    found = [
        limit(
            deciding("retroactive-first-filing"),
            facts,
            what="Appeal to the agency or to OPM, so that lost pay can be restored",
            runs_from="the later of receiving the final agency decision and the effective date "
            "of the personnel action",
            from_day=max(days, default=None),
            field="personnel_action.effective",
            done_on=first_filing(facts),
            provisional=missing if days else "",
        )
    ]
    second = second_filing(facts)
    return [*found, second] if second is not None else found


def second_filing(facts: AppealFacts) -> TimeLimit | None:
    """Return the limit for going on to OPM after an unfavorable agency appeal decision."""
    appeal = facts.agency_appeal
    if appeal is None or appeal.filed is None or appeal.addressed_to_opm or appeal.favorable:
        return None
    return limit(
        deciding("retroactive-second-filing"),
        facts,
        what="Go on to OPM after the agency's decision on the appeal, for the same reason",
        runs_from="the agency's decision on the appeal received",
        from_day=appeal.decision_received,
        field="agency_appeal.decision_received",
        done_on=None if facts.opm_appeal is None else facts.opm_appeal.filed,
    )


def _through_agency(facts: AppealFacts) -> list[TimeLimit]:
    appeal = facts.agency_appeal
    if appeal is None or not appeal.addressed_to_opm:
        return []
    return [
        limit(
            deciding("through-agency"),
            facts,
            what="The agency decides the appeal or sends it on to OPM",
            runs_from="the appeal received in the agency",
            from_day=appeal.received,
            field="agency_appeal.received",
            done_on=appeal.decision_received,
        )
    ]


def _fws(facts: AppealFacts) -> TimeLimit:
    appeal = facts.agency_appeal
    return limit(
        deciding("fws-opm-filing"),
        facts,
        what="Appeal to OPM after the agency's decision",
        runs_from="the agency's decision received",
        from_day=None if appeal is None else appeal.decision_received,
        field="agency_appeal.decision_received",
        done_on=None if facts.opm_appeal is None else facts.opm_appeal.filed,
    )


def _letter(facts: AppealFacts) -> list[TimeLimit]:
    appeal = facts.opm_appeal
    if appeal is None or appeal.letter is None:
        return []
    return [
        limit(
            deciding("opm-asks"),
            facts,
            what="Send OPM the information it asked for",
            runs_from="the date of OPM's letter",
            from_day=appeal.letter,
            field="opm_appeal.letter",
            done_on=appeal.answered,
        )
    ]


def _after_decision(facts: AppealFacts, procedures: set[Procedure]) -> list[TimeLimit]:
    decision = facts.opm_decision
    if decision is None:
        return []
    found = []
    # The limit stands in 5 CFR 511, which is not for jobs in the Federal Wage System.
    general_schedule = facts.pay_system == "gs" or "gs" in procedures
    if decision.authority == "5112" and general_schedule:
        found.append(
            limit(
                deciding("reconsideration"),
                facts,
                what="Ask OPM in writing to reconsider its appeal decision",
                runs_from="the decision issued",
                from_day=decision.issued,
                field="opm_decision.issued",
                done_on=decision.reconsideration_asked,
            )
        )
    if decision.consistency_letter is not None:
        found.append(
            limit(
                deciding("consistency-report"),
                facts,
                what="The agency states that like positions are consistent, or sends its plan",
                runs_from="the date of the letter that requires a consistency report",
                from_day=decision.consistency_letter,
                field="opm_decision.consistency_letter",
            )
        )
    return found
