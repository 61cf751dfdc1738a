"""What the chat looks like at three sizes; a change of looks is a change of these pictures.

After a wanted change: ``pytest tests/tui/test_snapshots.py --snapshot-update``, then look.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from time import monotonic
from typing import Any

import pytest
from textual.pilot import Pilot

from assistant.events import (
    EvaluationChanged,
    Notice,
    Progress,
    Reply,
    TextDelta,
    ToolFinished,
    ToolStarted,
    TurnFinished,
)
from assistant.tui import themes
from assistant.tui.app import FesApp
from assistant.tui.desk.desk import Desk
from core.errors import ModelError
from tests.assistant_.tui.fake import FakeEngine, answer, evaluation

QUESTION = "Why is Factor 2 not at Level 2-5?"
SIZES = [(80, 24), (120, 40), (200, 60)]
Compare = Callable[..., bool]


def scripted() -> FakeEngine:
    change = EvaluationChanged(None, evaluation(f3=("3-4", 450)), evaluation())
    said = "Recorded: Factor 3 at Level 3-4."
    return FakeEngine(
        {
            QUESTION: answer(),
            "credit 3-4": [change, TextDelta(said), TurnFinished(Reply(answer=said))],
            "fail": [
                Notice("warning", "The Primary Standard alone classifies nothing.", "Name one."),
                ModelError("The model did not answer", where="FES_MODEL", hint="Check it."),
            ],
            "wait": [
                ToolStarted("find", "Searching for language on Level 2-5"),
                ToolFinished("find", "12 passages"),
                TextDelta("The analyst works under **broad direction**"),
                Progress("Indexing decisions", 12, 40),
                threading.Event(),
            ],
        }
    )


def application(engine: FakeEngine, theme: str = themes.DARK.name) -> FesApp:
    app = FesApp(Desk.of(engine))
    app.animation_level = "none"
    app.theme = theme
    return app


async def settle(pilot: Pilot[Any], done: Callable[[FesApp], bool]) -> None:
    app = pilot.app
    assert isinstance(app, FesApp)
    app.chat.query_one("#prompt").cursor_blink = False  # type: ignore[attr-defined]
    end = monotonic() + 20
    while not done(app):
        assert monotonic() < end, "the application did not settle"
        await pilot.pause(0.02)
    await pilot.pause()


def after(*messages: str, keys: tuple[str, ...] = (), running: bool = False) -> Any:
    """Return what to do before the picture: send messages, then press keys."""

    async def run(pilot: Pilot[Any]) -> None:
        await settle(pilot, lambda app: not app.chat.running)
        for message in messages:
            app = pilot.app
            assert isinstance(app, FesApp)
            turns = len(app.desk.engine.asked)  # type: ignore[attr-defined]
            app.chat.ask(message)
            await settle(
                pilot,
                lambda app, turns=turns: (  # type: ignore[misc]
                    len(app.desk.engine.asked) > turns and (running or not app.chat.running)
                ),
            )
        if running:
            await pilot.pause(0.4)
        if keys:
            await pilot.press(*keys)
            await pilot.pause(0.2)
            await settle(pilot, lambda _: True)

    return run


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_opening(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(application(scripted()), terminal_size=size, run_before=after())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_answer_with_an_open_citation(snap_compare: Compare, size: tuple[int, int]) -> None:
    run = after(QUESTION, keys=("ctrl+o", "1"))
    assert snap_compare(application(scripted()), terminal_size=size, run_before=run)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_answer_and_a_changed_level_on_a_light_ground(
    snap_compare: Compare, size: tuple[int, int]
) -> None:
    run = after(QUESTION, "credit 3-4")
    app = application(scripted(), themes.LIGHT.name)
    assert snap_compare(app, terminal_size=size, run_before=run)


def test_small_evaluation(snap_compare: Compare) -> None:
    run = after("credit 3-4", keys=("f2",))
    assert snap_compare(application(scripted()), terminal_size=(80, 24), run_before=run)


def test_working(snap_compare: Compare) -> None:
    run = after("wait", running=True)
    assert snap_compare(application(scripted()), terminal_size=(120, 40), run_before=run)


def test_failed(snap_compare: Compare) -> None:
    assert snap_compare(application(scripted()), terminal_size=(120, 40), run_before=after("fail"))


def test_help(snap_compare: Compare) -> None:
    run = after(keys=("f1",))
    assert snap_compare(application(scripted()), terminal_size=(120, 40), run_before=run)


def test_leaving(snap_compare: Compare) -> None:
    engine = scripted()
    engine.changed = True
    run = after(keys=("ctrl+q",))
    assert snap_compare(application(engine), terminal_size=(120, 40), run_before=run)
