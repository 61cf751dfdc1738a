"""The vectors of the statements' wordings.

Those of the built-in embedder come with the program, made by ``make statements``, a byte a number:
a wording that is not among them, and every wording under another embedder, is embedded once and
kept in the data folder, which can be deleted at any time.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import StorageError
from index.documents.files import replace_file
from index.models import ProgressCallback
from index.statements import files

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FOLDER = "bridge"
"""The folder of the library they are kept in."""

SHIPPED = files.FOLDER / "vectors.npz"
PART = 512
"""Rows compared at a time: of many more the product is shared out among threads, which takes more
time than it saves."""
SCALE = 127
"""A number of a unit vector, -1 to 1, as a signed byte."""

Embed = Callable[[Sequence[str]], Iterable[Sequence[float]]]


class WordingVectors:
    """The vectors of wordings by the wordings' words, of one embedder."""

    def __init__(self, home: Path, signature: str, shipped: Path = SHIPPED) -> None:
        name = hashlib.sha256(signature.encode()).hexdigest()[:16]
        self.path = home / FOLDER / f"{name}.npz"
        self._signature = signature
        self._shipped = shipped

    def vectors(
        self, says: Sequence[str], embed: Embed, progress: ProgressCallback
    ) -> NDArray[np.float32]:
        """Return a row a wording, making and keeping those that are not there yet."""
        return unit_rows(self.rows(says, embed, progress))

    def rows(
        self, says: Sequence[str], embed: Embed, progress: ProgressCallback
    ) -> NDArray[np.int8] | NDArray[np.float32]:
        """Return a row a wording as it ships, a byte a number, or else as :meth:`vectors` does."""
        names = [name_of(said) for said in says]
        places, shipped = _shipped_rows(self._shipped, self._signature) if says else ({}, None)
        if shipped is not None and all(name in places for name in names):
            found: NDArray[np.int8] = shipped[[places[name] for name in names]]
            return found
        return self._made(says, names, embed, progress)

    def _made(
        self,
        says: Sequence[str],
        names: Sequence[str],
        embed: Embed,
        progress: ProgressCallback,
    ) -> NDArray[np.float32]:
        import numpy as np

        known = read_shipped(self._shipped, self._signature) if says else {}
        if any(name not in known for name in names):
            kept = self._read()
            missing = {
                n: s for n, s in zip(names, says, strict=True) if n not in known and n not in kept
            }
            if missing:
                progress(0, len(missing))
                made = embed(list(missing.values()))
                for done, (name, vector) in enumerate(zip(missing, made, strict=True), start=1):
                    kept[name] = np.asarray(vector, dtype=np.float32)
                    progress(done, len(missing))
                # On a full disk or in a folder that is only read, they serve from memory.
                with contextlib.suppress(StorageError):
                    self._write(kept)
            known = {**kept, **known}
        if not names:
            return np.zeros((0, 1), dtype=np.float32)
        return np.stack([known[name] for name in names])

    def _read(self) -> dict[str, NDArray[np.float32]]:
        import numpy as np

        try:
            with np.load(self.path, allow_pickle=False) as data:
                rows = data["vectors"]
                return {str(n): rows[i] for i, n in enumerate(data["names"])}
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            # Not made yet, or damaged: made again.
            return {}

    def _write(self, kept: Mapping[str, NDArray[np.float32]]) -> None:
        import numpy as np

        data = io.BytesIO()
        np.savez(data, names=np.array(list(kept)), vectors=np.stack(list(kept.values())))
        replace_file(self.path, data.getvalue(), what="the vectors of statements", private=True)


def name_of(said: str) -> str:
    """Return the name under which a wording's vector is kept."""
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def read_shipped(path: Path, signature: str) -> dict[str, NDArray[np.float32]]:
    """Return the vectors that come with the program; none for another embedder.

    Raises:
        StorageError: when the file is there and cannot be read.
    """
    places, rows = _shipped_rows(path, signature)
    if rows is None:
        return {}
    unit = unit_rows(rows)
    return {name: unit[place] for name, place in places.items()}


