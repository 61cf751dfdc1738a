"""Time limits to the last day: open, late or not known, and what pay that was lost turns on."""

from __future__ import annotations

from datetime import date

import pytest

from core.appeals.advice import advise
from core.appeals.facts import parse_appeal
from core.law.rules import rule
from tests.core_.appeals.stated import GS, LOSS, WG, ask, facts, limits

# --- time limits -------------------------------------------------------------------------


def limit_of(more: str, code: str) -> object:
    return next(found for found in advise(facts(more)).time_limits if found.code == code)


@pytest.mark.parametrize(
    ("as_of", "state", "left"),
    [("2025-02-28", "open", 1), ("2025-03-01", "open", 0), ("2025-03-02", "passed", -1)],
)
def test_the_last_day_itself_is_still_in_time(as_of: str, state: str, left: int) -> None:
    found = limit_of(f"as_of = {as_of}\n[opm_decision]\nissued = 2025-01-15\n", "reconsideration")
    assert (found.last_day, found.state, found.days_left) == (date(2025, 3, 1), state, left)


def test_a_last_day_on_a_weekend_says_to_file_on_the_friday_before() -> None:
    found = limit_of("[opm_decision]\nissued = 2014-08-20\n", "reconsideration")
    assert found.last_day == date(2014, 10, 4)  # a Saturday; the date itself is not moved
    assert "Friday, October 3, 2014" in found.advice
    sunday = limit_of("[opm_decision]\nissued = 2014-08-21\n", "reconsideration")
    assert "Friday, October 3, 2014" in sunday.advice
    weekday = limit_of("[opm_decision]\nissued = 2014-08-22\n", "reconsideration")
    assert weekday.advice == ""


@pytest.mark.parametrize(
    ("received", "effective", "last", "other"),
    [
        ("2025-03-03", "2025-03-23", date(2025, 4, 7), None),
        ("2025-03-23", "2025-03-03", date(2025, 3, 18), date(2025, 4, 7)),
    ],
)
def test_days_count_from_the_effective_date_and_the_other_texts_day_stands_beside_it(
    received: str, effective: str, last: date, other: date | None
) -> None:
    found = limit_of(
        f"[agency_decision]\nreceived = {received}\n"
        f"[personnel_action]\neffective = {effective}\nlost_grade_or_pay = true\n",
        "retroactive-first-filing",
    )
    assert (found.last_day, found.other_day) == (last, other)
    assert found.rules == ("retroactive-first-filing",)
    assert found.other_rules == (("retroactive-first-appendix",) if other else ())
    assert ("Appendix 4 would allow" in found.advice) is bool(other)


def test_without_an_effective_date_no_day_is_made_up() -> None:
    found = limit_of(
        "as_of = 2025-05-01\n[personnel_action]\nlost_grade_or_pay = true\n"
        "[agency_decision]\nreceived = 2025-04-20\n",
        "retroactive-first-filing",
    )
    assert (found.last_day, found.state) == (None, "starts-with-event")
    assert found.questions[0].field == "personnel_action.effective"
    assert "File now" in found.advice


def test_a_limit_that_has_passed_is_said_to_be_past_with_what_can_extend_it() -> None:
    found = limit_of(
        "as_of = 2025-05-01\n[personnel_action]\neffective = 2025-03-23\n"
        "lost_grade_or_pay = true\n",
        "retroactive-first-filing",
    )
    assert found.state == "passed"
    assert "This limit passed on Monday, April 7, 2025." in found.advice
    assert rule("retroactive-extension").text in found.advice
    assert "The appeal itself stays possible at any time" in found.advice
    assert {question.field for question in found.questions} == {
        f"personnel_action.{name}" for name in ("notice_gave_limits", "knew_limits", "prevented")
    }


def test_a_passed_limit_without_an_extension_says_what_is_left() -> None:
    asked = "as_of = 2025-06-01\n[opm_decision]\nissued = 2025-01-15\n"
    assert "Only exceptional circumstances waive it" in limit_of(asked, "reconsideration").advice
    asked = "as_of = 2025-06-01\n[opm_appeal]\nfiled = 2025-01-15\nletter = 2025-03-01\n"
    assert "OPM may grant longer" in limit_of(asked, "opm-asks").advice


def test_reconsideration_limits_of_general_schedule_law_are_not_put_on_wage_jobs() -> None:
    text = GS.replace('"GS"', '"WG"') + "[opm_decision]\nissued = 2025-01-15\n"
    advice = advise(parse_appeal(text))
    assert "reconsideration" not in {found.code for found in advice.time_limits}
    again = next(way for way in advice.forums if way.forum == "opm-reconsideration")
    assert again.open
    assert again.rules == ("fws-reconsideration",)
    assert "45" not in again.text


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


# --- retroactive pay ---------------------------------------------------------------------


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
