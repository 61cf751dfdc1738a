"""The guide, the people and the shares in talk decide what a few words mean."""

from __future__ import annotations

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from core.model import Case, Duty, Fact
from index.library import Library
from tests.assistant_.saying import reply, said

TEAM = "I supervise 4 GS-12 engineers and 10 GS-9 techs, what is my base?"
SHARES = "30 percent of the job is GS-12 work and 70 percent GS-11 work, what grade?"


def test_contractors_count_in_the_base_beside_the_staff(engine: Engine) -> None:
    said(engine, "I supervise 1 GS-12 and 9 GS-9, what is my base?")
    told = said(engine, "a third of the work is done by contractors at GS-12 level")
    assert "counts in the base" in told
    assert "the base is GS-12" in told
    assert said(engine, "sorry, wrong numbers: it is 2 GS-12 and 11 GS-9").count("GS-12") > 1


@pytest.mark.parametrize(
    ("message", "turns"),
    [
        ("one of the 12s works with no supervision, HR won't count him", "left out, GS-9"),
        ("HR says the GS-12s are too independent to count", "left out, GS-9"),
    ],
)
def test_independence_alone_takes_nobody_out_of_the_base(
    engine: Engine, message: str, turns: str
) -> None:
    said(engine, TEAM)
    told = said(engine, message)
    assert told.startswith("**No, working independently is not enough")
    assert "counted the base is GS-12" in told
    assert turns in told


def test_technical_work_of_subordinate_chiefs_counts(engine: Engine) -> None:
    said(engine, TEAM)
    told = said(engine, "the two unit chiefs say they do technical work most of the day")
    assert "technical work they do themselves counts" in told


def test_a_headcount_is_corrected_as_a_whole(engine: Engine) -> None:
    assert said(engine, TEAM).startswith("**The base is GS-12")
    told = said(engine, "I miscounted, it's 2 GS-11, no GS-12 and 7 GS-9")
    assert "The base is GS-9" in told


def test_a_share_of_the_work_supervised_is_changed(engine: Engine) -> None:
    said(engine, "In my unit 30 percent of the work is GS-11, the rest is GS-9. What base is that?")
    assert said(engine, "what if the 11s are only 20?").startswith("**The base is GS-9")
    assert "Level 6-3, 975 points" in said(engine, "which level of factor 6 goes with that")


def test_levels_after_supervising_are_those_of_the_supervisory_guide(engine: Engine) -> None:
    said(engine, TEAM)
    assert said(engine, "is factor 6 6-5 for me").startswith("**Yes, over a base of GS-12")
    scope = reply(engine, "my program covers 3 states. scope?")
    assert "like Level 1-3" in scope.answer
    assert said(engine, "so which grade am I").startswith("**Not from the base alone")


def test_the_analysis_guide_goes_on_until_another_is_named(engine: Engine) -> None:
    said(engine, "I'm grading a GS-0343-12 position by the Administrative Analysis guide")
    told = said(engine, "factor 5: results affect staffing in six field offices. 5-3 or 5-4?")
    assert told.startswith("**By the Administrative Analysis Grade Evaluation Guide")
    assert "speaks for 5-4" in told
    said(engine, "who can represent me in an appeal?")
    assert "110 points" in said(engine, "contacts 3 and purpose b, in the guide they are combined")
    said(engine, "is there a standard for 0201?")
    other = said(engine, "factor 5: results affect six field offices. 5-3 or 5-4?")
    assert "Administrative Analysis" not in other


def test_two_levels_with_facts_are_set_beside_each_other(engine: Engine) -> None:
    told = said(
        engine,
        "factor 2: the boss sets objectives, results are accepted as authoritative. 2-4 or 2-5?",
    )
    assert told.startswith("**2-5 if the whole of it is met, else 2-4.")


@pytest.mark.parametrize("message", ["is that a 12 then", "so is it a GS-12", "is that enough"])
def test_a_grade_asked_after_shares_is_asked_of_them(engine: Engine, message: str) -> None:
    said(engine, SHARES)
    asked = reply(engine, message)
    assert asked.topic == "share-of-time"
    assert "12 percent" not in asked.answer
    assert "it depends" in asked.answer


