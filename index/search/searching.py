"""Searching the passages of one moment: retrievers, plain statements, filters and citations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from index.language import spelling, words
from index.models import Hit, Passage, Query
from index.record.embedding import part_spans
from index.record.held import Snapshot
from index.record.maintenance import Maintenance
from index.record.nearest import Nearest
from index.search import ranking as fusion
from index.search.absent import absent
from index.search.facets import Facets
from index.search.lacking import Absent
from index.search.lexical import Lexical, search_text
from index.search.query import Understood, understand
from index.statements.matching import Statements

COVERING = 5
"""How many of the passages found best by words are read to tell whether they answer a search."""

FEWEST_TOLD = 4
"""A search of fewer words may stand in a document that is of something else."""

FEW = 0.4
"""Where statements speak of a smaller share of a document's passages, the others are not the worse
for having none."""


@dataclass(frozen=True, slots=True)
class Searchable:
    """The passages of one moment with what searches them.

    ``is_current`` is false while the vectors are those of a moment before.
    """

    at: Snapshot
    maintenance: Maintenance
    lexical: Lexical
    nearest: Nearest
    is_current: bool
    statements: Statements
    facets: Facets
    without_statements: tuple[frozenset[int], frozenset[int]]

    @classmethod
    def load(cls, snapshot: Snapshot, maintenance: Maintenance) -> Self:
        """Return what searches these passages; what is kept of it on disk is read, not made.

        Raises:
            StorageError: when the indexes cannot be read or written.
        """
        statements = maintenance.statements(snapshot.version, snapshot.passages)
        nearest, is_current = maintenance.nearest(snapshot.state)
        return cls(
            at=snapshot,
            maintenance=maintenance,
            lexical=Lexical.load(maintenance.store.home, snapshot.version, snapshot.passages),
            nearest=nearest,
            is_current=is_current,
            statements=statements,
            facets=Facets(snapshot.passages, snapshot.decisions),
            without_statements=_without(statements, snapshot),
        )

    def renewed(self) -> Self:
        """Return this with the vectors of its own moment, once they can be had."""
        if self.is_current:
            return self
        nearest, is_current = self.maintenance.nearest(self.at.state)
        return replace(self, nearest=nearest, is_current=is_current)

    def without_vectors(self) -> int:
        """Return how many passages are found by their words alone, their vectors being made."""
        counts = self.nearest.counts()
        return sum(key not in counts for key in self.at.passages)

    def likeness_within(
        self, vector: Sequence[float], stretches: Sequence[tuple[str, int, int]]
    ) -> list[float]:
        """Return how like a text's vector is to stretches of passages (id, start, end)."""
        if not len(self.nearest.rows):
            return [0.0] * len(stretches)
        wanted = {id_ for id_, _, _ in stretches}
        rows = self.nearest.likeness(vector)
        parts: dict[str, list[tuple[int, int, float]]] = {}
        for key, passage in self.at.passages.items():
            if passage.id in wanted:
                spans = part_spans(passage.text) or [(0, len(passage.text))]
                own = self.nearest.parts(key, rows)
                parts[passage.id] = [
                    (start, end, like) for (start, end), like in zip(spans, own, strict=False)
                ]
        return [
            max(
                (like for a, b, like in parts.get(id_, ()) if a < end and start < b),
                default=0.0,
            )
            for id_, start, end in stretches
        ]

    def neighbours(self, key: int) -> list[int]:
        """Return the keys of the passages just before and after one, of the same document."""
        # A document's passages are written together, so their keys follow one another.
        own = self.at.passages[key].document
        return [
            near
            for near in (key - 1, key + 1)
            if (passage := self.at.passages.get(near)) is not None and passage.document == own
        ]

    def misspelt(self, text: str) -> dict[str, str]:
        """Return the words of a search that stand nowhere, with the words looked for instead."""
        return spelling.meant(text, self.lexical.frequency, self.statements.surface)

    def search(self, query: Query) -> list[Hit]:
        """Return the passages that answer a search best; none when none is relevant.

        Args:
            query: The search as asked.

        Raises:
            QueryError: when the search has no words or a filter's value is not possible.
            StorageError: when the vectors cannot be read.
        """
        search = self._understood(query)
        if not search.filters.document and (lacking := self._lacking(query, search)):
            instead = lacking[0].instead
            if len(lacking) > 1 or not instead or query.series:
                return []
            search = self._understood(query.model_copy(update={"document": instead}))
        passages = self.at.passages
        looked_at = self.facets.matching(search.filters)
        if not passages or (looked_at is not None and not looked_at):
            return []
        among = None if looked_at is None else {key: self.at.vectors[key] for key in looked_at}
        wanted = passages.keys() if looked_at is None else looked_at
        depth = max(fusion.DEPTH, search.k)
        lexical = self.lexical.search(search, limit=depth, among=among)
        vector = self.maintenance.embed_query(search.text, search.field_text)
        dense = self.nearest.search(vector, limit=depth, among=among)
        # A vector of a passage that is gone may be left by a killed or a running ingest.
        dense = {key: score for key, score in dense.items() if key in wanted}
        likeness = self.statements.likeness(vector)
        stated = self.statements.search(search.tokens, likeness)
        stated = {key: share for key, share in stated.items() if key in wanted}
        said = float(likeness.max()) if len(likeness) else None
        named = self.facets.cited(search.cited) & wanted if search.cited.any() else set()
        if not named and (
            search.cited.alone or not self._is_relevant(search, said, lexical, dense)
        ):
            return []
        ranked = self._ranked(search, lexical, dense, stated, named)
        if not search.cited.any():
            kindly = self._ranked(search, lexical, dense, stated, named, kindly=True)
            ranked = fusion.with_place_kept(ranked, kindly)
        return [
            Hit(rank=rank, score=round(score, 6), passage=passage)
            for rank, (score, passage) in enumerate(ranked, start=1)
        ]

    def _ranked(
        self,
        search: Understood,
        lexical: Mapping[int, float],
        dense: Mapping[int, float],
        stated: Mapping[int, float],
        named: Iterable[int],
        *,
        kindly: bool = False,
    ) -> list[tuple[float, Passage]]:
        """Return passages with their score, best first; kindly to those without statements."""
        shares = dict(stated)
        found = lexical.keys() | dense.keys()
        for unsaid, weight in zip(self.without_statements, (1.0, fusion.BETWEEN), strict=True):
            for key, share in fusion.unsaid(lexical, dense, found & unsaid, kindly=kindly).items():
                shares[key] = max(weight * share, shares.get(key, 0.0))
        fused = fusion.with_context(fusion.fuse(lexical, dense, shares), self.neighbours)
        for key in named:
            fused.setdefault(key, 0.0)
        return fusion.rank(fused, self.at.passages, search)

    def absent(self, query: Query) -> tuple[Absent, ...]:
        """Return what a search names that no document held is of.

        Raises:
            QueryError: when the search has no words or a filter's value is not possible.
        """
        if not self.at.passages or query.document:
            return ()
        return self._lacking(query, self._understood(query))

    def _lacking(self, query: Query, search: Understood) -> tuple[Absent, ...]:
        """Return what is not held; no subject that an unknown document has in so many words."""
        lacking = absent(query.query, search, self.facets)
        if not lacking or not all(one.subject for one in lacking):
            return lacking
        bare = {key: self.at.vectors[key] for key in self.without_statements[0]}
        found = self.lexical.search(search, limit=COVERING, among=bare)
        asked = set(search.tokens)
        told = (asked - set(words.words(search_text(self.at.passages[key]))) for key in found)
        in_words = len(asked) >= FEWEST_TOLD and any(len(missing) <= 1 for missing in told)
        return () if in_words else lacking

    def _understood(self, query: Query) -> Understood:
        """Return a search as read, with the words that are misspelt as they were meant."""
        search = understand(query, self.facets.titles)
        wrong = self.misspelt(search.text)
        if not wrong:
            return search
        text = spelling.TYPED.sub(lambda word: wrong.get(words.fold(word[0]), word[0]), query.query)
        return understand(query.model_copy(update={"query": text}), self.facets.titles)

    def _is_relevant(
        self,
        search: Understood,
        said: float | None,
        lexical: Mapping[int, float],
        dense: Mapping[int, float],
    ) -> bool:
        # Who looks within one level or document is shown what is there.
        if search.filters.document or search.filters.level or search.filters.factor:
            return True
        best = sorted(lexical, key=lambda key: -lexical[key])[:COVERING]
        return fusion.is_relevant(
            likeness=max(dense.values(), default=-1.0),
            unlike=self.maintenance.unlike(),
            said=said,
            tokens=search.tokens,
            best=(words.words(search_text(self.at.passages[key])) for key in best),
            rarity=self.lexical.rarity,
        )


def _without(statements: Statements, at: Snapshot) -> tuple[frozenset[int], frozenset[int]]:
    """Return the passages no statement speaks of: of documents without any, and of others.

    Of others only those count in which few passages have statements, as in the law: where most
    have them, one without is no rule.
    """
    led = statements.led()
    spoken_of = Counter(at.passages[key].document for key in led)
    lengths = Counter(one.document for one in at.passages.values())
    few = {name for name, count in spoken_of.items() if count < FEW * lengths[name]}
    bare = {key for key, one in at.passages.items() if one.document not in spoken_of}
    between = {
        key
        for key, one in at.passages.items()
        if key not in led and key not in bare and (one.citation or one.document in few)
    }
    return frozenset(bare), frozenset(between)
