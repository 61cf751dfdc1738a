"""How fast ``fes score`` answers once, and how many lines a second it scores in one process.

Both are ratios against a baseline measured in the same run: a bare interpreter start, and the
same lines read and written by the standard library's JSON without scoring anything. Each runs
as a user runs it, in a process of its own, with the start included.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import cycle, islice, product
from pathlib import Path
from typing import NamedTuple

LINES = 60_000
ROUNDS = 5
STARTS = 15
LEVELS_PER_FACTOR = (9, 5, 5, 6, 6, 4, 4, 3, 3)
LEAST_LINES_A_SECOND = 20_000
LONGEST_START = 0.3
SUPERVISORS = 12_000
LEVELS_OF_SUPERVISORS = {
    "1": range(1, 6), "2": range(1, 4), "3": range(2, 5), "4A": range(1, 5), "4B": range(1, 5),
    "6": range(1, 7),
}  # fmt: skip
CASE = Path(__file__).resolve().parents[2] / "assistant" / "cases" / "example" / "case.toml"

ROUND_TRIP = """
import json, sys
for line in sys.stdin.buffer:
    sys.stdout.write(json.dumps(json.loads(line)) + "\\n")
"""


class Time(NamedTuple):
    """How long a process took, in seconds: by the clock, and of a processor's time."""

    clock: float
    processor: float


def requests() -> Iterator[dict[str, object]]:
    """Yield different requests, spread over all sets of levels."""
    ladders = [
        [f"{factor}-{level}" for level in range(1, size + 1)]
        for factor, size in enumerate(LEVELS_PER_FACTOR, 1)
    ]
    # Coprime to the number of sets, so that every level of every factor comes up.
    spread = islice(product(*ladders), 0, None, 19)
    for levels in islice(spread, LINES):
        yield {"standard": "fes-primary", "levels": dict(zip("123456789", levels, strict=True))}


def supervisors() -> Iterator[dict[str, object]]:
    """Yield different supervisors: with a base, with a workload, with special situations."""
    ladders = [[f"{key}-{step}" for step in steps] for key, steps in LEVELS_OF_SUPERVISORS.items()]
    grades = cycle(range(5, 14))
    for number, levels in enumerate(islice(cycle(product(*ladders)), 0, SUPERVISORS)):
        request: dict[str, object] = {
            "standard": "gssg",
            "levels": dict(zip(LEVELS_OF_SUPERVISORS, levels, strict=True)),
        }
        grade = next(grades)
        if number % 2:
            request["base"] = {"grade": grade, "method": "workload", "share": 25 + number % 75}
        else:
            rows = ((grade, 1000 + number), (grade + 1, 900), (grade - 1, 4000))
            request["workload"] = [{"grade": one, "hours": hours} for one, hours in rows]
        if not number % 3:
            request["situations"] = [1, 3, 5]
        yield request


def write(path: Path, lines: Iterable[dict[str, object]]) -> None:
    """Write requests, one a line."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(line) + "\n" for line in lines)


def seconds(arguments: list[str], given: Path, taken: Path) -> Time:
    """Return how long a process takes that reads one file and writes another."""
    with given.open("rb") as source, taken.open("wb") as target:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        started = time.perf_counter()
        subprocess.run([sys.executable, *arguments], stdin=source, stdout=target, check=True)
        clock = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return Time(clock, processor)


def check_results(path: Path, lines: int) -> None:
    """Refuse to report a rate for results that are not all there or not all scores."""
    with path.open(encoding="utf-8") as file:
        totals = [json.loads(line).get("total") for line in file]
    if len(totals) != lines or None in totals:
        raise SystemExit(f"{len(totals)} results for {lines} lines, {totals.count(None)} errors")


def run() -> None:
    """Print both tables; the first row of each is the baseline of its ratios."""
    with tempfile.TemporaryDirectory() as folder:
        many, chiefs, results = (Path(folder, name) for name in ("many", "chiefs", "results"))
        write(many, requests())
        write(chiefs, supervisors())
        scoring = ["-m", "assistant.cli.main", "score", "--lines"]
        commands = {
            "json.loads + json.dumps (baseline)": (["-c", ROUND_TRIP], many, LINES),
            "score --lines": (scoring, many, LINES),
            "score --lines, supervisors": (scoring, chiefs, SUPERVISORS),
        }
        times: dict[str, list[Time]] = {name: [] for name in commands}
        for _ in range(ROUNDS):  # Taken in turn, so that a busy moment strikes all.
            for name, (arguments, given, lines) in commands.items():
                times[name].append(seconds(arguments, given, results))
                if arguments is scoring:
                    check_results(results, lines)
        print(f"{LINES:,} lines ({SUPERVISORS:,} supervisors) in one process, best of {ROUNDS}")  # noqa: T201
        print("processor: by the time the process had a processor, whatever else ran beside it\n")  # noqa: T201
        print(f"{'':36}{'lines/s':>10}{'processor':>11}{'us/line':>9}{'ratio':>8}")  # noqa: T201
        base = min(one.processor for one in next(iter(times.values()))) / LINES
        rates = {}
        for name, taken in times.items():
            lines = commands[name][2]
            clock, spent = (min(getattr(one, kind) for one in taken) for kind in Time._fields)
            rates[name] = lines / spent
            print(  # noqa: T201
                f"{name:36}{lines / clock:>10,.0f}{rates[name]:>11,.0f}"
                f"{spent / lines * 1e6:>9.1f}{spent / lines / base:>7.2f}x"
            )
        _judge(
            "at least 20,000 lines a second of processor time",
            met=rates["score --lines"] >= LEAST_LINES_A_SECOND,
        )

        one, chief = Path(folder, "one.json"), Path(folder, "chief.json")
        write(one, islice(requests(), 1))
        write(chief, islice(supervisors(), 1))
        score = ["-m", "assistant.cli.main", "score", "-"]
        starts = {
            "bare interpreter (baseline)": (["-c", "pass"], one),
            "score -": (score, one),
            "score - --json": ([*score, "--json"], one),
            "score -, a supervisor": (score, chief),
            "score -, a whole case": (score, CASE),
        }
        cold: dict[str, list[Time]] = {name: [] for name in starts}
        for _ in range(STARTS):
            for name, (arguments, source) in starts.items():
                cold[name].append(seconds(arguments, source, results))
    print(f"\none request, start included, median of {STARTS}\n")  # noqa: T201
    print(f"{'':36}{'ms':>10}{'processor':>11}{'ratio':>8}")  # noqa: T201
    middles = {
        name: [statistics.median(getattr(one, kind) for one in taken) for kind in Time._fields]
        for name, taken in cold.items()
    }
    base = next(iter(middles.values()))[1]
    for name, (clock, spent) in middles.items():
        print(f"{name:36}{clock * 1000:>10.0f}{spent * 1000:>11.0f}{spent / base:>7.1f}x")  # noqa: T201
    slowest = max(spent for _, spent in list(middles.values())[1:])
    _judge("under 0.3 s of processor time", met=slowest < LONGEST_START)


def _judge(aim: str, *, met: bool) -> None:
    print(f"aim: {aim}: {'met' if met else 'NOT MET'}")  # noqa: T201
