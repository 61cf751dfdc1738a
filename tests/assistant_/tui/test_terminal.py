"""``fes chat`` as a process: in a real terminal, and where there is none."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

FES = [sys.executable, "-m", "assistant.cli.main"]


class Terminal:
    """A terminal of a given size, run by tmux on a socket of its own."""

    def __init__(self, folder: Path, size: tuple[int, int] = (120, 40)) -> None:
        self._socket = f"fes-{uuid.uuid4().hex[:8]}"
        self._tmux("-f", "/dev/null", "new-session", "-d", "-x", str(size[0]), "-y", str(size[1]),
                   "-c", str(folder), "sh")  # fmt: skip

    def _tmux(self, *arguments: str) -> str:
        # Other tests set a size in the environment, which would go before the terminal's own.
        environ = {k: v for k, v in os.environ.items() if k not in {"COLUMNS", "LINES"}}
        done = subprocess.run(
            ["tmux", "-L", self._socket, *arguments],
            capture_output=True,
            text=True,
            timeout=20,
            env=environ,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def keys(self, *keys: str) -> None:
        self._tmux("send-keys", *keys)

    def screen(self) -> str:
        return self._tmux("capture-pane", "-p")

    def flags(self) -> str:
        """Return alternate screen, mouse and cursor, as tmux knows them."""
        return self._tmux(
            "display-message", "-p", "#{alternate_on} #{mouse_any_flag} #{cursor_flag}"
        ).strip()

    def waits_for(self, *words: str, seconds: float = 60) -> str:
        end = monotonic() + seconds
        while monotonic() < end:
            screen = self.screen()
            if all(word in screen for word in words):
                return screen
            sleep(0.2)
        raise AssertionError(f"waited for {words}; on screen:\n{self.screen()}")

    def close(self) -> None:
        subprocess.run(["tmux", "-L", self._socket, "kill-server"], capture_output=True)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    opened = Terminal(tmp_path)
    yield opened
    opened.close()


@pytest.mark.slow
def test_a_question_is_asked_a_source_opened_and_the_terminal_given_back(
    terminal: Terminal, tmp_path: Path
) -> None:
    chat = " ".join(shlex.quote(part) for part in [*FES, "chat"])
    home = shlex.quote(str(tmp_path / "data"))
    terminal.keys(
        f"stty -g > before; FES_HOME={home} {chat}; echo left=$?; stty -g > after", "Enter"
    )
    terminal.waits_for("Thinking of appealing", "The example")
    terminal.keys("e")
    terminal.waits_for("Evaluation", "FICTIONAL")
    terminal.waits_for("Try asking", seconds=120)
    assert terminal.flags().startswith("1 ")

    terminal.keys("Argue Level 2-5 both ways", "Enter")
    terminal.waits_for("Argue Level 2-5 both ways", "Level 2-4", "[1]", "points")
    terminal.waits_for("more below")

    terminal.keys("C-o")
    terminal.waits_for("Sources of this answer")
    terminal.keys("1")
    terminal.waits_for("1 of", "paragraph")

    terminal.keys("C-n")
    terminal.waits_for("2 of")

    terminal.keys("C-q")
    terminal.waits_for("left=0")
    assert terminal.flags() == "0 0 1"
    terminal.keys("cmp before after && echo same", "Enter")
    terminal.waits_for("\nsame")
    assert "Traceback" not in terminal.screen()


@pytest.mark.slow
def test_leaving_does_not_wait_for_documents_that_are_still_being_read(
    terminal: Terminal, tmp_path: Path
) -> None:
    chat = " ".join(shlex.quote(part) for part in [*FES, "chat"])
    home = shlex.quote(str(tmp_path / "data"))
    terminal.keys(f"FES_HOME={home} {chat}; echo left=$?", "Enter")
    terminal.waits_for("The example")
    terminal.keys("e")
    terminal.waits_for("Reading the example")
    terminal.keys("C-q")
    terminal.waits_for("left=0", seconds=8)
    assert terminal.flags() == "0 0 1"
    terminal.keys(f"clear; FES_HOME={home} {chat}", "Enter")
    terminal.waits_for("The example")
    terminal.keys("e")
    terminal.waits_for("Try asking", seconds=120)


def run(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*FES, *arguments],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=60,
        env={**os.environ, **environ},
    )


def test_without_a_terminal_chat_says_so_and_names_what_works() -> None:
    done = run("chat")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "needs a terminal" in done.stderr
    assert "fes ask" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.slow
def test_a_missing_case_is_refused_before_the_screen_opens(terminal: Terminal) -> None:
    chat = " ".join(shlex.quote(part) for part in [*FES, "chat", "--case", "none.toml"])
    terminal.keys(f"{chat}; echo left=$?", "Enter")
    screen = terminal.waits_for("left=2")
    assert "none.toml" in screen
    assert "Traceback" not in screen


@pytest.mark.slow
def test_a_terminal_that_cannot_show_a_screen_is_refused(terminal: Terminal) -> None:
    chat = " ".join(shlex.quote(part) for part in [*FES, "chat"])
    terminal.keys(f"TERM=dumb {chat}; echo left=$?", "Enter")
    assert "cannot show a screen" in terminal.waits_for("left=2")
