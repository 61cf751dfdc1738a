"""Turns that lean on another: left, come back to, stepped from, cut short, told in passing."""

from __future__ import annotations

import pytest

from assistant.chat.engine import Engine
from assistant.chat.moves import move_of
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.limits.told import day_of_asking
from tests.assistant_.saying import reply, said


def test_a_subject_is_left_and_come_back_to(engine: Engine) -> None:
    said(engine, "How many points has Level 8-3?")
    said(engine, "and the level below?")
    left = reply(engine, "different question: who can represent me?")
    assert left.topic == "representative"
    back = said(engine, "ok back to the physical ones: how many points between those two?")
    assert back.startswith("**30 points")


def test_levels_on_trial_are_gone_back_to(engine: Engine) -> None:
    said(engine, "What if Level 5-4 were credited?")
    said(engine, "something else, what does an appeal cost?")
    both = said(engine, "back to my what-if: and 4-5 on top?")
    assert "With Level 5-4 and Level 4-5" in both
    assert "With Level 4-5:" in said(engine, "no, i meant only factor 4, not both")


@pytest.mark.parametrize(
    ("message", "levels"),
    [
        ("what if factor 5 goes one level lower, with 7 as it was?", "Level 5-2"),
        ("suppose factor 4 were a 5", "Level 4-5"),
        ("what would 4-5 do", "Level 4-5"),
        ("if 4 goes down one where am i", "Level 4-3"),
    ],
)
def test_a_factor_is_put_at_a_level(engine: Engine, message: str, levels: str) -> None:
    assert f"With {levels}:" in said(engine, message)


def test_the_last_but_one_on_trial_is_taken_out(engine: Engine) -> None:
    said(engine, "What if Level 5-4 and Level 4-5 were credited?")
    assert "With Level 4-5:" in said(engine, "drop the first one")
    assert "above the bottom of GS-" in said(engine, "how many points over the line is that?")


def test_short_words_keep_what_decides(engine: Engine) -> None:
    said(engine, "May a wage employee go to OPM right away?")
    assert "15 calendar days" in said(engine, "say it simpler")
    said(engine, "What if Level 5-4 were credited?")
    assert "2,720 points" in said(engine, "give me that in two lines")


def test_what_is_to_be_taken_down_is_taken_down_and_taken_out(engine: Engine) -> None:
    # The bundled example takes no facts of a reader's; its own case does.
    said(engine, "new case")
    assert "Added to your case: “we wrote the manual”" in said(
        engine, "put this in: we wrote the manual"
    )
    assert "Added to your case: “i train the new people”" in said(
        engine, "note that i train the new people"
    )
    assert "Taken back: the fact “i train the new people”" in said(
        engine, "take that fact out again"
    )
    assert said(engine, "how many facts are left").startswith("**1 fact**")


def test_ok_before_a_question_adds_nothing(engine: Engine) -> None:
    said(engine, "new case")
    said(engine, "I plan all the audits of my region myself")
    assert "2,755" in said(engine, "ok ok. what points is a 12 then")
    said(engine, "I plan all the audits of my region myself")
    both = said(engine, "yes, and how many points is a 12?")
    assert "Added to your case" in both
    assert "2,755" in both


@pytest.mark.parametrize(
    ("before", "message", "topic"),
    [
        ("How long do I keep my grade?", "since when do the two years count", "grade-retention"),
        ("Who can represent me in an appeal?", "what could stop that", "representative"),
        ("How long do I keep my grade?", "and if they cut me again to a 9?", "retention-effect"),
        ("My position description is wrong", "can i skip that", "wrong-position-description"),
    ],
)
def test_what_is_asked_of_the_subject_is_asked_of_it(
    engine: Engine, before: str, message: str, topic: str
) -> None:
    said(engine, before)
    assert reply(engine, message).topic == topic


def test_a_length_of_time_answers_the_condition(engine: Engine) -> None:
    said(engine, "Can I appeal the grade of a temporary promotion?")
    assert said(engine, "mine would be three years").startswith("**Yes")


