"""What the keeping of grade and pay depends on, as a person states it."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from core.model import Frozen
from core.reading import Day, refuse

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
    "placement-program-refused",
]
EVENTS: dict[str, str] = {
    "break-in-service": "a break in service of a workday or more",
    "personal-cause-or-own-request": "a reduction in grade for personal cause or on request",
    "equal-or-higher-grade": "a lasting move to a position of equal or higher grade",
    "declined-reasonable-offer": "declining a reasonable offer",
    "given-up-in-writing": "giving retention up in writing",
    "left-covered-pay-systems": "a move out of the covered pay systems",
    "placement-program-refused": "failing to enrol in the placement program",
}
# When retention ends, by event (5 CFR 536.208(c)).
AT_END_OF_PAY_PERIOD = frozenset({"declined-reasonable-offer", "given-up-in-writing"})


class Offer(Frozen):
    """An offer of a position, by the conditions that make it a reasonable one.

    ``equal_or_higher`` is about the grade (for retained pay, the pay) of the position offered,
    ``written_with_description`` about the offer's form, ``warned`` whether it said that
    declining ends retention and can be appealed, ``tenure`` and ``hours`` whether they are not
    less than before, ``commuting_area`` whether the position lies there or mobility was agreed.
    """

    equal_or_higher: bool | None = None
    written_with_description: bool | None = None
    warned: bool | None = None
    tenure: bool | None = None
    hours: bool | None = None
    commuting_area: bool | None = None


class RetentionEvent(Frozen):
    """Something that ends retention, or loses it before it begins, and its day.

    ``day`` is the day of separation or placement, or of declining or giving up. ``offer`` is
    the offer declined; ``effective_later`` a day in a later pay period with which an election
    in writing gives retention up.
    """

    kind: EventKind
    day: Day
    offer: Offer | None = None
    effective_later: Day | None = None


class RetentionFacts(Frozen):
    """What grade retention depends on. A fact left out is not known.

    ``action_effective`` is the effective date of the personnel action that lowers the grade.
    ``position_at_grade_since`` is the day from which the position stood at that grade or
    higher without a break, ``higher_grade_since`` the day from which the employee served
    without a break above the lower grade. ``offered_in_writing`` is about a move to another
    position: whether management offered it in writing, after a specific written notice.
    ``change_effected`` is the day an announced reorganization or reclassification takes
    effect. ``exclusions`` empty means that none applies; left out, that nobody said.
    ``rate_above_lower_range`` is whether the pay lies above the range of the lower grade.
    ``termination_notified`` is the day of the notice that retention has ended because an offer
    was declined, ``bargaining_unit_grievance`` whether a negotiated grievance procedure covers
    that.
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
    rate_above_lower_range: bool | None = None
    termination_notified: Day | None = None
    bargaining_unit_grievance: bool | None = None

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
