"""Grade retention: who keeps the grade for two years after the position goes down.

5 CFR part 536, subpart B, as the rules in ``core/appeals/data/grade-retention.toml`` state it.
Reclassification and reduction in force oblige the agency; an announced change lets it. What
follows, and what stands in for it, is pay retention (:mod:`core.appeals.retention.pay`).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from core.appeals.pay_periods import PayCalendar, spoken, through_years, years_after
from core.appeals.retention.asking import questions_on
from core.appeals.retention.ending import End, early_end
from core.appeals.retention.facts import EVENTS, RetentionFacts
from core.appeals.retention.offers import OfferRuling
from core.appeals.retention.pay import PayRetention, after, at_once
from core.law.rulebook import word
from core.law.rules import Condition, ProcedureRule, Question, deciding, gather
from core.model import Frozen

if TYPE_CHECKING:
    from core.appeals.facts import AppealFacts

Entitlement = Literal["entitled", "agency-may-grant", "not-entitled", "undetermined"]
Kept = Literal["grade", "pay", "neither"]


class RetentionAdvice(Frozen):
    """Whether the grade is kept, from when through when, and what decided it.

    ``through`` is the last day of the two years, ``ended`` the last day of retention when an
    event ends it earlier. ``then`` is the pay retention that follows, or that stands in for
    the grade at once; ``then_text`` says so, or why there is none. ``offer`` rules on an offer
    declined. ``counts_for`` and ``not_for`` say what a retained grade is good for, ``text`` and
    ``end_text`` what decided. ``sources`` are the rules used; ``verify`` would be rules to be
    checked before anybody relies on them.
    """

    entitlement: Entitlement
    text: str
    conditions: tuple[Condition, ...]
    begins: date | None
    through: date | None
    ended: date | None
    end_text: str
    counts_for: str = ""
    not_for: str = ""
    then: PayRetention | None = None
    then_text: str = ""
    offer: OfferRuling | None = None
    questions: tuple[Question, ...]
    sources: tuple[ProcedureRule, ...]
    verify: tuple[ProcedureRule, ...] = ()

    @property
    def kept(self) -> Kept | None:
        """Return whether grade or pay is kept from the day of the action; None: not decided."""
        if self.entitlement == "entitled":
            return "grade"
        if self.entitlement != "not-entitled":
            return None
        return "neither" if self.then is None else "pay"

    @property
    def lines(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the whole answer in reading order, each sentence with its rules' codes.

        What is kept and through when, what it counts for and not, what follows, how that pay is
        set and what ends it.
        """
        decided = next((one for one in self.conditions if one.holds is not True), None)
        first = ("retention-period",) if decided is None else decided.rules
        offer = () if self.offer is None else self.offer.rules
        then = self.then
        pay = ("pay-retention-after",) if then is None else then.rules
        parts = (
            (self.text, first),
            (self.end_text, (*offer, "retention-ends")),
            (self.counts_for, ("retention-counts-for",)),
            (self.not_for, ("retention-not-for",)),
            (self.then_text, pay),
            ("" if then is None else then.rate_text, pay[1:]),
            ("" if then is None else then.ends_text, ("pay-retention-ends",)),
        )
        return tuple((text, codes) for text, codes in parts if text)


def retain(facts: RetentionFacts, calendar: PayCalendar | None = None) -> RetentionAdvice:
    """Say whether an employee keeps the grade, for how long, and what happens to the pay.

    Args:
        facts: what is known.
        calendar: the agency's pay periods; needed only for the end of a retention that was
            declined or given up.
    """
    conditions = _conditions(facts)
    questions = questions_on(facts, conditions)
    lost = _lost_before(facts)
    if lost is not None:
        conditions = (*conditions, lost)
    entitlement, text = _entitlement(facts, conditions)
    end = End()
    begins = through = None
    codes = [code for condition in conditions for code in condition.rules]
    codes += ["retention-period", "retention-lost-before", "retention-ends"]
    counts = excluded = ""
    if entitlement == "entitled":
        counts, excluded = deciding("retention-counts-for").text, deciding("retention-not-for").text
        codes += ["retention-counts-for", "retention-not-for", "retention-rate"]
        codes += ["retention-second", "retention-letter", "retention-placement"]
    if facts.cause == "announced-change":
        codes += ["retention-optional-placement", "pay-retention-optional"]
    if entitlement == "entitled" and facts.action_effective is not None:
        begins = facts.action_effective
        period = deciding("retention-period")
        through = through_years(begins, period.number)
        text += f" The {period.number} years run from {spoken(begins)} through {spoken(through)}."
        end = early_end(facts, begins, through, calendar)
    then, then_text = _then(facts, entitlement, conditions, through, end)
    if then is not None and entitlement == "not-entitled":
        text += f" {then.text}"
    return RetentionAdvice(
        entitlement=entitlement,
        text=text,
        conditions=conditions,
        begins=begins,
        through=through,
        ended=end.last,
        end_text=end.text,
        counts_for=counts,
        not_for=excluded,
        then=then,
        then_text=then_text,
        offer=end.offer,
        questions=(*questions, *end.questions),
        sources=gather(
            (
                *codes,
                *(() if end.offer is None else end.offer.rules),
                *(() if then is None else then.rules),
                *(("retention-waived",) if end.kind == "given-up-in-writing" else ()),
            )
        ),
    )


