"""A certificate is computed again from what it holds, in every format, and any change is found."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from assistant.papers.catalog import make, save
from assistant.papers.certificate.verifying import verify
from assistant.papers.content import Paper
from assistant.papers.formats import choose, discover
from assistant.papers.subject import Matter
from core.errors import DocumentError
from tests.assistant_.papers.conftest import DATED, subject

FORMATS = sorted(form.suffix[1:] for form in discover().values())
GRADED = ("security", "supervisor", "clerk", "mixed", "counter", "partial", "example")


@pytest.mark.parametrize("name", GRADED)
def test_a_certificate_of_any_position_verifies(name: str, tmp_path: Path) -> None:
    path = tmp_path / "certificate.md"
    save("certificate", Matter(subject(name), dated=DATED), path)
    found = verify(path)
    assert found.identical, found.text
    assert found.fingerprint == subject(name).fingerprint


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_reads_back(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"certificate.{suffix}"
    save("certificate", Matter(subject("security"), dated=DATED), path)
    found = verify(path)
    assert found.identical, found.text
    assert found.grade == "GS-11"


@pytest.mark.parametrize("suffix", ["html", "json", "md"])
def test_an_altered_result_is_found(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"certificate.{suffix}"
    save("certificate", Matter(subject("security")), path)
    path.write_text(path.read_text("utf-8").replace("GS-11", "GS-12"), "utf-8")
    found = verify(path)
    assert not found.identical
    assert "the certificate says GS-12, computed is GS-11" in found.text


@pytest.mark.parametrize("suffix", FORMATS)
def test_one_figure_altered_is_shown_as_a_reader_sees_it(suffix: str, tmp_path: Path) -> None:
    paper = make("certificate", Matter(subject("security"), dated=DATED))
    altered = paper.model_dump_json(exclude={"record"}).replace("1,250", "1,350", 1)
    told = Paper.model_validate_json(altered).model_copy(update={"record": paper.record})
    path = tmp_path / f"certificate.{suffix}"
    path.write_bytes(choose(path).encode(told))
    found = verify(path)
    assert not found.identical
    assert "1,350" in found.text
    assert "1,250" in found.text
    if suffix not in ("json", "md"):
        assert "1-7” the certificate says “1,350 2. Supervisory Controls" in found.text


def test_a_page_that_hides_a_line_is_not_the_same(tmp_path: Path) -> None:
    path = tmp_path / "certificate.html"
    save("certificate", Matter(subject("security")), path)
    page = path.read_text("utf-8")
    path.write_text(page.replace("\n<tr>\n", "\n<tr hidden>\n", 1), "utf-8")
    assert "<tr hidden>" in verify(path).text


def test_an_altered_input_is_found(tmp_path: Path) -> None:
    path = tmp_path / "certificate.md"
    save("certificate", Matter(subject("security")), path)
    text = path.read_text("utf-8").replace('"levels": {"1": "1-7"', '"levels": {"1": "1-8"')
    path.write_text(text, "utf-8")
    found = verify(path)
    assert not found.identical
    assert found.text == "Factor 1: the certificate says 1-7, computed is 1-8"


def test_an_altered_figure_and_another_edition_are_named(tmp_path: Path) -> None:
    path = tmp_path / "certificate.md"
    save("certificate", Matter(subject("security")), path)
    whole = path.read_text("utf-8")
    for old, new, said in (
        ("| 2-4 | 450 |", "| 2-4 | 460 |", "the certificate says “460 | | 3. Guidelines"),
        ('"total": 2555', '"total": 2655', "total: the certificate says 2655, computed is 2555"),
        ('"edition": "2014-08"', '"edition": "1987-12"', "was made by edition 1987-12 of the"),
        ("**GS-11**", "**GS-12**", "says “GS-12. - Standard: gs-0080, edition 2014-08”"),
    ):
        assert old in whole
        path.write_text(whole.replace(old, new, 1), "utf-8")
        found = verify(path)
        assert not found.identical
        assert said in found.text


@pytest.mark.parametrize("suffix", FORMATS)
def test_altered_words_over_sound_data_are_found(suffix: str, tmp_path: Path) -> None:
    matter = Matter(subject("security"))
    path = tmp_path / f"certificate.{suffix}"
    save("certificate", matter, path)
    if suffix == "docx":
        path.write_bytes(_reworded(path.read_bytes()))
    elif suffix == "pdf":
        from assistant.papers.formats import pdf

        paper = make("certificate", matter)
        data = paper.model_dump_json().replace("carries 450 points", "carries 650 points")
        forged = type(paper).model_validate_json(data).model_copy(update={"record": paper.record})
        path.write_bytes(pdf.encode(forged))
    else:
        text = path.read_text("utf-8").replace("carries 450 points", "carries 650 points", 1)
        path.write_text(text, "utf-8")
    found = verify(path)
    assert not found.identical
    assert "650 points" in found.text


def test_a_word_file_that_another_program_saved_again_still_verifies(tmp_path: Path) -> None:
    path = tmp_path / "certificate.docx"
    save("certificate", Matter(subject("security")), path)
    code = b'<w:r><w:instrText xml:space="preserve"> NOTEREF _RefNote1 \\h </w:instrText></w:r>'
    path.write_bytes(_changed(path.read_bytes(), b"<w:fldSimple ", code + b"<w:fldSimple "))
    assert verify(path).identical


def test_what_a_word_processor_hides_and_what_stands_in_the_head_are_compared(
    tmp_path: Path,
) -> None:
    path = tmp_path / "certificate.docx"
    save("certificate", Matter(subject("security"), dated=DATED), path)
    sound = path.read_bytes()
    hidden = b"<w:r><w:rPr><w:vanish/></w:rPr><w:t>Factor"
    plain = b"<w:r><w:rPr/><w:t>Factor"
    path.write_bytes(_changed(sound, plain, hidden))
    assert not verify(path).identical
    path.write_bytes(_changed(sound, b"July 1, 2025", b"July 2, 2025", part="word/header1.xml"))
    assert "the certificate says “2, 2025”, computed is “1, 2025”" in verify(path).text
    path.write_bytes(sound)
    assert verify(path).identical


def test_ends_of_lines_are_no_difference(tmp_path: Path) -> None:
    path = tmp_path / "certificate.md"
    save("certificate", Matter(subject("security")), path)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert verify(path).identical


def _reworded(data: bytes) -> bytes:
    return _changed(data, b"carries 450 points", b"carries 650 points")


def _changed(
    data: bytes, old_words: bytes, new_words: bytes, part: str = "word/document.xml"
) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            told = old.read(name)
            if name == part:
                assert old_words in told
                told = told.replace(old_words, new_words)
            new.writestr(name, told)
    return out.getvalue()


def test_another_version_is_told_from_another_result(tmp_path: Path) -> None:
    path = tmp_path / "certificate.md"
    save("certificate", Matter(subject("security")), path)
    text = path.read_text("utf-8")
    print_ = subject("security").fingerprint
    text = text.replace('"version": "', '"version": "9.').replace(print_, "0" * 64)
    path.write_text(text, "utf-8")
    found = verify(path)
    assert not found.identical
    assert "levels, total and grade are the same" in found.text


def test_only_what_the_result_rests_on_is_carried_along() -> None:
    record = make("certificate", Matter(subject("security"))).record
    for kept in ("Physical security", "supervisor approves", "A sector office", "vague"):
        assert kept not in record
    for name in ("statement", "assessment", "letter", "correction", "comparison"):
        assert not make(name, Matter(subject("example"))).record


def test_a_file_that_is_no_certificate_is_refused_in_plain_words(tmp_path: Path) -> None:
    for name in ("a.md", "a.json", "a.html", "a.docx", "a.pdf"):
        path = tmp_path / name
        path.write_bytes(b"no certificate at all")
        with pytest.raises(DocumentError, match="holds no certificate"):
            verify(path)
    with pytest.raises(DocumentError, match="no such file"):
        verify(tmp_path / "missing.md")
    damaged = tmp_path / "damaged.docx"
    save("certificate", Matter(subject("security")), damaged)
    data = bytearray(damaged.read_bytes())
    for part in ("word/document.xml", "customXml/item1.xml"):
        begun = zipfile.ZipFile(damaged).getinfo(part).header_offset + 30 + len(part)
        damaged.write_bytes(data[:begun] + b"\xff" + data[begun + 1 :])
        with pytest.raises(DocumentError, match="this Word file is damaged") as caught:
            verify(damaged)
        assert caught.value.where == str(damaged)
        damaged.write_bytes(data)
    broken = tmp_path / "broken.md"
    broken.write_text("```json\n{}\n```\n", "utf-8")
    with pytest.raises(DocumentError, match="incomplete"):
        verify(broken)
