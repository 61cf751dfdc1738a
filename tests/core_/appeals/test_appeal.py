"""Appeals: what bad input says, what the checklist asks for, and what never changes."""

from __future__ import annotations

import ast
import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.appeals.advice import AppealAdvice, advise
from core.appeals.facts import AppealFacts, parse_appeal
from core.appeals.pay_periods import bounds, known_calendars, named_calendar, stated_calendar
from core.appeals.remarks import COMPARISON_BARRED, CONSISTENCY_ROUTE, FIRST_FACTS
from core.appeals.retention import RetentionFacts
from core.errors import AppError, CaseError
from core.fes.grading import evaluate_case
from core.law.rules import all_rules, deciding, rule
from core.model import Case, Classification, Duty, Fact, Frozen, PositionDescription

BASE = 'title = "A fictional position"\npay_plan = "GS"\ndisputed = ["grade"]\n'
ROOT = Path(__file__).resolve().parents[3]


def facts(more: str = "") -> AppealFacts:
    return parse_appeal(BASE + more, where="appeal.toml")


# --- input ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "field", "remedy"),
    [
        ("", "", "Fill it in"),
        ('title = "x"\npay_plan = "GS"\n', "disputed", "Add"),
        ('title = " "\npay_plan = "GS"\ndisputed = ["grade"]\n', "title", "Write it"),
        ('title = "x"\npay_plan = "QQ"\ndisputed = ["grade"]\n', "pay_plan", "Write one of"),
        ('title = "x"\npay_plan = "GS"\ndisputed = []\n', "", "disputed = "),
        ('title = "x"\npay_plan = "GS"\ndisputed = ["grad"]\n', "disputed[1]", '"grade"'),
        (BASE + 'grounds = ["my-neighbor"]\n', "grounds[1]", '"another-position"'),
        (BASE + 'grounds = ["standards", "standards"]\n', "", "Keep one of the two"),
        (BASE + "grade = 11.5\n", "grade", "Write a whole number"),
        (BASE + "[opm_decision]\nissued = 2014-02-30\n", "issued", "year, month and day"),
        (BASE + '[opm_decision]\nissued = "20 August"\n', "opm_decision.issued", "2014-08-20"),
        (BASE + "[opm_decision]\nissued = 1014-08-20\n", "opm_decision.issued", "year"),
        (BASE + "[opm_decision]\nissued = 2014-08-20T09:00:00\n", "opm_decision.issued", "day"),
        (BASE + "[opm_decision]\nissue = 2014-08-20\n", "opm_decision.issue", '"issued"'),
        (
            BASE + "[opm_decision]\nissued = 2014-08-20\nstated_pay_period = 0\n",
            "opm_decision.stated_pay_period",
            "at least 1",
        ),
        (
            BASE + "[opm_decision]\nissued = 2014-08-20\nstated_date = 2014-08-19\n",
            "opm_decision",
            "Correct one of the two dates",
        ),
        (
            BASE + "[agency_appeal]\nreceived = 2025-01-05\ndecision_received = 2025-01-04\n",
            "",
            "agency_appeal.received (2025-01-05)",
        ),
        (
            BASE + "as_of = 2025-01-01\n[opm_appeal]\nfiled = 2025-01-02\n",
            "",
            "opm_appeal.filed (2025-01-02) lies after as_of",
        ),
        (
            BASE + "[position]\npromotion_from = 2025-01-02\npromotion_to = 2025-01-01\n",
            "position",
            "promotion_to (2025-01-01)",
        ),
        (BASE + "[pay_periods]\n", "pay_periods", "first day of any pay period"),
        (
            BASE + '[pay_periods]\nfirst_day = 2025-01-12\ncalendar = "most-agencies"\n',
            "pay_periods",
            "either first_day or calendar",
        ),
        (BASE + '[pay_periods]\ncalendar = "nfc"\n', "pay_periods", "most-agencies"),
        (BASE + '[retention]\ncause = "luck"\n', "retention.cause", '"reclassification"'),
        (
            BASE + '[retention]\ncause = "reclassification"\naction_effective = 2025-01-01\n'
            "position_at_grade_since = 2025-02-01\n",
            "retention",
            "position_at_grade_since (2025-02-01)",
        ),
        ("title = 'x'\n[[[", "", "not valid TOML"),
    ],
)
def test_a_mistake_is_one_sentence_with_field_and_remedy(
    text: str, field: str, remedy: str
) -> None:
    with pytest.raises(CaseError) as caught:
        parse_appeal(text, where="appeal.toml")
    said = caught.value.sentence()
    assert caught.value.exit_code == 2
    assert said.startswith("appeal.toml")
    assert field in caught.value.where
    assert remedy in said
    assert "\n" not in said


