"""What is dragged or pasted into the application: a file, a description, words."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input

from assistant.tui.desk.arrivals import arrival, dragged
from tests.assistant_.tui.screens.test_works import on_a_case
from tests.assistant_.tui.test_journeys import DESCRIPTION


async def test_a_description_brought_in_on_any_work_is_offered_as_a_case(tmp_path: Path) -> None:
    file = tmp_path / "berths.txt"
    file.write_text(DESCRIPTION, encoding="utf-8")
    async with on_a_case(tmp_path / "home") as begun:
        await begun.press("ctrl+g", "8")
        await begun.sees("Position evaluation statement")
        begun.app.screen.post_message(Paste(str(file)))
        await begun.sees("Make a case of this description")


async def test_a_description_pasted_into_a_line_of_a_search_is_offered_as_a_case(
    tmp_path: Path,
) -> None:
    async with on_a_case(tmp_path) as begun:
        await begun.press("ctrl+g", "6")
        await begun.press("slash")
        words = begun.app.focused
        assert isinstance(words, Input)
        begun.app.post_message(Paste("drafts are reviewed"))
        await begun.sees("drafts are reviewed")
        begun.app.post_message(Paste(DESCRIPTION))
        await begun.sees("Make a case of this description")
        assert words.value == "drafts are reviewed"


def test_a_dragged_path_is_found_in_every_spelling(tmp_path: Path) -> None:
    file = tmp_path / "a berth's plan.txt"
    file.write_text("x", "utf-8")
    for spelling in (str(file), f'"{file}"', f"{file} ", f"file://{str(file).replace(' ', '%20')}"):
        assert dragged(spelling) == file
    assert dragged(str(file).replace(" ", "\\ ")) == file
    assert dragged("what is Level 2-5?") is None
    assert arrival("two words\non two lines").text == ""


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_description_is_known_by_whatever_ends_a_terminal_gives_its_lines(end: str) -> None:
    assert arrival(DESCRIPTION.replace("\n", end)).text == DESCRIPTION