def _entitlement(
    facts: RetentionFacts, conditions: tuple[Condition, ...]
) -> tuple[Entitlement, str]:
    failed = next((condition for condition in conditions if condition.holds is False), None)
    if failed is not None:
        return "not-entitled", f"The grade is not kept. {failed.text}"
    if any(condition.holds is None for condition in conditions):
        return "undetermined", "Whether the grade is kept depends on facts not stated."
    if facts.cause != "announced-change":
        return "entitled", "The agency must let the employee keep the grade."
    if facts.agency_granted:
        return "entitled", "The agency has granted grade retention, as it may."
    return "agency-may-grant", "The agency may grant grade retention; nothing obliges it to."


def _then(
    facts: RetentionFacts,
    entitlement: Entitlement,
    conditions: tuple[Condition, ...],
    through: date | None,
    end: End,
) -> tuple[PayRetention | None, str]:
    """Return the pay retention that follows the grade's, or stands in for it, and what to say."""
    if entitlement == "entitled" and through is not None:
        if end.last is None and not end.kind:
            found = after(facts, through + timedelta(days=1))
            return found, found.text
        if end.kind == "equal-or-higher-grade":
            return None, "No pay retention follows: the new position is of equal or higher grade."
        if end.kind == "given-up-in-writing":
            return None, f"No pay retention follows. {deciding('retention-waived').text}"
        years = f"the {word(deciding('retention-period').number)} years"
        return None, f"No pay retention follows: it comes when {years} end, not before."
    failed = {condition.name for condition in conditions if condition.holds is False}
    others = all(
        condition.holds for condition in conditions if condition.name not in ("one-year", "weeks")
    )
    short_time = failed in ({"one-year"}, {"weeks"}) and others
    if entitlement == "not-entitled" and short_time and facts.cause != "announced-change":
        found = at_once(facts)
        return found, ""
    if "not-excluded" in failed:
        return None, "The same exclusion shuts pay retention."
    if facts.cause == "announced-change":
        return None, deciding("pay-retention-optional").text
    return None, ""


def kept_by(facts: AppealFacts, retention: RetentionAdvice | None) -> Kept | None:
    """Return what the employee keeps, grade or pay or neither; None when it is not known.

    ``personnel_action.retained_grade_or_pay`` counts where it is stated; which of the two it
    is follows from the retention facts, and without them it is taken to be the grade.
    """
    stated = (
        None if facts.personnel_action is None else facts.personnel_action.retained_grade_or_pay
    )
    worked_out = None if retention is None else retention.kept
    if stated is None:
        return worked_out
    if not stated:
        return "neither"
    return worked_out if worked_out in ("grade", "pay") else "grade"


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
    text = f"The employee must have served {rule.number} weeks in a row above the lower grade."
    if since is not None and effective is not None:
        full = since + timedelta(weeks=rule.number)
        holds = effective >= full
        text = (
            f"The employee served above the lower grade since {spoken(since)}; {rule.number} "
            f"weeks were complete on {spoken(full)}, and the move comes on {spoken(effective)}."
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
            happened = f"{EVENTS[event.kind].capitalize()} on {spoken(event.day)}"
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


def _all(*answers: bool | None) -> bool | None:
    """Return whether all hold: False beats not known."""
    if False in answers:
        return False
    return None if None in answers else True
