"""A value changed asks the question before again; what was told before is computed with."""

from __future__ import annotations

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.engine import Engine
from assistant.chat.moves import move_of
from assistant.chat.reading.exact import read
from tests.assistant_.saying import reply, said

STAFF = "I supervise 3 GS-11s and 6 GS-7s, what is my base?"


@pytest.mark.parametrize(
    ("message", "base"),
    [
        ("and if they were 12s?", "GS-12"),
        ("say the 11s are 12s", "GS-12"),
        ("ok and only 1 of them", "GS-7"),
        ("what if it's 1 GS-11 instead", "GS-7"),
        ("and with 3 more GS-13s?", "GS-13"),
    ],
)
def test_the_base_is_asked_again_with_other_people(engine: Engine, message: str, base: str) -> None:
    assert said(engine, STAFF).startswith("**The base is GS-11")
    assert said(engine, message).startswith(f"**The base is {base}")


def test_a_base_told_before_is_totalled_with_the_levels_told_later(engine: Engine) -> None:
    said(engine, "I supervise two GS-12 and five GS-11, what is my base?")
    said(engine, "what about 3 more who are contractors")
    total = said(engine, "so what grade do I come out at with 3-2c 1-2 2-2 6-4 4A-2 4B-2")
    assert total.startswith("**3,225 points, GS-13")
    assert said(engine, "and with 6-5").startswith("**3,330 points")


def test_another_share_is_taken_of_the_kinds_of_work_told(engine: Engine) -> None:
    said(engine, "My job is 70% GS-6 and 30% GS-9, which grade?")
    assert "it is GS-6" in said(engine, "make the 9 work 20%")
    assert said(engine, "and 30").startswith("**GS-9 or GS-6")


@pytest.mark.parametrize("message", ["only 0080", "just the 0080 ones", "limit it to 0080"])
def test_a_search_is_narrowed_and_keeps_what_was_looked_for(engine: Engine, message: str) -> None:
    said(engine, "show appeals where Level 2-5 was refused")
    narrowed = reply(engine, message)
    assert narrowed.topic == "decisions-on-level"
    assert "Level 2-5" in narrowed.answer


@pytest.mark.parametrize(
    "message", ["cite", "where does it say that", "source please", "what page"]
)
def test_the_place_of_an_answer_comes_first(engine: Engine, message: str) -> None:
    said(engine, "Can my boss represent me in an appeal?")
    assert said(engine, message).startswith("**Introduction to the Position")


@pytest.mark.parametrize("message", ["u sure?", "how sure are you of all this", "you certain"])
def test_being_sure_names_the_ground(engine: Engine, message: str) -> None:
    said(engine, "Can my boss represent me in an appeal?")
    assert "as sure as what it rests on" in said(engine, message)


def test_a_yes_to_nothing_is_asked_back(engine: Engine) -> None:
    said(engine, "Can my boss represent me in an appeal?")
    assert reply(engine, "yes").kind == "clarify"


def test_what_was_taken_back_is_put_back(engine: Engine) -> None:
    said(engine, "new case")
    said(engine, "fact: I drafted the manual myself")
    assert "Taken back" in said(engine, "take it out again")
    assert said(engine, "put it back").startswith("Put back")
    assert engine.case is not None
    assert [fact.text for fact in engine.case.facts] == ["I drafted the manual myself"]


def test_a_word_of_the_answer_is_explained(engine: Engine) -> None:
    said(engine, "How long do I have after my grade was lowered?")
    assert said(engine, "what do you mean by retroactive").startswith("**Retroactive:**")


def test_the_same_answer_is_not_given_twice_in_full(engine: Engine) -> None:
    first = said(engine, "who signs the evaluation statement")
    again = said(engine, "who gives it")
    assert "As just said" not in again
    assert "classifier" in again
    assert len(again) < len(first)


def test_what_is_said_last_of_a_statement_keeps_it_or_takes_it_back(engine: Engine) -> None:
    said(engine, "new case")
    assert said(engine, "I work on open sites three days a week. keep that").startswith("Added")
    assert said(engine, "no, that is not so after all. take it out again").startswith("Taken back")


def test_the_other_of_two_levels_sought_is_the_one_not_tried(engine: Engine) -> None:
    assert engine.case is not None
    pair = dict(list(engine.case.sought.items())[:2])
    *_, _ = engine.change(engine.case.model_copy(update={"sought": pair}))
    one, other = pair.values()
    said(engine, f"what would {one} give")
    assert said(engine, "and only the other one?").startswith(f"**With Level {other}:")
    assert reply(engine, "do I get that one").topic == "case-level"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("cite", "got a source for that"),
        ("cite", "where do i find that"),
        ("sure", "ok but are you sure"),
        ("shorter", "i dont get it"),
        ("undo", "nvm take it out"),
        ("summary", "where do i stand"),
        (None, "where do i send it"),
        (None, "why not GS-13"),
        (None, "yes my boss signs it"),
    ],
)
def test_words_on_the_conversation_are_heard_as_such(name: str | None, message: str) -> None:
    move = move_of(read(message))
    assert (move and move.name) == name


NINE = "What do 1-6, 2-3, 3-3, 4-3, 5-3, 6-2, 7-2, 8-1, 9-1 come to?"


@pytest.mark.parametrize(
    ("changes", "total"),
    [
        (["and if I raise 4 to 4-4"], "1,960"),
        (["and if I drop 5 to 5-2"], "1,810"),
        (["no, make that 4-4", "plus factor 1 at 1-7"], "2,260"),
        (["lower 3 to 3-2"], "1,735"),
        (["bring factor 4 up one", "and bring 4 down one"], "1,885"),
    ],
)
def test_a_total_of_named_levels_is_given_again_with_one_changed(
    engine: Engine, changes: list[str], total: str
) -> None:
    assert said(engine, NINE).startswith("**1,885 points: GS-9.**")
    answer = [said(engine, change) for change in changes][-1]
    assert answer.startswith(f"**{total} points: GS-")


