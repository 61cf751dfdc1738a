"""Time limits as days on a calendar, each with the event it runs from.

A limit of 15 calendar days after a day ends 15 days later: the day of the event is not
counted, the last day is. None of the rules held here says what happens when that day falls
on a weekend or a holiday, so that is named and the working day before it recommended.

Where two texts count differently the earlier day is the last one, and the other text's day is
told beside it. A limit that has passed is said to be past, with the rule that can extend it.
:func:`time_limits` gives all that apply to stated facts, :func:`limit` a single one.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from core.appeals.pay_periods import spoken
from core.appeals.remarks import ask_excuse, excuse_text
from core.appeals.retention.grade import RetentionAdvice, kept_by
from core.law.holidays import not_worked, worked_before
from core.law.rules import ProcedureRule, Question, deciding
from core.model import Frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.appeals.facts import AppealFacts
    from core.appeals.issues import IssueRuling, Procedure

LimitState = Literal[
    "no-limit", "open", "passed", "in-time", "late", "starts-with-event", "day-known"
]
"""No limit; open or passed as of the day asked; what was done came in time or late; the event
has no date yet; or the last day is known and as_of is not given."""


class TimeLimit(Frozen):
    """One time limit.

    ``runs_from`` is the event in words and ``from_day`` its day. ``last_day`` is the last day
    on which the thing can still be done. ``days_left`` counts from as_of and is negative once
    it has passed. ``other_day`` is the later day that another text (``other_rules``) would
    allow; ``extension`` is the rule by which a limit that has passed can be extended.
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
    advice: str
    rules: tuple[str, ...]
    questions: tuple[Question, ...] = ()
    other_day: date | None = None
    other_rules: tuple[str, ...] = ()
    extension: str = ""


