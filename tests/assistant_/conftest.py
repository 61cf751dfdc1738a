"""A library of the bundled example's documents, read with cheap deterministic vectors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.cases.edits import load_case
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from assistant.settings import EXAMPLE, EXAMPLE_CASE
from index.library import Library
from index.record.embedding import MiniLM
from tests.index_.lamp_documents import WordVectors
from tests.once import once, read_example


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
def example_read_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which the example was opened: its documents have the model's vectors."""
    return once(tmp_path_factory, "example-read-in", read_example)


@pytest.fixture(scope="session")
def chooser(tmp_path_factory: pytest.TempPathFactory) -> Chooser:
    """What understands messages, made once: it reads every way of asking."""
    return Chooser(tmp_path_factory.mktemp("chooser-home"), MiniLM())


@pytest.fixture
def engine(example_library: Library, chooser: Chooser) -> Engine:
    """An engine on the example's case, without a model."""
    case = load_case(EXAMPLE_CASE)
    return Engine(example_library, ExtractiveArguer(), case=case, title=case.title, chooser=chooser)


@pytest.fixture
def empty(example_library: Library, chooser: Chooser) -> Engine:
    """A conversation without a case."""
    return Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)
