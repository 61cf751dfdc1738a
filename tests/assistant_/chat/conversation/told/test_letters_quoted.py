"""A letter that is quoted is read for what it is: a proposal, with the days that it gives."""

from __future__ import annotations

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from index.library import Library
from tests.assistant_.saying import said

PROPOSES = (
    'I got a letter: "We propose to reclassify your position from GS-0343-12 to GS-0343-11. You '
    "may reply within 10 days. Should the decision become final, you will be entitled to grade "
    'retention for two years."'
)
INTENDS = (
    'HR wrote: "The agency intends to lower the classification of your position to GS-0201-09. '
    'You may comment within 10 days." what now?'
)


@pytest.fixture
def talk(example_library: Library, chooser: Chooser) -> Engine:
    return Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)


@pytest.mark.parametrize("letter", [PROPOSES, INTENDS])
def test_a_proposal_quoted_is_answered_in_its_days_and_appealed_later(
    talk: Engine, letter: str
) -> None:
    read = said(talk, letter)
    assert read.startswith("**Not yet: that is a proposal")
    assert "within the 10 days it gives" in read
    until = said(talk, "until when do I have to answer it?")
    assert until.startswith("**Within the 10 days it gives")
    assert said(talk, "do I have to appeal now?").startswith("**Not yet")
    assert said(talk, "what should I write in the reply?").startswith("**The duties that")


@pytest.mark.parametrize(
    "message",
    [
        'The letter says: "Your position is reclassified to GS-0343-11 effective May 3, 2026."',
        "until when do I have to answer OPM's letter?",
    ],
)
def test_what_proposes_nothing_is_no_proposal(talk: Engine, message: str) -> None:
    assert "that is a proposal" not in said(talk, message)
    assert "days it gives" not in said(talk, "until when do I have to answer it?")
