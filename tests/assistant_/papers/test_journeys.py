"""Papers as the people who need them meet them: an employee, a classifier, a clerk, a mechanic."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from assistant.papers.catalog import find, gaps, lacking, make, preview, save
from assistant.papers.certificate.verifying import verify
from assistant.papers.content import parts
from assistant.papers.subject import Matter, read_subject, subject_of_case
from core.appeals.facts import parse_appeal
from core.errors import CaseError, UsageError
from core.model import Case, Classification, Duty, Extension, Fact
from tests.assistant_.papers.conftest import CASES, DATED, subject, text_of
from tests.assistant_.papers.reading import lines


def _opening(name: str) -> str:
    """Return the first page of an assessment: all that stands before its first section."""
    paper = make("assessment", Matter(subject(name), dated=DATED))
    assert paper.sections[0].new_page
    return "\n".join(lines(paper.model_copy(update={"sections": (), "notes": ()})))


def test_the_facts_of_a_real_decision_give_its_nine_levels_its_points_and_its_grade() -> None:
    text = text_of("security", "statement")
    assert "The levels credited total 2,555 points, which is GS-11." in text
    for level, points in (
        *(("1-7", "1,250"), ("2-4", "450"), ("3-3", "275"), ("4-4", "225"), ("5-3", "150")),
        *(("6-3", "60"), ("7-3", "120"), ("8-2", "20"), ("9-1", "5")),
    ):
        assert f"Level {level} carries {points} points." in text
    assert "A total of 2,555 points lies in the range 2,355 to 2,750: GS-11." in text
    assert "The total is 200 points above the floor of GS-11 and 200 short of GS-12." in text


def test_answers_that_do_the_same_are_told_of_once_and_counted_together() -> None:
    case = Case(
        title="A fictional specialist",
        standard="gs-0080",
        current=Classification(series="0080", grade=11),
        levels={"1": "1-7", "2": "2-4", "3": "3-3", "4": "4-4", "5": "5-3"}
        | {"6": "6-3", "7": "7-3", "8": "8-2", "9": "9-1"},
        sought={"2": "2-5", "3": "3-4", "5": "5-4"},
    )
    matter = Matter(subject_of_case(case))
    text = "\n".join(lines(make("statement", matter)))
    assert lacking("certificate", matter)[0].text.startswith(
        "A finding on Level 2-5: “How work is assigned”, "
    )
    assert len(lacking("certificate", matter)) == len(case.sought)
    # Level 2-5 has four aspects; without it 3-4, with four, and 5-4, with two, have to rise both.
    assert "All found met, Level 2-5 is credited and the grade becomes GS-12." in text
    assert "All found met, Level 3-4 is credited; with 2 more answers the grade can" in text
    assert "Both found met, Level 5-4 is credited; with 4 more answers the grade can" in text
    assert "like it" not in text


def test_factors_without_a_level_stand_in_their_place_among_the_others() -> None:
    paper = make("statement", Matter(subject("partial"), dated=DATED))
    tables = [
        block for _, section in parts(paper) for block in section.blocks if block.kind == "table"
    ]
    table = next(one for one in tables if one.caption == "Levels and points so far")
    assert [row[0][0].text[0] for row in table.rows] == list("123456789")


def test_the_holder_of_gs_12_is_warned_first_and_told_what_is_out_of_reach() -> None:
    page = _opening("security")
    assert page.index("An appeal puts the GS-12 you hold at risk.") < page.index("The risk")
    assert "GS-13 is out of reach: all you seek falls 35 points short of it." in page
    assert "Filing late costs nothing as long as no action has cost you grade or pay" in page
    assert "There is no time limit on an employee's classification appeal as such." in page
    assert "It costs pay when one has: " in page
    assert "within 15 calendar days of the effective date" in page
    for line in ("Held", "GS-12", "Computed", "GS-11", "Asked for", "GS-13"):
        assert line in page


def test_a_case_that_speaks_of_a_lowered_grade_is_warned_that_days_may_be_running() -> None:
    told = Case(
        title="A fictional specialist",
        question="They reclassified my job from GS-11 to GS-9 last month.",
        current=Classification(series="0201", grade=9),
    )
    page = "\n".join(lines(make("assessment", Matter(subject_of_case(told)))))
    assert "Days may be running." in page
    assert "[the action, its effective day, and when notice came]" in page
    assert "Days may be running." in "\n".join(lines(make("letter", Matter(subject_of_case(told)))))
    assert "Days may be running." not in text_of("security", "assessment")


@pytest.mark.parametrize("lost", [True, False])
def test_where_an_action_is_stated_its_days_count_and_nothing_else_is_said(*, lost: bool) -> None:
    facts = parse_appeal(
        'title = "x"\nfictional = true\npay_plan = "GS"\ngrade = 12\nas_of = 2014-09-02\n'
        'disputed = ["grade"]\n[personnel_action]\neffective = 2014-08-25\n'
        f"lost_grade_or_pay = {str(lost).lower()}\n"
        f"retained_grade_or_pay = {str(not lost).lower()}\n"
    )
    text = "\n".join(lines(make("assessment", Matter(subject("security"), facts=facts))))
    assert ("Filing late costs nothing: no action has cost you grade or pay." in text) is not lost
    assert ("September 9, 2014" in text) is lost


def test_a_supervisor_gets_the_guides_analysis_with_its_base_and_adjustment() -> None:
    text = text_of("supervisor", "statement")
    assert "The grade is GS-12." in text
    assert "Factor 4A, Personal Contacts: Nature: Level 4A-2, 50 points" in text
    assert "The base level is GS-11: 40 percent of the workload" in text
    assert "Base work at GS-12. It is not met because the base level is GS-11." in text
    assert "No adjustment is due: GS-12 by the chart over a base of GS-11 stands." in text


def test_a_supervisor_and_a_mixed_position_are_told_the_risk_to_the_grade_held() -> None:
    page = _opening("supervisor")
    assert "Out of reach: GS-13." in page
    assert "To win: no higher grade." in page
    mixed = _opening("mixed")
    assert "To win: GS-12." in mixed
    assert "can come to GS-12, above the GS-11 you hold" in mixed


def test_a_first_classification_speaks_of_nothing_of_record_and_nothing_sought() -> None:
    text = text_of("clerk", "statement")
    assert "This is a first classification" in text
    assert "Classification of record" not in text
    assert "Of record" not in text
    assert "of record stands" not in text
    assert "Sought" not in text
    assert "which is GS-4." in text
    assert "[no fact is stated that bears on this factor]" in text


def test_a_mixed_position_shows_each_kind_of_work_and_what_controls_by_either_side() -> None:
    text = text_of("mixed", "statement")
    assert "The grade is not decided by what is stated." in text
    assert "By the employee's shares: GS-12." in text
    assert "By the supervisor's shares: GS-11." in text
    assert "3,020" in text
    assert "Series: GS-0343." in text


def test_a_wage_employee_is_sent_to_the_agency_first_and_no_grade_is_made_up() -> None:
    page = _opening("wage")
    assert "No grading criteria for pay plan WG are held here" in page
    text = text_of("wage", "assessment")
    assert "The agency: open." in text
    assert "OPM: not open." in text
    letter = text_of("wage", "letter")
    assert "Application for review of a job grading" in letter
    assert "[the agency's office that reviews job grading]" in letter
    assert "OPM takes the appeal only after the agency has issued its decision." in letter
    # The rule that an appeal names what is wrong in the agency's decision comes after it.
    assert "Name the part of the agency's decision" not in letter
    with pytest.raises(CaseError, match="nothing is computed"):
        make("certificate", Matter(subject("wage")))


def test_a_wage_job_is_given_no_series_of_the_general_schedule() -> None:
    text = text_of("wage", "statement")
    assert "WG-5803" in text
    assert "GS-" not in text
    assert "It is listed as Heavy Mobile Equipment Mechanic" in text
    assert "Handbook of Occupational Groups and Families (December 2018), Part II, p. 181" in text


def test_alternatives_of_a_guide_are_not_asked_for_together() -> None:
    text = text_of("counter", "statement")
    assert text.count("(one of several, any of which suffices)") == 2


def test_levels_of_the_general_schedule_on_a_wage_job_are_warned_of() -> None:
    case = Case(current=Classification(pay_plan="WG", series="5803", grade=8), levels={"1": "1-3"})
    text = "\n".join(lines(make("statement", Matter(subject_of_case(case)))))
    assert "Warning. The pay plan held is WG." in text


def test_a_partial_case_makes_a_statement_full_of_gaps() -> None:
    paper = make("statement", Matter(subject("partial")))
    text = "\n".join(lines(paper))
    assert "Factor 2, Supervisory Controls: no level yet" in text
    assert "[one of 2-1 to 2-5, with the reason]" in text
    assert "1,250 points" in text
    assert len(gaps(paper)) > 10


def test_a_narrative_position_shows_each_criterion_and_the_lower_grade() -> None:
    text = text_of("counter", "statement")
    assert "The grade is GS-4." in text
    assert "Every closed case is looked at. (The supervisor)" in text


def test_a_combined_chart_stands_after_its_second_factor_and_an_extension_tells_its_reason(
    tmp_path: Path,
) -> None:
    case = Case(
        title="A fictional trainee",
        standard="gs-0200",
        as_of=date(2025, 6, 2),
        levels={"1": "1-4", "2": "2-2", "3": "3-2", "4": "4-2", "5": "5-2"}
        | {"6": "6-2", "7": "7-A", "8": "8-1", "9": "9-1"},
        extensions=(Extension(factor=1, reason="Only rules are applied.", by="classifier"),),
    )
    matter = Matter(subject_of_case(case))
    paper = make("statement", matter)
    analysis = next(one for _, one in parts(paper) if one.title == "Grade determination")
    titles = [section.title for section in analysis.sections]
    seventh = next(at for at, title in enumerate(titles) if title.startswith("Factor 7"))
    assert titles[seventh + 1].startswith("Factors 6 and 7, combined: ")
    text = "\n".join(lines(paper))
    assert "Rated by the Primary Standard. Only rules are applied. (by the classifier)" in text
    save("certificate", matter, tmp_path / "certificate.html")
    assert verify(tmp_path / "certificate.html").identical


def test_shares_that_nobody_states_are_gaps_and_a_silent_side_has_no_column() -> None:
    duties = (
        Duty(title="Files", text="Files what comes in.", percent_supervisor=70),
        Duty(title="Calls and more …", text="1. Calls and more callers.", percent_supervisor=30),
    )
    text = "\n".join(lines(make("statement", Matter(subject_of_case(Case(duties=duties))))))
    assert "Files, 70%. Files what comes in." in text
    assert "\n30%. Calls and more callers." in text
    assert "by the supervisor" not in text
    assert "by the employee" not in text
    assert "Shares stated: 100%." in text
    bare = Case(duties=(Duty(title="Files"),))
    text = "\n".join(lines(make("statement", Matter(subject_of_case(bare)))))
    assert "[the share of each duty]" in text
    assert "Files. [the work]" in text


def test_the_statement_has_what_a_classifier_and_opm_expect_in_their_order() -> None:
    paper = make("statement", Matter(subject("security"), dated=DATED))
    titles = [section.title for depth, section in parts(paper) if depth == 1]
    assert titles == [
        "What the reader must know",
        "Background",
        "References",
        "Position description and duties",
        "Series and title",
        "Standard used",
        "Grade determination",
        "Summary of levels and points",
        "What is open",
        "Decision",
    ]
    text = "\n".join(lines(paper))
    assert "Fingerprint" in text
    assert "How work is reviewed, found not met (by the classifier): Procedures are app" in text
    assert "Signature of the classifier" in text


def test_a_comparison_goes_factor_by_factor_and_says_what_it_turns_on() -> None:
    text = text_of("example", "comparison")
    assert "The two differ on 2 of 9 factors." in text
    assert "Factor 2 alone, Level 2-5 for 2-4: 2,845 points, GS-12; the grade changes." in text
    with pytest.raises(CaseError, match="only one evaluation"):
        make("comparison", Matter(subject("clerk")))
    with pytest.raises(CaseError, match="different standards"):
        make("comparison", Matter(subject("example"), other=subject("security")))
    other = make("comparison", Matter(subject("example"), other=subject("clerk")))
    assert "Second (Records clerk, first classification)" in "\n".join(lines(other))


def test_two_evaluations_of_a_supervisor_are_compared_by_the_guide_s_factors() -> None:
    text = (CASES / "supervisor.toml").read_text("utf-8")
    higher = read_subject(text.replace('4B = "4B-2"', '4B = "4B-3"'), where="x", fmt="toml")
    matter = Matter(subject("supervisor"), other=higher)
    paper = make("comparison", matter)
    said = "\n".join(lines(paper))
    assert "The two differ on 1 of 7 factors." in said
    assert "4B. Personal Contacts: Purpose" in said
    assert "+25" in said
    assert "General Schedule Supervisory Guide, edition 1998-04" in said
    assert not lacking("comparison", matter)
    alone = lacking("comparison", Matter(subject("supervisor")))
    assert "second one" in alone[0].text
    with pytest.raises(CaseError, match="second one"):
        make("comparison", Matter(subject("supervisor")))
    with pytest.raises(CaseError, match="different standards"):
        make("comparison", Matter(subject("supervisor"), other=subject("security")))


def test_the_door_for_programs_previews_and_saves_whole_or_not_at_all(tmp_path) -> None:  # type: ignore[no-untyped-def]
    matter = Matter(subject_of_case(Case(title="An empty case")))
    assert preview("statement", matter).startswith("# Position evaluation statement")
    target = tmp_path / "statement.html"
    save("statement", matter, target)
    before = target.read_bytes()
    with pytest.raises(UsageError, match="belongs to no format"):
        save("statement", matter, tmp_path / "statement.odt")
    with pytest.raises(UsageError, match="there is no paper"):
        find("poem")
    assert target.read_bytes() == before
    assert not list(tmp_path.glob(".making-*"))


def test_levels_that_do_not_come_to_the_grade_held_are_not_called_those_of_record() -> None:
    text = text_of("security", "statement")
    assert "of record stands" not in text
    assert "Level 1-7 is assigned; no higher level is sought" in text
    assert "Of record" not in text
    assert "Level 1-7 of record stands" in text_of("example", "statement")
    # Nor are those that whoever evaluates entered, though they come to the grade held.
    case = subject("example").case
    assert case is not None
    entered = case.model_copy(update={"assigned": ("1",)})
    text = "\n".join(lines(make("statement", Matter(subject_of_case(entered), dated=DATED))))
    assert "Level 1-7 is assigned" in text
    assert "Level 1-7 of record stands" not in text


def test_a_long_run_of_grades_is_told_by_its_ends() -> None:
    text = text_of("partial", "statement")
    assert "Still possible: GS-7 to GS-14." in text
    assert "GS-10, GS-11" not in text


def test_sentences_of_the_core_are_told_without_the_names_that_commands_take() -> None:
    for name in ("security", "example", "counter"):
        text = text_of(name, "statement")
        assert not re.search(r"\d-\w+\.\w|responsibility-\d", text), name
        assert not re.search(r"\b20\d{2}-\d{2}-\d{2}", text), name
    # A number that looks like a day is none.
    assert "as quoted in decision C-0080-11-02 itself" in text_of("security", "statement")


def test_marks_of_lists_in_a_position_description_are_left_out() -> None:
    duty = Duty(title="Advises", text="- Advises managers.", percent_employee=100)
    fact = Fact(factor=1, text="• Knows the rules.", source="Position description, page 2")
    text = "\n".join(
        lines(make("statement", Matter(subject_of_case(Case(duties=(duty,), facts=(fact,))))))
    )
    assert "\nAdvises, 100%. Advises managers." in text
    assert "\nKnows the rules. (" in text


@pytest.mark.parametrize(
    "opened",
    [
        "Surveys of sites. ",
        "Surveys of sites (approximately 55%)\n\n",
        "Duty 1: Surveys of sites (55 pct). ",
        "1. Surveys of sites - about 55 percent of the time:\n",
        "Surveys of sites [55% of time; critical]\n\n",
        "Surveys of sites (55% of the year; not critical) ",
    ],
)
def test_the_title_and_share_of_a_duty_are_told_once(opened: str) -> None:
    duty = Duty(title="Surveys of sites", text=f"{opened}Walks over them.", percent_supervisor=55)
    text = "\n".join(lines(make("statement", Matter(subject_of_case(Case(duties=(duty,)))))))
    assert "\nSurveys of sites, 55%. Walks over them." in text


def test_who_signs_is_warned_that_the_evaluation_is_not_the_grade_of_record() -> None:
    text = text_of("security", "statement")
    assert "comes to GS-11, which is lower than the GS-12 of record" in text
    assert "of record: signing it" not in text_of("example", "statement")
    assert "of record: signing it" not in text_of("wage", "statement")
