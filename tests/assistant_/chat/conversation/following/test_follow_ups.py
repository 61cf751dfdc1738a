"""Short messages that mean something only after the turn before."""

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


def test_a_level_tried_on_top_adds_to_the_levels_tried_before(engine: Engine) -> None:
    said(engine, "What if Level 5-4 were credited?")
    assert "not yet GS-12" in said(engine, "so no 12 even then?")
    one = said(engine, "which single level more would close the gap?")
    assert (
        "35 points more make GS-12; of what is sought Level 4-5 alone reaches it, with 2,820" in one
    )
    assert "With Level 5-4 it is 2,720 points, GS-11, 35 short of GS-12" in one
    said(engine, "What if Level 5-4 were credited?")
    both = said(engine, "and 4-5 on top of that?")
    assert "With Level 5-4 and Level 4-5: 2,820 points, GS-12" in both


def test_the_next_grade_up_follows_a_grade(engine: Engine) -> None:
    said(engine, "What points make GS-11?")
    assert "GS-12 takes 2,755" in said(engine, "and the next one up?")


def test_a_bare_number_takes_the_place_of_the_one_before(engine: Engine) -> None:
    said(engine, "Is 20 percent of my time enough for the grade?")
    assert "40 percent" in said(engine, "and 40?")


def test_a_question_without_its_subject_takes_it_from_the_turn_before(engine: Engine) -> None:
    said(engine, "What is retained grade?")
    assert "two years" in said(engine, "for how long?")
    said(engine, "What does Level 2-5 require?")
    said(engine, "Who can represent me in an appeal?")
    assert "cannot represent you" in said(engine, "can it be my boss?")


def test_who_is_named_last_is_who_is_asked_about(engine: Engine) -> None:
    assert "cannot represent you" in said(engine, "Can my boss represent me in an appeal?")
    assert said(engine, "and my wife?").startswith("**Yes")


def test_what_is_outside_the_field_does_not_change_the_subject(engine: Engine) -> None:
    said(engine, "Who can represent me in an appeal?")
    assert reply(engine, "can I go to court over it?").kind == "decline"
    assert "cannot represent you" in said(engine, "fine. and my boss?")


@pytest.mark.parametrize("greeting", ["hello, what can you do?", "hi there, how can you help me?"])
def test_a_greeting_with_a_question_brings_help(engine: Engine, greeting: str) -> None:
    answer = reply(engine, greeting)
    assert "You can ask" in answer.answer


def test_a_level_is_argued_both_ways_also_after_totals_were_tried(engine: Engine) -> None:
    said(engine, "What if Level 5-4 were credited?")
    assert reply(engine, "Argue Level 2-5 both ways").topic == "level-argument"


def test_levels_on_trial_grow_are_taken_back_and_leave_the_case_alone(engine: Engine) -> None:
    before = engine.case
    said(engine, "What if Level 5-4 were credited?")
    both = said(engine, "and 4-5 on top of that?")
    assert "With Level 5-4 and Level 4-5: 2,820 points, GS-12" in both
    assert "335 points short of GS-13" in said(engine, "how many points short of 13 is that then")
    assert "With Level 5-4: 2,720 points" in said(engine, "take 4-5 out again")
    assert "now it is 2,645 points" in said(engine, "and compared with what I have now?")
    assert "With Level 5-4 and Level 4-5" in said(engine, "undo that")
    swapped = said(engine, "no, I meant factor 3 at 3-5, not factor 4")
    assert "With Level 5-4 and Level 3-5: 2,920 points" in swapped
    assert "add it" not in swapped
    assert said(engine, "and with neither?").startswith("**2,645 points: GS-11.**")
    assert engine.case == before
    assert not engine.can_undo


def test_levels_on_trial_are_asked_for_by_a_word(engine: Engine) -> None:
    said(engine, "What if Level 3-5 were credited?")
    assert "Sought: Level 3-5" in said(engine, "ok, put that into my case")
    assert engine.case is not None
    assert engine.case.sought["3"] == "3-5"
    assert "the level sought, 3-5" in said(engine, "undo")


