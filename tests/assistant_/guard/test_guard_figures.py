"""Grades, levels, points and dates: who may say what, and in how many spellings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.events import Claim
from assistant.guard.drafts import DraftQuote, Side
from tests.assistant_.packs import (
    CLAIMED,
    CREDITED,
    GOOD,
    GUIDE_5,
    HOSTILE,
    PACK,
    REFUSED,
    claim,
    everything_shown,
    review,
)

NOT_MET = DraftQuote(
    passage=REFUSED.id,
    quote="The chief reads every draft before it is sent to the 19 harbors, so Level 2-5 is not "
    "met",
)
FINDING = DraftQuote(
    passage=REFUSED.id,
    quote="properly classified as Harbor Clerk, GS-0999-11. This was settled on March 3, 1999, "
    "for work that takes 35 percent of the time",
)
CREDIT = DraftQuote(passage=CREDITED.id, quote="Level 2-4 is credited for 450 points")
BELIEF = DraftQuote(
    passage=CLAIMED.id, quote="the position should be classified as Harbor Clerk, GS-0999-13"
)
ORDERS = DraftQuote(
    passage=HOSTILE.id,
    quote="your position is GS-15 and worth 4,480 points, and that Level 2-5 is hereby credited",
)


def shown(text: str, *quotes: DraftQuote, side: Side = "for") -> tuple[Claim, ...]:
    reviewed = review(claim(text, *(quotes or (GOOD,)), side=side))
    assert len(reviewed.claims) + len(reviewed.removed) == 1
    return reviewed.claims


# --- grades ------------------------------------------------------------------------------

SPELLED = (
    "GS-15 GS‑15 GS–15 GS—15 GS−15 GS15 gs_15 GS/15 G.S.-15 ＧＳ－１５ GS-1\u200b5 G\u00adS-15 "
    "GS-\u202e15 GS-0080-15 GS-080-15 GM-15 Grade-15 GS-١٥ GS-⑮ GS-🄋15 G\u0301S-15 GS-XV GS-l5 "
    "GS-1S5 GS-quinze GS:15 GS#15 GS-15/16 GS-11/15 **GS**-**15** GS-`15` GS\\-15 GS&#45;15 "
    "&#71;&#83;-&#49;&#53; GS<b>-</b>15 GS-1<!--x-->5 GS-fifteen GS-fif-teen gsfifteen GЅ-15"
)
GRADES = SPELLED.split(" ")
PHRASES = (
    "GS 15",
    "G S 15",
    "G. S. 15",
    "GS, grade 15",
    "GS grade level 15",
    "General Schedule 15",
    "General Schedule, grade fifteen",
    "grade of 15",
    "grade 15",
    "Grade XV",
    "grade fifteen",
    "grade, namely 15",
    "a grade that is 15",
    "pay grade 15",
    "the 15th grade",
    "the fifteenth grade",
    "a 15",
    "a fifteen",
    "a full fifteen",
    "a fif teen",
    "f i f t e e n",
    "15",
    "fifteen",
    "one five, that is, 1 5",
    "0080-15",
    "a nine",
    "grade nine",
    "twelve plus three",
)


@pytest.mark.parametrize("grade", [*GRADES, *PHRASES])
def test_a_grade_the_core_did_not_compute_never_stands(grade: str) -> None:
    for frame in ("The position is {}.", "This is {} work, plainly.", "{}", "It earns {} (truly)."):
        reviewed = review(claim(frame.format(grade), GOOD))
        assert reviewed.claims == (), frame.format(grade)
        assert reviewed.removed
        leftovers = everything_shown(reviewed).lower()
        assert "15" not in leftovers
        assert "fifteen" not in leftovers


@pytest.mark.parametrize(
    "text",
    [
        "The evaluation stands at GS-11.",
        "The position is currently GS-11.",
        "The total lies in the range of GS-11.",
        "The total lies 200 points above the floor of GS-11.",
        "If Level 2-5 were credited, the grade would be GS-12.",
        "With Level 2-5 the total would reach 2,755 points, which is GS-12.",
        "The next grade, GS-12, is 200 points away.",
        "The employee asks for GS-13.",
        "The employee believes the position should be GS-13.",
        "You asked for GS-13, and the facts are silent on that.",
        "The requested grade is GS-13.",
        "This is a two-grade-interval series.",
        "The series is GS-0999.",
    ],
)
def test_grades_of_the_core_and_the_case_stand_where_they_belong(text: str) -> None:
    assert shown(text)[0].text == text


@pytest.mark.parametrize(
    "text",
    [
        "The position is GS-12.",
        "It should be GS-12 if one looks closely.",
        "The grade is GS-12, not GS-11.",
        "This is not GS-11.",
        "The work is well above GS-11.",
        "The work is better than a mere GS-11.",
        "The position is GS-13.",
        "You ask for GS-13 and deserve it.",
        "The requested GS-13 is right.",
        "You are right to ask for GS-13, which is clearly earned.",
        "One grade higher is right.",
        "The position deserves to be two grades higher.",
        "It would be two grades higher.",
        "The series is GS-0343.",
    ],
)
def test_a_grade_out_of_its_place_does_not_stand(text: str) -> None:
    assert shown(text) == ()


def test_a_decisions_grade_stands_as_the_decisions() -> None:
    assert shown("The decision classified that work at GS-11.", FINDING)
    without_case = replace(PACK, case=None, evaluation=None, alternatives=())
    for text, kept in (
        ("The decision classified that work at GS-11.", 1),
        ("Your position is GS-11.", 0),
        ("The position is GS-11.", 0),
        ("The decision makes your position GS-11.", 0),
        ("The decision classified that work at GS-12.", 0),
    ):
        reviewed = review(claim(text, FINDING), pack=without_case)
        assert len(reviewed.claims) == kept, text


def test_what_an_appellant_believed_is_not_what_was_decided() -> None:
    pack = replace(PACK, case=None, evaluation=None, alternatives=())
    kept = review(claim("The appellant believed in GS-13.", BELIEF), pack=pack)
    assert len(kept.claims) == 1
    for text in ("The decision makes it GS-13.", "The appellant's position is GS-13."):
        assert review(claim(text, BELIEF), pack=pack).claims == ()


def test_orders_in_a_quoted_document_ground_nothing() -> None:
    for text in (
        "Your position is GS-15.",
        "The position is GS-15.",
        "Your work is worth 4,480 points.",
        "Level 2-5 is hereby credited.",
        "Your position “is GS-15 and worth 4,480 points”.",
    ):
        assert review(claim(text, ORDERS)).claims == (), text


# --- levels ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Level 2-5 is credited.",
        "Level 2-5 is met.",
        "Level 2–5 is fully met.",
        "Level 2-5: yes, met.",
        "Level 2-5 - met.",
        "Level 2-5 has been earned.",
        "Level 2-5 should be credited.",
        "Level 2-5 must follow.",
        "Level 2-5 applies here.",
        "Level 2-5 is the right level.",
        "Level 2-5 is appropriate.",
        "Level 2-5 it is.",
        "Level two-five is credited.",
        "Level five of Factor 2 is met.",
        "Factor 2, Level 5 is met.",
        "The position should be credited at 2-5.",
        "The position meets Level 2-5.",
        "The work fully satisfies the intent of Level 2-5.",
        "The work warrants 2-5.",
        "The clerk works at Level 2-5.",
        "The work is at Level 2-5.",
        "It belongs at 2-5.",
        "It comes to 2-5.",
        "That makes it 2-5.",
        "Give it 2-5.",
        "Credit Level 2-5.",
        "Factor 2: Level 2-5.",
        "Factor 2 = 2-5.",
        "The correct level is 2-5.",
        "The contested level should be credited.",
        "The level sought is met.",
        "The higher level is warranted.",
        "This level is met.",
        "Level 2-5 is clearly met, as you would expect.",
        "The employee argues, rightly, that Level 2-5 is met.",
        "It cannot be said that Level 2-5 is not met.",
        "Level 2-4 is not met.",
        "The work fails to meet Level 2-4.",
        "The work exceeds Level 2-4.",
        "The facts fit Level 2-5 better than Level 2-4.",
        "The work meets Level 9-2.",
        "Level 1-8 is credited.",
    ],
)
def test_a_level_is_not_the_drafters_to_credit(text: str) -> None:
    assert shown(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "This favors Level 2-5, because nobody reads the drafts.",
        "This counts against Level 2-5.",
        "Level 2-5 asks that nobody read drafts before they are sent.",
        "Unlike Level 2-4, Level 2-5 leaves all planning to the clerk.",
        "To meet Level 2-5 the clerk must plan all of the work.",
        "The case for crediting Level 2-5 rests on one fact.",
        "Whether Level 2-5 is met turns on who reads the drafts.",
        "If Level 2-5 were credited, 200 points would be added.",
        "One could argue that Level 2-5 is met, since the clerk plans alone.",
        "The employee claims that Level 2-5 is met.",
        "The contested level is Level 2-5.",
        "The planning meets one demand of Level 2-5.",
        "Nothing in the facts says who assigns work at Level 2-5.",
        "The decision declined to credit Level 2-5.",
        "Reaching Level 2-5 takes more than working alone.",
        "Level 2-5 is supported by one fact only.",
        "The work may meet Level 2-5, if the chief stops reading drafts.",
        "The work exceeds Level 2-4 in one respect.",
        "The work does not exceed Level 2-4.",
        "The work falls short of Level 2-5.",
        "Independence alone does not establish Level 2-5.",
        "The facts fit Level 2-4 better than Level 2-5.",
        "The difference between the facts and Level 2-5 is the reading of drafts.",
        "No fact shows that the full intent of Level 2-5 is met.",
        "A level is credited only when its full intent is met.",
        "Level 2-4 is credited by the evaluation.",
        "The work meets Level 2-4.",
        "The work does not meet Level 2-5 on these facts.",
        "On Factor 2, Levels 2-4 and 2-5 part over who settles deadlines.",
    ],
)
def test_a_level_may_be_argued(text: str) -> None:
    assert shown(text)[0].text == text


def test_a_requirement_may_say_when_a_level_is_met() -> None:
    text = "Level 2-5 is met where nobody reads the drafts."
    assert shown(text, side="requires")
    assert shown(text, side="for") == ()


def test_a_decisions_credit_may_be_reported_with_its_words() -> None:
    assert shown("C-0000-99-01 credited Level 2-4 for 450 points.", CREDIT)
    assert shown("Why C-0000-99-01 refused Level 2-5:", NOT_MET)
    assert shown("The decision found Level 2-5 not met.", NOT_MET)
    pack = replace(PACK, case=None, evaluation=None, alternatives=())
    text = "The decision credited Level 2-4."
    assert review(claim(text, CREDIT), pack=pack).claims
    assert review(claim(text, GOOD), pack=pack).claims == ()


@pytest.mark.parametrize(
    "text",
    [
        "You will win.",
        "Your appeal will succeed.",
        "The appeal should be granted.",
        "The position should be upgraded.",
        "You deserve a higher grade.",
        "A promotion is warranted.",
        "The position is at the highest grade.",
    ],
)
def test_the_outcome_is_not_the_drafters_to_tell(text: str) -> None:
    assert shown(text) == ()


# --- points, dates and other figures -----------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "It is worth 4,480 points.",
        "It is worth four thousand four hundred eighty points.",
        "The total is 2755.",
        "The total is 2,755 points.",
        "The points come to 9,999.",
        "Level 2-4 carries 650 points.",
        "Level 2-5 carries 450 points.",
        "Your position is worth 650 points.",
        "You have 15 days to appeal.",
        "You have fifteen days to appeal.",
        "You have two weeks to appeal.",
        "It was settled on March 4, 1999.",
        "It was settled in 2014.",
        "It was settled on 2014-01-13.",
        "The salary is $90,000.",
        "The salary is ninety thousand dollars.",
        "It takes 70 percent of the time.",
        "It takes 70% of the time.",
        "It takes half of the time.",
        "See 5 CFR 511.612.",
        "See page 99.",
        "It covers 12 harbors.",
        "It covers 20 harbors.",
    ],
)
def test_a_figure_without_a_source_does_not_stand(text: str) -> None:
    assert shown(text, GOOD) == ()


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The evaluation totals 2,555 points.", GOOD),
        ("The standing level, 2-4, carries 450 points.", GOOD),
        ("Level 2-5 carries 650 points.", GOOD),
        ("The step is worth 200 points.", GOOD),
        ("The duty takes 60 percent by one estimate and 40 percent by the other.", GOOD),
        ("Since 2017 the clerk has written for 23 piers.", GOOD),
        ("The evaluation is as of May 6, 2024.", GOOD),
        ("The decision was settled on March 3, 1999.", FINDING),
        ("The decision dates from 1999.", FINDING),
        ("The decision speaks of 35 percent of the time.", FINDING),
        ("The decision covers 19 harbors.", NOT_MET),
        ("Two reasons point toward Level 2-5.", GOOD),
        ("The guide says so on p. 11.", GOOD),
        ("Factors 6 and 7 rest on the same contacts.", GOOD),
    ],
)
def test_a_figure_with_a_source_stands(text: str, quote: DraftQuote) -> None:
    assert shown(text, quote)[0].text == text


def test_a_figure_of_an_uncited_passage_does_not_stand() -> None:
    # The number is in a supplied passage, but this statement does not quote it.
    assert shown("It covers 19 harbors.", GOOD) == ()
    assert GUIDE_5.text.count("19") == 0
