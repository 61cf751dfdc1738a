"""Driving the chat application in tests: open it, type, wait, and read what is on screen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import monotonic
from typing import Any

from textual._compositor import LayoutUpdate
from textual.pilot import Pilot
from textual.widgets import Static

from assistant.tui.app import FesApp
from assistant.tui.desk.desk import Desk
from assistant.tui.screens.talk.chat import ChatScreen
from assistant.tui.screens.talk.panels import PANELS
from assistant.tui.widgets.talk.prompt import Prompt
from tests.assistant_.tui.fake import FakeEngine

WIDE = (120, 40)
SMALL = (80, 24)
_FRAMES = str.maketrans("│▌▐▁▂▃▄▅▆▇█", " " * 11)  # borders and scroll bars


def screen_lines(app: FesApp) -> list[str]:
    """Return what a person sees, line by line: the rows that are written to the terminal."""
    # A picture as SVG tells the same and takes five times as long.
    shown = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    assert isinstance(shown, LayoutUpdate)
    rows = ("".join(strip.text for strip in row) for row in shown.strips)
    return [row.replace("\xa0", " ").rstrip() for row in rows]


@dataclass
class Chat:
    """A running application with its engine."""

    app: FesApp
    pilot: Pilot[Any]
    engine: FakeEngine

    @property
    def screen(self) -> ChatScreen:
        return self.app.chat

    @property
    def prompt(self) -> Prompt:
        return self.screen.query_one(Prompt)

    @property
    def text(self) -> str:
        """Everything on screen with runs of white space as one space, each pane by itself.

        Panes stand side by side, so a sentence that wraps is read within its own pane.
        """
        lines = screen_lines(self.app)
        panes = [lines]
        if self.app.screen is self.screen:
            for name in ("conversation", *(panel.name for panel in PANELS)):
                region = self.screen.query_one(f"#{name}").region
                rows = lines[region.y : region.bottom]
                panes.append([line[region.x : region.right].translate(_FRAMES) for line in rows])
        return " ‖ ".join(" ".join(" ".join(pane).split()) for pane in panes)

    @property
    def lines(self) -> list[str]:
        return screen_lines(self.app)

    def part(self, selector: str) -> str:
        """Return the plain text of a static part of the top screen."""
        return str(self.app.screen.query_one(selector, Static).content)

    async def until(self, condition: Callable[[], bool], seconds: float = 20.0) -> None:
        """Wait for a condition; a thread may have to catch up."""
        end = monotonic() + seconds
        while monotonic() < end:
            await self.pilot.pause(0.02)
            if condition():
                await self.pilot.pause()
                return
        raise AssertionError("waited in vain; on screen:\n" + "\n".join(self.lines))

    async def sees(self, words: str) -> None:
        """Wait until words are on screen."""
        await self.until(lambda: words in self.text)

    async def type(self, words: str) -> None:
        """Type into the message line."""
        self.prompt.focus()
        await self.pilot.pause()
        names = {" ": "space", "\n": "ctrl+j"}
        await self.pilot.press(*(names.get(character, character) for character in words))

    async def send(self, words: str) -> None:
        """Write a message at once and press Enter.

        A key at a time costs 50 ms each; what typing does is tested where ``type`` is used.
        """
        self.prompt.focus()
        self.prompt.insert(words)
        await self.pilot.press("enter")

    async def ask(self, words: str) -> None:
        """Send a message and wait for the end of the turn."""
        turns = len(self.engine.asked)
        await self.send(words)
        await self.until(lambda: len(self.engine.asked) > turns and not self.running)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def open(self, number: int) -> None:
        """Open a citation of the current answer."""
        await self.press("ctrl+o")
        await self.until(lambda: self.app.screen is not self.screen)
        await self.press(str(number))

    @property
    def running(self) -> bool:
        return self.screen.running


@asynccontextmanager
async def chatting(
    engine: FakeEngine | None = None, size: tuple[int, int] = WIDE
) -> AsyncIterator[Chat]:
    """Open the application on a scripted engine and wait for its greeting."""
    engine = engine or FakeEngine()
    app = FesApp(Desk.of(engine))
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        chat = Chat(app, pilot, engine)
        chat.prompt.cursor_blink = False
        await chat.until(lambda: not chat.running)
        yield chat