def test_a_correction_does_over_again_what_was_just_done_to_another_factor(engine: Engine) -> None:
    assert engine.case is not None
    sought = dict(engine.case.sought)
    said(engine, "I seek Level 5-4")
    text = said(engine, "no, I meant factor 3")
    assert "Taken back what was changed before. Sought: Level 3-4" in text
    assert engine.case.sought == sought | {"3": "3-4"}
    said(engine, "undo")
    assert engine.case.sought == sought


def test_who_was_misread_is_asked_again_and_not_taken_to_state_a_fact(engine: Engine) -> None:
    said(engine, "Can I appeal?")
    answer = reply(engine, "that's not what I asked. can I appeal the title of my job")
    assert answer.topic == "title-appeal"
    assert "add it" not in answer.answer
    assert reply(engine, "no, that's not my question").kind == "clarify"
    assert reply(engine, "1").kind == "answer"


def test_adding_what_was_not_offered_is_no_riddle(engine: Engine) -> None:
    assert "Nothing is waiting to be added" in said(engine, "add it")


def test_the_next_level_of_a_factor_is_tried_and_then_the_one_above(engine: Engine) -> None:
    assert "With Level 1-8" in said(engine, "what would the next level on knowledge bring?")
    assert reply(engine, "does my case meet it?").topic == "case-level"


def test_a_fact_told_is_asked_which_factor_it_bears_on(engine: Engine) -> None:
    said(engine, "fact: My supervisor signs every plan before it goes out")
    assert "bears most on Factor 2" in said(engine, "which factor does that bear on?")


def test_a_factor_is_left_out_of_dispute_and_put_back_in_plain_words(engine: Engine) -> None:
    assert engine.case is not None
    sought = dict(engine.case.sought)
    said(engine, "I don't want to contest supervision any more")
    assert "2" not in engine.case.sought
    assert "Sought: Level 2-5" in said(engine, "hang on, put factor 2 back")
    assert engine.case.sought == sought
    assert "Changed last: the level sought, 2-5" in said(engine, "what changed?")
    said(engine, "take it all back")
    assert not engine.can_undo


def test_what_is_sought_and_given_up_is_left_out_of_the_total(engine: Engine) -> None:
    text = said(engine, "what if I drop 2-5?")
    assert "With Level 2-5" not in text.splitlines()[0]


def test_a_finding_is_recorded_on_the_level_spoken_of(engine: Engine) -> None:
    said(engine, "does my case meet Level 2-5?")
    text = said(engine, "ok, record it as not met because every draft is corrected")
    assert "Recorded as **not met**" in text
    assert "`2-5.review`" in text


@pytest.mark.parametrize("asked", ["come again?", "I don't follow", "can you put it more simply"])
def test_an_answer_is_said_more_shortly(engine: Engine, asked: str) -> None:
    said(engine, "What points make GS-11?")
    assert said(engine, asked).startswith("In short: **GS-11 takes 2,355 to 2,750 points.**")


def test_a_duty_told_before_its_share_of_time_is_named_by_its_work(engine: Engine) -> None:
    said(engine, "I also answer letters, that's 30 percent of my time")
    assert "answer letters: 30 percent by the employee's estimate" in said(engine, "yes")


def test_a_reason_given_afterwards_completes_the_finding_that_lacked_it(engine: Engine) -> None:
    assert "credits nothing" in said(engine, "2-5.review is not met")
    assert "Recorded as **not met**" in said(engine, "because every draft is corrected")
    assert "points:" in said(engine, "what is it now?").splitlines()[0]


def test_factors_won_and_lost_make_a_total_together(engine: Engine) -> None:
    assert "With Level 4-5: 2,745 points" in said(engine, "if I win on complexity what do I get?")
    assert "With Level 4-5 and Level 2-5" in said(engine, "and if I win supervision as well")
    assert "With Level 2-5: " in said(engine, "but lose complexity")
    assert "With Level 2-5: " in said(engine, "total?")


