"""Matching a search against the plain statements, and finding the passages they stand on.

A wording is compared with a search in both ways passages are: by its words and by its vector.
Only entries whose document is in the library, and whose anchor stands in a passage of it, take
part. Vectors of wordings are kept beside the library under the embedder's name, so that they are
made once; the folder can be deleted at any time.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import StorageError
from index.documents.files import replace_file
from index.language import bm25, glossary, words
from index.language.spelling import surface_words
from index.models import Passage, ProgressCallback
from index.statements import files
from index.statements.files import Entry
from index.statements.vectors import FOLDER, Embed, WordingVectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PLACES = "places-"
PLACES_VERSION = "2"
"""Changes when what is kept of the places does."""


LEAST_LIKE, FULLY_LIKE = 0.45, 0.9
"""The likeness at which a wording begins to count, and at which it counts fully. Wordings of one
thing in different words are mostly between 0.5 and 0.85 alike, of different things below 0.45."""

WORDS_SHARE = 0.4
"""How much the words a wording shares with a search count beside its likeness in meaning."""

DEPTH = 30
"""How many entries lead to their passages."""

PRIMARY = "introduction"
"""The source that prints the Primary Standard, whose levels every series standard builds on."""

SAME_LEVEL_SHARE = 0.85
"""How much what is said of a level of the Primary Standard counts for the same level of a series
standard that has no statements of its own."""

_OTHER_FACTORS = re.compile(r"\b(?:supervis|leader)", re.IGNORECASE)

_FOLD = words.FOLD_DASHES | str.maketrans(
    {
        **dict.fromkeys('\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f`\u00b4"', "'"),
        **words.LIGATURES,
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"),
    }
)


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """An entry whose passage is in the library, by the passage's key."""

    entry: Entry
    key: int


def place(
    passages: Mapping[int, Passage], entries: Sequence[Entry] | None = None
) -> list[PlacedEntry]:
    """Find the passage each entry leads to; entries without one are left out.

    The anchor decides: of several passages of the document that hold it, the one nearest the
    page named counts, so that another printing of the same document is served too.
    """
    listed = files.entries() if entries is None else entries
    titles = {passage.document: plain(passage.title) for passage in passages.values()}
    own: dict[str, list[str]] = {
        source_key: [
            name for name, title in titles.items() if any(plain(m) in title for m in matches)
        ]
        for source_key, matches in {e.source.key: e.source.matches for e in listed}.items()
    }
    wanted = {name for names in own.values() for name in names}
    texts: dict[str, list[tuple[int, str]]] = defaultdict(list)
    cited: dict[str, list[int]] = defaultdict(list)
    for key, passage in passages.items():
        if passage.citation:
            cited[passage.citation].append(key)
        elif passage.document in wanted:
            texts[passage.document].append((key, plain(passage.text)))
    found = []
    for entry in listed:
        anchor = plain(entry.anchor)
        if entry.section:
            # The law is cited the same in every copy of it.
            found += [
                PlacedEntry(entry, key)
                for key in cited[entry.section]
                if anchor in plain(passages[key].text)
            ]
            continue
        for name in own[entry.source.key]:
            holding = [key for key, text in texts[name] if anchor in text]
            if holding:
                nearest = min(holding, key=lambda key: _distance(passages[key], entry))
                found.append(PlacedEntry(entry, nearest))
    return found


def same_levels(
    placed: Sequence[PlacedEntry], passages: Mapping[int, Passage]
) -> dict[str, tuple[int, ...]]:
    """Return the passages of series standards that describe a level, by the level.

    Standards whose own levels have statements are left out, and those of other factors than the
    Primary Standard's nine.
    """
    served = {passages[one.key].document for one in placed if one.entry.level}
    found: dict[str, list[int]] = defaultdict(list)
    for key, passage in passages.items():
        described = passage.kind == "standard" and passage.stance == "standard"
        if (
            described
            and passage.level
            and passage.document not in served
            and not _OTHER_FACTORS.search(passage.title)
        ):
            found[passage.level].append(key)
    return {level: tuple(keys) for level, keys in found.items()}


def plain(text: str) -> str:
    """Return a text in which printings of the same words are the same; hyphens are left out."""
    return " ".join(text.translate(_FOLD).casefold().replace("-\n", "").replace("-", "").split())


def _distance(passage: Passage, entry: Entry) -> tuple[int, int]:
    """Return how far a passage's page is from the one an entry names; a passage may run over."""
    if entry.paragraph is not None and passage.paragraph is not None:
        return abs(passage.paragraph - entry.paragraph), passage.start
    if passage.page == entry.page:
        return 0, passage.start
    both = (passage.page or "", entry.page or "")
    if all(page.isdecimal() for page in both):
        return 1 + abs(int(both[0]) - int(both[1])), passage.start
    return 1000, passage.start


EntryLead = tuple[int, tuple[str, ...], tuple[int, ...]]
"""A passage's key, what one entry says of it, and the passages that describe the same level."""


@dataclass(frozen=True, slots=True)
class FoundPlaces:
    """What is found once for a library and the statements.

    ``led`` is where the entries lead; ``surface`` how people and the field write each stemmed
    word, wherever the entries lead; ``words`` the stemmed words of every wording in turn.
    """

    led: list[EntryLead]
    surface: dict[str, str]
    words: list[list[str]]


