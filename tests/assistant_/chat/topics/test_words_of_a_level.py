"""Words quoted from a standard, or told of the work: the levels they are of, or are set beside.

The standard is the bundled example's, which is fictional.
"""

from __future__ import annotations

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from index.library import Library
from tests.assistant_.saying import reply, said

SETS = "The supervisor sets the readiness objectives for the year"


@pytest.fixture
def talk(example_library: Library, chooser: Chooser) -> Engine:
    return Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)


@pytest.mark.parametrize(
    ("message", "level"),
    [
        (f'The standard says "{SETS}". What level is that?', "2-4"),
        (f"\u201c{SETS}\u201d?", "2-4"),
        ('and "silent or thin on much of the work"?', "3-4"),
        ('which level is "an office with ordinary risks" of', "9-1"),
    ],
)
def test_words_quoted_are_found_where_they_are_printed(
    talk: Engine, message: str, level: str
) -> None:
    answer = said(talk, message)
    assert answer.startswith(f"**Those are words of Level {level}")
    assert "Words alone earn no level" in answer


def test_words_put_a_little_otherwise_are_only_near(talk: Engine) -> None:
    answer = said(talk, 'which level is "mastery of the field so others turn to her for answers"?')
    assert answer.startswith("**Nearest in words is Level 1-8")


@pytest.mark.parametrize(
    "message",
    [
        'What does "full performance level" mean?',
        'The letter says "you may reply within 10 days"?',
        f'"{SETS}" is that enough for a higher level?',
    ],
)
def test_words_quoted_of_something_else_are_left_to_it(talk: Engine, message: str) -> None:
    assert reply(talk, message).topic != "level-by-words"


def test_what_was_told_is_set_beside_the_levels_it_speaks_for(talk: Engine) -> None:
    said(talk, "I run the recruitment for two docks and nobody checks my work before it goes out")
    answer = said(talk, "what would that be on factor 2?")
    assert answer.startswith("**No level follows from that alone")
    assert "2-3, 2-4 and 2-5" in answer


def test_a_word_denied_speaks_for_nothing(talk: Engine) -> None:
    said(talk, "My guidelines are old manuals that never fit the work I do")
    assert "the lower levels" not in said(talk, "what level is that on factor 3?")


def test_a_fact_just_noted_is_set_beside_levels_of_the_factor_its_words_tell(talk: Engine) -> None:
    said(talk, "I have to use judgment in interpreting and adapting my guides for the docks")
    answer = said(talk, "what level would that be?")
    assert answer.startswith("**No level follows from that alone")
    assert "3-3, 3-4 and 3-5" in answer


@pytest.mark.parametrize(
    ("message", "sends"),
    [
        ("GS-0301 Level 4-5", "a multiseries guide"),
        ("what does Level 4-5 require in the 0343 series?", "the Administrative Analysis"),
    ],
)
def test_a_level_of_a_series_without_levels_says_so_before_the_primary_standard_s(
    talk: Engine, message: str, sends: str
) -> None:
    answer = said(talk, message)
    assert answer.startswith("**Series 03")
    assert sends in answer.partition("**Level 4-5**")[0]
    assert "classifies nothing" in answer


def test_a_level_by_itself_says_nothing_of_flysheets(talk: Engine) -> None:
    assert "flysheet" not in said(talk, "what does Level 4-5 require?")
