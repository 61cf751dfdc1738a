"""An evaluation that is quoted: the levels it states, set beside the words under them.

The evaluations are fictional.
"""

from __future__ import annotations

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from index.library import Library
from tests.assistant_.saying import said

ONE = (
    'The evaluation says: "Factor 2. The supervisor assigns work in terms of objectives and '
    "priorities. The employee plans and carries out the steps. Completed work is evaluated for "
    'technical soundness. Level 2-3 is assigned." Is that right?'
)
ALL = (
    'Here is what HR wrote: "Factor 1: knowledge of a wide range of analytical methods. Level 1-6, '
    "950 points. Factor 2: The supervisor sets the overall objectives and the resources available. "
    "Level 2-3, 450 points. Factor 3: Level 3-3. Factor 4: Level 4-3. Factor 5: Level 5-3. "
    'Factor 6: Level 6-2. Factor 7: Level 7-2. Factor 8: Level 8-1. Factor 9: Level 9-1."'
)


@pytest.fixture
def talk(example_library: Library, chooser: Chooser) -> Engine:
    return Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)


def test_the_level_stated_is_set_beside_its_words(talk: Engine) -> None:
    answer = said(talk, ONE)
    assert "It states Level 2-3 on Factor 2, Supervisory Controls" in answer
    assert "read most like Level 2-3" in answer
    assert "first four" not in answer
    further = said(
        talk,
        'and Factor 3: "Guidelines are not always applicable; the employee uses '
        'judgment in adapting them. Level 3-3."',
    )
    assert "It states Level 3-3 on Factor 3" in further


def test_nine_levels_are_added_up_and_what_has_no_reason_is_named(talk: Engine) -> None:
    answer = said(talk, ALL)
    assert "1,885 points, GS-9" in answer
    assert "2-4 rather than 2-3" in answer
    assert "On Factor 3, 4, 5, 6, 7, 8, 9 it gives a level and no reason" in answer
    assert "Level 2-3 is worth 275 points, not 450" in answer


@pytest.mark.parametrize(
    "message",
    [
        "My evaluation says I am at 2-3: is that enough for a GS-11 in the 0343 series?",
        'The letter says: "Your position is reclassified to GS-0343-11 effective May 3, 2026."',
        'HR wrote: "The agency intends to lower your position to GS-0201-09 for want of duties."',
    ],
)
def test_what_states_no_level_with_its_words_is_no_evaluation(talk: Engine, message: str) -> None:
    answer = said(talk, message)
    assert "It states Level" not in answer
    assert "That is an evaluation" not in answer


def test_levels_are_suggested_for_a_description_just_pasted(talk: Engine) -> None:
    said(
        talk,
        "here is my position description: The incumbent serves as a budget analyst. Formulates the "
        "annual budget. Reviews spending plans of six branches. Guidelines are budget manuals "
        "which need interpretation. The supervisor reviews finished work for soundness.",
    )
    answer = said(talk, "suggest levels for this text")
    assert "No case is open" not in answer
    assert "Suggested by" in answer
