"""A case made by answering questions in the conversation, as ``fes case new`` asks them."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.cases.questions import QUESTIONS
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from assistant.chat.moves.resuming import put_down, take_up
from core.model import Case
from index.library import Library
from tests.assistant_.saying import said

ANSWERS = (
    "Permit Analyst",
    "it is a GS-0343-11 job",
    "GS-0343-12",
    "Permits Branch, Bureau of Fictional Affairs",
    "skip",
    "no, it leaves out the new permit rules",
    "Reviews permit rules and drafts new ones, 60%",
    "Answers counties' questions, 25%",
    "no more",
    "The chief sets deadlines and reads the final report only for policy",
    "The state code, which says nothing on new kinds of permits",
)


@pytest.fixture
def engine(example_library: Library, chooser: Chooser) -> Engine:
    return Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)


def answered(engine: Engine, *answers: str) -> str:
    last = ""
    for answer in answers:
        last = said(engine, answer)
    return last


@pytest.mark.parametrize(
    ("told", "adequate"),
    [
        ("mostly yes", True),
        ("Yes, more or less.", True),
        ("it does", True),
        ("it doesn't, half of it is outdated", False),
        ("not really", False),
        ("No", False),
    ],
)
def test_yes_and_no_may_be_said_in_other_words(engine: Engine, told: str, adequate: bool) -> None:
    answered(engine, "ask me the questions", *("skip" for _ in range(5)), told)
    assert engine.case is not None
    assert engine.case.position_description.adequate is adequate


def test_a_duty_is_a_duty_whatever_was_asked(engine: Engine) -> None:
    answered(engine, "ask me the questions", *("skip" for _ in range(5)))
    asked = said(engine, "Drafts replies to members of Congress, 40 percent")
    assert "Does it describe the work" in asked
    assert engine.case is not None
    assert [duty.percent_employee for duty in engine.case.duties] == [40]


def test_the_question_is_put_again_when_it_was_not_understood(engine: Engine) -> None:
    answered(engine, "ask me the questions", "Permit Analyst")
    asked = said(engine, "what was the question again?")
    assert asked.count("**") == 2
    assert "Which series and grade is it in now?" in asked


def test_a_wrong_answer_is_told_without_the_name_of_a_field(engine: Engine) -> None:
    answered(engine, "ask me the questions", *("skip" for _ in range(5)))
    assert "position_description" not in said(engine, "it depends")


@pytest.mark.parametrize(
    "opening",
    [
        "ask me the questions",
        "ask me what you need to know",
        "interview me about my job",
        "walk me through making a case",
        "help me make a case",
        "I want to build my case step by step",
    ],
)
def test_questions_are_put_one_at_a_time(engine: Engine, opening: str) -> None:
    first = said(engine, opening)
    assert QUESTIONS[0].text in first
    assert QUESTIONS[1].text not in first
    assert QUESTIONS[1].text in said(engine, "Permit Analyst")


def test_answers_make_the_case_and_what_is_skipped_stays_out(engine: Engine) -> None:
    last = answered(engine, "ask me the questions", *ANSWERS)
    case = engine.case
    assert case is not None
    assert (case.title, case.current.title) == ("Permit Analyst", "Permit Analyst")
    assert (case.current.series, case.current.grade, case.requested.grade) == ("0343", 11, 12)
    assert case.position_description.number == ""
    assert case.position_description.adequate is False
    assert [duty.percent_employee for duty in case.duties] == [60, 25]
    assert [fact.factor for fact in case.facts] == [2, 3]
    assert "What must somebody know" in last


def test_a_question_between_is_answered_and_ours_is_put_again(engine: Engine) -> None:
    answered(engine, "ask me the questions", "Permit Analyst")
    between = said(engine, "How many points does a GS-12 take?")
    assert "2,755" in between
    assert between.rstrip().endswith(
        "**Which series and grade is it in now?** Such as: *GS-0560-11*"
    )
    answered(engine, "GS-0343-11")
    assert engine.case is not None
    assert engine.case.current.grade == 11


def test_an_answer_taken_back_is_asked_for_again(engine: Engine) -> None:
    answered(engine, "ask me the questions", "Permit Analyst", "GS-0343-10")
    back = said(engine, "undo")
    assert "Which series and grade is it in now?" in back
    answered(engine, "GS-0343-11")
    assert engine.case is not None
    assert engine.case.current.grade == 11


def test_a_bad_answer_names_the_remedy_and_loses_nothing(engine: Engine) -> None:
    answered(engine, "ask me the questions", "Permit Analyst")
    wrong = said(engine, "GS-0343-19")
    assert "from 1 to 15" in wrong
    assert "Which series and grade is it in now?" in wrong
    assert engine.case is not None
    assert engine.case.current.title == "Permit Analyst"


@pytest.mark.parametrize("asked", ["why do you need that?", "why?", "what do you need that for"])
def test_what_an_answer_serves_can_be_asked(engine: Engine, asked: str) -> None:
    answered(engine, "ask me the questions", *("skip" for _ in range(6)))
    used = said(engine, asked)
    assert "shares of time decide" in used
    assert "What is a duty" in used


def test_a_case_that_has_a_name_is_asked_what_the_job_is_called(
    example_library: Library, chooser: Chooser
) -> None:
    case = Case(title="Harbor review", levels={})
    engine = Engine(example_library, ExtractiveArguer(), case=case, chooser=chooser)
    assert QUESTIONS[0].text in said(engine, "ask me the questions")
    answered(engine, "Permit Analyst")
    assert engine.case is not None
    assert (engine.case.title, engine.case.current.title) == ("Harbor review", "Permit Analyst")


def test_stopping_and_going_on_another_day(
    engine: Engine, example_library: Library, chooser: Chooser
) -> None:
    answered(engine, "ask me the questions", "skip", "GS-0343-11")
    assert "left to ask" in said(engine, "stop for today")
    assert "What is the job called" not in said(engine, "what is a desk audit?")
    later = Engine(example_library, ExtractiveArguer(), case=engine.case, chooser=chooser)
    take_up(later, put_down(engine), [])
    assert "do you think is right" in said(later, "go on with the questions")


def test_an_open_question_survives_the_end_of_the_program(
    engine: Engine, example_library: Library, chooser: Chooser
) -> None:
    answered(engine, "ask me the questions", "Permit Analyst")
    later = Engine(example_library, ExtractiveArguer(), case=engine.case, chooser=chooser)
    take_up(later, put_down(engine), [])
    answered(later, "GS-0343-11")
    assert later.case is not None
    assert later.case.current.grade == 11


def test_what_was_skipped_is_asked_again_when_nothing_else_is_left(engine: Engine) -> None:
    answered(engine, "ask me the questions")
    last = answered(engine, *("skip" for _ in QUESTIONS))
    assert "last question" in last
    assert QUESTIONS[0].text in said(engine, "ask me the questions")


def weighed(engine: Engine) -> str:
    """Answer all questions and return what the work told comes to."""
    told = ("The chief reads results for policy only", "Manuals leave new permits open")
    return answered(
        engine, "ask me the questions", *ANSWERS[:9], *told, *("skip" for _ in range(9))
    )


def test_the_work_told_is_weighed_when_all_is_answered(engine: Engine) -> None:
    last = weighed(engine)
    assert "That was the last question" in last
    assert "**Suggested: GS-" in last
    assert "A suggestion is never a finding" in last
    assert engine.evaluation is None


def test_how_sure_a_suggestion_is_can_be_asked(engine: Engine) -> None:
    weighed(engine)
    sure = said(engine, "how sure are you about factor 2?")
    assert "Factor 2, Supervisory Controls: Level 2-" in sure
    assert "% sure" in sure
    assert "Least sure is Factor" in said(engine, "which is the shakiest?")
    said(engine, "accept all")
    assert engine.evaluation is not None
    assert "Least sure is Factor" in said(engine, "what is the weakest of these?")


def test_what_a_grade_takes_is_nothing_more_where_it_is_reached(engine: Engine) -> None:
    weighed(engine)
    said(engine, "accept all")
    assert engine.evaluation is not None
    grade = engine.evaluation.grade.rpartition("-")[2]
    reached = said(engine, f"what would get me to {grade}?")
    assert f"Nothing more is needed for GS-{grade}" in reached


def test_what_the_paper_just_written_lacks_can_be_asked(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    weighed(engine)
    said(engine, "accept all")
    assert "letter is written" in said(engine, "write me the appeal letter")
    lacks = said(engine, "what's missing in it?")
    assert "The appeal letter lacks" in lacks
    assert "Sign the appeal" in lacks


def test_levels_given_at_the_end_are_scored_by_the_core(engine: Engine) -> None:
    answered(engine, "ask me the questions", *ANSWERS, *("skip" for _ in range(7)))
    last = said(engine, "1-7 2-4 3-3 4-4 5-3 6-2 7-2 8-1 9-1")
    assert "What do you want to find out?" in last
    assert engine.evaluation is not None
    assert engine.evaluation.total == 2435
    assert "2,435" in said(engine, "Does the work earn GS-12?")


def test_questions_are_of_a_case_of_one_s_own(example_library: Library, chooser: Chooser) -> None:
    from assistant.cases.edits import load_case
    from assistant.settings import EXAMPLE_CASE

    example = load_case(EXAMPLE_CASE)
    engine = Engine(
        example_library, ExtractiveArguer(), case=example, example=True, chooser=chooser
    )
    answered(engine, "ask me the questions", "Permit Analyst")
    assert engine.case is not None
    assert engine.case.facts == ()
    assert engine.title == "Permit Analyst"
