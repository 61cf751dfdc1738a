"""A window killed at any moment comes back whole: 200 real kills, at every step of every save.

The child process is forked, so that a kill costs milliseconds; it kills itself with SIGKILL at the
given line of what writes files. The parent then opens what is on the disk as the application does.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from types import FrameType, SimpleNamespace
from typing import Any

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.cases.sessions import KeptTurn, Session
from assistant.cases.shelf import ChangedElsewhereError, Shelf
from assistant.chat.engine import Engine
from assistant.events import Reply
from assistant.settings import EXAMPLE_CASE, Settings
from assistant.tui.desk.desk import Beginning, Desk
from assistant.tui.desk.keeping import Keeping
from assistant.tui.desk.opener import Opener
from core.model import Case, Fact

KILLS = 200
CASE = Case(title="Harbor analyst (fictional)", fictional=True, levels={})
MESSAGES = [f"I plan berth {number}" for number in range(6)]


def engine_on(keeping: Keeping) -> Engine:
    assert keeping.file is not None
    library: Any = SimpleNamespace(home=Path("/nowhere"))
    engine = Engine(
        library, ExtractiveArguer(), case=keeping.file.case, case_path=keeping.file.path
    )
    keeping.resume(engine)
    return engine


def work(keeping: Keeping, told: int) -> None:
    """State a fact a message, take one back, and tell the parent what is done through a pipe."""
    engine = engine_on(keeping)
    for message in MESSAGES:
        keeping.sent(message)
        os.write(told, b"s")
        case = engine.case
        assert case is not None
        fact = Fact(text=message)
        list(engine.change(case.model_copy(update={"facts": (*case.facts, fact)})))
        keeping.follow(engine)
        os.write(told, b"c")
        engine.pending_aspect = "2-5.review"
        keeping.answered(engine, KeptTurn.of(message, Reply(answer=f"Added: {message}")))
        os.write(told, b"a")
    list(engine.undo())
    keeping.follow(engine)
    keeping.keep(engine)
    os.write(told, b"u")


def killed_at(home: Path, line: int) -> bytes:
    """Run the work in a child that dies at a line of the writing; return what it had told."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        count = 0

        def trace(frame: FrameType, event: str, argument: object) -> Any:
            nonlocal count
            if not frame.f_code.co_filename.endswith(("documents/files.py", "cases/shelf.py")):
                return None
            if event == "line":
                count += 1
                if count == line:
                    os.kill(os.getpid(), signal.SIGKILL)
            return trace

        try:
            shelf = Shelf(home)
            keeping = Keeping(shelf, shelf.open("harbor"))
            sys.settrace(trace)
            work(keeping, writing)
        finally:
            os._exit(0)
    os.close(writing)
    told = b""
    while piece := os.read(reading, 4096):
        told += piece
    os.close(reading)
    os.waitpid(child, 0)
    return told


@pytest.mark.slow
def test_two_hundred_kills_lose_nothing_that_was_done(tmp_path: Path) -> None:
    interrupted = 0
    for number in range(KILLS):
        home = tmp_path / str(number)
        shelf = Shelf(home)
        shelf.new(CASE, name="harbor")
        told = killed_at(home, 1 + number * 3)
        done, sent = told.count(b"c"), told.count(b"s")
        answered, undone = told.count(b"a"), told.count(b"u")
        interrupted += not undone
        keeping = Keeping(shelf, shelf.open("harbor"))
        engine = engine_on(keeping)
        assert engine.case is not None
        facts = [fact.text for fact in engine.case.facts]
        if undone:
            done -= 1
        # What was done is there; at most the one step under way is there as well.
        assert facts[: min(done, len(facts))] == MESSAGES[: min(done, len(facts))]
        assert done - (answered == len(MESSAGES)) <= len(facts) <= done + 1
        session: Session = keeping.session
        assert [turn.asked for turn in session.turns][:answered] == MESSAGES[:answered]
        assert answered <= len(session.turns) <= answered + 1
        if sent > len(session.turns):
            assert session.unanswered == MESSAGES[sent - 1]
        if answered:
            assert engine.pending_aspect == "2-5.review"
        # Every step can be taken back, to the empty case.
        while engine.can_undo:
            list(engine.undo())
        assert engine.case.facts == ()
    assert interrupted > KILLS / 2


