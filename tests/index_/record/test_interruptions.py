"""Kills, a full disk and damage: the library is whole again afterwards, or says what to do."""

from __future__ import annotations

import signal
import sqlite3
from pathlib import Path

import pytest

from core.errors import StorageError
from index.library import Library
from index.record.vectors import Vectors
from tests.index_.lamp_documents import GUIDE, WordVectors, long_guide, marker, write
from tests.index_.record.processes import QUERY, found, run


@pytest.mark.parametrize(
    "moment",
    [
        "from index.record.vectors import Vectors; Vectors.put = die",
        "from index.record.store import Store; Store.note_vectors = die",
        "from index.record.maintenance import Maintenance; Maintenance.drop_gone = die",
    ],
    ids=["text written, vectors not", "vectors written, not noted", "all but the clearing up"],
)
def test_a_kill_after_the_text_is_written_is_mended(
    home: Path, folder: Path, library: Library, tmp_path: Path, moment: str
) -> None:
    killed_home = tmp_path / "killed"
    with Library.open(killed_home, WordVectors()) as first:
        first.ingest([write(tmp_path / "former", "lamps.md", GUIDE.replace("oil", "wax"))])
    write(tmp_path / "former", "lamps.md", GUIDE)
    killed = run(
        f"{moment}\n"
        f"Library.open(Path({str(killed_home)!r}), WordVectors()).ingest("
        f"[Path({str(tmp_path / 'former')!r})])"
    )
    assert killed.wait(60) == -signal.SIGKILL, killed.stderr
    with Library.open(killed_home, WordVectors()) as after:
        assert any("jars of oil" in p.text for p in after.passages())
        assert after.search(QUERY)[0].passage.text == library.search(QUERY)[0].passage.text
        assert after.verify() == []
    with Library.open(killed_home, WordVectors()) as again:
        assert again.ingest([tmp_path / "former"])[0].status == "unchanged"
        assert again.ingest([folder / "doors.txt"])[0].status == "added"
        assert again.verify() == []


def test_a_kill_while_embedding_leaves_the_former_text_and_the_lock_free(
    library: Library, home: Path, folder: Path
) -> None:
    before = found(library)
    write(folder, "many.md", long_guide(60))
    killed = run(
        "class Dying(WordVectors):\n"
        "    def embed_query(self, text):\n"
        "        if marker('lamp', 30) in text: die()\n"
        "        return super().embed_query(text)\n"
        f"Library.open(Path({str(home)!r}), Dying()).ingest([Path({str(folder)!r})])"
    )
    assert killed.wait(60) == -signal.SIGKILL
    assert found(library) == before
    assert {row.document: row.status for row in library.ingest([folder])} == {
        "doors": "unchanged",
        "lamps": "unchanged",
        "many": "added",
    }
    assert library.verify() == []


def test_a_full_disk_lists_what_was_kept_and_advises_no_rebuild(
    home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(WordVectors):
        def embed_query(self, text: str) -> list[float]:
            if marker("lamp", 3) in text:
                monkeypatch.setattr(Vectors, "_open", full)
            return super().embed_query(text)

    def full(_: Vectors) -> None:
        raise OSError(28, "database or disk is full")

    write(folder, "many.md", long_guide(5))
    with Library.open(home, Full()) as library:
        library.ingest([folder / "doors.txt"])
        with pytest.raises(StorageError) as caught:
            library.ingest([folder / "doors.txt", folder / "many.md"])
        assert "rebuild" not in caught.value.hint
        assert "Make room on the disk" in caught.value.hint
        assert caught.value.hint.endswith("Kept: doors.")
    monkeypatch.undo()
    with Library.open(home, WordVectors()) as again:
        again.ingest([folder])
        assert again.verify() == []


@pytest.mark.parametrize("text", ["{}", "no JSON"])
def test_a_damaged_page_of_the_library_is_called_damage(
    home: Path, library: Library, text: str
) -> None:
    library.close()
    with sqlite3.connect(home / "library.sqlite") as db:
        db.execute("UPDATE passages SET record = ?", (text,))
    with Library.open(home, WordVectors()) as broken:
        with pytest.raises(StorageError, match="the library is damaged") as caught:
            broken.search(QUERY)
        assert "ingest the documents again" in caught.value.hint
