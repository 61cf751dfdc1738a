"""What answers say to type in a shell is said as it is done in the conversation, and with keys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.cli.talk.commands import HELPS
from assistant.tui.hints import pressed_here, typed_here

CHAT = Path(__file__).parents[4] / "assistant" / "chat"
SHELL_ONLY = ("--help", "ask", "check", "decisions", "mixed", "score", "search")
_QUOTED = re.compile(r"`fes [^`\n]*`")
_SLASH = re.compile(r"`(/[a-z]+)")


def spoken() -> list[str]:
    """Return every command of the shell that an answer names."""
    found = [
        command
        for path in sorted(CHAT.rglob("*.py"))
        for command in _QUOTED.findall(path.read_text("utf-8"))
    ]
    assert len(found) > 20
    # A name that the program fills in stands in braces.
    return [re.sub(r"{[^}]*}", "name", one) for one in found]


@pytest.mark.parametrize("said", sorted(set(spoken())))
def test_a_command_in_an_answer_can_be_typed_in_the_conversation(said: str) -> None:
    told = typed_here(f"Here: {said} shows it.")
    if said.split()[1].strip("`") in SHELL_ONLY or "--only-show" in said or said == "`fes chat`":
        assert f"{said} (in a shell)" in told
        return
    command = _SLASH.search(told)
    assert command is not None, told
    assert command[1] in {one.split()[0] for one in HELPS}
    assert "fes " not in told


@pytest.mark.parametrize(
    "said",
    [
        "Look at the document, then confirm with: fes standards confirm gs-0200.",
        "fes standards correct gs-0200 lists the doubts.",
        "See what is held without asking: fes sources status.",
    ],
)
def test_what_only_a_shell_does_keeps_its_words(said: str) -> None:
    assert typed_here(said) == pressed_here(said) == said


def test_elsewhere_in_the_application_a_key_is_named() -> None:
    said = "This is no description. Read it into the library instead: fes ingest FILE."
    assert pressed_here(said).endswith("Read it into the library instead: I in the library.")
    assert typed_here("Add some: fes ingest PATH...") == "Add some: /library PATH"
    assert pressed_here("Mend it with: fes index rebuild.") == "Mend it with: fes index rebuild."
