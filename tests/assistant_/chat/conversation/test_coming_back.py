"""What is said after an answer about that answer: conclusions, reasons, "it", the other side."""

from __future__ import annotations

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from index.library import Library
from tests.assistant_.saying import reply, said


@pytest.fixture
def new_engine(example_library: Library, chooser: Chooser) -> Engine:
    """An engine without a case."""
    return Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)


def lead(engine: Engine, message: str) -> str:
    return said(engine, message).split("\n\n")[0]


def test_whether_a_grade_is_lost_is_denied_where_it_is_kept(new_engine: Engine) -> None:
    asked = "My position was reclassified from GS-13 to GS-12, I had the 13 for six years. "
    told = lead(new_engine, f"{asked}Do I lose my grade right away?")
    assert told.startswith("**No: the GS-13 is kept for two years")


def test_a_grade_kept_on_a_condition_is_not_lost_at_once(new_engine: Engine) -> None:
    asked = "I was reclassified from GS-13 to GS-12. Do I lose my grade right away?"
    assert lead(new_engine, asked).startswith("**No, not for two years")


def test_a_reason_is_given_for_the_figure_that_is_asked_of(new_engine: Engine) -> None:
    said(new_engine, "I was reclassified from GS-13 to GS-12 after six years. Do I keep my grade?")
    why = lead(new_engine, "why two years?")
    assert why.startswith("**Because the rule says so:**")
    assert "two years" in why
    assert "reduction in force" not in why


def test_why_a_question_of_its_own_is_not_taken_for_a_reason(new_engine: Engine) -> None:
    said(new_engine, "How long do I have to ask OPM to reconsider?")
    assert "Because the rule" not in said(new_engine, "why does OPM look at the whole position?")


def test_pay_retention_runs_out_otherwise_than_the_grade(new_engine: Engine) -> None:
    said(new_engine, "I was reclassified from GS-13 to GS-12 after six years. Do I keep my grade?")
    said(new_engine, "and after that?")
    ends = lead(new_engine, "even if I turn down a job they offer me?")
    assert "if the offer is a reasonable one" in ends
    assert "equal to or higher than" in ends


def test_a_conclusion_that_denies_is_met_by_the_rule_and_no_bare_no(new_engine: Engine) -> None:
    said(new_engine, "What if I supervise three people instead of four, does that set my grade?")
    told = lead(new_engine, "so how many people I have doesn't matter?")
    assert told.startswith("**The number of people supervised alone does not set")


def test_the_order_of_forums_is_confirmed_the_right_way_round(new_engine: Engine) -> None:
    said(new_engine, "Should I appeal to my agency or to OPM?")
    told = lead(new_engine, "so if I start with OPM I can't go to the agency after?")
    assert told.startswith("**Once OPM has decided, no appeal to the agency is left")
    said(new_engine, "Should I appeal to my agency or to OPM?")
    assert "leaves both ways open" in lead(new_engine, "what's the difference for me?")


@pytest.mark.parametrize("claim", ["so 20 percent is enough?", "so it's 20 percent then?"])
def test_a_figure_that_was_not_said_is_never_confirmed(new_engine: Engine, claim: str) -> None:
    said(new_engine, "What share of the time must higher work take to set the grade?")
    told = lead(new_engine, claim)
    assert not told.startswith("**Yes")
    assert "25" in told


def test_words_said_again_are_confirmed_and_change_no_subject(new_engine: Engine) -> None:
    said(new_engine, "I'm a WG-8. How long do I have to go to OPM after my agency's decision?")
    assert lead(new_engine, "calendar days?").startswith("**Yes: 15 calendar days")
    assert not lead(new_engine, "working days?").startswith("**Yes")
    assert new_engine.memory.topic == "wage-deadlines"


def test_one_part_of_mixed_work_is_asked_of_by_its_grade(new_engine: Engine) -> None:
    said(new_engine, "My job is 60% GS-7, 30% GS-9 and 10% GS-11 work. What grade is it?")
    assert "10 percent is below 25 percent" in lead(new_engine, "and the 11 part?")
    more = lead(new_engine, "so if that part went up to 25 it would be an 11?")
    assert "25 percent is enough if two more conditions hold" in more


def test_a_thing_spoken_of_stands_for_it(new_engine: Engine) -> None:
    said(new_engine, "Are OPM's appeal decisions precedents?")
    told = reply(new_engine, "can I use one about a job like mine?")
    assert told.topic == "prior-decisions"
    assert "to show how OPM reads a criterion" in told.answer


def test_what_counts_goes_on_with_a_further_thing(new_engine: Engine) -> None:
    said(new_engine, "Does the amount of work count for the grade?")
    assert reply(new_engine, "and how good I am at it?").topic == "not-considered"


def test_both_sides_of_the_level_spoken_of_are_told(engine: Engine) -> None:
    said(engine, "Does my case meet Level 2-5?")
    assert "Level 2-5" in said(engine, "what speaks against it?")
    assert reply(engine, "and what's in my favor").topic == "case-level"


def test_why_a_total_makes_its_grade_is_told_by_its_points(engine: Engine) -> None:
    said(engine, "What if Level 5-4 were credited?")
    why = lead(engine, "how come?")
    assert "2,720 points lie in the GS-11 range" in why
    assert "35 short of GS-12" in why


def test_what_names_nothing_is_asked_of_what_was_spoken_of(new_engine: Engine) -> None:
    said(new_engine, "Can I compare my job with my coworker's, who is a GS-12?")
    where = lead(new_engine, "where do I write?")
    assert where.startswith("**To the human resources office of your agency's headquarters")
    assert "title, series, grade and duties" in lead(new_engine, "what goes in that letter")


def test_a_refusal_by_the_agency_is_not_one_by_opm(new_engine: Engine) -> None:
    said(new_engine, "Can I file with OPM and with my agency at the same time?")
    onward = reply(new_engine, "and if the agency says no?")
    assert onward.topic == "forum"
    assert "to OPM" in onward.answer


def test_a_conclusion_without_a_verb_stays_with_what_was_said(new_engine: Engine) -> None:
    said(new_engine, "From when do the 45 days to ask OPM to reconsider run?")
    told = lead(new_engine, "so not from when I received it?")
    assert "the day the decision was issued" in told


def test_a_step_spoken_of_is_not_taken_for_what_counts(new_engine: Engine) -> None:
    said(new_engine, "My GS-9 was cut to GS-7 on September 20, 2026, without saved pay. Deadline?")
    said(new_engine, "so if I go to the agency first I can still go to OPM afterwards?")
    told = reply(new_engine, "and how long would I have for that second step")
    assert not told.topic.startswith("retention")
