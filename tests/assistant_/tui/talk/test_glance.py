"""The figures of a case stand in the terminal before the screen is there, and leave no trace."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.settings import EXAMPLE_CASE
from assistant.tui.desk.desk import Desk
from assistant.tui.widgets.figures.glance import lines, until_the_screen
from tests.assistant_.tui.fake import CASE, FakeEngine, evaluation

# A process that ends instead of loading a screen: what it has written by then came before one.
_NO_SCREEN = """
import sys
class Refused:
    def find_spec(self, name, path, target=None):
        if name.split(".")[0] == "textual":
            raise ImportError("no screen here")
sys.meta_path.insert(0, Refused())
from assistant.cli.main import main
main()
"""


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_the_grade_ends_the_first_line_whatever_the_width(columns: int) -> None:
    first, *others = lines("A long name of a case " * 9, CASE, evaluation(), columns)
    assert len(first) == columns
    assert first.startswith(" fes  ")
    assert first.rstrip().endswith("GS-11 · 2,540 points")
    told = "\n".join(others)
    assert "185 points above the GS-11 floor · 215 to GS-12" in told
    assert [line.split()[0] for line in others if line and "floor" not in line] == [
        str(factor) for factor in range(1, 10)
    ]
    guidelines = next(line for line in others if line.split()[:1] == ["3"])
    assert guidelines.endswith("sought 3-4")
    assert guidelines.index("275") + 3 <= columns


def test_a_screen_that_does_not_come_leaves_the_terminal_as_it_was(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with (
        pytest.raises(ImportError),
        until_the_screen(Desk.of(FakeEngine())),
    ):
        raise ImportError
    written = capsys.readouterr().out
    assert written.startswith("\x1b[?1049h")
    assert written.endswith("\x1b[?25h\x1b[?1049l")


def test_without_figures_and_in_a_browser_nothing_is_written(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = FakeEngine(case=None, evaluation=None, title="no case")
    with until_the_screen(None), until_the_screen(Desk.of(empty)):
        pass
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    with until_the_screen(Desk.of(FakeEngine())):
        pass
    assert capsys.readouterr().out == ""


def test_the_figures_of_a_case_need_no_screen_to_be_loaded(tmp_path: Path) -> None:
    case = tmp_path / "case.toml"
    case.write_bytes(EXAMPLE_CASE.read_bytes())
    ours, theirs = pty.openpty()
    started = subprocess.Popen(
        [sys.executable, "-c", _NO_SCREEN, "chat", "--case", str(case)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "FES_HOME": str(tmp_path / "data"), "TERM": "xterm-256color"},
    )
    os.close(theirs)
    written = b""
    try:
        while read := os.read(ours, 65536):
            written += read
    except OSError:
        pass  # The other end is closed: the process has ended.
    finally:
        os.close(ours)
    assert started.wait(timeout=60) != 0
    figures, _, after = written.decode().partition("\x1b[?1049l")
    assert "points above the GS-" in figures
    assert "no screen here" in after
