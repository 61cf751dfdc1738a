"""Three people do their whole job in the application, keys only: employee, classifier, searcher.

The position description and every document are fictional.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic

import pytest
from textual.events import Paste
from textual.widgets import Input, OptionList

from assistant.cases.shelf import Shelf
from assistant.settings import EXAMPLE, Settings
from assistant.tui.app import FesApp
from assistant.tui.desk.opener import Opener
from tests.assistant_.tui.driving import WIDE
from tests.assistant_.tui.screens.test_welcome import Begun

pytestmark = pytest.mark.slow

DESCRIPTION = """POSITION DESCRIPTION (fictional)

Position Title: Harbor Program Analyst
Series and Grade: GS-0343-11
Organization: Harbor Office, Bureau of Inland Waterways (a fictional agency)
Position number: HB-22

MAJOR DUTIES

1. Berth planning (50%)
Plans the use of twelve berths a year ahead and proposes changes of the rules for berth use.

2. Studies (30%)
Designs studies of how long ships wait, chooses the method, and writes recommendations.

3. Reports (20%)
Prepares the monthly report on berth use and answers questions from carriers.

FACTOR 2 Supervisory controls
The supervisor sets the objectives of the year. The employee plans and carries out the studies
alone and settles most conflicts. Completed work is reviewed for its effect.
"""
PATIENCE = 180.0


class Working(Begun):
    """A person at work in the application."""

    async def until_idle(self) -> None:
        end = monotonic() + PATIENCE
        await self.pilot.pause(0.3)
        while any(not worker.is_finished for worker in self.app.workers):
            assert monotonic() < end, self.text
            await self.pilot.pause(0.05)
        await self.pilot.pause(0.1)

    async def go(self, name: str, words: str) -> None:
        await self.app.action_go(name)
        await self.until_idle()
        await self.sees(words, PATIENCE)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.until_idle()

    def list(self, name: str) -> OptionList:
        return self.app.screen.query_one(f"#{name}", OptionList)


@asynccontextmanager
async def at_work(home: Path) -> AsyncIterator[Working]:
    opener = Opener(Settings(home))
    app = FesApp(None, opener)
    app.animation_level = "none"
    async with app.run_test(size=WIDE) as pilot:
        person = Working(app, pilot)
        await person.sees("What brings you here?")
        yield person
    opener.close()


async def bring_in(person: Working) -> None:
    """Paste the description on the first screen: it becomes a case, not a question."""
    person.app.screen.post_message(Paste(DESCRIPTION))
    await person.until_idle()
    await person.sees("supervisor: adds up", PATIENCE)
    assert "Harbor Program Analyst" in person.text


async def accept_all(person: Working) -> None:
    await person.go("suggest", "Of record")
    await person.sees("sure", PATIENCE)
    await person.press("a")
    await person.press("A")
    case = person.app.desk.case if person.app.desk is not None else None
    assert case is not None
    assert len(case.levels) == 9


async def test_an_employee_goes_from_a_description_to_a_letter(tmp_path: Path) -> None:
    letter = tmp_path / "letter.docx"
    async with at_work(tmp_path / "home") as person:
        await bring_in(person)
        await accept_all(person)
        await person.go("whatif", "From here, one level alone")
        await person.press("down", "right", "s")
        await person.sees("sought now: 2-5", PATIENCE)
        await person.go("appeal", "can be appealed")
        await person.sees("today", PATIENCE)
        await person.go("papers", "Appeal letter")
        papers = person.list("paper-list")
        papers.highlighted = 2
        await person.until_idle()
        await person.press("w", "1")
        await person.answer(str(letter))
        await person.sees("written to", PATIENCE)
    assert letter.read_bytes()[:2] == b"PK"
    # All of it is there again: the case, the level sought, and the way back.
    shelf = Shelf(tmp_path / "home")
    case = shelf.open(shelf.entries()[0].name).case
    assert case.sought == {"2": "2-5"}
    assert len(case.levels) == 9


async def test_a_classifier_goes_from_a_description_to_a_statement(tmp_path: Path) -> None:
    statement = tmp_path / "statement.docx"
    async with at_work(tmp_path / "home") as person:
        await bring_in(person)
        await accept_all(person)
        # A level is not believed: it goes back one, and the case says so at once.
        await person.press("z")
        await person.go("case", "of record")
        await person.go("papers", "Position evaluation statement")
        await person.until_idle()
        await person.press("w", "1")
        await person.answer(str(statement))
        await person.sees("written to", PATIENCE)
    assert statement.read_bytes()[:2] == b"PK"


async def test_a_searcher_finds_who_was_refused_and_writes_a_note_with_sources(
    tmp_path: Path,
) -> None:
    note = tmp_path / "note.md"
    async with at_work(tmp_path / "home") as person:
        await person.press("3")
        await person.sees("How to search", PATIENCE)
        await person.go("library", "No documents yet")
        for document in sorted(EXAMPLE.glob("*.txt")):
            person.app.screen.post_message(Paste(str(document)))
            await person.until_idle()
        await person.sees("Classification Appeal", PATIENCE)
        await person.go("precedents", "Decisions held")
        await person.sees("C-9999-12-01", PATIENCE)
        screen = person.app.screen
        screen.query_one("#precedent-level", Input).value = "2-5"
        words = screen.query_one("#precedent-words", Input)
        words.focus()
        words.value = "examined and signed by an official"
        await person.press("enter")
        await person.press("s")
        found = person.list("precedent-list")
        assert found.option_count
        assert "Decisions held" not in person.text
        assert "refused" in str(found.get_option_at_index(0).prompt)
        await person.press("space", "w")
        await person.answer(str(note))
        await person.sees("written to", PATIENCE)
    text = note.read_text("utf-8")
    assert "refused" in text
    assert "C-9999-11-01" in text
    assert "> " in text
    assert "not case law" in text