def test_a_key_given_twice_in_json_is_refused() -> None:
    with pytest.raises(CaseError, match="given twice"):
        parse_appeal('{"title": "x", "title": "y"}', fmt="json")


def test_hostile_words_do_not_reach_the_terminal() -> None:
    with pytest.raises(CaseError) as caught:
        parse_appeal(BASE + 'appellant = "\\u001b[31mred"\n')
    assert "\x1b" not in caught.value.sentence()


def test_json_and_toml_mean_the_same() -> None:
    text = BASE + "[opm_decision]\nissued = 2014-08-20\nlowers_grade = true\n"
    data = {
        "title": "A fictional position",
        "pay_plan": "gs",
        "disputed": ["grade"],
        "opm_decision": {"lowers_grade": True, "issued": "2014-08-20"},
    }
    assert parse_appeal(text) == parse_appeal(json.dumps(data), fmt="json")


# --- forums ----------------------------------------------------------------------------------


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
    general = advise(parse_appeal(BASE.replace('["grade"]', '["agency-guide", "grade"]'))).forums
    heard_by_grievance = [(way.open, way.issues) for way in general if way.forum == "grievance"]
    assert heard_by_grievance == [(True, ("agency-guide",)), (False, ("grade",))]


# --- time limits -----------------------------------------------------------------------------


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
    text = BASE.replace('"GS"', '"WG"') + "[opm_decision]\nissued = 2025-01-15\n"
    advice = advise(parse_appeal(text))
    assert "reconsideration" not in {found.code for found in advice.time_limits}
    again = next(way for way in advice.forums if way.forum == "opm-reconsideration")
    assert again.open
    assert again.rules == ("fws-reconsideration",)
    assert "45" not in again.text


@pytest.mark.parametrize("plan", ["WG", "WL", "WS", "NA", "NL", "NS"])
def test_no_duty_of_general_schedule_law_is_put_on_a_wage_job(plan: str) -> None:
    """Every rule used is subpart G's or one that holds for both, whatever is stated."""
    text = BASE.replace('"GS"', f'"{plan}"') + (
        'as_of = 2025-06-30\ngrounds = ["another-position"]\n'
        "[agency_decision]\nsigned = 2025-03-01\nreceived = 2025-03-03\n"
        "[personnel_action]\neffective = 2025-03-23\nlost_grade_or_pay = true\n"
        "retained_grade_or_pay = false\nnotice_received = 2025-03-03\n"
        "[agency_appeal]\nfiled = 2025-03-28\ndecision_received = 2025-05-10\n"
        "[opm_appeal]\nfiled = 2025-05-20\nletter = 2025-06-01\n"
        "[opm_decision]\nissued = 2025-06-20\nlowers_grade = true\n"
    )
    advice = advise(parse_appeal(text))
    assert advice.notice == ()
    general = re.compile(r"5 CFR 511\.(?!603\(a\)\(2\)|612 \(consistency)")
    used = [r.code for r in advice.sources if general.search(r.regulation)]
    assert used == ["contents-reasons"]


SIGNED = "[agency_decision]\nsigned = 2014-08-20\n"
CALENDAR = "[pay_periods]\nfirst_day = 2014-08-10\n"


