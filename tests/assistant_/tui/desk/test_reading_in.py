"""Documents are read in by a process of their own: keys are answered meanwhile."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from time import monotonic

import pytest
from textual.events import Paste

from assistant.cases.edits import load_case
from assistant.cases.shelf import Shelf
from assistant.settings import EXAMPLE_CASE, Settings
from assistant.tui.app import FesApp
from assistant.tui.desk.opener import Opener
from assistant.tui.widgets.talk.prompt import Prompt
from tests.assistant_.tui.driving import WIDE
from tests.assistant_.tui.screens.test_welcome import Begun

pytestmark = pytest.mark.slow

PATIENCE = 120.0


def long_document(folder: Path) -> Path:
    """Write a fictional guide that takes a while to read in."""
    path = folder / "harbor-guide.txt"
    paragraphs = (
        f"Section {number}. The fictional harbor analyst plans berth {number} a year ahead, "
        f"settles conflict {number * 7} alone and reports what could change policy.\n"
        for number in range(500)
    )
    path.write_text("\n".join(paragraphs), encoding="utf-8")
    return path


async def test_keys_are_answered_while_documents_are_read_in(tmp_path: Path) -> None:
    home = tmp_path / "home"
    Shelf(home).new(load_case(EXAMPLE_CASE), name="lock")
    opener = Opener(Settings(home))
    app = FesApp(opener.named("lock"), opener)
    app.animation_level = "none"
    async with app.run_test(size=WIDE) as pilot:
        person = Begun(app, pilot)

        def reading() -> bool:
            return any(w.group == "ingest" and not w.is_finished for w in app.workers)

        end = monotonic() + PATIENCE
        while app.chat.running:
            assert monotonic() < end
            await pilot.pause(0.05)
        await app.action_go("library")
        await person.sees("No documents yet", PATIENCE)
        app.screen.post_message(Paste(str(long_document(tmp_path))))
        await person.sees("Reading documents in", PATIENCE)

        waits = []
        words = "while it reads"
        await pilot.press("1")
        prompt = app.chat.query_one(Prompt)
        prompt.focus()
        for number, letter in enumerate(words, 1):
            begun = monotonic()
            await pilot.press("space" if letter == " " else letter)
            assert prompt.text == words[:number]
            waits.append(monotonic() - begun)
        assert reading(), "the document was read in before a key could be pressed"
        assert median(waits) < 0.3
        prompt.clear()

        await pilot.press("ctrl+g", "9")
        end = monotonic() + PATIENCE
        while reading():
            assert monotonic() < end
            await pilot.pause(0.1)
        await person.sees("harbor-guide", PATIENCE)
