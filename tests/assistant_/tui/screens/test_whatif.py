"""The what-if screen: levels turned, what they ask, and what there is room for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.color import Color
from textual.css.stylesheet import Stylesheet
from textual.layouts.vertical import VerticalLayout

from assistant.cases.shelf import Shelf
from assistant.tui import themes
from assistant.tui.screens.works.whatif import WhatIfScreen
from assistant.tui.widgets.figures.ladder import Ladder
from core.model import Case
from tests.assistant_.tui.driving import screen_lines
from tests.assistant_.tui.screens.test_works import on_a_case, on_the_case


async def test_arrows_turn_a_level_and_s_seeks_it(tmp_path: Path) -> None:
    async with on_a_case(tmp_path) as person:
        await person.go("whatif", "2,645 points")
        assert isinstance(person.app.screen, WhatIfScreen)
        await person.press("down", "right")
        await person.sees("2,845 points")
        assert "tried" in person.text
        await person.press("s")
        assert Shelf(tmp_path).open("lock").case.sought == {"2": "2-5"}


async def test_levels_being_tried_are_there_again_after_another_work_until_the_case_changes(
    tmp_path: Path,
) -> None:
    async with on_a_case(tmp_path) as person:
        await person.go("whatif", "2,645 points")
        await person.press("down", "right")
        await person.sees("2,845 points")
        await person.press("question_mark", "escape", "2")
        await person.sees("Enter changes a row")
        await person.press("3")
        await person.sees("2,845 points")
        await person.press("r")
        await person.until_idle()
        assert "2,845 points" not in person.text
        await person.press("right", "s")
        await person.sees("sought now: 2-5")
        await person.press("z")
        await person.sees("taken back")
        assert "tried GS-11" in person.text


@pytest.mark.parametrize(("height", "every"), [(40, False), (60, True)])
async def test_what_the_levels_of_the_factor_reached_ask_stands_beneath(
    tmp_path: Path, height: int, *, every: bool
) -> None:
    async with on_a_case(tmp_path, size=(200, height)) as person:
        await person.go("whatif", "What the levels ask: Knowledge")
        await person.press("down")
        await person.sees("What the levels ask: Supervisory Controls")
        for told in ("2-3 275 points", "2-4 450 points", "2-5 650 points Administrative direction"):
            assert told in person.text
        # A tall screen has room for all of them, another for those beside the one tried.
        assert ("125 points" in person.text) == every
        # However many levels a factor has, the ones tried stand under one another.
        tried = [re.search(r"(?<= )\d-\d(?= +│)", line) for line in screen_lines(person.app)]
        assert len({found.start() for found in tried if found is not None}) == 1


async def test_forty_columns_show_the_level_tried_between_its_neighbours(tmp_path: Path) -> None:
    async with on_a_case(tmp_path, size=(40, 30)) as person:
        await person.go("whatif", "With these levels")
        rows = screen_lines(person.app)
        knowledge = next(at for at, line in enumerate(rows) if "Knowledge" in line)
        assert all(f" {number} " in rows[knowledge + number - 1] for number in range(1, 10))
        assert re.search(r"6 +\[7\] +8 +1-7", rows[knowledge])
        await person.pilot.click(Ladder, offset=(3 + 1 + 14 + 2 * 4 + 1, 1))
        await person.sees("1-8")
        await person.press("s")
        await person.sees("*sought")
        # What the marks mean stands in the one line over the factors.
        rows = screen_lines(person.app)
        knowledge = next(at for at, line in enumerate(rows) if "Knowledge" in line)
        assert "[credited] *sought" in rows[knowledge - 1]
        await person.go("argue", "The claim")
        sides = person.app.screen.query_one("#argue-sides")
        assert isinstance(sides.layout, VerticalLayout)


async def test_a_factor_without_a_level_is_told_all_its_levels(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.new(Case(title="Harbor analyst (fictional)", fictional=True, levels={}), name="harbor")
    async with on_the_case(tmp_path, "harbor", size=(200, 60)) as person:
        await person.go("whatif", "What the levels ask: Knowledge")
        for told in ("1-1 50 points", "1-9 1,850 points", "Once every factor has a level"):
            assert told in person.text
        assert "Odds" not in person.text
        await person.go("suggest", "Drag or paste the position description here")
        assert "In all" not in person.text


async def test_styles_are_read_once_for_a_theme_and_every_screen_follows_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Stylesheet] = []
    reparse = Stylesheet.reparse

    def counted(self: Stylesheet) -> None:
        read.append(self)
        reparse(self)

    async with on_a_case(tmp_path) as person:
        monkeypatch.setattr(Stylesheet, "reparse", counted)
        # Reading them takes as long as a key may.
        await person.go("whatif", "With these levels")
        await person.go("papers", "Appeal letter")
        assert not read
        person.app.theme = themes.LIGHT.name
        await person.pilot.pause(0.5)
        assert read
        for name in ("whatif", "papers", "talk"):
            await person.app.action_go(name)
            await person.pilot.pause(0.5)
            assert person.app.screen.styles.background == Color.parse(themes.LIGHT.background or "")
            assert person.app.screen.query_one("#title-bar").styles.background == Color.parse(
                themes.LIGHT.surface or ""
            )