def test_a_level_is_looked_for_in_the_standard_spoken_of(engine: Engine) -> None:
    said(engine, "Which levels has Factor 3 of the supervisory guide?")
    assert "describes no Level 3-1" in said(engine, "is there a 3-1?")


def test_the_day_of_asking_is_no_event(engine: Engine) -> None:
    today = engine.today
    assert day_of_asking("I was lowered on May 3", today)[1] is None
    text, day = day_of_asking("is it still open, today's May 9", today)
    assert (text, day and (day.month, day.day)) == ("is it still open", (5, 9))
    text, day = day_of_asking("Lowered on March 3. Its March 9 now. Too late?", today)
    assert (text.split(), day and day.day) == (["Lowered", "on", "March", "3.", "Too", "late?"], 9)
    assert day_of_asking("It took effect on March 3 and now I wonder", today)[1] is None
    assert day_of_asking("it's March 3 that it took effect", today)[1] is None


@pytest.mark.parametrize(
    ("message", "move"),
    [
        ("remember that we moved in May", "fact"),
        ("and this: I testify twice a year", "fact"),
        ("add that one to the total", None),
        ("forget that last bit", "undo"),
        ("remove what i just added", "undo"),
        ("drop factor 3", "drop"),
        ("which factor does that speak to?", "bears"),
        ("so the short of it is?", "shorter"),
        ("overview please", "summary"),
    ],
)
def test_moves_are_known_in_other_words(message: str, move: str | None) -> None:
    found = move_of(read(message))
    assert (found.name if found is not None else None) == move


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("is it too late as of today", "Yes, for lost pay; no, not for the grade."),
        ("can i still ask them today", "For the grade yes, for lost pay no longer."),
        ("am I in time today", "For the grade yes, for lost pay no longer."),
        ("too late today?", "Yes, for lost pay; no, not for the grade."),
    ],
)
def test_no_limit_is_counted_from_the_day_of_asking(
    engine: Engine, message: str, first: str
) -> None:
    said(engine, "My grade was lowered effective May 1, 2025. How long do I have?")
    late = said(engine, message)
    assert late.startswith(f"**{first}**")
    assert "May 16, 2025" in late
    assert "45" not in late
    untold = said(engine, "what if I wasn't told")
    assert "preserved" in untold
    assert "May 16, 2025" in untold
    assert "From May 1, 2025" in said(engine, "so which day do i count from")


def test_a_limit_on_a_decision_waits_for_the_day_of_the_decision(engine: Engine) -> None:
    said(engine, "How long do I have to ask OPM to reconsider its decision?")
    assert said(engine, "am i too late for that today").startswith("**That depends on the day")


def test_where_nothing_was_lowered_no_limit_has_passed(engine: Engine) -> None:
    said(engine, "Can my agency refuse a desk audit?")
    assert said(engine, "did I miss any deadline?").startswith("**No: there is no time limit")


def test_how_long_a_kept_grade_lasts_is_two_years(engine: Engine) -> None:
    said(engine, "They cut me from a GS-12 to a GS-11. do i keep my pay")
    assert said(engine, "how long does that last").startswith("**For two years")
    assert "two years count from the day" in said(engine, "from what day do those two years run")


def test_the_days_for_lost_pay_do_not_matter_to_who_keeps_the_grade(engine: Engine) -> None:
    said(engine, "My grade was lowered effective May 1, 2025. How long do I have?")
    said(engine, "I still get my old pay though, retained grade")
    assert said(engine, "then does the 15 days matter").startswith("**No:")


def test_a_limit_missed_is_counted_again_on_the_day_told(engine: Engine) -> None:
    said(engine, "My grade was lowered effective May 1, 2025. How long do I have?")
    said(engine, "that limit was never mentioned to me")
    assert "May 16, 2025" in said(engine, "which makes the last day what?")


