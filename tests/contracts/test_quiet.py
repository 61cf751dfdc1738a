"""The program keeps to its data folder and calls nobody: not even its libraries do.

Some libraries report to their makers, which shows as files under the user's home and as
connections. Both are looked at over an ingest, the commands that read, and a conversation.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.settings import EXAMPLE
from tests.index_.documents.pdf_pages import lantern_pages, write_pdf

ROOT = Path(__file__).resolve().parents[2]
QUESTION = "Why was Level 2-5 refused?"
APPLICATION = """
import asyncio
from assistant.chat.wiring import open_engine
from assistant.settings import load_settings
from assistant.tui.app import FesApp
from assistant.tui.desk.desk import Desk

async def talk():
    app = FesApp(Desk.of(open_engine(load_settings(), None)))
    async with app.run_test() as pilot:
        while app.chat.running:
            await pilot.pause(0.1)
        await pilot.press(*["space" if c == " " else c for c in "what would raise it"], "enter")
        await pilot.pause(1)
        while app.chat.running:
            await pilot.pause(0.1)

asyncio.run(talk())
"""
RUNS = {
    "ingest": ["-m", "assistant.cli.main", "ingest", str(EXAMPLE), "lanterns.pdf"],
    "search": ["-m", "assistant.cli.main", "search", "drafts that are reviewed"],
    "ask": ["-m", "assistant.cli.main", "ask", QUESTION],
    "doctor": ["-m", "assistant.cli.main", "doctor"],
    "verify": ["-m", "assistant.cli.main", "index", "verify"],
    "rebuild": ["-m", "assistant.cli.main", "index", "rebuild"],
    "demo": ["-m", "assistant.cli.main", "demo"],
    "chat": ["-c", APPLICATION],
    "chat by lines": ["-m", "assistant.cli.main", "chat", "--plain"],
}
TYPED = f"{QUESTION}\nWhat is Factor 2?\n/papers\n"
STRACE = ["strace", "-f", "--seccomp-bpf"]


def _can_trace() -> bool:
    if shutil.which(STRACE[0]) is None:
        return False
    tried = subprocess.run([*STRACE, "-o", os.devnull, "true"], capture_output=True)
    return tried.returncode == 0


@pytest.mark.slow
def test_nothing_is_written_outside_the_data_folder_and_nobody_is_called(tmp_path: Path) -> None:
    user = tmp_path / "user"
    user.mkdir()
    data = tmp_path / "data"
    environ = {
        "PATH": os.environ["PATH"],
        "HOME": str(user),
        "FES_HOME": str(data),
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
        "TEXTUAL_ANIMATIONS": "none",
    }
    # A PDF is read by a library of its own, in a process of its own.
    (tmp_path / "lanterns.pdf").write_bytes(write_pdf(lantern_pages()))
    traced = _can_trace()
    for name, arguments in RUNS.items():
        trace = tmp_path / f"{name}.trace"
        watch = [*STRACE, "-e", "trace=socket,openat", "-o", str(trace)] if traced else []
        run = subprocess.run(
            [*watch, sys.executable, *arguments],
            cwd=tmp_path,
            env=environ,
            input=TYPED if name == "chat by lines" else "",
            capture_output=True,
            text=True,
            timeout=240,
        )
        assert run.returncode == 0, f"{name}: {run.stdout}{run.stderr}"
        assert not list(user.rglob("*")), f"{name} wrote under the user's home"
        if traced:
            seen = trace.read_text()
            called = re.findall(r"socket\((?!AF_UNIX)\w+", seen)
            assert not called, f"{name} opened a socket: {called[0]}"
            made = re.findall(r'openat\([^"]*"(/[^"]+)", [^)]*O_CREAT', seen)
            kept = [
                path for path in made if not path.startswith(f"{data}/") and Path(path).exists()
            ]
            assert not kept, f"{name} wrote outside the data folder: {kept}"
    assert list(data.rglob("library.sqlite"))
    if not traced:
        pytest.skip("strace is not here: files were looked at, sockets were not")