def _kept(home: Path, version: str, passages: Mapping[int, Passage]) -> FoundPlaces:
    """Return what is kept for this very library and these statements, or find it now.

    Reading the entries and looking for their anchors takes most of a second; what was found is
    kept in a file named for the passages and the entries it was found from.
    """
    digest = hashlib.sha256(
        f"{version} {files.fingerprint()} {words.VERSION} {PLACES_VERSION}".encode()
    ).hexdigest()[:16]
    path = home / FOLDER / f"{PLACES}{digest}.json"
    try:
        known = json.loads(path.read_text("utf-8"))
        led = [(int(key), tuple(says), tuple(also)) for key, says, also in known["led"]]
        if all(key in passages for key, _, _ in led):
            return FoundPlaces(led, dict(known["surface"]), list(known["words"]))
    except (OSError, ValueError, TypeError, KeyError):
        # Not found yet, or damaged: found now.
        pass
    says = (said for entry in files.entries() for said in entry.says)
    placed = place(passages)
    described = same_levels(placed, passages)
    found = FoundPlaces(
        led=[
            (
                one.key,
                one.entry.says,
                described.get(one.entry.level or "", ()) if one.entry.source.key == PRIMARY else (),
            )
            for one in placed
        ],
        surface=surface_words(chain(says, glossary.TERMS.values())),
        words=[words.words(said) for one in placed for said in one.entry.says],
    )
    data = json.dumps(asdict(found)).encode()
    # On a full disk or in a folder that is only read, what was found serves from memory.
    with contextlib.suppress(StorageError, OSError):
        replace_file(path, data, what="what the statements lead to", private=True)
        for old in path.parent.glob(f"{PLACES}*.json"):
            if old != path:
                old.unlink(missing_ok=True)
    return found


class Statements:
    """The entries that lead somewhere in one library, with what searches their wordings."""

    def __init__(
        self,
        led: Sequence[EntryLead],
        vectors: NDArray[np.float32],
        surface: Mapping[str, str] | None = None,
        stemmed: list[list[str]] | None = None,
    ) -> None:
        self.surface = surface or {}
        self._keys = [key for key, _, _ in led]
        self._also = [also for _, _, also in led]
        self._says = [said for _, says, _ in led for said in says]
        self._owner = [number for number, (_, says, _) in enumerate(led) for _ in says]
        self._vectors = vectors
        self._stemmed = stemmed
        self._bm25: Any = None

    @classmethod
    def load(
        cls,
        home: Path,
        *,
        signature: str,
        version: str,
        passages: Mapping[int, Passage],
        embed: Embed,
        progress: ProgressCallback,
    ) -> Statements:
        """Return the statements of a library, embedding the wordings that have no vector yet.

        Args:
            home: The data folder.
            signature: Names the embedder.
            version: The store's version with these passages.
            passages: Every passage by key.
            embed: Makes vectors.
            progress: Called with how many of the wordings without a vector are embedded, and of
                how many; not at all when none is.
        """
        kept = _kept(home, version, passages)
        says = [said for _, own, _ in kept.led for said in own]
        vectors = WordingVectors(home, signature).vectors(says, embed, progress)
        return cls(kept.led, vectors, kept.surface, kept.words)

    def wordings(self) -> list[str]:
        """Return the wordings that take part."""
        return list(self._says)

    def likeness(self, vector: Sequence[float]) -> NDArray[np.float32]:
        """Return how like in meaning a search is to each wording, -1 to 1; empty without any."""
        import numpy as np

        if not self._keys:
            return np.zeros(0, dtype=np.float32)
        asked = np.asarray(vector, dtype=np.float32)
        found: NDArray[np.float32] = self._vectors @ (asked / (np.linalg.norm(asked) or 1.0))
        return found

    def search(self, tokens: Sequence[str], likeness: NDArray[np.float32]) -> dict[int, float]:
        """Return the passages that entries like a search lead to, with a share of 0..1.

        Args:
            tokens: The search's words, as :func:`index.language.words.words` gives them.
            likeness: What :meth:`likeness` gives for the search.
        """
        import numpy as np

        if not self._keys:
            return {}
        share = np.clip((likeness - LEAST_LIKE) / (FULLY_LIKE - LEAST_LIKE), 0.0, 1.0)
        score = (1 - WORDS_SHARE) * share + WORDS_SHARE * self._words(tokens)
        best: dict[int, float] = {}
        order = np.argsort(-score, kind="stable")
        seen: set[int] = set()
        for row in order:
            owner = self._owner[int(row)]
            if owner in seen:
                continue
            seen.add(owner)
            value = float(score[row])
            if value <= 0 or len(seen) > DEPTH:
                break
            key = self._keys[owner]
            best[key] = max(best.get(key, 0.0), value)
            for other in self._also[owner]:
                best[other] = max(best.get(other, 0.0), SAME_LEVEL_SHARE * value)
        return best

    def led(self) -> set[int]:
        """Return the keys of the passages that some entry leads to."""
        return set(self._keys)

    def _words(self, tokens: Sequence[str]) -> NDArray[np.float32]:
        """Return how much of a search's words, by their rarity, each wording holds, 0..1."""
        import numpy as np

        if self._bm25 is None:
            self._bm25 = bm25.index(self._says, k1=0.5, b=0.3, stemmed=self._stemmed)
        scores = bm25.scores(self._bm25, dict.fromkeys(tokens))
        # What a wording with every word of the search would have, words nobody says included.
        rarest = np.log1p(len(self._says))
        full = len(set(tokens)) * rarest * 0.6
        shares: NDArray[np.float32] = np.clip(scores / max(full, 1e-6), 0.0, 1.0)
        return shares
