"""One library of the real documents for all tests of a run, whichever worker comes first.

Reading the real documents with the built-in model takes two minutes of a processor, so it is done
once, and what was made stays beside the checkout until the documents or what reads them changes.
Where only what reads them changed, texts that are as they were keep their vectors, which take most
of the time. Tests open a copy and must not add to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from shutil import copytree, rmtree

import numpy as np
import pytest

from index.library import Library
from index.record import embedding
from index.record.embedding import MiniLM
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
    embedder = Remembering(kept.parent.with_name("real-vectors"))
    with Library.open(home, embedder) as library:
        # Position descriptions are no authority, and are refused.
        folders = [path for path in sorted(corpus.iterdir()) if path.name != "positions"]
        assert not [row for row in library.ingest(folders) if row.status == "failed"]
    if not kept.is_dir():
        embedder.keep()
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


class Remembering(MiniLM):
    """The built-in model, with the vectors of the texts that it was given in a run before.

    What was kept counts while the module that makes vectors, which names the model, and the
    packages in use are the same.
    """

    def __init__(self, folder: Path) -> None:
        makers = (Path(embedding.__file__), ROOT / "requirements.txt")
        made_by = sha256(b"".join(path.read_bytes() for path in makers)).hexdigest()[:16]
        self._path = folder / f"{made_by}.npz"
        self._known: dict[str, list[float]] = {}
        self._used: set[str] = set()
        if self._path.is_file():
            with np.load(self._path, allow_pickle=False) as data:
                self._known = dict(
                    zip(data["names"].tolist(), data["vectors"].tolist(), strict=True)
                )

    def embed_passages(self, texts: Sequence[str]) -> Iterator[list[float]]:
        names = [sha256(text.encode()).hexdigest() for text in texts]
        new = {
            name: text for name, text in zip(names, texts, strict=True) if name not in self._known
        }
        self._known |= zip(new, super().embed_passages(list(new.values())), strict=True)
        self._used.update(names)
        yield from (self._known[name] for name in names)

    def keep(self) -> None:
        """Keep the vectors of the texts given in this run, and no others."""
        names = sorted(self._used)
        rmtree(self._path.parent, ignore_errors=True)
        self._path.parent.mkdir(parents=True)
        making = self._path.with_suffix(".making")
        with making.open("wb") as file:
            np.savez(file, names=names, vectors=np.array([self._known[name] for name in names]))
        making.rename(self._path)
