"""The vectors of passages as a search reads them: one file, mapped into memory.

Chroma keeps the vectors; opening it takes most of a second and a hundred megabytes, which one
question does not earn back. What a search needs is therefore copied from it into one file a
state of the library, whenever that state has changed. Every vector is compared with a search,
so what is found is exact. The file can be deleted at any time: it is made again from Chroma.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from core.errors import StorageError
from index.documents.files import replace_file

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FOLDER = "nearest"
SCAN = 800
"""How many of the nearest vectors a search weighs."""

WHOLE_SHARE = 0.3
"""How much the likeness of a whole passage counts beside that of its likest part."""

ONLY, WHOLE = -1, 0
"""What a row is of: a passage of one part, the whole of one of several; else the part's number."""


class Nearest:
    """The vectors of one state of a library, of length one, with the passages' keys."""

    def __init__(self, rows: NDArray[Any]) -> None:
        self.rows = rows
        self._firsts: dict[int, int] | None = None

    @classmethod
    def of(cls, keys: Sequence[int], parts: Sequence[int], vectors: NDArray[np.float32]) -> Self:
        """Return the vectors given, in the order of keys and parts.

        Args:
            keys: The key of the passage each vector is of.
            parts: What of it: :data:`ONLY`, :data:`WHOLE` or the number of the part.
            vectors: The vectors, of any length.
        """
        import numpy as np

        order = np.lexsort((np.array(parts, dtype=np.int32), np.array(keys, dtype=np.int64)))
        rows = np.empty(
            len(keys),
            dtype=[("key", "<i8"), ("part", "<i4"), ("vector", "<f4", (vectors.shape[1],))],
        )
        lengths = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
        rows["key"] = np.array(keys, dtype=np.int64)[order]
        rows["part"] = np.array(parts, dtype=np.int32)[order]
        rows["vector"] = (vectors / lengths)[order]
        return cls(rows)

    # --- the file ------------------------------------------------------------------------

    @classmethod
    def read(cls, home: Path, collection: str, state: str) -> Self | None:
        """Return what is kept for this very state; None when nothing is, or it is damaged."""
        return cls._mapped(_file(home, collection, state))

    @classmethod
    def latest(cls, home: Path, collection: str) -> Self | None:
        """Return what is kept for the state before this one; None when nothing is.

        A key is never used twice, so that a former state's vectors are right for every passage
        they name, and lack those of passages that came since.
        """
        files = sorted((home / FOLDER).glob(f"{collection}-*.npy"), key=_changed, reverse=True)
        return next((found for file in files if (found := cls._mapped(file)) is not None), None)

    @classmethod
    def _mapped(cls, file: Path) -> Self | None:
        import numpy as np

        try:
            rows = np.load(file, mmap_mode="r", allow_pickle=False)
        except (OSError, ValueError, EOFError):
            return None
        return cls(rows) if rows.dtype.names == ("key", "part", "vector") else None

    def keep(self, home: Path, collection: str, state: str) -> None:
        """Keep the vectors for this state, and sweep away those of former ones.

        Raises:
            StorageError: when the file cannot be written.
        """
        import numpy as np

        data = io.BytesIO()
        np.save(data, self.rows, allow_pickle=False)
        file = _file(home, collection, state)
        replace_file(
            file,
            data.getvalue(),
            what="the copy of the vectors",
            hint="See that the disk has room; what was read is kept.",
            private=True,
        )
        for old in file.parent.iterdir():
            if old != file:
                try:
                    old.unlink(missing_ok=True)
                except OSError:
                    # Some systems keep a file that another process reads; swept the next time.
                    continue

    # --- searching -----------------------------------------------------------------------

    def search(
        self,
        vector: Sequence[float],
        *,
        limit: int,
        among: Mapping[int, int] | None = None,
        whole_share: float = WHOLE_SHARE,
    ) -> dict[int, float]:
        """Return the keys most like a search with their likeness (-1 to 1), best first.

        The likeness is the cosine similarity of the whole passage and of its likest part,
        weighed.

        Args:
            vector: The search as a vector.
            limit: How many keys at the most.
            among: When given, only these keys.
            whole_share: How much the whole counts beside the part, 0..1.

        Raises:
            StorageError: when the search's vector has another length than those kept.
        """
        import numpy as np

        if not len(self.rows):
            return {}
        scores = self.likeness(vector)
        looked_at = np.arange(len(scores))
        if among is not None:
            wanted = np.fromiter(among, dtype=np.int64, count=len(among))
            looked_at = np.flatnonzero(np.isin(self.rows["key"], wanted))
        order = looked_at[np.argsort(-scores[looked_at], kind="stable")[:SCAN]]
        whole: dict[int, float] = {}
        part: dict[int, float] = {}
        keys, parts = self.rows["key"][order].tolist(), self.rows["part"][order].tolist()
        for key, which, score in zip(keys, parts, scores[order].tolist(), strict=True):
            if which in (WHOLE, ONLY):
                whole[key] = score
            if which != WHOLE:
                part[key] = max(part.get(key, -1.0), score)
        # What is not among the nearest is at most as like as the last of them.
        rest = float(scores[order[-1]]) if len(order) else 0.0
        likeness = {
            key: whole_share * whole.get(key, rest) + (1 - whole_share) * part.get(key, rest)
            for key in whole.keys() | part.keys()
        }
        best = sorted((-round(value, 6), key) for key, value in likeness.items())
        return {key: -negative for negative, key in best[:limit]}

    def likeness(self, vector: Sequence[float]) -> NDArray[np.float32]:
        """Return how like in meaning a text is to each row, -1 to 1.

        Raises:
            StorageError: when its vector has another length than those kept.
        """
        import numpy as np

        rows = self.rows["vector"]
        if rows.shape[1] != len(vector):
            raise StorageError(
                f"the vectors have {rows.shape[1]} numbers each, that of a search {len(vector)}",
                where=FOLDER,
                hint="Set FES_EMBEDDER back, or make them again with: fes index rebuild.",
            )
        asked = np.asarray(vector, dtype=np.float32)
        found: NDArray[np.float32] = rows @ (asked / max(float(np.linalg.norm(asked)), 1e-12))
        return found

    def parts(self, key: int, likeness: NDArray[np.float32]) -> list[float]:
        """Return the likeness of a passage's parts in their order; none when it has no vectors.

        Args:
            key: The passage's key.
            likeness: What :meth:`likeness` gives for the text compared.
        """
        import numpy as np

        keys = self.rows["key"]
        if self._firsts is None:
            unique, first = np.unique(keys, return_index=True)
            self._firsts = dict(zip(unique.tolist(), first.tolist(), strict=True))
        at = self._firsts.get(key)
        if at is None:
            return []
        end = at
        while end < len(keys) and int(keys[end]) == key:
            end += 1
        own: list[float] = likeness[at:end].tolist()
        return own[1:] if int(self.rows["part"][at]) == WHOLE else own

    def counts(self) -> dict[int, int]:
        """Return how many vectors each key has."""
        import numpy as np

        keys, counts = np.unique(self.rows["key"], return_counts=True)
        return dict(zip(keys.tolist(), counts.tolist(), strict=True))

    def same_as(self, other: Nearest) -> bool:
        """Return whether both hold the same vectors, but for the last bits of a number."""
        import numpy as np

        mine, theirs = self.rows, other.rows
        return bool(
            mine.shape == theirs.shape
            and mine["vector"].shape == theirs["vector"].shape
            and np.array_equal(mine["key"], theirs["key"])
            and np.array_equal(mine["part"], theirs["part"])
            and np.allclose(mine["vector"], theirs["vector"], atol=1e-5)
        )


def _file(home: Path, collection: str, state: str) -> Path:
    return home / FOLDER / f"{collection}-{state}.npy"


def _changed(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0
