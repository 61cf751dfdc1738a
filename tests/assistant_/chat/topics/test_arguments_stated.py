"""Arguments put as plain statements: answered by what they are worth. All of it is made up."""

from __future__ import annotations

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from index.library import Library
from tests.assistant_.saying import reply, said

GROUNDS = {
    "not-considered": (
        "They handle twice the workload of the clerks in the other branch",
        "My section settles more claims than any other office in the country.",
        "I've been in this job for 18 years and got outstanding ratings every year.",
        "I'm the only person who knows how to run this.",
        "30 years federal and all I am is an 8, does that not matter to anybody",
        "I'm drowning in debt on a GS-7 paycheck, can the grade take that into account?",
        "our last three announcements got no qualified applicants so isn't the grade too low",
    ),
    "comparison": (
        "The other district's examiners are all 9s doing the same thing",
        "at Norfolk they're 11s for exactly what we do",
    ),
    "wrong-position-description": (
        "She wrote that I only answer phones. I run the grants program!",
        "They say I just file things, but I audit the contracts",
        "I asked my chief three times to mend the description and heard nothing",
    ),
}
OTHER = {
    "not-considered": (
        "I do more higher-level work than the other analysts",
        "I answer for twice as many duties as before",
        "I've been doing higher-level work for 5 years and still a 9, do I get back pay?",
        "I held the GS-12 for 14 months before they cut it, does that count toward the year?",
        "I have 20 years of experience, does that count under factor 1?",
    ),
    "comparison": (
        "My staff are all 12s doing the same work",
        "I supervise three 12s in the other building doing the same work",
    ),
    "wrong-position-description": ("I asked OPM to reconsider and got no answer",),
}


@pytest.fixture
def talk(example_library: Library, chooser: Chooser) -> Engine:
    return Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)


@pytest.mark.parametrize(
    ("message", "topic"), [(one, topic) for topic, told in GROUNDS.items() for one in told]
)
def test_an_argument_stated_is_answered(talk: Engine, message: str, topic: str) -> None:
    assert reply(talk, message).topic == topic


@pytest.mark.parametrize(
    ("message", "topic"), [(one, topic) for topic, told in OTHER.items() for one in told]
)
def test_what_argues_otherwise_is_left_to_others(talk: Engine, message: str, topic: str) -> None:
    assert reply(talk, message).topic != topic


def test_an_attempt_that_failed_is_not_asked_for_again(talk: Engine) -> None:
    said(talk, "my PD is wrong, what can I do")
    told = said(talk, "I asked him twice in writing and got nothing")
    assert told.startswith("**Then the attempt is made")
