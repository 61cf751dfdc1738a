"""A question that is told ("I want to know whether ...") is a question and changes no case."""

import pytest

from assistant.chat.moves.levels import is_seek
from assistant.chat.reading.exact import read

TOLD = (
    "I want to know whether anyone got 2-5 in the 0080 series",
    "I'm looking for decisions that asked for 4-5",
    "trying to find out who was refused 3-4",
    "I don't understand why I have 2-4 and they want 2-5",
    "we'd like to see what happens when people claim 1-8",
    "I'm not sure how they request level 2-5",
)
WANTED = (
    "I want 2-5",
    "I seek Level 4-5 because I lead the studies",
    "the appellant should get 4-5",
    "I'm sure I should have 2-5",
)


@pytest.mark.parametrize("message", TOLD)
def test_what_is_asked_seeks_no_level(message: str) -> None:
    assert not is_seek(read(message))


@pytest.mark.parametrize("message", WANTED)
def test_what_is_wanted_does(message: str) -> None:
    assert is_seek(read(message))