@pytest.mark.parametrize(
    ("effective", "calendar", "holds"),
    [
        ("2014-08-19", CALENDAR, False),  # retroactive
        ("2014-08-20", CALENDAR, True),
        ("2014-10-05", CALENDAR, True),  # the fourth pay period after it begins
        ("2014-10-06", CALENDAR, False),
        ("2014-10-02", "", True),
        ("2014-10-06", "", None),  # in time on some biweekly calendars only
        ("2014-10-15", "", None),
        ("2014-10-16", "", False),
    ],
)
def test_an_agency_action_is_neither_retroactive_nor_more_than_four_pay_periods_late(
    effective: str, calendar: str, holds: bool | None
) -> None:
    advice = advise(facts(f"{SIGNED}[personnel_action]\neffective = {effective}\n{calendar}"))
    found = next(check for check in advice.notice if check.name == "agency-action-date")
    assert found.holds is holds
    assert "2014" in found.text


def test_what_else_applies_follows_the_procedure() -> None:
    assert [remark.code for remark in advise(facts()).also] == [
        "appeal-promptly",
        "other-rights",
        "record-open",
        "cancellation",
        "furnish-facts",
    ]
    decided = advise(facts("[opm_decision]\nissued = 2014-08-20\nduties_changed_since = true\n"))
    assert "suspension" in [remark.code for remark in decided.also]
    wage = parse_appeal(BASE.replace('"GS"', '"WL"'))
    assert all(remark.code.startswith("fws-") for remark in advise(wage).also)


def test_the_time_for_the_compliance_report_is_asked_for_and_not_assumed() -> None:
    dates = advise(
        facts("[opm_decision]\nissued = 2014-08-20\nlowers_grade = true\n")
    ).effective_dates
    assert dates is not None
    assert dates.report_due is None
    asked = {question.field: question.text for question in dates.questions}
    assert "C-0080-11-02 gave 30" in asked["opm_decision.report_days"]


def test_every_rule_can_reach_a_reader() -> None:
    """A rule that no module names would be kept up for nothing."""
    homes = ("core/**/*.py", "assistant/chat/topics/**/*.py")
    modules = sorted(path for home in homes for path in ROOT.glob(home))
    text = "\n".join(path.read_text(encoding="utf-8") for path in modules)
    built = {f"contents-{name}" for name in ("current", "requested")}
    unused = [code for code in all_rules() if f'"{code}"' not in text and code not in built]
    assert unused == []


# --- pay periods -------------------------------------------------------------------------------

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2150, 1, 1))


@given(start=DAYS, day=DAYS, number=st.integers(min_value=1, max_value=26))
def test_pay_periods_begin_after_the_day_fourteen_days_apart(
    start: date, day: date, number: int
) -> None:
    calendar = stated_calendar(start)
    period = calendar.beginning_after(day, number)
    assert (period.first_day - start).days % 14 == 0
    assert period.last_day - period.first_day == timedelta(days=13)
    assert 14 * (number - 1) < (period.first_day - day).days <= 14 * number
    low, high = bounds(day, number)
    assert low <= period.first_day <= high
    assert calendar.holding(period.last_day).first_day == period.first_day


def test_the_known_calendars_lie_a_week_apart_and_name_their_source() -> None:
    most, some = known_calendars()
    assert (some.first_day - most.first_day).days == 7
    assert most.first_day.strftime("%A") == "Sunday"
    assert all(calendar.citation.document.startswith("OPM") for calendar in (most, some))
    # The leave year 2012 had 27 pay periods for most employees and ended on January 12, 2013.
    assert most.beginning_after(date(2012, 1, 1), 27).first_day == date(2013, 1, 13)
    with pytest.raises(CaseError, match="most-agencies"):
        named_calendar("usda")


# --- the checklist against a case ----------------------------------------------------------------

LEVELS = {
    str(n): level
    for n, level in enumerate(("1-7", "2-4", "3-3", "4-4", "5-3", "6-3", "7-3", "8-2", "9-1"), 1)
}


def case(**changes: object) -> Case:
    data: dict[str, object] = {"title": "A fictional case", "levels": LEVELS, **changes}
    return Case.model_validate(data)


