"""Faults of the system around a command: each costs one sentence, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

ROOT = Path(__file__).resolve().parents[3]


def _fes(*arguments: str, through: str = "", **environ: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "assistant.cli.main", *arguments]
    if through:
        command = ["bash", "-c", f'"$@" {through}', "bash", *command]
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **environ},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture(autouse=True)
def _read_in(example_read_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin with the example read in: the demo says the same, and sooner."""
    monkeypatch.setenv("FES_HOME", str(copytree(example_read_in, tmp_path / "home")))


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_console_that_lacks_a_character_gets_a_plain_one(encoding: str) -> None:
    run = _fes("demo", PYTHONIOENCODING=encoding)
    assert run.returncode == 0, run.stderr
    assert "* fes ask" in run.stdout or encoding == "cp1252"
    assert "Traceback" not in run.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", [["--help"], ["standards", "list", "--json"], ["demo"]])
def test_output_to_a_full_disk_is_told_in_a_sentence(command: list[str]) -> None:
    run = _fes(*command, through=">/dev/full")
    assert run.returncode == 3
    assert run.stderr.startswith("fes: the output cannot be written")
    assert len(run.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="pipes of a POSIX shell")
@pytest.mark.parametrize("command", [["series", "list"], ["demo"]])
def test_a_reader_that_has_read_enough_is_no_failure(command: list[str]) -> None:
    run = _fes(*command, through="| head -1; exit ${PIPESTATUS[0]}")
    assert (run.returncode, run.stderr) == (0, "")


def test_a_data_folder_whose_name_is_too_long_is_refused() -> None:
    run = _fes("search", "drafts", FES_HOME="/" + 300 * "x")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("fes: FES_HOME: it cannot be the name of a folder")


def test_a_mirror_whose_address_cannot_be_read_is_refused() -> None:
    run = _fes("sources", "sync", "--all", "--base", "http://[")
    assert (run.returncode, run.stdout) == (2, "")
    assert '"http://[" is not the address of a mirror' in run.stderr