def test_a_case_mended_by_hand_is_right_and_what_was_here_is_one_undo_away(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    file = shelf.new(CASE, name="harbor")
    keeping = Keeping(shelf, file)
    engine = engine_on(keeping)
    list(engine.change(CASE.model_copy(update={"question": "Which grade?"})))
    keeping.follow(engine)
    keeping.answered(engine, KeptTurn.of("x", Reply(answer="y")))
    text = file.path.read_text("utf-8").replace("Which grade?", "Which series?")
    file.path.write_text(f"# by hand\n{text}", "utf-8")
    again = Keeping(shelf, shelf.open("harbor"))
    taken = engine_on(again)
    assert taken.case is not None
    assert taken.case.question == "Which series?"
    list(taken.undo())
    assert taken.case.question == "Which grade?"
    again.follow(taken)
    assert file.path.read_text("utf-8").startswith("# by hand\n")


def test_what_another_version_kept_is_passed_over_and_the_case_stays(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.new(CASE, name="harbor")
    shelf.keep_state("harbor", {"turns": [{"nothing": "known"}], "version": 9})
    keeping = Keeping(shelf, shelf.open("harbor"))
    assert keeping.session.turns == []
    assert keeping.file is not None
    assert keeping.file.case == CASE


def desk_on(shelf: Shelf) -> Desk:
    file = shelf.open("harbor")
    keeping = Keeping(shelf, file)
    library: Any = SimpleNamespace(home=Path("/nowhere"))

    def make() -> Engine:
        return Engine(library, ExtractiveArguer(), case=file.case, case_path=file.path)

    desk = Desk(make, Beginning(case=file.case, title=file.case.title), keeping)
    assert desk.engine is not None
    return desk


def test_two_windows_on_one_case_show_each_others_changes(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.new(CASE, name="harbor")
    first, second = desk_on(shelf), desk_on(shelf)
    assert second.keeping is not None
    assert second.keeping.second
    first.change(CASE.model_copy(update={"question": "Which grade?"}))
    assert "Another window" in second.follow_others()
    assert second.case is not None
    assert second.case.question == "Which grade?"
    assert second.follow_others() == ""
    # What the other window did can be taken back here, and the first one sees that.
    assert second.undo()
    assert "Another window" in first.follow_others()
    assert first.case is not None
    assert first.case.question == ""


def test_a_change_over_another_windows_is_refused_and_nothing_is_overwritten(
    tmp_path: Path,
) -> None:
    shelf = Shelf(tmp_path)
    shelf.new(CASE, name="harbor")
    first, second = desk_on(shelf), desk_on(shelf)
    first.change(CASE.model_copy(update={"question": "Which grade?"}))
    with pytest.raises(ChangedElsewhereError, match="changed by another window"):
        second.change(CASE.model_copy(update={"organization": "Harbor Office"}))
    assert shelf.open("harbor").case.question == "Which grade?"


def test_the_first_persons_words_never_land_in_the_example(tmp_path: Path) -> None:
    opener = Opener(Settings(tmp_path))
    desk = opener.example()
    before = EXAMPLE_CASE.read_bytes()
    assert desk.example
    assert not desk.kept
    for _ in desk.engine.begin():
        pass
    assert not desk.example
    desk.change(Case(title="My position", levels={}, facts=(Fact(text="I plan berths."),)))
    assert EXAMPLE_CASE.read_bytes() == before
    assert [entry.title for entry in opener.recent()] == ["My position"]
    opener.close()