def time_limits(
    facts: AppealFacts, issues: Sequence[IssueRuling], retention: RetentionAdvice | None = None
) -> tuple[TimeLimit, ...]:
    """Return every time limit that applies to an appeal, with days where the events have them.

    Args:
        facts: the appeal.
        issues: the rulings on it.
        retention: what is kept, when that was asked; a limit for lost pay is shown all the same.
    """
    found: list[TimeLimit] = []
    procedures: set[Procedure] = {ruling.procedure for ruling in issues}
    employee = facts.appellant == "employee"
    kept = kept_by(facts, retention) in ("grade", "pay")
    if "gs" in procedures and employee:
        found.append(_none("any-time", "File a classification appeal"))
        found += _retroactive(facts, kept=kept)
        found += _through_agency(facts)
    if "fws" in procedures and employee:
        found.append(_none("fws-issues", "File a job grading appeal with the agency"))
        found += [*_retroactive_fws(facts, kept=kept), _fws(facts)]
    if "gs" in procedures and not employee:
        found.append(_none("agency-appeal", "Appeal OPM's certificate"))
    found += _letter(facts)
    found += _after_decision(facts, procedures)
    found += _offer(facts)
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
    extension: str = "",
    if_missed: str = "",
    note: str = "",
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
        extension: the code of the rule that can extend the limit.
        if_missed: what can still be done once it has passed.
        note: what else to say of it.
    """
    last = None if from_day is None else from_day + timedelta(days=rule.number)
    state, left = _state(last, done_on, facts.as_of)
    questions: tuple[Question, ...] = ()
    if from_day is None and field:
        questions = (Question(field=field, text=f"On which day was {runs_from}?"),)
    parts = [_advice(last, done_on, state)]
    missed = state in ("passed", "late")
    if missed and extension:
        parts.append(f"{deciding(extension).text} {excuse_text(facts)}")
        questions += ask_excuse(facts)
    if missed and if_missed:
        parts.append(if_missed)
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
        advice=" ".join(part for part in (*parts, note) if part),
        rules=(rule.code, extension) if missed and extension else (rule.code,),
        questions=questions,
        extension=extension,
    )


def _state(
    last: date | None, done: date | None, as_of: date | None
) -> tuple[LimitState, int | None]:
    if last is None:
        return "starts-with-event", None
    if done is not None:
        return ("late" if done > last else "in-time"), None
    if as_of is None:
        return "day-known", None
    left = (last - as_of).days
    return ("open" if left >= 0 else "passed"), left


def _advice(last: date | None, done: date | None, state: LimitState) -> str:
    if last is None:
        return ""
    if state in ("passed", "late"):
        return f"This limit passed on {spoken(last)}{', before it was done' * (state == 'late')}."
    if done is None and (why := not_worked(last)):
        return (
            f"The last day is {why}, and no rule held here moves it: file by "
            f"{spoken(worked_before(last))}."
        )
    return ""


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
        advice=rule.text,
        rules=(code,),
    )


def first_filing(facts: AppealFacts) -> date | None:
    """Return the day on which the appeal was first filed, with the agency or with OPM."""
    filings = [part.filed for part in (facts.agency_appeal, facts.opm_appeal) if part is not None]
    return min((day for day in filings if day is not None), default=None)


def retroactive_matters(facts: AppealFacts) -> bool:
    """Return whether grade or pay was, or may have been, lost by a personnel action."""
    action = facts.personnel_action
    return action is not None and action.lost_grade_or_pay is not False


_STAYS = "The appeal itself stays possible at any time; only back pay depends on this limit."
_GUARDS = (
    "While the grade or the pay is kept no pay is lost by missing it; it guards against a "
    "retention that is refused later."
)


def _retroactive(facts: AppealFacts, *, kept: bool) -> list[TimeLimit]:
    """Return the two limits that keep retroactive pay possible."""
    action = facts.personnel_action
    if action is None or not retroactive_matters(facts):
        return []
    rule, other = deciding("retroactive-first-filing"), deciding("retroactive-first-appendix")
    received = None if facts.agency_decision is None else facts.agency_decision.received
    other_day = None
    note = f"{_STAYS} {_GUARDS}" if kept else _STAYS
    if action.effective is None:
        note = f"File now: the days run from the effective date of the action. {note}"
    elif received is not None and received > action.effective:
        other_day = received + timedelta(days=other.number)
        note = (
            f"Appendix 4 would allow {spoken(other_day)}; the regulation does not: keep the "
            f"earlier day. {note}"
        )
    first = limit(
        rule,
        facts,
        what="Appeal to the agency or to OPM, so that lost pay can be restored",
        runs_from="the effective date of the personnel action",
        from_day=action.effective,
        field="personnel_action.effective",
        done_on=first_filing(facts),
        extension="retroactive-extension",
        note=note,
    )
    if other_day is not None:
        first = first.model_copy(update={"other_day": other_day, "other_rules": (other.code,)})
    second = second_filing(facts)
    return [first, second] if second is not None else [first]


def second_filing(facts: AppealFacts) -> TimeLimit | None:
    """Return the limit for going on to OPM after an unfavorable agency appeal decision."""
    appeal = facts.agency_appeal
    if appeal is None or appeal.filed is None or appeal.addressed_to_opm or appeal.favorable:
        return None
    rule = deciding("retroactive-second-filing")
    found = limit(
        rule,
        facts,
        what="Go on to OPM after the agency's decision on the appeal, for the same reason",
        runs_from="the agency's decision on the appeal received",
        from_day=appeal.decision_received,
        field="agency_appeal.decision_received",
        done_on=None if facts.opm_appeal is None else facts.opm_appeal.filed,
        extension="retroactive-extension",
        note=_STAYS,
    )
    effective = None if facts.personnel_action is None else facts.personnel_action.effective
    decided = appeal.decision_received
    if effective is None or decided is None or effective <= decided:
        return found
    later = effective + timedelta(days=rule.number)
    return found.model_copy(update={"other_day": later, "other_rules": (rule.code,)})


def _retroactive_fws(facts: AppealFacts, *, kept: bool) -> list[TimeLimit]:
    """Return the limit that keeps a retroactive correction of a wage job possible."""
    action = facts.personnel_action
    if action is None or not retroactive_matters(facts):
        return []
    return [
        limit(
            deciding("fws-retroactive-filing"),
            facts,
            what="Apply to the agency for review, so that lost pay can be restored",
            runs_from="the effective date of the change to lower grade",
            from_day=action.effective,
            field="personnel_action.effective",
            # A filing with OPM is no application to the agency.
            done_on=None if facts.agency_appeal is None else facts.agency_appeal.filed,
            extension="fws-extension-agency",
            note=f"{_STAYS} {_GUARDS}" if kept else _STAYS,
        )
    ]


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
        extension="fws-extension-opm",
    )


def _offer(facts: AppealFacts) -> list[TimeLimit]:
    """Return the limit for appealing the end of retention by a declined offer to OPM.

    Where a negotiated procedure takes that appeal's place, its agreement sets the time.
    """
    kept = facts.retention
    if kept is None or kept.termination_notified is None or kept.bargaining_unit_grievance:
        return []
    return [
        limit(
            deciding("offer-appeal"),
            facts,
            what="Appeal to OPM that the offer declined was not a reasonable one",
            runs_from="the notice that retention has ended received",
            from_day=kept.termination_notified,
            field="retention.termination_notified",
        )
    ]


def _letter(facts: AppealFacts) -> list[TimeLimit]:
    appeal = facts.opm_appeal
    # The days are Appendix 4's for the General Schedule; wage jobs have no number of days.
    if appeal is None or appeal.letter is None or facts.pay_system == "fws":
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
            if_missed=f"OPM may grant longer: ask at once. {deciding('cancellation').text}",
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
        again = deciding("director-review")
        found.append(
            limit(
                deciding("reconsideration"),
                facts,
                what="Ask OPM in writing to reconsider its appeal decision",
                runs_from="the decision issued",
                from_day=decision.issued,
                field="opm_decision.issued",
                done_on=decision.reconsideration_asked,
                if_missed=f"Only exceptional circumstances waive it. {again.text}",
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
