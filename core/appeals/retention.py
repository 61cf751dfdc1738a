"""Grade retention: who keeps the grade for two years after the position goes down.

5 CFR part 536, subpart B, as the rules in ``core/appeals/data/grade-retention.toml`` state it.
Reclassification and reduction in force oblige the agency; an announced change lets it. What
the retained grade counts for is not verified here and comes back as a rule to check.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from pydantic import model_validator

from core.appeals.pay_periods import spoken, through_years, years_after
from core.law import Condition, ProcedureRule, Question, deciding, gather
from core.model import Frozen
from core.reading import Day, refuse

if TYPE_CHECKING:
    from core.appeals.pay_periods import PayCalendar

Cause = Literal["reclassification", "reduction-in-force", "announced-change"]
Exclusion = Literal[
    "temporary-or-term", "personal-cause", "own-request", "failed-supervisory-probation"
]
EventKind = Literal[
    "break-in-service",
    "personal-cause-or-own-request",
    "equal-or-higher-grade",
    "declined-reasonable-offer",
    "given-up-in-writing",
    "left-covered-pay-systems",
]
Entitlement = Literal["entitled", "agency-may-grant", "not-entitled", "undetermined"]

_EVENTS: dict[str, str] = {
    "break-in-service": "a break in service of a workday or more",
    "personal-cause-or-own-request": "a reduction in grade for personal cause or on request",
    "equal-or-higher-grade": "a lasting move to a position of equal or higher grade",
    "declined-reasonable-offer": "declining a reasonable offer",
    "given-up-in-writing": "giving retention up in writing",
    "left-covered-pay-systems": "a move out of the covered pay systems",
}
# When retention ends, by event (5 CFR 536.208(c)).
_AT_END_OF_PAY_PERIOD = frozenset({"declined-reasonable-offer", "given-up-in-writing"})


class RetentionEvent(Frozen):
    """Something that ends retention, or loses it before it begins, and its day.

    ``day`` is the day of separation or placement, or of declining or giving up.
    """

    kind: EventKind
    day: Day


class RetentionFacts(Frozen):
    """What grade retention depends on. A fact left out is not known.

    ``action_effective`` is the effective date of the personnel action that lowers the grade.
    ``position_at_grade_since`` is the day from which the position stood at that grade or
    higher without a break, ``higher_grade_since`` the day from which the employee served
    without a break above the lower grade. ``offered_in_writing`` is about a move to another
    position: whether management offered it in writing, after a specific written notice.
    ``change_effected`` is the day an announced reorganization or reclassification takes
    effect. ``exclusions`` empty means that none applies; left out, that nobody said.
    """

    cause: Cause
    action_effective: Day | None = None
    position_at_grade_since: Day | None = None
    higher_grade_since: Day | None = None
    lower_graded: bool | None = None
    covered_pay_systems: bool | None = None
    stays_in_position: bool | None = None
    offered_in_writing: bool | None = None
    specific_notice: bool | None = None
    announced_in_writing: bool | None = None
    change_effected: Day | None = None
    agency_granted: bool | None = None
    notice_received: Day | None = None
    exclusions: tuple[Exclusion, ...] | None = None
    events: tuple[RetentionEvent, ...] = ()

    @model_validator(mode="after")
    def _in_order(self) -> RetentionFacts:
        effective = self.action_effective
        for name, since in (
            ("position_at_grade_since", self.position_at_grade_since),
            ("higher_grade_since", self.higher_grade_since),
            ("notice_received", self.notice_received),
        ):
            if effective is not None and since is not None and since > effective:
                raise refuse(
                    f"{name} ({since.isoformat()}) lies after action_effective "
                    f"({effective.isoformat()})",
                    "Correct one of the two dates.",
                )
        if self.cause != "reclassification" and self.stays_in_position:
            raise refuse(
                f"stays_in_position is true, but the cause is {self.cause}",
                "Leave stays_in_position out, or write reclassification as the cause.",
            )
        return self


class RetentionAdvice(Frozen):
    """Whether the grade is kept, from when through when, and what decided it.

    ``through`` is the last day of the two years, ``ended`` the last day of retention when an
    event ends it earlier. ``sources`` are the rules used, ``verify`` rules to be checked
    before anybody relies on them.
    """

    entitlement: Entitlement
    text: str
    conditions: tuple[Condition, ...]
    begins: date | None
    through: date | None
    ended: date | None
    end_text: str
    questions: tuple[Question, ...]
    sources: tuple[ProcedureRule, ...]
    verify: tuple[ProcedureRule, ...]


def retain(facts: RetentionFacts, calendar: PayCalendar | None = None) -> RetentionAdvice:
    """Say whether an employee keeps the grade, and for how long.

    Args:
        facts: what is known.
        calendar: the agency's pay periods; needed only for the end of a retention that was
            declined or given up.
    """
    conditions = _conditions(facts)
    questions = _questions(facts, conditions)
    lost = _lost_before(facts)
    if lost is not None:
        conditions = (*conditions, lost)
    failed = [condition for condition in conditions if condition.holds is False]
    unknown = [condition for condition in conditions if condition.holds is None]
    entitlement: Entitlement
    if failed:
        entitlement = "not-entitled"
        text = f"The grade is not kept. {failed[0].text}"
    elif unknown:
        entitlement = "undetermined"
        text = "Whether the grade is kept depends on facts not stated."
    elif facts.cause != "announced-change":
        entitlement, text = "entitled", "The agency must let the employee keep the grade."
    elif facts.agency_granted:
        entitlement, text = "entitled", "The agency has granted grade retention, as it may."
    else:
        entitlement = "agency-may-grant"
        text = "The agency may grant grade retention; nothing obliges it to."
    begins = through = ended = None
    end_text = ""
    if entitlement == "entitled" and facts.action_effective is not None:
        begins = facts.action_effective
        period = deciding("retention-period")
        through = through_years(begins, period.number)
        text += f" The {period.number} years run from {spoken(begins)} through {spoken(through)}."
        ended, end_text, more = _end(facts, begins, through, calendar)
        questions = (*questions, *more)
    codes = tuple(code for condition in conditions for code in condition.rules)
    codes += ("retention-period", "retention-lost-before", "retention-ends")
    return RetentionAdvice(
        entitlement=entitlement,
        text=text,
        conditions=conditions,
        begins=begins,
        through=through,
        ended=ended,
        end_text=end_text,
        questions=questions,
        sources=gather(codes),
        verify=gather(("retention-effect",)),
    )


# --- conditions --------------------------------------------------------------------------


def _conditions(facts: RetentionFacts) -> tuple[Condition, ...]:
    found = [_way(facts), _covered(facts), _not_excluded(facts)]
    if facts.cause == "reclassification":
        found.append(_one_year(facts))
    else:
        found.append(_weeks(facts))
    return tuple(found)


def _way(facts: RetentionFacts) -> Condition:
    """Return whether the move itself is of the kind that the rule covers."""
    if facts.cause == "reclassification":
        rule = deciding("retention-reclassification")
        if facts.stays_in_position:
            holds: bool | None = True
            text = "The employee stays in the position after it is reclassified."
        else:
            holds = _all(facts.offered_in_writing, facts.specific_notice)
            if facts.stays_in_position is None and holds is not True:
                holds = None
            text = (
                "A move to another position counts only if management offered it in writing, "
                "after a specific written notice."
            )
    elif facts.cause == "reduction-in-force":
        rule = deciding("retention-reduction-in-force")
        holds = _all(facts.specific_notice, facts.offered_in_writing)
        text = (
            "The position taken must be the one offered in the specific reduction in force "
            "notice, or another one that management offered in writing."
        )
    else:
        rule = deciding("retention-optional")
        by_then = None
        if facts.action_effective is not None and facts.change_effected is not None:
            by_then = facts.action_effective <= facts.change_effected
        holds = _all(facts.announced_in_writing, by_then)
        text = (
            "The change must have been announced in writing, and the move must come on or "
            "before the day it is effected."
        )
    return Condition(name="way", holds=holds, text=text, rules=(rule.code,))


def _covered(facts: RetentionFacts) -> Condition:
    rule = deciding("retention-covered")
    return Condition(
        name="covered",
        holds=_all(facts.lower_graded, facts.covered_pay_systems),
        text="Both positions must be under a covered pay system, the new one lower-graded.",
        rules=(rule.code,),
    )


def _not_excluded(facts: RetentionFacts) -> Condition:
    rule = deciding("retention-excluded")
    if facts.exclusions is None:
        holds, text = None, "Nobody has said whether one of the exclusions applies."
    elif facts.exclusions:
        names = ", ".join(name.replace("-", " ") for name in facts.exclusions)
        holds, text = False, f"An exclusion applies: {names}."
    else:
        holds, text = True, "No exclusion applies."
    return Condition(name="not-excluded", holds=holds, text=text, rules=(rule.code,))


def _one_year(facts: RetentionFacts) -> Condition:
    rule = deciding("retention-one-year")
    since, effective = facts.position_at_grade_since, facts.action_effective
    holds: bool | None = None
    text = "The position must have stood at the grade or higher for one unbroken year."
    if since is not None and effective is not None:
        full = years_after(since, rule.number)
        holds = effective >= full
        text = (
            f"The position stood at the grade or higher since {spoken(since)}; the year was "
            f"complete on {spoken(full)}, and the reduction comes on {spoken(effective)}."
        )
    return Condition(name="one-year", holds=holds, text=text, rules=(rule.code,))


def _weeks(facts: RetentionFacts) -> Condition:
    rule = deciding("retention-52-weeks")
    since, effective = facts.higher_grade_since, facts.action_effective
    holds: bool | None = None
    text = "The employee must have served 52 weeks in a row above the lower grade."
    if since is not None and effective is not None:
        full = since + timedelta(weeks=rule.number)
        holds = effective >= full
        text = (
            f"The employee served above the lower grade since {spoken(since)}; 52 weeks were "
            f"complete on {spoken(full)}, and the move comes on {spoken(effective)}."
        )
    return Condition(name="weeks", holds=holds, text=text, rules=(rule.code,))


def _lost_before(facts: RetentionFacts) -> Condition | None:
    """Return the condition that fails when an event came before the period began."""
    rule = deciding("retention-lost-before")
    begins = facts.action_effective
    if begins is None:
        return None
    for event in sorted(facts.events, key=lambda event: event.day):
        notice = facts.notice_received
        if event.day < begins and (notice is None or event.day >= notice):
            happened = f"{_EVENTS[event.kind].capitalize()} on {spoken(event.day)}"
            if notice is None:
                text = (
                    f"{happened} came before the period began; it counts if it came after the "
                    "notice, whose day is not stated."
                )
            else:
                text = f"{happened} came after the notice and before the period began."
            return Condition(
                name="lost-before",
                holds=None if notice is None else False,
                text=text,
                rules=(rule.code,),
            )
    return None


def _end(
    facts: RetentionFacts, begins: date, through: date, calendar: PayCalendar | None
) -> tuple[date | None, str, tuple[Question, ...]]:
    """Return the last day of a retention cut short, what to say of it, and what is missing."""
    deciding("retention-ends")
    last: date | None = None
    text = ""
    questions: tuple[Question, ...] = ()
    for event in sorted(facts.events, key=lambda event: event.day):
        if not begins <= event.day <= through:
            continue
        if event.kind in _AT_END_OF_PAY_PERIOD:
            if calendar is None:
                questions = (
                    Question(
                        field="pay_periods.first_day",
                        text="On which day does one of the agency's pay periods begin?",
                    ),
                )
                text = (
                    f"{_EVENTS[event.kind].capitalize()} on {spoken(event.day)} ends retention "
                    "with the pay period it falls in."
                )
                break
            last = calendar.holding(event.day).last_day
        else:
            last = event.day - timedelta(days=1)
        last = min(last, through)
        text = f"{_EVENTS[event.kind].capitalize()} ends retention at the end of {spoken(last)}."
        break
    return last, text, questions


# --- questions ---------------------------------------------------------------------------

_ASK: dict[str, str] = {
    "action_effective": "When does the personnel action that lowers the grade take effect?",
    "position_at_grade_since": (
        "Since when has the position stood at its grade or higher without a break?"
    ),
    "higher_grade_since": (
        "Since when has the employee served above the lower grade without a break?"
    ),
    "lower_graded": "Is the new position lower-graded?",
    "covered_pay_systems": "Are both positions under a covered pay system?",
    "exclusions": (
        "Does an exclusion apply (temporary or term appointment, personal cause, own request, "
        "failed supervisory probation)? Write an empty list if none does."
    ),
    "stays_in_position": "Does the employee stay in the reclassified position?",
    "specific_notice": "Was there a specific written notice before the move?",
    "offered_in_writing": "Did management offer the other position in writing?",
    "announced_in_writing": "Was the change announced in writing?",
    "change_effected": "On which day is the announced change effected?",
    "notice_received": "When did the employee receive the written notice?",
}
_NEEDS: dict[str, tuple[str, ...]] = {
    "way:reduction-in-force": ("specific_notice", "offered_in_writing"),
    "way:announced-change": ("announced_in_writing", "action_effective", "change_effected"),
    "covered": ("lower_graded", "covered_pay_systems"),
    "not-excluded": ("exclusions",),
    "one-year": ("position_at_grade_since", "action_effective"),
    "weeks": ("higher_grade_since", "action_effective"),
}


def _questions(facts: RetentionFacts, conditions: tuple[Condition, ...]) -> tuple[Question, ...]:
    if any(condition.holds is False for condition in conditions):
        return ()
    fields: list[str] = []
    for condition in conditions:
        if condition.holds is not None:
            continue
        name = condition.name
        if name == "way" and facts.cause == "reclassification":
            fields += ["stays_in_position"]
            if facts.stays_in_position is False:
                fields += ["specific_notice", "offered_in_writing"]
        else:
            fields += _NEEDS[f"way:{facts.cause}" if name == "way" else name]
    begins, notice = facts.action_effective, facts.notice_received
    if notice is None and begins and any(event.day < begins for event in facts.events):
        fields.append("notice_received")
    missing = [name for name in dict.fromkeys(fields) if getattr(facts, name) is None]
    return tuple(Question(field=f"retention.{name}", text=_ASK[name]) for name in missing)


def _all(*answers: bool | None) -> bool | None:
    """Return whether all hold: False beats not known."""
    if False in answers:
        return False
    return None if None in answers else True
