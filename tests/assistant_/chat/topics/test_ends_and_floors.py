"""The ends of a factor, the floor of a grade, and questions that a near topic used to take."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.cases.edits import load_case
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from index.library import Library
from tests.assistant_.saying import reply

EXAMPLE = Path(__file__).parents[4] / "assistant" / "cases" / "example" / "case.toml"
ALONE: tuple[tuple[str, str], ...] = (
    ("whats the highest level of factor 4 in the primary standard", "Level 4-6 (450 points)"),
    ("lowest level of factor 2 in any standard?", "Level 2-1 (25 points)"),
    ("is there a level 5-7?", "General Schedule Supervisory Guide: Level 5-7, 930 points"),
    ("does 9-4 exist", "There is no Level 9-4"),
    ("is the standard for IT 2210 available here", "series 2210 is not held"),
    ("what's a two grade interval series?", "GS-5, 7, 9, 11"),
    ("what is two-grade interval work", "GS-5, 7, 9, 11"),
    ("how do you tell technician work from specialist work", "Administrative work analyzes"),
    ("how much time in grade do I need before they can make me a 12", "part 300, subpart F"),
    (
        "my job got upgraded because of me. when I retire does the next one get my grade?",
        "goes back to its original classification",
    ),
    (
        "my agency said I can't appeal it because i accepted the reassignment",
        "taking a position gives up no right",
    ),
    (
        "How long did the agency have for its compliance report in the 0080-11 decision?",
        "thirty days",
    ),
)
ALONE += (
    ("What level and points for guidelines in C-0080-11-02?", "275 points"),
    ("how many points do i need to make 14", "3,605 to 4,050"),
    ("I do our budget, personnel and purchasing and they call it 0301. Right series?", "GS-0341"),
    (
        "The secretary must be a qualified typist at competitive level. Must the title show it?",
        "(Typing)",
    ),
    ("I'm on a 7/9/11 ladder. do I have to compete again for each step?", "335.103(c)(3)(i)"),
)
ALONE += (
    ("whats the gap between a 9 and an 11", "**500 points from where GS-9 begins"),
    ("how many points separate a 7 from a 9", "from the top of GS-7 it is 255"),
    (
        "The base is GS-9, the chart says GS-9. With both adjustment conditions met what is it?",
        "the final grade is not less than GS-11",
    ),
    (
        "They cut me from a 12 to an 11. OPM ruled it's a 13. Do I get the 13 back to that day?",
        "GS-12 is restored from the day you were lowered",
    ),
    ("does appealing make them cancel the demotion?", "**No: an appeal does not stop a downgrade"),
    (
        "when they do the job audit can my steward sit in? I'm a WG-10",
        "representative may not be present",
    ),
    (
        "The head of our carpenters does budgets, program goals and space planning. Wage or GS?",
        "**That is General Schedule work",
    ),
    ("must a description name each single task", "**No: a description names the major duties"),
    ("has the agency the same deadline for its report to OPM?", "**Yes: within 15 calendar days"),
    ("can you guarantee I win", "This program cannot promise what OPM decides"),
    ("am i being shortchanged on my grade", "**I cannot say yet. Tell me your pay plan"),
    ("my car broke down this morning what should i do", "outside what this program does"),
    ("can I take discontinued service retirement if they downgrade me", "parts 831 and 842"),
)
DOWN = (
    "what would push me under?",
    "how much can I lose",
    "which single finding would lower me",
    "that's tight",
    "what happens if they knock one level off",
)
UP = ("what would put me over", "what else do I need for the next grade")
AFTER_TOTAL = (
    ("short by how much?", "35 points short of GS-12"),
    ("and how far above 10", "365 points above the bottom of GS-11"),
)


@pytest.mark.parametrize(("question", "words"), ALONE)
def test_what_is_asked_is_answered(
    example_library: Library, chooser: Chooser, question: str, words: str
) -> None:
    engine = Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)
    answer = reply(engine, question).answer
    assert words in answer.partition("\n\n")[0], answer[:300]


@pytest.mark.parametrize("question", DOWN + UP)
def test_the_floor_is_told_only_where_a_loss_is_asked(
    example_library: Library, chooser: Chooser, question: str
) -> None:
    engine = Engine(example_library, ExtractiveArguer(), case=load_case(EXAMPLE), chooser=chooser)
    lead = reply(engine, question).answer.partition("\n\n")[0]
    assert ("can lose" in lead) == (question in DOWN), lead


@pytest.mark.parametrize(("question", "words"), AFTER_TOTAL)
def test_a_total_just_added_is_measured_both_ways(
    example_library: Library, chooser: Chooser, question: str, words: str
) -> None:
    engine = Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)
    reply(engine, "what grade is 1-7, 2-4, 3-4, 4-4, 5-4, 6-3, 7-2, 8-1, 9-1")
    assert words in reply(engine, question).answer


@pytest.mark.parametrize(
    ("told", "question"),
    [
        ("my PD is wrong, it leaves out half of what I do", "so I can't appeal until it's fixed?"),
        ("my boss won't sign the corrected pd", "must it be signed before I can appeal?"),
        ("how do I get a desk audit", "so I can't file an appeal until they change my PD?"),
    ],
)
def test_a_wrong_description_need_not_be_corrected_before_an_appeal(
    example_library: Library, chooser: Chooser, told: str, question: str
) -> None:
    engine = Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)
    reply(engine, told)
    lead = reply(engine, question).answer.partition("\n\n")[0]
    assert "need not wait until it is corrected" in lead
    assert "proof that you tried" in lead


TALKS = (
    (
        "will I keep my grade for two years if they lower it?",
        "what if they offer me another 12 meanwhile and I say no, it's a bad office",
        "declining it ends grade retention",
    ),
    (
        "they are cutting my job from a 12 to an 11",
        "back to the appeal, would it hold this off?",
        "does not stop a downgrade",
    ),
    (
        "WL-8 electrician leader, I should be a 9. where do I send my appeal",
        "can't I skip them?",
        "the agency comes first",
    ),
)


@pytest.mark.parametrize(("first", "then", "words"), TALKS)
def test_what_is_said_on_is_about_the_same_matter(
    example_library: Library, chooser: Chooser, first: str, then: str, words: str
) -> None:
    engine = Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)
    reply(engine, first)
    assert words in reply(engine, then).answer.partition("\n\n")[0]


NINE = "What grade is 1-6, 2-3, 3-3, 4-3, 5-3, 6-2, 7-1, 8-1, 9-1?"
ABOVE_BY_185 = "1-7, 2-4, 3-3, 4-4, 5-3, 6-3, 7-3, 8-1, 9-1 grade?"


@pytest.mark.parametrize(
    ("levels", "then", "told"),
    [
        (NINE, "isn't that right on the line?", "**Yes: 1,855 points are the lowest total of GS-9"),
        (NINE, "so it just barely makes it?", "**Yes: 1,855 points are the lowest total of GS-9"),
        (NINE, "what must I do when a total is that close?", "**Look for deviations from the"),
        (ABOVE_BY_185, "is that close to the line?", "185 above 2,355, the lowest total of GS-11"),
        (NINE, "how far is the next grade?", "any point less lowers the grade"),
    ],
)
def test_how_near_a_total_lies_to_a_cutoff_is_counted(
    levels: str, then: str, told: str, example_library: Library, chooser: Chooser
) -> None:
    talk = Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)
    reply(talk, levels)
    assert told in reply(talk, then).answer
