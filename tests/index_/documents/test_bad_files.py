"""Files that cannot be read: one clear sentence, the file's name and a remedy, no crash."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import DocumentError
from index.documents import formats as parsers


def _refused(path: Path) -> str:
    with pytest.raises(DocumentError) as caught:
        parsers.parse(path)
    error = caught.value
    assert error.exit_code == 2
    assert error.where == path.name
    assert error.hint
    assert "\n" not in error.sentence()
    return error.sentence()


def _write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_missing(tmp_path: Path) -> None:
    assert "does not exist" in _refused(tmp_path / "nowhere.pdf")


def test_folder(tmp_path: Path) -> None:
    assert "folder" in _refused(tmp_path)


def test_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not a file that holds data" in _refused(tmp_path / "pipe.txt")


@pytest.mark.parametrize("name", ["a.pdf", "a.txt", "a.html", "a.docx"])
def test_empty(tmp_path: Path, name: str) -> None:
    assert "empty" in _refused(_write(tmp_path, name, b" \n"))


def test_unknown_type(tmp_path: Path) -> None:
    sentence = _refused(_write(tmp_path, "sheet.xls", b"lamps,walls\n1,2\n"))
    assert ".xls" in sentence
    assert ".docx" in sentence


@pytest.mark.parametrize("name", ["garbage.pdf", "garbage.docx", "garbage.txt", "garbage.html"])
def test_binary_garbage(tmp_path: Path, name: str) -> None:
    _refused(_write(tmp_path, name, bytes(range(256)) * 40))


def test_truncated_pdf(tmp_path: Path, lantern_pdf: Path) -> None:
    whole = lantern_pdf.read_bytes()
    assert "damaged" in _refused(_write(tmp_path, "half.pdf", whole[: len(whole) // 3]))


def test_pdf_header_and_nothing_else(tmp_path: Path) -> None:
    assert "damaged" in _refused(_write(tmp_path, "stub.pdf", b"%PDF-1.7\n%%EOF\n"))


def test_picture_only_pdf(tmp_path: Path, pdf_writer: Callable[..., bytes]) -> None:
    path = _write(tmp_path, "scan.pdf", pdf_writer([[], []]))
    assert "ocrmypdf" in _refused(path)


def test_password(tmp_path: Path) -> None:
    assert "password" in _refused(_write(tmp_path, "locked.pdf", _locked_pdf()))


def _locked_pdf() -> bytes:
    """A PDF whose encryption dictionary fits no empty password."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>",
        b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <%s> /U <%s> >>"
        % (b"41" * 32, b"42" * 32),
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 5\n0000000000 65535 f \n"
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + (
        b"trailer << /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<%s> <%s>] >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (b"00" * 16, b"00" * 16, start)
    )


def test_old_word_file(tmp_path: Path) -> None:
    path = _write(tmp_path, "old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert ".docx" in _refused(path)


def test_image_named_pdf(tmp_path: Path) -> None:
    assert "image" in _refused(_write(tmp_path, "photo.pdf", b"\x89PNG\r\n\x1a\n" + b"\0" * 99))


def test_zip_that_is_no_word_file(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("lamp.txt", "oil")
    assert "zip" in _refused(_write(tmp_path, "lamps.docx", packed.getvalue()))


def test_zip_bomb(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w>" + b" " * (64 * 1024**2))
    path = _write(tmp_path, "bomb.docx", packed.getvalue())
    assert path.stat().st_size < 1024**2
    assert "unpacks" in _refused(path)


def test_damaged_word_file(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<not xml")
    assert "damaged" in _refused(_write(tmp_path, "torn.docx", packed.getvalue()))


def test_file_larger_than_the_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsers, "MAX_BYTES", 10)
    assert "larger" in _refused(_write(tmp_path, "big.txt", b"more than ten bytes of text"))


def test_page_of_menus_only(tmp_path: Path) -> None:
    page = b"<html><body><nav>Home</nav><script>x()</script></body></html>"
    assert "no words" in _refused(_write(tmp_path, "menu.html", page))


def test_page_nested_beyond_reason(tmp_path: Path) -> None:
    _refused(_write(tmp_path, "deep.html", b"<html>" + b"<div>" * 5000 + b"lamp"))
    cell = b"<html><table><tr><td>" + b"<span>" * 5000 + b"lamp"
    assert "nested" in _refused(_write(tmp_path, "cell.html", cell))


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "lamp"><!ENTITY b "'
        + "&a;" * 50
        + '"><!ENTITY c "'
        + "&b;" * 50
        + '"><!ENTITY d "'
        + "&c;" * 50
        + '">]><html><body><p>Oil &d; wick</p></body></html>'
    )
    document = parsers.parse(_write(tmp_path, "laughs.html", bomb.encode()))
    assert len(document.text) < 1000


def test_content_decides_over_the_suffix(tmp_path: Path, lantern_pdf: Path) -> None:
    page = b"<!DOCTYPE html><html><body><p>Lamps are lit at dusk by hand.</p></body></html>"
    assert parsers.parse(_write(tmp_path, "page.txt", page)).text.startswith("Lamps")
    renamed = _write(tmp_path, "really-a-pdf.txt", lantern_pdf.read_bytes())
    assert parsers.parse(renamed).pages


def test_names_become_safe_ids(tmp_path: Path) -> None:
    path = _write(tmp_path, "Lamp \x1b[31m & wick §.txt", b"Lamps are lit at dusk by hand.")
    assert parsers.parse(path).id == "Lamp-31m-wick"


def test_no_control_or_hidden_characters_survive(tmp_path: Path) -> None:
    hostile = "Lamps\x1b[2J are\u202e lit\u200b at\x07 dusk\u2066 by\u00ad hand\x9b31m.\ufeff"
    document = parsers.parse(_write(tmp_path, "hostile.txt", hostile.encode()))
    assert document.text == "Lamps[2J are lit at dusk by hand31m."
