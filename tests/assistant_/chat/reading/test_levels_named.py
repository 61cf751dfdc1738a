"""Levels in the ways they are written, and which of them a message takes for won or lost."""

from __future__ import annotations

import pytest

from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.changed.signs import signs


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Factor 1 Level 1-6, Factor 2 Level 2-3", ("1-6", "2-3")),
        ("factor 1 at level 1-7; factor 2 at level 2-4", ("1-7", "2-4")),
        ("Factor 4 Level 4A-3 and 4B-2", ("4A-3", "4B-2")),
        ("Factor 2 FLD 2-4", ("2-4",)),
        ("level 2.4", ("2-4",)),
        ("factor 2 level 4", ("2-4",)),
        ("factor two, level three", ("2-3",)),
        ("level 5 of factor 2", ("2-5",)),
        ("Factor 7 level 7-B", ("7-B",)),
        ("within level 2. 4 people report to me", ()),
    ],
)
def test_a_level_is_read_as_it_is_written(text: str, levels: tuple[str, ...]) -> None:
    assert read(text).levels == levels


@pytest.mark.parametrize(
    ("text", "won", "lost"),
    [
        ("if I get 2-5 and 4-5 but lose 8-2", ["2-5", "4-5"], ["8-2"]),
        ("what if they took 1-7 away", [], ["1-7"]),
        ("they give me 5-4 but take 2-4", ["5-4"], ["2-4"]),
        ("3-4 and 5-4 are refused", [], ["3-4", "5-4"]),
        ("if 5-4 fails and 3-4 makes it", ["3-4"], ["5-4"]),
        ("without 3-3 but 2-3", ["2-3"], ["3-3"]),
        ("cut 4-4 to 4-3", ["4-3"], ["4-4"]),
        ("2-5 instead of 1-8", ["2-5"], ["1-8"]),
        ("what would 2-5 do", [], []),
    ],
)
def test_each_level_has_the_sign_of_its_own_verb(
    text: str, won: list[str], lost: list[str]
) -> None:
    told = signs(text)
    assert (told.won, told.lost) == (won, lost)


@pytest.mark.parametrize(
    ("text", "all_won", "all_lost"),
    [
        ("what if everything I seek is refused", False, True),
        ("what if I lose 2-4 but get both", True, False),
        ("neither is granted", False, True),
        ("all but 9-2", True, False),
    ],
)
def test_all_that_is_sought_has_a_sign_too(text: str, *, all_won: bool, all_lost: bool) -> None:
    told = signs(text)
    assert (told.all_won, told.all_lost) == (all_won, all_lost)
