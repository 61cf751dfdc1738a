"""The first screen: doors, cases, the example, a file dragged in; and a case that keeps itself."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from assistant.cases.shelf import Shelf
from assistant.settings import Settings
from assistant.tui.app import FesApp
from assistant.tui.desk.opener import Opener
from assistant.tui.screens.welcome import Welcome
from core.model import Case
from tests.assistant_.tui.driving import WIDE, screen_lines

HARBOR = Case(title="Harbor analyst (fictional)", fictional=True, levels={})
DESCRIPTION = """POSITION DESCRIPTION (fictional)
Title: Harbor Analyst
Pay plan, series, grade: GS-0343-11

MAJOR DUTIES

1. Plans the year of the harbor and schedules berths for sixty vessels, so that none waits. (60%)

2. Reports to the director what could change the rates of the harbor, with what each would bring
to the towns on the river and to the vessels that call there. (40%)

FACTOR 1. KNOWLEDGE REQUIRED BY THE POSITION
Knowledge of the movements of vessels in narrow waters and of the rules for berths.
"""
SUPERVISOR = f'''# By hand.
title = "{HARBOR.title}"
fictional = true
standard = "gssg"
base = "GS-11"

[levels]
1 = "1-2"
'''


class Begun:
    def __init__(self, app: FesApp, pilot: Pilot[Any]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def text(self) -> str:
        return " ".join(" ".join(screen_lines(self.app)).split())

    async def sees(self, words: str, seconds: float = 20) -> None:
        end = monotonic() + seconds
        while words not in self.text:
            assert monotonic() < end, f"{words!r} is not on screen: {self.text}"
            await self.pilot.pause(0.05)
        await self.pilot.pause()

    async def answer(self, words: str) -> None:
        """Fill the line of the dialog on screen."""
        self.app.screen.query_one(Input).value = words
        await self.pilot.press("enter")


@asynccontextmanager
async def beginning(home: Path, size: tuple[int, int] = WIDE) -> AsyncIterator[Begun]:
    app = FesApp(None, Opener(Settings(home)))
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        begun = Begun(app, pilot)
        await begun.sees("What brings you here?")
        yield begun


async def test_three_doors_and_the_example_stand_before_any_case(tmp_path: Path) -> None:
    async with beginning(tmp_path) as begun:
        for words in ("Thinking of appealing", "Grading a position", "Searching decisions"):
            assert words in begun.text
        assert "read-only" in begun.text
        assert "Your cases" not in begun.text


def test_a_second_window_does_not_take_up_what_is_open_in_the_first(tmp_path: Path) -> None:
    Shelf(tmp_path).new(HARBOR, name="harbor")
    first = Opener(Settings(tmp_path))
    desk = first.named("harbor")
    assert desk.keeping is not None
    desk.keeping.resume(desk.engine)
    desk.keeping.note(draft="half a message")
    assert Opener(Settings(tmp_path)).interrupted() is None
    desk.keeping.close()
    again = Opener(Settings(tmp_path)).interrupted()
    assert again is not None
    assert again.title == HARBOR.title
    first.close()


async def test_a_case_broken_by_hand_is_listed_and_says_why(tmp_path: Path) -> None:
    file = Shelf(tmp_path).new(HARBOR, name="harbor").path
    file.write_text('berth = "north"\n' + file.read_text("utf-8"), "utf-8")
    assert Opener(Settings(tmp_path)).interrupted() is None
    async with beginning(tmp_path) as begun:
        await begun.pilot.press("enter")
        await begun.sees('"berth" is not a field')


@pytest.mark.parametrize("way", ["n", "1"])
async def test_a_new_case_is_named_opened_and_kept_at_once(tmp_path: Path, way: str) -> None:
    async with beginning(tmp_path) as begun:
        await begun.pilot.press(way)
        await begun.sees("give the case a name")
        await begun.answer("Berth planner")
        await begun.sees("Berth planner")
        assert [entry.title for entry in Shelf(tmp_path).entries()] == ["Berth planner"]


@pytest.mark.parametrize("kind", ["nine factors", "supervisor"])
async def test_a_case_is_renamed_copied_deleted_and_brought_back(tmp_path: Path, kind: str) -> None:
    shelf = Shelf(tmp_path)
    if kind == "supervisor":
        shelf.keep(SUPERVISOR, HARBOR.title)
    else:
        shelf.new(HARBOR, name="harbor")
    async with beginning(tmp_path) as begun:
        await begun.sees("Harbor analyst (fictional)")
        await begun.pilot.press("r")
        await begun.sees("Its new title")
        await begun.answer("Berth analyst")
        await begun.sees("Berth analyst")
        await begun.pilot.press("c")
        await begun.sees("Copy of Berth analyst")
        await begun.pilot.press("x")
        await begun.sees("U brings it back")
        assert len(shelf.entries()) == 1
        await begun.pilot.press("u")
        await begun.pilot.pause()
        assert len(shelf.entries()) == 2
    if kind == "supervisor":
        assert {one.standard for one in shelf.entries()} == {"gssg"}
        assert all("# By hand." in one.path.read_text("utf-8") for one in shelf.entries())


async def test_a_description_is_pasted_where_a_name_is_asked_for(tmp_path: Path) -> None:
    async with beginning(tmp_path) as begun:
        await begun.pilot.press("n")
        await begun.sees("give the case a name")
        begun.app.screen.query_one(Input).post_message(Paste(DESCRIPTION.replace("\n", "\r")))
        await begun.sees("60 %")
        assert [entry.title for entry in Shelf(tmp_path).entries()] == ["Harbor Analyst"]


async def test_a_case_file_dragged_here_opens(tmp_path: Path) -> None:
    file = Shelf(tmp_path / "elsewhere").new(HARBOR, name="a berth").path
    async with beginning(tmp_path / "home") as begun:
        screen = begun.app.screen
        assert isinstance(screen, Welcome)
        screen.post_message(Paste(f"'{file}' "))
        await begun.sees("Harbor analyst (fictional)")
        assert begun.app.desk is not None
        assert begun.app.desk.file is not None
        assert begun.app.desk.file.path == file
        # It is listed with the others from then on, though it can only be opened here.
        await begun.app.action_home()
        await begun.sees("elsewhere/cases")
        assert "Rename" not in begun.text


async def test_the_newest_case_is_chosen_so_that_enter_goes_on(tmp_path: Path) -> None:
    Shelf(tmp_path).new(HARBOR, name="harbor")
    async with beginning(tmp_path) as begun:
        doors = begun.app.screen.query_one("#doors", OptionList)
        assert doors.highlighted is not None
        assert doors.get_option_at_index(doors.highlighted).id == "case:harbor"
        await begun.pilot.press("enter")
        await begun.sees("Talk")
        assert begun.app.desk is not None
        assert begun.app.desk.kept


async def test_the_case_just_left_is_chosen_so_that_its_keys_are_there(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    for name in ("harbor", "river"):
        shelf.new(Case(title=f"{name} analyst (fictional)", fictional=True, levels={}), name=name)
    async with beginning(tmp_path) as begun:
        doors = begun.app.screen.query_one(OptionList)
        doors.highlighted = next(
            at for at, one in enumerate(doors.options) if one.id == "case:harbor"
        )
        await begun.pilot.press("enter")
        await begun.sees("1 Talk")
        await begun.app.action_home()
        await begun.sees("Your cases")
        await begun.pilot.press("c")
        await begun.sees("Copy of harbor analyst")


async def test_going_home_from_a_door_taken_first_chooses_the_case(tmp_path: Path) -> None:
    async with beginning(tmp_path) as begun:
        await begun.pilot.press("2")
        await begun.answer("Harbor analyst")
        await begun.sees("1 Talk")
        await begun.app.action_home()
        await begun.sees("Your cases")
        await begun.pilot.press("r")
        await begun.sees("Rename the case")


async def test_forty_columns_keep_a_door_to_a_line(tmp_path: Path) -> None:
    async with beginning(tmp_path, size=(40, 24)) as begun:
        rows = screen_lines(begun.app)
        first = next(at for at, line in enumerate(rows) if "Thinking of appealing" in line)
        assert "Grading a position" in rows[first + 1]
        await begun.pilot.resize_terminal(80, 24)
        await begun.sees("from a description to a grade")


async def test_two_cases_of_one_title_are_told_apart_by_their_files(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.new(HARBOR, name="harbor")
    async with beginning(tmp_path) as begun:
        assert "· harbor" not in begun.text
    shelf.new(HARBOR, name="harbor-by-hr")
    async with beginning(tmp_path) as begun:
        assert "· harbor " in begun.text
        assert "· harbor-by-hr" in begun.text
