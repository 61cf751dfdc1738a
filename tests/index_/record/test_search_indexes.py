"""What a search reads - vectors, their copy, the words - is checked, made again or refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from core.errors import StorageError
from index.library import Library
from index.record.store import Store
from tests.index_.lamp_documents import WordVectors, long_guide, write
from tests.index_.record.processes import QUERY, found, run


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


def test_a_search_for_what_is_kept_opens_no_store_of_vectors(home: Path, library: Library) -> None:
    library.close()
    searching = run(
        f"library = Library.open(Path({str(home)!r}), WordVectors())\n"
        f"assert library.search(Query(query={QUERY.query!r}))\n"
        "assert 'chromadb' not in sys.modules\n"
    )
    assert searching.wait(60) == 0, searching.stderr.read() if searching.stderr else ""
