"""What becomes of files that are ingested, once and again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import InputError, StorageError
from index.library import Library
from index.models import Document, Query
from index.record import ingest
from index.record.ingest import IngestProgress
from index.record.lock import writing
from tests.index_.lamp_documents import GUIDE, NOTICE, WordVectors, write


def ids(library: Library, query: str) -> list[str]:
    return [hit.passage.document for hit in library.search(Query(query=query))]


def test_a_folder_is_read_in_order_with_its_facts(library: Library, folder: Path) -> None:
    again = library.ingest([folder])
    assert [(row.document, row.status) for row in again] == [
        ("doors", "unchanged"),
        ("lamps", "unchanged"),
    ]
    assert [row.passages for row in again] == [
        len(library.passages(document="doors")),
        len(library.passages(document="lamps")),
    ]
    by_id = {info.id: info for info in library.documents()}
    assert by_id["lamps"].title == "Guide to Lamp Keeping"
    assert by_id["lamps"].origin == str(folder / "lamps.md")
    assert library.verify() == []


def test_passages_are_slices_of_the_text_with_their_neighbours(library: Library) -> None:
    text = library.document("lamps").text
    passages = library.passages(document="lamps")
    assert all(text[p.start : p.end] == p.text for p in passages)
    assert library.neighbours(passages[1].id, 1, 1) == passages[0:3]
    assert library.neighbours(passages[0].id, 2, 0) == passages[0:1]
    assert library.passage(passages[2].id) == passages[2]


def test_a_second_ingest_loads_neither_model_nor_vectors(home: Path, folder: Path) -> None:
    with Library.open(home, WordVectors()) as library:
        library.ingest([folder])
    code = (
        "import sys; from pathlib import Path\n"
        "from index.library import Library\n"
        "from tests.index_.lamp_documents import WordVectors\n"
        f"rows = Library.open(Path({str(home)!r}), WordVectors()).ingest([Path({str(folder)!r})])\n"
        "assert [row.status for row in rows] == ['unchanged', 'unchanged'], rows\n"
        "heavy = {'chromadb', 'onnxruntime', 'numpy', 'bm25s', 'tokenizers'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_changed_bytes_replace_text_and_vectors(library: Library, folder: Path) -> None:
    write(folder, "doors.txt", NOTICE.replace("brushes", "ladders"))
    rows = library.ingest([folder])
    assert [(row.document, row.status) for row in rows] == [
        ("doors", "replaced"),
        ("lamps", "unchanged"),
    ]
    assert not any("brushes" in p.text for p in library.passages())
    hits = library.search(Query(query="where are the ladders kept"))
    assert hits[0].passage.document == "doors"
    assert not any("brushes" in hit.passage.text for hit in hits)
    assert library.verify() == []


def test_a_shorter_text_leaves_no_vectors_behind(home: Path, folder: Path) -> None:
    with Library.open(home, WordVectors()) as library:
        library.ingest([folder])
        write(folder, "lamps.md", "# Guide to Lamp Keeping\n\nAll lamps were sold in the spring.")
        library.ingest([folder])
        assert library.verify() == []
        found = {hit.passage.text for hit in library.search(Query(query="oil jars ledger", k=50))}
        assert not any("ledger" in text for text in found)


def test_a_source_read_by_an_older_version_is_read_again(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest, "READER", "next")
    assert {row.status for row in library.ingest([folder])} == {"replaced"}
    assert {row.status for row in library.ingest([folder])} == {"unchanged"}
    assert len(library.documents()) == 2


def test_the_same_name_elsewhere_is_another_document(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    other = write(tmp_path / "other", "lamps.md", GUIDE.replace("Friday", "Monday"))
    third = write(tmp_path / "third", "lamps.md", GUIDE.replace("Friday", "Sunday"))
    assert [row.document for row in library.ingest([other, third])] == ["lamps-2", "lamps-3"]
    assert all(p.id.startswith("lamps-2#") for p in library.passages(document="lamps-2"))
    assert [row.status for row in library.ingest([other, folder])] == ["unchanged"] * 3
    write(tmp_path / "other", "lamps.md", GUIDE.replace("Friday", "Tuesday"))
    (row,) = library.ingest([other])
    assert (row.document, row.status) == ("lamps-2", "replaced")


def test_the_same_bytes_elsewhere_are_the_same_document(library: Library, tmp_path: Path) -> None:
    copy = write(tmp_path / "copies", "copied.md", GUIDE)
    (row,) = library.ingest([copy])
    assert (row.document, row.status, row.path) == ("lamps", "unchanged", str(copy))
    assert len(library.documents()) == 2


def test_hidden_files_and_unknown_types_in_folders_are_passed_over(
    home: Path, tmp_path: Path
) -> None:
    write(tmp_path / "mixed", ".secret.md", GUIDE)
    write(tmp_path / "mixed" / ".git", "lamps.md", GUIDE)
    write(tmp_path / "mixed", "tool.exe", "x")
    write(tmp_path / "mixed" / "deep" / "deeper", "doors.txt", NOTICE)
    with Library.open(home, WordVectors()) as library:
        assert [row.document for row in library.ingest([tmp_path / "mixed"])] == ["doors"]


def test_a_missing_path_is_refused_before_anything_is_changed(home: Path, folder: Path) -> None:
    with Library.open(home, WordVectors()) as library:
        with pytest.raises(InputError, match="no such file") as caught:
            library.ingest([folder, folder / "none.pdf"])
        assert str(folder / "none.pdf") in caught.value.sentence()
        assert library.documents() == []


def test_a_folder_with_nothing_to_read_is_refused(home: Path, tmp_path: Path) -> None:
    write(tmp_path / "nothing", "tool.exe", "x")
    with Library.open(home, WordVectors()) as library:
        with pytest.raises(InputError, match="no document"):
            library.ingest([tmp_path / "nothing"])
        with pytest.raises(InputError):
            library.ingest([])


def test_a_file_that_fails_does_not_stop_the_others(home: Path, folder: Path) -> None:
    broken = folder / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and then nothing of the kind")
    write(folder, "empty.txt", "")
    with Library.open(home, WordVectors()) as library:
        rows = library.ingest([folder])
        assert [(row.document, row.status) for row in rows] == [
            ("broken", "failed"),
            ("doors", "added"),
            ("empty", "failed"),
            ("lamps", "added"),
        ]
        assert "broken.pdf" in rows[0].message
        assert rows[0].kind is None
        assert {info.id for info in library.documents()} == {"doors", "lamps"}


def test_a_replacement_that_cannot_be_read_keeps_the_former_text(
    library: Library, folder: Path
) -> None:
    (folder / "lamps.md").write_bytes(b"")
    assert [row.status for row in library.ingest([folder])] == ["unchanged", "failed"]
    assert any("green ledger" in p.text for p in library.passages(document="lamps"))


def test_progress_counts_files_and_passages(home: Path, folder: Path) -> None:
    told: list[IngestProgress] = []
    with Library.open(home, WordVectors()) as library:
        rows = library.ingest([folder], progress=told.append)
    for number, row in enumerate(rows, start=1):
        steps = [step for step in told if step.file == number]
        assert {step.path for step in steps} == {row.path}
        assert (steps[0].stage, steps[-1].stage) == ("reading", "done")
        embedding = [(s.done, s.total) for s in steps if s.stage == "embedding"]
        assert embedding == [(n, row.passages) for n in range(row.passages + 1)]
    assert {step.files for step in told} == {2}


def test_a_document_of_the_program_s_own_is_added_once(library: Library) -> None:
    document = Document(
        id="digest-lamps",
        title="Digest of lamp keeping",
        kind="digest",
        text="A lamp may be lent once its wick has been tested by the keeper of the lamps.",
    )
    data = document.text.encode()
    assert library.add(document, data, origin="digests").status == "added"
    assert library.add(document, data, origin="digests").status == "unchanged"
    changed = document.model_copy(update={"text": document.text.replace("tested", "inspected")})
    row = library.add(changed, changed.text.encode(), origin="digests")
    assert (row.document, row.status) == ("digest-lamps", "replaced")
    assert ids(library, "wick inspected")[0] == "digest-lamps"
    with pytest.raises(InputError, match="lamps"):
        library.add(document.model_copy(update={"id": "lamps"}), data, origin="elsewhere")


def test_two_ingests_at_once_are_kept_apart(home: Path, folder: Path) -> None:
    with Library.open(home, WordVectors()) as library:
        with writing(home), pytest.raises(StorageError, match="another ingest") as caught:
            library.ingest([folder])
        assert str(home) in caught.value.where
        assert library.documents() == []
        assert len(library.ingest([folder])) == 2


def test_an_embedder_that_fails_leaves_whole_documents(home: Path, folder: Path) -> None:
    class Failing(WordVectors):
        def embed_query(self, text: str) -> list[float]:
            if "festival" in text:
                raise StorageError("the embedding server went away")
            return super().embed_query(text)

    with Library.open(home, Failing()) as library:
        with pytest.raises(StorageError, match="went away"):
            library.ingest([folder])
        assert [info.id for info in library.documents()] == ["doors"]
        assert library.verify() == []
    with Library.open(home, WordVectors()) as library:
        assert [row.status for row in library.ingest([folder])] == ["unchanged", "added"]