class UnitProducts:
    """The products of rows, at length 1, with a vector, a part of the rows at a time.

    A single question is answered from the rows as they are kept, a byte a number: as numbers of
    four bytes they would take more memory than one question should. From the second question on
    they are kept so, which takes a fifth of the time.

    Args:
        rows: The rows, of any length.
    """

    def __init__(self, rows: NDArray[np.int8] | NDArray[np.float32]) -> None:
        self._rows = rows
        self._parts: list[tuple[NDArray[np.float32], NDArray[np.float32]]] = []
        self._asked = False

    def of(self, asked: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the product of each row with a vector.

        Args:
            asked: A vector, or several as the columns of a matrix, whose products are columns then.
        """
        import numpy as np

        if self._asked and not self._parts:
            self._parts = list(self._measured())
        self._asked = True
        products = [
            ((part @ asked).T / lengths).T for part, lengths in self._parts or self._measured()
        ]
        if not products:
            return np.zeros((0, *asked.shape[1:]), dtype=np.float32)
        return np.concatenate(products)

    def _measured(self) -> Iterator[tuple[NDArray[np.float32], NDArray[np.float32]]]:
        """Yield the rows as numbers of four bytes, part by part, with their lengths."""
        import numpy as np

        for start in range(0, len(self._rows), PART):
            part = self._rows[start : start + PART].astype(np.float32)
            yield part, _lengths(part)


def unit_rows(rows: NDArray[np.int8] | NDArray[np.float32]) -> NDArray[np.float32]:
    """Return rows at length 1."""
    import numpy as np

    unit = rows.astype(np.float32)
    unit /= _lengths(unit)[:, None]
    return unit


def _lengths(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the length of each row, measured row by row: a copy of them all would take longer."""
    import numpy as np

    squares: NDArray[np.float32] = np.einsum("ij,ij->i", rows, rows)
    return np.maximum(np.sqrt(squares), np.float32(1e-6))


def _shipped_rows(path: Path, signature: str) -> tuple[dict[str, int], NDArray[np.int8] | None]:
    """Return the vectors that come with the program as rows, with the row of each name.

    Raises:
        StorageError: when the file is there and cannot be read.
    """
    import numpy as np

    try:
        with np.load(path, allow_pickle=False) as data:
            if str(data["signature"]) != signature:
                return {}, None
            names = data["names"]
            each, whole = names.shape[1] * 2, names.tobytes().hex()
            return {whole[n * each :][:each]: n for n in range(len(names))}, data["rows"]
    except FileNotFoundError:
        # A checkout whose vectors were not made: they are embedded when first needed.
        return {}, None
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise StorageError(
            f"the vectors that come with the program cannot be read ({error})",
            where=path.name,
            hint="Install fes again.",
        ) from error


def write_shipped(path: Path, signature: str, says: Sequence[str], embed: Embed) -> int:
    """Write the file of vectors that comes with the program; only new wordings are embedded.

    Returns:
        How many vectors it has.
    """
    import numpy as np

    by_name = {name_of(said): said for said in says}
    names = sorted(by_name)
    places: dict[str, int] = {}
    held: NDArray[np.int8] | None = None
    # A damaged file is made anew, whole.
    with contextlib.suppress(StorageError):
        places, held = _shipped_rows(path, signature)
    known = {} if held is None else {name: held[place] for name, place in places.items()}
    new = [name for name in names if name not in known]
    for name, made in zip(new, embed([by_name[name] for name in new]), strict=True):
        row = np.asarray(made, dtype=np.float32)
        known[name] = np.round(row / np.linalg.norm(row) * SCALE).astype(np.int8)
    data = io.BytesIO()
    # Bytes that look drawn by chance shrink by a third, and every question would unpack them.
    np.savez(
        data,
        signature=np.array(signature),
        names=np.array([list(bytes.fromhex(name)) for name in names], dtype=np.uint8),
        rows=np.stack([known[name] for name in names]),
    )
    replace_file(path, data.getvalue())
    return len(names)
