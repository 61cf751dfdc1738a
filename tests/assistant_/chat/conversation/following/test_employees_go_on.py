"""What employees tell and ask on of one level, of two pay systems, and of what was done to them."""

from __future__ import annotations

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from index.library import Library
from tests.assistant_.saying import reply, said

LEVELS = "1-7, 2-4, 3-3, 4-4, 5-3, 6-3, 7-3, 8-1, 9-1"


@pytest.fixture
def engine(example_library: Library, chooser: Chooser) -> Engine:
    """An engine without a case."""
    return Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)


@pytest.mark.parametrize(
    ("told", "level", "asked", "lead"),
    [
        ("I'm at 2,755 points", "2-5", "would that alone push me to 13?", "2,955 points, still"),
        ("my total is 2,610 points", "3-4", "is it enough by itself for a 12?", "2,785 points"),
    ],
)
def test_one_level_is_held_against_the_total_told(
    engine: Engine, told: str, level: str, asked: str, lead: str
) -> None:
    said(engine, told)
    said(engine, f"what does level {level} ask for?")
    assert lead in said(engine, asked).partition("\n\n")[0]


@pytest.mark.parametrize(
    ("change", "right", "total"),
    [
        ("and if guidelines go to 3-4?", "no i meant the other one, scope", "2,615 points"),
        ("and if supervisory controls go to 2-5?", "no, the other one, complexity", "2,640 points"),
    ],
)
def test_a_change_is_put_right_by_naming_another_factor(
    engine: Engine, change: str, right: str, total: str
) -> None:
    said(engine, LEVELS)
    said(engine, change)
    assert total in said(engine, right).partition("\n\n")[0]


@pytest.mark.parametrize(
    ("told", "lead"),
    [
        ("she rated me 2-4 on controls. why not the next one up?", "beyond Level 2-4"),
        ("they gave me 4-3 for complexity. what would the level above that need?", "Level 4-4"),
        ("my evaluator put 5-3, shouldn't scope be one higher?", "beyond Level 5-3"),
    ],
)
def test_the_next_level_is_meant_by_what_is_told(engine: Engine, told: str, lead: str) -> None:
    assert lead in said(engine, told).partition("\n\n")[0]


def test_the_level_needed_is_counted_from_the_total_told(engine: Engine) -> None:
    said(engine, "is an appeal worth it? I have 2,700 points")
    assert "55 points short of GS-12" in said(engine, "what level would I need?")


@pytest.mark.parametrize(
    ("told", "lead"),
    [
        ("my PD is a template with check boxes and nothing is ticked", "choices left open"),
        ("I'm a 0343 but I do IT work all day", "the series may be wrong"),
        ("they coded me 0303 and all I do is payroll", "the series may be wrong"),
        ("they renamed my title last week, can they do that?", "a wrong one can be appealed"),
        ("HR cancelled the audit because my boss took my duties away", "graded on what remains"),
        ("my chief says I'm a GS-12 quality worker", "well the work is done does not count"),
        ("what happens if we overgrade a job?", "The agency has to correct it"),
        ("may I file with OPM before the desk audit is finished?", "any time"),
        ("can the steward sit in on HR's desk audit?", "do not say"),
        ("can you send it to OPM for me?", "this program files nothing"),
        ("OPM's certificate says one thing and they keep the others, is it just paper?", "binds"),
        ("do I get the pay of the 13?", "personnel action"),
    ],
)
def test_what_employees_complain_of_is_answered(engine: Engine, told: str, lead: str) -> None:
    assert lead in said(engine, told).partition("\n\n")[0]


def test_two_employees_are_told_of_each_by_the_own_system(engine: Engine) -> None:
    first = said(engine, "one of us is a GS-9, the other a WG-10, and both were downgraded")
    assert "his or her own pay system" in first
    assert "In the wage job: to the agency first" in said(engine, "who do we each appeal to")


@pytest.mark.parametrize(
    "told",
    [
        "my agency told me in writing on November 20 that I go from GS-13 to GS-12 in January",
        "HR wrote me on May 3 that my job is lowered from GS-11 to GS-9 next spring",
    ],
)
def test_a_lower_grade_announced_is_no_certificate_and_runs_no_days(
    engine: Engine, told: str
) -> None:
    answer = reply(engine, told)
    assert answer.topic.startswith("lowered-now")
    assert "they end" not in answer.answer.partition("\n\n")[0]


def test_who_is_outside_the_procedure_stays_so(engine: Engine) -> None:
    said(engine, "I'm an NF-3 at the exchange on base")
    assert "Not by the procedures here" in said(engine, "can I appeal to OPM?")
    assert "Not by the procedures here" in said(engine, "then who")


@pytest.mark.parametrize(
    ("before", "asked", "topic"),
    [
        ("what if OPM finds that I'm graded too high", "for how long", "retention"),
        ("is an appeal worth it?", "and what if they go the other way", "appeal-risk"),
        (
            "they reorganized us and I report to someone new",
            "even if my work is the same?",
            "reorg",
        ),
        ("can my rep sit in when OPM interviews me?", "and in HR's desk audit?", "representative"),
        ("they changed my title, can they?", "does my grade change?", "title-appeal"),
    ],
)
def test_employees_go_on(engine: Engine, before: str, asked: str, topic: str) -> None:
    said(engine, before)
    assert topic in reply(engine, asked).topic


def test_filing_after_a_limit_that_is_past_is_late(engine: Engine) -> None:
    said(engine, "I was downgraded on September 1, 2020 and didn't file anything yet")
    assert "is late for lost pay" in said(engine, "what if I file next week")