def states(advice: AppealAdvice) -> dict[str, str]:
    return {item.code: item.state for item in advice.contents}


def to_do(advice: AppealAdvice, code: str) -> str:
    return next(item.to_do for item in advice.contents if item.code == code)


def test_an_empty_case_leaves_everything_to_do() -> None:
    advice = advise(facts(), case=case())
    found = states(advice)
    assert found["contents-current"] == "missing"
    assert found["contents-agency"] == "missing"
    assert found["contents-reasons"] == "missing"
    assert found["contents-representative"] == "not-needed"
    assert all(item.to_do for item in advice.contents if item.state != "not-needed")


def test_the_checklist_takes_from_the_case_what_it_holds() -> None:
    full = case(
        organization="Lock Readiness Office (fictional)",
        current=Classification(title="Specialist", series="9999", grade=11),
        requested=Classification(title="Specialist", series="9999"),
        position_description=PositionDescription(number="PD-1", adequate=False),
        duties=(Duty(title="Plans", text="Writes the plans."),),
        sought={"2": "2-5", "4": "4-5"},
        facts=(Fact(text="A delegation.", factor=2),),
    )
    advice = advise(facts(), case=full)
    found = states(advice)
    assert found["contents-current"] == "present"
    assert found["contents-requested"] == "partial"
    assert to_do(advice, "contents-requested") == "Add the requested grade."
    assert "PD-1" in to_do(advice, "contents-description")
    assert "inaccurate" in to_do(advice, "contents-description")
    assert found["contents-own-description"] == "partial"
    assert "what was done" in to_do(advice, "contents-own-description")
    assert to_do(advice, "contents-reasons") == "Give facts for Factor 4, tied to the standard."
    assert "Factor 2 (credited 2-4, sought 2-5)" in to_do(advice, "contents-disagreement")
    assert advice.do_first[0].holds is None


def test_an_accurate_description_needs_no_description_of_ones_own() -> None:
    advice = advise(facts("[position]\ndescription_accurate = true\n"))
    assert states(advice)["contents-own-description"] == "not-needed"
    assert advice.do_first[0].holds is True


def test_the_margin_at_risk_is_the_cores() -> None:
    position = case(sought={"2": "2-5"})
    evaluation = evaluate_case(position).evaluation
    risks = {
        risk.code: risk.text for risk in advise(facts(), case=position, evaluation=evaluation).risks
    }
    assert f"{evaluation.margin.above_floor:,} points above the" in risks["margin"]
    assert "85 percent" in risks["odds"]


# --- the page that says what to state ----------------------------------------------------------


def test_the_documented_example_gives_the_documented_day() -> None:
    text = (ROOT / "docs" / "appeals.md").read_text(encoding="utf-8")
    example = text.split("```toml\n")[1].split("```")[0]
    dates = advise(parse_appeal(example)).effective_dates
    assert dates is not None
    assert dates.latest == date(2014, 11, 2)


def test_every_field_is_documented() -> None:
    text = (ROOT / "docs" / "appeals.md").read_text(encoding="utf-8")
    models: list[type[Frozen]] = [AppealFacts, RetentionFacts]
    for field in AppealFacts.model_fields.values():
        models += [
            part
            for part in (field.annotation, *get_args(field.annotation))
            if isinstance(part, type) and issubclass(part, Frozen)
        ]
    assert len(models) > 9
    missing = {
        name for model in models for name in model.model_fields if f"`{name}`" not in text
    } - set(AppealFacts.model_fields)
    assert missing == set()


# --- what holds always -------------------------------------------------------------------------


def test_the_same_facts_give_the_same_bytes_in_whatever_order_they_are_written() -> None:
    first = 'disputed = ["grade"]\npay_plan = "GS"\ntitle = "x"\n[position]\n'
    second = 'title = "x"\npay_plan = "gs"\ndisputed = ["grade"]\n'
    one, two = advise(parse_appeal(first)), advise(parse_appeal(second))
    assert one.model_dump_json() == two.model_dump_json()
    changed = advise(parse_appeal(second + "as_of = 2025-01-01\n"))
    assert changed.fingerprint != one.fingerprint


