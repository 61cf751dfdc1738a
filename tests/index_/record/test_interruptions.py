"""Kills, damage and company: the library is whole again afterwards, or says what to do."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core.errors import StorageError
from index.library import Library
from index.models import Query
from index.record.store import Store
from index.record.vectors import Vectors
from tests.index_.helpers import GUIDE, WordVectors, long_guide, marker, write

NAMES = ("oriel", "tallow", "beacon", "ember", "taper", "candle")
QUERY = Query(query="the keeper counts the jars of oil")


def run(code: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PREAMBLE + code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


PREAMBLE = """
import os, signal, sys, time
from pathlib import Path
from index.library import Library
from index.models import Query
from tests.index_.helpers import WordVectors, marker
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
"""


def found(library: Library) -> list[tuple[str, float]]:
    return [(hit.passage.id, hit.score) for hit in library.search(QUERY)]


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


def test_searching_goes_on_while_another_process_ingests(home: Path, tmp_path: Path) -> None:
    documents = tmp_path / "many"
    for number in range(len(NAMES)):
        write(documents, f"guide{number}.md", long_guide(40, NAMES[number]))
    with Library.open(home, WordVectors()) as library:
        library.ingest([documents / "guide0.md"])
    writer = run(
        f"library = Library.open(Path({str(home)!r}), WordVectors())\n"
        f"for path in sorted(Path({str(documents)!r}).iterdir()):\n"
        "    library.ingest([path])\n"
        "    path.write_text(path.read_text() + '\\n\\n## The end\\n\\nIt ends here.')\n"
        "    library.ingest([path])\n"
    )
    searches = 0
    with Library.open(home, WordVectors()) as library:
        while writer.poll() is None:
            hits = library.search(Query(query="which lamp hangs over door 7", k=5))
            assert len(hits) == 5
            searches += 1
        assert writer.returncode == 0, writer.stderr.read() if writer.stderr else ""
        assert searches > 3
        assert len(library.documents()) == 6
        last = marker(NAMES[-1], 40)
        assert last in library.search(Query(query=last, k=3))[0].passage.text
        assert library.verify() == []


def test_searches_are_answered_while_the_same_library_ingests(
    home: Path, folder: Path, tmp_path: Path
) -> None:
    reached, go_on = threading.Event(), threading.Event()

    class Waiting(WordVectors):
        def embed_passages(self, texts: Sequence[str]) -> Iterator[list[float]]:
            for text in texts:
                if marker("lamp", 2) in text:
                    reached.set()
                    assert go_on.wait(30)
                yield self.embed_query(text)

    with Library.open(home, Waiting()) as library:
        library.ingest([folder])
        before = found(library)
        path = write(tmp_path / "more", "many.md", long_guide(5))
        with ThreadPoolExecutor(1) as pool:
            ingesting = pool.submit(library.ingest, [path])
            assert reached.wait(30)
            try:
                assert found(library) == before
                with pytest.raises(StorageError, match="another ingest"):
                    library.ingest([path])
            finally:
                go_on.set()
            assert ingesting.result(30)[0].status == "added"
        word = marker("lamp", 5)
        assert word in library.search(Query(query=word, k=1))[0].passage.text
        assert library.verify() == []


def test_another_process_s_lock_is_respected_and_ends_with_it(home: Path, folder: Path) -> None:
    holder = run(
        "from index.record.lock import writing\n"
        f"home = Path({str(home)!r}); home.mkdir()\n"
        "with writing(home):\n"
        "    print('held', flush=True); sys.stdin.read()\n"
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with Library.open(home, WordVectors()) as library:
        with pytest.raises(StorageError, match="another ingest"):
            library.ingest([folder])
        holder.kill()
        holder.wait(30)
        assert len(library.ingest([folder])) == 2


def test_lost_vectors_are_made_again(home: Path, library: Library) -> None:
    before = found(library)
    library.close()
    shutil.rmtree(home / "vectors")
    with Library.open(home, WordVectors()) as again:
        assert found(again) == before
        assert again.verify() == []


@pytest.mark.parametrize("damage", ["noise", "half", "file"])
def test_damaged_vectors_are_said_and_can_be_made_again(
    home: Path, library: Library, damage: str
) -> None:
    before = found(library)
    library.close()
    kept = home / "vectors" / "chroma.sqlite3"
    if damage == "noise":
        kept.write_bytes(b"noise" * 5000)
    elif damage == "half":
        kept.write_bytes(kept.read_bytes()[: kept.stat().st_size // 2])
    else:
        shutil.rmtree(home / "vectors")
        (home / "vectors").write_text("in the way")
    with Library.open(home, WordVectors()) as broken:
        with pytest.raises(StorageError) as caught:
            broken.verify()
        assert "fes index rebuild" in caught.value.hint
        if damage != "file":
            # What a search reads was copied from the vectors when they were sound.
            assert found(broken) == before
        shutil.rmtree(home / "nearest")
    with Library.open(home, WordVectors()) as broken:
        with pytest.raises(StorageError) as caught:
            broken.search(QUERY)
        assert "fes index rebuild" in caught.value.hint
        assert len(broken.passages()) == len(broken.passages(document="lamps")) + len(
            broken.passages(document="doors")
        )
    told: list[tuple[int, int]] = []
    rebuild = lambda done, total: told.append((done, total))  # noqa: E731
    with Library.open(home, WordVectors(), rebuild=rebuild) as mended:
        assert found(mended) == before
        assert mended.verify() == []
        assert told[-1] == (len(mended.passages()),) * 2


@pytest.mark.parametrize("damage", [b"noise", b"", b"[]", None])
def test_a_damaged_lexical_index_is_made_again(
    home: Path, library: Library, damage: bytes | None
) -> None:
    before = found(library)
    library.close()
    for file in [file for file in (home / "lexical").rglob("*") if file.is_file()]:
        if damage is None:
            file.unlink()
        else:
            file.write_bytes(damage)
    with Library.open(home, WordVectors()) as again:
        assert found(again) == before


def test_the_lexical_index_is_kept_and_old_ones_are_swept(
    home: Path, library: Library, folder: Path
) -> None:
    library.search(QUERY)
    (first,) = (home / "lexical").iterdir()
    write(folder, "doors.txt", "Doors are now green, every one of them, by the season's order.")
    library.ingest([folder])
    library.search(QUERY)
    (second,) = (home / "lexical").iterdir()
    assert first.name != second.name


class OtherModel(WordVectors):
    version = "2"


class OtherLength(WordVectors):
    dimensions = 40


def test_another_embedder_is_refused_until_the_vectors_are_made_again(
    home: Path, library: Library
) -> None:
    library.close()
    with pytest.raises(StorageError, match="another embedder") as caught:
        Library.open(home, OtherModel())
    assert "fes index rebuild" in caught.value.hint
    assert "hashed-words 1" in caught.value.message
    with Library.open(home, OtherModel(), rebuild=lambda _done, _total: None) as again:
        assert again.search(QUERY)[0].passage.document == "lamps"
        assert again.verify() == []
    with pytest.raises(StorageError, match="another embedder"):
        Library.open(home, WordVectors())


def test_vectors_of_another_length_are_refused(home: Path, library: Library, folder: Path) -> None:
    library.close()
    with Library.open(home, OtherLength()) as other:
        with pytest.raises(StorageError, match="48 numbers"):
            other.search(QUERY)
        write(folder, "doors.txt", "Doors are now green, every one of them, by the season's order.")
        with pytest.raises(StorageError, match="48 numbers"):
            other.ingest([folder])
    with Library.open(home, WordVectors()) as again:
        assert any("brushes" in p.text for p in again.passages(document="doors"))
        assert again.verify() == []


def test_verify_names_what_is_missing(home: Path, library: Library) -> None:
    library.close()
    store = Store.open(home)
    (key, *_) = store.vector_counts()
    store.note_vectors({key: 0})
    store.close()
    with Library.open(home, WordVectors()) as again:
        assert any("1 passages have no vector" in sentence for sentence in again.verify())
        again.search(QUERY)
        assert again.verify() == []


def test_verify_finds_a_file_of_vectors_that_was_cut(
    home: Path, library: Library, tmp_path: Path
) -> None:
    library.ingest([write(tmp_path / "more", "many.md", long_guide(1100))])
    assert library.verify() == []
    library.close()
    for file in ("data_level0.bin", "header.bin", "length.bin", "link_lists.bin"):
        for left in (0, 0.5, 0.99):
            broken_home = tmp_path / f"{file}-{left}"
            shutil.copytree(home, broken_home)
            (cut,) = (broken_home / "vectors").glob(f"*/{file}")
            with cut.open("r+b") as opened:
                opened.truncate(int(left * cut.stat().st_size))
            with Library.open(broken_home, WordVectors()) as broken:
                assert any(file in sentence for sentence in broken.verify())


def test_verify_finds_a_copy_of_the_vectors_that_differs_from_them(
    home: Path, library: Library
) -> None:
    library.close()
    (file,) = (home / "nearest").iterdir()
    data = bytearray(file.read_bytes())
    data[-4:] = b"\x00\x00\x80\x3f"
    file.write_bytes(data)
    with Library.open(home, WordVectors()) as library:
        assert library.verify() == [
            "the copy of the vectors that is searched in is not what it was made from"
        ]
        library.rebuild()
        assert library.verify() == []


def test_a_rebuild_leaves_no_folder_of_vectors_that_nothing_uses(
    home: Path, library: Library
) -> None:
    library.close()
    (home / "vectors" / "0a1b2c3d-0000-4000-8000-00000000000a").mkdir()
    for _ in range(2):
        with Library.open(home, WordVectors(), rebuild=lambda _done, _total: None) as again:
            assert again.verify() == []
        assert len([path for path in (home / "vectors").iterdir() if path.is_dir()]) == 1


def test_during_a_rebuild_searches_go_on_and_verify_does_not_cry_wolf(
    home: Path, library: Library
) -> None:
    before = found(library)
    reached, go_on = threading.Event(), threading.Event()

    class Waiting(WordVectors):
        def embed_passages(self, texts: Sequence[str]) -> Iterator[list[float]]:
            for text in texts:
                reached.set()
                assert go_on.wait(30)
                yield self.embed_query(text)

    with Library.open(home, Waiting()) as other, ThreadPoolExecutor(1) as pool:
        rebuilding = pool.submit(other.rebuild)
        assert reached.wait(30)
        try:
            assert found(library) == before
            assert library.incomplete() == 0
            with pytest.raises(StorageError, match="another"):
                library.verify()
            shutil.rmtree(home / "nearest")
            with Library.open(home, WordVectors()) as late:
                assert late.incomplete() == len(late.passages())
        finally:
            go_on.set()
        rebuilding.result(30)
    assert library.incomplete() == 0
    assert library.verify() == []


def test_a_search_for_what_is_kept_opens_no_store_of_vectors(home: Path, library: Library) -> None:
    library.close()
    searching = run(
        f"library = Library.open(Path({str(home)!r}), WordVectors())\n"
        f"assert library.search(Query(query={QUERY.query!r}))\n"
        "assert 'chromadb' not in sys.modules\n"
    )
    assert searching.wait(60) == 0, searching.stderr.read() if searching.stderr else ""


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


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_the_library_is_its_owners_alone(home: Path, library: Library) -> None:
    library.search(QUERY)
    assert home.stat().st_mode & 0o777 == 0o700
    assert (home / "library.sqlite").stat().st_mode & 0o777 == 0o600
    assert (home / "vectors").stat().st_mode & 0o777 == 0o700


def test_several_first_starts_at_once_work(home: Path) -> None:
    starts = [
        run(f"Library.open(Path({str(home)!r}), WordVectors()).documents()") for _ in range(4)
    ]
    for start in starts:
        assert start.wait(60) == 0, start.stderr.read() if start.stderr else ""


def test_a_library_that_can_only_be_read_is_read_and_searched(
    home: Path, library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = found(library)
    library.close()
    files = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    # An administrator, as whom tests may run, can write everywhere.
    monkeypatch.setattr("index.record.storefile.os.access", lambda *_: False)
    with Library.open(home, WordVectors()) as shared:
        assert found(shared) == before
        assert len(shared.documents()) == 2
        write(folder, "doors.txt", "Doors are now green, every one of them, by the season's order.")
        with pytest.raises(StorageError, match="readonly"):
            shared.ingest([folder])
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == files
