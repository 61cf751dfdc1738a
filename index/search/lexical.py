"""Lexical search (BM25) over heading trails and passages.

The index is kept on disk in a folder named for the very text it was made from, so a stale one
is never read: a changed library looks for another folder, and makes it when it is not there.
"""

from __future__ import annotations

import contextlib
import json
import math
import shutil
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.language import bm25, words
from index.models import Passage
from index.search.query import Understood

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FOLDER = "lexical"
KEYS = "keys.json"
MAKING = ".making-"
LONGEST_MAKING = 3600.0
"""After so many seconds a folder in the making is taken for what a killed process left."""

K1, B = 0.9, 0.4
"""BM25's parameters as they are set for short passages: a long one is hardly held against it."""

FIELD_WORDS_SHARE = 0.5
"""How much the field's words for a search's words count beside those words themselves."""


class Lexical:
    """A lexical index: one row a passage, known by the passage's key."""

    def __init__(self, keys: Sequence[int], made: Any) -> None:
        self._rows = {key: row for row, key in enumerate(keys)}
        self._keys = list(keys)
        self._bm25 = made

    @classmethod
    def load(cls, home: Path, version: str, passages: Mapping[int, Passage]) -> Lexical:
        """Return the index of these passages, from disk or made now and kept.

        Args:
            home: The data folder.
            version: The store's version with these passages.
            passages: Every passage by key.
        """
        folder = home / FOLDER / f"{version}-{words.VERSION}"
        return cls._read(folder, list(passages)) or cls._make(folder, passages)

    @classmethod
    def _read(cls, folder: Path, expected: list[int]) -> Lexical | None:
        import bm25s

        try:
            keys = json.loads((folder / KEYS).read_text("utf-8"))
            kept = bm25s.BM25.load(folder, load_corpus=False) if keys else None
        except (OSError, EOFError, ValueError, KeyError):
            # Not made yet, swept away by another process meanwhile, or damaged: made again.
            return None
        rows = kept.scores["num_docs"] if kept is not None else 0
        return cls(keys, kept) if keys == expected and rows == len(keys) else None

    @classmethod
    def _make(cls, folder: Path, passages: Mapping[int, Passage]) -> Lexical:
        keys = list(passages)
        made = bm25.index(map(search_text, passages.values()), k1=K1, b=B) if keys else None
        # On a full disk or in a folder that is only read, it serves from memory.
        with contextlib.suppress(OSError):
            _keep(folder, keys, made)
        return cls(keys, made)

    def search(
        self, search: Understood, *, limit: int, among: Iterable[int] | None = None
    ) -> dict[int, float]:
        """Return the keys with the best scores above 0, best first.

        Args:
            search: The search; the field's words for the person's words count less.
            limit: How many keys at the most.
            among: When given, only these keys are looked at.
        """
        import numpy as np

        scores = self._scores(search.tokens)
        if search.field_tokens:
            scores = scores + FIELD_WORDS_SHARE * self._scores(search.field_tokens)
        rows = None if among is None else np.array([self._rows[key] for key in among], dtype=int)
        looked_at = scores if rows is None else scores[rows]
        best = _largest(looked_at, limit)
        chosen = best if rows is None else rows[best]
        found = sorted((-float(scores[row]), self._keys[row]) for row in chosen.tolist())
        return {key: -negative for negative, key in found[:limit] if negative < 0}

    def frequency(self, stem: str) -> int:
        """Return in how many passages a stemmed word stands; 0 when it is unknown."""
        known = self._bm25.vocab_dict.get(stem) if self._bm25 is not None else None
        if known is None:
            return 0
        ends = self._bm25.scores["indptr"]
        return int(ends[known + 1] - ends[known])

    def rarity(self, stem: str) -> float:
        """Return how much a word tells: more the fewer passages it stands in."""
        return math.log1p(len(self._keys) / (1 + self.frequency(stem)))

    def _scores(self, tokens: Sequence[str]) -> NDArray[np.float32]:
        """Return the BM25 score of every row (0 where no word of the search stands)."""
        import numpy as np

        if self._bm25 is None:
            return np.zeros(0, dtype=np.float32)
        return bm25.scores(self._bm25, tokens)


def _largest(scores: NDArray[np.float32], limit: int) -> NDArray[np.intp]:
    """Return where the largest scores stand, those as large as the last of them included."""
    import numpy as np

    if len(scores) <= limit:
        return np.arange(len(scores))
    last = float(np.partition(scores, len(scores) - limit)[len(scores) - limit])
    # Of equal scores the first documents count: cutting happens after they are in order.
    return np.flatnonzero(scores >= last if last > 0 else scores > 0)


def search_text(passage: Passage) -> str:
    """Return the text lexical search looks at: the headings, what introduces it, the passage."""
    return "\n".join((*passage.heading, passage.citation, passage.lead, passage.text))


def _keep(folder: Path, keys: list[int], made: Any) -> None:
    """Write the index beside its place and move it there whole; sweep away older ones."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(prefix=MAKING, dir=folder.parent))
    try:
        if made is not None:
            made.save(making, show_progress=False)
        (making / KEYS).write_text(json.dumps(keys), "utf-8")
        if folder.exists():
            shutil.rmtree(folder, ignore_errors=True)
        try:
            making.rename(folder)
        except OSError:
            if not (folder / KEYS).exists():
                raise
            # Another process made the same index first; this one keeps its own in memory.
    finally:
        shutil.rmtree(making, ignore_errors=True)
    for old in folder.parent.iterdir():
        if old != folder and not _in_the_making(old):
            shutil.rmtree(old, ignore_errors=True)


def _in_the_making(folder: Path) -> bool:
    """Return whether another process may still be writing this folder."""
    if not folder.name.startswith(MAKING):
        return False
    try:
        return time.time() - folder.stat().st_mtime < LONGEST_MAKING
    except OSError:
        return False