def test_the_advice_survives_json() -> None:
    advice = advise(facts("[opm_decision]\nissued = 2014-08-20\nlowers_grade = true\n"))
    assert AppealAdvice.model_validate_json(advice.model_dump_json()) == advice


def test_an_unverified_rule_cannot_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    doubtful = rule("time").model_copy(update={"code": "doubtful", "verified": "U"})
    monkeypatch.setattr("core.law.rules.all_rules", lambda: {"doubtful": doubtful})
    with pytest.raises(AppError, match="not verified"):
        deciding("doubtful")


def test_every_rule_has_its_place_and_every_code_in_the_program_is_a_rule() -> None:
    rules = all_rules()
    for found in rules.values():
        assert found.citation.page
        assert found.text.endswith(".")
        assert bool(found.count) == bool(found.unit), found.code
        assert found.verified == "U" or found.citation.section or found.citation.page != ""
    for path in ROOT.glob("core/**/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("deciding", "rule")
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                assert node.args[0].value in rules, f"{path.name}: {node.args[0].value}"


def test_the_short_form_keeps_its_order_and_its_sources() -> None:
    assert [found.code for found in FIRST_FACTS] == [
        "odds",
        "risk",
        "forum",
        "time",
        "position-description",
        "contents",
    ]
    assert COMPARISON_BARRED.citation.page == "60"
    assert CONSISTENCY_ROUTE.citation.page == "Background and general issues"


# --- against the printed pages -------------------------------------------------------------------

PRINTED = {
    "retroactive-first-appendix": "no later than 15 calendar days following receipt",
    "through-agency": "60 calendar days",
    "opm-asks": "within 15 calendar days from the date of the letter",
    "reconsideration": "within 45 calendar days of the date of the decision",
    "consistency-report": "90 days from the date of the letter",
    "certificate-latest": "fourth pay period which begins after that date",
    "agency-action-date": "four pay periods is a reasonable period",
    "time-limited": "time-limited promotions for 2 years or more",
    "gs-scope": "above GS-15",
    "comparison": "position-to-position comparisons",
    "effect-on-others": "identical, similar, and related positions",
    "not-grade-related": "FACTORS NOT CONSIDERED",
    "representative-barred": "line or staff authority over the position",
    "contents-certificate": "copy of the OPM classification certificate",
}


def printed_pages(path: Path) -> dict[str, str]:
    """Return the text of each page by its printed number, on one line."""
    import pypdfium2

    pages: dict[str, str] = {}
    for page in pypdfium2.PdfDocument(path):
        text = " ".join(page.get_textpage().get_text_range().split())
        text = re.sub("[\u2010-\u2015\u2212]", "-", text)
        numbers = re.findall(r"Office of Personnel Management (\d{1,2})(?!\d)", text)
        pages[numbers[-1]] = text
    return pages


@pytest.mark.corpus
def test_each_rule_stands_on_the_page_it_names(corpus: Path) -> None:
    folder = corpus / "standards"
    pages = {
        "Introduction to the Position Classification Standards": printed_pages(
            folder / "introduction-to-position-classification.pdf"
        ),
        "The Classifier's Handbook": printed_pages(folder / "classifier-handbook.pdf"),
    }
    for code, words in PRINTED.items():
        found = rule(code)
        page = pages[found.citation.document][found.citation.page]
        assert words in page, f"{code}: p. {found.citation.page}"


@pytest.mark.corpus
def test_the_numbers_of_the_real_decision_stand_in_it(corpus: Path) -> None:
    text = (corpus / "decisions" / "C-0080-11-02.txt").read_text(encoding="utf-8")
    assert "beginning of the sixth pay period after the date of this decision" in text
    assert rule("certificate-later").count == 6
    assert "within 30 days from the effective date of the personnel action" in text
    assert rule("compliance-days").count == 30
    assert "08/20/2014" in text
