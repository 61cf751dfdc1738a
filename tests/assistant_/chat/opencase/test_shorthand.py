"""What people ask of an open case in few words: totals, margins, steps, particulars.

Each is read for certain, without a likeness, and answered by the core. The case is fictional.
"""

from __future__ import annotations

from datetime import date

import pytest

from assistant.chat.answering.choosing import Chooser
from assistant.chat.model import Context
from assistant.chat.reading.exact import read
from core.fes.grading import evaluate_opened
from core.fes.opened import open_case
from core.model import Case, Classification, Duty, Fact, PositionDescription

CASE = Case(
    title="A fictional nursing assistant",
    fictional=True,
    as_of=date(2026, 3, 2),
    organization="Ward 4, a fictional hospital",
    current=Classification(title="Nursing Assistant", series="0621", grade=5),
    requested=Classification(title="Nursing Assistant", series="0621", grade=6),
    position_description=PositionDescription(number="NA-12"),
    levels=dict(
        zip(
            "123456789",
            ["1-3", "2-3", "3-2", "4-2", "5-2", "6-2", "7-1", "8-2", "9-2"],
            strict=True,
        )
    ),
    sought={"1": "1-4", "8": "8-3"},
    duties=(
        Duty(title="Bedside care", percent_employee=70, percent_supervisor=60),
        Duty(title="Charting", percent_employee=30, percent_supervisor=40),
    ),
    facts=(
        Fact(text="I lift patients all day.", source="Me", factor=8),
        Fact(text="The agency's letter reached me on January 20, 2026.", source="Letter"),
    ),
)
CHART = CASE.model_copy(
    update={
        "standard": "gs-0200",
        "current": Classification(title="Human Resources Specialist", series="0201", grade=9),
        "requested": Classification(title="Human Resources Specialist", series="0201", grade=11),
        "levels": dict(
            zip(
                "123456789",
                ["1-6", "2-3", "3-3", "4-3", "5-3", "6-2", "7-B", "8-1", "9-1"],
                strict=True,
            )
        ),
        "sought": {"1": "1-7", "2": "2-4"},
    }
)


class _NoEmbedder:
    """Nothing here goes by likeness."""


