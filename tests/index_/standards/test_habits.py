"""Standards in the many habits of print there have been: what is read, doubted and refused."""

from __future__ import annotations

import pytest

from tests.index_.standards.fictional.habits import wrong
from tests.index_.standards.fictional.habits_first import FIRST
from tests.index_.standards.fictional.habits_second import SECOND
from tests.index_.standards.fictional.habits_third import THIRD
from tests.index_.standards.test_reading import read

HABITS = {**FIRST, **SECOND, **THIRD}


@pytest.mark.parametrize("name", HABITS)
def test_a_habit_of_print_is_read_right(name: str) -> None:
    assert wrong(HABITS[name](), read) == []
