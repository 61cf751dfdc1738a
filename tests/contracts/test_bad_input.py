"""Bad input, as a user meets it: a real process, one sentence, the right exit code, no loss."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from assistant.settings import EXAMPLE_CASE

LEVELS = {
    str(n): level
    for n, level in enumerate(("1-7", "2-4", "3-3", "4-4", "5-3", "6-3", "7-3", "8-2", "9-1"), 1)
}
GOOD = {"standard": "fes-primary", "levels": LEVELS}


def fes(*arguments: str, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "assistant.cli.main", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        env={**os.environ, **env},
        timeout=120,
    )


def refused(run: subprocess.CompletedProcess[str], code: int, *said: str) -> None:
    assert run.returncode == code, run.stderr
    assert run.stdout == ""
    assert "Traceback" not in run.stderr
    lines = [line for line in run.stderr.splitlines() if line.strip()]
    assert len(lines) == 1, lines
    for words in said:
        assert words.lower() in run.stderr.lower(), (words, run.stderr)


def test_missing_case_file(tmp_path: Path) -> None:
    refused(fes("score", str(tmp_path / "none.json")), 2, "none.json")
    refused(fes("ask", "what is my grade?", "--case", str(tmp_path / "none.toml")), 2, "none.toml")


def test_missing_document(tmp_path: Path) -> None:
    refused(fes("ingest", str(tmp_path / "none.pdf")), 2, "none.pdf")


@pytest.mark.parametrize("name", ["empty.pdf", "empty.txt", "empty.docx", "empty.html"])
def test_empty_document(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    refused(fes("ingest", str(tmp_path / name)), 2, name, "empty")


def test_binary_garbage_named_pdf(tmp_path: Path) -> None:
    (tmp_path / "noise.pdf").write_bytes(bytes(range(256)) * 40)
    refused(fes("ingest", str(tmp_path / "noise.pdf")), 2, "noise.pdf")
    refused(fes("ingest", str(tmp_path / "noise.pdf"), "--json"), 2, "noise.pdf")


def test_empty_scoring_request(tmp_path: Path) -> None:
    (tmp_path / "empty.json").write_text("")
    refused(fes("score", str(tmp_path / "empty.json")), 2, "empty")


def test_unknown_level() -> None:
    request = {**GOOD, "levels": {**LEVELS, "2": "2-9"}}
    refused(fes("score", "-", stdin=json.dumps(request)), 2, "2-9")


def test_duplicate_key() -> None:
    text = json.dumps(GOOD).replace('"2": "2-4"', '"2": "2-4", "2": "2-5"')
    refused(fes("score", "-", stdin=text), 2, '"2"')


def test_unknown_model(tmp_path: Path) -> None:
    run = fes("ask", "what is Level 2-5?", FES_MODEL="nobody:nothing")
    refused(run, 2, "FES_MODEL", "nobody")


def test_unreachable_server(example_read_in: Path, tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = copytree(example_read_in / "example", tmp_path / "home")
    run = fes(
        "ask",
        "Argue Level 2-5 both ways",
        "--case",
        str(EXAMPLE_CASE),
        FES_MODEL="openai:any",
        OPENAI_API_KEY="none",
        OPENAI_BASE_URL=f"http://127.0.0.1:{port}/v1",
        FES_HOME=str(home),
    )
    assert run.returncode == 0, run.stderr
    assert "Level 2-4 stands" in run.stdout
    (notice,) = run.stderr.splitlines()
    assert "127.0.0.1" in notice
    assert "made without the model" in notice


def test_data_folder_not_writable(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("in the way")
    document = tmp_path / "note.txt"
    document.write_text("Some words about classification.\n")
    refused(fes("ingest", str(document), FES_HOME=str(blocker / "home")), 3, "FES_HOME")


def test_data_folder_is_a_file(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("in the way")
    refused(fes("search", "anything", FES_HOME=str(blocker)), 2, "FES_HOME")
    assert blocker.read_text() == "in the way"


def test_a_bad_file_does_not_lose_the_good_ones(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "good.txt").write_text("Supervisory controls are a factor of the work.\n")
    (tmp_path / "docs" / "bad.pdf").write_bytes(b"not a pdf at all")
    run = fes("ingest", str(tmp_path / "docs"), "--json")
    assert run.returncode == 0, run.stderr
    rows = {row["document"]: row["status"] for row in json.loads(run.stdout)}
    assert rows["good"] == "added"
    assert rows["bad"] == "failed"
    assert "bad.pdf" in run.stderr


def test_an_export_never_replaces_a_file_unasked(tmp_path: Path) -> None:
    target = tmp_path / "statement.md"
    target.write_text("mine")
    refused(fes("export", str(EXAMPLE_CASE), "--to", str(target)), 2, "statement.md", "--force")
    assert target.read_text() == "mine"


def test_a_file_name_cannot_speak_to_the_terminal(tmp_path: Path) -> None:
    run = fes("score", str(tmp_path / "a\x1b]0;owned\x07b\x1b[31m.json"))
    assert run.returncode == 2
    assert "\x1b" not in run.stderr
    assert "\x07" not in run.stderr


def test_ctrl_c_while_the_program_loads_is_one_line() -> None:
    # The signal comes while the command line is being imported, before it handles anything.
    script = (
        "import os, signal, sys, types\n"
        # A shell lets what it starts in the background ignore the signal.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from assistant.cli import entry\n"
        "class Interrupted:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'click':\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupted())\n"
        "entry.main()\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (130, "", "fes: stopped\n")
