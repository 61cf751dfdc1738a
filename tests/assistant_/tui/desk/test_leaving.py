"""Saving and leaving: nothing a person changed is lost without their word."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest

from assistant.cases.sessions import Session, keep_session, load_session
from assistant.cases.shelf import Shelf
from assistant.events import Event, TextDelta
from assistant.settings import Settings
from assistant.tui.app import FesApp
from assistant.tui.desk.opener import Opener
from assistant.tui.widgets.keybar import KeyBar
from assistant.tui.widgets.talk.prompt import Prompt
from core.errors import StorageError
from core.model import Case
from tests.assistant_.tui.driving import WIDE, chatting
from tests.assistant_.tui.fake import FakeEngine


async def test_ctrl_q_leaves_at_once_when_nothing_changed() -> None:
    async with chatting() as chat:
        await chat.press("ctrl+q")
        await chat.until(lambda: not chat.app.is_running)
        assert chat.app.return_code == 0


async def test_a_window_resized_while_it_closes_ends_without_an_error() -> None:
    async with chatting() as chat:
        bar = chat.app.screen.query_one(KeyBar)
        bar._written = ()
        screens = chat.app._screen_stack
        standing = screens.copy()
        screens.clear()
        bar.on_resize()
        screens.extend(standing)
        bar.on_resize()
        assert bar._written


async def test_ctrl_q_asks_when_the_case_changed_and_escape_stays() -> None:
    async with chatting(FakeEngine(changed=True)) as chat:
        await chat.press("ctrl+q")
        await chat.sees("The case has changes that are not saved")
        await chat.press("ctrl+q")
        assert chat.app.is_running
        await chat.press("escape")
        assert "changes that are not saved" not in chat.text
        await chat.type("still here")
        assert chat.prompt.text == "still here"


async def test_leaving_without_saving_takes_a_word() -> None:
    engine = FakeEngine(changed=True)
    async with chatting(engine) as chat:
        await chat.press("ctrl+q")
        await chat.sees("Quit without saving")
        await chat.press("d")
        await chat.until(lambda: not chat.app.is_running)
        assert engine.changed


@pytest.mark.parametrize("keys", [("s",), ("enter",)])
async def test_save_and_quit_writes_the_file_first(tmp_path: Path, keys: tuple[str, ...]) -> None:
    engine = FakeEngine(changed=True, path=tmp_path / "case.toml")
    async with chatting(engine) as chat:
        await chat.press("ctrl+q")
        await chat.sees("Save and quit")
        await chat.press(*keys)
        await chat.until(lambda: not chat.app.is_running)
    assert (tmp_path / "case.toml").read_text(encoding="utf-8") == "saved"


async def test_a_case_without_a_file_asks_for_one_before_leaving(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    engine = FakeEngine(changed=True)
    async with chatting(engine) as chat:
        await chat.press("ctrl+q", "s")
        await chat.sees("Save the case as")
        assert "This case has no file of its own" in chat.text
        await chat.press("ctrl+u", *"new.toml", "enter")
        await chat.until(lambda: not chat.app.is_running)
    assert (tmp_path / "new.toml").exists()


async def test_a_failed_save_does_not_leave(tmp_path: Path) -> None:
    class Full(FakeEngine):
        def save(self, path: Path | None) -> Path:
            raise StorageError("The disk is full", hint="Free some space.")

    async with chatting(Full(changed=True)) as chat:
        await chat.press("ctrl+q", "s")
        await chat.sees("error The disk is full. Free some space.")
        assert chat.app.is_running


async def test_ctrl_s_writes_the_case_and_says_where(tmp_path: Path) -> None:
    engine = FakeEngine(changed=True, path=tmp_path / "case.toml")
    async with chatting(engine) as chat:
        assert "not saved" in chat.text
        await chat.press("ctrl+s")
        await chat.sees("saved to")
        assert "not saved" not in chat.text
        assert (tmp_path / "case.toml").exists()


async def test_an_existing_file_is_replaced_only_on_a_second_enter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    target = tmp_path / "mine.toml"
    target.write_text("precious", encoding="utf-8")
    async with chatting(FakeEngine(changed=True)) as chat:
        await chat.press("ctrl+s")
        await chat.sees("Save the case as")
        await chat.press("ctrl+u", *target.name, "enter")
        await chat.sees("This file exists; Enter again replaces it.")
        assert target.read_text(encoding="utf-8") == "precious"
        await chat.press("enter")
        await chat.sees("saved to")
        assert target.read_text(encoding="utf-8") == "saved"


@pytest.mark.parametrize(
    ("name", "problem"),
    [("", "Type a file name."), (".", "This is a folder"), ("no/such/x", "does not exist")],
)
async def test_a_bad_file_name_is_refused_in_place(
    name: str, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with chatting(FakeEngine(changed=True)) as chat:
        await chat.press("ctrl+s")
        await chat.sees("Save the case as")
        await chat.press("ctrl+u", *name, "enter")
        await chat.sees(problem)
        await chat.press("escape")
        assert chat.engine.changed


async def test_the_save_command_takes_a_file_and_asks_before_replacing(tmp_path: Path) -> None:
    target = tmp_path / "typed.toml"
    async with chatting(FakeEngine(changed=True)) as chat:
        await chat.send(f"/save {target}")
        await chat.sees("saved to")
        target.write_text("precious", encoding="utf-8")
        chat.engine.changed = True
        await chat.send(f"/save {target}")
        await chat.sees("This file exists")
        assert target.read_text(encoding="utf-8") == "precious"


async def test_leaving_during_a_turn_stops_it() -> None:
    never = threading.Event()
    engine = FakeEngine({"go": [TextDelta("Half"), never]})
    async with chatting(engine) as chat:
        await chat.send("go")
        await chat.sees("Half")
        await chat.press("ctrl+q")
        await chat.until(lambda: not chat.app.is_running)
    assert engine.cancelled.is_set()


async def test_words_written_before_the_first_turn_come_back(tmp_path: Path) -> None:
    """A window killed while it still opened has kept no turn, but what was being written."""
    shelf = Shelf(tmp_path)
    shelf.new(Case(title="Harbor analyst (fictional)", fictional=True, levels={}), name="harbor")
    keep_session(shelf, "harbor", Session(draft="I plan berth 1"))
    opener = Opener(Settings(tmp_path))
    app = FesApp(opener.named("harbor"), opener)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        prompt = app.chat.query_one(Prompt)
        assert prompt.text == "I plan berth 1"
        end = monotonic() + 20
        while app.chat.running:
            assert monotonic() < end
            await pilot.pause(0.05)
        assert prompt.text == "I plan berth 1"
    opener.close()


async def test_messages_that_wait_their_turn_come_back_when_the_window_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(tmp_path)
    shelf.new(Case(title="Harbor analyst (fictional)", fictional=True, levels={}), name="harbor")
    opener = Opener(Settings(tmp_path))
    desk, hold = opener.named("harbor"), threading.Event()
    opening = desk.start

    def late() -> Iterator[Event]:
        hold.wait(30)
        yield from opening()

    monkeypatch.setattr(desk, "start", late)
    app = FesApp(desk, opener)
    async with app.run_test(size=WIDE) as pilot:

        async def kept(condition: Callable[[Session], bool]) -> None:
            end = monotonic() + 30
            while not condition(load_session(shelf, "harbor")):
                assert monotonic() < end, load_session(shelf, "harbor")
                await pilot.pause(0.05)

        prompt = app.chat.query_one(Prompt)
        for words in ("I plan berth 1", "I plan berth 2"):
            prompt.insert(words)
            await pilot.press("enter")
        prompt.insert("I plan")
        await kept(lambda session: session.draft == "I plan berth 1\nI plan berth 2\nI plan")
        hold.set()
        await kept(
            lambda session: (
                [one.asked for one in session.turns][1:]
                == [
                    "I plan berth 1",
                    "I plan berth 2",
                ]
            )
        )
        await kept(lambda session: (session.unanswered, session.draft) == ("", "I plan"))
    opener.close()
    resumed = FesApp(opener.named("harbor"), opener)
    async with resumed.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert resumed.chat.query_one(Prompt).text == "I plan"
