"""A long conversation opens and scrolls like a short one, and all of it can be reached."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event
from time import process_time

import pytest
from textual.widgets import Static

from assistant.cases.sessions import KeptTurn
from assistant.cases.shelf import Shelf
from assistant.events import Event as Told
from assistant.events import Notice, Reply
from assistant.tui.app import FesApp
from assistant.tui.desk.desk import Desk
from assistant.tui.desk.keeping import Keeping
from assistant.tui.widgets.talk.conversation import (
    SHOWN_AT_FIRST,
    SHOWN_AT_MOST,
    SHOWN_AT_ONCE,
    Conversation,
    Earlier,
)
from assistant.tui.widgets.talk.turn import TurnView
from tests.assistant_.tui.driving import WIDE, Chat
from tests.assistant_.tui.fake import DIGEST, FakeEngine, source

pytestmark = pytest.mark.slow

SETTLED = 0.6
"""Seconds after which what came back is where it stays."""
COUNT = 30
"""Turns of a conversation of which a screen shows a few: these are short."""


def turns(count: int) -> list[KeptTurn]:
    said = "The analyst plans berths alone [1].\n\n- Ask who signs.\n- Ask what changed [2].\n"
    sources = (source(1), DIGEST)
    return [
        KeptTurn(asked=f"question {number}", answer=f"**Answer {number}.** {said}", sources=sources)
        for number in range(count)
    ]


@asynccontextmanager
async def resumed(count: int, home: Path, *, ready: Event | None = None) -> AsyncIterator[Chat]:
    engine = FakeEngine()
    desk = Desk.of(engine)
    desk.keeping = Keeping(Shelf(home), None)
    desk.keeping.session.turns = turns(count)
    if ready is not None:

        def waits() -> Iterator[Told]:
            ready.wait()
            yield from ()

        desk.start = waits  # type: ignore[method-assign]
    app = FesApp(desk)
    app.animation_level = "none"
    async with app.run_test(size=WIDE) as pilot:
        chat = Chat(app, pilot, engine)
        chat.prompt.cursor_blink = False
        await chat.until(lambda: ready is not None or not chat.running)
        await chat.sees(f"Answer {count - 1}.")
        yield chat


async def filled(chat: Chat) -> int:
    """Wait until what is laid out can be scrolled; return how many turns are."""
    conversation = chat.screen.query_one(Conversation)
    await chat.until(lambda: conversation.max_scroll_y > 0)
    return len(conversation.turns)


async def cost(count: int, home: Path) -> float:
    """Return the processor's time to open a conversation and scroll it up and down."""
    begun = process_time()
    async with resumed(count, home) as chat:
        conversation = chat.screen.query_one(Conversation)
        for _ in range(5):
            conversation.scroll_page_up(animate=False)
            await chat.pilot.pause()
        for _ in range(5):
            conversation.scroll_page_down(animate=False)
            await chat.pilot.pause()
        return process_time() - begun


async def test_five_hundred_turns_cost_what_a_short_conversation_costs(tmp_path: Path) -> None:
    await cost(1, tmp_path)  # what is imported once is imported
    short = await cost(8 * SHOWN_AT_ONCE, tmp_path)
    # The processor's time grows when others use it: the second try counts as well.
    assert await cost(500, tmp_path) < 1.6 * short or await cost(500, tmp_path) < 1.6 * short


async def test_only_what_fills_the_screen_is_laid_out_and_it_ends_with_the_newest(
    tmp_path: Path,
) -> None:
    async with resumed(COUNT, tmp_path) as chat:
        conversation = chat.screen.query_one(Conversation)
        assert await filled(chat) <= SHOWN_AT_FIRST
        assert conversation.scroll_y == conversation.max_scroll_y
        assert chat.screen.asked == [f"question {number}" for number in range(COUNT)]


async def test_a_short_conversation_comes_back_at_the_top_and_goes_on_in_sight(
    tmp_path: Path,
) -> None:
    async with resumed(2, tmp_path) as chat:
        conversation = chat.screen.query_one(Conversation)
        await chat.pilot.pause(SETTLED)
        assert conversation.turns[0].region.y - conversation.region.y < 4
        assert not conversation.more_below
        await chat.ask("what now?")
        await chat.sees("what now?")
        assert conversation.turns[0].region.y - conversation.region.y < 4


async def test_a_message_sent_while_the_conversation_is_taken_up_is_answered(
    tmp_path: Path,
) -> None:
    ready = Event()
    async with resumed(COUNT, tmp_path, ready=ready) as chat:
        await chat.press(*"well", "enter")
        await chat.sees("sent next")
        ready.set()
        await chat.until(lambda: chat.engine.asked == ["well"] and not chat.running)
        assert chat.screen.asked[-1] == "well"


async def test_scrolling_up_reaches_the_turns_above_and_keeps_the_place(tmp_path: Path) -> None:
    async with resumed(COUNT, tmp_path) as chat:
        conversation = chat.screen.query_one(Conversation)
        laid = await filled(chat)
        conversation.focus()
        while laid < COUNT:
            await chat.press("home")
            laid = min(laid + SHOWN_AT_ONCE, COUNT)
            await chat.until(lambda: len(conversation.turns) == laid)  # noqa: B023 - read at once
            assert conversation.scroll_y > 0
        await chat.press("home")
        await chat.sees("question 0")
        assert not chat.screen.query_one(Earlier).display


async def test_a_key_shows_the_turns_above(tmp_path: Path) -> None:
    async with resumed(COUNT, tmp_path) as chat:
        earlier, conversation = chat.screen.query_one(Earlier), chat.screen.query_one(Conversation)
        above = COUNT - await filled(chat)
        await chat.until(lambda: f"{above} earlier turns" in str(earlier.content))
        while earlier.display:
            shown = len(conversation.turns)
            earlier.focus()
            await chat.press("enter")
            await chat.until(lambda: len(conversation.turns) > shown)  # noqa: B023 - read at once
        assert [turn.number for turn in conversation.turns] == list(range(COUNT))


async def test_walking_back_through_the_answers_passes_the_border(tmp_path: Path) -> None:
    async with resumed(COUNT, tmp_path) as chat:
        conversation = chat.screen.query_one(Conversation)
        back = await filled(chat) + 1
        for _ in range(back):
            await chat.screen.run_action("previous_answer")
        current = conversation.current
        assert current is not None
        assert current.message == f"question {COUNT - 1 - back}"
        assert conversation.turn(COUNT - 1 - back) is current


async def test_a_conversation_that_grows_puts_its_oldest_turns_away(tmp_path: Path) -> None:
    async with resumed(1, tmp_path) as chat:
        conversation = chat.screen.query_one(Conversation)
        # What counts is what is there in the end: it is painted once.
        with chat.app.batch_update():
            for number in range(SHOWN_AT_MOST + 5):
                view = await conversation.begin(f"message {number}")
                await view.notice(Notice("warning", f"notice {number}"))
                await view.finish(Reply(answer=f"said {number}", sources=(source(1),)))
        assert len(chat.screen.query(TurnView)) < SHOWN_AT_MOST
        assert conversation.messages[1:] == [f"message {n}" for n in range(SHOWN_AT_MOST + 5)]
        assert conversation.turns[-1].number == len(conversation.messages) - 1
        while conversation.turns[0].number:
            await conversation.show_earlier()
            await chat.pilot.pause()
        assert conversation.turns[0].message == "question 0"
        first = conversation.turns[conversation.messages.index("message 0")]
        assert first.text == "said 0"
        assert list(first.sources) == [1]
        assert "notice 0" in str(first.query_one(".notice", Static).content)
