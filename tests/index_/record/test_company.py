"""A library that several use at once, and one that others may only read."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core.errors import StorageError
from index.library import Library
from index.models import Query
from tests.index_.lamp_documents import WordVectors, long_guide, marker, write
from tests.index_.record.processes import QUERY, found, run

NAMES = ("oriel", "tallow", "beacon", "ember", "taper", "candle")


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


def test_several_first_starts_at_once_work(home: Path) -> None:
    starts = [
        run(f"Library.open(Path({str(home)!r}), WordVectors()).documents()") for _ in range(4)
    ]
    for start in starts:
        assert start.wait(60) == 0, start.stderr.read() if start.stderr else ""


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_the_library_is_its_owners_alone(home: Path, library: Library) -> None:
    library.search(QUERY)
    assert home.stat().st_mode & 0o777 == 0o700
    assert (home / "library.sqlite").stat().st_mode & 0o777 == 0o600
    assert (home / "vectors").stat().st_mode & 0o777 == 0o700


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
