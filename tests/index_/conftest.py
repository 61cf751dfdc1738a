"""Libraries to search in: a small fictional one, and the real documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.cli import main as cli
from assistant.settings import EXAMPLE
from index.library import Library
from tests.index_.documents.pdf_pages import lantern_pages, write_pdf
from tests.index_.lamp_documents import GUIDE, NOTICE, WordVectors, write
from tests.real_library import build


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two fictional documents."""
    write(tmp_path / "documents", "lamps.md", GUIDE)
    write(tmp_path / "documents", "doors.txt", NOTICE)
    return tmp_path / "documents"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder that does not exist yet."""
    return tmp_path / "home"


@pytest.fixture
def library(home: Path, folder: Path) -> Iterator[Library]:
    """A library of the two fictional documents."""
    with Library.open(home, WordVectors()) as opened:
        opened.ingest([folder])
        yield opened


@pytest.fixture(scope="session")
def example_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a library of the bundled example's standard and decisions."""
    home = tmp_path_factory.mktemp("example")
    with Library.open(home, WordVectors()) as opened:
        opened.ingest(sorted(EXAMPLE.glob("*.txt")))
    return home


@pytest.fixture
def example(example_home: Path) -> Iterator[Library]:
    """A library of the bundled example's fictional standard and decisions."""
    with Library.open(example_home, WordVectors()) as opened:
        yield opened


@pytest.fixture(scope="session")
def real_home(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a library of the real documents with the built-in embedder."""
    return build(corpus, tmp_path_factory)


@pytest.fixture
def real_library(real_home: Path) -> Iterator[Library]:
    """A library of the real documents with the built-in embedder."""
    with Library.open(real_home) as opened:
        yield opened


class Ran:
    """What a command did."""

    def __init__(self, code: object, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def fes(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Run a command in this process with cheap vectors."""
    monkeypatch.setattr("assistant.llm.embedders.load_embedder", lambda *_: WordVectors())

    def run(*arguments: str) -> Ran:
        with pytest.raises(SystemExit) as left:
            cli.main([*arguments])
        said = capsys.readouterr()
        return Ran(left.value.code, said.out, said.err)

    return run


@pytest.fixture
def pdf_writer() -> Callable[..., bytes]:
    """The small PDF writer."""
    return write_pdf


@pytest.fixture
def lantern_pdf(tmp_path: Path) -> Path:
    """A fictional standard as a PDF file."""
    path = tmp_path / "lantern-keeping.pdf"
    path.write_bytes(
        write_pdf(
            lantern_pages(),
            head="Lantern Keeping Series, GS-9998 TS-999 May 1901",
            foot="Fictional Office of Lanterns",
        )
    )
    return path


@pytest.fixture
def examples() -> Path:
    """The folder with one example and its expectation for every parser."""
    return Path(__file__).parent / "documents" / "examples"