def test_the_distance_of_a_total_from_a_grade_is_counted(engine: Engine) -> None:
    said(engine, NINE)
    assert said(engine, "how far to GS-11").startswith("**470 points short of GS-11:**")
    said(engine, NINE)
    assert said(engine, "how many more do I need for the 12").startswith("**870 points short")


@pytest.mark.parametrize("message", ["what does 4-4 require?", "4-3 or 4-4?", "why 4-4?"])
def test_a_level_asked_about_changes_no_total(engine: Engine, message: str) -> None:
    said(engine, NINE)
    assert not said(engine, message).startswith("**1,960")


def test_the_points_of_the_grade_that_is_wanted_are_named(engine: Engine) -> None:
    nothing = Engine(engine.library, ExtractiveArguer(), case=None, chooser=engine.chooser)
    said(nothing, "I want my GS-11 raised to a GS-12")
    assert said(nothing, "how many points do I need?").startswith("**GS-12 takes 2,755 to 3,150")


def test_points_are_counted_between_levels_spoken_of_in_turn(engine: Engine) -> None:
    said(engine, "level 4-3, what is that")
    said(engine, "next one up?")
    said(engine, "and the top of that factor")
    assert said(engine, "how many points between the first one I asked and that").startswith(
        "**300 points**"
    )


def test_which_of_two_levels_is_held_is_the_one_credited(engine: Engine) -> None:
    assert engine.standing is not None
    held = engine.standing.levels["5"]
    said(engine, "what does level 5-4 say?")
    said(engine, "and the one below?")
    assert held in said(engine, "which of the two is mine?").split("\n")[0]


def test_the_grade_asked_for_after_a_level_tried_is_that_of_the_trial(engine: Engine) -> None:
    tried = said(engine, "what if I had 5-4?").split("\n")[0]
    assert said(engine, "and then the grade?").split("\n")[0] == tried
    assert "With Level 5-4 and Level 4-5:" in said(engine, "what if 4-5 too?")


@pytest.mark.parametrize(
    "message",
    ["with 2-5 only, without 4-5?", "what if 2-5 but not 4-5?", "what if I give up 4-5"],
)
def test_what_is_left_out_is_not_what_is_tried(engine: Engine, message: str) -> None:
    assert said(engine, message).startswith("**With Level 2-5: ")


def test_levels_added_up_are_changed_whatever_was_spoken_of_between(empty: Engine) -> None:
    said(empty, NINE)
    for between in ("what is a desk audit?", "who decides an appeal?", "what is a benchmark?"):
        said(empty, between)
    assert said(empty, "what if 5-4").startswith("**1,960 points")
    assert said(empty, "add 9-2").startswith("**1,975 points")
    assert said(empty, "without the 5-4").startswith("**1,900 points")
    assert said(empty, "take back the 9-2").startswith("**1,885 points")
    assert said(empty, "swap 4-3 for 4-2").startswith("**1,810 points")


def test_a_total_is_held_against_the_bottom_of_its_grade(empty: Engine) -> None:
    said(empty, NINE)
    assert "30 points above the bottom of GS-9" in said(empty, "points above the floor?")


def test_levels_for_the_others_are_completed_by_the_one_named_before(empty: Engine) -> None:
    said(empty, "Factor 1 I'd put at 1-6. Is there a 1-6.5?")
    total = said(empty, "2-3, 3-3, 4-3, 5-3, 6-2, 7-2, 8-1, 9-1 for the others")
    assert total.startswith("**1,885 points: GS-9")


def test_a_level_there_is_not_makes_no_total(empty: Engine) -> None:
    answer = said(empty, "1-7, 2-4, 3-3, 4-4, 5-3, 6-6, 7-2, 8-1, 9-1 which grade?")
    assert "no Level 6-6, only 6-1 to 6-4" in answer


def test_a_supervisors_levels_are_taken_back_too(empty: Engine) -> None:
    said(empty, "I supervise: GSSG levels 1-2, 2-2, 3-2c, 4A-2, 4B-2, 5-7, 6-4a. total?")
    assert said(empty, "and with 3-3b").startswith("**3,550 points")
    assert said(empty, "and without 3-3b but 2-3").startswith("**3,325 points, GS-13")


def test_which_of_the_levels_put_in_is_superfluous(empty: Engine) -> None:
    said(empty, NINE)
    for more in ("what if 1-7", "and 2-4 too", "add 9-2"):
        said(empty, more)
    answer = said(empty, "if I take all three, which of them is superfluous for an 11?")
    assert answer.startswith("**Level 9-2 may be left out and GS-11 still stands")


def test_both_totals_of_a_table_are_answered(empty: Engine) -> None:
    answer = said(empty, "What does the grade conversion table say for 2750? for 2755?")
    assert "2,750 points are GS-11" in answer
    assert "2,755 points are GS-12" in answer


@pytest.mark.parametrize(
    "message",
    [
        "Level 7-2 of the Primary Standard, what is it?",
        "5-4 in the primary standard: explain",
        "By the Primary Standard, what is 1-7 like",
    ],
)
def test_what_a_level_is_may_be_asked_in_any_order(empty: Engine, message: str) -> None:
    assert reply(empty, message).topic == "level-meaning"


def test_the_purpose_of_contacts_has_a_letter_in_the_family(empty: Engine) -> None:
    said(empty, "Level 7-2 of the Primary Standard, what is it?")
    assert "Level 7-B" in said(empty, "and in the HR family, what is 7-2?")
    assert "rated under Factor 6" in said(empty, "on which contacts do I rate it?")
