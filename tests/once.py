"""What is costly to make is made once for all tests of a run, whichever worker comes first."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.chat.wiring import open_engine
from assistant.settings import Settings
from index.record.lock import writing

LONGEST = 900.0
"""How long a worker waits for another one, in seconds."""


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder that is made if nobody has yet; tests must not add to it."""
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    gate, made = shared / f"{name}-gate", shared / name
    gate.mkdir(exist_ok=True)
    with writing(gate, patience=LONGEST):
        if not made.exists():
            making = gate / name
            make(making)
            making.rename(made)
    return made


def read_example(home: Path) -> None:
    """Read the bundled example's documents in, as its first window does it."""
    engine = open_engine(Settings(home), None)
    with engine.library:
        for _ in engine.start():
            pass
