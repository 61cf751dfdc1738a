"""Words of documents, models, files and people act on nothing and are shown as they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.events import (
    Claim,
    ClaimRemoved,
    ClaimVerified,
    EvaluationChanged,
    Notice,
    OpenedPassage,
    Progress,
    Removed,
    Reply,
    Source,
    TextDelta,
    ToolFinished,
    ToolStarted,
    TurnFinished,
)
from core.errors import DocumentError
from tests.assistant_.tui.driving import Chat, chatting
from tests.assistant_.tui.fake import CASE, FakeEngine, evaluation

EVIL = (
    "\x1b]52;c;QUFB\x07\x1b[2J\x9b31m[@click=app.bell]press[/] [/nope] \u202egnihtemos\u2066 \x00"
)
SHOWN = "[@click=app.bell]press[/] [/nope] gnihtemos"
FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def assert_inert(chat: Chat) -> None:
    for line in chat.lines:
        assert not FORBIDDEN.search(line), repr(line)


def evil_source(number: int = 1) -> Source:
    return Source(
        number=number,
        passage="evil#1",
        document=EVIL,
        title=EVIL,
        place=EVIL,
        heading=(EVIL, EVIL),
        quote=EVIL,
        verified=True,
        start=0,
        end=20,
        look_up=EVIL,
    )


def evil_engine() -> FakeEngine:
    factors = tuple(
        factor.model_copy(update={"name": EVIL, "level": "3-3"})
        for factor in evaluation().factors[:2]
    )
    bad = evaluation().model_copy(
        update={"factors": factors, "standard": EVIL, "edition": EVIL, "grade": "GS-11" + EVIL}
    )
    case = CASE.model_copy(update={"title": EVIL, "sought": {"1": EVIL}})
    script = [
        Progress(EVIL, 1, 2),
        ToolStarted(EVIL, EVIL),
        ToolFinished(EVIL, EVIL),
        EvaluationChanged(case, bad, evaluation()),
        Notice("warning", EVIL, EVIL),
        TextDelta(EVIL),
        ClaimVerified(Claim(EVIL, "for", (evil_source(),))),
        ClaimRemoved(Removed(EVIL, EVIL)),
        TurnFinished(Reply(answer=EVIL, sources=(evil_source(),))),
    ]
    opened = OpenedPassage(
        "evil#1", EVIL, EVIL, (EVIL,), EVIL * 3, EVIL, EVIL, 0, 20, origin=EVIL, look_up=EVIL
    )
    return FakeEngine(
        {"go": script, EVIL.strip(): [], "bad": [DocumentError(EVIL, where=EVIL, hint=EVIL)]},
        title=EVIL,
        passages={"evil#1": opened},
        questions=[EVIL],
        path=None,
    )


async def test_a_hostile_conversation_is_inert_everywhere() -> None:
    async with chatting(evil_engine(), size=(160, 50)) as chat:
        assert_inert(chat)
        assert SHOWN in chat.text
        await chat.ask("go")
        assert_inert(chat)
        assert chat.text.count("[@click=app.bell]press[/]") >= 5
        await chat.open(1)
        await chat.sees("1 of 1")
        assert_inert(chat)
        for key in ("ctrl+o", "f4", "f10"):
            await chat.press(key)
            await chat.until(lambda: chat.app.screen is not chat.screen)
            assert_inert(chat)
            await chat.press("escape")
        await chat.ask("bad")
        assert_inert(chat)
        chat.engine.changed = True
        await chat.press("ctrl+q")
        await chat.sees("changes that are not saved")
        assert_inert(chat)


async def test_folded_lines_are_inert_when_opened() -> None:
    async with chatting(evil_engine(), size=(160, 50)) as chat:
        await chat.ask("go")
        for fold in chat.screen.query("Disclosure"):
            fold.collapsed = False  # type: ignore[attr-defined]
        await chat.pilot.pause()
        assert_inert(chat)


LINKS = (
    "[go](https://example.com) <https://example.com> https://example.com "
    "![pic](file:///etc/passwd) <a href='https://example.com'>raw</a> &#x202e; &#27;[31m"
)

LINK_STARTS = re.compile(r"\[go\]|!\[pic\]|<https:|https:|file:|<a\b|</a>|&#x?\w+")


async def test_no_link_of_an_answer_opens_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    clicked: list[str] = []
    async with chatting(FakeEngine({"go": [TextDelta(LINKS), TurnFinished()]})) as chat:
        monkeypatch.setattr(chat.app, "open_url", lambda url, **_: opened.append(url))
        await chat.ask("go")
        await chat.sees("[go](https://example.com)")
        assert_inert(chat)
        for y, line in enumerate(chat.lines):
            for found in LINK_STARTS.finditer(line[: chat.screen.query_one("#side").region.x]):
                clicked.append(found.group())
                await chat.pilot.click(offset=(found.start() + 1, y))
        assert {"[go]", "https:", "<https:", "![pic]", "file:", "<a"} <= set(clicked)
        assert opened == []


async def test_table_cells_with_markup_survive_the_mouse() -> None:
    table = "| a | b |\n|---|---|\n| [/nope] [red] | [@click=app.quit]x[/] |\n"
    async with chatting(FakeEngine({"go": [TextDelta(table), TurnFinished()]})) as chat:
        await chat.ask("go")
        await chat.sees("[/nope] [red]")
        row = next(i for i, line in enumerate(chat.lines) if "[/nope]" in line)
        column = chat.lines[row].index("[@click")
        await chat.pilot.hover(offset=(column, row))
        await chat.pilot.pause(0.7)
        await chat.pilot.click(offset=(column, row))
        await chat.pilot.pause()
        assert chat.app.is_running
        assert "[@click=app.quit]x[/]" in chat.text


@pytest.mark.parametrize("fence", ["```\x00nonsense\n[/x]\n```", "```python\n[/x] = 1\n```"])
async def test_code_blocks_are_shown_as_they_are(fence: str) -> None:
    async with chatting(FakeEngine({"go": [TextDelta(fence), TurnFinished()]})) as chat:
        await chat.ask("go")
        await chat.sees("[/x]")
        assert_inert(chat)


async def test_a_sequence_cut_in_two_by_the_stream_is_inert() -> None:
    script = [TextDelta("a\x1b"), TextDelta("[31mred\x1b]0;t"), TextDelta("\x07b"), TurnFinished()]
    async with chatting(FakeEngine({"go": script})) as chat:
        await chat.ask("go")
        await chat.sees("red")
        assert_inert(chat)


async def test_a_file_name_with_markup_is_shown_as_it_is(tmp_path: Path) -> None:
    engine = FakeEngine(changed=True, path=tmp_path / "[bold]x[" / "c.toml")
    (tmp_path / "[bold]x[").mkdir()
    async with chatting(engine, size=(200, 40)) as chat:
        await chat.press("ctrl+s")
        await chat.sees("[bold]x[/c.toml")
