"""What the first screen and the works look like, at three sizes and in two themes.

After a wanted change: ``--snapshot-update`` on this file, then look.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from time import monotonic
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from assistant.cases.edits import load_case
from assistant.cases.shelf import Shelf
from assistant.settings import EXAMPLE_CASE, Settings
from assistant.tui import themes
from assistant.tui.app import FesApp
from assistant.tui.desk.opener import Opener
from tests.assistant_.tui.driving import screen_lines

Compare = Callable[..., bool]
DARK, LIGHT = themes.DARK.name, themes.LIGHT.name
SUPERVISOR = Path(__file__).parents[2] / "papers" / "cases" / "supervisor.toml"
LOOKS = [(*size, theme) for size in ((80, 24), (120, 40), (200, 60)) for theme in (DARK, LIGHT)]


def named(look: tuple[int, int, str]) -> str:
    return f"{look[0]}x{look[1]}-{look[2]}"


def application(home: Path, theme: str, *, case: bool = True, example: bool = False) -> FesApp:
    opener = Opener(Settings(home))
    desk = opener.example() if example else None
    if case and not example:
        Shelf(home).new(load_case(EXAMPLE_CASE), name="lock")
        desk = opener.named("lock")
    app = FesApp(desk, opener)
    app.animation_level = "none"
    app.theme = theme
    return app


def at(work: str, *keys: str) -> Any:
    """Return what to do before the picture: go to a work, press keys."""

    async def run(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, FesApp)
        end = monotonic() + 60
        if work:
            while app.chat.running:
                assert monotonic() < end
                await pilot.pause(0.05)
            await app.action_go(work)
        # A paper is laid out anew a moment after its room turned out another: the picture is
        # taken when nothing works any more and the screen has stayed as it is.
        seen: list[str] = []
        rest = 0.6 if work == "papers" else 0.3
        while (now := screen_lines(app)) != seen:
            assert monotonic() < end
            seen = now
            await pilot.pause(rest)
            while any(not worker.is_finished for worker in app.workers):
                await pilot.pause(0.05)
                assert monotonic() < end
        if keys:
            await pilot.press(*keys)
        for line in app.screen.query(Input):
            # A picture must not depend on whether the cursor is just lit.
            line.cursor_blink = False
        await pilot.pause(0.3)

    return run


@pytest.mark.parametrize("look", LOOKS, ids=named)
@pytest.mark.parametrize(
    ("work", "keys"),
    [
        ("", ()),
        ("case", ("right_square_bracket",)),
        ("whatif", ("down", "right", "down", "down", "right")),
        ("appeal", ()),
    ],
    ids=["first", "case", "whatif", "appeal"],
)
def test_the_screens(
    snap_compare: Compare,
    tmp_path: Path,
    look: tuple[int, int, str],
    work: str,
    keys: tuple[str, ...],
) -> None:
    width, height, theme = look
    app = application(tmp_path, theme, case=bool(work))
    assert snap_compare(app, terminal_size=(width, height), run_before=at(work, *keys))


@pytest.mark.parametrize("look", LOOKS, ids=named)
@pytest.mark.parametrize(
    ("work", "keys"),
    # In the library a standard is chosen: of a document it tells when it was read in, and where.
    [
        ("argue", ()),
        ("suggest", ()),
        ("precedents", ("space",)),
        ("papers", ()),
        ("library", ("tab", "down", "up")),
    ],
    ids=["argue", "suggest", "precedents", "papers", "library"],
)
def test_the_screens_that_read_documents(
    snap_compare: Compare,
    tmp_path: Path,
    example_read_in: Path,
    look: tuple[int, int, str],
    work: str,
    keys: tuple[str, ...],
) -> None:
    """On the example, whose documents are there to be read."""
    width, height, theme = look
    app = application(copytree(example_read_in, tmp_path / "home"), theme, example=True)
    assert snap_compare(app, terminal_size=(width, height), run_before=at(work, *keys))


@pytest.mark.parametrize("look", LOOKS, ids=named)
def test_a_supervisors_case(
    snap_compare: Compare, tmp_path: Path, look: tuple[int, int, str]
) -> None:
    width, height, theme = look
    app = FesApp(None, Opener(Settings(tmp_path)), supervisor=SUPERVISOR)
    app.animation_level = "none"
    app.theme = theme
    assert snap_compare(app, terminal_size=(width, height), run_before=at("", "right"))
