"""Questions no topic answers: the nearest of our statements of the rules, with what they rest on.

A statement is our own plain sentence of one rule and names the place of the passage that bears
it, so it can lead an answer. It is always labelled as ours.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import documents
from assistant.chat.model import Answer, Question, Words
from assistant.chat.reading.exact import read
from assistant.chat.reading.weights import terms
from core.model import Citation
from index.documents.files import own_folder, replace_file
from index.statements import files
from index.statements.vectors import FOLDER, UnitProducts, WordingVectors

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from index.record.embedding import Embedder

MOST = 3
FAINT = 0.5
"""Likeness in meaning below which a statement is not about the question."""
NEAR_BEST = 0.8
TRIED = 12
"""How many of the nearest statements are looked at."""
_READ = 2048
"""Statements whose levels, grades and points are kept as read."""
DECISIONS = frozenset({"c-0080-11-02"})
LIST_OF_SERIES = "occupational-handbook"
_CODE = re.compile(r"\b(\d{4}) series\b")
_OF_DECISION = re.compile(
    r"\b(?:decisions?|decided|ruled?|ruling|opm (?:found|said|held|refused|credited)|appellants?|"
    r"he|she|his|her|the (?:man|woman|guy|specialist|employee)|refused|credited|border patrol)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|must|may|can|cannot|should|will|has|have|does|do|needs?|belongs?|counts?|"
    r"goes|go|falls?|takes?|gets?|makes?|means?|decides?|says?)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(?:how|what|where|when|why|who|points|typical|list) ", re.IGNORECASE)
CLEARLY = 0.1
"""How much nearer another sentence of a statement must be to be said in place of the first."""
ALIKE, SAME = 0.72, 0.85
"""Likeness in meaning from which a statement is meant whatever its words are, and where the
message has no word of its own."""
IN_COMMON = 0.3
"""Share of a message's own words that a statement must have, where it is less alike."""
_EVERYWHERE = frozenset(
    stem
    for line in (
        "level grade agency position job work factor standard gs points point appeal opm employee",
        "classification what which how when where who why can could would should may might must",
        "will not no never only just one two three all any some more most much many other another",
        "same",
        "have has had get got make made take taken give gave go going want need say said tell told",
        "than then there here now but about if because since also too very really still even ever",
        "us she him hers ours out up down off over under again back away before after between",
        "thing things way ways case question kind sort lot bit new good bad right wrong true time",
    )
    for stem in terms(line)
)
"""Words that stand in rules of any matter, and words that name none."""
WORDS = 0.25
"""How much the words a statement shares with a question count beside its meaning."""


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: our sentence, the ways it is asked, and the place that bears it."""

    text: str
    source: str
    page: str
    anchor: str
    says: tuple[str, ...]
    level: str

    def words(self) -> Words:
        named = documents()[self.source]
        cited = Citation(document=named.title, edition=named.edition, page=self.page)
        return Words(ours=self.text, citation=cited, source=self.source, anchor=self.anchor)


@dataclass(frozen=True, slots=True)
class Near:
    """A statement with how near a question is to it."""

    said: Said
    score: float
    likeness: float


class Statements:
    """All statements with their vectors, read once."""

    def __init__(self, home: Path, embedder: Embedder) -> None:
        from index.record.embedding import signature

        self._said = _kept(home)
        self._owner = [n for n, one in enumerate(self._said) for _ in one.says]
        says = [text for one in self._said for text in one.says]
        self._says = says
        self._row = {text: row for row, text in enumerate(says)}
        rows = WordingVectors(home, signature(embedder)).rows(
            says, embedder.embed_passages, lambda _done, _total: None
        )
        self._products = UnitProducts(rows)
        self._last: tuple[bytes, NDArray[np.float32]] | None = None

    def nearest(
        self, question: Question, vector: Sequence[float], most: int = MOST, *, source: str = ""
    ) -> list[Near]:
        """Return the statements nearest to a question, each once, the nearest first.

        With ``source`` only those of that document count, such as a decision that is named.
        """
        import numpy as np

        asked = np.asarray(vector, dtype=np.float32)
        asked /= np.linalg.norm(asked) or 1.0
        cosines = self._cosines(asked)
        own = set(terms(question.message))
        found: dict[int, Near] = {}
        weigh = dict.fromkeys(own, 1.0)
        if source:
            cosines = np.where(self._of(source), cosines, -1.0)
            weigh = self._rarity(source, own)
        every = sum(weigh.values()) or 1.0
        best = np.argpartition(-cosines, min(60, len(cosines) - 1))[:60]
        for row in best[np.argsort(-cosines[best])]:
            number, cosine = self._owner[int(row)], float(cosines[row])
            both = own & set(terms(self._says[int(row)]))
            shared = sum(weigh[word] for word in both) / every
            score = cosine + WORDS * shared
            if number not in found or score > found[number].score:
                found[number] = Near(self._said[number], score, cosine)
        near = sorted(found.values(), key=lambda n: -n.score)
        if source:
            near = [one for one in near if one.said.source == source][:most]
        else:
            near = [one for one in near[:TRIED] if _of_its_matter(one, question)][:most]
        return [self._to_the_point(one, question, cosines, own) for one in near]

    def _cosines(self, asked: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return how alike each wording is; what answers is mostly asked for, then what is also."""
        if self._last is None or self._last[0] != asked.tobytes():
            self._last = asked.tobytes(), self._products.of(asked)
        return self._last[1]

    def _to_the_point(
        self, one: Near, question: Question, likeness: NDArray[np.float32], own: set[str]
    ) -> Near:
        """Return a statement in that of its sentences which comes nearest to the question."""

        def score(text: str) -> float:
            return float(likeness[self._row[text]]) + WORDS * len(own & set(terms(text))) / (
                len(own) or 1
            )

        sentences = [text for text in one.said.says if _is_sentence(text)]
        best = max(sentences, key=score, default=one.said.text)
        if best == one.said.text or score(best) < score(one.said.text) + CLEARLY:
            return one
        told = replace(one.said, text=best)
        return replace(one, said=told) if _fits(told, question) else one

    def _rarity(self, source: str, words: set[str]) -> dict[str, float]:
        """Return how much each word tells among a document's statements: the rarer the more."""
        texts = [set(terms(" ".join(s.says))) for s in self._said if s.source == source]
        return {
            word: math.log((1 + len(texts)) / (1 + sum(word in text for text in texts)))
            for word in words
        }

    def _of(self, source: str) -> NDArray[np.bool_]:
        """Return which ways of asking belong to a document's statements."""
        import numpy as np

        return np.array([self._said[number].source == source for number in self._owner])


