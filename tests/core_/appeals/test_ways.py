"""What can be appealed, before whom, and by whom the appellant may be represented."""

from __future__ import annotations

import pytest

from core.appeals.advice import advise
from core.appeals.facts import parse_appeal
from tests.core_.appeals.stated import DECIDED, GS, LOSS, WG, ask, facts, limits, verdicts

# --- issues ------------------------------------------------------------------------------


def test_pay_systems_are_appealed_by_the_general_schedule_route_except_at_the_capitol() -> None:
    pay = GS.replace('["grade"]', '["pay-system"]')
    capitol = "[position]\nin_architect_of_the_capitol = true\n"
    assert verdicts(pay) == {"pay-system": "appealable"}
    assert verdicts(pay + capitol) == {"pay-system": "neither"}
    wage = pay.replace('"GS"', '"WG"')
    assert verdicts(wage + capitol) == {"pay-system": "neither"}
    ruling = ask(wage).issues[0]
    assert (ruling.procedure, ruling.rules) == ("gs", ("fws-to-gs",))


def test_a_bar_on_the_position_does_not_turn_a_grievance_into_nothing() -> None:
    text = GS.replace('["grade"]', '["title", "description-accuracy", "grade"]')
    text += '[position]\ntitle_basis = "none"\n[agency_decision]\nstage = "proposed"\n'
    assert verdicts(text) == {
        "title": "reviewable",
        "description-accuracy": "reviewable",
        "grade": "neither",
    }


@pytest.mark.parametrize("basis", ["prescribed", "qualification", "specialization"])
def test_a_title_with_a_basis_can_be_appealed(basis: str) -> None:
    text = GS.replace('["grade"]', '["title"]') + f'[position]\ntitle_basis = "{basis}"\n'
    assert verdicts(text) == {"title": "appealable"}


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ("promotion_from = 2024-01-01\n", "position.promotion_to"),
        ("promotion_to = 2026-01-01\n", "position.promotion_from"),
        ("", "position.promotion_from"),
    ],
)
def test_a_time_limited_promotion_without_both_ends_is_asked_about(more: str, field: str) -> None:
    text = GS + f'[position]\nassignment = "time-limited-promotion"\n{more}'
    assert verdicts(text) == {"grade": "undetermined"}
    assert field in [question.field for question in ask(text).questions]


def test_two_years_from_a_leap_day_are_counted_to_the_end_of_february() -> None:
    text = GS + '[position]\nassignment = "time-limited-promotion"\npromotion_from = 2024-02-29\n'
    assert verdicts(text + "promotion_to = 2026-02-28\n") == {"grade": "appealable"}
    assert verdicts(text + "promotion_to = 2026-02-27\n") == {"grade": "neither"}


def test_an_agency_appeals_a_certificate_and_nothing_else() -> None:
    agency = GS + 'appellant = "agency"\n'
    ruling = ask(agency).issues[0]
    assert (ruling.verdict, ruling.rules) == ("neither", ("agency-appeal",))
    assert ask(agency).forums == ()
    certified = agency + '[opm_decision]\nissued = 2025-01-15\nauthority = "5103"\n'
    assert verdicts(certified) == {"grade": "appealable"}
    assert set(limits(certified)) == {"agency-appeal"}
    assert ask(certified).retroactive is None


def test_an_evaluation_certificate_does_not_bar_an_employees_appeal() -> None:
    text = GS + '[opm_decision]\nissued = 2025-01-15\nauthority = "5110"\n'
    assert verdicts(text) == {"grade": "appealable"}


@pytest.mark.parametrize(
    ("standard", "duties", "verdict", "asked"),
    [
        ("true", "false", "appealable", 0),
        ("false", "false", "neither", 0),
        ("false", None, "undetermined", 1),
        (None, "true", "appealable", 0),
    ],
)
def test_a_decided_position_opens_again_with_its_standard_or_its_duties(
    standard: str | None, duties: str | None, verdict: str, asked: int
) -> None:
    text = GS + "[opm_decision]\nissued = 2020-01-15\n"
    text += f"standard_changed_since = {standard}\n" if standard else ""
    text += f"duties_changed_since = {duties}\n" if duties else ""
    assert verdicts(text) == {"grade": verdict}
    assert len(ask(text).issues[0].questions) == asked


def test_wage_jobs_know_the_bar_on_leavers_and_no_other_for_certain() -> None:
    assert verdicts(WG + "[position]\nstill_holds_it = false\n") == {"grade": "neither"}
    for more in (
        '[position]\nassignment = "detail"\n',
        DECIDED + "standard_changed_since = false\nduties_changed_since = false\n",
    ):
        assert verdicts(WG + more) == {"grade": "undetermined"}
    assert verdicts(WG + 'appellant = "agency"\n') == {"grade": "neither"}


def test_leaving_after_a_demotion_with_retained_pay_ends_the_right() -> None:
    left = GS + "[position]\nstill_holds_it = false\n" + LOSS
    assert verdicts(left) == {"grade": "appealable"}
    assert verdicts(left + "retained_grade_or_pay = true\n") == {"grade": "neither"}


@pytest.mark.parametrize(
    ("grounds", "verdict"),
    [
        ('"another-position"', "neither"),
        ('"criteria-wrong"', "neither"),
        ('"another-position", "workload"', "neither"),
        ('"workload"', "appealable"),
        ('"standards", "criteria-wrong"', "appealable"),
    ],
)
def test_only_comparison_and_wrong_criteria_bar_an_appeal(grounds: str, verdict: str) -> None:
    text = GS + f"grounds = [{grounds}]\n"
    assert verdicts(text) == {"grade": verdict}


