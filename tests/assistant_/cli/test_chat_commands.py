"""Slash commands without a screen: ``fes chat --plain`` knows the application's words."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.cli.talk.commands import ELSEWHERE, HELPS, SPOKEN, Commands
from assistant.events import Removed, Reply
from assistant.tui import keys
from tests.assistant_.tui.fake import FakeEngine, source


def commands(**changes: Any) -> Commands:
    engine: Any = FakeEngine(**changes)
    return Commands(engine)


def said(line: str, **changes: Any) -> str:
    text = commands(**changes).run(line)
    assert text is not None
    return text


def test_every_command_of_the_application_means_something_here() -> None:
    here = {command.split()[0] for command in HELPS} | set(ELSEWHERE)
    only_on_screen = {"/source", "/menu", "/stop", "/theme", "/copy", "/quote", "/edit", "/usage"}
    assert set(keys.COMMANDS) - only_on_screen - {"/talk"} <= here
    for command in here - {"/quit"} - set(SPOKEN):
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
