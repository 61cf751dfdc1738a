"""Grade retention: who keeps the grade, for how long, and what ends it."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from core.appeals.pay_periods import stated_calendar
from core.appeals.retention import RetentionAdvice, RetentionFacts, retain

STAYS = {
    "cause": "reclassification",
    "action_effective": date(2014, 11, 2),
    "stays_in_position": True,
    "lower_graded": True,
    "covered_pay_systems": True,
    "exclusions": (),
    "position_at_grade_since": date(2010, 1, 3),
}
REDUCTION = {
    "cause": "reduction-in-force",
    "action_effective": date(2025, 3, 9),
    "specific_notice": True,
    "offered_in_writing": True,
    "lower_graded": True,
    "covered_pay_systems": True,
    "exclusions": (),
    "higher_grade_since": date(2024, 3, 10),
}
ANNOUNCED = {
    "cause": "announced-change",
    "action_effective": date(2025, 3, 9),
    "announced_in_writing": True,
    "change_effected": date(2025, 3, 9),
    "lower_graded": True,
    "covered_pay_systems": True,
    "exclusions": (),
    "higher_grade_since": date(2020, 1, 5),
}


def ask(base: dict[str, object], **changes: object) -> RetentionAdvice:
    return retain(RetentionFacts.model_validate({**base, **changes}))


def test_staying_in_a_reclassified_position_keeps_the_grade_two_years() -> None:
    found = ask(STAYS)
    assert found.entitlement == "entitled"
    assert (found.begins, found.through) == (date(2014, 11, 2), date(2016, 11, 1))
    assert found.ended is None


@pytest.mark.parametrize(
    ("since", "entitlement"),
    [
        (date(2013, 11, 2), "entitled"),
        (date(2013, 11, 3), "not-entitled"),
    ],
)
def test_the_year_in_the_grade_is_whole(since: date, entitlement: str) -> None:
    assert ask(STAYS, position_at_grade_since=since).entitlement == entitlement


@pytest.mark.parametrize(
    ("effective", "entitlement"),
    [(date(2025, 2, 28), "not-entitled"), (date(2025, 3, 1), "entitled")],
)
def test_a_year_from_a_leap_day_is_complete_on_march_1(effective: date, entitlement: str) -> None:
    found = ask(STAYS, position_at_grade_since=date(2024, 2, 29), action_effective=effective)
    assert found.entitlement == entitlement


def test_two_years_that_begin_on_a_leap_day_end_on_the_last_of_february() -> None:
    assert ask(STAYS, action_effective=date(2024, 2, 29)).through == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("effective", "entitlement"),
    [(date(2025, 3, 8), "not-entitled"), (date(2025, 3, 9), "entitled")],
)
def test_a_reduction_in_force_needs_52_whole_weeks(effective: date, entitlement: str) -> None:
    assert ask(REDUCTION, action_effective=effective).entitlement == entitlement


def test_a_position_management_did_not_offer_in_writing_does_not_count() -> None:
    assert ask(REDUCTION, offered_in_writing=False).entitlement == "not-entitled"
    moved = {"stays_in_position": False, "specific_notice": True}
    assert ask(STAYS, **moved, offered_in_writing=True).entitlement == "entitled"
    assert ask(STAYS, **moved, offered_in_writing=False).entitlement == "not-entitled"


def test_after_an_announced_change_the_agency_may_but_need_not() -> None:
    assert ask(ANNOUNCED).entitlement == "agency-may-grant"
    assert ask(ANNOUNCED).begins is None
    granted = ask(ANNOUNCED, agency_granted=True)
    assert (granted.entitlement, granted.through) == ("entitled", date(2027, 3, 8))
    late = ask(ANNOUNCED, action_effective=date(2025, 3, 10))
    assert late.entitlement == "not-entitled"


@pytest.mark.parametrize(
    "exclusion",
    ["temporary-or-term", "personal-cause", "own-request", "failed-supervisory-probation"],
)
def test_an_exclusion_ends_the_question(exclusion: str) -> None:
    found = ask(STAYS, exclusions=(exclusion,))
    assert found.entitlement == "not-entitled"
    assert exclusion.replace("-", " ") in found.text
    assert found.questions == ()


@pytest.mark.parametrize(
    "missing",
    [
        "action_effective",
        "position_at_grade_since",
        "lower_graded",
        "covered_pay_systems",
        "exclusions",
        "stays_in_position",
    ],
)
def test_a_missing_fact_is_asked_for_and_nothing_is_decided(missing: str) -> None:
    found = retain(
        RetentionFacts.model_validate({key: v for key, v in STAYS.items() if key != missing})
    )
    assert found.entitlement == "undetermined"
    assert found.through is None
    assert f"retention.{missing}" in {question.field for question in found.questions}


def test_a_lower_grade_or_an_uncovered_system_is_needed() -> None:
    assert ask(STAYS, lower_graded=False).entitlement == "not-entitled"
    assert ask(STAYS, covered_pay_systems=False).entitlement == "not-entitled"


def event(kind: str, day: date) -> dict[str, object]:
    return {"kind": kind, "day": day}


@pytest.mark.parametrize(
    ("kind", "last"),
    [
        ("break-in-service", date(2015, 6, 9)),
        ("equal-or-higher-grade", date(2015, 6, 9)),
        ("left-covered-pay-systems", date(2015, 6, 9)),
        ("personal-cause-or-own-request", date(2015, 6, 9)),
        ("declined-reasonable-offer", date(2015, 6, 13)),
        ("given-up-in-writing", date(2015, 6, 13)),
    ],
)
def test_an_event_ends_retention_on_the_day_its_kind_says(kind: str, last: date) -> None:
    # 5 CFR 536.208(c): the day before separation or placement, or the end of the pay period.
    facts = RetentionFacts.model_validate({**STAYS, "events": (event(kind, date(2015, 6, 10)),)})
    found = retain(facts, stated_calendar(date(2014, 8, 10)))
    assert found.entitlement == "entitled"
    assert found.ended == last


def test_the_end_of_a_pay_period_is_not_made_up() -> None:
    found = ask(STAYS, events=(event("declined-reasonable-offer", date(2015, 6, 10)),))
    assert found.ended is None
    assert "pay period" in found.end_text
    assert found.questions[0].field == "pay_periods.first_day"


def test_an_event_after_the_two_years_changes_nothing() -> None:
    found = ask(STAYS, events=(event("break-in-service", date(2016, 11, 2)),))
    assert found.ended is None


def test_the_first_of_two_events_ends_it() -> None:
    found = ask(
        STAYS,
        events=(
            event("equal-or-higher-grade", date(2016, 1, 10)),
            event("break-in-service", date(2015, 6, 10)),
        ),
    )
    assert found.ended == date(2015, 6, 9)


def test_an_event_between_notice_and_beginning_loses_it() -> None:
    lost = event("declined-reasonable-offer", date(2014, 10, 20))
    noticed = {"notice_received": date(2014, 10, 1), "events": (lost,)}
    assert ask(STAYS, **noticed).entitlement == "not-entitled"
    unknown = ask(STAYS, events=(lost,))
    assert unknown.entitlement == "undetermined"
    assert "retention.notice_received" in {question.field for question in unknown.questions}
    before_notice = {"notice_received": date(2014, 10, 25), "events": (lost,)}
    assert ask(STAYS, **before_notice).entitlement == "entitled"


def test_everything_rests_on_rules_that_were_read() -> None:
    found = ask(STAYS)
    assert found.verify == ()
    assert all(rule.verified != "U" for rule in found.sources)
    assert all(rule.citation.page for rule in found.sources)


@pytest.mark.parametrize(
    "changes",
    [
        {"position_at_grade_since": date(2015, 1, 1)},
        {"notice_received": date(2015, 1, 1)},
        {"cause": "reduction-in-force"},
    ],
)
def test_contradictory_facts_are_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match=r"after action_effective|stays_in_position"):
        ask(STAYS, **changes)


def asked(found: RetentionAdvice) -> list[str]:
    return [question.field.removeprefix("retention.") for question in found.questions]


def without(base: dict[str, object], *names: str) -> RetentionAdvice:
    return retain(
        RetentionFacts.model_validate({key: v for key, v in base.items() if key not in names})
    )


@pytest.mark.parametrize(
    ("base", "missing"),
    [
        (REDUCTION, "higher_grade_since"),
        (REDUCTION, "specific_notice"),
        (REDUCTION, "offered_in_writing"),
        (REDUCTION, "action_effective"),
        (ANNOUNCED, "announced_in_writing"),
        (ANNOUNCED, "change_effected"),
        (ANNOUNCED, "action_effective"),
        (ANNOUNCED, "higher_grade_since"),
    ],
)
def test_each_way_asks_for_its_own_facts_and_no_others(
    base: dict[str, object], missing: str
) -> None:
    found = without(base, missing)
    assert found.entitlement == "undetermined"
    assert asked(found) == [missing]


def test_without_knowing_who_stays_a_bad_offer_does_not_settle_it() -> None:
    unknown = {key: value for key, value in STAYS.items() if key != "stays_in_position"}
    found = ask(unknown, offered_in_writing=False)
    assert found.entitlement == "undetermined"
    assert asked(found) == ["stays_in_position"]
    moved = ask(unknown, stays_in_position=False)
    assert asked(moved) == ["specific_notice", "offered_in_writing"]
    assert ask(unknown, offered_in_writing=True, specific_notice=True).entitlement == "entitled"


def test_nothing_is_asked_once_a_condition_fails() -> None:
    found = without({**STAYS, "lower_graded": False}, "exclusions")
    assert found.entitlement == "not-entitled"
    assert found.questions == ()


def test_a_lost_offer_counts_from_the_day_of_the_notice_to_the_day_before_the_period() -> None:
    day = date(2014, 10, 20)
    on_notice_day = {"notice_received": day, "events": (event("given-up-in-writing", day),)}
    assert ask(STAYS, **on_notice_day).entitlement == "not-entitled"
    first_day = (event("given-up-in-writing", date(2014, 11, 2)),)
    begun = ask(STAYS, notice_received=day, events=first_day)
    assert begun.entitlement == "entitled"
    assert "lost-before" not in {condition.name for condition in begun.conditions}
    assert asked(ask(STAYS, events=first_day)) == ["pay_periods.first_day"]
    last_day = (event("given-up-in-writing", date(2016, 11, 1)),)
    facts = RetentionFacts.model_validate({**STAYS, "events": last_day})
    # The pay period would end on November 12, but the two years end first.
    assert retain(facts, stated_calendar(date(2014, 8, 10))).ended == date(2016, 11, 1)


def test_an_event_before_anything_is_dated_decides_nothing() -> None:
    base = {**STAYS, "events": (event("break-in-service", date(2014, 10, 1)),)}
    found = without(base, "action_effective")
    assert found.entitlement == "undetermined"
    assert asked(found) == ["action_effective"]