def test_a_grade_asked_after_a_total_is_asked_of_it(engine: Engine) -> None:
    said(engine, "what do 1-7, 2-4, 3-3, 4-4, 5-3, 6-3, 7-3, 8-1 and 9-1 add up to?")
    assert said(engine, "is that 12").startswith("**No: 2,540 points are GS-11")


def test_what_is_paramount_is_asked_of_the_shares_told(engine: Engine) -> None:
    said(engine, SHARES.replace(", what grade?", "."))
    said(engine, "and if the GS-12 part was only 20%?")
    said(engine, "who decides?")
    told = said(engine, "which of the two is the paramount work")
    assert told.startswith("**The GS-12 work, with 30 percent, if it is officially")
    assert "series" in said(engine, "so what grade and series would that be")


@pytest.mark.parametrize(
    ("message", "system"),
    [
        ("the requirement to hold the job is an electrician license", "the wage system"),
        ("a contracting certificate is required, the welding isn't", "the General Schedule"),
    ],
)
def test_what_a_job_requires_points_to_its_pay_system(
    engine: Engine, message: str, system: str
) -> None:
    said(engine, "I weld half of the time and do paperwork the other half, GS or wage grade?")
    assert said(engine, message).startswith(f"**That points to {system}")
    assert said(engine, "my boss says 60% is electrician work").startswith("**The share of time")


def test_support_stays_out_of_the_base_when_more_is_told(engine: Engine) -> None:
    said(engine, "my unit: 3 GS-13 economists, 6 GS-11 analysts, 2 GS-6 clerks. what's the base")
    assert "nothing turns on it" in said(engine, "one GS-13 works unsupervised, he is left out")
    assert "base is GS-11" in said(engine, "sorry, make that 1 GS-13, 8 GS-11 and 2 GS-6 clerks")


@pytest.mark.parametrize(
    "message",
    [
        "can I appeal to OPM independently of HR?",
        "they told me my cases were closed",
        "is that 15?",
    ],
)
def test_what_only_shares_a_word_is_not_taken_for_the_base(engine: Engine, message: str) -> None:
    said(engine, TEAM)
    said(engine, "how long do I have to appeal a downgrade effective November 20 2026?")
    assert reply(engine, message).topic not in {"base-level", "points-range"}


def test_paperwork_of_an_appeal_is_no_requirement_of_the_job(engine: Engine) -> None:
    said(engine, "I weld half of the time and do paperwork the other half, GS or wage grade?")
    assert "points to" not in said(engine, "does an appeal need much paperwork?")


def test_a_search_for_an_occupation_begins_with_none_where_none_is_held(engine: Engine) -> None:
    told = said(engine, "find me decisions about management analysts asking for Level 3-4")
    assert told.startswith("**None in your library is on management analysts")
    use = reply(engine, "can I cite that one in my appeal")
    assert use.topic == "prior-decisions"


@pytest.mark.parametrize(
    "told",
    [
        "what is my base level with six GS-12, five GS-9 and three contractors?",
        "my staff: six GS-12, five GS-9, three contractors. base level?",
        "I supervise six GS-12 and three contractors. What is the base level?",
    ],
)
def test_contractors_without_a_grade_are_given_none(engine: Engine, told: str) -> None:
    answer = said(engine, told)
    assert "contractors at GS" not in answer
    assert "GS-12" in answer


@pytest.fixture
def own(example_library: Library, chooser: Chooser) -> Engine:
    """An engine on somebody's own case, which is fictional: 2,470 points, GS-11."""
    levels = ("1-7", "2-4", "3-3", "4-4", "5-3", "6-3", "7-2", "8-1", "9-1")
    case = Case.model_validate(
        {
            "standard": "fes-primary",
            "current": {"pay_plan": "GS", "series": "0343", "grade": 11},
            "requested": {"pay_plan": "GS", "series": "0343", "grade": 12},
            "levels": dict(zip("123456789", levels, strict=True)),
            "sought": {"2": "2-5", "3": "3-4", "5": "5-4"},
            "duties": (
                Duty(title="Physical surveys", percent_employee=45, percent_supervisor=30),
                Duty(title="Records surveys", percent_employee=55, percent_supervisor=70),
            ),
            "facts": (
                Fact(
                    text="My chief reads every survey report before it goes out.",
                    source="Chief",
                    factor=2,
                ),
            ),
        }
    )
    return Engine(example_library, ExtractiveArguer(), case=case, chooser=chooser)


