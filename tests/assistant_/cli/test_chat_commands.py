"""Slash commands without a screen: ``fes chat --plain`` knows the application's words."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from assistant.cases.edits import load_case
from assistant.cases.shelf import Shelf
from assistant.cli.talk import plain
from assistant.cli.talk.commands import HELPS, ON_SCREEN, SPOKEN, Commands, Printed
from assistant.events import Removed, Reply
from assistant.settings import EXAMPLE_CASE, Settings
from assistant.tui import keys
from assistant.tui.desk.desk import Desk
from assistant.tui.desk.opener import Opener
from tests.assistant_.tui.fake import FakeEngine, source
from tests.assistant_.tui.screens.test_supervisor import DESCRIPTION as SUPERVISOR

DESCRIPTION = """POSITION DESCRIPTION (fictional)
Title: Harbor Analyst
Pay plan, series, grade: GS-0343-11

MAJOR DUTIES

1. Plans the year of the harbor and schedules berths for sixty vessels. (60%)

2. Reports to the director what could change the rates of the harbor. (40%)

FACTOR 1. KNOWLEDGE REQUIRED BY THE POSITION
Knowledge of the movements of vessels in narrow waters.
"""


def commands(**changes: Any) -> Commands:
    engine: Any = FakeEngine(**changes)
    return Commands(Opener(Settings(Path("nowhere"))), Desk.of(engine))


def said(line: str, **changes: Any) -> str:
    text = commands(**changes).run(line)
    assert text is not None
    return text


def test_every_command_of_the_application_means_something_here() -> None:
    here = {command.split()[0] for command in HELPS}
    assert set(keys.HELPS) - ON_SCREEN == here
    for command in (
        (here | ON_SCREEN) - {"/quit", "/argue", "/new", "/home", "/suggest"} - set(SPOKEN)
    ):
        assert "There is no command" not in said(command)


def test_the_evaluation_and_its_steps_are_told_in_words() -> None:
    text = said("/evaluation")
    assert "Level 2-4, 450 points" in text
    assert "The factors total 2,540" in said("/steps")
    assert said("/evaluation", evaluation=None) == "There is no evaluation yet."


def test_a_citation_of_the_last_answer_is_opened_by_its_number() -> None:
    told = commands()
    told.last = Reply("See 1.", sources=(source(1),), removed=(Removed("x", "No such level."),))
    assert "Fictional Guide" in str(told.run("/sources"))
    assert "> The reviewer of the Harbor Office" in str(told.run("/open 1"))
    assert "it has: 1" in str(told.run("/open 7"))
    assert "No such level" in str(told.run("/dropped"))


@pytest.mark.parametrize("line", ["and/or", "/usr/bin", "what is 5 CFR 511/612?"])
def test_a_message_with_a_slash_is_no_command(line: str) -> None:
    assert commands().run(line) is None


def test_an_unknown_command_names_help() -> None:
    assert said("/nonsense") == "There is no command /nonsense. /help lists them."


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    """The file of a case on the shelf."""
    return Shelf(tmp_path / "fes-home").new(load_case(EXAMPLE_CASE), name="lock").path


def by_lines(name: str | None, *, keep: bool = False) -> Commands:
    settings = Settings(Path(os.environ["FES_HOME"]))
    opener = Opener(settings)
    return Commands(opener, opener.by_lines(name, keep=keep))


def test_the_works_are_done_on_the_case_that_is_open(lock: Path) -> None:
    talk = by_lines("lock")
    for command, words in (
        ("/case", "Hazard ratings"),
        ("/whatif", "2-5"),
        ("/papers", "Appeal letter"),
        ("/home", "lock"),
        ("/library", "fes-primary"),
    ):
        told = talk.run(command)
        assert isinstance(told, Printed)
        assert words in told
        assert "fes paper" not in told
    written = lock.parent / "certificate.md"
    assert "Wrote" in str(talk.run(f"/papers certificate --out {written}"))
    assert "2,645" in written.read_text("utf-8")
    assert "not closed" in str(talk.run('/precedents "reviewed'))
    assert talk.spoken("/argue 2-5") == "argue Level 2-5 both ways"
    assert talk.run("/whatif 2-5") is None
    assert talk.spoken("/whatif 2-5") == "what if Level 2-5"


def test_a_message_is_said_again_and_only_its_own_change_goes(lock: Path) -> None:
    talk = by_lines("lock")
    level = "credit 3-3: the manual leaves little"
    list(talk.desk.handle("credit 1-6: the job calls for less"))
    list(talk.desk.handle(level))
    talk.left()
    again = by_lines("lock")
    assert again.run("/edit") == "Write the message anew behind it: /edit WORDS."
    assert again.run("/edit what is Level 3-4?") is None
    assert again.spoken("/edit what is Level 3-4?") == "what is Level 3-4?"
    assert load_case(lock).levels["3"] == "3-4"
    assert load_case(lock).levels["1"] == "1-6"
    # What was changed after a message lies on top of what the message did.
    list(again.desk.handle(level))
    again.desk.change(load_case(lock).model_copy(update={"title": "Another"}))
    assert "changed since" in again.desk.take_turn_back()
    assert load_case(lock).title == "Another"
    assert load_case(lock).levels["3"] == "3-3"


def test_what_was_said_is_still_there_the_next_time(lock: Path) -> None:
    before = lock.read_text("utf-8")
    talk = by_lines("lock")
    talk.opened()
    list(talk.desk.handle("what is Level 2-5?"))
    talk.left()
    talk = by_lines("lock")
    assert talk.last.answer == talk.desk.turns[-1].answer
    list(talk.desk.handle("2-5.review is not met because the manager changed two plans, says Hall"))
    talk.left()
    assert lock.read_text("utf-8") != before
    again = by_lines("lock")
    assert "goes on" in again.opened()
    assert again.desk.undo()
    assert load_case(lock) == load_case(EXAMPLE_CASE)


def test_a_file_is_as_it_was_until_it_is_saved(lock: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(lock.read_text("utf-8"), "utf-8")
    talk = by_lines(str(file))
    list(talk.desk.handle("2-5.review is not met because the manager changed two plans, says Hall"))
    talk.left()
    assert file.read_text("utf-8") == lock.read_text("utf-8")
    assert "Write it first: /save FILE" in str(talk.run("/case"))
    talk.run(f"/save {file}")
    assert "changed two plans" in file.read_text("utf-8")
    assert "Hazard ratings" in str(talk.run("/case"))


@pytest.mark.parametrize("said", ["/save {}", "save it as {}"])
def test_a_copy_saved_elsewhere_is_not_gone_on_with(lock: Path, tmp_path: Path, said: str) -> None:
    talk = by_lines("lock")
    talk.opened()
    copy = tmp_path / "copy.toml"
    message = said.format(copy)
    told = talk.run(message)
    if told is None:
        list(talk.desk.handle(message))
    before = copy.read_text("utf-8")
    list(talk.desk.handle("credit 3-3: the manual leaves little"))
    talk.left()
    assert load_case(lock).levels["3"] == "3-3"
    assert copy.read_text("utf-8") == before
    assert "credit 3-3" in str(by_lines("lock").desk.turns)


def test_a_supervisors_description_is_graded_by_the_supervisory_guide(tmp_path: Path) -> None:
    talk = by_lines(None)
    file = tmp_path / "chief.txt"
    file.write_text(SUPERVISOR, "utf-8")
    assert "Supervisory Guide grades it" in str(talk.run(f"/new {file}"))
    assert "5-6" in str(talk.run("/suggest"))
    assert "GS-12" in str(talk.run("/suggest --accept all"))
    assert "GS-12" in str(talk.run("/whatif"))
    assert "Wrote" in str(talk.run(f"/papers statement --out {tmp_path / 'statement.md'}"))
    assert "supervisor" in str(talk.run("/case"))


def test_a_description_named_on_a_line_becomes_a_case(tmp_path: Path) -> None:
    talk = by_lines(None)
    file = tmp_path / "my position.txt"
    file.write_text(DESCRIPTION, "utf-8")
    assert "duties: 2" in str(talk.run(str(file)))
    assert talk.desk.file is not None
    assert "schedules berths" in str(talk.run("/case"))
    talk.run("/new Harbor desk")
    assert talk.desk.title == "Harbor desk"
    assert "Harbor desk" in str(talk.run("/home"))
    assert "no case is open" in str(by_lines(None).run("/case"))


def test_a_description_pasted_at_a_terminal_is_one_message_and_a_question_is_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pasted = DESCRIPTION + "Knowledge of tides, currents, rates and berths. " * 5 + "\n"
    ours, theirs = os.openpty()
    with os.fdopen(theirs, "r") as typed, os.fdopen(ours, "wb", buffering=0) as keyboard:
        monkeypatch.setattr("sys.stdin", typed)
        keyboard.write(b"who decides?\n")
        messages = plain._pasted()
        assert next(messages).strip() == "who decides?"
        keyboard.write(pasted.encode())
        assert next(messages).split() == pasted.split()
        keyboard.write(b"what is Level 2-4?\nand 2-5?\n")
        assert [next(messages).strip() for _ in range(2)] == ["what is Level 2-4?", "and 2-5?"]