def _is_sentence(text: str) -> bool:
    """Tell a sentence from a question and from a heading such as "contents of Part II"."""
    heading = _HEADING.match(text) is not None or ": " in text
    return text.endswith(".") and not heading and _VERB.search(text) is not None


def _fits(said: Said, question: Question) -> bool:
    """Tell whether a statement can be about a question, by what both name exactly.

    What a decision found of one person's position is no rule, and a statement on another level,
    grade or total than the one named is beside the point.
    """
    if documents()[said.source].key in DECISIONS and not _OF_DECISION.search(question.message):
        return False
    named = _named(said.text)
    for slot in ("levels", "grades", "points", "series", "factors"):
        own, theirs = getattr(question, slot), getattr(named, slot)
        if own and theirs and set(own).isdisjoint(theirs):
            return False
    return True


@lru_cache(maxsize=_READ)
def _named(text: str) -> Question:
    return read(text)


@cache
def _by_series(home: Path) -> dict[str, Said]:
    """Return the first statement of the list of series that says what each series is for."""
    found: dict[str, Said] = {}
    for one in _kept(home):
        if one.source == LIST_OF_SERIES:
            for code in _CODE.findall(one.text):
                found.setdefault(code, one)
    return found


def of_series(code: str, home: Path) -> Said | None:
    """Return our statement of what a series is for; None when there is none."""
    return _by_series(home).get(code)


def of_refusal(decision: str, level: str, home: Path) -> Said | None:
    """Return our statement of why a decision refused a level; None when there is none."""
    own = (s for s in _kept(home) if s.source == decision.lower() and s.level == level)
    return next((one for one in own if one.text.startswith(f"{level} was refused")), None)


def _kept(home: Path) -> list[Said]:
    """Return the statements from a file kept beside the library, or read them now.

    Reading the files as written takes most of a second, which a single question should not.
    """
    path = home / FOLDER / f"said-{files.fingerprint()[:16]}.json"
    try:
        rows = json.loads(path.read_text("utf-8"))
        return [Said(t, s, p, a, tuple(says), level) for t, s, p, a, says, level in rows]
    except (OSError, ValueError, TypeError):
        # Not kept yet, or damaged: read now.
        pass
    found = [_said(entry) for entry in files.entries()]
    rows = [[s.text, s.source, s.page, s.anchor, list(s.says), s.level] for s in found]
    own_folder(path.parent)
    replace_file(path, json.dumps(rows).encode())
    return found


def _said(entry: files.Entry) -> Said:
    text = next((s for s in entry.says if not s.endswith("?")), entry.says[0])
    page = entry.page if entry.page is not None else entry.place()
    return Said(text, entry.source.key, page, entry.anchor, entry.says, entry.level or "")


def _of_its_matter(near: Near, question: Question) -> bool:
    """Tell whether a statement can be about a question, and shares a word that few rules have.

    What is alike in tone only, or in "level" and "agency" alone, is of another matter.
    """
    if not _fits(near.said, question):
        return False
    asked = {word for word in terms(question.message) if word.isalpha()} - _EVERYWHERE
    if not asked or near.likeness >= ALIKE:
        return near.likeness >= (ALIKE if asked else SAME)
    told = set(terms(" ".join((near.said.text, *near.said.says))))
    return len(asked & told) > len(asked) * IN_COMMON


def answer(near: Sequence[Near]) -> Answer | None:
    """Return the nearest statements as an answer, or None when none is about the question."""
    kept = [n for n in near if n.likeness >= FAINT and n.score >= NEAR_BEST * near[0].score]
    if not kept:
        return None
    also = "".join(f"\n- {n.said.text}" for n in kept[1:])
    lead = f"{kept[0].said.text} *(our words for the rule)*"
    return Answer(
        lead=f"{lead}\n{also}" if also else lead,
        words=tuple(n.said.words() for n in kept),
        levels=tuple(dict.fromkeys(n.said.level for n in kept[:1] if n.said.level)),
    )
