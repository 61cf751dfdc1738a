"""Pay retention and declined offers: what follows the grade, and what a bad offer does not end."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from core.appeals.pay_periods import named_calendar
from core.appeals.retention import RetentionAdvice, RetentionFacts, retain
from core.appeals.retention.facts import Offer, RetentionEvent

LOWERED = date(2026, 10, 18)
BASE: dict[str, Any] = {
    "cause": "reclassification",
    "action_effective": LOWERED,
    "position_at_grade_since": date(2021, 5, 9),
    "stays_in_position": True,
    "lower_graded": True,
    "covered_pay_systems": True,
    "exclusions": (),
}
GOOD: dict[str, Any] = dict.fromkeys(
    (
        *("equal_or_higher", "written_with_description", "warned"),
        *("tenure", "hours", "commuting_area"),
    ),
    True,
)


def ask(**changes: Any) -> RetentionAdvice:
    return retain(RetentionFacts(**{**BASE, **changes}), named_calendar("most-agencies"))


def declined(**changes: Any) -> RetentionEvent:
    offer = Offer(**{**GOOD, **changes})
    return RetentionEvent(kind="declined-reasonable-offer", day=date(2027, 3, 3), offer=offer)


def told(advice: RetentionAdvice) -> str:
    return " ".join(text for text, _ in advice.lines)


def test_pay_follows_the_day_after_the_two_years() -> None:
    found = ask()
    assert (found.kept, found.through) == ("grade", date(2028, 10, 17))
    assert found.then is not None
    assert (found.then.cause, found.then.begins) == ("after", date(2028, 10, 18))
    assert "No number of years ends pay retention" in told(found)
    assert "reduction in force" in found.not_for
    assert "retirement" in found.counts_for


def test_only_the_missing_time_lets_the_pay_stand_in_at_once() -> None:
    short = ask(position_at_grade_since=date(2026, 1, 11))
    assert (short.entitlement, short.kept) == ("not-entitled", "pay")
    assert short.then is not None
    assert (short.then.cause, short.then.begins) == ("at-once", LOWERED)
    excluded = ask(position_at_grade_since=date(2026, 1, 11), exclusions=("own-request",))
    assert (excluded.kept, excluded.then) == ("neither", None)
    assert "shuts pay retention" in excluded.then_text
    unknown = ask(position_at_grade_since=date(2026, 1, 11), exclusions=None)
    assert unknown.then is None
    other = ask(stays_in_position=False, offered_in_writing=False, specific_notice=True)
    assert other.then is None


def test_an_announced_change_leaves_the_pay_to_the_agency() -> None:
    found = ask(
        cause="announced-change",
        stays_in_position=None,
        higher_grade_since=date(2020, 1, 1),
        announced_in_writing=True,
        change_effected=LOWERED,
    )
    assert found.entitlement == "agency-may-grant"
    assert "the agency may keep the pay" in found.then_text


@pytest.mark.parametrize(
    ("above", "has", "lacks"), [(True, "150 percent", "lowest rate"), (False, "lowest rate", "150")]
)
def test_where_the_pay_lies_decides_how_it_is_set(above: bool, has: str, lacks: str) -> None:
    found = ask(rate_above_lower_range=above)
    assert found.then is not None
    assert has in found.then.rate_text
    assert lacks not in found.then.rate_text


@pytest.mark.parametrize("name", sorted(GOOD))
def test_one_condition_not_met_makes_an_offer_unreasonable_and_retention_runs_on(name: str) -> None:
    found = ask(events=(declined(**{name: False}),))
    assert found.offer is not None
    assert found.offer.reasonable is False
    assert (found.ended, found.through) == (None, date(2028, 10, 17))
    assert found.then is not None


def test_a_reasonable_offer_declined_ends_it_with_the_pay_period_and_no_pay_follows() -> None:
    found = ask(events=(declined(),))
    assert found.offer is not None
    assert found.offer.reasonable is True
    assert found.ended == date(2027, 3, 6)
    assert found.then is None
    assert "No pay retention follows" in found.then_text
    assert "20 calendar days" in found.end_text
    assert "retention.termination_notified" in {one.field for one in found.questions}


def test_an_offer_of_which_not_all_is_known_asks_and_decides_nothing_for_certain() -> None:
    found = ask(events=(declined(hours=None, tenure=None),))
    assert found.offer is not None
    assert found.offer.reasonable is None
    fields = {one.field for one in found.questions}
    assert {"retention.events.offer.hours", "retention.events.offer.tenure"} <= fields
    assert "only if the offer was reasonable" in found.end_text


def test_a_good_offer_after_a_bad_one_ends_it() -> None:
    late = RetentionEvent(
        kind="declined-reasonable-offer", day=date(2027, 6, 9), offer=Offer(**GOOD)
    )
    found = ask(events=(declined(warned=False), late))
    assert found.ended == date(2027, 6, 12)


def test_who_gives_the_grade_up_gets_no_pay_retention_and_may_name_a_later_pay_period() -> None:
    given = RetentionEvent(kind="given-up-in-writing", day=date(2027, 3, 3))
    later = given.model_copy(update={"effective_later": date(2027, 3, 17)})
    assert ask(events=(given,)).ended == date(2027, 3, 6)
    found = ask(events=(later,))
    assert found.ended == date(2027, 3, 20)
    assert found.then is None
    assert "gets no pay retention" in found.then_text
    assert "retention-waived" in {rule.code for rule in found.sources}


def test_the_placement_program_matters_only_where_the_agency_chose_to_keep_the_grade() -> None:
    refused = RetentionEvent(kind="placement-program-refused", day=date(2027, 3, 3))
    assert ask(events=(refused,)).ended is None
