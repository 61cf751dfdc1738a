"""What levels and grades are worth comes from the core's tables, with the page."""

from __future__ import annotations

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.engine import Engine, text_of
from assistant.chat.understanding import understand
from index.library import Library


@pytest.fixture
def plain(example_library: Library) -> Engine:
    """An engine without a case."""
    return Engine(example_library, ExtractiveArguer(), case=None)


def test_a_grade_is_given_its_points(plain: Engine) -> None:
    answer = text_of(plain.handle("how many points do I need for GS-12, and for GS 13?"))
    assert "**GS-12**: 2,755 to 3,150 points" in answer
    assert "**GS-13**: 3,155 to 3,600 points" in answer
    assert "p. 56" in answer


def test_the_highest_grade_has_no_upper_end_and_no_other_is_made_up(plain: Engine) -> None:
    answer = text_of(plain.handle("what points make GS-15 and GS-16?"))
    assert "**GS-15**: 4,055 points and up" in answer
    assert "has no GS-16" in answer


def test_a_level_is_given_its_points_and_those_below(plain: Engine) -> None:
    answer = text_of(plain.handle("how many points is Level 3-3?"))
    assert "Level 3-3 carries 275 points and Level 3-2 125." in answer
    assert "pp. 48 and 49" in answer


def test_ones_own_points_are_not_a_grades(engine: Engine) -> None:
    assert understand("how many points do I have").purpose == "score"
    assert understand("how many points short of GS-12 am I?").purpose == "what_if"
