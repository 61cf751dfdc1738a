"""What is asked of a position that lies open: its series, its description, its grade so far.

The position and everybody in it are fictional.
"""

from __future__ import annotations

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from core.model import Case, Classification, Duty, Fact
from index.library import Library
from tests.assistant_.saying import reply

CASE = Case(
    title="Keeper of accounts (fictional)",
    fictional=True,
    current=Classification(title="Administrative Specialist", series="0301", grade=9),
    duties=(
        Duty(title="Audits the books", text="Audits the books and accounts of grantees."),
        Duty(title="Reports", text="Writes audit reports on internal controls and accounting."),
    ),
    facts=(Fact(text="The manual of audits is followed.", source="PD", factor=3),),
)


@pytest.fixture
def engine(example_library: Library, chooser: Chooser) -> Engine:
    return Engine(example_library, ExtractiveArguer(), case=CASE, chooser=chooser)


@pytest.mark.parametrize(
    "asked",
    [
        "what series fits this job",
        "am I in the right series?",
        "which occupational series should these duties go in",
        "is the series wrong for my work?",
        "suggest a series for this position",
        "which occupation do my duties belong in",
    ],
)
def test_the_series_is_proposed_by_the_duties(engine: Engine, asked: str) -> None:
    answer = reply(engine, asked).answer
    # GS-0301 is what it is called by; it is taken only when no other series fits.
    assert "rule out GS-0511, Auditing, first" in answer.partition("\n")[0], answer


def test_a_title_that_says_the_work_leads_to_its_series(
    example_library: Library, chooser: Chooser
) -> None:
    held = CASE.current.model_copy(update={"title": "Auditor"})
    case = CASE.model_copy(update={"current": held})
    engine = Engine(example_library, ExtractiveArguer(), case=case, chooser=chooser)
    lead = reply(engine, "what series fits this job").answer.partition("\n")[0]
    assert "most likely GS-0511, Auditing" in lead
    assert "It is in GS-0301 now" in lead


@pytest.mark.parametrize(
    "asked",
    [
        "is my PD ok?",
        "check my pd",
        "what is missing in this position description",
        "does the position description hold up?",
        "What's wrong with my PD?",
    ],
)
def test_what_the_description_lacks_is_said(engine: Engine, asked: str) -> None:
    answer = reply(engine, asked).answer
    assert answer.startswith("**Not yet: 5 things"), answer
    assert "No duty has a share of time" in answer
    assert "how the work is assigned and reviewed" in answer
    # What the case does hold is not asked for again.
    assert "guidelines the work goes by" not in answer


def test_without_levels_the_grade_of_record_and_the_way_on_are_named(engine: Engine) -> None:
    answer = reply(engine, "what grade am I?").answer
    assert "On record is" in answer
    assert "GS-0301-09" in answer
    assert "suggest levels" in answer


@pytest.mark.parametrize("asked", ["what series is a GS-0343?", "Who decides my series?"])
def test_a_series_named_and_who_decides_it_are_other_questions(engine: Engine, asked: str) -> None:
    assert "GS-0511" not in reply(engine, asked).answer


@pytest.mark.parametrize(
    "asked",
    [
        "how is this position graded",
        "should I appeal?",
        "what grade is it?",
        "is my grade right",
        "what are my chances",
        "could I lose my grade if I appeal",
    ],
)
def test_of_a_case_without_levels_the_first_step_is_to_have_them_suggested(
    engine: Engine, asked: str
) -> None:
    assert "say *suggest levels*" in reply(engine, asked).answer.lower()


@pytest.fixture
def wage_engine(example_library: Library, chooser: Chooser) -> Engine:
    held = Classification(pay_plan="WG", title="Rigger", series="5210", grade=10)
    case = CASE.model_copy(update={"title": "Rigger (fictional)", "current": held})
    return Engine(example_library, ExtractiveArguer(), case=case, chooser=chooser)


@pytest.mark.parametrize(
    "asked",
    [
        "how is this position graded",
        "what grade should I have?",
        "how many points do I have?",
        "how is this job rated?",
        "which standard is my case graded by?",
        "what would change the grade?",
        "am I graded too low?",
    ],
)
def test_a_wage_job_is_never_told_of_factor_levels(wage_engine: Engine, asked: str) -> None:
    answer = reply(wage_engine, asked).answer
    assert answer.startswith("**WG-5210-10 is work of the Federal Wage System"), answer
    assert "uggest levels" not in answer
    assert "nine factors" not in answer


@pytest.mark.parametrize("asked", ["should I appeal?", "is it worth appealing?"])
def test_a_wage_job_applies_to_its_agency_first(wage_engine: Engine, asked: str) -> None:
    answer = reply(wage_engine, asked).answer
    assert "earn under the job grading standard" in answer
    assert "the agency reviews the job first" in answer
    assert "percent of the appeals" not in answer
    assert "uggest levels" not in answer


@pytest.mark.parametrize("asked", ["what would change the grade?", "am I graded too low?"])
def test_without_a_level_levels_are_offered_first(engine: Engine, asked: str) -> None:
    assert "*Suggest levels*" in reply(engine, asked).answer
