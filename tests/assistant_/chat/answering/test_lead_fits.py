"""The first words of an answer fit what was asked, and who asks it."""

from __future__ import annotations

import re

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from index.library import Library
from tests.assistant_.saying import reply

ASKED = (
    (("may a colleague who classifies jobs for our division speak for me in the appeal",), r"No\b"),
    (("can my friend who works in classification represent me?",), r"No\b"),
    (("can a retired classifier from another agency represent me?",), r"Yes\b"),
    (("can my coworker represent me in the appeal",), r"Yes\b"),
    (("Who may appeal?", "could I do it as his manager"), r"No: only the employee"),
    (("Can a manager appeal for one of my analysts, on her behalf?",), r"No: only the employee"),
    (("Who may appeal?", "and the agency"), r"Only against a certificate"),
    (("Can my supervisor stop me from appealing?",), r"No: you need nobody"),
    (("can I appeal my previous GS-12 job",), r"No: only the position"),
    (("may the agency correct the grade without an appeal to OPM?",), r"Yes: the agency"),
    (("so I have nothing to lose by appealing?",), r"No\b"),
    (("is there a risk in appealing?",), r"Yes\b"),
    (("can they lower my grade if I appeal?",), r"Yes\b"),
    (("Can I have a representative?", "would she be let into the interview by OPM"), r"Not as of"),
    (("I have to do an evaluation statement. How do I begin?",), r"For each factor"),
    (("do I have to write an evaluation statement for every position?",), r"No: a narrative"),
    (("Three clerks work 10 hours a week each. Do they count in the base level?",), r"In propor"),
)


@pytest.fixture
def engine(example_library: Library, chooser: Chooser) -> Engine:
    return Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)


@pytest.mark.parametrize(("messages", "first"), ASKED, ids=[one[0][-1] for one in ASKED])
def test_an_answer_begins_with_what_is_asked(
    engine: Engine, messages: tuple[str, ...], first: str
) -> None:
    *before, last = messages
    for message in before:
        reply(engine, message)
    told = re.sub(r"[*_]", "", reply(engine, last).answer)
    assert re.match(first, told), told[:200]
