"""What ends a retention before its two years are over: the first event that does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.appeals.pay_periods import PayCalendar, spoken
from core.appeals.retention.facts import (
    AT_END_OF_PAY_PERIOD,
    EVENTS,
    RetentionEvent,
    RetentionFacts,
)
from core.appeals.retention.offers import OfferRuling, rule_on_offer
from core.law.rules import Question, deciding


@dataclass(frozen=True, slots=True)
class End:
    """How a retention ends early: by what, its last day, what to say, and what is missing."""

    kind: str = ""
    last: date | None = None
    text: str = ""
    offer: OfferRuling | None = None
    questions: tuple[Question, ...] = ()


def early_end(
    facts: RetentionFacts, begins: date, through: date, calendar: PayCalendar | None
) -> End:
    """Return what ends a retention early: the first event that does."""
    deciding("retention-ends")
    kept = End()
    for event in sorted(facts.events, key=lambda event: event.day):
        if not begins <= event.day <= through:
            continue
        if event.kind == "placement-program-refused" and facts.cause != "announced-change":
            continue
        offer = None
        if event.kind == "declined-reasonable-offer":
            offer = rule_on_offer(event.offer, by_grievance=bool(facts.bargaining_unit_grievance))
            if offer.reasonable is False:
                kept = End(text=f"{offer.text} Retention runs on.", offer=offer)
                continue
        found = _ended_by(event, through, calendar)
        if offer is None:
            return found
        asked = offer.questions
        if facts.termination_notified is None:
            asked = (*asked, _ASK_TERMINATION)
        return replace(
            found, offer=offer, text=f"{found.text} {offer.text}", questions=found.questions + asked
        )
    return kept


def _ended_by(event: RetentionEvent, through: date, calendar: PayCalendar | None) -> End:
    what = EVENTS[event.kind].capitalize()
    if event.kind not in AT_END_OF_PAY_PERIOD:
        last = min(event.day - timedelta(days=1), through)
        return End(event.kind, last, f"{what} ends retention at the end of {spoken(last)}.")
    if calendar is None:
        return End(
            event.kind,
            None,
            f"{what} on {spoken(event.day)} ends retention with the pay period it falls in.",
            questions=(
                Question(
                    field="pay_periods.first_day",
                    text="On which day does one of the agency's pay periods begin?",
                ),
            ),
        )
    last = min(calendar.holding(event.effective_later or event.day).last_day, through)
    return End(event.kind, last, f"{what} ends retention at the end of {spoken(last)}.")


_ASK_TERMINATION = Question(
    field="retention.termination_notified",
    text="On which day did the notice come that retention has ended?",
)
