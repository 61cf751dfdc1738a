"""Files made to harm among honest ones: names, kinds and failures that cost the others nothing."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import DocumentError
from index.documents import formats as parsers
from index.documents import sandbox as guarded
from index.documents.sandbox import Bounds, Reader
from index.library import Library
from index.record.ingest import collect
from tests.index_.documents.hostile.reading import QUICK, refused
from tests.index_.documents.hostile.writing import P, docx, nested_forms
from tests.index_.documents.pdf_pages import lantern_pages, write_pdf
from tests.index_.lamp_documents import NOTICE, WordVectors, write


def test_what_a_file_is_counts_not_what_it_is_called(tmp_path: Path) -> None:
    made = write_pdf(lantern_pages())
    page = b"<!DOCTYPE html><html><body><p>Lamps are lit at dusk by hand.</p></body></html>"
    word = docx(tmp_path / "real.docx", P).read_bytes()
    for name, data, said in (
        ("pdf.txt", made, "Lantern Keeping"),
        ("pdf.docx", made, "Lantern Keeping"),
        ("page.pdf", page, "Lamps are lit"),
        ("page.docx", page, "Lamps are lit"),
        ("word.txt", word, "Lamps are lit"),
        ("word.pdf", word, "Lamps are lit"),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        assert said in guarded.parse(path, data, QUICK).text, name


def zipped(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("lamp.txt", "oil")


BAD: dict[str, Callable[[Path], object]] = {
    "a-pipe.txt": os.mkfifo,
    "b-loop.txt": lambda path: path.symlink_to(path.name),
    "c-nowhere.txt": lambda path: path.symlink_to("missing.txt"),
    "d-empty.pdf": lambda path: path.write_bytes(b""),
    "e-half.pdf": lambda path: path.write_bytes(write_pdf(lantern_pages())[:900]),
    "f-scan.pdf": lambda path: path.write_bytes(write_pdf([[], []])),
    "g-zip.docx": zipped,
    "h-swollen.pdf": lambda path: path.write_bytes(nested_forms(9, 10)),
    "i-deep.html": lambda path: path.write_bytes(b"<html>" + b"<div>" * 90_000 + b"lamp"),
    "j-\x1b[31m\n<b>[red].txt": lambda path: path.write_bytes(b""),
    "k-\udcff.txt": lambda path: path.write_bytes(b""),
}


def test_the_rest_of_a_batch_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "batch"
    folder.mkdir()
    for name, make in BAD.items():
        make(folder / name)
    write(folder, "0-first.txt", NOTICE)
    write(folder, "z-last.txt", NOTICE.replace("blue", "red"))
    (folder / "y-lanterns.pdf").write_bytes(write_pdf(lantern_pages()))
    (folder / "loop").symlink_to(folder)
    monkeypatch.setattr("index.record.ingest.Reader", lambda: Reader(Bounds(longest=4.0)))
    with Library.open(tmp_path / "home", WordVectors()) as library:
        rows = library.ingest([folder])
        assert library.verify() == []
        kept = {info.id for info in library.documents()}
    assert kept == {"0-first", "y-lanterns", "z-last"}
    failed = [row for row in rows if row.status == "failed"]
    assert len(failed) == len(BAD)
    assert len(rows) == len(BAD) + 3
    for row in failed:
        assert row.message
        json.dumps(row.model_dump(mode="json")).encode()
    said = {Path(row.path).name[:1]: row.message for row in failed}
    assert "not a file that holds data" in said["a"]
    assert "cannot be opened" in said["b"] or "does not exist" in said["b"]
    assert "does not exist" in said["m"], "the link leads to a file that is missing"
    assert "empty" in said["d"]
    assert "damaged" in said["e"]
    assert "ocrmypdf" in said["f"]
    assert "zip file" in said["g"]
    assert "within 4 seconds" in said["h"] or "made its reader stop" in said["h"]
    assert "nested" in said["i"]


def test_names_of_any_kind_are_kept_and_shown_safely(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from assistant.cli import main as cli

    monkeypatch.setattr("assistant.llm.embedders.load_embedder", lambda *_: WordVectors())
    folder = tmp_path / "names"
    folder.mkdir()
    for name in ("\x1b[2J\x1b]0;owned\x07\n[red]a.txt", "b\udcff.txt", "\u202ec.txt", "d\x9b.md"):
        (folder / name).write_text(NOTICE.replace("blue", repr(name)[:9]), "utf-8")
    with pytest.raises(SystemExit) as left:
        cli.main(["ingest", str(folder)])
    said = capsys.readouterr()
    assert left.value.code == 0
    assert said.out.count("added") == 4
    assert len(said.out.splitlines()) == 4
    assert not set("\x1b\x07\x9b\r\u202e\udcff") & set(said.out + said.err)
    with pytest.raises(SystemExit):
        cli.main(["sources", "where", "keeps the brushes in the east shed"])
    shown = capsys.readouterr().out
    assert shown.count("sha256") == 4
    assert not set("\x1b\x07\x9b\r\u202e\udcff") & set(shown)


def test_what_may_not_be_looked_at_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    path = write(tmp_path, "a.txt", NOTICE)
    if os.geteuid() != 0:
        path.chmod(0)
        assert "Permission denied" in refused(path)
    monkeypatch.setattr(Path, "exists", denied)
    with pytest.raises(Exception, match="no such file"):
        collect([path], frozenset({".txt"}))


def test_a_reader_that_was_stopped_reads_the_next_file(tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.pdf", tmp_path / "good.pdf"
    bad.write_bytes(nested_forms(9, 10))
    good.write_bytes(write_pdf(lantern_pages()))
    here = parsers.parse(good)
    with Reader(Bounds(longest=6.0)) as reader:
        assert reader.parse(good, good.read_bytes()) == here
        with pytest.raises(DocumentError, match=r"within 6 seconds|made its reader stop"):
            reader.parse(bad, bad.read_bytes())
        assert reader.parse(good, good.read_bytes()) == here
