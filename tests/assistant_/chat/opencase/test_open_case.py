"""Questions about the open case, and about what is not held, asked in words no topic's file has.

The case and the people in it are fictional.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.engine import Engine
from assistant.events import Reply, TurnFinished
from core.model import Case, Classification, Duty, Fact
from index.library import Library

_NINE = ("1-6", "2-3", "3-3", "4-3", "5-3", "6-2", "7-B", "8-1", "9-1")
LEVELS = {level[0]: level for level in _NINE}
CASE = Case(
    title="A fictional benefits specialist",
    fictional=True,
    standard="gs-0200",
    as_of=date(2025, 3, 3),
    current=Classification(title="Human Resources Specialist", series="0201", grade=9),
    requested=Classification(title="Human Resources Specialist", series="0201", grade=11),
    levels=LEVELS,
    sought={"1": "1-7", "2": "2-4"},
    duties=(
        Duty(title="Benefits advice", percent_employee=60, percent_supervisor=50),
        Duty(title="Records", percent_employee=40, percent_supervisor=50),
    ),
    facts=(
        Fact(text="I plan my work independently.", source="Employee", factor=2),
        Fact(text="Every letter is reviewed before it goes out.", source="Supervisor", factor=2),
        Fact(text="There is no manual for half of the questions.", source="Employee", factor=3),
        Fact(text="It was a GS-11; the SF-50 lowering it took effect on February 10, 2025."),
    ),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("home")) as opened:
        yield opened


def asked(library: Library, question: str, *, case: Case | None = CASE) -> Reply:
    engine = Engine(library, ExtractiveArguer(), case=case, case_path=Path("case.toml"))
    engine.recording = False
    last = list(engine.handle(question))[-1]
    assert isinstance(last, TurnFinished)
    return last.reply


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("What does the agency's evaluation credit and what is the total?", "1,885 points, GS-9"),
        ("Which levels does she seek and how many points is each worth?", "Level 1-7 (+300"),
        ("Factor 3: what do the facts show and which level is it?", "There is no manual"),
        ("Where do the facts on Factor 2 contradict one another?", "pull both ways"),
        ("On what date was the job downgraded, and what was the prior grade?", "February 10, 2025"),
        ("On what date was the job downgraded, and what was the prior grade?", "before was GS-11"),
        ("Is there time left to get the lost salary back?", "February 25, 2025"),
        ("What could the appellant lose if OPM looks at the job?", "can lose 30 points"),
        ("What could the appellant lose if OPM looks at the job?", "it is GS-8"),
        ("What guide should my work be classified by?", "GS-0200"),
        ("What is the proper title for this employee?", "Human Resources Specialist"),
        ("so is it 2-3 or 2-4?", "Against it the case states** *Every letter is reviewed"),
        ("She never changes anything I send out.", "Factor 2, how the work is reviewed"),
        ("She never changes anything I send out.", "Against it the case states: *Every letter"),
    ],
)
def test_the_open_case_is_answered_first(library: Library, question: str, lead: str) -> None:
    reply = asked(library, question)
    assert lead in reply.answer.partition("\n\n")[0]


def test_a_word_denied_does_not_pull_down(library: Library) -> None:
    first = asked(library, "What do the facts say about guidelines?").answer.partition("\n\n")[0]
    assert "both ways" not in first


def test_a_case_without_an_action_says_so(library: Library) -> None:
    case = CASE.model_copy(update={"facts": CASE.facts[:3]})
    reply = asked(library, "What grade did I hold before the downgrade in this case?", case=case)
    assert "GS-11" not in reply.answer


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Quote me the WG-2604 standard", "occupation 2604"),
        ("How does the GS-0610 standard word Level 1-7?", "GS-0610"),
        ("What is the wording of Level 2-3 in the Police standard?", "Police"),
        ("text of Level 3-2 from the GS-1102 standard", "GS-1102"),
    ],
)
def test_a_standard_not_held_is_said_and_named(library: Library, question: str, names: str) -> None:
    reply = asked(library, question, case=None)
    assert reply.kind == "not_held"
    assert names in reply.answer.partition("\n\n")[0]
    assert not reply.claims


@pytest.mark.parametrize(
    ("question", "level"),
    [
        ("We haul bags of over 50 pounds, what level of physical demands?", "8-3 (50 points)"),
        ("I sit all day, which Factor 8 level?", "8-1 (5 points)"),
        ("She stands for hours and bends a lot: physical demands level?", "8-2 (20 points)"),
        ("Our lab staff use solvents with goggles on, Factor 9 points?", "9-2 (20 points)"),
    ],
)
def test_described_work_is_set_beside_a_level(library: Library, question: str, level: str) -> None:
    reply = asked(library, question, case=None)
    assert f"Most like Level {level}" in reply.answer.partition("\n\n")[0]
    assert "A person decides" in reply.answer
