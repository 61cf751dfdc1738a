"""A short message made whole by what is said like it: "how fast?" after a wage job's forum.

``data/after`` holds, for the topics a turn may have been about, whole questions and what people
say in passing who mean them. A message is compared by meaning with the middle of what is said for
each, so that nobody needs to say it in the words that stand there.
"""

from __future__ import annotations

import hashlib
import io
import json
import tomllib
import zipfile
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assistant.chat.reading.exact import general
from assistant.chat.reading.turns.together import without_lead_in
from index.documents.files import replace_file
from index.record.embedding import signature

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from index.record.embedding import Embedder

_FOLDER = Path(__file__).resolve().parents[2] / "data" / "after"
MEANT: Final = _FOLDER.with_name("remarks.npz")
"""The middles of what is said, made by ``make asks``."""
WHOLE = 2.0
"""How much the whole question counts in its middle beside each thing said."""
SHARPNESS = 17.0
"""How quickly what is less like a message than the likest becomes unlikely to be meant."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A whole question with what is said in passing after some topics by those who mean it."""

    whole: str
    said: tuple[str, ...]
    topics: frozenset[str]


def remarks() -> tuple[Remark, ...]:
    """Return every whole question with what is said for it."""
    found = []
    for path in _files():
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        topics = frozenset(data["topics"])
        found += [Remark(one["whole"], tuple(one["said"]), topics) for one in data["meant"]]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Middles:
    """The whole questions, after which topics each is meant, and a row for each."""

    wholes: tuple[str, ...]
    topics: tuple[frozenset[str], ...]
    rows: NDArray[np.float32]


@dataclass(slots=True)
class Remarks:
    """The whole questions with their middles, made once for a conversation."""

    embedder: Embedder
    _middles: _Middles | None = field(default=None)

    def meant(self, vector: Sequence[float], topics: Collection[str]) -> list[tuple[str, float]]:
        """Return the whole questions a message may mean, each with its share, the likest first.

        Args:
            vector: The message's vector.
            topics: What was spoken of; only what is said after one of these counts.

        Returns:
            Shares that add up to 1; nothing when nothing is said after those topics.
        """
        import numpy as np

        if self._middles is None:
            self._middles = _kept(signature(self.embedder)) or self._made()
        known = self._middles
        places = [n for n, after in enumerate(known.topics) if not after.isdisjoint(topics)]
        if not places:
            return []
        asked = np.asarray(vector, dtype=np.float32)
        likeness = known.rows[places] @ (asked / (np.linalg.norm(asked) or 1.0))
        shares = np.exp(SHARPNESS * (likeness - likeness.max()))
        found: dict[str, float] = {}
        for place, share in zip(places, shares / shares.sum(), strict=True):
            # The same may be said after several topics.
            whole = known.wholes[place]
            found[whole] = found.get(whole, 0.0) + float(share)
        return sorted(found.items(), key=lambda one: -one[1])

    def write(self) -> int:
        """Keep the middles with the program; return how many there are."""
        import numpy as np

        out, made = io.BytesIO(), self._made()
        told = [[w, sorted(after)] for w, after in zip(made.wholes, made.topics, strict=True)]
        np.savez_compressed(
            out,
            signature=np.array(signature(self.embedder)),
            digest=np.array(_digest()),
            told=np.array(json.dumps(told)),
            rows=made.rows.astype(np.float16),
        )
        replace_file(MEANT, out.getvalue())
        return len(made.wholes)

    def _made(self) -> _Middles:
        import numpy as np

        rows, known = [], remarks()
        for one in known:
            said = [general(one.whole), *(without_lead_in(general(said)) for said in one.said)]
            vectors = np.array(list(self.embedder.embed_passages(said)), dtype=np.float32)
            vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
            rows.append(middle(vectors))
        wholes, topics = zip(*((one.whole, one.topics) for one in known), strict=True)
        return _Middles(wholes, topics, np.stack(rows))


def middle(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the middle of unit vectors, of which the first is the whole question's."""
    import numpy as np

    total: NDArray[np.float32] = WHOLE * vectors[0] + vectors[1:].sum(0)
    return total / np.float32(np.linalg.norm(total))


def _files() -> list[Path]:
    return sorted(_FOLDER.glob("*.toml"))


def _digest() -> str:
    read = hashlib.sha256()
    for path in _files():
        read.update(path.read_bytes() + b"\x00")
    return read.hexdigest()


def _kept(made_by: str) -> _Middles | None:
    """Return the middles that come with the program; None where they are of something else."""
    import numpy as np

    try:
        with np.load(MEANT, allow_pickle=False) as data:
            if str(data["signature"]) != made_by or str(data["digest"]) != _digest():
                return None
            told = json.loads(str(data["told"]))
            return _Middles(
                tuple(whole for whole, _ in told),
                tuple(frozenset(after) for _, after in told),
                data["rows"].astype(np.float32),
            )
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        # A checkout in which they were not made yet: they are made for this conversation.
        return None
