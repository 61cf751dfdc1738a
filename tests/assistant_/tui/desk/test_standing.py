"""Standards on the library screen: imported, their doubts settled one by one, and removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from assistant.cli.standards.imports.folders import name_imported_standards
from assistant.settings import Settings
from assistant.tui.app import FesApp
from assistant.tui.desk.opener import Opener
from assistant.tui.desk.standing import correcting, held_standards, wrong_with
from tests.assistant_.tui.driving import WIDE
from tests.assistant_.tui.screens.test_welcome import Begun
from tests.index_.standards.fictional.base import POINTS
from tests.index_.standards.fictional.habits import as_text

PATIENCE = 120.0


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "a level to correct"),
        ({"accept": "two", "why": "seen"}, "by their numbers"),
        ({"accept": "1, 2"}, "Say why"),
        ({"points": "225", "why": "seen"}, "Name the level"),
        ({"level": "4-4", "points": "many", "why": "seen"}, "whole number"),
        ({"level": "4-4", "points": "1,225", "why": "as printed"}, ""),
        ({"accept": "1, 2", "why": "as printed"}, ""),
        ({"withdraw": "1"}, ""),
    ],
)
def test_what_is_said_about_a_reading_is_checked(said: dict[str, str], words: str) -> None:
    problem = wrong_with(said)
    assert words in problem
    assert bool(problem) == bool(words)


def test_every_word_reaches_the_command() -> None:
    held = next(one for one in held_standards() if one.holding.id == "gs-0200")
    said = {"accept": "1, 3", "level": "4-4", "points": "1,225", "why": "--odd reason"}
    assert correcting(held, said)[5:] == [
        *("--accept", "1", "--accept", "3", "--level=4-4", "--points=1225"),
        "--why=--odd reason",
    ]


def _haze(folder: Path) -> Path:
    """Write a fictional standard whose Level 4-3 has lost its heading."""

    def head(level: str) -> str:
        return "V1 . . 150 Points" if level == "4-3" else f"Level {level}, {POINTS[level]} points"

    path = folder / "haze.txt"
    path.write_text(as_text("Haze Series, GS-9936", head), "utf-8")
    return path


async def test_a_standard_is_imported_settled_and_removed_on_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("FES_HOME", str(home))
    name_imported_standards()
    app = FesApp(None, Opener(Settings(home)))
    app.animation_level = "none"
    async with app.run_test(size=WIDE) as pilot:
        person = Begun(app, pilot)

        async def chosen() -> None:
            """Go to the standard in the list, as an arrow key would."""
            listed = app.screen.query_one("#library-standards", OptionList)
            listed.focus()
            await person.sees("gs-9936", PATIENCE)
            rows = [str(row.prompt) for row in listed.options]
            listed.highlighted = next(n for n, row in enumerate(rows) if "gs-9936" in row)
            await pilot.pause()

        await person.sees("What brings you here?")
        await pilot.press("l")
        await person.sees("No documents yet", PATIENCE)
        await pilot.press("m")
        await person.answer(str(_haze(tmp_path)))
        await chosen()
        await person.sees("1 open doubt", PATIENCE)

        await pilot.press("g")
        accept, _, why, *_ = app.screen.query(Input)
        accept.value = "1"
        await pilot.press("enter")
        await person.sees("Say why")
        why.value = "the level is not described"
        await pilot.press("enter")
        await person.sees("It scores.", PATIENCE)
        assert "1 open doubt" not in person.text

        await chosen()
        await pilot.press("x", "x")
        await person.sees("Removed gs-9936", PATIENCE)
        assert "gs-9936" not in " ".join(
            str(row.prompt)
            for row in app.screen.query_one("#library-standards", OptionList).options
        )
