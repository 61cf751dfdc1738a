"""Illustrations and benchmark positions: taken out of a standard, and ranked for a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from index.language import bm25, words
from index.language.structure import fold
from index.standards.outline import sections
from index.standards.record import Draft, ExampleDraft
from index.standards.rows import Row

Mode = Literal["front", "factor", "level", "illustration", "between", "section"]
"""What the rows being read belong to."""

Region = Literal["main", "illustrations", "benchmarks", "outside"]
"""The part of the document: its criteria, one of its collections of examples, or neither."""


_DASH = re.compile(r"^--?\s+(?=\S)")
_UNTITLED = re.compile(r"^(?:G[SG]-\d|b(?:ench)?ma?r?k?\b)", re.IGNORECASE)


class Examples:
    """What walking through a standard remembers, and the examples it finds on the way."""

    def __init__(self) -> None:
        self.levels: dict[str, Draft] = {}
        self.examples: list[ExampleDraft] = []
        self.sections: dict[str, list[Row]] = {}
        self.roles: dict[int, str] = {}
        self._region: Region = "main"
        self._mode: Mode = "front"
        self._level: Draft | None = None
        self._example: ExampleDraft | None = None

    def _role(self, row: Row, role: str) -> None:
        self.roles[row.start] = role

    def _new_illustration(self, row: Row, level: str, title: str) -> ExampleDraft:
        example = ExampleDraft.illustration(level, title, row.page)
        self.examples.append(example)
        self._role(row, "illustrations")
        return example

    def _illustrate(self, row: Row, level: str, title: str) -> None:
        cleaned = re.sub(r"\billustrations?(?:\(s\))?:?", "", title, flags=re.IGNORECASE)
        self._example = self._new_illustration(row, level, cleaned.strip(" :-,"))
        self._mode = "illustration"
        self._level = self.levels.get(level, self._level)

    def _in_illustrations(self, row: Row) -> None:
        if self._example is not None:
            self._example.rows.append(row)
        else:
            self.sections.setdefault("illustrations", []).append(row)
        self._role(row, "illustrations")

    def _in_benchmark(self, row: Row) -> None:
        self._role(row, "benchmarks")
        example = self._example
        if example is None:
            graded = sections.graded_title(row)
            if graded is not None:
                self._begin_benchmark(row, graded)
            else:
                self.sections.setdefault("benchmarks", []).append(row)
            return
        graded = sections.graded_title(row) if row.heading else None
        if graded is not None and example.rows and example.levels:
            self._begin_benchmark(row, graded)
            return
        if graded is not None and not example.series and not example.rows:
            example.series, example.grade = graded[1], example.grade or graded[2]
            example.title = f"{graded[0]}, {example.title}"
            return
        example.take(row)

    def _begin_benchmark(self, row: Row, named: tuple[str, str, int | None]) -> None:
        before = self._example
        held = before.rows if before is not None else self.sections.get("benchmarks", [])
        title, series, grade = named
        announced = not held or sections.section_of(held[-1]) is not None
        if not announced and held[-1].heading and _UNTITLED.match(title):
            # The position's title stands on a line of its own above the number.
            above = held.pop()
            found = re.search(r"\bGS-(\d{3,4})\b", fold(above.text))
            title = f"{' '.join(above.text.split())}, {title}"
            series = found[1].zfill(4) if found else series
        self._example = ExampleDraft("benchmark", title, series, grade, row.page)
        self.examples.append(self._example)


def apart(draft: ExampleDraft) -> list[ExampleDraft]:
    """Return the illustrations that stand under one heading, each opened by a dash, apart."""
    opens = [bool(_DASH.match(fold(row.text))) for row in draft.rows]
    if draft.kind != "illustration" or opens.count(True) < 2 or not opens[0]:
        return [draft]
    found: list[ExampleDraft] = []
    for row, opened in zip(draft.rows, opens, strict=True):
        if opened:
            found.append(replace(draft, page=row.page, levels=dict(draft.levels), rows=[]))
        found[-1].rows.append(row)
    return found


def rank(texts: Sequence[str], query: str) -> list[tuple[int, float]]:
    """Return the places of the texts that share words with a question, best first, with scores.

    Words are compared as the search of documents compares them: stems, without common words.
    """
    if not texts:
        return []
    scores = bm25.scores(bm25.index(texts), words.words(query))
    found = [(place, float(score)) for place, score in enumerate(scores) if score > 0]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))
