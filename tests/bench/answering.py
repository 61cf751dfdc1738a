"""What an answer takes: ``fes ask`` cold, the first words warm, an argument, all nine factors.

Cold is a process of its own, by its processor time and the memory it held at most; the baseline of
the same run is a process that only imports what reads cases and runs the model. Warm is the
bundled example's conversation with its documents read in. The aims are for two quiet cores.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from assistant.argue.extractive import ExtractiveArguer
from assistant.cases.edits import load_case
from assistant.chat.engine import Engine
from assistant.events import Event, TextDelta
from assistant.settings import EXAMPLE, EXAMPLE_CASE
from index.library import Library

AIM_COLD, AIM_MEMORY = 1.0, 250
AIM_FIRST, AIM_LEVEL, AIM_NINE = 0.3, 1.0, 3.0
ROUNDS = 3
QUESTIONS = (
    "how long do I have to appeal?",
    "What does Level 2-5 require?",
    "Should I appeal?",
    "who signs a position description?",
    "What would change the grade?",
)
LEVELS = ("1-8", "2-5", "3-4", "4-5", "5-4", "6-3", "7-3", "8-2", "9-2")
_CHILD = """
import json, resource, subprocess, sys
done = subprocess.run(json.loads(sys.argv[1]), stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""


def _cold(command: list[str], home: Path) -> tuple[float, float]:
    """Return the least processor seconds and the most megabytes of some runs of a command."""
    env = dict(os.environ, FES_HOME=str(home))
    seconds, memory = [], []
    for _ in range(ROUNDS):
        run = subprocess.run(
            [sys.executable, "-c", _CHILD, json.dumps(command)],
            capture_output=True,
            text=True,
            env=env,
            check=True,
        )
        code, used, held = json.loads(run.stdout)
        assert code == 0, run.stderr
        seconds.append(used)
        memory.append(held)
    return min(seconds), max(memory)


def _first(events: Iterable[Event]) -> float:
    """Return the seconds until the first text of an answer, which is then read to its end."""
    start, first = time.perf_counter(), 0.0
    for event in events:
        if not first and isinstance(event, TextDelta):
            first = time.perf_counter() - start
    return first


def _whole(events: Iterable[Event]) -> float:
    start = time.perf_counter()
    for _ in events:
        pass
    return time.perf_counter() - start


def run() -> None:
    """Print what each takes beside its aim."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with Library.open(home) as library:
            library.ingest(sorted(EXAMPLE.glob("*.txt")))
            case = load_case(EXAMPLE_CASE)
            engine = Engine(library, ExtractiveArguer(), case=case, title=case.title)
            _whole(engine.handle("what is a benchmark?"))
            _whole(engine.handle("and a flysheet?"))
            first = max(_first(engine.handle(question)) for question in QUESTIONS)
            level = min(_whole(engine.handle("Argue Level 2-5 both ways")) for _ in range(ROUNDS))
            start = time.perf_counter()
            for one in LEVELS:
                _whole(engine.handle(f"Argue Level {one} both ways"))
            nine = time.perf_counter() - start
        script = "from assistant.cli.entry import main; main()"
        ask = [sys.executable, "-c", script, "ask", QUESTIONS[0]]
        cold, memory = _cold(ask, home)
        bare, held = _cold(
            [sys.executable, "-c", "import numpy, pydantic, onnxruntime, tokenizers"], home
        )
    rows = [
        ("fes ask cold, processor seconds", cold, AIM_COLD, f"{cold / bare:.1f} x its libraries"),
        ("fes ask cold, MB", memory, AIM_MEMORY, f"{memory / held:.1f} x its libraries"),
        ("first text warm, slowest of five, s", first, AIM_FIRST, ""),
        ("one level argued, s", level, AIM_LEVEL, ""),
        ("nine factors argued, s", nine, AIM_NINE, ""),
    ]
    for name, took, aim, note in rows:
        mark = "" if took < aim else "  OVER THE AIM"
        print(f"{name:<38}{took:>8.2f}  aim {aim:g}  {note}{mark}")  # noqa: T201
