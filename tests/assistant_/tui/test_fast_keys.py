"""Keys typed faster than the screens change: each is taken by what the ones before it opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key
from textual.widgets import Input, OptionList

from assistant.tui.app import FesApp
from assistant.tui.screens.welcome import Welcome
from assistant.tui.widgets.talk.conversation import Conversation
from assistant.tui.works import WORKS
from tests.assistant_.tui.driving import chatting
from tests.assistant_.tui.screens.test_welcome import beginning
from tests.assistant_.tui.screens.test_works import on_a_case


def at_once(app: FesApp, *keys: str) -> None:
    """Hand keys over as a terminal does that has read them all before any was answered."""
    for key in keys:
        app.post_message(Key(key, key if len(key) == 1 else None))


@pytest.mark.parametrize("first", [work.name for work in WORKS[:3]])
async def test_the_last_of_many_works_called_is_the_one_that_shows(
    tmp_path: Path, first: str
) -> None:
    async with on_a_case(tmp_path) as begun:
        await begun.app.action_go(first)
        await begun.pilot.pause()
        at_once(begun.app, *(key for digit in "3827" for key in ("ctrl+g", digit)))
        await begun.sees("In the appeal")
        assert len(begun.app.screen_stack) == 1


async def test_a_letter_after_a_digit_is_the_new_screens(tmp_path: Path) -> None:
    async with on_a_case(tmp_path) as begun:
        await begun.press("ctrl+g", "7")
        await begun.sees("In the appeal")
        at_once(begun.app, "2", "t")
        await begun.sees("The case's title")


async def test_what_is_typed_after_a_letter_of_the_menu_is_the_message() -> None:
    async with chatting() as chat:
        at_once(chat.app, "ctrl+g", "e", "a", "b")
        await chat.until(lambda: chat.prompt.text == "ab")


async def test_a_dialog_closes_once_however_often_the_key_is_pressed(tmp_path: Path) -> None:
    async with beginning(tmp_path) as begun:
        at_once(begun.app, "n")
        await begun.sees("A new case")
        at_once(begun.app, "escape", "escape", "escape")
        await begun.sees("What brings you here?")
        assert isinstance(begun.app.screen, Welcome)
        at_once(begun.app, "n")
        await begun.sees("A new case")
        at_once(begun.app, "enter", "enter")
        await begun.sees("1 Talk")
        await begun.app.action_home()
        await begun.sees("Your cases")
        cases = begun.app.screen.query_one(OptionList)
        assert sum((option.id or "").startswith("case:") for option in cases.options) == 1


async def test_the_menu_takes_one_choice_however_often_enter_is_pressed(tmp_path: Path) -> None:
    async with on_a_case(tmp_path) as begun:
        at_once(begun.app, "ctrl+p")
        await begun.sees("Search for")
        at_once(begun.app, *"should i")
        await begun.sees("Ask: Should I appeal?")
        at_once(begun.app, "enter", "enter", "enter")
        await begun.sees("For your case, by the core")
        assert begun.app.chat.query_one(Conversation).messages == ["Should I appeal?"]


@pytest.mark.parametrize("accepts", ["enter", "ctrl+s"])
async def test_what_is_typed_after_tab_is_the_next_fields(tmp_path: Path, accepts: str) -> None:
    async with on_a_case(tmp_path) as begun:
        await begun.press("ctrl+g", "7")
        await begun.sees("In the appeal")
        await begun.press("f")
        await begun.sees("The facts of the appeal")
        at_once(begun.app, *["tab"] * 4, *"2025-05-05", "tab", *"2025-05-06", accepts)
        await begun.sees("Monday, May 5, 2025")
        await begun.sees("Tuesday, May 6, 2025")
        await begun.press("6")
        await begun.sees("stance:")
        await begun.press("slash")
        at_once(begun.app, *"plans", "tab", *"2-4", "enter")
        await begun.sees("Preview")
        fields = begun.app.screen.query(Input)
        assert [field.value for field in fields] == ["plans", "2-4", ""]
