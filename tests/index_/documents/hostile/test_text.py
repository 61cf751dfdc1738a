"""Web pages and texts made to harm: endless lines, deep nesting, countless tags and lines."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from index.documents import formats as parsers
from index.documents import sandbox as guarded
from index.documents.sandbox import Bounds, Reader
from tests.index_.documents.hostile.reading import QUICK, measured, refused
from tests.index_.lamp_documents import NOTICE, write


def test_a_megabyte_on_one_line_beside_scripts(tmp_path: Path) -> None:
    words = b"The keeper trims the wick of the lamp. " * 40_000
    path = tmp_path / "line.html"
    path.write_bytes(
        b"<html><body><script>alert('lamps')</script><p onclick='evil()'>"
        + words
        + b"</p><script>"
        + b"x=1;" * 300_000
        + b"</script><style>p{}</style></body></html>"
    )
    said, seconds, peak = measured(path)
    assert said == f"read 0 pages, {len(words) - 1} characters"
    assert seconds < 60
    assert peak < 500


def test_a_line_beyond_the_parser_s_own_limit_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "line.html"
    path.write_bytes(b"<html><p>" + b"lamp " * 2_200_000 + b"</p><p>The last words.</p></html>")
    document = guarded.parse(path, path.read_bytes(), Bounds(longest=120))
    assert document.text.endswith("The last words.")
    assert document.text.count("lamp") == 2_200_000


@pytest.mark.parametrize("depth", [200, 240, 260, 399, 1000, 200_000])
def test_deep_nesting_is_read_or_refused_but_never_shortened(tmp_path: Path, depth: int) -> None:
    path = tmp_path / "deep.html"
    path.write_bytes(
        b"<html><body><p>First words.</p>" + b"<b>" * depth + b"Lamps are lit." + b"</b>" * depth
    )
    if depth > 200:
        assert "nested" in refused(path)
    else:
        assert "Lamps are lit." in guarded.parse(path, path.read_bytes(), QUICK).text


def test_a_tag_of_countless_attributes(tmp_path: Path) -> None:
    many = b" ".join(b"a%d='x'" % n for n in range(200_000))
    path = tmp_path / "tag.html"
    path.write_bytes(b"<html><body><p " + many + b">Lamps are lit at dusk.</p></body></html>")
    started = time.monotonic()
    assert "attributes" in refused(path)
    assert time.monotonic() - started < 15


def test_a_picture_inside_a_page_is_no_such_tag(tmp_path: Path) -> None:
    path = tmp_path / "picture.html"
    inside = b"A" * 300_000
    path.write_bytes(b"<p><img src='data:image/png;base64," + inside + b"=='>Lamps are lit.</p>")
    assert guarded.parse(path, path.read_bytes(), QUICK).text == "Lamps are lit."


def test_text_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("The caf\xe9 lamp costs \x93ten\x94 crowns.".encode("latin-1"))
    document = parsers.parse(path)
    assert "café" in document.text
    assert "“ten”" in document.text
    assert any("Windows-1252" in note for note in document.repairs)


def test_cutting_elsewhere_is_cutting_here(tmp_path: Path) -> None:
    from index.documents import passages as reading

    path = write(tmp_path, "long.txt", "\n\n".join(NOTICE + f"Entry {n}." for n in range(900)))
    document = parsers.parse(path)
    assert len(document.text) > guarded.HARMLESS_BYTES
    with Reader(QUICK) as reader:
        assert reader.cut(document) == reading.cut(document)


@pytest.mark.parametrize("line", ["a\n", "1. ", "-\n"])
def test_countless_tiny_lines_are_cut_in_seconds(tmp_path: Path, line: str) -> None:
    from index.documents import passages as reading

    path = write(tmp_path, "tiny.txt", line * (120_000 // len(line)) + "\nThe last words.")
    document = parsers.parse(path)
    started = time.monotonic()
    made = reading.cut(document)
    assert time.monotonic() - started < 10
    assert made.passages[-1].text.endswith("The last words.")
    assert all(len(passage.text) <= 1400 for passage in made.passages)
