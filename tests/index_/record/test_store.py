"""The text of record keeps what it was given, and refuses files that are not its own."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from core.errors import QueryError, StorageError
from index.library import Library
from index.models import Document, Page, Passage
from index.record.store import Store
from index.record.storefile import FILE_NAME, SCHEMA_VERSION
from tests.index_.lamp_documents import GUIDE, WordVectors


def a_document(text: str = "Lamps are lit at dusk. Lamps are doused at dawn.") -> Document:
    return Document(
        id="lamps",
        title="On Lamps",
        kind="guide",
        edition="1901",
        text=text,
        pages=(Page(number=1, label="i", start=0, end=len(text)),),
    )


def passages_of(document: Document, *ends: int) -> list[Passage]:
    starts = (0, *ends[:-1])
    return [
        Passage(
            id=f"{document.id}#{number}",
            document=document.id,
            kind=document.kind,
            title=document.title,
            text=document.text[start:end],
            start=start,
            end=end,
            factor="4A",
            levels=("4A-1",),
        )
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
    ]


def put(store: Store, document: Document, passages: list[Passage]) -> list[int]:
    return store.put(
        document,
        passages,
        data=document.text.encode(),
        origin="/somewhere/lamps.txt",
        retrieved="2026-01-01T00:00:00+00:00",
        reader="test",
        decision=None,
    )


def test_documents_and_passages_come_back_as_they_were(home: Path) -> None:
    document = a_document()
    passages = passages_of(document, 22, 48)
    store = Store.open(home)
    put(store, document, passages)
    store.close()
    store = Store.open(home)
    assert store.document("lamps") == document
    assert store.passages() == passages
    assert store.passage("lamps#2") == passages[1]
    (info,) = store.documents()
    assert (info.title, info.edition, info.pages, info.passages) == ("On Lamps", "1901", 1, 2)
    assert store.check() == []


def test_what_is_listed_follows_every_change_here_and_elsewhere(home: Path) -> None:
    store, other = Store.open(home), Store.open(home)
    assert store.documents() == []
    document = a_document()
    put(other, document, passages_of(document, 22, 48))
    assert [one.passages for one in store.documents()] == [2]
    put(store, document, passages_of(document, 48))
    assert [one.passages for one in store.documents()] == [1]
    other.remove("lamps")
    assert store.documents() == []


def test_keys_are_never_used_again(home: Path) -> None:
    store = Store.open(home)
    document = a_document()
    first = put(store, document, passages_of(document, 22, 48))
    again = put(store, document, passages_of(document, 22, 48))
    assert not set(first) & set(again)
    store.note_vectors(dict.fromkeys(again, 1))
    put(store, document, passages_of(document, 48))
    assert set(store.dropped()) == {*first, *again}


def test_a_write_that_fails_leaves_the_former_text(home: Path) -> None:
    store = Store.open(home)
    document = a_document()
    passages = passages_of(document, 22, 48)
    put(store, document, passages)
    before = store.version()
    changed = a_document("Something else stands here now, twice over.")
    twice = passages_of(changed, 20)
    with pytest.raises(StorageError):
        put(store, changed, [*twice, *twice])
    assert store.document("lamps") == document
    assert store.passages() == passages
    assert store.version() == before


def test_a_full_disk_is_said_and_loses_nothing(home: Path) -> None:
    store = Store.open(home)
    document = a_document()
    put(store, document, passages_of(document, 48))
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages + 2}")
    large = a_document("x" * 200_000)
    with pytest.raises(StorageError) as caught:
        put(store, large, passages_of(large, 200_000))
    assert str(home) in caught.value.where
    assert "FES_HOME" in caught.value.hint
    assert store.document("lamps") == document


def test_damaged_text_is_noticed(home: Path) -> None:
    store = Store.open(home)
    document = a_document()
    put(store, document, passages_of(document, 22, 48))
    store._db.execute("UPDATE passages SET text = 'Lamps are sold at noon' WHERE ordinal = 1")
    store._db.execute("UPDATE sources SET data = x'00'")
    wrong = store.check()
    assert any("lamps#1" in sentence for sentence in wrong)
    assert any(sentence.startswith("lamps:") for sentence in wrong)


def foreign(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE recipes (name TEXT)")
    db.commit()
    db.close()


def newer(path: Path) -> None:
    Store.open(path.parent).close()
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    db.close()


def older(path: Path) -> None:
    Store.open(path.parent).close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 0")
    db.close()


def text(path: Path) -> None:
    path.write_text(GUIDE * 20)


@pytest.mark.parametrize(
    ("make", "said"),
    [(foreign, "not a library"), (text, "not a library"), (newer, "newer"), (older, "old format")],
)
def test_a_file_that_is_not_ours_is_refused_and_left_alone(
    home: Path, make: object, said: str
) -> None:
    home.mkdir()
    path = home / FILE_NAME
    assert callable(make)
    make(path)
    before = path.read_bytes()
    with pytest.raises(StorageError) as caught:
        Library.open(home, WordVectors())
    assert said in caught.value.message
    assert str(path) == caught.value.where
    assert caught.value.hint
    assert path.read_bytes() == before


def test_a_home_that_cannot_be_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StorageError) as caught:
        Library.open(tmp_path / "file" / "home", WordVectors())
    assert "FES_HOME" in caught.value.hint
    assert str(tmp_path / "file" / "home") == caught.value.where


def test_what_is_not_there_is_said(home: Path) -> None:
    with Library.open(home, WordVectors()) as library:
        with pytest.raises(QueryError, match="lamps#1"):
            library.passage("lamps#1")
        with pytest.raises(QueryError, match="lamps"):
            library.document("lamps")
        assert library.decision("lamps") is None
        assert library.documents() == []
        assert library.verify() == []
