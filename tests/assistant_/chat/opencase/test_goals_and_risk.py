"""What a grade takes, and what may be lost; the example stands at 2,645 and seeks 2-5 and 4-5."""

from __future__ import annotations

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from core.model import Case
from index.library import Library
from tests.assistant_.saying import reply, said

LEVELS = {"1": "1-7", "2": "2-4", "3": "3-3", "4": "4-4", "5": "5-3", "6": "6-3"}
LEVELS |= {"7": "7-2", "8": "8-1", "9": "9-1"}


@pytest.fixture
def own(example_library: Library, chooser: Chooser) -> Engine:
    """An engine on a case that holds a grade above what its levels earn: 2,470 points, GS-11."""
    case = Case.model_validate(
        {
            "standard": "fes-primary",
            "current": {"pay_plan": "GS", "series": "9999", "grade": 12},
            "requested": {"pay_plan": "GS", "series": "9999", "grade": 13},
            "levels": LEVELS,
            "sought": {"2": "2-5", "3": "3-4", "5": "5-4"},
        }
    )
    return Engine(example_library, ExtractiveArguer(), case=case, chooser=chooser)


def test_the_least_is_searched_for_the_grade_that_is_named(own: Engine) -> None:
    least = said(own, "what's the least that keeps my 12")
    assert least.startswith(
        "**285 points more make GS-12; of what is sought Level 2-5 with Level 3-4 reaches it, "
    )
    assert said(own, "and for 13?").startswith(
        "**No: all that is sought gives 2,920 points, GS-12, 235 short of GS-13, which "
    )


def test_what_a_grade_takes_is_asked_whatever_level_was_spoken_of(own: Engine) -> None:
    said(own, "argue level 3-5 both ways")
    assert said(own, "what would a GS-13 take?").startswith(
        "**No: all that is sought gives 2,920 points, GS-12, 235 short of GS-13, which "
    )


def test_what_asking_may_cost_stands_before_what_it_may_bring(own: Engine) -> None:
    lead = said(own, "is it worth going for the 13?").split("\n\n")[0]
    assert "Your grade is at risk" in lead
    assert lead.index("GS-11") < lead.index("Level 2-5 (")


def test_what_is_lacking_is_counted_beside_what_is_named(own: Engine) -> None:
    answer = said(own, "what would I need besides 3-4 and 5-4 for a 12")
    assert answer.startswith(
        "**35 points more make GS-12; of what is sought Level 2-5 alone reaches it, with 2,920"
    )


def test_what_may_be_left_out_is_named(own: Engine) -> None:
    answer = said(own, "which of the three could I leave out for a 12?")
    assert answer.startswith("**Level 5-4 may be left out and GS-12 still stands:")


def test_two_factors_are_set_beside_each_other(own: Engine) -> None:
    answer = said(own, "which is easier, factor 3 or factor 5")
    assert "Level 3-4 brings +175 points" in answer
    assert "Level 5-4 brings +75" in answer


def test_what_would_have_to_fall_is_counted_without_a_case(empty: Engine) -> None:
    said(empty, f"{', '.join(LEVELS.values())}, which grade by the Primary Standard?")
    answer = said(empty, "which would have to fall for it to become a 10?")
    assert "falls to GS-10 when more than 115 points are taken away: Level 1-6" in answer
    assert "Level 1-8 (2,770 points)" in said(empty, "which factor is the cheapest way to a 12")


@pytest.mark.parametrize(
    "message",
    [
        "could they put me at 11",
        "and if OPM says I'm a 5??",
        "is a downgrade to 9 possible",
        "might this backfire and leave me with an 11?",
        "could I walk away with an 11 after all this",
    ],
)
def test_a_lower_grade_that_is_feared_is_told_the_risk(own: Engine, message: str) -> None:
    answer = reply(own, message)
    assert answer.topic == "appeal-risk"
    assert "Your grade is at risk" in answer.answer


@pytest.mark.parametrize(
    "message",
    [
        "what if they make me a 13",
        "could they give me an 8 hour shift",
    ],
)
def test_a_grade_hoped_for_is_no_risk(empty: Engine, message: str) -> None:
    assert reply(empty, message).topic != "appeal-risk"


@pytest.mark.parametrize("grade", ["13", "10"])
def test_an_end_is_either_way_while_the_grade_held_is_not_known(empty: Engine, grade: str) -> None:
    answer = said(empty, f"could this end with me as a {grade}?")
    assert answer.startswith("**It may end above, at or below the grade you hold")
    assert "highest grade" not in answer


def test_a_review_by_the_agency_can_lower_too(empty: Engine) -> None:
    answer = said(empty, "what if the classifier finds them at 9 instead")
    assert "up or down" in answer
    assert "OPM decides" not in answer


def test_who_waits_is_told_what_runs_out(empty: Engine) -> None:
    answer = reply(empty, "what would I lose if I do nothing?")
    assert answer.topic == "deadline-after-lowering"
    assert "15 calendar days" in answer.answer


def test_what_is_sought_on_a_factor_is_told_and_stays_what_is_spoken_of(own: Engine) -> None:
    told = said(own, "and guidelines, what am I asking for there?")
    assert "Level 3-4 is sought on Factor 3; 3-3 stands" in told
    assert "Level 3-4 is worth 450 points" in said(own, "what's that worth?")
    assert "With Level 3-4:" in said(own, "and the total if I got only that?")
    assert "3-4 is not shown" in said(own, "am I going to get it?")
    assert "Nothing is sought on Factor 4" in said(own, "what did I ask for in factor 4?")


def test_levels_are_credited_for_a_trial_and_added_to_it(own: Engine) -> None:
    both = said(own, "Credit 2-5 and 4-5 here and nothing else new. What comes out?")
    assert "With Level 2-5 and Level 4-5:" in both
    added = said(own, "what about with 5-4 on top of all that?")
    assert "With Level 2-5, Level 4-5 and Level 5-4:" in added


def test_one_of_the_levels_tried_is_held_against_a_grade(own: Engine) -> None:
    said(own, "what if 2-5 were credited?")
    said(own, "and 3-4 as well?")
    assert said(own, "is that enough for GS-13?").startswith("**No: ")
    first = said(own, "is the first one enough for GS-11?")
    assert first.startswith("**Yes, ")
    assert "With Level 2-5:" in first
    second = said(own, "does the second one alone get me a 12?")
    assert "With Level 3-4:" in second
    assert second.startswith("**No, that is not yet GS-12" if "GS-11" in second else "**Yes")


def test_a_total_enough_for_more_is_enough(own: Engine) -> None:
    said(own, "what if 2-5 and 3-4 were credited?")
    assert said(own, "is that enough for a GS-11?").startswith("**Yes, and for more: ")


def test_whether_all_the_levels_sought_are_needed_is_told_with_the_fewest(own: Engine) -> None:
    answer = said(own, "do I really need all three of the levels I am asking for to get a 12?")
    assert "may be left out and GS-12 still stands" in answer
    assert "The fewest that reach GS-12: Level" in answer


def test_no_single_level_is_enough_for_a_grade_without_a_case(empty: Engine) -> None:
    answer = said(empty, "is 2-5 enough for a GS-12?")
    assert answer.startswith("**No single level makes a grade")
    assert "450 points" in answer or "650 points" in answer


def test_an_offer_turned_down_is_no_grade_feared(empty: Engine) -> None:
    said(empty, "HR told me my job drops from 12 to 11 next month")
    answer = reply(empty, "what if I turn down an offer at 12 in another city")
    assert answer.topic == "retention-ends"
    assert "commuting area" in answer.answer
