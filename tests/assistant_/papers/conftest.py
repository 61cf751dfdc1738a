"""Positions of every kind that papers are written on, and the papers of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.papers.catalog import lacking, make, papers
from assistant.papers.content import Paper
from assistant.papers.formats import discover
from assistant.papers.subject import Matter, Subject, read_subject
from assistant.settings import EXAMPLE_CASE
from index.library import Library
from tests.assistant_.papers.reading import lines
from tests.index_.lamp_documents import WordVectors

CASES = Path(__file__).parent / "cases"
NAMES = ("security", "supervisor", "clerk", "mixed", "wage", "counter", "partial", "example")
DATED = date(2025, 7, 1)


def subject(name: str) -> Subject:
    """Return a position by the name of its file."""
    path = EXAMPLE_CASE if name == "example" else CASES / f"{name}.toml"
    return read_subject(path.read_text("utf-8"), where=path.name, fmt="toml")


def text_of(name: str, paper: str) -> str:
    """Return a paper on a position as its lines."""
    return "\n".join(lines(make(paper, Matter(subject(name), dated=DATED))))


class Written:
    """One paper of one position, and the files it is written as, each made once."""

    def __init__(self, name: str, matter: Matter, paper: Paper) -> None:
        self.name, self.matter, self.paper = name, matter, paper
        self._files: dict[str, bytes] = {}

    def file(self, form: str) -> bytes:
        """Return the paper in a format."""
        if form not in self._files:
            self._files[form] = discover()[form].encode(self.paper)
        return self._files[form]


@pytest.fixture(scope="session")
def written(example_home: Path) -> Iterator[list[Written]]:
    """Every paper of every position, the example's with quotations from its documents."""
    with Library.open(example_home, WordVectors()) as library:
        found = []
        for name in NAMES:
            held = library if name == "example" else None
            matter = Matter(subject(name), library=held, dated=DATED)
            found += [
                Written(f"{name} {kind.name}", matter, make(kind.name, matter))
                for kind in papers()
                if not any(gap.bars for gap in lacking(kind.name, matter))
            ]
        yield found