def test_of_two_levels_compared_the_one_not_credited_is_tried(engine: Engine) -> None:
    said(engine, "What does Level 2-5 require?")
    said(engine, "and the one below?")
    said(engine, "difference in points?")
    first = said(engine, "would it change the grade?").splitlines()[0]
    assert "With Level 2-5:" in first


@pytest.mark.parametrize(
    "message",
    [
        "I don't ask for guidelines from anybody",
        "take complexity, for example",
        "I do not want my work environment changed",
    ],
)
def test_a_fact_that_names_a_factor_drops_nothing(engine: Engine, message: str) -> None:
    before = engine.case
    said(engine, message)
    assert engine.case == before


def test_what_would_only_be_the_same_answer_is_asked_about(new_engine: Engine) -> None:
    said(new_engine, "Who decides my classification appeal?")
    asked = reply(new_engine, "what about the other one")
    assert asked.kind == "clarify"
    assert "Ask *" in asked.answer


def test_how_long_after_a_downgrade_is_asked_of_the_grade_that_is_kept(new_engine: Engine) -> None:
    said(new_engine, "I was downgraded from GS-12 to GS-11 effective October 25, 2026.")
    assert "two years" in said(new_engine, "for how long").split("\n\n")[0]
    after = said(new_engine, "and after that?").split("\n\n")[0]
    assert "pay retention" in after
    assert "You most likely keep" not in after


def test_whether_money_is_lost_is_denied_where_the_grade_is_kept(new_engine: Engine) -> None:
    said(
        new_engine,
        "My grade was cut from 12 to 11 effective October 4, 2026. It was a 12 since 2019.",
    )
    assert said(new_engine, "Do I lose pay?").startswith("**No: the grade is kept for two years")
    assert said(new_engine, "how long").startswith("**For two years, through October 3, 2028")


def test_the_quickest_factor_is_sought_from_the_levels_told(new_engine: Engine) -> None:
    said(new_engine, "1-7, 2-4, 3-4, 4-3, 5-3, 6-3, 7-B, 8-1 and 9-1. What grade is that?")
    said(new_engine, "how far is that from the next grade")
    way = said(new_engine, "which factor would get me there fastest")
    assert "One step more would do it: Level 2-5 (2,770 points)" in way
    risk = said(new_engine, "and can they lower it on appeal?")
    assert risk.startswith("**Yes, your grade can be lowered")


def test_a_level_spoken_of_before_another_factor_is_not_meant(new_engine: Engine) -> None:
    said(new_engine, "What is Level 4-5?")
    said(new_engine, "How does Factor 5 work?")
    assert "Level 4-5" not in said(new_engine, "and if it's only one other agency")


def test_what_is_missing_from_an_appeal_may_follow(new_engine: Engine) -> None:
    said(new_engine, "What must an appeal contain?")
    assert "at any time" in said(new_engine, "and if I forget something?").split("\n\n")[0]


def test_what_is_done_in_anothers_absence_is_asked_of_the_work(new_engine: Engine) -> None:
    said(new_engine, "Is 30 percent of GS-12 work enough?")
    away = said(new_engine, "and if that work is only while the senior analyst is on leave")
    assert away.startswith("**No: what you do only while another employee is away")


@pytest.mark.parametrize("leaned", ["but for pay and retirement it counts?", "is it used for pay?"])
def test_a_kept_grade_counts_for_pay_and_retirement(engine: Engine, leaned: str) -> None:
    said(engine, "How long is grade retention?")
    assert "pay administration" in said(engine, leaned)


def test_a_wage_limit_for_lost_pay_is_counted_when_its_day_is_asked(engine: Engine) -> None:
    said(engine, "I'm a WS-10 foreman, HR cut me to a WS-9 on May 4 2026. who do I appeal to")
    assert "May 19, 2026" in said(engine, "by what day, if I want the money back")


