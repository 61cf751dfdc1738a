"""A talk about one supervisor: the base, its points, other people, and who stands above."""

from __future__ import annotations

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from index.library import Library
from tests.assistant_.saying import reply

TALKS = (
    (
        ("a chief has five GS-11 analysts and four GS-7s. what base level?", "Level 5-6"),
        ("how many points is that worth?", "worth 800 points"),
        ("and if it were 12s?", "Level 5-7"),
        ("he also has two secretaries, do they go in?", "**No:"),
        ("his boss is a 15 who is under an SES. what is that on factor 2", "Level 2-2, 250"),
        ("and if we moved him directly under the SES?", "Level 2-3, 350"),
    ),
    (
        ("what is factor 5 for a base of GS-12", "Level 5-7"),
        ("worth how much", "worth 930 points"),
        ("with 13s instead", "Level 5-8"),
    ),
    (
        ("I supervise three GS-9s and one GS-5. base?", "Level 5-5"),
        ("what if they get upgraded to 11?", "Level 5-6"),
        ("I report to a GS-14, and she reports to the SES. factor 2?", "Level 2-2"),
        ("and the points?", "250 points"),
    ),
)


@pytest.mark.parametrize("talk", TALKS, ids=["staff", "grade alone", "upgraded"])
def test_each_turn_is_about_the_supervisor_spoken_of(
    example_library: Library, chooser: Chooser, talk: tuple[tuple[str, str], ...]
) -> None:
    engine = Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)
    for said, words in talk:
        lead = reply(engine, said).answer.partition("\n\n")[0]
        assert words in lead, (said, lead)
