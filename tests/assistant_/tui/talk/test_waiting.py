"""Messages sent while an answer is being written, and Ctrl+C."""

from __future__ import annotations

import threading

import pytest

from assistant.events import TextDelta, TurnFinished
from core.errors import ModelError
from tests.assistant_.tui.driving import SMALL, chatting
from tests.assistant_.tui.fake import FakeEngine


async def test_a_message_sent_during_a_turn_waits_on_screen_and_is_answered_next() -> None:
    hold = threading.Event()
    engine = FakeEngine(
        {
            "go": [hold, TextDelta("One."), TurnFinished()],
            "go on": [TextDelta("Two."), TurnFinished()],
            "more": [TextDelta("Three."), TurnFinished()],
        }
    )
    async with chatting(engine) as chat:
        await chat.send("go")
        await chat.send("go on")
        await chat.send("more")
        await chat.sees("sent next go on then more")
        await chat.type("typing ahead")
        assert engine.asked == ["go"]
        hold.set()
        await chat.sees("Three.")
        await chat.until(lambda: not chat.running)
        assert engine.asked == ["go", "go on", "more"]
        assert "sent next" not in chat.text
        assert chat.prompt.text == "typing ahead"


async def test_a_failed_turn_does_not_hold_up_the_messages_that_wait() -> None:
    hold = threading.Event()
    engine = FakeEngine({"bad": [hold, ModelError("No answer")], "good": [TextDelta("Fine.")]})
    async with chatting(engine) as chat:
        await chat.send("bad")
        await chat.send("good")
        hold.set()
        await chat.sees("Fine.")
        assert chat.prompt.text == "bad"


async def test_stopping_sends_nothing_more_and_up_brings_the_words_back() -> None:
    engine = FakeEngine({"go": [threading.Event()]})
    async with chatting(engine) as chat:
        await chat.send("go")
        await chat.send("go on")
        await chat.press("escape")
        await chat.sees("The message that waited was not sent")
        assert engine.asked == ["go"]
        assert chat.prompt.text == "go"
        await chat.press("up")
        assert chat.prompt.text == "go on"


async def test_many_waiting_messages_leave_room_on_a_small_terminal() -> None:
    engine = FakeEngine({"go": [threading.Event()]})
    async with chatting(engine, size=SMALL) as chat:
        await chat.send("go")
        for number in range(5):
            await chat.send(f"{number} " + "x" * 200)
        await chat.sees("then 4 more")
        assert chat.screen.query_one("#waiting").region.height == 2
        assert chat.screen.query_one("#conversation").region.height >= 12


async def test_ctrl_c_stops_a_turn_and_else_says_which_key_leaves() -> None:
    engine = FakeEngine({"go": [TextDelta("Half"), threading.Event()]})
    async with chatting(engine) as chat:
        await chat.press("ctrl+c")
        await chat.sees("Ctrl+Q quits")
        assert chat.app.is_running
        await chat.send("go")
        await chat.sees("Half")
        await chat.press("ctrl+c")
        await chat.sees("Stopped.")
        assert engine.cancelled.is_set()


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
async def test_what_is_said_is_whole_though_more_stands_below(size: tuple[int, int]) -> None:
    engine = FakeEngine({"long": [TextDelta("A line.\n\n" * 40)]})
    async with chatting(engine, size) as chat:
        await chat.ask("long")
        await chat.sees("more below: PgDn")
        await chat.send("/edit")
        await chat.until(
            lambda: "whose change goes; Esc leaves that" in " ".join(" ".join(chat.lines).split())
        )
