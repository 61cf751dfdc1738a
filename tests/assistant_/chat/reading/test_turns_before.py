"""Short messages made whole by the turn before, and days told as a turn of their own."""

from __future__ import annotations

import pytest

from assistant.chat.engine import Engine
from assistant.chat.reading.turns.completing import follow_ups
from assistant.chat.topics import known_topics
from tests.assistant_.saying import reply, said

CHAINS = (
    ("OPM denied my appeal, what now?", "until when?", "reconsideration"),
    ("OPM denied my appeal, what now?", "and if they refuse?", "after-the-decision"),
    ("How do I appeal?", "what has to be in it?", "appeal-contents"),
    ("Do I keep my grade after a downgrade?", "and after that?", "pay-retention"),
    ("Can my coworker's grade be compared with mine?", "so what can I do about it?", "consistency"),
    ("Who signs the position description?", "and if she refuses?", "pd-signature"),
)


@pytest.mark.parametrize(("first", "then", "topic"), CHAINS)
def test_a_short_question_is_asked_of_the_subject_before(
    engine: Engine, first: str, then: str, topic: str
) -> None:
    said(engine, first)
    assert reply(engine, then).topic == topic


def test_every_whole_question_names_topics_that_exist() -> None:
    known, topics = follow_ups(), known_topics()
    assert set(known.subjects) <= set(topics)
    assert {one.to for one in known.whole.values()} <= set(topics)
    assert {asked for _, asked in known.whole} <= set(known.asked)
    after = {subject for subject, _ in known.whole}
    assert set(known.subjects.values()) <= after
    assert after <= {*known.named, *topics}


def test_a_day_told_by_itself_is_counted_from(empty: Engine) -> None:
    said(empty, "They lowered my grade from GS-12 to GS-11.")
    assert "October 18, 2026" in said(empty, "on October 3, 2026")
    assert "October 20, 2026" in said(empty, "sorry, it was the 5th")
    assert "October 20, 2026" in said(empty, "so how long do I have then?")


def test_the_day_of_a_decision_is_no_day_of_a_downgrade(empty: Engine) -> None:
    said(empty, "OPM decided against me on May 4, 2026. Can I go to the MSPB?")
    assert "June 18, 2026" in said(empty, "until what date can they look at it again?")
    answer = said(empty, "How long do I have after my grade was lowered?")
    assert "May" not in answer


def test_a_whole_question_takes_no_level_along(engine: Engine) -> None:
    said(engine, "Argue Level 3-4")
    assert "With Level 3-4" not in said(engine, "What would change the grade?")


def test_levels_given_in_pieces_become_one_case(empty: Engine) -> None:
    said(empty, "my levels are 1-7 and 2-4")
    said(empty, "3-3, 4-4, 5-3")
    assert "Level 6-3 and Level 7-2" in said(empty, "6 and 7 are 3b")
    assert said(empty, "8-1, 9-1").startswith("**2,470 points: GS-11.**")
    said(empty, "sorry, 4-5 not 4-4")
    assert "2,570 points: GS-11" in said(empty, "what is my grade?")
    assert "2,870 points, GS-12" in said(empty, "and if factor 1 were 1-8?")


def test_what_was_told_is_shown_and_begins_a_case(empty: Engine) -> None:
    said(empty, "I am a GS-11 at the VA.")
    said(empty, "They lowered my job to GS-9.")
    shown = said(empty, "what facts do you have?")
    assert "GS-11 at the VA" in shown
    assert "lowered my job" in shown
    assert "Added to your case" in said(empty, "add it")


def test_something_is_picked_of_what_was_named(engine: Engine) -> None:
    said(engine, "What does factor 3 measure?")
    assert "Factor 4, Complexity" in said(engine, "and the next one?")
    said(engine, "why not 2-5?")
    said(engine, "what about 3-4?")
    assert "Level 2-5 and Level 3-4" in said(engine, "which of those is easiest?")
    said(engine, "Which decisions do you have?")
    assert reply(engine, "tell me about the first one").topic == "decision-ruling"
    assert reply(engine, "can I cite it?").topic == "prior-decisions"


def test_both_sides_of_a_choice_are_answered(empty: Engine) -> None:
    answer = reply(empty, "Is it better to ask for a desk audit or appeal right away?")
    assert "1. Is it better to ask for a desk audit?" in answer.answer
    assert "2. Is it better to appeal right away?" in answer.answer
    answer = reply(empty, "Should I appeal or go to the union?")
    assert "A grievance can review" in answer.answer or "classification appeal" in answer.answer


def test_wage_limits_are_for_wage_jobs(empty: Engine) -> None:
    said(empty, "My boss added duties but I got no raise.")
    assert "receive the agency's decision" not in said(empty, "how long can they do that?")


def test_nothing_is_counted_from_the_day_a_decision_was_received(empty: Engine) -> None:
    assert "2027" not in said(empty, "I got OPM's decision on November 28, 2026, they said no.")
    assert "issued, not received" in said(empty, "how many days?")


def test_a_share_told_after_the_supervisory_guide_is_of_supervising(empty: Engine) -> None:
    said(empty, "Is supervising four people enough for a supervisory title?")
    assert "33 percent is enough" in said(empty, "mine is about a third")


def test_a_case_topic_is_gone_on_with(engine: Engine) -> None:
    said(engine, "How far am I from the next grade?")
    assert reply(engine, "what would be the quickest way to get there?").topic == "what-if"
    said(engine, "What does Level 2-4 require?")
    assert "200 points" in said(engine, "what do they do differently at 2-5?")
    assert reply(engine, "any examples from decisions?").topic == "decisions-on-level"


def test_a_total_is_gone_on_from(empty: Engine) -> None:
    said(empty, "How many points is GS-9?")
    assert "15 points short of GS-9" in said(empty, "I have 1840")
    said(empty, "What grade has 1-7, 2-4, 3-4, 4-4, 5-4, 6-3, 7-2, 8-1, 9-1?")
    assert "35 points short of GS-12" in said(empty, "how far is the next grade?")


def test_who_was_lowered_has_the_time_limit_of_a_lower_grade(empty: Engine) -> None:
    said(empty, "They lowered my grade on November 20, 2026.")
    said(empty, "Where do I send an appeal?")
    assert "December 5, 2026" in said(empty, "by when?")


def test_a_claim_of_somebody_else_is_not_confirmed(empty: Engine) -> None:
    said(empty, "My boss says I lose my pay at once when my grade is lowered.")
    assert not said(empty, "is that true?").startswith("Yes")


def test_a_wish_names_its_own_level(engine: Engine) -> None:
    assert reply(engine, "My factor 5 should be higher, it is 5-3 now").topic != "move:seek"


def test_a_subject_from_before_the_last_is_gone_back_to(empty: Engine) -> None:
    said(empty, "OPM denied my appeal on May 4, 2026, what now?")
    said(empty, "does my downgrade wait in the meantime?")
    assert reply(empty, "and can my agency ask for it too?").topic == "reconsideration"


def test_a_grade_kept_is_asked_on_about(empty: Engine) -> None:
    said(empty, "They downgraded my position but let me keep the grade. Effective June 1, 2026.")
    assert "two years" in said(empty, "when does that run out?")
    assert "commuting area" in said(empty, "what if they offer me a job in another city?")


def test_levels_named_by_their_factors_are_taken(empty: Engine) -> None:
    said(empty, "my factors: knowledge 1-6, controls 2-3, guidelines 3-3")
    said(empty, "complexity 4-3, scope 5-3, contacts 6-2 and 7-2")
    assert "1,885 points: GS-9" in said(empty, "the last two are 8-1 and 9-1")
