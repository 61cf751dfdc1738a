"""What an appeal depends on, as a person states it: the input of appeal advice.

Every fact may be left out; what then cannot be decided comes back as a question naming the
field. Why a grade is thought wrong is stated as a ground from a list, never read out of
prose, so an argument from another employee's position is recognized however it is worded.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from core.appeals.pay_periods import PayCalendar, known_calendars, named_calendar, stated_calendar
from core.appeals.retention.facts import RetentionFacts
from core.errors import CaseError
from core.law.pay_systems import FWS_PLANS
from core.model import GENERAL_SCHEDULE, Frozen
from core.reading import Day, Format, Words, build, load, refuse

PaySystem = Literal["gs", "fws", "outside"]
Disputed = Literal[
    "grade",
    "series",
    "title",
    "pay-system",
    "description-accuracy",
    "work-outside-description",
    "agency-guide",
    "standard-criteria",
    "rate-of-pay",
    "wage-schedule",
]
Ground = Literal[
    "standards",
    "another-position",
    "criteria-wrong",
    "workload",
    "performance",
    "length-of-service",
    "pay-of-others",
    "financial-need",
    "recruiting",
    "duties-in-absence",
]
AtHand = Literal[
    "person",
    "agency-address",
    "location",
    "description",
    "accuracy-statement",
    "own-description",
    "correction-efforts",
    "reasons",
    "disagreement",
    "representative",
    "signature",
    "certificate",
]

_OUTSIDE_PLANS = frozenset({"ES", "SES", "AL", "ALJ", "SL", "ST"})


def _plan(text: str) -> str:
    plan = text.strip().upper()
    if plan not in GENERAL_SCHEDULE | FWS_PLANS | _OUTSIDE_PLANS:
        known = ", ".join(sorted(GENERAL_SCHEDULE | FWS_PLANS | _OUTSIDE_PLANS))
        raise refuse(
            f"{text!a} is not a pay plan whose appeals are known here",
            f"Write one of {known}.",
        )
    return plan


PayPlan = Annotated[str, AfterValidator(_plan)]
Whole = Annotated[int, Field(strict=True, ge=1, le=26)]


class PositionFacts(Frozen):
    """The appellant's hold on the position, and its description.

    ``promotion_from`` and ``promotion_to`` bound a time-limited promotion with its
    extensions. ``title_basis`` says what the title rests on: an OPM standard prescribes it,
    it shows a qualification or an authorized specialization, or none of these.
    """

    assignment: Literal["official", "not-official", "detail", "time-limited-promotion"] = "official"
    promotion_from: Day | None = None
    promotion_to: Day | None = None
    still_holds_it: bool = True
    title_basis: Literal["prescribed", "qualification", "specialization", "none"] | None = None
    description_accurate: bool | None = None
    tried_to_correct_description: bool | None = None
    in_architect_of_the_capitol: bool = False

    @model_validator(mode="after")
    def _in_order(self) -> PositionFacts:
        start, end = self.promotion_from, self.promotion_to
        if start and end and end < start:
            raise refuse(
                f"promotion_to ({end.isoformat()}) lies before promotion_from "
                f"({start.isoformat()})",
                "Correct one of the two dates.",
            )
        return self


class AgencyDecision(Frozen):
    """The agency's classification decision that gave rise to the dispute.

    ``signed`` is the day an official with the authority signed it, ``received`` the day the
    employee received written notice of it.
    """

    stage: Literal["proposed", "final"] = "final"
    signed: Day | None = None
    received: Day | None = None


class PersonnelAction(Frozen):
    """The personnel action that followed, and the notice of it.

    ``lost_grade_or_pay`` is whether it really cost grade or pay. ``knew_limits`` is whether
    the employee knew the time limits from elsewhere, ``prevented`` whether circumstances
    beyond control kept him or her from filing in time.
    """

    effective: Day | None = None
    lost_grade_or_pay: bool | None = None
    retained_grade_or_pay: bool | None = None
    notice_received: Day | None = None
    notice_written_with_reasons: bool | None = None
    notice_named_rights: bool | None = None
    notice_gave_limits: bool | None = None
    knew_limits: bool | None = None
    prevented: bool | None = None


class AgencyAppeal(Frozen):
    """An appeal handed in at the agency, for its own decision or to be passed on to OPM.

    ``received`` is the day it reached the agency, ``decision_received`` the day the
    employee got the agency's decision on it.
    """

    filed: Day | None = None
    received: Day | None = None
    addressed_to_opm: bool = False
    decision_received: Day | None = None
    favorable: bool | None = None


class OpmAppeal(Frozen):
    """An appeal to OPM, and a letter in which OPM asks for information."""

    filed: Day | None = None
    letter: Day | None = None
    answered: Day | None = None


class OpmDecision(Frozen):
    """A certificate of OPM on the position.

    ``authority`` is the section of 5 U.S.C. it was issued under; 5112 is an appeal decision.
    ``stated_pay_period`` or ``stated_date`` is a later effective date that it states, as in
    "no later than the beginning of the sixth pay period" (6). ``report_days`` is the time it
    gives for the compliance report, counted from ``personnel_action``.
    """

    number: str = ""
    issued: Day
    authority: Literal["5103", "5110", "5112"] = "5112"
    changes_classification: bool | None = None
    lowers_grade: bool | None = None
    above_former_grade: bool | None = None
    reverses_demotion: bool | None = None
    on_duties_of_that_time: bool | None = None
    stated_pay_period: Whole | None = None
    stated_date: Day | None = None
    report_days: Annotated[int, Field(strict=True, ge=1, le=366)] | None = None
    personnel_action: Day | None = None
    standard_changed_since: bool | None = None
    duties_changed_since: bool | None = None
    suspended: bool = False
    reconsideration_asked: Day | None = None
    consistency_letter: Day | None = None

    @model_validator(mode="after")
    def _one_date(self) -> OpmDecision:
        if self.stated_pay_period is not None and self.stated_date is not None:
            raise refuse(
                "stated_pay_period and stated_date are both given",
                "Keep the one that the decision states.",
            )
        for name in ("stated_date", "reconsideration_asked", "consistency_letter"):
            day = getattr(self, name)
            if day is not None and day < self.issued:
                raise refuse(
                    f"{name} ({day.isoformat()}) lies before issued ({self.issued.isoformat()})",
                    "Correct one of the two dates.",
                )
        return self


class PayPeriods(Frozen):
    """The agency's pay periods: the first day of any one of them, or a known calendar."""

    first_day: Day | None = None
    source: str = ""
    calendar: str | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> PayPeriods:
        if (self.first_day is None) == (self.calendar is None):
            raise refuse(
                "give either first_day or calendar",
                "State the first day of any pay period of the agency, or name a calendar.",
            )
        names = [known.name for known in known_calendars()]
        if self.calendar is not None and self.calendar not in names:
            raise refuse(
                f"{self.calendar!a} is not a known pay-period calendar",
                f"The known ones are {', '.join(names)}; or state first_day.",
            )
        return self

    def opened(self) -> PayCalendar:
        if self.first_day is not None:
            return stated_calendar(self.first_day, self.source)
        return named_calendar(self.calendar or "")