@pytest.mark.parametrize(
    ("message", "stands"),
    [
        ("fine. guidelines?", "Factor 3, Guidelines: Level 3-3 is on record, 275"),
        ("ok, leave that. what about the complexity one", "Factor 4, Complexity: Level 4-4"),
        ("next, scope", "Level 5-3 is on record, 150 points.** Level 5-4 is sought, 75"),
    ],
)
def test_another_factor_of_the_case_is_turned_to(own: Engine, message: str, stands: str) -> None:
    said(own, "tell me about 2-5")
    assert stands in said(own, message)


def test_the_agency_holds_what_is_on_record(own: Engine) -> None:
    said(own, "what do the facts say on factor 2?")
    assert "Level 2-4 is on record" in said(own, "and what does HR say?")


@pytest.mark.parametrize(
    "message", ["so where does all that leave me", "short version of where I am please"]
)
def test_the_whole_is_asked_for_behind_its_parts(own: Engine, message: str) -> None:
    said(own, "what if they say my guidelines are only 3-2")
    assert said(own, message).startswith("**2,470 points: GS-11.**")


def test_what_is_lacking_for_a_level_is_followed_by_all_it_takes(own: Engine) -> None:
    said(own, "does my case meet 2-5?")
    assert said(own, "what else would it take").startswith("**Level 2-5** (Factor 2")


def test_the_level_named_is_refused_and_the_others_tried(own: Engine) -> None:
    said(own, "what would 2-5 give")
    both = said(own, "and if they refuse that one but give me the other two?")
    assert both.startswith("**With Level 3-4 and Level 5-4: 2,720 points, GS-11.**")
    assert said(own, "only one of those?").startswith("**Neither alone reaches GS-12.**")


def test_the_distance_of_what_is_tried_is_no_step_further(own: Engine) -> None:
    said(own, "what would 3-4 give")
    assert "110 points short of GS-12" in said(own, "how near is that to the next grade")


def test_a_level_given_up_for_a_fact_is_held_against_the_criteria(own: Engine) -> None:
    said(own, "tell me about 2-5")
    told = said(own, "she rewrites all my releases, so I guess that's a no")
    assert "Level 2-4 stands, and 2-5 is not shown" in told.split("\n")[0]


def test_what_is_told_stands_beside_what_the_case_states_of_it(own: Engine) -> None:
    told = said(own, "I had that wrong, my chief does not read every survey report, only some")
    assert "the case states: *My chief reads every survey report" in told


def test_a_duty_is_known_by_the_most_words_of_its_title(own: Engine) -> None:
    told = said(own, "what share of time does each of them give to physical surveys?")
    assert told.startswith("**Physical surveys takes 45 percent by the employee and 30")


def test_the_factors_of_the_guide_go_on_by_their_place(empty: Engine) -> None:
    first = said(empty, "I supervise eight GS-11 budget analysts. What would my grade be?")
    assert "it is GS-12" in first
    assert "1-5 (900)" in said(empty, "how many points is the first factor worth?")
    assert "2-1 (100), 2-2 (250) and 2-3 (350)" in said(empty, "and the second one?")
    assert said(empty, "the next one").startswith("**Factor 3 of the supervisory guide")
    assert "4A-4 (100)" in said(empty, "what about number 4")


def test_points_after_a_factor_of_the_guide_are_its_own(empty: Engine) -> None:
    said(empty, "how is a supervisor's grade figured")
    assert "2-3 (350)" in said(empty, "how many points can factor 2 of the GSSG have?")
    assert "report to an SES member" in said(empty, "and on reporting chain?")
    assert "2-1 (100), 2-2 (250) and 2-3 (350)" in said(empty, "and in points?")


def test_a_share_after_a_leader_is_the_guide_s_share_of_supervising(empty: Engine) -> None:
    said(empty, "does the GSSG apply to a team leader")
    assert "At least 25 percent" in said(empty, "what percent of time do you need")
    assert said(empty, "I'm at 20 percent").startswith("**20 percent is not enough")
