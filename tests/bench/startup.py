"""How long light commands take from start to end, against a bare interpreter start."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time

LEVELS = ("1-7", "2-4", "3-3", "4-4", "5-3", "6-3", "7-3", "8-2", "9-1")
REQUEST = json.dumps(
    {"standard": "fes-primary", "levels": {str(n): v for n, v in enumerate(LEVELS, 1)}}
)
ROUNDS = 11


def _seconds(arguments: list[str]) -> float:
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, *arguments], input=REQUEST, text=True, capture_output=True, check=True
        )
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def run() -> None:
    """Print the median seconds of each command and its ratio to a bare interpreter."""
    fes = ["-c", "from assistant.cli.entry import main; main()"]
    commands = {
        "bare interpreter (baseline)": ["-c", "pass"],
        "import click, pydantic": ["-c", "import click, pydantic"],
        "fes --help": [*fes, "--help"],
        "fes score -": [*fes, "score", "-"],
        "fes score - --json": [*fes, "score", "-", "--json"],
    }
    times = {name: _seconds(arguments) for name, arguments in commands.items()}
    base = next(iter(times.values()))
    for name, seconds in times.items():
        print(f"{name:32} {seconds * 1000:7.0f} ms   {seconds / base:6.1f} x")  # noqa: T201
