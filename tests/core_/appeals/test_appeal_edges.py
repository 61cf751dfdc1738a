"""Appeals at the edges: last days, missing dates, who appeals, and what is left unsaid."""

from __future__ import annotations

from datetime import date

import pytest

from core.appeals.advice import AppealAdvice, advise
from core.appeals.effect import EffectiveDates
from core.appeals.facts import parse_appeal
from core.appeals.limits import TimeLimit

GS = 'title = "A fictional position"\npay_plan = "GS"\ndisputed = ["grade"]\n'
WG = GS.replace('"GS"', '"WG"')
LOSS = "[personnel_action]\nlost_grade_or_pay = true\n"
DECIDED = "[opm_decision]\nissued = 2020-01-15\n"
CALENDAR = "[pay_periods]\nfirst_day = 2014-08-10\n"


def ask(text: str) -> AppealAdvice:
    return advise(parse_appeal(text))


def verdicts(text: str) -> dict[str, str]:
    return {ruling.issue: ruling.verdict for ruling in ask(text).issues}


def limits(text: str) -> dict[str, TimeLimit]:
    return {found.code: found for found in ask(text).time_limits}


def dates(text: str) -> EffectiveDates:
    found = ask(text).effective_dates
    assert found is not None
    return found


# --- issues ----------------------------------------------------------------------------------


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


# --- time limits -------------------------------------------------------------------------------


def test_each_procedure_has_its_own_limits() -> None:
    assert set(limits(GS)) == {"any-time"}
    assert set(limits(WG)) == {"fws-issues", "fws-opm-filing"}
    assert set(limits(GS + LOSS)) == {"any-time", "retroactive-first-filing"}
    spared = GS + "[personnel_action]\neffective = 2025-03-23\nlost_grade_or_pay = false\n"
    assert set(limits(spared)) == {"any-time"}
    unsaid = GS + "[personnel_action]\neffective = 2025-03-23\n"
    assert "retroactive-first-filing" in limits(unsaid)


@pytest.mark.parametrize(("filed", "state"), [("2025-02-28", "in-time"), ("2025-03-01", "late")])
def test_a_wage_appeal_filed_on_the_fifteenth_day_is_in_time(filed: str, state: str) -> None:
    text = WG + "[agency_appeal]\nfiled = 2025-01-02\ndecision_received = 2025-02-13\n"
    found = limits(text + f"[opm_appeal]\nfiled = {filed}\n")["fws-opm-filing"]
    assert (found.state, found.done_on, found.days_left) == (state, date.fromisoformat(filed), None)
    assert ("This limit passed on Friday, February 28, 2025" in found.advice) is (state == "late")
    assert (found.extension, bool(found.questions)) == ("fws-extension-opm", state == "late")


def test_going_on_to_opm_is_measured_by_the_day_it_was_done() -> None:
    text = GS + LOSS + "effective = 2025-03-23\n[agency_decision]\nreceived = 2025-03-03\n"
    text += "[agency_appeal]\nfiled = 2025-03-28\ndecision_received = 2025-05-16\n"
    found = limits(text + "[opm_appeal]\nfiled = 2025-05-31\n")
    assert found["retroactive-second-filing"].state == "in-time"
    assert found["retroactive-first-filing"].done_on == date(2025, 3, 28)
    assert found["retroactive-first-filing"].questions == ()
    assert "retroactive-second-filing" not in limits(text + "favorable = true\n")


def test_a_limit_whose_event_has_no_day_asks_for_it() -> None:
    found = limits(GS + LOSS)["retroactive-first-filing"]
    assert (found.state, found.last_day, found.days_left) == ("starts-with-event", None, None)
    assert found.questions[0].field == "personnel_action.effective"
    waiting = limits(WG)["fws-opm-filing"]
    assert waiting.questions[0].text == "On which day was the agency's decision received?"


