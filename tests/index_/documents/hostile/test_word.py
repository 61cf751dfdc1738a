"""Word files made to harm: bombs, entities, links out, and tables that lie of their shape."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from index.documents import sandbox as guarded
from tests.index_.documents.hostile.reading import MEGABYTE, QUICK, measured, refused
from tests.index_.documents.hostile.writing import RELATIONS, P, docx


def test_the_bomb_costs_nothing(tmp_path: Path) -> None:
    """Half a gigabyte of blanks in half a megabyte of file."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(512):
            part.write(b" " * MEGABYTE)
    path = tmp_path / "bomb.docx"
    path.write_bytes(packed.getvalue())
    said, seconds, peak = measured(path)
    assert "unpacks to far more" in said
    assert seconds < 20
    assert peak < 300


def test_a_bomb_that_lies_of_its_size(tmp_path: Path) -> None:
    """The directory states a small size; the bytes in it unpack to far more."""
    path = docx(tmp_path / "liar.docx", P * 200_000)
    data = bytearray(path.read_bytes())
    entry = data.rindex(b"word/document.xml") - 46
    data[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    path.write_bytes(data)
    assert "damaged" in refused(path)


@pytest.mark.parametrize(
    "entity",
    ['<!ENTITY x SYSTEM "file:///etc/passwd">', '<!ENTITY x "words that are lost">'],
)
def test_entities_in_a_word_file(tmp_path: Path, entity: str) -> None:
    body = "<w:p><w:r><w:t>Lamps &x; are lit.</w:t></w:r></w:p>"
    path = docx(tmp_path / "x.docx", body, before=f"<!DOCTYPE w:document [{entity}]>")
    assert "entities" in refused(path)


def test_links_out_of_a_word_file_are_not_followed(tmp_path: Path) -> None:
    template = RELATIONS.format(
        type="attachedTemplate",
        target="http://127.0.0.1:9/evil.dotm",
        mode=' TargetMode="External"',
    )
    path = docx(tmp_path / "x.docx", P, {"word/_rels/document.xml.rels": template})
    assert guarded.parse(path, path.read_bytes(), QUICK).text == "Lamps are lit at dusk by hand."
    styles = RELATIONS.format(type="styles", target="../../../../etc/passwd", mode="")
    path = docx(tmp_path / "y.docx", P, {"word/_rels/document.xml.rels": styles})
    assert "damaged" in refused(path)


def test_a_cell_that_says_it_is_a_hundred_million_columns_wide(tmp_path: Path) -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr>{P}</w:tc>'
    path = docx(tmp_path / "wide.docx", f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")
    document = guarded.parse(path, path.read_bytes(), QUICK)
    assert document.text == "Lamps are lit at dusk by hand."


def test_cells_that_continue_nothing(tmp_path: Path) -> None:
    row = f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{P}</w:tc></w:tr>"
    path = docx(tmp_path / "merged.docx", f"<w:tbl>{row * 3}</w:tbl>")
    assert guarded.parse(path, path.read_bytes(), QUICK).text.count("Lamps") == 3


def test_the_words_of_a_table_in_a_table_are_read(tmp_path: Path) -> None:
    nested = "<w:tbl><w:tr><w:tc>" * 20 + P + "</w:tc></w:tr></w:tbl>" * 20
    path = docx(tmp_path / "nested.docx", nested)
    assert guarded.parse(path, path.read_bytes(), QUICK).text == "Lamps are lit at dusk by hand."
