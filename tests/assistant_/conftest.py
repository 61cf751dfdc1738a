"""A library of the bundled example's documents, read with cheap deterministic vectors."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.cases.edits import load_case
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from assistant.settings import EXAMPLE, EXAMPLE_CASE
from index.language.words import words
from index.library import Library
from index.record.embedding import MiniLM


class WordVectors:
    """Vectors from hashed words: texts that share words are near each other."""

    name = "hashed-words"
    version = "1"
    dimensions = 64

    def embed_query(self, text: str) -> list[float]:
        vector = [0.0] * self.dimensions
        for word in words(text):
            digest = hashlib.blake2b(word.encode(), digest_size=4).digest()
            vector[int.from_bytes(digest, "big") % self.dimensions] += 1.0
        norm = math.sqrt(sum(x * x for x in vector)) or 1.0
        return [x / norm for x in vector]

    def embed_passages(self, texts: Sequence[str]) -> Iterator[list[float]]:
        for text in texts:
            yield self.embed_query(text)


@pytest.fixture(scope="session")
def example_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the example's documents."""
    home = tmp_path_factory.mktemp("example-home")
    with Library.open(home, WordVectors()) as library:
        library.ingest(sorted(EXAMPLE.glob("*.txt")))
    return home


@pytest.fixture
def example_library(example_home: Path) -> Iterator[Library]:
    """The example's library, open."""
    with Library.open(example_home, WordVectors()) as library:
        yield library


@pytest.fixture(scope="session")
def chooser(tmp_path_factory: pytest.TempPathFactory) -> Chooser:
    """What understands messages, made once: it reads every way of asking."""
    return Chooser(tmp_path_factory.mktemp("chooser-home"), MiniLM())


@pytest.fixture
def engine(example_library: Library, chooser: Chooser) -> Engine:
    """An engine on the example's case, without a model."""
    case = load_case(EXAMPLE_CASE)
    return Engine(example_library, ExtractiveArguer(), case=case, title=case.title, chooser=chooser)
