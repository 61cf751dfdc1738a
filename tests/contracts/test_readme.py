"""The transcript in the README is what the program prints, not what it once printed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _sessions() -> list[tuple[str, list[str]]]:
    block = re.search(r"```console\n(.*?)```", README, re.DOTALL)
    assert block is not None
    parts = re.split(r"^\$ (.+)\n", block.group(1), flags=re.MULTILINE)[1:]
    return [
        (command, output.splitlines())
        for command, output in zip(parts[::2], parts[1::2], strict=True)
    ]


@pytest.mark.parametrize(("command", "shown"), _sessions(), ids=lambda v: str(v)[:30])
def test_the_transcript_is_what_the_commands_print(command: str, shown: list[str]) -> None:
    script = (
        command.replace("fes ", f"{sys.executable} -m assistant.cli.main ", 1)
        if (command.startswith("fes "))
        else command.replace("| fes ", f"| {sys.executable} -m assistant.cli.main ")
    )
    run = subprocess.run(
        ["/bin/sh", "-c", script],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "100"},
        timeout=180,
    )
    assert run.returncode == 0, run.stderr
    printed = iter(line.strip() for line in run.stdout.splitlines() if line.strip())
    wanted = [line.strip() for line in shown if line.strip() and line.strip() != "..."]
    assert wanted
    for line in wanted:
        assert line in printed, f"not printed, or not in this order: {line}"


def test_the_commands_it_names_exist() -> None:
    from assistant.cli.main import COMMANDS

    named = set(re.findall(r"(?:^    |`|\| )fes ([a-z]+)", README, re.MULTILINE))
    assert named
    assert named <= set(COMMANDS)


def test_the_two_commands_are_make_targets() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^    make (\w+)", README, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_documents_it_links_to_are_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
