"""Standards in the many habits of print there have been: what is read, doubted and refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from index.language.structure import FACTOR_NAMES
from tests.index_.standards import fictional
from tests.index_.standards.bringing_in import levels, plain, read
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


def test_points_in_the_last_column_of_a_table_and_ranges_after_an_illustration_are_found() -> None:
    rows = ["Position Classification Standard for Lamp Tending Series, GS-9998", ""]
    for key, name in FACTOR_NAMES.items():
        rows += [f"Factor {key}, {name}", "", "What lamps ask for is weighed here.", ""]
        for level, points in fictional.POINTS.items():
            if level.startswith(f"{key}-"):
                rows += [f"Level {level}", "", fictional.words(level), "", f"{points} points", ""]
    rows += ["Illustrations", "", "A tender lights the lamps of one pier by the book.", ""]
    rows += [
        f"GS-{grade}   {low}-{low + 195}" for grade, low in enumerate(range(655, 2655, 250), 4)
    ]
    standard = read(Path("lamps.txt"), "\n".join(rows).encode())
    assert levels(standard) == dict(fictional.POINTS)
    assert all(
        plain(one.text) == fictional.words(one.level)
        for factor in standard.factors
        for one in factor.levels
    )
    assert [one.min for one in standard.conversion] == list(range(655, 2655, 250))
