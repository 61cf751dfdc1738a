"""What is asked on after a guide that is named: the leader guide, wage leaders, staff analysis."""

from __future__ import annotations

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from index.library import Library
from tests.assistant_.saying import said


@pytest.fixture
def talk(example_library: Library, chooser: Chooser) -> Engine:
    """A conversation without a case."""
    return Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)


_LEADER = "Leader Grade-Evaluation Guide, which is not held here"
_WHICH = "Which work counts where the grades of a team differ"
_WAGE = "A wage leader (WL) is graded by the Federal Wage System's own standard"


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["I have a GS work leader over three GS-7s. how do I grade it?"], _LEADER),
        (["how does the leader guide grade a team leader?", "what do I add to the base?"], _LEADER),
        (["how does the leader guide grade a team leader?", "do I need 25 percent?"], _WHICH),
        (["team leader over GS-11 analysts, what grade", "and if they're mixed grades?"], _WHICH),
        (["how is a wage leader's grade found?"], _WAGE),
        (["how is a wage leader's grade found?", "how is his grade found?"], _WAGE),
        (["how is a wage leader graded?", "and the wage supervisor?"], "A wage supervisor (WS) is"),
        (["how is a wage leader graded?", "what does WL mean"], "a leader's job in the Federal"),
        (["what are the levels of the AAGEG?"], "go from 1-6 to 1-8, 2-3 to 2-5, 3-3 to 3-5"),
        (["AAGEG grades?", "what does GS-12 look like there"], "1-7, 2-4, 3-4, 4-5, 5-4"),
        (["AAGEG grades?", "what does GS-12 look like there", "and 13?"], "1-8, 2-4, 3-4 or 3-5"),
        (["what are the levels of the AAGEG?", "points for knowledge"], "1-6 (950), 1-7 (1,250)"),
        (["what are the levels of the AAGEG?", "where do I get it"], "From OPM, opm.gov"),
        (["AAGEG grades?", "how does it assign points for knowledge"], "1-6 (950), 1-7 (1,250)"),
        (["AAGEG grades?", "is GS-14 in there?"], "shows no usual levels for GS-14"),
    ],
)
def test_the_guide_named_stays_what_is_spoken_of(talk: Engine, turns: list[str], told: str) -> None:
    for turn in turns[:-1]:
        said(talk, turn)
    assert told in said(talk, turns[-1])


def test_a_supervisor_after_a_leader_is_not_graded_by_the_leader_guide(talk: Engine) -> None:
    said(talk, "how does the leader guide grade a team leader?")
    assert _LEADER not in said(talk, "which authorities would make him a supervisor?")


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["what happens if we overgrade?"], "The agency has to correct it"),
        (["we put an employee two grades too high, what now?"], "The agency has to correct it"),
        (
            ["we put an employee two grades too high, what now?", "who has to fix it?"],
            "through whoever holds its authority to classify",
        ),
        (["what if a position is overgraded on purpose", "is that illegal"], "No punishment of"),
        (["so certification means nothing?"], "that the position description is accurate"),
        (
            ["who can sign OF-8 as classifier?", "can that be redelegated to managers?"],
            "Managers can hold it",
        ),
        (["can OPM revoke our classification authority", "what then"], "require its approval"),
        (["is a 1998 OPM decision on the GSSG still good?"], "Its age alone takes nothing"),
        (["can I rely on an old decision from 2001?"], "Its age alone takes nothing"),
        (
            ["a manager misassigned duties to a GS-7, doing GS-9 work. consequences?"],
            "The duties have to go back, or the position",
        ),
    ],
)
def test_what_an_agency_answers_for_is_told(talk: Engine, turns: list[str], told: str) -> None:
    for turn in turns[:-1]:
        said(talk, turn)
    assert told.lower() in said(talk, turns[-1]).lower()


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["0341 or 0301?"], "Try 0341 first: 0301 is only for work that no other series covers"),
        (["0343 against 0301"], "Try 0343 first"),
        (["my manager wants 0301 and I think 0340"], "0340, Program Management"),
        (["0301/0303?"], "0303 is one-grade work that supports it"),
        (["should this be 0080 or 1801"], "0080, Security Administration"),
        (["0341 vs 0343", "what's the line in one sentence"], ": whichever is the primary work"),
        (["0203 versus 0201 which one", "one line please"], ": whichever is the primary work"),
        (["0341 vs 0343", "and if it's half half?"], "the series of the work that controls"),
    ],
)
def test_two_series_are_told_apart_and_the_last_resort_yields(
    talk: Engine, turns: list[str], told: str
) -> None:
    for turn in turns[:-1]:
        said(talk, turn)
    assert told in said(talk, turns[-1])


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["level 3-3 under the GSSG, points?", "same for 4"], "Level 3-4 (900 points)"),
        (["what does 2-4 require", "same for 5"], "Level 2-5"),
        (["what's 4-4 worth", "what's missing for 4-5"], "What Level 4-5 asks beyond Level 4-4"),
        (
            ["what's 4-4 worth", "what's missing for 4-5", "what about 6"],
            "What Level 4-6 asks beyond Level 4-5",
        ),
        (
            ["draft a rationale for 3-4", "and what's missing for 3-5?"],
            "What Level 3-5 asks beyond Level 3-4",
        ),
        (["1-7 points?", "same for 1-8", "and the gap?"], "300 points more"),
        (["GSSG factor 5 with base 11, points?"], "Level 5-6, 800 points"),
        (["why was 2-5 refused?", "which decisions went the other way"], "Level 2-5"),
    ],
)
def test_another_level_is_asked_for_by_its_number_or_by_what_is_missing(
    talk: Engine, turns: list[str], told: str
) -> None:
    for turn in turns[:-1]:
        said(talk, turn)
    assert told in said(talk, turns[-1])


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["what's a consistency review"], "A check whether identical, similar and related"),
        (["what's a consistency review", "how long does the agency have"], "90 days"),
        (["base level under the GSSG?", "what counts toward it?"], "of everybody directed"),
        (
            [
                "how does the leader guide grade a team leader?",
                "is it one grade above them?",
                "and if they're mixed grades?",
            ],
            "Which work counts where the grades of a team differ",
        ),
    ],
)
def test_a_short_question_keeps_to_the_matter(talk: Engine, turns: list[str], told: str) -> None:
    for turn in turns[:-1]:
        said(talk, turn)
    assert told in said(talk, turns[-1])