def test_the_letter_of_opm_and_the_answer_to_it() -> None:
    text = GS + "[opm_appeal]\nfiled = 2025-05-01\nletter = 2025-06-04\n"
    assert limits(text)["opm-asks"].state == "day-known"
    assert limits(text + "answered = 2025-06-19\n")["opm-asks"].state == "in-time"
    assert limits(text + "answered = 2025-06-20\n")["opm-asks"].state == "late"


# --- the certificate -----------------------------------------------------------------------


def test_what_the_decision_does_not_state_is_not_said() -> None:
    plain = dates(GS + "[opm_decision]\nissued = 2014-08-20\n" + CALENDAR)
    assert (plain.pay_period, plain.latest) == (4, date(2014, 10, 5))
    assert "certificate-later" not in plain.rules
    assert "suspension" not in plain.rules
    assert "compliance-report" not in plain.rules
    assert not any("Without that statement" in text for text in plain.texts)
    assert plain.retention_from is None
    assert plain.questions == ()
    four = dates(GS + "[opm_decision]\nissued = 2014-08-20\nstated_pay_period = 4\n" + CALENDAR)
    assert "certificate-later" in four.rules
    assert not any("Without that statement" in text for text in four.texts)


def test_a_request_for_reconsideration_does_not_move_the_date() -> None:
    asked = dates(
        GS + "[opm_decision]\nissued = 2014-08-20\nreconsideration_asked = 2014-09-02\n" + CALENDAR
    )
    assert asked.latest == date(2014, 10, 5)
    assert {"appeal-does-not-delay", "suspension"} <= set(asked.rules)
    held = dates(GS + "[opm_decision]\nissued = 2014-08-20\nsuspended = true\n" + CALENDAR)
    assert any("suspended" in text for text in held.texts)


@pytest.mark.parametrize(
    ("action", "calendar", "timely"),
    [
        ("2014-08-19", CALENDAR, "too-early"),
        ("2014-08-20", CALENDAR, "in-time"),
        ("2014-10-05", CALENDAR, "in-time"),
        ("2014-10-06", CALENDAR, "too-late"),
        ("2014-10-02", "", "in-time"),
        ("2014-10-03", "", "not-known"),
        ("2014-10-15", "", "not-known"),
        ("2014-10-16", "", "too-late"),
    ],
)
def test_whether_a_personnel_action_came_in_time(action: str, calendar: str, timely: str) -> None:
    text = GS + f"[opm_decision]\nissued = 2014-08-20\npersonnel_action = {action}\n{calendar}"
    assert dates(text).timely == timely


def test_a_date_stated_in_the_decision_needs_no_calendar() -> None:
    found = dates(GS + "[opm_decision]\nissued = 2014-08-20\nstated_date = 2014-12-14\n")
    assert (found.latest, found.between, found.pay_period) == (date(2014, 12, 14), None, None)
    assert found.questions == ()


def test_two_years_of_retained_grade_are_given_only_where_the_grade_falls() -> None:
    fell = "[opm_decision]\nissued = 2014-08-20\nlowers_grade = true\n"
    assert dates(GS + fell + CALENDAR).retention_through == date(2016, 10, 4)
    assert dates(GS + fell).retention_through is None
    acted = dates(GS + fell + "personnel_action = 2014-09-07\n")
    assert (acted.retention_from, acted.retention_through) == (date(2014, 9, 7), date(2016, 9, 6))
    refused = '[retention]\ncause = "reclassification"\nexclusions = ["own-request"]\n'
    assert dates(GS + fell + CALENDAR + refused).retention_from is None


def test_a_report_is_due_from_the_personnel_action() -> None:
    text = GS + "[opm_decision]\nissued = 2014-08-20\nreport_days = 30\n"
    found = dates(text + "personnel_action = 2014-09-07\n" + CALENDAR)
    assert (found.report_due, found.report_latest) == (date(2014, 10, 7), date(2014, 11, 4))


# --- retroactive pay -----------------------------------------------------------------------------

DEMOTED = GS + "[agency_decision]\nreceived = 2025-03-03\n" + LOSS + "effective = 2025-03-23\n"


