"""Standards in the many habits of print there have been: what is read, doubted and refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from tests.index_.standards.bringing_in import read
from tests.index_.standards.fictional.habits import wrong
from tests.index_.standards.fictional.habits_first import FIRST
from tests.index_.standards.fictional.habits_second import SECOND
from tests.index_.standards.fictional.habits_third import THIRD

HABITS = {**FIRST, **SECOND, **THIRD}


@pytest.mark.parametrize("name", HABITS)
def test_a_habit_of_print_is_read_right(name: str) -> None:
    assert wrong(HABITS[name](), read) == []


PRINTED = [name for name, make in HABITS.items() if make().file.endswith(".pdf")]


@pytest.mark.parametrize("between", ["\f", "\n"])
@pytest.mark.parametrize("name", PRINTED)
def test_a_habit_is_read_as_well_from_the_text_of_its_pages(name: str, between: str) -> None:
    habit = HABITS[name]()
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(habit.data)]
    text = between.join(page.replace("\r\n", "\n") for page in pages)
    captured = replace(habit, file=habit.file.replace(".pdf", ".txt"), data=text.encode())
    assert wrong(captured, read) == []


def test_a_level_that_begins_in_mid_sentence_is_a_doubt() -> None:
    text = FIRST["run_in_text"]().data.decode()
    cut = text.replace(
        "Level 6-1 -- 10 Points -- The tender trims", "Level 6-1 -- 10 Points\n\ntrims"
    )
    assert cut != text
    found = read(Path("cut.txt"), cut.encode())
    assert [(one.code, one.where) for one in found.doubts] == [("level-begins-midway", "Level 6-1")]