def lead(message: str, case: Case = CASE) -> str:
    opened = open_case(case)
    context = Context(case=case, opened=opened, standing=evaluate_opened(opened))
    question = read(message, today=context.today)
    chooser = Chooser(home=None, embedder=_NoEmbedder())  # type: ignore[arg-type]
    chosen = chooser.ask(chooser.certain(question, context), question, context)
    return "" if chosen is None else chosen.answer.lead


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("total pts?", "**985 points: GS-5.**"),
        ("by the levels in this file what grade is she", "**985 points: GS-5.**"),
        ("1-4 only?", "**With Level 1-4: 1,185 points, GS-6.**"),
        ("just 8-3", "**With Level 8-3: 1,015 points, GS-5.**"),
        ("both", "**With Level 1-4 and Level 8-3: 1,215 points, GS-6.**"),
        ("and if I win both things I ask", "**With Level 1-4 and Level 8-3: 1,215 points"),
        ("if everything she asks is granted", "**With Level 1-4 and Level 8-3: 1,215 points"),
        ("and w/o the 1-4?", "**With Level 8-3: 1,015 points"),
        ("which one alone is enough", "**Yes: Level 1-4 alone reaches GS-6.**"),
        ("on top of what I ask, 2-4 as well", "1-4, Level 8-3 and Level 2-4: 1,390 points, GS-7"),
        ("what if on top of what I'm asking I also got 2-4", "8-3 and Level 2-4: 1,390 points"),
        ("if factor 4 were really only 4-1, what grade", "**With Level 4-1: 935 points, GS-5.**"),
        ("worst case they say 3-1, then what?", "**With Level 3-1: 885 points, GS-5.**"),
        ("assuming 2-2, am I still a 5?", "**With Level 2-2: 835 points, GS-4.**"),
        ("smallest single step to reach GS-6", "**Level 3-3 (+150)"),
        ("smallest bump on top of the two she asks to get to 1,355", "**Level 3-3 (+150)"),
        ("how many pts over the bottom of the grade", "can lose 130 points and keep GS-5"),
        ("margin?", "can lose 130 points"),
        ("points to spare before it drops", "can lose 130 points"),
        ("gap to the 6 in points", "**120 points short of GS-6:**"),
        ("how much short of 7", "**370 points short of GS-7:**"),
        ("6/7 points", "**45 points for personal contacts and their purpose together"),
        ("what's factor 8 worth here", "Level 8-2 is on record, 20 points"),
        ("what are the duties", "Bedside care (70 percent by the employee, 60 by the supervisor)"),
        ("title requested?", "Nursing Assistant"),
        ("which series is she in", "**Of record: GS-0621.**"),
        ("what grade does she want", "**Of record: GS-5; asked for: GS-6.**"),
        ("PD number?", "**NA-12**"),
        ("when did the agency's letter arrive", "**January 20, 2026.**"),
        ("if only the lifting one goes through", "**With Level 8-3: 1,015 points"),
        ("knowledge granted, lifting denied", "**With Level 1-4: 1,185 points"),
        ("minus one on complexity", "**With Level 4-1: 935 points"),
        ("guidelines up 2", "**With Level 3-4: 1,310 points, GS-6.**"),
        ("one level off each factor", "With Level 1-2, Level 2-2"),
        ("how do factors 2 and 8 stand", "Factor 8: Level 8-2 (20 points), 8-3 is sought"),
        ("points now vs sought", "with all of it 1,215 points, GS-6"),
        ("what do I need at least", "**Level 1-4 is the least that gives GS-6"),
        ("bedside share mine", "Bedside care takes 70 percent by the employee"),
        ("lost 8-2 to 8-1, still a 5?", "**With Level 8-1: 970 points, GS-5.**"),
        ("with both, how far over the line", "above the bottom of GS-6"),
        ("who lifts patients all day", "I lift patients all day."),
        ("what's the worst single loss", "One level less in Factor"),
        ("where does 985 sit in its range", "985 points are GS-5"),
        ("984, does it round to 985", "984 points stay"),
        ("should I go for it", "can lower the grade as well"),
    ],
)
def test_few_words_on_the_open_case_are_enough(message: str, says: str) -> None:
    assert says in lead(message)


def test_a_standard_with_a_chart_gives_the_points_of_contacts_by_its_cell() -> None:
    assert "the chart's cell 2B" in lead("What is the 6/7 point value here?", CHART)
    assert lead("2-4 only?", CHART).startswith("**With Level 2-4: 2,060 points, GS-9.**")


@pytest.mark.parametrize(
    "message",
    [
        "what does 1-4 require",
        "does my case meet 8-3?",
        "argue 1-4 both ways",
        "may I appeal to both the agency and OPM",
        "are both sides agreed on the duties",
        "what series should it be in",
        "when must I file",
    ],
)
def test_what_asks_for_more_than_a_total_is_no_trial(message: str) -> None:
    assert "points, GS-" not in lead(message)


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("8-3 in plain words? I lift patients all day", "**Level 8-3** (Factor 8"),
        ("exactly 2350, five short. they round?", "2,350 points stay GS-10, 5 short of the 2,355"),
        ("how many points between the floor of 11 and the floor of 12", "400 points apart"),
    ],
)
def test_a_level_a_total_and_two_floors_need_no_case(message: str, says: str) -> None:
    from assistant.chat.topics import all_topics

    question = read(message)
    topics = ("level-meaning", "borderline", "points-range")
    answers = [all_topics()[topic].answer(question, Context()) for topic in topics]
    assert any(says in answer.lead for answer in answers if answer is not None)
