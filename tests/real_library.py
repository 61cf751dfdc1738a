"""One library of the real documents for all tests of a run, whichever worker comes first.

Reading the real documents with the built-in model takes two minutes of a processor, so it is done
once, and what was made stays beside the checkout until the documents or what reads them changes.
Tests open a copy and must not add to it.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from index.library import Library
from tests.once import once

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / ".pytest_cache" / "real-library"


def build(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data folder of the real documents' library, reading them if nobody has."""
    return once(tmp_path_factory, "real-library", lambda home: _make(corpus, home))


def _make(corpus: Path, home: Path) -> None:
    kept = KEPT / _state(corpus)
    if kept.is_dir():
        copytree(kept, home)
    with Library.open(home) as library:
        # Position descriptions are no authority, and are refused.
        folders = [path for path in sorted(corpus.iterdir()) if path.name != "positions"]
        assert not [row for row in library.ingest(folders) if row.status == "failed"]
    if not kept.is_dir():
        rmtree(KEPT, ignore_errors=True)
        copytree(home, KEPT / "making")
        (KEPT / "making").rename(kept)


def _state(corpus: Path) -> str:
    """Return what the library is made from in one line: the documents, and all that reads them."""
    state = sha256()
    for folder in (ROOT / "index", ROOT / "core" / "standards", corpus):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                state.update(f"{path.relative_to(folder)}\n".encode() + path.read_bytes())
    return state.hexdigest()[:16]
