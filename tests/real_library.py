"""One library of the real documents for all tests of a run, whichever worker comes first.

Reading the real documents with the built-in model takes about a minute, so it is done once;
tests open the folder and must not add to it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.library import Library
from index.record.lock import writing

LONGEST = 900.0
"""How long a worker waits for another one to read the documents, in seconds."""


def build(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data folder of the real documents' library, reading them if nobody has."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    gate, home = shared / "real-library-gate", shared / "real-library"
    gate.mkdir(exist_ok=True)
    with writing(gate, patience=LONGEST), Library.open(home) as library:
        # Position descriptions are no authority, and are refused.
        folders = [path for path in sorted(corpus.iterdir()) if path.name != "positions"]
        failed = [row for row in library.ingest(folders) if row.status == "failed"]
    assert not failed
    return home
