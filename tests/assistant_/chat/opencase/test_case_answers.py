"""A question about the open case in everyday words is answered from the case, by the core.

The two positions and everybody in them are fictional.
"""

from __future__ import annotations

from datetime import date

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from core.model import Case, Classification, Duty, Evidence, Fact, Finding, PositionDescription
from index.library import Library
from tests.assistant_.saying import reply

_NINE = ("1-7", "2-4", "3-4", "4-4", "5-4", "6-3", "7-3", "8-1", "9-1")
CASE = Case(
    title="A fictional harbor planner",
    fictional=True,
    standard="fes-primary",
    as_of=date(2026, 5, 20),
    current=Classification(title="Harbor Planner", series="0301", grade=12),
    requested=Classification(title="Harbor Planner", series="0301", grade=13),
    position_description=PositionDescription(adequate=False, remarks="It omits the studies."),
    levels={level[0]: level for level in _NINE},
    sought={"2": "2-5", "4": "4-5"},
    duties=(
        Duty(title="Dredging plans", percent_employee=60, percent_supervisor=75),
        Duty(title="Rule writing", percent_employee=20, percent_supervisor=10),
        Duty(title="Tide studies", percent_employee=30, percent_supervisor=15),
    ),
    facts=(
        Fact(text="I write my drafts independently.", source="Me", factor=2),
        Fact(text="Every draft is reviewed before it goes out.", source="Supervisor", factor=2),
        Fact(text="Buoys of up to 40 pounds are carried.", source="Safety sheet", factor=8),
    ),
    findings=(
        Finding(
            aspect="2-5.review",
            answer="not_met",
            by="Classifier",
            evidence=(Evidence(text="Drafts were corrected.", source="Supervisor"),),
        ),
    ),
)
LOWERED = CASE.model_copy(
    update={
        "current": Classification(title="Harbor Planner", series="0301", grade=12),
        "facts": (
            Fact(
                text="The SF-50 lowering the grade from GS-13 took effect on May 3, 2026; the "
                "notice reached me on April 20, 2026.",
                source="SF-50",
            ),
            Fact(text="The position had been GS-13 since June 2019.", source="SF-50"),
        ),
    }
)
SHORT = LOWERED.model_copy(
    update={
        "facts": (
            LOWERED.facts[0],
            Fact(text="It had been a GS-13 only since September 7, 2025.", source="HR"),
        )
    }
)
ON_A_LEAP_DAY = LOWERED.model_copy(
    update={
        "facts": (
            Fact(text="The SF-50 lowering it from GS-13 took effect on February 29, 2024."),
            Fact(text="The position had been GS-13 since early in 2023."),
        )
    }
)
UNFINISHED = CASE.model_copy(update={"levels": {"1": "1-7", "6": "6-3"}, "findings": ()})


def lead(library: Library, chooser: Chooser, question: str, case: Case) -> str:
    engine = Engine(library, ExtractiveArguer(), case=case, chooser=chooser)
    engine.recording = False
    return reply(engine, question).answer.partition("\n\n")[0]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("how thin is my 12 if OPM looks at it", "You can lose"),
        ("could this end up even lower than a 12?", "One level less in Factor"),
        ("is my rule writing enough to carry the grade?", "No: Rule writing takes 20 percent"),
        ("is the dredging most of what I do?", "Yes: Dredging plans"),
        ("do the tide studies count?", "That is disputed"),
        ("who is right about how much time I spend on the tides", "Neither figure counts"),
        ("what do they say I do most", "Dredging plans: 60 percent"),
        ("how much breathing room do I have", "You can lose"),
        ("if this goes badly what grade am I", "with more taken away it is GS-11"),
        ("what did they give me on 3", "Factor 3, Guidelines: Level 3-4 is on record, 450"),
        ("who disagrees about the drafts", "They do not say the same"),
        ("what backs up the heavy lifting", "Buoys of up to 40 pounds"),
        ("what's the weakest point", "Level 2-5: 2-5.review is found not met"),
        (
            "which level should I fight for",
            "Nothing sought gives GS-13: all of it comes to 3,090 points",
        ),
        ("what evidence do I have for 2-5", "independently"),
        ("which facts are missing", "any fact on Level 4-5"),
        ("has anybody decided about the review part of 2-5", "is not met (found by: Classifier)"),
        ("can I get there without 2-5", "With Level 4-5"),
        ("what would knocking factor 4 down a notch do", "With Level 4-3"),
        ("what happens if 4-4 goes down to 4-3", "With Level 4-3: "),
        ("my boss says 15 percent tides, I say 30. which one counts", "The two sides differ: Tide"),
        ("is there anything on factor 5", "no fact of the case is marked for Factor 5"),
        ("which of my facts helps most", "on Factor 2"),
        ("why only a 12", "points: GS-12"),
        ("did anybody write down that the description is out of date", "It omits the studies"),
    ],
)
def test_the_case_answers(
    example_library: Library, chooser: Chooser, question: str, said: str
) -> None:
    assert said in lead(example_library, chooser, question, CASE)


@pytest.mark.parametrize(
    ("question", "case", "said"),
    [
        ("do i get to keep the 13 for two years or what", LOWERED, "Yes: the grade is kept"),
        ("do i get to keep the 13 for two years or what", SHORT, "No, not the grade"),
        ("do I keep the 13 for two years", ON_A_LEAP_DAY, "by February 28, 2023"),
        ("until when do I keep it", LOWERED, "through May 2, 2028"),
        ("when did they take it away", LOWERED, "May 3, 2026"),
        ("when did they tell me", LOWERED, "The notice came on April 20, 2026"),
        ("was I too late for the money", LOWERED, "May 18, 2026"),
        ("what's the best grade it could get", UNFINISHED, "It can still be GS-7 to GS-14"),
        ("what would factor 5 at 5-4 add", UNFINISHED, "With Level 5-4 (225 points): 1,535 points"),
        ("which factors have no level", UNFINISHED, "Factors 2, 3, 4, 5, 7, 8 and 9"),
    ],
)
def test_its_dates_and_its_gaps_count(
    example_library: Library, chooser: Chooser, question: str, case: Case, said: str
) -> None:
    assert said in lead(example_library, chooser, question, case)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("does 20 percent of higher work carry a grade?", "share-of-time"),
        ("what does factor 3 mean?", "factor-meaning"),
        ("who keeps the grade after a reduction in force?", "reduction-in-force"),
        ("what evidence does OPM want?", "evidence"),
        ("do I have to write a report at all?", "evaluation-statement"),
    ],
)
def test_a_general_question_stays_general(
    example_library: Library, chooser: Chooser, question: str, topic: str
) -> None:
    engine = Engine(example_library, ExtractiveArguer(), case=LOWERED, chooser=chooser)
    assert reply(engine, question).topic == topic
