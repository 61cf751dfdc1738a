"""What a question calls by name is answered by that and by nothing like it."""

from __future__ import annotations

import pytest

from assistant.chat.answering.named.by_name import by_name
from assistant.chat.model import Answer, Context
from assistant.chat.reading.exact import read


def said(message: str) -> Answer | None:
    """Return what answers a message by a name in it, without case and documents."""
    found = by_name(read(message), Context())
    return None if found is None else found[1]


@pytest.mark.parametrize(
    ("message", "holder"),
    [
        ("How many days have I got to file with the MSPB?", "5 CFR part 1201"),
        ("what are my bump and retreat rights", "5 CFR part 351"),
        ("when is my next within-grade increase due", "5 U.S.C. 5335"),
        ("what are the tests of the executive exemption under the FLSA", "551, subpart B"),
        ("is nepotism a prohibited personnel practice?", "5 U.S.C. 2302(b)"),
        ("how much sick leave do I earn", "5 CFR part 630"),
        ("how long is my probationary period", "5 CFR part 315"),
        ("are my overtime hours paid at time and a half", "part 550"),
    ],
)
def test_law_beside_the_field_is_named(message: str, holder: str) -> None:
    found = said(message)
    assert found is not None
    assert found.kind == "not_held"
    assert holder in found.lead
    assert "general knowledge" in found.lead
    assert not found.words


@pytest.mark.parametrize(
    "message",
    [
        "Write me a LinkedIn post about my new job",
        "help me negotiate a higher salary",
        "write a python script for my budget",
        "I have chest pains",
    ],
)
def test_what_is_outside_the_field_is_declined(message: str) -> None:
    found = said(message)
    assert found is not None
    assert found.kind == "decline"
    assert not found.words


@pytest.mark.parametrize(
    "message",
    [
        "can I appeal my classification to the MSPB?",
        "does my college degree count for Level 1-7?",
        "can I file an FLSA claim, and by when?",
        "do teleworking employees count as physical dispersion for a supervisor?",
        "what is my next step in the appeal?",
        "I'm upset that they lowered my grade, what can I do?",
        "does a good performance rating raise my grade?",
    ],
)
def test_questions_of_the_field_stay_its_own(message: str) -> None:
    found = said(message)
    assert found is None or found.kind == "answer"