def test_a_factor_named_by_one_word_joins_the_levels_on_trial(engine: Engine) -> None:
    said(engine, "What if Level 5-4 were credited?")
    assert "With Level 5-4 and Level 4-5" in said(engine, "and complexity with it?")
    assert "salaries" in said(engine, "what would that be in dollars a year")


def test_who_signed_a_decision_is_no_question_on_a_description(engine: Engine) -> None:
    said(engine, "What did C-0080-11-02 decide on Level 4-5?")
    assert reply(engine, "who signed it").topic.startswith("decision")
    assert reply(engine, "on what grounds?").topic.startswith("decision")


def test_the_facts_on_one_factor_are_not_all_facts(engine: Engine) -> None:
    assert reply(engine, "which facts do I have on factor 9?").topic == "factor-facts"
    assert reply(engine, "what facts do you have?").topic == "move:facts"


def test_what_is_said_of_levels_is_reckoned_from_them(engine: Engine) -> None:
    said(engine, "how far is GS-12?")
    assert "not rounded" not in said(engine, "only one of those?")
    assert reply(engine, "nobody edits what I write, is that 2-5 now?").topic == "case-level"


def test_both_is_of_the_two_that_were_spoken_of(engine: Engine) -> None:
    said(engine, "they lowered my grade. can I go to the MSPB?")
    said(engine, "and file a grievance?")
    assert said(engine, "both?").startswith("**No, not both")
    asked = engine.memory.question
    assert asked is not None
    assert "MSPB" in asked.message
    said(engine, "can I grieve a title?")


def test_both_without_the_board_is_a_grievance_and_an_appeal(empty: Engine) -> None:
    said(empty, "can I grieve my grade?")
    assert said(empty, "both?").startswith("**Yes, side by side")


@pytest.mark.parametrize(
    ("before", "message"),
    [
        ("how do I appeal to OPM?", "do I get paid overtime while I work on the appeal?"),
        ("what must my appeal contain?", "am I on the clock while I write it?"),
        ("who may represent me?", "is she paid for the time?"),
    ],
)
def test_work_on_the_appeal_is_no_pay_kept(empty: Engine, before: str, message: str) -> None:
    said(empty, before)
    assert "work time to prepare an appeal" in said(empty, message)


def test_pay_while_an_appeal_runs_is_no_work_on_it(empty: Engine) -> None:
    said(empty, "how do I appeal to OPM?")
    assert "work time" not in said(empty, "does my pay stay the same while the appeal is pending?")


def test_what_was_told_of_one_factor_is_told_of_that_one(engine: Engine) -> None:
    assert said(engine, "what have I told you on complexity?").startswith("**Factor 4: Level ")
    assert said(engine, "what do you know about my guidelines").startswith("**Factor 3: Level ")
    assert reply(engine, "what facts do you have?").topic == "move:facts"


def test_months_on_a_project_are_no_time_a_grade_was_held(empty: Engine) -> None:
    answer = reply(empty, "I was put on a special project for three months at higher work")
    assert answer.topic == "temporary-duties"


@pytest.mark.parametrize("message", ["does my case meet it?", "do I meet it?"])
def test_without_a_case_nothing_is_said_of_one_s_own_work(empty: Engine, message: str) -> None:
    said(empty, "what does Level 2-4 require?")
    answer = said(empty, message)
    assert answer.startswith("**That I cannot tell: no case is open")
    assert "Level 2-4" in answer


def test_one_s_own_work_is_held_against_a_level_only_with_a_case(
    empty: Engine, engine: Engine
) -> None:
    assert said(empty, "does my job meet Level 2-4?").startswith("**That I cannot tell")
    assert "no case is open" not in said(engine, "does my job meet Level 2-4?")


def test_a_wage_limit_that_ended_is_told_with_what_preserves_a_late_claim(empty: Engine) -> None:
    said(empty, "I am a WG-10. They cut me to WG-9 effective January 2, 2020.")
    assert "can still be preserved" in said(empty, "I only found out yesterday")