def retroactive(text: str) -> tuple[str, list[str]]:
    found = ask(text).retroactive
    assert found is not None
    return found.verdict, [question.field for question in found.questions]


def test_what_is_not_known_of_a_loss_is_asked() -> None:
    verdict, asked = retroactive(DEMOTED)
    assert verdict == "undetermined"
    assert asked == ["personnel_action.retained_grade_or_pay"]
    verdict, asked = retroactive(DEMOTED.replace("lost_grade_or_pay = true\n", ""))
    assert verdict == "undetermined"
    assert asked == [
        "personnel_action.lost_grade_or_pay",
        "personnel_action.retained_grade_or_pay",
    ]


def test_a_protected_loss_says_what_is_still_to_come() -> None:
    kept_out = DEMOTED + "retained_grade_or_pay = false\n"
    assert retroactive(kept_out) == ("possible", [])
    unfiled = ask(kept_out).retroactive
    filed = ask(kept_out + "[opm_appeal]\nfiled = 2025-03-30\n").retroactive
    assert unfiled is not None
    assert filed is not None
    assert "filed in time" in unfiled.text
    assert "filed in time" not in filed.text


@pytest.mark.parametrize(
    ("reverses", "then", "verdict"),
    [("true", "true", "entitled"), ("true", "false", "lost"), ("false", "true", "lost")],
)
def test_the_decision_must_undo_the_demotion_on_the_duties_of_that_time(
    reverses: str, then: str, verdict: str
) -> None:
    text = DEMOTED + "retained_grade_or_pay = false\n[opm_appeal]\nfiled = 2025-03-30\n"
    text += "[opm_decision]\nissued = 2025-09-10\nduties_changed_since = true\n"
    text += f"reverses_demotion = {reverses}\non_duties_of_that_time = {then}\n"
    assert retroactive(text)[0] == verdict
    found = ask(text).retroactive
    assert found is not None
    assert ("former grade" in found.text) is False
    higher = ask(text + "above_former_grade = true\n").retroactive
    assert higher is not None
    assert ("former grade" in higher.text) is (verdict == "entitled")


@pytest.mark.parametrize(
    ("more", "verdict"),
    [
        ("notice_gave_limits = false\nknew_limits = false\n", "possible"),
        ("notice_gave_limits = false\nknew_limits = true\n", "lost"),
        ("notice_gave_limits = true\n", "lost"),
        ("prevented = true\n", "possible"),
    ],
)
def test_a_missed_limit_is_excused_only_as_the_rule_says(more: str, verdict: str) -> None:
    text = DEMOTED + "retained_grade_or_pay = false\n" + more
    assert retroactive(text + "[opm_appeal]\nfiled = 2025-04-08\n")[0] == verdict


def test_a_limit_that_has_passed_unused_is_missed() -> None:
    text = "as_of = 2025-04-08\n" + DEMOTED + "retained_grade_or_pay = false\n"
    assert retroactive(text)[0] == "lost"
    assert retroactive(text.replace("04-08", "04-07"))[0] == "possible"


# --- the ways and the representative -------------------------------------------------------------


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


@pytest.mark.parametrize(
    ("position", "holds", "said"),
    [
        ("description_accurate = true\n", True, "nothing to settle"),
        ("description_accurate = false\n", None, "Try first"),
        (
            "description_accurate = false\ntried_to_correct_description = false\n",
            False,
            "nobody has asked",
        ),
        (
            "description_accurate = false\ntried_to_correct_description = true\n",
            True,
            "Attach the proof",
        ),
        ("tried_to_correct_description = true\n", True, "Say whether"),
        ("", None, "Say whether"),
    ],
)
def test_an_inaccurate_description_is_settled_first(
    position: str, holds: bool | None, said: str
) -> None:
    found = ask(GS + f"[position]\n{position}").do_first[0]
    assert found.holds is holds
    assert said in found.text
    assert ask(WG).do_first == ()
