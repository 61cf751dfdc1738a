"""What people ask next of routes, records, descriptions and odds, each in words of its own."""

from __future__ import annotations

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from index.library import Library
from tests.assistant_.saying import said


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["how fast must I file an appeal?", "and if we wait two years?"], "waiting loses you no"),
        (["may my chief represent me?", "ok, who may then?"], "A lawyer, a union representative"),
        (["how do I file an appeal?", "is there a special form?"], "No: the rules name no form"),
        (["can I read OPM's file?", "and if the agency refuses?"], "It may not"),
        (["will OPM call my supervisor?", "what if she says something false?"], "Write to OPM at"),
        (["must a PD be redone every year?", "may I draft it myself?"], "Anyone the agency"),
        (["how likely is it to win?", "and of being downgraded?"], "decisions whose"),
        (["does seniority count?", "and if HR says no?"], "You may go on to OPM"),
        (["how do I get a higher grade?", "they have no budget for it"], "Neither a manager"),
        (["I'm a GS-7 and want the 9, what is the danger?"], "Your grade can be lowered"),
        (["which counts, my PD or what I actually do?"], "What you really do"),
        (["What is the difference between 4-3 and 4-4?"], "What Level 4-4 asks beyond"),
        (["are they allowed to lower me and not tell me?"], "A written notice was owed"),
        (
            ["my job was lowered on 9 March 2026. the letter came on 2 March 2026."],
            "ended on March 24, 2026",
        ),
        (
            ["the notice of 2 March 2026 says my grade drops to GS-9 on 22 March 2026"],
            "ended on April 6, 2026",
        ),
        (["my staffer asked for a desk audit, do I have to agree?"], "No rule held here gives"),
        (["I want to file an appeal.", "must I tell my chief?"], "No: you need not tell"),
        (["may they lower me while I am ill?", "without my signature too?"], "No rule held here"),
        (["how does a grievance differ from an appeal?", "may I do both?"], "Yes, side by side"),
        (["I'm on detail to a GS-13 job", "can I appeal the 13?"], "No: a position you are only"),
        (["does a secretary to a chief always get a GS-8?"], "grade is neither a limit"),
        (
            [
                "I supervise one GS-12 and three GS-9s, what is my base?",
                "how many points does it get?",
            ],
            "930 points",
        ),
        (
            ["I supervise two GS-12s and four GS-9s, what is my base?", "and if the 12s are 10%?"],
            "The base is GS-9",
        ),
        (
            [
                "I supervise two GS-12s and four GS-9s, what is my base?",
                "the least grade I can get?",
            ],
            "GS-13",
        ),
        (
            ["nobody told me of the 15 days when I was downgraded, too late?"],
            "may, at its discretion",
        ),
        (["how many points is GS-12?", "how low does the table go?"], "GS-1 is the lowest grade"),
        (["may I take the duties away instead of upgrading her?"], "Yes: management may move"),
    ],
)
def test_what_is_asked_next_is_answered_by_its_own_rule(
    turns: list[str], told: str, example_library: Library, chooser: Chooser
) -> None:
    talk = Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)
    assert told in [said(talk, turn) for turn in turns][-1]


def test_what_a_grade_takes_is_reckoned_from_the_case_after_its_grade(engine: Engine) -> None:
    said(engine, "what is my grade?")
    assert "make GS-12" in said(engine, "and what do I need for 12?")
    assert "the grade falls" in said(engine, "so will I win?")


def test_a_level_denied_for_a_signature_is_answered_by_what_review_does(
    example_library: Library, chooser: Chooser
) -> None:
    talk = Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)
    denied = said(talk, "HR says I can't get 2-5 because my chief signs my papers. Is that so?")
    assert denied.startswith("**Not by that alone")