class RepresentativeFacts(Frozen):
    """Who represents the appellant, as far as the rules ask."""

    supervises_position: bool | None = None
    classifies_position: bool | None = None
    conflict_of_interest: bool | None = None
    needed_for_priority_work: bool | None = None
    unreasonable_cost: bool | None = None
    named_to_opm_in_writing: bool | None = None


class AppealFacts(Frozen):
    """Everything an appeal depends on.

    ``as_of`` is the day on which the question is asked; time limits are open or past as of
    that day, and without it only their dates are given. ``disputed`` is what is thought
    wrong, ``grounds`` why. ``at_hand`` lists the parts of an appeal already written.
    """

    title: Words
    fictional: bool = False
    pay_plan: PayPlan
    grade: Annotated[int, Field(strict=True, ge=1, le=19)] | None = None
    as_of: Day | None = None
    appellant: Literal["employee", "agency"] = "employee"
    disputed: tuple[Disputed, ...]
    grounds: tuple[Ground, ...] = ()
    position: PositionFacts = PositionFacts()
    agency_decision: AgencyDecision | None = None
    personnel_action: PersonnelAction | None = None
    agency_appeal: AgencyAppeal | None = None
    opm_appeal: OpmAppeal | None = None
    opm_decision: OpmDecision | None = None
    pay_periods: PayPeriods | None = None
    retention: RetentionFacts | None = None
    representative: RepresentativeFacts | None = None
    at_hand: tuple[AtHand, ...] = ()

    @property
    def pay_system(self) -> PaySystem:
        """Return whose procedure applies to the position as it is paid now."""
        if self.pay_plan in GENERAL_SCHEDULE:
            return "gs"
        return "fws" if self.pay_plan in FWS_PLANS else "outside"

    @property
    def calendar(self) -> PayCalendar | None:
        """Return the agency's pay periods, when they are stated."""
        return None if self.pay_periods is None else self.pay_periods.opened()

    @model_validator(mode="after")
    def _consistent(self) -> AppealFacts:
        if not self.disputed:
            raise refuse("nothing is disputed", 'Say what is, such as disputed = ["grade"].')
        for field in ("disputed", "grounds", "at_hand"):
            given = getattr(self, field)
            for name in given:
                if given.count(name) > 1:
                    raise refuse(f"{name!r} stands twice in {field}", "Keep one of the two.")
        order = (
            ("agency_appeal", "filed"),
            ("agency_appeal", "received"),
            ("agency_appeal", "decision_received"),
            ("opm_decision", "issued"),
        )
        self._ordered(order)
        self._ordered((("agency_decision", "signed"), ("agency_decision", "received")))
        self._ordered((("opm_appeal", "filed"), ("opm_appeal", "letter")))
        self._ordered((("opm_appeal", "letter"), ("opm_appeal", "answered")))
        if self.opm_decision is not None and self.opm_decision.authority == "5112":
            self._ordered((("opm_appeal", "letter"), ("opm_decision", "issued")))
        self._happened()
        return self

    def _day(self, section: str, name: str) -> Day | None:
        part = getattr(self, section)
        return None if part is None else getattr(part, name)

    def _ordered(self, fields: tuple[tuple[str, str], ...]) -> None:
        """Refuse a date that lies before one that must come earlier."""
        before: tuple[str, Day] | None = None
        for section, name in fields:
            day = self._day(section, name)
            if day is None:
                continue
            field = f"{section}.{name}"
            if before is not None and day < before[1]:
                raise refuse(
                    f"{field} ({day.isoformat()}) lies before {before[0]} "
                    f"({before[1].isoformat()})",
                    "Correct one of the two dates.",
                )
            before = (field, day)

    def _happened(self) -> None:
        """Refuse as_of before something that is stated to have happened."""
        if self.as_of is None:
            return
        for section, name in (
            ("agency_decision", "received"),
            ("personnel_action", "notice_received"),
            ("agency_appeal", "filed"),
            ("agency_appeal", "received"),
            ("agency_appeal", "decision_received"),
            ("opm_appeal", "filed"),
            ("opm_appeal", "letter"),
            ("opm_appeal", "answered"),
            ("opm_decision", "issued"),
            ("opm_decision", "reconsideration_asked"),
            ("opm_decision", "consistency_letter"),
        ):
            day = self._day(section, name)
            if day is not None and day > self.as_of:
                raise refuse(
                    f"{section}.{name} ({day.isoformat()}) lies after as_of "
                    f"({self.as_of.isoformat()})",
                    "Correct the date, or give the day on which the question is asked as as_of.",
                )


def parse_appeal(text: str, *, where: str = "", fmt: Format = "toml") -> AppealFacts:
    """Read the facts of an appeal.

    Args:
        text: TOML or JSON text; :class:`AppealFacts` names the fields.
        where: the input's name, for messages.
        fmt: ``"toml"`` or ``"json"``.

    Raises:
        CaseError: the text is not in its format; a field is missing, unknown or wrong; dates
            are impossible or contradict each other. The sentence names the field.
    """
    data = load(text, where=where, fmt=fmt, error=CaseError)
    return build(AppealFacts, data, where=where, error=CaseError)