def test_on_wage_jobs_only_the_standards_count() -> None:
    found = ask(WG + 'grounds = ["standards", "workload", "another-position"]\n').grounds
    assert [(ground.ground, ground.counts) for ground in found] == [
        ("standards", True),
        ("workload", False),
        ("another-position", False),
    ]
    assert found[1].rules == ("fws-standards",)
    assert "consistency-route" in found[2].rules


# --- forums ------------------------------------------------------------------------------


# A negotiated grievance is closed to classification unless grade or pay goes down by it.
GRIEVANCE = ("grievance", False)


def ways(more: str) -> list[tuple[str, bool]]:
    return [(way.forum, way.open) for way in advise(facts(more)).forums]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            "[agency_appeal]\nfiled = 2025-01-02\n",
            [("agency", True), ("opm-through-agency", False), ("opm", True), GRIEVANCE],
        ),
        (
            "[agency_appeal]\nfiled = 2025-01-02\ndecision_received = 2025-02-03\n",
            [("agency", False), ("opm-through-agency", False), ("opm", True), GRIEVANCE],
        ),
        (
            "[agency_appeal]\nfiled = 2025-01-02\naddressed_to_opm = true\n",
            [("opm-through-agency", True), GRIEVANCE],
        ),
        (
            "[agency_appeal]\nfiled = 2025-01-02\naddressed_to_opm = true\nfavorable = true\n",
            [("opm-through-agency", False), GRIEVANCE],
        ),
        ("[opm_appeal]\nfiled = 2025-01-02\n", [("opm", True), GRIEVANCE]),
    ],
)
def test_one_forum_at_a_time(more: str, expected: list[tuple[str, bool]]) -> None:
    assert ways(more) == expected


def test_what_is_pending_says_what_ends_it() -> None:
    pending = advise(facts("[agency_appeal]\nfiled = 2025-01-02\n")).forums
    assert "one at a time" in pending[0].text
    assert pending[2].order == 2
    through = advise(
        facts("[agency_appeal]\nfiled = 2025-01-02\naddressed_to_opm = true\nfavorable = false\n")
    ).forums[0]
    assert "must send the appeal on" in through.text


def test_each_way_names_the_matters_it_hears() -> None:
    text = (
        'title = "x"\npay_plan = "WG"\ndisputed = ["grade", "pay-system", "rate-of-pay"]\n'
        'grounds = ["another-position", "standards"]\n'
    )
    heard = [(way.forum, way.issues) for way in advise(parse_appeal(text)).forums]
    assert heard == [
        ("agency", ("pay-system",)),
        ("opm-through-agency", ("pay-system",)),
        ("opm", ("pay-system",)),
        ("agency", ("grade",)),
        ("opm", ("grade",)),
        ("grievance", ("grade", "pay-system")),
        ("agency-headquarters", ()),
    ]
    general = advise(parse_appeal(GS.replace('["grade"]', '["agency-guide", "grade"]'))).forums
    heard_by_grievance = [(way.open, way.issues) for way in general if way.forum == "grievance"]
    assert heard_by_grievance == [(True, ("agency-guide",)), (False, ("grade",))]


@pytest.mark.parametrize(("as_of", "open_"), [("2025-03-01", True), ("2025-03-02", False)])
def test_reconsideration_is_open_through_the_forty_fifth_day(as_of: str, open_: bool) -> None:
    text = f"as_of = {as_of}\n" + GS + "[opm_decision]\nissued = 2025-01-15\n"
    way = next(way for way in ask(text).forums if way.forum == "opm-reconsideration")
    assert way.open is open_
    assert "agency-reconsideration" not in way.rules
    agency = ask('appellant = "agency"\n' + text).forums[0]
    assert "agency-reconsideration" in agency.rules
    assert "headquarters" in agency.text


def test_going_to_opm_at_once_is_an_alternative_and_after_the_agency_a_second_step() -> None:
    orders = {way.forum: way.order for way in ask(GS).forums}
    assert orders == {"agency": 1, "opm-through-agency": 1, "opm": 1, "grievance": 1}
    pending = ask(GS + "[agency_appeal]\nfiled = 2025-01-02\n").forums
    assert {way.forum: way.order for way in pending}["opm"] == 2


# --- the representative ------------------------------------------------------------------


REPRESENTATIVE = GS + "[representative]\n"
NEITHER = "supervises_position = false\nclassifies_position = false\n"


@pytest.mark.parametrize(
    ("more", "verdict", "asked"),
    [
        ("", "undetermined", ["supervises_position", "classifies_position"]),
        ("supervises_position = false\n", "undetermined", ["classifies_position"]),
        ("classifies_position = true\n", "barred", []),
        ("supervises_position = false\nclassifies_position = false\n", "allowed", []),
        (
            "supervises_position = false\nclassifies_position = false\nunreasonable_cost = true\n",
            "agency-may-refuse",
            [],
        ),
        (
            NEITHER + "needed_for_priority_work = true\n",
            "agency-may-refuse",
            [],
        ),
    ],
)
def test_who_may_represent(more: str, verdict: str, asked: list[str]) -> None:
    found = ask(REPRESENTATIVE + more).representative
    assert found is not None
    assert found.verdict == verdict
    assert [question.field for question in found.questions] == [
        f"representative.{name}" for name in asked
    ]


def test_the_name_still_owed_to_opm_is_mentioned() -> None:
    allowed = REPRESENTATIVE + "supervises_position = false\nclassifies_position = false\n"
    owed = ask(allowed + "named_to_opm_in_writing = false\n").representative
    given = ask(allowed + "named_to_opm_in_writing = true\n").representative
    assert owed is not None
    assert given is not None
    assert "must still go to OPM" in owed.text
    assert "must still go to OPM" not in given.text
