"""How fast ``fes score`` answers once, and how many lines a second it scores in one process.

Both are ratios against a baseline measured in the same run: a bare interpreter start, and the
same lines read and written by the standard library's JSON without scoring anything. Each runs
as a user runs it, in a process of its own, with the start included.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import islice, product
from pathlib import Path

LINES = 60_000
ROUNDS = 5
STARTS = 15
LEVELS_PER_FACTOR = (9, 5, 5, 6, 6, 4, 4, 3, 3)
LEAST_LINES_A_SECOND = 20_000
LONGEST_START = 0.3

ROUND_TRIP = """
import json, sys
for line in sys.stdin.buffer:
    sys.stdout.write(json.dumps(json.loads(line)) + "\\n")
"""


def write_requests(path: Path) -> None:
    """Write different requests, one a line, spread over all sets of levels."""
    ladders = [
        [f"{factor}-{level}" for level in range(1, size + 1)]
        for factor, size in enumerate(LEVELS_PER_FACTOR, 1)
    ]
    # Coprime to the number of sets, so that every level of every factor comes up.
    spread = islice(product(*ladders), 0, None, 19)
    with path.open("w", encoding="utf-8") as file:
        for levels in islice(spread, LINES):
            request = {
                "standard": "fes-primary",
                "levels": dict(zip("123456789", levels, strict=True)),
            }
            file.write(json.dumps(request) + "\n")


def seconds(arguments: list[str], given: Path, taken: Path) -> float:
    """Return how long a process takes that reads one file and writes another."""
    with given.open("rb") as source, taken.open("wb") as target:
        started = time.perf_counter()
        subprocess.run([sys.executable, *arguments], stdin=source, stdout=target, check=True)
        return time.perf_counter() - started


def check_results(path: Path) -> None:
    """Refuse to report a rate for results that are not all there or not all scores."""
    with path.open(encoding="utf-8") as file:
        grades = [json.loads(line).get("grade") for line in file]
    if len(grades) != LINES or None in grades:
        raise SystemExit(f"{len(grades)} results for {LINES} lines, {grades.count(None)} errors")


def run() -> None:
    """Print both tables; the first row of each is the baseline of its ratios."""
    with tempfile.TemporaryDirectory() as folder:
        requests, results = Path(folder, "requests.jsonl"), Path(folder, "results.jsonl")
        write_requests(requests)
        scoring = ["-m", "assistant.cli", "score", "--lines"]
        commands = {
            "json.loads + json.dumps (baseline)": ["-c", ROUND_TRIP],
            "score --lines": scoring,
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(ROUNDS):  # Taken in turn, so that a busy moment strikes both.
            for name, arguments in commands.items():
                times[name].append(seconds(arguments, requests, results))
        check_results(results)
        size = results.stat().st_size / LINES
        print(f"{LINES:,} lines in one process, best of {ROUNDS}; a result has {size:,.0f} bytes\n")  # noqa: T201
        print(f"{'':36}{'lines/s':>10}{'us/line':>9}{'ratio':>9}")  # noqa: T201
        base = min(next(iter(times.values())))
        for name, taken in times.items():
            best = min(taken)
            print(f"{name:36}{LINES / best:>10,.0f}{best / LINES * 1e6:>9.1f}{best / base:>8.2f}x")  # noqa: T201
        rate = LINES / min(times["score --lines"])
        _judge("at least 20,000 lines a second", met=rate >= LEAST_LINES_A_SECOND)

        one = Path(folder, "one.json")
        one.write_text(next(iter(requests.open(encoding="utf-8"))), encoding="utf-8")
        starts = {
            "bare interpreter (baseline)": ["-c", "pass"],
            "score -": ["-m", "assistant.cli", "score", "-"],
            "score - --json": ["-m", "assistant.cli", "score", "-", "--json"],
        }
        cold: dict[str, list[float]] = {name: [] for name in starts}
        for _ in range(STARTS):
            for name, arguments in starts.items():
                cold[name].append(seconds(arguments, one, results))
    print(f"\none request, start included, median of {STARTS}\n")  # noqa: T201
    print(f"{'':36}{'ms':>10}{'ratio':>9}")  # noqa: T201
    base = statistics.median(next(iter(cold.values())))
    for name, taken in cold.items():
        middle = statistics.median(taken)
        print(f"{name:36}{middle * 1000:>10.0f}{middle / base:>8.1f}x")  # noqa: T201
    slowest = max(statistics.median(cold[name]) for name in list(starts)[1:])
    _judge("under 0.3 s", met=slowest < LONGEST_START)


def _judge(aim: str, *, met: bool) -> None:
    print(f"aim: {aim}: {'met' if met else 'NOT MET'}")  # noqa: T201