OFFER = ("on saved grade, what makes an offer reasonable", "suppose I turn it down")
CARRIED_OUT = ("our employee won at OPM, GS-7 to GS-9. effective when?",)
REPORT = ("we're sending an employee's appeal to OPM, does it need the supervisor's own PD?",)
LOST = ("demoted from 12 to 11 effective November 2 2026, pay lost, no saved grade. how long?",)
GRIEVED = ("can the union grieve a downgrade that cost a member pay",)
FORCED = ("we're reorganizing and I'm RIFed from GS-13 to GS-11. do I keep the 13?",)
KEPT = ("how long do I keep my old grade after a reclassification",)
REFUSED = ("OPM denied my appeal. what now",)
PAST = ("I did GS-12 work as an 11 for years. if I win am I paid for them?",)
CLAIM = ("overtime claim under the FLSA, how many years back",)
RECORD = ("can management read what's in OPM's appeal file",)


@pytest.mark.parametrize(
    ("before", "message", "words"),
    [
        (OFFER[:1], "suppose I turn it down", "declining it ends grade retention"),
        (OFFER, "effective right away?", "end of the last day of the pay period"),
        (OFFER, "could I contest that?", "within 20 calendar days of being told"),
        ((*OFFER, "could I contest that?"), "starting when", "From the day you are notified"),
        (OFFER, "and for bargaining unit folks?", "negotiated grievance takes the place"),
        (CARRIED_OUT, "so do we owe him the difference back to last year?", "Normally no"),
        (CARRIED_OUT, "and does HR have to confirm to OPM that it's done?", "compliance report"),
        (REPORT[:0], REPORT[0], "evaluation statement of the employee's immediate supervisor"),
        (REPORT, "her last performance rating as well?", "performance standards of the position"),
        (REPORT, "do they want my own PD as well?", "employee's immediate supervisor"),
        (LOST, "and if I went to HR first?", "Nothing is lost by it"),
        (LOST, "say I win, does the money come back?", "Yes, back to the day you were lowered"),
        (LOST, "and if they find it's really a 13?", "The step up to GS-13 counts only from"),
        (GRIEVED, "can he take it to the MSPB too", "not both"),
        ((*GRIEVED, "MSPB too?"), "and what decides which one he chose", "timely filed first"),
        (FORCED[:0], FORCED[0], "specific reduction in force notice"),
        (FORCED, "is the 13 what counts in the next RIF?", "is not used in a reduction in force"),
        (FORCED, "what if I ask for a lower job myself instead", "own request"),
        (RECORD, "how do I arrange to look at it?", "deciding official for a day"),
        (KEPT, "and after that runs out, do I drop?", "your pay is retained"),
        (REFUSED, "the decision is dated November 9 2026", "December 24, 2026"),
        (PAST, "could they backdate it if they wanted?", "cannot be made retroactive"),
        (PAST, "and my coworker in the same job?", "identical, similar and related"),
        (CLAIM, "reckoned from which day", "the agency or OPM receives the claim"),
        (RECORD[:0], RECORD[0], "management can read what you wrote"),
        (RECORD, "and a newspaper?", "names of those concerned"),
        (RECORD, "does the decision come to me or to my lawyer", "or the representative if one"),
    ],
)
def test_what_is_asked_on_of_a_proceeding(
    new_engine: Engine, before: tuple[str, ...], message: str, words: str
) -> None:
    for turn in before:
        said(new_engine, turn)
    assert words in said(new_engine, message)


@pytest.mark.parametrize(
    "message",
    [
        "Do I need my performance rating to meet Level 3-4?",
        "Can my supervisor's PD be corrected?",
        "Who sets the deadline for my appeal?",
        "I refused an offer, how long do I have to appeal?",
        "Can I be promoted temporarily while on a detail?",
    ],
)
def test_a_rule_of_a_proceeding_answers_nothing_near_it(new_engine: Engine, message: str) -> None:
    answer = said(new_engine, message)
    for words in ("performance standards of the position", "deciding official", "on the spot"):
        assert words not in answer
